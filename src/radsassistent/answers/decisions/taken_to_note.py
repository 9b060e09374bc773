"""Proposals that take a case to note: how a question asks for them, alone or not, and whether one does."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TO_NOTE = re.compile(
    r"\b(?:(?:til|ren|rein|rene|reine|bare|berre|kun)\s+"
    r"(?P<how>orientering|etterretning|vit[ae]nde|informasjon|opplysning|opplysing)|"
    r"(?:to|for|takes?|taken|taking)\s+(?:\w+\s+)?(?P<english>note|information))\b",
    re.IGNORECASE,
)
_TAKEN = {
    "orientering": ("til orientering",),
    "etterretning": ("til etterretning",),
    "informasjon": ("til orientering", "til informasjon"),
    "opplysning": ("til orientering", "til etterretning"),
    "opplysing": ("til orientering", "til etterretning"),
    "information": ("til orientering",),
    "note": ("til orientering", "til etterretning"),
}
_TAKEN_ELSE = ("til vitende", "til vitande")
# Nothing besides is proposed: "ren orientering", "og ikke noe mer".
_PURE = re.compile(r"\b(?:ren|rein|rene|reine)\b", re.IGNORECASE)
_NOTHING_ELSE = re.compile(
    r"[\s,]*\b(?:(?:og|and)\s+)?(?:(?:ikke|ikkje)\s+(?:noe|noko)\s+(?:mer|meir|annet|anna|mere)|"
    r"(?:ingenting|inkje)\s+(?:annet|anna|mer|meir)|nothing\s+(?:else|more))\b",
    re.IGNORECASE,
)
# "Til etterretning og ikke til orientering": what is denied beside what is asked for only sets it off.
_CONTRAST = re.compile(
    r"[\s,]+(?:(?:og|men|and|but)\s+)?(?:ikke|ikkje|not)\s+(?:(?:bare|berre|kun|only|just)\s+)?(?:til|to|for)\s+\w+|"
    r"\s+(?:i\s+stedet|istedenfor|framfor|rather\s+than|instead\s+of)\b[^?]*",
    re.IGNORECASE,
)
_TAKES = re.compile(r"^\W*(?:\S+\s+){1,5}?til\s+\w+\W*$", re.IGNORECASE)


def without_contrast(text: str) -> str:
    """A text that asks what is taken to note, without what only sets that off."""
    if _TO_NOTE.search(text) is None:
        return text
    text = _NOTHING_ELSE.sub(" ", text)
    bare = _CONTRAST.sub(" ", text)
    return bare if _TO_NOTE.search(bare) else text


def asks_alone(text: str) -> bool:
    """Whether a text asks for what takes a case to note and says nothing else."""
    return _TO_NOTE.search(text) is not None and bool(_PURE.search(text) or _NOTHING_ELSE.search(text))


def taken_to_note(text: str) -> tuple[tuple[str, ...], str] | None:
    """The words by which proposals say what a text asks for, and the text without asking for it; None where it does not."""
    match = _TO_NOTE.search(text)
    if match is None:
        return None
    return _TAKEN.get((match["how"] or match["english"]).lower(), _TAKEN_ELSE), text.replace(match[0], " ")


def only_takes(lines: Sequence[str]) -> bool:
    """Whether each line of a proposal takes the case to note and says nothing else."""
    return all(_TAKES.match(line) is not None for line in lines)
