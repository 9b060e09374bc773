"""An answer as it comes: sentence by sentence for those who show it while a model still writes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from queue import Empty, SimpleQueue
from typing import Protocol

from radsassistent.answers.answer import Answer, Sentence
from radsassistent.search.conversation import Conversation
from radsassistent.search.query import Scope

# Seconds between two looks at whether somebody still waits. A reader who stops an answer is let go within them.
_LOOK = 0.1


class _NobodyListensError(Exception):
    """Whoever wanted the sentences has gone; ends the answering."""


class Asked(Protocol):
    """What answers: an Assistant, or what stands in for one."""

    def ask(
        self,
        question: str,
        conversation: Conversation | None = None,
        scope: Scope | None = None,
        on_sentence: Callable[[Sentence], None] | None = None,
        *,
        internal: bool = True,
    ) -> Answer:
        """As `Assistant.ask`."""


def stream(
    assistant: Asked,
    question: str,
    conversation: Conversation | None = None,
    scope: Scope | None = None,
    *,
    internal: bool = True,
    unwanted: Callable[[], bool] = lambda: False,
) -> Generator[Sentence | Answer]:
    """Each cited sentence once it is verified, in the order of the answer, then the whole Answer, always last.

    Nothing unverified is ever given. Raises what `Assistant.ask` raises. Closing the iterator ends the answering at the model's
    next sentence; the conversation then does not get the turn. So does `unwanted`, once it says so: nothing more is given then.
    """
    queue: SimpleQueue[Sentence | Answer | BaseException] = SimpleQueue()
    gone = threading.Event()

    def pass_on(sentence: Sentence) -> None:
        if gone.is_set():
            raise _NobodyListensError
        queue.put(sentence)

    def answer() -> None:
        try:
            queue.put(assistant.ask(question, conversation, scope, pass_on, internal=internal))
        except BaseException as error:
            queue.put(error)

    threading.Thread(target=answer, name="answering", daemon=True).start()
    try:
        while not unwanted():
            try:
                item = queue.get(timeout=_LOOK)
            except Empty:
                continue
            if isinstance(item, BaseException):
                raise item
            yield item
            if isinstance(item, Answer):
                return
    finally:
        gone.set()
