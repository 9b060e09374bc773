"""Columns under their headings: the phases of a timeline, the cards of a row, each drawn as a frame below a frame, and the two
lists of a comparison, each a text below its heading.

A page is otherwise read row by row where frames stand closer than a gutter, all headings before all that stands under them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from radsassistent.documents.document import Block, BlockKind, Box

Part = tuple[Box, list[Block]]

# A heading's frame ends this close (points) above what it heads: frames of one drawing are set 2 to 12 points apart.
NEAR = 16.0
# The heading of a text stands at the foot of a box of two lines and is measured from its top.
NEAR_TEXT = 40.0
# … and a day on a timeline stands over what is done then, on the other side of the line.
NEAR_DAY = 90.0
# Columns of a timeline are numbered from here on, as the frames of a slide are below.
_FIRST_GROUP = 200_000
_MONTH = r"(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)[a-zæøå]*\.?"
_DAY = re.compile(rf"(?:(?:\d{{1,2}}\.?\s*[–-]\s*)?\d{{1,2}}\.\s*)?{_MONTH}(?:\s+20\d\d)?|(?:19|20)\d\d", re.IGNORECASE)
# Edges of frames that are meant to be in line differ by the points of an arrowhead, and never by more than this.
OUT_OF_LINE = 8.0
# A heading is a label, not a sentence: the longest headings of columns in real decks have eight words.
LONGEST_HEAD = 80
# One box under another is a heading with its text; a row of them is a table of columns.
LEAST_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class _Column:
    heads: tuple[int, ...]
    body: int


class _Heads:
    """The parts that can head a column, by where they end: a page of thousands of words is not searched once for each."""

    def __init__(self, parts: Sequence[Part], can_head: Callable[[Sequence[Block]], bool]) -> None:
        ends = sorted((box.bottom, number) for number, (box, blocks) in enumerate(parts) if can_head(blocks))
        self._parts = parts
        self._bottoms = [bottom for bottom, _ in ends]
        self._numbers = [number for _, number in ends]

    def right_above(self, box: Box, near: float) -> Iterable[tuple[int, Box]]:
        """The number and box of those that begin above a box, hardly reach into it and end at most so much (points) above it."""
        first, end = bisect_left(self._bottoms, box.top - near), bisect_right(self._bottoms, box.top + NEAR / 2)
        for number in self._numbers[first:end]:
            over = self._parts[number][0]
            if over.top < box.top:
                yield number, over


def with_headed_columns(parts: Sequence[Part]) -> list[Part]:
    """The parts, those that make up a column joined: what heads it (a year, a phase), then what stands under that.

    Parts are frames or single texts with their blocks, in any order. Frames are joined with frames, texts with headings, and only
    where a row of at least `LEAST_COLUMNS` of them stands under labels of the same widths; those become headings in the group
    of the frame below.
    """
    labels, headings = _Heads(parts, _is_label), _Heads(parts, _is_heading)
    found = (_column(parts, number, labels, headings) for number in range(len(parts)))
    rows = _rows([column for column in found if column is not None], parts)
    wide = [row for row in rows if len(row) >= LEAST_COLUMNS]
    columns = [column for row in wide for column in _with_days(parts, _with_shared_heads(parts, row, labels), headings)]
    joined = {number for column in columns for number in (*column.heads, column.body)}
    rest = [part for number, part in enumerate(parts) if number not in joined]
    return [*rest, *(_join(parts, column) for column in columns)]


def _column(parts: Sequence[Part], body: int, labels: _Heads, headings: _Heads) -> _Column | None:
    """A frame with text and the frame right above it that has a label and the same edges; or a text and its heading."""
    box, blocks = parts[body]
    is_framed = blocks[0].group is not None
    if _is_label(blocks) if is_framed else _is_heading(blocks):
        return None
    above = labels.right_above(box, NEAR) if is_framed else headings.right_above(box, NEAR_TEXT)
    heads = [number for number, over in above if _in_line(over, box)]
    if not heads and not is_framed:
        # Heading and text may be centred under each other.
        heads = [number for number, over in headings.right_above(box, NEAR) if _over_each_other(over, box)]
    if not heads and not is_framed:
        # The label of a text may be drawn as an arrow or a box.
        heads = [number for number, over in labels.right_above(box, NEAR_TEXT) if _in_line(over, box)]
    if not heads and not is_framed:
        over_all = (*headings.right_above(box, NEAR_DAY), *labels.right_above(box, NEAR_DAY))
        days = [n for n, over in over_all if _over_each_other(over, box) and _is_day(parts[n][1])]
        between = any(
            over is not box and _over_each_other(over, box) and _between(over, parts[n][0], box)
            for over, _ in parts
            for n in days
        )
        heads = [] if between else days
    return _Column((heads[0],), body) if len(heads) == 1 else None


def _rows(columns: Sequence[_Column], parts: Sequence[Part]) -> list[list[_Column]]:
    rows: list[list[_Column]] = []
    for column in sorted(columns, key=lambda column: (parts[column.body][0].top, parts[column.body][0].left)):
        top = parts[column.body][0].top
        if rows and abs(parts[rows[-1][0].body][0].top - top) <= OUT_OF_LINE:
            rows[-1].append(column)
        else:
            rows.append([column])
    return rows


def _with_shared_heads(parts: Sequence[Part], row: Sequence[_Column], labels: _Heads) -> list[_Column]:
    """The columns with the further row of headings over theirs, where each of them stands over one column."""
    first = [parts[column.heads[0]][0] for column in row]
    above = [tuple(number for number, over in labels.right_above(box, NEAR) if _is_within(over, box)) for box in first]
    if not all(above):
        return list(row)
    by_left = [sorted(numbers, key=lambda number: parts[number][0].left) for numbers in above]
    return [_Column((*heads, *column.heads), column.body) for heads, column in zip(by_left, row, strict=True)]


def _with_days(parts: Sequence[Part], row: Sequence[_Column], headings: _Heads) -> list[_Column]:
    """The columns of texts with the days of a timeline over their headings, where each of them has one."""
    if any(parts[column.body][1][0].group is not None for column in row):
        return list(row)
    first = [parts[column.heads[0]][0] for column in row]
    days = [
        [n for n, over in headings.right_above(box, NEAR_DAY) if _over_each_other(over, box) and _is_day(parts[n][1])]
        for box in first
    ]
    if not all(len(numbers) == 1 for numbers in days):
        return list(row)
    return [_Column((*numbers, *column.heads), column.body) for numbers, column in zip(days, row, strict=True)]


def _join(parts: Sequence[Part], column: _Column) -> Part:
    box, body = parts[column.body]
    group = body[0].group
    if group is None and any(_is_day(parts[number][1]) for number in column.heads):
        group = _FIRST_GROUP + column.body
        body = [replace(block, group=group) for block in body]
    heads = [replace(parts[number][1][0], kind=BlockKind.HEADING, group=group) for number in column.heads]
    for number in column.heads:
        box = box.around(parts[number][0])
    return box, [*heads, *body]


def _is_label(blocks: Sequence[Block]) -> bool:
    """A frame with one short text and nothing else."""
    kinds = (BlockKind.HEADING, BlockKind.PARAGRAPH)
    return (
        len(blocks) == 1
        and blocks[0].group is not None
        and blocks[0].kind in kinds
        and len(blocks[0].text) <= LONGEST_HEAD
    )


def _is_heading(blocks: Sequence[Block]) -> bool:
    """A heading in no frame, alone in its text."""
    return len(blocks) == 1 and blocks[0].group is None and blocks[0].kind is BlockKind.HEADING


def _is_day(blocks: Sequence[Block]) -> bool:
    return len(blocks) == 1 and _DAY.fullmatch(blocks[0].text.strip()) is not None


def _between(box: Box, head: Box, body: Box) -> bool:
    return head.bottom <= box.centre[1] <= body.top


def _in_line(one: Box, other: Box) -> bool:
    return abs(one.left - other.left) <= OUT_OF_LINE and abs(one.right - other.right) <= OUT_OF_LINE


def _over_each_other(one: Box, other: Box) -> bool:
    """Whether boxes have the same edges or the same middle."""
    return _in_line(one, other) or abs(one.centre[0] - other.centre[0]) <= OUT_OF_LINE


def _is_within(one: Box, other: Box) -> bool:
    return one.left >= other.left - OUT_OF_LINE and one.right <= other.right + OUT_OF_LINE
