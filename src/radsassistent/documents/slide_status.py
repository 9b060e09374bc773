"""How a slide of an Office or text file was read, from its blocks."""

from __future__ import annotations

from collections.abc import Sequence

from radsassistent.documents.document import Block, BlockKind, SlideStatus

# A slide is a table when this share of its letters and digits stands in tables; a title and a source line take the rest.
TABLE_SHARE = 0.9


def status_of(blocks: Sequence[Block], pictured: bool) -> SlideStatus:
    """TABLE, TEXT, PICTURE or BLANK; what only the notes say is not on the slide."""
    shown = [block for block in blocks if block.kind is not BlockKind.NOTE]
    total = sum(_weight(block) for block in shown)
    if not total:
        return SlideStatus.PICTURE if pictured else SlideStatus.BLANK
    tables = sum(_weight(block) for block in shown if block.table is not None)
    return SlideStatus.TABLE if tables >= TABLE_SHARE * total else SlideStatus.TEXT


def _weight(block: Block) -> int:
    return sum(map(str.isalnum, block.text))
