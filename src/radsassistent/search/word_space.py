"""How near a question's words are in meaning to those of passages, so that what is asked in other words is found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from radsassistent.archive import Parts, Passage
from radsassistent.archive.parts import telling_words
from radsassistent.search.terms import stem

# All vectors of words have these in common, and they say nothing of the words: their mean and the directions in which they vary
# most (Mu and Viswanath 2018, "All-but-the-Top"). 3, 8 and 16 directions do the same, within 0.006 of the first slides.
COMMON_DIRECTIONS = 8
# The directions of fewer words are the words themselves.
FEWEST_WORDS = 200
# From here on a word of the passages is taken for what a word means that they do not have: "strategi" for "strategy",
# "flaumvollen" for "flomvollen", "papirhelsekortet" for "papirkortet".
SYNONYM = 0.7
MOST_SYNONYMS = 3
# Of a question of more words than this the rest is compared by stems alone: each word that no document has takes some 3 ms.
MOST_WORDS = 60
# What words mean is remembered for so many.
MOST_REMEMBERED = 10_000


class WordSpace:
    """The words of passages, each with its vector; a word with one stem as another is the same word."""

    def __init__(self, passages: Sequence[Passage], parts: Parts) -> None:
        self._parts = parts
        self._numbers: dict[str, int] = {}
        self._of_passages: dict[int, tuple[NDArray[np.intp], NDArray[np.intp]]] = {}
        for passage in passages:
            own, whole = telling_words(passage.text), telling_words(passage.embedded_text)
            for word in whole:
                self._numbers.setdefault(word, len(self._numbers))
            self._of_passages[passage.id] = self._numbered(own), self._numbered(whole)
        self._synonyms: dict[str, tuple[str, ...]] = {}
        self._of_asked: dict[str, NDArray[np.float32]] = {}
        self._same: dict[str, list[int]] = defaultdict(list)
        for word, number in self._numbers.items():
            self._same[stem(word)].append(number)
        self._words = list(self._numbers)
        vectors = [parts.known(word) for word in self._words]
        known = np.array([vector for vector in vectors if vector is not None], dtype=np.float32)
        self._embedded = [vector is not None for vector in vectors]
        self._has_vectors = len(known) > 0
        if self._has_vectors:
            self._mean, self._common = known.mean(axis=0), _common_directions(known)
            self._vectors = np.zeros((len(vectors), known.shape[1]), dtype=np.float32)
            self._vectors[[number for number, vector in enumerate(vectors) if vector is not None]] = self._telling(
                known
            )

    def _words_of(self, passage: Passage) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The words of a passage's own text and of the whole that the archive's passages have."""
        return self._numbered(telling_words(passage.text)), self._numbered(telling_words(passage.embedded_text))

    def _numbered(self, found: Sequence[str]) -> NDArray[np.intp]:
        return np.array([self._numbers[word] for word in found if word in self._numbers], dtype=np.intp)

    def nearest(
        self, asked: Sequence[str], passages: Sequence[Passage]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """How near (0 to 1) each passage comes to each word of a question: its own text, and the whole with its context.

        Both (passages, asked). 1 is the same word, 0 no word that is near at all.
        """
        numbered = [self._of_passages.get(passage.id) or self._words_of(passage) for passage in passages]
        has = np.zeros(len(self._words), dtype=bool)
        for _, words in numbered:
            has[words] = True
        seen = np.flatnonzero(has)
        near = self._nearness(asked, seen)
        columns = np.zeros(len(self._words), dtype=np.intp)
        columns[seen] = np.arange(len(seen))
        own, whole = ([columns[each[kind]] for each in numbered] for kind in (0, 1))
        return _best(near, own), _best(near, whole)

    def between(self, asked: Sequence[str], words: Sequence[str]) -> NDArray[np.float32]:
        """How near (0 to 1) words of the passages come to words of a question, (asked, words); 0 for words they lack."""
        numbers = np.array([self._numbers.get(word, -1) for word in words], dtype=np.intp)
        near = np.zeros((len(asked), len(words)), dtype=np.float32)
        if (numbers >= 0).any():
            near[:, numbers >= 0] = self._nearness(asked, numbers[numbers >= 0])
        return near

    def has_near(self, word: str, passage: Passage, least: float) -> bool:
        """Whether a passage, with its context, has a word that comes so near (0 to 1) to another."""
        return bool(self.nearest([word], [passage])[1].max() >= least)

    def meet(self, asked: Sequence[str]) -> None:
        """Embed the words of a question all at once, which takes half as long as one by one."""
        if self._has_vectors:
            self._vectors_of(asked)

    def synonyms(self, word: str) -> tuple[str, ...]:
        """The stems of the passages' words that are near enough to a word to be meant by it, the nearest first."""
        known = self._synonyms.get(word)
        if known is None:
            known = self._near_enough(word) if self._has_vectors else ()
            if len(self._synonyms) > MOST_REMEMBERED:
                self._synonyms.clear()
            self._synonyms[word] = known
        return known

    def _near_enough(self, word: str) -> tuple[str, ...]:
        near = self._nearness([word], np.arange(len(self._words), dtype=np.intp))[0]
        order = np.argsort(-near, kind="stable")[:MOST_SYNONYMS]
        return tuple(dict.fromkeys(stem(self._words[place]) for place in order.tolist() if near[place] >= SYNONYM))

    def _nearness(self, asked: Sequence[str], numbers: NDArray[np.intp]) -> NDArray[np.float32]:
        """The cosine of each word asked with each numbered one, (asked, numbers), no less than 0."""
        near = np.zeros((len(asked), len(numbers)), dtype=np.float32)
        if self._has_vectors and asked:
            near = np.maximum(products(self._vectors_of(asked), self._vectors[numbers]), 0.0)
        for row, word in enumerate(asked):
            for same in self._same.get(stem(word), ()):
                near[row, numbers == same] = 1.0
        return near

    def _vectors_of(self, asked: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of words of a question, (asked, dimensions), without what all words have in common; those that the passages
        do not have are embedded when they are first asked for, all at once.
        """
        forms = [self._form(word) for word in asked]
        others = {form: self._of_asked.get(form) for form in forms if not self._has_vector(form)}
        missing = [form for form, vector in others.items() if vector is None]
        if missing:
            made = self._telling(np.array(self._parts.asked(missing), dtype=np.float32))
            # Other threads read these too; what this one needs it holds itself.
            if len(self._of_asked) > MOST_REMEMBERED:
                self._of_asked.clear()
            for form, vector in zip(missing, made, strict=True):
                others[form] = self._of_asked[form] = vector
        vectors = [self._vectors[self._numbers[form]] if (own := others.get(form)) is None else own for form in forms]
        return np.array(vectors, dtype=np.float32)

    def _has_vector(self, word: str) -> bool:
        number = self._numbers.get(word)
        return number is not None and self._embedded[number]

    def _form(self, word: str) -> str:
        """A word, or the form of it that the passages have, whose vector is at hand."""
        same = self._same.get(stem(word))
        return self._words[same[0]] if same and word not in self._numbers else word

    def _telling(self, vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        """Vectors, (n, dimensions), without what all words have in common, normalised."""
        centred = vectors - self._mean
        centred -= (centred @ self._common.T) @ self._common
        lengths = np.linalg.norm(centred, axis=1, keepdims=True)
        return np.asarray(centred / np.where(lengths > 0, lengths, 1), dtype=np.float32)


def products(one: NDArray[np.float32], other: NDArray[np.float32]) -> NDArray[np.float32]:
    """The inner products of rows, (n, d) and (m, d) to (n, m).

    Without BLAS: its threads go on spinning for a while, and the embedder, which wants the same cores, then takes half as long
    again (22 instead of 14 ms a question on two cores).
    """
    return np.asarray(np.einsum("nd,md->nm", one, other), dtype=np.float32)


def _common_directions(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """The directions, (directions, dimensions), in which vectors of words vary most; none of few words."""
    if len(vectors) < FEWEST_WORDS:
        return np.zeros((0, vectors.shape[1]), dtype=np.float32)
    centred = vectors - vectors.mean(axis=0)
    _, directions = np.linalg.eigh(centred.T @ centred)
    return np.ascontiguousarray(directions[:, ::-1][:, :COMMON_DIRECTIONS].T)


def _best(near: NDArray[np.float32], texts: Sequence[NDArray[np.intp]]) -> NDArray[np.float32]:
    """For each text, by the columns of its words, the greatest of every row; 0 for a text without words."""
    found = np.zeros((len(texts), len(near)), dtype=np.float32)
    lengths = np.array([len(columns) for columns in texts])
    if lengths.any():
        starts = np.cumsum(lengths) - lengths
        worded = lengths > 0
        found[worded] = np.maximum.reduceat(near[:, np.concatenate(texts)], starts[worded], axis=1).T
    return found
