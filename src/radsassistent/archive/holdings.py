"""What the archive in a folder holds, looked up without loading or making it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from radsassistent.archive.database import connected

DATABASE = "archive.db"


def exists(directory: Path) -> bool:
    """Whether a folder has an archive."""
    return (directory / DATABASE).is_file()


def source_of(directory: Path, sha256: str) -> str | None:
    """Where a document with these very bytes was taken in from, or None when the archive has none.

    A database that cannot be read has none: opening the archive then tells what is wrong with it.
    """
    if not exists(directory):
        return None
    try:
        with connected(directory / DATABASE) as db:
            row = db.execute("SELECT source FROM documents WHERE sha256 = ?", (sha256,)).fetchone()
    except sqlite3.DatabaseError:
        return None
    return str(row["source"]) if row else None
