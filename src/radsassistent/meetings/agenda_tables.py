"""An agenda in a table, or in boxes that stand as one: its columns by their headings or else by what their cells say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from radsassistent.documents import Table
from radsassistent.meetings.agenda_cards import numbered_behind
from radsassistent.meetings.agenda_columns import BESIDE, PRESENTER, TYPE, headed, length_of_row
from radsassistent.meetings.agenda_entries import between_cases, heads_an_entry
from radsassistent.meetings.agenda_facts import (
    column_of,
    facts_told,
    hours_alone,
    presenters,
    type_alone,
    type_by_letter,
    types_headed,
    without_symbol,
)
from radsassistent.meetings.case_numbers import Numbering, normal, sections_named
from radsassistent.meetings.dates import dates_in
from radsassistent.meetings.hours import period, with_points
from radsassistent.meetings.labels import Part
from radsassistent.meetings.meeting import AgendaItem, Place
from radsassistent.meetings.people import is_office, person_and_organisation
from radsassistent.meetings.programme import people_behind, programme, row_between
from radsassistent.meetings.table_columns import part_of

_ROLES = {
    "case": re.compile(r"^(saks?\s*(nr|nummer)?\.?|nr\.?|saksnr\.?|saksnummer|punkt)$", re.IGNORECASE),
    "presenter": PRESENTER,
    "time": re.compile(r"^(tid\w*|klokk\w*|når|start|begynner|byrjar|fra|frå|kl)\b", re.IGNORECASE),
    "end": re.compile(r"^(slutt|til|ferdig)\b", re.IGNORECASE),
    "organisation": re.compile(r"^(organisasjon|virksomhet|verksemd|aktør|enhet|etat)$", re.IGNORECASE),
    "type": TYPE,
    "title": re.compile(
        r"agenda|dagsorden|sak|tittel|tema|overskrift|hva|punkt|innhold|innhald|emne|sag|ärende|rubrik", re.IGNORECASE
    ),
}
_FEWEST_LETTERS = 3
_BRACKETS = re.compile(r"\s*\([^)]*\)")
# A table of where a case has been handled has its number in each body, and the day of each.
_HANDLED = re.compile(r"møtedato|møtedag|behandlet|behandla\b|^dato$", re.IGNORECASE)
# A count without a year is a case number only under a header that says so.
_COUNT_HEADER = re.compile(r"^(?:saks?\s*(?:nr|nummer)?\.?|saksnr\.?|saksnummer|sag)$", re.IGNORECASE)
_POINT_HEADER = re.compile(r"^(?:nr\.?|punkt|pkt\.?|#)$", re.IGNORECASE)


# "Torsdag 4. juni", which has no year and no hour.
_DAY = re.compile(
    r"(?:(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag\s+)?\d{1,2}\.\s*(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)[a-z]*\.?$",
    re.IGNORECASE,
)
_DAY_LETTERS = 25
_SAYS = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column of the table (0 is the label column) plays which role."""

    case: int | None
    title: int
    presenter: int | None
    time: int | None
    case_type: int | None
    organisation: int | None
    end: int | None


def from_table(
    table: Table,
    place: Place,
    numbering: Numbering,
    fewest: int = 2,
    *,
    titled: bool = False,
    going_on: tuple[str, ...] = (),
) -> tuple[AgendaItem, ...]:
    """The rows of a table that has a column of case numbers, at least `fewest`; a header that is a row itself is one, and
    the headings of the table that it goes on from (`going_on`) are its.
    """
    headers = (table.label_header or table.caption, *table.columns)
    rows_of_table: list[tuple[str | None, ...]] = [(row.label, *row.values) for row in table.rows]
    if is_row(headers, numbering):
        rows_of_table.insert(0, headers)
        headers = going_on if len(going_on) == len(headers) else tuple("" for _ in headers)
    return from_rows(headers, rows_of_table, place, numbering, fewest, titled=titled)


def is_row(headers: Sequence[str], numbering: Numbering) -> bool:
    """Whether what should be the headings of a table is its first entry: a case's number, with or without its title, or an hour
    stands there.
    """
    return any(
        numbering.case_alone(header) is not None or hours_alone(header) or _opens_entry(header, numbering)
        for header in headers[:3]
    )


