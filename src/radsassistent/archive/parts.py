"""What is embedded of passages besides the whole: their own texts without context, and their words.

A question is often nearer to a bullet alone than to the bullet under its title, and asks in other words than the slide's
(docs/measurements.md, "Ranker").
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from radsassistent.archive.embedders import CouncilEmbedding
from radsassistent.archive.passage import Passage, PassageKind
from radsassistent.archive.records import load_passages
from radsassistent.meetings.stems import STOP_WORDS, words

# Words of questions that are no words of the archive are embedded once, until so many are known.
MOST_ASKED = 10_000


@dataclass(frozen=True)
class Parts:
    """The embeddings of parts, (dimensions,) each, normalised. An archive that an earlier version made has none."""

    kept: Mapping[str, NDArray[np.float16]]
    embedder: CouncilEmbedding
    _asked: dict[str, NDArray[np.float32]] = field(default_factory=dict)

    def known(self, text: str) -> NDArray[np.float32] | None:
        """The embedding of a text that the archive keeps one of."""
        found = self.kept.get(text_hash(text))
        return None if found is None else found.astype(np.float32)

    def asked(self, asked: Sequence[str]) -> list[NDArray[np.float32]]:
        """The embeddings of words of a question, some of which may be no words of the archive."""
        at_hand = ((word, self.known(word)) for word in asked)
        looked_up = {word: self._asked.get(word) if vector is None else vector for word, vector in at_hand}
        found = {word: vector for word, vector in looked_up.items() if vector is not None}
        missing = [word for word in looked_up if word not in found]
        if missing:
            made = np.array(self.embedder.word_embeddings(missing), dtype=np.float32)
            found.update(zip(missing, made, strict=True))
            # Other threads read these too; what this one needs it holds itself.
            if len(self._asked) > MOST_ASKED:
                self._asked.clear()
            self._asked.update((word, found[word]) for word in missing)
        return [found[word] for word in asked]


def parts_of(passages: Iterable[Passage]) -> set[str]:
    """The own texts and the words of passages."""
    found: set[str] = set()
    for passage in passages:
        found.update(telling_words(passage.embedded_text))
        if has_own_text(passage):
            found.add(passage.text)
    return found


def has_own_text(passage: Passage) -> bool:
    """Whether a passage's own text is embedded beside the whole: a slide's is nearly the whole."""
    return bool(passage.context) and passage.kind is not PassageKind.SLIDE


def telling_words(text: str) -> list[str]:
    """The words of a text that can be asked for by another word: no numbers, no function words; each once, in order."""
    return [word for word in dict.fromkeys(words(text)) if word not in STOP_WORDS and len(word) > 1 and _is_word(word)]


def _is_word(token: str) -> bool:
    return any(letter.isalpha() for letter in token)


def text_hash(text: str) -> str:
    """What a text's embedding is kept under: its SHA-256 (hex)."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def load_parts(db: sqlite3.Connection) -> dict[str, NDArray[np.float16]]:
    """All embeddings of parts, by the hashes of their texts."""
    rows = db.execute("SELECT text_hash, embedding FROM parts")
    return {row["text_hash"]: np.frombuffer(row["embedding"], dtype="<f2") for row in rows}


def insert_parts(db: sqlite3.Connection, embeddings: Mapping[str, bytes]) -> None:
    """Keep embeddings (float16, little-endian) by the hashes of their texts; those that are kept already stay."""
    db.executemany(
        "INSERT INTO parts (text_hash, embedding) VALUES (?, ?) ON CONFLICT (text_hash) DO NOTHING", embeddings.items()
    )


def delete_unused_parts(db: sqlite3.Connection) -> None:
    """Delete what is no part of the archive's passages any longer."""
    used = {text_hash(text) for text in parts_of(load_passages(db)[0])}
    kept = [row["text_hash"] for row in db.execute("SELECT text_hash FROM parts")]
    db.executemany("DELETE FROM parts WHERE text_hash = ?", [(each,) for each in kept if each not in used])
