"""People of a slide as they stand on it: each name with what stands below and beside it, under the headings of its column."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from radsassistent.documents import Block, BlockKind, Box
from radsassistent.meetings.member_entries import BESIDE_MEMBERS, TELLS_OF_TODAY
from radsassistent.meetings.member_standing import Standing, Style, gap, in_column, standing_lines
from radsassistent.meetings.people import is_role, tells_attendance, without_attendance

# A fact stands at most so many heights below the line that it goes on with, a badge so many from the name.
_BELOW, _BADGE_HEIGHTS = 3.0, 2.5
# Names of a row begin on one height, to so many points; texts beside each other share half of theirs, in so many rows at least.
_SAME_HEIGHT, _SHARED, _FEWEST_ROWS = 3.0, 0.5, 3
_WORDS_OF_LABEL = 3
# A sentence is no fact of a card.
_SAYS = re.compile(r"\b(?:er|har|skal|kan|må|vil|blir|vert)\b")


@dataclass(frozen=True)
class People:
    """The lines of a slide that name people, in reading order, and how many other lines tell something else."""

    lines: tuple[Standing, ...]
    others: int

    @property
    def count(self) -> int:
        return sum(len(line.entries) for line in self.lines)


def people_standing(body: Sequence[Block]) -> People:
    """The people whom the texts of a slide name, whatever way they are laid out; its tables are read elsewhere."""
    lines = standing_lines(body)
    parts = _parts(lines)
    badges = _badges(lines, parts)
    for line in badges:
        _put_on(line, [each for each in lines if each.entries])
    heads = {id(line) for line in lines if parts.get(id(line)) == "heading"} - {id(line) for line in badges}
    facts: set[int] = set()
    for line in lines:
        owner = _owner(line, heads) if parts.get(id(line)) == "fact" and not line.entries else None
        if owner is not None and _may_be_fact(line.text):
            owner.facts.append(line.text)
            facts.add(id(line))
    told = facts | heads | {id(line) for line in badges}
    left = [line for line in lines if not line.entries and id(line) not in told]
    facts |= _beside(left, [line for line in lines if line.entries])
    own = {line.style for line in lines if line.entries}
    people = [line for line in lines if line.entries]
    for line in people:
        line.headings = _headings(line, heads, own)
    for line in people:
        line.headings = line.headings or _headings_of_row(line, people)
    told = {id(line) for line in (*people, *badges)} | facts | heads
    return People(tuple(people), sum(id(line) not in told for line in lines))


def _parts(lines: Sequence[Standing]) -> dict[int, str]:
    """Whether each of the lines that name nobody is a heading or a fact, by where most lines of its type stand."""
    own = {line.style for line in lines if line.entries}
    below: dict[int, Standing] = {}
    for line in lines:
        if line.above is not None and (id(line.above) not in below or gap(line) < gap(below[id(line.above)])):
            below[id(line.above)] = line
    votes: dict[Style, Counter[str]] = defaultdict(Counter)
    may: dict[int, str] = {}
    for line in lines:
        if line.entries or (line.is_sentence and not line.text.endswith(":")):
            continue
        if line.text.endswith(":") or (line.style in own and _lists(line.text)):
            may[id(line)] = "heading"
            continue
        over = line.above
        follows = over is not None and (bool(over.entries) or over.style == line.style or may.get(id(over)) == "fact")
        follows = follows and gap(line) <= _BELOW * max(line.box.height, 1.0)
        leads = id(line) in below and bool(below[id(line)].entries or below[id(line)].text.endswith(":"))
        may[id(line)] = "fact" if follows and not (leads and _heads_rather(line, below[id(line)])) else "heading"
        if not follows and not leads:
            if line.block.kind is not BlockKind.HEADING:
                may.pop(id(line))
        elif follows != leads or line.style not in own:
            votes[line.style][may[id(line)]] += 1
    found: dict[int, str] = {}
    for line in lines:
        part = may.get(id(line))
        if part is None:
            continue
        vote = votes[line.style].most_common(1)
        # What stands far from the name above it is no fact of it, whatever others of its type are.
        near = gap(line) <= _BELOW * max(line.box.height, 1.0)
        if line.style not in own and vote and not line.text.endswith(":") and (near or vote[0][0] == "heading"):
            part = vote[0][0]
        found[id(line)] = part
    return found


def _may_be_fact(text: str) -> bool:
    label, colon, _ = text.partition(":")
    labelled = not colon or (len(label.split()) <= _WORDS_OF_LABEL and "(" not in label)
    told = without_attendance(text)
    sentence = TELLS_OF_TODAY.search(told) or _SAYS.search(told) or told.startswith("Forfall")
    return labelled and not sentence and "@" not in told


def _heads_rather(line: Standing, below: Standing) -> bool:
    """Whether a line between two names is a heading over the second and no fact of the first."""
    over = line.above
    if below.block.kind is BlockKind.BULLET is not line.block.kind:
        return over is None or over.block.kind is BlockKind.BULLET
    if (line.block.kind, below.block.kind) == (
        BlockKind.BULLET,
        BlockKind.BULLET,
    ) and line.block.level != below.block.level:
        return line.block.level < below.block.level
    if over is None or line.style == over.style:
        return gap(below) + 2 < gap(line)
    if abs(gap(below) - gap(line)) > 2:
        return gap(below) < gap(line)
    return (line.block.bold, round(line.block.size)) > (below.block.bold, round(below.block.size)) or _lists(line.text)


def _lists(text: str) -> bool:
    """Whether a text is what a list is called, and no role of one: "Varamedlemmer"."""
    return BESIDE_MEMBERS.match(text) is not None and not is_role(text)


def _owner(line: Standing, heads: set[int]) -> Standing | None:
    """The line with the name that a fact is of; None where a heading or a space parts it from all names."""
    below, over = line, line.above
    while over is not None and not over.entries:
        if id(over) in heads or over.is_sentence or gap(below) > _BELOW * max(below.box.height, over.box.height):
            return None
        below, over = over, over.above
    return over


def _badges(lines: Sequence[Standing], parts: dict[int, str]) -> list[Standing]:
    """The lines with a role or whether somebody comes, in a type that tells nothing else: each is put beside one name."""
    of_style: dict[Style, list[Standing]] = defaultdict(list)
    for line in lines:
        of_style[line.style].append(line)
    return [
        line
        for of in of_style.values()
        if (len(of) > 1 or of[0].block.group is not None)
        and all(not each.entries and (is_role(each.text) or tells_attendance(each.text)) for each in of)
        for line in of
        if parts.get(id(line)) != "fact" or line.block.kind is not BlockKind.BULLET
    ]


def _put_on(badge: Standing, people: Sequence[Standing]) -> None:
    """Put a badge on the one whose frame it is in, else on the nearest name above or below it."""
    framed = [each for each in people if badge.block.group is not None and each.block.group == badge.block.group]
    near = [
        (max(each.box.top - badge.box.bottom, badge.box.top - each.box.bottom), number)
        for number, each in enumerate(framed if len(framed) == 1 else people)
        if len(framed) == 1 or in_column(badge.box, each.box)
    ]
    away, nearest = min(near, default=(float("inf"), 0))
    if len(framed) == 1 or away <= _BADGE_HEIGHTS * max(badge.box.height, 1.0):
        (framed if len(framed) == 1 else people)[nearest].badges.append(badge.text)


def _beside(left: Sequence[Standing], people: Sequence[Standing]) -> set[int]:
    """Tell of each name what stands to the right of it on one height, where that is so of several."""
    pairs = []
    for line in left:
        row = [each for each in people if each.box.right <= line.box.left + 2 and _on_one_height(each.box, line.box)]
        if row and not line.is_sentence and _may_be_fact(line.text):
            pairs.append((max(row, key=lambda each: each.box.left), line))
    if len(pairs) < _FEWEST_ROWS:
        return set()
    for name, line in pairs:
        name.facts.append(line.text)
    return {id(line) for _, line in pairs}


def _on_one_height(one: Box, other: Box) -> bool:
    return min(one.bottom, other.bottom) - max(one.top, other.top) >= _SHARED * min(one.height, other.height)


def _headings(line: Standing, heads: set[int], own: set[Style]) -> tuple[str, ...]:
    """The headings that a line stands under, the nearest first: each set above the one before it in type."""
    found: list[Standing] = []
    over = line.above
    bullet = line if line.block.kind is BlockKind.BULLET else None
    while over is not None:
        nested = not found or (
            found[-1].style in own
            and found[-1].block.group == over.block.group
            and _rank(over, own) > _rank(found[-1], own)
        )
        if id(over) in heads and nested and _reaches(over, bullet):
            found.append(over)
        if over.block.kind is BlockKind.BULLET and bullet is not None and over.block.level < bullet.block.level:
            bullet = over
        if found and over.block.group != line.block.group and found[0].block.group == line.block.group:
            break
        over = over.above
    return tuple(each.text.strip().rstrip(":") for each in found)


def _headings_of_row(line: Standing, people: Sequence[Standing]) -> tuple[str, ...]:
    """The headings of the column to the left, where the first name of a column without any stands on one height with its."""
    first = over = line
    while over.above is not None:
        over = over.above
        first = over if over.entries and over.style == line.style else first
    row = [
        each
        for each in people
        if each.headings
        and each.style == first.style
        and abs(each.box.top - first.box.top) <= _SAME_HEIGHT
        and each.box.left < first.box.left
    ]
    return max(row, key=lambda each: each.box.left).headings if row else ()


def _reaches(heading: Standing, bullet: Standing | None) -> bool:
    """Whether a heading is over a line: a bullet with deeper ones below it is over those alone."""
    if heading.block.kind is not BlockKind.BULLET:
        return True
    if bullet is None:
        return False
    return bullet.block.level > heading.block.level - (not heading.over_deeper)


def _rank(heading: Standing, own: set[Style]) -> tuple[bool, int, int, bool]:
    _, level, size, bold, _ = heading.style
    return heading.style not in own, -level, size, bold
