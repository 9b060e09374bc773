"""Verbs with a particle after them, and the nouns and compounds that documents have for them: "rykket ut" for "utrykning"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from radsassistent.meetings.stems import REMEMBERED
from radsassistent.search.terms import STOP_WORDS, stem

# What stands after the verb and before it in the compound. "Av", "på" and other prepositions stand after nouns too: "en del av"
# is no "avdeling".
_PARTICLES = frozenset({"bort", "fram", "frem", "inn", "ned", "opp", "ut"})
# "Rykket de ikke raskt ut" has so many words between.
MOST_BETWEEN = 4
_VOWELS = frozenset("aeiouyæøå")
# Of fewer letters a verb begins too many words: "gi ut" need not be "utgift".
SHORTEST_VERB = 3


def begun_by_particles(vocabulary: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The terms that begin with a particle, under their letters without doubled ones."""
    found: dict[str, list[str]] = defaultdict(list)
    for term in vocabulary:
        if any(term.startswith(particle) for particle in _PARTICLES):
            found[squeezed(term)].append(term)
    return {letters: tuple(terms) for letters, terms in found.items()}


def compounds(words: Sequence[str], begun: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    """The archive's terms that are the particle and the stem of a verb, by the verb as the question has it; `begun` are those of
    `begun_by_particles`.
    """
    found: dict[str, tuple[str, ...]] = {}
    for place, verb in enumerate(words):
        beginnings = [_together(particle, verb) for particle in words[place + 1 : place + 2 + MOST_BETWEEN]]
        own = [
            term
            for each in beginnings
            if each
            for known, terms in begun.items()
            if known.startswith(each)
            for term in terms
        ]
        if own:
            found[verb] = tuple(dict.fromkeys(own))
    return found


def _together(particle: str, verb: str) -> str | None:
    """A particle and the stem of a verb as one, without doubled letters; None where they are none."""
    root = squeezed(stem(verb))
    if root.endswith("t") and root[-2:-1] not in _VOWELS:
        # "Betalt" is of "betale", as "utbetaling" is.
        root = root[:-1]
    is_verb = verb.isalpha() and verb not in _PARTICLES and verb not in STOP_WORDS and len(root) >= SHORTEST_VERB
    return squeezed(particle) + root if is_verb and particle in _PARTICLES else None


@lru_cache(REMEMBERED)
def squeezed(text: str) -> str:
    """A text whose doubled letters are one: "utrykning" has one k where "rykket" has two."""
    return "".join(letter for letter, _ in groupby(text))
