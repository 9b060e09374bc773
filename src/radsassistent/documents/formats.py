"""Which reader a file gets: by what its first bytes say it is, not by its name."""

from __future__ import annotations

import hashlib
from pathlib import Path

from radsassistent.documents.document import Document, UnreadableDocumentError
from radsassistent.documents.limits import ReadingLimits
from radsassistent.documents.pdf import Progress, read_pdf

# The PDF standard (ISO 32000-2, 7.5.2) wants %PDF- at the start; readers accept it within the first 1,024 bytes.
_PDF_MARK = b"%PDF-"


def read(path: Path, progress: Progress | None = None, limits: ReadingLimits | None = None) -> Document:
    """Read a file into a Document, in this process; BoundedReader does it in one that can be stopped.

    Raises UnreadableDocumentError when the file is empty, of another type than its name says, encrypted or broken.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableDocumentError(f"{path.name}: filen kan ikke åpnes ({error.strerror}).") from error
    if not content:
        raise UnreadableDocumentError(
            f"{path.name}: filen er tom (0 byte). Eksporter eller last ned dokumentet på nytt."
        )
    if _PDF_MARK not in content[:1024]:
        raise UnreadableDocumentError(
            f"{path.name}: dette er ikke en PDF-fil. Eksporter dokumentet til PDF, og les inn den filen."
        )
    return read_pdf(path.name, content, hashlib.sha256(content).hexdigest(), progress, limits or ReadingLimits())
