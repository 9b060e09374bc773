"""The meetings that a table of them announces: "20. oktober | kl. 09.00 | Fjordby | frist 22. september"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.dates import MONTHS, dates_in
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.cues import Cue
from radsassistent.search.query import Query, Wanted

# A table is of meetings when its slide or one of its columns says so.
_OF_MEETINGS = re.compile(
    r"møteplan|møtedato|møteoversikt|(?:kommende|neste|høstens|vårens|våre|årets)\s+møter|\bmeetings\b", re.IGNORECASE
)
_MEETING_COLUMN = re.compile(r"^(?:møte|møtenr|møtenummer|meeting)\b", re.IGNORECASE)
_DAY = re.compile(
    r"^(?:[^\W\d_]+(?:dag|\.)\s+)?(?P<day>\d{1,2})\.\s*(?P<month>[^\W\d_]{3,9})\.?(?:\s+(?P<year>20\d\d))?$",
    re.IGNORECASE,
)
# What a card of a meeting is headed by beside its day: "Møte 4/2026", "Rådsmøte 4".
_NUMBERED_MEETING = re.compile(r"^\w*møte\s+(?:nr\.?\s*)?\d", re.IGNORECASE)
# "Møteplan 2027": the year of days that have none.
_YEAR_OF_PLAN = re.compile(r"møte\w*\s+(?:for\s+|i\s+)?(?P<year>20\d\d)\b", re.IGNORECASE)
# The day by which cases are to be put forward is not the meeting's.
_OTHER_DAY = re.compile(r"\b(?:frist|deadline|innmelding|utsend\w*|papir\w*)", re.IGNORECASE)
_DEADLINE = re.compile(r"\b(?:\w*frist|deadline|innmelding)", re.IGNORECASE)
_PLACE = re.compile(r"^(?:møte)?(?:sted|stad|lokale|rom|hvor|kvar|place|venue|where)\b", re.IGNORECASE)
_HOURS = re.compile(r"^(?:tid|kl|klokkeslett|når|time|when)\b", re.IGNORECASE)
# "Etter sommeren": from August on.
AFTER_SUMMER = re.compile(
    r"\b(?:etter\s+(?:sommer\w*|sumar\w*|ferien|ferie)|(?:til|utpå|i)\s+(?:høst|haust)(?:en)?|after\s+(?:the\s+)?summer|in\s+(?:the\s+)?(?:autumn|fall))\b",
    re.IGNORECASE,
)
_AUTUMN = 8
# By when something is to be sent in for a meeting.
_BY_WHEN = re.compile(
    r"\b(?:\w*frist\w*|deadline|senest|seinast|(?:innen|innan)\s+når|(?:send\w*|meld\w*|lever\w*)\s+(?:\w+\s+)?inn|innmeld\w*|"
    r"(?:melde|sende|levere)\s+saker|submit\w*|hand(?:ed)?\s+in)\b",
    re.IGNORECASE,
)
# What a follow-up says of the meeting just told, and asks of it.
_OF_IT = re.compile(r"\b(?:da|då|det|den|dette|then|it|that)\b|^(?:og|and)\s+\w+\W*$", re.IGNORECASE)
_WHERE = re.compile(r"\b(?:hvor|kor|kvar|where|digitalt?|fysisk|stedet|staden)\b", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:når|kva\s+tid|klokk\w+|klokkeslett\w*|when|what\s+time)\b", re.IGNORECASE)
_MOST_WORDS = 8
_WHAT_DAY = re.compile(
    r"\b(?:hva|kva|hvilken|what|which)\s+(?:er|var|is|was)?\s*(?:the\s+)?(?:\w*frist|deadline|siste)\w*", re.IGNORECASE
)
# That the council meets, with nothing else said of it but when.
_WE_MEET = re.compile(
    r"^(?:hvor|kor|når|kva\s+tid|hvilken\s+dag|kva\s+dag|where|when|(?:what|which)\s+day)\s+(?:(?:skal|do|does|will|shall)\s+)?(?:(?:vi|me|we|rådet|styret|utvalget|utvalet)\s+)?"
    r"(?:møtes|møtast|møte|samles|samlast|treffes|treffast|meet)\b(?:\s+(?:vi|me|we|rådet|styret|utvalget|utvalet))?\s+(?:i|in)\s+[\w.]+(?:\s+(?:i\s+|in\s+)?(?:20\d\d|neste\s+år|next\s+year))?\s*\?*$",
    re.IGNORECASE,
)
_IN_NORWEGIAN = {
    "january": "januar",
    "february": "februar",
    "march": "mars",
    "may": "mai",
    "june": "juni",
    "july": "juli",
    "october": "oktober",
    "december": "desember",
}
_ENGLISH_MONTH = re.compile(rf"\b(?:{'|'.join(_IN_NORWEGIAN)})\b", re.IGNORECASE)
_OF_MEETING = re.compile(r"møte|meeting", re.IGNORECASE)
_NEXT = re.compile(r"\b(?:neste|next)\s+(?:\w+\s+)?\w*(?:møte|meeting)\w*", re.IGNORECASE)
_LAST = re.compile(r"\b(?:siste|last)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Planned:
    """A meeting that a row of a table announces: the row's `cell` for its day, and that with the year that only the plan has."""

    day: date
    cell: str
    said: str
    row: Passage
    place: str | None = None

    def under(self, called: re.Pattern[str]) -> str | None:
        """What the row has under the one column that is called so."""
        if self.row.kind is not PassageKind.TABLE_ROW:
            return None
        cells = zip(self.row.data["columns"], self.row.data["values"], strict=True)
        return next((value for column, value in cells if value and called.search(str(column))), None)

    def deadline(self) -> tuple[str, str] | None:
        """The first column that is called a deadline, with what stands there."""
        if self.row.kind is not PassageKind.TABLE_ROW:
            return None
        return next(((name, cell) for name, cell in _cells(self.row) if _DEADLINE.search(name)), None)


