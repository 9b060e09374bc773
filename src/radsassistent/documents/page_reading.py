"""One page to what stands on it and how it was read: the first reader whose text is text, else recognition, else why not."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2 as pdfium

from radsassistent.documents.document import Block, BlockKind, Box, SlideStatus
from radsassistent.documents.page_content import PageContent, Word, page_content
from radsassistent.documents.page_quality import fault
from radsassistent.documents.pdfium_lock import PDFIUM
from radsassistent.documents.recognition import Recogniser, holds_text
from radsassistent.documents.repair import ligatures_undone, repair
from radsassistent.documents.second_readers import BROKEN_PAGE

logger = logging.getLogger(__name__)

# A picture may hold text worth recognising when it covers this share of the page; a logo covers less.
PICTURE_SHARE = 0.15
# A page whose pictures cover this share and whose text is all invisible is a scan with a recognised text layer.
SCAN_SHARE = 0.5
# Type smaller than this (points) cannot be read by a person: it lies over a scan, and its places say little.
TINY = 3.0
# What is said of a slide that has nothing else to say than a drawing's words.
DRAWING = "siden er en figur der det ikke går frem hva tall og ord hører til"
# The words of a page are a table when this share of its content's letters stands in tables.
TABLE_SHARE = 0.9

SecondReader = tuple[str, Callable[[], Sequence[Word]]]


@dataclass(frozen=True, slots=True)
class ReadPage:
    """What a page holds, how that was read, and what is to be said about it, in Norwegian."""

    content: PageContent
    status: SlideStatus
    reason: str = ""


def read_page(
    page: pdfium.PdfPage, seconds: Sequence[SecondReader], recogniser: Recogniser, words_per_page: int
) -> ReadPage:
    """Read a page. `seconds` are the readers to try, with their names, where pdfium's text is no text."""
    with PDFIUM:
        content = page_content(page)
    content = replace(content, words=tuple(_with_ligatures(word) for word in content.words))
    if len(content.words) > words_per_page:
        reason = f"siden har {len(content.words)} ord, og grensen er {words_per_page}"
        return ReadPage(replace(content, words=()), SlideStatus.UNREADABLE, reason)
    if not any(is_text(word.text) for word in content.words):
        return _without_text(page, content, recogniser)
    wrong = fault([word.text for word in content.words])
    if not wrong:
        return _with_text(content)
    for words, reason in _other_readings(content, seconds):
        return ReadPage(replace(content, words=tuple(words)), SlideStatus.TEXT, reason)
    recognised = recogniser.words(page)
    if holds_text(recognised):
        reason = f"{wrong}; teksten er gjenkjent i bildet av siden"
        return ReadPage(replace(content, words=recognised), SlideStatus.OCR, reason)
    reason = f"{wrong}, og {recogniser.missing}" if recogniser.missing else wrong
    return ReadPage(replace(content, words=()), SlideStatus.UNREADABLE, reason)


def is_text(text: str) -> bool:
    """Whether a word says anything: a letter or digit, or a character in the place of one."""
    return any(letter.isalnum() or letter == "\ufffd" for letter in text)


def _with_ligatures(word: Word) -> Word:
    text = ligatures_undone(word.text)
    return word if text == word.text else replace(word, text=text)


def _with_text(content: PageContent) -> ReadPage:
    if picture_share(content) < SCAN_SHARE:
        return ReadPage(content, SlideStatus.TEXT)
    if content.text_invisible or all(word.size < TINY for word in content.words):
        return ReadPage(content, SlideStatus.OCR, "siden er et bilde med et usynlig, gjenkjent tekstlag i filen")
    return ReadPage(content, SlideStatus.TEXT)


def _without_text(page: pdfium.PdfPage, content: PageContent, recogniser: Recogniser) -> ReadPage:
    if not content.pictures:
        return ReadPage(content, SlideStatus.BLANK)
    if picture_share(content) < PICTURE_SHARE:
        return ReadPage(content, SlideStatus.PICTURE, "siden har bare et lite bilde, uten tekst")
    recognised = recogniser.words(page)
    if holds_text(recognised):
        reason = "siden er et bilde; teksten er gjenkjent i det"
        return ReadPage(replace(content, words=recognised), SlideStatus.OCR, reason)
    reason = f"siden er bare et bilde, og {recogniser.missing or 'det er ikke gjenkjent tekst i det'}"
    return ReadPage(content, SlideStatus.PICTURE, reason)


def picture_share(content: PageContent) -> float:
    """The largest picture's share of the page."""
    whole = Box(0.0, 0.0, content.width, content.height)
    largest = max((_common(box, whole) for box in content.pictures), default=0.0)
    return largest / whole.area if whole.area else 0.0


def _common(one: Box, other: Box) -> float:
    return Box(
        max(one.left, other.left),
        max(one.top, other.top),
        min(one.right, other.right),
        min(one.bottom, other.bottom),
    ).area


def _other_readings(content: PageContent, seconds: Sequence[SecondReader]) -> Iterator[tuple[list[Word], str]]:
    """Readings of the page that are text: another reader's words as they are, before any reader's words put right.

    pdfium's own words come last, because it takes glyph numbers that happen to be a space's code for spaces.
    """
    read: list[Sequence[Word]] = []
    for name, reader in seconds:
        try:
            words: Sequence[Word] = [word for word in reader() if word.text]
        except BROKEN_PAGE as error:
            logger.warning("%s kunne ikke lese siden: %s", name, error)
            continue
        if any(is_text(word.text) for word in words):
            if not fault([word.text for word in words]):
                yield list(words), f"teksten er lest med {name}, for den var kodet feil for den vanlige leseren"
            read.append(words)
    for words in (*read, content.words):
        repaired = _repaired(words)
        if repaired is not None:
            yield repaired


def _repaired(words: Sequence[Word]) -> tuple[list[Word], str] | None:
    found = repair([word.text for word in words])
    if found is None:
        return None
    decoded = [part for word, text in zip(words, found.texts, strict=True) for part in _parts(word, text)]
    return decoded, found.reason


def _parts(word: Word, text: str) -> Iterator[Word]:
    """A word decoded to several, where the space between them was coded as a letter too: its box is shared by letters."""
    step = word.box.width / max(len(text), 1)
    for part in re.finditer(r"\S+", text):
        left = word.box.left + step * part.start()
        box = Box(left, word.box.top, left + step * len(part[0]), word.box.bottom)
        yield replace(word, text=part[0], box=box)


def status_of(read: ReadPage, blocks: Sequence[Block]) -> SlideStatus:
    """TABLE when nearly all that a text page says beside title and footer stands in tables; else as it was read."""
    if read.status is not SlideStatus.TEXT:
        return read.status
    body = [block for block in blocks if block.kind not in (BlockKind.TITLE, BlockKind.FOOTER)]
    letters = sum(len(block.text) for block in body)
    in_tables = sum(len(block.text) for block in body if block.table is not None)
    return SlideStatus.TABLE if letters and in_tables >= TABLE_SHARE * letters else SlideStatus.TEXT


def reason_of(read: ReadPage, blocks: Sequence[Block]) -> str:
    """What is to be said of how a page was read: that of its reader, or that all its content is a drawing's loose words."""
    body = [block for block in blocks if block.kind not in (BlockKind.TITLE, BlockKind.FOOTER)]
    return read.reason or (DRAWING if body and all(block.unstructured for block in body) else "")
