"""What the web pages need of the assistant and of the archive, and nothing more; tests stand in for both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from radsassistent.answers.answer import Answer
from radsassistent.archive import CouncilEmbedding, MeetingSummary
from radsassistent.meetings import AgendaItem
from radsassistent.search.conversation import Conversation
from radsassistent.search.corpus import Corpus
from radsassistent.search.query import Scope


class Answering(Protocol):
    """Answers questions; called from several threads at once."""

    def ask(self, question: str, conversation: Conversation | None = None, scope: Scope | None = None) -> Answer:
        """Answer one question, as the next turn of the conversation, from what is in the scope."""

    def corpus(self, *, internal: bool = True) -> Corpus:
        """What questions are answered from now; without `internal`, what every reader may see of it."""


class QuestionLog(Protocol):
    """Keeps what was asked and what readers thought of the answers; each may raise a RadsassistentError."""

    def asked(self, by: str, question: str, record: Mapping[str, Any]) -> int:
        """Keep a question with the record of its answer; returns the number to rate it by."""

    def rate(self, number: int, by: str, good: bool, comment: str) -> None:
        """Keep what the one who asked thinks of the answer."""


class Library(Protocol):
    """Keeps the documents; called from several threads at once."""

    directory: Path
    embedder: CouncilEmbedding

    def generation(self) -> int:
        """A number that grows with every change of the archive."""

    def original(self, sha256: str) -> Path:
        """The kept original; a RadsassistentError when there is none."""

    def slide_text(self, sha256: str, slide: int) -> str:
        """What stands on a slide; "" where the archive does not have it."""

    def meetings(self) -> Sequence[MeetingSummary]:
        """All meetings, the newest first."""

    def agenda_items(self) -> Sequence[AgendaItem]:
        """The agenda items of all meetings, the newest meeting first."""
