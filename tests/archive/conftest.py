"""Archives in temporary folders."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.council_embedding import StemEmbedding

from radsassistent.archive import Archive, Passage
from radsassistent.archive.draft_reading import DraftReading
from radsassistent.archive.drafts import Draft, DraftFile, Drafts
from radsassistent.archive.passages import passages
from radsassistent.documents import Document, ReadingLimits
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


@pytest.fixture
def drafts(directory: Path, archive: Archive) -> Drafts:
    return Drafts(directory)


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    return tmp_path / "inn"


@pytest.fixture
def hand_in(drafts: Drafts, directory: Path) -> Callable[..., list[Draft]]:
    """Hands files in as somebody, waits until they are read, and gives the drafts that came of them."""

    def handing(files: dict[str, Any], by: str = "kari") -> list[Draft]:
        before = {draft.id for draft in drafts.of(by)}
        draft = drafts.new(by)
        for name, text in files.items():
            content = text if isinstance(text, bytes) else text.encode("utf-8")
            (drafts.files(draft) / name).write_bytes(content)
        drafts.keep(replace(draft, files=tuple(DraftFile(name) for name in files)))
        reading = DraftReading(directory, ReadingLimits)
        reading.start(drafts.one(draft.id, by))
        until = time.monotonic() + 60
        while reading.progress(draft) is not None:
            assert time.monotonic() < until
            time.sleep(0.02)
        return [each for each in drafts.of(by) if each.id not in before]

    return handing
