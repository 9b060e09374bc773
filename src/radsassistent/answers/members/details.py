"""What a list tells of its members besides title, organisation and role: who stands in for them, how long they sit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft, Statement, Support, listed
from radsassistent.answers.members.facts import newest_lists, represented_by
from radsassistent.answers.members.statements import detail_told
from radsassistent.answers.members.wording import MET
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import terms

# What lists call it, and what it is asked for by.
_KINDS = (
    (
        re.compile(r"\b(?:vara\w*|stedfortred\w*|deputy|substitute)\b", re.IGNORECASE),
        re.compile(
            r"\b(?:vara\w*|stedfortred\w*|(?:i\s+stedet|isteden|i\s+staden|istaden)\s+for|steppe[rt]?\s+inn|deput(?:y|ies)|"
            r"substitutes?|stands?[- ]in)\b",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(
            r"\b(?:oppnevnt|oppnemnd|valgt|vald|utnevnt|periode\w*|funksjonstid|sitter|sit|til\s+og\s+med|term|until)\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:oppnevnt|oppnemnd|valgt|vald|utnevnt|\w*periode\w*|funksjonstid|på\s+valg|på\s+val|term|until|"
            r"(?:sitter|sit)\s+(?:\w+\s+){0,3}?(?:til|lenge)|(?:lenge|til)\s+(?:sitter|sit)|(?:går|trer|gå|tre)\s+(?:\w+\s+){0,3}?(?:ut|av))\b",
            re.IGNORECASE,
        ),
    ),
)

# Since when, until when or how long somebody sits.
_HOW_LONG = re.compile(
    r"\b(?:(?:hvor|kor)\s+lenge|how\s+long|når|since\s+when|when)\s+(?:\w+\s+){0,4}?(?:sitter|sit|sitte|sittet|satt|medlem\w*|ledet|leder|leiar|leia|members?|sat|sits?)\b.*",
    re.IGNORECASE,
)
_STAND_IN = re.compile(
    r"\b(?:vara(?:medlem\w*|representant\w*|person\w*)?|stedfortred\w*|deput(?:y|ies)|substitutes?)\b", re.IGNORECASE
)


def member_detail(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What the newest lists say of those named under the heading that is asked for, or of whom they say what is named: "hvem er
    vara for …", "hvem er … vara for", "hvem går ut i 2027".
    """
    if MET.search(query.text) and any(p.data["instead_of"] for p in corpus.of_kind(PassageKind.ATTENDANCE)):
        # Who sat in somebody's seat is told by the minutes.
        return None
    members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query)
    asked = [(member, label, value) for member in members for label, value in _details(member, query)]
    if not asked and _HOW_LONG.search(query.asked) and not query.cases:
        return Draft.abstaining("Det står ikke i dokumentene.")
    if not asked:
        return _without_stand_ins(query, members, corpus)
    saying = [each for each in asked if _says(each[2], query)]
    if saying:
        return _together(saying) if len({label for _, label, _ in saying}) == 1 else None
    named = [m for m in members if m.data["name"] in query.people] or represented_by(query, members, corpus)
    told = [(member, label, value) for member, label, value in asked if member in named]
    return Draft(tuple(detail_told(*each) for each in told)) if told else None


def _without_stand_ins(query: Query, members: Sequence[Passage], corpus: Corpus) -> Draft | None:
    """Who stands in for somebody is known not to be told where neither a list of members nor one of who met has any stand-in."""
    if not members or not _STAND_IN.search(query.text) or query.wanted is not Wanted.PERSON or query.cases:
        return None
    roles = " ".join(str(member.data["role"] or "") for member in members)
    met = any(person.data["instead_of"] for person in corpus.of_kind(PassageKind.ATTENDANCE))
    told = met or _STAND_IN.search(roles) or any(map(_STAND_IN.fullmatch, corpus.words))
    return None if told else Draft.abstaining("Dokumentene oppgir ingen vara.")


def _details(member: Passage, query: Query) -> list[tuple[str, str]]:
    """The details of a member that a question asks for, each with what the list calls it."""
    found = []
    for label, value in member.data.get("details", ()):
        by_kind = any(called.search(label) and asks.search(query.text) for called, asks in _KINDS)
        own = set(terms(label))
        # Who stands in for a party's member is not that member's party.
        by_label = own and own <= set(query.terms) and not _STAND_IN.search(query.text)
        if by_kind or by_label:
            found.append((str(label), str(value)))
    return found


def _says(value: str, query: Query) -> bool:
    """Whether a detail is what a question names: the stand-in, the year."""
    if any(year in value for year in query.years):
        return True
    return len(value.split()) > 1 and bool(re.search(rf"(?<!\w){re.escape(value)}s?(?!\w)", query.text, re.IGNORECASE))


def _together(found: Sequence[tuple[Passage, str, str]]) -> Draft:
    """Several of whom a list says the same, in one sentence; one alone as any other."""
    values = {value for _, _, value in found}
    if len(found) == 1 or len(values) > 1:
        return Draft(tuple(detail_told(*each) for each in found))
    _, label, value = found[0]
    names = [str(member.data["name"]) for member, _, _ in found]
    supports = tuple(Support(member, name) for (member, _, _), name in zip(found, names, strict=True))
    return Draft((Statement(f"{label} {value}: {listed(names)}.", supports),))
