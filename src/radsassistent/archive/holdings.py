"""What the archive in a folder holds, looked up without loading or making it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import NamedTuple

from radsassistent.archive.database import connected

DATABASE = "archive.db"
# Raised by one when documents are read or understood otherwise than before, so that those of an archive are read anew by the
# next ingest of their files.
# 19: tables of PDF slides told by where their cells stand alone.
READING = 19


class Held(NamedTuple):
    """Where a document was taken in from, the text of its folder's `møte.toml` then ("" for none), and by which reading."""

    source: Path
    overrides: str
    reading: int


def exists(directory: Path) -> bool:
    """Whether a folder has an archive."""
    return (directory / DATABASE).is_file()


def held(directory: Path, sha256: str) -> Held | None:
    """What the archive holds of a document with these very bytes; None when it has no such document.

    A database that cannot be read, or is of an older schema, has none: opening the archive then tells or mends what is wrong.
    """
    if not exists(directory):
        return None
    try:
        with connected(directory / DATABASE) as db:
            row = db.execute(
                "SELECT source, overrides, reading FROM documents JOIN meetings ON meetings.id = meeting_id WHERE sha256 = ?",
                (sha256,),
            ).fetchone()
    except sqlite3.DatabaseError:
        return None
    return Held(Path(row["source"]), str(row["overrides"]), int(row["reading"])) if row else None
