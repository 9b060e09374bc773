"""Budgets with a column for the proposal and numbered items, what changes most since a year, half years in words, traffic lights,
the greatest risk: of an invented council's tables.
"""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive

SLIDES = (
    slide("Møte i Fyrlyktrådet", "3. mai 2032", "Fyrstua, Oppdiktholmen"),
    slide("Sak 1/32: Fyrenes budsjett"),
    slide(
        "Budsjett for fyrene (tusen kroner)",
        table(
            ("Formål", "Post", "Regnskap 2031", "Prognose 2032", "Forslag 2033", "Endring"),
            ("Lyktetenning", "1", "610", "650", "690", "+40"),
            ("Tåkelurer", "2", "300", "310", "505", "+195"),
            ("Maling", "3", "200", "390", "410", "+20"),
            ("Måkevakt", "4", "120", "130", "90", "−40"),
            ("Bregrep", "5", "50", "60", "65", "+5"),
        ),
    ),
    slide("Sak 2/32: Fyrenes hendelser"),
    slide(
        "Meldinger om tåke måned for måned",
        table(
            ("Måned", "2031", "2032"),
            ("Januar", "31", "44"),
            ("Februar", "42", "40"),
            ("Mars", "35", "60"),
        ),
    ),
)


PLANS = (
    slide("Sak 3/32: Nye linser"),
    slide(
        "Andel fyr med nye linser (prosent)",
        table(
            ("Periode", "Opprinnelig plan", "Ny plan"),
            ("2. halvår 2032", "12", "6"),
            ("1. halvår 2033", "40", "25"),
            ("2. halvår 2033", "80", "57"),
            ("1. halvår 2034", "100", "90"),
        ),
    ),
    slide("Sak 4/32: Byggene"),
    slide(
        "Status for byggene",
        table(
            ("Bygg", "Eier", "Fremdrift", "Økonomi"),
            ("Tåketårnet", "Fyrverket", "Gul", "Rød"),
            ("Lyktehuset", "Lyktelaget", "Grønn", "Gul"),
            ("Måkehytta", "Fyrverket", "Grønn", "Grønn"),
            ("Bregrepet", "Lyktelaget", "På vent", "På vent"),
        ),
    ),
    slide(
        "Kostnader til byggene år for år (millioner kroner)",
        table(
            ("Bygg", "2032", "2033", "2034"),
            ("Tåketårnet", "4", "6", "7"),
            ("Lyktehuset", "3", "2", "1"),
            ("Måkehytta", "1", "1", "2"),
        ),
    ),
    slide(
        "Risikoer i byggingen",
        table(
            ("Nr.", "Risiko", "S", "K", "Verdi", "Tiltak"),
            ("F-1", "Vind tar lyktehuset", "2", "5", "10", "Bardun"),
            ("F-4", "Måker spiser linsene", "4", "4", "16", "Katt"),
            ("F-6", "Tåka blir for tett", "3", "3", "9", "Lur"),
        ),
    ),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("fyrlykt")
    archive = Archive.open(folder / "arkiv", StemEmbedding())
    archive.put(*written(folder, *SLIDES, *PLANS, name="fyrlykt.pdf"))
    return Assistant(archive)


@pytest.mark.parametrize(
    "question",
    [
        "Hvilken budsjettpost øker mest fra prognosen for 2032 til forslaget for 2033?",
        "Kva for budsjettpost aukar mest frå prognosen for 2032 til forslaget for 2033?",
        "Hvilken post i budsjettet vokser mest i kroner fra prognosen for 2032 til budsjettforslaget for 2033?",
    ],
)
def test_a_column_called_a_proposal_is_no_proposal_for_the_council(assistant, question):
    assert assistant.ask(question).text.startswith("Tåkelurer: fra 310 i Prognose 2032 til 505 i Forslag 2033")


def test_the_cell_of_a_column_called_a_proposal_is_told(assistant):
    assert "90" in assistant.ask("Hvor mye er det til måkevakt i forslaget for 2033?").text


@pytest.mark.parametrize(
    "question", ["Hvilken post får mest påslag i budsjettet?", "Hvilken post i budsjettet får det største påslaget?"]
)
def test_what_only_numbers_the_rows_is_no_measure_of_them(assistant, question):
    assert assistant.ask(question).text.startswith("Tåkelurer")


@pytest.mark.parametrize(
    "question",
    [
        "I hvilken måned økte antall meldinger om tåke mest fra i fjor?",
        "Hvilken måned økte meldingene om tåke mest fra 2031?",
        "Kva månad auka meldingane om tåke mest sidan 2031?",
    ],
)
def test_what_changes_most_since_a_year_is_held_against_the_last_year_of_the_table(assistant, question):
    assert "Mars" in assistant.ask(question).text
    assert "25" in assistant.ask(question).text


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("Hvor mange prosent av fyrene har nye linser i andre halvår 2033 etter ny plan?", "57"),
        ("Hva er ny plan for linser i første halvår 2034?", "90"),
        ("Kor stor del av fyra har nye linser fyrste halvår 2033 etter ny plan?", "25"),
    ],
)
def test_half_a_year_in_words_is_the_row_that_numbers_it(assistant, question, share):
    assert share in assistant.ask(question).text.split(":")[-1]


@pytest.mark.parametrize(
    ("question", "colour"),
    [
        ("Hvilken farge har Tåketårnet på økonomi?", "Rød"),
        ("Hva er fargen på økonomien til Tåketårnet?", "Rød"),
        ("Kva farge har Lyktehuset på framdrift?", "Grønn"),
        ("Hvilken farge har Lyktehuset på penger?", "Gul"),
    ],
)
def test_a_colour_asked_for_is_told_of_a_table_of_colours(assistant, question, colour):
    answer = assistant.ask(question)
    assert answer.text.rstrip(".").endswith(f": {colour}") and answer.text.count(":") == 1


@pytest.mark.parametrize(
    "question",
    [
        "Hva er den største risikoen?",
        "Hva er det farligste på risikolista?",
        "Hvilken risiko er mest alvorlig?",
        "Kva er den verste risikoen i bygginga?",
        "What is the biggest risk?",
    ],
)
def test_the_greatest_risk_is_the_one_of_the_highest_value(assistant, question):
    assert "Måker spiser linsene" in assistant.ask(question).text


def test_what_is_likeliest_is_not_asked_for_as_the_greatest_risk(assistant):
    assert "Verdi" not in assistant.ask("Hvilken risiko har høyest sannsynlighet?").text
    assert "Verdi" not in assistant.ask("Hvilken risiko har størst konsekvens?").text
