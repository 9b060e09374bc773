"""What the assistant says: sentences, each with the slides that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from radsassistent.meetings.case_numbers import named_case
from radsassistent.search.query import Scope


@dataclass(frozen=True, slots=True)
class Citation:
    """A place that a statement rests on. `quote` stands verbatim on the slide; `sha256` names the exact file version.

    `meeting` is the ISO date of the meeting, "" when unknown; `case` is "5/26" or None outside the cases.
    """

    body: str
    meeting: str
    case: str | None
    document: str
    sha256: str
    slide: int
    quote: str

    @property
    def label(self) -> str:
        """As it is shown: "sak 5/26, lysbilde 71"; "lysbilde 2" outside the cases."""
        return f"{named_case(self.case)}, lysbilde {self.slide}" if self.case else f"lysbilde {self.slide}"

    @property
    def meeting_label(self) -> str:
        """Body and date in Norwegian: "Porteføljerådet 12.02.2026"."""
        return f"{self.body} {date.fromisoformat(self.meeting):%d.%m.%Y}" if self.meeting else self.body


class Note(StrEnum):
    """What a reader must not overlook in a sentence."""

    CONFLICT = "conflict"  # another slide says otherwise
    PROPOSAL = "proposal"  # proposed, not decided


@dataclass(frozen=True, slots=True)
class Sentence:
    """One statement with its citations; only what the assistant says of itself (an abstention) has none."""

    text: str
    citations: tuple[Citation, ...] = ()
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A slide that the search found, with its score (higher is better; comparable within one question only)."""

    document: str
    case: str | None
    slide: int
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question. `understood` says in Norwegian what was searched for; `ms` holds timings by step.

    `abstained`: the documents do not say; the sentences then tell so, and what is nearest. `scope` is what was searched in,
    as the question or the reader narrowed it down; `rejected` the number of statements that verification removed.
    """

    question: str
    sentences: tuple[Sentence, ...]
    abstained: bool
    understood: str
    retrieved: tuple[Retrieved, ...]
    ms: Mapping[str, float]
    scope: Scope = field(default_factory=Scope)
    rejected: int = 0

    @property
    def text(self) -> str:
        """All sentences as one text, a sentence of its own line where it is an item of a list."""
        return "\n".join(sentence.text for sentence in self.sentences)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Each cited slide once for each case that it is cited for, in the order of the answer, with its first quote.

        One slide of the agenda holds many cases.
        """
        seen: dict[tuple[str, int, str | None], Citation] = {}
        for sentence in self.sentences:
            for citation in sentence.citations:
                seen.setdefault((citation.sha256, citation.slide, citation.case), citation)
        return tuple(seen.values())

    def record(self, identifier: str | None = None) -> dict[str, Any]:
        """The answer as the record that batch runs and other programs read."""
        return {
            "id": identifier,
            "question": self.question,
            "answer": self.text,
            "abstained": self.abstained,
            "citations": [
                {
                    "body": c.body,
                    "meeting": c.meeting,
                    "case": c.case,
                    "document": c.document,
                    "slide": c.slide,
                    "quote": c.quote,
                }
                for c in self.citations
            ],
            "retrieved": [
                {"document": r.document, "case": r.case, "slide": r.slide, "score": round(r.score, 4)}
                for r in self.retrieved[:10]
            ],
            "ms": {step: round(value, 1) for step, value in self.ms.items()},
            "rejected": self.rejected,
        }
