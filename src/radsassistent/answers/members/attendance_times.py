"""Who came late to a meeting or left before its end: the sentences of its minutes that say so of somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft, statement
from radsassistent.answers.members.announced import remarked
from radsassistent.answers.members.attendance_facts import called, said_of
from radsassistent.answers.members.attendance_listed import AFAR_TOLD, listed_as
from radsassistent.archive import PassageKind
from radsassistent.meetings.outcomes import sentences
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted

_ASKS_WHO = re.compile(r"\b(?:noen|nokon|hvem|kven|anyone|anybody|somebody|who|alle|everyone)\b", re.IGNORECASE)
_ASKS_LEFT = re.compile(
    r"\b(?:gikk|gjekk|gå|gått|dro|drog|dra|dratt|reiste|reise|forlot|forlate|stakk|permisjon|permittert|left|leave|(?:går|gjeng|drar|dreg|forlater|leaves)(?!\s+ut\b))\b"
    r"(?=.*\b(?:før|under|underveis|undervegs|tidlig|tidleg|midt|møtet|ferdig|slutt\w*|over|early|before|meeting)\b)",
    re.IGNORECASE,
)
_WENT = re.compile(
    r"\b(?:gikk|gjekk|dro|drog|reiste|forlot|leaves?|left|går|gjeng|drar|dreg|reiser|forlater|må\s+(?:\S+\s+){0,3}?(?:gå|dra|reise))\b",
    re.IGNORECASE,
)
# What a remark on somebody says of leaving and of coming.
_LEAVES = re.compile(
    r"^(?:må\s+)?(?:går|gå|gjeng|drar|dreg|dra|reiser|reise|forlater|forlet)\b|^(?:deltar|deltek|møter|er\s+med|blir\s+med)?\s*(?:fram\s+)?til\s+(?:kl|sak|lunsj)",
    re.IGNORECASE,
)
_ARRIVES = re.compile(
    r"^(?:kommer|kjem|møter|deltar|deltek|er\s+med)?\b[^.;]*\b(?:kl|forsinke\w*|(?:fra|frå|etter)\s+(?:kl|sak|lunsj))\b",
    re.IGNORECASE,
)
_ASKS_LATE = re.compile(
    r"\b(?:kom|komme|kommer|kjem|kommet|ankom|møtte|came|arrived?)\b.*\b(?:sent|seint|forsinket|forsinka|etter\s+at|for\s+sein\w*|late)\b|\bforsinke\w*\b",
    re.IGNORECASE,
)
_COMES = re.compile(
    r"\b(?:kom|komme|kommer|kjem|kome|ankommer|dukker\s+opp|come|comes|coming|arrives?)\b", re.IGNORECASE
)
_LEFT = re.compile(
    r"\b(?:gikk|gjekk|forlot|fratrådte|dro|drog|reiste|(?:måtte|må)\s+(?:gå|dra|reise)|(?:fikk|fekk|innvilget|innvilga|har)\s+(?:\w+\s+)?permisjon|permittert|left)\b"
    r"(?=.*(?:\bkl\b|\bklokk\w*|\bmøtet\b|\bfør\b|\better\b|\bunder\b|\bat\s+\d))",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"\b(?:kom(?:mer)?|kjem|ankom(?:mer)?|tiltrådte|møtte|came|comes|arrived?s?)\b(?=.*(?:\bkl\b|\bklokk\w*|\bforsinke\w*|\b(?:fra|frå|til|under)\s+sak\b|\bunder\s+behandling\w*|\better\s+at\b|\bat\s+\d))",
    re.IGNORECASE,
)


_ASKS_AFAR = re.compile(
    r"\b(?:digitalt?|skjerm(?:en)?|video\w*|teams|zoom|på\s+nett|nettbasert|fjern\w*|online|remote(?:ly)?|on\s+screen)\b",
    re.IGNORECASE,
)
_AFAR = re.compile(
    r"\b(?:deltar|deltek|deltok|møter|møtte|er\s+med|var\s+med|joins?|joined|attends?|attended)\b[^.;]*?"
    r"\b(?:digitalt|video\w*|teams|zoom|skjerm|online|remotely)\b",
    re.IGNORECASE,
)
_TAKES_PART = re.compile(
    r"\b(?:med|delt\w*|delta\w*|møt\w*|sitter?|sit|sat|satt|kommer|kjem|join\w*|attend\w*|here)\b", re.IGNORECASE
)


def taking_part_from_afar(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The sentences that say who takes part on a screen, and those listed under words that do, where that is asked."""
    asks = Cue.WHO in query.cues and _ASKS_AFAR.search(query.text) and _TAKES_PART.search(query.text)
    if not asks or query.cases or query.cues & {Cue.DECIDED, Cue.PRESENT}:
        return None
    by_remark = remarked(query, AFAR_TOLD, corpus)
    for meeting in query.meetings or corpus.meetings:
        people = [p for kind in (PassageKind.ATTENDANCE, PassageKind.MEMBER) for p in corpus.of_kind(kind)]
        names = {str(p.data["name"]) for p in people if MeetingKey(p.body, p.meeting) == meeting}
        units = [u for u in corpus.of_kind(PassageKind.UNIT) if MeetingKey(u.body, u.meeting) == meeting]
        found = [
            (sentence, unit)
            for unit in units
            for sentence in sentences(unit.text)
            if any(name in sentence for name in names)
            and (_AFAR.search(sentence) or any(_ASKS_AFAR.search(above) for above in unit.data["under"]))
        ]
        told = [statement(f"{sentence.rstrip('.')}.", unit, sentence) for sentence, unit in found]
        of_meeting = [p for p in by_remark if MeetingKey(p.body, p.meeting) == meeting]
        told += [said_of([p]) for p in of_meeting if not any(p.data["name"] in each.text for each in told)]
        if told:
            return Draft(tuple(told))
    return listed_as(query, AFAR_TOLD, "", corpus)


