"""One chat of one browser session: what was asked, what was answered, and what to say when that did not work."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field

from radsassistent.answers.answer import Answer
from radsassistent.errors import RadsassistentError
from radsassistent.search.conversation import Conversation
from radsassistent.web import texts
from radsassistent.web.sources import Answering

logger = logging.getLogger(__name__)


@dataclass
class Chat:
    """The answers so far, the oldest first, and the conversation that the assistant reads follow-ups in."""

    answers: list[Answer] = field(default_factory=list)
    conversation: Conversation = field(default_factory=Conversation)


def exchange(assistant: Answering, chat: Chat, question: str, *, internal: bool = True) -> str | None:
    """Ask the next question of a chat. None when it was answered, else a sentence that tells the member why not.

    Without `internal`, as if the archive had no internal documents.

    A question that was not answered leaves the chat as it was. Whatever the assistant raises, the member gets a kind
    sentence; what nobody expected goes to the log with its traceback.
    """
    if not question.strip():
        return texts.EMPTY_QUESTION
    try:
        answer = assistant.ask(question, chat.conversation, internal=internal)
    except RadsassistentError as error:
        return str(error)
    except Exception:
        logger.exception("Et spørsmål kunne ikke besvares.")
        return texts.UNEXPECTED
    chat.answers.append(answer)
    return None
