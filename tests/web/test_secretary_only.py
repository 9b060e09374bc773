"""The secretary's events refuse everyone else, however they are called."""

from __future__ import annotations

from types import SimpleNamespace

import gradio as gr
import pytest

from radsassistent.web.access import Reader, Role, known_reader, secretary_only
from radsassistent.web.language import Language, Translator


def page_for(reader):
    return SimpleNamespace(access=SimpleNamespace(reader=lambda request: reader), t=Translator(Language.BOKMAL))


SECRETARY = Reader("kari", Role.SECRETARY, internal=False)
MEMBER = Reader("ola", Role.MEMBER, internal=True)


def test_the_secretarys_event_runs_for_the_secretary():
    @secretary_only(page_for(SECRETARY))
    def publish(draft: str, request: gr.Request) -> str:
        return draft.upper()

    assert publish("utkast", gr.Request()) == "UTKAST"


@pytest.mark.parametrize(("reader", "said"), [(MEMBER, "sekretariatet"), (None, "logg inn")])
def test_it_refuses_a_member_and_somebody_who_is_not_logged_in_before_anything_runs(reader, said):
    ran = []

    @secretary_only(page_for(reader))
    def publish(request: gr.Request) -> None:
        ran.append(1)

    @secretary_only(page_for(reader))
    def publishing(request: gr.Request):
        ran.append(1)
        yield 1

    with pytest.raises(gr.Error, match=said):
        publish(gr.Request())
    with pytest.raises(gr.Error, match=said):
        list(publishing(request=gr.Request()))
    assert not ran


def test_a_batch_of_requests_as_a_caller_can_ask_gradio_for_is_refused():
    @secretary_only(page_for(SECRETARY))
    def publish(request: gr.Request) -> None:
        raise AssertionError("ran")

    with pytest.raises(gr.Error, match="logg inn"):
        publish([gr.Request()])


def test_a_handler_that_cannot_tell_who_calls_is_a_fault_when_the_page_is_built():
    with pytest.raises(TypeError, match="takes no request"):
        secretary_only(page_for(SECRETARY))(lambda draft: draft)


def test_a_reader_of_an_event_is_known_or_told_to_log_in():
    assert known_reader(page_for(MEMBER), gr.Request()) is MEMBER
    with pytest.raises(gr.Error, match="logg inn"):
        known_reader(page_for(None), gr.Request())
