"""What the ranker sees of a passage under a question: how near it is, what it covers, and whether its kind fits."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from radsassistent.archive import Passage, PassageKind
from radsassistent.search.answer_types import FEATURES as ANSWER_TYPES
from radsassistent.search.answer_types import answer_types, asked_types, near_figures
from radsassistent.search.asked import CROSSED, Asked
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.other_words import FEATURES as OTHER_WORDS
from radsassistent.search.other_words import other_words
from radsassistent.search.passage_facts import WITHOUT, PassageFacts, facts
from radsassistent.search.query import Query
from radsassistent.search.terms import begins_alike

KINDS = (
    PassageKind.AGENDA,
    PassageKind.MEMBER,
    PassageKind.PROPOSAL,
    PassageKind.DECISION,
    PassageKind.TABLE_ROW,
    PassageKind.UNIT,
    PassageKind.SLIDE,
)
_CUT = re.compile(
    r"\b(?:kutt|reduksjon|redusert|innspar|nedgang|nedskj|spar|lavere|mindre|decrease|reduction|cut)\w*\b",
    re.IGNORECASE,
)

# The features of the passage itself.
PLAIN = (
    "dense",
    "dense_z",
    "lexical_z",
    "fused_z",
    "fused_if_bare",
    "slide_z",
    "whole_slide_z",
    "second_z",
    "share",
    "own_share",
    "topic_share",
    "own_topic_share",
    "slide_share",
    "label_share",
    "label_all",
    "organisation_named",
    "row_named",
    "row_extra",
    "under_named",
    "kind_rank",
    "words",
    "year_has",
    "year_other",
    "number_fits",
    "money_fits",
    "time_fits",
    "name_fits",
    "person",
    "role_fits",
    "group_named",
    "known_person_missing",
    "filled",
    "is_total",
    "total_fits",
    "total_unnamed",
    "change_fits",
    "change_unasked",
    "lead_in",
    "number_missing",
    "money_missing",
    "share_missing",
    "time_missing",
    "year_missing",
    "repeats",
    "much_fits",
    "sign_fits",
    "without_fits",
    "counted_here",
    "counted_on_slide",
    "top_term",
    "second_term",
    "decided_here",
    "is_head",
    *OTHER_WORDS,
    *ANSWER_TYPES,
)
FEATURES = (*PLAIN, *(f"kind:{kind}" for kind in KINDS), *(f"{kind}*{each}" for kind in KINDS for each in CROSSED))


def candidate_features(query: Query, hits: Sequence[Hit], corpus: Corpus) -> NDArray[np.float32]:
    """One row a hit, one column a name of FEATURES."""
    asked = Asked.of(query, corpus)
    question = _Question.of(asked)
    slides = _of_slides(hits, asked, corpus)
    told = [facts(hit.passage, corpus) for hit in hits]
    named = _tables_named(asked, hits, told, corpus)
    others = other_words(query, hits, corpus).tolist()
    nearness = corpus.background.over(np.array([hit.dense for hit in hits], dtype=np.float32)).tolist()
    types, figures = asked_types(query.text), near_figures(query.text, [each.beside for each in told], corpus).tolist()
    kind_seen: dict[PassageKind, int] = defaultdict(int)
    plain: list[list[float]] = []
    for number, (hit, has) in enumerate(zip(hits, told, strict=True)):
        passage = hit.passage
        kind_seen[passage.kind] += 1
        of_slide = slides[passage.sha256, passage.slide]
        plain.append(
            [
                nearness[number],
                *_nearness(asked, question, hit, corpus, of_slide),
                *_label(asked, passage, has, corpus),
                1.0 / kind_seen[passage.kind],
                has.words,
                *_form(asked, question, passage, has),
                *_row(asked, passage, has, named),
                float(has.leads_in),
                *_missing(asked, question, passage, has, corpus),
                *others[number],
                *answer_types(types, has.types),
                figures[number],
            ]
        )
    rows = np.zeros((len(hits), len(FEATURES)), dtype=np.float32)
    rows[:, : len(PLAIN)] = plain
    for number, hit in enumerate(hits):
        if hit.passage.kind in KINDS:
            place = KINDS.index(hit.passage.kind)
            rows[number, len(PLAIN) + place] = 1.0
            start = len(PLAIN) + len(KINDS) + place * len(CROSSED)
            rows[number, start : start + len(CROSSED)] = asked.crossed
    return rows


@dataclass(frozen=True, slots=True)
class _Weighed:
    """The weights of terms, and their sum."""

    each: tuple[tuple[str, float], ...]
    total: float

    @classmethod
    def of(cls, weights: Mapping[str, float]) -> _Weighed:
        return cls(tuple(weights.items()), sum(weights.values()))

    def covered(self, found: Collection[str]) -> float:
        """The share (0 to 1) of the weight of the terms that are among those found; 0 when there are none."""
        return sum([weight for term, weight in self.each if term in found]) / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked of every passage alike."""

    weights: _Weighed
    topic: _Weighed
    lowered: str
    wants_number: bool
    money: bool
    share: bool
    when: bool
    who: bool
    leader: bool
    much: bool
    decision: bool
    cut: bool
    without: bool

    @classmethod
    def of(cls, asked: Asked) -> _Question:
        query = asked.query
        found = query.cues
        return cls(
            weights=_Weighed.of(asked.weights),
            topic=_Weighed.of(asked.topic),
            lowered=query.text.lower(),
            wants_number=asked.wants_number(),
            money=Cue.MONEY in found,
            share=Cue.SHARE in found,
            when=Cue.WHEN in found,
            who=Cue.WHO in found,
            leader=Cue.LEADER in found,
            much=Cue.HOW_MUCH in found and Cue.HOW_MANY not in found,
            decision=not found.isdisjoint((Cue.DECIDED, Cue.DEBATE)),
            cut=_CUT.search(query.text) is not None,
            without=WITHOUT.search(query.text) is not None,
        )


