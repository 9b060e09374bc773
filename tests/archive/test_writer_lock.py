"""One writer at a time, and a lock that names its holder."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, written

from radsassistent.archive import Archive
from radsassistent.archive.writer_lock import ArchiveLockedError, writing

HOLD = """
import sys
from pathlib import Path
from radsassistent.archive.writer_lock import writing
with writing(Path(sys.argv[1]), 5):
    print("holder", flush=True)
    sys.stdin.readline()
"""
DECK = (slide("Møte i Oppdiktrådet 5. mars 2031"), slide("Om satsingen", "Grønne traktorer."))


@pytest.fixture
def holder(archive: Archive, directory: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that writes to the archive."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(directory)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "holder\n"
        yield process
        process.kill()


def test_a_second_writer_is_refused_and_told_who_writes(
    holder: subprocess.Popen[str], archive: Archive, tmp_path: Path
) -> None:
    with pytest.raises(ArchiveLockedError) as refused:
        archive.put(*written(tmp_path, *DECK))
    assert f"(prosess {holder.pid} på " in str(refused.value)
    assert str(refused.value).startswith("Arkivet er opptatt: ")
    with pytest.raises(ArchiveLockedError):
        archive.remove("oppdiktet.pdf")
    assert archive.meetings() == []


def test_readers_read_while_another_process_writes(holder: subprocess.Popen[str], directory: Path) -> None:
    assert Archive.open(directory, StemEmbedding(), create=False).snapshot().passages == {}


def test_a_killed_writer_blocks_nobody(holder: subprocess.Popen[str], archive: Archive, tmp_path: Path) -> None:
    holder.kill()
    holder.wait()
    archive.put(*written(tmp_path, *DECK))
    assert len(archive.meetings()) == 1


def test_the_lock_is_free_again_after_a_write_that_failed(archive: Archive, directory: Path, tmp_path: Path) -> None:
    made, path = written(tmp_path, *DECK)
    with pytest.raises(FileNotFoundError):
        archive.put(made, path.with_name("borte.pdf"))
    archive.put(made, path)
    assert not (directory / "write.lock.holder").exists()


def test_a_lock_whose_holder_has_not_said_who_it_is_is_still_told(archive: Archive, directory: Path) -> None:
    with writing(directory, 0):
        (directory / "write.lock.holder").write_text("{", encoding="utf-8")
        with pytest.raises(ArchiveLockedError, match=r"^Arkivet er opptatt: en annen prosess skriver til det\."):
            archive.remove("oppdiktet.pdf")
