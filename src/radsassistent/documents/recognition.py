"""Text in a picture of a page, recognised by Tesseract through the `[ocr]` extra; nothing where either is missing."""

from __future__ import annotations

import logging
import re
from collections import defaultdict
from functools import cache
from typing import Any

import pypdfium2 as pdfium

from radsassistent.documents.document import Box
from radsassistent.documents.limits import ReadingLimits
from radsassistent.documents.page_content import Word
from radsassistent.documents.page_quality import fault
from radsassistent.documents.pdfium_lock import PDFIUM

logger = logging.getLogger(__name__)

# Tesseract is trained on type about 30 pixels high: 10-point type at 200 dots an inch. Larger pages are drawn coarser.
DOTS_PER_INCH = 200
LONGEST_SIDE = 3200
# Tesseract's own confidence (0-100) of a word; on drawings without text it stays below 50 for the marks it takes for words.
SURE = 50
# A picture has text when this many words of three letters are read surely; one or two are read into any drawing.
LEAST_WORDS = 3
# The languages that are asked for, where installed; dan and swe for the neighbours' minutes.
LANGUAGES = ("nor", "eng", "dan", "swe")
# The share of a line's height, as Tesseract boxes it, that hangs below the baseline.
_DESCENT = 0.2


@cache
def installed_languages() -> tuple[str, ...]:
    """Tesseract's languages among those that are asked for; () when it or the extra is not installed."""
    try:
        import pytesseract
    except ImportError:
        return ()
    try:
        installed = set(pytesseract.get_languages(config=""))
    except (pytesseract.TesseractError, pytesseract.TesseractNotFoundError, OSError) as error:
        logger.info("Tesseract kan ikke brukes: %s", error)
        return ()
    return tuple(language for language in LANGUAGES if language in installed)


class Recogniser:
    """Recognises the pages of one document, no more of them than the limits say."""

    def __init__(self, limits: ReadingLimits) -> None:
        self._left = limits.ocr_pages if limits.ocr else 0
        self._seconds = limits.ocr_seconds
        self._limit = limits.ocr_pages
        self._wanted = limits.ocr
        self.missing = ""

    def words(self, page: pdfium.PdfPage) -> tuple[Word, ...]:
        """The words in the picture of a page; () when there are none, or `missing` says why it was not looked."""
        self.missing = self._why_not()
        if self.missing:
            return ()
        self._left -= 1
        with PDFIUM:
            width, height = page.get_size()
            scale = min(DOTS_PER_INCH / 72, LONGEST_SIDE / max(width, height, 1.0))
            image = page.render(scale=scale).to_pil()
        return self._recognise(image, scale)

    def _why_not(self) -> str:
        if not self._wanted:
            return "tekstgjenkjenning er slått av"
        if not installed_languages():
            return "tekstgjenkjenning (Tesseract og tillegget [ocr]) er ikke installert"
        if self._left <= 0:
            return f"grensen på {self._limit} sider med tekstgjenkjenning er nådd"
        return ""

    def _recognise(self, image: Any, scale: float) -> tuple[Word, ...]:
        import pytesseract

        try:
            data = pytesseract.image_to_data(
                image,
                lang="+".join(installed_languages()),
                timeout=self._seconds,
                output_type=pytesseract.Output.DICT,
            )
        except RuntimeError as error:
            # pytesseract's own errors are RuntimeErrors, and so is the one that it raises when the time is up.
            logger.warning("Tekstgjenkjenning ga seg: %s", error)
            self.missing = f"tekstgjenkjenning ble avbrutt etter {self._seconds:.0f} s"
            return ()
        return tuple(_words(data, scale))


def _words(data: dict[str, list[Any]], scale: float) -> list[Word]:
    """Tesseract's table to words in points; all words of one of its lines share a baseline and a size."""
    by_line: dict[tuple[int, int, int], list[tuple[str, Box]]] = defaultdict(list)
    for number, text in enumerate(data["text"]):
        if text.strip() and float(data["conf"][number]) >= SURE:
            left, top = data["left"][number] / scale, data["top"][number] / scale
            box = Box(left, top, left + data["width"][number] / scale, top + data["height"][number] / scale)
            line = (data["block_num"][number], data["par_num"][number], data["line_num"][number])
            by_line[line].append((text.strip(), box))
    found: list[Word] = []
    for words in by_line.values():
        top, bottom = min(box.top for _, box in words), max(box.bottom for _, box in words)
        # The boxes hug the ink; a line of type is a little higher than its ink, as pdfium tells its height.
        size = 1.15 * (bottom - top)
        found += [Word(text, box, bottom - _DESCENT * (bottom - top), size, False) for text, box in words]
    return found


def holds_text(words: tuple[Word, ...]) -> bool:
    """Whether what was recognised is text, and not marks that a drawing was taken for."""
    texts = [word.text for word in words]
    long = [text for text in texts if re.search(r"[^\W\d_]{3}", text)]
    return len(long) >= LEAST_WORDS and not fault(texts)
