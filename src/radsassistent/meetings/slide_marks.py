"""The case that the margin of a slide names, whatever its title says: a tag in a corner, the way to the slide over its title
("Saksliste > Sak 14/26 > Taubroen"), a header or footer, or a list of the cases along an edge with one of them set apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from radsassistent.documents import Block, BlockKind, Document, Slide
from radsassistent.meetings.case_numbers import CASE_WORD, NumberedLine, Numbering, Scheme, normal, only_case_number
from radsassistent.meetings.meeting import AgendaItem

# What parts the steps of a way, or a number from what it is the number of.
_STEPS = re.compile(r"\s*[\u203a»·•|→]\s*|\s+[>–—]\s+|\s*\n\s*")
# A text of more words than this is content, wherever it stands.
_MOST_WORDS = 25
# The margin above and below what a slide tells, of its height.
_TOP, _BOTTOM = 0.15, 0.88
# "Taubroen (sak 14/26)", "Taubroen, sak 14/26".
_BEHIND = re.compile(r"[(,]\s*(?:sak\s+)?(?P<number>\d{1,3})\s*/\s*(?P<year>(?:20)?\d\d)\)?\s*$", re.IGNORECASE)
_PAGE = re.compile(r"[\s,;]*\b(?:side|lysbilde)\s*\d+(?:\s*(?:av|/)\s*\d+)?$", re.IGNORECASE)
_SAYS_CASE = re.compile(rf"\s*{CASE_WORD}")
# So many cases along an edge are a list of them.
_FEWEST_LISTED = 3
_LONG_WORD = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """The case that a slide's margin names, and the text that names it."""

    case: str
    text: str


def marks(document: Document, agenda: Sequence[AgendaItem], numbering: Numbering) -> dict[int, Mark]:
    """The case that the margin of each slide names, by the slide's number; slides whose margin names none are left out."""
    titles = {item.case: item.title for item in agenda if item.case is not None}
    found = {}
    for slide in document.slides:
        mark = _mark(slide, titles, numbering)
        if mark is not None:
            found[slide.number] = mark
    return found


def _mark(slide: Slide, titles: Mapping[str, str], numbering: Numbering) -> Mark | None:
    margin = _margin(slide)
    named, counted = _named(margin, titles, numbering)
    if len(counted) >= _FEWEST_LISTED and len(counted) >= len(named):
        named = counted
    if len(named) == 1:
        ((case, blocks),) = named.items()
        return Mark(case, blocks[0].text)
    if len(named) >= _FEWEST_LISTED:
        return _set_apart(named, margin)
    # The agenda shown once more, with the case that comes now set apart.
    shown = [block for block in slide.body if block.table is None]
    again, _ = _named(shown, titles, numbering)
    return _set_apart(again, shown) if len(again) >= _FEWEST_LISTED else None


def _named(
    blocks: Sequence[Block], titles: Mapping[str, str], numbering: Numbering
) -> tuple[dict[str, list[Block]], dict[str, list[Block]]]:
    """The blocks that name cases by number or title, and those that count as the agenda does, by their case."""
    named: dict[str, list[Block]] = defaultdict(list)
    counted: dict[str, list[Block]] = defaultdict(list)
    for block in blocks:
        for case in _cases_in(block.text, titles, numbering):
            named[case].append(block)
        entry = _counted(block.text, titles, numbering)
        if entry is not None:
            counted[entry].append(block)
    return named, counted


def _set_apart(named: Mapping[str, list[Block]], blocks: Sequence[Block]) -> Mark | None:
    """The one of several cases that is set in bold type; what stands in one frame with a number is told of the same case."""
    framed = {case: {block.group for block in of_case} - {None} for case, of_case in named.items()}
    apart = [
        case
        for case, of_case in named.items()
        if all(block.bold for block in blocks if block in of_case or block.group in framed[case])
    ]
    return Mark(apart[0], named[apart[0]][0].text) if len(apart) == 1 else None


