"""Which row of an agenda is about what a question says in words of its own: by parts of words, by what words mean, and by what
the case's slides speak of.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache

import numpy as np

from radsassistent.answers.agenda.rows import GENERIC, item_terms
from radsassistent.archive import Passage
from radsassistent.archive.parts import telling_words as worded
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import topic
from radsassistent.search.english import norwegian_terms
from radsassistent.search.lexical import REST
from radsassistent.search.other_words import MOST_WEIGHT
from radsassistent.search.query import Query
from radsassistent.search.question_terms import MOST_TEXTS, UNKNOWN_WEIGHT
from radsassistent.search.terms import INFLECTION, MIN_PART, SHORTEST_BEGINNING, is_english, stem, words

# What a word counts for that only the slides of the case have, where a title's counts 1; and one that is part of a title's word.
_ON_SLIDES = 0.6
_IN_PART = 0.8
# Nearer words than this count as what they are near to (cosine, as in `word_space`), less near ones not at all.
_NEAR = 0.5
# The least share of what a question says that its row has, and how much less the next one may have of it. Over the questions
# about the agendas of four invented councils the right row has 0.5 to 1, the next one mostly nothing.
LEAST = 0.45
_CLEARLY = 0.7
# So many letters are the first word of a compound.
_FIRST_WORD = 6
_CALLED_CASE = re.compile(r"(?<=\w{3})-?(?:saka|saken|saker|sakene|sak)$")


def likeliest_row(
    said: str, query: Query, items: Sequence[Passage], corpus: Corpus, empty: Collection[str], least: float = LEAST
) -> Passage | None:
    """The one row that clearly most of the telling words of a text are of; None where none has enough of them, or two have.

    `empty` are stems that tell no row from another, besides those of every question about agendas.
    """
    shares = _shares(said, query, items, corpus, empty)
    ordered = sorted(range(len(shares)), key=lambda place: -shares[place])
    if not ordered or shares[ordered[0]] < least:
        return None
    if len(ordered) > 1 and shares[ordered[1]] > _CLEARLY * shares[ordered[0]]:
        return None
    return items[ordered[0]]


def _shares(
    said: str, query: Query, items: Sequence[Passage], corpus: Corpus, empty: Collection[str]
) -> Sequence[float]:
    """The share (0 to 1) of the weight of a text's telling words that each row has."""
    called = (*query.people, *(meeting.body for meeting in query.meetings))
    untelling = {*GENERIC, *empty, *(stem(word) for name in called for word in words(name))}
    telling = [part for word in worded(topic(said)) for part in _parts(word)]
    asked = [_CALLED_CASE.sub("", word) for word in telling if stem(word) not in untelling]
    if not asked or not items:
        return []
    near, _ = corpus.word_space.nearest(asked, items)
    english = is_english(query.asked)
    forms = [{stem(word), *(norwegian_terms(word) if english else ())} for word in asked]
    titled = np.array([[_in_title(form, item, corpus) for form in forms] for item in items])
    titled = np.maximum(titled, np.where(near >= _NEAR, near, 0.0))
    has = titled
    # What is only spoken of in a case may be spoken of anywhere.
    for place in np.flatnonzero(titled.any(axis=1)).tolist():
        has[place] = np.maximum(has[place], [_in_slides(form, items[place], corpus) for form in forms])
    known = [any(map(corpus.lexical.has, form)) for form in forms]
    weights = np.array(
        [
            min(corpus.lexical.weight(stem(word)), MOST_WEIGHT)
            * (1.0 if known[n] or has[:, n].any() else UNKNOWN_WEIGHT)
            for n, word in enumerate(asked)
        ]
    )
    shares: list[float] = (has @ weights / weights.sum()).tolist()
    return shares


def _parts(word: str) -> list[str]:
    """The words that a hyphen joins ("havne-planen"), where none is too short to tell anything ("e-post")."""
    parts = word.split("-")
    return parts if all(len(part) >= MIN_PART for part in parts) else [word]


def _in_title(forms: Collection[str], item: Passage, corpus: Corpus) -> float:
    alike, title = _terms_alike(corpus), item_terms(item, corpus)
    return max(
        (
            alike(form).get(own, 0.0) if corpus.lexical.has(own) else _alike(form, own, corpus)
            for form in forms
            for own in title
        ),
        default=0.0,
    )


def _in_slides(forms: Collection[str], item: Passage, corpus: Corpus) -> float:
    spoken = corpus.case_terms.get((item.body, item.meeting, item.case or ""), frozenset())
    if not spoken.isdisjoint(forms):
        return _ON_SLIDES
    alike = _terms_alike(corpus)
    return _ON_SLIDES * max(
        (nearness for form in forms for own, nearness in alike(form).items() if own in spoken), default=0.0
    )


def _terms_alike(corpus: Corpus) -> Callable[[str], Mapping[str, float]]:
    """All terms of the archive that are alike to a term in any way, with how much (0 to 1): looked up by how they begin and end
    and by their parts, since no others can be.
    """
    known: Callable[[str], Mapping[str, float]] | None = corpus.kept.get(_terms_alike)
    if known is None:
        compounds = corpus.lexical.compounds
        by_part: dict[tuple[int, str], list[str]] = defaultdict(list)
        for term in corpus.lexical.vocabulary:
            for key in {(0, term[:MIN_PART]), (1, term[-MIN_PART:]), *((2, part) for part in compounds.parts(term))}:
                by_part[key].append(term)

        def alike(one: str) -> Mapping[str, float]:
            own_parts = compounds.parts(one)
            keys = [(0, one[:MIN_PART]), (1, one[-MIN_PART:]), (2, one), *((2, part) for part in own_parts)]
            near = {term for key in keys for term in by_part.get(key, ())}.union(own_parts)
            return {other: nearness for other in near if (nearness := _alike(one, other, corpus)) > 0}

        known = corpus.kept[_terms_alike] = lru_cache(MOST_TEXTS)(alike)
    return known


def _alike(one: str, other: str, corpus: Corpus) -> float:
    """1 for the same term, less for one that is part of the other, begins as it does, or shares a part with it."""
    if one == other:
        return 1.0
    if _begin_or_end_alike(one, other):
        return _IN_PART
    if _share_beginning(one, other):
        return _ON_SLIDES
    parts = ({one, *corpus.lexical.compounds.parts(one)}, {other, *corpus.lexical.compounds.parts(other)})
    return _ON_SLIDES if parts[0] & parts[1] else 0.0


def _share_beginning(one: str, other: str) -> bool:
    """Whether two compounds begin with the same word, as far as letters tell: "cruiseskip", "cruiseanløp"."""
    begun = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    return begun >= _FIRST_WORD and min(len(one), len(other)) - begun >= REST


@lru_cache(maxsize=100_000)
def _begin_or_end_alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) >= MIN_PART and (long.startswith(short) or long.endswith(short)):
        return True
    begun = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return begun >= max(SHORTEST_BEGINNING, len(short) - INFLECTION)
