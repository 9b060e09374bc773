"""One slide of a kept document with what its meeting says of it, for whoever looks at the slide itself."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from radsassistent.archive.database import connected
from radsassistent.documents import Block, BlockKind, Box, Slide, SlideStatus


@dataclass(frozen=True, slots=True)
class KeptSlide:
    """A slide as it was read, the case that it belongs to (None outside the cases), and how many its document has."""

    slide: Slide
    case: str | None
    of: int


def kept_slide(database: Path, sha256: str, number: int) -> KeptSlide | None:
    """The slide (1-based) of the document with this content; None where the archive does not have it.

    Its blocks come without the cells of tables: their texts and places are what is looked for on the slide.
    """
    if not database.is_file():
        return None
    with connected(database) as db:
        row = db.execute(
            "SELECT slides.*, (SELECT count(*) FROM slides AS each WHERE each.document_id = documents.id) AS of "
            "FROM slides JOIN documents ON documents.id = document_id WHERE sha256 = ? AND number = ?",
            (sha256, number),
        ).fetchone()
        if row is None:
            return None
        blocks = db.execute(
            "SELECT kind, text, box FROM blocks WHERE slide_id = ? ORDER BY position", (row["id"],)
        ).fetchall()
    read = tuple(Block(BlockKind(each["kind"]), each["text"], Box(*json.loads(each["box"]))) for each in blocks)
    slide = Slide(number, row["width"], row["height"], read, SlideStatus(row["status"]), reason=row["reason"])
    return KeptSlide(slide, row["case_number"], row["of"])
