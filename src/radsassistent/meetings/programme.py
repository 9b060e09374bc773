"""A programme of the day as an agenda: a table of hours whose cells have number, title and type together."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.agenda_columns import PRESENTER, TYPE, headed, length_of_row
from radsassistent.meetings.agenda_entries import entry, extended, heads_an_entry, unnumbered
from radsassistent.meetings.agenda_facts import column_of, length_alone, presenters, without_symbol
from radsassistent.meetings.case_numbers import NumberedLine, Numbering, Scheme
from radsassistent.meetings.hours import period
from radsassistent.meetings.meeting import AgendaItem, Place
from radsassistent.meetings.people import person_and_organisation

# The schemes whose number in a cell names a case; a bare count may count anything.
_SCHEMES = frozenset({Scheme.CASE, Scheme.PLAIN, Scheme.POINT, Scheme.SECTION, Scheme.CODE})
_WORD = re.compile(r"[^\W\d_]{3}")
# "Fordeling av midler Kari Berg og Ola Dal", "Budsjett Økonomisjef Kari Berg", "Billettpriser Daglig leder": a title, and who
# presents it, by name or office, on the next line of its cell.
_NAME = rf"{CAPITAL}[\w'’-]+(?:\s+{CAPITAL}[\w'’-]+){{1,3}}"
_NAMED = re.compile(
    rf"^(?P<title>\S.*?[\w.)»?])\s+(?P<who>(?:{CAPITAL}[\w-]*\.?(?:\s+[a-zæøå-]+){{0,2}}\s+)?{_NAME}(?:(?:,|\s+og)\s+{_NAME})*)$"
)
_OFFICE_LAST = re.compile(rf"^(?P<title>\S.*\S)\s+(?P<who>{CAPITAL}[\w-]*\.?(?:\s+[a-zæøå]+)?)$")
_FEWEST_NAMED = 3
_ENDS = re.compile(r"^(?:til|slutt|to|end)\b", re.IGNORECASE)


def programme(
    headers: Sequence[str],
    rows: Sequence[Sequence[str | None]],
    place: Place,
    numbering: Numbering,
    fewest: int,
    *,
    titled: bool = False,
) -> tuple[AgendaItem, ...]:
    """The rows of a table with a column of hours and one whose cells open with case numbers, at least `fewest` of them.

    On a slide that is `titled` as an agenda it needs no hours. Rows without a number (breaks, the opening) are items too, as they
    are of any agenda.
    """
    width = range(len(headers))
    times = next((column for column in width if _hours(rows, column)), None)
    if times is None and not titled:
        return ()
    titles = max(width, key=lambda column: sum(_read(row[column], numbering) is not None for row in rows))
    if titles == times or sum(_read(row[titles], numbering) is not None for row in rows) < fewest:
        return ()
    beside = [column for column in width if column not in (times, titles)]
    ends = next((column for column in beside if _ENDS.match(headers[column].strip()) and _hours(rows, column)), None)
    told_by = next((column for column in beside if PRESENTER.search(headers[column])), None)
    if told_by is None:
        told_by = column_of(rows, [column for column in beside if not headers[column].strip()], presenters)
    types = next((column for column in beside if column != told_by and TYPE.search(headers[column])), None)
    items = []
    for row in rows:
        begin, end = period(row[times]) if times is not None else (None, None)
        if ends is not None:
            end = period(row[ends])[0] or end
        item = _item(row[titles], begin, place, numbering)
        if item is None:
            between = row_between(headers, row, (times, ends), begin, end, place)
            items += [between] if between is not None else []
            continue
        who = row[told_by] if told_by is not None else None
        who = who.strip() if who and _WORD.search(who) else None
        presenter, organisation = (presenters(who) if who else None) or person_and_organisation(who)
        items.append(
            replace(
                item,
                end=end or item.end,
                presenter=presenter or item.presenter,
                organisation=organisation if presenter else item.organisation,
                minutes=length_of_row(headers, row) or item.minutes,
                details=headed(headers, row, (titles,)),
                case_type=without_symbol((row[types] if types is not None else None) or "") or item.case_type,
            )
        )
    return people_behind(items)


def row_between(
    headers: Sequence[str],
    cells: Sequence[str | None],
    hours: Collection[int | None],
    begin: str | None,
    end: str | None,
    place: Place,
) -> AgendaItem | None:
    """A row with nothing where the others have their titles: what its one other cell says beside the columns of `hours`, where
    the row has an hour or a length ("11.30 Lunsj").
    """
    minutes = length_of_row(headers, cells)
    texts = [
        " ".join(cell.split())
        for column, cell in enumerate(cells)
        if cell and column not in hours and length_alone(cell) is None and _WORD.search(cell)
    ]
    if len(texts) != 1 or (begin is None and minutes is None):
        return None
    return replace(unnumbered(texts[0], begin, place), end=end, minutes=minutes)


def people_behind(items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """The items with the people who present them, where no column tells: those whose names end most titles, or stand in rows of
    their own below.
    """
    items = _people_below(items)
    cases = [item for item in items if item.case is not None]
    named = [item for item in cases if _behind(item.title) is not None]
    if (
        sum(item.presenter is not None for item in cases) > len(named)
        or len(named) < _FEWEST_NAMED
        or 2 * len(named) <= len(cases)
    ):
        return tuple(items)
    found = []
    for item in items:
        parted = _behind(item.title) if item.presenter is None else None
        found.append(replace(item, title=parted[0], presenter=parted[1]) if parted is not None else item)
    return tuple(found)


def _behind(title: str) -> tuple[str, str] | None:
    """A title and who presents it, where the name or the office of somebody ends it."""
    for match in filter(None, (_NAMED.match(title), _OFFICE_LAST.match(title))):
        who = match["who"]
        if presenters(who) is not None:
            return match["title"], who
    return None


def _people_below(items: Sequence[AgendaItem]) -> list[AgendaItem]:
    found: list[AgendaItem] = []
    for item in items:
        bare = item.case is None and item.time is None and item.minutes is None
        if bare and found and not found[-1].presenter and (who := presenters(item.title)):
            found[-1] = replace(found[-1], presenter=who[0], organisation=who[1])
        else:
            found.append(item)
    return found


def _hours(rows: Sequence[Sequence[str | None]], column: int) -> bool:
    """Whether a column has a time of day in most of its rows, and little else."""
    cells = [cell.strip() for row in rows if (cell := row[column])]
    return len(cells) >= 2 and 2 * sum(period(cell)[0] is not None for cell in cells) > len(rows)


def _read(cell: str | None, numbering: Numbering) -> NumberedLine | None:
    """The number that a cell opens with, where it is a case's and a title follows."""
    read = numbering.read(cell.splitlines()[0]) if cell and cell.strip() else None
    if read is None or read.scheme not in _SCHEMES or not heads_an_entry(read):
        return None
    return read if read.year is not None or read.scheme is not Scheme.PLAIN else None


def _item(cell: str | None, time: str | None, place: Place, numbering: Numbering) -> AgendaItem | None:
    lines = [line.strip() for line in (cell or "").splitlines() if line.strip()]
    if not lines:
        return None
    read = _read(lines[0], numbering)
    case = numbering.name(read) if read is not None else None
    if read is not None and case is not None:
        item = entry(case, read.title, time, place)
    else:
        item = unnumbered(lines[0], time, place)
    for line in lines[1:]:
        item = extended(item, line)
    return item
