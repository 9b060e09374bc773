"""Whether an archive is whole, told with a remedy for each finding."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import picture, slide, written

from radsassistent.archive import Archive
from radsassistent.archive.examination import Finding, Level, document_pages, examine


@pytest.fixture
def filled(archive: Archive, tmp_path: Path) -> Archive:
    title = slide("Møte i Oppdiktrådet 5. mars 2031")
    archive.put(*written(tmp_path / "ingest", title, picture(), slide("Sak 3/31: Oppdiktet satsing")))
    return archive


def faults(findings: list[Finding]) -> dict[str, Finding]:
    return {finding.subject: finding for finding in findings if finding.level is Level.FAULT}


def look(archive: Archive, embedder: str | None = None) -> list[Finding]:
    return list(examine(archive.directory, embedder or archive.embedder.identity))


def test_a_whole_archive_has_no_fault(filled: Archive) -> None:
    assert faults(look(filled)) == {}


def test_the_slides_are_counted_by_how_they_were_read_and_pictures_are_named(filled: Archive) -> None:
    (document,) = document_pages(filled.directory)
    assert document.counts == {"text": 2, "picture": 1}
    (notice,) = [finding for finding in look(filled) if "ikke lest" in finding.subject]
    assert notice.seen == "bare bilde: 2"
    assert notice.remedy


def test_a_missing_and_a_changed_original_are_faults(filled: Archive) -> None:
    (kept,) = (filled.directory / "files").iterdir()
    kept.write_bytes(b"noe annet")
    assert "endret" in faults(look(filled))["original oppdiktet.pdf"].seen
    kept.unlink()
    assert "mangler" in faults(look(filled))["original oppdiktet.pdf"].seen


def test_another_embedder_is_a_fault_that_names_both(filled: Archive) -> None:
    fault = faults(look(filled, "en annen"))["embedder"]
    assert "en annen" in fault.seen
    assert StemEmbedding().identity in fault.seen


def test_a_database_of_a_newer_program_is_a_fault_and_is_left_alone(filled: Archive) -> None:
    with closing(sqlite3.connect(filled.directory / "archive.db")) as db:
        db.execute("PRAGMA user_version = 99")
    assert faults(look(filled)).keys() == {"skjema"}


def test_a_database_that_is_none_is_a_fault_with_the_way_out(filled: Archive) -> None:
    (filled.directory / "archive.db").write_bytes(b"ikke en database, men lang nok til a vaere en fil")
    assert "sikkerhetskopi" in faults(look(filled))["database"].remedy
    assert document_pages(filled.directory) == []


def test_without_an_archive_none_is_made(tmp_path: Path) -> None:
    (finding,) = examine(tmp_path / "borte", "x")
    assert finding.level is Level.FAULT
    assert not (tmp_path / "borte").exists()
