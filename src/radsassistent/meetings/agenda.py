"""The agenda from a table or a list: case, title, presenter, organisation, time and case type."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from radsassistent.documents import Document, Slide, Table
from radsassistent.meetings.agenda_cards import is_agenda, numbered_behind
from radsassistent.meetings.agenda_columns import BESIDE, PRESENTER, TYPE, headed, length_of_row
from radsassistent.meetings.agenda_lines import counted_items, from_lines, listed_items, period
from radsassistent.meetings.case_numbers import Numbering, normal, numbered_line, only_case_number
from radsassistent.meetings.dates import dates_in
from radsassistent.meetings.flow import DocumentKind, kind_of
from radsassistent.meetings.meeting import AgendaItem, Place
from radsassistent.meetings.people import person_and_organisation, whole_list
from radsassistent.meetings.programme import programme

_ROLES = {
    "case": re.compile(r"^(saks?\s*(nr|nummer)?\.?|nr\.?|saksnr\.?|saksnummer|punkt)$", re.IGNORECASE),
    "presenter": PRESENTER,
    "time": re.compile(r"^(tid\w*|klokk\w*|når|start|begynner|byrjar|fra|frå|kl)\b", re.IGNORECASE),
    "end": re.compile(r"^(slutt|til|ferdig)\b", re.IGNORECASE),
    "organisation": re.compile(r"^(organisasjon|virksomhet|verksemd|aktør|enhet|etat)$", re.IGNORECASE),
    "type": TYPE,
    "title": re.compile(
        r"agenda|dagsorden|sak|tittel|tema|overskrift|hva|innhold|innhald|emne|sag|ärende|rubrik", re.IGNORECASE
    ),
}
_BRACKETS = re.compile(r"\s*\([^)]*\)")
# A table of where a case has been handled has its number in each body, and the day of each.
_HANDLED = re.compile(r"møtedato|møtedag|behandlet|behandla|^dato$", re.IGNORECASE)
# A count without a year is a case number only under a header that says so.
_COUNT_HEADER = re.compile(r"^(?:saks?\s*(?:nr|nummer)?\.?|saksnr\.?|saksnummer|sag)$", re.IGNORECASE)
_POINT_HEADER = re.compile(r"^(?:nr\.?|punkt|pkt\.?|#)$", re.IGNORECASE)


_SAYS = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column of the table (0 is the label column) plays which role."""

    case: int
    title: int
    presenter: int | None
    time: int | None
    case_type: int | None
    organisation: int | None
    end: int | None


def agenda(documents: Sequence[Document], numbering: Numbering) -> tuple[AgendaItem, ...]:
    """The agenda with the most numbered cases among the tables and lists of the documents, of several the one with the most
    hours; empty when none has two.

    What it leaves out of an item (presenter, time, type) is taken from the others, by case. A case without a year is of
    the meeting's.
    """
    found: list[tuple[AgendaItem, ...]] = []
    for document in documents:
        deck = kind_of(document) is DocumentKind.DECK
        for slide in document.slides:
            found.append(_on_slide(slide, Place(document.sha256, slide.number), numbering, deck))
        if deck:
            found.append(_over_slides(document, numbering))
        else:
            found.append(_over_pages(document, numbering))
            found.append(listed_items(document, numbering))
    best: tuple[AgendaItem, ...] = ()
    for items in found:
        if _cases(items) > 1 and (_cases(items), _timed(items)) > (_cases(best), _timed(best)):
            best = items
    return tuple(_filled(item, found) for item in best)


def _filled(item: AgendaItem, found: Sequence[Sequence[AgendaItem]]) -> AgendaItem:
    if item.case is None or (item.presenter and item.time and item.case_type):
        return item
    for other in (each for items in found if _cases(items) > 1 for each in items if each.case == item.case):
        presented = item.presenter is None and other.presenter is not None
        item = replace(
            item,
            presenter=other.presenter if presented else item.presenter,
            organisation=other.organisation if presented else item.organisation,
            time=item.time or other.time,
            end=item.end or (other.end if item.time in (None, other.time) else None),
            case_type=item.case_type or other.case_type,
            minutes=item.minutes or other.minutes,
        )
    return item


def _over_pages(document: Document, numbering: Numbering) -> tuple[AgendaItem, ...]:
    """An agenda in a table that goes on over the next pages: the tables that follow it with other cases, page by page."""
    items: list[AgendaItem] = []
    last = 0
    for slide in document.slides:
        for table in (block.table for block in slide.body if block.table is not None):
            more = from_table(table, Place(document.sha256, slide.number), numbering, fewest=1 if items else 2)
            new = {item.case for item in more if item.case}
            if new and not new & {item.case for item in items} and (not items or slide.number <= last + 1):
                items += more
                last = slide.number
    return tuple(items)


