"""Questions that say at which meeting: they are answered as without that, and from that meeting alone."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant, Conversation
from radsassistent.archive import Archive


@pytest.fixture(scope="module")
def foghorns(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Two meetings of Lurrådet; the figures of the later one are others."""
    folder = tmp_path_factory.mktemp("lurer")
    archive = Archive.open(folder / "arkiv", StemEmbedding())
    for day, number, cost, presenter in (
        ("17. september 2031", 1, "5", "Tuva Lurblåser"),
        ("12. november 2031", 4, "7", "Storm Bryggevoll"),
    ):
        agenda = table(
            ("Sak", "Tittel", "Ansvarlig", "Tid", "Type"),
            (f"{number}/31", "Tåkeluren på Skvalpeskjær", f"{presenter}, Lurlaget", "10:50", "Drøfting"),
            (f"{number + 1}/31", "Eventuelt", "Oppdiktet Leder, Lurlaget", "12:00", "Drøfting"),
        )
        deck = (
            slide(f"Møte i Lurrådet {day}"),
            slide("Dagsorden", agenda),
            slide(
                "Kostnader for tåkeluren (mill. kroner)",
                f"Sak {number}/31",
                table(("Post", "2031", "2032"), ("Innkjøp av tåkelur", cost, "9"), ("Drift av tåkelur", "2", "3")),
            ),
        )
        archive.put(*written(folder / str(number), *deck, name=f"lur-{number}.pdf"))
    return Assistant(archive)


CLAUSES = [
    ("på møtet i september 2031", "lur-1.pdf"),
    ("i møtet 17. september 2031", "lur-1.pdf"),
    ("fra septembermøtet", "lur-1.pdf"),
    ("på møtet i november 2031", "lur-4.pdf"),
    ("i novembermøtet i 2031", "lur-4.pdf"),
]


@pytest.mark.parametrize(("clause", "document"), CLAUSES)
def test_what_is_asked_at_a_meeting_is_told_by_its_documents(foghorns: Assistant, clause: str, document: str) -> None:
    cost = {"lur-1.pdf": "5", "lur-4.pdf": "7"}[document]
    for question in (
        f"Hva koster innkjøp av tåkelur i 2031 {clause}?",
        f"{clause[:1].upper()}{clause[1:]}: hva koster innkjøp av tåkelur i 2031?",
    ):
        answer = foghorns.ask(question)
        assert f"{cost} millioner kroner" in answer.text
        assert {citation.document for citation in answer.citations} == {document}


def test_both_questions_of_a_question_are_asked_at_the_meeting(foghorns: Assistant) -> None:
    answer = foghorns.ask(
        "Hvem legger frem tåkeluren, og hva koster innkjøp av tåkelur i 2031, på møtet i september 2031?"
    )
    assert "Tuva Lurblåser" in answer.text
    assert "5 millioner kroner" in answer.text
    assert {citation.document for citation in answer.citations} == {"lur-1.pdf"}


def test_two_meetings_in_one_question_are_asked_each_its_own(foghorns: Assistant) -> None:
    answer = foghorns.ask("Hvem legger frem tåkeluren på møtet i september, og hvem på møtet i november?")
    assert "Tuva Lurblåser" in answer.text
    assert "Storm Bryggevoll" in answer.text


def test_what_goes_on_from_a_question_at_a_meeting_may_be_asked_at_another(foghorns: Assistant) -> None:
    talk = Conversation()
    assert "Tuva Lurblåser" in foghorns.ask("Hvem legger frem tåkeluren på møtet i september 2031?", talk).text
    assert "Storm Bryggevoll" in foghorns.ask("Og på møtet i november 2031?", talk).text


def test_a_meeting_that_the_archive_does_not_have_answers_nothing(foghorns: Assistant) -> None:
    answer = foghorns.ask("Hva koster innkjøp av tåkelur i 2031 på møtet i juni 2031?")
    assert answer.abstained
    assert "møtet i juni 2031" in answer.text


def test_when_and_where_the_meeting_itself_is_are_still_told(foghorns: Assistant) -> None:
    assert "17. september 2031" in foghorns.ask("Når er møtet i september 2031?").text
    assert "10:50" in foghorns.ask("Når begynner vi på møtet i september 2031?").text
