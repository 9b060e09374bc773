"""A plan of meetings in a table, lists of members over several slides, and who comes for whom: of an invented council."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import laid_out, slide, table
from tests.one_deck_council import assistant_over, last

from radsassistent.answers import Assistant

DECK = (
    slide("Møte i Hulderrådet 3. mars 2036", "Salen, Oppdiktdal, kl. 10.00–14.30"),
    slide(
        "Dagsorden",
        table(
            ("Tid", "Sak", "Tittel", "Ansvarlig"),
            ("10.00–10.30", "4/36", "Godkjenning", "Hulda Oppdiktet"),
            ("10.30–11.15", "", "Lunsj", ""),
            ("11.15–14.30", "5/36", "Ny sti", "Tusse Oppdiktet"),
        ),
    ),
    slide(
        "Rådets medlemmer: skogen",
        ("Hulda Oppdiktet", "Skogvokter, leder i rådet", "Oppdikt skoglag"),
        ("Tusse Oppdiktet", "Daglig leder, nestleder i rådet", "Oppdikt tusselag"),
        ("Nisse Oppdiktet", "Styreleder, Oppdikt nisselag"),
        "Nisse Oppdiktet har meldt forfall. Vara Tomte Oppdiktet møter.",
    ),
    slide(
        "Rådets medlemmer: fjellet",
        ("Berg Oppdiktet", "Generalsekretær", "Oppdikt fjellag"),
        ("Stein Oppdiktet", "Vaktmester", "Oppdikt steinlag"),
        ("Ur Oppdiktet", "Snekker", "Oppdikt urlag"),
    ),
    slide("Praktisk", "• Sekretariat: Tåke Oppdiktet, rådgiver (rådssekretær), og Skodde Oppdiktet, vert"),
    slide("Sak 5/36: Ny sti", "• Stien går rundt tjernet", "• Prosjektleiar er Vette Oppdiktet"),
    slide(
        "Møteplan 2036",
        table(
            ("Dato", "Tid", "Sted", "Frist for saker"),
            ("3. mars", "10.00–14.30", "Oppdiktdal", "1. februar"),
            ("9. juni", "09.00–12.00", "Vettesund", "12. mai"),
            ("20. oktober", "10.00–13.00", "Tussvik", "22. september"),
        ),
    ),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_over(DECK, tmp_path_factory.mktemp("arkiv"), StemEmbedding())


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Når er neste møte?", "9. juni, 09.00–12.00, Vettesund."),
        ("Når møtes rådet igjen etter sommeren?", "20. oktober, 10.00–13.00, Tussvik."),
        ("Hvor er oktobermøtet?", "20. oktober, 10.00–13.00, Tussvik."),
    ],
)
def test_a_table_of_meetings_tells_when_and_where_the_next_ones_are(
    assistant: Assistant, question: str, told: str
) -> None:
    answer = last(assistant, question)
    assert answer.text == told
    assert {citation.slide for sentence in answer.sentences for citation in sentence.citations} == {7}


def test_a_meeting_that_the_plan_does_not_have_is_not_made_up(assistant: Assistant) -> None:
    assert last(assistant, "Hvor er desembermøtet?").abstained


def test_a_plan_of_another_year_gives_its_days_that_year(tmp_path: Path, embedding: StemEmbedding) -> None:
    plan = table(("Dato", "Sted"), ("9. juni", "Vettesund"), ("14. januar", "Tussvik"))
    deck = (slide("Møte i Hulderrådet 3. mars 2036", "Salen"), slide("Møteplan 2037", plan))
    assert last(assistant_over(deck, tmp_path, embedding), "Når er neste møte?").text == "14. januar 2037, Tussvik."


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Frist for å melde saker til neste møte: 2. mai", "9. juni, Vettesund."),
        ("Neste møte holdes 9. juni kl. 10.00. Møtet ble hevet kl. 14.05.", "Neste møte holdes 9. juni kl. 10.00."),
    ],
)
def test_when_the_next_meeting_is_is_neither_its_deadline_nor_what_else_the_line_says(
    tmp_path: Path, embedding: StemEmbedding, line: str, told: str
) -> None:
    plan = table(("Dato", "Sted"), ("9. juni", "Vettesund"), ("20. oktober", "Tussvik"))
    deck = (slide("Møte i Hulderrådet 3. mars 2036", "Salen"), slide("Møteplan og eventuelt", plan, f"• {line}"))
    assert last(assistant_over(deck, tmp_path, embedding), "Når er neste møte?").text == told


def test_a_list_that_goes_on_under_another_title_is_one_list(assistant: Assistant) -> None:
    assert last(assistant, "Hvor mange medlemmer har rådet?").text.startswith("6: ")


def test_who_leads_the_council_is_neither_who_leads_something_else_nor_the_deputy(assistant: Assistant) -> None:
    text = last(assistant, "Hvem leder rådet?").text
    assert "Hulda Oppdiktet" in text
    assert "Nisse" not in text
    assert "Tusse" not in text


def test_who_comes_for_somebody_is_told_by_the_line_that_says_so(assistant: Assistant) -> None:
    answer = last(assistant, "Hvem kommer i stedet for Nisse Oppdiktet?")
    assert "Tomte Oppdiktet" in answer.text
    assert not answer.abstained


@pytest.mark.parametrize(
    "question", ["Hvem tar over når Hulda Oppdiktet ikke kan?", "Hvem er vara for Hulda Oppdiktet?"]
)
def test_who_stands_in_for_somebody_is_not_asked_of_the_agenda(assistant: Assistant, question: str) -> None:
    assert "legger frem" not in last(assistant, question).text
    assert "minutter" not in last(assistant, question).text


def test_a_general_secretary_is_not_the_councils_secretary(assistant: Assistant) -> None:
    text = last(assistant, "Hvem er sekretær for rådet?").text
    assert "Tåke Oppdiktet" in text
    assert "Berg" not in text


def test_a_title_in_nynorsk_is_not_denied_in_bokmål(assistant: Assistant) -> None:
    assert "oppgir ingen" not in last(assistant, "Hvem er prosjektleder for stien?").text


def test_when_the_meeting_is_over_is_told_by_the_end_of_its_last_item(assistant: Assistant) -> None:
    assert "14.30" in last(assistant, "Når er vi ferdige i dag?").text.replace(":", ".")


def test_from_when_to_when_is_told_with_both_ends(assistant: Assistant) -> None:
    text = last(assistant, "Når er lunsjen, fra og til?").text.replace(":", ".")
    assert "10.30" in text
    assert "11.15" in text


def test_meetings_announced_on_cards_are_told_as_those_of_a_table(tmp_path_factory: pytest.TempPathFactory) -> None:
    cards = laid_out(
        "Vi sees igjen",
        ("* 17. sept.", 40, 100),
        ("* Møte 4/2036", 40, 120),
        ("Vettesund rådhus", 40, 140),
        ("* 10. des.", 400, 100),
        ("* Møte 5/2036", 400, 120),
        ("Tussvik grendehus", 400, 140),
    )
    # The day is set in larger type than the number below it.
    sized = (replace(block, size=20) if block.text[:1].isdigit() else block for block in cards.blocks)
    deck = (
        slide("Møte i Hulderrådet", "3. mars 2036 kl. 10.00", "Oppdiktdal"),
        replace(cards, blocks=tuple(sized)),
    )
    assistant = assistant_over(deck, tmp_path_factory.mktemp("kort"), StemEmbedding())
    for question in (
        "Når møtes vi etter sommeren?",
        "Når er neste møte?",
        "Hvor er neste møte?",
        "Hvor møtes vi i september?",
    ):
        assert last(assistant, question).text == "17. sept., Vettesund rådhus."
    assert last(assistant, "Where do we meet in December?").text == "10. des., Tussvik grendehus."
    assert last(assistant, "Når er neste møte?", "Og hvor er det?").text == "17. sept., Vettesund rådhus."
    assert last(assistant, "Hvor møtes vi i mai neste år?").abstained
