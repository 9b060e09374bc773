"""People of a slide as they stand on it: each name with what stands below and beside it, under the headings of its column."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from radsassistent.documents import Block, BlockKind, Box
from radsassistent.meetings.member_cards import initials_of, is_picture
from radsassistent.meetings.member_entries import (
    BESIDE_MEMBERS,
    CHOSEN_BY,
    TELLS_OF_TODAY,
    Entry,
    entry_of,
    labelled_entries,
    people_of,
    sentences_of_people,
    titled_entry,
)
from radsassistent.meetings.member_sentences import sentences_joined, told_in_sentence
from radsassistent.meetings.people import is_person_name, is_role, tells_attendance

# Two lines are of one column where they begin, end or are centred at one place, to so many points, or share half a width.
_ALIGNED, _SHARED = 14.0, 0.5
# A fact stands at most so many heights below the line that it goes on with, a badge so many from the name.
_BELOW, _BADGE_HEIGHTS, _SAME_HEIGHT, _FEWEST_ROWS = 3.0, 2.5, 3.0, 3
# So many words at most are a heading or a fact, and so many with a full stop are a sentence.
_WORDS, _SENTENCE, _WORDS_OF_LABEL = 12, 5, 3
# A style of type is that of names where so many of its lines name somebody.
_MOST = 0.5
_DEPUTY = re.compile(r"^(?:(?:personleg|personlig|fast)\s+)?(?:\d\.\s*)?vara", re.IGNORECASE)
# A sentence is no fact of a card.
_SAYS = re.compile(r"\b(?:er|har|skal|kan|må|vil|blir|vert)\b")
_COUNTED = re.compile(r"^(?P<number>\d{1,2})[.)]\s+(?=[A-ZÀ-ÖØ-ÞČĐŊŠŦŽ])")

Style = tuple[bool, int, int, bool, bool]


@dataclass(eq=False)
class Standing:
    """A line of a slide as it stands. `above` is the nearest line above it in its column, `headings` those it stands under,
    the nearest first, `facts` the lines below it that tell of the person whom it names, `badges` what is put beside the name.
    `opens` the first line of a card of one type; a heading in bullets may be `over_deeper` ones alone.
    """

    block: Block
    text: str
    ends: bool
    label: str = ""
    entries: tuple[Entry, ...] = ()
    above: Standing | None = None
    headings: tuple[str, ...] = ()
    facts: list[str] = field(default_factory=list)
    badges: list[str] = field(default_factory=list)
    number: str | None = None
    opens: bool = False
    over_deeper: bool = False

    @property
    def box(self) -> Box:
        return self.block.box

    @property
    def style(self) -> Style:
        level = self.block.level if self.block.kind is BlockKind.BULLET else -1
        return self.block.kind is BlockKind.HEADING, level, round(self.block.size), self.block.bold, self.opens

    @property
    def bare(self) -> bool:
        """Whether the line may as well be the name of an organisation: it has neither a label, a role nor a title."""
        return not self.label and all(e.title is None and e.role is None and not e.details for e in self.entries)

    @property
    def is_sentence(self) -> bool:
        count = len(self.text.split())
        return count > _WORDS or (self.ends and count > _SENTENCE)


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
    lines = _lines(body)
    _mark_cards(lines)
    for line in lines:
        line.above = _above(line, lines)
        if line.above is not None and line.above.block.level < line.block.level:
            line.above.over_deeper = True
    _settle_names(lines)
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
    left = [
        line for line in lines if not line.entries and id(line) not in facts | heads | {id(each) for each in badges}
    ]
    facts |= _beside(left, [line for line in lines if line.entries])
    own = {line.style for line in lines if line.entries}
    people = [line for line in lines if line.entries]
    for line in people:
        line.headings = _headings(line, heads, own)
    for line in people:
        line.headings = line.headings or _headings_of_row(line, people)
    told = {id(line) for line in (*people, *badges)} | facts | heads
    return People(tuple(people), sum(id(line) not in told for line in lines))


def _lines(body: Sequence[Block]) -> list[Standing]:
    texts = sentences_joined([block for block in body if block.table is None and not is_picture(block.text)])
    names = [block.text for block in texts if is_person_name(block.text.split(",")[0].split(" (")[0])]
    found = []
    for block in texts:
        if any(initials_of(block.text.strip(), name) for name in names):
            continue
        for said in sentences_of_people(block.text):
            text = said.strip()
            line = Standing(block, text.rstrip("."), text.endswith("."))
            counted = _COUNTED.match(line.text)
            if counted is not None:
                line.text, line.number = line.text[counted.end() :], counted["number"]
            line.label, line.entries = _named(line)
            found.append(line)
    return found


def _named(line: Standing) -> tuple[str, tuple[Entry, ...]]:
    label, entries = labelled_entries(line.text) if line.block.kind is not BlockKind.HEADING else ("", [])
    if entries:
        return label, tuple(entries)
    if CHOSEN_BY.match(line.text):
        return "", ()
    label, entries = told_in_sentence(line.text)
    if entries:
        return label, tuple(entries)
    alone = entry_of(line.text) or titled_entry(line.text)
    return "", tuple(people_of(line.text)) or ((alone,) if alone is not None else ())


def _mark_cards(lines: Sequence[Standing]) -> None:
    """Mark the first lines of frames that are cards in one type: a name, and below it what tells of that one."""
    frames: dict[int, list[Standing]] = defaultdict(list)
    for line in lines:
        if line.block.group is not None:
            frames[line.block.group].append(line)
    cards = [of for of in frames.values() if len(of) > 1 and len({each.style for each in of}) == 1]
    named = [of for of in cards if of[0].entries and not of[0].label and not of[1].entries]
    if len(named) > 1 and len(named) >= _MOST * len(cards):
        for of in cards:
            of[0].opens = bool(of[0].entries)


def _in_column(one: Box, other: Box) -> bool:
    ends = zip((one.left, one.centre[0], one.right), (other.left, other.centre[0], other.right), strict=True)
    shared = min(one.right, other.right) - max(one.left, other.left)
    return any(abs(a - b) <= _ALIGNED for a, b in ends) or shared >= _SHARED * min(one.width, other.width)


def _above(line: Standing, lines: Sequence[Standing]) -> Standing | None:
    """The nearest line above another in its column; of a text in several parts, the part before."""
    place = next(n for n, each in enumerate(lines) if each is line)
    if place and lines[place - 1].box == line.box:
        return lines[place - 1]
    over = [
        each
        for each in lines
        if each.box.bottom <= line.box.top + 2 and each.box.top < line.box.top and _in_column(each.box, line.box)
    ]
    return max(over, key=lambda each: (round(each.box.bottom), each.block.group == line.block.group), default=None)


def _gap(line: Standing) -> float:
    return line.box.top - line.above.box.bottom if line.above is not None else float("inf")


def _settle_names(lines: Sequence[Standing]) -> None:
    """Keep of the lines with the form of a name those of people: the name of an organisation stands in another type, above
    those who sit for it or below the one who does.
    """
    of_style: dict[Style, list[Standing]] = defaultdict(list)
    for line in lines:
        if not line.text.endswith(":") and not line.label and not is_role(line.text):
            of_style[line.style].append(line)
    cards = {line.block.group for line in lines if line.opens}
    for line in lines:
        if line.label and _DEPUTY.match(line.label) and (line.block.group in cards or _in_other_type(line)):
            # What stands on a card, or in another type under a name, is told of that one.
            line.label, line.entries = "", ()
    share = {style: sum(bool(each.entries) for each in of) / len(of) for style, of in of_style.items()}
    over: dict[tuple[Style, Style], set[int]] = defaultdict(set)
    for line in lines:
        first = line.above
        while first is not None and first.style == line.style:
            first = first.above
        if _names(line) and first is not None and _names(first):
            over[first.style, line.style].add(id(first))
    beside: set[Style] = set()
    for (upper, lower), heads in over.items():
        if share[upper] != share[lower]:
            beside.add(upper if share[upper] < share[lower] else lower)
            continue
        several = sum(bool(each.entries) for each in of_style[lower]) > len(heads)
        beside.add(upper if several else lower)
    for line in lines:
        if line.entries and line.bare and (line.style in beside or share.get(line.style, 1.0) < _MOST):
            line.entries = ()


def _in_other_type(line: Standing) -> bool:
    """Whether a line stands under a name in another type than it, with nothing but other such lines between."""
    over = line.above
    while over is not None and not _names(over):
        if over.label or over.is_sentence or over.block.kind is BlockKind.HEADING:
            return False
        over = over.above
    return over is not None and over.style != line.style


def _names(line: Standing) -> bool:
    return bool(line.entries) and not line.label


def _parts(lines: Sequence[Standing]) -> dict[int, str]:
    """Whether each of the lines that name nobody is a heading or a fact, by where most lines of its type stand."""
    own = {line.style for line in lines if line.entries}
    below: dict[int, Standing] = {}
    for line in lines:
        if line.above is not None and (id(line.above) not in below or _gap(line) < _gap(below[id(line.above)])):
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
        follows = follows and _gap(line) <= _BELOW * max(line.box.height, 1.0)
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
        near = _gap(line) <= _BELOW * max(line.box.height, 1.0)
        if line.style not in own and vote and not line.text.endswith(":") and (near or vote[0][0] == "heading"):
            part = vote[0][0]
        found[id(line)] = part
    return found


def _may_be_fact(text: str) -> bool:
    label, colon, _ = text.partition(":")
    labelled = not colon or (len(label.split()) <= _WORDS_OF_LABEL and "(" not in label)
    return labelled and not TELLS_OF_TODAY.search(text) and not _SAYS.search(text) and not text.startswith("Forfall")


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
        return _gap(below) + 2 < _gap(line)
    if abs(_gap(below) - _gap(line)) > 2:
        return _gap(below) < _gap(line)
    return (line.block.bold, round(line.block.size)) > (below.block.bold, round(below.block.size)) or _lists(line.text)


def _lists(text: str) -> bool:
    """Whether a text is what a list is called, and no role of one: "Varamedlemmer"."""
    return BESIDE_MEMBERS.match(text) is not None and not is_role(text)


def _owner(line: Standing, heads: set[int]) -> Standing | None:
    """The line with the name that a fact is of; None where a heading or a space parts it from all names."""
    below, over = line, line.above
    while over is not None and not over.entries:
        if id(over) in heads or over.is_sentence or _gap(below) > _BELOW * max(below.box.height, over.box.height):
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
        if len(framed) == 1 or _in_column(badge.box, each.box)
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
