"""Which reader a file gets: by what its bytes say it is, not by its name."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from radsassistent.documents.document import Document, Format, UnreadableDocumentError
from radsassistent.documents.limits import ReadingLimits
from radsassistent.documents.office_types import format_of_package, is_zip, old_office_refusal
from radsassistent.documents.package import checked_package
from radsassistent.documents.pdf import Progress, read_pdf
from radsassistent.documents.plain_text import decoded

# The PDF standard (ISO 32000-2, 7.5.2) wants %PDF- at the start; readers accept it within the first 1,024 bytes.
_PDF_MARK = b"%PDF-"
_MARKDOWN_ENDINGS = frozenset({".md", ".markdown"})
_TEXT_ENDINGS = frozenset({".txt", ".text"})
_HTML_ENDINGS = frozenset({".html", ".htm", ".xhtml"})
# Comments, an XML declaration and white space may stand before the first tag of a page.
_HTML_START = re.compile(
    r"^\ufeff?\s*(?:<\?xml[^>]*\?>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAG = re.compile(r"<(?:p|div|h[1-6]|table|ul|ol|body|span)\b[^>]*>", re.I)
# Text of this many bytes is a log or a data dump: the whole Bible has 4 MB. Parsers of Markdown and HTML need minutes for more.
MAX_TEXT = 10_000_000
_WANTED = "Lagre dokumentet som PDF, PPTX, DOCX, ODT, HTML, MD eller TXT, og les inn den filen."

Reader = Callable[[str, bytes, str], Document]


def read(path: Path, progress: Progress | None = None, limits: ReadingLimits | None = None) -> Document:
    """Read a file into a Document, in this process; BoundedReader does it in one that can be stopped.

    Raises UnreadableDocumentError when the file is empty, of a type that has no reader, encrypted or broken.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableDocumentError(f"{path.name}: filen kan ikke åpnes ({error.strerror}).") from error
    if not content:
        raise UnreadableDocumentError(
            f"{path.name}: filen er tom (0 byte). Eksporter eller last ned dokumentet på nytt."
        )
    sha256 = hashlib.sha256(content).hexdigest()
    ending = path.suffix.lower()
    if _is_pdf(ending, content):
        return read_pdf(path.name, content, sha256, progress, limits or ReadingLimits())
    document = _reader(path.name, ending, content)(path.name, content, sha256)
    if progress is not None:
        progress(len(document.slides), len(document.slides))
    return document


def _is_pdf(ending: str, content: bytes) -> bool:
    """Whether a file is a PDF. A text may speak of the mark, and an archive may hold a PDF, within the first kilobyte."""
    if content.lstrip().startswith(_PDF_MARK):
        return True
    told = _PDF_MARK in content[:1024] and not is_zip(content)
    return told and not (ending in _MARKDOWN_ENDINGS | _TEXT_ENDINGS | _HTML_ENDINGS and decoded(content) is not None)


def _reader(name: str, ending: str, content: bytes) -> Reader:
    if is_zip(content):
        return _package_reader(name, content)
    refusal = old_office_refusal(name, content)
    if refusal is not None:
        raise refusal
    if len(content) > MAX_TEXT:
        raise UnreadableDocumentError(
            f"{name}: filen har mer enn {MAX_TEXT // 1_000_000} MB ren tekst og leses ikke. Del den opp, eller lagre den som PDF."
        )
    text = decoded(content)
    if text is None:
        raise _refusal(name, ending)
    return _text_reader(name, ending, text)


def _package_reader(name: str, content: bytes) -> Reader:
    """The reader of an Office file. Readers are imported when a file needs one: answering a question needs none."""
    package = checked_package(name, content)
    form = format_of_package(package)
    if form is Format.PPTX:
        from radsassistent.documents.pptx import read_pptx

        return lambda _name, _content, sha256: read_pptx(package, sha256)
    if form is Format.DOCX:
        from radsassistent.documents.docx import read_docx

        return lambda _name, _content, sha256: read_docx(package, sha256)
    from radsassistent.documents.odt import read_odt

    return lambda _name, _content, sha256: read_odt(package, sha256)


def _text_reader(name: str, ending: str, text: str) -> Reader:
    if _HTML_START.match(text[:4096]) or (ending in _HTML_ENDINGS and _TAG.search(text)):
        from radsassistent.documents.html import read_html

        return read_html
    if ending in _MARKDOWN_ENDINGS:
        from radsassistent.documents.markdown import read_markdown

        return read_markdown
    if ending in _TEXT_ENDINGS:
        from radsassistent.documents.plain_text import read_text

        return read_text
    raise _refusal(name, ending)


def _refusal(name: str, ending: str) -> UnreadableDocumentError:
    if ending == ".pdf":
        return UnreadableDocumentError(
            f"{name}: dette er ikke en PDF-fil. Eksporter dokumentet til PDF, og les inn den filen."
        )
    if ending in _MARKDOWN_ENDINGS | _TEXT_ENDINGS | _HTML_ENDINGS:
        return UnreadableDocumentError(f"{name}: filen er ikke lesbar tekst. {_WANTED}")
    return UnreadableDocumentError(f"{name}: filtypen kan ikke leses. {_WANTED}")
