"""Which of those who present cases are members, and which are not: the agenda held against the lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft, Statement, Support, listed
from radsassistent.answers.members.constraints import constraints_of, satisfying
from radsassistent.answers.members.groups import newest_lists
from radsassistent.answers.members.lists_meant import groups_named, own_group
from radsassistent.answers.members.reading import read
from radsassistent.answers.members.statements import distinct, person
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.people import each_person
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted

_PRESENTS = re.compile(
    r"\b(?:(?:legg\w*|lagt|la)\s+(?:(?:\w+\s+){0,3}?)fr[ae]m|fr[ae]mlegg\w*|(?:hold\w*|held|har|gir)\s+(?:(?:et|eit|an|a)\s+)?(?:innlegg\w*|presentasjon\w*|orientering\w*|talks?)|"
    r"presenter(?:er|e|ar|te)|innled\w*|innlei\w*|orienter(?:er|e|ar)|(?:står|er)\s+(?:oppført\s+)?(?:på|i)\s+(?:dagsorden\w*|agenda\w*|sakslist\w*|program\w*|talelist\w*)|"
    r"present(?:s|ing)?|speak(?:s|ing)?|presenters?|innleder\w*|foredragsholder\w*|on\s+the\s+agenda)\b(?:\s+(?:noen|nokon|en|ein|any|a)?\s*(?:saker|saka|sak|saken|sakene|cases?|items?))?",
    re.IGNORECASE,
)
_A_MEMBER = re.compile(r"\b(?:(?:råds|utvalgs|styre)?medlem\w*|members?)\b", re.IGNORECASE)
_AT_MEETING = re.compile(
    r"\b(?:selv|sjølv|themselves|dagens|i\s+møtet|på\s+møtet|(?:in|at)\s+(?:the|this)\s+meeting|møtet|innlegg\w*|saker|sakene)\b",
    re.IGNORECASE,
)


def presenting_members(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Those who present and are members, or, where that is denied, who are not; of an organisation where one is named."""
    presents = _PRESENTS.search(query.asked)
    if presents is None or not _A_MEMBER.search(query.asked) or query.cases or query.people or query.years:
        return None
    if query.wanted not in (Wanted.PERSON, Wanted.LIST, Wanted.NUMBER) or query.cues & {
        Cue.CLOCK,
        Cue.WHEN,
        Cue.PROPOSAL,
    }:
        return None
    members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query)
    rows = [row for row in corpus.of_kind(PassageKind.AGENDA) if members and row.meeting == members[0].meeting]
    presenters = {
        name: row for row in reversed(rows) for name in each_person(row.data["presenter"]) if name in corpus.names
    }
    reading = read(_AT_MEETING.sub(" ", query.asked[: presents.start()] + " " + query.asked[presents.end() :]))
    groups = groups_named(reading.text, members, corpus)
    pool = [m for m in members if m.data["group"] == (groups[0] if len(groups) == 1 else own_group(members))]
    text = reading.text
    denied = any(_A_MEMBER.search(said) or groups_named(said, members, corpus) for said in reading.left_out)
    if not presenters or not pool or (reading.left_out and not denied):
        return None
    if denied:
        return (
            None
            if constraints_of(text, query, pool, members, corpus)[1]
            else _no_members(presenters, pool, corpus, query)
        )
    constraints, unexplained = constraints_of(text, query, pool, members, corpus)
    if unexplained:
        return None
    found = [m for m in satisfying(constraints, pool, text) if _row_of(m, presenters, corpus) is not None]
    if not found:
        return Draft.abstaining("Det står ikke i dokumentene.")
    told = []
    for member in distinct(found):
        row, said = _row_of(member, presenters, corpus), person(member, query)
        told.append(Statement(said.text, (*said.support, *((Support(row, str(row.data["title"])),) if row else ()))))
    return Draft(tuple(told))


def _row_of(member: Passage, presenters: dict[str, Passage], corpus: Corpus) -> Passage | None:
    """The first row of the agenda that a member presents, in any spelling of the name."""
    name = str(member.data["name"])
    return next((presenters[each] for each in (name, *corpus.spellings.get(name, ())) if each in presenters), None)


def _no_members(presenters: dict[str, Passage], pool: Sequence[Passage], corpus: Corpus, query: Query) -> Draft | None:
    names = {m.data["name"] for m in pool} | {other for m in pool for other in corpus.spellings.get(m.data["name"], ())}
    found = {name: row for name, row in reversed(presenters.items()) if name not in names}
    if not found:
        return None
    said = [f"{name} ({row.data['organisation']})" if row.data["organisation"] else name for name, row in found.items()]
    supports = tuple(Support(row, name) for name, row in found.items())
    if Cue.HOW_MANY in query.cues:
        return Draft((Statement(f"{len(said)}: {listed(said)}.", supports, (str(len(said)),)),))
    return Draft((Statement(f"{listed(said)}.", supports),))
