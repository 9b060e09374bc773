"""A draft answer: statements with what supports them, before verification."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from radsassistent.answers.answer import Note
from radsassistent.archive import Passage
from radsassistent.search.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Support:
    """A passage that a statement rests on and the words that it takes from its slide, verbatim."""

    passage: Passage
    quote: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence and its supports. A statement of the assistant about itself ("Dette er et forslag …") has none.

    `computed` lists numbers that are calculated from the supports and stand on no slide; `note` is what must not be overlooked.
    """

    text: str
    support: tuple[Support, ...] = ()
    computed: tuple[str, ...] = ()
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What one way of answering came to; `abstained` says: not in here. `rejected` counts what was left out as unverifiable.

    `worded`: by a language model; a quotation in such a statement does not bear out the rest of it.
    """

    statements: tuple[Statement, ...]
    abstained: bool = False
    rejected: int = 0
    worded: bool = False

    @classmethod
    def abstaining(cls, *texts: str | Statement) -> Draft:
        """A draft that says that the documents do not tell."""
        statements = tuple(text if isinstance(text, Statement) else Statement(text) for text in texts)
        return cls(statements, abstained=True)


def statement(text: str, passage: Passage, quote: str | None = None) -> Statement:
    """A statement that rests on one passage; its quote is the passage's text unless given."""
    return Statement(text, (Support(passage, quote if quote is not None else passage.text),))


def quotable(passage: Passage, corpus: Corpus) -> str:
    """Words of a passage that stand on its slide as they are: its longest such line, else what names it."""
    slide = " ".join(corpus.slide_text(passage.sha256, passage.slide).split())
    data = passage.data
    named = [str(data[key]) for key in ("title", "name", "label") if data.get(key)]
    lines = sorted(passage.text.split("\n"), key=len, reverse=True)
    return next((text for text in (*lines, *named) if text.strip() and " ".join(text.split()) in slide), "")


def listed(parts: Sequence[str]) -> str:
    """ "a, b og c"."""
    return " og ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else ""
