"""An agenda set in boxes: one frame for each entry, or the parts of an entry beside each other on one height."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from radsassistent.documents import Block, BlockKind, Slide
from radsassistent.meetings.agenda_cards import without_counts
from radsassistent.meetings.agenda_columns import minutes_long
from radsassistent.meetings.agenda_entries import entry, heads_an_entry, leading_end, leading_time, unnumbered
from radsassistent.meetings.agenda_facts import facts_told, hours_alone, letter_of_type, type_alone, types_headed
from radsassistent.meetings.agenda_places import entries_by_place
from radsassistent.meetings.case_numbers import Numbering, Scheme, numbered_line
from radsassistent.meetings.hours import with_points
from radsassistent.meetings.meeting import AgendaItem, Place

_FEWEST = 3
# Boxes of a column begin at the same place, to so many points.
_ALIGNED = 14.0
# A part of an entry has no more lines of type.
_LINES = 3.2
# A cell says no more than a title of some length.
_WORDS = 22
# A badge stands at most so many of its heights from the texts of its card.
_BADGE_HEIGHTS = 3.0
_PARTED = re.compile(r"\s+[·•|]\s+")
_SAYS = re.compile(r"\w")
_TYPE_BEHIND = re.compile(r"(?P<number>.*\d)\s*\((?P<type>[^\W\d_]{1,16})\)")
_LETTER = re.compile(r"[A-P]")


def cards(slide: Slide) -> list[list[Block]]:
    """The texts of each frame of a slide that has several, row by row or in the order of their case numbers."""
    frames: dict[int, list[Block]] = {}
    for block in slide.body:
        if block.group is not None and block.table is None:
            frames.setdefault(block.group, []).append(block)
    found = _with_badges(list(frames.values()))
    if len(found) < _FEWEST:
        return []
    height = median(block.box.height for blocks in found for block in blocks) or 1.0
    by_rows = sorted(found, key=lambda card: (round(card[0].box.top / (2 * height)), card[0].box.left))
    by_columns = sorted(found, key=lambda card: (round(card[0].box.left / _ALIGNED), card[0].box.top))
    rising = _numbers_rise(by_columns) and not _numbers_rise(by_rows)
    return by_columns if rising else by_rows


def _with_badges(found: Sequence[list[Block]]) -> list[list[Block]]:
    """The frames of a slide, those with nothing but a type of case put into the card whose corner or edge they stand at."""
    badges = [blocks for blocks in found if len(blocks) == 1 and type_alone(blocks[0].text) is not None]
    whole = [list(blocks) for blocks in found if not any(blocks is badge for badge in badges)]
    for [badge] in badges:
        at = [(_away(card, badge), number) for number, card in enumerate(whole)]
        away, nearest = min(at, default=(float("inf"), 0))
        if away <= _BADGE_HEIGHTS * badge.box.height:
            whole[nearest].append(badge)
    return whole


def _away(card: Sequence[Block], badge: Block) -> float:
    """How far above or below the texts of a card a badge in its column stands; infinite beside it."""
    x, _ = badge.box.centre
    if not min(block.box.left for block in card) <= x <= max(block.box.right for block in card):
        return float("inf")
    above = min(block.box.top for block in card) - badge.box.bottom
    return max(0.0, above, badge.box.top - max(block.box.bottom for block in card))


def _numbers_rise(found: Sequence[Sequence[Block]]) -> bool:
    read = [next((of for block in card if (of := numbered_line(block.text)) is not None), None) for card in found]
    numbers = [each.number for each in read if each is not None]
    return numbers == sorted(numbers)


def rows(slide: Slide) -> list[list[str | None]]:
    """The texts of boxes beside each other as rows with a cell for each column; nothing where the slide has no such rows."""
    boxes = [block for block in slide.body if block.table is None and _is_cell(block)]
    lines: list[list[Block]] = []
    for block in sorted(boxes, key=lambda block: (block.box.centre[1], block.box.left)):
        line = next((line for line in reversed(lines) if all(_beside(block, other) for other in line)), None)
        if line is not None:
            line.append(block)
        else:
            lines.append([block])
    wide = [line for line in lines if len(line) > 1]
    if len(wide) < _FEWEST:
        return []
    lefts: list[float] = []
    for left in sorted(block.box.left for line in wide for block in line):
        if not lefts or left - lefts[-1] > _ALIGNED:
            lefts.append(left)
    if not 1 < len(lefts) <= 6 or sum(len(line) > 1 for line in lines) < 0.6 * len(lines):
        return []
    found = []
    for line in lines:
        cells: list[str | None] = [None] * len(lefts)
        for block in line:
            column = min(range(len(lefts)), key=lambda place: abs(lefts[place] - block.box.left))
            cells[column] = f"{cells[column]}\n{block.text}" if cells[column] else block.text
        found.append(cells)
    return found


def _is_cell(block: Block) -> bool:
    short = block.size == 0 or block.box.height <= _LINES * 1.25 * block.size
    return short and block.kind is not BlockKind.BULLET and len(block.text.split()) <= _WORDS


def _beside(block: Block, other: Block) -> bool:
    """Whether two boxes stand on one height, neither above the other."""
    overlap = min(block.box.bottom, other.box.bottom) - max(block.box.top, other.box.top)
    apart = block.box.left >= other.box.right - 2 or other.box.left >= block.box.right - 2
    return apart and overlap >= 0.5 * min(block.box.height, other.box.height)


def from_cards(slide: Slide, place: Place, numbering: Numbering) -> tuple[AgendaItem, ...]:
    """The agenda of a slide with a frame for each entry; the headings over them may say their types."""
    found = cards(slide)
    told = items_of([[block.text for block in card] for card in found], place, numbering)
    heads = [block for block in slide.body if block.table is None and types_headed(block.text) is not None]
    return tuple(
        replace(item, case_type=item.case_type or _headed(card, heads))
        for card, item in zip(found, told, strict=True)
        if item is not None
    )


def _headed(card: Sequence[Block], heads: Sequence[Block]) -> str | None:
    """The type that the nearest heading above a card says, of those in its column where several stand beside each other."""
    left = min(block.box.left for block in card)
    right = max(block.box.right for block in card)
    above = [head for head in heads if head.box.bottom <= min(block.box.top for block in card) + 2]
    over = [head for head in above if left - _ALIGNED <= head.box.left <= right] if _side_by_side(heads) else above
    nearest = max(over, key=lambda head: head.box.top, default=None)
    return types_headed(nearest.text) if nearest is not None else None


def _side_by_side(heads: Sequence[Block]) -> bool:
    return any(_beside(head, other) for head in heads for other in heads if head is not other)


def from_places(slide: Slide, place: Place, numbering: Numbering) -> list[tuple[AgendaItem, ...]]:
    """The agendas of a slide whose entries stand each by its hour, its case number or its count."""
    return [_items(entries, place, numbering) for entries in entries_by_place(slide, numbering)]


def _items(entries: Sequence[Sequence[str]], place: Place, numbering: Numbering) -> tuple[AgendaItem, ...]:
    return tuple(item for item in items_of(entries, place, numbering) if item is not None)


def items_of(
    entries: Sequence[Sequence[str]], place: Place, numbering: Numbering, *, counts: bool = True, plain: bool = False
) -> list[AgendaItem | None]:
    """The rows of an agenda by the texts of each entry; None for what is none. What only counts them is their
    number where it may be (`counts`); a `plain` agenda tells no more than titles.
    """
    entries = [[part for text in texts for part in _number_and_type(text, numbering)] for texts in entries]
    firsts = without_counts([texts[0] for texts in entries])
    entries = [[first, *texts[1:]] for first, texts in zip(firsts, entries, strict=True)]
    counted = counts and _counted(entries)
    return [of_parts(texts, place, numbering, counted=counted, plain=plain) for texts in _without_letters(entries)]


def _number_and_type(text: str, numbering: Numbering) -> tuple[str, ...]:
    """A case number and the type in brackets behind it as texts of their own: "12/31 (V)", "Sak 4 (orientering)"."""
    match = _TYPE_BEHIND.fullmatch(text.strip())
    return (match["number"], match["type"]) if match and numbering.alone(match["number"]) is not None else (text,)


def _without_letters(entries: Sequence[Sequence[str]]) -> list[list[str]]:
    """Entries without the letters that count them, A, B, C …; letters that do not count on may be types of case."""
    letters = [[text for text in entry if _LETTER.fullmatch(text.strip())] for entry in entries]
    counts = "".join(sorted(each[0].strip() for each in letters if len(each) == 1))
    if len(counts) < _FEWEST or not "ABCDEFGHIJKLMNOP".startswith(counts):
        return [list(entry) for entry in entries]
    return [[text for text in entry if not _LETTER.fullmatch(text.strip())] for entry in entries]


def _counted(entries: Sequence[Sequence[str]]) -> bool:
    """Whether entries have titles that are counted, 1, 2, 3 …, and no numbers of cases besides."""
    read = [next((each for text in entry if (each := numbered_line(text)) is not None), None) for entry in entries]
    numbers = [each.number for each in read if each is not None and each.scheme is Scheme.COUNTED]
    return len(numbers) >= _FEWEST and numbers == list(range(1, len(numbers) + 1))


def of_parts(
    texts: Sequence[str], place: Place, numbering: Numbering, *, counted: bool = False, plain: bool = False
) -> AgendaItem | None:
    """An entry whose parts stand on lines of their own, in any order: number, title, time, presenter, type, length.

    What opens with a mere count is numbered by it where all entries are (`counted`).
    """
    parts = [part.strip() for text in texts for part in _PARTED.split(with_points(text)) if _SAYS.search(part)]
    item = AgendaItem(None, "", None, None, None, None, place)
    titled_by = len(parts)
    for place_of_part, part in enumerate(parts):
        alone = numbering.alone(part)
        if alone is not None and (item.case is None or (alone.year is not None and item.case.startswith("Punkt"))):
            item = replace(item, case=numbering.name(alone))
            continue
        known = hours_alone(part) or item.title or item.case or minutes_long(part) is None
        told = facts_told(item, part) if known else None
        if told is not None:
            item = told
            continue
        if item.case_type is None and letter_of_type(part):
            item = replace(item, case_type=part)
            continue
        time, rest = leading_time(part)
        read = numbering.read(rest)
        headed = read is not None and (counted or read.scheme is not Scheme.COUNTED) and heads_an_entry(read)
        if item.title:
            # A title over two lines goes on in small letters.
            going_on = titled_by == place_of_part - 1 and part[:1].islower()
            item = replace(item, title=f"{item.title} {part}") if going_on else item
            continue
        titled_by = place_of_part
        if item.case is None and read is not None and headed:
            row = entry(numbering.name(read), read.title, time, place, end=leading_end(part))
        else:
            row = replace(unnumbered(rest, time, place), end=leading_end(part))
        item = replace(
            row,
            case=row.case or item.case,
            presenter=row.presenter or item.presenter,
            organisation=row.organisation or item.organisation,
            time=item.time or row.time,
            end=item.end or row.end,
            minutes=row.minutes or item.minutes,
            case_type=row.case_type or item.case_type,
        )
    return item if item.title and (plain or item.case or item.time or item.minutes) else None
