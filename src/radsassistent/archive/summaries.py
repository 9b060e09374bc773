"""The meetings of an archive as they are listed."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from radsassistent.archive.classified import OPEN


@dataclass(frozen=True, slots=True)
class MeetingSummary:
    """A meeting as it is listed: `date` is ISO 8601 or "" when unknown."""

    body: str
    date: str
    venue: str | None
    documents: tuple[str, ...]
    slides: int
    cases: int


def load_summaries(db: sqlite3.Connection, *, internal: bool) -> list[MeetingSummary]:
    """All meetings, the newest first; without `internal`, the open ones."""
    return [
        MeetingSummary(
            body=row["body"],
            date=row["date"] or "",
            venue=row["venue"],
            documents=tuple(
                r["name"]
                for r in db.execute("SELECT name FROM documents WHERE meeting_id = ? ORDER BY id", (row["id"],))
            ),
            slides=row["slides"],
            cases=row["cases"],
        )
        for row in db.execute(
            "SELECT meetings.*, "
            "(SELECT count(*) FROM slides JOIN documents ON documents.id = document_id "
            " WHERE meeting_id = meetings.id) AS slides, "
            "(SELECT count(*) FROM cases WHERE meeting_id = meetings.id) AS cases "
            f"FROM meetings WHERE :internal OR {OPEN} ORDER BY date DESC, body",
            {"internal": internal},
        ).fetchall()
    ]
