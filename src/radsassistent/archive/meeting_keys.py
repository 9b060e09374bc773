"""The meetings that a reader may see, each with a key for addresses that stays when its documents are taken in anew."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from dataclasses import dataclass

from radsassistent.archive.classified import OPEN

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ä": "a", "ö": "o"})


@dataclass(frozen=True, slots=True)
class Visible:
    """A meeting by its row id and its key ("2026-02-12-portefoljeradet"); `date` is ISO 8601 or "" when unknown."""

    id: int
    key: str
    body: str
    date: str


def visible_meetings(db: sqlite3.Connection, *, internal: bool) -> list[Visible]:
    """The meetings, the newest first, those without a date last; those classified «intern» only if `internal`."""
    counts: Counter[str] = Counter()
    found: list[Visible] = []
    # Keys are counted over all meetings, so that an address means the same meeting to every reader.
    for row in db.execute(f"SELECT id, body, date, {OPEN} AS open FROM meetings ORDER BY id").fetchall():
        key = _key(row["body"], row["date"])
        counts[key] += 1
        if counts[key] > 1:
            key = f"{key}-{counts[key]}"
        if internal or row["open"]:
            found.append(Visible(row["id"], key, row["body"], row["date"] or ""))
    return sorted(sorted(found, key=lambda each: each.body), key=lambda each: each.date, reverse=True)


def _key(body: str, date: str | None) -> str:
    words = re.findall(r"[a-z0-9]+", body.casefold().translate(_LETTERS))
    return "-".join([date or "uten-dato", *words])
