"""Pictures of slides, drawn once and kept in the archive's cache folder.

The cache is no truth: it may be deleted at any time, and a picture that cannot be kept is shown all the same.
"""

from __future__ import annotations

import contextlib
import logging
import os
import tempfile
import threading
from pathlib import Path

from radsassistent.answers.answer import Citation
from radsassistent.documents.pictures import as_pdf, slide_picture, why_no_picture
from radsassistent.errors import RadsassistentError
from radsassistent.web.sources import Library

logger = logging.getLogger(__name__)

# Pixels across. Slides are shown 350 to 640 wide: the first is for phones and small windows, the second for screens
# of twice the density. No other widths are drawn, so that the cache cannot be filled from outside.
WIDTHS = (800, 1280)


class SlidePictures:
    """The pictures of an archive's slides. Safe to use from several threads."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._converting = threading.Lock()

    def picture(self, sha256: str, slide: int, width: int) -> bytes:
        """The slide (1-based) of a kept original as a PNG, `width` pixels wide, one of WIDTHS.

        Raises UnknownDocumentError when the archive does not have the document, also when a picture of it is left in
        the cache; UnreadableDocumentError when it has no such slide; ValueError for another width.
        """
        if width not in WIDTHS:
            raise ValueError(f"no picture is {width} pixels wide")
        original = self._library.original(sha256)
        kept = self._library.directory / "cache" / "slides" / f"{sha256}-{slide}-{width}.png"
        try:
            return kept.read_bytes()
        except OSError:
            drawn = slide_picture(self._drawable(original, sha256), slide, width)
        try:
            _write_whole(kept, drawn)
        except OSError as error:
            logger.warning("Bildet av lysbilde %d kunne ikke mellomlagres (%s).", slide, error)
        return drawn

    def _drawable(self, original: Path, sha256: str) -> Path:
        """The original where it is a PDF, else the PDF that is made of it once and kept."""
        if original.suffix == ".pdf":
            return original
        kept = self._library.directory / "cache" / "pdf" / f"{sha256}-.pdf"
        with self._converting:
            if not kept.exists():
                as_pdf(original, kept)
        return kept


def text_instead(library: Library, citation: Citation, *, internal: bool = True) -> tuple[str, str] | None:
    """Where no picture can be drawn of a cited slide: what stands on it, and why there is no picture. None where one can."""
    try:
        why = why_no_picture(library.original(citation.sha256, internal=internal))
    except RadsassistentError as error:
        why = str(error)
    return (library.slide_text(citation.sha256, citation.slide, internal=internal), why) if why else None


def _write_whole(path: Path, content: bytes) -> None:
    """Write so that a reader sees the whole file or none, whatever happens meanwhile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
