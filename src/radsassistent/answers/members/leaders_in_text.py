"""Who leads a group that no list is of: the line that says it, under the group's heading or in a sentence that names it."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.answers.members.facts import asked_to_lead, is_generic
from radsassistent.answers.members.wording import SAID
from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.bodies import bodies_in, names_body
from radsassistent.meetings.outcomes import sentences
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.terms import STOP_WORDS, begins_alike, stem, words

_NAME = rf"(?-i:{CAPITAL}[\w.’'-]*(?:[\s-]+{CAPITAL}[\w.’'-]*)+)"
_LEADER = r"(?:gruppe|utvalgs?|utvals?|prosjekt|nemnds?|komit[eé]|team|under)?(?:leder|leiar|leader|chair)"
_TELLS = re.compile(
    rf"{_NAME}\s*\((?:{_LEADER})\)|\b(?:led[ea]?t|ledes|leda|leidd|led|headed|chaired)\s+(?:av|by)\s+(?:\w+\s+)?{_NAME}|"
    rf"\b{_LEADER}(?:en)?\s*(?::|\ber\b|\bis\b|–)\s*{_NAME}|{_NAME},?\s+(?:er\s+|som\s+|is\s+)?{_LEADER}\s+(?:av|for|i|of)\b|{_NAME}\s+(?:leder|leiar|leads|chairs)\b",
    re.IGNORECASE,
)
# What groups are called as such, which tells none of them from another.
_GROUP = re.compile(
    r"(?:(?:arbeids)?grupp(?:e|en|a)|(?:under)?utval(?:g|get|et)?|nemnd[a]?|komit[eé](?:en)?|team(?:et)?|prosjekt(?:et)?|group|committee|team|project)$"
)


def leader_in_text(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The one line that says who leads what is asked for, which is neither the body nor a list of members; of several councils
    that have such a group it is not clear which is meant.
    """
    what = asked_to_lead(query)
    if what is None or query.people or query.cases:
        return None
    if any(names_body(name, meeting.body) for name in bodies_in(what) for meeting in corpus.meetings):
        return None
    named = [
        word
        for word in words(what)
        if not (word in STOP_WORDS or word in SAID or _GROUP.match(word) or is_generic(stem(word)))
    ]
    meetings = query.meetings or corpus.newest_of_bodies
    units = [u for u in corpus.of_kind(PassageKind.UNIT) if named and MeetingKey(u.body, u.meeting) in meetings]
    listed = {term for m in corpus.of_kind(PassageKind.MEMBER) for term in corpus.terms(str(m.data["group"] or ""))}
    if not units or all(begins_alike(stem(word), listed) for word in named):
        return None
    told = {said.text: said for unit in units if (said := _said(unit, named, units, corpus)) is not None}
    return Draft(tuple(told.values())) if len(told) == 1 else None


def _said(unit: Passage, named: Sequence[str], units: Sequence[Passage], corpus: Corpus) -> Statement | None:
    """What a line says of who leads what is named: of a sentence that names it, else of all that stands under one heading."""
    for sentence in sentences(unit.text):
        if _TELLS.search(sentence) and _has(named, set(corpus.terms(sentence)), corpus):
            return Statement(f"{sentence.rstrip('.')}.", (Support(unit, sentence),))
    under = unit.data["under"]
    if not under or not _TELLS.search(unit.text):
        return None
    beside = [u.text for u in units if (u.sha256, u.slide, u.data["under"]) == (unit.sha256, unit.slide, under)]
    if len([text for text in beside if _TELLS.search(text)]) > 1:
        return None
    terms = set(corpus.terms(" ".join((under[-1], *beside))))
    if not _has(named, terms, corpus):
        return None
    return Statement(f"{under[-1].rstrip(':')}: {unit.text.rstrip('.')}.", (Support(unit, unit.text),))


def _has(named: Sequence[str], terms: Set[str], corpus: Corpus) -> bool:
    """Whether each word is among the terms, or a compound that begins with one: "høringssvarene" of what is for "høringer"."""
    return all(
        begins_alike(stem(word), terms)
        or stem(word) in terms
        or any(len(term) >= _SHORTEST and word.startswith(term) for term in terms)
        for word in named
    )


# A compound begins with a word of so many letters.
_SHORTEST = 5
