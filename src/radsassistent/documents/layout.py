"""The blocks of a slide from what is drawn on it: title, headings, paragraphs, bullets, tables, footer."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from statistics import median

from radsassistent.documents.aligned_rows import AlignedText, aligned_text
from radsassistent.documents.charts import bar_charts, legend_of
from radsassistent.documents.document import Block, BlockKind, Box, Table
from radsassistent.documents.drawings import with_drawings_marked
from radsassistent.documents.headed_columns import Part, with_headed_columns
from radsassistent.documents.letters import CAPITAL
from radsassistent.documents.line_charts import line_charts
from radsassistent.documents.lines import frames, lines
from radsassistent.documents.page_content import PageContent
from radsassistent.documents.paragraphs import Paragraph, paragraphs
from radsassistent.documents.pie_charts import pie_charts
from radsassistent.documents.reading_order import reading_order
from radsassistent.documents.stations import with_stations
from radsassistent.documents.tables import PlacedTable
from radsassistent.documents.timed_rows import with_timed_rows
from radsassistent.documents.unruled_tables import unruled_tables

# Footers stand in the lowest part of a slide (share of its height), in type smaller than the text above.
FOOTER_ZONE = 0.92
# A title is at least this much larger than the text under it ...
TITLE_RATIO = 1.15
# ... and begins in the upper part of the slide, unless nearly everything on the slide is the title.
TITLE_ZONE = 0.45
# Of so few texts, one in type so much larger than the next is the title wherever it stands.
DIVIDER_TEXTS, DIVIDER_RATIO = 3, 1.5
# A band across the top: so much of the slide's width and at most so much of its height, begun within so much of it.
_BAND_WIDTH, _BAND_HEIGHT, _BAND_TOP = 0.85, 0.22, 0.15
_BADGE = re.compile(rf"{CAPITAL}{{1,3}}")
# A frame drawn in another may share its edges, to so many points.
_EDGE = 2.0


def blocks(content: PageContent, tables: Sequence[PlacedTable]) -> tuple[Block, ...]:
    """All blocks of a slide in reading order, the title first and the footer last; on paper the title where it stands, if the
    text of the page before goes on above it.
    """
    beside = _beside(content, tables)
    legend = legend_of(beside)
    charts = [each for kind in (bar_charts, pie_charts, line_charts) for each in kind(beside, legend)]
    taken = frozenset(word for chart in charts for word in chart.words)
    tables = [*tables, *(chart.placed for chart in charts)]
    boxes = frames(content.shapes, content.width, content.height, content.words)
    boxes = tuple(box for box in boxes if not any(_inside(box, table.box) for table in tables))
    ruled = tables[: len(tables) - len(charts)]
    outside = [
        word
        for word in content.words
        if word not in taken and not any(table.box.holds(word.box.centre) for table in ruled)
    ]
    read = lines(outside, boxes)
    # Paper stands upright and is read line by line; a slide lies, and is laid out.
    on_paper = content.height > content.width
    unruled = [] if on_paper else unruled_tables(outside, read, content.shapes, boxes)
    if unruled:
        in_cells = frozenset(word for table in unruled for word in table.words)
        read = lines([word for word in outside if word not in in_cells], boxes)
        tables = [*tables, *(table.placed for table in unruled)]
    aligned = aligned_text(read) if on_paper else AlignedText((), (), tuple(read))
    tables = [*tables, *aligned.tables]
    found = [*aligned.rows, *paragraphs(aligned.rest, running_text=on_paper, frames=boxes, width=content.width)]
    footers = [p for p in found if is_footer(p, content.height)]
    rest = [p for p in found if not is_footer(p, content.height)]
    bands = frozenset(
        n for n, box in enumerate(boxes) if not on_paper and is_title_band(box, content.width, content.height)
    )
    title = _title(rest, bands, content.width, content.height)
    rest = [p for p in rest if p not in title]
    typical = median(p.size for p in rest) if rest else 0.0
    body = [_block(p, rest, typical) for p in rest] + [_table_block(table) for table in tables]
    head = [_title_block(title)] if title else []
    if title and on_paper and any(_goes_on_above(p, title[0]) for p in rest):
        body, head = [*body, *head], []
    ordered = with_drawings_marked(_order(body, boxes))
    return (*head, *ordered, *(_simple_block(BlockKind.FOOTER, p) for p in footers))


def is_footer(paragraph: Paragraph, height: float) -> bool:
    """Small type in the lowest part of the slide: a printed slide number, the organisation's name, a date."""
    return paragraph.box.top > FOOTER_ZONE * height and len(paragraph.text) <= 60 and not paragraph.bulleted