def came_or_left(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The sentences that say of somebody who met when that one came or left, where it is asked whether anybody did."""
    if query.cases or query.cues & {Cue.DECIDED, Cue.DEBATE}:
        return None
    named = query.people or called(query, corpus)
    if not named and not _ASKS_WHO.search(query.text):
        return None
    late = _ASKS_LATE.search(query.text) or (named and query.wanted is Wanted.TIME and _COMES.search(query.text))
    told = _LEFT if _asks_left(query, named=bool(named)) else _CAME if late else None
    if told is None:
        return None
    by_remark = remarked(query, _LEAVES if told is _LEFT else _ARRIVES, corpus, named)
    if by_remark:
        return Draft(tuple(said_of([each]) for each in by_remark))
    people = [*corpus.of_kind(PassageKind.ATTENDANCE), *corpus.of_kind(PassageKind.MEMBER)]
    meetings = query.meetings or corpus.meetings
    for meeting in meetings:
        names = {str(p.data["name"]) for p in people if MeetingKey(p.body, p.meeting) == meeting}
        names = {name for name in names if not named or name in named}
        pages = {(p.sha256, p.slide) for p in people if MeetingKey(p.body, p.meeting) == meeting}
        found = [
            (sentence, unit)
            for unit in corpus.of_kind(PassageKind.UNIT)
            if (unit.sha256, unit.slide) in pages
            for sentence in sentences(unit.text)
            if (match := told.search(sentence)) and any(name in sentence[: match.start()] for name in names)
        ]
        if found:
            return Draft(tuple(statement(f"{sentence.rstrip('.')}.", unit, sentence) for sentence, unit in found))
    return None


def _asks_left(query: Query, *, named: bool) -> bool:
    """Whether it is asked who left; of somebody who is named "when" is enough: "når gikk Berg?"."""
    return _ASKS_LEFT.search(query.text) is not None or (
        named and Cue.WHEN in query.cues and _WENT.search(query.text) is not None
    )
