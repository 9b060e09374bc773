"""A row of the agenda may be told on two slides, a list of the cases and a timetable: which of them a statement rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from radsassistent.answers.draft import Statement, Support
from radsassistent.archive import Passage
from radsassistent.search.corpus import Corpus, SlideKey

# What a row says on a slide, the most telling first.
_TOLD = ("title", "presenter", "organisation", "case_type", "time", "end", "case")


def elsewhere(passage: Passage) -> list[Passage]:
    """The passage as it stands on the other slides that tell of it."""
    others = passage.data.get("elsewhere", ())
    return [replace(passage, document=name, sha256=sha256, slide=slide) for name, sha256, slide in others]


def keys_with_elsewhere(passage: Passage) -> list[SlideKey]:
    """The slides that tell of a passage."""
    return [(each.sha256, each.slide) for each in (passage, *elsewhere(passage))]


def otherwise_supported(said: Statement, corpus: Corpus) -> Iterator[Statement]:
    """A statement with each support where else its passage stands, then with all of those places together."""
    if not any(support.passage.data.get("elsewhere") for support in said.support):
        return
    moved = [list(_elsewhere(support, corpus)) for support in said.support]
    for place in range(max(map(len, moved))):
        yield replace(said, support=_in_order(said, moved, slice(place, place + 1), alone=True))
    yield replace(said, support=_in_order(said, moved, slice(None), alone=False))


def _in_order(said: Statement, moved: list[list[Support]], wanted: slice, *, alone: bool) -> tuple[Support, ...]:
    found: list[Support] = []
    for support, others in zip(said.support, moved, strict=True):
        chosen = others[wanted]
        found += chosen if chosen and alone else [support, *chosen]
    return tuple(found)


def _elsewhere(support: Support, corpus: Corpus) -> Iterator[Support]:
    for passage in elsewhere(support.passage):
        slide = " ".join(corpus.slide_text(passage.sha256, passage.slide).split())
        quote = next((words for words in _words(support) if " ".join(words.split()) in slide), None)
        if quote is not None:
            yield Support(passage, quote)


def _words(support: Support) -> Iterator[str]:
    yield support.quote
    for key in _TOLD:
        told = support.passage.data.get(key)
        if told:
            yield str(told)
            # An hour is kept with a colon, however it is written.
            yield str(told).replace(":", ".")
