"""A slide as a picture: drawn by pdfium from a PDF, and from an Office file through LibreOffice where it is installed."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from pathlib import Path

import pypdfium2 as pdfium

from radsassistent.documents.document import UnreadableDocumentError
from radsassistent.documents.pdfium_lock import PDFIUM

# What LibreOffice makes a PDF of, page for page; texts without pages (Markdown, HTML, plain text) have no picture.
OFFICE_ENDINGS = frozenset({".pptx", ".docx", ".odt"})
# Without it LibreOffice leaves out hidden slides, and every number after one would be wrong.
_WITH_HIDDEN = 'pdf:impress_pdf_Export:{"ExportHiddenSlides":{"type":"boolean","value":"true"}}'
# Seconds for one document; LibreOffice needs 5 to 20 for a deck of 170 slides, and hangs on some broken files.
CONVERSION_SECONDS = 120


def slide_picture(path: Path, slide: int, width: int) -> bytes:
    """The slide (1-based) of a PDF as a PNG, `width` pixels wide.

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


def why_no_picture(path: Path) -> str | None:
    """In Norwegian why no picture can be drawn of a file's slides; None when one can."""
    ending = path.suffix.lower()
    if ending == ".pdf":
        return None
    if ending not in OFFICE_ENDINGS:
        return "Dokumentet er ren tekst og har ingen sider å vise bilde av."
    if _libreoffice() is None:
        return "Bildet av lysbildet krever LibreOffice, som ikke er installert på maskinen."
    return None


def as_pdf(path: Path, target: Path) -> None:
    """Make a PDF of an Office file with LibreOffice, in its own profile so that an open LibreOffice does not matter.

    Raises UnreadableDocumentError when LibreOffice is missing, fails or takes too long; then there is no target.
    """
    program = _libreoffice()
    if program is None:
        raise UnreadableDocumentError(f"{path.name}: {why_no_picture(path)}")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        command = [program, f"-env:UserInstallation={Path(folder, 'profil').as_uri()}", "--headless", "--norestore"]
        form = _WITH_HIDDEN if path.suffix.lower() == ".pptx" else "pdf"
        command += ["--convert-to", form, "--outdir", folder, str(path.resolve())]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=CONVERSION_SECONDS)
            Path(folder, f"{path.stem}.pdf").replace(target)
        except (subprocess.SubprocessError, OSError) as error:
            raise UnreadableDocumentError(f"{path.name}: LibreOffice klarte ikke å vise filen.") from error


def _libreoffice() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")
