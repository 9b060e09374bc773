"""Tables of a slide told by nothing but where their cells stand: a row of headings, and rows whose cells are in line under it.

Lists, cards and columns of text stand side by side too. What tells a table is that its columns are of kinds (amounts, times,
keys) or its rows of one pattern, that cells share the lines of their row, and that headings are set otherwise than what they
head. Where that is not sure, the texts stay texts: a list read as a table pairs what does not belong together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from radsassistent.documents.cells import lines_of, style_of
from radsassistent.documents.column_kinds import (
    WORDS_OF_HEAD,
    are_headings,
    is_amount,
    is_period,
    is_told_by_figures,
    is_told_under_headings,
)
from radsassistent.documents.columns_of_text import (
    FAR,
    MOST,
    Column,
    Row,
    Run,
    columns_under,
    is_column,
    rows_across,
    runs_with_bullets,
    text_of_runs,
    waiting_rows,
    words_of,
)
from radsassistent.documents.document import Box
from radsassistent.documents.lines import Line, innermost
from radsassistent.documents.page_content import Shape, Word
from radsassistent.documents.tables import PlacedTable, depths, table_from_cells

# Texts of one line differ by less than this from its baseline, in sizes of type.
ON_LINE = 0.3
# A table of two columns has so many rows at least, a wider one one less.
FEWEST_ROWS = 3
# Headings are smaller or larger than what they head by at most this share.
SIZE_OF_HEAD = 0.3
# A mark beside a text is no larger than this, in sizes of type; what is larger may be a bar of a chart. What is drawn over so
# much of a row is its ground.
MARK, GROUND = 1.6, 0.9
# Frames of headings that touch are one band, to this (points).
TOUCHING = 2.5
# More columns than this are a map or a chart.
MOST_COLUMNS = 12

_Rows = Mapping[int | None, Sequence[Sequence[Run]]]


@dataclass(frozen=True, slots=True)
class UnruledTable:
    """A table with its place and the words that it has taken up. `distinct` when its headings are set otherwise than its rows."""

    placed: PlacedTable
    words: frozenset[Word]
    distinct: bool


@dataclass(frozen=True, slots=True)
class _Head:
    """Where a row of headings may stand, and in which frames."""

    baseline: float
    size: float
    frames: frozenset[int | None]

    def is_on(self, baseline: float) -> bool:
        return abs(baseline - self.baseline) < ON_LINE * self.size

    def is_above(self, baseline: float) -> bool:
        return baseline - self.baseline >= ON_LINE * self.size


def unruled_tables(
    words: Sequence[Word], read: Sequence[Line], shapes: Sequence[Shape], frames: Sequence[Box]
) -> list[UnruledTable]:
    """The tables of a slide without lines or fills. `read` are the lines that the words make up, in their `frames`."""
    heads = _may_be_headed(read)
    if not heads:
        return []
    by_frame: dict[int | None, list[Word]] = {}
    for word in words:
        by_frame.setdefault(innermost(word, frames), []).append(word)
    rows: _Rows = {frame: [runs_with_bullets(line) for line in lines_of(own)] for frame, own in by_frame.items()}
    # What stands over a table, such as the parts of the deck side by side, could head its figures: true headings come first.
    found: list[UnruledTable] = []
    unsure: list[UnruledTable] = []
    for head in heads:
        for table in _under(head, rows, frames):
            if _is_drawn_over(table.placed.box, shapes, head.size):
                continue
            (found if table.distinct else unsure).append(table)
            rows = _without(rows, table.words) if table.distinct else rows
    for table in unsure:
        if not any(table.words & other.words for other in found):
            found.append(table)
    return found


def _may_be_headed(read: Sequence[Line]) -> list[_Head]:
    """The rows of short texts with a row below them, from the top down: most slides have none, and are done with here."""
    rows: list[list[Line]] = []
    for line in sorted(read, key=lambda line: line.baseline):
        if rows and line.baseline - rows[-1][0].baseline < ON_LINE * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    rows = [row for row in rows if len(row) > 1]
    found = []
    for above, below in pairwise(rows):
        labels = [line for line in above if not line.bulleted and len(line.text.split()) <= WORDS_OF_HEAD]
        if len(labels) > 1 and below[0].baseline - above[0].baseline <= 2 * FAR * above[0].size:
            first = labels[0]
            found.append(_Head(first.baseline, first.size, frozenset(line.frame for line in labels)))
    return found


def _without(rows: _Rows, taken: Collection[Word]) -> _Rows:
    rest = {frame: [[run for run in row if run.words[0] not in taken] for row in own] for frame, own in rows.items()}
    return {frame: [row for row in own if row] for frame, own in rest.items()}


def _under(head: _Head, rows: _Rows, frames: Sequence[Box]) -> Iterator[UnruledTable]:
    """The tables under a row of headings, which stand in one frame, or in a band of their own over it."""
    on_line = (row for frame in head.frames for row in rows.get(frame, ()) if head.is_on(row[0].baseline))
    heads = sorted((run for row in on_line for run in row), key=lambda run: run.left)
    figures = sum(is_amount(run.text) and not is_period(run.text) for run in heads)
    if not 2 <= len(heads) <= MOST_COLUMNS or 2 * figures > len(heads):
        return
    below = {frame: [row for row in own if head.is_above(row[0].baseline)] for frame, own in rows.items()}
    next_below = [
        (row[0].baseline, frame)
        for frame, own in below.items()
        for row in own
        if row[0].left < heads[-1].right and heads[0].left < row[-1].right
    ]
    if not next_below:
        return
    _, frame = min(next_below, key=lambda each: each[0])
    in_band = head.frames != {frame}
    if in_band and not _are_band(head.frames, frame, frames):
        return
    columns = columns_under(heads, below[frame])
    if len(columns) <= MOST_COLUMNS:
        yield from _tables(columns, in_band=in_band)


def _are_band(of_heads: frozenset[int | None], of_rows: int | None, frames: Sequence[Box]) -> bool:
    """Whether the frames of headings are one band: a single one, or such as touch side by side; in the frame of the rows."""
    if None in of_heads:
        return False
    boxes = sorted((frames[number] for number in of_heads if number is not None), key=lambda box: box.left)
    touch = all(abs(one.right - other.left) <= TOUCHING for one, other in pairwise(boxes))
    return touch and (of_rows is None or all(frames[of_rows].holds(box.centre) for box in boxes))


def _tables(columns: Sequence[Column], *, in_band: bool) -> Iterator[UnruledTable]:
    """The widest tables that neighbouring columns make up: beside one there may be a text, or another."""
    count = len(columns)
    for wide in range(count, 1, -1):
        for first in range(count - wide + 1):
            own = columns[first : first + wide]
            may_be = all(column.heads for column in own[1:]) and not _is_part(own, columns)
            table = _table(own, in_band=in_band) if may_be else None
            if table is not None:
                yield table
                yield from _tables(columns[:first], in_band=in_band)
                yield from _tables(columns[first + wide :], in_band=in_band)
                return


def _is_part(own: Sequence[Column], columns: Sequence[Column]) -> bool:
    """Whether some headings come again beside, and others do not: a year above each half of the columns tells them apart."""
    heads = {_last_head(column) for column in own}
    beside = {_last_head(column) for column in columns if column not in own}
    return bool(heads & beside - {""}) and not heads <= beside


def _last_head(column: Column) -> str:
    """The lowest line of a column's headings, but for what stands in brackets."""
    return next((run.text for run in reversed(column.heads) if not run.text.startswith("(")), "")


