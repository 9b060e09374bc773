"""The chat page: a question box, the conversation with its slides, examples, and what the archive holds."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from html import escape
from typing import Any

import gradio as gr

from radsassistent.archive import MeetingSummary
from radsassistent.archive.around import known_cases
from radsassistent.archive.audit import Action
from radsassistent.archive.holdings import DATABASE
from radsassistent.errors import RadsassistentError
from radsassistent.web.access import Reader
from radsassistent.web.answer_view import Pending, conversation_html, notice_html, thanks_html
from radsassistent.web.archive_view import overview
from radsassistent.web.chat import MOST_RESTORED, Chat, NotAnsweredError, Question, answers, restored
from radsassistent.web.follow_ups import follow_ups
from radsassistent.web.kept_chats import KeptChats
from radsassistent.web.page import Page, html, script
from radsassistent.web.scope_view import chooser_html, read_scope, scope_of
from radsassistent.web.slides import text_instead

logger = logging.getLogger(__name__)

# Questions answered at once. More than the cores of a small machine, because a language model is waited for.
QUESTIONS_AT_ONCE = 8
# Where the fields for body, meeting and case keep what is chosen; the server believes none of it.
_WITH_SCOPE = "(question, scope, chat) => [question, document.querySelector('.chooser')?.dataset.scope ?? '', chat]"

# What asking changes on the page: box, conversation, notice, chat.
_Shown = tuple[object, object, object, Chat]


class _ChatEvents:
    """What happens on the page; each event asks who the reader is, because it can be called past the page.

    What it shows is made for that reader: what they may not see of the archive is not there for them.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._t = page.t
        self._database = page.archive.directory / DATABASE
        self._kept = KeptChats()

    def ask_typed(self, text: str, scope: str, chat: Chat, request: gr.Request) -> Iterator[_Shown]:
        """The question in the box; one that was not answered stays there."""
        reader = self._reader(request)
        narrowed = read_scope(scope, self._meetings(reader))
        yield from self._ask(Question(text, narrowed), chat, reader, box=True)

    def ask_this(self, chat: Chat, event: gr.EventData, request: gr.Request) -> Iterator[_Shown]:
        """A question that was pressed: an example, a follow-up, one asked again or without a filter, one from a link."""
        reader = self._reader(request)
        asked = self._question(event._data, reader)
        if asked is not None:
            yield from self._ask(asked, chat, reader, box=False)

    def stop(self, chat: Chat, request: gr.Request) -> _Shown:
        """Leave off answering; the question goes back into the box, to be changed."""
        chat.stop()
        return chat.asked, self._conversation(chat, self._reader(request)), "", chat

    def restore(self, chat: Chat, event: gr.EventData, request: gr.Request) -> tuple[str, Chat]:
        """The conversation of a tab that was loaded anew: as it was, else its last questions asked again."""
        told = event._data if isinstance(event._data, Mapping) else {}
        turns, reader = told.get("turns"), self._reader(request)
        if chat.exchanges or not isinstance(turns, list) or reader is None:
            return self._conversation(chat, reader), chat
        kept = self._kept.found(told.get("key"), reader, self._page.archive.generation())
        if kept is not None:
            self._kept.keep(kept, reader, self._page.archive.generation())
            return self._conversation(kept, reader), kept
        questions = [
            question for each in turns[-MOST_RESTORED:] if (question := self._question(each, reader)) is not None
        ]
        again = restored(self._page.assistant, questions, self._t, internal=reader.internal)
        again.exchanges = [
            replace(each, follow_ups=follow_ups(each.answer, self._database, self._t)) for each in again.exchanges
        ]
        return self._conversation(again, reader), again

    def rate(self, chat: Chat, event: gr.EventData, request: gr.Request) -> tuple[str, Chat]:
        """Keep what the reader thinks of an answer."""
        told = event._data if isinstance(event._data, Mapping) else {}
        reader, place, good = self._reader(request), told.get("turn"), told.get("good")
        log = self._page.asked
        if reader is None or log is None or type(place) is not int or not 0 <= place < len(chat.exchanges):
            return notice_html(self._t("Vurderingen kunne ikke lagres. Last siden på nytt, og prøv igjen.")), chat
        exchange = chat.exchanges[place]
        if exchange.number is None or not isinstance(good, bool):
            return notice_html(self._t("Vurderingen kunne ikke lagres. Last siden på nytt, og prøv igjen.")), chat
        try:
            log.rate(exchange.number, reader.name, good, str(told.get("comment") or ""))
        except RadsassistentError as error:
            return notice_html(self._t.told(str(error))), chat
        chat.exchanges[place] = replace(exchange, good=good)
        self._kept.keep(chat, reader, self._page.archive.generation())
        return thanks_html(self._t("Takk! Sekretariatet ser hva du mener om svaret.")), chat

    def arrive(self, request: gr.Request) -> tuple[str, str]:
        """What a member sees on opening the page: the archive as it is now, and where they can search."""
        reader = self._reader(request)
        if reader is None:
            return "", ""
        held = overview(self._page.archive, self._t, internal=reader.internal)
        meetings = self._meetings(reader)
        cases = known_cases(self._database, internal=reader.internal) if meetings else []
        return held, chooser_html(meetings, cases, self._t)

    def _ask(self, question: Question, chat: Chat, reader: Reader | None, *, box: bool) -> Iterator[_Shown]:
        """Show at once that the question was heard, then the answer as it comes."""
        if reader is None:
            yield gr.skip(), self._conversation(chat, reader), notice_html(self._logged_out()), chat
            return
        self._page.record(reader, Action.ASKED, question.text if self._page.settings.log_questions else "")
        if question.text.strip():
            pending = Pending(question.text, again=question.again)
            yield "" if box else gr.skip(), self._conversation(chat, reader, pending), "", chat
        chat.asked, known = question.text, chat.asking
        try:
            for answer in answers(self._page.assistant, chat, question, self._t, internal=reader.internal):
                pending = Pending(question.text, answer, question.again)
                yield gr.skip(), self._conversation(chat, reader, pending), "", chat
        except NotAnsweredError as reason:
            yield question.text, self._conversation(chat, reader), notice_html(str(reason)), chat
            return
        if chat.asking != known + 1:
            # Stopped: the page shows already what it is to show.
            yield gr.skip(), gr.skip(), gr.skip(), chat
            return
        self._complete(chat, reader)
        yield gr.skip(), self._conversation(chat, reader), "", chat

    def _complete(self, chat: Chat, reader: Reader) -> None:
        """Give the newest exchange what can be asked next, and its number in the log of what was asked."""
        newest = chat.exchanges[-1]
        number = None
        if self._page.asked is not None:
            try:
                number = self._page.asked.asked(reader.name, newest.answer.question, newest.answer.record())
            except RadsassistentError:
                # The answer is what the reader came for; without a number it cannot be rated, and is not asked about.
                number = None
        suggested = follow_ups(newest.answer, self._database, self._t)
        chat.exchanges[-1] = replace(newest, number=number, follow_ups=suggested)
        self._kept.keep(chat, reader, self._page.archive.generation())

    def _conversation(self, chat: Chat, reader: Reader | None, pending: Pending | None = None) -> str:
        instead = partial(text_instead, self._page.archive, internal=_sees_internal(reader))
        rates = self._page.asked is not None
        return conversation_html(chat.exchanges, self._t, pending, instead, rates, chat.key)

    def _question(self, told: Any, reader: Reader | None) -> Question | None:
        """What a browser says is asked; None where it is no question."""
        if not isinstance(told, Mapping) or not isinstance(told.get("question"), str):
            return None
        again = told.get("again")
        narrowed = scope_of(told.get("scope"), self._meetings(reader))
        return Question(told["question"], narrowed, again if type(again) is int and again >= 0 else None)

    def _meetings(self, reader: Reader | None) -> Sequence[MeetingSummary]:
        """The meetings that can be chosen between; none of an archive that cannot be read, which asking it tells kindly."""
        try:
            return self._page.archive.meetings(internal=_sees_internal(reader))
        except Exception:
            logger.exception("Møtene i arkivet kunne ikke listes.")
            return []

    def _reader(self, request: gr.Request) -> Reader | None:
        return self._page.access.reader(request)

    def _logged_out(self) -> str:
        return self._t("Du er ikke lenger logget inn. Last siden på nytt, og logg inn.")


