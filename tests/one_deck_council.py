"""An invented council of one deck in an archive of its own, and conversations about it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.deck_builder import written

from radsassistent.answers import Answer, Assistant, Conversation
from radsassistent.archive import Archive, CouncilEmbedding
from radsassistent.documents import Slide


def assistant_over(deck: Sequence[Slide], folder: Path, embedder: CouncilEmbedding) -> Assistant:
    """An assistant that knows the slides of a deck and nothing else."""
    archive = Archive.open(folder / "arkiv", embedder)
    archive.put(*written(folder / "ingest" / "februar", *deck, name="februar.pdf"))
    return Assistant(archive)


def last(assistant: Assistant, *questions: str) -> Answer:
    """The last of the answers of one conversation."""
    talk = Conversation()
    return [assistant.ask(question, talk) for question in questions][-1]
