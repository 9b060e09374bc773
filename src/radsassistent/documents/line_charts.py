"""Line charts: printed values tied to the marks on a line, and to the categories that stand below them.

As of bars only what is printed is taken: a line with a mark without one value or without a category gives no table. A line
without marks has its values above the categories that it spans, where no other line does and they rise and fall with it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from radsassistent.documents.charts import (
    Colour,
    Legend,
    ReadChart,
    is_one_number,
    percent_behind,
    region_of,
    title_above,
)
from radsassistent.documents.document import Box, Table, TableRow
from radsassistent.documents.numbers import numbers
from radsassistent.documents.page_content import PageContent, Shape, Word
from radsassistent.documents.tables import PlacedTable, is_number

# Two marks are no line.
FEWEST = 3
# The side of a mark (points), and how much the marks of one line differ.
MARK, ALIKE = (2.5, 12.0), 0.7
# Marks stand at equal steps along the line, to this share of a step.
EVEN = 0.1
# The line that is drawn through the marks reaches from the middle of the first to that of the last, to so many points.
THROUGH = 3.0
# The lines of a category are this close together, in sizes of type.
LEADING = 1.45
# A value stands above or below its mark, its middle within this many heights of its type.
NEAR = 1.8


def line_charts(content: PageContent, legend: Legend) -> list[ReadChart]:
    """The line charts of a page whose values are printed at the marks of the lines."""
    lines = _lines(content.shapes)
    charts: list[ReadChart] = []
    while lines:
        along = [_middle(mark) for mark in lines[0]]
        together = [line for line in lines if _same_steps(along, [_middle(mark) for mark in line])]
        lines = [line for line in lines if line not in together]
        chart = _read(together, content, legend)
        if chart is not None:
            charts.append(chart)
    return charts or _without_marks(content)


def _lines(shapes: Sequence[Shape]) -> list[list[Shape]]:
    """The marks of each line from left to right: alike, evenly apart, with a stroke drawn through them."""
    alike: dict[tuple[Colour, int], dict[tuple[float, float], Shape]] = defaultdict(dict)
    for shape in shapes:
        box = shape.box
        if shape.fill is not None and MARK[0] <= box.height <= MARK[1] and abs(box.width - box.height) <= ALIKE:
            alike[shape.fill, round(box.height / ALIKE)].setdefault(box.centre, shape)
    strokes = [shape.box for shape in shapes if shape.stroked and not shape.boxlike]
    rows = (sorted(marks.values(), key=_middle) for marks in alike.values())
    return [row for row in rows if len(row) >= FEWEST and _evenly(row) and _drawn_through(row, strokes)]


def _middle(mark: Shape) -> float:
    return mark.box.centre[0]


def _evenly(row: Sequence[Shape]) -> bool:
    steps = [_middle(other) - _middle(one) for one, other in pairwise(row)]
    return min(steps) > 0 and max(steps) - min(steps) <= EVEN * max(steps)


def _drawn_through(row: Sequence[Shape], strokes: Sequence[Box]) -> bool:
    """Whether a stroke spans just the marks: the legend's has one mark, an axis none."""
    first, last = _middle(row[0]), _middle(row[-1])
    heights = [mark.box.centre[1] for mark in row]
    return any(
        abs(stroke.left - first) <= THROUGH
        and abs(stroke.right - last) <= THROUGH
        and abs(stroke.top - min(heights)) <= THROUGH
        and abs(stroke.bottom - max(heights)) <= THROUGH
        for stroke in strokes
    )


def _same_steps(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= THROUGH for a, b in zip(one, other, strict=True))


def _read(lines: Sequence[Sequence[Shape]], content: PageContent, legend: Legend) -> ReadChart | None:
    marks = [mark for line in lines for mark in line]
    colours = [line[0].fill for line in lines if line[0].fill is not None]
    if len(colours) > 1 and not all(colour in legend for colour in colours):
        return None
    named = {word for colour in colours if colour in legend for word in legend[colour][1]}
    names = _categories(lines[0], max(mark.box.bottom for mark in marks), content, named)
    if names is None:
        return None
    taken = named | {word for run in names for word in run}
    values = _values(marks, content, taken)
    if values is None:
        return None
    used = frozenset(taken | {word for run in values.values() for word in run})
    region = region_of([*(mark.box for mark in marks), *(word.box for word in used)])
    title = title_above(region, content, used)
    caption = title.text if title else ""
    rows = tuple(
        TableRow(_text(name), tuple(_text(values[line[place]]) for line in lines)) for place, name in enumerate(names)
    )
    columns = tuple(legend[colour][0] if colour in legend else caption for colour in colours)
    return ReadChart(PlacedTable(Table(caption, "", columns, rows), region), used)


