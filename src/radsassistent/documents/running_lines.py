"""Headers and footers that stand on most pages: kept apart from what each page says.

A line that names a case is left where it is: repeated over the pages of a case it is what says that they belong to it. Only
above the titles of a deck, at one height on many slides, it is their header, whatever case it names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.documents.document import Block, BlockKind, Slide
from radsassistent.documents.letters import CAPITAL

# Running lines stand in the margins: this share of the page's height at its top and at its foot.
MARGIN = 0.1
# On how many pages, and on what share of those with text: a heading that several slides share ("Forslag til vedtak") is
# on fewer, and says something where it stands.
LEAST_PAGES = 3
LEAST_SHARE = 0.5
# So many lines beside the titles are a list of contents.
LEAST_ENTRIES = 3
# The same line stands at the same height to within this (points); exports place it to the hundredth.
SAME_PLACE = 4.0

# "Sak 5/26", "PS 12/2026", "K-112/12", "§ 188", "Punkt 3"
_NAMES_A_CASE = re.compile(r"\b(?:sak(?:snr|snummer)?|punkt)\b|§|\d+\s*/\s*\d{2,4}\b", re.IGNORECASE)
_OPENS_WITH_A_CASE = re.compile(rf"^\s*(?:[a-zæøå]*sak(?:snr|snummer)?|punkt|{CAPITAL}{{1,4}})\.?\s*\d", re.IGNORECASE)
# "Møte 3/2026": the meeting's own number.
_MEETING = re.compile(r"\bmøte(?:nr|nummer)?\.?\s+(?:nr\.?\s*)?\d+\s*/\s*\d{2,4}\b", re.IGNORECASE)
_RUNS = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})

Line = tuple[str, int]


def without_running_lines(slides: Sequence[Slide]) -> tuple[Slide, ...]:
    """The slides with the blocks that repeat in the margins of most of them as footers, last on the slide."""
    found = [{line for block in slide.blocks if (line := running_line(block, slide)) is not None} for slide in slides]
    counted = Counter(line for lines in found for line in lines)
    pages = sum(1 for slide in slides if slide.blocks)
    least = max(LEAST_PAGES, LEAST_SHARE * pages)
    running = {line for line, count in counted.items() if count >= least} - _headings_of_frames(slides, least)
    slides = _without_contents(_with_headers_of_cases(slides))
    return tuple(_with_footers(slide, running) if running else slide for slide in slides)


def _without_contents(slides: Sequence[Slide]) -> list[Slide]:
    """The slides with a list of contents, which stands beside the titles and is the same on most slides, as footers."""
    columns = [_beside_title(slide) for slide in slides]
    counted = Counter(entry for blocks in columns for entry in {_entry(block) for block in blocks})
    least = max(LEAST_PAGES, LEAST_SHARE * len(slides))
    listed = [[block for block in blocks if counted[_entry(block)] >= least] for blocks in columns]
    return [
        _moved(slide, found) if len(found) >= LEAST_ENTRIES and len(found) == len(blocks) else slide
        for slide, blocks, found in zip(slides, columns, listed, strict=True)
    ]


def _beside_title(slide: Slide) -> list[Block]:
    """What stands in a column along the left or the right edge, beside the title and all else; pages of paper have none."""
    title = next((block for block in slide.blocks if block.kind is BlockKind.TITLE), None)
    if title is None or slide.height > slide.width:
        return []
    left = [block for block in slide.body if block.box.right <= title.box.left]
    right = [block for block in slide.body if block.box.left >= title.box.right]
    rest = [block for block in slide.body if block not in left and block not in right]
    edge = min((block.box.left for block in right), default=0.0)
    return left or (right if all(block.box.right <= edge for block in rest) else [])


def _entry(block: Block) -> tuple[str, int, int]:
    return block.text, _height_of(block), round(block.box.left / SAME_PLACE)


def _headings_of_frames(slides: Sequence[Slide], least: float) -> set[Line]:
    """The lines over what each slide says in a frame beside its title, as "Forslag til vedtak" in a column at the edge; a frame
    that says the same on every slide is a list of contents or a header.
    """
    said = Counter(text for slide in slides for text in {_digitless(block.text) for block in slide.body})
    heads: Counter[Line] = Counter()
    for slide in slides:
        title = next((block.group for block in slide.blocks if block.kind is BlockKind.TITLE), None)
        for block in slide.body:
            line = running_line(block, slide)
            if line is None or block.group is None or block.group == title:
                continue
            below = [
                each
                for each in slide.body
                if each.group == block.group
                and each.box.top >= block.box.bottom - 2
                and MARGIN * slide.height < each.box.bottom
                and each.box.top < (1 - MARGIN) * slide.height
            ]
            heads[line] += any(said[_digitless(each.text)] < least for each in below)
    return {line for line, count in heads.items() if count >= LEAST_PAGES}


def _digitless(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _with_headers_of_cases(slides: Sequence[Slide]) -> list[Slide]:
    """The slides with the lines above their titles that name a case as footers, where many have one at the same height."""
    found = [[(block, _height_of(block)) for block in slide.body if _heads_title(block, slide)] for slide in slides]
    heights = Counter(height for blocks in found for height in {height for _, height in blocks})
    headers: list[Slide] = []
    for slide, blocks in zip(slides, found, strict=True):
        lines = [block for block, height in blocks if heights[height] >= LEAST_PAGES]
        headers.append(_moved(slide, lines) if len(lines) == 1 else slide)
    return headers


def _heads_title(block: Block, slide: Slide) -> bool:
    """Whether a block is a line above the title, in the margin, that opens with a case."""
    title = next((other for other in slide.blocks if other.kind is BlockKind.TITLE), None)
    if title is None or block.kind not in _RUNS or block.table is not None:
        return False
    above = block.box.bottom <= MARGIN * slide.height and block.box.top < title.box.top
    return above and _OPENS_WITH_A_CASE.match(block.text) is not None


def _height_of(block: Block) -> int:
    return round(block.box.centre[1] / SAME_PLACE)


def running_line(block: Block, slide: Slide) -> Line | None:
    """What a block in a margin says, numbers aside, and where it stands; None for a block that is no running line."""
    if block.kind not in _RUNS or block.table is not None or _NAMES_A_CASE.search(_MEETING.sub("", block.text)):
        return None
    top = block.box.bottom <= MARGIN * slide.height
    foot = block.box.top >= (1 - MARGIN) * slide.height
    if not top and not foot:
        return None
    return _digitless(block.text), _height_of(block)


def _with_footers(slide: Slide, running: set[Line]) -> Slide:
    return _moved(slide, [block for block in slide.blocks if running_line(block, slide) in running])


def _moved(slide: Slide, lines: Sequence[Block]) -> Slide:
    """A slide with some of its lines as footers, last on it."""
    if not lines:
        return slide
    rest = [block for block in slide.blocks if block not in lines]
    return replace(slide, blocks=(*rest, *(replace(block, kind=BlockKind.FOOTER) for block in lines)))
