"""The blocks of a PPTX slide from its shapes: title, headings, bullets, tables, charts, diagrams, footers, in order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from statistics import median
from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

from radsassistent.documents.document import Block, BlockKind, Box, Table
from radsassistent.documents.headed_columns import with_headed_columns
from radsassistent.documents.layout import FOOTER_ZONE, TITLE_RATIO, TITLE_ZONE, is_title_band, table_text
from radsassistent.documents.lines import frames
from radsassistent.documents.page_content import Shape
from radsassistent.documents.pptx_charts import chart_tables
from radsassistent.documents.pptx_diagram import diagram_texts
from radsassistent.documents.pptx_shapes import PlacedShape, drawn
from radsassistent.documents.pptx_tables import native_table, texts
from radsassistent.documents.pptx_text import text_paragraphs
from radsassistent.documents.reading_order import reading_order
from radsassistent.documents.stations import with_stations
from radsassistent.documents.tables import is_number, table_from_cells

# The cut of a slide into bands and columns goes as deep as there are parts; more than this many are read row by row.
MOST_ORDERED = 300
# A drawing of more boxes than this (a map, a plan) has no cards for text; each box is compared with every other one.
MOST_FRAMES = 500
# A line of text is this much higher than its type, and a letter this much narrower, on average.
_LEADING, _LETTER = 1.2, 0.5
# Longer than this a text is no heading and no printed footer.
_LONGEST_HEADING, _LONGEST_FOOTER = 120, 60
# Fewer lines, or parts of a line, are set with tabs for other reasons than a table.
FEWEST_TABBED = 3
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"


def slide_blocks(
    shapes: Sequence[PlacedShape], cards: Sequence[Box], part: Any, size: tuple[float, float]
) -> tuple[tuple[Block, ...], int]:
    """The blocks of a slide, title first and footer last, and the number of charts and objects that could not be read."""
    outlines = [outline for outline in map(drawn, shapes) if outline is not None]
    outlines += [Shape(box, None, True, True) for box in cards]
    boxes = frames(sorted(outlines, key=lambda outline: -outline.box.area)[:MOST_FRAMES], *size)
    runs: list[list[Block]] = []
    title: list[Block] = []
    footers: list[Block] = []
    graphics: list[PlacedShape] = []
    for shape in shapes:
        if shape.graphic is not None:
            graphics.append(shape)
        found = _text_blocks(shape, boxes)
        if not found:
            continue
        if shape.is_title and not title:
            title = [_joined(found)]
        elif shape.is_footer or all(_is_footer(block, size[1]) for block in found):
            footers += [replace(block, kind=BlockKind.FOOTER) for block in found]
        else:
            runs.append(found)
    bands = frozenset(number for number, box in enumerate(boxes) if is_title_band(box, *size))
    found_title = None if title else _title_by_size(runs, bands, size)
    if found_title is not None:
        title = [replace(found_title, kind=BlockKind.TITLE, group=None)]
    beside = [run for run in ([b for b in run if b is not found_title] for run in runs) if run]
    beside = _with_headings(beside)
    above = [block for run in (*beside, title) for block in run]
    unread = 0
    for shape in graphics:
        found, read = _graphic_blocks(shape, part, above, title)
        unread += not read
        if found:
            beside.append(found)
    return (*title, *_ordered(beside, boxes), *footers), unread


def _text_blocks(shape: PlacedShape, boxes: Sequence[Box]) -> list[Block]:
    """The paragraphs of a shape as blocks, each on its part of the shape's height."""
    body = shape.body
    if body is None:
        return []
    paragraphs = text_paragraphs(body, shape.styles)
    tabbed = _tabbed_table([paragraph.cells for paragraph in paragraphs])
    if tabbed is not None and not shape.is_title:
        return [_table_block(tabbed, shape.box)]
    heights = [_height(p.text, p.size, shape.box.width) for p in paragraphs]
    # Text that is estimated higher than its shape is spread over the shape; lower text keeps its height.
    scale = min(1.0, shape.box.height / sum(heights)) if shape.box.height and heights else 1.0
    group = _innermost(shape.box, boxes)
    top = shape.box.top
    found: list[Block] = []
    for paragraph, height in zip(paragraphs, heights, strict=True):
        box = Box(shape.box.left, top, shape.box.right, top + height * scale)
        kind = BlockKind.BULLET if paragraph.bulleted and not shape.is_title else BlockKind.PARAGRAPH
        level = paragraph.level if kind is BlockKind.BULLET else 0
        found.append(Block(kind, paragraph.text, box, level, group, paragraph.size, paragraph.bold))
        top = box.bottom
    return found


def _tabbed_table(rows: Sequence[tuple[str, ...]]) -> Table | None:
    """The table that lines parted by tabs are, where all have as many parts, at once or without the empty ones."""
    for each in (rows, [tuple(filter(None, cells)) for cells in rows]):
        width = len(each[0]) if each else 0
        if len(each) >= FEWEST_TABBED and width >= FEWEST_TABBED and all(len(cells) == width for cells in each):
            return table_from_cells(each)
    return None