def _sees_internal(reader: Reader | None) -> bool:
    return reader is not None and reader.internal


def build(page: Page, blocks: gr.Blocks) -> None:
    """Lay the page out; called inside the Blocks.

    A meeting that is taken into the archive later is on the page when it is next loaded.
    """
    t, events = page.t, _ChatEvents(page)
    page.head("")
    chat = gr.State(Chat())
    intro = t("Still spørsmål om sakene i møtene. Hvert svar viser lysbildet det bygger på.")
    html(f"<header><h1>{escape(t('Rådsassistenten'))}</h1><p>{escape(intro)}</p></header>", "top")
    conversation = html(conversation_html([], t), "conversation", script=script("viewer.js", "conversation.js"))
    with gr.Column(elem_id="composer"):
        notice = html("", "notice")
        no_contact = t("Jeg får ikke kontakt med tjenesten akkurat nå. Vent litt, og prøv igjen.")
        html(notice_html(no_contact), "no-contact")
        with gr.Row(elem_id="question-row"):
            question = gr.Textbox(
                label=t("Hva lurer du på?"),
                placeholder=t("Skriv spørsmålet her"),
                lines=1,
                max_lines=5,
                elem_id="question",
                scale=1,
            )
            send = gr.Button(t("Spør"), variant="primary", elem_id="ask", scale=0, min_width=96)
            stop = gr.Button(t("Stopp"), variant="stop", elem_id="stop", scale=0, min_width=96)
        chooser = html("", "chooser", script=script("chooser.js"))
        scope = gr.Textbox(visible=False)
    html('<p role="status" class="unseen"></p>', "status")
    start = html("", "start", script=script("start.js"))

    shown = [question, conversation, notice, chat]
    gr.on(
        [question.submit, send.click],
        events.ask_typed,
        inputs=[question, scope, chat],
        outputs=shown,
        js=_WITH_SCOPE,
        api_visibility="private",
        show_progress="hidden",
        # Two clicks are one question.
        trigger_mode="once",
        concurrency_limit=QUESTIONS_AT_ONCE,
        concurrency_id="ask",
    )
    gr.on(
        [conversation.submit, start.submit],
        events.ask_this,
        inputs=[chat],
        outputs=shown,
        api_visibility="private",
        show_progress="hidden",
        trigger_mode="once",
        concurrency_limit=QUESTIONS_AT_ONCE,
        concurrency_id="ask",
    )
    # A question sent while the stream of a queued event is being closed would be dropped with it: nothing else is queued, and
    # what is stopped ends by itself.
    beside: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden", "queue": False}
    stop.click(events.stop, inputs=[chat], outputs=shown, **beside)
    conversation.retry(events.restore, inputs=[chat], outputs=[conversation, chat], **beside)
    conversation.like(events.rate, inputs=[chat], outputs=[notice, chat], **beside)
    blocks.load(events.arrive, outputs=[start, chooser], **beside)
