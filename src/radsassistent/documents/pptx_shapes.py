"""The shapes of a PPTX slide, groups resolved: what each one is, where it stands and which placeholder it fills."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.oxml.ns import qn

from radsassistent.documents.document import Box
from radsassistent.documents.page_content import Shape
from radsassistent.documents.pptx_text import whole_number

# English Metric Units in a point (ECMA-376 part 1, 20.1.2.1).
EMU_PER_POINT = 12_700
# Groups within groups; PowerPoint's own files seldom go beyond five.
DEEPEST_GROUP = 30
# A group that is a card holds a name with a title and an organisation, not half of the slide.
CARD_TEXTS = range(2, 6)
# Turns are told in 60,000ths of a degree.
_DEGREE = 60_000
_TITLES = frozenset({"title", "ctrTitle"})
_FOOTERS = frozenset({"ftr", "sldNum", "dt", "hdr"})
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Preset shapes that fill their bounds, so that text beside them is not taken for text in them.
_BOXLIKE = (
    *("rect", "roundRect", "round", "snip", "ellipse", "flowChartProcess", "flowChartAlternateProcess", "plaque"),
    *("homePlate", "chevron"),
)
_FILLS = tuple(qn(f"a:{fill}") for fill in ("solidFill", "gradFill", "blipFill", "pattFill"))


@dataclass(frozen=True, slots=True)
class PlacedShape:
    """A shape with its box in points. `placeholder` is its type ("title", "body", …), "" for a shape that fills none."""

    element: Any
    box: Box
    placeholder: str
    styles: tuple[Any, ...]

    @property
    def body(self) -> Any:
        return self.element.find(qn("p:txBody"))

    @property
    def has_text(self) -> bool:
        body = self.body
        return body is not None and any((text.text or "").strip() for text in body.iter(qn("a:t")))

    @property
    def is_title(self) -> bool:
        return self.placeholder in _TITLES

    @property
    def is_footer(self) -> bool:
        return self.placeholder in _FOOTERS

    @property
    def is_picture(self) -> bool:
        return bool(self.element.tag == qn("p:pic"))

    @property
    def graphic(self) -> Any:
        """The table, chart or diagram in a graphic frame; None in any other shape."""
        return self.element.find(f"{qn('a:graphic')}/{qn('a:graphicData')}")


@dataclass(frozen=True, slots=True)
class _Scale:
    """How the coordinates within a group become the slide's."""

    x: float = 1.0
    y: float = 1.0
    left: float = 0.0
    top: float = 0.0

    def box(self, left: float, top: float, width: float, height: float) -> Box:
        x, y = self.left + left * self.x, self.top + top * self.y
        return Box(x, y, x + width * self.x, y + height * self.y)


def placed_shapes(slide: Any) -> tuple[list[PlacedShape], list[Box]]:
    """All shapes of a slide that are seen, in the order in which they are drawn, and the boxes of groups that are cards."""
    cards: list[Box] = []
    tree = slide.element.find(f"{qn('p:cSld')}/{qn('p:spTree')}")
    if tree is None:
        return [], []
    inherited = _Inherited(slide)
    return list(_walk(tree, _Scale(), inherited, cards, 0)), cards


def _walk(tree: Any, scale: _Scale, inherited: _Inherited, cards: list[Box], depth: int) -> Iterator[PlacedShape]:
    for element in _chosen(tree):
        if _is_hidden(element):
            continue
        if element.tag == qn("p:grpSp"):
            if depth < DEEPEST_GROUP:
                inside = list(_walk(element, _group_scale(element, scale), inherited, cards, depth + 1))
                if _is_card(element, inside):
                    cards.append(_around([shape.box for shape in inside]))
                yield from inside
        elif element.tag in (qn("p:sp"), qn("p:pic"), qn("p:graphicFrame"), qn("p:cxnSp")):
            yield inherited.shape(element, scale)


def _chosen(tree: Any) -> Iterator[Any]:
    """The children of a shape tree; of alternatives the first, which newer programs draw, and else the fallback."""
    for element in tree:
        if element.tag != f"{_ALTERNATE}AlternateContent":
            yield element
            continue
        for alternative in element:
            if len(alternative):
                yield from alternative
                break


def _is_hidden(element: Any) -> bool:
    properties = next(element.iter(qn("p:cNvPr")), None)
    return properties is not None and properties.get("hidden") in ("1", "true")


def _is_card(group: Any, inside: Sequence[PlacedShape]) -> bool:
    flat = not any(child.tag == qn("p:grpSp") for child in group)
    return flat and sum(1 for shape in inside if shape.has_text) in CARD_TEXTS


def _around(boxes: Sequence[Box]) -> Box:
    box = boxes[0]
    for other in boxes[1:]:
        box = box.around(other)
    return box


def _transform(element: Any) -> Any:
    for path in (f"{qn('p:spPr')}/{qn('a:xfrm')}", qn("p:xfrm"), f"{qn('p:grpSpPr')}/{qn('a:xfrm')}"):
        found = element.find(path)
        if found is not None:
            return found
    return None


def _pair(transform: Any, name: str, one: str, other: str) -> tuple[float, float] | None:
    """Two coordinates in points."""
    element = transform.find(qn(f"a:{name}")) if transform is not None else None
    if element is None:
        return None
    first, second = whole_number(element.get(one)), whole_number(element.get(other))
    return None if first is None or second is None else (first / EMU_PER_POINT, second / EMU_PER_POINT)


