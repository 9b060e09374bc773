"""An agenda whose entries are told apart by where they stand: by each hour, case number or count, up to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from radsassistent.documents import Block, Box, Slide
from radsassistent.meetings.agenda_entries import BREAK, leading_time
from radsassistent.meetings.agenda_facts import facts_told, hours_alone
from radsassistent.meetings.case_numbers import Numbering, Scheme
from radsassistent.meetings.hours import period, with_points
from radsassistent.meetings.meeting import AgendaItem, Place

_FEWEST = 2
# A count of entries is one from so many on.
_FEWEST_COUNTED = 3
# Boxes of a column begin at the same place, to so many points.
_ALIGNED = 14.0
# What stands beside an hour begins at most so many heights of its type above it.
_ABOVE = 0.8
# A text belongs to the mark left of it within so many of its heights.
_NEAR = 6.0
# So many of a slide's texts belong to entries where it is an agenda.
_MOST = 0.6
# Entries are parted where the marks have texts by them, but for so many marks.
_BARE = 0.34
# A row that opens with its hour, as a break between cases, is as short.
_WORDS = 9


def entries_by_place(slide: Slide, numbering: Numbering) -> list[list[list[str]]]:
    """The texts of each entry of a slide with hours, case numbers or counts in boxes of their own, in the order of the hours; of
    each of these sorts of marks that does for the slide.

    Whatever the layout is - a row for each entry, cards with or without frames, hours above the cards, two columns of either - an
    entry is what stands in its mark's frame, else in its column, or right of all columns, below its mark and above the next.
    """
    blocks = [block for block in slide.body if block.table is None and block.text.strip()]
    sorts = (
        [block for block in blocks if _is_hour(block)],
        [block for block in blocks if _is_number(block, numbering)],
        _counting(blocks, numbering),
    )
    found = []
    for marks in sorts:
        if len(marks) < _FEWEST:
            continue
        entries = _by_mark(blocks, [*marks, *_rows_with_hours(blocks, marks)])
        told = [entry for entry in entries if len(entry) > 1 or entry[0] not in marks]
        if sum(map(len, told)) >= _MOST * len(blocks) and len(entries) - len(told) <= _BARE * len(entries):
            found.append([[block.text for block in entry] for entry in _in_order(told)])
    return found


def _is_hour(block: Block) -> bool:
    return hours_alone(with_points(block.text))


def _is_number(block: Block, numbering: Numbering) -> bool:
    read = numbering.alone(block.text)
    return read is not None and (read.year is not None or read.scheme is not Scheme.COUNTED)


def _counting(blocks: Sequence[Block], numbering: Numbering) -> list[Block]:
    """The boxes with nothing but 1, 2, 3 … in them; none where they do not count on from the first."""
    read = [(block, numbering.alone(block.text)) for block in blocks]
    counted = [(block, each.number) for block, each in read if each is not None and each.scheme is Scheme.COUNTED]
    numbers = sorted(number for _, number in counted)
    on = len(numbers) >= _FEWEST_COUNTED and numbers == list(range(1, len(numbers) + 1))
    return [block for block, _ in counted] if on else []


def _rows_with_hours(blocks: Sequence[Block], marks: Sequence[Block]) -> list[Block]:
    """The rows between entries that open with their hours and say something: "10.35 Pause (15 min)"."""
    bare = AgendaItem(None, "-", None, None, None, None, Place("", 0))
    found = []
    for block in blocks:
        time, rest = leading_time(with_points(block.text))
        row = time is not None and rest[:1].isalpha() and facts_told(bare, rest) is None
        row = row or (BREAK.match(block.text) is not None and period(with_points(block.text))[0] is not None)
        beside = any(_on_one_line(mark, block) for mark in marks)
        if row and not beside and len(block.text.split()) <= _WORDS:
            found.append(block)
    return found


def _on_one_line(mark: Block, block: Block) -> bool:
    """Whether a block is a mark, or stands right of it on its height and near."""
    near = mark.box.left <= block.box.left <= mark.box.right + _NEAR * mark.box.height
    return near and mark.box.top <= block.box.centre[1] <= mark.box.bottom


def _by_mark(blocks: Sequence[Block], marks: Sequence[Block]) -> list[list[Block]]:
    lefts: list[float] = []
    for left in sorted(mark.box.left for mark in marks):
        if not lefts or left - lefts[-1] > _ALIGNED:
            lefts.append(left)
    inset = _inset(blocks, marks, lefts)
    framed = {mark.group: mark for mark in marks if mark.group is not None and _alone(mark, marks)}
    frames = {group: _around(blocks, group) for group in framed}
    in_frames = [block.group for block in blocks if block.group is not None]
    # A frame of several texts is of the mark left of it; one alone is a badge.
    groups = {group for group in in_frames if in_frames.count(group) > 1} - {mark.group for mark in marks}
    beside = {group: mark for group in groups if (mark := _mark_beside(_around(blocks, group), marks)) is not None}
    entries: dict[int, list[Block]] = {id(mark): [mark] for mark in marks}
    for block in blocks:
        if any(block is mark for mark in marks):
            continue
        mark = framed.get(block.group, beside.get(block.group)) if block.group is not None else None
        mark = mark or next((framed[group] for group, box in frames.items() if box.holds(block.box.centre)), None)
        mark = mark or _mark_of(block, marks, lefts, inset)
        if mark is not None:
            entries[id(mark)].append(block)
    return [sorted(entry, key=lambda block: (round(block.box.top), block.box.left)) for entry in entries.values()]


def _mark_beside(frame: Box, marks: Sequence[Block]) -> Block | None:
    """The nearest mark left of a frame that stands at its height."""
    left_of = [
        m for m in marks if m.box.right <= frame.left + _ALIGNED and frame.top <= m.box.centre[1] <= frame.bottom
    ]
    return max(left_of, key=lambda mark: mark.box.left, default=None)


def _alone(mark: Block, marks: Sequence[Block]) -> bool:
    return sum(other.group == mark.group for other in marks) == 1


def _around(blocks: Sequence[Block], group: int) -> Box:
    """What the texts of a frame take up."""
    first, *others = (block.box for block in blocks if block.group == group)
    for box in others:
        first = first.around(box)
    return first


def _inset(blocks: Sequence[Block], marks: Sequence[Block], lefts: Sequence[float]) -> float:
    """How far all marks begin right of what stands below them, as they do where they are centred over it; of one column, 0."""
    texts = [block.box.left for block in blocks if not any(block is mark for mark in marks)]
    insets = [left - max((text for text in texts if text <= left + _ALIGNED), default=left) for left in lefts]
    return max(insets) if len(lefts) > 1 and max(insets) - min(insets) <= _ALIGNED < min(insets) else 0.0


def _mark_of(block: Block, marks: Sequence[Block], lefts: Sequence[float], inset: float) -> Block | None:
    """The nearest mark above a block, or beside it, in the last column that begins no later than the block, else in the first."""
    column = max((left for left in lefts if left - inset <= block.box.left + _ALIGNED), default=lefts[0])
    above = [
        mark
        for mark in marks
        if 0 <= mark.box.left - column + 0.1 <= _ALIGNED + 0.1
        and mark.box.top <= block.box.top + _ABOVE * mark.box.height
    ]
    return max(above, key=lambda mark: mark.box.top, default=None)


def _in_order(found: Sequence[list[Block]]) -> list[list[Block]]:
    """Entries by their hours where all have one, else column by column where they stand in one, or row by row."""
    hours = [_hour_of(entry) for entry in found]
    if all(hours):
        return [entry for _, entry in sorted(zip(hours, found, strict=True), key=lambda pair: pair[0] or "")]
    return sorted(found, key=lambda entry: (round(entry[0].box.top), entry[0].box.left))


def _hour_of(entry: Sequence[Block]) -> str | None:
    readers: tuple[Callable[[str], str | None], ...] = (
        lambda text: period(text)[0] if hours_alone(text) else None,
        lambda text: leading_time(text)[0],
        lambda text: period(text)[0],
    )
    texts = [with_points(block.text) for block in entry]
    return next((hour for read in readers for text in texts if (hour := read(text))), None)
