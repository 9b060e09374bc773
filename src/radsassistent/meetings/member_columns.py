"""Members in a table whose headings do not tell who they are, or that has none: by what its cells say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.documents import Table
from radsassistent.meetings.meeting import Member, Place
from radsassistent.meetings.member_cards import PLAIN_MEMBER
from radsassistent.meetings.member_entries import BESIDE_MEMBERS, Entry, each_entry, entry_of, titled_entry
from radsassistent.meetings.people import has_title, is_role, is_title, without_role

_FEWEST = 3
_MOST = 0.7
_WHAT = re.compile(r"^(?:rolle|funksjon|stilling|tittel|oppgave|oppgåve|role|title)$", re.IGNORECASE)
_OF_TASKS = re.compile(
    r"^(?:sak\w*|tema|tid|kl\.?|klokkeslett|ansvar\w*|frist|tiltak|oppgave\w*|oppgåve\w*|innleder|innleiar|presenter\w*)$",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^(?:(?:nest|styre|råds|utvalgs|møte)?(?:leder|leiar)|(?:vara)?medlem|\d*\.?\s*vara\w*|(?:møte|utvalgs|råds)?sekretær|observatør)$",
    re.IGNORECASE,
)


def people_of_rows(table: Table, group: str, place: Place, *, surely: bool, few: bool = False) -> list[Member]:
    """The people of a table one column of which names somebody in nearly every row; a first row that is one, is one too.

    Where the slide does not `surely` list people, a table of cases or tasks names who has them. Beside another list of people
    a table may have `few`.
    """
    header = (table.label_header or table.caption, *table.columns)
    rows: list[tuple[str | None, ...]] = [(row.label, *row.values) for row in table.rows]
    names = max(range(len(header)), key=lambda column: sum(_entry(row[column]) is not None for row in rows), default=0)
    if not surely and of_tasks(table):
        return []
    if _entry(header[names]) is not None:
        rows.insert(0, header)
    if in_columns := _in_columns(header, rows):
        return [_under(entry, head, group, place) for head, entry in in_columns]
    entries = [_entry(row[names]) for row in rows]
    if sum(entry is not None for entry in entries) < max(1 if few else _FEWEST, _MOST * len(rows)):
        return []
    beside = [column for column in range(len(header)) if column != names]
    sorts = {column: _sort_of([row[column] for row in rows]) for column in beside}
    # "Rolle | Legevaktsjef": what somebody is there, and no organisation.
    sorts |= {column: "title" for column in beside if sorts[column] == "organisation" and _WHAT.search(header[column])}
    if BESIDE_MEMBERS.search(header[names]) and _entry(header[names]) is None:
        # A table of the secretariat on a slide of more than that.
        group = header[names].strip().rstrip(":")
    found = []
    apart = "organisation" in sorts.values()
    people = [
        (each, row)
        for entry, row in zip(entries, rows, strict=True)
        for each in _several(row[names], apart=apart) or filter(None, [entry])
    ]
    for entry, row in people:
        told: dict[str, str] = {}
        for column in beside:
            cell = (row[column] or "").strip()
            if cell:
                told[sorts[column]] = f"{told[sorts[column]]}, {cell}" if sorts[column] in told else cell
        for sort in ("organisation", "title"):
            # "FFO, leiar"
            first, comma, last = told.get(sort, "").rpartition(", ")
            if comma and "role" not in told and _ROLE.match(last):
                told |= {sort: first, "role": last}
        title, role = without_role(told.get("title") or entry.title or "", entry.role or told.get("role"))
        said = role if role and not PLAIN_MEMBER.match(role) else None
        found.append(
            Member(entry.name, title or None, told.get("organisation") or entry.organisation, said, group, place)
        )
    return found


def _several(cell: str | None, *, apart: bool) -> list[Entry]:
    """The people whom a cell names, where they are several and another cell tells for whom they sit."""
    named = each_entry(cell or "") if apart else []
    return named if len(named) > 1 else []


def _in_columns(header: Sequence[str], rows: Sequence[Sequence[str | None]]) -> list[tuple[str, Entry]]:
    """The people of a table with nobody but people under heads that name none: a column for each organisation; else none."""
    cells = [(head, cell) for row in rows for head, cell in zip(header, row, strict=True) if (cell or "").strip()]
    people = [(head, entry) for head, cell in cells if (entry := _entry(cell)) is not None]
    of_whom = (
        len(header) > 1 and all(header) and not any(_entry(head) or is_title(head) or is_role(head) for head in header)
    )
    return people if of_whom and len(people) == len(cells) >= _FEWEST else []


def _under(entry: Entry, head: str, group: str, place: Place) -> Member:
    """The member of a column, who sits for what stands over it."""
    said = entry.role if entry.role and not PLAIN_MEMBER.match(entry.role) else None
    return Member(entry.name, entry.title, entry.organisation or head, said, group, place, entry.details)


def of_tasks(table: Table) -> bool:
    """Whether a table tells of cases or tasks, and names who has them."""
    return any(_OF_TASKS.search(column) for column in (table.label_header or table.caption, *table.columns))


def _entry(cell: str | None) -> Entry | None:
    text = (cell or "").strip()
    return entry_of(text) or titled_entry(text) or next(iter(each_entry(text)), None)


def _sort_of(cells: Sequence[str | None]) -> str:
    """What a column tells of people: their role, their title, or for whom they sit."""
    said = [cell.strip() for cell in cells if cell and cell.strip()]
    if said and all(_ROLE.match(cell) for cell in said):
        return "role"
    # "FFO, leiar" tells an organisation, and the role besides.
    bare = [
        first if _ROLE.match(last) and first else cell for cell in said for first, _, last in [cell.rpartition(", ")]
    ]
    titles = sum(has_title(cell) or cell[:1].islower() for cell in bare)
    return "title" if 2 * titles > len(said) else "organisation"
