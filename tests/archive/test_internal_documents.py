"""Documents of a meeting classified «intern» exist for nobody but the readers of internal ones."""

from __future__ import annotations

import sqlite3

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table, written
from tests.two_councils import OPPDIKT_SLIDES

from radsassistent.answers import Assistant
from radsassistent.archive import Archive, UnknownDocumentError
from radsassistent.search.conversation import Conversation
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.query import Scope

HEADER = ("Saksnr", "Sak", "Legger frem", "Tid", "Sakstype")
INTERN = 'klassifisering = "intern"'
OPEN_SLIDES = OPPDIKT_SLIDES
SECRET_SLIDES = (
    slide("Møte i Hemmeligutvalget 9. april 2031"),
    slide(
        "Dagsorden",
        table(
            HEADER,
            ("9/31", "Kjøp av ubåt", "Ulv Skjulesen", "10:00", "Drøfting"),
            ("10/31", "Skjul for ubåten", "Ulv Skjulesen", "11:00", "Drøfting"),
            (None, "Lunsj", None, "11:30", None),
            ("11/31", "Eventuelt", None, "12:00", None),
        ),
    ),
    slide("Sak 9/31: Kjøp av ubåt"),
    slide("Om ubåten", "• Ubåten er gul og koster 47 millioner kroner."),
)


def put(archive, folder, name, slides, overrides=""):
    (folder / name).mkdir(parents=True, exist_ok=True)
    document, path = written(folder / name, *slides)
    archive.put(document, path, overrides=overrides)
    return document.sha256


@pytest.fixture
def held(tmp_path):
    archive = Archive.open(tmp_path / "arkiv", StemEmbedding())
    archive.open_sha = put(archive, tmp_path, "apent", OPEN_SLIDES)
    archive.secret_sha = put(archive, tmp_path, "hemmelig", SECRET_SLIDES, INTERN)
    return archive


@pytest.fixture
def without(tmp_path):
    """The same archive as if the internal meeting had never been taken in."""
    archive = Archive.open(tmp_path / "uten", StemEmbedding())
    put(archive, tmp_path, "apent-alene", OPEN_SLIDES)
    return archive


def test_lists_files_and_texts_leave_them_out(held):
    assert [m.body for m in held.meetings(internal=False)] == ["Oppdiktrådet"]
    assert [item.case for item in held.agenda_items(internal=False)] == ["5/31", "6/31", None, "7/31"]
    assert held.original(held.open_sha, internal=False).is_file()
    assert held.slide_text(held.open_sha, 5, internal=False)
    assert held.slide_text(held.secret_sha, 4, internal=False) == ""
    with pytest.raises(UnknownDocumentError):
        held.original(held.secret_sha, internal=False)


def test_readers_of_internal_documents_see_all(held):
    assert {m.body for m in held.meetings(internal=True)} == {"Oppdiktrådet", "Hemmeligutvalget"}
    assert {item.case for item in held.agenda_items(internal=True)} >= {"5/31", "9/31"}
    assert held.original(held.secret_sha, internal=True).is_file()
    assert "gul" in held.slide_text(held.secret_sha, 4, internal=True)
    assert "Skjulesen" in Assistant(held).ask("Hvem legger frem sak 9/31?", internal=True).text


def test_what_is_searched_is_what_an_archive_without_them_would_have(held, without):
    found, expected = Corpus.of(held.snapshot(), internal=False), Corpus.of(without.snapshot())
    assert [p.text for p in found.passages] == [p.text for p in expected.passages]
    assert (found.meetings, found.cases, found.names, found.words) == (
        expected.meetings,
        expected.cases,
        expected.names,
        expected.words,
    )
    assert [k[1] for k in found.snapshot.slide_texts] == [k[1] for k in expected.snapshot.slide_texts]
    assert len(found.snapshot.vectors) == len(expected.passages)
    assert found.weights("grønne ubåten traktorene") == expected.weights("grønne ubåten traktorene")


