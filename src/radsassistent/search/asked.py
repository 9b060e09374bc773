"""What the ranker sees of a question by itself: its terms with how telling each is, what it counts, and its cues."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue, cues
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import stem

# What is counted: the first noun after "hvor mange", adjectives and units aside.
_COUNTED = re.compile(
    r"\b(?:hvor|kor|how)\s+(?:mange|many)\s+(?:(?:nye?|fler\w*|færre|ulike|forskjellige|flere|unike|slike|av|de|more|new|different|of|the)\s+)*"
    r"(?P<noun>[^\W\d_]{3,})",
    re.IGNORECASE,
)
_UNITS = frozenset(
    (
        "prosent",
        "prosentpoeng",
        "millioner",
        "mill",
        "kroner",
        "mnok",
        "percent",
        "million",
        "ganger",
        "minutter",
        "år",
        "dager",
    )
)
# What a question is besides its cues; each is crossed with every kind, as the cues are.
_TRAITS = ("bare", "has_case", "has_year", "has_person", "short")
CROSSED = (*_TRAITS, *Cue)
# A question of at most this many words is a few keywords.
_FEW_WORDS = 3


@dataclass(frozen=True)
class Asked:
    """A question as the features need it: its terms weighted by how telling they are, and what it names."""

    query: Query
    weights: Mapping[str, float]
    topic: Mapping[str, float]
    telling: Sequence[str]
    terms: frozenset[str]
    bodies: frozenset[str]
    counted: str | None
    crossed: NDArray[np.float32]

    @classmethod
    def of(cls, query: Query, corpus: Corpus) -> Asked:
        weights = corpus.weights(query.text)
        about = corpus.topic(query.text)
        known = sorted((term for term in weights if corpus.lexical.has(term)), key=lambda term: -weights[term])
        traits = (
            not about,
            bool(query.cases),
            bool(query.years),
            bool(query.people),
            len(query.text.split()) <= _FEW_WORDS,
        )
        crossed = np.array([*traits, *(cue in query.cues for cue in Cue)], dtype=np.float32)
        bodies = frozenset(word for word in query.terms if Cue.BODY in cues(word))
        return cls(query, weights, about, known, frozenset(query.terms), bodies, counted_thing(query), crossed)

    def wants_number(self) -> bool:
        """Whether only a number can answer."""
        return self.query.wanted is Wanted.NUMBER


def counted_thing(query: Query) -> str | None:
    """The stem of what a question asks the number of; None when it asks for no count of things."""
    match = _COUNTED.search(query.text)
    return stem(match["noun"].lower()) if match and match["noun"].lower() not in _UNITS else None
