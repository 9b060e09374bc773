"""What the ranker sees of a passage under a question: how near it is, what it covers, and whether its kind fits."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.people import each_person, is_person_name
from radsassistent.search.abbreviations import UNTELLING
from radsassistent.search.answer_types import A_COUNT, answer_types, asked_types, near_figures
from radsassistent.search.answer_types import FEATURES as ANSWER_TYPES
from radsassistent.search.asked import CROSSED, Asked
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue, cues
from radsassistent.search.hit import Hit
from radsassistent.search.other_words import FEATURES as OTHER_WORDS
from radsassistent.search.other_words import other_words
from radsassistent.search.query import Query
from radsassistent.search.terms import begins_alike, terms

KINDS = (
    PassageKind.AGENDA,
    PassageKind.MEMBER,
    PassageKind.PROPOSAL,
    PassageKind.DECISION,
    PassageKind.TABLE_ROW,
    PassageKind.UNIT,
    PassageKind.SLIDE,
)
_NUMBERS = re.compile(r"\d+(?:[ .,]\d+)*")
_SHARE = re.compile(r"%|\bprosent|\bandel|\b(?:halvparten|tredjedel|fjerdedel|alle|ingen|flertall\w*)\b", re.IGNORECASE)
_MONEY = re.compile(r"\b(?:kr|kroner|mill|mnok|mrd|million\w*)\b", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|"
    r"sommer\w*|høst\w*|vår\w*|vinter\w*|kvartal|halvår|medio|ultimo|q[1-4]|"
    r"(?:\d+|ett|to|tre|fire|fem|seks|sju|åtte|ni|ti)\s+(?:år|måned\w*|uke\w*|dag\w*|virkedag\w*))\b",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\b(?:kutt|reduksjon|redusert|innspar|nedgang|nedskj|spar|lavere|mindre|decrease|reduction|cut)\w*\b",
    re.IGNORECASE,
)
# A text's place in a list stands before it ("4: …"); it is no figure.
_MARKER = re.compile(r"^\s*\d{1,2}[.:)]\s+(?=[^\W\d_])")
WITHOUT = re.compile(
    r"\b(?:uten(?:om)?|utan(?:om)?|unntatt|eksklusiv\w*|ekskl|excluding|without|except)\b", re.IGNORECASE
)
_NUMBERING = re.compile(r"\d{1,2}[.):]?")
# The words under the figure of a card are few.
_WORDS_OF_CARD = 6
_DECIDED = re.compile(r"(?:vedtak|beslutning|beslut|avgjerd|konklusjon)\b", re.IGNORECASE)
_NAME = re.compile(r"\b[A-ZÆØÅ][a-zæøå]+\s+[A-ZÆØÅ][\w-]+")
_YEAR = re.compile(r"\b20\d\d\b")

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
    slides = _of_slides(hits)
    kind_seen: dict[PassageKind, int] = {}
    named = _tables_named(asked, hits, corpus)
    others = other_words(query, hits, corpus)
    nearness = corpus.background.over(np.array([hit.dense for hit in hits], dtype=np.float32)).tolist()
    texts = [headed(hit.passage) for hit in hits]
    types, figures = asked_types(query.text), near_figures(query.text, texts, corpus)
    rows = np.zeros((len(hits), len(FEATURES)), dtype=np.float32)
    for number, hit in enumerate(hits):
        passage = hit.passage
        rank = kind_seen[passage.kind] = kind_seen.get(passage.kind, 0) + 1
        rows[number, : len(PLAIN)] = [
            nearness[number],
            *_nearness(asked, hit, corpus, slides[passage.sha256, passage.slide]),
            *_label(asked, passage, corpus),
            1.0 / rank,
            math.log(1 + len(passage.text.split())),
            *_form(asked, passage),
            *_row(asked, passage, corpus, named),
            float(passage.text.rstrip().endswith(":")),
            *_missing(asked, passage, corpus),
            *others[number],
            *answer_types(types, texts[number]),
            figures[number],
        ]
        if passage.kind in KINDS:
            place = KINDS.index(passage.kind)
            rows[number, len(PLAIN) + place] = 1.0
            start = len(PLAIN) + len(KINDS) + place * len(CROSSED)
            rows[number, start : start + len(CROSSED)] = asked.crossed
    return rows


def _of_slides(hits: Sequence[Hit]) -> Mapping[tuple[str, int], list[Hit]]:
    """The hits of each slide, in their order."""
    found: dict[tuple[str, int], list[Hit]] = defaultdict(list)
    for hit in hits:
        found[hit.passage.sha256, hit.passage.slide].append(hit)
    return found


def _nearness(asked: Asked, hit: Hit, corpus: Corpus, same_slide: Sequence[Hit]) -> list[float]:
    """How near the texts are: fused scores, and the shares of the question's weight that are covered."""
    all_terms, own_terms, _ = corpus.term_sets(hit.passage)
    whole = next((other.score for other in same_slide if other.passage.kind is PassageKind.SLIDE), 0.0)
    return [
        hit.dense_z,
        hit.lexical_z,
        hit.score,
        0.0 if asked.topic else hit.score,
        same_slide[0].score,
        whole,
        same_slide[1].score if len(same_slide) > 1 else 0.0,
        covered(asked.weights, all_terms),
        covered(asked.weights, own_terms),
        covered(asked.topic, all_terms),
        covered(asked.topic, own_terms),
        covered(asked.topic, corpus.slide_terms(hit.passage)),
    ]


