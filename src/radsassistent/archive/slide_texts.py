"""The texts of a slide: which say something alone, what each stands under, and how many the embedder reads at once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.documents import Block, BlockKind

# E5 reads 512 tokens, about 350 Norwegian words; longer slides are parted between blocks.
SLIDE_WORDS = 220
# A block of fewer letters than this says nothing alone ("1", "63 %", "x"); it is found through its slide.
UNIT_LETTERS = 8
_NAMED_FIGURE = re.compile(r"[^\W\d_]{2,}[^:]*:\s*\d")
_FIGURE = re.compile(
    r"[+–−-]?\s*\d[\d\s.,:/–-]*(?:%|prosent|kr\.?|kroner|mill\.?|mrd\.?|mill\.?\s+kr(?:oner)?|mrd\.?\s+kr(?:oner)?|år|dager|min\.?)?"
)
_WORD = re.compile(r"[^\W\d_]{4,}")
# A heading stands under another when that one's type is at least this much larger.
LARGER_HEADING = 1.2
# "2025", "2022 - 2024": what a column of a timeline is headed by.
_PERIOD = re.compile(r"(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?")


def says_something(text: str) -> bool:
    """Whether a text can be understood alone: enough letters, or a name with its figure ("DHO: 74,8 mill.")."""
    return sum(map(str.isalpha, text)) >= UNIT_LETTERS or bool(_NAMED_FIGURE.match(text))


def is_figure(block: Block) -> bool:
    """Whether a block is a heading that is a figure with at most a unit: the number of a card ("42", "68,5 mill. kr", "39 %")."""
    return block.kind is BlockKind.HEADING and _FIGURE.fullmatch(block.text.strip()) is not None


def names_something(text: str) -> bool:
    """Whether a text has a word that may be what a figure is of: "omkomne", "for B" has none."""
    return _WORD.search(text) is not None


def distinct(parts: Sequence[str | None]) -> str:
    """The parts that say something, each once, as one line."""
    return ". ".join(dict.fromkeys(part for part in parts if part))


def stands_under(block: Block, other: Block) -> bool:
    """A bullet stands under bullets of lower level, under a heading, and under a line that ends in a colon; a heading under
    a larger one, and under the period of its column (a phase of a timeline under its years).
    """
    if other.group != block.group and other.group is not None:
        return False
    if other.kind is BlockKind.HEADING:
        in_period = other.group is not None and bool(_PERIOD.fullmatch(other.text))
        return block.kind is not BlockKind.HEADING or in_period or other.size > LARGER_HEADING * block.size
    if block.kind is BlockKind.BULLET and other.kind is BlockKind.BULLET:
        return other.level < block.level
    leads_in = other.text.rstrip().endswith(":")
    if block.kind is BlockKind.BULLET:
        return leads_in
    return leads_in and block.kind is BlockKind.PARAGRAPH and not block.text.rstrip().endswith(":")


def parts_of(texts: Sequence[str]) -> list[str]:
    """Join a slide's texts; part them between blocks when they are more than the embedder reads at once."""
    parts: list[list[str]] = [[]]
    words = 0
    for text in texts:
        count = len(re.findall(r"\w+", text))
        if words and words + count > SLIDE_WORDS:
            parts.append([])
            words = 0
        parts[-1].append(text)
        words += count
    return ["\n".join(part) for part in parts]
