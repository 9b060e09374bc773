"""The questions of a chat one after another, also when it goes wrong."""

from __future__ import annotations

import threading

import pytest
from tests.council_embedding import StemEmbedding

from radsassistent.answers import Assistant
from radsassistent.answers.answer import Sentence
from radsassistent.archive import Archive
from radsassistent.errors import UsageError
from radsassistent.web.chat import MOST_RESTORED, Chat, NotAnsweredError, Question, answers, restored
from radsassistent.web.language import Language, Translator


def ask(assistant, chat, text, t, again=None):
    return list(answers(assistant, chat, Question(text, again=again), t))


def questions(chat):
    return [exchange.answer.question for exchange in chat.exchanges]


def test_an_answer_becomes_the_next_exchange(said, t):
    chat = Chat()
    ask(said.assistant(), chat, "Hvem?", t)
    ask(said.assistant(), chat, "Når?", t)
    assert questions(chat) == ["Hvem?", "Når?"]


@pytest.mark.parametrize(("text", "words"), [(" \n ", "Skriv et spørsmål først"), ("a" * 10_000, "for langt (10")])
def test_what_is_no_question_gets_a_kind_word_and_is_not_asked(said, t, text, words):
    chat = Chat()
    with pytest.raises(NotAnsweredError) as told:
        ask(said.assistant(error=AssertionError()), chat, text, t)
    assert words in str(told.value)
    assert chat.exchanges == []


def test_the_kind_word_is_in_the_readers_language(said):
    with pytest.raises(NotAnsweredError, match=r"10,000 characters.*2,000"):
        ask(said.assistant(), Chat(), "a" * 10_000, Translator(Language.ENGLISH))


def test_an_expected_error_shows_its_own_message(said, t):
    chat = Chat()
    with pytest.raises(NotAnsweredError, match="Arkivet er låst"):
        ask(said.assistant(error=UsageError("Arkivet er låst.")), chat, "x", t)
    assert chat.exchanges == []


def test_an_unexpected_error_is_logged_and_told_of_without_its_details(said, t, caplog):
    with pytest.raises(NotAnsweredError, match="Beklager, noe gikk galt hos oss") as told:
        ask(said.assistant(error=KeyError("secret detail")), Chat(), "Hvem?", t)
    assert "secret detail" in caplog.text
    assert "secret detail" not in str(told.value)


def test_chats_share_nothing():
    first, second = Chat(), Chat()
    assert first.conversation is not second.conversation
    assert first.exchanges is not second.exchanges


def test_asking_the_last_question_again_takes_its_place_and_an_earlier_one_comes_last(said, t):
    chat, assistant = Chat(), said.assistant()
    for text in ("Første?", "Andre?"):
        ask(assistant, chat, text, t)
    ask(assistant, chat, "Andre?", t, again=1)
    assert questions(chat) == ["Første?", "Andre?"]
    ask(assistant, chat, "Første?", t, again=0)
    assert questions(chat) == ["Første?", "Andre?", "Første?"]


def test_an_answer_that_comes_after_the_reader_has_stopped_it_is_not_taken_in(said, t):
    chat = Chat()

    class Slow:
        streams = False

        def ask(self, question, conversation=None, scope=None, *, internal=True):
            chat.stop()
            return said.answered(question)

    assert list(answers(Slow(), chat, Question("Hvem?"), t)) == []
    assert chat.exchanges == []
    assert chat.conversation.turns == []


class Writing:
    """Says its sentences one after another, as a language model does; `between` is called after each."""

    streams = True

    def __init__(self, answer, between=lambda: None):
        self.answer, self.between, self.finished = answer, between, False

    def ask(self, question, conversation=None, scope=None, on_sentence=None, *, internal=True):
        for sentence in self.answer.sentences:
            on_sentence(sentence)
            self.between()
        self.finished = True
        return self.answer


def two_sentences(said):
    return said.answered("Hvem?", *(Sentence(text, (said.cited(),)) for text in ("Rita.", "Og Kari.")))


def test_what_a_language_model_writes_is_shown_a_sentence_at_a_time(said, t):
    chat, whole = Chat(), two_sentences(said)
    shown = ask(Writing(whole), chat, "Hvem?", t)
    assert [[sentence.text for sentence in answer.sentences] for answer in shown] == [
        ["Rita."],
        ["Rita.", "Og Kari."],
        ["Rita.", "Og Kari."],
    ]
    assert shown[-1] is chat.exchanges[0].answer is whole


def test_a_language_model_that_thinks_for_long_is_not_waited_for_once_the_reader_has_stopped_it(said, t):
    chat, on = Chat(), threading.Event()
    stopping = threading.Timer(0.05, chat.stop)
    stopping.start()
    writing = Writing(two_sentences(said))
    writing.ask = lambda *given, **named: on.wait(30)
    try:
        assert list(answers(writing, chat, Question("Hvem?"), t)) == []
        assert not on.is_set()
        assert chat.exchanges == []
    finally:
        on.set()
        stopping.join()


def test_nothing_more_is_taken_in_once_the_reader_has_stopped_what_is_written(said, t):
    chat, on = Chat(), threading.Event()
    writing = Writing(two_sentences(said), lambda: on.wait(10))
    coming = answers(writing, chat, Question("Hvem?"), t)
    assert next(coming).text == "Rita."
    chat.stop()
    on.set()
    assert list(coming) == []
    assert chat.exchanges == []


@pytest.fixture(scope="module")
def councils_assistant(councils):
    return Assistant(councils)


def test_a_follow_up_has_its_context_after_a_reload_too(councils_assistant, councils, t):
    case = next(item.case for item in councils.agenda_items() if item.presenter and item.time)
    asked = [Question(f"Hvem legger frem sak {case}?"), Question("Når begynner den?")]
    before = Chat()
    for each in asked:
        list(answers(councils_assistant, before, each, t))
    again = restored(councils_assistant, asked[:1], t)
    list(answers(councils_assistant, again, asked[1], t))
    assert again.exchanges[-1].answer.text == before.exchanges[-1].answer.text
    assert not again.exchanges[-1].answer.abstained
    assert case in again.exchanges[-1].alone


def test_what_can_not_be_answered_any_more_is_left_out_of_a_restored_chat(t, tmp_path):
    empty = Assistant(Archive.open(tmp_path / "arkiv", StemEmbedding()))
    assert restored(empty, [Question("Hvem?"), Question("")], t).exchanges == []


def test_a_restored_chat_does_not_grow_without_end(said, t):
    chat = restored(said.assistant(), [Question(f"Spørsmål {n}?") for n in range(100)], t)
    assert len(chat.exchanges) == MOST_RESTORED
    assert questions(chat)[-1] == "Spørsmål 99?"
