"""Rows set with tabs on a page of running text: "Dato:   5. mars", "PS 12/24   Title", lists of names in columns.

Nothing is ruled; what tells a row is that its parts share a baseline, and what tells a column that its parts begin or end
at one place. Slides are not read so: there, what stands side by side is mostly columns or cards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from radsassistent.documents.document import Box
from radsassistent.documents.lines import Line
from radsassistent.documents.paragraphs import Paragraph, join_lines
from radsassistent.documents.tables import PlacedTable, table_from_cells

# Rows of one list stand at most so many type sizes apart: single lines with an empty one between them have 2.4.
APART = 3.0
# Parts of one column begin or end within this many type sizes of each other.
IN_LINE = 1.0
# Before a tab stands a label, a number or a name, not a sentence; where both sides have more words, they are two columns.
LABEL_WORDS = 5


@dataclass(frozen=True, slots=True)
class AlignedText:
    """The tables and rows found, and the lines that belong to none."""

    tables: tuple[PlacedTable, ...]
    rows: tuple[Paragraph, ...]
    rest: tuple[Line, ...]


@dataclass(slots=True)
class _Region:
    """Rows under each other: of each column where it begins and ends, and of each row its lines by column."""

    columns: list[tuple[float, float]]
    rows: list[list[list[Line]]] = field(default_factory=list)

    def place(self, line: Line) -> int | None:
        """The column that a line begins or ends with, or stands within; None where it stands in none or over several."""
        near = IN_LINE * line.size
        touched = [k for k, (left, right) in enumerate(self.columns) if line.box.left < right and left < line.box.right]
        if len(touched) > 1:
            return None
        for number, (left, right) in enumerate(self.columns):
            if abs(line.box.left - left) <= near or abs(line.box.right - right) <= near or touched == [number]:
                return number
        return None

    def add(self, row: Sequence[Line]) -> bool:
        """Take in a row whose parts are of these columns, or between them; whether it was."""
        places = [self.place(line) for line in row]
        known = [place for place in places if place is not None]
        if len(set(known)) < len(known) or len(known) < min(2, len(row)):
            return False
        if len(row) == 1:
            if known[0] == 0:
                return False
            self.rows[-1][known[0]].append(row[0])
        else:
            for line, place in zip(row, places, strict=True):
                if place is None and not self._make_room(line):
                    return False
            cells: list[list[Line]] = [[] for _ in self.columns]
            for line in row:
                at = self.place(line)
                if at is not None:
                    cells[at].append(line)
            self.rows.append(cells)
        self._widen(row)
        return True

    def _make_room(self, line: Line) -> bool:
        """A column for a line that stands in none."""
        if any(line.box.left < right and left < line.box.right for left, right in self.columns):
            return False
        at = sum(left < line.box.left for left, _ in self.columns)
        self.columns.insert(at, (line.box.left, line.box.right))
        for cells in self.rows:
            cells.insert(at, [])
        return True

    def _widen(self, row: Sequence[Line]) -> None:
        for line in row:
            at = self.place(line)
            if at is not None:
                left, right = self.columns[at]
                self.columns[at] = (min(left, line.box.left), max(right, line.box.right))


def aligned_text(lines: Sequence[Line]) -> AlignedText:
    """Part the lines of a page of running text into tables (three columns and more), rows of two parts, and the rest."""
    tables: list[PlacedTable] = []
    rows: list[Paragraph] = []
    taken: set[int] = set()
    for region in _regions(_by_baseline(lines)):
        if not _is_list(region):
            continue
        of_region = [line for cells in region.rows for cell in cells for line in cell]
        if len(region.columns) > 2 and len(region.rows) > 1:
            tables.append(_table(region, of_region))
        else:
            rows += [_row(cells) for cells in region.rows]
        taken.update(id(line) for line in of_region)
    return AlignedText(tuple(tables), tuple(rows), tuple(line for line in lines if id(line) not in taken))


def _by_baseline(lines: Sequence[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.frame is not None, line.frame or 0, line.baseline, line.box.left)):
        last = rows[-1][0] if rows else None
        if (
            last is not None
            and last.frame == line.frame
            and abs(last.baseline - line.baseline) < 0.3 * min(last.size, line.size)
        ):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.box.left) for row in rows]


def _regions(rows: Sequence[Sequence[Line]]) -> list[_Region]:
    found: list[_Region] = []
    current: _Region | None = None
    above: Sequence[Line] = ()
    for row in rows:
        follows = (
            current is not None
            and above[0].frame == row[0].frame
            and 0 < row[0].baseline - above[0].baseline <= APART * row[0].size
        )
        if current is None or not follows or not current.add(row):
            current = None
            if len(row) > 1:
                current = _Region([(line.box.left, line.box.right) for line in row])
                current.rows.append([[line] for line in row])
                found.append(current)
        above = row
    return found


def _is_list(region: _Region) -> bool:
    """Whether it is a list or a table: labels before the first tab, and no bullets, which are parted by themselves."""
    first = [" ".join(line.text for line in cells[0]) for cells in region.rows if cells[0]]
    bulleted = any(line.bulleted for cells in region.rows for cell in cells for line in cell)
    return bool(first) and not bulleted and median(len(text.split()) for text in first) <= LABEL_WORDS


def _table(region: _Region, lines: Sequence[Line]) -> PlacedTable:
    cells = [[_joined(cell) for cell in row] for row in region.rows]
    return PlacedTable(table_from_cells(cells), _bounds(lines))


def _joined(lines: Sequence[Line]) -> str:
    text = ""
    for line in lines:
        text = join_lines(text, line.text) if text else line.text
    return text


def _row(cells: Sequence[Sequence[Line]]) -> Paragraph:
    lines = [line for cell in cells for line in cell]
    first = lines[0]
    return Paragraph(
        text=" ".join(_joined(cell) for cell in cells if cell),
        box=_bounds(lines),
        size=max(line.size for line in lines),
        bold=all(line.bold for line in lines),
        indent=first.indent,
        bulleted=False,
        frame=first.frame,
        first_baseline=first.baseline,
        last_baseline=max(line.baseline for line in lines),
        last_right=lines[-1].box.right,
    )


def _bounds(lines: Sequence[Line]) -> Box:
    box = lines[0].box
    for line in lines[1:]:
        box = box.around(line.box)
    return box
