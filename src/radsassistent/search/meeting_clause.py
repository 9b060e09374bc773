"""The clause that only says at which meeting: "hva koster fyret på møtet i mars 2031?" asks what the lighthouse costs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from radsassistent.meetings.bodies import bodies_in
from radsassistent.search.cases_named import cases_named
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.cues import Cue, cues
from radsassistent.search.meetings_named import MONTHS_SAID, held_by_bodies_named, meeting_held_last
from radsassistent.search.terms import stem

_MONTH = "|".join(MONTHS_SAID)
# "Rådsmøtet", "styremøtet" are the body's own; a "foretaksmøte" is another's.
_MEETING = r"(?:\w+s\s+)?(?:(?:råds|styre|utvalgs|utvals|nemnds|komit[eé]|gruppe)-?)?møtet?"
_IN_ENGLISH = r"(?:(?:council|board|committee)\s+)?meeting"
# Where the names of bodies go in.
_BODIES = "__BODIES__"
# "Møtet i februar 2026", "møtet i Fyrrådet den 12.2.2026", "the meeting on 12 February".
_CALLED_AFTER = (
    rf"(?:{_MEETING}|{_IN_ENGLISH})(?:\s+(?:i|til|av|for|of|in)\s+(?:the\s+)?{_BODIES})?\s+"
    r"(?:(?:i|den|fra|frå|for|of|in|on|from|the)\s+){,2}"
    rf"(?:(?:(?P<day1>\d{{1,2}})(?:\.|th|st|nd|rd)?\s*(?:of\s+)?)?(?P<month1>{_MONTH})\b"
    r"(?:,?\s+(?:(?:i|in)\s+)?(?P<year1>20\d\d))?|"
    r"(?P<day2>\d{1,2})(?:/|\.\s?)(?P<month2>\d{1,2})(?!\d)(?:[./\s-]\s?(?P<year2>(?:20)?\d\d)(?![\d:.]))?\.?|"
    r"(?P<year3>20\d\d)-(?P<month3>\d\d)-(?P<day3>\d\d))"
)
# "Februarmøtet i 2026", "the 12 February 2026 meeting".
_CALLED_BEFORE = (
    rf"(?:(?P<month4>{_MONTH})-?møtet?(?:\s+(?:i|til|av|for)\s+{_BODIES})?(?:\s+(?:i\s+)?(?P<year4>20\d\d))?|"
    rf"(?:(?P<day5>\d{{1,2}})(?:th|st|nd|rd)?\s+(?:of\s+)?)?(?P<month5>{_MONTH})(?:\s+(?P<year5>20\d\d))?\s+{_IN_ENGLISH})"
)
_HELD_LAST = r"(?P<last>(?:det\s+)?(?:forrige|førre|siste|sist)\s+\w*møtet?|(?:last|previous)\s+meeting)"
# "På møtet", "i dagens møte": the one that is spoken of, whichever it is. What more is said of it tells it from another.
_THIS = (
    r"(?P<this>(?:(?:dette|this|the)\s+)?(?:rådsmøtet|møtet|meeting)(?:\s+(?:i\s+dag|today))?|dagens\s+møte|today['’]s\s+meeting)"
    r"(?!\s*(?:[\d«\"]|(?:i|på|den|fra|frå|til|av|for|med|mellom|in|on|of|for|with|from|between|by)\b))"
)
# "I papirene til møtet …", "ifølge dokumentene fra …": by whatever stands there.
_SOURCE = r"(?P<source>ifølge|ifølgje|i\s+følge|according\s+to)"
_AT = (
    rf"(?:(?:i|på|fra|frå|etter|in|from|{_SOURCE})\s+(?:the\s+)?"
    r"(?:(?:saks|møte)?(?:papirene|papira)|dokument(?:ene|a)|lysbil(?:dene|da|eta)|presentasjonen|papers|documents|slides|deck)"
    r"\s+(?:til|fra|frå|for|from|of)|ifølge|ifølgje|i\s+følge|på|i|under|ved|(?P<from>fra|frå|from)|at|in|during)"
)
_CLAUSE = (
    rf"(?P<comma>[,(–—-]?\s*)(?<!\w){_AT}\s+"
    rf"(?:(?:det\s+|the\s+)?(?:{_CALLED_AFTER}|{_CALLED_BEFORE}|{_HELD_LAST})|{_THIS})(?!\w)\)?"
)
# "Referatet fra møtet i mars": what is from the meeting, not asked at it.
_OF_MEETING = re.compile(
    r"\b(?:\w*referat\w*|\w*protokoll\w*|minutes|\w*list[ea]n?|dagsorden\w*|agenda\w*|innkalling\w*|program\w*|vedtak\w*|sak\w*)\s*$",
    re.IGNORECASE,
)
# One of two meetings: "… på møtet i mars og på møtet i juni".
_ANOTHER_BEFORE = re.compile(r"\b(?:og|eller|enn|mot|både|mellom|and|or|than|between)\s*$", re.IGNORECASE)
_ANOTHER_AFTER = re.compile(
    r"^,?\s*(?:og|eller|enn|and|or|than)\s+(?:(?:på|i|under|fra|frå|at|in|from|the|møtet)\s+)*"
    rf"(?:\w*møtet?|meeting|\d|(?:{_MONTH})\b)",
    re.IGNORECASE,
)
# "… på møtet i mars, der vi var enige": what is said of the meeting.
_GONE_ON_WITH = re.compile(r"^,?\s*(?:som|der|hvor|kor|da|då|that|where|which|when)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"^\W*(?:(?:i|på|fra|frå|til|av|for|med|hos|to|by|in|at|on|for|with|of)\s+)?"
    r"(?:hv\w+|kven|kva|kor|korleis|kvifor|kvar|når|who\w*|what|which|when|where|how|why|er|ble|blei|vart|har|skal|finnes|finst|kan|vil|"
    r"kommer|kjem|får|må|bør|var|blir|fikk|is|was|are|were|does|did|has|have|do|will|can|list|nevn|si|vis|oppsummer|fortell)\b",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"(?<=[^\W\d]{2})[.!](?=\s+\S)|\?(?=\s)")
# To be at the meeting, or something at it, is asked of the meeting itself: who came, who was away, who was observer.
_TO_BE_THERE = re.compile(
    r"\b(?:del(?:tok|tatt|teke|tar|ta|tek)|møtte?|møter|stilte|stiller|dukk\w+|tropp\w+|til\s*sta?de[rs]?|forfall\w*|frafall\w*|avbud|"
    r"fravær\w*|fråvær\w*|borte|attend\w*|absent|absence|innkalt\w*|invite\w*)\b|\bpresent\W*$|"
    r"^\W*(?:hvem|kven|who)\s+(?:er|var|is|was|were)\s+(?:(?:the|an?)\s+)?\w+\W*$",
    re.IGNORECASE,
)
# What is said of all that a meeting has: "hva kom fram?", "hva er planen for dagen?", "hva er nytt?".
_OF_ALL = frozenset(
    stem(word)
    for word in (
        "fram frem gjennom gjennomgikk opp nytt nye viktig viktige viktigst viktigste plan planen planer dag dagen vedtok fattet "
        "fatta fattes skjedd new important through up plan day"
    ).split()
)
# Who is asked about, or where they come from, says nothing of what: "Var Kari Lurblåser der?", "hvem fra Oppdiktnes …?".
_WHERE_FROM = re.compile(
    r"\b(?:fra|frå|from|for|på\s+vegne\s+av)\s+\w[\w-]*(?:\s+(?-i:[A-ZÆØÅ])[\w-]*)*", re.IGNORECASE
)
_NAME = re.compile(r"(?<!^)(?<![.!?:]\s)\b[A-ZÆØÅ][\w’'-]+")
_SLIDE = re.compile(r"\b(?:lysbilde|lysark|slide|side|plansje|foil)\s*(?:nr\.?|nummer)?\s*\d", re.IGNORECASE)
# What may be asked of the meeting itself as of anything in it.
_OF_ANYTHING = frozenset(
    {Cue.WHO, Cue.WHEN, Cue.CLOCK, Cue.DURATION, Cue.WHERE, Cue.YES_NO, Cue.LIST, Cue.HOW_MANY, Cue.HOW, Cue.MEETING}
    | {Cue.EDGE, Cue.NEXT, Cue.MEMBER, Cue.BODY, Cue.BRIEF}
)
_MAY_CALL_MEETING = re.compile(r"møte|meeting", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AtMeeting:
    """A question without the clause that says at which meeting, and the meetings that this names."""

    question: str
    meetings: tuple[MeetingKey, ...]


def at_meeting(question: str, corpus: Corpus) -> AtMeeting | None:
    """A question that says by a clause of its own at which meeting, without that; None where it has no such clause, where the
    archive has no such meeting, and where the meeting itself is asked about, so that the clause is all that tells.
    """
    if not _MAY_CALL_MEETING.search(question):
        return None
    bodies = {meeting.body for meeting in corpus.meetings if meeting.body} | set(bodies_in(question))
    found = list(_clauses(tuple(sorted(bodies, key=len, reverse=True))).finditer(question))
    if len(found) != 1 or not _is_of_question(found[0], question):
        return None
    (clause,) = found
    meetings, bare = _meant(clause, question, corpus), _without(clause, question)
    known = bool(meetings) or clause["this"] is not None
    # Where it is told is never what is asked.
    beside = clause["source"] is not None or _asks_something_else(bare, corpus)
    return AtMeeting(bare, meetings) if known and bare and beside else None


@lru_cache
def _clauses(bodies: Sequence[str]) -> re.Pattern[str]:
    """The clause, which may say whose meeting it is by the name of one of some bodies."""
    called = "|".join(map(re.escape, bodies)) or r"(?!)"
    return re.compile(_CLAUSE.replace(_BODIES, f"(?:{called})"), re.IGNORECASE)


def _is_of_question(clause: re.Match[str], question: str) -> bool:
    """Whether a clause is one of what is asked: not of a noun before it, of two meetings, gone on with, or in a sentence that the
    asker only says.
    """
    before, after = question[: clause.start()], question[clause.end() :]
    if _ANOTHER_BEFORE.search(before) or _ANOTHER_AFTER.match(after) or (clause["from"] and _OF_MEETING.search(before)):
        return False
    if not before.strip():
        return re.match(r"\s*[,:–—-]", after) is not None or _ASKS.match(after) is not None
    asks = _ASKS.match(_SENTENCE_ENDS.split(before)[-1]) or not _SENTENCE_ENDS.search(question, clause.end())
    return bool(asks) and not _GONE_ON_WITH.match(after)


def _meant(clause: re.Match[str], question: str, corpus: Corpus) -> tuple[MeetingKey, ...]:
    """The meetings of the archive that a clause names, of the bodies that the question names; none for "på møtet"."""
    if clause["last"]:
        return meeting_held_last(question, corpus)
    day, month, year = (_said(clause, unit) for unit in ("day", "month", "year"))
    if month is None:
        return ()
    number = MONTHS_SAID.get(month.lower()) or int(month)
    held = [(each, date.fromisoformat(each.date)) for each in held_by_bodies_named(question, corpus) if each.date]
    return tuple(
        meeting
        for meeting, on in held
        if on.month == number
        and (day is None or on.day == int(day))
        and (year is None or on.year % 100 == int(year) % 100)
    )


def _said(clause: re.Match[str], unit: str) -> str | None:
    """The day, month or year that a clause says, in whichever way."""
    return next((said for name, said in clause.groupdict().items() if said and name[:-1] == unit), None)


def _without(clause: re.Match[str], question: str) -> str:
    """A question without a clause; "" where nothing else is there."""
    before, after = question[: clause.start()].rstrip(), question[clause.end() :].lstrip()
    if not before:
        rest = after.lstrip(",:–—- ")
        return f"{rest[:1].upper()}{rest[1:]}"
    if before.endswith("?") and not after.strip(" .!?"):
        return before
    goes_on = after[:1] not in ("", ",", ".", "?", "!", ":", ";", ")")
    comma = "," if goes_on and clause["comma"].startswith(",") else ""
    return f"{before}{comma} {after}" if goes_on else f"{before}{after}"


def _asks_something_else(bare: str, corpus: Corpus) -> bool:
    """Whether a question without its clause asks for something in the meeting, not for the meeting itself ("når er det?", "hvem
    kommer?", "hva ble vedtatt?").
    """
    if any(cases_named(bare, corpus)) or _SLIDE.search(bare) or Cue.BREAK in cues(bare):
        return True
    if _TO_BE_THERE.search(bare):
        return False
    nameless = _NAME.sub(" ", _WHERE_FROM.sub(" ", bare))
    of_something = bool(corpus.topic(nameless).keys() - _OF_ALL)
    return of_something or (nameless != bare and bool(cues(bare) - _OF_ANYTHING))
