"""Where it is kept. In: Documents and the Meetings made of them. Out: passages and vectors, by filter and by nearness.

SQLite is the truth, the FAISS index is derived. Called by search, by the web pages and by the command line.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from radsassistent.archive.archive import (
        Archive,
        EmbedderMismatchError,
        Snapshot,
        UnknownDocumentError,
    )
    from radsassistent.archive.embedders import CouncilEmbedding, embedder
    from radsassistent.archive.parts import Parts
    from radsassistent.archive.passage import Passage, PassageKind
    from radsassistent.archive.summaries import MeetingSummary
    from radsassistent.archive.vector_store import FaissPassageStore

# Loaded when first asked for: LlamaIndex takes more than a second to import, which an ingest of unchanged files, that
# only looks the files up, must not wait for.
_MODULES = {
    "Archive": "archive",
    "EmbedderMismatchError": "archive",
    "MeetingSummary": "summaries",
    "Snapshot": "archive",
    "UnknownDocumentError": "archive",
    "CouncilEmbedding": "embedders",
    "embedder": "embedders",
    "Parts": "parts",
    "Passage": "passage",
    "PassageKind": "passage",
    "FaissPassageStore": "vector_store",
}

__all__ = [
    "Archive",
    "CouncilEmbedding",
    "EmbedderMismatchError",
    "FaissPassageStore",
    "MeetingSummary",
    "Parts",
    "Passage",
    "PassageKind",
    "Snapshot",
    "UnknownDocumentError",
    "embedder",
]


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
