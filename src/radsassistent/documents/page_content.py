"""What is drawn on a PDF page: words, frames and pictures with their places, read with pdfium."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from radsassistent.documents.document import Box

# Glyphs that a font puts in the private use area or in the "dingbats" of symbol fonts, where they mean a bullet.
BULLET_GLYPHS = frozenset("•▪■◦●○‣⁃➢➤✓✔·–\uf0b7\uf0a7\uf0d8\uf0fc\uf076\u25aa\uf0e0")
_BREAKS = ("\u00ad", "\x02")
_SOFT_HYPHENS = dict.fromkeys(map(ord, _BREAKS))
# A letter reaches from here above its line to here below it, in shares of the type's size (Arial's capitals and descenders).
# pdfium's own boxes hug the letters of a run in some fonts, so that a line with a "g" would look set in larger type.
ASCENT, DESCENT = 0.73, 0.21
# A box with a pointed end fills more of its bounds than this (a square one 0.88); half an ellipse 0.79, a triangle 0.5.
FILLED_SHARE = 0.85


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without a space. `baseline` and `size` in points; `size` is the line height of the type."""

    text: str
    box: Box
    baseline: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawn path: its bounds, its fill colour (RGB) or None when it is only stroked, and whether it is stroked.

    `boxlike` when it fills its bounds: a rectangle, rounded or not, an ellipse, or a box with a pointed end; not a sector,
    an arrow or a curve.
    """

    box: Box
    fill: tuple[int, int, int] | None
    stroked: bool
    boxlike: bool


@dataclass(frozen=True, slots=True)
class PageContent:
    """Everything on one page. Sizes in points, origin at the top left corner.

    `text_invisible` when all text of a page with pictures is drawn in the mode that shows nothing, as over a scan.
    """

    width: float
    height: float
    words: tuple[Word, ...]
    shapes: tuple[Shape, ...]
    pictures: tuple[Box, ...]
    text_invisible: bool = False


def page_content(page: pdfium.PdfPage) -> PageContent:
    """Read the words, shapes and pictures of a page."""
    width, height = page.get_size()
    shapes, pictures = _shapes_and_pictures(page, height)
    invisible = bool(pictures) and _is_text_invisible(page)
    return PageContent(width, height, _words(page, height), shapes, pictures, invisible)


def _is_text_invisible(page: pdfium.PdfPage) -> bool:
    texts = [item.raw for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), max_depth=4)]
    return bool(texts) and all(
        raw.FPDFTextObj_GetTextRenderMode(text) == raw.FPDF_TEXTRENDERMODE_INVISIBLE for text in texts
    )


def _words(page: pdfium.PdfPage, height: float) -> tuple[Word, ...]:
    textpage = page.get_textpage()
    try:
        return tuple(_words_of(textpage, height))
    finally:
        textpage.close()


def _words_of(textpage: pdfium.PdfTextPage, height: float) -> list[Word]:
    handle = textpage.raw
    rect, matrix, x, y = raw.FS_RECTF(), raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    font_name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    words: list[Word] = []
    letters: list[str] = []
    box: Box | None = None
    before = (0.0, 0.0)
    baseline = size = 0.0
    bold = False

    def finish() -> None:
        nonlocal box
        text = _clean("".join(letters))
        if text and box is not None:
            words.append(Word(text, box, baseline, size, bold))
        letters.clear()
        box = None

    for index in range(textpage.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(handle, index))
        if letter.isspace() or letter == "\ufffe" or raw.FPDFText_IsGenerated(handle, index) == 1:
            # pdfium marks the hyphen at a line's end that it takes for a soft one as U+FFFE or U+0002.
            finish()
            continue
        if letter == "\x00":
            # A glyph that the font names no letter for; a page of them is not blank.
            letter = "\ufffd"
        raw.FPDFText_GetLooseCharBox(handle, index, rect)
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        raw.FPDFText_GetMatrix(handle, index, matrix)
        line = height - y.value
        type_size = raw.FPDFText_GetFontSize(handle, index) * matrix.d
        upright = abs(matrix.b) < 0.01 * abs(matrix.a) and abs(matrix.c) < 0.5 * abs(matrix.d)
        if upright and 0.3 * type_size < rect.top - rect.bottom < 3.0 * type_size:
            here = Box(rect.left, line - ASCENT * type_size, rect.right, line + DESCENT * type_size)
        else:
            here = Box(rect.left, height - rect.top, rect.right, height - rect.bottom)
        # The letters of a ligature all have its box.
        of_ligature = box is not None and before == (rect.left, rect.right)
        before = (rect.left, rect.right)
        if box is not None and not of_ligature and not _continues(box, baseline, size, here, line):
            finish()
        if box is None:
            box, baseline, size = here, line, here.height
            raw.FPDFText_GetFontInfo(handle, index, font_name, 128, flags)
            bold = b"bold" in font_name.value.lower() or raw.FPDFText_GetFontWeight(handle, index) >= 600
        else:
            box = box.around(here)
        letters.append(letter)
        if letter in BULLET_GLYPHS and len(letters) == 1 and letter not in "–-":
            finish()
    finish()
    return words


def _continues(box: Box, baseline: float, size: float, here: Box, line: float) -> bool:
    """Whether a character goes on with the word: on its line, and no farther away than a third of its height."""
    return abs(line - baseline) < 0.25 * size and -0.5 * size < here.left - box.right < 0.3 * size


def _clean(text: str) -> str:
    """NFKC folds ligatures and full-width forms; superscripts and fractions would change meaning, so they stay."""
    # A hyphen where a word may break shows only at the end of a line, where pdfium writes it as U+0002.
    text = text[:-1].translate(_SOFT_HYPHENS) + ("-" if text[-1:] in _BREAKS else text[-1:])
    return "".join(
        unicodedata.normalize("NFKC", letter) if _is_presentation_form(letter) else letter for letter in text
    )


def _is_presentation_form(letter: str) -> bool:
    return (
        unicodedata.decomposition(letter).startswith(("<compat>", "<wide>", "<narrow>", "<font>")) and letter not in "…"
    )


def _shapes_and_pictures(page: pdfium.PdfPage, height: float) -> tuple[tuple[Shape, ...], tuple[Box, ...]]:
    shapes: list[Shape] = []
    pictures: list[Box] = []
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    fill_mode, stroke = ctypes.c_int(), ctypes.c_int()
    for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE), max_depth=4):
        left, bottom, right, top = item.get_bounds()
        box = Box(left, height - top, right, height - bottom)
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictures.append(box)
            continue
        raw.FPDFPath_GetDrawMode(item.raw, fill_mode, stroke)
        raw.FPDFPageObj_GetFillColor(item.raw, red, green, blue, alpha)
        filled = fill_mode.value != raw.FPDF_FILLMODE_NONE and alpha.value > 0
        colour = (red.value, green.value, blue.value) if filled else None
        if stroke.value:
            box = _without_stroke(item, box)
        shapes.append(Shape(box, colour, bool(stroke.value), _is_boxlike(item)))
    return tuple(shapes), tuple(pictures)


def _without_stroke(path: pdfium.PdfObject, box: Box) -> Box:
    """The box of the path itself: pdfium's bounds reach a stroke's width beyond it, which parts cells that touch."""
    width = ctypes.c_float()
    raw.FPDFPageObj_GetStrokeWidth(path.raw, width)
    matrix = path.get_matrix()
    # A stroke without width is drawn as a hairline, for which the bounds grow by half a point.
    across = width.value * math.hypot(matrix.a, matrix.c) or 0.5
    down = width.value * math.hypot(matrix.b, matrix.d) or 0.5
    x, y = box.centre
    return Box(min(box.left + across, x), min(box.top + down, y), max(box.right - across, x), max(box.bottom - down, y))


def _is_boxlike(path: pdfium.PdfObject) -> bool:
    """Whether every point of the path, control points included, lies on the edge of the path's bounds, or nearly all of the
    bounds is filled (a box that points to the next: a chevron).
    """
    count = raw.FPDFPath_CountSegments(path.raw)
    if not 4 <= count <= 40:
        return False
    x, y = ctypes.c_float(), ctypes.c_float()
    points = []
    for number in range(count):
        raw.FPDFPathSegment_GetPoint(raw.FPDFPath_GetPathSegment(path.raw, number), x, y)
        points.append((x.value, y.value))
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    low, high = min(y for _, y in points), max(y for _, y in points)
    # Points are in the path's own coordinates, hence a share of its size rather than points on the page.
    near_x, near_y = 0.02 * (right - left), 0.02 * (high - low)
    on_edge = all(min(x - left, right - x) <= near_x or min(y - low, high - y) <= near_y for x, y in points)
    return on_edge or _area(points) >= FILLED_SHARE * (right - left) * (high - low)


def _area(points: Sequence[tuple[float, float]]) -> float:
    """The area of a polygon (Gauss's shoelace formula)."""
    turned = zip(points, (*points[1:], points[0]), strict=True)
    return abs(sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in turned)) / 2
