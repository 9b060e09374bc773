"""How likely it is that the documents tell what is asked, by the best passage found and by the question itself."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.letters import CAPITAL
from radsassistent.search import features, taught_telling
from radsassistent.search.asked import Asked
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue, cues
from radsassistent.search.features import PLAIN
from radsassistent.search.hit import Hit
from radsassistent.search.other_words import lacking
from radsassistent.search.passage_facts import facts
from radsassistent.search.query import Query
from radsassistent.search.terms import is_english

# Those that mean something else for a fact with fields, a table row, and text.
_BY_SORT = (
    "dense",
    "topic_share",
    "slide_share",
    "spread",
    "lead",
    "unknown",
    "uncovered",
    "covered",
)
_SORTS = ("fact", "row", "text")
# How far a passage stands out from all others grows with the archive, and is no sign of an answer.
_OVER_ALL = ("dense_z", "lexical_z", "fused_z", "fused_if_bare", "slide_z", "whole_slide_z", "second_z")
_OF_BEST = tuple(name for name in features.FEATURES if name not in _OVER_ALL)
_PLACES_OF_BEST = [features.FEATURES.index(name) for name in _OF_BEST]
FEATURES = (
    "bias",
    *(f"{sort}:{name}" for sort in _SORTS for name in _BY_SORT),
    "unknown_names",
    "year_nowhere",
    "english",
    "words",
    "place_missing",
    "row:name_missing",
    "text:name_missing",
    "row:most_lacking",
    "text:most_lacking",
    "who_missing",
    # What the ranker saw of the best passage: its form, what it lacks, and its kind under each cue of the question. Without
    # them, the unanswerable are told from the answerable on unseen councils with an area under the curve of 0.79, not 0.84.
    *(f"best:{name}" for name in _OF_BEST),
)
# A weight of terms (BM25's inverse document frequency) of this size is one rare word.
_RARE = 6.0
_FACTS = (PassageKind.AGENDA, PassageKind.MEMBER, PassageKind.PROPOSAL, PassageKind.DECISION)
# A wording's length tells more of who wrote the training questions (0.72 under the curve in thirteen sets, 0.51 to 0.55 in three
# whose near misses are as long as the rest) than of the documents; only between so many words it counts. With more of it those
# three are rightly not answered for 0.18 instead of 0.24 at 5 % false abstention, February for the same 0.61.
SHORTEST_WORDED = 6
LONGEST_WORDED = 8
# By how much the first passage is nearer than the NEAREST nearest are on an average, by what was taught, says something of
# whether it answers, too: at this share of its log-odds, seen from what it is as a rule. So, the unanswerable of 984 questions by
# nine writers that nothing has learnt from are told from the answerable with an area under the curve of 0.816 (0.786 without);
# at 10 % false abstention 0.54 of them (0.47), of those about four councils whose wordings were never learnt from 0.44 (0.45).
# Among fewer than FEWEST passages, which it was not measured in, the nearest are most of all.
OF_NEARNESS = 0.25
NEAREST = 50
FEWEST = 200
NEARER = 0.2
# So does what sort of question it is; not where it goes on from another or names a slide. With it, at 10 % false abstention 0.71
# of those 984 questions' unanswerable are not answered (0.55), 0.66 of the four councils' (0.47), 0.83 of February's test (0.70).
OF_TELLING = 0.6
TELLING = -0.7
# A conversation leaning to the first passage does so: 802 later turns are told apart with 0.802, 0.786 without.
OF_LEANING = 0.2
LEANING = 2.0
# A name inside a question; its first word is capitalised as such.
_NAME = re.compile(rf"(?<=[\w,:;] ){CAPITAL}[\w@-]+")
# What asks for somebody by name: a person, a company, a municipality.
_WHOM = re.compile(
    r"\b(?:hvem|kven|who(?:m|se)?)\b|\b(?:hvilke[nt]?|kva(?:\s+for)?|which|what|navn\w*\s+på)\s+(?:\w+\s+){0,2}?"
    r"(?:\w*kommun|\w*leverandør|\w*selskap|\w*firma|\w*organisasjon|\w*virksomhet|\w*verksemd|\w*sykehus|\w*sjukehus|\w*direktorat|"
    r"\w*foretak|\w*aktør|\w*etat|land|supplier|vendor|compan|municipalit|organi[sz]ation|hospital|countr)\w*",
    re.IGNORECASE,
)
_PLACE = re.compile(rf"\b(?:i|på|ved|fra)\s+{CAPITAL}")


def tells_features(
    query: Query, best: Sequence[Hit], rows: NDArray[np.float32], scores: NDArray[np.float32], corpus: Corpus
) -> NDArray[np.float64]:
    """One value a name of FEATURES. `best` are the candidates, the best first; `rows` and `scores` are the ranker's."""
    asked = Asked.of(query, corpus)
    first = best[0].passage
    sort = 0 if first.kind in _FACTS else 1 if first.kind is PassageKind.TABLE_ROW else 2
    norwegian = 0.0 if is_english(query.text) else 1.0
    unknown = {term: weight for term, weight in asked.topic.items() if not corpus.lexical.has(term)}
    uncovered = _uncovered(asked, corpus.term_sets(first)[0])
    # The other rows of a list that is asked for as a whole are no rivals of its first.
    rivals = [i for i, hit in enumerate(best) if i > 0 and (sort > 0 or hit.passage.kind is not first.kind)]
    same_slide = [hit.passage for hit in best if (hit.passage.sha256, hit.passage.slide) == (first.sha256, first.slide)]
    most_lacking = float(lacking(query, same_slide, corpus).max(initial=0)) / _RARE
    other = next((i for i, hit in enumerate(best) if hit.passage.slide != first.slide), None)
    by_sort = np.zeros((len(_SORTS), len(_BY_SORT)))
    by_sort[sort] = [
        rows[0, PLAIN.index("dense")],
        rows[0, PLAIN.index("topic_share")],
        rows[0, PLAIN.index("slide_share")],
        math.log(1.0 + float(np.exp(scores - scores[0])[rivals].sum())),
        float(scores[0] - scores[other]) if other is not None else 2.0,
        norwegian * sum(unknown.values()) / _RARE,
        norwegian * sum(uncovered.values()) / _RARE,
        float(not uncovered),
    ]
    return np.array(
        [
            1.0,
            *by_sort.ravel().tolist(),
            min(len(query.unknown_names), 2),
            float(bool(query.years) and not any(year in corpus.words for year in query.years)),
            1.0 - norwegian,
            math.log(min(max(len(query.text.split()), SHORTEST_WORDED), LONGEST_WORDED)),
            float(Cue.WHERE in query.cues and sort == 2 and not _PLACE.search(first.text)),
            float(sort == 1) * _names_missing(asked, first, corpus),
            float(sort == 2) * _names_missing(asked, first, corpus),
            float(sort == 1) * most_lacking,
            float(sort == 2) * most_lacking,
            float(sort == 2 and lacks_whom(query, first, corpus)),
            *rows[0, _PLACES_OF_BEST].tolist(),
        ],
        dtype=np.float64,
    )


