"""Which documents are of one meeting: the same body on the same day, or the same cases under the same titles.

A body that two documents call otherwise ("Rådet", "Råd for kompetanse i skolen") is one where they have the day and its cases in
common.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from radsassistent.documents import Document
from radsassistent.meetings.bodies import same_body
from radsassistent.meetings.meeting import Meeting
from radsassistent.meetings.understand import UNKNOWN_BODY, understand

# A document that names no day joins a meeting with which it shares at least so many cases, number and title.
_SHARED_CASES = 2
# Of one day, documents that call their bodies otherwise share more than those, and this part of the cases of the one with fewer.
_MOST_SHARED = 0.6
# Titles are the same at this ratio (rapidfuzz, 0 to 100): a deck shortens what the agenda spells out.
_SAME_TITLE = 80


def by_meeting(documents: Sequence[Document]) -> tuple[tuple[Document, ...], ...]:
    """The documents parted by meeting, in their order.

    Two bodies stay apart also where their case numbers collide, and two days of one body do. A document that does not say
    its body or its day joins the one meeting whose cases it has, number and title; else it is a meeting alone.
    """
    alone = [(document, understand([document])) for document in documents]
    groups: list[tuple[Meeting, list[Document]]] = []
    for document, meeting in alone:
        if _is_named(meeting):
            group = next((g for g in groups if _same(g[0], meeting)), None)
            if group is None:
                groups.append((meeting, [document]))
            else:
                group[1].append(document)
    named = list(groups)
    for document, meeting in alone:
        if not _is_named(meeting):
            matching = [group for group in named if _shares_cases(group[0], meeting)]
            if len(matching) == 1:
                matching[0][1].append(document)
            else:
                groups.append((meeting, [document]))
    place = {id(document): number for number, document in enumerate(documents)}
    ordered = [tuple(sorted(members, key=lambda document: place[id(document)])) for _, members in groups]
    return tuple(sorted(ordered, key=lambda members: place[id(members[0])]))


def _is_named(meeting: Meeting) -> bool:
    return meeting.body != UNKNOWN_BODY and meeting.date is not None


def _same(one: Meeting, other: Meeting) -> bool:
    if one.date != other.date:
        return False
    shared, fewest = _shared(one, other), min(len(one.cases), len(other.cases))
    # Every body opens by approving its summons; most cases under their numbers and titles are of one meeting.
    return same_body(one.body, other.body) or shared >= max(_SHARED_CASES + 1, _MOST_SHARED * fewest)


def _shares_cases(named: Meeting, other: Meeting) -> bool:
    """Whether a document without a day, or without a body, speaks of the meeting's cases and contradicts nothing it says."""
    if other.date is not None and other.date != named.date:
        return False
    if other.body != UNKNOWN_BODY and not same_body(other.body, named.body):
        return False
    return _shared(named, other) >= min(_SHARED_CASES, len(named.cases))


def _shared(one: Meeting, other: Meeting) -> int:
    """How many cases two meetings have in common, number and title."""
    titles = {case.number: case.title for case in one.cases}
    return sum(
        case.number in titles
        and fuzz.token_set_ratio(case.title.casefold(), titles[case.number].casefold()) >= _SAME_TITLE
        for case in other.cases
    )
