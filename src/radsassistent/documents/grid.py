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
    """Rows of equal length; None where a merged cell covers. `bold_labels` says of each row whether its first cell is bold."""

    rows: tuple[tuple[str | None, ...], ...]
    bold_labels: tuple[bool, ...]


def grid(rows: Iterable[Sequence[Cell]]) -> Grid:
    """Lay out cells in the order of HTML: each takes the next free place in its row and covers what it spans."""
    laid: list[dict[int, str | None]] = []
    covered: dict[tuple[int, int], None] = {}
    bold: list[bool] = []
    for number, row in enumerate(rows):
        if number >= MOST_ROWS:
            break
        line: dict[int, str | None] = {}
        column = 0
        for cell in row:
            while (number, column) in covered:
                line[column] = covered.pop((number, column))
                column += 1
            if column >= MOST_COLUMNS:
                break
            line[column] = cell.text
            last = min(column + max(cell.columns, 1), MOST_COLUMNS)
            for place in range(column + 1, last):
                line[place] = None
            for below in range(number + 1, min(number + max(cell.rows, 1), number + 100, MOST_ROWS)):
                for place in range(column, last):
                    covered[below, place] = None
            column = last
        for place in range(column, MOST_COLUMNS):
            if (number, place) in covered:
                line[place] = covered.pop((number, place))
        laid.append(line)
        bold.append(bool(row) and row[0].bold)
    width = max((max(line, default=-1) + 1 for line in laid), default=0)
    return Grid(tuple(tuple(line.get(place, "") for place in range(width)) for line in laid), tuple(bold))


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
