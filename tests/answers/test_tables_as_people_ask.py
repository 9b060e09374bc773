"""Cells of tables asked for as people speak: by a column's letter, by what is youngest or last, in percent; never a guess."""

from __future__ import annotations

import pytest
from tests.deck_builder import slide, table, written
from tests.one_deck_council import last

from radsassistent.answers import Assistant
from radsassistent.archive import Archive
from radsassistent.search.understand import understand

pytestmark = pytest.mark.embedder

DECK = (
    slide("Trollrådet", "Møte torsdag 6. mai 2032 kl. 09.00–14.00", "Steinsalen, Oppdikthaugen"),
    slide(
        "Dagsorden",
        table(
            ("Tid", "Sak", "Tittel", "Type", "Ansvarlig"),
            ("09.00–10.00", "4/32", "Modell for betaling av bruvakt", "Drøfting", "Tuva Svev"),
            ("10.00–11.00", "5/32", "Innkalling til trolltelling", "Drøfting", "Odd Lufting"),
            ("11.00–12.00", "6/32", "Gebyrer for bruer og tuneller", "Beslutning", "Siv Gass"),
            ("12.00–13.00", "7/32", "Tilbud på fyrlamper", "Orientering", "Nils Hempe"),
            ("13.00–13.30", "8/32", "Prosjektene våre", "Orientering", "Siv Gass"),
            ("13.30–13.45", "9/32", "Regnskap og risiko", "Orientering", "Siv Gass"),
        ),
    ),
    slide("Sak 4/32 Modell for betaling av bruvakt", "• Bruvakten er dyr."),
    slide(
        "Tre modeller",
        table(
            ("", "A: Fast tilskudd", "B: Delt betaling", "C: Takst per kryssing"),
            ("BRT-enes andel", "17 %", "45 %", "61 %"),
            ("Bygdenes andel", "58 %", "40 %", "24 %"),
            ("Administrasjon per år", "3 mill. kr", "4 mill. kr", "8 mill. kr"),
        ),
        "• BRT er bruregionene.",
    ),
    slide("Sak 5/32 Innkalling til trolltelling", "• Trollene får brev eller digital innkalling."),
    slide("Troll på avveie", "• 37 troll gikk seg bort i 2031, mot 52 året før", "• Fire av dem sov"),
    slide(
        "Oppmøte etter alder",
        table(
            ("Alder", "Invitert", "Digital: møtt", "Papir: møtt", "Flyttet timen"),
            ("100–149", "220", "71 %", "64 %", "25 %"),
            ("150–199", "210", "78 %", "70 %", "20 %"),
            ("200–249", "190", "75 %", "82 %", "9 %"),
            ("Alle", "620", "74 %", "71 %", "18 %"),
        ),
    ),
    slide(
        "Troll som uteble (%)",
        table(
            ("Måned", "Digital", "Papir"),
            ("Okt. 2031", "22", "23"),
            ("Nov. 2031", "21", "24"),
            ("Des. 2031", "19", "27"),
        ),
    ),
    slide(
        "Troll talt per kvartal",
        table(
            ("", "2030", "2031"),
            ("1. kvartal", "41", "56"),
            ("2. kvartal", "38", "63"),
            ("3. kvartal", "47", "58"),
            ("4. kvartal", "52", "75"),
        ),
    ),
    slide("Sak 6/32 Gebyrer for bruer og tuneller", "• Gebyrene dekker vaktene."),
    slide(
        "Årsgebyr for et troll, kr",
        table(
            ("Gebyr", "2032", "2033 (forslag)", "Endring kr", "Endring"),
            ("Bru", "500", "560", "60", "12,0 %"),
            ("Tunell", "640", "672", "32", "5,0 %"),
            ("Sum", "1 140", "1 232", "92", "8,1 %"),
        ),
    ),
    slide("Sak 7/32 Tilbud på fyrlamper", "• Fire har levert tilbud på lampene."),
    slide(
        "Kriterier for tildeling",
        table(
            ("Kriterium", "Vekt", "Dokumentasjon"),
            ("Lysstyrke", "45 %", "Prøve i tåke med tolv troll"),
            ("Pris", "30 %", "Utfylt skjema"),
            ("Miljø", "25 %", "Regnskap for tran og ombruk"),
        ),
    ),
    slide("Sak 8/32 Prosjektene våre", "• Fire prosjekter pågår."),
    slide(
        "Status for prosjektene",
        table(
            ("Prosjekt", "Eier", "Status", "Fremdrift", "Neste milepæl"),
            ("P1 Tåkelur", "Fyrvesenet", "Gul", "46 %", "Prøve 20. april"),
            ("P2 Ny brukrone", "Trollverket", "Rød", "24 %", "Ny plan 30. april"),
            ("P3 Felles lyktestolper", "Lyktelaget", "Grønn", "71 %", "Montering"),
        ),
        "• Fem bygder er med i P3.",
    ),
    slide("Sak 9/32 Regnskap og risiko", "• Regnskapet er foreløpig."),
    slide(
        "Regnskap mot budsjett, 1 000 kr",
        table(
            ("Område", "Budsjett", "Regnskap per 30.06", "Avvik", "Årsprognose"),
            ("Tuneller", "1 400", "1 490", "−90", "−150"),
            ("Lykter", "800", "790", "10", "30"),
            ("Fyr", "620", "560", "60", "90"),
            ("Sum", "2 820", "2 840", "−20", "−30"),
        ),
    ),
    slide(
        "Budsjett for lys 2032–2033 (mill. kr)",
        table(
            ("Delprosjekt", "2032", "2033", "Sum"),
            ("DP1 Felles lampelager", "18,5", "21,0", "39,5"),
            ("DP2 Lyskjede i fjellhallen", "31,0", "42,5", "73,5"),
            ("Sum", "49,5", "63,5", "113,0"),
        ),
    ),
    slide(
        "Foreslåtte bølger for nye lykter",
        table(
            ("Bølge", "Oppstart", "Bygder", "Ansvarlig"),
            ("1", "1. september 2032", "38", "Nordlaget"),
            ("2", "1. mars 2033", "57", "Sørlaget"),
            ("3", "1. oktober 2033", "64", "Østlaget"),
            ("Sum", "", "159", ""),
        ),
    ),
    slide(
        "Overtidstimer for bruvaktene",
        table(("Måned", "Overtidstimer"), ("Mars", "131"), ("April", "287"), ("Mai", "204")),
    ),
    slide(
        "ROS – de høyeste risikoene",
        table(
            ("Hendelse", "Sannsynlighet", "Konsekvens", "Risikotall", "Ansvarlig"),
            ("Tåke i tre døgn", "4", "4", "16", "Fyrmester"),
            ("Bru som sprekker", "3", "5", "15", "Brumester"),
            ("Troll som går seg bort", "2", "4", "8", "Trollmester"),
        ),
    ),
    slide(
        "Tomter for trollhuset",
        table(
            ("Tomt", "Areal (daa)", "Vei til brua (min)", "Kostnad (mill. kr)"),
            ("Steinura", "9,4", "4,6", "78"),
            ("Gropa", "6,1", "2,9", "91"),
            ("Storhaugen", "12,0", "7,8", "69"),
        ),
    ),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Assistant:
    folder = tmp_path_factory.mktemp("troll")
    made, path = written(folder, *DECK)
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(made, path)
    return Assistant(archive)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("Hvor stor andel tar BRT-ene i modell C?", "61 %", "45 %"),
        ("Hvor stor andel tar bygdene i modell B?", "40 %", "58 %"),
        ("Hvor mange prosent av de yngste møtte når de ble innkalt digitalt?", "71 %", "64 %"),
        ("Hvor stor andel av de eldste trollene møtte da de fikk papir?", "82 %", "75 %"),
        ("Hvor mange prosent uteble i desember blant dem som fikk papir?", "27", "24"),
        ("Hvor mange troll ble talt siste kvartal 2031?", "75", "52"),
        ("Hvor mye går brugebyret opp i prosent?", "12,0", "8,1"),
        ("Hvor stor prosentvis økning er det for tunellen fra 2032 til 2033?", "Endring: 5,0 %", "672"),
        ("Hvor mye teller prisen når tilbudene vurderes?", "30 %", "25 %"),
        ("Hvor langt har Tåkelur kommet?", "46 %", "71 %"),
    ],
)
def test_a_cell_is_found_as_people_ask_for_it(assistant: Assistant, question: str, told: str, untold: str) -> None:
    answer = assistant.ask(question)
    assert told in answer.text
    assert untold not in answer.text


