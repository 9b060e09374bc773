"""A PDF file to a Document: pypdf opens and checks it, pdfium gives the geometry, pdfplumber the cells of tables."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pdfplumber
import pypdfium2 as pdfium
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from radsassistent.documents.document import Document, Slide, SlideStatus, UnreadableDocumentError
from radsassistent.documents.layout import blocks
from radsassistent.documents.page_content import PageContent, page_content
from radsassistent.documents.pdfium_lock import PDFIUM
from radsassistent.documents.tables import PlacedTable, may_hold_table, ruled_tables

logger = logging.getLogger(__name__)

Progress = Callable[[int, int], None]


def read_pdf(name: str, content: bytes, sha256: str, progress: Progress | None = None) -> Document:
    """Read every page of a PDF. `progress(done, total)` is called after each page.

    Raises UnreadableDocumentError for a file that is encrypted, broken or without pages.
    """
    links = _check(name, content)
    with _opened(name, content) as (deck, plumber):
        slides = []
        for index in range(len(deck)):
            slides.append(_slide(deck, plumber, index, links[index] if index < len(links) else ()))
            plumber.pages[index].close()
            if progress is not None:
                progress(index + 1, len(deck))
    return Document(name, sha256, tuple(slides))


@contextmanager
def _opened(name: str, content: bytes) -> Iterator[tuple[pdfium.PdfDocument, Any]]:
    try:
        with PDFIUM:
            deck = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        raise _broken(name) from error
    try:
        with pdfplumber.open(io.BytesIO(content)) as plumber:
            if len(plumber.pages) < len(deck):
                raise _broken(name)
            yield deck, plumber
    finally:
        with PDFIUM:
            deck.close()


def _check(name: str, content: bytes) -> list[tuple[str, ...]]:
    """Refuse what can't be read; return the addresses that each page links to."""
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableDocumentError(
                f"{name}: filen er beskyttet med passord. Lagre en kopi uten passord, og les inn den."
            )
        pages = list(reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        raise _broken(name) from error
    if not pages:
        raise UnreadableDocumentError(f"{name}: filen har ingen sider. Eksporter dokumentet til PDF på nytt.")
    return [_links(page) for page in pages]


def _links(page: Any) -> tuple[str, ...]:
    """The web addresses of link annotations; a page whose annotations are broken has none."""
    found: list[str] = []
    try:
        for annotation in page.get("/Annots") or ():
            action = annotation.get_object().get("/A")
            address = action.get_object().get("/URI") if action is not None else None
            if isinstance(address, str) and address.startswith(("http://", "https://")):
                found.append(address)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError) as error:
        logger.warning("Lenkene på en side kunne ikke leses: %s", error)
    return tuple(dict.fromkeys(found))


def _broken(name: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        f"{name}: filen er skadet eller ufullstendig og kan ikke leses som PDF. Eksporter eller last ned dokumentet på nytt."
    )


def _slide(deck: pdfium.PdfDocument, plumber: Any, index: int, links: tuple[str, ...]) -> Slide:
    with PDFIUM:
        page = deck[index]
        try:
            content = page_content(page)
        finally:
            page.close()
    tables: list[PlacedTable] = []
    if may_hold_table(content.shapes):
        tables = ruled_tables(plumber.pages[index])
    found = blocks(content, tables)
    return Slide(
        number=index + 1,
        width=content.width,
        height=content.height,
        blocks=found,
        status=slide_status(content),
        links=links,
    )


def slide_status(content: PageContent) -> SlideStatus:
    """Text where there are words; else a picture where one is drawn; else blank."""
    if any(any(letter.isalnum() for letter in word.text) for word in content.words):
        return SlideStatus.TEXT
    return SlideStatus.PICTURE if content.pictures else SlideStatus.BLANK
