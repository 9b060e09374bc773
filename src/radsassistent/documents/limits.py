"""What reading one file may cost. Settings of an operator become these; tests and other callers take the defaults."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from radsassistent.settings import Settings


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """`seconds` for opening the file and for any one page, `seconds_per_page` for all pages in the mean, `memory_mb` of the
    reading process, `pages` of a file, `words_per_page`; whether pictures of text are recognised (`ocr`, where Tesseract is
    installed), on how many pages of a file, and for how many seconds each.
    """

    seconds: float = 60.0
    seconds_per_page: float = 2.0
    memory_mb: int = 3072
    pages: int = 5000
    words_per_page: int = 50_000
    ocr: bool = True
    ocr_pages: int = 200
    ocr_seconds: float = 30.0

    def seconds_for(self, pages: int) -> float:
        """What a file of so many pages may take in all."""
        recognised = min(pages, self.ocr_pages) * self.ocr_seconds if self.ocr else 0.0
        return self.seconds + pages * self.seconds_per_page + recognised


def limits_of(settings: Settings) -> ReadingLimits:
    """The limits that the operator has set."""
    return ReadingLimits(
        seconds=settings.read_seconds,
        seconds_per_page=settings.read_seconds_per_page,
        memory_mb=settings.read_memory_mb,
        pages=settings.read_pages,
        words_per_page=settings.read_words_per_page,
        ocr=settings.ocr,
        ocr_pages=settings.ocr_pages,
        ocr_seconds=settings.ocr_seconds,
    )
