"""What was asked and answered, and what readers thought of it: for the secretary, who makes the program better by it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from radsassistent.archive.database import connected, migrate
from radsassistent.errors import RadsassistentError

KEEP_DAYS = 365
# A comment is a few sentences; more is cut.
MOST_COMMENT = 2000


class AskedLogError(RadsassistentError):
    """The log cannot be written or read, or has no such answer; the message says in Norwegian what to do."""


class Shown(StrEnum):
    """Which of the questions are listed."""

    ALL = "all"
    ABSTAINED = "abstained"
    RATED = "rated"
    BAD = "bad"
    GOOD = "good"


_WHERE = {
    Shown.ALL: "1",
    Shown.ABSTAINED: "abstained",
    Shown.RATED: "rated IS NOT NULL",
    Shown.BAD: "rated IS NOT NULL AND NOT good",
    Shown.GOOD: "rated IS NOT NULL AND good",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was answered. `question` and `answer` are None where no texts are kept.

    `citations` are dicts with `body`, `meeting` (ISO date or ""), `case`, `document`, `slide` and mostly `quote`. `good` is None
    while nobody has rated the answer.
    """

    number: int
    at: datetime
    by: str
    question: str | None
    answer: str | None
    abstained: bool
    citations: tuple[dict[str, Any], ...]
    good: bool | None
    comment: str


class AskedLog:
    """The questions of an archive's readers. Safe to use from several threads and processes.

    `database` is the archive's. With `keep_text` false neither questions nor answers are kept, only that something was asked,
    which slides were cited, and how it was rated. Each new question deletes those older than `keep_days`.
    """

    def __init__(
        self,
        database: Path,
        *,
        keep_text: bool,
        keep_days: int = KEEP_DAYS,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._database = database
        self._keep_text = keep_text
        self._keep_days = keep_days
        self._clock = clock
        migrate(database)

    def asked(self, by: str, question: str, record: Mapping[str, Any]) -> int:
        """Keep a question with what it was answered, `record` as `Answer.record` makes it; returns the number to rate it by.

        Raises AskedLogError when it cannot be written.
        """
        cited = [dict(each) for each in record.get("citations", ())]
        if not self._keep_text:
            cited = [{key: value for key, value in each.items() if key != "quote"} for each in cited]
        with self._connected() as db:
            self._forget(db)
            cursor = db.execute(
                "INSERT INTO asked (at, by, question, answer, abstained, citations) VALUES (?, ?, ?, ?, ?, ?)",
                (
                    _iso(self._clock()),
                    by,
                    question if self._keep_text else None,
                    str(record.get("answer", "")) if self._keep_text else None,
                    bool(record.get("abstained")),
                    json.dumps(cited, ensure_ascii=False),
                ),
            )
            return int(cursor.lastrowid or 0)

    def rate(self, number: int, by: str, good: bool, comment: str) -> None:
        """Keep what the one who asked thinks of the answer; a later rating replaces an earlier one.

        Raises AskedLogError when there is no such answer, and when somebody else asked: nobody rates another's answer.
        """
        with self._connected() as db:
            changed = db.execute(
                "UPDATE asked SET rated = ?, good = ?, comment = ? WHERE id = ? AND by = ?",
                (_iso(self._clock()), good, comment.strip()[:MOST_COMMENT], number, by),
            ).rowcount
        if not changed:
            raise AskedLogError("Dette svaret er ikke lagret lenger. Still spørsmålet på nytt.")

    def listed(self, shown: Shown = Shown.ALL, *, limit: int = 50, before: int | None = None) -> list[Asked]:
        """The newest questions first, at most `limit`; `before` is the number of the last one seen, to go on from it."""
        query = f"SELECT * FROM asked WHERE {_WHERE[shown]} AND id < coalesce(?, id + 1) ORDER BY id DESC LIMIT ?"
        with self._connected() as db:
            self._forget(db)
            return [_asked(row) for row in db.execute(query, (before, limit))]

    def one(self, number: int) -> Asked:
        """One question. Raises AskedLogError when it is not kept (any more)."""
        with self._connected() as db:
            row = db.execute("SELECT * FROM asked WHERE id = ?", (number,)).fetchone()
        if row is None:
            raise AskedLogError("Dette spørsmålet er ikke lagret lenger. Last siden på nytt.")
        return _asked(row)

    def counts(self) -> dict[Shown, int]:
        """How many questions each listing has."""
        with self._connected() as db:
            self._forget(db)
            return {
                shown: int(db.execute(f"SELECT count(*) FROM asked WHERE {where}").fetchone()[0])
                for shown, where in _WHERE.items()
            }

    def _forget(self, db: sqlite3.Connection) -> None:
        """Delete what is older than is kept."""
        db.execute("DELETE FROM asked WHERE at < ?", (_iso(self._clock() - timedelta(days=self._keep_days)),))

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        try:
            with connected(self._database) as db:
                yield db
        except sqlite3.Error as error:
            raise AskedLogError(
                f"Spørsmålsloggen i {self._database.name} kan ikke brukes akkurat nå ({error}). Prøv igjen om litt."
            ) from error


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _asked(row: sqlite3.Row) -> Asked:
    return Asked(
        number=row["id"],
        at=datetime.fromisoformat(row["at"]),
        by=row["by"],
        question=row["question"],
        answer=row["answer"],
        abstained=bool(row["abstained"]),
        citations=tuple(json.loads(row["citations"])),
        good=None if row["rated"] is None else bool(row["good"]),
        comment=row["comment"],
    )
