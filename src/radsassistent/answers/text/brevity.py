"""Which of several texts a brief answer has room for."""

from __future__ import annotations

from collections.abc import Sequence

from radsassistent.answers.draft import Statement
from radsassistent.archive import Passage
from radsassistent.search.terms import terms

# A brief answer in words has at most so many.
BRIEF_WORDS = 28


def within(units: Sequence[Passage], most: int) -> list[Passage]:
    """The first of some texts, and those after it that fit, so that all have at most so many words together."""
    chosen: list[Passage] = []
    words = 0
    for unit in units:
        own = len(unit.text.split())
        if not chosen or words + own <= most:
            chosen.append(unit)
            words += own
    return chosen


def titled(said: Statement, texts: Sequence[str], title: str) -> Statement:
    """A statement with its slide's title before it, where the texts told do not say all of that themselves."""
    told = set(terms(" ".join(texts)))
    if not title or set(terms(title)) <= told or title in said.text:
        return said
    return Statement(f"{title.rstrip(':.')}: {said.text}", said.support)


def shortened(statements: Sequence[Statement], most: int) -> list[Statement]:
    """The first of some statements, and those right after it while all have at most so many words together."""
    said: list[Statement] = []
    words = 0
    for each in statements:
        words += len(each.text.split())
        if said and words > most:
            break
        said.append(each)
    return said
