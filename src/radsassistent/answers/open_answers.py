"""Answers from running text: the bullets and sentences that answer, word for word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from radsassistent.answers.draft import Draft, Statement, Support, statement
from radsassistent.answers.numbers import numbers
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.find import Hit
from radsassistent.search.query import Query, Wanted

# How many passages of the search are looked at as answers.
CANDIDATES = 60
# Weight of the share of the question that a unit accounts for, of its fit to the question word, and of the year.
SHARE_WEIGHT = 3.0
FORM_WEIGHT = 0.8
YEAR_WEIGHT = 1.0
SLIDE_WEIGHT = 0.3
# A further unit of the same slide is said too when its score is at least this close to the best.
MARGIN = 0.8
# At most this many units are said, and at most this many words once the first is.
MOST_UNITS = 3
MOST_WORDS = 60
# Below these the documents do not tell: the score of the best unit, and its cosine similarity to the question (the
# built-in embedder's; another embedder has another scale). Measured: docs/measurements.md, "Abstention".
SCORE_CUTOFF = 7.5
DENSE_CUTOFF = 0.84
# What a name in the question that no document has adds to the score that is needed.
UNKNOWN_NAME = 3.5

# A list of at most this many slides is said whole.
MOST_LISTED = 8
# An item of a list with at most this many words says little without the others.
SHORT_ITEM = 6

_LISTS = re.compile(r"\b(list\w*|topp\w*|hvilke|kva\s+for|nevn|viktigste|alle|øverst|punkt\w*)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d")
_AMOUNT = re.compile(r"\d[\d .,]*\s*(?:%|mill|mnok|kr|prosent|milliard)|[<>]?\d+", re.IGNORECASE)
_ASKS_MONEY = re.compile(
    r"\b(kost\w*|kroner|beløp\w*|budsjett\w*|pris\w*|penger|pengar|rutte|millioner|betal\w*|cost\w*)\b", re.IGNORECASE
)
_MONEY = re.compile(r"\b(kr|kroner|mill|mnok|nok|mrd|milliard\w*|million\w*)\b|\dmnok", re.IGNORECASE)
_SUM_OF_MONEY = re.compile(r"\d[\d .,]*\s*(?:kr|kroner|mill|mnok|nok|mrd|milliard\w*|million\w*)\b", re.IGNORECASE)
_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ASKS_COUNT = re.compile(r"\b(hvor\s+mange|kor\s+mange|antall|how\s+many)\b", re.IGNORECASE)
_ASKS_SHARE = re.compile(r"\b(prosent\w*|andel\w*|percent)\b", re.IGNORECASE)
_SHARE = re.compile(r"%|\bprosent|\bandel|\b(?:halvparten|tredjedel|fjerdedel|alle|ingen|flertall\w*)\b", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}\.\s*\w+|\b(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|"
    r"sommer\w*|høst\w*|vår\w*|vinter\w*|kvartal|halvår|medio|ultimo|q[1-4]|kl\.)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-ZÆØÅ][a-zæøå]+\s+(?:[A-ZÆØÅ][\w-]+\s*)+")


@dataclass(frozen=True, slots=True)
class _Unit:
    passage: Passage
    score: float
    share: float
    dense: float
    found: float


def open_answer(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The best unit of text and those beside it that answer as well; None when nothing accounts for the question."""
    units = _ranked(query, hits, corpus)
    units = [unit for unit in units if _answers_form(query, unit.passage)]
    if not units or not tells(query, units[0]):
        return None
    best = units[0]
    whole = _section(query, best.passage, corpus) or _siblings(best.passage, corpus)
    if whole:
        return Draft(tuple(whole), confidence=best.found)
    chosen = [best, *_beside(best, units)]
    statements = [_said(unit.passage) for unit in chosen]
    statements.extend(_children(best.passage, corpus, chosen))
    return Draft(tuple(_short(statements)), confidence=best.found)


def tells(query: Query, unit: _Unit) -> bool:
    """Whether a unit is near enough to the question for its words to be the answer."""
    needed = SCORE_CUTOFF + UNKNOWN_NAME * len(query.unknown_names)
    return unit.score >= needed and unit.dense >= DENSE_CUTOFF


def _answers_form(query: Query, passage: Passage) -> bool:
    """A question for an amount or a time is answered only by text that has one, and of the year asked about."""
    text = passage.text
    if query.wanted is Wanted.NUMBER and not _has_amount(query, f"{text} {_head(passage)}"):
        return False
    if query.wanted is Wanted.TIME and not _TIME.search(text):
        return False
    if query.years and not any(year in passage.embedded_text for year in query.years):
        # A text without any year is of the meeting's own.
        return not re.search(r"\b20\d\d\b", text) and passage.meeting[:4] in query.years
    return True


def _has_amount(query: Query, text: str) -> bool:
    """Whether a text has a number that the question does not have itself, in the unit that the question asks for."""
    if _ASKS_MONEY.search(query.text) and not _MONEY.search(text):
        return False
    if _ASKS_SHARE.search(query.text) and not _SHARE.search(text):
        return False
    if _ASKS_COUNT.search(query.text) and not _ASKS_SHARE.search(query.text) and not _ASKS_MONEY.search(query.text):
        text = _SUM_OF_MONEY.sub(" ", text)
    new: set[Decimal] = set(numbers(_A_YEAR.sub(" ", text))) - set(numbers(query.text))
    return bool(new)


