"""The database's schema: made, brought up to date, and refused when it is newer or none of ours."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, written

from radsassistent.archive import Archive
from radsassistent.archive import database as schema
from radsassistent.archive.database import ArchiveSchemaError, migrate, migrations
from radsassistent.errors import RadsassistentError


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("PRAGMA user_version").fetchone()[0])


def tables(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as db:
        return {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_an_empty_file_becomes_an_archive_of_the_newest_schema(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    path.touch()
    migrate(path)
    assert version(path) == len(migrations())
    assert {"state", "files", "meetings", "documents", "passages"} <= tables(path)


def test_a_later_schema_is_reached_without_losing_what_is_kept(
    archive: Archive, directory: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.put(*written(tmp_path, slide("Møte i Oppdiktrådet 5. mars 2031"), slide("Om", "Grønne traktorer.")))
    before = archive.snapshot().passages
    later = [*migrations(), "ALTER TABLE meetings ADD COLUMN oppdiktet TEXT NOT NULL DEFAULT 'nei';"]
    monkeypatch.setattr(schema, "migrations", lambda: later)
    opened = Archive.open(directory, StemEmbedding())
    assert version(directory / "archive.db") == len(later)
    assert opened.snapshot().passages == before
    with closing(sqlite3.connect(directory / "archive.db")) as db:
        assert db.execute("SELECT oppdiktet FROM meetings").fetchall() == [("nei",)]


def test_a_migration_that_fails_changes_nothing(
    archive: Archive, directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = directory / "archive.db"
    before = version(path), tables(path)
    broken = [*migrations(), "CREATE TABLE halvveis (id INTEGER); INSERT INTO finnes_ikke VALUES (1);"]
    monkeypatch.setattr(schema, "migrations", lambda: broken)
    with pytest.raises(ArchiveSchemaError, match="finnes_ikke"):
        Archive.open(directory, StemEmbedding())
    assert (version(path), tables(path)) == before


def test_an_archive_of_a_newer_program_is_refused_and_left_alone(archive: Archive, directory: Path) -> None:
    path = directory / "archive.db"
    newer = len(migrations()) + 1
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {newer}")
    with pytest.raises(ArchiveSchemaError, match=r"archive\.db: arkivet er laget av en nyere utgave.*Oppgrader"):
        Archive.open(directory, StemEmbedding())
    assert version(path) == newer


def test_a_file_that_is_no_database_is_refused_and_left_alone(directory: Path) -> None:
    directory.mkdir()
    path = directory / "archive.db"
    path.write_bytes(b"Dette er ingen database. " * 100)
    with pytest.raises(ArchiveSchemaError, match=r"archive\.db: filen kan ikke leses som et arkiv"):
        Archive.open(directory, StemEmbedding())
    assert path.read_bytes() == b"Dette er ingen database. " * 100


def test_a_folder_that_cannot_be_made_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("i veien", encoding="utf-8")
    with pytest.raises(RadsassistentError, match=r"fil.*arkivmappen kan ikke opprettes"):
        Archive.open(tmp_path / "fil" / "arkiv", StemEmbedding())
