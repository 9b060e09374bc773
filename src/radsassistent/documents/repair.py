"""A text layer that is coded wrongly in a way that can be undone: the same words, decoded, or none where that is not certain.

Three ways, each seen in exports: a font without a table to Unicode, whose glyph numbers come out as letters moved by a
constant; UTF-8 bytes taken for Windows-1252; and Calibri's ligatures, which Word's PDFs map to unrelated letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from radsassistent.documents.letters import CAPITAL
from radsassistent.documents.page_quality import fault, readability

# How far glyph numbers were found moved from letters: by 29 in TrueType fonts in the usual order (3 is the space, 36 is A),
# by 31 in Type 1 subsets that begin at 1, by a few places in re-encoded ones.
LARGEST_SHIFT = 40
# With as many pairs of letters as this one shift alone gives words: none was undone wrongly on the deck and NorQuAD.
CERTAIN_PAIRS = 40
# Characters that are looked at to find the shift; more change nothing but the time.
SAMPLE = 800
# The mean bits of the right shift, and how far the next best must lie above it.
CERTAIN_BITS = 4.2
CERTAIN_MARGIN = 0.8
# The share of characters that may become other than letters, digits and ordinary signs.
STRAY_SHARE = 0.02

_ORDINARY = re.compile(r"[\w .,:;!?()\[\]/\\%&+\-–—*=<>'\"«»“”’§@#|_•·°½…€$]", re.UNICODE)
_CAPITALISED = re.compile(rf"{CAPITAL}[a-zæøåäö]")
# The glyphs 98 to 225 of a TrueType font in the usual order follow Mac Roman from 128 on, less one for DEL.
_MAC_FIRST, _MAC_STEP, _TRUETYPE_SHIFT = 98, 30, 29


@dataclass(frozen=True, slots=True)
class Repair:
    """Decoded texts, one for each given, and what was undone, in Norwegian."""

    texts: tuple[str, ...]
    reason: str


def repair(texts: Sequence[str]) -> Repair | None:
    """Undo what made the texts of a page wrong, where it is certain; None where it is not."""
    return _as_utf8(texts) or _moved_back(texts)


def _as_utf8(texts: Sequence[str]) -> Repair | None:
    """Two odd signs back to one letter: that wrong text is UTF-8 as Windows-1252 bytes can have come about in no other way."""
    decoded = tuple(mojibake_undone(text) for text in texts)
    if decoded == tuple(texts) or fault(decoded):
        return None
    return Repair(decoded, "teksten var kodet feil (UTF-8 lest som Windows-1252) og er rettet")


def mojibake_undone(text: str) -> str:
    """The text as UTF-8 when its characters, as Windows-1252 bytes, are UTF-8 beyond ASCII; else as it is."""
    if text.isascii():
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def _moved_back(texts: Sequence[str]) -> Repair | None:
    """The one shift whose result is words, when no other comes near. A sample of the page tells which."""
    sample = " ".join(texts)[:SAMPLE].split(" ")
    found: list[tuple[float, int]] = []
    for step in range(-LARGEST_SHIFT, LARGEST_SHIFT + 1):
        moved = [_moved(text, step) for text in sample] if step else []
        if not moved or _is_strange(moved) or not _is_cased(moved):
            continue
        counted = readability(" ".join(moved).split())
        if counted.pairs >= CERTAIN_PAIRS:
            found.append((counted.bits, step))
    found.sort()
    if not found or found[0][0] > CERTAIN_BITS:
        return None
    if len(found) > 1 and found[1][0] - found[0][0] < CERTAIN_MARGIN:
        return None
    step = found[0][1]
    moved = [_moved(text, step) for text in texts]
    # A space may have been coded as a letter, and be one only now.
    if _is_strange(moved) or fault(" ".join(moved).split()):
        return None
    return Repair(tuple(moved), f"teksten var kodet feil (alle tegn forskjøvet med {abs(step)}) og er rettet")


def _moved(text: str, step: int) -> str:
    return "".join(_letter(ord(letter), step) for letter in text)


def _letter(code: int, step: int) -> str:
    if step == _TRUETYPE_SHIFT and _MAC_FIRST <= code < 256 - _MAC_STEP:
        return bytes([code + _MAC_STEP]).decode("mac_roman")
    return chr(code + step) if code + step >= 32 else "\ufffd"


def _is_strange(texts: Sequence[str]) -> bool:
    text = "".join(texts)
    return sum(1 for letter in text if not _ORDINARY.match(letter)) > STRAY_SHARE * len(text)


def _is_cased(texts: Sequence[str]) -> bool:
    """Mostly small letters, and a capital before one: 32 places away stand the same words in the other case."""
    text = "".join(texts)
    small = sum(1 for letter in text if letter.islower())
    return small > 0.6 * sum(1 for letter in text if letter.isalpha()) and bool(_CAPITALISED.search(text))


# Calibri's ligatures as Word's PDF export codes them: between small letters no language here has these characters.
_LIGATURES = {"Ɵ": "ti", "Ʃ": "tt", "ƫ": "tti"}
_LIGATURE = re.compile(r"(?<=[a-zæøå])[ƟƩƫ]|[ƟƩƫ](?=[a-zæøå])")


def ligatures_undone(text: str) -> str:
    """ "innsƟlling" to "innstilling"."""
    return _LIGATURE.sub(lambda found: _LIGATURES[found[0]], text)
