"""What a list tells of its members besides title, organisation and role: who stands in for them, how long they sit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft, Statement, Support, listed
from radsassistent.answers.members.facts import represented_by
from radsassistent.answers.members.groups import newest_lists
from radsassistent.answers.members.reading import asks_whether
from radsassistent.answers.members.statements import detail_told
from radsassistent.answers.members.wording import STAND_IN
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import stem, terms, words

# What lists call the time for which somebody sits, and what it is asked for by.
_TERM = re.compile(
    r"\b(?:oppnevnt|oppnemnd|valgt|vald|utnevnt|periode\w*|funksjonstid|sitter|sit|til\s+og\s+med|term|until)\b|"
    r"^(?:ut|til|t\.?\s?o\.?\s?m\.?)$",
    re.IGNORECASE,
)
_BODY = r"(?:\w*rådet|\w*utvalget|\w*utvalet|\w*styret|nemnda|komit[eé]en|council|board|committee)"
_ASKS_TERM = re.compile(
    r"\b(?:oppnevnt|oppnemnd|valgt|vald|utnevnt|\w*periode\w*|\w*verv(?:et)?|funksjonstid|på\s+valg|på\s+val|term|until|"
    r"(?:sitter|sit)\s+(?:\w+\s+){0,3}?(?:til|ut|lenge)|(?:lenge|til)\s+(?:sitter|sit)|serves?\s+(?:\w+\s+){0,2}?(?:until|to|till)|"
    rf"(?:ferdig\w*|plass|sete|igjen|att)\s+(?:i|på)\s+{_BODY}|leav(?:es?|ing)\s+(?:the\s+)?{_BODY}|"
    r"ferdig\w*\s+(?:\w+\s+){0,3}?ved\s+(?:nyttår|årsskiftet)|(?:går|trer|gå|tre)\s+(?:\w+\s+){0,3}?(?:ut|av))\b",
    re.IGNORECASE,
)

# Who leaves then has the year of the meeting in the list.
_NEW_YEAR = re.compile(
    r"\bved\s+(?:nyttår|årsskiftet|årets\s+slutt|utgangen\s+av\s+året)\b|\b(?:at|by)\s+(?:the\s+)?(?:end\s+of\s+the\s+year|new\s+year)\b",
    re.IGNORECASE,
)

# Since when, until when or how long somebody sits.
_HOW_LONG = re.compile(
    r"\b(?:(?:hvor|kor)\s+lenge|how\s+long|når|since\s+when|when)\s+(?:\w+\s+){0,4}?(?:sitter|sit|sitte|sittet|satt|medlem\w*|ledet|leder|leiar|leia|members?|sat|sits?)\b.*",
    re.IGNORECASE,
)

_BY_WHOM = re.compile(r"\b(?:av|fra|frå|by)\b", re.IGNORECASE)
_MEMBER = re.compile(r"\b(?:\w*medlem|member|representant)\w*", re.IGNORECASE)
# "Var" has the stem of "vara", which is what lists call a stand-in.
_WAS = frozenset({"var", "vart"})


def member_detail(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What the newest lists say of those named under the heading that is asked for, or of whom they say what is named: "hvem går
    ut i 2027".
    """
    members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query)
    asked = [(member, label, value) for member in members for label, value in _details(member, query)]
    if not asked and not query.cases and _HOW_LONG.search(query.asked) and _of_members(query):
        return Draft.abstaining("Det står ikke i dokumentene.")
    if not asked:
        return _beside_member(query, members)
    saying = [each for each in asked if _says(each[2], query, each[0].meeting)]
    if saying:
        return _together(saying) if len({label for _, label, _ in saying}) == 1 else None
    named = [m for m in members if m.data["name"] in query.people] or represented_by(query, members, corpus)
    told = [(member, label, value) for member, label, value in asked if member in named]
    return Draft(tuple(detail_told(*each) for each in told)) if told else None


def _of_members(query: Query) -> bool:
    """Whether it is somebody of a council whose time is asked for: people sit in other places than councils too."""
    return bool(
        query.people or query.unknown_names or query.cues & {Cue.BODY, Cue.LEADER} or _MEMBER.search(query.text)
    )


def _beside_member(query: Query, members: Sequence[Passage]) -> Draft | None:
    """What a list says of one who stands on it only beside a member: whose stand-in it is, where it is asked who that is or
    whether that is a member.
    """
    if (
        query.cases
        or query.years
        or not (query.cues & {Cue.MEMBER, Cue.BODY, Cue.WHO, Cue.TITLE} or asks_whether(query.asked))
    ):
        return None
    names = {str(member.data["name"]) for member in members}
    told = [
        detail_told(member, str(label), str(value))
        for member in members
        for label, value in member.data.get("details", ())
        if value not in names and _says(str(value), query)
    ]
    return Draft(tuple(told)) if told and STAND_IN.search(" ".join(each.text for each in told)) else None


def _details(member: Passage, query: Query) -> list[tuple[str, str]]:
    """The details of a member that a question asks for, each with what the list calls it."""
    found = []
    # A word by itself: "kommunesektoren" does not ask for the sector.
    asked = {stem(word) for word in words(query.asked) if word.lower() not in _WAS}
    for label, value in member.data.get("details", ()):
        by_kind = _TERM.search(label) and _ASKS_TERM.search(query.text)
        own = set(terms(label))
        # Who stands in for a party's member is not that member's party.
        by_label = own and own <= asked and not STAND_IN.search(query.text)
        if by_kind or by_label:
            found.append((str(label), str(value)))
    by_whom = [each for each in found if _BY_WHOM.search(each[0])]
    if len(by_whom) in (0, len(found)):
        return found
    # Who chose somebody is another thing than for how long.
    return by_whom if query.wanted is Wanted.PERSON else [each for each in found if each not in by_whom]


def _says(value: str, query: Query, meeting: str = "") -> bool:
    """Whether a detail is what a question names: the stand-in, the year."""
    if any(year in value for year in query.years):
        return True
    if meeting and not query.years and _NEW_YEAR.search(query.text) and meeting[:4] in value:
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