def _group_scale(group: Any, outer: _Scale) -> _Scale:
    transform = _transform(group)
    place, size = _pair(transform, "off", "x", "y"), _pair(transform, "ext", "cx", "cy")
    inner_place, inner_size = _pair(transform, "chOff", "x", "y"), _pair(transform, "chExt", "cx", "cy")
    if place is None or size is None or inner_place is None or inner_size is None:
        return outer
    x = size[0] / inner_size[0] if inner_size[0] else 1.0
    y = size[1] / inner_size[1] if inner_size[1] else 1.0
    return _Scale(
        outer.x * x,
        outer.y * y,
        outer.left + (place[0] - inner_place[0] * x) * outer.x,
        outer.top + (place[1] - inner_place[1] * y) * outer.y,
    )


class _Inherited:
    """What the shapes of a slide take from its layout and its master: places and list styles."""

    def __init__(self, slide: Any) -> None:
        layout = slide.slide_layout
        master = layout.slide_master
        self._levels = [_placeholders(layout.element), _placeholders(master.element)]
        styles = master.element.find(qn("p:txStyles"))
        self._master = {
            name: styles.find(qn(f"p:{name}")) if styles is not None else None
            for name in ("titleStyle", "bodyStyle", "otherStyle")
        }
        presentation = slide.part.package.presentation_part.presentation.element
        self._default = presentation.find(qn("p:defaultTextStyle"))

    def shape(self, element: Any, scale: _Scale) -> PlacedShape:
        mark = next(element.iter(qn("p:ph")), None)
        kind = mark.get("type", "obj") if mark is not None else ""
        parents = self._parents(mark) if mark is not None else []
        styles = [parent.find(f"{qn('p:txBody')}/{qn('a:lstStyle')}") for parent in parents]
        if kind in _TITLES:
            styles.append(self._master["titleStyle"])
        elif kind and kind not in _FOOTERS:
            styles.append(self._master["bodyStyle"])
        else:
            # A text box takes the presentation's default before the master's "other" style, which is for odd placeholders.
            styles += [self._default, self._master["otherStyle"]]
        box = next((box for box in map(_own_box, (element, *parents)) if box is not None), (0.0, 0.0, 0.0, 0.0))
        return PlacedShape(element, scale.box(*box), kind, tuple(style for style in styles if style is not None))

    def _parents(self, mark: Any) -> list[Any]:
        """The placeholders on layout and master that a placeholder fills: by number on the layout, by type on the master."""
        layout, master = self._levels
        index, kind = mark.get("idx", "0"), mark.get("type", "obj")
        parent = next((shape for found, _, shape in layout if found == index), None)
        parent = parent if parent is not None else next((s for _, k, s in layout if _basic(k) == _basic(kind)), None)
        top = next((shape for _, found, shape in master if _basic(found) == _basic(kind)), None)
        return [shape for shape in (parent, top) if shape is not None]


def _basic(kind: str) -> str:
    """The master's placeholder that a type is a kind of: one title, and one body for all content."""
    if kind in _TITLES:
        return "title"
    return kind if kind in _FOOTERS else "body"


def _placeholders(root: Any) -> list[tuple[str, str, Any]]:
    tree = root.find(f"{qn('p:cSld')}/{qn('p:spTree')}")
    found = []
    for shape in tree if tree is not None else ():
        mark = next(shape.iter(qn("p:ph")), None)
        if mark is not None:
            found.append((mark.get("idx", "0"), mark.get("type", "obj"), shape))
    return found


def _own_box(element: Any) -> tuple[float, float, float, float] | None:
    """Left, top, width and height of a shape as it is seen: one turned on its side is as wide as it was high."""
    transform = _transform(element)
    place, size = _pair(transform, "off", "x", "y"), _pair(transform, "ext", "cx", "cy")
    if place is None or size is None:
        return None
    (left, top), (width, height) = place, size
    turned = (whole_number(transform.get("rot")) or 0) / _DEGREE % 180
    if 45 < turned < 135:
        left, top, width, height = left + (width - height) / 2, top + (height - width) / 2, height, width
    return left, top, width, height


def drawn(shape: PlacedShape) -> Shape | None:
    """A shape with a fill or an outline as something drawn, which can frame text; None where nothing is seen of it."""
    properties = shape.element.find(qn("p:spPr"))
    if shape.element.tag != qn("p:sp") or properties is None:
        return None
    style = shape.element.find(qn("p:style"))
    line = properties.find(qn("a:ln"))
    filled = any(properties.find(fill) is not None for fill in _FILLS) or (
        properties.find(qn("a:noFill")) is None and _themed(style, "a:fillRef")
    )
    stroked = (line is not None and any(line.find(fill) is not None for fill in _FILLS)) or (
        (line is None or line.find(qn("a:noFill")) is None) and _themed(style, "a:lnRef")
    )
    if not filled and not stroked:
        return None
    geometry = properties.find(qn("a:prstGeom"))
    boxlike = geometry is not None and geometry.get("prst", "").startswith(_BOXLIKE)
    return Shape(shape.box, (0, 0, 0) if filled else None, stroked, boxlike)


def _themed(style: Any, name: str) -> bool:
    reference = style.find(qn(name)) if style is not None else None
    return reference is not None and reference.get("idx", "0") != "0"
