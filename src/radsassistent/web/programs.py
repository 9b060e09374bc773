"""What other programs may have done: search, ask, and read decisions. The API and the MCP tools both call this.

A reader sees here what they see on the pages, and nothing of it is told to anyone else.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from radsassistent.answers.corpora import EmptyArchiveError
from radsassistent.answers.register import Register, Sought
from radsassistent.archive.register import Status
from radsassistent.errors import UsageError
from radsassistent.search.conversation import Conversation
from radsassistent.web import texts
from radsassistent.web.access import Access, Reader
from radsassistent.web.api_types import (
    AskRequest,
    AskResponse,
    DecisionGiven,
    DecisionsRequest,
    DecisionsResponse,
    SearchRequest,
    SearchResponse,
)
from radsassistent.web.sources import Answering, Library

logger = logging.getLogger(__name__)


class ProblemError(Exception):
    """What a program is told: an HTTP status, and one Norwegian sentence that says what to do."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail


@contextmanager
def _told() -> Iterator[None]:
    """Let a program know kindly what went wrong; what nobody expected goes to the log and to nobody else."""
    try:
        yield
    except ProblemError:
        raise
    except UsageError as error:
        raise ProblemError(400, str(error)) from error
    except EmptyArchiveError as error:
        raise ProblemError(503, texts.EMPTY_FOR_PROGRAMS) from error
    except Exception as error:
        logger.exception("Et program kunne ikke betjenes.")
        raise ProblemError(500, texts.UNEXPECTED) from error


class Programs:
    """The three abilities over one assistant and archive. Called from several threads. All raise ProblemError alone."""

    def __init__(self, assistant: Answering, archive: Library, access: Access) -> None:
        self._assistant = assistant
        self._archive = archive
        self._access = access
        self._register = Register(archive, assistant)

    @_told()
    def search(self, request: Any, wanted: SearchRequest) -> SearchResponse:
        """The slides that a question is likeliest to be answered by."""
        reader = self.reader(request)
        found = self._assistant.find(wanted.question, wanted.scope.scope(), wanted.limit, internal=reader.internal)
        return SearchResponse.of(wanted.question, found)

    @_told()
    def ask(self, request: Any, wanted: AskRequest) -> AskResponse:
        """The answer to a question. The conversation's earlier questions are asked first, for the follow-up to lean on."""
        internal, scope = self.reader(request).internal, wanted.scope.scope()
        conversation = Conversation()
        for earlier in wanted.conversation:
            self._assistant.ask(earlier, conversation, scope, internal=internal)
        return AskResponse.of(self._assistant.ask(wanted.question, conversation, scope, internal=internal))

    @_told()
    def decisions(self, request: Any, wanted: DecisionsRequest) -> DecisionsResponse:
        """The rows of the register that are wanted."""
        reader = self.reader(request)
        sought = Sought(
            text=wanted.q or "",
            body=wanted.body or "",
            case=wanted.case or "",
            statuses=(Status(wanted.status),) if wanted.status else (),
            since=wanted.since,
            until=wanted.until,
        )
        rows = self._register.entries(internal=reader.internal)
        if wanted.meeting is not None:
            rows = [row for row in rows if row.date == wanted.meeting.isoformat()]
        found = self._register.among(rows, sought, internal=reader.internal)
        return DecisionsResponse(total=len(found), decisions=[DecisionGiven.of(row) for row in found[: wanted.limit]])

    def reader(self, request: Any) -> Reader:
        """Whom the program is let in for; `request` is Gradio's or Starlette's."""
        reader = self._access.reader(request)
        if reader is None:
            raise ProblemError(401, texts.LOG_IN_FIRST)
        return reader
