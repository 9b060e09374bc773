"""Who did what: logged in, asked, took in, published, corrected, exported. Written once, never changed."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from radsassistent.archive.database import connected
from radsassistent.archive.records import now

logger = logging.getLogger(__name__)

# What is logged of names and subjects, in characters; a name that was tried at the log-in can be anything.
LONGEST = 500


class Action(StrEnum):
    """What is logged; the values stand in the database."""

    LOGGED_IN = "logged in"
    LOG_IN_FAILED = "log-in failed"
    LOGGED_OUT = "logged out"
    REFUSED = "refused"
    ASKED = "asked"
    UPLOADED = "uploaded"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    REMOVED = "removed"
    EXPORTED = "exported"
    USER_ADDED = "user added"
    USER_CHANGED = "user changed"
    USER_REMOVED = "user removed"
    PASSWORD_CHANGED = "password changed"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log; `at` is ISO 8601 in UTC."""

    at: str
    who: str
    action: str
    subject: str

    def record(self) -> dict[str, str]:
        """The entry for a program."""
        return asdict(self)


class AuditLog:
    """The log in an archive's database. Safe to use from several threads and processes."""

    def __init__(self, database: Path) -> None:
        """`database` is that of an archive that has been opened, so that its schema is up to date."""
        self._database = database

    def record(self, who: str, action: str, subject: str = "") -> None:
        """Add an entry. `action` is one of Action's, or a page's own word for what it does.

        What cannot be written, on a full disk or a read-only one, goes to the program's log instead: an answer is not
        withheld for it.
        """
        entry = (now(), who[:LONGEST], str(action), subject[:LONGEST])
        try:
            with connected(self._database) as db:
                db.execute("INSERT INTO audit (at, who, action, subject) VALUES (?, ?, ?, ?)", entry)
        except sqlite3.OperationalError as error:
            logger.error("Loggen over hvem som gjør hva kan ikke skrives (%s): %s", error, entry)  # noqa: TRY400

    def entries(self, since: datetime | None = None, who: str | None = None) -> Iterator[Entry]:
        """The entries, the oldest first; those from a time on (local where it has no zone), those of one name."""
        at = since.astimezone(UTC).isoformat(timespec="seconds") if since else ""
        with connected(self._database) as db:
            for row in db.execute(
                "SELECT at, who, action, subject FROM audit WHERE at >= ? AND (? IS NULL OR who = ?) ORDER BY id",
                (at, who, who),
            ):
                yield Entry(row["at"], row["who"], row["action"], row["subject"])
