"""A PDF file to a Document: pypdf opens and checks it, pdfium gives the geometry, pdfplumber the cells of tables."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from pypdf import PdfReader

from radsassistent.documents.banded_tables import banded_tables
from radsassistent.documents.document import Document, Slide, SlideStatus, UnreadableDocumentError
from radsassistent.documents.layout import blocks, table_text
from radsassistent.documents.limits import ReadingLimits
from radsassistent.documents.page_quality import fault
from radsassistent.documents.page_reading import SecondReader, read_page, reason_of, status_of
from radsassistent.documents.pdfium_lock import PDFIUM
from radsassistent.documents.recognition import Recogniser
from radsassistent.documents.running_lines import without_running_lines
from radsassistent.documents.second_readers import BROKEN_PAGE, Plumber, plumber_words, pypdf_words
from radsassistent.documents.tables import PlacedTable, may_hold_table, ruled_tables

logger = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
_DEFAULT = ReadingLimits()


@dataclass(frozen=True, slots=True)
class _Opened:
    """One file as each of the three libraries sees it."""

    reader: PdfReader
    deck: pdfium.PdfDocument
    plumber: Plumber


def read_pdf(
    name: str, content: bytes, sha256: str, progress: Progress | None = None, limits: ReadingLimits = _DEFAULT
) -> Document:
    """Read every page of a PDF. `progress(done, total)` is called after each page.

    Raises UnreadableDocumentError for a file that is encrypted, broken, without pages or with more than the limit.
    """
    reader, links = _check(name, content, limits.pages)
    recogniser = Recogniser(limits)
    with _opened(name, content, reader) as file:
        slides = []
        for index in range(len(file.deck)):
            try:
                slides.append(_slide(file, index, links[index] if index < len(links) else (), recogniser, limits))
            except pdfium.PdfiumError as error:
                logger.warning("%s: side %d kunne ikke åpnes: %s", name, index + 1, error)
                slides.append(_broken_page(index + 1))
            file.plumber.forget(index)
            if progress is not None:
                progress(index + 1, len(file.deck))
    return Document(name, sha256, without_running_lines(slides))


@contextmanager
def _opened(name: str, content: bytes, reader: PdfReader) -> Iterator[_Opened]:
    try:
        with PDFIUM:
            deck = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        raise _broken(name) from error
    try:
        if len(deck) > len(reader.pages):
            raise _broken(name)
        yield _Opened(reader, deck, Plumber(content))
    finally:
        with PDFIUM:
            deck.close()


def _check(name: str, content: bytes, most_pages: int) -> tuple[PdfReader, list[tuple[str, ...]]]:
    """Refuse what can't be read; return the opened file and the addresses that each page links to."""
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableDocumentError(
                f"{name}: filen er beskyttet med passord. Lagre en kopi uten passord, og les inn den."
            )
        pages = list(reader.pages)
    except BROKEN_PAGE as error:
        raise _broken(name) from error
    if not pages:
        raise UnreadableDocumentError(f"{name}: filen har ingen sider. Eksporter dokumentet til PDF på nytt.")
    if len(pages) > most_pages:
        raise UnreadableDocumentError(
            f"{name}: filen har {len(pages)} sider, og grensen er {most_pages}. Del den opp, og les inn delene."
        )
    return reader, [_links(page) for page in pages]


def _links(page: Any) -> tuple[str, ...]:
    """The web addresses of link annotations; a page whose annotations are broken has none."""
    found: list[str] = []
    try:
        for annotation in page.get("/Annots") or ():
            action = annotation.get_object().get("/A")
            address = action.get_object().get("/URI") if action is not None else None
            if isinstance(address, str) and address.startswith(("http://", "https://")):
                found.append(address)
    except BROKEN_PAGE as error:
        logger.warning("Lenkene på en side kunne ikke leses: %s", error)
    return tuple(dict.fromkeys(found))


def _broken(name: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        f"{name}: filen er skadet eller ufullstendig og kan ikke leses som PDF. Eksporter eller last ned dokumentet på nytt."
    )


def _slide(file: _Opened, index: int, links: tuple[str, ...], recogniser: Recogniser, limits: ReadingLimits) -> Slide:
    with PDFIUM:
        page = file.deck[index]
    try:
        read = read_page(page, _second_readers(file, index), recogniser, limits.words_per_page)
    finally:
        with PDFIUM:
            page.close()
    content = read.content
    # Where another reader's words are used, the cells' texts would come from the one that failed.
    may_hold = read.status is SlideStatus.TEXT and not read.reason and may_hold_table(content.shapes)
    ruled = _tables(file.plumber, index) if may_hold else []
    found = blocks(content, [*ruled, *banded_tables(content, ruled)])
    return Slide(
        number=index + 1,
        width=content.width,
        height=content.height,
        blocks=found,
        status=status_of(read, found),
        links=links,
        reason=reason_of(read, found),
    )


def _tables(plumber: Plumber, index: int) -> list[PlacedTable]:
    """The ruled tables of a page; none when pdfplumber gets their text wrong, which then stays as pdfium read it."""
    try:
        tables = ruled_tables(plumber.page(index))
    except BROKEN_PAGE as error:
        logger.warning("Tabellene på side %d kunne ikke leses: %s", index + 1, error)
        return []
    return [placed for placed in tables if not fault(table_text(placed.table).split())]


def _broken_page(number: int) -> Slide:
    return Slide(number, 0.0, 0.0, (), SlideStatus.UNREADABLE, reason="siden er skadet og kan ikke åpnes")


def _second_readers(file: _Opened, index: int) -> list[SecondReader]:
    return [
        ("pdfplumber", lambda: plumber_words(file.plumber.page(index))),
        ("pypdf", lambda: pypdf_words(file.reader.pages[index])),
    ]
