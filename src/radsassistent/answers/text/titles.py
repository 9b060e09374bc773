"""Titles that are sentences of their own: "Telttaket settes opp i 2031" answers when it is put up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.archive import PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.passage_facts import has_time
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import begins_alike

# A title that shares fewer words than this with the question may speak of anything about it.
LEAST_WORDS = 2
# How long something lasts or how old somebody is tells no day: "gebyr for 25–28 år", but "om to år", "tre dager før".
_SPAN = re.compile(
    r"(?<!\bom )(?<!\binnen )(?<!\binnan )(?<!\better )(?<!\bin )(?<!\bwithin )\b"
    r"(?:\d+(?:\s*(?:[–-]|til|to)\s*\d+)?|ett|eitt|to|tre|fire|fem|seks|sju|åtte|ni|ti)\s+(?:år|måned\w*|månad\w*|uke\w*|veke\w*|dag\w*|virkedag\w*)\b"
    r"(?!\s+(?:siden|sidan|før|etter|fram|frem|ago|before|after)\b)",
    re.IGNORECASE,
)


def told_by_title(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The one title that has all words of what a question is about and a time, where that is asked for."""
    if query.wanted is not Wanted.TIME or query.unknown_names:
        return None
    topic = corpus.topic(query.asked)
    if len(topic) < LEAST_WORDS:
        return None
    found: dict[str, Hit] = {}
    for hit in hits:
        title = str(hit.passage.data.get("title") or "")
        if hit.passage.kind is not PassageKind.SLIDE or title in found:
            continue
        said = set(corpus.terms(title))
        if _tells_time(query, title) and all(term in said or begins_alike(term, said) for term in topic):
            found[title] = hit
    if len(found) != 1:
        return None
    return _told(*next(iter(found.items())))


def likeliest_title(query: Query, hits: Sequence[Hit]) -> Draft | None:
    """The title of the likeliest slide, where a time is asked for, the title has one and nothing below it answers."""
    if query.wanted is not Wanted.TIME or Cue.EXTREME in query.cues or not hits:
        return None
    first = hits[0].passage
    title = str(first.data.get("title") or "")
    if first.kind not in (PassageKind.UNIT, PassageKind.SLIDE) or not _tells_time(query, title):
        return None
    whole = (hit for hit in hits if hit.passage.kind is PassageKind.SLIDE)
    slide = next((hit for hit in whole if (hit.passage.sha256, hit.passage.slide) == (first.sha256, first.slide)), None)
    return None if slide is None else _told(title, slide)


def _tells_time(query: Query, title: str) -> bool:
    """Whether a title tells the time that is asked for: a span only where it is asked how long."""
    return has_time(title if Cue.DURATION in query.cues else _SPAN.sub(" ", title))


def _told(title: str, slide: Hit) -> Draft:
    stop = "" if title.endswith((".", "?", "!")) else "."
    return Draft((Statement(f"{title}{stop}", (Support(slide.passage, title),)),))