def _ranked(query: Query, hits: Sequence[Hit], corpus: Corpus) -> list[_Unit]:
    asked = corpus.weights(query.text)
    total = sum(asked.values()) or 1.0
    slide_scores: dict[tuple[str, int], float] = {}
    for hit in hits:
        slide_scores.setdefault((hit.passage.sha256, hit.passage.slide), hit.score)
    units = []
    for hit in [hit for hit in hits if _can_answer(hit.passage)][:CANDIDATES]:
        passage = hit.passage
        own = set(corpus.terms(passage.embedded_text))
        share = sum(weight for term, weight in asked.items() if term in own) / total
        score = (
            hit.score
            + SHARE_WEIGHT * share
            + FORM_WEIGHT * _form(query, passage.text)
            + YEAR_WEIGHT * _years(query, passage)
            + SLIDE_WEIGHT * slide_scores[passage.sha256, passage.slide]
        )
        units.append(_Unit(passage, score, share, hit.dense, hit.score))
    return sorted(units, key=lambda unit: -unit.score)


def _can_answer(passage: Passage) -> bool:
    return passage.kind in (PassageKind.UNIT, PassageKind.PROPOSAL)


def _form(query: Query, text: str) -> float:
    """Whether a text has the form that the question word asks for: a number, a time, a name."""
    if query.wanted is Wanted.NUMBER:
        return 1.0 if _AMOUNT.search(text) else (0.0 if _NUMBER.search(text) else -0.5)
    if query.wanted is Wanted.TIME:
        return 1.0 if _TIME.search(text) else -0.5
    if query.wanted is Wanted.PERSON:
        return 0.5 if _NAME.search(text) else 0.0
    return 0.0


def _years(query: Query, passage: Passage) -> float:
    """1 when the text has a year asked about, -1 when it has another one instead."""
    if not query.years:
        return 0.0
    if any(year in passage.embedded_text for year in query.years):
        return 1.0
    return -1.0 if re.search(r"\b20\d\d\b", passage.text) else 0.0


def _beside(best: _Unit, units: Sequence[_Unit]) -> list[_Unit]:
    here = (best.passage.sha256, best.passage.slide)
    close = [
        unit
        for unit in units[1:]
        if (unit.passage.sha256, unit.passage.slide) == here and unit.score >= best.score - MARGIN
    ]
    return close[: MOST_UNITS - 1]


def _children(parent: Passage, corpus: Corpus, chosen: Sequence[_Unit]) -> list[Statement]:
    """What stands under a line that only leads in ("Nye medlemmer fra Helsedirektoratet:")."""
    if not parent.text.rstrip().endswith(":"):
        return []
    lead = parent.text.rstrip(": ")
    taken = {unit.passage.id for unit in chosen}
    return [
        _said(passage)
        for passage in corpus.of_kind(PassageKind.UNIT)
        if (passage.sha256, passage.slide) == (parent.sha256, parent.slide)
        and passage.id not in taken
        and lead in passage.data["under"]
    ]


def _section(query: Query, best: Passage, corpus: Corpus) -> list[Statement]:
    """Asked for a list that a part of the deck is called by ("Topp 5 …"): what each slide of that part says."""
    section = best.data.get("section")
    if not section or query.wanted not in (Wanted.LIST, Wanted.TEXT) or not _LISTS.search(query.text):
        return []
    named, said = set(corpus.terms(section)), set(corpus.terms(best.text))
    if len(named & set(query.terms)) <= len((said - named) & set(query.terms)):
        return []
    found = [
        passage
        for passage in corpus.of_kind(PassageKind.UNIT)
        if passage.data.get("section") == section
        and passage.sha256 == best.sha256
        and passage.case == best.case
        and passage.text == passage.data["title"]
    ]
    return [statement(passage.text, passage) for passage in found] if 2 <= len(found) <= MOST_LISTED else []


def _siblings(best: Passage, corpus: Corpus) -> list[Statement]:
    """A short item of a list ("Torkil Clementsen") says little alone: the whole list under its lead-in is the answer."""
    under = best.data.get("under")
    if not under or len(best.text.split()) > SHORT_ITEM:
        return []
    items = [
        passage
        for passage in corpus.of_kind(PassageKind.UNIT)
        if (passage.sha256, passage.slide) == (best.sha256, best.slide) and passage.data["under"] == under
    ]
    if len(items) < 2 or any(len(item.text.split()) > SHORT_ITEM for item in items):
        return []
    text = f"{under[-1]}: {', '.join(item.text for item in items)}."
    return [Statement(text, tuple(Support(item, item.text) for item in items))]


def _said(passage: Passage) -> Statement:
    """The words of the slide, with what they stand under in front when they say little alone."""
    text = passage.text.strip()
    head = _head(passage)
    quoted = text if text.endswith((".", "!", "?", ":", "»")) else f"{text}."
    return statement(
        f"{head}: {quoted}" if head and head.casefold() not in text.casefold() else quoted, passage, passage.text
    )


def _head(passage: Passage) -> str:
    under = passage.data.get("under") or ()
    return str(under[-1] if under else passage.data.get("title", "")).rstrip(":")


def _short(statements: Sequence[Statement]) -> list[Statement]:
    said: list[Statement] = []
    words = 0
    for each in statements:
        words += len(each.text.split())
        if said and words > MOST_WORDS:
            break
        said.append(each)
    return said
