"""Pictures of slides, drawn once and kept in the archive's cache folder, and the places of words on them.

The cache is no truth: it may be deleted at any time, and a picture that cannot be kept is shown all the same.
"""

from __future__ import annotations

import contextlib
import logging
import os
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from radsassistent.answers.answer import Citation
from radsassistent.archive.holdings import DATABASE
from radsassistent.archive.kept_slides import kept_slide
from radsassistent.documents import Box
from radsassistent.documents.pictures import as_pdf, slide_picture, why_no_picture
from radsassistent.documents.quoted_places import block_places, quoted_places
from radsassistent.errors import RadsassistentError
from radsassistent.web.sources import Library

logger = logging.getLogger(__name__)

# Pixels across. Slides are shown 350 to 640 wide: the first is for phones and small windows, the second for screens
# of twice the density, the third for who looks closer. No other widths are drawn, so that the cache cannot be filled
# from outside.
WIDTHS = (800, 1280, 2400)
# Of the small pictures in a case's overview, shown about 200 wide.
THUMBNAIL = 400


@dataclass(frozen=True, slots=True)
class SlideView:
    """What the page needs to show a slide: its case, how many slides its document has, where the quoted words stand.

    `marks` are shares (0 to 1) of the picture. `text` is what stands on a slide without a picture and `why` why it has none.
    `of` is 0 where the archive knows the original alone.
    """

    slide: int
    of: int
    case: str | None
    marks: tuple[Box, ...]
    text: str = ""
    why: str = ""


class SlidePictures:
    """The pictures of an archive's slides. Safe to use from several threads."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._converting = threading.Lock()

    def picture(self, sha256: str, slide: int, width: int) -> bytes:
        """The slide (1-based) of a kept original as a PNG, `width` pixels wide, one of WIDTHS or THUMBNAIL.

        Raises UnknownDocumentError when the archive does not have the document, also when a picture of it is left in
        the cache; UnreadableDocumentError when it has no such slide; ValueError for another width.
        """
        if width not in (*WIDTHS, THUMBNAIL):
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

    def view(self, sha256: str, slide: int, quotes: Sequence[str], about: str) -> SlideView:
        """A slide as it is shown, with marks at the quotes; `about` is what is said of them, where they stand several times.

        Raises UnknownDocumentError when the archive does not have the document.
        """
        original = self._library.original(sha256)
        kept = kept_slide(self._library.directory / DATABASE, sha256, slide)
        of, case = (kept.of, kept.case) if kept is not None else (0, None)
        why = why_no_picture(original)
        if why is not None:
            return SlideView(slide, of, case, (), self._library.slide_text(sha256, slide), why)
        marks: list[Box] = []
        for quote in dict.fromkeys(quotes):
            places = quoted_places(self._drawable(original, sha256), slide, quote, about)
            if not places and kept is not None:
                places = block_places(kept.slide, quote)
            marks += [place for place in places if place not in marks]
        return SlideView(slide, of, case, tuple(marks))

    def _drawable(self, original: Path, sha256: str) -> Path:
        """The original where it is a PDF, else the PDF that is made of it once and kept."""
        if original.suffix == ".pdf":
            return original
        kept = self._library.directory / "cache" / "pdf" / f"{sha256}-.pdf"
        with self._converting:
            if not kept.exists():
                as_pdf(original, kept)
        return kept


def text_instead(library: Library, citation: Citation) -> tuple[str, str] | None:
    """Where no picture can be drawn of a cited slide: what stands on it, and why there is no picture. None where one can."""
    try:
        why = why_no_picture(library.original(citation.sha256))
    except RadsassistentError as error:
        why = str(error)
    return (library.slide_text(citation.sha256, citation.slide), why) if why else None


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
