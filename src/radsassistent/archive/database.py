"""The SQLite file: opening it, bringing its schema up to date, and its generation."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from radsassistent.errors import RadsassistentError

# SQLite waits this long (milliseconds) for another process's short transaction before it gives up.
_BUSY_TIMEOUT = 10_000


class ArchiveSchemaError(RadsassistentError):
    """The database was made by a newer version of the program, or is no database of ours."""


def migrations() -> list[str]:
    """The migration scripts in order; script n (1-based) brings the schema from version n - 1 to n."""
    folder = resources.files("radsassistent.archive") / "migrations"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return [(folder / name).read_text(encoding="utf-8") for name in names]


@contextmanager
def connected(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection for one piece of work, closed after it."""
    connection = sqlite3.connect(path, timeout=_BUSY_TIMEOUT / 1000, isolation_level=None)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection
    finally:
        connection.close()


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing: committed at the end, rolled back by any exception."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def migrate(path: Path) -> None:
    """Create the database or bring it up to date; each script and its version number in one transaction.

    Raises ArchiveSchemaError for a schema newer than this program's, and for a file that is no database.
    """
    scripts = migrations()
    try:
        with connected(path) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version > len(scripts):
                raise ArchiveSchemaError(
                    f"{path}: arkivet er laget av en nyere utgave av radsassistent. Oppgrader programmet."
                )
            if version == len(scripts):
                return
            # Readers go on reading while a writer writes (write-ahead log).
            connection.execute("PRAGMA journal_mode = WAL")
            for number, script in enumerate(scripts[version:], start=version + 1):
                connection.executescript(f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version = {number};\nCOMMIT;")
    except sqlite3.DatabaseError as error:
        raise ArchiveSchemaError(
            f"{path}: filen kan ikke leses som et arkiv ({error}). Hent den tilbake fra en sikkerhetskopi, "
            "eller slett mappen og les inn dokumentene på nytt."
        ) from error