def _opens_entry(header: str, numbering: Numbering) -> bool:
    read = numbering.read(header)
    return read is not None and read.year is not None and heads_an_entry(read)


def from_rows(
    headers: Sequence[str],
    found: Sequence[Sequence[str | None]],
    place: Place,
    numbering: Numbering,
    fewest: int = 2,
    *,
    titled: bool = False,
) -> tuple[AgendaItem, ...]:
    """The agenda of rows with a column of case numbers, or else of hours and cells that open with case numbers."""
    # Cells that count on below the meeting's number are case numbers, column by column.
    named = [sections_named([row[column] for row in found]) for column in range(len(headers))]
    found = list(zip(*named, strict=True))
    columns = _columns(headers, found, fewest, replace(numbering, year=2000), counts=titled)
    if columns is None:
        items_of_cells = programme(headers, found, place, numbering, fewest, titled=titled)
        unnumbered = titled and not items_of_cells
        columns = _columns(headers, found, fewest, numbering, numbered=False) if unnumbered else None
        if columns is None:
            return items_of_cells
    if part_of(headers[columns.title]) is Part.DECISION:
        # A log of what was decided in each case.
        return ()
    counted_by = headers[columns.case] if columns.case is not None else ""
    items = []
    kind_of_rows: str | None = None
    for cells in found:
        told_alone = [cell for cell in cells if cell and cell.strip()]
        if len(told_alone) == 1 and (kind := types_headed(told_alone[0])) is not None:
            kind_of_rows = kind
            continue
        if len(told_alone) == 1 and (row := between_cases(with_points(told_alone[0]), place)) is not None:
            items.append(row)
            continue
        title = cells[columns.title]
        if not title or not title.strip():
            begin, end = period(_cell(cells, columns.time))
            until = end or period(_cell(cells, columns.end))[0]
            between = row_between(headers, cells, (columns.time, columns.end), begin, until, place)
            items += [between] if between is not None else []
            continue
        # Where rows are only counted, the case number may stand behind the title.
        behind = numbered_behind(title) if _POINT_HEADER.match(counted_by.strip()) else None
        told = _cell(cells, columns.presenter)
        bare = AgendaItem(None, title, None, None, None, None, place)
        several = facts_told(bare, told) if told else None
        # "Kari Berg, kl. 10.00" in a column for both.
        several = several if several is not None and (several.time or several.minutes) else None
        told = several.presenter if several is not None else told
        who = presenters(told) if told else None
        presenter, organisation = who or person_and_organisation(told)
        if columns.organisation is not None:
            organisation = _cell(cells, columns.organisation) or organisation
        header = counted_by or ("nr" if titled else "")
        items.append(
            AgendaItem(
                case=numbering.name(behind) if behind else _case(_cell(cells, columns.case), header, numbering),
                title=" ".join((behind.title if behind else title).split()),
                presenter=presenter,
                organisation=organisation,
                time=period(_cell(cells, columns.time))[0] or (several.time if several is not None else None),
                case_type=without_symbol(_cell(cells, columns.case_type) or "") or kind_of_rows,
                place=place,
                end=period(_cell(cells, columns.time))[1] or period(_cell(cells, columns.end))[0],
                minutes=length_of_row(headers, cells) or (several.minutes if several is not None else None),
                details=headed(
                    headers, cells, [column for column in (columns.case, columns.title) if column is not None]
                ),
            )
        )
    return people_behind(items) if not _tell_of_each(items) else ()


def _tell_of_each(items: Sequence[AgendaItem]) -> bool:
    """Whether rows tell several things of each case, as minutes do under labels, instead of listing it."""
    numbered = [item for item in items if item.case is not None]
    titles, cases = {item.title for item in numbered}, {item.case for item in numbered}
    return len(numbered) > 1 and len(titles) == len(numbered) and 2 * len(cases) <= len(numbered)


def _case(cell: str | None, header: str, numbering: Numbering) -> str | None:
    """The case of a cell: a case number, or a count under a header that says what is counted."""
    text = (cell or "").strip()
    read = numbering.read(text)
    if read is not None and numbering.case_alone(text) is not None:
        return numbering.name(read)
    if not re.fullmatch(r"\d{1,3}\.?", text):
        return None
    count = text.rstrip(".")
    if _COUNT_HEADER.match(header.strip()) and numbering.year is not None:
        return normal(count, str(numbering.year))
    return f"Punkt {int(count)}" if _POINT_HEADER.match(header.strip()) else None


