"""Native tables of a PPTX as grids of cells."""

from __future__ import annotations

from typing import Any

from pptx.oxml.ns import qn

from radsassistent.documents.clean_text import cell_text
from radsassistent.documents.document import Table
from radsassistent.documents.pptx_text import typed_lines, whole_number
from radsassistent.documents.tables import INDENT_STEP, table_from_cells

_TRUE = frozenset({"1", "true"})
_EMU_PER_POINT = 12_700
_VALUE_WORDS = 8


def native_table(element: Any) -> Table | None:
    """An `a:tbl` as a Table; None when it has fewer than two rows or columns, which is a box and no table."""
    rows = element.findall(qn("a:tr"))
    cells = [[_cell(cell) for cell in row.findall(qn("a:tc"))] for row in rows]
    width = max(map(len, cells), default=0)
    if len(cells) < 2 or width < 2:
        return None
    for above, row, elements in zip(cells, cells[1:], [row.findall(qn("a:tc")) for row in rows[1:]], strict=False):
        # A value that is merged over several rows is each row's; a remark is of them together.
        for place, (cell, said) in enumerate(zip(elements, above, strict=False)):
            merged = cell.get("vMerge") in _TRUE and cell.get("hMerge") not in _TRUE
            if place > 0 and merged and len((said or "").split()) <= _VALUE_WORDS:
                row[place] = said
    filled = [[*row, *[""] * (width - len(row))] for row in cells]
    return table_from_cells(filled, _row_depths(rows))


def texts(element: Any) -> list[str]:
    """The texts of all cells, row by row."""
    return [text for cell in element.iter(qn("a:tc")) if (text := _cell(cell))]


def _cell(cell: Any) -> str | None:
    """The text of a cell; None when a merged cell covers it."""
    if cell.get("hMerge") in _TRUE or cell.get("vMerge") in _TRUE:
        return None
    return cell_text(line for p in cell.iter(qn("a:p")) for line in typed_lines(p))


def _row_depths(rows: list[Any]) -> list[int]:
    """How deep the label of each row is set: by its indent first, and at one indent plain type is under bold type."""
    styles = [_label_style(row) for row in rows]
    ranks = {style: rank for rank, style in enumerate(sorted(set(styles)))}
    return [ranks[style] for style in styles]


def _label_style(row: Any) -> tuple[int, bool]:
    cell = row.find(qn("a:tc"))
    paragraph = cell.find(f"{qn('a:txBody')}/{qn('a:p')}") if cell is not None else None
    if paragraph is None:
        return 0, True
    properties = paragraph.find(qn("a:pPr"))
    margin = level = 0
    if properties is not None:
        margin = (whole_number(properties.get("marL")) or 0) + (whole_number(properties.get("indent")) or 0)
        level = whole_number(properties.get("lvl")) or 0
    runs = [run for run in paragraph.iterfind(qn("a:r")) if (run.findtext(qn("a:t")) or "").strip()]
    bold = bool(runs) and all(_is_bold(run.find(qn("a:rPr"))) for run in runs)
    return level * 10 + round(margin / _EMU_PER_POINT / INDENT_STEP), not bold


def _is_bold(properties: Any) -> bool:
    return properties is not None and properties.get("b") in _TRUE
