"""What a member does with an answer: goes on asking, narrows down, copies, shares, comes back to it, tells what they think."""

from __future__ import annotations

import json
import threading
from urllib.parse import quote

import pytest
from tests.browser.test_chat import QUESTION, answered, ask
from tests.browser.test_chat_slides import COSTS

pytestmark = pytest.mark.browser

PRESENTER = "Hvem legger frem sak 5/26?"


def filters(turn):
    return [text.rstrip("×") for text in turn.locator(".filter").all_text_contents()]


def test_what_is_suggested_after_an_answer_is_answered(open_page, address):
    page = open_page(address)
    suggested = ask(page, COSTS).locator(".follow-ups button").all_inner_texts()
    assert suggested[:2] == ["Hva er de samlede kostnadene i 2025?", "Hva er de samlede kostnadene i 2027?"]
    for place, question in enumerate(suggested, start=1):
        page.get_by_role("button", name=question).first.click()
        assert answered(page, place).locator(".chip").count() > 0


def test_where_was_searched_can_be_taken_away_and_the_question_is_asked_again(open_page, address):
    page = open_page(address)
    turn = ask(page, PRESENTER)
    assert filters(turn) == ["sak 5/26"]
    turn.locator(".filter").click()
    page.get_by_text("Søkte i hele arkivet").wait_for()
    assert page.locator(".turn").count() == 1


def test_a_case_that_is_chosen_narrows_the_search_until_it_is_taken_away(open_page, address):
    page = open_page(address)
    page.get_by_text("Velg hvor jeg skal lete").click()
    page.get_by_label("Sak", exact=True).select_option(label="9/26 " + case_title(page, "9/26"))
    assert "9/26" in page.locator(".chosen").inner_text()
    turn = ask(page, "Hva er forslaget til vedtak?")
    assert filters(turn) == ["Porteføljerådet 12. februar 2026", "sak 9/26"]
    assert "Sak 9/26" in turn.locator(".chip").first.inner_text()
    turn.locator(".filter").last.click()
    page.wait_for_function("document.querySelectorAll('.turn:last-child .filter').length === 1")
    assert page.locator(".chosen").inner_text() == "hele arkivet"


def case_title(page, number):
    options = page.get_by_label("Sak", exact=True).locator("option").all_text_contents()
    return next(text.removeprefix(f"{number} ") for text in options if text.startswith(f"{number} "))


def test_an_answer_is_copied_with_its_citations(open_page, address):
    page = open_page(address, permissions=["clipboard-read", "clipboard-write"])
    ask(page, PRESENTER).get_by_role("button", name="Kopier svaret").click()
    page.get_by_role("button", name="Kopiert.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{PRESENTER}\n\nRita Midthaug")
    assert "[Sak 5/26 · lysbilde 5]" in copied
    assert page.locator("#status").inner_text() == "Kopiert."


def test_a_shared_link_asks_the_question_and_opens_the_slide_that_was_seen(open_page, address):
    page = open_page(address, permissions=["clipboard-read", "clipboard-write"])
    turn = ask(page, PRESENTER)
    follow_up = "Hva er forslaget til vedtak?"
    turn = ask(page, follow_up)
    turn.get_by_role("button", name="Kopier lenke").click()
    page.get_by_role("button", name="Lenken er kopiert.").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")
    assert "lysbilde=" in link
    other = open_page(address)
    other.goto(link)
    shared = answered(other)
    # A follow-up is shared with what it took over from the question before.
    assert "sak 5/26" in shared.locator("h2").inner_text()
    assert shared.locator(".sentence").first.inner_text() == turn.locator(".sentence").first.inner_text()
    assert other.url == address


def test_another_language_goes_on_with_what_a_shared_link_asked(open_page, address):
    page = open_page(address)
    page.goto(f"{address}?q={quote(PRESENTER)}")
    answered(page)
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/")
    assert "Rita Midthaug" in answered(page).locator(".sentence").first.inner_text()
    assert page.locator(".turn").count() == 1


def test_another_language_asks_what_a_shared_link_asked_and_is_not_answered_yet(open_page, address):
    page = open_page(address)
    # No answer comes before the language is changed.
    page.route("**/gradio_api/queue/**", lambda route: None)
    page.goto(f"{address}?q={quote(PRESENTER)}")
    page.get_by_label("Hva lurer du på?").wait_for()
    page.get_by_role("link", name="English").click()
    page.wait_for_url(f"**/en/?q={quote(PRESENTER)}*")
    page.unroute_all()
    page.goto(page.url)
    assert "Rita Midthaug" in answered(page).locator(".sentence").first.inner_text()
    page.wait_for_url("**/en/")


def test_the_conversation_is_there_after_a_reload_and_goes_on(open_page, address):
    page = open_page(address)
    ask(page, PRESENTER)
    page.reload()
    assert "Rita Midthaug" in answered(page).locator(".sentence").first.inner_text()
    turn = ask(page, "Når begynner den?")
    assert "Sak 5/26" in turn.locator(".chip").first.inner_text()
    assert page.locator(".turn").count() == 2


