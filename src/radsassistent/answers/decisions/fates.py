"""What minutes tell of a part of a case that the decision is silent of: a point that was withdrawn, a deadline that fell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.agenda.case_meant import AskedWord, key_of, share
from radsassistent.answers.agenda.rows import HALF
from radsassistent.answers.decisions.facts import decided
from radsassistent.answers.draft import Draft, statement
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.outcomes import says_lost, says_won, sentences
from radsassistent.search.corpus import Corpus
from radsassistent.search.query import Query

# A sentence that says what became of something, besides those on votes.
_BECAME = re.compile(
    r"\b(?:trukket|trekt|strøket|stroke|strokne|tatt\s+ut|teke\s+ut|droppet|droppa|skjøvet|skuva|utsatt|utsett|flyttet|flytta|"
    r"lagt\s+til|lagt\s+bort|endret|endra)\b",
    re.IGNORECASE,
)
# What so few words are asked of is not clearly a part of a case.
_CLEARLY = 0.8


def fate_told(query: Query, asked: Sequence[AskedWord], decisions: Sequence[Passage], corpus: Corpus) -> Draft | None:
    """The one sentence of minutes that says what became of what is asked about, with what was decided in its case, where no line
    of that decision has as much of it.
    """
    if not asked:
        return None
    best: list[tuple[float, Passage, Passage, str]] = []
    for decision in decisions:
        if query.cases and decision.case not in query.cases:
            continue
        title = set(corpus.terms(decision.context))
        rest = [word for word in asked if not share([word], title, corpus)]
        decided_on = max(share(rest, set(corpus.terms(line)), corpus) for line in decision.text.split("\n"))
        for unit, told in _sentences(decision, corpus):
            own = share(rest, set(corpus.terms(told)), corpus)
            if own >= HALF and own > decided_on:
                best.append((own, decision, unit, told))
    best.sort(key=lambda each: -each[0])
    if not best or (len(best) > 1 and best[1][0] > _CLEARLY * best[0][0]):
        return None
    _, decision, unit, told = best[0]
    return Draft((statement(told, unit, told), *decided(decision, corpus, brief=True)))


def _sentences(decision: Passage, corpus: Corpus) -> list[tuple[Passage, str]]:
    """The sentences of the minutes of a decision's case that say what became of something and are not of the decision itself."""
    units = (
        unit
        for unit in corpus.of_kind(PassageKind.UNIT)
        if unit.sha256 == decision.sha256 and key_of(unit) == key_of(decision)
    )
    return [
        (unit, told)
        for unit in units
        for told in sentences(unit.text)
        if told not in decision.text and (_BECAME.search(told) or says_lost(told) or says_won(told))
    ]
