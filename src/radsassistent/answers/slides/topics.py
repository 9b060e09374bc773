"""Which slides a line that several have marks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from radsassistent.answers.decisions.proposal_facts import in_scope
from radsassistent.answers.draft import Draft, statement
from radsassistent.answers.figures.words import case_terms
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.features import covered
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import stem

_QUESTION = re.compile(
    r"\b(?:hv(?:em|a|ilke[nt]?|or|orfor|ordan)|når|kven|kva|kor|kvifor|korleis|who|what|which|when|where|why|how)\b",
    re.IGNORECASE,
)
# A line that marks slides is short, stands on at least two and no more than so many of them.
_SHORT_LINE = 6
_FEWEST, _MOST = 2, 10
_LAST_TIME = re.compile(
    r"\b(?:forrige|førre|siste)\s+(?:gang|gong|møte\w*)\b|\b(?:i\s+)?forrige\s+møte\b|\bsist\s+(?:gang|gong|møte|vi\s+møttes)\b",
    re.IGNORECASE,
)
# What else a question for such slides may hint at; anything more asks something of them.
_OF_MARKS = frozenset(
    {Cue.LIST, Cue.NEXT, Cue.HOW, Cue.EDGE, Cue.CASE, Cue.AGENDA, Cue.BRIEF, Cue.EXTREME, Cue.MEETING}
)
# A question has so much of the words of the line.
_OF_LINE = 0.6


def marked_slides(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The titles of the slides of one case that a short line marks, where that is asked for: "Hva er nytt siden sist?"."""
    if (
        query.wanted not in (Wanted.LIST, Wanted.TEXT)
        or query.people
        or query.slides
        or not _QUESTION.search(query.text)
    ):
        return None
    if query.years or query.cues - _OF_MARKS:
        return None
    text = _LAST_TIME.sub("sist", query.asked)
    asked = {*query.terms, *(stem(word) for word in re.findall(r"\w+", text.lower()))}
    lines: dict[tuple[str, str | None, str], dict[int, Passage]] = defaultdict(dict)
    for unit in corpus.of_kind(PassageKind.UNIT):
        if len(unit.text.split()) <= _SHORT_LINE and unit.text != unit.data.get("title") and in_scope(unit, query):
            lines[unit.sha256, unit.case, unit.text.strip().casefold()].setdefault(unit.slide, unit)
    found: list[list[Passage]] = []
    topic = corpus.topic(text)
    for (_, _, line), slides in lines.items():
        words = [stem(word) for word in re.findall(r"[^\W\d_]+", line)]
        titles = {str(unit.data.get("title") or "") for unit in slides.values()}
        marks = _FEWEST <= len(slides) <= _MOST and len(titles) == len(slides) and all(titles)
        if not marks or len(words) < _FEWEST or sum(word in asked for word in words) < _OF_LINE * len(words):
            continue
        rest = {term: weight for term, weight in topic.items() if term not in words and corpus.lexical.has(term)}
        units = list(slides.values())
        # The rest is what the case or the section is called.
        context = set(corpus.terms(" ".join((units[0].context, *titles)))) | case_terms(units[0], corpus)
        if covered(rest, context) >= 1.0 or not rest:
            found.append(units)
    if len(found) != 1:
        return None
    return Draft(tuple(statement(f"{unit.data['title']}.", unit, str(unit.data["title"])) for unit in found[0]))
