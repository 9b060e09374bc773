"""Which meetings a question names: by body, day, month, or as the last one."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date

from radsassistent.archive import PassageKind
from radsassistent.meetings.bodies import bodies_in, names_body
from radsassistent.meetings.dates import MONTHS, dates_in, norwegian
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.cues import Cue, cues
from radsassistent.search.terms import words

_DAY_OF_MEETING = re.compile(
    rf"\b\w*møtet?\b(?:\s+\w+)?\s+(?P<named>(?P<day>\d{{1,2}})\.\s*(?P<month>{'|'.join(MONTHS)}))\b", re.IGNORECASE
)
# The months as they are said in Norwegian and English.
MONTHS_SAID = {
    **MONTHS,
    "january": 1,
    "february": 2,
    "march": 3,
    "may": 5,
    "june": 6,
    "july": 7,
    "october": 10,
    "december": 12,
}
_ANY_MONTH = "|".join(MONTHS_SAID)
# "Marsmøtet", "junilista", "marsreferatet": of the meeting in that month.
_OF_MONTH = (
    r"(?:møtet|møte|lista|listen|planen|referatet|protokollen|saka|saken|samlingen|samlinga|dagsordenen|presentasjonen|papirene|"
    r"papira)"
)
_IN_ENGLISH = r"(?:meeting|minutes|papers|agenda|deck|slides|documents)"
_OF_MEETING_IN_MONTH = re.compile(rf"\b(?:{_ANY_MONTH})(?P<of>{_OF_MONTH})\b", re.IGNORECASE)
_LIST_FROM_MONTH = re.compile(
    rf"\b(?P<of>lista|listen|sakslista|dagsordenen|referatet|protokollen)\s+(?:fra|frå|for)\s+(?:{_ANY_MONTH})\b",
    re.IGNORECASE,
)
_BY_PAPERS = re.compile(
    rf",?\s*\b(?:according\s+to|as\s+per|from|in|ifølge|i\s+følge|etter|i|fra|frå)\s+(?:the\s+)?(?:{_ANY_MONTH})(?:papirene|papira|\s+(?:papers|deck|slides|documents))\b",
    re.IGNORECASE,
)
# "19/3", "19.3.": a day of a meeting, where it is that of one; a case number may look alike.
_DAY_AND_MONTH = re.compile(
    r"(?<!sak )(?<!nr )(?<![\d/.,])(?P<day>\d{1,2})(?:/|\.\s?)(?P<month>\d{1,2})\.?(?![\d/]|[.,]\d)", re.IGNORECASE
)
_MONTH_OF_MEETING = re.compile(
    rf"\b(?P<month>{_ANY_MONTH})(?:{_OF_MONTH}|(?:\s+(?P<year1>20\d\d))?\s+{_IN_ENGLISH})\b(?:\s+(?:i|in)\s+(?P<year2>20\d\d))?|\b(?:møtet?|lista|listen|sakslista|dagsordenen|referatet|protokollen|papirene|papira)\s+"
    rf"(?:i\s+\w+\s+)?(?:i|fra|frå|for)\s+(?P<month2>{_ANY_MONTH})\b(?:\s+(?P<year>20\d\d))?|"
    rf"\b{_IN_ENGLISH}\s+(?:in|from|of|for)\s+(?P<month3>{_ANY_MONTH})\b",
    re.IGNORECASE,
)
# "i mars", "18. mars", "in March"; with a year behind it, it is a time that is spoken of. "May" is also a verb.
_MONTH_ALONE = re.compile(
    rf"\b(?:(?:i|in)\s+|(?:(?:på\s+)?(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag(?:en)?\s+)?(?:den\s+)?(?P<day>\d{{1,2}})\.\s*)"
    rf"(?P<month>{_ANY_MONTH})\b(?!\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)
# "Møtet i mars 2026", "referatet fra møtet 18. mars 2026", "marsmøtet i 2026", "the March 2026 meeting": with the year it is a
# meeting still, not a time that is spoken of.
_WITH_YEAR = re.compile(
    rf"\b(?P<of>\w*møtet?|lista|listen|sakslista|dagsordenen|referatet|protokollen|papirene|papira|{_IN_ENGLISH})\s+(?:i\s+\w+\s+)?"
    rf"(?:(?:i|den|fra|frå|for|of|in|on|from|the)\s+){{,2}}(?:(?P<day>\d{{1,2}})\.?\s*)?(?P<month>{_ANY_MONTH})\s+(?P<year>20\d\d)\b|"
    rf"\b(?P<month2>{_ANY_MONTH})(?P<of2>{_OF_MONTH})\s+(?:(?:i|in)\s+)?(?P<year2>20\d\d)\b|"
    rf"\b(?P<month3>{_ANY_MONTH})\s+(?P<year3>20\d\d)\s+(?P<of3>{_IN_ENGLISH})\b",
    re.IGNORECASE,
)
# "Når er møtet i mars 2026?", "hvor holdes …": of the meeting itself; another may be asked for next ("og i mai 2026?").
_OF_ITSELF = re.compile(r"\b(?:er|var|blir|blei|ble|vart|holdes|haldast|is|was|will)\s+(?:the\s+)?$", re.IGNORECASE)
# "17. september 2026", "17.09.2026", "2026-09-17"
_WHOLE_DAY = re.compile(
    rf"(?:\bden\s+)?(?<![\d/.,])(?:\d{{1,2}}\.\s*(?:\d{{1,2}}\.\s*|(?:{_ANY_MONTH})\s+)20\d\d|20\d\d-\d\d-\d\d)(?!\d)",
    re.IGNORECASE,
)
# The meeting that was held last: "forrige møte", "sist møte", "the last meeting".
_LAST_MEETING = re.compile(
    r"(?<!årets )(?<!\bi 20\d\d )\b(?:forrige|førre|(?:det\s+)?siste|sist|last|previous)\s+(?:\w*møtet?|meeting)\b"
    r"(?!\s+(?:\w+\s+){0,2}?(?:i\s+år|i\s+20\d\d|før\s+jul|for\s+året|(?:of|in)\s+(?:the\s+)?(?:year|20\d\d)|this\s+year)\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:forrige|førre|previous|sist(?!e))", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:ble|blei|vart|var|fikk|fekk|gikk|gjekk|skjedde|hende|hendte|møtte|stemte|røysta|vedt(?:ok|att)|vedteke|bestemte|sa|was|were|did|happened)\b",
    re.IGNORECASE,
)
# By when something is to be sent in for a meeting is told by a plan of them, which may be another meeting's.
_SENT_IN_FOR = re.compile(
    r"\b(?:\w*frist\w*|senest|seinast|deadline|(?:innen|innan)\s+når|(?:melde|sende|levere|submit)\s+(?:inn\s+)?\w+)\b[^?]*\b(?:til|for|to|før|before)\s+(?:the\s+|det\s+)?$",
    re.IGNORECASE,
)
# What is asked of a body itself, and how many words a question must keep without its name.
_OF_BODIES = frozenset({Cue.MEMBER, Cue.LEADER, Cue.MEETING, Cue.AGENDA, Cue.WHICH_CASE})
_FEWEST_LEFT = 3


def meetings_named(text: str, corpus: Corpus) -> tuple[tuple[MeetingKey, ...], str | None]:
    """The meetings that the question names by date or month; and the name of one that the archive does not have."""
    named = _bodies_named(text, corpus)
    known = held_by_bodies_named(text, corpus)
    days = dates_in(text)
    found = tuple(meeting for meeting in known if meeting.date in {day.isoformat() for day in days})
    if found:
        return found, None
    if days and Cue.MEETING in cues(text):
        return (), norwegian(days[0])
    if not days and (last := meeting_held_last(text, corpus)):
        return last, None
    match = _DAY_OF_MEETING.search(text)
    if match is not None and not days:
        held = (MONTHS[match["month"].lower()], int(match["day"]))
        found = tuple(m for m in known if m.date and (int(m.date[5:7]), int(m.date[8:])) == held)
        return (found, None) if found else ((), match["named"])
    match = _MONTH_OF_MEETING.search(text)
    if match is None:
        return _in_month(text, known) or (known if named else ()), None
    month = MONTHS_SAID[(match["month"] or match["month2"] or match["month3"]).lower()]
    year = match["year"] or match["year1"] or match["year2"]
    found = tuple(
        meeting
        for meeting in known
        if meeting.date
        and date.fromisoformat(meeting.date).month == month
        and (year is None or meeting.date.startswith(year))
    )
    if found:
        return () if _SENT_IN_FOR.search(text[: match.start()]) else found, None
    return (), match[0]


def held_by_bodies_named(text: str, corpus: Corpus) -> tuple[MeetingKey, ...]:
    """The meetings of the bodies that a question names; all where it names none of several."""
    named = _bodies_named(text, corpus)
    return tuple(meeting for meeting in corpus.meetings if not named or meeting.body in named)


def _bodies_named(text: str, corpus: Corpus) -> set[str]:
    """The bodies that a question names, of an archive that has several."""
    bodies = {meeting.body for meeting in corpus.meetings}
    return {body for body in bodies if body and names_body(text, body)} if len(bodies) > 1 else set()


def meeting_held_last(text: str, corpus: Corpus) -> tuple[MeetingKey, ...]:
    """The meeting that a question calls the last one, of those whose bodies it names; none where there is no other."""
    known, last = held_by_bodies_named(text, corpus), _LAST_MEETING.search(text)
    if last is None or len(known) < 2:
        return ()
    return _held_last(known, corpus) if _BEFORE.search(last[0]) or _PAST.search(text) else known[:1]


def _held_last(known: Sequence[MeetingKey], corpus: Corpus) -> tuple[MeetingKey, ...]:
    """The newest meeting of which there are minutes, else the newest: one that is only called is yet to be held."""
    held = {(each.body, each.meeting) for each in corpus.of_kind(PassageKind.DECISION)}
    return tuple([meeting for meeting in known if (meeting.body, meeting.date) in held][:1] or known[:1])


def without_meeting(text: str, meetings: Sequence[MeetingKey], corpus: Corpus) -> str:
    """A question without the words that only say whose meeting it is about and when: the body's name, "i mars".

    Where the body itself is asked about, its name stays.
    """
    bare = text
    if not cues(text) & _OF_BODIES:
        for body in sorted({meeting.body for meeting in corpus.meetings if meeting.body}, key=len, reverse=True):
            called = [body, *(name for name in bodies_in(text) if names_body(name, body))]
            either = "|".join(map(re.escape, sorted(called, key=len, reverse=True)))
            bare = re.sub(
                rf"(?:\b(?:i|hos|av|for|til|fra|frå|of|in|by)\s+)?\b(?:{either})s?\b", " ", bare, flags=re.IGNORECASE
            )
    if meetings:
        bare = without_year_of_meeting(bare, meetings)
        bare = _BY_PAPERS.sub(" ", bare)
        bare = _LIST_FROM_MONTH.sub(r"\g<of>", bare)
        held = _held_on(meetings)
        bare = _WHOLE_DAY.sub(lambda match: match[0] if set(dates_in(match[0])) - held else " ", bare)
        bare = _MONTH_ALONE.sub(lambda match: " " if _is_month_of(match, held) else match[0], bare)
        bare = _OF_MEETING_IN_MONTH.sub(r"\g<of>", bare)
        bare = _DAY_AND_MONTH.sub(lambda match: " " if _is_of(match, held) else match[0], bare)
    bare = " ".join(bare.split())
    return bare if len(words(bare)) >= _FEWEST_LEFT else text


def without_year_of_meeting(text: str, meetings: Sequence[MeetingKey]) -> str:
    """A question with the meetings that it is about called without their month and year, which is not asked for; but where a
    meeting itself is asked about.
    """
    held = _held_on(meetings)

    def called(match: re.Match[str]) -> str:
        if _OF_ITSELF.search(text[: match.start()]):
            return match[0]
        month = MONTHS_SAID[(match["month"] or match["month2"] or match["month3"]).lower()]
        year = int(match["year"] or match["year2"] or match["year3"])
        is_held = any((d.year, d.month) == (year, month) and match["day"] in (None, str(d.day)) for d in held)
        return (match["of"] or match["of2"] or match["of3"]) if is_held else match[0]

    return _WITH_YEAR.sub(called, text)


def _held_on(meetings: Sequence[MeetingKey]) -> set[date]:
    return {date.fromisoformat(meeting.date) for meeting in meetings if meeting.date}


def _is_of(match: re.Match[str], held: Collection[date]) -> bool:
    """Whether a day and month in figures are those of one of some days."""
    return any((day.day, day.month) == (int(match["day"]), int(match["month"])) for day in held)


def _is_month_of(match: re.Match[str], held: Collection[date]) -> bool:
    """Whether a month in letters, with or without a day, is that of one of some days."""
    month = MONTHS_SAID[match["month"].lower()]
    return any(day.month == month and match["day"] in (None, str(day.day)) for day in held)


def _in_month(text: str, known: Sequence[MeetingKey]) -> tuple[MeetingKey, ...]:
    """The meetings of the day, or else of the month, that a question names without a year ("18. mars", "i mars"); none where a
    month is all of theirs.
    """
    months = list(_MONTH_ALONE.finditer(text))
    figures = list(_DAY_AND_MONTH.finditer(text))
    held = [(meeting, date.fromisoformat(meeting.date)) for meeting in known if meeting.date]
    that_day = tuple(
        meeting
        for meeting, on in held
        if any(match["day"] and _is_month_of(match, {on}) for match in months)
        or any(_is_of(match, {on}) for match in figures)
    )
    found = that_day or tuple(meeting for meeting, on in held if any(_is_month_of(match, {on}) for match in months))
    return found if that_day or len(found) < len(known) else ()
