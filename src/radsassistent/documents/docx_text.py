"""The text of a DOCX paragraph as it is printed once every tracked change is accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from radsassistent.documents.docx_styles import Styles, W, switched_on

_DROPPED = frozenset(
    f"{W}{name}"
    for name in "del moveFrom pPr rPr delText instrText delInstrText commentReference annotationRef".split()
)
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_TEXT_BOX = f"{W}txbxContent"
_PICTURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
# Elements that text stands in; far deeper than Word nests them, and within Python's stack.
_DEEPEST = 60
PAGE_BREAK = "\f"
_PRINTED = {
    f"{W}tab": " ",
    f"{W}ptab": " ",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
    f"{W}lastRenderedPageBreak": PAGE_BREAK,
}


@dataclass(slots=True)
class ParagraphText:
    """The text of a paragraph, with a form feed where a page ends in it, and what else stands in it; of each line that ends by
    hand, whether it is all bold.
    """

    text: str = ""
    bold: bool = False
    bold_lines: list[bool] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    text_boxes: list[Any] = field(default_factory=list)
    pictured: bool = False
    cut: bool = False


def paragraph_text(paragraph: Any, styles: Styles) -> ParagraphText:
    """Read a `w:p`: insertions stand, deletions are gone, hidden text and field codes are not shown."""
    made = ParagraphText()
    weights: list[list[bool]] = [[]]
    by_style = styles.bold(paragraph)

    def weigh(run: Any) -> None:
        told = switched_on(run.find(f"{W}rPr"), "w:b")
        weights[-1].append(by_style if told is None else told)

    for piece in _pieces(paragraph, made, weigh, 0):
        made.text += piece
        if piece == "\n":
            weights.append([])
    for above, line in pairwise(weights):
        # A run may go on over the end of a line.
        line += above[-1:] if not line else []
    made.bold_lines = [bool(line) and all(line) for line in weights]
    made.bold = any(weights) and all(map(all, weights))
    return made


def is_deleted_mark(paragraph: Any) -> bool:
    """Whether the paragraph's end was deleted, so that the next paragraph goes on with it."""
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def is_unfilled(element: Any) -> bool:
    """Whether an element is a form's field that nobody filled in, which shows what to do there ("Skriv inn tekst")."""
    return bool(element.tag == f"{W}sdt") and element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def _pieces(element: Any, made: ParagraphText, weigh: Callable[[Any], None], depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        made.cut = True
        return
    for node in element:
        tag = node.tag
        if tag in _DROPPED or not isinstance(tag, str) or is_unfilled(node):
            continue
        if tag == f"{W}r":
            if switched_on(node.find(f"{W}rPr"), "w:vanish") or switched_on(node.find(f"{W}rPr"), "w:webHidden"):
                continue
            if any((text.text or "").strip() for text in node.iterfind(f"{W}t")):
                weigh(node)
        piece = _piece(node, made)
        if piece is not None:
            yield piece
        elif tag == f"{_ALTERNATE}AlternateContent":
            # The first alternative is what newer versions of Word show; the fallback says the same once more.
            for alternative in node:
                yield from _pieces(alternative, made, weigh, depth + 1)
                break
        else:
            yield from _pieces(node, made, weigh, depth + 1)


def _piece(node: Any, made: ParagraphText) -> str | None:
    """What one element prints; None for one that has to be looked into."""
    tag = node.tag
    if tag in (f"{W}t", _MATH_TEXT):
        return (node.text or "").replace("\n", " ")
    if tag in _PRINTED:
        return _PRINTED[tag]
    if tag in (f"{W}br", f"{W}cr"):
        return PAGE_BREAK if node.get(f"{W}type") == "page" else "\n"
    if tag == f"{W}footnoteReference":
        made.footnotes.append(node.get(f"{W}id", ""))
        return ""
    if tag == _TEXT_BOX:
        made.text_boxes.append(node)
        return ""
    if tag in _PICTURES:
        made.pictured = True
        return ""
    if tag == f"{W}hyperlink":
        relation = node.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
        if relation:
            made.relations.append(relation)
    return None
