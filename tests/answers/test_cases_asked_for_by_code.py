"""How a question names cases that an invented meeting calls by codes."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant, Conversation
from radsassistent.archive import Archive
from radsassistent.search import understand


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("koder")
    archive = Archive.open(folder / "arkiv", StemEmbedding())
    rows = [("R-14", "Trollkvote", "Berit Haug"), ("R-15", "Hulderår", "Odd Li"), ("R-16", "Jutulleie", "Kari Moe")]
    points = ("• 09.00 Punkt A: Nissegrøt", "• 09.30 Punkt B: Julestjerner", "• 10.00 Punkt C: Lysfest")
    archive.put(
        *written(
            folder / "ingest",
            slide("Møte i Trollhagerådet 12. mars 2031"),
            slide("Sakliste", table(("Nr.", "Sak", "Legg fram"), *rows)),
            *(slide(f"{code} {title}", f"• {title} er viktig.") for code, title, _ in rows),
            slide("R-16 Forslag til vedtak", "• Trollhagerådet leier ut jutulen."),
            name="troll.pdf",
        )
    )
    archive.put(
        *written(
            folder / "ingest",
            slide("Møte i Nisserådet 4. april 2031"),
            slide("Program", *points),
            slide("Punkt A – Nissegrøt", "• Grøten er varm."),
            slide("Punkt B – Julestjerner", "• Stjernene er gule."),
            name="nisse.pdf",
        )
    )
    return Assistant(archive)


@pytest.mark.parametrize(
    ("question", "cases", "unknown"),
    [
        ("Hvem legger frem sak R-15?", ("R-15",), ()),
        ("Hvem legger frem r-15?", ("R-15",), ()),
        ("Hva er r15?", ("R-15",), ()),
        ("Hva er sak r 15?", ("R-15",), ()),
        ("Hva er R-14 og R-16?", ("R-14", "R-16"), ()),
        ("Hva er sak 16?", ("R-16",), ()),
        ("Når er punkt B?", ("Punkt B",), ()),
        ("når er pkt. b?", ("Punkt B",), ()),
        ("Hva er sak R-99?", (), ("R-99",)),
        ("Hva er sak r99?", (), ("R-99",)),
        ("Hva sier R-99?", (), ("R-99",)),
        ("Hva er punkt G?", (), ("Punkt G",)),
        ("Hva står på A4-arket?", (), ()),
        ("Hvor høyt er K2?", (), ()),
        ("Hva er punkt i saken?", (), ()),
    ],
)
def test_a_code_is_understood_as_people_write_it(
    assistant: Assistant, question: str, cases: tuple[str, ...], unknown: tuple[str, ...]
) -> None:
    query = understand(question, assistant.corpus())
    assert (query.cases, query.unknown_cases) == (cases, unknown)


def test_the_presenter_and_the_proposal_of_a_coded_case_are_told_with_its_slide(assistant: Assistant) -> None:
    told = assistant.ask("Hvem legger frem sak R-15?")
    assert "Odd Li" in told.text
    assert "sak R-15" in told.text
    proposed = assistant.ask("Hva er forslaget i sak R-16?")
    assert "Forslag til vedtak i sak R-16: Trollhagerådet leier ut jutulen." in proposed.text
    assert [(each.case, each.slide) for each in proposed.citations] == [("R-16", 6)]


def test_a_code_that_the_archive_does_not_have_is_said_not_to_be_there(assistant: Assistant) -> None:
    told = assistant.ask("Hva er sak R-99?")
    assert told.abstained
    assert told.text == "Sak R-99 finnes ikke i dokumentene; de har sakene R-14–R-16."


def test_the_next_case_and_another_code_go_on_with_a_question(assistant: Assistant) -> None:
    chat = Conversation()
    assistant.ask("Hvem legger frem sak R-14?", chat)
    assert "Odd Li" in assistant.ask("Og r-15?", chat).text
    assert "Kari Moe" in assistant.ask("Og den neste?", chat).text
