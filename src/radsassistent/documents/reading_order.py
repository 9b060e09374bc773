"""The order in which a reader takes in blocks: recursive X-Y cut.

G. Nagy and S. Seth, "Hierarchical representation of optically scanned documents", ICPR 1984: cut the page where the
widest empty band runs through it, across or down, and read the parts in order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from radsassistent.documents.document import Box

# A column gutter narrower than this (points) is not one; slides set columns 12 points apart or more.
MIN_GUTTER = 8.0
# More parts than this are no page that is read in columns; each cut looks at all of them (3,000 in a column: 3 s).
MOST_PARTS = 3000


def reading_order(boxes: Sequence[Box]) -> list[int]:
    """The indices of the boxes in reading order."""
    order: list[int] = []
    # A stack, not calls: a long column is cut once a paragraph, deeper than calls may go.
    waiting = [list(range(len(boxes)))]
    while waiting:
        members = waiting.pop()
        parts = _cut(boxes, members) if 1 < len(members) <= MOST_PARTS else None
        if parts is None:
            order += sorted(members, key=lambda i: (round(boxes[i].top), boxes[i].left))
        else:
            waiting += reversed(parts)
    return order


def _cut(boxes: Sequence[Box], members: list[int]) -> list[list[int]] | None:
    """The two parts that a reader takes in one after the other; None where no band parts them."""
    across = _split(members, lambda i: (boxes[i].top, boxes[i].bottom))
    down = _split(members, lambda i: (boxes[i].left, boxes[i].right))
    # Columns first when the gutter is clear, unless the horizontal band above them is as clear (a title).
    if down is not None and down[0] >= MIN_GUTTER and (across is None or down[0] >= across[0]):
        return down[1]
    if across is not None:
        return across[1]
    return down[1] if down is not None else None


def _split(members: list[int], span: Callable[[int], tuple[float, float]]) -> tuple[float, list[list[int]]] | None:
    """The widest gap along one axis and the two sides of it, or None when the spans cover the axis."""
    ordered = sorted(members, key=lambda i: span(i)[0])
    reach = span(ordered[0])[1]
    best: tuple[float, int] | None = None
    for place, number in enumerate(ordered[1:], start=1):
        start, end = span(number)
        gap = start - reach
        if gap > -1.0 and (best is None or gap > best[0]):
            best = (gap, place)
        reach = max(reach, end)
    if best is None:
        return None
    return best[0], [ordered[: best[1]], ordered[best[1] :]]
