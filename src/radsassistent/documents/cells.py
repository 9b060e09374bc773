"""The words of a table whose columns are not drawn: which of them stand together in a cell, and what the cell says."""

from __future__ import annotations

from collections.abc import Sequence

from radsassistent.documents.document import Box
from radsassistent.documents.page_content import BULLET_GLYPHS, Word
from radsassistent.documents.tables import text_of_cell

# Words of a row that stand farther apart than this, in sizes of their type, are of two columns; word spaces are about 0.25.
COLUMN_GAP = 0.6

# Glyphs that can only be a bullet before a text: a dash alone says that there is nothing.
DASHES = ("–", "-", "·")
BULLETS = BULLET_GLYPHS - frozenset(DASHES)

Span = tuple[float, float]


def runs_of(words: Sequence[Word]) -> list[list[Word]]:
    """The words of a row from left to right, parted where they leave room on all of its lines."""
    runs: list[list[Word]] = []
    right = 0.0
    for word in sorted(words, key=lambda word: word.box.left):
        if runs and word.box.left - right <= COLUMN_GAP * word.size:
            runs[-1].append(word)
            right = max(right, word.box.right)
        else:
            runs.append([word])
            right = word.box.right
    return runs


def span_of(words: Sequence[Word]) -> Span:
    """From where to where words reach."""
    return min(word.box.left for word in words), max(word.box.right for word in words)


def spans_of(words: Sequence[Word]) -> list[Span]:
    """From where to where the words of a row reach, parted where they leave room on all of its lines."""
    return [span_of(run) for run in runs_of(words)]


def of_column(words: Sequence[Word], column: Span) -> list[Word]:
    """The words that stand within a column."""
    return [word for word in words if column[0] <= word.box.centre[0] <= column[1]]


def style_of(words: Sequence[Word]) -> tuple[float, bool]:
    """Where a label begins, and whether it is bold."""
    return min((word.box.left for word in words), default=0.0), bool(words) and all(word.bold for word in words)


def lines_of(words: Sequence[Word]) -> list[list[Word]]:
    """The words of a cell or a page line by line, from the top down."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.baseline, word.box.left)):
        if found and abs(found[-1][0].baseline - word.baseline) < 0.3 * word.size:
            found[-1].append(word)
        else:
            found.append([word])
    return [sorted(line, key=lambda word: word.box.left) for line in found]


def text_of(words: Sequence[Word]) -> str:
    """What a cell says."""
    return text_of_cell([" ".join(word.text for word in line) for line in lines_of(words)])


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share any room."""
    return min(one.right, other.right) > max(one.left, other.left) and min(one.bottom, other.bottom) > max(
        one.top, other.top
    )
