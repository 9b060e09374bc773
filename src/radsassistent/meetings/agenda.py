"""The agenda from a table or from lines: case, title, presenter, organisation, time and case type."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from radsassistent.documents import Document, Slide, Table
from radsassistent.meetings.case_numbers import CASE_HEADING, normal, only_case_number
from radsassistent.meetings.meeting import AgendaItem, Place

_ROLES = {
    "case": re.compile(r"^(saks?\s*(nr|nummer)?\.?|nr\.?|saksnr\.?|saksnummer|punkt)$", re.IGNORECASE),
    "presenter": re.compile(r"presenter|legger fr|saksbehandl|innled|ansvarlig|foredrar|forslagsstill", re.IGNORECASE),
    "time": re.compile(r"^(tid|tidspunkt|kl\.?|klokke\w*|når)", re.IGNORECASE),
    "type": re.compile(r"(saks)?type|behandling|formål", re.IGNORECASE),
    "title": re.compile(r"agenda|dagsorden|sak|tittel|tema|overskrift|hva", re.IGNORECASE),
}
_TIME = re.compile(r"\b([01]?\d|2[0-3])[:.]([0-5]\d)\b")


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column of the table (0 is the label column) plays which role."""

    case: int
    title: int
    presenter: int | None
    time: int | None
    case_type: int | None


def agenda(documents: Sequence[Document]) -> tuple[AgendaItem, ...]:
    """The agenda with the most numbered cases among the tables and lists of the documents; empty when none has two."""
    best: tuple[AgendaItem, ...] = ()
    for document in documents:
        for slide in document.slides:
            found = _on_slide(slide, Place(document.sha256, slide.number))
            if _cases(found) > max(_cases(best), 1):
                best = found
    return best


def _cases(items: Sequence[AgendaItem]) -> int:
    return len({item.case for item in items if item.case})


def _on_slide(slide: Slide, place: Place) -> tuple[AgendaItem, ...]:
    for block in slide.body:
        if block.table is not None:
            items = from_table(block.table, place)
            if _cases(items) >= 2:
                return items
    return from_lines([block.text for block in slide.body if block.table is None], place)


def from_table(table: Table, place: Place) -> tuple[AgendaItem, ...]:
    """The rows of a table whose label column holds case numbers."""
    columns = _columns(table)
    if columns is None:
        return ()
    items = []
    for row in table.rows:
        cells = (row.label, *row.values)
        title = cells[columns.title]
        if not title:
            continue
        presenter, organisation = person_and_organisation(_cell(cells, columns.presenter))
        items.append(
            AgendaItem(
                case=only_case_number(cells[columns.case] or ""),
                title=title,
                presenter=presenter,
                organisation=organisation,
                time=time_of_day(_cell(cells, columns.time)),
                case_type=_cell(cells, columns.case_type),
                place=place,
            )
        )
    return tuple(items)


def _cell(cells: Sequence[str | None], column: int | None) -> str | None:
    return cells[column] if column is not None else None


def _columns(table: Table) -> _Columns | None:
    headers = (table.label_header or table.caption, *table.columns)
    rows = [(row.label, *row.values) for row in table.rows]
    numbered = [sum(1 for row in rows if only_case_number(row[place] or "")) for place in range(len(headers))]
    case = max(range(len(headers)), key=lambda place: numbered[place])
    if numbered[case] < 2:
        return None
    taken = {case}

    def column(role: str) -> int | None:
        for place, header in enumerate(headers):
            if place not in taken and _ROLES[role].search(header):
                taken.add(place)
                return place
        return None

    presenter, time, case_type = column("presenter"), column("time"), column("type")
    title = column("title")
    if title is None:
        rest = [place for place in range(len(headers)) if place not in taken]
        if not rest:
            return None
        # No header says it: the title is the column with the most text.
        title = max(rest, key=lambda place: sum(len(row[place] or "") for row in rows))
    return _Columns(case, title, presenter, time, case_type)


def from_lines(texts: Sequence[str], place: Place) -> tuple[AgendaItem, ...]:
    """An agenda set as a list: each line opens with its case number ("Sak 5/26 Title", "5/26 Title")."""
    items = []
    for text in texts:
        match = CASE_HEADING.match(text if text.lower().startswith("sak") else f"sak {text}")
        if match is None or match["year"] is None or not match["title"].strip():
            continue
        items.append(
            AgendaItem(
                case=normal(match["number"], match["year"]),
                title=match["title"].strip(),
                presenter=None,
                organisation=None,
                time=None,
                case_type=None,
                place=place,
            )
        )
    return tuple(items)


def person_and_organisation(text: str | None) -> tuple[str | None, str | None]:
    """Part "Person, Organisation", "Person (Organisation)" and "Organisation v/Person"."""
    if not text:
        return None, None
    by = re.match(r"^(?P<organisation>.+?)\s+v/\s*(?P<person>.+)$", text)
    if by:
        return by["person"].strip(), by["organisation"].strip()
    bracketed = re.match(r"^(?P<person>[^()]+?)\s*\((?P<organisation>[^()]+)\)$", text)
    if bracketed:
        return bracketed["person"].strip(), bracketed["organisation"].strip()
    person, comma, organisation = text.partition(",")
    return person.strip(), organisation.strip() if comma and organisation.strip() else None


def time_of_day(text: str | None) -> str | None:
    """The first time of day in a text as "HH:MM"; None when it has none."""
    match = _TIME.search(text or "")
    return f"{int(match[1]):02d}:{match[2]}" if match else None
