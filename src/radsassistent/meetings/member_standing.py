"""The lines of a slide's texts as they stand on it, each under the one above it in its column, and whom each names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from radsassistent.documents import Block, BlockKind, Box
from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.member_cards import is_badge_of, is_picture
from radsassistent.meetings.member_entries import (
    CHOSEN_BY,
    Entry,
    entry_of,
    labelled_entries,
    people_of,
    titled_entry,
)
from radsassistent.meetings.member_sentences import sentences, sentences_joined, told_in_sentence
from radsassistent.meetings.people import is_person_name, is_role

# Two lines are of one column where they begin, end or are centred at one place, to so many points, or share half a width.
_ALIGNED, _SHARED = 14.0, 0.5
# So many words at most are a heading or a fact, and so many with a full stop are a sentence.
_WORDS, _SENTENCE = 12, 5
# A style of type is that of names where so many of its lines name somebody.
_MOST = 0.5
_DEPUTY = re.compile(
    r"^(?:(?:personleg|personlig|fast)\s+)?(?:\d\.\s*)?vara(?:medlem|representant|person)?$", re.IGNORECASE
)
# What stands behind a name between commas, dashes and in brackets.
_MARKS = re.compile(r",\s*|\s+[–—-]\s+|\s*\((?=[^()]+\)$)")
# What parts those who stand on one line, each with what is told of them: "Kari Berg (leder) | Ola Dal (Oppdiktlaget)".
_BESIDE = re.compile(r"\s*[|•;]\s*")
_DASHED = re.compile(r"^(?P<label>[^–—:()]+?)\s+[–—-]\s+(?P<who>[^–—:]+)$")
_COUNTED = re.compile(rf"^(?P<number>\d{{1,2}})[.)]\s+(?={CAPITAL})")

Style = tuple[bool, int, int, bool, bool]


@dataclass(eq=False)
class Standing:
    """A line of a slide as it stands. `above` is the nearest line above it in its column, `headings` those it stands under,
    the nearest first, `facts` the lines below it that tell of the person whom it names, `badges` what is put beside the name,
    `marks` what stands behind it on the line. `opens` is the first line of a card of one type; a heading in bullets may be
    `over_deeper` ones alone.
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
    marks: tuple[str, ...] = ()
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
        """Whether the line may as well be the name of an organisation: it has neither a label, a count, a role, a title
        nor a body in small letters behind the name.
        """
        return (
            not self.label
            and self.number is None
            and not any((e.organisation or "")[:1].islower() for e in self.entries)
            and all(e.title is None and e.role is None and not e.details for e in self.entries)
        )

    @property
    def is_sentence(self) -> bool:
        count = len(self.text.split())
        return count > _WORDS or (self.ends and count > _SENTENCE)


def standing_lines(body: Sequence[Block]) -> list[Standing]:
    """The lines of a slide's texts, each below the one above it in its column, with those whom it names."""
    lines = _lines(body)
    _mark_cards(lines)
    for line in lines:
        line.above = _above(line, lines)
        if line.above is not None and line.above.block.level < line.block.level:
            line.above.over_deeper = True
    _settle_names(lines)
    return lines


def _lines(body: Sequence[Block]) -> list[Standing]:
    texts = sentences_joined([block for block in body if block.table is None and not is_picture(block.text)])
    names = [block for block in texts if is_person_name(block.text.split(",")[0].split(" (")[0])]
    found = []
    for block in texts:
        if is_badge_of(block, names):
            continue
        for said in sentences(block.text):
            text = said.strip()
            line = Standing(block, text.rstrip("."), text.endswith("."))
            counted = _COUNTED.match(line.text)
            if counted is not None:
                line.text, line.number = line.text[counted.end() :], counted["number"]
            line.label, line.entries = _named(line)
            line.marks = tuple(part.strip(" ()") for part in _MARKS.split(line.text)[1:])
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
    beside = [entry_of(part) for part in _BESIDE.split(line.text)]
    if len(beside) > 1 and all(each is not None and (each.title or each.organisation or each.role) for each in beside):
        return "", tuple(each for each in beside if each is not None)
    dashed = _DASHED.match(line.text)
    if dashed is not None and not is_person_name(dashed["label"]):
        # "Oppdikt kommune – Kari Berg (leder), Ola Dal"
        label, entries = labelled_entries(f"{dashed['label']}: {dashed['who']}")
        if entries and all(each.title is None for each in entries):
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


def in_column(one: Box, other: Box) -> bool:
    """Whether two boxes stand above each other."""
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
        if each.box.bottom <= line.box.top + 2 and each.box.top < line.box.top and in_column(each.box, line.box)
    ]
    return max(over, key=lambda each: (round(each.box.bottom), each.block.group == line.block.group), default=None)


def gap(line: Standing) -> float:
    """How far below the line above it a line stands, in points."""
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
