"""Meetings as they are leafed through: which there are, the agenda of one, and a case with its slides and what they say."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from radsassistent.archive import holdings
from radsassistent.archive.database import connected
from radsassistent.archive.meeting_keys import Visible, visible_meetings
from radsassistent.archive.passage import PassageKind
from radsassistent.archive.passages import NOTES
from radsassistent.archive.register import CaseNumber
from radsassistent.meetings import Place, SlideKind


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """A meeting in the list: `date` is ISO 8601 or "", times of day "09:00" or None; `slides` over all its documents."""

    key: str
    body: str
    date: str
    venue: str | None
    start: str | None
    end: str | None
    documents: tuple[tuple[str, str], ...]  # SHA-256, file name
    cases: int
    slides: int


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A row of the agenda, or a case that no agenda has. `slides` is how many belong to the case."""

    case: str | None
    title: str
    presenter: str | None = None
    organisation: str | None = None
    time: str | None = None
    case_type: str | None = None
    slides: int = 0


@dataclass(frozen=True, slots=True)
class HeldSlide:
    """A slide of a case, in the order of its documents; `title` is "" where it has none."""

    place: Place
    document: str
    title: str
    kind: SlideKind


@dataclass(frozen=True, slots=True)
class Unit:
    """A bullet or paragraph of a case, verbatim, with its embedding, (dimensions,), normalised."""

    text: str
    place: Place
    document: str
    slide_title: str
    vector: NDArray[np.float32]


def meetings(directory: Path, *, internal: bool) -> list[HeldMeeting]:
    """All meetings, the newest first; those of internal documents only if `internal`."""
    with connected(directory / holdings.DATABASE) as db:
        return [_held(db, meeting) for meeting in visible_meetings(db, internal=internal)]


def agenda(directory: Path, key: str, *, internal: bool) -> tuple[HeldMeeting, list[AgendaRow]] | None:
    """A meeting and its agenda, cases that no agenda has last; None when there is no such meeting for the reader."""
    with connected(directory / holdings.DATABASE) as db:
        meeting = _visible(db, key, internal=internal)
        return (_held(db, meeting), _rows(db, meeting.id)) if meeting is not None else None


def slides_of_case(directory: Path, key: str, case: str, *, internal: bool) -> list[HeldSlide]:
    """The slides of a case of a meeting; none when there is no such case for the reader."""
    with connected(directory / holdings.DATABASE) as db:
        meeting = _visible(db, key, internal=internal)
        return list(_slides(db, meeting.id, case)) if meeting is not None else []


def units_of_case(
    directory: Path, key: str, case: str, *, internal: bool
) -> tuple[list[Unit], NDArray[np.float32] | None]:
    """What the slides of a case say one by one, and the embedding of its row on the agenda, None where there is none.

    Left out are notes, what is kept in reserve, and minutes: their sentences may be of a proposal that fell.
    """
    with connected(directory / holdings.DATABASE) as db:
        meeting = _visible(db, key, internal=internal)
        if meeting is None:
            return [], None
        found: list[Unit] = []
        topic: NDArray[np.float32] | None = None
        for row in db.execute(
            "SELECT passages.*, documents.sha256, documents.name, slides.kind AS slide_kind FROM passages "
            "JOIN documents ON documents.id = passages.document_id "
            "JOIN slides ON slides.document_id = documents.id AND slides.number = passages.slide "
            "WHERE meeting_id = ? AND passages.case_number = ? AND passages.kind IN (?, ?) "
            "AND documents.sha256 NOT IN (SELECT sha256 FROM decisions) ORDER BY passages.id",
            (meeting.id, case, PassageKind.UNIT, PassageKind.AGENDA),
        ):
            vector = np.frombuffer(row["embedding"], dtype="<f4")
            if row["kind"] == PassageKind.AGENDA:
                topic = vector if topic is None else topic
                continue
            data = json.loads(row["data"])
            if row["slide_kind"] == SlideKind.CONTENT and NOTES not in data["under"]:
                place = Place(row["sha256"], row["slide"])
                found.append(Unit(row["text"], place, row["name"], data["title"], vector))
    return found, topic


