"""Which organisations have how many members: "hvem har flere enn én plass?", "har KS to?", "hvem har flest?"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from radsassistent.answers.draft import Draft, Statement, Support, listed
from radsassistent.answers.members.constraints import detail_labels
from radsassistent.answers.members.reading import Seats
from radsassistent.answers.members.statements import distinct
from radsassistent.answers.members.wording import SORT_SAID
from radsassistent.answers.members.words import standing
from radsassistent.archive import Passage
from radsassistent.meetings.people import is_unknown
from radsassistent.search.query import Query
from radsassistent.search.terms import stem, words


def by_seats(found: Sequence[Passage], seats: Seats, query: Query, *, named: bool) -> Draft:
    """The organisations that have as many members as is said, or, where they are `named`, how many each of them has; so of the
    sectors or municipalities that the lists tell of, where those are asked for.
    """
    sitting = _sitting(found, query)
    if seats.top and sitting and not named:
        edge = (max if seats.top > 0 else min)(len(each) for each in sitting.values())
        chosen = {name: each for name, each in sitting.items() if len(each) == edge}
    else:
        chosen = {name: each for name, each in sitting.items() if named or seats.fit(len(each))}
    ordered = sorted(chosen.items(), key=lambda one: -len(one[1]) if seats.top >= 0 else len(one[1]))
    if not ordered:
        return Draft.abstaining("Det står ikke i dokumentene.")
    return Draft(tuple(_said(name, each) for name, each in ordered))


def _sitting(found: Sequence[Passage], query: Query) -> Mapping[str, list[Passage]]:
    """The members of each organisation, seats without a name among them, or of what the lists call as the question does."""
    asked = SORT_SAID.search(query.asked)
    sorts = {stem(asked["sort"].lower())} if asked is not None else set()
    by_label = bool(sorts & detail_labels(found))
    sitting: dict[str, list[Passage]] = {}
    for member in distinct(found):
        own = [value for label, value in standing(member) if sorts & set(map(stem, words(label)))]
        for name in own if by_label else [str(member.data["organisation"] or "")]:
            if name:
                sitting.setdefault(name, []).append(member)
    return sitting


def _said(organisation: str, members: Sequence[Passage]) -> Statement:
    names = [str(m.data["name"]) for m in members]
    told = "" if all(map(is_unknown, names)) else f" ({listed(names)})"
    supports = (Support(members[0], organisation), *(Support(m, str(m.data["name"])) for m in members))
    return Statement(f"{organisation}: {len(members)}{told}.", supports, (str(len(members)),))


def of_one_first_name(found: Sequence[Passage]) -> Draft | None:
    """Those who have a first name in common with another: "Ole: Ole Dal og Ole Li."."""
    called: dict[str, dict[str, Passage]] = {}
    for member in found:
        if not is_unknown(member.data["name"]):
            called.setdefault(str(member.data["name"]).split()[0], {})[str(member.data["name"])] = member
    several = {first: people for first, people in called.items() if len(people) > 1}
    statements = (
        Statement(f"{first}: {listed(list(people))}.", tuple(Support(m, name) for name, m in people.items()))
        for first, people in several.items()
    )
    return Draft(tuple(statements)) if several else None
