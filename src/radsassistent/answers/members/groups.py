"""The newest lists of members, and the group of them that a question names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set

from rapidfuzz.distance import Prefix

from radsassistent.archive import Passage
from radsassistent.meetings.bodies import bodies_in, names_body
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue, cues
from radsassistent.search.query import Query
from radsassistent.search.terms import words

_BODY_FOR_SHORT = re.compile(
    r"^(?P<core>\w{4,}?)s?(?:rådet|råd|utvalget|utvalg|utvalet|utval|styret|styre|komiteen|nemnda)s?$"
)
# A word of so few letters is in too many names; an ending has no more than so many.
_SHORTEST_OF_BODY, _LONGEST_ENDING = 5, 2


def newest_lists(members: Sequence[Passage], query: Query) -> list[Passage]:
    """The lists of the meetings named, else of the newest meeting that has any; of those, the ones that a case named has."""
    if query.meetings:
        wanted = {(m.body, m.date) for m in query.meetings}
        found = [m for m in members if (m.body, m.meeting) in wanted]
    else:
        newest = max(((m.meeting, m.body) for m in members), default=None)
        found = [m for m in members if (m.meeting, m.body) == newest]
    return [m for m in found if m.case in query.cases] or found


def group_of(query: Query, members: Sequence[Passage], corpus: Corpus) -> list[Passage]:
    """The members of the group that a question names; else of the body itself, the largest list; all when unsure."""
    groups = Counter(m.data["group"] for m in members)
    # "Helse" in a group's name tells nothing where it stands in the names of organisations too.
    asked = {term for term in query.terms if not begins_body(term, query, members)} - {
        term for m in members for term in corpus.terms(m.data["organisation"] or "")
    }
    named = {group: _group_weight(group, asked, groups, corpus) for group in groups}
    best = max(named.values(), default=0.0)
    if best > 0:
        chosen = [group for group, weight in named.items() if weight == best]
        if len(chosen) == 1:
            return [m for m in members if m.data["group"] == chosen[0]]
    # The question's text is without the body that a meeting is of; the list that is named after it is the body's own.
    bodies = bodies_in(query.question)
    if not bodies and any(begins_body(term, query, members) for term in query.terms):
        bodies = [members[0].body]
    own = {
        m.data["group"]
        for m in members
        if any(names_body(b, m.body) for b in bodies) and names_body(m.data["group"], m.body)
    }
    return [m for m in members if m.data["group"] in own] if len(own) == 1 else list(members)


def begins_body(form: str, query: Query, members: Sequence[Passage]) -> bool:
    """Whether a word is what the name of the lists' body begins with, where a body is spoken of: "the programme board"."""
    bodies = {member.body.casefold() for member in members}
    if any(nicknames(form, body) for body in bodies):
        return True
    if Cue.BODY not in query.cues or len(form) < _SHORTEST_OF_BODY:
        return False
    return any(len(form) - Prefix.similarity(form, b) <= _LONGEST_ENDING < len(b) - len(form) for b in bodies)


def nicknames(word: str, body: str) -> bool:
    """Whether a body is called so for short: "Digirådet" for "Digitaliseringsrådet for samferdsel"."""
    match = _BODY_FOR_SHORT.match(word.casefold())
    return match is not None and any(each.startswith(match["core"]) for each in words(body))


def _group_weight(group: str, asked: set[str], groups: Counter[str], corpus: Corpus) -> float:
    """The weight of the question's terms that stand in this group's name and in no other's; "rådet" names a council."""
    own = set(corpus.terms(group))
    others = {term for other in groups if other != group for term in corpus.terms(other)}
    named = {term for term in asked if _names(term, own)}
    elsewhere = {term for term in named if _names(term, others)}
    return sum(corpus.lexical.weight(term) for term in named - elsewhere)


def _names(term: str, group: Set[str]) -> bool:
    """Whether a term is one of a group's name, or the sort of body that one ends in: "råd" of "porteføljeråd"."""
    return term in group or (Cue.BODY in cues(term) and any(word.endswith(term) for word in group))
