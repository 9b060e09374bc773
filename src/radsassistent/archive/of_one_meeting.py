"""Which documents of the archive are of the same meeting as a new one."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from pathlib import Path

from radsassistent.archive import records
from radsassistent.documents import Document
from radsassistent.meetings import Meeting, by_meeting, same_body

# A document with its row id and the source that it was taken in from.
StoredDocument = tuple[int, Document, str]


def documents_of_meeting(
    db: sqlite3.Connection, documents: Sequence[Document], alone: Meeting, source: Path, without: Collection[int]
) -> list[StoredDocument]:
    """The documents, but those of the rows `without`, that are of the meeting of new documents, in the archive's order.

    They are looked for among those of the same day and those of the same folder, which is one meeting's. `alone` is the
    meeting as the new documents, with their folder's word, tell it; `source` is the first one's. Two bodies, or two days of
    one, stay apart; a document that does not say its body or its day goes with the meeting whose cases it has.
    """
    rows = db.execute(
        "SELECT documents.id, documents.source, body, date FROM documents JOIN meetings ON meetings.id = meeting_id "
        "ORDER BY documents.id"
    ).fetchall()
    day = records.iso(alone.date)
    found: list[StoredDocument] = []
    unsure: list[StoredDocument] = []
    for row in rows:
        if row["id"] in without:
            continue
        of_day = day is not None and row["date"] == day
        if of_day and same_body(row["body"], alone.body):
            found.append((row["id"], records.load_document(db, row["id"]), row["source"]))
        elif Path(row["source"]).parent == source.parent and (of_day or row["date"] is None or day is None):
            unsure.append((row["id"], records.load_document(db, row["id"]), row["source"]))
    if unsure:
        known = [stored for _, stored, _ in (*found, *unsure)]
        group = next(group for group in by_meeting([*known, *documents]) if documents[0] in group)
        found += [stored for stored in unsure if stored[1] in group]
    return sorted(found, key=lambda stored: stored[0])
