"""Archives in temporary folders."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.council_embedding import StemEmbedding

from radsassistent.archive import Archive, Passage
from radsassistent.archive.passages import passages
from radsassistent.documents import Document
from radsassistent.meetings import Meeting


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "arkiv"


@pytest.fixture
def archive(directory: Path, embedding: StemEmbedding) -> Archive:
    return Archive.open(directory, embedding, lock_wait=0.1)


@pytest.fixture(scope="session")
def february_passages(february: Document, february_meeting: Meeting) -> list[Passage]:
    return passages(february_meeting, [february])


@pytest.fixture
def dump(directory: Path) -> Callable[[], Any]:
    """Everything that an archive holds: the rows of its tables and the names and bytes of the kept files."""

    def everything() -> tuple[dict[str, list[Any]], dict[str, bytes]]:
        with closing(sqlite3.connect(directory / "archive.db")) as db:
            tables = [
                name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            ]
            rows = {
                name: db.execute(f"SELECT * FROM {name}").fetchall() for name in tables if name != "sqlite_sequence"
            }
        files = {path.name: path.read_bytes() for path in (directory / "files").iterdir()}
        return rows, files

    return everything
