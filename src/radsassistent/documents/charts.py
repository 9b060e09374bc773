"""Bar charts: printed values tied to their category and series by where they stand and by the legend's colours.

Only what is printed is taken: a bar without a value label gives no value, a chart whose labels cannot be tied to bars
gives no table, and its words stay as running text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from radsassistent.documents.document import Box, Table, TableRow
from radsassistent.documents.lines import lines
from radsassistent.documents.page_content import PageContent, Shape, Word
from radsassistent.documents.paragraphs import Paragraph, paragraphs
from radsassistent.documents.tables import PlacedTable, is_number

Colour = tuple[int, int, int]
# The names of series by their colour, each with its words.
Legend = dict[Colour, tuple[str, frozenset[Word]]]

# Edges that stand on one baseline differ by less than this (points).
ALIGNED = 1.5
# The side of a legend's colour sample (points), least and most.
SWATCH = (4.0, 22.0)
# The share of a chart's bars that must have a printed value for the chart to be read.
LABELLED = 0.6
# The gap between groups of bars exceeds the gap within them by at least this share of a bar's thickness.
CLUSTER_GAP = 0.35
# The foot of a category's name stands at most so far below upright bars, and a line of it takes so much (sizes of type).
CATEGORY, LINE = 2.6, 1.25
# The middle of an axis's number is at its tick, to this share of the size of type.
TICK = 0.3

_YEAR = re.compile(r"^(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class _Axis:
    """Which way a chart's bars grow: lengths and places along and across the bars, seen as if the bars stood up."""

    start: Callable[[Box], float]
    along: Callable[[Box], tuple[float, float]]
    across: Callable[[Box], tuple[float, float]]
    grows_right: bool


_UPRIGHT = _Axis(lambda b: b.bottom, lambda b: (b.top, b.bottom), lambda b: (b.left, b.right), grows_right=False)
_LYING = _Axis(lambda b: b.left, lambda b: (b.left, b.right), lambda b: (b.top, b.bottom), grows_right=True)


@dataclass(frozen=True, slots=True)
class ReadChart:
    """A chart as a table with its place, and the words that it has taken up."""

    placed: PlacedTable
    words: frozenset[Word]


def bar_charts(content: PageContent, legend: Legend) -> list[ReadChart]:
    """The bar charts of a page whose values are printed at the bars."""
    found: list[ReadChart] = []
    for axis in (_UPRIGHT, _LYING):
        for bars in _rows_of_bars(content.shapes, axis):
            chart = _read(bars, axis, content, legend)
            if chart is not None:
                found.append(chart)
    return found


def _rows_of_bars(shapes: Sequence[Shape], axis: _Axis) -> list[list[Shape]]:
    """Filled boxes of one thickness that begin on one baseline; at least two."""
    rows: dict[tuple[int, int], list[Shape]] = defaultdict(list)
    for shape in shapes:
        low, high = axis.across(shape.box)
        if shape.fill is None or not shape.boxlike or high - low < 3:
            continue
        rows[round(axis.start(shape.box) / ALIGNED), round((high - low) / ALIGNED)].append(shape)
    return [sorted(row, key=lambda shape: axis.across(shape.box)[0]) for row in rows.values() if len(row) >= 2]


def legend_of(content: PageContent) -> Legend:
    """Series names by colour: the line of text right of each small square."""
    named: Legend = {}
    for shape in content.shapes:
        box = shape.box
        if shape.fill is None or not SWATCH[0] <= box.height <= SWATCH[1] or not 0.5 <= box.width / box.height <= 2.0:
            continue
        beside = [
            word
            for word in content.words
            if box.right - 1 <= word.box.left and abs(word.box.centre[1] - box.centre[1]) < 0.6 * word.size
        ]
        run = _run(sorted(beside, key=lambda word: word.box.left), box.right)
        # A short bar looks like a legend's square, but a value stands beside it: a name has letters or is a year.
        if run and shape.fill not in named and (_YEAR.match(run[0].text) or not is_number(run[0].text)):
            named[shape.fill] = (" ".join(word.text for word in run), frozenset(run))
    return named


