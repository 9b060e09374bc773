"""What questions are answered from: the corpus of the archive as it is now, made once for each of its generations."""

from __future__ import annotations

import threading

from radsassistent.archive import Archive
from radsassistent.errors import RadsassistentError
from radsassistent.search.corpus import Corpus


class EmptyArchiveError(RadsassistentError):
    """There is nothing to answer from yet."""


class Corpora:
    """The corpora of an archive for several threads: with its internal documents, and as if it had none."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._preparing = threading.Lock()
        # By whether internal documents are in it; one for both where there are none.
        self._made: dict[bool, Corpus] = {}

    def current(self, *, internal: bool) -> Corpus:
        """The corpus of the archive's newest generation. Raises EmptyArchiveError."""
        snapshot = self._archive.snapshot()
        corpus = self._made.get(internal)
        if corpus is None or corpus.snapshot.generation != snapshot.generation:
            with self._preparing:
                corpus = self._made.get(internal)
                if corpus is None or corpus.snapshot.generation != snapshot.generation:
                    corpus = Corpus.of(snapshot, internal=internal)
                    held = {True, False} if not snapshot.internal else {internal}
                    self._made |= dict.fromkeys(held, corpus)
        if not corpus.passages:
            raise EmptyArchiveError("Arkivet er tomt. Les inn dokumenter med «radsassistent ingest», og spør igjen.")
        return corpus