def _height(text: str, size: float, width: float) -> float:
    lines = max(1, -int(-len(text) * _LETTER * size // width)) if width > 0 else 1
    return lines * _LEADING * size


def _innermost(box: Box, boxes: Sequence[Box]) -> int | None:
    """The smallest frame that holds the middle of a box and is not much smaller than it; frames stand largest first."""
    for number in range(len(boxes) - 1, -1, -1):
        if boxes[number].holds(box.centre) and boxes[number].area >= 0.5 * box.area:
            return number
    return None


def _joined(blocks: Sequence[Block]) -> Block:
    """A title of several paragraphs as one."""
    box = blocks[0].box
    for block in blocks[1:]:
        box = box.around(block.box)
    return replace(blocks[0], kind=BlockKind.TITLE, text=" ".join(b.text for b in blocks), box=box, group=None)


def _is_footer(block: Block, height: float) -> bool:
    return (
        block.box.top > FOOTER_ZONE * height
        and len(block.text) <= _LONGEST_FOOTER
        and block.kind is not BlockKind.BULLET
    )


def _title_by_size(runs: Sequence[Sequence[Block]], bands: Collection[int], size: tuple[float, float]) -> Block | None:
    """The title of a slide without a filled title placeholder: the first text in type clearly larger than the rest, as on
    paper, in the upper part and in no frame but a band; the only text of a slide where it is short.
    """
    every = [block for run in runs for block in run]
    free = [
        block for block in every if block.kind is BlockKind.PARAGRAPH and (block.group is None or block.group in bands)
    ]
    if not free:
        return None
    largest = max(free, key=lambda block: (round(block.size), -block.box.top))
    others = [block.size for block in every if block is not largest]
    if not others:
        chosen = len(largest.text) <= _LONGEST_HEADING
    else:
        chosen = largest.size >= TITLE_RATIO * median(others) and largest.box.top <= TITLE_ZONE * size[1]
    return largest if chosen else None


def _with_headings(runs: Sequence[Sequence[Block]]) -> list[list[Block]]:
    """Short paragraphs in bold, or in larger type than is typical for the slide, are headings."""
    every = [block for run in runs for block in run]
    typical = median(block.size for block in every) if every else 0.0
    plain = {block.group for block in every if not block.bold}

    def told(block: Block) -> Block:
        if block.kind is not BlockKind.PARAGRAPH or len(block.text) > _LONGEST_HEADING:
            return block
        heads = (block.bold and block.group in plain) or block.size > 1.1 * typical
        return replace(block, kind=BlockKind.HEADING) if heads else block

    return [[told(block) for block in run] for run in runs]


def _graphic_blocks(
    shape: PlacedShape, part: Any, above: Sequence[Block], title: Sequence[Block]
) -> tuple[list[Block], bool]:
    """The blocks of a table, chart or diagram, and whether it could be read."""
    graphic = shape.graphic
    table = graphic.find(qn("a:tbl"))
    if table is not None:
        made = native_table(table)
        if made is not None:
            return [_table_block(made, shape.box)], True
        return [Block(BlockKind.PARAGRAPH, text, shape.box) for text in texts(table)], True
    if graphic.get("uri") == _CHART:
        root = _related(part, graphic, qn("c:chart"), "r:id")
        if root is None:
            return [], False
        made_of = chart_tables(root, _text_over(shape.box, above) or (title[0].text if title else ""))
        return [_table_block(made, shape.box) for made in made_of], bool(made_of)
    if graphic.get("uri") == _DIAGRAM:
        root = _related(part, graphic, "{%s}relIds" % _DIAGRAM, "r:dm")  # noqa: UP031 - braces in a namespace
        if root is None:
            return [], False
        return [
            Block(
                BlockKind.BULLET if node.depth else BlockKind.PARAGRAPH,
                node.text,
                shape.box,
                max(node.depth - 1, 0),
            )
            for node in diagram_texts(root)
        ], True
    return [], False


def _related(part: Any, graphic: Any, tag: str, relation: str) -> Any:
    """The root of the part that a graphic shows; None where there is none or it is broken."""
    reference = next(graphic.iter(tag), None)
    related = part.rels.get(reference.get(qn(relation), "")) if reference is not None else None
    if related is None or related.is_external:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(related.target_part.blob, parser)
    except etree.XMLSyntaxError:
        return None


def _text_over(box: Box, blocks: Sequence[Block]) -> str:
    """The nearest text that ends above a chart and is set over it; a number there belongs to something else."""
    over = [
        block
        for block in blocks
        if block.box.bottom <= box.top + 2
        and block.box.left < box.right
        and box.left < block.box.right
        and not is_number(block.text)
    ]
    nearest = max(over, key=lambda block: block.box.bottom, default=None)
    return nearest.text if nearest is not None else ""


def _table_block(table: Table, box: Box) -> Block:
    return Block(BlockKind.TABLE, table_text(table), box, table=table)


def _ordered(runs: Sequence[Sequence[Block]], boxes: Sequence[Box]) -> list[Block]:
    """Reading order; what stands in one frame stays together, and so does the text of one shape."""
    framed: dict[int, list[Sequence[Block]]] = {}
    parts: list[tuple[Box, list[Block]]] = []
    for run in runs:
        group = run[0].group
        if group is None:
            parts.append((_bounds(run), list(run)))
        else:
            framed.setdefault(group, []).append(run)
    for group, members in framed.items():
        order = _reading_order([_bounds(run) for run in members])
        parts.append((boxes[group], [block for number in order for block in members[number]]))
    parts = with_headed_columns(with_stations(parts))
    return [block for number in _reading_order([box for box, _ in parts]) for block in parts[number][1]]


def _reading_order(boxes: Sequence[Box]) -> list[int]:
    if len(boxes) <= MOST_ORDERED:
        return reading_order(boxes)
    return sorted(range(len(boxes)), key=lambda i: (round(boxes[i].top), boxes[i].left))


def _bounds(run: Sequence[Block]) -> Box:
    box = run[0].box
    for block in run[1:]:
        box = box.around(block.box)
    return box
