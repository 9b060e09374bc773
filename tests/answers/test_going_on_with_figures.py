"""Later turns about why a figure is as it is, and about other cells of the row just told: an invented council's tables."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table
from tests.one_deck_council import assistant_over, last

from radsassistent.answers import Assistant
from radsassistent.answers.turns.row_by_name import of_row
from radsassistent.answers.turns.told_rows import of_told_rows
from radsassistent.archive import PassageKind
from radsassistent.search.figures import Figure

DECK = (
    slide("Møte i Fyrrådet 4. april 2037", "Naustet, Oppdiktvær"),
    slide("Sak 1/37: Kostnader til fyr og lys"),
    slide(
        "Samlet oversikt",
        table(
            ("Tiltak", "2036", "2037", "2038"),
            ("Fyrlykter", "120", "131", "126"),
            ("Lyskastere", "60", "61", "70"),
            ("Sum", "180", "192", "196"),
            caption="Kostnad per år (millioner kroner)",
        ),
    ),
    slide(
        "Fyrlykter",
        table(
            ("Post", "2037", "2038"),
            ("Vekst som følge av nye linser", "13", "2"),
            ("Færre fyrvoktere", "-2", "-7"),
            ("Sum endring", "11", "-5"),
            caption="Endring per år (millioner kroner) Fyrlykter",
        ),
    ),
    slide(
        "Anslag for sjøkabel",
        table(
            ("År", "Legging fra", "Legging til", "Årlig vekst drift fra", "Årlig vekst drift til"),
            ("2037", "30,3", "50,8", "22,4", "29,6"),
            ("2038", "34,0", "56,4", "30,0", "40,3"),
            caption="Anslag for sjøkabel (millioner kroner)",
        ),
    ),
    slide(
        "Regnskap",
        table(
            ("Post", "Budsjett", "Regnskap", "Prognose", "Forslag 2038"),
            ("Møter", "420", "506", "431", "440"),
            ("Tjære", "230", "211", "222", "250"),
            caption="Regnskap for 2037 (1000 kr)",
        ),
    ),
    slide(
        "Lån til båter",
        table(
            ("Båt", "Søker", "Kostnad", "Søkt", "Innstilt"),
            ("Skarven", "Torsk Oppdiktet", "315", "84", "61"),
            ("Alken", "Sei Oppdiktet", "146", "47", "20"),
        ),
    ),
    slide(
        "Bølger i skjæret",
        table(
            ("Uke", "Høyde på skjæret"), ("Uke 14", "20"), ("Uke 15", "41"), ("Uke 16", "37"), caption="Bølgehøyde (dm)"
        ),
    ),
    slide(
        "Gjester på fyret",
        table(("År", "Gjester i alt", "Herav 80 år eller eldre"), ("2036", "378", "231"), ("2037", "391", "240")),
    ),
    slide(
        "Høringen om tåkelur",
        table(
            ("Hvem", "Svar", "Støtter", "Støtter m/merknad"),
            ("Havnene", "47", "18", "22"),
            ("Fiskerne", "34", "21", "10"),
        ),
    ),
    slide("Søknader om måker", table(("Sort", "2036", "2037"), ("Gråmåke", "25", "23"), ("Fiskemåke", "31", "40"))),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_over(DECK, tmp_path_factory.mktemp("fyr"), StemEmbedding())


@pytest.mark.parametrize(
    "turn", ["hvorfor øker det da?", "Kvifor aukar det så mykje?", "Why does it go up?", "Hvorfor stiger det fra 2036?"]
)
def test_why_a_figure_goes_up_is_what_a_table_about_it_adds_that_year(assistant: Assistant, turn: str) -> None:
    text = last(assistant, "Hva koster fyrlykter i 2037?", turn).text
    assert "nye linser" in text and "fyrvoktere" not in text


@pytest.mark.parametrize(
    "turn", ["Hvorfor går det ned året etter?", "Kvifor fell det i 2038?", "Why does it go down the year after?"]
)
def test_why_a_figure_goes_down_the_year_after_is_what_that_year_takes_away(assistant: Assistant, turn: str) -> None:
    text = last(assistant, "Hva koster fyrlykter i 2037?", turn).text
    assert "fyrvoktere" in text and "-7" in text and "linser" not in text


def test_a_figure_is_no_reason_for_another(assistant: Assistant) -> None:
    assert last(assistant, "Hva koster lyskastere i 2038?", "hvorfor øker det da?").abstained


def test_what_goes_on_after_a_reason_is_of_the_figure(assistant: Assistant) -> None:
    turns = ("Hva koster fyrlykter i 2037?", "hvorfor øker det da?")
    assert "61" in last(assistant, *turns, "hva med lyskastere samme år?").text
    assert "126" in last(assistant, *turns, "og i 2038?").text


@pytest.mark.parametrize("turn", ["hva blir den årlige veksten i drift da?", "Og den årlege veksten i drift?"])
def test_a_column_that_tells_a_change_is_asked_of_in_the_year_just_told(assistant: Assistant, turn: str) -> None:
    text = last(assistant, "Hva er anslaget for legging av sjøkabel i 2037?", "og i 2038?", turn).text
    assert "30,0" in text and "40,3" in text and "22,4" not in text


@pytest.mark.parametrize(
    ("turn", "whole"),
    [
        ("og hvor mange millioner er det søkt om der?", "hvor mange millioner er det søkt om i Gråmåke i 2037?"),
        ("Hvor mye er det søkt om i alt?", None),
        ("Hvem har ansvaret der?", "Hvem har ansvaret i Gråmåke?"),
    ],
)
def test_an_amount_of_the_row_just_told_is_of_the_year_spoken_of(
    assistant: Assistant, turn: str, whole: str | None
) -> None:
    rows = assistant.corpus().of_kind(PassageKind.TABLE_ROW)
    row = next(each for each in rows if each.data["label"] == "Gråmåke")
    assert of_row(turn, row, [Figure(row, "2037")]) == whole


@pytest.mark.parametrize("turn", ["hva var det satt av?", "Kor mykje var det budsjettert?", "How much was set aside?"])
def test_what_was_set_aside_is_the_budget_of_the_row_just_told(assistant: Assistant, turn: str) -> None:
    assert "420" in last(assistant, "Hva brukte vi på møter i 2037?", turn).text


@pytest.mark.parametrize(
    "turn", ["Hva ligger det an til å bli?", "Hvor mye ligg det an til å koste?", "Kva er det venta?"]
)
def test_what_it_looks_like_being_is_the_forecast_of_the_row_just_told(assistant: Assistant, turn: str) -> None:
    assert "431" in last(assistant, "Hva brukte vi på møter i 2037?", turn).text


@pytest.mark.parametrize("turn", ["Hvor mye hadde de bedt om?", "og kor mykje søkte dei om?", "Hva ble det søkt om?"])
def test_what_was_asked_for_is_the_sum_applied_for_in_the_row_just_told(assistant: Assistant, turn: str) -> None:
    text = last(assistant, "Hvor mye er Skarven innstilt til?", turn).text
    assert "84" in text and "47" not in text


@pytest.mark.parametrize("turn", ["hvem står bak?", "Hvem er søker?"])
def test_who_is_behind_a_row_told_whole_is_who_it_says_applies(assistant: Assistant, turn: str) -> None:
    assert "Torsk Oppdiktet" in last(assistant, "Hvor mye er Skarven innstilt til?", turn).text


@pytest.mark.parametrize(
    ("turn", "height"), [("enn uka etter?", "41"), ("og veka etter?", "41"), ("and the week after?", "41")]
)
def test_the_week_after_is_the_next_row(assistant: Assistant, turn: str, height: str) -> None:
    assert height in last(assistant, "Hvor høye var bølgene i skjæret i uke 14?", turn).text


def test_a_week_that_no_row_has_is_not_told_by_another(assistant: Assistant) -> None:
    assert last(assistant, "Hvor høye var bølgene i skjæret i uke 14?", "og i uke 21?").abstained


def test_a_thing_that_no_row_has_is_not_told_by_another(assistant: Assistant) -> None:
    turns = ("hvor mye ble skarven innstilt til", "og Alken?", "enn Lomvien da?")
    assert last(assistant, *turns).abstained


@pytest.mark.parametrize("turn", ["Hvor mange av disse var minst 80 år?", "Kor mange av dei var minst 80 år?"])
def test_at_least_so_many_years_is_a_column_not_the_least(assistant: Assistant, turn: str) -> None:
    text = last(assistant, "Hvor mange gjester hadde fyret i 2037?", turn).text
    assert "240" in text and "231" not in text


def test_a_year_after_is_counted_from_the_newest_year_that_was_told(assistant: Assistant) -> None:
    assert "378" in last(assistant, "Hvor mange gjester hadde fyret i 2037?", "og ett år tidligere?").text


def test_what_is_proposed_for_a_year_is_the_cell_of_the_row_just_told(assistant: Assistant) -> None:
    turns = ("Hva brukte vi på møter i 2037?", "og hva er forslaget for 2038?")
    assert "440" in last(assistant, *turns).text
    assert "250" in last(assistant, *turns, "og tjære?").text


def test_a_figure_is_still_spoken_of_after_a_question_about_it_without_an_answer(assistant: Assistant) -> None:
    turns = ("Hva koster lyskastere i 2038?", "hvorfor øker det?", "og fyrlykter samme år?")
    assert "126" in last(assistant, *turns).text


def test_the_column_that_is_called_just_so_is_meant_before_one_that_says_more(assistant: Assistant) -> None:
    corpus = assistant.corpus()
    row = next(each for each in corpus.of_kind(PassageKind.TABLE_ROW) if each.data["label"] == "Havnene")
    draft = of_told_rows("og støttet?", [Figure(row, "Svar")], corpus)
    assert draft is not None and "18" in draft.statements[0].text and "22" not in draft.statements[0].text


def test_what_is_asked_of_another_row_by_its_own_word_is_not_what_was_told_of_the_row_before(
    assistant: Assistant,
) -> None:
    turns = ("Hvor mye er Skarven innstilt til?", "hvor mye hadde de bedt om?")
    assert "146" in last(assistant, *turns, "og Alken, hva koster den i alt?").text
    assert "47" in last(assistant, *turns, "og Alken?").text
