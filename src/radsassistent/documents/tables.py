"""Ruled tables: rows, columns, header and values from the lines drawn on the page.

The geometry of cells is pdfplumber's (the method of Nurminen, 2013, as in Tabula); what the rows and columns mean is
decided here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pdfplumber.page import Page
from pdfplumber.table import Table as CellGrid

from radsassistent.documents.document import Box, Table, TableRow
from radsassistent.documents.page_content import Shape
from radsassistent.documents.paragraphs import begins_with_name, join_lines

# Labels set in by less than this (points) stand at one indent.
INDENT_STEP = 4.0
_NUMBER = re.compile(r"^[-–+]?\d[\d .,  ]*%?$")
_YEAR = re.compile(r"^(19|20)\d\d(\s*[-–/]\s*(20)?\d\d)?$")


def is_number(text: str) -> bool:
    """Whether a text is a number as tables print it: "1 059", "23,3", "-3,7", "63 %"."""
    return bool(_NUMBER.match(text))


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table and the place of its grid on the slide."""

    table: Table
    box: Box


def may_hold_table(shapes: Sequence[Shape]) -> bool:
    """Whether enough drawn boxes or lines share edges for a grid; spares the slow cell search on other pages.

    Two rows of two cells share at least four vertical edges; the cells of a grid touch, cards do not.
    """
    lefts = [(round(s.box.left), round(s.box.top)) for s in shapes if s.stroked or s.box.height < 2 or s.box.width < 2]
    rights = {(round(s.box.right), round(s.box.top)) for s in shapes if s.stroked}
    touching = sum(1 for x, y in lefts if any((x + dx, y) in rights for dx in (-1, 0, 1)))
    thin = sum(1 for s in shapes if (s.box.height < 2) != (s.box.width < 2))
    return touching >= 2 or thin >= 6


def ruled_tables(page: Page) -> list[PlacedTable]:
    """The tables of a page that have ruling lines, at least two rows and two columns, and text in both."""
    found: list[PlacedTable] = []
    for grid in page.find_tables():
        table = _table(page, grid)
        if table is not None:
            left, top, right, bottom = grid.bbox
            found.append(PlacedTable(table, Box(left, top, right, bottom)))
    return found


def _table(page: Page, grid: CellGrid) -> Table | None:
    cells = [[None if text is None else _cell(text) for text in row] for row in grid.extract()]
    if len(cells) < 2 or len(cells[0]) < 2:
        return None
    filled = [sum(1 for text in row if text) for row in cells]
    if sum(1 for count in filled if count >= 2) < 2:
        return None
    return table_from_cells(cells, _row_depths(page, grid))


def _row_depths(page: Page, grid: CellGrid) -> list[int]:
    styles: list[tuple[float, bool]] = []
    for row in grid.rows:
        cell = row.cells[0] if row.cells else None
        letters = page.crop(cell, strict=False).chars if cell else []
        letters = [letter for letter in letters if not letter["text"].isspace()]
        bold = bool(letters) and all("bold" in letter["fontname"].lower() for letter in letters)
        styles.append((min((letter["x0"] for letter in letters), default=0.0), bold))
    return depths(styles)


def depths(labels: Sequence[tuple[float, bool]]) -> list[int]:
    """How deep each label is set, 0 for the outermost: by its indent first, and at one indent plain type is under bold type.

    `labels`: where each begins (points from the left), and whether it is bold.
    """
    steps: list[float] = []
    for left in sorted({left for left, _ in labels}):
        if not steps or left - steps[-1] > INDENT_STEP:
            steps.append(left)
    styles = [(sum(step <= left for step in steps), not bold) for left, bold in labels]
    ranks = {style: rank for rank, style in enumerate(sorted(set(styles)))}
    return [ranks[style] for style in styles]


def _cell(text: str) -> str:
    return text_of_cell([re.sub(r"\s+", " ", line).strip() for line in text.split("\n")])


