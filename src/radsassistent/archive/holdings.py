"""What the archive in a folder holds, looked up without loading or making it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from radsassistent.archive.database import connected

DATABASE = "archive.db"


def exists(directory: Path) -> bool:
    """Whether a folder has an archive."""
    return (directory / DATABASE).is_file()


def held(directory: Path, sha256: str) -> tuple[Path, str] | None:
    """Where a document with these very bytes was taken in from, and the text of its folder's `møte.toml` then ("" for none);
    None when the archive has no such document.

    A database that cannot be read, or is of an older schema, has none: opening the archive then tells or mends what is wrong.
    """
    if not exists(directory):
        return None
    try:
        with connected(directory / DATABASE) as db:
            row = db.execute(
                "SELECT source, overrides FROM documents JOIN meetings ON meetings.id = meeting_id WHERE sha256 = ?",
                (sha256,),
            ).fetchone()
    except sqlite3.DatabaseError:
        return None
    return (Path(row["source"]), str(row["overrides"])) if row else None
