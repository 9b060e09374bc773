"""Whatever is in a file, reading it ends soon, in a document or in one sentence that names the file.

FUZZ_INPUTS=5000 FUZZ_SEED=7 python -m pytest tests/documents/test_broken_files.py tries more than the suite does.
"""

from __future__ import annotations

import io
import os
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from tests.mutations import mutated
from tests.pdf_builder import Page, objects_pdf, pdf

from radsassistent.documents import BoundedReader, Document, ReadingLimits, SlideStatus, UnreadableDocumentError

INPUTS = int(os.environ.get("FUZZ_INPUTS", "200"))
SEED = int(os.environ.get("FUZZ_SEED", "20261123"))
LIMITS = ReadingLimits(seconds=20, ocr=False)


@pytest.fixture(scope="module")
def reader() -> Iterator[BoundedReader]:
    with BoundedReader(LIMITS) as reader:
        yield reader


@pytest.fixture(scope="module")
def originals(february_path: Path) -> list[bytes]:
    """Small whole files: written by the tests, and cut out of a real deck (a table, a chart, a picture, cards)."""
    page = Page().text("Oppdiktet møte", 40, 60, 32).text("• Punkt én", 40, 150).link("https://example.org/sak")
    found = [pdf(page, Page().grid([["Tiltak", "2031"], ["A", "1"]], 40, 100)), pdf(Page().picture(0, 0, 900, 500))]
    found.append(pdf(Page().text("Kodet i utakt med vanlige bokstaver", 40, 60, font="F4")))
    deck = PdfReader(february_path)
    for slide in (5, 6, 32, 141):
        writer, out = PdfWriter(), io.BytesIO()
        writer.add_page(deck.pages[slide - 1])
        writer.write(out)
        found.append(out.getvalue())
    return found


def outcome(reader: BoundedReader, path: Path) -> Document | str:
    try:
        return reader.read(path)
    except UnreadableDocumentError as refused:
        return str(refused)


def test_a_broken_file_is_read_or_refused_in_one_sentence_and_nothing_else(
    reader: BoundedReader, originals: list[bytes], tmp_path: Path
) -> None:
    path = tmp_path / "ødelagt.pdf"
    read = refused = 0
    for number, data in enumerate(mutated(originals, INPUTS, SEED)):
        path.write_bytes(data)
        found = outcome(reader, path)
        if isinstance(found, Document):
            read += 1
            continue
        refused += 1
        assert found.startswith("ødelagt.pdf: "), found
        if "stoppe" in found or "stanset" in found:
            (Path(os.environ.get("FUZZ_KEEP", str(tmp_path))) / f"{SEED}-{number}.pdf").write_bytes(data)
        assert "stoppe" not in found and "stanset" not in found, f"input {number} of seed {SEED}: {found}"
    # The mutations would prove nothing if all or none of them went through.
    assert min(read, refused) > INPUTS // 20


_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def cyclic_page_tree() -> bytes:
    return objects_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [2 0 R 3 0 R] /Parent 2 0 R >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] >>",
    )


def cyclic_outline() -> bytes:
    return objects_pdf(
        b"<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] >>",
        b"<< /First 5 0 R /Last 5 0 R >>",
        b"<< /Title (A) /Parent 4 0 R /Next 5 0 R /First 5 0 R >>",
    )


def form_that_draws_itself() -> bytes:
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 300 200] /Resources << /XObject << /X 4 0 R >> /Font << /F 6 0 R >> >> "
        b"/Length 60 >>\nstream\nBT /F 20 Tf 20 100 Td (Oppdiktet) Tj ET /X Do /X Do /X Do  \nendstream"
    )
    return objects_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 5 0 R /Resources << /XObject << /X 4 0 R >> >> >>",
        form,
        b"<< /Length 5 >>\nstream\n/X Do\nendstream",
        _FONT,
    )


def forms_that_draw_ten_others_each() -> bytes:
    """Ten to the ninth drawings in a file of a few kilobytes."""
    depth = 9
    forms = []
    for level in range(depth):
        below = 5 + level
        drawn = b"/X Do " * 10 if level < depth - 1 else b"0 0 10 10 re f"
        forms.append(
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 300 200] /Resources << /XObject << /X %d 0 R >> >> /Length %d >>"
            b"\nstream\n%s\nendstream" % (below + 1, len(drawn), drawn)
        )
    return objects_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
        b"<< /Length 5 >>\nstream\n/X Do\nendstream",
        *forms,
    )


def stream_that_inflates(megabytes: int) -> bytes:
    packed = zlib.compress(b"0 0 1 1 re f " * (megabytes * 80_000), 9)
    return objects_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
    )


@pytest.mark.parametrize("make", [cyclic_page_tree, cyclic_outline])
def test_objects_that_contain_themselves_are_read_or_refused_soon(
    make: object, tmp_path: Path, reader: BoundedReader
) -> None:
    path = tmp_path / "sirkel.pdf"
    path.write_bytes(make())  # type: ignore[operator]
    started = time.monotonic()
    found = outcome(reader, path)
    assert time.monotonic() - started < 5
    assert isinstance(found, Document) or found.startswith("sirkel.pdf: filen er skadet")


BOMBS = [form_that_draws_itself(), forms_that_draw_ten_others_each(), stream_that_inflates(100)]


@pytest.mark.parametrize("content", BOMBS, ids=["itself", "ten", "stream"])
def test_a_small_file_that_unfolds_without_end_is_bounded_and_the_next_file_is_read(
    content: bytes, tmp_path: Path
) -> None:
    bomb, whole = tmp_path / "bombe.pdf", tmp_path / "hel.pdf"
    bomb.write_bytes(content)
    whole.write_bytes(pdf(Page().text("Oppdiktet møte", 40, 60)))
    with BoundedReader(ReadingLimits(seconds=2, memory_mb=700, ocr=False)) as reader:
        started = time.monotonic()
        found = outcome(reader, bomb)
        assert time.monotonic() - started < 6
        assert isinstance(found, Document) or found.startswith("bombe.pdf: ")
        assert isinstance(outcome(reader, whole), Document)


def test_a_print_of_a_spreadsheet_with_hundreds_of_blank_pages_is_read_page_by_page(
    reader: BoundedReader, tmp_path: Path
) -> None:
    cells = [["Oppdiktet post", "Budsjett", "Regnskap"], *([f"Post {row}", f"{row} 000", "0"] for row in range(1, 12))]
    path = tmp_path / "regneark.pdf"
    path.write_bytes(pdf(*(Page(842, 595).grid(cells, 40, 40) if page % 7 == 0 else Page() for page in range(356))))
    document = reader.read(path)
    blank = [slide for slide in document.slides if slide.status is SlideStatus.BLANK]
    assert len(document.slides) == 356
    assert len(blank) == 305
    assert all(not slide.blocks for slide in blank)
    assert {slide.status for slide in document.slides} == {SlideStatus.BLANK, SlideStatus.TABLE}
