"""Where on a page words stand that are quoted from it: the rectangles to mark on its picture."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

from radsassistent.documents.document import Block, Box, Slide
from radsassistent.documents.pdfium_lock import PDFIUM

# A quote is found whole or, where the page draws its words in another order, in runs of at least this many words.
LEAST_RUN = 3
# A word of fewer letters tells nothing about where on a page a figure is meant to stand.
LEAST_LETTERS = 3
# A block that is part of a quote has at least this many letters; a page number stands in many a quote.
LEAST_BLOCK = 12
# Rectangles of one quote at most; a page of more is marked all over, which marks nothing.
MOST_PLACES = 60
_WHOLE = 10_000
_DASHES = "-\u2010\u2011\u2012–—−\u00ad\u0002\ufffe\uffff"


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters of a page as pdfium gives them: each with its box, as shares of the page from the top left corner."""

    text: str
    boxes: list[Box]
    folded: str
    places: list[int]  # of each letter of `folded`, its index in `text`


def quoted_places(path: Path, slide: int, quote: str, about: str = "") -> list[Box]:
    """The rectangles, a line each, around the words of a quote on a page (1-based) of a PDF; as shares (0 to 1) of the page.

    Words that stand there several times are marked where the words of `about` stand in the same row or column; all of them
    where that does not tell. Empty for words that are no text on the page, or a file that cannot be opened.
    """
    letters = _letters(path, slide)
    if letters is None or not _folded(quote)[0]:
        return []
    found = list(_whole(letters, quote))
    if found:
        runs = _meant(letters, found, about)
    else:
        runs = _in_runs(letters, quote)
    return [box for run in runs for box in _lines(letters, run)][:MOST_PLACES]


def block_places(slide: Slide, quote: str) -> list[Box]:
    """The same from the blocks of a slide, for pages whose letters have no places: the box of each block that is quoted."""
    if not slide.width or not slide.height or not _folded(quote)[0]:
        return []
    return [_share(block.box, slide) for block in slide.blocks if _is_quoted(block, quote)]


def _is_quoted(block: Block, quote: str) -> bool:
    said, wanted = _folded(block.text)[0], _folded(quote)[0]
    return bool(said) and (wanted in said or (len(said) >= LEAST_BLOCK and said in wanted))


def _share(box: Box, slide: Slide) -> Box:
    return Box(
        max(box.left / slide.width, 0.0),
        max(box.top / slide.height, 0.0),
        min(box.right / slide.width, 1.0),
        min(box.bottom / slide.height, 1.0),
    )


def _letters(path: Path, slide: int) -> _Letters | None:
    with PDFIUM:
        try:
            deck = pdfium.PdfDocument(path)
        except (pdfium.PdfiumError, OSError):
            return None
        try:
            if not 1 <= slide <= len(deck):
                return None
            page = deck[slide - 1]
            text_page = page.get_textpage()
            count = text_page.count_chars()
            text = "".join(chr(raw.FPDFText_GetUnicode(text_page, index)) for index in range(count))
            boxes = [_box(page, text_page.get_charbox(index, loose=True)) for index in range(count)]
        finally:
            deck.close()
    folded, places = _folded(text)
    return _Letters(text, boxes, folded, places)


def _box(page: pdfium.PdfPage, edges: tuple[float, float, float, float]) -> Box:
    """From points of the page, whose origin and rotation are its own, to shares of the picture."""
    left, bottom, right, top = edges
    corners = [_on_picture(page, x, y) for x, y in ((left, bottom), (right, top))]
    xs, ys = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    return Box(xs[0], ys[0], xs[1], ys[1])


def _on_picture(page: pdfium.PdfPage, x: float, y: float) -> tuple[float, float]:
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, _WHOLE, _WHOLE, 0, x, y, across, down)
    return min(max(across.value / _WHOLE, 0.0), 1.0), min(max(down.value / _WHOLE, 0.0), 1.0)


def _folded(text: str) -> tuple[str, list[int]]:
    """A text as it is compared: without spaces and dashes, which pages break lines with; and where each letter comes from."""
    kept: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if letter.isspace() or letter in _DASHES:
            continue
        for part in unicodedata.normalize("NFKC", letter).casefold():
            if not part.isspace() and unicodedata.category(part) not in {"Cf", "Mn"}:
                kept.append(part)
                places.append(place)
    return "".join(kept), places


def _whole(letters: _Letters, quote: str) -> Iterator[range]:
    """The runs of letters that are the quote, and no part of a longer word or number."""
    wanted, _ = _folded(quote)
    at = letters.folded.find(wanted)
    while at >= 0:
        run = range(letters.places[at], letters.places[at + len(wanted) - 1] + 1)
        if not _cuts(letters.text, run):
            yield run
        at = letters.folded.find(wanted, at + 1)


def _cuts(text: str, run: range) -> bool:
    before, after = text[max(run.start - 1, 0) : run.start], text[run.stop : run.stop + 1]
    first, last = text[run.start], text[run.stop - 1]
    return (before.isalnum() and first.isalnum()) or (after.isalnum() and last.isalnum())


def _meant(letters: _Letters, found: Sequence[range], about: str) -> list[range]:
    """Of several places the ones that most words of `about` stand in a row or a column with."""
    if len(found) == 1:
        return list(found)
    asked = {_folded(word)[0] for word in re.findall(r"\w+", about) if len(word) >= LEAST_LETTERS}
    words = [(_folded(m[0])[0], _around(letters.boxes[m.start() : m.end()])) for m in re.finditer(r"\w+", letters.text)]
    told = [(word, box) for word, box in words if word in asked and box is not None]

    def score(run: range) -> int:
        here = _around([letters.boxes[place] for place in run])
        return len({word for word, box in told if here is not None and (_in_row(here, box) or _in_column(here, box))})

    best = max(map(score, found))
    return [run for run in found if score(run) == best]


def _in_row(one: Box, other: Box) -> bool:
    return min(one.bottom, other.bottom) - max(one.top, other.top) > 0.5 * min(one.height, other.height)


def _in_column(one: Box, other: Box) -> bool:
    return min(one.right, other.right) - max(one.left, other.left) > 0.3 * min(one.width, other.width)


def _in_runs(letters: _Letters, quote: str) -> list[range]:
    """The longest runs of a quote's words that stand together, for a quote that the page has in pieces."""
    words = quote.split()
    found: list[range] = []
    start = 0
    while start + LEAST_RUN <= len(words):
        for stop in range(len(words), start + LEAST_RUN - 1, -1):
            run = next(_whole(letters, " ".join(words[start:stop])), None)
            if run is not None:
                found.append(run)
                start = stop
                break
        else:
            start += 1
    return found


def _lines(letters: _Letters, run: range) -> list[Box]:
    """A run as rectangles, a line each."""
    lines: list[Box] = []
    for place in run:
        box = letters.boxes[place]
        if letters.text[place].isspace() or box.width <= 0 or box.height <= 0:
            continue
        if lines and _in_row(lines[-1], box) and box.left >= lines[-1].left - box.width:
            lines[-1] = lines[-1].around(box)
        else:
            lines.append(box)
    return lines


def _around(boxes: Sequence[Box]) -> Box | None:
    found = [box for box in boxes if box.width > 0 and box.height > 0]
    if not found:
        return None
    whole = found[0]
    for box in found[1:]:
        whole = whole.around(box)
    return whole
