"""The agenda from a table or a list: case, title, presenter, organisation, time and case type."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.documents import Document, Slide
from radsassistent.meetings.agenda_boxes import from_cards, from_places, rows
from radsassistent.meetings.agenda_cards import breaks_apart, is_agenda, of_other_meetings
from radsassistent.meetings.agenda_choice import (
    breaks_in_order,
    later,
    leading_through,
    of_other_year,
    where,
    without_numbers,
    worth,
    worth_without_numbers,
)
from radsassistent.meetings.agenda_entries import heads_an_entry
from radsassistent.meetings.agenda_facts import (
    type_spelt_out,
    without_legend,
)
from radsassistent.meetings.agenda_levels import from_levels, plain_list
from radsassistent.meetings.agenda_lines import counted_items, from_lines
from radsassistent.meetings.agenda_pages import listed_items
from radsassistent.meetings.agenda_presenters import named_behind_dashes
from radsassistent.meetings.agenda_tables import from_rows, from_table, is_row
from radsassistent.meetings.agenda_together import filled, listed_beside, numbers_of
from radsassistent.meetings.case_numbers import Numbering, Scheme
from radsassistent.meetings.flow import DocumentKind, kind_of
from radsassistent.meetings.hours import TIME
from radsassistent.meetings.meeting import AgendaItem, Place
from radsassistent.meetings.people import whole_list
from radsassistent.meetings.programme import people_behind

_SAYS_HOUR = re.compile(rf"\bkl\.?\s*{TIME}", re.IGNORECASE)
# The day in the title of an agenda over several.
_OF_DAY = re.compile(
    r"[\s:,(–-]*(?:dag\s+\d|\d\.\s*dag|første\s+dag(?:en)?|andre\s+dag(?:en)?|(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag)"
    r"(?:[\s:,–-]*(?:(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag)?\s*\d{1,2}\.\s*[a-zæøå]+(?:\s+20\d\d)?)?\)?"
)

# "Saksliste – før lunsj", "Dagsorden (ettermiddag)": which part of the day's list it is.
_OF_PART = re.compile(
    r"[\s:,(–-]+(?:(?:før|etter)\s+(?:lunsj\w*|pause\w*|middag\w*)|(?:for|føre|etter)middag\w*|(?:første|fyrste|andre)\s+(?:del|økt)\w*)\)?$"
)


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
    found = [tuple(_numbered(item, numbering) for item in items) for items in found]
    unnumbered = max((items for items in found if _cases(items) <= 1), key=worth_without_numbers, default=())
    best = max(found, key=worth, default=())
    # Cases of other years are a plan or were decided before, unless there is little else; then the meeting's day may be misread.
    of_year = max((items for items in found if not of_other_year(items, numbering.year)), key=worth, default=())
    best = of_year if _cases(of_year) > 1 and 2 * _cases(of_year) >= _cases(best) else best
    if _cases(best) <= 1 or (unnumbered and of_other_year(best, numbering.year)):
        return unnumbered
    slides = {Place(document.sha256, slide.number): slide for document in documents for slide in document.slides}
    listed = listed_beside(best, found)
    # A legend stands on one of the slides that an agenda goes over.
    over = [slides[place] for place in dict.fromkeys(item.place for item in listed)]
    return tuple(_spelt_out(filled(item, found), [slides[item.place], *over]) for item in listed)


def _numbered(item: AgendaItem, numbering: Numbering) -> AgendaItem:
    """An item that is only counted, with the number of its case where its title opens with it: "2." and "Sak 5/26 Budsjett"."""
    read = numbering.read(item.title) if item.case is not None and item.case.startswith("Punkt ") else None
    if read is None or not heads_an_entry(read) or (read.year is None and read.scheme is not Scheme.CODE):
        return item
    return replace(item, case=numbering.name(read), title=read.title)


def _spelt_out(item: AgendaItem, over: Sequence[Slide]) -> AgendaItem:
    """An item with the type that its letter stands for by the first slide that tells it."""
    told = (type_spelt_out(item, slide) for slide in over)
    return next((spelt for spelt in told if spelt.case_type != item.case_type), item)


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
        called = _OF_PART.sub("", _OF_DAY.sub("", whole_list(slide.title or "").casefold())).strip()
        new = {item.case for item in more if item.case} - {item.case for item in items}
        other = new or not _cases(more)
        if items and slide.number == last + 1 and more and (called == title or (other and later(items, more))):
            items += [item for item in more if item.case is None or item.case in new]
            last = slide.number
        elif _cases(more) > 1 or (more and _cases(more) <= 1 and _cases(items) <= 1):
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
    return () if is_row(headers, numbering) else headers


def _cases(items: Sequence[AgendaItem]) -> int:
    return len(numbers_of(items))


def _on_slide(
    slide: Slide, place: Place, numbering: Numbering, deck: bool, fewest: int = 2, headers: tuple[str, ...] = ()
) -> tuple[AgendaItem, ...]:
    titled = is_agenda(slide.title, ())
    of_tables: tuple[AgendaItem, ...] = ()
    unnumbered: list[tuple[AgendaItem, ...]] = []
    for block in slide.body:
        if block.table is not None:
            few = 1 if of_tables else fewest
            items = from_table(block.table, place, numbering, few, titled=titled, going_on=headers)
            unnumbered += [items] if _cases(items) <= 1 else []
            if _cases(items) >= few and not numbers_of(items) & numbers_of(of_tables):
                # A table for each day, or for before and after lunch.
                of_tables += items
    if not deck:
        return of_tables
    if of_other_meetings(slide.title):
        return ()
    blocks = [part for block in without_legend(slide.blocks) for part in breaks_apart(block)]
    slide = replace(slide, blocks=tuple(blocks))
    listed = from_lines([block.text for block in slide.body if block.table is None], place, numbering, slide.title)
    boxed = from_cards(slide, place, numbering)
    cells = rows(slide)
    aligned = _from_boxes(cells, place, numbering, fewest, titled=titled) if cells else ()
    found = [
        of_tables,
        listed,
        boxed,
        aligned,
        *from_places(slide, place, numbering),
        *from_levels(slide, place, numbering),
    ]
    found = [
        items if items is of_tables else people_behind(named_behind_dashes(breaks_in_order(_without_the_day(items))))
        for items in found
    ]
    best = max(found, key=worth)
    best = best if _cases(best) >= fewest else counted_items(slide, place, numbering)
    if best:
        return best
    unnumbered += [items for items in found if _cases(items) <= 1]
    fit = [items for items in unnumbered if without_numbers(items, slide, titled=titled, fewest=2 * fewest - 1)]
    return max(fit, key=worth_without_numbers, default=()) or plain_list(slide, place, numbering)


def _without_the_day(items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Items without what is told of the whole day by two hours: "Møtet begynner kl. 10.00 og slutter kl. 15.00"."""
    return tuple(item for item in items if item.case or not (item.time and _SAYS_HOUR.search(item.title)))


def _from_boxes(
    cells: Sequence[Sequence[str | None]], place: Place, numbering: Numbering, fewest: int, *, titled: bool
) -> tuple[AgendaItem, ...]:
    """The agenda of boxes in rows, the first of which may be its headings."""
    first = [cell or "" for cell in cells[0]]
    headed_by = not any(letter.isdigit() for cell in first for letter in cell) and sum(map(bool, first)) == len(first)
    headers = tuple(first) if headed_by else tuple("" for _ in first)
    return from_rows(headers, cells[1:] if headed_by else cells, place, numbering, fewest, titled=titled)
