"""An agenda whose entries are told apart by where they stand: beside and below each hour, or case number, up to the next."""

from __future__ import annotations

from collections.abc import Sequence

from radsassistent.documents import Block, Slide
from radsassistent.meetings.agenda_facts import hours_alone
from radsassistent.meetings.case_numbers import Numbering, Scheme
from radsassistent.meetings.hours import period, with_points

_FEWEST = 2
# Boxes of a column begin at the same place, to so many points.
_ALIGNED = 14.0
# What stands beside an hour begins at most so many heights of its type above it.
_ABOVE = 0.8
# So many of a slide's texts belong to entries where it is an agenda.
_MOST = 0.6


def entries_by_place(slide: Slide, numbering: Numbering) -> list[list[str]]:
    """The texts of each entry of a slide with hours, or case numbers, in boxes of their own, in the order of the hours.

    Whatever the layout is - a row for each entry, cards with or without frames, hours above the cards, two columns of either - an
    entry is what stands in its mark's column, or right of all columns, below its mark and above the next.
    """
    blocks = [block for block in slide.body if block.table is None and block.text.strip()]
    for marks in (
        [block for block in blocks if _is_hour(block)],
        [block for block in blocks if _is_number(block, numbering)],
    ):
        if len(marks) >= _FEWEST:
            found = _by_mark(blocks, marks)
            if sum(map(len, found)) >= _MOST * len(blocks) and all(len(entry) > 1 for entry in found):
                return [[block.text for block in entry] for entry in _in_order(found)]
    return []


def _is_hour(block: Block) -> bool:
    return hours_alone(with_points(block.text))


def _is_number(block: Block, numbering: Numbering) -> bool:
    read = numbering.alone(block.text)
    return read is not None and (read.year is not None or read.scheme is not Scheme.COUNTED)


def _by_mark(blocks: Sequence[Block], marks: Sequence[Block]) -> list[list[Block]]:
    lefts: list[float] = []
    for left in sorted(mark.box.left for mark in marks):
        if not lefts or left - lefts[-1] > _ALIGNED:
            lefts.append(left)
    framed = {mark.group: mark for mark in marks if mark.group is not None and _alone(mark, marks)}
    entries: dict[int, list[Block]] = {id(mark): [mark] for mark in marks}
    for block in blocks:
        if block in marks:
            continue
        mark = framed.get(block.group) if block.group is not None else None
        mark = mark or _mark_of(block, marks, lefts)
        if mark is not None:
            entries[id(mark)].append(block)
    return [sorted(entry, key=lambda block: (round(block.box.top), block.box.left)) for entry in entries.values()]


def _alone(mark: Block, marks: Sequence[Block]) -> bool:
    return sum(other.group == mark.group for other in marks) == 1


def _mark_of(block: Block, marks: Sequence[Block], lefts: Sequence[float]) -> Block | None:
    """The nearest mark above a block, or beside it, in the last column that begins no later than the block."""
    column = max((left for left in lefts if left <= block.box.left + _ALIGNED), default=None)
    if column is None:
        return None
    above = [
        mark
        for mark in marks
        if 0 <= mark.box.left - column + 0.1 <= _ALIGNED + 0.1
        and mark.box.top <= block.box.top + _ABOVE * mark.box.height
    ]
    return max(above, key=lambda mark: mark.box.top, default=None)


def _in_order(found: Sequence[list[Block]]) -> list[list[Block]]:
    """Entries by their hours where all have one, else row by row."""
    hours = [
        next((begin for block in entry if _is_hour(block) and (begin := period(block.text)[0])), None)
        for entry in found
    ]
    if all(hours):
        return [entry for _, entry in sorted(zip(hours, found, strict=True), key=lambda pair: pair[0] or "")]
    return sorted(found, key=lambda entry: (round(entry[0].box.top), entry[0].box.left))
