"""The meetings that a table of them announces: "20. oktober | kl. 09.00 | Fjordby | frist 22. september"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.dates import MONTHS
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.cues import Cue
from radsassistent.search.query import Query

# A table is of meetings when its slide or one of its columns says so.
_OF_MEETINGS = re.compile(
    r"møteplan|møtedato|møteoversikt|(?:kommende|neste|høstens|vårens|våre|årets)\s+møter|\bmeetings\b", re.IGNORECASE
)
_MEETING_COLUMN = re.compile(r"^(?:møte|møtenr|møtenummer|meeting)\b", re.IGNORECASE)
_DAY = re.compile(
    rf"^(?:[^\W\d_]+dag\s+)?(?P<day>\d{{1,2}})\.\s*(?P<month>{'|'.join(MONTHS)})\.?(?:\s+(?P<year>20\d\d))?$",
    re.IGNORECASE,
)
# "Møteplan 2027": the year of days that have none.
_YEAR_OF_PLAN = re.compile(r"møte\w*\s+(?:for\s+|i\s+)?(?P<year>20\d\d)\b", re.IGNORECASE)
# The day by which cases are to be put forward is not the meeting's.
_OTHER_DAY = re.compile(r"\b(?:frist|deadline|innmelding|utsend\w*|papir\w*)", re.IGNORECASE)
_PLACE = re.compile(r"^(?:møte)?(?:sted|stad|lokale|rom|hvor|kvar|place|venue|where)\b", re.IGNORECASE)
_HOURS = re.compile(r"^(?:tid|kl|klokkeslett|når|time|when)\b", re.IGNORECASE)
# "Etter sommeren": from August on.
AFTER_SUMMER = re.compile(
    r"\b(?:etter\s+(?:sommer\w*|sumar\w*|ferien)|til\s+høsten|i\s+(?:haust|høst)|after\s+(?:the\s+)?summer)\b",
    re.IGNORECASE,
)
_AUTUMN = 8
_LAST = re.compile(r"\b(?:siste|last)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Planned:
    """A meeting that a row of a table announces: the row's `cell` for its day, and that with the year that only the plan has."""

    day: date
    cell: str
    said: str
    row: Passage

    def under(self, called: re.Pattern[str]) -> str | None:
        """What the row has under the one column that is called so."""
        cells = zip(self.row.data["columns"], self.row.data["values"], strict=True)
        return next((value for column, value in cells if value and called.search(str(column))), None)


def planned_meetings(corpus: Corpus, meetings: Sequence[MeetingKey] = ()) -> list[Planned]:
    """The meetings that tables of some meetings' documents announce, else of the newest; the earliest first."""
    of = set(meetings or corpus.meetings[:1])
    rows = (row for row in corpus.of_kind(PassageKind.TABLE_ROW) if MeetingKey(row.body, row.meeting) in of)
    found = [planned for row in rows if _is_of_meetings(row) and (planned := _planned(row)) is not None]
    return sorted(found, key=lambda planned: planned.day)


def meeting_after(query: Query, corpus: Corpus) -> Draft | None:
    """The first planned meeting after the one spoken of, from August on where it is after the summer; None for none."""
    meetings = query.meetings or tuple(corpus.meetings[:1])
    held = max((date.fromisoformat(meeting.date) for meeting in meetings if meeting.date), default=None)
    ahead = [planned for planned in planned_meetings(corpus, meetings) if held is not None and planned.day > held]
    if AFTER_SUMMER.search(query.asked):
        ahead = [planned for planned in ahead if planned.day.month >= _AUTUMN or planned.day.year > ahead[0].day.year]
    if not ahead:
        return None
    return Draft((_told(ahead[-1] if _LAST.search(query.asked) else ahead[0]),))


def meeting_in_plan(query: Query, corpus: Corpus) -> Draft | None:
    """When and where the meeting is that a question names by its month or day and that is only planned."""
    if query.unknown_meeting is None or query.cues & {Cue.DECIDED, Cue.DEBATE, Cue.PRESENT, Cue.WHICH_CASE}:
        return None
    named = query.unknown_meeting.lower()
    found = [planned for planned in planned_meetings(corpus) if _is_named(planned, named)]
    return Draft(tuple(_told(planned) for planned in found)) if len(found) == 1 else None


def _is_named(planned: Planned, named: str) -> bool:
    month = next((name for name, number in MONTHS.items() if number == planned.day.month and name in named), None)
    day = re.search(r"\b(\d{1,2})\.", named)
    year = re.search(r"\b20\d\d\b", named)
    return (
        month is not None
        and (day is None or int(day[1]) == planned.day.day)
        and (year is None or int(year[0]) == planned.day.year)
    )


def _is_of_meetings(row: Passage) -> bool:
    data = row.data
    return bool(
        _OF_MEETINGS.search(f"{data['title']} {data['caption']}")
        or any(_MEETING_COLUMN.search(str(column)) for column in data["columns"])
    )


def _planned(row: Passage) -> Planned | None:
    of_plan = _YEAR_OF_PLAN.search(f"{row.data['title']} {row.data['caption']}")
    held = row.meeting[:4]
    for name, cell in _cells(row):
        day = _DAY.match(cell.strip()) if not _OTHER_DAY.search(name) else None
        if day is None:
            continue
        year = day["year"] or (of_plan["year"] if of_plan is not None else held)
        try:
            begins = date(int(year), MONTHS[day["month"].lower()], int(day["day"]))
        except ValueError:
            return None
        return Planned(begins, cell, cell if day["year"] or year == held else f"{cell} {year}", row)
    return None


def _cells(row: Passage) -> Iterator[tuple[str, str]]:
    yield "", str(row.data["label"])
    for column, value in zip(row.data["columns"], row.data["values"], strict=True):
        if value:
            yield str(column), str(value)


def _told(planned: Planned) -> Statement:
    """ "20. oktober, kl. 09.00–14.00, Fjordby." """
    hours, place = planned.under(_HOURS), planned.under(_PLACE)
    parts = [planned.said, *(part for part in (hours, place) if part)]
    quoted = (planned.cell, *parts[1:])
    return Statement(f"{', '.join(parts)}.", tuple(Support(planned.row, part) for part in quoted))
