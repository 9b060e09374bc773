"""Zip archives and other files that are no honest documents: refused before any library opens them, in one clear line."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.office_builder import Deck, docx, odt, with_part, zipped

from radsassistent import documents
from radsassistent.documents import Format, UnreadableDocumentError, package


@pytest.fixture(scope="module")
def deck() -> bytes:
    made = Deck()
    made.slide("Title Only", "Oppdiktet")
    return made.content()


@pytest.fixture(scope="module")
def minutes() -> bytes:
    return docx(lambda file: file.add_heading("Oppdiktet", 1))


@pytest.fixture
def refused(tmp_path: Path) -> Callable[[str, bytes], str]:
    def refusal(name: str, content: bytes) -> str:
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(UnreadableDocumentError) as caught:
            documents.read(path)
        message = str(caught.value)
        assert message.startswith(f"{name}: ")
        assert "\n" not in message
        return message

    return refusal


def bomb(parts: dict[str, int]) -> bytes:
    """A zip of parts of zeros of these sizes, which shrink a thousandfold."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, size in parts.items():
            with archive.open(name, "w", force_zip64=True) as part:
                for _ in range(size // 1_000_000):
                    part.write(bytes(1_000_000))
    return out.getvalue()


@pytest.mark.parametrize("name", ["bombe.pptx", "bombe.docx", "bombe.odt"])
def test_a_file_that_inflates_beyond_the_limit_is_refused_at_once(name: str, refused) -> None:
    content = bomb({f"ppt/slides/slide{number}.bin": 30_000_000 for number in range(11)})
    assert len(content) < 1_000_000
    started = time.perf_counter()
    assert "pakkes ut til mer enn 300 MB" in refused(name, content)
    assert time.perf_counter() - started < 1.0


def test_a_part_that_inflates_a_thousandfold_is_refused(refused) -> None:
    assert "mer enn 200 ganger" in refused("bombe.docx", bomb({"word/document.xml": 20_000_000}))


def test_a_size_that_the_archive_lies_about_is_found_out(refused, deck: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        part = archive.getinfo("ppt/presentation.xml")
    honest, lie = struct.pack("<II", part.compress_size, part.file_size), struct.pack("<II", part.compress_size, 10)
    assert deck.count(honest) == 2
    assert "skadet" in refused("løgn.pptx", deck.replace(honest, lie))


def test_an_archive_of_too_many_parts_is_refused(refused, monkeypatch: pytest.MonkeyPatch, deck: bytes) -> None:
    monkeypatch.setattr(package, "MAX_ENTRIES", 10)
    assert "flere enn 10 deler" in refused("mange.pptx", deck)


@pytest.mark.parametrize(
    "part", ["/etc/passwd", "../../etc/passwd", "ppt/../../x.xml", "ppt\\slides\\x.xml", "C:/x.xml", "..\\x"]
)
def test_a_part_with_a_path_out_of_the_file_is_refused(part: str, refused, deck: bytes) -> None:
    assert "sti ut av filen" in refused("sti.pptx", with_part(deck, part, lambda _: b"<x/>"))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("twin", ["word/document.xml", "WORD/Document.xml"])
def test_two_parts_of_one_name_are_refused(twin: str, refused, minutes: bytes) -> None:
    content = io.BytesIO(minutes)
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr(twin, "<x/>")
    assert "samme navn" in refused("dobbel.docx", content.getvalue())


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("attack", [LAUGHS, OUTSIDE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_xml_with_entities_is_refused_in_each_format(attack: str, encoding: str, refused, deck, minutes) -> None:
    evil = f"{attack}<x>&a;</x>".encode(encoding)
    for name, content, part in (
        ("ond.pptx", deck, "ppt/slides/slide1.xml"),
        ("ond.docx", minutes, "word/document.xml"),
        ("ond.odt", odt("<text:p>x</text:p>"), "content.xml"),
        ("ond.docx", minutes, "word/_rels/document.xml.rels"),
    ):
        assert "DTD eller ENTITY" in refused(name, with_part(content, part, lambda _: evil))


@pytest.mark.parametrize("encoding", ["utf-7", "utf-32", "utf-32-le", "cp037"])
def test_xml_in_an_encoding_that_could_hide_entities_is_refused(encoding: str, refused, minutes: bytes) -> None:
    evil = f'<?xml version="1.0" encoding="{encoding}"?>{LAUGHS}<x>&c;</x>'
    content = evil.encode() if encoding == "utf-7" else evil.encode(encoding)
    refused("kodet.docx", with_part(minutes, "word/document.xml", lambda _: content))


def test_a_part_whose_name_hides_that_it_is_xml_expands_no_entity(tmp_path: Path, minutes: bytes) -> None:
    renamed = with_part(minutes, "word/document.xml", lambda _: None)
    with zipfile.ZipFile(io.BytesIO(minutes)) as archive:
        body = archive.read("word/document.xml").replace(b"Oppdiktet", b"&a;")
    evil = body.replace(b"<w:document", OUTSIDE.encode() + b"<w:document", 1)
    renamed = with_part(renamed, "word/document.dat", lambda _: evil)
    for part in ("[Content_Types].xml", "_rels/.rels"):
        renamed = with_part(renamed, part, lambda old: old.replace(b"word/document.xml", b"word/document.dat"))
    path = tmp_path / "skjult.docx"
    path.write_bytes(renamed)
    try:
        said = documents.read(path).slides[0].text
    except UnreadableDocumentError as error:
        said = str(error)
    assert "root:" not in said


def compound(stream: str) -> bytes:
    """The beginning of an Office 97 file with one stream of this name."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le").ljust(64, b"\x00") + bytes(512)


@pytest.mark.parametrize(
    ("name", "stream", "told"),
    [
        (
            "referat.doc",
            "WordDocument",
            "et eldre Word-dokument (.doc), som ikke kan leses. Lagre den som DOCX eller PDF",
        ),
        ("lysbilder.ppt", "PowerPoint Document", "(.ppt), som ikke kan leses. Lagre den som PPTX eller PDF"),
        ("tall.xls", "Workbook", "et Excel-regneark (.xls), som ikke kan leses. Lagre den som PDF"),
        ("låst.pptx", "EncryptedPackage", "beskyttet med passord. Lagre en kopi uten passord"),
        ("annet.msg", "__substg1.0", "eldre Office-format"),
    ],
)
def test_an_old_or_encrypted_office_file_is_refused_with_the_way_out(
    name: str, stream: str, told: str, refused
) -> None:
    assert told in refused(name, compound(stream))


def test_other_office_files_are_refused_with_the_way_out(refused) -> None:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    sheet = f'<Types xmlns="x"><Override ContentType="{kind}"/>'
    assert "Excel-regneark (.xlsx), som ikke kan leses. Lagre den som PDF" in refused(
        "tall.xlsx", zipped({"[Content_Types].xml": f"{sheet}</Types>", "xl/workbook.xml": "<x/>"})
    )
    assert "Office-dokument av ukjent slag" in refused(
        "a.vsdx", zipped({"[Content_Types].xml": '<Types><Override ContentType="application/vnd.ms-visio"/></Types>'})
    )
    assert "(.odp), som ikke kan leses. Lagre den som PPTX eller PDF" in refused("a.odp", odt("", kind="presentation"))
    assert "(.ods), som ikke kan leses. Lagre den som PDF" in refused("a.ods", odt("", kind="spreadsheet"))
    assert "RTF-dokument" in refused("a.rtf", b"{\\rtf1 Hei}")
    assert "zip-arkiv" in refused("a.zip", zipped({"notat.txt": "hei"}))
    assert "passord" in refused(
        "a.odt", with_part(odt(""), "META-INF/manifest.xml", lambda _: b"<manifest><encryption-data/></manifest>")
    )


@pytest.mark.parametrize("name", ["bilde.png", "program.exe", "notat.txt", "notat.md", "side.html", "fil"])
def test_binary_content_is_refused_whatever_it_is_called(name: str, refused) -> None:
    assert "les" in refused(name, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 10)


def test_text_of_an_unknown_ending_is_refused(refused) -> None:
    assert "filtypen kan ikke leses. Lagre dokumentet som PDF, PPTX" in refused("data.csv", b"a;b\n1;2\n")


def test_content_decides_over_a_wrong_ending(tmp_path: Path, deck: bytes, minutes: bytes) -> None:
    for name, content, form in (
        ("egentlig-pptx.docx", deck, Format.PPTX),
        ("egentlig-docx.pdf", minutes, Format.DOCX),
        ("egentlig-odt.txt", odt("<text:p>x</text:p>"), Format.ODT),
    ):
        (tmp_path / name).write_bytes(content)
        assert documents.read(tmp_path / name).format is form


@pytest.mark.parametrize("share", [0.02, 0.5, 0.9, 0.99])
def test_a_truncated_office_file_is_refused(share: float, refused, deck: bytes, minutes: bytes) -> None:
    for name, content in (("a.pptx", deck), ("a.docx", minutes), ("a.odt", odt("<text:p>x</text:p>"))):
        assert "skadet eller ufullstendig" in refused(name, content[: int(share * len(content))])


def test_a_presentation_without_slides_is_refused(refused) -> None:
    assert "har ingen lysbilder" in refused("tom.pptx", Deck().content())


def test_a_part_that_points_at_itself_or_at_nothing_is_no_endless_walk(tmp_path: Path, minutes: bytes) -> None:
    styles = '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:styles>'.format(
        '<w:style w:styleId="A" w:type="paragraph"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:styleId="B" w:type="paragraph"><w:basedOn w:val="A"/></w:style>'
    )
    content = with_part(minutes, "word/styles.xml", lambda _: styles.encode())
    content = with_part(content, "word/document.xml", lambda part: part.replace(b'"Heading1"', b'"A"'))
    path = tmp_path / "ring.docx"
    path.write_bytes(content)
    assert documents.read(path).slides[0].text == "Oppdiktet"
