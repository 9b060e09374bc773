"""A condition that a question sets on the rows of an agenda, and what is left of the question without its conditions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from radsassistent.answers.agenda import order as agenda_order
from radsassistent.answers.agenda.meant import LONGEST_LAST
from radsassistent.answers.agenda.times_of_day import in_day, minute_of
from radsassistent.archive import Passage


class Kind(IntEnum):
    """What a condition is about; what tells a row from all others stands first."""

    CASE = 0
    SUBJECT = 1
    TITLE = 2
    BREAK = 3
    PRESENTER = 4
    ORGANISATION = 5
    TYPE = 6
    MISSING = 7
    NUMBERED = 8
    BESIDE = 9
    LENGTH = 10
    PRESENCE = 11
    TIME = 12


@dataclass(frozen=True, slots=True)
class Condition:
    """A part of a question, from the character `start` on, and the rows (by id) that fulfil it; `nearest`: of those on one side
    of another row the nearest stands at this end, 0 or -1. `exact`: the time of day is one at which a row begins.
    """

    kind: Kind
    rows: frozenset[int]
    start: int
    negated: bool = False
    nearest: int | None = None
    exact: bool = True

    def holds(self, item: Passage) -> bool:
        """Whether a row fulfils it."""
        return (item.id in self.rows) is not self.negated


class Rest:
    """What of a question no condition has taken yet; what is taken leaves blanks, so that places stay the same."""

    def __init__(self, text: str) -> None:
        self.text = self.whole = text

    def take(self, start: int, end: int) -> None:
        """Blank a part out."""
        self.text = f"{self.text[:start]}{' ' * (end - start)}{self.text[end:]}"

    def taken(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """All that a pattern matches, blanked out."""
        found = list(pattern.finditer(self.text))
        for match in found:
            self.take(match.start(), match.end())
        return found

    def taken_in_whole(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """All that a pattern, which looks at what has been taken too, matches of what is left, blanked out."""
        found = [m for m in pattern.finditer(self.whole) if self.text[m.start() : m.end()] == m[0]]
        for match in found:
            self.take(match.start(), match.end())
        return found


def condition_on(kind: Kind, items: Iterable[Passage], start: int) -> Condition:
    return Condition(kind, frozenset(item.id for item in items), start)


def hours_of(item: Passage, items: Sequence[Passage]) -> tuple[int, int] | None:
    """When a row begins and ends, in minutes after midnight; the last row of all does not end that day."""
    if not item.data["time"]:
        return None
    told = agenda_order.hours(item, items)
    begin = minute_of(item.data["time"])
    return begin, minute_of(told[1]) if told is not None else 24 * 60


def in_meeting(minutes: int, items: Sequence[Passage]) -> int:
    """A time of day as one of the meeting's, else as it stands."""
    timed = [minute_of(item.data["time"]) for item in items if item.data["time"]]
    within = in_day(minutes, min(timed), max(timed) + LONGEST_LAST) if timed else None
    return minutes if within is None else within


def rows_during(items: Sequence[Passage], fits: Callable[[int, int], bool]) -> list[Passage]:
    return [item for item in items if (hours := hours_of(item, items)) is not None and fits(*hours)]