def _over_slides(document: Document, numbering: Numbering) -> tuple[AgendaItem, ...]:
    """A deck's agenda that goes on over the next slides under the same title: "Saksliste (1 av 2)", "Saksliste (2 av 2)"."""
    items: list[AgendaItem] = []
    title, last = "", 0
    for slide in document.slides:
        place = Place(document.sha256, slide.number)
        more = _on_slide(slide, place, numbering, deck=True, fewest=1 if items else 2)
        called = whole_list(slide.title or "").casefold()
        if not items and more and called:
            items, title, last = list(more), called, slide.number
        elif more and slide.number == last + 1 and called == title:
            new = {item.case for item in more if item.case} - {item.case for item in items}
            items += [item for item in more if item.case is None or item.case in new]
            last = slide.number
    return tuple(items)


def _timed(items: Sequence[AgendaItem]) -> int:
    return sum(1 for item in items if item.time)


def _cases(items: Sequence[AgendaItem]) -> int:
    return len({item.case for item in items if item.case})


def _on_slide(slide: Slide, place: Place, numbering: Numbering, deck: bool, fewest: int = 2) -> tuple[AgendaItem, ...]:
    for block in slide.body:
        if block.table is not None:
            items = from_table(block.table, place, numbering, fewest, titled=is_agenda(slide.title, ()))
            if _cases(items) >= fewest:
                return items
    if not deck:
        return ()
    listed = from_lines([block.text for block in slide.body if block.table is None], place, numbering, slide.title)
    return listed if _cases(listed) >= fewest else counted_items(slide, place, numbering)


def from_table(
    table: Table, place: Place, numbering: Numbering, fewest: int = 2, *, titled: bool = False
) -> tuple[AgendaItem, ...]:
    """The rows of a table that has a column of case numbers, at least `fewest`; a header that is a row itself is one."""
    headers = (table.label_header or table.caption, *table.columns)
    rows = [(row.label, *row.values) for row in table.rows]
    if only_case_number(headers[0]) or (len(headers) > 1 and only_case_number(headers[1])):
        rows.insert(0, headers)
        headers = tuple("" for _ in headers)
    columns = _columns(headers, rows, fewest)
    if columns is None:
        return programme(headers, rows, place, numbering, fewest, titled=titled)
    items = []
    for cells in rows:
        title = cells[columns.title]
        if not title:
            continue
        # Where rows are only counted, the case number may stand behind the title.
        behind = numbered_behind(title) if _POINT_HEADER.match(headers[columns.case].strip()) else None
        presenter, organisation = person_and_organisation(_cell(cells, columns.presenter))
        if columns.organisation is not None:
            organisation = _cell(cells, columns.organisation) or organisation
        items.append(
            AgendaItem(
                case=numbering.name(behind) if behind else _case(cells[columns.case], headers[columns.case], numbering),
                title=" ".join((behind.title if behind else title).split()),
                presenter=presenter,
                organisation=organisation,
                time=period(_cell(cells, columns.time))[0],
                case_type=_cell(cells, columns.case_type),
                place=place,
                end=period(_cell(cells, columns.time))[1] or period(_cell(cells, columns.end))[0],
                minutes=length_of_row(headers, cells),
                details=headed(headers, cells, (columns.case, columns.title)),
            )
        )
    return tuple(items)


def _case(cell: str | None, header: str, numbering: Numbering) -> str | None:
    """The case of a cell: a case number, or a count under a header that says what is counted."""
    text = (cell or "").strip()
    read = numbered_line(text)
    if read is not None and only_case_number(text) is not None:
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


def _columns(headers: Sequence[str], rows: Sequence[Sequence[str | None]], fewest: int) -> _Columns | None:
    usable = [place for place, header in enumerate(headers) if not BESIDE.search(header)]
    if not usable or any(_HANDLED.search(header) for header in headers) or _days(rows) >= 2:
        return None
    numbered = {
        place: sum(1 for row in rows if _case(row[place], headers[place], Numbering(2000)) is not None)
        for place in usable
    }
    case = max(usable, key=lambda place: numbered[place])
    if numbered[case] < fewest:
        return None
    taken = {case}

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
        taken |= {time} if time is not None else set()
    title = column("title")
    if title is None:
        rest = [place for place in usable if place not in taken]
        if not rest:
            return None
        # No header says it: the title is the column with the most text.
        title = max(rest, key=lambda place: sum(len(row[place] or "") for row in rows))
    return _Columns(case, title, presenter, time, case_type, organisation, end)


def _days(rows: Sequence[Sequence[str | None]]) -> int:
    return sum(1 for row in rows if any(dates_in(cell) and len(cell) < 25 for cell in row if cell))
