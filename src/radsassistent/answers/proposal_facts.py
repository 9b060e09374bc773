"""Answers about what is proposed, which is never reported as decided."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft, Statement, statement
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.find import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import stem

_DECIDED = re.compile(
    r"\b(ble|blei|vart|er|har|was|were)\b.{0,60}\b(vedtatt|vedteke|besluttet|bestemt|avgjort|godkjent|konkludert|decided|approved|enig\w*)\b|"
    r"\b(vedtok|besluttet|bestemte|godkjente|konkluderte|vedtaket|vedtak\s+ble|hva\s+er\s+vedtaket)\b",
    re.IGNORECASE,
)
_ONLY_PROPOSED = (
    "Arkivet har bare forslag til vedtak, ikke protokoll eller referat, så det går ikke frem hva som ble vedtatt."
)
_GENERIC = frozenset(
    stem(word)
    for word in "forslag foreslå foreslås foreslått vedtak vedta vedtatt sak saken saker rådet beslutte besluttet bestemt bestemme "
    "innstilling konklusjon konkludere konkludert legge be bes bedt møte møtet oppdatert".split()
)


def proposal_answer(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The proposal of the case that a question is about, word for word, with the caveat when it asks for a decision."""
    proposals = [p for p in corpus.of_kind(PassageKind.PROPOSAL) if _in_scope(p, query)]
    if not proposals:
        return _without_proposal(query)
    if query.cases:
        chosen = [p for p in proposals if p.case in query.cases]
        if not chosen:
            return _without_proposal(query)
    else:
        chosen = _by_topic(query, hits, proposals, corpus)
    if not chosen:
        return None
    statements = [said for proposal in _current(chosen) for said in _said(proposal)]
    if _DECIDED.search(query.text):
        statements.insert(0, Statement(_ONLY_PROPOSED))
    return Draft(tuple(statements), 2.0)


def _in_scope(proposal: Passage, query: Query) -> bool:
    return not query.meetings or any((m.body, m.date) == (proposal.body, proposal.meeting) for m in query.meetings)


def _without_proposal(query: Query) -> Draft | None:
    if not query.cases:
        return None
    named = " og ".join(query.cases)
    return Draft.abstaining(f"Dokumentene har ikke noe forslag til vedtak i sak {named}.")


def _by_topic(query: Query, hits: Sequence[Hit], proposals: Sequence[Passage], corpus: Corpus) -> list[Passage]:
    """The proposal of the case that the question's terms point to: by the proposal's text and its case's title."""
    asked = corpus.weights(query.text, _GENERIC)
    total = sum(asked.values())
    if not total:
        return list(proposals) if query.wanted is Wanted.LIST else []
    scores = {hit.passage.id: hit.score for hit in hits}
    shares = {}
    for proposal in proposals:
        own = set(corpus.terms(proposal.embedded_text))
        shares[proposal.id] = sum(weight for term, weight in asked.items() if term in own) / total
    if query.wanted is Wanted.LIST:
        most = max(shares.values())
        return [p for p in proposals if most > 0 and shares[p.id] >= 0.8 * most]
    best = max(proposals, key=lambda p: shares[p.id] + 0.1 * scores.get(p.id, 0.0))
    return [best] if shares[best.id] > 0 else []


def _current(proposals: Sequence[Passage]) -> list[Passage]:
    """Of several proposals in one case the updated one, which stands for the earlier ones."""
    by_case: dict[tuple[str, str, str | None], list[Passage]] = {}
    for proposal in proposals:
        by_case.setdefault((proposal.body, proposal.meeting, proposal.case), []).append(proposal)
    chosen = []
    for same in by_case.values():
        updated = [p for p in same if p.data["updated"]]
        chosen.extend(updated[-1:] or same)
    return chosen


def _said(proposal: Passage) -> list[Statement]:
    word = "Oppdatert forslag" if proposal.data["updated"] else "Forslag"
    case = f" i sak {proposal.case}" if proposal.case else ""
    lines = proposal.text.split("\n")
    first = statement(f"{word} til vedtak{case}: {lines[0]}", proposal, lines[0])
    return [first, *(statement(line, proposal, line) for line in lines[1:])]
