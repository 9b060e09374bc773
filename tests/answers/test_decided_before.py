"""What a deck tells that the council decided at an earlier meeting, asked for by number or as a whole; all fictional."""

from __future__ import annotations

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive
from radsassistent.documents import Slide

pytestmark = pytest.mark.embedder


def deck(decided: str) -> tuple[Slide, ...]:
    """A deck whose table of earlier decisions has them under this word."""
    return (
        slide("Møte i Trollrådet 12. mars 2031"),
        slide("Saksliste", "Sak 7/31 Nye varder på holmene", "Sak 8/31 Tau og taljer", "Sak 9/31 Kart over gruvene"),
        slide(
            "Sak 7/31 Oppfølging fra møtet i januar",
            table(
                ("Sak", f"{decided} 14. januar 2031", "Status nå"),
                ("3/31", "Trollrådet godkjenner årsmeldingen for fyrene.", "Sendt til tinget"),
                ("4/31", "Trollrådet tilrår at fjellbanen får stopp i Huldredalen.", "Svar ventes"),
                ("5/31", "Varden males rød.", "Gjort"),
            ),
        ),
        slide("Sak 8/31 Tau og taljer", "• Tauet er av hamp"),
        slide("Forslag til vedtak – sak 8/31", "Rådet kjøper nytt tau."),
    )


def deck_of_lines(second: str) -> tuple[Slide, ...]:
    """A deck that tells them on a line each, on the slide of the case that approves the minutes."""
    first, agenda, _, *rest = deck("Vedtak")
    told = slide(
        "Sak 7/31 Referat fra møtet i januar",
        "Sak 3/31 Vedtak 14. januar 2031: Trollrådet godkjenner årsmeldingen for fyrene.",
        f"{second} Trollrådet tilrår at fjellbanen får stopp i Huldredalen.",
        "Sak 5/31 Vedtak: Varden males rød.",
        "Forslag til konklusjon:",
        "Referatet godkjennes.",
    )
    return (first, agenda, told, *rest)


DECKS = {
    "table": deck("Vedtak"),
    "unanimous": deck("Enstemmig vedtak"),
    "nynorsk": deck("Avgjerd"),
    "lines": deck_of_lines("Sak 4/31 – vedtak:"),
    "said": deck_of_lines("Slik vedtok rådet i sak 4/31:"),
}


@pytest.fixture(scope="module", params=DECKS)
def assistant(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Assistant:
    folder = tmp_path_factory.mktemp("varder")
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(*written(folder, *DECKS[request.param], name="varder.pdf"))
    return Assistant(archive)


def test_an_earlier_case_is_told_by_the_table_of_what_was_decided(assistant) -> None:
    answer = assistant.ask("Hva vedtok rådet i sak 3/31?")
    assert "godkjenner årsmeldingen for fyrene" in answer.text
    assert "januar" in answer.text
    assert [citation.slide for citation in answer.citations] == [3]


def test_all_that_the_meeting_before_decided_is_told_where_a_deck_lists_it(assistant) -> None:
    text = assistant.ask("Hva ble vedtatt i forrige møte?").text
    assert "årsmeldingen" in text
    assert "Huldredalen" in text
    assert "Varden males rød" in text
    assert "nytt tau" not in text


@pytest.mark.parametrize(
    "question", ["Hvem la frem sak 3/31?", "Hva vedtok rådet i sak 99/31?", "Når ble sak 4/31 tatt opp?"]
)
def test_what_the_table_does_not_tell_of_an_earlier_case_is_not_told(assistant, question) -> None:
    assert assistant.ask(question).abstained


def test_a_proposal_is_never_told_as_what_was_decided_before(assistant) -> None:
    assert assistant.ask("Hva ble vedtatt i sak 8/31?").text.startswith("Arkivet har bare forslag")