@pytest.mark.parametrize(
    "kept",
    [
        "ikke json",
        json.dumps({"key": 3, "turns": [{"question": 7}, None, {"question": "", "scope": []}]}),
        json.dumps({"turns": 3}),
        json.dumps([1, 2]),
    ],
)
def test_what_a_browser_kept_that_is_no_conversation_is_not_asked(open_page, address, kept):
    page = open_page(address)
    page.evaluate("kept => sessionStorage.setItem('radsassistent.samtale', kept)", kept)
    page.reload()
    page.locator(".example:visible").first.wait_for()
    assert "Sak 9/26" in ask(page, QUESTION).locator(".chip").first.inner_text()
    assert page.locator(".turn").count() == 1


def test_filters_that_a_browser_made_up_are_none(open_page, address):
    page = open_page(address)
    scope = {"bodies": ["<b>"], "slides": ["1"], "cases": [{}], "meetings": [3]}
    made_up = {"key": "oppdiktet", "turns": [{"question": PRESENTER, "scope": scope}]}
    page.evaluate("kept => sessionStorage.setItem('radsassistent.samtale', kept)", json.dumps(made_up))
    page.reload()
    assert filters(answered(page)) == ["sak 5/26"]


def test_a_question_can_be_changed_and_asked_again(open_page, address):
    page = open_page(address)
    turn = ask(page, PRESENTER)
    turn.get_by_role("button", name="Endre spørsmålet").click()
    box = page.get_by_label("Hva lurer du på?")
    assert box.input_value() == PRESENTER
    assert box.evaluate("box => box === document.activeElement")
    turn.get_by_role("button", name="Spør på nytt").click()
    page.wait_for_timeout(500)
    answered(page)
    assert page.locator(".turn").count() == 1


def test_two_clicks_are_one_question(open_page, address):
    page = open_page(address)
    page.get_by_label("Hva lurer du på?").fill(PRESENTER)
    page.get_by_role("button", name="Spør", exact=True).dblclick()
    answered(page)
    page.wait_for_timeout(1000)
    assert page.locator(".turn").count() == 1


class SlowAssistant:
    """Answers when it is let, as a language model does that thinks for long."""

    streams = True

    def __init__(self, assistant):
        self.assistant, self.let = assistant, threading.Event()

    def ask(self, question, conversation=None, scope=None, on_sentence=None, *, internal=True):
        assert self.let.wait(30)
        return self.assistant.ask(question, conversation, scope, internal=internal)


def test_an_answer_that_takes_long_can_be_stopped_and_the_question_changed(open_page, serving, sources):
    assistant, archive = sources
    slow = SlowAssistant(assistant)
    page = open_page(serving(slow, archive))
    box = page.get_by_label("Hva lurer du på?")
    box.fill(PRESENTER)
    page.keyboard.press("Enter")
    page.locator(".looking").wait_for()
    assert page.get_by_role("button", name="Spør", exact=True).count() == 0
    page.get_by_role("button", name="Stopp").click()
    page.locator(".turn").wait_for(state="detached")
    assert box.input_value() == PRESENTER
    page.wait_for_function("document.activeElement.tagName === 'TEXTAREA'")
    slow.let.set()
    # Meanwhile the server is told, and lets go.
    page.wait_for_timeout(500)
    turn = ask(page, QUESTION)
    assert "Sak 9/26" in turn.locator(".chip").first.inner_text()
    assert page.locator(".turn").count() == 1


class Log:
    """A log of what was asked, in memory."""

    def __init__(self):
        self.questions, self.rated = [], []

    def asked(self, by, question, record):
        self.questions.append(question)
        return len(self.questions)

    def rate(self, number, by, good, comment):
        self.rated.append((number, good, comment))


def test_what_a_member_thinks_of_an_answer_is_kept_with_their_comment(open_page, serving, sources, monkeypatch, axe):
    log = Log()
    monkeypatch.setattr("radsassistent.web.server._logs", lambda database, settings, access: (None, log))
    page = open_page(serving(*sources))
    turn = ask(page, PRESENTER)
    assert log.questions == [PRESENTER]
    turn.get_by_role("button", name="Nei").click()
    page.get_by_text("Takk! Sekretariatet ser").wait_for()
    axe(page)
    turn.get_by_label("Hva manglet").fill("Etternavnet mangler <b>")
    turn.get_by_role("button", name="Send").click()
    page.wait_for_timeout(800)
    assert log.rated == [(1, False, ""), (1, False, "Etternavnet mangler <b>")]


def test_a_service_that_is_gone_is_told_of_kindly_and_the_question_stays(new_page, sources):
    from radsassistent.web.server import ChatServer

    server = ChatServer(*sources, "127.0.0.1", 0)
    up = threading.Event()
    thread = threading.Thread(target=server.run, args=(lambda address: up.set(),))
    thread.start()
    assert up.wait(30)
    page = new_page(390, 844)
    page.goto(server.address)
    box = page.get_by_label("Hva lurer du på?")
    box.fill(PRESENTER)
    server.stop()
    thread.join(20)
    page.keyboard.press("Enter")
    page.get_by_text("Jeg får ikke kontakt med tjenesten").locator("visible=true").wait_for(timeout=15_000)
    assert box.input_value() == PRESENTER
