"""What the words of a question say of members, and who satisfies all of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from radsassistent.answers.members.facts import begins_body, is_always_said, is_generic, leaders
from radsassistent.answers.members.wording import (
    ALTERNATIVES,
    HEAD_OF,
    IN_TITLE,
    LEADS,
    LEADS_UNIT,
    OTHER_THAN,
    SAID,
    SORT_ASKED,
)
from radsassistent.answers.members.words import (
    HEAD,
    ITSELF,
    KIND,
    LEGAL_SORTS,
    TAIL,
    Told,
    also_called,
    asked_words,
    fitting,
    standing,
)
from radsassistent.archive import Passage
from radsassistent.meetings.bodies import bodies_in, names_body
from radsassistent.search.abbreviations import UNTELLING
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.query import Query
from radsassistent.search.terms import begins_alike, is_english, stem, words

# A word of the lists is meant by another from this nearness on where no other comes within a third of it. Of 45 words for those
# whom members of three invented councils could sit for, 18 of them on the lists, 15 found theirs and 1 other somebody.
NEAR_ENOUGH, CLEARLY = 0.35, 1.5
# Members who are told of by the same word are as near.
NEAR = 0.98
_SHORTEST_NEAR = 5
_LEADER = re.compile(r"(?:leder|leiar|sjef|ansvarlig|ansvarleg)$")


def constraints_of(
    text: str,
    query: Query,
    pool: Sequence[Passage],
    members: Sequence[Passage],
    corpus: Corpus,
    grouped_by: Sequence[Passage] = (),
    *,
    best: bool = True,
) -> tuple[list[Mapping[Told, list[Passage]]], list[str]]:
    """What each word of a question says of members, and the words that say nothing of anybody; words that name the group of
    `grouped_by`, else of the pool where that is not all, say no more.
    """
    constraints: list[Mapping[Told, list[Passage]]] = []
    unexplained: list[str] = []
    if query.people:
        left_out = OTHER_THAN.search(text) is not None
        meant = {*query.people, *_of_last_name(query, pool)}
        named = [m for m in pool if (m.data["name"] in meant) is not left_out]
        constraints.append({Told.ROLE if left_out else Told.NAME: named})
    in_title = IN_TITLE.search(text) is not None
    of_unit = LEADS_UNIT.search(text) is not None
    leads = (Cue.LEADER in query.cues and LEADS.search(text) is not None) or HEAD_OF.search(text) is not None
    if leads and not of_unit:
        led = leaders(query, pool, asked=True)
        by_title = [m for m in pool if LEADS.search(str(m.data["title"] or "")) or _leads_own_group(m)]
        constraints.append({Told.ROLE: led, Told.TITLE: by_title} if led else {Told.TITLE: by_title})
    in_group = group_terms(query, grouped_by or pool, members, corpus, always=bool(grouped_by))
    sort = SORT_ASKED.match(text)
    asked_sort = sort["sort"].lower() if sort and query.people else None
    names = {stem(word) for name in query.people for word in words(name)}
    labels = detail_labels(members)
    for forms in asked_words(text, in_english=is_english(query.text)):
        word = forms[0]
        if stem(word) in names or any(same in names for same in map(stem, forms)) or word == asked_sort:
            continue
        if (leads and LEADS.fullmatch(word)) or (
            not in_title and word not in LEGAL_SORTS and all(stem(form) in UNTELLING for form in forms[-1:])
        ):
            continue
        asks_detail = any(stem(form) in labels for form in forms)
        generic = asks_detail or any(is_always_said(stem(form)) or form in SAID for form in forms)
        grouped = any(
            names_group_by(stem(form), in_group, corpus) or begins_body(form, query, members) for form in forms
        )
        titled = LEADS.fullmatch(word) is not None
        kinds = (
            [Told.ROLE] if grouped or (generic and not titled) else [Told.ROLE, Told.TITLE] if generic else list(Told)
        )
        if in_title and not generic and not grouped:
            kinds = [Told.TITLE]
        if query.people:
            kinds = [kind for kind in kinds if kind is not Told.NAME]
        fits = (
            {}
            if stem(word) == stem("medlem")
            else fitting(
                forms, pool, corpus, kinds, ITSELF if generic else HEAD if grouped else KIND, best=best and not in_title
            )
        )
        if not fits and not grouped and (not generic or _sat_for(word, text)) and (others := also_called(forms)):
            fits = fitting(others, pool, corpus, [Told.ROLE, Told.ORGANISATION, Told.TITLE], TAIL, best=False)
        if not fits and not generic and not grouped and not any(is_generic(stem(form)) for form in forms):
            fits = _nearest(forms, query, pool, corpus)
        if fits:
            constraints.append(fits)
        elif not generic and not grouped and not any(is_generic(stem(form)) for form in forms):
            unexplained.append(word)
    return constraints, unexplained


def _of_last_name(query: Query, pool: Sequence[Passage]) -> list[str]:
    """Those who have a name that is asked by itself in theirs: "hvem har Andersen i navnet"."""
    if len(query.people) != 1 or query.people[0].split()[0].casefold() in query.asked.casefold():
        return []
    last = query.people[0].split()[-1]
    return [str(m.data["name"]) for m in pool if last in str(m.data["name"]).split()]


def detail_labels(members: Sequence[Passage]) -> set[str]:
    """The stems of what the lists call where members stand besides their organisations: "kommune", "sektor"."""
    return {stem(word) for member in members for label, _ in standing(member) for word in words(label)}


def _nearest(
    forms: Sequence[str], query: Query, pool: Sequence[Passage], corpus: Corpus
) -> Mapping[Told, list[Passage]]:
    """The members of the one organisation that comes nearest in meaning to a word that no list has; nobody for a name, or where
    others come nearly as near.
    """
    word = forms[0]
    if not pool or len(word) < _SHORTEST_NEAR or re.search(rf"\b{re.escape(word)}", query.question) is None:
        return {}
    near = corpus.word_space.nearest(forms, pool)[0].max(axis=1)
    best = float(near.max())
    found = [member for member, nearness in zip(pool, near, strict=True) if nearness >= NEAR * best]
    others = [float(nearness) for member, nearness in zip(pool, near, strict=True) if member not in found]
    one = len({member.data["organisation"] or member.data["name"] for member in found}) == 1
    if best < NEAR_ENOUGH or not one or max(others, default=0.0) * CLEARLY > best:
        return {}
    return {Told.ORGANISATION: found}


def _sat_for(word: str, text: str) -> bool:
    """Whether somebody is said to sit for whom a word names: "for de ansatte"."""
    return (
        re.search(rf"\b(?:for|vegner?\s+av|representer\w*)\s+(?:(?:alle|de|dei|the)\s+)?{re.escape(word)}", text, re.I)
        is not None
    )


def _leads_own_group(member: Passage) -> bool:
    """Whether a title is of who leads the very list that somebody stands on: "sekretariatsleder" under "Sekretariat"."""
    group, title = str(member.data["group"] or "").casefold(), str(member.data["title"] or "").casefold()
    return bool(group) and title.startswith(group) and _LEADER.search(title) is not None


def group_terms(
    query: Query, pool: Sequence[Passage], members: Sequence[Passage], corpus: Corpus, *, always: bool = False
) -> set[str]:
    """The terms by which a question may name the group of the pool, or the body that it is of."""
    named = (
        {term for m in pool for term in corpus.terms(m.data["group"])} if always or len(pool) < len(members) else set()
    )
    if len({m.data["group"] for m in members}) == 1:
        named |= {term for m in pool for term in corpus.terms(m.data["group"])}
    bodies = [name for name in bodies_in(query.question) if any(names_body(name, m.body) for m in members)]
    return named | {stem(word) for name in bodies for word in words(name)}


def names_group_by(term: str, named: set[str], corpus: Corpus) -> bool:
    begins = begins_alike(term, named) or any(begins_alike(name, (term,)) for name in named)
    return begins or any(form in named for form in corpus.abbreviated_by(term))


def satisfying(
    constraints: Sequence[Mapping[Told, list[Passage]]], pool: Sequence[Passage], text: str
) -> list[Passage]:
    """The members who satisfy all that is said; of a word that fits in several ways the first that leaves anybody."""
    found = list(pool)
    for fits in constraints:
        found = [m for m in found if any(m in fit for fit in fits.values())]
    if not found and ALTERNATIVES.search(text):
        return either(constraints, pool)
    for fits in constraints:
        for kind in Told:
            narrowed = [m for m in found if m in fits.get(kind, ())]
            if narrowed:
                found = narrowed
                break
    return found


def either(constraints: Sequence[Mapping[Told, list[Passage]]], pool: Sequence[Passage]) -> list[Passage]:
    """Of two organisations the members of either, where nothing else is said."""
    if not all(set(fits) == {Told.ORGANISATION} for fits in constraints):
        return []
    sets = [{m.data["organisation"] for m in fits[Told.ORGANISATION]} for fits in constraints]
    # A word that many organisations have ("kommune") is said of each of those that are named.
    telling = [names for names in sets if not any(other < names for other in sets)]
    named = set().union(*telling)
    return [m for m in pool if m.data["organisation"] in named]