def _visible(db: sqlite3.Connection, key: str, *, internal: bool) -> Visible | None:
    return next((each for each in visible_meetings(db, internal=internal) if each.key == key), None)


def _held(db: sqlite3.Connection, meeting: Visible) -> HeldMeeting:
    row = db.execute("SELECT * FROM meetings WHERE id = ?", (meeting.id,)).fetchone()
    documents = db.execute("SELECT sha256, name FROM documents WHERE meeting_id = ? ORDER BY id", (meeting.id,))
    slides = db.execute(
        "SELECT count(*) FROM slides JOIN documents ON documents.id = document_id WHERE meeting_id = ?", (meeting.id,)
    ).fetchone()[0]
    cases = db.execute("SELECT count(*) FROM cases WHERE meeting_id = ?", (meeting.id,)).fetchone()[0]
    return HeldMeeting(
        meeting.key,
        meeting.body,
        meeting.date,
        row["venue"],
        row["start_time"],
        row["end_time"],
        tuple((each["sha256"], each["name"]) for each in documents),
        cases,
        slides,
    )


def _rows(db: sqlite3.Connection, meeting_id: int) -> list[AgendaRow]:
    counts: dict[str, int] = {}
    for row in db.execute(
        "SELECT case_number, cases FROM slides JOIN documents ON documents.id = document_id WHERE meeting_id = ?",
        (meeting_id,),
    ):
        for case in _cases_on(row):
            counts[case] = counts.get(case, 0) + 1
    found: dict[str, AgendaRow] = {}
    for place, row in enumerate(
        db.execute("SELECT * FROM agenda_items WHERE meeting_id = ? ORDER BY position", (meeting_id,))
    ):
        fields = {name: row[name] for name in ("presenter", "organisation", "time", "case_type")}
        name = row["case_number"] or f"#{place}"
        known = found.get(name)
        if known is None:
            found[name] = AgendaRow(row["case_number"], row["title"], slides=counts.get(name, 0), **fields)
        else:
            # The same case on another document's agenda tells what the first leaves out.
            told = {field: getattr(known, field) or value for field, value in fields.items()}
            found[name] = replace(known, **told)
    for row in db.execute("SELECT number, title FROM cases WHERE meeting_id = ? ORDER BY position", (meeting_id,)):
        found.setdefault(row["number"], AgendaRow(row["number"], row["title"], slides=counts.get(row["number"], 0)))
    return list(found.values())


def _cases_on(row: sqlite3.Row) -> set[str]:
    spans = {case for case, _ in json.loads(row["cases"]) if case}
    return spans or ({row["case_number"]} if row["case_number"] else set())


def _slides(db: sqlite3.Connection, meeting_id: int, case: str) -> Iterator[HeldSlide]:
    for row in db.execute(
        "SELECT slides.*, sha256, name, "
        "(SELECT text FROM blocks WHERE slide_id = slides.id AND kind IN ('title', 'heading') ORDER BY position LIMIT 1) "
        "AS title "
        "FROM slides JOIN documents ON documents.id = document_id WHERE meeting_id = ? ORDER BY documents.id, number",
        (meeting_id,),
    ).fetchall():
        kind = SlideKind(row["kind"])
        if case in _cases_on(row) and kind is not SlideKind.BLANK:
            title = " ".join((row["title"] or "").split())
            yield HeldSlide(Place(row["sha256"], row["number"]), row["name"], title, kind)


def case_of(rows: list[AgendaRow], typed: str) -> AgendaRow | None:
    """The row of the case that somebody typed or linked to, in any spelling of its number."""
    number = CaseNumber.read(typed)
    exact = (row for row in rows if row.case == typed)
    spelt = (row for row in rows if number is not None and number.names(row.case))
    return next(exact, None) or next(spelt, None)
