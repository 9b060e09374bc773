"""Which cases came to what: those of a meeting that were put off, turned down, changed or decided by one voice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.decisions.facts import decided, decided_points, points
from radsassistent.answers.decisions.proposal_facts import PROPOSED, in_scope
from radsassistent.answers.draft import Draft
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings import DecisionStatus
from radsassistent.meetings.outcomes import says_lost, votes_in
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query

_CASES = re.compile(
    r"\b(?:hvilke|hvilken|kva\s+for|kva|which|what|(?:hvor|kor)\s+mange|how\s+many|noen|nokon|nokre|any|list\w*|alle)\s+(?:\w+\s+){0,3}?"
    r"(?:sak|saka|saken|saker|sakene|sakane|vedtak\w*|forslag\w*|framlegg\w*|punkt\w*|cases?|items?|proposals?|decisions?)\b",
    re.IGNORECASE,
)
_STATUS = {
    DecisionStatus.POSTPONED: re.compile(
        r"\b(?:utsatt|utsett|utsatte|utsette|skjøvet|skuva|på\s+vent|på\s+is|lagt\s+bort|postponed|put\s+off|deferred)\b",
        re.IGNORECASE,
    ),
    DecisionStatus.REJECTED: re.compile(
        r"\b(?:avvist|avviste|avslått|avslåtte|nedstemt|nedstemte|stemt\s+ned|røysta\s+ned|forkasta|forkastet|falt|fall|ikk(?:j)?e\s+(?:vedtatt|vedteke|vedtekne)|"
        r"rejected|turned\s+down|voted\s+down)\b",
        re.IGNORECASE,
    ),
    DecisionStatus.CHANGED: re.compile(
        r"\b(?:endret|endra|endrede|annerledes|annleis|changed|amended)\b", re.IGNORECASE
    ),
}
_UNANIMOUS = re.compile(r"\b(?:enstemmig\w*|samrøystes|einstemmig\w*|unanimous\w*)\b", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:mot|imot|against)\s+\w", re.IGNORECASE)
_ONE_VOICE = re.compile(r"\b(?:enstemmig\w*|samrøystes|einstemmig\w*)\b", re.IGNORECASE)


def decisions_by_outcome(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The decisions of the meeting named, else of the newest with any, that came to what a question asks for; None for others."""
    if query.cases or query.people or PROPOSED.search(query.text) or not _CASES.search(query.text):
        return None
    status = next((status for status, words in _STATUS.items() if words.search(query.text)), None)
    unanimous = bool(_UNANIMOUS.search(query.text))
    if (status is None) == (not unanimous) or corpus.topic(_without_outcome(query.asked)):
        return None
    decisions = [d for d in corpus.of_kind(PassageKind.DECISION) if in_scope(d, query)]
    newest = next((m for m in corpus.meetings if any(MeetingKey(d.body, d.meeting) == m for d in decisions)), None)
    if not query.meetings:
        decisions = [d for d in decisions if MeetingKey(d.body, d.meeting) == newest]
    drafts = [draft for d in decisions if (draft := _said(d, status, corpus)) is not None]
    if not drafts:
        return None
    return Draft(tuple(said for draft in drafts for said in draft.statements))


def unanimous(votes: str) -> bool:
    """Whether all of a case was decided with one voice, not some of its points alone."""
    return _ONE_VOICE.search(votes) is not None and _AGAINST.search(votes) is None


def _without_outcome(text: str) -> str:
    """A question without its words for cases and outcomes: what is left is what the cases are about."""
    for words in (_CASES, *_STATUS.values(), _UNANIMOUS, _OTHER):
        text = words.sub(" ", text)
    return text


# Words that tell no case from another.
_OTHER = re.compile(
    r"\b(?:ble|blei|vart|er|var|som|i|på|av|dette|det|the|were|was|in|at|møte\w*|råds?møte\w*|rådet|utvalget|utvalet|styret|meeting|vedtatt|vedteke|vedtekne|"
    r"ned|fra|frå|forslag\w*|framlegg\w*|opprinnelig\w*|siste|sist|last)\b",
    re.IGNORECASE,
)


def _said(decision: Passage, status: DecisionStatus | None, corpus: Corpus) -> Draft | None:
    """A decision in brief where it came to that; else the points of it that did."""
    lines = points(decision)
    if status is None:
        if unanimous(decision.data["votes"] or ""):
            return Draft(tuple(decided(decision, corpus, brief=True)))
        chosen = [line for line in lines if _ONE_VOICE.search(votes_in(line) or "")]
    elif decision.data["status"] == status:
        return Draft(tuple(decided(decision, corpus, brief=True)))
    else:
        chosen = [line for line in lines if status is DecisionStatus.REJECTED and says_lost(line)]
    return decided_points(decision, chosen, corpus) if chosen else None