def _run(words: Sequence[Word], edge: float) -> list[Word]:
    """The words that follow each other from an edge on without a wide gap."""
    run: list[Word] = []
    for word in words:
        if word.box.left - edge > 1.2 * word.size:
            break
        run.append(word)
        edge = word.box.right
    return run


def _read(bars: Sequence[Shape], axis: _Axis, content: PageContent, legend: Legend) -> ReadChart | None:
    values = {bar: label for bar in bars if (label := _value(bar, axis, content)) is not None}
    if len(values) < 2 or len(values) < LABELLED * len(bars):
        return None
    if _are_cards(values, axis):
        return None
    used = {word for run in values.values() for word in run}
    colours = list(dict.fromkeys(bar.fill for bar in bars if bar.fill is not None))
    if len(colours) > 1 and not any(colour in legend for colour in colours):
        # Colours that stand for nothing set off bars of one series, each with a name of its own.
        bars = [replace(bar, fill=colours[0]) for bar in bars]
        values = {replace(bar, fill=colours[0]): run for bar, run in values.items()}
        colours = colours[:1]
        apart = {_category([bar], axis, content, used)[0] for bar in bars}
        if len(apart - {""}) < len(bars):
            return None
    if len(colours) > 1 and not all(colour in legend for colour in colours):
        return None
    clusters = _clusters(bars, axis)
    names = [_category(cluster, axis, content, used) for cluster in clusters]
    if all(name for name, _ in names) and len({name for name, _ in names}) < len(names):
        # "1. kv." is told apart by the year in the line under it.
        longer = [_category(cluster, axis, content, used, CATEGORY + LINE) for cluster in clusters]
        names = longer if len({name for name, _ in longer}) == len(longer) else names
    used |= {word for _, run in names for word in run}
    for colour in colours:
        if colour in legend:
            used |= legend[colour][1]
    region = region_of([*(bar.box for bar in bars), *(word.box for word in used)])
    title = title_above(region, content, used)
    columns = tuple(legend[colour][0] if colour in legend else title.text if title else "" for colour in colours)
    rows = []
    for number, (cluster, (name, _)) in enumerate(zip(clusters, names, strict=True), start=1):
        by_colour = {bar.fill: " ".join(word.text for word in values[bar]) for bar in cluster if bar in values}
        named = name or f"nr. {number} fra {'toppen' if axis.grows_right else 'venstre'}"
        rows.append(TableRow(named, tuple(by_colour.get(colour) for colour in colours)))
    table = Table(title.text if title else "", "", columns, tuple(rows))
    return ReadChart(PlacedTable(table, region), frozenset(used))


def _are_cards(values: Mapping[Shape, Sequence[Word]], axis: _Axis) -> bool:
    """Whether boxes are cards with a figure each: as long as each other though the figures differ."""
    lengths = [bar.box.width if axis.grows_right else bar.box.height for bar in values]
    figures = {" ".join(word.text for word in run) for run in values.values()}
    return len(figures) > 1 and max(lengths) - min(lengths) <= ALIGNED


def _value(bar: Shape, axis: _Axis, content: PageContent) -> tuple[Word, ...] | None:
    """The number printed at the end of a bar: above an upright one, right of a lying one."""
    low, high = axis.across(bar.box)
    near = []
    for word in content.words:
        # The parts of a long value stand beside the middle of a thin bar, by at most a line height.
        slack = 1.0 if axis.grows_right else word.size
        # "29." is the day of a date.
        if (
            not is_number(word.text)
            or word.text.endswith(".")
            or not low - slack <= _middle(axis.across(word.box)) <= high + slack
        ):
            continue
        gap = word.box.left - bar.box.right if axis.grows_right else bar.box.top - word.box.bottom
        if -0.6 * word.size <= gap <= 1.2 * word.size:
            near.append(word)
    if not near:
        return None
    # A value may be two words ("38 447"), which then stand on one line, a word space apart.
    near.sort(key=lambda word: word.box.left)
    near += _thousands_behind(near, content)
    return (*near, *percent_behind(near, content)) if is_one_number(near) else None


def _thousands_behind(number: Sequence[Word], content: PageContent) -> list[Word]:
    """The groups of three figures that go on with a number on its line, a word space apart."""
    found: list[Word] = []
    for word in sorted(content.words, key=lambda word: word.box.left):
        last = (*number, *found)[-1]
        on_line = abs(word.baseline - last.baseline) < 1.0 and 0 <= word.box.left - last.box.right < 0.5 * last.size
        if on_line and word not in number and re.fullmatch(r"\d{3}", word.text):
            found.append(word)
    return found