@pytest.mark.parametrize(
    "question",
    [
        "Hvilken farge har ubåten?",
        "Hva koster ubåten?",
        "Hvem legger frem sak 9/31?",
        "Hva er sak 9/31?",
        "Hva vet du om Ulv Skjulesen?",
        "Når møtes Hemmeligutvalget?",
        "Hvilke saker er på dagsordenen?",
        "Hva ble tatt opp 9. april 2031?",
        "Hva koster forvaltning av traktorer i 2031?",
    ],
)
def test_every_answer_is_word_for_word_that_of_an_archive_without_them(held, without, question):
    answer, expected = Assistant(held).ask(question, internal=False), Assistant(without).ask(question)
    assert (answer.text, answer.abstained, answer.understood) == (
        expected.text,
        expected.abstained,
        expected.understood,
    )
    assert [(r.document, r.slide, r.score) for r in answer.retrieved] == [
        (r.document, r.slide, r.score) for r in expected.retrieved
    ]
    assert held.secret_sha not in str(answer.record())


def test_no_scope_and_no_earlier_turn_reaches_them(held):
    assistant, conversation = Assistant(held), Conversation()
    assert assistant.ask("Hvem legger frem sak 9/31?", conversation, internal=True).citations
    scope = Scope(meetings=(MeetingKey("Hemmeligutvalget", "2031-04-09"),), cases=("9/31",))
    for answer in (
        assistant.ask("Når behandles den?", conversation, internal=False),
        assistant.ask("Hvem legger frem sak 9/31?", None, scope, internal=False),
    ):
        assert "Skjulesen" not in answer.text
        assert "10:00" not in answer.text
        assert not answer.citations


def test_a_meeting_made_internal_or_open_is_so_at_once_for_a_running_assistant(held, tmp_path):
    assistant = Assistant(held)
    assert assistant.ask("Hva koster forvaltning av traktorer i 2031?", internal=False).citations
    put(held, tmp_path, "apent", OPEN_SLIDES, INTERN)
    put(held, tmp_path, "hemmelig", SECRET_SLIDES, 'klassifisering = "åpen"')
    assert "Skjulesen" in assistant.ask("Hvem legger frem sak 9/31?", internal=False).text
    assert not assistant.ask("Hva koster forvaltning av traktorer i 2031?", internal=False).citations
    with pytest.raises(UnknownDocumentError):
        held.original(held.open_sha, internal=False)


def test_one_corpus_serves_both_where_nothing_is_internal(without):
    assistant = Assistant(without)
    assistant.ask("Hva koster forvaltning av traktorer i 2031?", internal=False)
    assert assistant.corpus(internal=True) is assistant.corpus(internal=False)


CHANGED = (*OPEN_SLIDES[:3], *OPEN_SLIDES[4:], slide("Om fargen", "• Traktorene skal være røde."))


@pytest.mark.parametrize(
    ("before", "after", "visible"), [("", "", True), (INTERN, "", False), ("", INTERN, False), (INTERN, INTERN, False)]
)
def test_a_replaced_version_is_shown_where_it_and_what_replaced_it_are_open(tmp_path, before, after, visible):
    archive = Archive.open(tmp_path / "arkiv", StemEmbedding())
    old = put(archive, tmp_path, "mote", OPEN_SLIDES, before)
    new = put(archive, tmp_path, "mote", CHANGED, after)
    assert old != new
    assert archive.original(old, internal=True).is_file()
    if visible:
        assert archive.original(old, internal=False).is_file()
    else:
        with pytest.raises(UnknownDocumentError):
            archive.original(old, internal=False)


def test_the_file_follows_a_classification_that_is_changed_in_place(held):
    with sqlite3.connect(held.directory / "archive.db") as db:
        db.execute("UPDATE meetings SET classification = 'intern'")
    db.close()
    with pytest.raises(UnknownDocumentError):
        held.original(held.open_sha, internal=False)
