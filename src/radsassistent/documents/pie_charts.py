"""Pies and rings: printed values tied to their sector by the direction they stand in, and to a name by the legend's colours.

As of bars only what is printed is taken: a pie with a sector without one value or without a name gives no table.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from radsassistent.documents.charts import Legend, ReadChart, is_one_number, region_of, title_above
from radsassistent.documents.document import Box, Table, TableRow
from radsassistent.documents.page_content import PageContent, Shape, Word
from radsassistent.documents.tables import PlacedTable, is_number

# Sectors of one pie touch, or nearly (points).
APART = 3.0
# Lower shapes are icons and arrows, of which a page may have thousands (points).
LEAST_ACROSS = 12.0
# The width of a pie is its height, or nearly: slices that are drawn out make it a little wider.
ROUND = 1.12
# A value stands in its sector or outside beside it, within this many radii of the centre.
REACH = 1.35
# Within the band that the sectors cover, whether they are slices or parts of a ring (radii from the centre).
BAND = 0.85
# A hole has nothing printed on the sectors: its words stand this near the centre (radii).
HOLE = 0.35
# A sign that may stand a space apart from its number.
PERCENT = "%"


def pie_charts(content: PageContent, legend: Legend) -> list[ReadChart]:
    """The pies and rings of a page whose values are printed at their sectors and named in a legend."""
    if len(legend) < 2:
        return []
    sectors = [shape for shape in content.shapes if shape.outline and shape.box.height > LEAST_ACROSS]
    pies = (pie for pie in _pies(sectors) if all(sector.fill in legend for sector in pie))
    charts = (_read(pie, content, legend) for pie in pies)
    return [chart for chart in charts if chart is not None]


def _pies(sectors: Sequence[Shape]) -> list[list[Shape]]:
    """Sectors of different colours that lie together and are round as a whole."""
    pies: list[list[Shape]] = []
    for sector in sectors:
        near = [pie for pie in pies if any(_touch(sector.box, other.box) for other in pie)]
        pies = [pie for pie in pies if pie not in near]
        pies.append([*(shape for pie in near for shape in pie), sector])
    return [pie for pie in pies if len({sector.fill for sector in pie}) == len(pie) >= 2 and _is_round(pie)]


def _touch(one: Box, other: Box) -> bool:
    return (
        one.left - other.right < APART
        and other.left - one.right < APART
        and one.top - other.bottom < APART
        and other.top - one.bottom < APART
    )


def _is_round(pie: Sequence[Shape]) -> bool:
    box = region_of([sector.box for sector in pie])
    return box.height > 0 and 1 / ROUND < box.width / box.height < ROUND


def _read(pie: Sequence[Shape], content: PageContent, legend: Legend) -> ReadChart | None:
    circle = region_of([sector.box for sector in pie])
    named = {word for sector in pie if sector.fill is not None for word in legend[sector.fill][1]}
    printed: dict[Shape, list[Word]] = {sector: [] for sector in pie}
    hole: list[Word] = []
    for word in content.words:
        away = _distance(word, circle)
        if away <= HOLE:
            hole.append(word)
        elif away <= REACH and word not in named and _may_be_value(word, away, content):
            sector = _sector_at(word, pie, circle)
            if sector is not None:
                printed[sector].append(word)
    values = {sector: sorted(run, key=lambda word: word.box.left) for sector, run in printed.items()}
    if not all(run and _is_one_value(run) for run in values.values()):
        return None
    used = frozenset([*named, *hole, *(word for run in values.values() for word in run)])
    region = region_of([circle, *(word.box for word in used)])
    title = title_above(region, content, used)
    caption = title.text if title else ""
    column = " ".join(word.text for word in hole) or caption
    rows = tuple(
        TableRow(legend[sector.fill][0], (" ".join(word.text for word in values[sector]),))
        for sector in pie
        if sector.fill is not None
    )
    return ReadChart(PlacedTable(Table(caption, "", (column,), rows), region), used)


def _may_be_value(word: Word, away: float, content: PageContent) -> bool:
    """Whether a word is a number or its sign; outside the pie, not one within a line of words, as in a title above."""
    beside = (
        other
        for other in content.words
        if abs(other.baseline - word.baseline) < 0.3 * word.size
        and max(other.box.left - word.box.right, word.box.left - other.box.right) < 0.5 * word.size
    )
    says = is_number(word.text) or word.text == PERCENT
    return says and (away <= 1 or not any(letter.isalpha() for other in beside for letter in other.text))


def _is_one_value(run: Sequence[Word]) -> bool:
    """Whether the numbers of a sector are one value on one line."""
    on_line = all(abs(a.baseline - b.baseline) < 0.3 * a.size for a, b in pairwise(run))
    return on_line and is_one_number(run)


def _distance(word: Word, circle: Box) -> float:
    """How far a word stands from the middle of a circle, in its radii."""
    across, down = word.box.centre[0] - circle.centre[0], word.box.centre[1] - circle.centre[1]
    return 2 * math.hypot(across, down) / max(circle.width, circle.height)


def _sector_at(word: Word, pie: Sequence[Shape], circle: Box) -> Shape | None:
    """The sector in the direction that a word stands in from the middle."""
    (x, y), away = circle.centre, _distance(word, circle)
    at = x + (word.box.centre[0] - x) * BAND / away, y + (word.box.centre[1] - y) * BAND / away
    return next((sector for sector in pie if _holds(sector.outline, at)), None)


def _holds(outline: Sequence[tuple[float, float]], point: tuple[float, float]) -> bool:
    """Whether a point lies in a polygon: a ray from it crosses its edges an odd number of times (Shimrat 1962)."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside
