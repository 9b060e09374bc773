"""What the archive knows around a place: of its case, and in the rows of its tables. For what can be asked about next."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from radsassistent.archive.database import connected
from radsassistent.archive.passage import PassageKind


@dataclass(frozen=True, slots=True)
class KnownCase:
    """A case of a meeting as its agenda lists it; `meeting` is the ISO date, "" when unknown."""

    body: str
    meeting: str
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table on a slide: its label, and the value of each column that has one."""

    label: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of the case that a place belongs to, and the table rows of the place's slide."""

    presenter: str | None = None
    time: str | None = None
    has_proposal: bool = False
    has_decision: bool = False
    rows: tuple[Row, ...] = ()


def known_cases(database: Path, *, internal: bool) -> list[KnownCase]:
    """The cases of all meetings, the newest meeting first; without `internal`, of those that are open to all."""
    if not database.is_file():
        return []
    with connected(database) as db:
        return [
            KnownCase(row["body"], row["date"] or "", row["number"], row["title"])
            for row in db.execute(
                "SELECT body, date, number, title FROM cases JOIN meetings ON meetings.id = meeting_id "
                "WHERE ? OR coalesce(classification <> 'intern', 1) ORDER BY date DESC, body, position",
                (internal,),
            )
        ]


def around(database: Path, sha256: str, slide: int, case: str | None) -> Around:
    """What is known around a slide (1-based) that a reader may see; `case` is the case that it was cited for."""
    if not database.is_file():
        return Around()
    with connected(database) as db:
        document = db.execute("SELECT id, meeting_id FROM documents WHERE sha256 = ?", (sha256,)).fetchone()
        if document is None:
            return Around()
        rows = db.execute(
            "SELECT data FROM passages WHERE document_id = ? AND slide = ? AND kind = ? ORDER BY id",
            (document["id"], slide, PassageKind.TABLE_ROW.value),
        ).fetchall()
        told = tuple(_row(json.loads(row["data"])) for row in rows)
        of_case = (document["meeting_id"], case)
        if case is None:
            return Around(rows=told)
        item = db.execute(
            "SELECT presenter, time FROM agenda_items WHERE meeting_id = ? AND case_number = ?", of_case
        ).fetchone()
        has = {
            table: db.execute(f"SELECT 1 FROM {table} WHERE meeting_id = ? AND case_number = ?", of_case).fetchone()
            is not None
            for table in ("proposals", "decisions")
        }
    presenter, time = (item["presenter"], item["time"]) if item is not None else (None, None)
    return Around(presenter, time, has["proposals"], has["decisions"], told)


def _row(data: Mapping[str, list[str | None]]) -> Row:
    pairs = zip(data["columns"], data["values"], strict=False)
    return Row(str(data["label"]), {str(column): value for column, value in pairs if value})
