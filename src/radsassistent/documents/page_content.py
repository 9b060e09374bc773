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
# Letters that run up or down the page and stand farther apart than this, in heights of the type, have a space between.
TURNED_SPACE = 0.15
# A box with a pointed end fills more of its bounds than this (a square one 0.88); half an ellipse 0.79, a triangle 0.5.
FILLED_SHARE = 0.85


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without a space. `baseline` and `size` in points; `size` is the line height of the type. `colour`
    (RGB) is that of its first letter, None where the reader does not tell.
    """

    text: str
    box: Box
    baseline: float
    size: float
    bold: bool
    colour: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawn path: its bounds, its fill colour (RGB) or None when it is only stroked, and whether it is stroked.

    `boxlike` when it fills its bounds: a rectangle, rounded or not, an ellipse, or a box with a pointed end; not a sector,
    an arrow or a curve. `outline`: of a filled path that is not boxlike, its points on the page, control points included.
    """

    box: Box
    fill: tuple[int, int, int] | None
    stroked: bool
    boxlike: bool
    outline: tuple[tuple[float, float], ...] = ()


# A box with rounded corners has up to so many points: LibreOffice draws each corner with nine, 46 in all.
_MOST_POINTS = 64
# The sector of a ring has some 160; a drawing of thousands is a map or an illustration.
_MOST_OF_OUTLINE = 400


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
    maker = _WordMaker()
    for index in range(textpage.count_chars()):
        text = chr(raw.FPDFText_GetUnicode(handle, index))
        if text.isspace() or text == "\ufffe" or raw.FPDFText_IsGenerated(handle, index) == 1:
            # pdfium marks the hyphen at a line's end that it takes for a soft one as U+FFFE or U+0002.
            maker.space()
            continue
        if text == "\x00":
            # A glyph that the font names no letter for; a page of them is not blank.
            text = "\ufffd"
        raw.FPDFText_GetLooseCharBox(handle, index, rect)
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        raw.FPDFText_GetMatrix(handle, index, matrix)
        size = raw.FPDFText_GetFontSize(handle, index)
        maker.letter(_letter(text, rect, matrix, size, x.value, height - y.value, height), handle, index)
    maker.finish()
    return maker.words


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter with its box, its origin (`x`, `line`) and the height of its type. `turned` when it runs up or down the page."""

    text: str
    box: Box
    x: float
    line: float
    size: float
    turned: bool


def _letter(
    text: str, rect: raw.FS_RECTF, matrix: raw.FS_MATRIX, font_size: float, x: float, line: float, height: float
) -> _Letter:
    box = Box(rect.left, height - rect.top, rect.right, height - rect.bottom)
    if abs(matrix.b) > abs(matrix.a):
        return _Letter(text, box, x, line, font_size * abs(matrix.b) * (ASCENT + DESCENT), True)
    type_size = font_size * matrix.d
    upright = abs(matrix.b) < 0.01 * abs(matrix.a) and abs(matrix.c) < 0.5 * abs(matrix.d)
    if upright and 0.3 * type_size < box.height < 3.0 * type_size:
        box = Box(box.left, line - ASCENT * type_size, box.right, line + DESCENT * type_size)
    return _Letter(text, box, x, line, box.height, False)


class _WordMaker:
    """Letters in the order of the file to words. A label that runs up or down the page is one word, its spaces in it."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self._letters: list[_Letter] = []
        self._text = ""
        self._bold = False
        self._colour = (0, 0, 0)
        self._rgba = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
        self._font_name, self._flags = ctypes.create_string_buffer(128), ctypes.c_int()

    def letter(self, letter: _Letter, handle: raw.FPDF_TEXTPAGE, index: int) -> None:
        """Add the letter of this index on the page."""
        if self._letters and not self._continues(letter):
            self.finish()
        if not self._letters:
            raw.FPDFText_GetFontInfo(handle, index, self._font_name, 128, self._flags)
            named_bold = b"bold" in self._font_name.value.lower()
            self._bold = named_bold or raw.FPDFText_GetFontWeight(handle, index) >= 600
            raw.FPDFText_GetFillColor(handle, index, *self._rgba)
            red, green, blue, _ = self._rgba
            self._colour = red.value, green.value, blue.value
        if letter.turned and self._letters:
            above, below = sorted((self._letters[-1].box, letter.box), key=lambda box: box.top)
            self._text += " " if below.top - above.bottom > TURNED_SPACE * letter.size else ""
        self._letters.append(letter)
        self._text += letter.text
        if self._text in BULLET_GLYPHS and letter.text not in "–-":
            self.finish()

    def space(self) -> None:
        """A space, which ends a word, but says nothing in what runs up or down: pdfium adds one between any letters."""
        if not (self._letters and self._letters[0].turned):
            self.finish()

    def finish(self) -> None:
        text = _clean(self._text.strip())
        if text and self._letters:
            box = self._letters[0].box
            for letter in self._letters[1:]:
                box = box.around(letter.box)
            first = self._letters[0]
            # What runs up or down has no line of its own; its foot keeps it apart from what is beside it.
            baseline = box.bottom if first.turned else first.line
            self.words.append(Word(text, box, baseline, first.size, self._bold, self._colour))
        self._letters = []
        self._text = ""

    def _continues(self, letter: _Letter) -> bool:
        """Whether a letter goes on with the word: on its line, and no farther away than a third of its height."""
        first, last = self._letters[0], self._letters[-1]
        if letter.turned != first.turned:
            return False
        if letter.turned:
            return abs(letter.x - last.x) < 0.3 * first.size and abs(letter.line - last.line) < 3 * first.size
        if (letter.box.left, letter.box.right) == (last.box.left, last.box.right):
            # The letters of a ligature all have its box.
            return True
        right = max(each.box.right for each in self._letters)
        return (
            abs(letter.line - first.line) < 0.25 * first.size
            and -0.5 * first.size < letter.box.left - right < 0.3 * first.size
        )


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
        points = _points(item)
        boxlike = _is_boxlike(points)
        outline = _on_page(points, item.get_matrix(), height) if colour is not None and not boxlike else ()
        shapes.append(Shape(box, colour, bool(stroke.value), boxlike, outline))
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


def _points(path: pdfium.PdfObject) -> list[tuple[float, float]]:
    """The points of a path in its own coordinates, control points included; none of one that has too many."""
    count = raw.FPDFPath_CountSegments(path.raw)
    if count > _MOST_OF_OUTLINE:
        return []
    x, y = ctypes.c_float(), ctypes.c_float()
    points = []
    for number in range(count):
        raw.FPDFPathSegment_GetPoint(raw.FPDFPath_GetPathSegment(path.raw, number), x, y)
        points.append((x.value, y.value))
    return points


def _on_page(
    points: Sequence[tuple[float, float]], matrix: pdfium.PdfMatrix, height: float
) -> tuple[tuple[float, float], ...]:
    placed = (matrix.on_point(x, y) for x, y in points)
    return tuple((x, height - y) for x, y in placed)


def _is_boxlike(points: Sequence[tuple[float, float]]) -> bool:
    """Whether every point of a path lies on the edge of the path's bounds, or nearly all of the bounds is filled (a box that
    points to the next: a chevron).
    """
    if not 4 <= len(points) <= _MOST_POINTS:
        return False
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
