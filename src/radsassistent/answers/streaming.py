"""An answer as it comes: sentence by sentence for those who show it while a model still writes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from queue import SimpleQueue

from radsassistent.answers.answer import Answer, Sentence
from radsassistent.answers.assistant import Assistant
from radsassistent.search.conversation import Conversation
from radsassistent.search.query import Scope


class _NobodyListensError(Exception):
    """Whoever wanted the sentences has gone; ends the answering."""


def stream(
    assistant: Assistant, question: str, conversation: Conversation | None = None, scope: Scope | None = None
) -> Iterator[Sentence | Answer]:
    """Each cited sentence once it is verified, in the order of the answer, then the whole Answer, always last.

    Nothing unverified is ever given. Raises what `Assistant.ask` raises. Closing the iterator ends the answering at the model's
    next sentence; the conversation then does not get the turn.
    """
    queue: SimpleQueue[Sentence | Answer | BaseException] = SimpleQueue()
    gone = threading.Event()

    def pass_on(sentence: Sentence) -> None:
        if gone.is_set():
            raise _NobodyListensError
        queue.put(sentence)

    def answer() -> None:
        try:
            queue.put(assistant.ask(question, conversation, scope, pass_on))
        except BaseException as error:
            queue.put(error)

    threading.Thread(target=answer, name="answering", daemon=True).start()
    try:
        while True:
            item = queue.get()
            if isinstance(item, BaseException):
                raise item
            yield item
            if isinstance(item, Answer):
                return
    finally:
        gone.set()
