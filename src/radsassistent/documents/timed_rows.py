"""The rows of a programme: an hour to the left, what is on then and who leads it beside it, each a text of its own.

Nothing is drawn around them, so that a slide would be read column by column: all hours first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.documents.document import Block, BlockKind, Box

Part = tuple[Box, list[Block]]

# Two hours may stand anywhere; three under each other are a programme.
FEWEST = 3
# Hours under each other begin or end within this (points) of each other.
IN_LINE = 6.0
# The groups of rows are numbered from here on: frames have the numbers below.
_FIRST_GROUP = 100_000
_HOUR = re.compile(
    r"(?:kl\.?\s*)?(?:[01]?\d|2[0-3])[.:][0-5]\d(?:\s*[–—-]\s*(?:kl\.?\s*)?(?:[01]?\d|2[0-3])[.:][0-5]\d)?\.?",
    re.IGNORECASE,
)


def with_timed_rows(parts: Sequence[Part]) -> list[Part]:
    """The parts, those beside each of the hours of a programme joined to it, from left to right."""
    hours = _column([part for part in parts if _is_hour(part[1])])
    if len(hours) < FEWEST:
        return list(parts)
    right = max(box.right for box, _ in hours)
    rows: list[list[Part]] = [[hour] for hour in hours]
    rest: list[Part] = []
    for part in parts:
        if any(part[1] is hour[1] for hour in hours):
            continue
        row = _row_of(part[0], hours) if part[0].left >= right - IN_LINE and _is_loose(part[1]) else None
        (rows[row] if row is not None else rest).append(part)
    if sum(len(row) > 1 for row in rows) < FEWEST:
        return list(parts)
    return [*rest, *(_joined(row, _FIRST_GROUP + number) for number, row in enumerate(rows))]


def _is_hour(blocks: Sequence[Block]) -> bool:
    return len(blocks) == 1 and blocks[0].group is None and _HOUR.fullmatch(blocks[0].text.strip()) is not None


def _is_loose(blocks: Sequence[Block]) -> bool:
    return all(block.group is None and block.table is None for block in blocks)


def _column(hours: Sequence[Part]) -> list[Part]:
    """The hours of the leftmost column, from the top down."""
    if not hours:
        return []
    first = min(hours, key=lambda part: part[0].left)[0]
    in_line = [
        part
        for part in hours
        if abs(part[0].left - first.left) <= IN_LINE or abs(part[0].right - first.right) <= IN_LINE
    ]
    return sorted(in_line, key=lambda part: part[0].top)


def _row_of(box: Box, hours: Sequence[Part]) -> int | None:
    """The row that a text stands in: that of the first hour on one of its lines."""
    return next((number for number, (hour, _) in enumerate(hours) if box.top <= hour.centre[1] <= box.bottom), None)


def _joined(row: Sequence[Part], group: int) -> Part:
    box = row[0][0]
    for other, _ in row[1:]:
        box = box.around(other)
    blocks = [block for _, own in sorted(row, key=lambda part: part[0].left) for block in own]
    # The hour is what stands over the rest of its row, as in a slide's own boxes.
    head = replace(blocks[0], kind=BlockKind.HEADING)
    return box, [replace(block, group=group) for block in (head, *blocks[1:])]
