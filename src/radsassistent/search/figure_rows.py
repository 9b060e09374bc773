"""Figures with their names that stand by themselves on a slide, as rows of a table, so that they can be asked for as such
("VFT: 90,3 mill." under "2025" is the row VFT with the column 2025).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from radsassistent.archive.passage import Passage, PassageKind
from radsassistent.documents.numbers import number

_FIGURE = re.compile(r"[><~]?(?P<figure>\d[\d .,]*)(?P<unit>(?:mill|mrd|mnok|kr|kroner|prosent|%)?[^:\d]*)")
_NAMED = re.compile(rf"(?P<name>[^\d:]*[^\W\d_]{{2,}}[^\d:]*):\s*(?:kr\.?\s*)?{_FIGURE.pattern}")
_NAME_ALONE = re.compile(r"(?P<name>[^\d:]*[^\W\d_]{2,}[^\d:]*):")
_PERIOD = re.compile(r"(?:19|20)\d\d")
# Fewer figures than this are no table.
_FEWEST = 2
# The number of the table of figures on its slide; tables that are drawn have 0, 1, …
FIGURES = -1


def figure_rows(units: Iterable[Passage], slide_texts: Mapping[tuple[str, int], str]) -> tuple[Passage, ...]:
    """A table row for each name of the figures of every slide that has at least two of one sort, by period where they stand
    under one. The rows are no passages of the archive: their ids are negative.
    """
    by_slide: dict[tuple[str, int], list[Passage]] = {}
    for unit in units:
        by_slide.setdefault((unit.sha256, unit.slide), []).append(unit)
    return tuple(row for place, of_slide in by_slide.items() for row in _of_slide(of_slide, slide_texts.get(place, "")))


def _of_slide(units: list[Passage], text: str) -> list[Passage]:
    found: dict[str, dict[str, tuple[Passage, str, str]]] = {}
    lines = [line.strip() for line in text.splitlines()]
    for unit in units:
        period = next((above for above in unit.data["under"] if _PERIOD.fullmatch(above)), "")
        figure = _figure(unit, lines[lines.index(period) :] if period in lines else lines)
        if figure is None or (unit.data["under"] and not period):
            continue
        name, value, measure = figure
        cells = found.setdefault(name, {})
        if period in cells:
            # One name twice tells neither.
            return []
        cells[period] = (unit, value, measure)
    cells_of_all = [cell for cells in found.values() for cell in cells.values()]
    dated = {bool(period) for cells in found.values() for period in cells}
    if len(cells_of_all) < _FEWEST or len(dated) > 1:
        return []
    periods = sorted({period for cells in found.values() for period in cells})
    title = str(units[0].data.get("title") or "")
    columns = periods if periods != [""] else _PERIOD.findall(title)[:1] or [title]
    return [_row(name, cells, periods, columns) for name, cells in found.items()]


def _figure(unit: Passage, lines: list[str]) -> tuple[str, str, str] | None:
    """The name, the figure and its unit of a text; the figure of a name alone stands on the line below it."""
    text = unit.text.strip()
    match = _NAMED.fullmatch(text)
    if match is None:
        alone = _NAME_ALONE.fullmatch(text)
        below = lines[lines.index(text) + 1 :][:1] if alone is not None and text in lines else []
        figure = _FIGURE.fullmatch(below[0]) if below else None
        if alone is None or figure is None:
            return None
        return alone["name"].strip(), figure["figure"].strip(" .,"), figure["unit"].strip(" .")
    value = match["figure"].strip(" .,")
    return (match["name"].strip(), value, match["unit"].strip(" .")) if number(value) is not None else None


def _row(name: str, cells: Mapping[str, tuple[Passage, str, str]], periods: list[str], columns: list[str]) -> Passage:
    first = next(iter(cells.values()))[0]
    measures = {measure for _, _, measure in cells.values()}
    values = [cells[period][1] if period in cells else None for period in periods]
    data = {
        "title": first.data.get("title") or "",
        "caption": "",
        "under": [],
        "label": name,
        "columns": columns,
        "values": values,
        "table": FIGURES,
        "unit": measures.pop() if len(measures) == 1 else "",
    }
    text = "; ".join(f"{name}: {value}" for value in values if value)
    return replace(first, kind=PassageKind.TABLE_ROW, text=text, data=data, id=-first.id)
