"""Which of the lists that may be the meeting's agenda is it: by its cases, its hours and all else that it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from radsassistent.documents import Block, Document, Slide
from radsassistent.meetings.agenda_entries import BREAK
from radsassistent.meetings.agenda_together import numbers_of
from radsassistent.meetings.meeting import AgendaItem

# An agenda without numbers has so many entries with hours, and so many of its entries have one.
_FEWEST_TIMED, _MOST_TIMED = 3, 0.6
_YEAR = re.compile(r"\d/(\d\d)$")
# It stands at the front of a deck; later ones are the programmes of other days.
_FRONT = 8
# What stands on so many slides, and such a part of them, leads through the deck and is none's content.
_FEWEST_REPEATS, _MOST_REPEATS = 3, 0.3


def worth(items: Sequence[AgendaItem]) -> tuple[bool, int, bool, int, int, int]:
    """How much an agenda tells, to choose by; a list that only counts, and tells neither hours nor people, comes last, and of two
    with as many cases one whose hours do not go on from entry to entry.
    """
    # Numbers without what they are of are no agenda.
    cases = [item for item in items if item.case and item.title]
    told = sum(
        map(bool, (told for item in cases for told in (item.time, item.presenter, item.case_type, item.minutes)))
    )
    counts = all(item.case is None or item.case.startswith("Punkt") for item in items)
    count = len(numbers_of(cases))
    timed = sum(1 for item in cases if item.time)
    return (count > 1 and (told > 0 or not counts), count, _rising(items), timed, told, len(items))


def without_numbers(items: Sequence[AgendaItem], slide: Slide, *, titled: bool, fewest: int = _FEWEST_TIMED) -> bool:
    """Whether entries without numbers are a meeting's agenda: at the front of the deck, most of them with hours that go on, or
    under the word for it (`titled`) with people or types.
    """
    timed = [item for item in items if item.time]
    who = sum(item.presenter is not None or item.case_type is not None for item in items)
    enough = len(timed) >= max(fewest, 1) and len(timed) >= _MOST_TIMED * len(items)
    enough = enough or (titled and len(items) >= fewest and who >= _MOST_TIMED * len(items))
    return slide.number <= _FRONT and enough and _rising(items) and (titled or who > 1)


def worth_without_numbers(items: Sequence[AgendaItem]) -> tuple[int, int, int]:
    """How much an agenda without numbers tells."""
    told = sum(map(bool, (told for item in items for told in (item.presenter, item.case_type, item.minutes))))
    return (sum(item.time is not None for item in items), told, len(items))


def of_other_year(items: Sequence[AgendaItem], year: int | None) -> bool:
    """Whether all cases are of other years than the meeting's, as in a plan or a list of what was decided before."""
    years = _years(items)
    return year is not None and bool(years) and year % 100 not in years


def _years(items: Sequence[AgendaItem]) -> set[int]:
    return {int(match[1]) for item in items if item.case and (match := _YEAR.search(item.case))}


def later(items: Sequence[AgendaItem], more: Sequence[AgendaItem]) -> bool:
    """Whether the hours of more items go on after those of the first, and most have one."""
    before, after = ([item.time for item in each if item.time] for each in (items, more))
    many = 2 * len(before) >= len(items) and 2 * len(after) >= len(more)
    return bool(before and after) and many and max(before) <= min(after)


def _rising(items: Sequence[AgendaItem]) -> bool:
    """Whether the hours of each slide's entries go on."""
    hours = [(item.place, item.time) for item in items if item.time]
    return all(place != next_place or hour <= after for (place, hour), (next_place, after) in pairwise(hours))


def breaks_in_order(items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Entries with the breaks that stand below them all, as in a line at the foot, where they come by their hours."""
    ordered = list(items)
    while ordered and ordered[-1].case is None and ordered[-1].time and BREAK.match(ordered[-1].title):
        ordered.pop()
    if not _rising(ordered):
        return tuple(items)
    for each in items[len(ordered) :]:
        after = [place for place, item in enumerate(ordered) if item.time and item.time > (each.time or "")]
        ordered.insert(after[0] if after else len(ordered), each)
    return tuple(ordered)


def leading_through(document: Document) -> frozenset[tuple[str, int, int]]:
    """The texts that stand at the same place on many slides, as a list of the cases beside each slide's content does."""
    slides: dict[tuple[str, int, int], set[int]] = {}
    for slide in document.slides:
        for block in slide.body:
            slides.setdefault(where(block), set()).add(slide.number)
    enough = max(_FEWEST_REPEATS, _MOST_REPEATS * len(document.slides))
    return frozenset(key for key, numbers in slides.items() if len(numbers) >= enough)


def where(block: Block) -> tuple[str, int, int]:
    """What a block says and where it stands."""
    return block.text, round(block.box.left), round(block.box.top)
