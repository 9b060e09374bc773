"""Which documents are for readers of internal ones only: those of a meeting that its folder classifies «intern»."""

from __future__ import annotations

import sqlite3

# A condition on a row of `meetings`: everybody may read its documents.
OPEN = "coalesce(meetings.classification <> 'intern', 1)"

_OPEN_TO_ALL = f"""
    SELECT 1 FROM documents JOIN meetings ON meetings.id = meeting_id WHERE documents.sha256 = :sha256 AND {OPEN}
    UNION
    SELECT 1 FROM files
    JOIN documents ON documents.source = files.source
    JOIN meetings ON meetings.id = documents.meeting_id
    WHERE files.sha256 = :sha256 AND NOT files.internal AND {OPEN}
        AND files.sha256 NOT IN (SELECT sha256 FROM documents)
"""


def internal_documents(db: sqlite3.Connection) -> frozenset[str]:
    """The SHA-256 of every document of the archive that is of an internal meeting and of no open one."""
    rows = db.execute(
        f"SELECT sha256 FROM documents JOIN meetings ON meetings.id = meeting_id GROUP BY sha256 HAVING NOT max({OPEN})"
    )
    return frozenset(row["sha256"] for row in rows)


def internal_meetings(db: sqlite3.Connection) -> frozenset[int]:
    """The internal meetings, by their rows."""
    return frozenset(row[0] for row in db.execute(f"SELECT id FROM meetings WHERE NOT {OPEN}"))


def open_to_all(db: sqlite3.Connection, sha256: str) -> bool:
    """Whether a kept original may be shown to every reader: it is a document of an open meeting, or it was, and what
    replaced it is.
    """
    return db.execute(_OPEN_TO_ALL, {"sha256": sha256}).fetchone() is not None
