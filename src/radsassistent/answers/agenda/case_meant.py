"""Which case a question means that tells it by neither number nor title: the one whose documents speak of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from radsassistent.answers.agenda.rows import HALF, called_cases, with_parts
from radsassistent.archive import Passage, PassageKind
from radsassistent.search import cues
from radsassistent.search.corpus import Corpus
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.terms import STOP_WORDS, is_english, stem, words

CaseKey = tuple[str, str, str]
# What the slides of a case say of it besides counts for so much of what its title, proposal, decision and minutes say.
_BESIDES = 0.5
# A word that has one of the record's as its part ("arkiv" of "arkivløft") counts less than one that the record has, where
# cases are held against each other.
_IN_PART = 0.6
# The case meant has no other with more than this share of its weight, unless the best passage is of it.
_NEXT = 0.8
# The whole of what is asked but for rounding.
_ALL = 0.99
# "Ferjesaken" is the case of the ferry, whose title may have "Ferjerute": so many letters of a word are its beginning.
_OF_CASE = re.compile(r"(?<=\w{3})-?sak(?:en|a|er)?$")
_BEGINNING = 4


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A word that a question is about: how telling it is, and the terms of the documents that may be meant by it."""

    weight: float
    terms: frozenset[str]


@dataclass(frozen=True, slots=True)
class CaseMeant:
    """A case (body, meeting, number), and the share (0 to 1) that its record has of what is asked and of what of that any
    case's documents have: its title, what was proposed and decided, and its minutes.
    """

    key: CaseKey
    share: float
    known: float

    @property
    def has_all(self) -> bool:
        """Whether the record has every word that is asked for."""
        return self.share >= _ALL


def key_of(passage: Passage) -> CaseKey:
    """Body, meeting and case of a passage."""
    return passage.body, passage.meeting, str(passage.case)


def asked_of_case(query: Query, untelling: Set[str], corpus: Corpus, *, every_word: bool = False) -> list[AskedWord]:
    """What a question is about besides the case that it names, people, numbers and the words that every such question has;
    with `every_word` also the words that are cues of what is asked for.
    """
    names = {stem(word) for name in query.people for word in words(name)} | called_cases(query, corpus)
    in_english = is_english(query.question)
    found = []
    for word in dict.fromkeys(words(query.asked if every_word else cues.topic(query.asked))):
        own = stem(word)
        if word in STOP_WORDS or own in untelling or own in names or word[0].isdigit():
            continue
        meant = corpus.weights(word, untelling, in_english=in_english)
        terms = {own, *meant, *([stem(_OF_CASE.sub("", word))] if _OF_CASE.search(word) else ())}
        found.append(AskedWord(max(meant.values(), default=0.0), frozenset(terms)))
    return [word for word in found if word.weight > 0]


def share(asked: Iterable[AskedWord], found: Set[str], corpus: Corpus, *, in_part: float = 1.0) -> float:
    """The share (0 to 1) of the weight of what is asked that terms have, whole or as a part or the beginning of a word; a word
    that only has one of them as its part ("arkivløft" has "arkiv") counts `in_part`.
    """
    asked = list(asked)
    total = sum(word.weight for word in asked)
    if not total:
        return 0.0
    whole = (1.0 if _is_part(word, found) else in_part * _has(word, found, corpus) for word in asked)
    return sum(word.weight * has for word, has in zip(asked, whole, strict=True)) / total


def _is_part(word: AskedWord, found: Set[str]) -> bool:
    """Whether a word is one of some terms, or the beginning or the end of one."""
    if not word.terms.isdisjoint(found):
        return True
    long = [term for term in word.terms if len(term) >= _BEGINNING]
    return any(other.endswith(term) or other.startswith(term) for term in long for other in found)


def _has(word: AskedWord, found: Set[str], corpus: Corpus) -> bool:
    if not word.terms.isdisjoint(with_parts(word.terms, set(found), corpus)):
        return True
    return any(len(term) >= _BEGINNING and any(other.startswith(term) for other in found) for term in word.terms)


def case_meant(
    query: Query, asked: Sequence[AskedWord], among: Iterable[Passage], hits: Sequence[Hit], corpus: Corpus
) -> CaseMeant | None:
    """The one case, of those that passages are of, that a question names, else that speaks of clearly most of what is asked.

    Of two that do, the one that the best passage is of. None where no case has half of the words that any has.
    """
    keys = {key_of(passage) for passage in among if passage.case}
    if query.cases:
        keys = {key for key in keys if key[2] in query.cases}
    if len(keys) == 1 and query.cases:
        return CaseMeant(keys.pop(), 1.0, 1.0)
    record, besides = _said(keys, corpus)
    everything: set[str] = set().union(*record.values(), *besides.values())
    known = [word for word in asked if _has(word, everything, corpus)]
    if not known:
        return None
    own = {key: share(known, record[key], corpus) for key in keys}
    exact = {key: share(known, record[key], corpus, in_part=_IN_PART) for key in keys}
    with_slides = {key: share(known, record[key] | besides[key], corpus, in_part=_IN_PART) for key in keys}
    shares = {key: exact[key] + _BESIDES * (with_slides[key] - exact[key]) for key in keys}
    best = max(keys, key=lambda key: (shares[key], key))
    near = [key for key in keys if shares[key] > _NEXT * shares[best]]
    if len(near) > 1:
        first = key_of(hits[0].passage) if hits else None
        near = [key for key in near if key == first]
    if len(near) != 1:
        return None
    spoken = share(known, record[near[0]] | besides[near[0]], corpus)
    if own[near[0]] + _BESIDES * (spoken - own[near[0]]) < HALF:
        return None
    return CaseMeant(near[0], share(asked, record[near[0]], corpus), own[near[0]])


def _said(keys: Set[CaseKey], corpus: Corpus) -> tuple[Mapping[CaseKey, set[str]], Mapping[CaseKey, set[str]]]:
    """The terms of each case's record, and those of its other slides."""
    minutes = {d.sha256 for d in corpus.of_kind(PassageKind.DECISION)}
    record: dict[CaseKey, set[str]] = defaultdict(set)
    besides: dict[CaseKey, set[str]] = defaultdict(set)
    of_record = (PassageKind.AGENDA, PassageKind.PROPOSAL, PassageKind.DECISION)
    for passage in corpus.passages:
        key = key_of(passage)
        if passage.case and key in keys:
            told = record if passage.kind in of_record or passage.sha256 in minutes else besides
            told[key] |= corpus.term_sets(passage)[0]
            if passage.kind in of_record:
                told[key] |= set(corpus.terms(f"{passage.context} {passage.data.get('proposal') or ''}"))
    return record, besides
