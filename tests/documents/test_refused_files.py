"""What cannot be read is refused with a sentence that names the file and the way out."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from tests.pdf_builder import Page, pdf

from radsassistent import documents
from radsassistent.documents import UnreadableDocumentError
from radsassistent.documents.pictures import slide_picture


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableDocumentError) as refused:
        documents.read(path)
    return str(refused.value)


def test_a_text_file_renamed_to_pdf_is_refused_and_named(tmp_path: Path) -> None:
    path = tmp_path / "notater.pdf"
    path.write_text("Dette er ikke en presentasjon.\n" * 100, encoding="utf-8")
    assert refusal(path) == (
        "notater.pdf: dette er ikke en PDF-fil. Eksporter dokumentet til PDF, og les inn den filen."
    )


@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.9, 0.99])
def test_a_truncated_deck_is_refused_and_named(share: float, tmp_path: Path, february_path: Path) -> None:
    whole = february_path.read_bytes()
    path = tmp_path / "avkortet.pdf"
    path.write_bytes(whole[: int(share * len(whole))])
    assert refusal(path).startswith("avkortet.pdf: filen er skadet eller ufullstendig og kan ikke leses som PDF.")


def test_a_file_of_zero_bytes_is_refused_and_named(tmp_path: Path) -> None:
    path = tmp_path / "tom.pdf"
    path.touch()
    assert refusal(path) == "tom.pdf: filen er tom (0 byte). Eksporter eller last ned dokumentet på nytt."


def protected(path: Path, user: str, owner: str) -> Path:
    writer = PdfWriter()
    writer.append(PdfReader(path))
    writer.encrypt(user_password=user, owner_password=owner, algorithm="AES-256")
    with path.open("wb") as file:
        writer.write(file)
    return path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "liten.pdf"
    path.write_bytes(pdf(Page().text("Møte i Oppdiktet råd", 40, 60, 32)))
    return path


def test_a_pdf_with_a_password_is_refused_and_named(small: Path) -> None:
    assert refusal(protected(small, "hemmelig", "hemmelig")) == (
        "liten.pdf: filen er beskyttet med passord. Lagre en kopi uten passord, og les inn den."
    )


def test_a_pdf_that_anyone_may_open_but_not_change_is_read(small: Path) -> None:
    assert documents.read(protected(small, "", "eier")).slides[0].title == "Møte i Oppdiktet råd"


def test_a_pdf_without_pages_is_refused_and_named(tmp_path: Path) -> None:
    path = tmp_path / "uten-sider.pdf"
    path.write_bytes(pdf())
    assert refusal(path).startswith("uten-sider.pdf: filen har ingen sider.")


def test_a_file_with_only_the_mark_of_a_pdf_is_refused_and_named(tmp_path: Path) -> None:
    path = tmp_path / "merket.pdf"
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 20)
    assert refusal(path).startswith("merket.pdf: filen er skadet eller ufullstendig")


@pytest.mark.parametrize("name", ["vedlegg.docx", "bilder.pptx", "notat.ukjent"])
def test_a_zip_archive_that_is_cut_off_is_refused_and_named(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"PK\x03\x04" + b"\x00" * 200)
    assert refusal(path).startswith(f"{name}: filen er skadet eller ufullstendig og kan ikke leses.")


def test_a_file_that_is_not_there_is_refused_and_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "borte.pdf").startswith("borte.pdf: filen kan ikke åpnes")


def test_a_pdf_is_known_by_its_content_whatever_it_is_called(small: Path) -> None:
    assert documents.read(small.rename(small.with_suffix(".bak"))).slides[0].title == "Møte i Oppdiktet råd"


def test_a_pdf_with_a_few_stray_bytes_before_it_is_read(small: Path) -> None:
    small.write_bytes(b"\r\n" + small.read_bytes())
    assert documents.read(small).slides[0].title == "Møte i Oppdiktet råd"


def test_the_picture_of_a_slide_that_the_file_does_not_have_is_refused(small: Path) -> None:
    with pytest.raises(UnreadableDocumentError, match=r"^liten\.pdf: filen har ikke noe lysbilde 2\.$"):
        slide_picture(small, 2, 400)


def test_the_picture_of_a_slide_in_a_broken_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ødelagt.pdf"
    path.write_bytes(b"%PDF-")
    with pytest.raises(UnreadableDocumentError, match=r"^ødelagt\.pdf: lysbildet kan ikke vises"):
        slide_picture(path, 1, 400)


def test_the_picture_of_a_slide_has_the_width_that_is_asked_for(small: Path) -> None:
    picture = slide_picture(small, 1, 480)
    assert picture.startswith(b"\x89PNG")
    assert (int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])) == (480, 270)