def is_title_band(box: Box, width: float, height: float) -> bool:
    """Whether a frame is a band across the top of a slide, which titles stand in, not a card."""
    return box.width >= _BAND_WIDTH * width and box.height <= _BAND_HEIGHT * height and box.top <= _BAND_TOP * height


def _title(found: Sequence[Paragraph], bands: Collection[int], width: float, height: float) -> list[Paragraph]:
    """The paragraph in the largest type that stands in no frame but a band, when it is clearly larger than the rest.

    Drawn order does not matter: exports often draw the title last.
    """
    free = [p for p in found if not p.bulleted and (p.frame is None or p.frame in bands) and re.search(r"\w", p.text)]
    if not free:
        return []
    largest = max(free, key=lambda p: (round(p.size), -p.box.top))
    others = [p.size for p in found if p is not largest]
    alone = not others
    larger = alone or largest.size >= TITLE_RATIO * median(others) or _heads(largest, found)
    # The title of a divider stands where its template puts it, beside a line or two in far smaller type.
    towers = len(found) <= DIVIDER_TEXTS and largest.size >= DIVIDER_RATIO * max(others, default=0.0)
    high = largest.box.top <= TITLE_ZONE * height or alone or towers
    return [largest] if larger and high and largest.box.width > 0.02 * width else []


def _goes_on_above(paragraph: Paragraph, title: Paragraph) -> bool:
    """Whether a statement stands above the largest heading of a page of running text: it goes on with the page before."""
    return paragraph.box.bottom <= title.box.top and paragraph.text.endswith((".", ";", ","))


def _heads(paragraph: Paragraph, found: Sequence[Paragraph]) -> bool:
    """Whether it stands above all the rest in bold type that nothing else is set in, and is not smaller."""
    others = [p for p in found if p is not paragraph]
    return paragraph.bold and all(
        p.box.top > paragraph.box.top and p.size <= paragraph.size and not p.bold for p in others
    )


def _block(paragraph: Paragraph, siblings: Sequence[Paragraph], typical: float) -> Block:
    if paragraph.bulleted:
        return _simple_block(BlockKind.BULLET, paragraph, level=bullet_level(paragraph, siblings))
    heading = len(paragraph.text) <= 120 and (
        (paragraph.bold and not _all_bold(paragraph, siblings))
        or (paragraph.size > 1.1 * typical and not _tells(paragraph, siblings))
    )
    return _simple_block(BlockKind.HEADING if heading else BlockKind.PARAGRAPH, paragraph)


def _all_bold(paragraph: Paragraph, siblings: Sequence[Paragraph]) -> bool:
    return all(other.bold for other in siblings if other.frame == paragraph.frame)


def _tells(paragraph: Paragraph, siblings: Sequence[Paragraph]) -> bool:
    """Whether one of several sentences in a frame whose type is large throughout: they are what it says, and head nothing."""
    others = [other for other in siblings if other.frame == paragraph.frame and other is not paragraph]
    alike = all(round(other.size) == round(paragraph.size) for other in others)
    return paragraph.frame is not None and bool(others) and alike and paragraph.text.endswith(".")


def bullet_level(paragraph: Paragraph, siblings: Sequence[Paragraph]) -> int:
    """Depth by indent: the distinct indents of the bullets in the same frame and column, outermost 0."""
    indents = sorted(
        other.indent
        for other in siblings
        if other.bulleted and other.frame == paragraph.frame and _same_column(other, paragraph)
    )
    steps: list[float] = []
    for indent in indents:
        if not steps or indent - steps[-1] > 0.4 * paragraph.size:
            steps.append(indent)
    return max((level for level, step in enumerate(steps) if paragraph.indent >= step - 0.5), default=0)


def _same_column(one: Paragraph, other: Paragraph) -> bool:
    return abs(one.indent - other.indent) < 6 * max(one.size, other.size)


