"""Pictures of slides are drawn once, and the cache is never in the way."""

from __future__ import annotations

import shutil
from html import escape

import pytest

from radsassistent.archive import UnknownDocumentError
from radsassistent.documents import UnreadableDocumentError
from radsassistent.web import slides
from radsassistent.web.answer_view import conversation_html
from radsassistent.web.slides import WIDTHS, SlidePictures, text_instead


@pytest.fixture
def draws(monkeypatch):
    """The slides drawn so far."""
    drawn = []
    draw = slides.slide_picture

    def counting(path, slide, width):
        drawn.append((slide, width))
        return draw(path, slide, width)

    monkeypatch.setattr(slides, "slide_picture", counting)
    return drawn


def test_a_picture_is_a_png_of_the_width_asked_for(small_archive, said):
    png = SlidePictures(small_archive).picture(said.sha256, 2, WIDTHS[0])
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") == WIDTHS[0]


def test_a_picture_is_drawn_once_and_kept(small_archive, said, draws):
    first = SlidePictures(small_archive).picture(said.sha256, 1, WIDTHS[0])
    assert SlidePictures(small_archive).picture(said.sha256, 1, WIDTHS[0]) == first
    assert draws == [(1, WIDTHS[0])]
    assert [path.name for path in (small_archive.directory / "cache" / "slides").iterdir()] == [
        f"{said.sha256}-1-{WIDTHS[0]}.png"
    ]


def test_the_cache_may_be_deleted_at_any_time(small_archive, said, draws):
    pictures = SlidePictures(small_archive)
    first = pictures.picture(said.sha256, 1, WIDTHS[0])
    shutil.rmtree(small_archive.directory / "cache")
    assert pictures.picture(said.sha256, 1, WIDTHS[0]) == first
    assert len(draws) == 2


def test_a_picture_that_cannot_be_kept_is_shown_all_the_same(small_archive, said, caplog):
    (small_archive.directory / "cache").write_text("not a folder")
    assert SlidePictures(small_archive).picture(said.sha256, 1, WIDTHS[0]).startswith(b"\x89PNG")
    assert "lysbilde 1" in caplog.text


def test_a_picture_left_of_a_removed_document_is_not_shown(small_archive, said):
    pictures = SlidePictures(small_archive)
    pictures.picture(said.sha256, 1, WIDTHS[0])
    small_archive.original(said.sha256).unlink()
    with pytest.raises(UnknownDocumentError):
        pictures.picture(said.sha256, 1, WIDTHS[0])


def test_a_slide_that_does_not_exist_leaves_nothing_behind(small_archive, said):
    with pytest.raises(UnreadableDocumentError):
        SlidePictures(small_archive).picture(said.sha256, 3, WIDTHS[0])
    assert not (small_archive.directory / "cache").exists()


def test_other_widths_are_refused(small_archive, said):
    with pytest.raises(ValueError, match="99999"):
        SlidePictures(small_archive).picture(said.sha256, 1, 99999)


@pytest.fixture
def office_document(small_archive, said):
    """The archive's document as an Office file: the PDF's bytes, which the stand-in for LibreOffice copies."""
    pdf = small_archive.original(said.sha256)
    return pdf.rename(pdf.with_suffix(".pptx"))


@pytest.fixture
def libreoffice(tmp_path, monkeypatch):
    """A program named soffice that is alone on the path; what it does is written into it."""
    folder = tmp_path / "programs"
    folder.mkdir()

    def does(script):
        program = folder / "soffice"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)

    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return does


COPIES = 'while [ "$1" != "--outdir" ]; do shift; done; echo x >> "$2/../runs"; cp "$3" "$2/$(basename "$3" .pptx).pdf"'


def test_an_office_file_is_made_a_pdf_once_and_then_drawn(small_archive, said, office_document, libreoffice):
    libreoffice(COPIES)
    pictures = SlidePictures(small_archive)
    for slide in (1, 2):
        assert pictures.picture(said.sha256, slide, WIDTHS[0]).startswith(b"\x89PNG")
    assert (small_archive.directory / "cache" / "pdf" / "runs").read_text() == "x\n"
    assert text_instead(small_archive, said.cited()) is None


def test_a_libreoffice_that_fails_is_told_and_leaves_no_pdf(small_archive, said, office_document, libreoffice):
    libreoffice("exit 1")
    with pytest.raises(UnreadableDocumentError, match="LibreOffice klarte ikke"):
        SlidePictures(small_archive).picture(said.sha256, 1, WIDTHS[0])
    assert list((small_archive.directory / "cache" / "pdf").iterdir()) == []


def test_without_libreoffice_the_slides_text_is_shown_and_why(small_archive, said, t, office_document, monkeypatch):
    monkeypatch.setenv("PATH", "")
    text, why = text_instead(small_archive, said.cited())
    assert text == "Det som står på lysbilde 71"
    assert "LibreOffice" in why
    html = conversation_html(said.exchanged(), t, None, lambda citation: (text, why))
    assert "<img" not in html
    assert escape(why) in html