def covered(weights: Mapping[str, float], found: Collection[str]) -> float:
    """The share (0 to 1) of the weight of terms that are among those found; 0 when there are none."""
    total = sum(weights.values())
    return sum(weight for term, weight in weights.items() if term in found) / total if total else 0.0


def _label(asked: Asked, passage: Passage, corpus: Corpus) -> list[float]:
    """How much of what names a passage is asked for, and whether all of it is; of a table row also how much is not."""
    label_terms = corpus.term_sets(passage)[2]
    organisation = float(_names_organisation(asked, passage))
    if not label_terms:
        return [0.0, 0.0, organisation, 0.0, 0.0, 0.0]
    share = len(label_terms & asked.terms) / len(label_terms)
    is_whole = float(share >= 0.999)
    if passage.kind is not PassageKind.TABLE_ROW:
        return [share, is_whole, organisation, 0.0, 0.0, 0.0]
    # A sum is the sum of what its table is about.
    about = passage.data["caption"] if corpus.is_total(passage) else ""
    named = label_terms | set(terms(" ".join((*passage.data["under"], about))))
    extra = sum(corpus.lexical.weight(term) for term in named - asked.terms)
    above = set(terms(" ".join(passage.data["under"]))) - corpus.common_labels(passage)
    under = len(above & asked.terms) / len(above) if above else 0.0
    return [share, 0.0, 0.0, is_whole, math.log(1 + extra), under]


def _names_organisation(asked: Asked, passage: Passage) -> bool:
    """Whether a question has every word of the organisation of a member or presenter, its legal form aside."""
    core = set(terms(str(passage.data.get("organisation") or ""))) - UNTELLING
    return bool(core) and all(begins_alike(term, asked.terms) for term in core)


def _names_group(asked: Asked, passage: Passage) -> bool:
    """Whether a question names a member's group: "rådet" for "Porteføljerådet"."""
    group = terms(str(passage.data.get("group") or ""))
    return any(term.endswith(word) for term in group for word in asked.bodies)


def _form(asked: Asked, passage: Passage) -> list[float]:
    """Whether a passage has what the question's wording asks for: its year, a number, an amount, a time, a name."""
    query, text = asked.query, passage.text
    has_year = any(year in passage.embedded_text for year in query.years)
    data = passage.data
    is_person = bool(query.people) and not {data.get("name"), *each_person(data.get("presenter"))}.isdisjoint(
        query.people
    )
    return [
        float(bool(query.years) and has_year),
        float(bool(query.years) and not has_year and bool(_YEAR.search(text))),
        float(asked.wants_number() and _has_new_number(query, headed(passage))),
        float(Cue.MONEY in query.cues and bool(_MONEY.search(passage.embedded_text))),
        float(Cue.WHEN in query.cues and _has_time(passage)),
        float(Cue.WHO in query.cues and bool(_NAME.search(text))),
        float(is_person),
        float(Cue.LEADER in query.cues and bool(data.get("role"))),
        float(_names_group(asked, passage)),
        float(bool(query.people) and not any(person in passage.embedded_text for person in query.people)),
    ]


def headed(passage: Passage) -> str:
    """A passage's text with the heading or bullet that it stands under, which may hold its figure."""
    above = [line for line in passage.data.get("under", ())[-1:] if not _is_numbering(line, passage.text)]
    return " ".join((*above, _MARKER.sub("", passage.text)))


def _is_numbering(line: str, text: str) -> bool:
    """Whether a line above a text is only its place in a list ("4"), not its figure ("5,5 mill", "174")."""
    counts_nothing = len(text.split()) > _WORDS_OF_CARD or is_person_name(text)
    return bool(_NUMBERING.fullmatch(line.strip())) and counts_nothing


def _has_new_number(query: Query, text: str) -> bool:
    """The numbers of a question are given, not asked for. A count may stand in words: "fem dager"."""
    in_words = any(found.lower() not in query.text.lower() for found in A_COUNT.findall(text))
    return in_words or any(found not in query.text for found in _NUMBERS.findall(text))


def has_time(text: str) -> bool:
    """Whether a text tells a time: a year, month, season or span."""
    return bool(_TIME.search(text))


