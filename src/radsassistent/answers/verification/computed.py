"""Numbers that stand on no slide: computed once more from the operands that a statement cites."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from itertools import permutations

from radsassistent.answers.draft import Statement
from radsassistent.archive import PassageKind
from radsassistent.documents.numbers import norwegian, numbers
from radsassistent.meetings.people import is_unknown
from radsassistent.search.corpus import Corpus

_CLOCK = re.compile(r"\b([01]?\d|2[0-3]):([0-5]\d)\b")
_PERIOD = re.compile(r"\b([01]?\d|2[0-3]):([0-5]\d)–([01]?\d|2[0-3]):([0-5]\d)\b")
_LISTED = re.compile(r",\s+|\s+og\s+|;\s+")


def recomputed(value: Decimal, said: Statement, slides: str, corpus: Corpus) -> bool:
    """Whether a number comes out of what the statement cites.

    It may be the sum of the numbers quoted, the first less all the others, the difference of two, or of two that the statement
    itself takes from the slides; where it was calculated, the percentage of one quoted number in another or from one to another;
    the minutes between two times of day that stand there; the count of what is listed, cited or without a name; or a number of
    the meeting's day. `slides` is what stands on the slides cited, with times of day written with a colon.
    """
    wanted = abs(value)
    quoted = [number for support in said.support for number in numbers(support.quote)]
    there = set(numbers(slides))
    named: list[Decimal] = [number for number in numbers(said.text) if number in there and not _is_year(number)]
    if wanted in {abs(number) for number in quoted if number < 0}:
        # "-8,1" is told as a fall of 8,1.
        return True
    if wanted in _results(quoted) or (wanted and wanted in {abs(one - other) for one, other in permutations(named, 2)}):
        return True
    if said.computed and f"{norwegian(wanted)} prosent" in said.text and wanted in _percentages(quoted):
        return True
    if said.computed and wanted in {Decimal(p) for s in said.support for p in s.passage.meeting.split("-") if p}:
        return True
    if wanted != wanted.to_integral_value():
        return False
    return wanted in _minutes(said.text, slides) or int(wanted) in _counts(said, corpus)


def _is_year(number: Decimal) -> bool:
    return 1900 <= number < 2100 and number == number.to_integral_value()


def _results(quoted: list[Decimal]) -> set[Decimal]:
    """Differences of two, the sum, and what is left of the first; of several columns, as many operands a column."""
    found = {abs(one - other) for one, other in permutations(quoted, 2)}
    widths = [width for width in range(2, len(quoted) + 1) if len(quoted) % width == 0]
    for width in widths:
        for at in range(0, len(quoted), width):
            total = sum(quoted[at : at + width], Decimal(0))
            found |= {abs(total), abs(2 * quoted[at] - total)}
    return found


def percent(part: Decimal, whole: Decimal) -> Decimal:
    """100 × part / whole, with one decimal; raises ZeroDivisionError where the whole is 0."""
    if whole == 0:
        raise ZeroDivisionError("no share of nothing")
    return (100 * part / whole).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def _percentages(quoted: list[Decimal]) -> set[Decimal]:
    """Each number in percent of each other, and the change from each to each other."""
    pairs = [(one, other) for one, other in permutations(quoted, 2) if other]
    return {abs(percent(part, whole)) for one, other in pairs for part, whole in ((one, other), (one - other, other))}


def _minutes(text: str, slides: str) -> set[int]:
    """The minutes between any two times of day that a statement names and its slides have, those of all its periods, and how
    much longer one of those is than another.
    """
    there = {_minute(match) for match in _CLOCK.finditer(slides)}
    colons = text.replace(".", ":")
    named = [minute for match in _CLOCK.finditer(colons) if (minute := _minute(match)) in there]
    between = {abs(one - other) for one, other in permutations(named, 2)}
    periods = [(60 * int(m[1]) + int(m[2]), 60 * int(m[3]) + int(m[4])) for m in _PERIOD.finditer(colons)]
    if periods and all({begin, end} <= there for begin, end in periods):
        lengths = [end - begin for begin, end in periods]
        between.add(sum(lengths))
        between |= {abs(one - other) for one, other in permutations(lengths, 2)}
    return between


def _minute(match: re.Match[str]) -> int:
    return 60 * int(match[1]) + int(match[2])


def _counts(said: Statement, corpus: Corpus) -> set[int]:
    """What the statement may count: several items that it lists after a colon; what quote mode says that it counted may also be
    what it cites, a list of one, or the seats on its slides without a name.
    """
    items = len(_LISTED.split(said.text.split(":", 1)[-1].split(". ")[0]))
    if not said.computed:
        return {items} if items > 1 and ":" in said.text else set()
    keys = {(support.passage.sha256, support.passage.slide) for support in said.support}
    unnamed = {
        (member.data["organisation"], member.data["group"], member.data["name"], member.slide)
        for member in corpus.of_kind(PassageKind.MEMBER)
        if (member.sha256, member.slide) in keys and is_unknown(member.data["name"])
    }
    return {items, len(said.support), len(unnamed)}
