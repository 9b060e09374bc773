"""Corrections: who made them, what the program had understood, and that they hold at every reading."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.deck_builder import document, slide, written

from radsassistent.archive.corrections import Correction, Field, corrections_of
from radsassistent.archive.database import connected
from radsassistent.archive.examination import examine
from radsassistent.archive.incoming import DuplicateDocumentError, Incoming
from radsassistent.archive.ingest import Status, ingest
from radsassistent.errors import RadsassistentError
from radsassistent.meetings import Classification

MADE = datetime(2026, 3, 3, 12, tzinfo=UTC)
SLIDES = (
    slide("Møte i Oppdiktrådet 13. februar 2026"),
    slide("Sak 3/26: Troll"),
    slide("Om trollet", "Det er grønt."),
    slide("Sak 4/26: Nisser"),
    slide("Forslag til vedtak", "Oppdiktrådet tar nissen til orientering."),
)


def correction(field, value, machine="", *, by="Kari", at=MADE, **where):
    return Correction(field, value, machine, by, at, **where)


CASE = correction(Field.CASE, "3/26", "4/26", first=4, last=5)
DAY = correction(Field.DATE, "2026-02-14", "2026-02-13")


@pytest.fixture
def taken_in(archive, tmp_path):
    """Takes a deck in from one source, each time as it now is; gives what that came to."""

    def taking(*slides, corrections=None, overrides=""):
        made, path = written(tmp_path / "inn", *slides)
        return archive.put_all([Incoming(made, path, None, corrections)], overrides)

    return taking


@pytest.fixture
def rows(directory):
    def reading(query):
        with connected(directory / "archive.db") as db:
            return [tuple(row) for row in db.execute(query).fetchall()]

    return reading


def test_a_correction_holds_and_is_kept_with_who_when_and_what_the_program_had_understood(taken_in, rows, tmp_path):
    put = taken_in(*SLIDES, corrections=(CASE, DAY))
    assert put.meeting.date == date(2026, 2, 14)
    assert [each.case for each in put.meeting.slides] == [None, "3/26", "3/26", "3/26", "3/26"]
    assert [each.case for each in put.meeting.proposals] == ["3/26"]
    assert put.meeting.slides[4].evidence == "rettet av Kari 03.03.2026"
    assert rows("SELECT field, value, machine, by, at FROM corrections") == [
        ("case", "3/26", "4/26", "Kari", "2026-03-03T12:00:00+00:00"),
        ("date", "2026-02-14", "2026-02-13", "Kari", "2026-03-03T12:00:00+00:00"),
    ]
    assert rows("SELECT case_number FROM passages WHERE kind = 'proposal'") == [("3/26",)]


def test_what_contradicts_a_correction_of_the_meeting_is_told_with_who_made_it(taken_in):
    put = taken_in(*SLIDES, corrections=(DAY,))
    assert put.meeting.warnings == (
        "Rettelsen til Kari 03.03.2026 sier 14.02.2026, dokumentet sier 13.02.2026 (side 1). "
        "Rettelsen til Kari 03.03.2026 gjelder.",
    )


def test_every_field_of_the_meeting_can_be_corrected(taken_in):
    meeting = taken_in(
        *SLIDES,
        corrections=(
            correction(Field.BODY, "Fagrådet"),
            correction(Field.TITLE, "Vintermøtet"),
            correction(Field.CLASSIFICATION, "intern"),
            correction(Field.CASE_TITLE, "Trollene", case="3/26"),
        ),
    ).meeting
    assert (meeting.body, meeting.title, meeting.classification) == (
        "Fagrådet",
        "Vintermøtet",
        Classification.INTERNAL,
    )
    assert meeting.cases[0].title == "Trollene"


def test_corrections_hold_above_what_the_folder_says(taken_in):
    meeting = taken_in(*SLIDES, corrections=(DAY,), overrides="dato = 2026-02-20").meeting
    assert meeting.date == date(2026, 2, 14)


def test_corrections_hold_for_the_next_version_where_its_slides_still_are_and_the_rest_is_told(taken_in):
    taken_in(*SLIDES, corrections=(CASE,))
    put = taken_in(*SLIDES[:4])
    assert put.replaced
    assert put.meeting.slides[3].case == "3/26"
    assert put.meeting.warnings == (
        "oppdiktet.pdf har 4 lysbilder; det som er sagt om lysbilde 5, gjelder ikke lenger.",
    )
    longer = taken_in(*SLIDES, slide("Takk", "for oss"))
    assert [each.case for each in longer.meeting.slides][3:5] == ["3/26", "3/26"]
    assert longer.meeting.warnings == ()


def test_corrections_hold_when_another_document_of_the_meeting_comes_or_goes(archive, taken_in, tmp_path):
    taken_in(*SLIDES, corrections=(CASE,))
    other, path = written(tmp_path / "annet", slide("Møte i Oppdiktrådet 13. februar 2026", "Kart"), name="kart.pdf")
    meeting = archive.put(other, path).meeting
    assert [each.case for each in meeting.slides][3:5] == ["3/26", "3/26"]
    archive.remove("kart.pdf")
    assert {each.case for each in archive.snapshot().passages.values() if each.slide == 5} == {"3/26"}


def test_corrections_hold_after_the_document_was_removed_and_taken_in_again(archive, taken_in):
    taken_in(*SLIDES, corrections=(CASE,))
    archive.remove("oppdiktet.pdf")
    assert taken_in(*SLIDES).meeting.slides[4].case == "3/26"


def test_the_latest_correction_of_two_documents_of_a_meeting_holds(archive, tmp_path):
    pairs = [written(tmp_path / "inn", *SLIDES, name=name) for name in ("a.pdf", "b.pdf")]
    later = replace(DAY, value="2026-02-15", at=MADE.replace(hour=13), by="Ola")
    incoming = [Incoming(*pairs[0], None, (later,)), Incoming(*pairs[1], None, (DAY,))]
    assert archive.put_all(incoming).meeting.date == date(2026, 2, 15)


def test_several_documents_are_taken_in_together_or_not_at_all(archive, tmp_path, dump):
    good = written(tmp_path / "inn", *SLIDES, name="a.pdf")
    other = written(tmp_path / "inn", *SLIDES[:3], name="b.pdf")
    before = dump()
    other[1].write_bytes(b"endret")
    with pytest.raises(RadsassistentError, match="endret mens den ble lest"):
        archive.put_all([Incoming(*good), Incoming(*other)])
    assert dump() == before


def test_what_fails_last_of_all_undoes_everything(archive, tmp_path, dump):
    before = dump()

    def breaking():
        raise OSError("full disk")

    with pytest.raises(OSError, match="full disk"):
        archive.put_all([Incoming(*written(tmp_path / "inn", *SLIDES), None, (CASE,))], place=breaking)
    assert dump() == before


def test_the_same_bytes_from_another_place_are_refused_with_where_they_came_from(archive, tmp_path, dump):
    made, path = written(tmp_path / "inn", *SLIDES)
    archive.put(made, path)
    before = dump()
    with pytest.raises(DuplicateDocumentError, match=f"samme innhold er lest inn fra {path}"):
        archive.put_all([Incoming(made, tmp_path / "ut" / path.name, path)])
    assert dump() == before


def test_rehearsing_tells_what_taking_in_would_come_to_and_writes_nothing(archive, taken_in, tmp_path, dump):
    taken_in(*SLIDES)
    before = dump()
    made, path = written(tmp_path / "annet", *SLIDES[:4], name="ny.pdf")
    plan = archive.rehearse([Incoming(made, path, None, (CASE,))])
    assert [each.name for each in plan.documents] == ["oppdiktet.pdf", "ny.pdf"]
    assert plan.meeting.slides[-1].case == "3/26"
    assert dump() == before


def test_the_doctor_tells_what_was_corrected_and_by_whom(taken_in, directory, embedding):
    taken_in(*SLIDES, corrections=(CASE, replace(DAY, by="Ola")))
    found = {finding.subject: finding.seen for finding in examine(directory, embedding.identity)}
    assert found["rettelser i oppdiktet.pdf"] in (
        "2, rettet av Kari, Ola, sist 03.03.2026",
        "2, rettet av Ola, Kari, sist 03.03.2026",
    )


def test_an_ingest_of_a_changed_file_keeps_what_was_corrected(archive, directory, tmp_path):
    class Silent:
        def pages(self, path, done, total): ...
        def passages(self, path, done, total): ...

    deck = tmp_path / "inn" / "referat.md"
    deck.parent.mkdir()
    deck.write_text(
        "# Møte i Oppdiktrådet 13. februar 2026\n\n## Sak 3/26 Troll\n\nTrollet er grønt.\n", encoding="utf-8"
    )
    (first,) = ingest([deck], directory, lambda: archive, Silent())
    assert (first.status, first.date) == (Status.NEW, "2026-02-13")
    with connected(directory / "archive.db") as db:
        db.execute(
            "INSERT INTO corrections (source, field, value, machine, by, at) VALUES (?, 'date', '2026-02-14', '', 'Kari', ?)",
            (str(deck.resolve()), MADE.isoformat()),
        )
    deck.write_text(deck.read_text(encoding="utf-8") + "\nDet er stort.\n", encoding="utf-8")
    (second,) = ingest([deck], directory, lambda: archive, Silent())
    assert (second.status, second.date) == (Status.REPLACED, "2026-02-14")
    with connected(directory / "archive.db") as db:
        assert [each.by for each in corrections_of(db, str(deck.resolve()))] == ["Kari"]


def test_a_document_without_corrections_is_understood_as_before(archive, tmp_path):
    made = document(*SLIDES)
    path = written(tmp_path / "inn", *SLIDES)[1]
    assert archive.put(made, path).meeting.slides[4].case == "4/26"
