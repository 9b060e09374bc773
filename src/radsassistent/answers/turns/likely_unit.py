"""How likely each text of the slides just told answers the turn that goes on from them: "hvem står bak den vurderingen?".

A logistic regression, whose weights are in likely_unit.json, made by `python -m radsassistent.evaluation.train_follow_ups`, which
tells its cross-validated gain. It is asked last: of what nothing else finds an answer to.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from radsassistent.answers.draft import Draft
from radsassistent.answers.text.open_answers import open_answer
from radsassistent.answers.turns.spoken_of import OF_RECORDS, told_by_text
from radsassistent.answers.turns.told_slides import REASON, WHY, has, has_what_is_asked, own
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.answer_types import TYPES
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.pronouns import points_to_person
from radsassistent.search.query import Query, Wanted
from radsassistent.search.rank import nothing
from radsassistent.search.terms import begins_alike, terms
from radsassistent.search.turn import Turn

FEATURES = (
    "bias",
    # Of the ranker, asked of these slides alone: the unit's share of all chances, the log-odds that none answers.
    "share",
    "nothing",
    # How much nearer in meaning the unit is than the slides' units are.
    "nearer",
    # Of the turn's words, by their weight: those that the unit has, that its slide has, and that only other slides have.
    "in_unit",
    "on_slide",
    "elsewhere",
    "points_back",
    "goes_on",
    "yes_no",
    "reason",
    "told_already",
    "below_told",
    # Of the words of the turn before, those that the unit has.
    "of_before",
    "units",
    "told_by_text",
    "figures",
)
# A unit answers where it does at least so likely. Of 26 turns, of five sets of conversations, that nothing else answers, 10 are
# answered so, cross-validated; 1 is answered wrongly, and 2 that the documents do not tell.
LIKELY = 0.3
# Others are told beside it where they are at least so likely, of its own likelihood.
_BESIDE = 0.5
# A turn with so many words that the slide lacks all of is about something else.
_WORDS_OF_ELSE = 3
_GOES_ON = re.compile(r"^\s*(?:og|men|så|and|but|so)\b", re.IGNORECASE)


_silent: ContextVar[bool] = ContextVar("silent", default=False)


@contextmanager
def silent() -> Iterator[None]:
    """Inside it no unit is likely; for what is left without an answer by all else, which the weights are fitted to."""
    before = _silent.set(True)
    try:
        yield
    finally:
        _silent.reset(before)


def concerns(query: Query) -> bool:
    """Whether a question may go on with a text: it names no case, person, slide or meeting, and asks for no record of one."""
    named = query.cases or query.people or query.slides or query.meetings or query.cues & OF_RECORDS
    return not named and not points_to_person(query.text) and not query.text.rstrip().endswith((".", "!"))


def likely_unit(query: Query, hits: Sequence[Hit], turn: Turn, corpus: Corpus, *, points_back: bool) -> Draft | None:
    """What the likeliest unit of the slides just told says; None where none is likely to answer.

    `hits` are those of `query`, which is asked of these slides alone, in the ranker's order.
    """
    if _silent.get():
        return None
    found, rows = unit_features(query, hits, turn, corpus, points_back=points_back)
    if not found:
        return None
    chances = 1 / (1 + np.exp(-(rows @ _weights())))
    best = int(chances.argmax())
    if chances[best] < LIKELY:
        return None
    order = sorted(range(len(found)), key=lambda n: (n != best, -chances[n]))
    likely = [found[n]._replace(chance=float(chances[n])) for n in order if chances[n] >= _BESIDE * chances[best]]
    return open_answer(query, likely, corpus)


@lru_cache(maxsize=1)
def _weights() -> NDArray[np.float64]:
    """The weights that ship with the program; features without a weight count nothing."""
    text = (resources.files("radsassistent.answers.turns") / "likely_unit.json").read_text(encoding="utf-8")
    raw = json.loads(text)
    return np.array([raw.get(name, 0.0) for name in FEATURES], dtype=np.float64)


def unit_features(
    query: Query, hits: Sequence[Hit], turn: Turn, corpus: Corpus, *, points_back: bool
) -> tuple[list[Hit], NDArray[np.float64]]:
    """The units among the hits that have the form asked for, and their features (n, FEATURES)."""
    units = [hit for hit in hits if hit.passage.kind is PassageKind.UNIT]
    words = own(query.text)
    proposed = [set(terms(hit.passage.text)) for hit in hits if hit.passage.kind is PassageKind.PROPOSAL]
    told = {passage.id for passage in turn.told}
    # What was told just now may tell more where that is asked for: "hvor mange prosent blir det?".
    more = bool(words) or query.wanted in (Wanted.NUMBER, Wanted.TIME) or any(k.asked.search(query.text) for k in TYPES)
    found = [
        hit
        for hit in units
        if (more or hit.passage.id not in told)
        and not any(set(terms(hit.passage.text)) <= each for each in proposed)
        and has_what_is_asked(query, hit.passage, corpus)
    ]
    total = sum(hit.chance for hit in hits)
    weight = {word: max((corpus.lexical.weight(form) for form in corpus.asked(word)), default=1.0) for word in words}
    all_words = sum(weight.values()) or 1.0
    elsewhere = {word for word in words if any(corpus.lexical.has(form) for form in corpus.asked(word))}
    on_slide: dict[tuple[str, int], set[str]] = {}
    told_texts = {passage.text for passage in turn.told}
    before = own(turn.query.text)
    mean = sum(hit.dense for hit in units) / len(units) if units else 0.0
    none = min(max(nothing(hits), 0.001), 0.999)
    kept, rows = [], []
    for hit in found:
        unit = hit.passage
        slide = on_slide.setdefault((unit.sha256, unit.slide), _words_on_slide(words, unit, corpus))
        if not slide and len(words) >= _WORDS_OF_ELSE:
            continue
        in_unit = [word for word in words if has(word, unit, corpus)]
        kept.append(hit)
        rows.append(
            [
                1.0,
                hit.chance / total if total else 0.0,
                math.log(none / (1 - none)),
                10 * (hit.dense - mean),
                sum(weight[word] for word in in_unit) / all_words,
                sum(weight[word] for word in slide) / all_words,
                sum(weight[word] for word in elsewhere - slide) / all_words,
                float(points_back),
                float(bool(_GOES_ON.search(query.text))),
                float(Cue.YES_NO in query.cues),
                float(bool(WHY.search(query.text)) and bool(REASON.search(unit.text))),
                float(unit.id in told),
                float(any(str(above) in told_texts for above in unit.data["under"])),
                sum(has(word, unit, corpus) for word in before) / max(1, len(before)),
                math.log(len(units)),
                float(told_by_text(turn)),
                float(bool(turn.figures)),
            ]
        )
    return kept, np.array(rows, dtype=np.float64).reshape(len(kept), len(FEATURES))


def _words_on_slide(words: Sequence[str], unit: Passage, corpus: Corpus) -> set[str]:
    """Which of some words a unit's slide has, in any form."""
    slide = corpus.slide_terms(unit)
    return {word for word in words if any(form in slide or begins_alike(form, slide) for form in corpus.asked(word))}
