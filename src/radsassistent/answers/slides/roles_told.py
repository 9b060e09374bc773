"""All that somebody is said to be or do, on whichever slides: as a member, in a table, beside what they answer for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.agenda.rows import said
from radsassistent.answers.draft import Draft, Statement, Support, statement
from radsassistent.answers.members.statements import person
from radsassistent.answers.text.open_answers import said_of
from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.letters import CAPITAL
from radsassistent.search.corpus import Corpus
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query

_ROLES = re.compile(
    r"\b(?:hvilke|kva(?:\s+for)?|alle|what|which|all)\s+(?:\w+\s+){0,2}?(?:roller|rollar|rollene|verv|funksjoner|funksjonar|hatter|hattar|roles)\b",
    re.IGNORECASE,
)
_NAME = re.compile(rf"\b{CAPITAL}[\w'’.-]+(?:\s+{CAPITAL}[\w'’.-]+)+")
# So many are told at most.
_MOST = 8


def roles_told(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What each slide that names the one person whose roles are asked for says of them; None where one slide alone does."""
    if not _ROLES.search(query.text) or len(query.people) > 1 or query.cases:
        return None
    names = query.people or tuple(_NAME.findall(query.text[1:]))
    if len(names) != 1:
        return None
    told: dict[tuple[str, int, int], Statement] = {}
    for kind in (PassageKind.MEMBER, PassageKind.AGENDA, PassageKind.TABLE_ROW, PassageKind.UNIT):
        for passage in corpus.of_kind(kind):
            if names[0] in passage.text:
                # Each case that somebody presents; else one thing a slide.
                own = passage.id if kind is PassageKind.AGENDA else 0
                told.setdefault((passage.sha256, passage.slide, own), _said(passage, names[0], query))
    slides = {place[:2] for place in told}
    order = sorted(told, key=lambda place: (place[1], place[2]))
    return Draft(tuple(told[place] for place in order[:_MOST])) if len(slides) > 1 else None


def _said(passage: Passage, name: str, query: Query) -> Statement:
    if passage.kind is PassageKind.MEMBER:
        return person(passage, query)
    if passage.kind is PassageKind.AGENDA:
        return said(passage, query)
    if passage.kind is PassageKind.TABLE_ROW:
        columns = zip(passage.data["columns"], passage.data["values"], strict=True)
        column = next((str(column) for column, value in columns if value and name in str(value)), "")
        lead = f"{passage.data['label']}, {column}: " if column else ""
        return Statement(f"{lead}{name}.", (Support(passage, name),))
    return said_of(passage) if len(passage.text.split()) > len(name.split()) else statement(f"{name}.", passage, name)
