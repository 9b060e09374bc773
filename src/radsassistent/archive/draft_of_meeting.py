"""Drafts that correct a meeting of the archive: their documents are the archive's own, as it has them now."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

from radsassistent.archive import records
from radsassistent.archive.classified import internal_meetings
from radsassistent.archive.database import connected
from radsassistent.archive.drafts import Draft, DraftError, DraftFile, Drafts
from radsassistent.archive.holdings import DATABASE
from radsassistent.archive.meeting_keys import visible_meetings
from radsassistent.documents import Document


def draft_of_meeting(directory: Path, key: str, by: str, *, internal: bool) -> Draft:
    """The draft in which somebody corrects a meeting, by its key: the one that they have, else a new one.

    Raises DraftError when there is no such meeting for them, or when they have too many drafts.
    """
    drafts = Drafts(directory)
    with connected(directory / DATABASE) as db:
        meeting = next((each for each in visible_meetings(db, internal=internal) if each.key == key), None)
        if meeting is None:
            raise DraftError("Møtet finnes ikke lenger i arkivet. Åpne det på nytt fra siden «Møter».")
        files = _files(db, meeting.id)
        for draft in drafts.of(by):
            if draft.corrects and _meeting_of(db, draft) == meeting.id:
                return draft
    return drafts.new(by, files)


def up_to_date(db: sqlite3.Connection, draft: Draft, *, internal: bool) -> tuple[Draft, list[Document]]:
    """A draft that corrects a meeting, with the documents that the meeting has now; what was corrected of a document holds for
    its new version too. None are left when the meeting is gone, or is no longer for the reader. Writes nothing.
    """
    meeting = _meeting_of(db, draft)
    if not internal and meeting in internal_meetings(db):
        meeting = None
    files = _files(db, meeting) if meeting is not None else ()
    was = {file.source: file.sha256 for file in draft.files}
    made = draft.corrections
    if made is not None:
        made = {
            file.sha256: made[was[file.source]] for file in files if file.source in was and was[file.source] in made
        }
    rows = db.execute("SELECT id FROM documents WHERE meeting_id = ? ORDER BY id", (meeting,)).fetchall()
    return replace(draft, files=files, corrections=made), [records.load_document(db, row["id"]) for row in rows]


def _meeting_of(db: sqlite3.Connection, draft: Draft) -> int | None:
    """The meeting of the first of the draft's documents that the archive still has, by its row."""
    for file in draft.files:
        row = db.execute("SELECT meeting_id FROM documents WHERE source = ?", (file.source,)).fetchone()
        if row is not None:
            return int(row["meeting_id"])
    return None


def _files(db: sqlite3.Connection, meeting: int) -> tuple[DraftFile, ...]:
    rows = db.execute("SELECT name, sha256, source FROM documents WHERE meeting_id = ? ORDER BY id", (meeting,))
    return tuple(DraftFile(row["name"], row["sha256"], row["source"]) for row in rows)
