"""The stations of a line: hours or days side by side, and what happens then above or below them, each a text of its own.

A slide would be read column by column or row by row, and the texts above the line would then stand under the moment before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from radsassistent.documents.document import Block, BlockKind, Box

Part = tuple[Box, list[Block]]

# Two moments may stand anywhere; three beside each other are a line.
FEWEST = 3
# The moments of a line stand within this height (points): on it, or by turns over and under it.
ONE_LINE = 120.0
# Moments that begin closer to each other than this stand under each other, as in a programme.
BESIDE = 24.0
# A moment and what happens then have their middles or their left edges within this.
IN_LINE = 16.0
# What happens stands this close to its moment, on the other side of the line at most.
NEAR = 90.0
# The groups of stations are numbered from here on: frames, rows of programmes and headed columns have the numbers below.
_FIRST_GROUP = 300_000
_CLOCK = r"(?:kl\.?\s*)?(?:[01]?\d|2[0-3])[.:][0-5]\d"
_MONTH = r"(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)[a-zæøå]*\.?"
_MOMENT = re.compile(
    rf"{_CLOCK}(?:\s*[–—-]\s*{_CLOCK})?|"
    rf"(?:(?:\d{{1,2}}\.?\s*[–-]\s*)?\d{{1,2}}\.\s*)?{_MONTH}(?:\s*[–-]\s*{_MONTH})?(?:\s+20\d\d)?|"
    r"(?:[1-4]\.\s*(?:kvartal|kv\.?)|[QK][1-4]|(?:vår|våren|høst|høsten|haust|hausten|sommer|sommeren|sommar|sommaren|vinter|vinteren)|"
    r"(?:uke|veke)\s+\d{1,2})(?:\s+20\d\d)?|(?:19|20)\d\d",
    re.IGNORECASE,
)


def with_stations(parts: Sequence[Part]) -> list[Part]:
    """The parts, what stands in the column of each moment of a line joined to it, the moment first as its heading.

    Where all stand below their moments they are left to the reading of columns, unless the moments are hours.
    """
    moments = _line([part for part in parts if _is_moment(part[1])])
    if len(moments) < FEWEST:
        return list(parts)
    columns: list[list[Part]] = [[] for _ in moments]
    rest: list[Part] = []
    for part in parts:
        if any(part is moment for moment in moments):
            continue
        own = _station_of(part, moments) if all(block.table is None for block in part[1]) else None
        (columns[own] if own is not None else rest).append(part)
    if sum(bool(column) for column in columns) < FEWEST or not all(columns):
        return list(parts)
    hours = all(re.fullmatch(rf"{_CLOCK}.*", moment[1][0].text.strip()) for moment in moments)
    over = any(
        part[0].bottom <= moment[0].centre[1] for moment, own in zip(moments, columns, strict=True) for part in own
    )
    if not (hours or over):
        return list(parts)
    top = min(box.top for column in (moments, *columns) for box, _ in column)
    return [
        *rest,
        *(_joined(m, own, top, number) for number, (m, own) in enumerate(zip(moments, columns, strict=True))),
    ]


def _is_moment(blocks: Sequence[Block]) -> bool:
    return len(blocks) == 1 and blocks[0].table is None and _MOMENT.fullmatch(blocks[0].text.strip(" .")) is not None


def _line(moments: Sequence[Part]) -> list[Part]:
    """The moments from left to right, where they stand beside each other along one line."""
    ordered = sorted(moments, key=lambda part: part[0].centre[0])
    apart = all(right[0].centre[0] - left[0].centre[0] >= BESIDE for left, right in pairwise(ordered))
    heights = [box.centre[1] for box, _ in ordered]
    return ordered if heights and apart and max(heights) - min(heights) <= ONE_LINE else []


def _station_of(part: Part, moments: Sequence[Part]) -> int | None:
    """The moment in whose column a text stands, near enough to it."""
    box = part[0]
    return next(
        (
            number
            for number, (moment, _) in enumerate(moments)
            if (
                abs(box.centre[0] - moment.centre[0]) <= IN_LINE
                or (abs(box.left - moment.left) <= IN_LINE and box.right < _next_left(number, moments))
            )
            and max(moment.top - box.bottom, box.top - moment.bottom) <= NEAR
        ),
        None,
    )


def _next_left(number: int, moments: Sequence[Part]) -> float:
    """Where the column of a moment ends: with that of the next but one, since its neighbours may stand on the other side."""
    return moments[number + 2][0].left if number + 2 < len(moments) else float("inf")


def _joined(moment: Part, own: Sequence[Part], top: float, number: int) -> Part:
    group = _FIRST_GROUP + number
    head = replace(moment[1][0], kind=BlockKind.HEADING, group=group)
    told = [replace(block, group=group) for _, blocks in sorted(own, key=lambda part: part[0].top) for block in blocks]
    box = moment[0]
    for other, _ in own:
        box = box.around(other)
    # One after the other, however high each reaches; no wider than its moment, as neighbours on two sides overlap.
    return Box(moment[0].left, top, moment[0].right, box.bottom), [head, *told]
