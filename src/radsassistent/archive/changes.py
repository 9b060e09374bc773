"""What is another in a meeting than before: cases, proposals and decisions that came, went or were changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from radsassistent.meetings import Meeting


class ChangeKind(StrEnum):
    """What came, went or was changed."""

    CASE = "case"
    PROPOSAL = "proposal"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Change:
    """One change; `before` is None for what came, `after` for what went. Of a case, both are titles."""

    kind: ChangeKind
    case: str | None
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is compared of a meeting: its cases by number, and the texts of proposals and decisions with their case."""

    cases: Mapping[str, str]
    proposals: Sequence[tuple[str | None, str]]
    decisions: Sequence[tuple[str | None, str]]


def facts_of(meeting: Meeting) -> Facts:
    """The facts of a meeting as it is understood."""
    return Facts(
        {case.number: case.title for case in meeting.cases},
        [(each.case, each.text) for each in meeting.proposals],
        [(each.case, each.text) for each in meeting.decisions],
    )


def facts_kept(db: sqlite3.Connection, meetings: Sequence[int]) -> Facts:
    """The facts of meetings as the archive has them, by their row ids."""
    marks = ",".join("?" * len(meetings))

    def rows(query: str) -> list[tuple[str, str]]:
        return [(row[0], row[1]) for row in db.execute(query.format(marks), list(meetings)).fetchall()]

    return Facts(
        dict(rows("SELECT number, title FROM cases WHERE meeting_id IN ({}) ORDER BY position")),
        rows("SELECT case_number, text FROM proposals WHERE meeting_id IN ({}) ORDER BY id"),
        rows("SELECT case_number, text FROM decisions WHERE meeting_id IN ({}) ORDER BY id"),
    )


def changes(before: Facts, after: Facts) -> list[Change]:
    """What came, went and was changed, the cases first."""
    found = [
        Change(ChangeKind.CASE, number, before.cases.get(number), after.cases.get(number))
        for number in dict.fromkeys((*before.cases, *after.cases))
        if before.cases.get(number) != after.cases.get(number)
    ]
    found += _texts(ChangeKind.PROPOSAL, before.proposals, after.proposals)
    return found + _texts(ChangeKind.DECISION, before.decisions, after.decisions)


def _texts(
    kind: ChangeKind, before: Sequence[tuple[str | None, str]], after: Sequence[tuple[str | None, str]]
) -> list[Change]:
    """Of one case, what went and what came in its place are a change, in their order."""
    gone = [each for each in before if each not in after]
    come = [each for each in after if each not in before]
    found = []
    for case in dict.fromkeys(case for case, _ in (*gone, *come)):
        old = [text for number, text in gone if number == case]
        new = [text for number, text in come if number == case]
        for place in range(max(len(old), len(new))):
            found.append(
                Change(kind, case, old[place] if place < len(old) else None, new[place] if place < len(new) else None)
            )
    return found
