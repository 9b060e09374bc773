"""A draft answer: statements with what supports them, before verification."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from radsassistent.archive import Passage


@dataclass(frozen=True, slots=True)
class Support:
    """A passage that a statement rests on and the words that it takes from its slide, verbatim."""

    passage: Passage
    quote: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence and its supports. A statement of the assistant about itself ("Dette er et forslag …") has none.

    `computed` lists numbers that are calculated from the supports and stand on no slide.
    """

    text: str
    support: tuple[Support, ...] = ()
    computed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What one way of answering came to. `confidence` compares drafts of one question; `abstained` says: not in here."""

    statements: tuple[Statement, ...]
    confidence: float
    abstained: bool = False

    @classmethod
    def abstaining(cls, *texts: str | Statement) -> Draft:
        """A draft that says that the documents do not tell."""
        statements = tuple(text if isinstance(text, Statement) else Statement(text) for text in texts)
        return cls(statements, 0.0, abstained=True)


def statement(text: str, passage: Passage, quote: str | None = None) -> Statement:
    """A statement that rests on one passage; its quote is the passage's text unless given."""
    return Statement(text, (Support(passage, quote if quote is not None else passage.text),))


def listed(parts: Sequence[str]) -> str:
    """ "a, b og c"."""
    return " og ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else ""
