"""The words of a page by pdfplumber and by pypdf, for pages whose text pdfium gets wrong."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException
from pypdf.errors import PyPdfError

from radsassistent.documents.document import Box
from radsassistent.documents.page_content import Word

# pdfminer writes a glyph that it knows no letter for as its number.
_GLYPH = re.compile(r"\(cid:(\d+)\)")
# pypdf tells where a run of text begins, not how wide it is: a letter is about half as wide as its type is high.
_LETTER_WIDTH = 0.5
# What pdfminer and pypdf raise on a broken page beside their own errors.
BROKEN_PAGE = (
    PdfminerException,
    MalformedPDFException,
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


class Plumber:
    """pdfplumber's view of a file, opened when a page first needs it: most pages of most files don't."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._file: Any = None
        self._looked_at: dict[int, Any] = {}

    def page(self, index: int) -> Any:
        """A page by its index from 0. Raises one of BROKEN_PAGE when pdfplumber cannot read the file or has no such page."""
        if self._file is None:
            self._file = pdfplumber.open(io.BytesIO(self._content))
        if index not in self._looked_at:
            self._looked_at[index] = self._file.pages[index]
        return self._looked_at[index]

    def forget(self, index: int) -> None:
        """Let go of what a page that was looked at has taken up."""
        page = self._looked_at.pop(index, None)
        if page is not None:
            page.close()


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
            box = Box(
                left, height - y - 0.8 * high, left + _LETTER_WIDTH * high * len(word[0]), height - y + 0.2 * high
            )
            found.append(Word(word[0], box, height - y, high, False))

    page.extract_text(visitor_text=take)
    return found
