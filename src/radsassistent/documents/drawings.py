"""Text in drawings whose pairing the page does not tell: figures without names, the ticks of axes, the words among them.

Such text is kept and may be quoted; marked as unstructured, it is never combined into a statement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from radsassistent.documents.document import Block, BlockKind, Box
from radsassistent.documents.tables import is_number

# Two numbers alone may be a date and a page; with three or more there is an axis, a chart or a diagram.
LEAST_NUMBERS = 3
# Longer texts than this are sentences, which tell by themselves what they are about.
LABEL_WORDS = 4
# A label stands among the numbers or beside them, within this many of its line heights.
BESIDE = 2.0

_MAY_BE_LABEL = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


def with_drawings_marked(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a slide, those of a drawing without certain pairing marked as unstructured."""
    numbers = [block for block in blocks if _is_bare_number(block, blocks)]
    if len(numbers) < LEAST_NUMBERS:
        return tuple(blocks)
    region = numbers[0].box
    for block in numbers[1:]:
        region = region.around(block.box)
    return tuple(
        replace(block, unstructured=True) if block in numbers or _is_label_among(block, region) else block
        for block in blocks
    )


def _is_bare_number(block: Block, blocks: Sequence[Block]) -> bool:
    """A number alone in its block, in no frame that also holds a text to say what it counts (a card)."""
    if block.kind not in _MAY_BE_LABEL or not all(is_number(part) for part in block.text.split()):
        return False
    return block.group is None or all(is_number(other.text) for other in blocks if other.group == block.group)


def _is_label_among(block: Block, region: Box) -> bool:
    if block.kind not in _MAY_BE_LABEL or block.group is not None or len(block.text.split()) > LABEL_WORDS:
        return False
    reach = BESIDE * block.size
    near = Box(region.left - reach, region.top - reach, region.right + reach, region.bottom + reach)
    return near.holds(block.box.centre)
