"""What the words of a question say of members, and who satisfies all of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from radsassistent.answers.members.called import asked_words
from radsassistent.answers.members.facts import leaders
from radsassistent.answers.members.groups import begins_body
from radsassistent.answers.members.word_fits import WordFits
from radsassistent.answers.members.wording import (
    ALTERNATIVES,
    HEAD_OF,
    IN_TITLE,
    LEADS,
    LEADS_UNIT,
    OTHER_THAN,
    SORT_ASKED,
)
from radsassistent.answers.members.words import Told, role_told, same_word, standing, title_parts
from radsassistent.archive import Passage
from radsassistent.meetings.bodies import bodies_in, names_body
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.names import nearly
from radsassistent.search.query import Query
from radsassistent.search.terms import begins_alike, is_english, stem, words

_LEADER = re.compile(r"(?:leder|leiar|sjef|ansvarlig|ansvarleg)$")
_LEADS_ANYTHING = re.compile(r"\w*(?:leder|leiar|sjef|direktør|rektor|head|chief)\b", re.IGNORECASE)
_SECOND = re.compile(
    r"\b(?:nestled\w*|nestlei\w*|vara?led\w*|vice-?\s*chair\w*|deputy\s+(?:chair|leader|head)\w*)", re.IGNORECASE
)
_LEADS_BODY = re.compile(
    r"\b(?:rådet|utvalget|utvalet|styret|nemnda|komiteen|komitéen|forumet|the\s+(?:council|board|committee))\b",
    re.IGNORECASE,
)
_LEADS_SOMETHING = re.compile(
    r"\b(?:leder\w*|leia\w*|sjef\w*|head|chief|boss|manager)\s+(?:for|av|i|på|hos|ved|of|at)\s+(?!(?:\w+\s+)?\w*(?:råd|utval|styre|gruppe|gruppa|nemnd|komit|council|board|committee))",
    re.IGNORECASE,
)


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
    constraints = [fits for fits in (_of_people(text, query, pool),) if fits is not None]
    of_leader, leads = _of_leader(text, query, pool)
    constraints += [of_leader] if of_leader is not None else []
    sort = SORT_ASKED.match(text)
    fits_of = WordFits(
        text,
        query,
        pool,
        corpus,
        labels=detail_labels(members),
        best=best,
        in_title=IN_TITLE.search(text) is not None,
    )
    in_group = group_terms(query, grouped_by or pool, members, corpus, always=bool(grouped_by))
    names = {word for name in query.people for word in words(name)}
    unexplained: list[str] = []
    untelling: list[Mapping[Told, list[Passage]]] = []
    for forms in asked_words(text, in_english=is_english(query.text)):
        word = forms[0]
        of_name = any(same_word(name, form) or nearly(name, form) for name in names for form in forms)
        asked_sort = sort is not None and query.people and word == sort["sort"].lower()
        if of_name or asked_sort or (leads and LEADS.fullmatch(word)):
            continue
        if fits_of.is_untelling(forms):
            untelling.append(fits_of.of_untelling(forms))
            continue
        # "Digitaliseringsdirektøren" is a title also where a group's name begins alike.
        grouped = title_parts(word) is None and any(
            names_group_by(stem(form), in_group, corpus) or begins_body(form, query, members) for form in forms
        )
        fits = fits_of.of(forms, grouped=grouped)
        if fits:
            constraints.append(fits)
        elif not (grouped or fits_of.always_said(forms)):
            unexplained.append(word)
    for fits in untelling:
        if fits and satisfying([*constraints, fits], pool, ""):
            constraints.append(fits)
    return constraints, unexplained


def _of_people(text: str, query: Query, pool: Sequence[Passage]) -> Mapping[Told, list[Passage]] | None:
    """Those who are named, or all but those."""
    if not query.people:
        return None
    left_out = OTHER_THAN.search(text) is not None
    meant = {*query.people, *_of_last_name(query, pool)}
    named = [m for m in pool if (m.data["name"] in meant) is not left_out]
    return {Told.ROLE if left_out else Told.NAME: named}


def _of_leader(text: str, query: Query, pool: Sequence[Passage]) -> tuple[Mapping[Told, list[Passage]] | None, bool]:
    """Those who lead, where who does is asked for, and whether it is."""
    of_something = _LEADS_SOMETHING.search(text) is not None
    of_body = HEAD_OF.search(text) is not None or (Cue.LEADER in query.cues and LEADS.search(text) is not None)
    leads = of_something or of_body
    if not leads or (LEADS_UNIT.search(text) and not of_something):
        return None, leads
    led = leaders(query, pool, asked=True)
    if _SECOND.search(text):
        return {Told.ROLE: led}, leads
    # "Sjef for akuttklinikken" is its "klinikksjef".
    leading = _LEADS_ANYTHING if of_something else LEADS
    titled = (m for m in pool if leading.search(str(m.data["title"] or "")) or _leads_own_group(m))
    # A "direktør (nestleder)" leads by that role or not at all.
    by_title = [m for m in titled if of_something or not role_told(m)]
    if led and _LEADS_BODY.search(query.question) and not of_something:
        # "Hvem leder rådet?": who has that role, not who leads something else.
        return {Told.ROLE: led}, leads
    return ({Told.ROLE: led, Told.TITLE: by_title} if led else {Told.TITLE: by_title}), leads


def _of_last_name(query: Query, pool: Sequence[Passage]) -> list[str]:
    """Those who have a name that is asked by itself in theirs: "hvem har Andersen i navnet"."""
    if len(query.people) != 1 or query.people[0].split()[0].casefold() in query.asked.casefold():
        return []
    last = query.people[0].split()[-1]
    return [str(m.data["name"]) for m in pool if last in str(m.data["name"]).split()]


def detail_labels(members: Sequence[Passage]) -> set[str]:
    """The stems of what the lists call where members stand besides their organisations: "kommune", "sektor"."""
    return {stem(word) for member in members for label, _ in standing(member) for word in words(label)}


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
        for kind in _in_order(fits):
            narrowed = [m for m in found if m in fits.get(kind, ())]
            if narrowed:
                found = narrowed
                break
    return found


def _in_order(fits: Mapping[Told, list[Passage]]) -> list[Told]:
    """By what a word is taken first: where it stands for one of several in a heading, the title of those who have it."""
    kinds = list(Told)
    detail, title = fits.get(Told.DETAIL, ()), fits.get(Told.TITLE, ())
    if title and len(title) < len(detail) and all(m in detail for m in title):
        kinds.remove(Told.DETAIL)
        kinds.append(Told.DETAIL)
    return kinds


def either(constraints: Sequence[Mapping[Told, list[Passage]]], pool: Sequence[Passage]) -> list[Passage]:
    """Of several organisations, titles or names the members of any, where nothing else is said."""
    for kind in (Told.ORGANISATION, Told.DETAIL, Told.TITLE, Told.NAME):
        if all(kind in fits for fits in constraints):
            key = "organisation" if kind is Told.ORGANISATION else "name"
            sets = [{m.data[key] for m in fits[kind]} for fits in constraints]
            # A word that many organisations have ("kommune") is said of each of those that are named.
            telling = [names for names in sets if not any(other < names for other in sets)]
            named = set().union(*telling)
            return [m for m in pool if m.data[key] in named]
    return []
