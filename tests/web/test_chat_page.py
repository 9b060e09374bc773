"""The events of the chat page, called as a browser calls them, also by one that does not keep to the page."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import gradio as gr
import pytest

from radsassistent.errors import RadsassistentError
from radsassistent.settings import Settings
from radsassistent.web.access import OwnMachine, Reader, Role
from radsassistent.web.chat import Chat
from radsassistent.web.chat_page import _ChatEvents
from radsassistent.web.kept_chats import MOST_CHATS, KeptChats
from radsassistent.web.page import Page

REQUEST = gr.Request()
READER = OwnMachine().reader(REQUEST)


@dataclass
class Log:
    questions: list = field(default_factory=list)
    rated: list = field(default_factory=list)
    broken: bool = False

    def asked(self, by, question, record):
        if self.broken:
            raise RadsassistentError("Spørsmålsloggen kan ikke brukes.")
        self.questions.append((by, question, record["answer"]))
        return 40 + len(self.questions)

    def rate(self, number, by, good, comment):
        if self.broken:
            raise RadsassistentError("Dette svaret er ikke lagret lenger.")
        self.rated.append((number, by, good, comment))


class Nobody:
    def reader(self, request):
        return None


@pytest.fixture
def log():
    return Log()


@pytest.fixture
def events(small_archive, said, t, log):
    return _ChatEvents(Page(said.assistant(), small_archive, OwnMachine(), Settings(), t, asked=log))


def ask(events, chat, text="Hvem?"):
    return list(events.ask_typed(text, "", chat, REQUEST))


def told(**data):
    return gr.EventData(None, data)


def test_a_question_is_shown_at_once_and_then_its_answer(events):
    chat = Chat()
    steps = ask(events, chat)
    assert "Leter i dokumentene" in steps[0][1]
    assert steps[0][0] == ""
    assert "Rita Midthaug." in steps[-1][1]
    assert steps[-1][1].count("<article") == 1


def test_a_question_that_was_not_answered_stays_in_the_box(events):
    box, conversation, notice, _ = ask(events, Chat(), "a" * 10_000)[-1]
    assert box == "a" * 10_000
    assert "for langt" in notice
    assert "<article" not in conversation


def test_what_is_asked_is_logged_once_and_not_again_after_a_reload(events, log):
    chat = Chat()
    ask(events, chat)
    assert log.questions == [("lokal", "Hvem?", "Rita Midthaug.")]
    conversation, again = events.restore(Chat(), told(turns=[{"question": "Hvem?", "scope": {}}]), REQUEST)
    assert "Rita Midthaug." in conversation
    assert len(again.exchanges) == len(log.questions) == 1


def test_an_answer_comes_even_where_the_log_is_broken(events, log):
    log.broken = True
    assert "Rita Midthaug." in ask(events, Chat())[-1][1]


def test_a_rating_is_kept_under_the_answers_number(events, log):
    chat = Chat()
    ask(events, chat)
    notice, _ = events.rate(chat, told(turn=0, good=False, comment="Feil navn"), REQUEST)
    assert log.rated == [(41, "lokal", False, "Feil navn")]
    assert "Takk!" in notice
    assert 'data-good="false" aria-pressed="true"' in events._conversation(chat, READER)


@pytest.mark.parametrize(
    "data",
    [{}, {"turn": 7, "good": True}, {"turn": "0", "good": True}, {"turn": 0, "good": "ja"}, {"turn": -1, "good": True}],
)
def test_what_is_no_rating_is_not_kept(events, log, data):
    chat = Chat()
    ask(events, chat)
    notice, _ = events.rate(chat, told(**data), REQUEST)
    assert "kunne ikke lagres" in notice
    assert log.rated == []


def test_why_a_rating_cannot_be_kept_is_told(events, log):
    chat = Chat()
    ask(events, chat)
    log.broken = True
    assert "ikke lagret lenger" in events.rate(chat, told(turn=0, good=True), REQUEST)[0]


def test_without_a_log_nobody_is_asked_what_they_think(small_archive, said, t):
    events = _ChatEvents(Page(said.assistant(), small_archive, OwnMachine(), Settings(), t))
    assert "data-rating" not in ask(events, Chat())[-1][1]


def test_who_is_not_logged_in_gets_no_answer_no_archive_and_no_conversation(small_archive, said, t, log):
    assistant = said.assistant(error=AssertionError("asked"))
    events = _ChatEvents(Page(assistant, small_archive, Nobody(), Settings(), t, asked=log))
    (step,) = ask(events, Chat())
    assert "logg inn" in step[2]
    assert events.arrive(REQUEST) == ("", "")
    assert events.restore(Chat(), told(turns=[{"question": "Hvem?"}]), REQUEST)[1].exchanges == []
    assert log.questions == []


@pytest.mark.parametrize("data", [None, [], {"turns": None}, {"turns": [1, {"question": None}, {}]}])
def test_what_is_no_conversation_is_not_restored(events, data):
    assert events.restore(Chat(), gr.EventData(None, data), REQUEST)[1].exchanges == []


def test_a_reload_brings_the_chat_back_without_asking_again(events, log):
    chat = Chat()
    for text in ("Første?", "Andre?"):
        ask(events, chat, text)
    events._page.assistant.error = AssertionError("asked again")
    before = events._conversation(chat, READER)
    conversation, again = events.restore(Chat(), told(key=chat.key, turns=[{"question": "Andre?"}]), REQUEST)
    assert [exchange.number for exchange in again.exchanges] == [41, 42]
    assert again.key != chat.key
    assert conversation == before.replace(chat.key, again.key)


def test_a_chat_is_asked_again_where_the_archive_has_changed_since(events):
    chat = Chat()
    ask(events, chat)
    events._page.archive.changes += 1
    _, again = events.restore(Chat(), told(key=chat.key, turns=[{"question": "Når?"}]), REQUEST)
    assert [exchange.answer.question for exchange in again.exchanges] == ["Når?"]


def test_a_chat_is_nobody_elses():
    chats, chat = KeptChats(), Chat(exchanges=["et svar"])
    kari, ola = (Reader(name, Role.MEMBER, internal=False) for name in ("kari", "ola"))
    chats.keep(chat, kari, 1)
    assert chats.found(chat.key, ola, 1) is None
    assert chats.found(chat.key, replace(kari, internal=True), 1) is None
    assert chats.found(["x"], kari, 1) is None
    found = chats.found(chat.key, kari, 1)
    found.exchanges.append("et annet")
    assert chats.found(chat.key, kari, 1).exchanges == ["et svar"]


def test_the_oldest_chats_make_way():
    chats, reader = KeptChats(), Reader("kari", Role.MEMBER, internal=False)
    kept = [Chat() for _ in range(MOST_CHATS + 1)]
    for chat in kept:
        chats.keep(chat, reader, 1)
    assert chats.found(kept[0].key, reader, 1) is None
    assert chats.found(kept[1].key, reader, 1) is not None


def test_a_question_is_pressed_with_the_filters_of_the_archive_alone(events):
    chat = Chat()
    list(events.ask_this(chat, told(question="Hvem?", scope={"bodies": ["Porteføljerådet", "Borte"]}), REQUEST))
    assert chat.exchanges[0].scope.bodies == ("Porteføljerådet",)
    assert list(events.ask_this(chat, told(question=7), REQUEST)) == []


def test_a_page_over_an_archive_that_cannot_be_read_opens_and_answers_kindly(events, caplog):
    def broken(*, internal):
        raise OSError("disk")

    events._page.archive.meetings = broken
    start, chooser = events.arrive(REQUEST)
    assert "Beklager" in start
    assert chooser == ""
    events._page.assistant.error = RadsassistentError("Arkivet er skadet.")
    assert "Arkivet er skadet." in ask(events, Chat())[-1][2]
    assert "disk" in caplog.text


def test_what_was_stopped_goes_back_into_the_box(events):
    chat = Chat()
    ask(events, chat, "Hvem?")
    box, _, _, _ = events.stop(chat, REQUEST)
    assert box == "Hvem?"


def test_what_was_stopped_is_neither_shown_nor_logged_when_it_comes_after_all(events, log):
    chat = Chat()
    coming = events.ask_typed("Hvem?", "", chat, REQUEST)
    assert "Leter i dokumentene" in next(coming)[1]
    answer = events._page.assistant.ask

    def stopped_meanwhile(*given, **named):
        chat.stop()
        return answer(*given, **named)

    events._page.assistant.ask = stopped_meanwhile
    (last,) = coming
    assert last[:3] == (gr.skip(), gr.skip(), gr.skip())
    assert chat.exchanges == log.questions == []