def _without_marks(content: PageContent) -> list[ReadChart]:
    """The chart of the one bent line of a page that has a category below either end and values above them all."""
    strokes = {shape.box for shape in content.shapes if shape.stroked and not shape.boxlike}
    found = [(stroke, runs) for stroke in strokes if stroke.height > 0 and (runs := _below(stroke, content))]
    if len(found) != 1:
        return []
    stroke, names = found[0]
    values = [_above(name, stroke, content) for name in names]
    told = [value for value in values if value is not None]
    if len(told) < len(names) or not _rise_together(told):
        return []
    told = [[*value, *percent_behind(value, content)] for value in told]
    used = frozenset(word for run in (*names, *told) for word in run)
    region = region_of([stroke, *(word.box for word in used)])
    title = title_above(region, content, used)
    caption = title.text if title else ""
    rows = tuple(TableRow(_text(name), (_text(value),)) for name, value in zip(names, told, strict=True))
    return [ReadChart(PlacedTable(Table(caption, "", (caption,), rows), region), used)]


def _below(stroke: Box, content: PageContent) -> list[list[Word]]:
    """The texts on the first line under a stroke that begins and ends with one below its ends, at equal steps."""
    rows: dict[int, list[Word]] = defaultdict(list)
    for word in sorted(content.words, key=lambda word: word.box.left):
        if word.box.top > stroke.bottom and stroke.left - word.box.width < word.box.centre[0]:
            rows[round(word.baseline)].append(word)
    for _, row in sorted(rows.items()):
        runs: list[list[Word]] = []
        for word in row:
            apart = not runs or word.box.left - runs[-1][-1].box.right > word.size / 2
            runs = [*runs, [word]] if apart else [*runs[:-1], [*runs[-1], word]]
        within = [run for run in runs if _centre(run) <= stroke.right + row[0].size]
        steps = [_centre(other) - _centre(one) for one, other in pairwise(within)]
        if (
            len(within) >= FEWEST
            and max(steps) - min(steps) <= EVEN * max(steps)
            and abs(_centre(within[0]) - stroke.left) <= row[0].size / 2
            and abs(_centre(within[-1]) - stroke.right) <= row[0].size / 2
        ):
            return within
    return []


def _centre(run: Sequence[Word]) -> float:
    return region_of([word.box for word in run]).centre[0]


def _above(name: Sequence[Word], stroke: Box, content: PageContent) -> list[Word] | None:
    """The one number above a category, near the heights between which a line goes; None where there are none or several."""
    middle, size = _centre(name), name[0].size
    near = [
        word
        for word in content.words
        if is_number(word.text)
        and abs(word.box.centre[0] - middle) <= max(word.box.width, word.size)
        and stroke.top - 2 * NEAR * size <= word.box.centre[1] <= stroke.bottom + NEAR * size
    ]
    run = sorted(near, key=lambda word: word.box.left)
    return run if run and is_one_number(run) else None


def _rise_together(values: Sequence[Sequence[Word]]) -> bool:
    """Whether a larger value never stands lower."""
    placed = [(value, -run[0].baseline) for run in values for value in numbers(_text(run))[:1]]
    return len(placed) == len(values) and all(one[1] <= other[1] + THROUGH for one, other in pairwise(sorted(placed)))


def _categories(line: Sequence[Shape], below: float, content: PageContent, taken: set[Word]) -> list[list[Word]] | None:
    """What stands below each mark: the first lines of text under the chart that have something under every one."""
    half = (_middle(line[1]) - _middle(line[0])) / 2
    found: dict[int, list[list[Word]]] = {}
    for word in sorted(content.words, key=lambda word: word.box.left):
        place = next((n for n, mark in enumerate(line) if abs(word.box.centre[0] - _middle(mark)) < half), None)
        if place is not None and word not in taken and word.box.top > below:
            found.setdefault(round(word.baseline), [[] for _ in line])[place].append(word)
    names: list[list[Word]] = []
    for _, runs in sorted(found.items()):
        under = all(_is_under(run, mark, half) for run, mark in zip(runs, line, strict=True))
        if not under and not names:
            continue
        if not under or (names and runs[0][0].baseline - names[0][-1].baseline > LEADING * runs[0][0].size):
            break
        names = [[*name, *run] for name, run in zip(names, runs, strict=True)] if names else runs
    return names or None


def _is_under(run: Sequence[Word], mark: Shape, half: float) -> bool:
    return bool(run) and abs(region_of([word.box for word in run]).centre[0] - _middle(mark)) < half / 2


def _values(marks: Sequence[Shape], content: PageContent, taken: set[Word]) -> dict[Shape, list[Word]] | None:
    """The number printed at each mark; None where one has none or several."""
    printed: dict[Shape, list[Word]] = {mark: [] for mark in marks}
    for word in content.words:
        if word in taken or not is_number(word.text):
            continue
        mark = min(marks, key=lambda mark: math.dist(mark.box.centre, word.box.centre))
        across, down = (abs(a - b) for a, b in zip(mark.box.centre, word.box.centre, strict=True))
        if across <= max(word.box.width, word.size) and down <= NEAR * word.size:
            printed[mark].append(word)
    runs = {mark: sorted(run, key=lambda word: word.box.left) for mark, run in printed.items()}
    return runs if all(run and is_one_number(run) for run in runs.values()) else None


def _text(run: Sequence[Word]) -> str:
    return " ".join(word.text for word in run)
