"""BM25 over passages, with Norwegian terms."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

import bm25s
import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Prefix

from radsassistent.meetings.stems import REMEMBERED, SHORT
from radsassistent.search.abbreviations import Aliases, closed
from radsassistent.search.particle_verbs import begun_by_particles, compounds, squeezed
from radsassistent.search.terms import Compounds, stem, terms
from radsassistent.search.written_forms import other_forms

# A word of the question of at least this many letters is also looked for at the beginning of longer ones.
SHORTEST_PREFIX = 5
MOST_FORMS = 4
# Words cut short in speech, and what the words that they stand for begin with.
_CUT_SHORT = {"lab": "laborator", "labb": "laborator", "info": "informasjon", "uni": "universitet"}
# A word of at least this many letters may be misspelt: rapidfuzz ratio (0 to 100) to the archive's nearest term.
SHORTEST_MISSPELT = 6
MISSPELT_RATIO = 88
# Two compounds have a part in common when they begin with so many of the same letters and so many follow in each. Not measured by
# itself.
SHORTEST_HEAD = 6
REST = 3
# What is derived from a word is no compound of it: "kommunikasjon" is about no "kommune".
_DERIVED = re.compile(r"(?:ik)?asjon|isjon|i?tet|iser\w*|isk|isme?|ist|ell|ent|ing|else|skap|het|lig")
# What makes a word the opposite of itself, or another word: "oppskrift" is no "skrift".
_OTHER_SENSE = frozenset("u mis van anti opp inn ut av an på til for fra".split())


class LexicalIndex:
    """BM25 (Lucene's variant, k1 1.5, b 0.75) over texts; compounds are also counted by their parts."""

    def __init__(self, texts: Sequence[str], aliases: Aliases | None = None) -> None:
        """`aliases` are the abbreviations that texts use for names; a text with one is found by the other too."""
        plain = [terms(text) for text in texts]
        vocabulary: Counter[str] = Counter()
        for found in plain:
            vocabulary.update(set(found))
        self.compounds = Compounds(vocabulary)
        self.aliases = aliases or {}
        self._twins = _twins(vocabulary)
        expanded = [self.expanded(found) for found in plain]
        self._documents: Counter[str] = Counter()
        for found in expanded:
            self._documents.update(set(found))
        self._forms: dict[str, tuple[str, ...]] = {}
        self._alike: dict[str, tuple[str, ...]] = {}
        self._count = len(texts)
        self._bm25: bm25s.BM25 | None = None
        if any(expanded):
            self._bm25 = bm25s.BM25(method="lucene")
            self._bm25.index(expanded, show_progress=False)

    @property
    def vocabulary(self) -> Collection[str]:
        """Every term that a text has, alone or as part of a compound."""
        return self._documents.keys()

    def expanded(self, found: Sequence[str]) -> list[str]:
        """The terms of a text with the parts of its compounds, and the other form of what it abbreviates or names."""
        return closed(self.compounds.expanded(found), self.aliases)

    def terms(self, text: str) -> list[str]:
        """The terms of a text, expanded; those of short ones, which are compared with every question, are remembered."""
        return list(self._remembered(text)) if len(text) <= SHORT else self.expanded(terms(text))

    @cached_property
    def _remembered(self) -> Callable[[str], tuple[str, ...]]:
        return lru_cache(REMEMBERED)(lambda text: tuple(self.expanded(terms(text))))

    def scores(self, question: Sequence[str]) -> NDArray[np.float32]:
        """BM25 of every text for the terms of a question, (n,), 0 where none occurs."""
        if self._bm25 is None:
            return np.zeros(self._count, dtype=np.float32)
        known = [term for term in question if term in self._documents]
        if not known:
            return np.zeros(self._count, dtype=np.float32)
        found: NDArray[np.float32] = np.asarray(self._bm25.get_scores(known), dtype=np.float32)
        return found

    def twins(self, term: str) -> tuple[str, ...]:
        """The archive's own other spellings of a term, with a letter doubled or not: "legemidddelliste"."""
        return tuple(twin for twin in self._twins.get(squeezed(term), ()) if twin != term)

    def with_particles(self, words: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        """The archive's compounds of a question's verbs and the particles after them, by the verb: "utrykning" of "rykket ut"."""
        return compounds(words, self._begun_by_particles)

    @cached_property
    def _begun_by_particles(self) -> Mapping[str, tuple[str, ...]]:
        return begun_by_particles(self._documents)

    def forms(self, term: str) -> tuple[str, ...]:
        """The archive's terms that a question's term stands for: itself, else compounds that begin with it, else the term that
        it misspells, else the longest that it ends with; nothing when the archive has none of these.
        """
        if term in self._documents:
            return (term,)
        if term not in self._forms:
            self._forms[term] = self._other_forms(term)
        return self._forms[term]

    def _other_forms(self, term: str) -> tuple[str, ...]:
        written = [form for form in map(stem, other_forms(term)) if form in self._documents]
        if written:
            return tuple(dict.fromkeys(written))
        for form in map(stem, other_forms(term)):
            if parts := self.compounds.parts(form):
                return parts
        term = _CUT_SHORT.get(term, term)
        if len(term) < SHORTEST_PREFIX or not term.isalpha():
            return ()
        begun = sorted((known for known in self._begun_like(term) if known.startswith(term)), key=len)
        if begun:
            return tuple(begun[:MOST_FORMS])
        near = process.extractOne(term, self._documents.keys(), scorer=fuzz.ratio, score_cutoff=MISSPELT_RATIO)
        if near and len(term) >= SHORTEST_MISSPELT:
            return (str(near[0]),)
        # The last part of a compound says what it is: "bokutlån" is "utlån", but "mistillit" is no "tillit".
        ends = (term[start:] for start in range(len(term) - SHORTEST_PREFIX + 1))
        longest = next((end for end in ends if end in self._documents), None)
        return (longest,) if longest and term.removesuffix(longest) not in _OTHER_SENSE else ()

    def alike(self, term: str) -> tuple[str, ...]:
        """`forms`, else the archive's terms that are about the same thing as a compound."""
        if term not in self._alike:
            self._alike[term] = self.forms(term) or (self._same_beginning(term) if term.isalpha() else ())
        return self._alike[term]

    def _same_beginning(self, term: str) -> tuple[str, ...]:
        """The archive's compounds that have their first part in common with a term: "cruiseanløp" for "cruisebåt"; else the word
        that the term is a compound of and something else.
        """
        if len(term) < SHORTEST_HEAD:
            return ()
        shared = {known: Prefix.similarity(term, known) for known in self._begun_like(term) if known.isalpha()}
        shared = {known: count for known, count in shared.items() if not _DERIVED.fullmatch(term[count:])}
        own = [
            known
            for known, count in shared.items()
            if count == len(known) >= SHORTEST_HEAD and len(term) - count >= REST
        ]
        if own:
            return (max(own, key=len),)
        alike = [
            known
            for known, count in shared.items()
            if count >= SHORTEST_HEAD and len(known) - count >= REST and len(term) - count >= REST
        ]
        most = max((shared[known] for known in alike), default=0)
        return tuple(sorted((known for known in alike if shared[known] == most), key=len)[:MOST_FORMS])

    def _begun_like(self, term: str) -> Sequence[str]:
        """The archive's terms whose first SHORTEST_PREFIX letters are a term's."""
        return self._by_beginning.get(term[:SHORTEST_PREFIX], ())

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for known in self._documents:
            found[known[:SHORTEST_PREFIX]].append(known)
        return found

    def weight(self, term: str) -> float:
        """How telling a term is: the inverse document frequency, highest for terms that no text has."""
        return math.log(1 + (self._count + 0.5) / (self._documents.get(term, 0) + 0.5))

    def has(self, term: str) -> bool:
        """Whether any text has the term, alone or as part of a compound."""
        return term in self._documents


def _twins(vocabulary: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The terms that differ in nothing but doubled letters, under what they share; only where there are several."""
    found: dict[str, list[str]] = defaultdict(list)
    for term in vocabulary:
        if len(term) >= SHORTEST_MISSPELT and term.isalpha():
            found[squeezed(term)].append(term)
    return {letters: tuple(terms) for letters, terms in found.items() if len(terms) > 1}
