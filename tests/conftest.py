"""What all tests share: the February deck, read once, its meeting and passages, the truth about it, and no network."""

from __future__ import annotations

import ipaddress
import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.council_embedding import StemEmbedding

from radsassistent import documents
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


@pytest.fixture
def embedding() -> StemEmbedding:
    return StemEmbedding()
