"""Rerankers: cross-encoders that read a question and a passage together, for those who have one.

Optional; without one the ranker's order stands. Any sentence-transformers CrossEncoder, by its name or a local path.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from radsassistent.errors import RadsassistentError
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.rank import by_slide

# So many of the likeliest passages are read: the right slide is among the first five for 0.99 of the questions, and a small
# cross-encoder reads some fifty passages a second on a laptop.
READ = 20


class RerankerUnavailableError(RadsassistentError):
    """The reranker asked for is not installed or its model cannot be found; the message says how to get it."""


class Reranker(Protocol):
    """What reads a question and a passage together."""

    def log_odds(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """How well each text answers the question, (texts,); only their differences count."""
        ...


def reread(query: Query, hits: Sequence[Hit], reranker: Reranker) -> list[Hit]:
    """The ranked hits with the chances of the likeliest of them as ranker and reranker see them together.

    The product of what both say, normalised (Hinton 2002, "Training Products of Experts"): where the reranker is indifferent the
    order stays. How likely it is that nothing answers is left to the ranker, which was measured for it.
    """
    order = sorted((hit for hit in hits if hit.chance > 0.0), key=lambda hit: -hit.chance)[:READ]
    if len(order) < 2:
        return list(hits)
    said = reranker.log_odds(query.text, [hit.passage.embedded_text for hit in order])
    before = np.array([hit.chance for hit in order])
    odds = before * np.exp(said - said.max()).astype(np.float64)
    if not odds.sum() > 0.0:
        return list(hits)
    chances = dict(zip((hit.passage.id for hit in order), (before.sum() * odds / odds.sum()).tolist(), strict=True))
    anew = [hit._replace(chance=chances.get(hit.passage.id, hit.chance)) for hit in hits]
    likely = sorted((hit for hit in anew if hit.chance > 0.0), key=lambda hit: -hit.chance)
    return [*by_slide(likely), *(hit for hit in anew if not hit.chance > 0.0)]


class CrossEncoderReranker:
    """A sentence-transformers CrossEncoder (Nogueira and Cho 2019, "Passage Re-ranking with BERT"), loaded at the first question.

    A model that is on disk is never looked for on the network.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = threading.Lock()
        self._model: Any = None

    def log_odds(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """What the model says before any squashing, (texts,); of models with several classes, that of the last.

        Raises RerankerUnavailableError where it cannot be loaded.
        """
        with self._lock:
            self._model = self._model or _cross_encoder(self._name)
            pairs = [(question, text) for text in texts]
            said = self._model.predict(pairs, show_progress_bar=False, convert_to_numpy=True)
        return np.asarray(said, dtype=np.float32).reshape(len(texts), -1)[:, -1]


def _cross_encoder(name: str) -> Any:
    try:
        from sentence_transformers import CrossEncoder
        from torch.nn import Identity
    except ImportError as error:
        raise RerankerUnavailableError(
            f"Rerankeren «{name}» trenger pakken sentence-transformers. Installer «radsassistent[models]», "
            "eller ta bort innstillingen «reranker»."
        ) from error
    for here in (True, False):
        try:
            return CrossEncoder(name, local_files_only=here, device="cpu", activation_fn=Identity())
        except (OSError, ValueError) as error:
            missing = error
    raise RerankerUnavailableError(
        f"Rerankeren «{name}» finnes verken som mappe, i det lokale modellageret eller på nettet. "
        "Sjekk navnet, eller oppgi mappen som modellen ligger i."
    ) from missing


def reranker(name: str | None) -> Reranker | None:
    """The reranker of a name, a hub name or a folder; None for none.

    Raises RerankerUnavailableError when it is neither, or when sentence-transformers is not installed.
    """
    if name is None:
        return None
    if not ("/" in name or "\\" in name or Path(name).is_dir()):
        raise RerankerUnavailableError(
            f"Ukjent reranker: «{name}». Oppgi navnet på en kryssenkoder for sentence-transformers "
            "(for eksempel BAAI/bge-reranker-v2-m3) eller mappen som den ligger i."
        )
    return CrossEncoderReranker(name)
