"""What somebody has corrected of a document: by whom, when, and what the program had understood; holds at every reading."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum

from radsassistent.meetings import CaseRange, CaseTitle, Classification, Overrides


class Field(StrEnum):
    """What is corrected: something of the meeting, the case of slides, or the title of a case."""

    BODY = "body"
    DATE = "date"
    TITLE = "title"
    CLASSIFICATION = "classification"
    CASE = "case"
    CASE_TITLE = "case_title"


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction of a document. `machine` is what the program had understood, "" for nothing.

    `value` of a DATE is ISO 8601; of a CASE its number, "" for none, with the slides `first` to `last` (1-based, both included);
    of a CASE_TITLE the title of `case`.
    """

    field: Field
    value: str
    machine: str
    by: str
    at: datetime
    first: int | None = None
    last: int | None = None
    case: str | None = None

    @property
    def said_by(self) -> str:
        """As the evidence of what is so: "rettet av Kari 03.03.2026"."""
        return f"rettet av {self.by} {self.at.astimezone():%d.%m.%Y}"


def corrections_of(db: sqlite3.Connection, source: str) -> tuple[Correction, ...]:
    """The corrections of the document of a source, in the order in which they were made."""
    return tuple(
        Correction(
            field=Field(row["field"]),
            value=row["value"],
            machine=row["machine"],
            by=row["by"],
            at=datetime.fromisoformat(row["at"]),
            first=row["first"],
            last=row["last"],
            case=row["case_number"],
        )
        for row in db.execute("SELECT * FROM corrections WHERE source = ? ORDER BY id", (source,)).fetchall()
    )


def keep_corrections(db: sqlite3.Connection, source: str, corrections: Iterable[Correction]) -> None:
    """Let these, and no others, be the corrections of the document of a source."""
    db.execute("DELETE FROM corrections WHERE source = ?", (source,))
    db.executemany(
        "INSERT INTO corrections (source, field, first, last, case_number, value, machine, by, at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                source,
                each.field,
                each.first,
                each.last,
                each.case,
                each.value,
                each.machine,
                each.by,
                each.at.astimezone(UTC).isoformat(timespec="seconds"),
            )
            for each in corrections
        ],
    )


def with_corrections(given: Overrides, corrections: Mapping[str, Sequence[Correction]]) -> Overrides:
    """What a folder gives, with the corrections of the meeting's documents (by their SHA-256) above it.

    Where several documents have a correction of the same, the latest holds.
    """
    ordered = sorted(
        ((sha256, each) for sha256, made in corrections.items() for each in made), key=lambda pair: pair[1].at
    )
    voices = dict(given.voices)
    for sha256, each in ordered:
        match each.field:
            case Field.BODY:
                given = replace(given, body=each.value)
            case Field.DATE:
                given = replace(given, date=date.fromisoformat(each.value))
            case Field.TITLE:
                given = replace(given, title=each.value)
            case Field.CLASSIFICATION:
                given = replace(given, classification=Classification(each.value))
            case Field.CASE_TITLE if each.case is not None:
                given = replace(given, titles=(*given.titles, CaseTitle(each.case, each.value)))
            case Field.CASE if each.first is not None and each.last is not None:
                said = CaseRange(each.first, each.last, each.value or None, sha256, each.said_by)
                given = replace(given, cases=(*given.cases, said))
        if each.field in (Field.BODY, Field.DATE):
            voices[each.field.value] = f"Rettelsen til {each.by} {each.at.astimezone():%d.%m.%Y}"
    return replace(given, voices=tuple(sorted(voices.items())))