def _margin(slide: Slide) -> list[Block]:
    """The blocks above, below and beside what a slide tells."""
    title = next((block for block in slide.blocks if block.kind is BlockKind.TITLE), None)
    top, bottom = _TOP * slide.height, _BOTTOM * slide.height
    band = _band(slide) if title is None else []
    found = []
    for block in slide.blocks:
        if block is title or block.table is not None or block.kind is BlockKind.NOTE:
            continue
        if len(block.text.split()) > _MOST_WORDS:
            continue
        box = block.box
        edge = block.kind is BlockKind.FOOTER or box.bottom <= top or box.top >= bottom
        around = title is not None and (
            box.bottom <= title.box.top or box.right <= title.box.left or box.left >= title.box.right
        )
        if edge or around or block in band:
            found.append(block)
    return found


def _band(slide: Slide) -> list[Block]:
    """The texts of a frame along the left or the right edge, beside which all else stands: the margin of a slide without a
    title.
    """
    told = [block for block in slide.blocks if block.kind not in (BlockKind.FOOTER, BlockKind.NOTE)]
    for group in {block.group for block in told} - {None}:
        band = [block for block in told if block.group == group]
        others = [block for block in told if block.group != group]
        left, right = min(block.box.left for block in band), max(block.box.right for block in band)
        beside = all(other.box.left >= right for other in others) or all(other.box.right <= left for other in others)
        if others and beside and sum(len(block.text.split()) for block in band) <= _MOST_WORDS:
            return band
    return []


def _cases_in(text: str, titles: Mapping[str, str], numbering: Numbering) -> set[str]:
    """The cases that a text names by number, alone or with their title, or by the agenda's title for them alone."""
    found = set()
    whole = _bare(text)
    for part in (_PAGE.sub("", step).strip() for step in _STEPS.split(text)):
        read = numbering.read(part)
        case = _case_of(part, read, titles, numbering) if read is not None and not read.sentence else None
        if case is not None:
            found.add(case)
    if not found:
        found = {case for case, title in titles.items() if whole and _bare(title) == whole}
    behind = _BEHIND.search(text)
    if not found and behind is not None:
        case = normal(behind["number"], behind["year"])
        same = case in titles and _words(text[: behind.start()]) & _words(titles[case])
        found = {case} if same else set()
    return found if len(found) == 1 else set()


def _case_of(part: str, read: NumberedLine, titles: Mapping[str, str], numbering: Numbering) -> str | None:
    """The case of a number with what follows it, which is nothing, the same number, or words of the agenda's title."""
    if read.scheme is Scheme.CASE and read.year is None:
        same = [case for case in titles if re.findall(r"\d+", case)[:1] == [str(read.number)]]
        case = same[0] if len(same) == 1 else None
    elif read.scheme in (Scheme.CASE, Scheme.SECTION, Scheme.CODE):
        case = numbering.name(read)
        # "HKR 2/26" may be what the meeting is called by.
        case = case if case in titles or not titles or _SAYS_CASE.match(part) else None
    elif read.scheme is Scheme.PLAIN:
        case = numbering.name(read)
        case = case if case in titles or not titles else None
    else:
        return None
    alone = not read.title.strip(" .:") or only_case_number(read.title) == case
    if case is None or alone or case not in titles:
        return case if alone or not titles else None
    return case if _words(read.title) & _words(titles[case]) else None


def _counted(text: str, titles: Mapping[str, str], numbering: Numbering) -> str | None:
    """The case of an entry of a list that counts as the agenda does: "2 Økonomi"."""
    read = numbering.read(text.strip())
    if read is None or read.scheme is not Scheme.COUNTED or not read.title:
        return None
    case = numbering.name(read)
    return case if case in titles else None


def _words(text: str) -> set[str]:
    return {word[:_LONG_WORD] for word in re.findall(r"\w+", text.casefold()) if len(word) >= _LONG_WORD}


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
