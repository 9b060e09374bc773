"""The chat page: a question box, the conversation with its slides, examples, and what the archive holds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape
from importlib import resources

import gradio as gr

from radsassistent.web import texts
from radsassistent.web.answer_view import conversation_html, notice_html
from radsassistent.web.archive_view import overview
from radsassistent.web.chat import Chat, exchange
from radsassistent.web.examples import MOST_EXAMPLES
from radsassistent.web.page import Page, html
from radsassistent.web.slides import text_instead

# Questions answered at once. More than the cores of a small machine, because a language model is waited for.
QUESTIONS_AT_ONCE = 8

# What asking changes on the page: box, conversation, notice, heading of the examples, examples, chat.
_Shown = tuple[object, str, str, object, object, Chat]


def build(page: Page, blocks: gr.Blocks) -> None:
    """Lay the page out; called inside the Blocks.

    A meeting that is taken into the archive later is on the page when it is next loaded.
    """
    assistant, archive = page.assistant, page.archive
    instead = partial(text_instead, archive)

    def ask(question: str, chat: Chat) -> Iterator[_Shown]:
        """Show at once that the question was heard, then the answer; a question that failed stays in the box."""
        if question.strip():
            away = gr.update(visible=False)
            yield "", conversation_html(chat.answers, question, instead), "", away, away, chat
        said = exchange(assistant, chat, question)
        beginning = gr.update(visible=not chat.answers)
        box = question if said else ""
        yield box, conversation_html(chat.answers, None, instead), notice_html(said), beginning, beginning, chat

    def arrive() -> list[object]:
        """What a member sees on opening the page: the archive as it is now."""
        held, questions = overview(archive)
        rest = MOST_EXAMPLES - len(questions)
        return [
            held,
            gr.update(visible=bool(questions)),
            gr.update(visible=bool(questions)),
            *(gr.update(value=question, visible=True) for question in questions),
            *(gr.update(visible=False) for _ in range(rest)),
        ]

    page.head("")
    chat = gr.State(Chat())
    html(f"<header><h1>{escape(texts.TITLE)}</h1><p>{escape(texts.INTRO)}</p></header>", "top")
    conversation = html(conversation_html([]), "conversation", script=_asset("conversation.js"))
    with gr.Column(elem_id="composer"):
        notice = html("", "notice")
        html(notice_html(texts.NO_CONTACT), "no-contact")
        with gr.Row(elem_id="question-row"):
            question = gr.Textbox(
                label=texts.QUESTION,
                placeholder=texts.QUESTION_PLACEHOLDER,
                lines=1,
                max_lines=5,
                elem_id="question",
                scale=1,
            )
            send = gr.Button(texts.ASK, variant="primary", elem_id="ask", scale=0, min_width=96)
    examples_heading = html(f"<h2>{escape(texts.EXAMPLES)}</h2>", "examples-heading", visible=False)
    with gr.Row(elem_id="examples", visible=False) as examples:
        buttons = [gr.Button(visible=False, elem_classes="example", scale=0) for _ in range(MOST_EXAMPLES)]
    meetings = html("", "archive")

    shown = [question, conversation, notice, examples_heading, examples, chat]
    for asked, source in ((question.submit, question), (send.click, question), *((b.click, b) for b in buttons)):
        asked(
            ask,
            inputs=[source, chat],
            outputs=shown,
            api_visibility="private",
            show_progress="hidden",
            concurrency_limit=QUESTIONS_AT_ONCE,
            concurrency_id="ask",
        )
    blocks.load(
        arrive,
        outputs=[meetings, examples_heading, examples, *buttons],
        api_visibility="private",
        show_progress="hidden",
        # A question sent while the stream of a queued event is being closed would be dropped with it.
        queue=False,
    )


def _asset(name: str) -> str:
    return resources.files("radsassistent.web").joinpath(name).read_text(encoding="utf-8")