def percent_behind(number: Sequence[Word], content: PageContent) -> list[Word]:
    """The sign of percent that stands a word space behind a number."""
    last = number[-1]
    return [
        word
        for word in content.words
        if word.text == "%"
        and abs(word.baseline - last.baseline) < 1.0
        and 0 <= word.box.left - last.box.right < 0.5 * last.size
    ]


def is_one_number(run: Sequence[Word]) -> bool:
    """Whether words from left to right are a number, a word space apart at most ("38 447")."""
    close = all(b.box.left - a.box.right < 0.5 * a.size for a, b in pairwise(run))
    return close and is_number(" ".join(word.text for word in run))


def _middle(span: tuple[float, float]) -> float:
    return (span[0] + span[1]) / 2


def _clusters(bars: Sequence[Shape], axis: _Axis) -> list[list[Shape]]:
    """Bars of several colours that stand together; a gap of nearly half a bar, or a colour come again, parts them."""
    gaps = [axis.across(b.box)[0] - axis.across(a.box)[1] for a, b in pairwise(bars)]
    low, high = axis.across(bars[0].box)
    wide = min(gaps) + CLUSTER_GAP * (high - low)
    clusters: list[list[Shape]] = [[bars[0]]]
    for bar, gap in zip(bars[1:], gaps, strict=True):
        if gap > wide or any(other.fill == bar.fill for other in clusters[-1]):
            clusters.append([bar])
        else:
            clusters[-1].append(bar)
    return clusters


def _category(
    cluster: Sequence[Shape], axis: _Axis, content: PageContent, used: set[Word], reach: float = CATEGORY
) -> tuple[str, tuple[Word, ...]]:
    """The text at the foot of a cluster: under upright bars, left of lying ones."""
    region = region_of([bar.box for bar in cluster])
    low, high = axis.across(region)
    slack = 0.5 * (high - low)
    if axis.grows_right:
        found = [
            word
            for word in content.words
            if word not in used
            and word.box.right <= region.left + 2
            and low - 2 <= word.box.centre[1] <= high + 2
            and word.box.left > region.left - 0.45 * content.width
        ]
        found = _reaching(found, region.left)
    else:
        found = [
            word
            for word in content.words
            if word not in used
            and word.box.top - region.bottom + 0.4 * word.size >= 0
            and word.box.bottom - region.bottom < reach * word.size
            and low - slack <= word.box.centre[0] <= high + slack
            and not _is_tick(word, region.bottom)
        ]
    joined = paragraphs(lines(found, ()))
    return " ".join(paragraph.text for paragraph in joined), tuple(found)


def _is_tick(word: Word, foot: float) -> bool:
    """Whether a number stands at the height of the bars' foot itself: the axis's, beside the names that stand under it."""
    return is_number(word.text) and abs(word.box.centre[1] - foot) < TICK * word.size


def _reaching(words: Sequence[Word], edge: float) -> list[Word]:
    """The words of each line that reach to the edge without a wide gap, so that no other column's words come in."""
    kept: list[Word] = []
    by_line: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        by_line[round(word.baseline)].append(word)
    for line in by_line.values():
        right = edge
        for word in sorted(line, key=lambda word: -word.box.right):
            if right - word.box.right > 2.0 * word.size:
                break
            kept.append(word)
            right = word.box.left
    return kept


def region_of(boxes: Sequence[Box]) -> Box:
    """The box around all of them."""
    region = boxes[0]
    for box in boxes[1:]:
        region = region.around(box)
    return region


def title_above(region: Box, content: PageContent, used: Collection[Word]) -> Paragraph | None:
    """The nearest text above the chart that is set over it."""
    above = paragraphs(lines([word for word in content.words if word not in used], ()))
    over = [
        p
        for p in above
        if p.box.bottom <= region.top + p.size
        and p.box.left < region.right
        and region.left < p.box.right
        and any(letter.isalpha() for letter in p.text)
    ]
    return max(over, key=lambda p: p.box.bottom, default=None)
