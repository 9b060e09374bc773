"""Tables of text documents: cells that span columns and rows laid out as a grid, and the grid as a Table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from radsassistent.documents.document import Table
from radsassistent.documents.tables import table_from_cells

# Wider or longer than any table that is read by people; a broken or hostile file may claim a million columns.
MOST_COLUMNS, MOST_ROWS = 200, 5_000


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as written in the file. `bold` when all of its text is."""

    text: str
    columns: int = 1
    rows: int = 1
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of equal length; None where a merged cell covers. `bold_labels` says of each row whether its first cell is bold,
    `cut` that the file has more rows or columns than are read.
    """

    rows: tuple[tuple[str | None, ...], ...]
    bold_labels: tuple[bool, ...]
    cut: bool = False


def grid(rows: Iterable[Sequence[Cell]]) -> Grid:
    """Lay out cells in the order of HTML: each takes the next free place in its row and covers what it spans."""
    laid: list[dict[int, str | None]] = []
    # The row from which each column is free again.
    free = [0] * MOST_COLUMNS
    bold: list[bool] = []
    cut = False
    for number, row in enumerate(rows):
        if number >= MOST_ROWS:
            cut = True
            break
        line: dict[int, str | None] = {place: None for place in range(MOST_COLUMNS) if free[place] > number}
        column = 0
        for cell in row:
            while column < MOST_COLUMNS and free[column] > number:
                column += 1
            if column >= MOST_COLUMNS:
                cut = cut or bool(cell.text)
                break
            last = min(column + max(cell.columns, 1), MOST_COLUMNS)
            for place in range(column, last):
                line[place] = cell.text if place == column else None
                free[place] = number + max(cell.rows, 1)
            column = last
        laid.append(line)
        bold.append(bool(row) and row[0].bold)
    width = max((max(line, default=-1) + 1 for line in laid), default=0)
    return Grid(tuple(tuple(line.get(place, "") for place in range(width)) for line in laid), tuple(bold), cut)


def table_of(made: Grid) -> Table | None:
    """A grid as a Table; None when it has fewer than two rows or two columns with text, which is a box and no table."""
    columns = [place for place in range(len(made.rows[0]) if made.rows else 0) if any(row[place] for row in made.rows)]
    rows = [number for number, row in enumerate(made.rows) if any(row)]
    if len(columns) < 2 or len(rows) < 2:
        return None
    cells = [[made.rows[number][place] for place in columns] for number in rows]
    # A merged cell over the label column is a text of its own row here, not the cell above once more.
    depths = [0 if made.bold_labels[number] else 1 for number in rows]
    mixed = len(set(depths[1:])) > 1
    return table_from_cells(cells, depths if mixed else ())


def texts_of(made: Grid) -> list[str]:
    """The texts of a grid that is no table, row by row."""
    return [text for row in made.rows for text in row if text]
