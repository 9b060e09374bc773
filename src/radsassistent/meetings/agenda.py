"""The agenda from a table or a list: case, title, presenter, organisation, time and case type."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from radsassistent.documents import Document, Slide, Table
from radsassistent.meetings.agenda_boxes import from_cards, from_places, rows
from radsassistent.meetings.agenda_cards import is_agenda, numbered_behind
from radsassistent.meetings.agenda_choice import (
    later,
    leading_through,
    where,
    without_numbers,
    worth,
    worth_without_numbers,
)
from radsassistent.meetings.agenda_columns import BESIDE, PRESENTER, TYPE, headed, length_of_row
from radsassistent.meetings.agenda_facts import (
    column_of,
    hours_alone,
    presenters,
    type_alone,
    type_by_letter,
    type_spelt_out,
    types_headed,
    without_legend,
    without_symbol,
)
from radsassistent.meetings.agenda_levels import from_levels
from radsassistent.meetings.agenda_lines import between_cases, counted_items, from_lines, listed_items
from radsassistent.meetings.agenda_together import filled, listed_beside, numbers_of
from radsassistent.meetings.case_numbers import Numbering, normal, sections_named
from radsassistent.meetings.dates import dates_in
from radsassistent.meetings.flow import DocumentKind, kind_of
from radsassistent.meetings.hours import period, with_points
from radsassistent.meetings.meeting import AgendaItem, Place
from radsassistent.meetings.people import is_office, person_and_organisation, whole_list
from radsassistent.meetings.programme import people_behind, programme, row_between

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
_BRACKETS = re.compile(r"\s*\([^)]*\)")
# A table of where a case has been handled has its number in each body, and the day of each.
_HANDLED = re.compile(r"møtedato|møtedag|behandlet|behandla\b|^dato$", re.IGNORECASE)
# A count without a year is a case number only under a header that says so.
_COUNT_HEADER = re.compile(r"^(?:saks?\s*(?:nr|nummer)?\.?|saksnr\.?|saksnummer|sag)$", re.IGNORECASE)
_POINT_HEADER = re.compile(r"^(?:nr\.?|punkt|pkt\.?|#)$", re.IGNORECASE)


# The day in the title of an agenda over several.
_OF_DAY = re.compile(
    r"[\s:,(–-]*(?:dag\s+\d|\d\.\s*dag|første\s+dag(?:en)?|andre\s+dag(?:en)?|(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag)"
    r"(?:[\s:,–-]*(?:(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag)?\s*\d{1,2}\.\s*[a-zæøå]+(?:\s+20\d\d)?)?\)?"
)
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
        document = _without_guides(document) if deck else document
        for slide in document.slides:
            found.append(_on_slide(slide, Place(document.sha256, slide.number), numbering, deck))
        if deck:
            found.append(_over_slides(document, numbering))
        else:
            found.append(_over_pages(document, numbering))
            found.append(listed_items(document, numbering))
    best = max(found, key=worth, default=())
    if _cases(best) <= 1:
        return max((items for items in found if _cases(items) < 1), key=worth_without_numbers, default=())
    slides = {Place(document.sha256, slide.number): slide for document in documents for slide in document.slides}
    listed = listed_beside(best, found)
    return tuple(type_spelt_out(filled(item, found), slides[item.place]) for item in listed)


def _without_guides(document: Document) -> Document:
    """A deck without the texts that lead through it from slide to slide."""
    guides = leading_through(document)
    if not guides:
        return document
    slides = (
        replace(slide, blocks=tuple(block for block in slide.blocks if where(block) not in guides))
        for slide in document.slides
    )
    return replace(document, slides=tuple(slides))


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
    """A deck's agenda that goes on over the next slides: under the same title but for the day ("Saksliste (1 av 2)",
    "Saksliste (2 av 2)"; "Program dag 1", "Program dag 2"), or with other cases at later hours ("Før lunsj", "Etter lunsj").
    """
    best: tuple[AgendaItem, ...] = ()
    items: list[AgendaItem] = []
    title, last = "", 0
    headers: tuple[str, ...] = ()
    for slide in document.slides:
        place = Place(document.sha256, slide.number)
        more = _on_slide(slide, place, numbering, deck=True, fewest=1 if items else 2, headers=headers if items else ())
        called = _OF_DAY.sub("", whole_list(slide.title or "").casefold()).strip()
        new = {item.case for item in more if item.case} - {item.case for item in items}
        other = new or not _cases(more)
        if items and slide.number == last + 1 and more and (called == title or (other and later(items, more))):
            items += [item for item in more if item.case is None or item.case in new]
            last = slide.number
        elif _cases(more) > 1 or (more and not _cases(more) and not _cases(items)):
            best = max(best, tuple(items), key=_worth_of_any)
            items, title, last = list(more), called, slide.number
            headers = _headings(slide, numbering)
    return max(best, tuple(items), key=_worth_of_any)


def _worth_of_any(items: Sequence[AgendaItem]) -> tuple[tuple[object, ...], tuple[int, int, int]]:
    return worth(items), worth_without_numbers(items)


def _headings(slide: Slide, numbering: Numbering) -> tuple[str, ...]:
    """The headings of the first table of a slide, which hold for one without on the next."""
    table = next((block.table for block in slide.body if block.table is not None), None)
    headers = (table.label_header or table.caption, *table.columns) if table is not None else ()
    return () if _is_row(headers, numbering) else headers


def _cases(items: Sequence[AgendaItem]) -> int:
    return len(numbers_of(items))


def _on_slide(
    slide: Slide, place: Place, numbering: Numbering, deck: bool, fewest: int = 2, headers: tuple[str, ...] = ()
) -> tuple[AgendaItem, ...]:
    of_tables: tuple[AgendaItem, ...] = ()
    for block in slide.body:
        if block.table is not None:
            few = 1 if of_tables else fewest
            items = from_table(block.table, place, numbering, few, titled=is_agenda(slide.title, ()), going_on=headers)
            if _cases(items) >= few and not numbers_of(items) & numbers_of(of_tables):
                # A table for each day, or for before and after lunch.
                of_tables += items
    if of_tables:
        return of_tables
    if not deck:
        return ()
    slide = replace(slide, blocks=without_legend(slide.blocks))
    listed = from_lines([block.text for block in slide.body if block.table is None], place, numbering, slide.title)
    boxed = from_cards(slide, place, numbering)
    cells = rows(slide)
    aligned = _from_boxes(cells, place, numbering, fewest, titled=is_agenda(slide.title, ())) if cells else ()
    found = [listed, boxed, aligned, *from_places(slide, place, numbering), *from_levels(slide, place, numbering)]
    best = max(found, key=worth)
    best = best if _cases(best) >= fewest else counted_items(slide, place, numbering)
    if best:
        return best
    titled = is_agenda(slide.title, ())
    unnumbered = [items for items in found if without_numbers(items, slide, titled=titled, fewest=2 * fewest - 1)]
    return max(unnumbered, key=worth_without_numbers, default=())


def _from_boxes(
    cells: Sequence[Sequence[str | None]], place: Place, numbering: Numbering, fewest: int, *, titled: bool
) -> tuple[AgendaItem, ...]:
    """The agenda of boxes in rows, the first of which may be its headings."""
    first = [cell or "" for cell in cells[0]]
    headed_by = not any(letter.isdigit() for cell in first for letter in cell) and sum(map(bool, first)) == len(first)
    headers = tuple(first) if headed_by else tuple("" for _ in first)
    return from_rows(headers, cells[1:] if headed_by else cells, place, numbering, fewest, titled=titled)


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
    if _is_row(headers, numbering):
        rows_of_table.insert(0, headers)
        headers = going_on if len(going_on) == len(headers) else tuple("" for _ in headers)
    return from_rows(headers, rows_of_table, place, numbering, fewest, titled=titled)


def _is_row(headers: Sequence[str], numbering: Numbering) -> bool:
    """Whether what should be the headings of a table is its first entry: a case's number or an hour stands there."""
    return any(numbering.case_alone(header) is not None or hours_alone(header) for header in headers[:3])


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
        return programme(headers, found, place, numbering, fewest, titled=titled)
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
        behind = numbered_behind(title) if _POINT_HEADER.match(headers[columns.case].strip()) else None
        told = _cell(cells, columns.presenter)
        who = presenters(told) if told else None
        presenter, organisation = who or person_and_organisation(told)
        if columns.organisation is not None:
            organisation = _cell(cells, columns.organisation) or organisation
        header = headers[columns.case] or ("nr" if titled else "")
        items.append(
            AgendaItem(
                case=numbering.name(behind) if behind else _case(cells[columns.case], header, numbering),
                title=" ".join((behind.title if behind else title).split()),
                presenter=presenter,
                organisation=organisation,
                time=period(_cell(cells, columns.time))[0],
                case_type=without_symbol(_cell(cells, columns.case_type) or "") or kind_of_rows,
                place=place,
                end=period(_cell(cells, columns.time))[1] or period(_cell(cells, columns.end))[0],
                minutes=length_of_row(headers, cells),
                details=headed(headers, cells, (columns.case, columns.title)),
            )
        )
    return people_behind(items)


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
) -> _Columns | None:
    """Which column says what, by its heading or else by its cells. On a slide that is an agenda by its title a column without a
    heading may only count (`counts`).
    """
    usable = [place for place, header in enumerate(headers) if not BESIDE.search(header)]
    if not usable or any(_HANDLED.search(header) for header in headers) or _days(rows) >= 2:
        return None
    numbered = {
        place: sum(
            1 for row in rows if _case(row[place], headers[place] or ("nr" if counts else ""), numbering) is not None
        )
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
    return sum(1 for row in rows if any(dates_in(cell) and len(cell) < 25 for cell in row if cell))
