"""What the slides say of an item of the agenda that is no case: what may be brought up under "Dagsaktuelt"."""

from __future__ import annotations

from collections.abc import Sequence

from radsassistent.answers.agenda.order import is_break
from radsassistent.answers.agenda.rows import in_scope, named_by_title
from radsassistent.answers.draft import Draft, statement
from radsassistent.archive import PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted

# What the row of the agenda tells itself.
_OF_ROW = frozenset({Cue.WHEN, Cue.CLOCK, Cue.DURATION, Cue.PRESENT, Cue.WHO, Cue.CASE_TYPE, Cue.WHICH_CASE, Cue.NEXT})
# A slide with more texts than this is more than a word on what the item is for.
MOST_TEXTS = 5


def said_under_item(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The texts of the slides that have an unnumbered item's title, where a question names it and asks for none of its row."""
    if query.cases or query.people or query.slides or query.cues & _OF_ROW or query.wanted is Wanted.TIME:
        return None
    items = [item for item in in_scope(query, corpus) if not item.case and not is_break(item.data["title"])]
    named = named_by_title(items, query)
    if len(named) != 1:
        return None
    item = named[0]
    title = item.data["title"].casefold()
    slides = [
        slide
        for slide in corpus.of_kind(PassageKind.SLIDE)
        if (slide.body, slide.meeting, slide.case) == (item.body, item.meeting, None)
        and str(slide.data["title"]).casefold() == title != slide.text.casefold().strip()
    ]
    told = [statement(line, slide, line) for slide in slides for line in slide.text.split("\n") if line.strip()]
    return Draft(tuple(told)) if 0 < len(told) <= MOST_TEXTS else None
