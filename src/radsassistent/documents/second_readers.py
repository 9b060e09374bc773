"""The words of a page by pdfplumber and by pypdf, for pages whose text pdfium gets wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pypdf.errors import PyPdfError

from radsassistent.documents.document import Box
from radsassistent.documents.page_content import Word

# pdfminer writes a glyph that it knows no letter for as its number.
_GLYPH = re.compile(r"\(cid:(\d+)\)")
# pypdf tells where a run of text begins, not how wide it is: a letter is about half as wide as its type is high.
_LETTER_WIDTH = 0.5
# What pdfminer and pypdf raise on a broken page beside their own errors.
BROKEN_PAGE = (
    PDFException,
    PSException,
    PyPdfError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    RecursionError,
    AssertionError,
    NotImplementedError,
    OverflowError,
    ZeroDivisionError,
    OSError,
)


def plumber_words(page: Any) -> list[Word]:
    """The words of a pdfplumber page; a glyph without a letter becomes the character of its number."""
    found = []
    for word in page.extract_words(extra_attrs=["fontname"]):
        text = _GLYPH.sub(lambda glyph: chr(min(int(glyph[1]), 0xFFFF)), word["text"])
        box = Box(word["x0"], word["top"], word["x1"], word["bottom"])
        bold = "bold" in word["fontname"].lower()
        found.append(Word(text, box, box.bottom - 0.2 * box.height, box.height, bold))
    return found


def pypdf_words(page: Any) -> list[Word]:
    """The words of a pypdf page, each run of text beginning at its place, its words set off by their number of letters."""
    found: list[Word] = []
    height = float(page.mediabox.height)

    def take(text: str, outer: Sequence[float], inner: Sequence[float], _font: Any, size: float) -> None:
        x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
        y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
        high = abs(size * inner[3] * outer[3]) or size
        for word in re.finditer(r"\S+", text):
            left = x + _LETTER_WIDTH * high * word.start()
            box = Box(left, height - y - 0.8 * high, left + _LETTER_WIDTH * high * len(word[0]), height - y + 0.2 * high)
            found.append(Word(word[0], box, height - y, high, False))

    page.extract_text(visitor_text=take)
    return found
