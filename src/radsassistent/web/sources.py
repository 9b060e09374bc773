"""What the web pages need of the assistant and of the archive, and nothing more; tests stand in for both."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from radsassistent.answers.answer import Answer
from radsassistent.archive import MeetingSummary
from radsassistent.meetings import AgendaItem
from radsassistent.search.conversation import Conversation
from radsassistent.search.query import Scope


class Answering(Protocol):
    """Answers questions; called from several threads at once."""

    def ask(self, question: str, conversation: Conversation | None = None, scope: Scope | None = None) -> Answer:
        """Answer one question, as the next turn of the conversation, from what is in the scope."""


class Library(Protocol):
    """Keeps the documents; called from several threads at once."""

    directory: Path

    def original(self, sha256: str) -> Path:
        """The kept original; a RadsassistentError when there is none."""

    def slide_text(self, sha256: str, slide: int) -> str:
        """What stands on a slide; "" where the archive does not have it."""

    def meetings(self) -> Sequence[MeetingSummary]:
        """All meetings, the newest first."""

    def agenda_items(self) -> Sequence[AgendaItem]:
        """The agenda items of all meetings, the newest meeting first."""
