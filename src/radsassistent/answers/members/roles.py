"""Answers from the lists of members as lists: who stands in, for which organisations they sit, that a body has no list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from radsassistent.answers.draft import Draft
from radsassistent.answers.members.constraints import constraints_of, satisfying
from radsassistent.answers.members.facts import group_of, newest_lists
from radsassistent.answers.members.statements import detail_told, distinct, people, person
from radsassistent.answers.members.wording import (
    LEADER_AWAY,
    MET,
    OF_ELSE,
    STAND_IN,
)
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.bodies import names_body
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import begins_alike, stem
from radsassistent.search.understand import NAME_RATIO

_SEVERAL = re.compile(r",|\b(?:og|and)\b|/", re.IGNORECASE)
# A body by a name of its own; "rådet" alone is none.
_NAMED_BODY = re.compile(
    r"\b\w{3,}(?:råd(?:et)?|styre[t]?|utval(?:g|get|et)?|komit[eé](?:en)?|nemnd[a]?)\b", re.IGNORECASE
)

_MEMBERS_OF = re.compile(
    r"\b(?:medlems?(?:list\w*|oversikt\w*|mer|mene)?|medlemmer|medlemmene|medlemmane|medlemer|members?|sammensetning\w*)\b",
    re.IGNORECASE,
)

_ROLE_WORD = re.compile(r"\b\w+(?:leder|leiar|direktør|sjef|sekretær|koordinator|formann)\b", re.IGNORECASE)
_BEFORE_SOMEBODY = re.compile(r"\b(?:[Ff]ør|[Ee]tter|[Bb]efore|[Aa]fter)\s+[A-ZÆØÅ]")
# "Har hun ledet rådet før?": what was before is on no list.
_ONCE = re.compile(
    r"\b(?:har|hadde|var|has|was)\b.*\b(?:før|tidligere|tidlegare|before|previously)\s*\?*$|\b(?:tidligere|tidlegare|forrige|førre|former|previous)\s+(?:\w*leder|leiar|medlem\w*|members?|chair)",
    re.IGNORECASE,
)


def role_not_named(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """A role that no document names ("nestleder") is known not to be there, nor who had one before or after somebody."""
    of_seat = query.cues & {Cue.LEADER, Cue.MEMBER, Cue.BODY}
    if (
        of_seat
        and query.wanted is Wanted.PERSON
        and query.people
        and not query.cases
        and _BEFORE_SOMEBODY.search(query.text)
    ):
        return Draft.abstaining(f"Dokumentene sier ikke hvem som hadde rollen før eller etter {query.people[0]}.")
    if of_seat and not query.cases and _ONCE.search(query.asked):
        return Draft.abstaining("Det står ikke i dokumentene.")
    for match in _ROLE_WORD.finditer(query.text):
        word = match[0].lower().replace("leiar", "leder")
        if not any(corpus.lexical.has(stem(form)) for form in (word, word.replace("leder", "leiar"))):
            return Draft.abstaining(f"Dokumentene oppgir ingen {word}.")
    return None


def deputy_leader(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Who stands in for a leader who is away: the deputy leader, where the lists have one."""
    if query.wanted is not Wanted.PERSON or not LEADER_AWAY.search(query.text) or query.cases or query.people:
        return None
    pool = group_of(query, newest_lists(corpus.of_kind(PassageKind.MEMBER), query), corpus)
    found = [m for m in pool if re.match(r"nest|vara?led|vice", str(m.data["role"] or ""), re.IGNORECASE)]
    return Draft(tuple(person(m, query) for m in distinct(found))) if found else None


def stand_ins(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Whom the lists have as stand-ins, by their role or by the list that they stand on, where it is not asked who met."""
    if not STAND_IN.search(query.text) or MET.search(query.text) or query.cases or query.years:
        return None
    if query.cues & OF_ELSE or (query.wanted not in (Wanted.PERSON, Wanted.LIST, Wanted.NUMBER)):
        return None
    members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query)
    pool = [m for m in members if _stands_in(m)]
    if query.people:
        return _stand_in_of(query, members, pool)
    text = STAND_IN.sub(" ", query.asked).strip(" ?")
    constraints, unexplained = constraints_of(text, query, pool, pool, corpus)
    found = [] if unexplained else satisfying(constraints, pool, text)
    return people(found, query) if found else _beside_members(text, query, members, corpus)


def _stand_in_of(query: Query, members: Sequence[Passage], pool: Sequence[Passage]) -> Draft | None:
    """Who would sit for somebody who is named; that nobody is told of where others have somebody who would."""
    found = [m for m in pool if any(name in str(m.data["role"]) for name in query.people)]
    if found:
        return people(found, query)
    others = any(re.search(r"\bfor\s+[A-ZÆØÅ]", str(m.data["role"] or "")) for m in pool)
    known = any(m.data["name"] in query.people for m in members)
    return Draft.abstaining("Dokumentene oppgir ingen vara.") if others and known else None


def _beside_members(text: str, query: Query, members: Sequence[Passage], corpus: Corpus) -> Draft | None:
    """The stand-ins whom a list tells beside its members, of the members whom a question is for."""
    constraints, unexplained = constraints_of(text, query, members, members, corpus)
    found = [] if unexplained or not constraints else satisfying(constraints, members, text)
    told = [
        detail_told(member, str(label), str(value))
        for member in distinct(found)
        for label, value in member.data.get("details", ())
        if STAND_IN.search(str(label))
    ]
    return Draft(tuple(told)) if told else None


def _stands_in(member: Passage) -> bool:
    role, group = str(member.data["role"] or ""), str(member.data["group"] or "")
    # "Varamedlemmer, observatører og sekretariat" are not all of them stand-ins.
    return bool(STAND_IN.search(role)) or (not role and bool(STAND_IN.match(group)) and not _SEVERAL.search(group))


def body_without_list(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Who sits in or leads a body that no list of members is of ("Strategirådet") is known not to be there."""
    asks_list = query.wanted in (Wanted.PERSON, Wanted.NUMBER, Wanted.LIST) or _MEMBERS_OF.search(query.asked)
    if not asks_list or not (query.cues & {Cue.MEMBER, Cue.LEADER} or _MEMBERS_OF.search(query.asked)):
        return None
    # The members' own organisations may be bodies too.
    listed_terms = {
        term
        for m in corpus.of_kind(PassageKind.MEMBER)
        for term in corpus.terms(f"{m.data['group']} {m.data['organisation'] or ''}")
    }
    for match in _NAMED_BODY.finditer(query.text):
        name = stem(match[0].lower())
        spelt = any(fuzz.ratio(name, term) >= NAME_RATIO for term in listed_terms)
        own = any(names_body(match[0], m.body) for m in corpus.of_kind(PassageKind.MEMBER))
        if listed_terms and not (spelt or own) and not begins_alike(name, listed_terms):
            return Draft.abstaining(f"Dokumentene har ingen liste over hvem som sitter i {match[0]}.")
    return None
