"""The most that there can be of something, by the one text that sets a limit: "Maksimalt tilskudd per prosjekt er 10 mill."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft
from radsassistent.answers.figures.resolution import asked_words
from radsassistent.answers.figures.words import case_terms, fitting
from radsassistent.answers.text.open_answers import said_of
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query

_HOW_MUCH = re.compile(
    r"^\W*(?:og\s+)?(?:hva|kva|(?:hvor|kor)\s+(?:mye|mykje|mange|høy\w*|høg\w*|stor\w*)|what|how\s+(?:much|many|high|large))\b",
    re.IGNORECASE,
)
# What can be, at the most.
_AT_MOST = re.compile(
    r"\b(?:(?:på\s+)?det\s+meste|maks\w*|høyst|høgst|(?:øvre|øvste)\s+grense\w*|(?:det\s+)?høy(?:e)?ste\s+beløp\w*|(?:et\s+|eit\s+)?tak(?:et)?\b(?=\s+(?:for|på))|at\s+most|the\s+most|maximum|upper\s+limit)\b",
    re.IGNORECASE,
)
_CAN = re.compile(r"\b(?:kan|kunne|får|få|mulig|mogleg|lov|for|på|can|may|allowed)\b", re.IGNORECASE)
_LIMITS = re.compile(
    r"\b(?:maks\w*|høyst|høgst|inntil|opptil|inntill|oppad|(?:øvre|øvste)\s+grense\w*|tak(?:et)?\s+(?:på|er|for)|(?:ikke|ikkje)\s+(?:overstige|overskride|være\s+høyere)|up\s+to|at\s+most|maximum)\b",
    re.IGNORECASE,
)
_NOT_OF_LIMITS = frozenset({Cue.PROPOSAL, Cue.DECIDED, Cue.DEBATE, Cue.WHY, Cue.CHANGE, Cue.WHO})


def limit_told(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The text with a figure that says how much there can be at the most of what a question is about; None where a word of it is
    told by nothing of the text's slide, or where several texts are as near.
    """
    asks = _HOW_MUCH.search(query.asked) and _AT_MOST.search(query.asked) and _CAN.search(query.asked)
    if not asks or query.people or query.slides or query.unknown_names or query.cues & _NOT_OF_LIMITS:
        return None
    by_word = asked_words(query, _CAN.sub(" ", _AT_MOST.sub(" ", query.asked)), corpus)
    found: dict[int, list[Passage]] = {}
    for unit in corpus.of_kind(PassageKind.UNIT):
        if not (_LIMITS.search(unit.text) and re.search(r"\d", unit.text) and _in_scope(unit, query)):
            continue
        own = set(corpus.terms(unit.text))
        told = own | corpus.slide_terms(unit) | case_terms(unit, corpus)
        near = sum(bool(fitting(forms, own)) for forms in by_word)
        if near and all(fitting(forms, told) for forms in by_word):
            found.setdefault(near, []).append(unit)
    nearest = found[max(found)] if found else []
    return Draft((said_of(nearest[0], query),)) if len(nearest) == 1 else None


def _in_scope(unit: Passage, query: Query) -> bool:
    of_meeting = not query.meetings or MeetingKey(unit.body, unit.meeting) in query.meetings
    return of_meeting and (not query.cases or unit.case in query.cases)
