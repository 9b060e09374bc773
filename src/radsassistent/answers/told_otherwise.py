"""Figures that another slide gives differently: an answer that rests on one of them gives both, each with its slide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.answers.numbers import numbers
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.features import covered
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import stem, terms

# A figure with its name, and nothing else: "Antall søknader: 128".
_NAMED_FIGURE = re.compile(r"^(?P<name>[^\d:]+):\s*(?P<figure>\d[\d .,]*)(?P<unit>[^\d]*)$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# How a name says that it counts, which a question says with "hvor mange".
_COUNTING = frozenset(stem(word) for word in ("antall", "antal", "sum", "total", "totalt", "samlet", "number"))

# Two slides speak of the same when each has this share of the weight of the question's topic.
SAME_TOPIC = 0.7


def told_otherwise(query: Query, draft: Draft, hits: Sequence[Hit], corpus: Corpus) -> list[Statement]:
    """What other slides say of the same count: their figure is named by the question's words alone, and is another."""
    if query.wanted is not Wanted.NUMBER or Cue.HOW_MANY not in query.cues or len(draft.statements) != 1:
        return []
    told = draft.statements[0]
    supported = {(support.passage.sha256, support.passage.slide) for support in told.support}
    if len(supported) != 1:
        return []
    known = set(numbers(_YEAR.sub(" ", told.text)))
    topic = {term: weight for term, weight in corpus.topic(query.asked).items() if corpus.lexical.has(term)}
    if covered(topic, corpus.slide_terms(told.support[0].passage)) < SAME_TOPIC:
        return []
    found: dict[tuple[str, int], Statement] = {}
    for hit in hits:
        passage = hit.passage
        place = (passage.sha256, passage.slide)
        if place in supported or place in found:
            continue
        figure = _figure(query, passage)
        if figure is None or figure[1] in known or passage.case != told.support[0].passage.case:
            continue
        if covered(topic, corpus.slide_terms(passage)) >= SAME_TOPIC:
            text = f"Et annet lysbilde sier noe annet: {passage.data['title']}: {figure[0]}."
            found[place] = Statement(text, (Support(passage, figure[0]),))
    return list(found.values())


def _figure(query: Query, passage: Passage) -> tuple[str, Decimal] | None:
    """The words and the value of a figure that is named by no more than the question's words and a word of counting."""
    if passage.kind is not PassageKind.UNIT:
        return None
    match = _NAMED_FIGURE.match(passage.text.strip())
    values = numbers(match["figure"]) if match else []
    if match is None or len(values) != 1 or not set(terms(match["name"])) <= {*query.terms, *_COUNTING}:
        return None
    if query.years and not any(year in passage.embedded_text for year in query.years):
        return None
    return passage.text.strip().rstrip("."), values[0]
