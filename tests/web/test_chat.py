"""One exchange of a chat, also when it goes wrong."""

from __future__ import annotations

from radsassistent.errors import UsageError
from radsassistent.web import texts
from radsassistent.web.chat import Chat, exchange


def test_an_answer_becomes_the_next_turn(said):
    chat = Chat()
    assert exchange(said.assistant(), chat, "Hvem?") is None
    assert exchange(said.assistant(), chat, "Når?") is None
    assert [answer.question for answer in chat.answers] == ["Hvem?", "Når?"]


def test_an_empty_question_gets_a_kind_word_and_is_not_asked(said):
    chat = Chat()
    assert exchange(said.assistant(error=AssertionError()), chat, " \n ") == texts.EMPTY_QUESTION
    assert chat.answers == []


def test_an_expected_error_shows_its_own_message(said):
    chat = Chat()
    assert exchange(said.assistant(error=UsageError("Spørsmålet er for langt.")), chat, "x") == (
        "Spørsmålet er for langt."
    )
    assert chat.answers == []


def test_an_unexpected_error_is_logged_and_told_of_without_its_details(said, caplog):
    notice = exchange(said.assistant(error=KeyError("secret detail")), Chat(), "Hvem?")
    assert notice == texts.UNEXPECTED
    assert "secret detail" in caplog.text


def test_chats_share_nothing():
    first, second = Chat(), Chat()
    assert first.conversation is not second.conversation
    assert first.answers is not second.answers