def by_nearness(first: Hit, hits: Sequence[Hit]) -> float:
    """What is added to the log-odds that the documents tell, by how near the first passage is of all that were searched."""
    near = np.array([hit.taught for hit in hits], dtype=np.float32)
    if len(near) < FEWEST or not near.any():
        # With another embedder's vectors none is near.
        return 0.0
    nearest = -np.partition(-near, NEAREST)[:NEAREST]
    return OF_NEARNESS * (first.taught - float(nearest.mean()) - NEARER)


def by_sort(query: Query, hits: Sequence[Hit], embedding: Sequence[float], corpus: Corpus) -> float:
    """What is added to the log-odds that the documents tell, by the sort of question: a whole one, asked of whole documents."""
    if query.context is not None or query.slides or len(hits) < FEWEST:
        return 0.0
    return OF_TELLING * (taught_telling.current().of(embedding, corpus) - TELLING)


def by_context(leaning: float) -> float:
    """What is added to the log-odds that the documents tell, by how much a conversation leans to the first passage."""
    return OF_LEANING * (leaning - LEANING)


def _names_missing(asked: Asked, passage: Passage, corpus: Corpus) -> float:
    """The share (0 to 1) of the names inside a question that neither a passage's slide nor its context has."""
    lowered = [word.lower() for word in _NAME.findall(asked.query.text)]
    named = [word for word in lowered if Cue.BODY not in cues(word)]
    found = corpus.slide_terms(passage)
    missing = [word for word in named if not any(term in found for term in corpus.asked(word))]
    return len(missing) / len(named) if named else 0.0


def lacks_whom(query: Query, passage: Passage, corpus: Corpus) -> bool:
    """Whether somebody is asked for by name, and a text names nobody but whom the question does."""
    return bool(_WHOM.search(query.text)) and not _has_new_name(query, facts(passage, corpus).headed)


def _has_new_name(query: Query, text: str) -> bool:
    """Whether a text names somebody: a word inside it with a capital letter that the question does not have."""
    asked = query.text.lower()
    return any(name.lower() not in asked for name in _NAME.findall(text))


def _uncovered(asked: Asked, found: frozenset[str]) -> dict[str, float]:
    """The terms of the question's topic that are not among those found, with their weights."""
    return {term: weight for term, weight in asked.topic.items() if term not in found}