def test_an_abbreviation_is_known_with_any_ending(assistant: Assistant) -> None:
    assert understand("Kor mykje skal BRT-a dekkje?", assistant.corpus()).unknown_names == ()
    assert understand("Kor mykje skal XYZ-a dekkje?", assistant.corpus()).unknown_names == ("XYZ-a",)


@pytest.mark.parametrize(
    "question", ["Hva er totalbudsjettet for lyskjeden alle årene?", "Hvor mye går til lyskjeden totalt?"]
)
def test_a_row_is_called_without_the_code_that_numbers_it(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert "73,5" in answer.text
    assert "113,0" not in answer.text


def test_what_another_row_speaks_of_is_not_told_of_the_row_with_a_name_in_a_cell(assistant: Assistant) -> None:
    assert "46 %" not in assistant.ask("Hvor stor andel av lyktestolpene er med i Fyrvesenet?").text


def test_how_far_the_one_just_told_has_come_is_its_progress(assistant: Assistant) -> None:
    answer = last(assistant, "Hvilket prosjekt er rødt?", "Hvor langt har de kommet?")
    assert "24 %" in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hvilket område går best i forhold til budsjettet?", "Fyr"),
        ("Hvilket område har sprukket mest på budsjettet?", "Tuneller"),
        ("Which area is worst against the budget?", "Tuneller"),
        ("Hvor mye har tunellene brukt for mye så langt?", "forskjell: 90 tusen kroner"),
        ("Hvor mye ligger vi over budsjettet samlet?", "forskjell: 20 tusen kroner"),
        ("Hvilken hendelse scorer høyest i ROS-en?", "Tåke i tre døgn"),
        ("Hvilken av tomtene er størst?", "Storhaugen"),
        ("Hva blir tunellgebyret i 2033?", "672"),
    ],
)
def test_best_against_the_budget_greatest_and_largest_are_told_by_what_the_table_has(
    assistant: Assistant, question: str, told: str
) -> None:
    answer = assistant.ask(question)
    assert told in answer.text
    assert len(answer.sentences) == 1


