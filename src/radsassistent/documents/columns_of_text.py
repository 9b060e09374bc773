"""Texts that stand under each other on a slide without lines: the columns that they make up, and the rows across these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from radsassistent.documents.cells import BULLETS, DASHES, runs_of, span_of, text_of
from radsassistent.documents.column_kinds import is_amount
from radsassistent.documents.lines import BULLET_GAP
from radsassistent.documents.page_content import Word

# Rows stand at most so far apart, from line to line, in sizes of type; lines of one cell at most so far, and texts that are
# centred beside them less than a line.
FAR, TIGHT, LINE = 3.6, 1.45, 0.95
# Where cells have several lines, those of the next row stand at least so many times farther away than they from each other.
PARTED = 1.12
# The type of all rows is of one size, to this share.
SAME_SIZE = 0.12
# Cells are in line when they begin, end or are centred within so many sizes of type of each other: most of them are.
IN_LINE, MOST = 0.35, 0.8
# Labels may be set in by so many sizes of type below the one that they stand under.
INDENT = 3.0


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one line that belong together: of a cell, or of a text beside the table."""

    words: tuple[Word, ...]
    left: float
    right: float
    bulleted: bool

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def baseline(self) -> float:
        return self.words[0].baseline

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @property
    def style(self) -> tuple[bool, tuple[int, int, int] | None]:
        """Whether it is bold, and its colour."""
        return all(word.bold for word in self.words), self.words[0].colour


@dataclass(slots=True)
class Column:
    """What stands under each other: its headings, and its texts by the number of their line."""

    left: float
    right: float
    heads: list[Run] = field(default_factory=list)
    body: dict[int, list[Run]] = field(default_factory=dict)

    def meets(self, run: Run) -> bool:
        return run.left < self.right and self.left < run.right

    def widen(self, run: Run) -> None:
        self.left, self.right = min(self.left, run.left), max(self.right, run.right)


Cell = list[Run]
Row = list[Cell]


def words_of(cell: Sequence[Run]) -> list[Word]:
    """All words of a cell."""
    return [word for run in cell for word in run.words]


def text_of_runs(cell: Sequence[Run]) -> str:
    """What a cell says."""
    return text_of(words_of(cell))


def runs_with_bullets(line: Sequence[Word]) -> list[Run]:
    """The texts of a line, each with the bullet before it. A dash alone is a cell that says that there is nothing."""
    found: list[Run] = []
    bullet: list[Word] = []
    for words in runs_of(line):
        near = bool(bullet) and words[0].box.left - bullet[-1].box.right <= BULLET_GAP * words[0].size
        if bullet and not near:
            found.append(_run(bullet, bulleted=False))
        if len(words) == 1 and words[0].text in BULLETS:
            bullet = words
            continue
        dashed = len(words) > 1 and words[0].text in DASHES and not words[1].text[:1].isdigit()
        marked = near or words[0].text in BULLETS or dashed
        found.append(_run([*bullet, *words] if near else words, bulleted=marked))
        bullet = []
    return [*found, _run(bullet, bulleted=False)] if bullet else found


def _run(words: Sequence[Word], *, bulleted: bool) -> Run:
    left, right = span_of(words)
    return Run(tuple(words), left, right, bulleted)


def columns_under(heads: Sequence[Run], below: Sequence[Sequence[Run]]) -> list[Column]:
    """The columns of texts under headings, from left to right: down to where a text reaches over two of them, new headings come
    or nothing does. None where the headings reach over each other, or head other headings.
    """
    columns: list[Column] = []
    more = _more_heads(heads, below)
    for run in (*heads, *(run for row in below[:more] for run in row)):
        met = _met(columns, run)
        if len(met) > 1:
            return []
        _column_of(run, columns).heads.append(run)
    style, body = heads[0].style, below[more:]
    last, otherwise = (below[more - 1][0] if more else heads[0]).baseline, False
    for number, row in enumerate(body):
        as_heads = len(row) > 1 and all(run.style == style and not is_amount(run.text) for run in row)
        far = row[0].baseline - last > FAR * row[0].size
        if far or (as_heads and otherwise) or any(len(_met(columns, run)) > 1 for run in row):
            break
        if as_heads and not number and any(run.style != style for other in body[1:2] for run in other):
            # What stands over headings, each over several of them, heads no column.
            return []
        otherwise = otherwise or not as_heads
        for run in row:
            _column_of(run, columns).body.setdefault(number, []).append(run)
        last = row[0].baseline
    return _with_heads_aside(sorted(columns, key=lambda column: column.left))


def _met(columns: Sequence[Column], run: Run) -> list[Column]:
    return [column for column in columns if column.meets(run)]


def _column_of(run: Run, columns: list[Column]) -> Column:
    """The column that a text stands in, a new one where it stands in none."""
    met = _met(columns, run)
    column = met[0] if met else Column(run.left, run.right)
    if not met:
        columns.append(column)
    column.widen(run)
    return column