def text_of_cell(lines: Sequence[str]) -> str:
    """The lines of a cell as one text; where each begins with somebody's name, as the list that they are."""
    lines = [line for line in lines if line]
    if len(lines) > 1 and all(begins_with_name(line) for line in lines):
        return "; ".join(line.rstrip(";,") for line in lines)
    joined = ""
    for line in lines:
        joined = join_lines(joined, line) if joined else line
    return joined


def table_from_cells(cells: Sequence[Sequence[str | None]], row_depths: Sequence[int] = ()) -> Table:
    """Make a table of a grid of cell texts (None: covered by a merged cell).

    Header rows are the first row and those after it that have cells covered from above or hold no value while the
    first has merged cells. The top left cell is the caption where the columns are years: no label column is called by
    such a text. `row_depths` says how deep each row's label is set (one number a row of `cells`), for subordinate rows.
    """
    depth = header_depth(cells)
    header = _header(cells[:depth])
    caption, label_header = "", header[0]
    if any(_YEAR.match(name) for name in header[1:]) and header[0]:
        caption = header[0]
    rows: list[TableRow] = []
    depths_of_rows: list[int] = []
    label = ""
    for number, row in enumerate(cells[depth:], start=depth):
        # A label that reaches over several rows is that of each of them.
        label = label if row[0] is None else row[0]
        values = tuple(text or None for text in row[1:])
        if label or any(values):
            rows.append(TableRow(label, values))
            depths_of_rows.append(row_depths[number] if row_depths else 0)
    rows = _with_labels_above(rows) if not label_header else rows
    return Table(caption, label_header, tuple(header[1:]), tuple(_with_parents(rows, depths_of_rows)))


def _with_labels_above(rows: Sequence[TableRow]) -> list[TableRow]:
    """Rows without a label as rows of the one above, where each part of the table goes through the same: "Bruer | 2030",
    "| 2031", "Tunneler | 2030", "| 2031".
    """
    labels: list[str] = []
    for row in rows:
        labels.append(row.label or (labels[-1] if labels else ""))
    told = [(label, row.values[0]) for label, row in zip(labels, rows, strict=True) if row.values]
    first = Counter(cell for label, cell in told if cell)
    without = [row for row in rows if not row.label]
    again = all(row.values and row.values[0] and first[row.values[0]] > 1 for row in without)
    if not without or not again or not labels[0] or len(set(told)) < len(rows):
        return list(rows)
    return [replace(row, label=label) for row, label in zip(rows, labels, strict=True)]


def header_depth(cells: Sequence[Sequence[str | None]]) -> int:
    """How many rows are the header: one, or more while merged cells of the row above reach into the next."""
    depth = 1
    while depth < len(cells) - 1 and any(text is None for text in cells[depth][:1]) and not _has_numbers(cells[depth]):
        depth += 1
    return depth


def _has_numbers(row: Sequence[str | None]) -> bool:
    return any(text and _NUMBER.match(text) and not _YEAR.match(text) for text in row[1:])


def _header(rows: Sequence[Sequence[str | None]]) -> list[str]:
    """Column names; a merged cell's text goes before the names of the columns under it."""
    names = [""] * len(rows[0])
    for row in rows:
        spanning = ""
        for place, text in enumerate(row):
            if text is None:
                # Covered from the left in this row: belongs to the merged cell there.
                part = spanning if len(rows) > 1 and row is not rows[-1] else ""
            else:
                spanning = part = text
            if part and part != names[place]:
                names[place] = f"{names[place]} {part}".strip()
    return names


# A sum is set in bold below its rows; nothing stands under it.
_IS_A_SUM = re.compile(r"^(?:del)?sum\b|^(?:i\s+alt|totalt?|netto)\b", re.IGNORECASE)


def _with_parents(rows: Sequence[TableRow], depths: Sequence[int]) -> list[TableRow]:
    """Give each row the labels of the rows that it stands under: the nearest ones above with a smaller depth."""
    named: list[TableRow] = []
    above: list[tuple[int, str]] = []
    for row, depth in zip(rows, depths, strict=True):
        above = [(other, label) for other, label in above if other < depth]
        named.append(TableRow(row.label, row.values, tuple(label for _, label in above)))
        if row.label and not _IS_A_SUM.match(row.label):
            above.append((depth, row.label))
    return named