def _has_time(passage: Passage) -> bool:
    return has_time(headed(passage)) or passage.kind is PassageKind.AGENDA


def _tables_named(asked: Asked, hits: Sequence[Hit], corpus: Corpus) -> set[tuple[str, int, int]]:
    """The tables that have a row other than a sum which the question names by a word of its topic."""
    found = set()
    for hit in hits:
        passage = hit.passage
        if passage.kind is not PassageKind.TABLE_ROW or corpus.is_total(passage):
            continue
        if corpus.term_sets(passage)[2] & asked.topic.keys():
            found.add((passage.sha256, passage.slide, passage.data["table"]))
    return found


def _row(asked: Asked, passage: Passage, corpus: Corpus, named: set[tuple[str, int, int]]) -> list[float]:
    """Of a table row: whether it has a value for the year, and whether it is a sum or a change where that is asked for."""
    if passage.kind is not PassageKind.TABLE_ROW:
        return [0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    is_total = corpus.is_total(passage)
    is_change = Cue.CHANGE in cues(" ".join((*passage.data["under"], passage.data["label"])))
    # Between two years the change is reckoned from the levels.
    wants_change = Cue.CHANGE in asked.query.cues and len(asked.query.years) < 2
    unnamed = (passage.sha256, passage.slide, passage.data["table"]) not in named
    return [
        _filled(asked.query, passage),
        float(is_total),
        float(is_total and Cue.TOTAL in asked.query.cues),
        float(is_total and unnamed and not corpus.is_part(passage, asked.terms)),
        float(is_change and wants_change),
        float(is_change and not wants_change),
    ]


def _without(query: Query, passage: Passage) -> float:
    """Whether a question and a table both leave something out ("uten …", "eksklusive …"): 1, only one of them: -1."""
    if passage.kind is not PassageKind.TABLE_ROW:
        return 0.0
    asked, told = (bool(WITHOUT.search(text)) for text in (query.text, passage.embedded_text))
    return 0.0 if not (asked or told) else 1.0 if asked and told else -1.0


def _is_negative(query: Query, passage: Passage) -> bool:
    """Whether a table row falls in the year asked about, or in any year where none is."""
    if passage.kind is not PassageKind.TABLE_ROW:
        return False
    cells = zip(passage.data["columns"], passage.data["values"], strict=True)
    told = [value for column, value in cells if not query.years or any(year in column for year in query.years)]
    return any(str(value or "").lstrip().startswith(("-", "−", "–")) for value in told)


def _in_decision(passage: Passage) -> bool:
    """Whether a line of minutes stands under the word for a decision or opens with it."""
    return passage.kind is PassageKind.UNIT and any(
        _DECIDED.match(line) for line in (*passage.data["under"], passage.text)
    )


def _filled(query: Query, passage: Passage) -> float:
    """1 when a row has a value for the year asked about, -1 for an empty cell or no such year, 0 when none is asked."""
    if not query.years:
        return 0.0
    data = passage.data
    if any(year in data["label"] for year in query.years):
        return 1.0
    cells = zip(data["columns"], data["values"], strict=True)
    return 1.0 if any(value for column, value in cells if any(year in column for year in query.years)) else -1.0


def _missing(asked: Asked, passage: Passage, corpus: Corpus) -> list[float]:
    """What the question asks for and the passage has not; at last whether it has the question's most telling terms."""
    query = asked.query
    has_year = any(year in passage.embedded_text for year in query.years)
    all_terms = corpus.term_sets(passage)[0]
    return [
        float(asked.wants_number() and not _has_new_number(query, headed(passage))),
        float(Cue.MONEY in query.cues and not _MONEY.search(passage.embedded_text)),
        float(Cue.SHARE in query.cues and not _SHARE.search(passage.embedded_text)),
        float(Cue.WHEN in query.cues and not _has_time(passage)),
        float(bool(query.years) and not has_year and not passage.meeting.startswith(query.years)),
        float(corpus.term_sets(passage)[1] <= asked.terms),
        float(
            Cue.HOW_MUCH in query.cues and Cue.HOW_MANY not in query.cues and bool(_MONEY.search(passage.embedded_text))
        ),
        float(bool(_CUT.search(query.text)) and _is_negative(query, passage)),
        _without(query, passage),
        float(asked.counted in all_terms) if asked.counted else 0.0,
        float(asked.counted in corpus.slide_terms(passage)) if asked.counted else 0.0,
        float(bool(asked.telling) and asked.telling[0] in all_terms),
        float(len(asked.telling) > 1 and asked.telling[1] in all_terms),
        float(bool(query.cues & {Cue.DECIDED, Cue.DEBATE}) and _in_decision(passage)),
        float(passage.kind is PassageKind.UNIT and corpus.is_head(passage)),
    ]
