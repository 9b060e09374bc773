"""Columns under their headings: the phases of a timeline, the cards of a row, each drawn as a frame below a frame, and the two
lists of a comparison, each a text below its heading.

A page is otherwise read row by row where frames stand closer than a gutter, all headings before all that stands under them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from radsassistent.documents.document import Block, BlockKind, Box

Part = tuple[Box, list[Block]]

# A heading's frame ends this close (points) above what it heads: frames of one drawing are set 2 to 12 points apart.
NEAR = 16.0
# The heading of a text stands at the foot of a box of two lines and is measured from its top.
NEAR_TEXT = 40.0
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


def with_headed_columns(parts: Sequence[Part]) -> list[Part]:
    """The parts, those that make up a column joined: what heads it (a year, a phase), then what stands under that.

    Parts are frames or single texts with their blocks, in any order. Frames are joined with frames, texts with headings, and only
    where a row of at least `LEAST_COLUMNS` of them stands under labels of the same widths; those become headings in the group
    of the frame below.
    """
    rows = _rows([column for number in range(len(parts)) if (column := _column(parts, number)) is not None], parts)
    columns = [column for row in rows if len(row) >= LEAST_COLUMNS for column in _with_shared_heads(parts, row)]
    joined = {number for column in columns for number in (*column.heads, column.body)}
    rest = [part for number, part in enumerate(parts) if number not in joined]
    return [*rest, *(_join(parts, column) for column in columns)]


def _column(parts: Sequence[Part], body: int) -> _Column | None:
    """A frame with text and the frame right above it that has a label and the same edges; or a text and its heading."""
    box, blocks = parts[body]
    if blocks[0].group is None:
        heads = [
            number
            for number, (over, its) in enumerate(parts)
            if _is_heading(its)
            and over.top < box.top
            and -NEAR / 2 <= box.top - over.bottom <= NEAR_TEXT
            and _in_line(over, box)
        ]
        return _Column((heads[0],), body) if len(heads) == 1 and not _is_heading(blocks) else None
    if _is_label(blocks):
        return None
    heads = [
        number
        for number, (over, its) in enumerate(parts)
        if _is_label(its) and _is_right_above(over, box) and _in_line(over, box)
    ]
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


def _with_shared_heads(parts: Sequence[Part], row: Sequence[_Column]) -> list[_Column]:
    """The columns with the further row of headings over theirs, where each of them stands over one column."""
    above = [
        tuple(
            number
            for number, (box, blocks) in enumerate(parts)
            if _is_label(blocks)
            and _is_right_above(box, parts[column.heads[0]][0])
            and _is_within(box, parts[column.heads[0]][0])
        )
        for column in row
    ]
    if not all(above):
        return list(row)
    by_left = [sorted(numbers, key=lambda number: parts[number][0].left) for numbers in above]
    return [_Column((*heads, *column.heads), column.body) for heads, column in zip(by_left, row, strict=True)]


def _join(parts: Sequence[Part], column: _Column) -> Part:
    box, body = parts[column.body]
    group = body[0].group
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


def _is_right_above(over: Box, box: Box) -> bool:
    return over.top < box.top and -NEAR / 2 <= box.top - over.bottom <= NEAR


def _in_line(one: Box, other: Box) -> bool:
    return abs(one.left - other.left) <= OUT_OF_LINE and abs(one.right - other.right) <= OUT_OF_LINE


def _is_within(one: Box, other: Box) -> bool:
    return one.left >= other.left - OUT_OF_LINE and one.right <= other.right + OUT_OF_LINE