def planned_meetings(corpus: Corpus, meetings: Sequence[MeetingKey] = ()) -> list[Planned]:
    """The meetings that tables of some meetings' documents announce, else of the newest that have such a table; the earliest
    first.
    """
    announced = [
        planned
        for row in corpus.of_kind(PassageKind.TABLE_ROW)
        if is_of_meetings(row) and (planned := _planned(row)) is not None
    ]
    announced = announced or _on_cards(corpus)
    for of in [meetings] if meetings else [[meeting] for meeting in corpus.meetings]:
        found = [planned for planned in announced if MeetingKey(planned.row.body, planned.row.meeting) in of]
        if found:
            return sorted(found, key=lambda planned: planned.day)
    return []


def meeting_after(query: Query, corpus: Corpus, *, with_place: bool = False) -> Draft | None:
    """The first planned meeting after the one spoken of, from August on where it is after the summer; None for none, nor
    where its place is to be told and is not.
    """
    meetings = query.meetings or tuple(corpus.meetings[:1])
    held = max((date.fromisoformat(meeting.date) for meeting in meetings if meeting.date), default=None)
    ahead = [planned for planned in planned_meetings(corpus, query.meetings) if held is not None and planned.day > held]
    if AFTER_SUMMER.search(query.asked):
        ahead = [planned for planned in ahead if planned.day.month >= _AUTUMN or planned.day.year > ahead[0].day.year]
    meant = (ahead[-1] if _LAST.search(query.asked) else ahead[0]) if ahead else None
    if meant is None or (with_place and not (meant.under(_PLACE) or meant.place)):
        return None
    return Draft((_told(meant),))


def last_of_year(query: Query, corpus: Corpus) -> Draft | None:
    """The last meeting that is planned in the year named, else in that of the meeting spoken of."""
    planned = planned_meetings(corpus)
    year = int(query.years[0]) if query.years else planned[0].day.year if planned else None
    of_year = [each for each in planned if each.day.year == year]
    return Draft((_told(of_year[-1]),)) if of_year else None


def deadline_in_plan(query: Query, corpus: Corpus) -> Draft | None:
    """By when a plan of meetings wants what is sent in for the meeting that a question names, or for the next one."""
    asks_when = query.wanted is Wanted.TIME or _WHAT_DAY.search(query.asked)
    if not (asks_when and _OF_MEETING.search(query.asked) and _BY_WHEN.search(query.asked)):
        return None
    planned = planned_meetings(corpus)
    if _NEXT.search(query.asked):
        newest = max((meeting.date for meeting in corpus.meetings), default="")
        meant = [each for each in planned if each.day.isoformat() > newest][:1]
    else:
        meant = [each for each in planned if _is_named(each, query.asked.lower())]
    told = [(each, cell) for each in meant if (cell := each.deadline()) is not None]
    if len(told) != 1:
        return None
    return Draft((_deadline_told(told[0][0], *told[0][1]),))


def of_told_meeting(question: str, told: Sequence[Passage]) -> Draft | None:
    """What a follow-up asks of the one planned meeting just told: "og hvor er det?", "når er fristen da?"; None for any other."""
    rows = {row.id: row for row in told if row.kind is PassageKind.TABLE_ROW and is_of_meetings(row)}
    rows |= {unit.id: unit for unit in told if unit.kind is PassageKind.UNIT and _of_card(unit) is not None}
    if len(rows) != 1 or len(question.split()) > _MOST_WORDS or not _OF_IT.search(question):
        return None
    row = next(iter(rows.values()))
    planned = _planned(row) if row.kind is PassageKind.TABLE_ROW else _of_card(row)
    if planned is None:
        return None
    deadline = planned.deadline() if _BY_WHEN.search(question) else None
    if deadline is not None:
        return Draft((_deadline_told(planned, *deadline),))
    asked = _PLACE if _WHERE.search(question) else _HOURS if _WHEN.search(question) else None
    has_it = asked is not None and (planned.under(asked) or (asked is _PLACE and planned.place))
    return Draft((_told(planned),)) if has_it else None


