"""What a question as a whole asks for, by what was learnt from thousands of wordings: "hvem loser oss gjennom ferjesaken?" asks
who presents.

A linear classifier over a question's pieces, words in a row and beginnings, middles and ends of words (the hashing trick,
Weinberger et al. 2009), so that a wording of which no rule knows is understood by those that are like it. Its weights are in
asked_for.npz, made by `python -m radsassistent.evaluation.train_asked_for`, which tells what it is worth.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

FILE = "asked_for.npz"
BUCKETS = 1 << 15
_MOST_WORDS = 3
_FEWEST_LETTERS, _MOST_LETTERS = 2, 5
_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")
_QUESTIONS_KEPT = 2_000


class AskedFor(StrEnum):
    """What may be asked for of the agenda, of the lists of members and of what is proposed; all else is something else."""

    PRESENTER = "presenter"
    TIME = "time"
    LENGTH = "length"
    RESUMING = "resume"
    TYPE = "type"
    CASE = "case"
    MEMBER = "member"
    DECISION = "decision"
    OTHER = "other"


@dataclass(frozen=True, eq=False)
class Classifier:
    """`weights` (buckets, sorts of AskedFor) and `bias` (sorts,), in log-odds."""

    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def chances(self, text: str) -> dict[AskedFor, float]:
        """How likely it is that each is asked for; together 1."""
        buckets, values = pieces(text)
        logits = values @ self.weights[buckets] + self.bias
        odds = np.exp(logits - logits.max())
        return dict(zip(AskedFor, (odds / odds.sum()).tolist(), strict=True))

    def save(self, path: Path) -> None:
        """In 8 bits a weight, with a step for each sort."""
        step = np.maximum(np.abs(self.weights).max(axis=0), 1e-6) / 127
        np.savez_compressed(
            path, weights=np.round(self.weights / step).astype(np.int8), step=step.astype(np.float32), bias=self.bias
        )

    @classmethod
    def read(cls, path: Path) -> Classifier:
        """What `save` wrote."""
        with np.load(path) as kept:
            return cls(kept["weights"].astype(np.float32) * kept["step"], kept["bias"].astype(np.float32))


def pieces(text: str) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """The buckets (pieces,) that a question's pieces fall into, and what each counts for (pieces,): words in a row and parts of
    words together as much as each other, whatever a question's length. Digits are all alike.
    """
    said = _WORD.findall(_DIGITS.sub("0", text.lower()))
    in_a_row = Counter(
        " ".join(said[at : at + n]) for n in range(1, _MOST_WORDS + 1) for at in range(len(said) - n + 1)
    )
    parts: Counter[str] = Counter()
    for word in said:
        whole = f"<{word}>"
        parts.update(
            whole[at : at + n]
            for n in range(_FEWEST_LETTERS, _MOST_LETTERS + 1)
            for at in range(max(len(whole) - n + 1, 0))
        )
    buckets: list[int] = []
    values: list[float] = []
    for sort, counted in (("w", in_a_row), ("c", parts)):
        weighted = [1.0 + math.log(count) for count in counted.values()]
        length = math.sqrt(sum(weight * weight for weight in weighted)) or 1.0
        buckets += [crc32(f"{sort}{piece}".encode()) % BUCKETS for piece in counted]
        values += [weight / length for weight in weighted]
    return np.array(buckets, dtype=np.intp), np.array(values, dtype=np.float32)


@lru_cache(_QUESTIONS_KEPT)
def asked_for(text: str) -> dict[AskedFor, float]:
    """How likely it is that a question asks for each sort of thing, by the classifier that ships with the program."""
    return shipped().chances(text)


@lru_cache(maxsize=1)
def shipped() -> Classifier:
    """The one that ships with the program."""
    with resources.as_file(resources.files("radsassistent.search") / FILE) as path:
        return Classifier.read(path)
