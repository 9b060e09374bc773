"""The terms that are counted and compared: stems, words that begin alike, compounds in their parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import lru_cache

from rapidfuzz.distance import Prefix

from radsassistent.meetings.stems import STOP_WORDS, stem, terms, words

__all__ = ["STOP_WORDS", "Compounds", "begins_alike", "is_english", "stem", "terms", "words"]

# The shortest part that a compound is taken apart into; shorter ones ("inn", "for") fit anywhere.
MIN_PART = 4
# The shortest word that is looked at as a compound.
MIN_COMPOUND = 9

_ENGLISH = frozenset(
    "the of is are was what who when where how which does did has have to and in from with a an be will".split()
)


@lru_cache(2_000)
def is_english(text: str) -> bool:
    """Whether a question is written in English: at least two and a fifth of its words are English function words."""
    found = re.findall(r"[^\W\d_]+", text.lower())
    return sum(word in _ENGLISH for word in found) >= max(2.0, 0.2 * len(found))


# Two words begin alike from so many letters on; the shorter may lack so many at its end.
SHORTEST_BEGINNING = 5
INFLECTION = 2


def begins_alike(term: str, asked: Iterable[str]) -> bool:
    """Whether a term is asked for: itself, or a word that it begins with ("sykepleierne" for "sykepleierforbund")."""
    for word in asked:
        if word == term:
            return True
        shared = Prefix.similarity(term, word)
        if (
            shared >= max(SHORTEST_BEGINNING, len(word) - INFLECTION)
            and shared >= min(len(word), len(term)) - INFLECTION
        ):
            return True
    return False


class Compounds:
    """Takes Norwegian compounds apart by the words that the archive itself uses.

    "forvaltningskostnader" holds "forvaltning" and "kostnad" when both stand in the vocabulary; the joint may have the
    linking "s" or "e". The split with the longest shorter part wins.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._vocabulary: Set[str] = {word for word in vocabulary if len(word) >= MIN_PART and word.isalpha()}
        self._known: dict[str, tuple[str, ...]] = {}

    def parts(self, term: str) -> tuple[str, ...]:
        """The two parts of a term, or nothing when it is no compound of known words."""
        if term not in self._known:
            self._known[term] = self._split(term)
        return self._known[term]

    def _split(self, term: str) -> tuple[str, ...]:
        if len(term) < MIN_COMPOUND or not term.isalpha():
            return ()
        best: tuple[str, ...] = ()
        for place in range(MIN_PART, len(term) - MIN_PART + 1):
            head, tail = term[:place], stem(term[place:])
            if tail not in self._vocabulary:
                continue
            for first in (head, head.removesuffix("s"), head.removesuffix("e")):
                known = stem(first)
                if known in self._vocabulary and len(known) >= MIN_PART:
                    if not best or min(len(known), len(tail)) > min(map(len, best)):
                        best = (known, tail)
                    break
        return best

    def expanded(self, found: Iterable[str]) -> list[str]:
        """The terms with the parts of the compounds among them."""
        result: list[str] = []
        for term in found:
            result.append(term)
            result.extend(self.parts(term))
        return result
