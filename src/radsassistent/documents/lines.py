"""Words to lines: what stands side by side on one baseline, inside one frame."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from radsassistent.documents.document import Box
from radsassistent.documents.page_content import BULLET_GLYPHS, Shape, Word

# A gap wider than this many line heights separates columns; word spaces are about 0.25, justified text up to 0.9.
COLUMN_GAP = 1.1
# After a bullet glyph the text may stand farther off than that: indents of two to three line heights are common.
BULLET_GAP = 3.0
# Frames within frames that share three sides are a shaded fill where there are so many.
_STEPS = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A run of words on one baseline. `bulleted` when it began with a bullet glyph, which is not in `text`; `dashed` when that is
    a dash, which may be one of a sentence.

    `indent` is the left edge of the line with its bullet, `frame` the number of the frame that it stands in.
    """

    text: str
    box: Box
    baseline: float
    size: float
    bold: bool
    indent: float
    bulleted: bool
    frame: int | None
    dashed: bool = False


def frames(shapes: Iterable[Shape], width: float, height: float, words: Sequence[Word] = ()) -> tuple[Box, ...]:
    """The drawn boxes that can hold text, largest first, each place once.

    A frame is at least two lines of small type wide and one high, and smaller than nine tenths of the slide, which
    would be its background. An outline whose side runs through a word is a mark over the text, and holds none.
    """
    found: list[Box] = []
    for shape in sorted(shapes, key=lambda shape: -shape.box.area):
        box = shape.box
        if not shape.boxlike or box.width < 24 or box.height < 12 or box.area > 0.9 * width * height:
            continue
        if shape.fill is None and any(_cuts(box, word.box) for word in words):
            continue
        if not any(_same_place(box, other) for other in found):
            found.append(box)
    return tuple(_without_shading(found))


def _without_shading(boxes: Sequence[Box]) -> list[Box]:
    """Boxes largest first, of many that share three sides only the largest: a shaded fill is drawn in such steps."""
    steps: dict[tuple[int, int, int, int], list[Box]] = defaultdict(list)
    for box in boxes:
        left, top, right, bottom = (round(side / 2) for side in (box.left, box.top, box.right, box.bottom))
        for place, sides in enumerate(
            ((left, right, top), (left, right, bottom), (top, bottom, left), (top, bottom, right))
        ):
            steps[place, *sides].append(box)
    shading = {id(box) for same in steps.values() if len(same) >= _STEPS for box in same[1:]}
    return [box for box in boxes if id(box) not in shading]


def _cuts(frame: Box, word: Box) -> bool:
    """Whether a side of the frame runs through the word, more than two points from its ends."""
    beside = frame.top < word.centre[1] < frame.bottom
    return beside and any(word.left + 2.0 < side < word.right - 2.0 for side in (frame.left, frame.right))


def _same_place(one: Box, other: Box) -> bool:
    """Within two points on each side: fill and outline of one box are often two paths."""
    pairs = zip(
        (one.left, one.top, one.right, one.bottom), (other.left, other.top, other.right, other.bottom), strict=True
    )
    return all(abs(a - b) <= 2.0 for a, b in pairs)


def lines(words: Sequence[Word], boxes: Sequence[Box]) -> list[Line]:
    """Group words into lines; a line never leaves the innermost frame that its first word stands in."""
    rows: dict[int | None, list[list[Word]]] = defaultdict(list)
    for word in sorted(words, key=lambda word: (word.baseline, word.box.left)):
        frame = innermost(word, boxes)
        row = next((row for row in reversed(rows[frame]) if _on_baseline(row[-1], word)), None)
        if row is None:
            rows[frame].append([word])
        else:
            row.append(word)
    found: list[Line] = []
    for frame, grouped in rows.items():
        for row in grouped:
            found.extend(_line(run, frame) for run in _runs(sorted(row, key=lambda word: word.box.left)))
    return [line for line in found if line.text]


def innermost(word: Word, boxes: Sequence[Box]) -> int | None:
    """The innermost frame that a word stands in: boxes are sorted largest first, so it is the last one that holds it."""
    centre = word.box.centre
    for number in range(len(boxes) - 1, -1, -1):
        if boxes[number].holds(centre):
            return number
    return None


def _on_baseline(one: Word, other: Word) -> bool:
    return abs(one.baseline - other.baseline) < 0.3 * min(one.size, other.size)


def _runs(row: Sequence[Word]) -> list[list[Word]]:
    runs: list[list[Word]] = []
    for word in row:
        if runs:
            last = runs[-1][-1]
            gap = word.box.left - last.box.right
            alone = len(runs[-1]) == 1 and last.text in BULLET_GLYPHS
            limit = (BULLET_GAP if alone else COLUMN_GAP) * max(last.size, word.size)
            if gap <= limit and (alone or word.text not in BULLET_GLYPHS or word.text in "–·"):
                runs[-1].append(word)
                continue
        runs.append([word])
    return runs


def _line(run: Sequence[Word], frame: int | None) -> Line:
    bulleted = run[0].text in BULLET_GLYPHS and (len(run) > 1 or run[0].text not in "–·")
    # The letter o is a second-level bullet in many templates: alone, before a wider gap than a word space.
    if not bulleted and run[0].text == "o" and len(run) > 1:
        bulleted = run[1].box.left - run[0].box.right > 0.4 * run[1].size
    rest = run[1:] if bulleted else run
    box = run[0].box
    for word in run[1:]:
        box = box.around(word.box)
    kept = rest or run
    return Line(
        text=" ".join(word.text for word in rest),
        box=box,
        baseline=run[0].baseline,
        size=max(word.size for word in kept),
        bold=all(word.bold for word in kept),
        indent=run[0].box.left,
        bulleted=bulleted,
        frame=frame,
        dashed=bulleted and run[0].text == "–",
    )