def _cell(cells: Sequence[str | None], column: int | None) -> str | None:
    """A cell's text; a dash stands for nothing."""
    text = cells[column] if column is not None else None
    return text if text and _SAYS.search(text) else None


def _columns(
    headers: Sequence[str],
    rows: Sequence[Sequence[str | None]],
    fewest: int,
    numbering: Numbering,
    *,
    counts: bool = False,
    numbered: bool = True,
) -> _Columns | None:
    """Which column says what, by its heading or else by its cells. On a slide that is an agenda by its title a column without a
    heading may only count (`counts`). One that is not `numbered` has hours, or letters that count its rows.
    """
    usable = [place for place, header in enumerate(headers) if not BESIDE.search(header)]
    if not usable or any(_HANDLED.search(header) for header in headers) or _days(rows) >= 2:
        return None
    if not numbered:
        case = next((place for place in usable if _letters_count([row[place] for row in rows])), None)
        if case is None and column_of(rows, usable, hours_alone) is None:
            return None
        return _roles(headers, rows, usable, case)
    numbers = {
        place: sum(
            1 for row in rows if _case(row[place], headers[place] or ("nr" if counts else ""), numbering) is not None
        )
        for place in usable
    }
    case = max(usable, key=lambda place: numbers[place])
    return _roles(headers, rows, usable, case) if numbers[case] >= fewest else None


def _letters_count(cells: Sequence[str | None]) -> bool:
    """Whether the cells of a column are A, B, C …, but for rows between."""
    letters = "".join(
        cell.strip(" .)") for cell in cells if cell and len(cell.strip(" .)")) == 1 and cell.strip()[0].isalpha()
    )
    return len(letters) >= _FEWEST_LETTERS and "ABCDEFGHIJKLMNOP".startswith(letters)


def _roles(
    headers: Sequence[str], rows: Sequence[Sequence[str | None]], usable: Sequence[int], case: int | None
) -> _Columns | None:
    """Which column plays which role beside that of the case."""
    taken = {case} if case is not None else set()

    def column(role: str) -> int | None:
        for place in usable:
            # "Vedtak i (type)" is no column of types.
            if place not in taken and _ROLES[role].search(_BRACKETS.sub("", headers[place])):
                taken.add(place)
                return place
        return None

    presenter, time, end, case_type, organisation = map(column, ("presenter", "time", "end", "type", "organisation"))
    if time is None:
        # No header says it: the column that is all times of day.
        rest = [place for place in usable if place not in taken]
        time = next((place for place in rest if all(period(row[place])[0] for row in rows)), None)
        time = column_of(rows, rest, hours_alone) if time is None else time
        taken |= {time} if time is not None else set()
    if case_type is None:
        # Whatever its heading is: "Hva".
        case_type = column_of(rows, [place for place in usable if place not in taken], type_alone)
        taken |= {case_type} if case_type is not None else set()
    title = column("title")
    if title is not None:
        taken.add(title)
    by_cells = [place for place in usable if place not in taken]
    if presenter is None:
        presenter = column_of(rows, [place for place in by_cells if not headers[place].strip()], presenters)
        presenter = column_of(rows, by_cells, _names_people) if presenter is None else presenter
        taken |= {presenter} if presenter is not None else set()
    if case_type is None:
        case_type = column_of(rows, [place for place in by_cells if place not in taken], type_by_letter)
        taken |= {case_type} if case_type is not None else set()
    if title is None:
        rest = [place for place in usable if place not in taken]
        if not rest:
            return None
        # No header says it: the title is the column with the most text.
        title = max(rest, key=lambda place: sum(len(row[place] or "") for row in rows))
    return _Columns(case, title, presenter, time, case_type, organisation, end)


def _names_people(cell: str) -> bool:
    """Whether a cell says by name who presents: under a heading of another sort an office may be that of anything."""
    who = presenters(cell)
    return who is not None and not is_office(who[0])


def _days(rows: Sequence[Sequence[str | None]]) -> int:
    return sum(1 for row in rows if any(_is_day(cell) for cell in row if cell))


def _is_day(cell: str) -> bool:
    return len(cell) < _DAY_LETTERS and bool(dates_in(cell) or _DAY.match(cell.strip()))
