"""What all tests share: the February deck, read once, its meeting and archive, the truth about it, and no network."""

from __future__ import annotations

import ipaddress
import json
import logging
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from tests.council_embedding import StemEmbedding
from tests.kept_embedding import KeptEmbedding
from tests.two_councils import two_councils

from radsassistent import documents
from radsassistent.archive import Archive
from radsassistent.documents import Document
from radsassistent.meetings import Meeting, understand

ROOT = Path(__file__).parents[1]
DECK = ROOT / "ingest" / "2026-02-12-portefoljeradet" / "2026-02-12_portefoljeradet.pdf"
TRUTH = ROOT / "tests" / "data" / "2026-02-12-portefoljeradet-truth.json"


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """A connection to another machine fails the test that makes it; this machine may talk to itself."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_local(str(address[0])):
            raise AssertionError(f"a test connects to {address}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


@pytest.fixture(autouse=True)
def _logging_as_it_was() -> Iterator[None]:
    """The program sets up logging once for its process; each test gets the loggers as they were."""
    loggers = [logging.getLogger(), logging.getLogger("radsassistent")]
    before = [(list(logger.handlers), logger.propagate) for logger in loggers]
    yield
    for logger, (handlers, propagate) in zip(loggers, before, strict=True):
        logger.handlers[:], logger.propagate = handlers, propagate


def _is_local(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(scope="session")
def february_path() -> Path:
    return DECK


@pytest.fixture(scope="session")
def february() -> Document:
    return documents.read(DECK)


@pytest.fixture(scope="session")
def february_meeting(february: Document) -> Meeting:
    return understand([february])


@pytest.fixture(scope="session")
def truth() -> dict[str, Any]:
    return dict(json.loads(TRUTH.read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def embeddings_folder(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is kept here is there for the other processes of a run, and for the next run."""
    cache = pytestconfig.cache
    return cache.mkdir("embeddings") if cache else tmp_path_factory.mktemp("embeddings")


@pytest.fixture(scope="session")
def built_in_embedder(embeddings_folder: Path) -> KeptEmbedding:
    return KeptEmbedding(embeddings_folder)


@pytest.fixture(scope="session")
def february_archive(
    february: Document,
    february_path: Path,
    built_in_embedder: KeptEmbedding,
    embeddings_folder: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Archive:
    """The February deck in an archive, with the built-in embedder; made once, only read."""
    archive = Archive.open(tmp_path_factory.mktemp("arkiv-februar"), built_in_embedder)
    # Whoever comes second takes what the first has made, rather than make it at the same time.
    with FileLock(embeddings_folder / "february.lock"):
        archive.put(february, february_path)
    return archive


@pytest.fixture(scope="session")
def councils(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Two invented councils' meetings in an archive, with the small embedder; made once, only read."""
    return two_councils(tmp_path_factory.mktemp("to-organer"), StemEmbedding())


@pytest.fixture
def embedding() -> StemEmbedding:
    return StemEmbedding()
