"""A PPTX file to a Document, natively: placeholders, tables, charts, SmartArt, notes; python-pptx opens the package."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.oxml.ns import qn

from radsassistent.documents.clean_text import one_line
from radsassistent.documents.document import Block, BlockKind, Box, Document, Format, Slide, UnreadableDocumentError
from radsassistent.documents.package import ZIP_ERRORS, Package, damaged, relabelled
from radsassistent.documents.pptx_blocks import slide_blocks
from radsassistent.documents.pptx_shapes import EMU_PER_POINT, placed_shapes
from radsassistent.documents.pptx_text import text_paragraphs
from radsassistent.documents.running_lines import without_running_lines
from radsassistent.documents.slide_status import status_of

_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
# Shows, templates and macro files are presentations with another label, which python-pptx refuses.
_VARIANTS = (
    "application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
    "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
    "application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml",
    "application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
)
# What python-pptx and lxml raise on parts that are missing, cut off or not what they are said to be.
_BROKEN = (
    PythonPptxError,
    etree.LxmlError,
    AttributeError,
    IndexError,
    TypeError,
    AssertionError,
    ArithmeticError,
    RecursionError,
    *ZIP_ERRORS,
)


def read_pptx(package: Package, sha256: str) -> Document:
    """Read every slide of a checked package. Raises UnreadableDocumentError when it is broken or has no slides."""
    try:
        content = relabelled(package, _VARIANTS, _MAIN)
        deck = Presentation(io.BytesIO(content))
        width, height = deck.slide_width or 0, deck.slide_height or 0
        size = (width / EMU_PER_POINT, height / EMU_PER_POINT)
        warnings: list[str] = []
        slides = tuple(_slide(slide, number, size, warnings) for number, slide in enumerate(deck.slides, start=1))
    except UnreadableDocumentError:
        raise
    except _BROKEN as error:
        raise damaged(package.name) from error
    if not slides:
        raise UnreadableDocumentError(f"{package.name}: presentasjonen har ingen lysbilder. Lagre den på nytt.")
    return Document(package.name, sha256, without_running_lines(slides), tuple(warnings), Format.PPTX)


def _slide(slide: Any, number: int, size: tuple[float, float], warnings: list[str]) -> Slide:
    shapes, cards = placed_shapes(slide)
    blocks, unread = slide_blocks(shapes, cards, slide.part, size)
    if unread:
        warnings.append(f"Lysbilde {number}: {unread} diagram eller objekt har innhold som ikke kan leses.")
    notes = tuple(_notes(slide, size))
    pictured = unread > 0 or any(shape.is_picture for shape in shapes)
    return Slide(
        number=number,
        width=size[0],
        height=size[1],
        blocks=(*blocks, *notes),
        status=status_of(blocks, pictured),
        links=tuple(dict.fromkeys(_links(slide))),
        hidden=slide.element.get("show") in ("0", "false"),
    )


def _notes(slide: Any, size: tuple[float, float]) -> Iterator[Block]:
    """The speaker's notes: the body of the notes page, without the slide's number and the header that stand there too."""
    if not slide.has_notes_slide:
        return
    frame = slide.notes_slide.notes_text_frame
    if frame is None:
        return
    for paragraph in text_paragraphs(frame._txBody, ()):
        text = one_line(paragraph.text)
        if text:
            yield Block(BlockKind.NOTE, text, Box(0.0, size[1], size[0], size[1]), paragraph.level, size=paragraph.size)


def _links(slide: Any) -> Iterator[str]:
    for click in slide.element.iter(qn("a:hlinkClick")):
        relation = slide.part.rels.get(click.get(qn("r:id"), ""))
        if relation is not None and relation.is_external and relation.target_ref.startswith(("http://", "https://")):
            yield relation.target_ref
