"""Who may not take part in a case: what slides and minutes say of those who are disqualified or withdraw."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft, statement
from radsassistent.answers.members.announced import remarked
from radsassistent.answers.members.attendance_facts import AND_INSTEAD, coming_for, said_of
from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.letters import CAPITAL
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted

_ASKED = re.compile(
    r"\b(?:inhabil\w*|ugild\w*|(?:fra|frå)tr(?:er|e|ådte|ådde)\b(?!\s+(?:som|stilling|verv))|disqualified|recus\w+|conflict\s+of\s+interest|"
    # Who is to leave the room when a case is dealt with.
    r"(?:må|skal|bør|måtte|must|has\s+to|have\s+to|should)\s+(?:\w+\s+)?(?:(?:gå\s+)?(?:fra\s+bordet|frå\s+bordet|på\s+gangen)|gå\s+(?:ut(?!\s+(?:på|av\s+(?:rådet|styret|utvalget)|i))|på\s+dør\w*)|"
    r"(?:forlate|forlata)\s+(?:\w+\s+)?(?:rommet|salen|møterommet|lokalet|bordet)|leave\s+the\s+(?:room|table)|step\s+(?:out|aside)|tre\s+til\s+side))\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:inhabil\w*|ugild\w*|habilitet\w*|(?:fra|frå)tr(?:er|e|ådte|ådde)|disqualified|conflict\s+of\s+interest)\b",
    re.IGNORECASE,
)
_A_NAME = re.compile(rf"\b{CAPITAL}[\w’'-]+\s+{CAPITAL}[\w’'-]+")
# Who is named under such a heading is meant.
_HEADING = re.compile(r"(?:in)?habil(?:e|itet)?\b(?!.*\b(?:forslag|vedtak)\b)", re.IGNORECASE)
_SOME = re.compile(
    r"(?:hvilke|kva\s+for|which)\s+(?:\w+\s+)?(?:medlem\w*|personer|members?|people|må|skal|er|var|must|are)\b",
    re.IGNORECASE,
)
# More lines than these are the rules for it, not who it is.
_MOST = 3


def disqualified(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The lines that say of somebody that they are disqualified, of the cases named; None where no line does."""
    if not asks_who_is_disqualified(query):
        return None
    # Few words of such a line are the question's: it need not be among what a search finds first.
    told = [unit for unit in corpus.of_kind(PassageKind.UNIT) if _says_so(unit) and _is_meant(unit, query)]
    if not told:
        return _by_remark(query, corpus)
    if len(told) > _MOST:
        return None
    return Draft(tuple(statement(f"{unit.text.rstrip('.')}.", unit, unit.text) for unit in told))


def _by_remark(query: Query, corpus: Corpus) -> Draft | None:
    """Those of whom the list of those present says so, and who takes their seats."""
    found = [
        each
        for each in remarked(query, _TOLD, corpus)
        if not query.cases or any(case in each.data["reason"] for case in query.cases)
    ]
    if not found:
        return None
    coming = coming_for([str(each.data["name"]) for each in found], corpus) if AND_INSTEAD.search(query.asked) else ()
    return Draft(tuple(said_of([each]) for each in (*found, *coming)))


def asks_who_is_disqualified(query: Query) -> bool:
    """Whether a question is for those who may not deal with something, and names nobody."""
    asks = query.wanted is Wanted.PERSON or (query.wanted is Wanted.LIST and _SOME.match(query.asked))
    return bool(asks) and not query.people and _ASKED.search(query.asked) is not None


def _says_so(unit: Passage) -> bool:
    said = _TOLD.search(unit.text) is not None or any(map(_HEADING.match, unit.data["under"]))
    return said and _A_NAME.search(unit.text) is not None


def _is_meant(unit: Passage, query: Query) -> bool:
    """Whether a line is of the meetings and cases that a question names, or names such a case itself."""
    if not query.scope.holds(unit) or (query.meetings and MeetingKey(unit.body, unit.meeting) not in query.meetings):
        return False
    return not query.cases or unit.case in query.cases or any(case in unit.text for case in query.cases)