def _more_heads(heads: Sequence[Run], below: Sequence[Sequence[Run]]) -> int:
    """How many lines below the first go on with the headings: close to them and set as they are, other than the next line; or
    in brackets ("(mill. kr)").
    """
    style, count, last = heads[0].style, 0, heads[0].baseline
    bracketed = 0
    for row in below:
        in_brackets = all(run.text.startswith("(") for run in row)
        if row[0].baseline - last > TIGHT * row[0].size or not (in_brackets or all(run.style == style for run in row)):
            break
        count, last = count + 1, row[0].baseline
        bracketed = count if in_brackets else bracketed
    set_otherwise = count < len(below) and any(run.style != style for run in below[count])
    return count if set_otherwise else bracketed


def _with_heads_aside(columns: Sequence[Column]) -> list[Column]:
    """The columns, those joined of which one has but a heading and the next but texts: figures set right under it."""
    found: list[Column] = []
    for column in columns:
        last = found[-1] if found else None
        if last is not None and _complete(last, column):
            found[-1] = Column(last.left, column.right, last.heads or column.heads, last.body or column.body)
        else:
            found.append(column)
    return found


def _complete(one: Column, other: Column) -> bool:
    return (bool(one.heads), bool(one.body), bool(other.heads), bool(other.body)) in (
        (True, False, False, True),
        (False, True, True, False),
    )


def rows_across(columns: Sequence[Column]) -> list[Row]:
    """The rows of columns: each a line, or several close ones; down to a bullet, another size of type or two texts in a cell, and
    without what stands in one column only at the end.
    """
    numbers = sorted({number for column in columns for number in column.body})
    lines = [[column.body.get(number, []) for column in columns] for number in numbers]
    size = next((cell[0].size for cell in lines[0] if cell), 0.0) if lines else 0.0
    kept: list[Row] = []
    for line in lines:
        far = bool(kept) and _baseline(line) - _baseline(kept[-1]) > FAR * size
        other = any(run.bulleted or abs(run.size - size) > SAME_SIZE * size for cell in line for run in cell)
        if far or other or any(len(cell) > 1 for cell in line):
            break
        kept.append(line)
    steps = [_baseline(below) - _baseline(above) for above, below in pairwise(kept)]
    widest = max(steps, default=0.0)
    rows: list[Row] = []
    for line, step in zip(kept, [FAR * size, *steps], strict=False):
        goes_on = step < LINE * size or (step <= TIGHT * size and step * PARTED <= widest)
        if rows and goes_on:
            rows[-1] = [[*above, *cell] for above, cell in zip(rows[-1], line, strict=True)]
        else:
            rows.append([list(cell) for cell in line])
    return _without_ends(rows)


def _without_ends(rows: list[Row]) -> list[Row]:
    """The rows down to where a text stands alone in its own, unless it is a label of the rows below it."""
    alone = [sum(map(bool, row)) == 1 for row in rows]
    for number, row in enumerate(rows):
        heads_others = bool(row[0]) and number + 1 < len(rows) and not alone[number + 1]
        if alone[number] and not heads_others:
            return rows[:number]
    return rows


def _baseline(line: Row) -> float:
    return min(run.baseline for cell in line for run in cell)


def is_column(rows: Sequence[Row], number: int) -> bool:
    """Whether the cells of a column are in line, most of its rows have one, and none goes on in the next."""
    whole = [row for row in rows if sum(map(bool, row)) > 1]
    runs = [(at, run) for at, row in enumerate(rows) for run in row[number]]
    if 2 * sum(bool(row[number]) for row in whole) <= len(whole):
        return False
    if not _are_in_line([run for _, run in runs], labels=number == 0):
        return False
    steps = [(at == below, other.baseline - run.baseline) for (at, run), (below, other) in pairwise(runs)]
    within = max((step for same, step in steps if same), default=0.0)
    return all(same or step >= PARTED * within for same, step in steps)


def _are_in_line(runs: Sequence[Run], *, labels: bool) -> bool:
    near, enough = IN_LINE * runs[0].size, MOST * len(runs)
    lefts, rights = [run.left for run in runs], [run.right for run in runs]
    centres = [(run.left + run.right) / 2 for run in runs]
    if any(_near_middle(places, near) >= enough for places in (lefts, rights, centres)):
        return True
    return labels and max(lefts) - min(lefts) <= INDENT * runs[0].size


def _near_middle(places: Sequence[float], near: float) -> int:
    middle = median(places)
    return sum(abs(place - middle) <= near for place in places)


def waiting_rows(rows: Sequence[Row]) -> int:
    """In how many rows but the last one cell has more lines than another."""
    return sum(len({len(cell) for cell in row if cell}) > 1 for row in rows[:-1])