def meeting_in_plan(query: Query, corpus: Corpus) -> Draft | None:
    """When and where the meeting is that a question names by its month or day and that is only planned."""
    # "Where will it be held" asks for no presenter.
    presents = Cue.PRESENT in query.cues and Cue.WHERE not in query.cues
    if query.cues & {Cue.DECIDED, Cue.DEBATE, Cue.WHICH_CASE} or presents or query.cases:
        return None
    named = query.unknown_meeting or ""
    if not named and not query.meetings and _WE_MEET.search(query.asked):
        # "Hvor møtes vi i mars neste år?"
        named = query.asked
    named = _ENGLISH_MONTH.sub(lambda match: _IN_NORWEGIAN[match[0].lower()], named).lower()
    if not named:
        return None
    announced = planned_meetings(corpus)
    found = [planned for planned in announced if _is_named(planned, named)]
    if len(found) == 1:
        return Draft((_told(found[0]),))
    held = [_MONTH_NAMES[int(meeting.date[5:7])] for meeting in corpus.meetings if meeting.date]
    elsewhen = announced and query.unknown_meeting is None and not any(month in named for month in held)
    return Draft.abstaining("Dokumentene sier ikke når det møtet er.") if elsewhen and not found else None


_MONTH_NAMES = {number: name for name, number in MONTHS.items()}


def _is_named(planned: Planned, named: str) -> bool:
    month = next((name for name, number in MONTHS.items() if number == planned.day.month and name in named), None)
    day = re.search(r"\b(\d{1,2})\.", named)
    year = re.search(r"\b20\d\d\b", named)
    return (
        month is not None
        and (day is None or int(day[1]) == planned.day.day)
        and (year is None or int(year[0]) == planned.day.year)
    )


def _on_cards(corpus: Corpus) -> list[Planned]:
    """The meetings that cards announce, each headed by its day and its number, with the place below: "17. sept.", "Møte 4"."""
    found: dict[tuple[str, int, date], Planned] = {}
    for unit in corpus.of_kind(PassageKind.UNIT):
        if (planned := _of_card(unit)) is not None:
            found.setdefault((unit.sha256, unit.slide, planned.day), planned)
    return list(found.values())


def _of_card(unit: Passage) -> Planned | None:
    """The meeting whose day and number stand above a line, which is taken for its place."""
    headings = [str(heading).strip() for heading in unit.data["under"]]
    days = [heading for heading in headings if _DAY.match(heading)]
    if len(days) != 1 or not any(map(_NUMBERED_MEETING.match, headings)):
        return None
    begins = _begins(days[0], unit.meeting[:4])
    return Planned(begins, days[0], days[0], unit, unit.text.strip().rstrip(".")) if begins is not None else None


def _begins(cell: str, year: str) -> date | None:
    """The day that a cell or a heading says, in its own year or in that of the plan."""
    day = _DAY.match(cell.strip())
    if day is None:
        return None
    return next(iter(dates_in(f"{day['day']}. {day['month']} {day['year'] or year}")), None)


def is_of_meetings(row: Passage) -> bool:
    """Whether the table of a row announces meetings."""
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
        begins = _begins(cell, year)
        if begins is None:
            continue
        return Planned(begins, cell, cell if day["year"] or year == held else f"{cell} {year}", row)
    return None


def _cells(row: Passage) -> Iterator[tuple[str, str]]:
    yield "", str(row.data["label"])
    for column, value in zip(row.data["columns"], row.data["values"], strict=True):
        if value:
            yield str(column), str(value)


def _deadline_told(planned: Planned, column: str, value: str) -> Statement:
    """ "Frist for saker: 22. september (møtet 20. oktober)." """
    said = f"{column}: {value} (møtet {planned.said})."
    return Statement(said, (Support(planned.row, value), Support(planned.row, planned.cell)))


def _told(planned: Planned) -> Statement:
    """ "20. oktober, kl. 09.00–14.00, Fjordby." """
    hours, place = planned.under(_HOURS), planned.under(_PLACE) or planned.place
    parts = [planned.said, *(part for part in (hours, place) if part)]
    quoted = (planned.cell, *parts[1:])
    return Statement(f"{', '.join(parts)}.", tuple(Support(planned.row, part) for part in quoted))
