"""The terms of a question as one archive has them: how telling each is, and what a word may mean that no document has."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Set
from functools import cached_property, lru_cache

from radsassistent.archive.parts import telling_words
from radsassistent.search.english import norwegian_terms
from radsassistent.search.lexical import LexicalIndex
from radsassistent.search.terms import MIN_PART, STOP_WORDS, is_english, stem, terms
from radsassistent.search.terms import words as words_of
from radsassistent.search.word_space import MOST_WORDS, WordSpace

# The share of its weight that a question's word keeps when no document has it.
UNKNOWN_WEIGHT = 0.4

# What was worked out of a question is remembered for so many texts: a question is looked at by many ways of answering.
MOST_TEXTS = 1_000


class QuestionTerms:
    """Reads questions by the words of an archive's lexical index and by those that are near them."""

    def __init__(self, lexical: LexicalIndex, word_space: WordSpace) -> None:
        self.lexical, self.word_space = lexical, word_space

    def weights(
        self, text: str, generic: Set[str] = frozenset(), *, in_english: bool | None = None
    ) -> dict[str, float]:
        """The terms of a question with how telling each is; `generic` ones, which every such question has, left out.

        A word that no document has counts by its parts where they are known ("EHDS-utviklingen"), by the compounds that
        begin with it, by those of it and a particle after it, by the word that it misspells or by words that mean nearly the
        same; otherwise for little, since it tells no passage from another.
        """
        in_english = is_english(text) if in_english is None else in_english
        return dict(self._weights(text, frozenset(generic), in_english))

    @cached_property
    def _weights(self) -> Callable[[str, frozenset[str], bool], dict[str, float]]:
        return lru_cache(MOST_TEXTS)(self._weighed)

    def _weighed(self, text: str, generic: frozenset[str], in_english: bool) -> dict[str, float]:
        found: dict[str, float] = {}
        meant = self._meant(text)
        particles = self.lexical.with_particles(words_of(text))
        for word in words_of(text):
            whole = stem(word)
            translated = norwegian_terms(word) if in_english and not self.lexical.has(whole) else []
            if translated:
                whole = translated[0]
            if word in STOP_WORDS or whole in generic:
                continue
            if self.lexical.has(whole):
                found[whole] = self.lexical.weight(whole)
                continue
            hyphenated = [stem(part) for part in re.split(r"[-@]", word) if len(part) > 1]
            parts = hyphenated if len(hyphenated) > 1 else self.lexical.compounds.parts(whole)
            known = (
                particles.get(word)
                or [part for part in parts if self.lexical.has(part)]
                or self.lexical.alike(whole)
                or meant.get(word, ())
            )
            if known:
                found |= {part: self.lexical.weight(part) for part in known if part not in generic}
            else:
                found[whole] = UNKNOWN_WEIGHT * self.lexical.weight(whole)
        return found

    def asked(self, text: str) -> list[str]:
        """The terms of a question; what the archive writes otherwise is there in the archive's form too."""
        return list(self._asked(text))

    @cached_property
    def _asked(self) -> Callable[[str], tuple[str, ...]]:
        return lru_cache(MOST_TEXTS)(self._terms_asked)

    def _terms_asked(self, text: str) -> tuple[str, ...]:
        found = self.lexical.compounds.expanded(terms(text))
        if is_english(text):
            found.extend(norwegian_terms(text))
        others = [form for term in found if not self.lexical.has(term) for form in self.lexical.alike(term)]
        self.word_space.meet(telling_words(text)[:MOST_WORDS])
        meant = [synonym for synonyms in self._meant(text).values() for synonym in synonyms]
        meant += [term for each in self.lexical.with_particles(words_of(text)).values() for term in each]
        return (*found, *others, *meant, *(twin for term in found for twin in self.lexical.twins(term)))

    def _knows(self, word: str) -> bool:
        """Whether a word tells nothing, or is a word of the archive in some form."""
        return word in STOP_WORDS or self.lexical.has(stem(word)) or bool(self.lexical.alike(stem(word)))

    @cached_property
    def _meant(self) -> Callable[[str], Mapping[str, tuple[str, ...]]]:
        return lru_cache(MOST_TEXTS)(self._meaning)

    def _meaning(self, text: str) -> Mapping[str, tuple[str, ...]]:
        """What the words of a text that the archive does not have may mean, by its terms; of a long text those of its
        beginning.
        """
        first = (word for word in words_of(text)[:MOST_WORDS] if len(word) >= MIN_PART and word.isalpha())
        return {word: self.word_space.synonyms(word) for word in first if not self._knows(word)}