@dataclass(frozen=True, slots=True)
class _OfSlide:
    """Of one slide's hits: the best score, that of the slide as a whole and the second best; how much of the topic it has."""

    best: float
    whole: float
    second: float
    covered: float


def _of_slides(hits: Sequence[Hit], asked: Asked, corpus: Corpus) -> Mapping[tuple[str, int], _OfSlide]:
    found: dict[tuple[str, int], list[Hit]] = defaultdict(list)
    for hit in hits:
        found[hit.passage.sha256, hit.passage.slide].append(hit)
    return {
        key: _OfSlide(
            own[0].score,
            next((hit.score for hit in own if hit.passage.kind is PassageKind.SLIDE), 0.0),
            own[1].score if len(own) > 1 else 0.0,
            covered(asked.topic, corpus.slide_terms(own[0].passage)),
        )
        for key, own in found.items()
    }


def _nearness(asked: Asked, question: _Question, hit: Hit, corpus: Corpus, of_slide: _OfSlide) -> list[float]:
    """How near the texts are: fused scores, and the shares of the question's weight that are covered."""
    all_terms, own_terms, _ = corpus.term_sets(hit.passage)
    return [
        hit.dense_z,
        hit.lexical_z,
        hit.score,
        0.0 if asked.topic else hit.score,
        of_slide.best,
        of_slide.whole,
        of_slide.second,
        question.weights.covered(all_terms),
        question.weights.covered(own_terms),
        question.topic.covered(all_terms),
        question.topic.covered(own_terms),
        of_slide.covered,
    ]


def covered(weights: Mapping[str, float], found: Collection[str]) -> float:
    """The share (0 to 1) of the weight of terms that are among those found; 0 when there are none."""
    return _Weighed.of(weights).covered(found)


def _label(asked: Asked, passage: Passage, has: PassageFacts, corpus: Corpus) -> list[float]:
    """How much of what names a passage is asked for, and whether all of it is; of a table row also how much is not."""
    label_terms = corpus.term_sets(passage)[2]
    # Every word of the organisation of a member or presenter, its legal form aside.
    organisation = bool(has.organisation) and all(begins_alike(term, asked.terms) for term in has.organisation)
    if not label_terms:
        return [0.0, 0.0, float(organisation), 0.0, 0.0, 0.0]
    share = len(label_terms & asked.terms) / len(label_terms)
    is_whole = float(share >= 0.999)
    if has.row is None:
        return [share, is_whole, float(organisation), 0.0, 0.0, 0.0]
    extra = sum(corpus.lexical.weight(term) for term in has.row.named - asked.terms)
    above = has.row.above
    under = len(above & asked.terms) / len(above) if above else 0.0
    return [share, 0.0, 0.0, is_whole, math.log(1 + extra), under]


