"""Which organisations have how many members: "hvem har flere enn én plass?", "har KS to?", "hvem har flest?"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from radsassistent.answers.draft import Draft, Statement, Support, listed
from radsassistent.answers.member_reading import Seats
from radsassistent.answers.member_statements import distinct
from radsassistent.archive import Passage
from radsassistent.meetings.people import is_unknown


def by_seats(found: Sequence[Passage], seats: Seats, *, named: bool) -> Draft | None:
    """The organisations that have as many members as is said, or, where they are `named`, how many each of them has."""
    sitting = _sitting(found)
    if not sitting:
        return None
    if seats.top and not named:
        edge = (max if seats.top > 0 else min)(len(each) for each in sitting.values())
        chosen = {name: each for name, each in sitting.items() if len(each) == edge}
    else:
        chosen = {name: each for name, each in sitting.items() if named or seats.fit(len(each))}
    ordered = sorted(chosen.items(), key=lambda one: -len(one[1]) if seats.top >= 0 else len(one[1]))
    return Draft(tuple(_said(name, each) for name, each in ordered)) if ordered else None


def _sitting(found: Sequence[Passage]) -> Mapping[str, list[Passage]]:
    """The members of each organisation, seats without a name among them."""
    sitting: dict[str, list[Passage]] = {}
    for member in distinct(found):
        if member.data["organisation"]:
            sitting.setdefault(str(member.data["organisation"]), []).append(member)
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
