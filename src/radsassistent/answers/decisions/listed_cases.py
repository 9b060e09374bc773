"""What was decided of an earlier case that a list of the meeting names by its number: "sak 9/26 holdes åpen"."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from radsassistent.answers.agenda.rows import HALF, with_parts
from radsassistent.answers.decisions.facts import UNTELLING, decided_points, points
from radsassistent.answers.decisions.proposal_facts import PROPOSED, in_scope
from radsassistent.answers.draft import Draft
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.case_numbers import CASE_NUMBER
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.features import covered
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.terms import stem

# How a case stands after a meeting, where no cue of decisions says that it is asked for.
_STANDS = re.compile(
    r"\b(?:lukk(?:et|a|ast|es)?|avslutt\w*|åpen|åpent|open|ope|ferdig\w*|opp?e|fortsatt|framleis|fremdeles|ny\s+frist|nå|no|"
    r"closed|still|now)\b",
    re.IGNORECASE,
)
_OF_STANDING = frozenset(
    stem(word)
    for word in (
        "lukket lukka avsluttet avslutta åpen åpent open ope ferdig ferdige fortsatt framleis fremdeles frist fristen klar være "
        "vere må skal nå no closed still now saken saka sak"
    ).split()
)


def decided_of_listed(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The lines of a decision on the one case that a question names by what a list or a slide of the meeting says of its number;
    None where it names none so, or nothing was decided of it.
    """
    asks = query.cues & {Cue.DECIDED, Cue.DEBATE} or _STANDS.search(query.text)
    if not asks or query.cases or PROPOSED.search(query.text) or Cue.PROPOSAL in query.cues - {Cue.DECIDED}:
        return None
    found = []
    for number in _named_by_list(query, corpus):
        mentions = re.compile(rf"(?<!\d){re.escape(number)}(?!\d)")
        for decision in corpus.of_kind(PassageKind.DECISION):
            lines = [line for line in points(decision) if mentions.search(line)] if in_scope(decision, query) else []
            if lines and decision.case != number:
                found.append((decision, lines))
    return decided_points(*found[0], corpus) if len(found) == 1 else None


def _named_by_list(query: Query, corpus: Corpus) -> Set[str]:
    """The numbers of cases that are none of the agenda's: those that the question gives, else of the rows and lines that have at
    least half of what it is about and no other has as much of.
    """
    if query.unknown_cases:
        return set(query.unknown_cases)
    topic = corpus.topic(query.asked, UNTELLING | _OF_STANDING)
    known = {term: weight for term, weight in topic.items() if corpus.lexical.has(term)}
    if not known:
        return set()
    shares: dict[str, float] = {}
    for passage, number in _rows_and_lines(corpus):
        if in_scope(passage, query):
            own = with_parts(known, set(corpus.terms(passage.text)), corpus)
            shares[number] = max(shares.get(number, 0.0), covered(known, own))
    most = max(shares.values(), default=0.0)
    titles = (item.data["title"] for item in corpus.of_kind(PassageKind.AGENDA) if item.case and in_scope(item, query))
    if any(covered(known, set(corpus.terms(title))) >= most for title in titles):
        # A case of the meeting itself is meant.
        return set()
    return {number for number, share in shares.items() if share == most} if most >= HALF else set()


def _rows_and_lines(corpus: Corpus) -> list[tuple[Passage, str]]:
    """The rows and lines that have the number of one other case than their own, with it."""
    known: list[tuple[Passage, str]] | None = corpus.kept.get(_rows_and_lines)
    if known is None:
        passages = (passage for kind in (PassageKind.TABLE_ROW, PassageKind.UNIT) for passage in corpus.of_kind(kind))
        numbers = ((p, {match[0] for match in CASE_NUMBER.finditer(p.text)} - {p.case}) for p in passages)
        known = corpus.kept[_rows_and_lines] = [(p, *found) for p, found in numbers if len(found) == 1]
    return known
