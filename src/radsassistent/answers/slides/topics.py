"""What a slide says of the one thing that it is called by, in brief; and which slides a line that several have marks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from radsassistent.answers.decisions.proposal_facts import in_scope
from radsassistent.answers.draft import Draft, statement
from radsassistent.answers.figures.words import case_terms
from radsassistent.answers.text.brevity import BRIEF_WORDS, shortened, titled, within
from radsassistent.answers.text.open_answers import said_of
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.features import covered
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.style import limits
from radsassistent.search.terms import begins_alike, stem, terms

# "Status for Lykter", "kort om Lykter", "hva er Lykter for noe": all that there is to say of it.
_ABOUT = re.compile(
    r"^\W*(?:(?:hva|kva|what)\s+(?:er|is)\b.+\bfor\s+(?:noe|noko)\b|(?:kort\s+|litt\s+)?(?:status|stoda|tilstand\w*)\s+(?:for|på|i|med)\b|"
    r"(?:helt\s+|litt\s+|ganske\s+)?(?:kort|briefly)\s+(?:om|about)\b|(?:hvordan|korleis|how)\s+(?:går|ligger|står|is|are)\b)",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"\b(?:hv(?:em|a|ilke[nt]?|or|orfor|ordan)|når|kven|kva|kor|kvifor|korleis|who|what|which|when|where|why|how)\b",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    stem(word) for word in "status stoda tilstand tilstanden kort litt går ligger står til an helt".split()
)
# A title is what is asked about when it has all of its words and these are so much of the title's own.
_OF_TITLE = 0.3
_MOST_WORDS = 70
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


def slide_about(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What the slide says whose title is what a question asks about as a whole: the likeliest of its texts, in their order."""
    whole = _ABOUT.search(query.text) is not None
    named = query.cases or query.people or query.slides or query.unknown_names
    bare = Cue.BRIEF in query.cues and not _QUESTION.search(query.text)
    if named or query.wanted is not Wanted.TEXT or not ((whole and Cue.BRIEF in query.cues) or bare):
        return None
    asked = corpus.topic(query.asked, _GENERIC) or corpus.weights(query.asked, _GENERIC)
    found: dict[tuple[str, int], Passage] = {}
    for passage in (*corpus.of_kind(PassageKind.UNIT), *corpus.of_kind(PassageKind.SLIDE)):
        title = str(passage.data.get("title") or "")
        own = corpus.terms(title)
        if not asked or not in_scope(passage, query) or not all(begins_alike(t, own) or t in own for t in asked):
            continue
        if sum(begins_alike(term, asked) for term in set(terms(title))) >= _OF_TITLE * max(1, len(set(terms(title)))):
            found.setdefault((passage.sha256, passage.slide), passage)
    if not found or len({passage.case for passage in found.values()}) > 1:
        return None
    order = list(dict.fromkeys((hit.passage.sha256, hit.passage.slide) for hit in hits))
    place, first = min(found.items(), key=lambda each: order.index(each[0]) if each[0] in order else len(order))
    units = corpus.units_on(place)
    units = [unit for unit in units if unit.text.strip() != first.data["title"] and not corpus.is_head(unit)]
    likely = {hit.passage.id: hit.chance for hit in hits}
    ranked = sorted(units, key=lambda unit: -likely.get(unit.id, 0.0))
    if not units and first.kind is PassageKind.SLIDE:
        return _of_lines(first)
    most = min(limits(query.question).words or _MOST_WORDS, BRIEF_WORDS if Cue.BRIEF in query.cues else _MOST_WORDS)
    # What is too long for all of the answer gives way to what is not.
    chosen = within([unit for unit in ranked if len(unit.text.split()) <= most] or ranked, most)
    if not chosen:
        return None
    said = [said_of(unit, query) for unit in units if unit in chosen]
    return Draft((titled(said[0], [unit.text for unit in chosen], str(first.data["title"])), *said[1:]))


def _of_lines(slide: Passage) -> Draft | None:
    """What a slide says that has no texts of its own to be found, as one of a break."""
    lines = [line for line in slide.text.splitlines() if line.strip() and line.strip() != slide.data.get("title")]
    told = [statement(line.strip(), slide, line.strip()) for line in lines if len(line.split()) > 1]
    return Draft(tuple(shortened(told, BRIEF_WORDS))) if told else None


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
