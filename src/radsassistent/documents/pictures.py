"""A slide as a picture, drawn by pdfium from the original file."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2 as pdfium

from radsassistent.documents.document import UnreadableDocumentError
from radsassistent.documents.pdfium_lock import PDFIUM


def slide_picture(path: Path, slide: int, width: int) -> bytes:
    """The slide (1-based) as a PNG, `width` pixels wide.

    Raises UnreadableDocumentError when the file cannot be opened or has no such slide.
    """
    with PDFIUM:
        try:
            deck = pdfium.PdfDocument(path)
        except (pdfium.PdfiumError, OSError) as error:
            raise UnreadableDocumentError(
                f"{path.name}: lysbildet kan ikke vises, for filen kan ikke åpnes."
            ) from error
        try:
            if not 1 <= slide <= len(deck):
                raise UnreadableDocumentError(f"{path.name}: filen har ikke noe lysbilde {slide}.")
            page = deck[slide - 1]
            image = page.render(scale=width / page.get_width()).to_pil()
        finally:
            deck.close()
    out = io.BytesIO()
    image.save(out, format="PNG", optimize=False)
    return out.getvalue()
