"""Several lists of one meeting's cases put together: the list of cases with who presents them, a timetable with short names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from radsassistent.meetings.meeting import AgendaItem

# A list of which so many cases have a presenter or a type is the list of cases, beside a timetable that has neither.
_MOST = 0.6


def numbers_of(items: Sequence[AgendaItem]) -> set[str]:
    """The case numbers of an agenda."""
    return {item.case for item in items if item.case}


def listed_beside(best: Sequence[AgendaItem], found: Sequence[Sequence[AgendaItem]]) -> tuple[AgendaItem, ...]:
    """A timetable of the cases with their titles as the list of cases has them, which is where they then stand.

    A timetable tells hours, and neither who presents a case nor what sort it is; what it calls a case is short ("Priser").
    Its breaks stay.
    """
    cases = [item for item in best if item.case]
    if not any(item.time for item in cases) or any(item.presenter or item.case_type for item in cases):
        return tuple(best)
    proper = max((items for items in found if _lists(items, numbers_of(best))), key=len, default=())
    titled = {item.case: item for item in proper if item.case}
    return tuple(
        replace(titled[item.case], time=item.time, end=item.end, also=(item.place,))
        if item.case in titled and titled[item.case].place != item.place
        else item
        for item in best
    )


def _lists(items: Sequence[AgendaItem], cases: set[str]) -> bool:
    told = sum(bool(item.case and (item.presenter or item.case_type)) for item in items)
    return cases <= numbers_of(items) and told >= _MOST * len(cases)


def filled(item: AgendaItem, found: Sequence[Sequence[AgendaItem]]) -> AgendaItem:
    """An item with what it leaves out (presenter, time, type) from the other lists of the meeting, by its case."""
    if item.case is None or (item.presenter and item.time and item.case_type):
        return item
    for other in (each for items in found if len(numbers_of(items)) > 1 for each in items if each.case == item.case):
        presented = item.presenter is None and other.presenter is not None
        more = replace(
            item,
            presenter=other.presenter if presented else item.presenter,
            organisation=other.organisation if presented else item.organisation,
            time=item.time or other.time,
            end=item.end or (other.end if item.time in (None, other.time) else None),
            case_type=item.case_type or other.case_type,
            minutes=item.minutes or other.minutes,
        )
        if more != item and other.place not in (item.place, *item.also):
            more = replace(more, also=(*item.also, other.place))
        item = more
    return item
