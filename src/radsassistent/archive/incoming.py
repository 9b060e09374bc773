"""What taking documents in would come to: the meeting that they are of, with what the archive has of it, before anything is
written."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from radsassistent.archive.corrections import Correction, corrections_of, with_corrections
from radsassistent.archive.of_one_meeting import StoredDocument, documents_of_meeting
from radsassistent.documents import Document
from radsassistent.errors import RadsassistentError
from radsassistent.meetings import Meeting, Overrides, understand


class DuplicateDocumentError(RadsassistentError):
    """The archive has a document with these very bytes from another place."""


class ArchiveChangedError(RadsassistentError):
    """Somebody else has written to the archive since what is to be written was looked at."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document to be taken in: its `source`, which its next version will come from too, and where its bytes are now (`file`;
    None: at the source). `corrections` hold from now on; None leaves those that the archive keeps.
    """

    document: Document
    source: Path
    file: Path | None = None
    corrections: tuple[Correction, ...] | None = None


@dataclass(frozen=True, slots=True)
class OldVersion:
    """The document that came from a source before, by its row, and the meeting that it was of."""

    id: int
    meeting_id: int
    source: str


@dataclass(frozen=True, slots=True)
class Planned:
    """The meeting of incoming documents, all its documents with those of the archive first, and what will be replaced."""

    meeting: Meeting
    documents: tuple[Document, ...]
    others: tuple[StoredDocument, ...]
    replaced: tuple[OldVersion, ...]


def planned(db: sqlite3.Connection, incoming: Sequence[Incoming], overrides: str) -> Planned:
    """Understand documents of one meeting together with what the archive has of it. Writes nothing.

    Raises DuplicateDocumentError when the archive has the same bytes from another source.
    """
    old = [version for each in incoming for version in _old_versions(db, each)]
    made = {
        each.document.sha256: corrections_of(db, str(each.source)) if each.corrections is None else each.corrections
        for each in incoming
    }
    folder = Overrides.parse(overrides)
    documents = [each.document for each in incoming]
    alone = understand(documents, with_corrections(folder, made))
    others = documents_of_meeting(db, documents, alone, incoming[0].source, without={each.id for each in old})
    if not others:
        return Planned(alone, tuple(documents), (), tuple(old))
    made |= {document.sha256: corrections_of(db, source) for _, document, source in others}
    together = [*(document for _, document, _ in others), *documents]
    meeting = understand(together, with_corrections(folder, made))
    return Planned(meeting, tuple(together), tuple(others), tuple(old))


def _old_versions(db: sqlite3.Connection, each: Incoming) -> list[OldVersion]:
    source = str(each.source)
    same = db.execute("SELECT source FROM documents WHERE sha256 = ?", (each.document.sha256,)).fetchone()
    if same is not None and same["source"] != source:
        raise DuplicateDocumentError(f"{each.document.name}: samme innhold er lest inn fra {same['source']}")
    rows = db.execute("SELECT id, meeting_id FROM documents WHERE source = ?", (source,)).fetchall()
    return [OldVersion(row["id"], row["meeting_id"], source) for row in rows]