def _order(body: Sequence[Block], boxes: Sequence[Box]) -> list[Block]:
    """Reading order; blocks in one frame stay together, ordered within it, and with those of a tab or a band of it."""
    groups: dict[int, list[Block]] = {}
    parts: list[Part] = []
    for block in body:
        if block.group is None:
            parts.append((block.box, [block]))
        else:
            groups.setdefault(block.group, []).append(block)
    bands = _bands({number: members for number, members in groups.items() if not _is_badge(members)}, boxes)
    for outer, inner in bands.items():
        groups[inner] = [_of_frame(block, outer, over=groups[outer]) for block in groups[inner]]
    for number, members in groups.items():
        if number not in bands.values():
            own: list[Part] = [(block.box, [block]) for block in members]
            if number in bands:
                own.append((boxes[bands[number]], _in_order([(block.box, [block]) for block in groups[bands[number]]])))
            parts.append((boxes[number], _in_order(own)))
    return _in_order(with_headed_columns(with_stations(with_timed_rows(parts))), as_drawn=True)


def _is_badge(members: Sequence[Block]) -> bool:
    """Whether all that a frame has is a letter or two, such as somebody's initials where a picture would stand."""
    return len(members) == 1 and _BADGE.fullmatch(members[0].text.strip()) is not None


def _of_frame(block: Block, frame: int, over: Sequence[Block]) -> Block:
    """A text of a tab or a band, of the frame that it is drawn in; bold over all of that frame's own texts, it heads them."""
    heads = (
        block.bold and block.kind is BlockKind.PARAGRAPH and all(block.box.bottom <= other.box.top for other in over)
    )
    return replace(block, group=frame, kind=BlockKind.HEADING if heads else block.kind)


def _bands(groups: Collection[int], boxes: Sequence[Box]) -> dict[int, int]:
    """The frames with text in which one other frame with text is drawn: a card with its number in a tab, a box under a band."""
    held = {
        outer: [inner for inner in groups if inner > outer and _covers(boxes[outer], boxes[inner])] for outer in groups
    }
    alone = {inner[0]: outer for outer, inner in held.items() if len(inner) == 1}
    return {outer: inner for inner, outer in alone.items()}


def _covers(outer: Box, inner: Box) -> bool:
    """Whether a frame reaches as far as another on all sides."""
    return (
        outer.left <= inner.left + _EDGE
        and outer.top <= inner.top + _EDGE
        and outer.right >= inner.right - _EDGE
        and outer.bottom >= inner.bottom - _EDGE
    )


def _in_order(parts: Sequence[Part], *, as_drawn: bool = False) -> list[Block]:
    placed = parts if as_drawn else sorted(parts, key=lambda part: (round(part[0].top), part[0].left))
    return [block for number in reading_order([box for box, _ in placed]) for block in placed[number][1]]


def _simple_block(kind: BlockKind, paragraph: Paragraph, level: int = 0) -> Block:
    return Block(
        kind=kind,
        text=paragraph.text,
        box=paragraph.box,
        level=level,
        group=paragraph.frame,
        size=paragraph.size,
        bold=paragraph.bold,
    )


def _title_block(parts: Sequence[Paragraph]) -> Block:
    return replace(_simple_block(BlockKind.TITLE, parts[0]), group=None)


def _table_block(placed: PlacedTable) -> Block:
    return Block(kind=BlockKind.TABLE, text=table_text(placed.table), box=placed.box, table=placed.table)


def table_text(table: Table) -> str:
    """A table as lines of text: caption, header, a row a line, cells parted by " | "."""
    head = [table.caption] if table.caption else []
    head.append(" | ".join((table.label_header if not table.caption else "", *table.columns)).strip(" |"))
    rows = [" | ".join((row.label, *(value or "" for value in row.values))).rstrip(" |") for row in table.rows]
    return "\n".join(part for part in (*head, *rows) if part)


def _beside(content: PageContent, tables: Sequence[PlacedTable]) -> PageContent:
    """What is drawn on a page beside its tables, where a chart may be."""
    if not tables:
        return content
    return replace(
        content,
        words=tuple(word for word in content.words if not any(table.box.holds(word.box.centre) for table in tables)),
        shapes=tuple(shape for shape in content.shapes if not any(_inside(shape.box, table.box) for table in tables)),
    )


def _inside(box: Box, frame: Box) -> bool:
    return frame.holds(box.centre) and box.area <= frame.area * 1.02
