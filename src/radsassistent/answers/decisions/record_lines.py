"""Which sentence of a proposal or a decision a question means, whose words it may say otherwise than they stand there."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from radsassistent.answers.agenda.rows import called_cases
from radsassistent.answers.decisions.proposal_facts import in_scope
from radsassistent.archive import Passage, PassageKind
from radsassistent.archive.parts import telling_words
from radsassistent.meetings.outcomes import sentences
from radsassistent.search.corpus import Corpus
from radsassistent.search.english import norwegian_terms
from radsassistent.search.lexical import SHORTEST_PREFIX
from radsassistent.search.other_words import MOST_WEIGHT
from radsassistent.search.query import Query
from radsassistent.search.question_terms import UNKNOWN_WEIGHT
from radsassistent.search.terms import INFLECTION, MIN_PART, SHORTEST_BEGINNING, is_english, stem, words

# A word that is part of another, or begins as it does, counts for so much of the word itself; one that is near in meaning for
# its cosine, from here on (as in `likeness`).
_IN_PART = 0.8
_NEAR = 0.5
# What the title of the case has counts so much for its lines, what the rest of the proposal or decision has so much.
_TITLED = 0.9
_BESIDE = 0.5


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A line of a proposal or a decision; its own words, those of its case's title and those beside it, as places in `_Lines`."""

    passage: Passage
    text: str
    own: NDArray[np.intp]
    title: NDArray[np.intp]
    beside: NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class _Lines:
    """All lines of the archive's proposals and decisions, and the words that they have."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    lines: tuple[RecordLine, ...]


@dataclass(frozen=True, slots=True)
class LineMeant:
    """A line with the share (0 to 1) of what is asked that it has itself, and that it has with its case's title and what stands
    beside it.
    """

    passage: Passage
    text: str
    own: float
    whole: float


def lines_meant(
    query: Query, said: str, kinds: Set[PassageKind], untelling: Set[str], corpus: Corpus
) -> list[LineMeant]:
    """The lines of proposals or decisions in scope with how much of a text's telling words each has, the most first."""
    held = _held(corpus)
    lines = [
        line
        for line in held.lines
        if line.passage.kind in kinds
        and in_scope(line.passage, query)
        and (not query.cases or line.passage.case in query.cases)
    ]
    names = {stem(word) for name in query.people for word in words(name)} | called_cases(query, corpus)
    bodies = {stem(word) for meeting in corpus.meetings for word in words(meeting.body)}
    asked = [w for w in telling_words(said) if stem(w) not in untelling and stem(w) not in names | bodies]
    if not lines or not asked:
        return []
    likeness = _likeness(asked, held, corpus, english=is_english(query.question))
    weights = np.array([_weight(word, corpus, likeness[n]) for n, word in enumerate(asked)], dtype=np.float32)
    found = []
    for line in lines:
        own = _most(likeness, line.own)
        whole = np.maximum.reduce([own, _TITLED * _most(likeness, line.title), _BESIDE * _most(likeness, line.beside)])
        total = float(weights.sum()) or 1.0
        found.append(LineMeant(line.passage, line.text, float(own @ weights) / total, float(whole @ weights) / total))
    return sorted(found, key=lambda line: (-line.whole, -line.own))


def _weight(word: str, corpus: Corpus, likeness: NDArray[np.float32]) -> float:
    known = corpus.lexical.has(stem(word)) or bool(likeness.max(initial=0.0) > 0)
    return min(corpus.lexical.weight(stem(word)), MOST_WEIGHT) * (1.0 if known else UNKNOWN_WEIGHT)


def _held(corpus: Corpus) -> _Lines:
    known: _Lines | None = corpus.kept.get("record lines")
    if known is None:
        known = corpus.kept["record lines"] = _read(corpus)
    return known


def _read(corpus: Corpus) -> _Lines:
    numbers: dict[str, int] = {}

    def numbered(text: str) -> NDArray[np.intp]:
        return np.array([numbers.setdefault(w, len(numbers)) for w in telling_words(text)], dtype=np.intp)

    titles = {
        (i.body, i.meeting, str(i.case)): str(i.data["title"]) for i in corpus.of_kind(PassageKind.AGENDA) if i.case
    }
    found = []
    for passage in (*corpus.of_kind(PassageKind.PROPOSAL), *corpus.of_kind(PassageKind.DECISION)):
        title = numbered(f"{titles.get((passage.body, passage.meeting, str(passage.case)), '')} {passage.context}")
        beside = numbered(passage.text)
        for line in passage.text.split("\n"):
            for sentence in sentences(line):
                found.append(RecordLine(passage, sentence, numbered(sentence), title, beside))
    return _Lines(tuple(numbers), tuple(map(stem, numbers)), tuple(found))


def _likeness(asked: Sequence[str], held: _Lines, corpus: Corpus, *, english: bool) -> NDArray[np.float32]:
    """How alike each word asked and each word of the lines are, (asked, words), 0 to 1."""
    near = corpus.word_space.between(asked, held.words)
    likeness = np.where(near >= _NEAR, near, 0.0).astype(np.float32)
    for row, word in enumerate(asked):
        forms = {stem(word), *(norwegian_terms(word) if english else ())}
        for column, other in enumerate(held.stems):
            if other in forms:
                likeness[row, column] = 1.0
            elif likeness[row, column] < _IN_PART and any(_partly(form, other) for form in forms):
                likeness[row, column] = _IN_PART
    return likeness


def _partly(one: str, other: str) -> bool:
    """Whether one word is the beginning or the end of another, or both begin alike but for their endings."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) >= MIN_PART and ((len(short) >= SHORTEST_PREFIX and long.startswith(short)) or long.endswith(short)):
        return True
    begun = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return begun >= max(SHORTEST_BEGINNING, len(short) - INFLECTION)


def _most(likeness: NDArray[np.float32], columns: NDArray[np.intp]) -> NDArray[np.float32]:
    if not len(columns):
        return np.zeros(len(likeness), dtype=np.float32)
    return np.asarray(likeness[:, columns].max(axis=1), dtype=np.float32)
