"""One chat of one browser tab: what was asked, what was answered, and what to say when that did not work."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, field

from radsassistent.answers.answer import Answer, Sentence
from radsassistent.answers.assistant import LONGEST_QUESTION
from radsassistent.answers.streaming import stream
from radsassistent.errors import RadsassistentError
from radsassistent.search.conversation import Conversation
from radsassistent.search.query import Scope
from radsassistent.web.follow_ups import FollowUp
from radsassistent.web.language import Translator
from radsassistent.web.sources import Answering

logger = logging.getLogger(__name__)

# Turns that are asked again where a chat is not kept any more. A language model may take long for each.
MOST_RESTORED = 4


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with its answer.

    `alone` is the question with what it took over from those before, for a link. `scope` is what the reader narrowed the
    search down to. `number` is the answer's in the log of what was asked, None where nothing is logged; `good` how the
    reader rated it.
    """

    answer: Answer
    alone: str
    scope: Scope = field(default_factory=Scope)
    number: int | None = None
    good: bool | None = None
    follow_ups: tuple[FollowUp, ...] = ()


@dataclass
class Chat:
    """The exchanges so far, the oldest first, and the conversation that the assistant reads follow-ups in.

    The conversation has a turn for each exchange. `asking` counts what was asked and stopped, so that an answer that comes
    after the reader has stopped it is not taken in; `asked` is the question that was asked last, `key` what
    the chat is kept under (`kept_chats.py`).
    """

    exchanges: list[Exchange] = field(default_factory=list)
    conversation: Conversation = field(default_factory=Conversation)
    asking: int = 0
    asked: str = ""
    key: str = ""

    def before(self, place: int | None) -> Conversation:
        """A copy of the conversation before the exchange at a place; of all of it for None."""
        return Conversation(list(self.conversation.turns[:place]))

    def stop(self) -> None:
        """Whatever is being answered is not wanted any more."""
        self.asking += 1


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. `again` is the place of the exchange that it asks anew, None for the next question."""

    text: str
    scope: Scope = field(default_factory=Scope)
    again: int | None = None


class NotAnsweredError(Exception):
    """A question that was not answered; the message is a kind sentence for the reader, in their language."""


def answers(
    assistant: Answering, chat: Chat, question: Question, t: Translator, *, internal: bool = True
) -> Iterator[Answer]:
    """The answer as far as it has come, and last the whole, which then is the chat's newest exchange.

    Without `internal`, as if the archive had no internal documents. Asking the last exchange anew takes its place. A
    question that was not answered leaves the chat as it was and raises NotAnsweredError; what nobody expected goes to the
    log with its traceback. What is stopped meanwhile leaves the chat as it was, too, and ends the answers.
    """
    text = question.text
    if not text.strip():
        raise NotAnsweredError(t("Skriv et spørsmål først, så leter jeg i dokumentene."))
    if len(text) > LONGEST_QUESTION:
        raise NotAnsweredError(
            t(
                "Spørsmålet er for langt ({count} tegn). Skriv det kortere, med høyst {most} tegn.",
                count=t.number(len(text)),
                most=t.number(LONGEST_QUESTION),
            )
        )
    chat.asking += 1
    mine = chat.asking
    conversation = chat.before(question.again)
    known = len(conversation.turns)
    alone = conversation.resolved(text)
    answer = None
    try:
        with closing(_said(assistant, question, conversation, lambda: chat.asking != mine, internal=internal)) as said:
            for answer in said:
                if chat.asking != mine:
                    return
                yield answer
        if chat.asking != mine:
            return
    except RadsassistentError as error:
        raise NotAnsweredError(t.told(str(error))) from error
    except Exception as error:
        logger.exception("Et spørsmål kunne ikke besvares.")
        raise NotAnsweredError(
            t("Beklager, noe gikk galt hos oss. Prøv igjen, eller still spørsmålet på en annen måte.")
        ) from error
    if answer is None:
        return
    if question.again is not None and question.again == len(chat.exchanges) - 1:
        chat.exchanges.pop()
        del chat.conversation.turns[question.again :]
    chat.exchanges.append(Exchange(answer, alone, question.scope))
    chat.conversation.turns.extend(conversation.turns[known:])


def _said(
    assistant: Answering,
    question: Question,
    conversation: Conversation,
    unwanted: Callable[[], bool],
    *,
    internal: bool,
) -> Generator[Answer]:
    """What the assistant says, as it comes; each item is the answer so far, the last one the whole."""
    if not assistant.streams:
        yield assistant.ask(question.text, conversation, question.scope, internal=internal)
        return
    sentences: list[Sentence] = []
    said = stream(assistant, question.text, conversation, question.scope, internal=internal, unwanted=unwanted)
    with closing(said) as coming:
        for item in coming:
            if isinstance(item, Answer):
                yield item
            else:
                sentences.append(item)
                yield Answer(question.text, tuple(sentences), False, "", (), {})


def restored(assistant: Answering, questions: list[Question], t: Translator, *, internal: bool = True) -> Chat:
    """The chat that comes of asking these questions one after another; what cannot be answered any more is left out.

    Nothing that a browser has kept of answers is believed: they are made anew, of the documents as they are now.
    """
    chat = Chat()
    for question in questions[-MOST_RESTORED:]:
        try:
            for _ in answers(assistant, chat, question, t, internal=internal):
                pass
        except NotAnsweredError:
            continue
    return chat