def _form(asked: Asked, question: _Question, passage: Passage, has: PassageFacts) -> list[float]:
    """Whether a passage has what the question's wording asks for: its year, a number, an amount, a time, a name."""
    query = asked.query
    has_year = any(year in has.whole for year in query.years)
    # "Rådet" names the group "Porteføljerådet".
    group = any(term.endswith(word) for term in has.group for word in asked.bodies)
    return [
        float(bool(query.years) and has_year),
        float(bool(query.years) and not has_year and has.has_year),
        float(question.wants_number and _has_new_number(asked, question, has)),
        float(question.money and has.has_money),
        float(question.when and has.has_time),
        float(question.who and has.has_name),
        float(bool(query.people) and not has.people.isdisjoint(query.people)),
        float(question.leader and has.has_role),
        float(group),
        float(bool(query.people) and not any(person in has.whole for person in query.people)),
    ]


def _has_new_number(asked: Asked, question: _Question, has: PassageFacts) -> bool:
    """The numbers of a question are given, not asked for. A count may stand in words: "fem dager"."""
    return any(count not in question.lowered for count in has.counts) or any(
        number not in asked.query.text for number in has.numbers
    )


def _tables_named(
    asked: Asked, hits: Sequence[Hit], told: Sequence[PassageFacts], corpus: Corpus
) -> set[tuple[str, int, int]]:
    """The tables that have a row other than a sum which the question names by a word of its topic."""
    rows = ((hit.passage, has.row) for hit, has in zip(hits, told, strict=True))
    return {
        row.table
        for passage, row in rows
        if row is not None and not row.is_total and not corpus.term_sets(passage)[2].isdisjoint(asked.topic)
    }


def _row(asked: Asked, passage: Passage, has: PassageFacts, named: set[tuple[str, int, int]]) -> list[float]:
    """Of a table row: whether it has a value for the year, and whether it is a sum or a change where that is asked for."""
    row = has.row
    if row is None:
        return [0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    # Between two years the change is reckoned from the levels.
    wants_change = Cue.CHANGE in asked.query.cues and len(asked.query.years) < 2
    # It stands in a table about something that is itself a row of another, and not asked for.
    is_part = any(not part <= asked.terms for part in row.parts)
    return [
        _filled(asked.query, passage),
        float(row.is_total),
        float(row.is_total and Cue.TOTAL in asked.query.cues),
        float(row.is_total and row.table not in named and not is_part),
        float(row.is_change and wants_change),
        float(row.is_change and not wants_change),
    ]


def _without(question: _Question, has: PassageFacts) -> float:
    """Whether a question and a table both leave something out ("uten …", "eksklusive …"): 1, only one of them: -1."""
    if has.row is None or not (question.without or has.is_without):
        return 0.0
    return 1.0 if question.without and has.is_without else -1.0


def _is_negative(query: Query, passage: Passage) -> bool:
    """Whether a table row falls in the year asked about, or in any year where none is."""
    if passage.kind is not PassageKind.TABLE_ROW:
        return False
    cells = zip(passage.data["columns"], passage.data["values"], strict=True)
    told = [value for column, value in cells if not query.years or any(year in column for year in query.years)]
    return any(str(value or "").lstrip().startswith(("-", "−", "–")) for value in told)


def _filled(query: Query, passage: Passage) -> float:
    """1 when a row has a value for the year asked about, -1 for an empty cell or no such year, 0 when none is asked."""
    if not query.years:
        return 0.0
    data = passage.data
    if any(year in data["label"] for year in query.years):
        return 1.0
    cells = zip(data["columns"], data["values"], strict=True)
    return 1.0 if any(value for column, value in cells if any(year in column for year in query.years)) else -1.0


def _missing(asked: Asked, question: _Question, passage: Passage, has: PassageFacts, corpus: Corpus) -> list[float]:
    """What the question asks for and the passage has not; at last whether it has the question's most telling terms."""
    query = asked.query
    has_year = any(year in has.whole for year in query.years)
    all_terms, own_terms, _ = corpus.term_sets(passage)
    return [
        float(question.wants_number and not _has_new_number(asked, question, has)),
        float(question.money and not has.has_money),
        float(question.share and not has.has_share),
        float(question.when and not has.has_time),
        float(bool(query.years) and not has_year and not passage.meeting.startswith(query.years)),
        float(own_terms <= asked.terms),
        float(question.much and has.has_money),
        float(question.cut and _is_negative(query, passage)),
        _without(question, has),
        float(asked.counted in all_terms) if asked.counted else 0.0,
        float(asked.counted in corpus.slide_terms(passage)) if asked.counted else 0.0,
        float(bool(asked.telling) and asked.telling[0] in all_terms),
        float(len(asked.telling) > 1 and asked.telling[1] in all_terms),
        float(question.decision and has.in_decision),
        float(has.is_head),
    ]
