"""How members are said: one with title and organisation, several as a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from radsassistent.answers.draft import Draft, Statement, Support, listed, statement
from radsassistent.answers.members.words import standing
from radsassistent.archive import Passage
from radsassistent.meetings.people import is_unknown
from radsassistent.search.cues import Cue
from radsassistent.search.query import Query, Wanted

# Lists longer than this are given as names only.
_LONG_LIST = 6


def distinct(members: Sequence[Passage]) -> list[Passage]:
    """The members without those of whom the lists say the same twice."""
    seen: dict[tuple[str, ...], Passage] = {}
    for member in members:
        data = member.data
        seen.setdefault((data["name"], data["title"] or "", data["organisation"] or "", data["group"]), member)
    return list(seen.values())


def person(member: Passage, query: Query, *, with_group: bool = False) -> Statement:
    """A member with role, title and organisation, or no more than what is asked for where that is asked; a seat that has no one
    yet is said to be so.
    """
    data = member.data
    if is_unknown(data["name"]):
        return statement(f"Plassen til {data['organisation']} er «{data['name']}».", member, data["name"])
    brief = _briefly(member, query) if Cue.BRIEF in query.cues else None
    if brief is not None:
        return statement(f"{brief}.", member, brief)
    beside = (f"{label.lower()} {value}".strip() for label, value in standing(member) if value != data["organisation"])
    described = ", ".join(part for part in (data["title"], data["organisation"], *beside) if part)
    role = f" ({data['role']})" if data["role"] else ""
    listed_as = with_group and data["group"] and not data["group"].endswith("?")
    where = f" – {short_group(data['group'])}" if listed_as else ""
    colon = ": " if described else ""
    return statement(f"{data['name']}{role}{colon}{described}{where}.", member, data["name"])


def detail_told(member: Passage, label: str, value: str) -> Statement:
    """What a list tells of a member under a heading: "Kari Berg – vara: Ola Dal."."""
    return Statement(f"{member.data['name']} – {label[:1].lower()}{label[1:]}: {value}.", (Support(member, value),))


def _briefly(member: Passage, query: Query) -> str | None:
    """The one thing that is asked of a member: the title or the organisation, where it is not who that is, else the name."""
    if not query.people and (query.wanted is Wanted.PERSON or not query.cues & {Cue.TITLE, Cue.EMPLOYER}):
        return str(member.data["name"])
    if Cue.TITLE in query.cues:
        return member.data["title"] or None
    return (member.data["organisation"] or None) if Cue.EMPLOYER in query.cues else None


def once(statements: Iterable[Statement]) -> list[Statement]:
    """Statements of the same words as one, with the supports of all."""
    found: dict[str, Statement] = {}
    for each in statements:
        known = found.get(each.text)
        found[each.text] = each if known is None else replace(known, support=known.support + each.support)
    return list(found.values())


def short_group(group: str) -> str:
    """The short name that a list's heading gives in brackets at its end, else the heading, without the count of those on it."""
    match = re.search(r"\s*\(([^()]+)\)\s*$", group)
    if match is None or match[1][:1].islower():
        return group
    return group[: match.start()] if match[1][:1].isdigit() else match[1]


def _told_apart(member: Passage) -> str:
    """A name with what a list says first of where somebody stands, where it says any of it."""
    beside = (member.data["organisation"], *(value for _, value in standing(member)), member.data["title"])
    where = next((str(each) for each in beside if each), None)
    return f"{member.data['name']} ({where})" if where else str(member.data["name"])


def people(members: Sequence[Passage], query: Query) -> Draft:
    """Several members: how many where that is asked for, their names alone where they are many."""
    each = distinct(members)
    names = list(dict.fromkeys(m.data["name"] for m in each if not is_unknown(m.data["name"])))
    if Cue.HOW_MANY in query.cues and names:
        unknown = sum(is_unknown(m.data["name"]) for m in each)
        rest = f" I tillegg er {unknown} plass ikke avklart." if unknown else ""
        of_slide = {(m.sha256, m.slide): m for m in reversed(each)}
        supports = tuple(Support(m, m.data["name"]) for m in each if of_slide[m.sha256, m.slide] is m)
        return Draft((Statement(f"{len(names)}: {listed(names)}.{rest}", supports, (str(len(names)), str(unknown))),))
    if len(each) <= _LONG_LIST and not (Cue.BRIEF in query.cues and len(names) > 1):
        return Draft(tuple(once([person(m, query) for m in each])))
    told = [m for m in each if not is_unknown(m.data["name"])]
    supports = tuple(Support(m, m.data["name"]) for m in told)
    if len({m.data["group"] for m in told}) > 1:
        # Asked for a sort of organisation, on several lists: who is who is told by the organisation.
        names = list(dict.fromkeys(_told_apart(m) for m in told))
    return Draft((Statement(f"{listed(names)}.", supports),))
