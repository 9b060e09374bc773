"""Tables without lines between their columns: rows on bands of colour, or parted by rules across.

Where a row begins and ends is drawn; where a column does is told by the room that all rows leave at one place, as a reader sees
it. Tables with all lines drawn are those of tables.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from radsassistent.documents.cells import BULLETS, Span, lines_of, of_column, overlap, spans_of, style_of, text_of
from radsassistent.documents.document import Box
from radsassistent.documents.page_content import PageContent, Shape, Word
from radsassistent.documents.tables import INDENT_STEP, PlacedTable, depths, table_from_cells

# Edges that are meant to be one, or in line, differ by no more than this (points).
IN_LINE = 2.5
# A band or a rule is at least this share of the slide wide, and a band at most this share of it high: else it is a card.
WIDE, HIGH = 0.2, 0.35
# A row that no edge ends is at most this many times as high as the others. A heading stands so near above the first edge, in
# sizes of its type.
OPEN_ROW, HEAD_ABOVE = 1.3, 2.5
FEWEST_ROWS = 3
ROWS_ABOVE = 2
# Of a table of two columns, at least this share of the values are numbers: else it may be a list with a word in front.
OF_NUMBERS = 0.5
# A title is set so many times larger than what stands under it.
OVER_SMALLER = 1.1


@dataclass(slots=True)
class _Edges:
    """The places down the slide where bands and rules of one width begin and end."""

    left: float
    right: float
    at: list[float] = field(default_factory=list)

    def takes(self, box: Box) -> bool:
        return abs(box.left - self.left) <= IN_LINE and abs(box.right - self.right) <= IN_LINE

    def strips(self) -> list[Span]:
        edges: list[float] = []
        for place in sorted(self.at):
            if not edges or place - edges[-1] > IN_LINE:
                edges.append(place)
        return list(pairwise(edges))


@dataclass(slots=True)
class _Region:
    """Rows under each other, and from where to where the words of each column reach."""

    top: float
    bottom: float
    columns: list[Span]
    rows: list[list[Word]]

    def with_row(self, words: Sequence[Word]) -> list[Span] | None:
        """The columns with a further row of words; None where that reaches over two of them."""
        spans = [*self.columns]
        for run in spans_of(words):
            touched = [span for span in spans if run[0] < span[1] and span[0] < run[1]]
            if len(touched) > 1:
                return None
            spans = [span for span in spans if span not in touched]
            both = [run, *touched]
            spans.append((min(left for left, _ in both), max(right for _, right in both)))
        return sorted(spans)

    def add(self, words: Sequence[Word], columns: list[Span], bottom: float) -> None:
        self.rows.append(list(words))
        self.columns = columns
        self.bottom = bottom


def banded_tables(content: PageContent, known: Sequence[PlacedTable] = ()) -> list[PlacedTable]:
    """The tables of a page whose rows are drawn and whose columns are not; none where a known one stands."""
    found: list[PlacedTable] = []
    for edges in _edges(content):
        inside = [word for word in content.words if edges.left <= word.box.centre[0] <= edges.right]
        for region in _regions(edges, inside):
            table = _table(region, edges)
            others = (*known, *found)
            if table is not None and not any(overlap(table.box, other.box) for other in others):
                found.append(table)
    return found


def _edges(content: PageContent) -> list[_Edges]:
    found: list[_Edges] = []
    wide = [box for box in _joined(content.shapes) if box.width >= WIDE * content.width]
    for box in wide:
        if box.height > HIGH * content.height:
            continue
        of_width = next((edges for edges in found if edges.takes(box)), None)
        if of_width is None:
            of_width = _Edges(box.left, box.right)
            found.append(of_width)
        of_width.at += [box.top, box.bottom]
    return [edges for edges in found if len(edges.strips()) >= FEWEST_ROWS - 1]


def _joined(shapes: Iterable[Shape]) -> list[Box]:
    """The boxes of shapes, those that touch side by side as one: each cell may have a rule or a colour of its own."""
    boxes: list[Box] = []
    for box in sorted((s.box for s in shapes), key=lambda box: (round(box.top), round(box.bottom), box.left)):
        last = boxes[-1] if boxes else None
        beside = last is not None and abs(last.top - box.top) <= 1 and abs(last.bottom - box.bottom) <= 1
        if last is not None and beside and abs(box.left - last.right) <= IN_LINE:
            boxes[-1] = last.around(box)
        else:
            boxes.append(box)
    return boxes


def _regions(edges: _Edges, words: Sequence[Word]) -> list[_Region]:
    strips = edges.strips()
    found: list[_Region] = []
    current: _Region | None = None
    label: tuple[Sequence[Word], float] | None = None
    # Below the last edge there may be one more row.
    last = strips[-1][1]
    for top, bottom in [*strips, (last, last + 10 * (strips[-1][1] - strips[-1][0]))]:
        own = _between(words, top, bottom)
        reached = label[1] if label is not None else current.bottom if current is not None else top
        if current is not None and (top - reached > _row_height(current) or _is_bulleted(own)):
            # Points below a table are none of its rows, nor is what is drawn far below, as the rule over a footer.
            current, label = None, None
        if current is not None and len(current.rows) > 1:
            highest = OPEN_ROW * _row_height(current)
            if bottom - top > highest and own:
                bottom = min(bottom, top + highest)
                own = _between(words, top, bottom)
        runs = spans_of(own)
        columns = current.with_row(own) if current is not None and own else None
        if current is not None and columns is not None and len(runs) > 1 and len(columns) <= len(current.columns) + 1:
            if label is not None:
                current.rows.append(list(label[0]))
                label = None
            current.add(own, columns, bottom)
        elif current is not None and label is None and len(runs) == 1 and _is_label(own, current):
            # "Etter lunsj": a heading within the table, if more rows follow.
            label = own, bottom
        else:
            label = None
            current = _opened(words, own, top, bottom) if len(runs) > 1 else None
            if current is not None:
                found.append(current)
    return found


def _opened(words: Sequence[Word], own: Sequence[Word], top: float, bottom: float) -> _Region:
    region = _Region(top, bottom, spans_of(own), [list(own)])
    for place in range(ROWS_ABOVE):
        above = _between(words, region.top - HEAD_ABOVE * own[0].size, region.top)
        columns = region.with_row(above) if len(spans_of(above)) > 1 else None
        if columns is None or len(columns) > len(region.columns) + 1:
            break
        if place and not all(word.bold for word in above):
            # Where every other row has a band, the first is the second row, and the headings stand above the one above it.
            break
        region.rows.insert(0, list(above))
        region.columns, region.top = columns, min(word.box.top for word in above)
    return region


def _is_label(words: Sequence[Word], region: _Region) -> bool:
    """Whether a text alone in its row begins where the first column does, on one line."""
    begins = min(word.box.left for word in words) - region.columns[0][0]
    return abs(begins) <= INDENT_STEP and len(lines_of(words)) == 1


def _is_bulleted(words: Sequence[Word]) -> bool:
    """Whether words are one text with its bullet; a glyph before several texts may be the sign of a row."""
    first = min(words, key=lambda word: word.box.left, default=None)
    return first is not None and first.text in BULLETS and len(spans_of(words)) <= 2


def _row_height(region: _Region) -> float:
    return (region.bottom - region.top) / len(region.rows)


def _between(words: Sequence[Word], top: float, bottom: float) -> list[Word]:
    return [word for word in words if top <= word.box.centre[1] < bottom]


def _table(region: _Region, edges: _Edges) -> PlacedTable | None:
    if len(region.columns) < 2 or len(region.rows) < FEWEST_ROWS:
        return None
    cells = [[text_of(of_column(row, column)) for column in region.columns] for row in region.rows]
    values = [cell for row in cells[1:] for cell in row[1:] if cell]
    numbers = sum(any(map(str.isdigit, cell)) for cell in values)
    labels_and_values = len(region.columns) == 2
    if labels_and_values and (numbers < OF_NUMBERS * len(values) or _are_cards(region)):
        return None
    labels = [of_column(row, region.columns[0]) for row in region.rows]
    table = table_from_cells(cells, depths([style_of(label) for label in labels]))
    return PlacedTable(table, Box(edges.left, region.top, edges.right, region.bottom))


def _are_cards(region: _Region) -> bool:
    """Whether most rows have a title over smaller type, each a card of its own."""
    titled = 0
    for row in region.rows:
        lines = lines_of(of_column(row, region.columns[0]))
        titled += len(lines) > 1 and lines[0][0].size >= OVER_SMALLER * lines[-1][0].size
    return 2 * titled >= len(region.rows)
