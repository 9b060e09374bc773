"""Figures with their names that stand by themselves on a slide ("Ramme: 152,6 mill kr"), by period where they stand under one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft
from radsassistent.answers.open_answers import ASKS_MONEY, has_form, said_of
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.features import covered
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import begins_alike, stem, terms

_NAMED_FIGURE = re.compile(r"^(?P<name>[^\d:]*[^\W\d_]{2,}[^\d:]*):\s*(?:kr\.?\s*)?[><~]?\d[^:]*$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# The slide of a figure has so much of the weight of what a question is about.
ABOUT = 0.7
# What needs more figures than one.
_RECKONED = frozenset({Cue.CHANGE, Cue.EXTREME, Cue.SHARE})
# What a name may have besides the question's words.
_WHOLE = frozenset(
    stem(word) for word in "antall antal sum total totalt samlet samla alle til sammen number overall".split()
)


def named_figure(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The one figure that a question has the whole name of, of the year it asks about, on a slide that is about the rest of it;
    None where several or none is.
    """
    counts = Cue.HOW_MANY in query.cues and not ASKS_MONEY.search(query.text)
    if query.wanted is not Wanted.NUMBER or query.unknown_names or counts or query.cues & _RECKONED:
        # What is counted may be told otherwise elsewhere, and what is reckoned with needs more than one figure.
        return None
    topic = corpus.topic(query.asked)
    asked = {*query.terms, *topic}
    found: dict[int, list[Passage]] = {}
    for passage in (hit.passage for hit in hits if hit.passage.kind is PassageKind.UNIT):
        match = _NAMED_FIGURE.match(passage.text.strip())
        name = set(terms(match["name"])) if match else set()
        own = {term for term in name if begins_alike(term, asked)}
        if not own or not name - own <= _WHOLE or not has_form(query, passage, corpus) or not _of_year(query, passage):
            continue
        if covered(topic, {*corpus.slide_terms(passage), *own}) >= ABOUT:
            found.setdefault(len(own), []).append(passage)
    best = found[max(found)] if found else []
    return Draft((said_of(best[0], query),)) if len(best) == 1 else None


def _of_year(query: Query, passage: Passage) -> bool:
    """Whether a figure is of the year asked about: by the period it stands under, else by its slide's title or the meeting."""
    under = set(_YEAR.findall(" ".join(passage.data["under"])))
    of_slide = under or set(_YEAR.findall(str(passage.data.get("title") or ""))) or {passage.meeting[:4]}
    return not query.years or set(query.years) == of_slide
