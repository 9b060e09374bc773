"""What somebody says of a draft, as corrections: only what is another than the program understood, with who and when. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from radsassistent.archive.corrections import Correction, Field
from radsassistent.documents import Document
from radsassistent.meetings import Classification, Meeting, Place, case_name


@dataclass(frozen=True, slots=True)
class CaseRow:
    """The slides `first` to `last` of a document (SHA-256) are of the case as it was typed; "" for none."""

    document: str
    first: int
    last: int
    case: str


@dataclass(frozen=True, slots=True)
class Said:
    """All that somebody says of a draft; slides that no row covers stay as the program understood them."""

    body: str
    date: date | None
    title: str
    classification: Classification
    rows: Sequence[CaseRow] = ()
    titles: Mapping[str, str] | None = None


def corrections_from(
    said: Said,
    machine: Meeting,
    documents: Sequence[Document],
    before: Mapping[str, Sequence[Correction]],
    by: str,
    at: datetime,
) -> dict[str, tuple[Correction, ...]]:
    """The corrections of each document (by SHA-256). What was corrected before and stays so keeps its name and time.

    What is said of the meeting is a correction of each of its documents, so that it holds whichever of them stays.
    """
    day = said.date or machine.date
    year = day.year if day else None
    of_meeting = [*_of_meeting(said, machine, by, at), *_titles(said.titles or {}, machine, year, by, at)]
    found: dict[str, tuple[Correction, ...]] = {}
    for document in documents:
        made = [*of_meeting, *_cases(document, said.rows, machine, year, (by, at))]
        known = {_what(each): each for each in before.get(document.sha256, ())}
        found[document.sha256] = tuple(
            replace(each, by=known[_what(each)].by, at=known[_what(each)].at) if _what(each) in known else each
            for each in made
        )
    return found


def _what(correction: Correction) -> tuple[object, ...]:
    return correction.field, correction.value, correction.first, correction.last, correction.case


def _of_meeting(said: Said, machine: Meeting, by: str, at: datetime) -> list[Correction]:
    day = machine.date.isoformat() if machine.date else ""
    understood = machine.classification or Classification.OPEN
    pairs = [
        (Field.BODY, " ".join(said.body.split()), machine.body),
        (Field.DATE, said.date.isoformat() if said.date else "", day),
        (Field.TITLE, " ".join(said.title.split()), machine.title or ""),
        (Field.CLASSIFICATION, said.classification.value, understood.value),
    ]
    return [Correction(field, value, was, by, at) for field, value, was in pairs if value and value != was]


def _titles(titles: Mapping[str, str], machine: Meeting, year: int | None, by: str, at: datetime) -> list[Correction]:
    known = {case.number: case.title for case in machine.cases}
    found = []
    for typed, title in titles.items():
        case, value = case_name(typed, year), " ".join(title.split())
        if case is not None and value and value != known.get(case, ""):
            found.append(Correction(Field.CASE_TITLE, value, known.get(case, ""), by, at, case=case))
    return found


def _cases(
    document: Document, rows: Sequence[CaseRow], machine: Meeting, year: int | None, made: tuple[str, datetime]
) -> list[Correction]:
    """Runs of slides that are said to be of another case than was understood."""
    said: dict[int, str] = {}
    for row in rows:
        if row.document == document.sha256:
            for number in range(row.first, min(row.last, len(document.slides)) + 1):
                said[number] = case_name(row.case, year) or ""
    found: list[Correction] = []
    for number, value in sorted(said.items()):
        was = machine.slide(Place(document.sha256, number)).case or ""
        if value == was:
            continue
        last = found[-1] if found else None
        if last is not None and (last.value, last.machine, last.last) == (value, was, number - 1):
            found[-1] = replace(last, last=number)
        else:
            found.append(Correction(Field.CASE, value, was, *made, number, number))
    return found
