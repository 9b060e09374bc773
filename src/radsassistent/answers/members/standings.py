"""Which municipalities, parties or sectors members stand for, by the word that their list itself has for it."""

from __future__ import annotations

from collections.abc import Sequence

from radsassistent.answers.draft import Draft, Statement, Support, listed
from radsassistent.answers.members.constraints import constraints_of, detail_labels, satisfying
from radsassistent.answers.members.groups import group_of, newest_lists
from radsassistent.answers.members.statements import distinct, once, person
from radsassistent.answers.members.wording import OF_ELSE, SEATED, SORT_SAID
from radsassistent.answers.members.words import standing
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.english import norwegian_terms
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.terms import stem, words

# More people than this are told of by what they stand for alone.
_MOST_NAMED = 2


def standings(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What those stand for whom a question means, where that is asked for by the list's own word: "hvilket parti hører
    nestlederen til?", "hvilke kommuner kommer medlemmene fra?".
    """
    asked = SORT_SAID.search(query.asked)
    if asked is None or query.cases or query.years or query.cues & OF_ELSE:
        return None
    members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query)
    sorts = {stem(asked["sort"].lower()), *norwegian_terms(asked["sort"])}
    if not sorts & detail_labels(members) or not (
        query.people or query.cues & {Cue.MEMBER, Cue.BODY, Cue.LEADER} or SEATED.search(query.asked)
    ):
        return None
    pool = [m for m in group_of(query, members, corpus) if _told(m, sorts)]
    text = f"{query.asked[: asked.start('sort')]}{query.asked[asked.end('sort') :]}".strip(" ?")
    constraints, unexplained = constraints_of(text, query, pool, members, corpus)
    found = [] if unexplained else satisfying(constraints, pool, text)
    if not found:
        return None
    if len(distinct(found)) <= _MOST_NAMED and Cue.HOW_MANY not in query.cues:
        return Draft(tuple(once(person(m, query) for m in distinct(found))))
    first: dict[str, Passage] = {}
    for member in found:
        for value in _told(member, sorts):
            first.setdefault(value, member)
    count = f"{len(first)}: " if Cue.HOW_MANY in query.cues else ""
    supports = tuple(Support(member, value) for value, member in first.items())
    return Draft((Statement(f"{count}{listed(list(first))}.", supports, (str(len(first)),) if count else ()),))


def _told(member: Passage, sorts: set[str]) -> list[str]:
    return [value for label, value in standing(member) if sorts & set(map(stem, words(label)))]