def test_a_compound_whose_beginning_no_document_has_is_not_the_sum(assistant: Assistant) -> None:
    assert "1 232" not in assistant.ask("Hva blir badegebyret i 2033?").text


@pytest.mark.parametrize("question", ["Hvor mange timer da?", "Og hvor mange var det da?"])
def test_how_many_that_was_is_the_figure_just_told(assistant: Assistant, question: str) -> None:
    assert "287" in last(assistant, "Hvilken måned hadde bruvaktene mest overtid?", question).text


def test_the_days_of_a_counted_list_are_listed_not_its_numbers(assistant: Assistant) -> None:
    text = assistant.ask("List opp startdatoene for de tre bølgene for lykter, kort").text
    assert all(day in text for day in ("1. september 2032", "1. mars 2033", "1. oktober 2033"))


@pytest.mark.parametrize(
    ("question", "told"), [("Hva ble foreslått for tunellen?", "672"), ("Kva er føreslått for bru?", "560")]
)
def test_what_is_proposed_is_told_by_the_column_of_proposals(assistant: Assistant, question: str, told: str) -> None:
    assert told in assistant.ask(question).text


@pytest.mark.parametrize("question", ["Og året før?", "Hva med i fjor?"])
def test_the_year_before_is_told_by_the_text_that_has_it(assistant: Assistant, question: str) -> None:
    text = last(assistant, "Hvor mange troll gikk seg bort i 2031?", question).text
    assert "mot 52 året før" in text
