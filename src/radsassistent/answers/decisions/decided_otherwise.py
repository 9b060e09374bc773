"""What minutes decided otherwise than an answer from the deck of the same case tells: the decision goes before it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from radsassistent.answers.agenda.case_meant import key_of
from radsassistent.answers.agenda.rows import HALF, with_parts
from radsassistent.answers.decisions.facts import UNTELLING, decided, decided_points, points
from radsassistent.answers.decisions.points import OF_POINTS, has_wanted
from radsassistent.answers.decisions.proposal_facts import PROPOSED
from radsassistent.answers.draft import Draft
from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.letters import CAPITAL
from radsassistent.documents.numbers import numbers
from radsassistent.meetings import DecisionStatus
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.features import covered
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted

_OF_DECK = frozenset({PassageKind.UNIT, PassageKind.SLIDE, PassageKind.TABLE_ROW, PassageKind.PROPOSAL})
_NOT_OF_DECISIONS = frozenset({Cue.PROPOSAL, Cue.PRESENT, Cue.CLOCK, Cue.DURATION, Cue.WHY})
# "Festen flyttes til Kaia", "møtet holdes på Nordøya".
_A_PLACE = re.compile(rf"\b(?:til|på|i|ved|hos|to|at|in)\s+(?:\w+\s+)?{CAPITAL}\w+")
# A word of so many letters may be the end of a compound of the question.
_SHORTEST_PART = 4
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def decided_otherwise(query: Query, draft: Draft, hits: Sequence[Hit], corpus: Corpus) -> Draft:
    """A draft that rests on one case's slides alone, with what the minutes decided instead of what it tells before it; minutes
    that are not among the hits were not asked.
    """
    told = [support for said in draft.statements for support in said.support]
    # "Hvor holdes festen?" asks for no presenter.
    cues = query.cues - {Cue.PRESENT} if Cue.WHERE in query.cues else query.cues
    if draft.abstained or not told or cues & _NOT_OF_DECISIONS or PROPOSED.search(query.text):
        return draft
    keys = {key_of(support.passage) for support in told}
    decisions = corpus.of_kind(PassageKind.DECISION)
    minutes = {decision.sha256 for decision in decisions}
    if len(keys) != 1 or any(s.passage.kind not in _OF_DECK or s.passage.sha256 in minutes for s in told):
        return draft
    made = [d for d in decisions if d.case and key_of(d) in keys and d.data["as_proposed"] is False]
    if len(made) != 1 or not any(hit.passage.sha256 == made[0].sha256 for hit in hits):
        return draft
    decision = made[0]
    topic = corpus.topic(query.asked, UNTELLING | OF_POINTS)
    known = {term: weight for term, weight in topic.items() if corpus.lexical.has(term)}
    said = " ".join((*(s.text for s in draft.statements), *(support.quote for support in told)))
    if decision.data["status"] == DecisionStatus.CHANGED:
        lines = _changed(query, known, decision, said, corpus)
        before = decided_points(decision, lines, corpus).statements if lines else ()
    else:
        before = tuple(decided(decision, corpus, brief=True)) if _is_proposed(known, decision, said, corpus) else ()
    return replace(draft, statements=(*before, *draft.statements))


def _changed(query: Query, known: Mapping[str, float], decision: Passage, said: str, corpus: Corpus) -> list[str]:
    """The one line that the proposal does not have, that speaks of what is asked in its form, and says what is not told."""
    proposal = " ".join(str(decision.data["proposal"] or "").split())
    found = []
    for line in points(decision):
        if " ".join(line.split()) in proposal or not _has_form(query, line):
            continue
        if known and _speaks_of(known, query, line, decision, corpus):
            found.append(line)
    new = [line for line in found if not _figures(line) or _figures(line) - _figures(said)]
    return new if len(new) == 1 else []


def _has_form(query: Query, line: str) -> bool:
    """Whether a line has a place where one is asked for, else what else is asked for."""
    return _A_PLACE.search(line) is not None if Cue.WHERE in query.cues else has_wanted(query, line)


def _speaks_of(known: Mapping[str, float], query: Query, line: str, decision: Passage, corpus: Corpus) -> bool:
    """Whether a line is of what a question is about. Minutes say "festen" in the case of the "lyktefest": with the form that is
    asked for, the case's own words tell the rest.
    """
    own = set(corpus.terms(line))
    if covered(known, with_parts(known, own, corpus)) >= HALF:
        return True
    if Cue.WHERE not in query.cues and query.wanted is not Wanted.TIME:
        return False
    short = any(term.endswith(word) for term in known for word in own if len(word) >= _SHORTEST_PART)
    of_case = set(corpus.terms(f"{decision.context} {decision.data['proposal'] or ''}"))
    return short and covered(known, with_parts(known, own | of_case, corpus)) >= HALF


def _is_proposed(known: Mapping[str, float], decision: Passage, said: str, corpus: Corpus) -> bool:
    """Whether a figure that is told is one of the proposal that fell or was put off, which speaks of what is asked."""
    proposal = str(decision.data["proposal"] or "")
    about = covered(known, with_parts(known, set(corpus.terms(f"{decision.context} {proposal}")), corpus))
    return bool(known) and about >= HALF and bool(_figures(said) & _figures(proposal))


def _figures(text: str) -> set[Decimal]:
    """The figures of a text that are no years nor numbers of its lines."""
    return set(numbers(_YEAR.sub(" ", re.sub(r"^\s*\d{1,2}[.)]\s", " ", text))))