def _table(columns: Sequence[Column], *, in_band: bool) -> UnruledTable | None:
    rows = rows_across(columns)
    whole = [row for row in rows if sum(map(bool, row)) > 1]
    fewest = FEWEST_ROWS if len(columns) == 2 else FEWEST_ROWS - 1
    if len(whole) < fewest or not all(is_column(rows, number) for number in range(len(columns))):
        return None
    heads = [text_of_runs(column.heads) for column in columns]
    over = [run for column in columns for run in column.heads]
    if not are_headings(heads) or not _are_of_size(over, whole):
        return None
    told = [[text_of_runs(cell) for cell in row] for row in whole]
    distinct = in_band or _are_set_otherwise(over, whole)
    sure = distinct and is_told_under_headings(heads, told, waiting_rows(whole))
    if not sure and not is_told_by_figures(heads, told):
        return None
    cells = [[text_of_runs(cell) for cell in row] for row in rows]
    styles = [style_of(words_of(label)) for label in (columns[0].heads, *(row[0] for row in rows))]
    words = [*words_of(over), *(word for row in rows for cell in row for word in words_of(cell))]
    table = table_from_cells([heads, *cells], depths(styles))
    return UnruledTable(PlacedTable(table, _around(words)), frozenset(words), distinct)


def _around(words: Sequence[Word]) -> Box:
    box = words[0].box
    for word in words[1:]:
        box = box.around(word.box)
    return box


def _are_of_size(heads: Sequence[Run], rows: Sequence[Row]) -> bool:
    """Whether headings are set about as large as what they head: a figure over a text of smaller type is no heading."""
    size = next(cell[0].size for cell in rows[0] if cell)
    return all(abs(run.size - size) <= SIZE_OF_HEAD * size for run in heads)


def _are_set_otherwise(heads: Sequence[Run], rows: Sequence[Row]) -> bool:
    """Whether all headings are bold, of a colour or in capitals where most of what they head is not."""
    # A sum is bold too.
    plain = [row for row in rows if not all(run.style[0] for cell in row for run in cell)]
    values = [run for row in plain or rows for cell in row[1:] for run in cell]
    enough = MOST * len(values)
    if all(run.style[0] for run in heads) and sum(not run.style[0] for run in values) >= enough:
        return True
    colour = heads[0].style[1]
    in_colour = colour is not None and all(run.style[1] == colour for run in heads)
    if in_colour and sum(run.style[1] != colour for run in values) >= enough:
        return True
    in_capitals = all(run.text.isupper() for run in heads)
    return in_capitals and sum(not run.text.isupper() for run in values) >= enough


def _is_drawn_over(box: Box, shapes: Sequence[Shape], size: float) -> bool:
    """Whether something is drawn among the texts that is no line, mark or ground of a whole row: bars, boxes, curves."""
    for shape in shapes:
        own = shape.box
        is_line = min(own.width, own.height) < 2.0
        is_mark = max(own.width, own.height) <= MARK * size
        is_ground = own.width >= GROUND * box.width
        if not (is_line or is_mark or is_ground) and box.holds(own.centre):
            return True
    return False
