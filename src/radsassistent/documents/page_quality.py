"""Is the text layer of a page text? Each way of going wrong is a ratio and a limit; the answer is a reason in Norwegian.

Measured with `benchmarks/page_quality.py` on the February deck's slides, NorQuAD's passages and the words of six
languages, and on the same made wrong in the ways below; the figures stand in docs/measurements.md, "Quality of text".
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from radsassistent.documents.letter_pairs import surprise, words_of

# Mean bits a pair of letters: NorQuAD's passages of 100 words have 2.9 to 4.2 (median 3.4, 99th percentile 3.7), the same
# with all letters moved by 1 to 5, 13 or 29 places have 4.9 to 8.5, with letters swapped at random 5.7 (1st percentile).
GARBLED_BITS = 4.6
# A short text strays farther from its mean: three real words reached 5.6 bits over a dozen pairs.
GARBLED_BITS_SHORT = 4.0
# Fewer pairs of letters than this tell nothing: one acronym has as many.
LEAST_PAIRS = 8
# A word of four letters or more with this mean is none: 1 % of NorQuAD's words, 85 % of the same moved by two letters.
NO_WORD_BITS = 5.5
# Where only one of a page's typefaces is coded wrongly the mean is diluted, not the count of words. At most 0.12 on
# pages of 12 words or more in the deck and NorQuAD.
NO_WORD_SHARE = 0.3
NO_WORD_LEAST = 12
# Characters that stand for no letter, as a share of all: a bullet or logo in a symbol font is one or two on a slide.
NO_LETTER_SHARE = 0.05
NO_LETTER_LEAST = 4
# Norwegian running text has 5 to 6 letters a word, a heading of compounds twice that; without spaces a line is a word.
GLUED_MEAN = 18.0
GLUED_LEAST = 5
# The longest words in the deck and in NorQuAD have 28 letters; addresses are longer but not letters alone.
GLUED_RUN = 40
# Glued runs on a page that is otherwise whole are a quotation of an address or a name of a file, not a fault of the page.
GLUED_SHARE = 0.2
_ADDRESS = re.compile(r"[/@\\]|www\.")


@dataclass(frozen=True, slots=True)
class Readability:
    """What was counted on a page: words of four letters and more, those of them that are none, and the mean bits a pair."""

    words: int
    no_words: int
    pairs: int
    bits: float


def readability(texts: Sequence[str]) -> Readability:
    """Count the words of a page. `texts` are its words or lines."""
    words = no_words = 0
    bits: list[int] = []
    for text in texts:
        for word in words_of(text):
            pairs = surprise(word) if len(word) >= 3 else []
            bits += pairs
            if len(pairs) >= 3:
                words += 1
                no_words += sum(pairs) >= NO_WORD_BITS * len(pairs)
    return Readability(words, no_words, len(bits), sum(bits) / len(bits) if bits else 0.0)


def is_garbled(found: Readability) -> bool:
    """Whether the letters follow each other as in no language that documents are written in, on all or much of the page."""
    if found.pairs < LEAST_PAIRS:
        return False
    if found.bits > GARBLED_BITS + GARBLED_BITS_SHORT / math.sqrt(found.pairs):
        return True
    return found.words >= NO_WORD_LEAST and found.no_words > NO_WORD_SHARE * found.words


def no_letters(texts: Sequence[str]) -> tuple[int, int]:
    """How many characters stand for no letter (replacement, private use, control, unassigned), and how many there are."""
    lost = total = 0
    for text in texts:
        # A private-use glyph alone is a bullet or a sign; within a word it stands where a letter should.
        alone = len(text) == 1
        for letter in text:
            total += 1
            lost += letter == "\ufffd" or (unicodedata.category(letter) in ("Co", "Cc", "Cn") and not alone)
    return lost, total


def is_without_letters(lost: int, total: int) -> bool:
    return lost >= NO_LETTER_LEAST and lost > NO_LETTER_SHARE * total


def glued(texts: Sequence[str]) -> tuple[int, float, int]:
    """Words of two letters and more, addresses aside, their mean number of letters, and how many have 40 and more."""
    words = (re.sub(r"[\W\d_]+", "", text) for text in texts if not _ADDRESS.search(text))
    lengths = [len(word) for word in words if len(word) >= 2]
    mean = sum(lengths) / len(lengths) if lengths else 0.0
    return len(lengths), mean, sum(1 for length in lengths if length >= GLUED_RUN)


def is_glued(count: int, mean: float, runs: int) -> bool:
    return (count >= GLUED_LEAST and mean > GLUED_MEAN) or (runs > 0 and runs >= GLUED_SHARE * count)


def fault(texts: Sequence[str]) -> str:
    """Why a page's text is no text, in Norwegian; "" when it is, or when there is too little to tell."""
    lost, total = no_letters(texts)
    if is_without_letters(lost, total):
        return f"teksten er kodet feil ({lost} av {total} tegn er ikke bokstaver)"
    found = readability(texts)
    if is_garbled(found):
        return f"teksten er kodet feil ({found.no_words} av {found.words} ord er ikke ord)"
    count, mean, runs = glued(texts)
    if is_glued(count, mean, runs):
        return f"teksten mangler mellomrom ({count} ord med {mean:.0f} bokstaver i snitt)"
    return ""
