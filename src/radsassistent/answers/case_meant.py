"""Which case a question means that tells it by neither number nor title: the one whose documents speak of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from radsassistent.answers.agenda_rows import HALF, called_cases, with_parts
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.features import covered
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.terms import stem, words

CaseKey = tuple[str, str, str]
# What the slides of a case say of it besides counts for so much of what its title, proposal, decision and minutes say.
_BESIDES = 0.5
# The case meant has no other with more than this share of its weight, unless the best passage is of it.
_NEXT = 0.8
# The whole of a question's topic but for rounding.
_ALL = 0.99


@dataclass(frozen=True, slots=True)
class CaseMeant:
    """A case (body, meeting, number), and the share (0 to 1) of what is asked that its record says: its title, what was
    proposed and decided, and its minutes.
    """

    key: CaseKey
    share: float


def key_of(passage: Passage) -> CaseKey:
    """Body, meeting and case of a passage."""
    return passage.body, passage.meeting, str(passage.case)


def asked_of_case(query: Query, untelling: Set[str], corpus: Corpus) -> dict[str, float]:
    """The terms, weighted, of what a question is about besides the case that it names and people."""
    names = {stem(word) for name in query.people for word in words(name)} | called_cases(query, corpus)
    return {t: w for t, w in corpus.topic(query.asked, untelling).items() if t not in names}


def case_meant(
    query: Query, topic: Mapping[str, float], among: Iterable[Passage], hits: Sequence[Hit], corpus: Corpus
) -> CaseMeant | None:
    """The one case, of those that passages are of, that a question names, else that speaks of clearly most of its topic.

    Of two that do, the one that the best passage is of. None where no case has half of the topic's known terms.
    """
    keys = {key_of(passage) for passage in among if passage.case}
    if query.cases:
        keys = {key for key in keys if key[2] in query.cases}
    known = {term: weight for term, weight in topic.items() if corpus.lexical.has(term)}
    if len(keys) == 1 and query.cases:
        return CaseMeant(keys.pop(), 1.0)
    if not known or not keys:
        return None
    record, besides = _said(keys, corpus)
    shares = {}
    for key in keys:
        own = with_parts(known, record[key], corpus)
        whole = with_parts(known, record[key] | besides[key], corpus)
        shares[key] = covered(known, own) + _BESIDES * (covered(known, whole) - covered(known, own))
    ranked = sorted(keys, key=lambda key: (shares[key], key), reverse=True)
    best = ranked[0]
    near = [key for key in ranked if shares[key] > _NEXT * shares[best]]
    if len(near) > 1:
        first = key_of(hits[0].passage) if hits else None
        near = [key for key in near if key == first]
    if len(near) != 1 or shares[near[0]] < HALF:
        return None
    return CaseMeant(near[0], covered(topic, with_parts(topic, record[near[0]], corpus)))


def says_all(meant: CaseMeant) -> bool:
    """Whether a case's record has every word that is asked for."""
    return meant.share >= _ALL


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
