"""The chat as a member uses it, in a real browser."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser

QUESTION = "Hva er forslaget til vedtak i sak 9/26?"
AGENDA = "Hvilke saker er på dagsordenen?"


def ask(page, question):
    turns = page.locator(".turn").count()
    page.get_by_label("Hva lurer du på?").fill(question)
    page.get_by_role("button", name="Spør", exact=True).click()
    return answered(page, turns)


def answered(page, place=0):
    """The turn at a place, once its answer is whole."""
    turn = page.locator(".turn:not(.pending)").nth(place)
    turn.locator(".after").wait_for()
    return turn


def shown_slide(turn):
    """The picture that is shown, once it has been fetched."""
    picture = turn.locator(".slide:not([hidden]) img")
    picture.evaluate("image => image.decode()")
    assert picture.evaluate("image => image.naturalWidth") > 0
    return picture.evaluate("image => image.currentSrc")


def test_a_question_gets_an_answer_with_its_citation_and_the_slide(open_page, address):
    page = open_page(address)
    turn = ask(page, QUESTION)
    assert "Helsedirektoratet" in turn.locator(".sentence").first.inner_text()
    chip = turn.locator(".chip").first
    assert chip.inner_text() == "Sak 9/26 · lysbilde 167"
    assert chip.get_attribute("aria-pressed") == "true"
    assert "/167.png" in shown_slide(turn)
    caption = turn.locator("figcaption:visible").inner_text()
    assert "Sak 9/26 · lysbilde 167" in caption
    assert "Porteføljerådet 12. februar 2026" in caption
    assert "2026-02-12_portefoljeradet.pdf" in caption


def test_what_a_page_asks_for_on_arrival_leaves_the_line_free_for_a_first_question(open_page, address):
    # Gradio's client closes its event stream when the event before has ended, and a question that is sent at that
    # moment is dropped with it: the member waits for ever. So arriving must not use the stream.
    page = open_page(address)
    asked_for = []
    page.on("request", lambda request: asked_for.append(request.url))
    page.reload()
    page.locator(".example:visible").first.wait_for()
    assert any("/gradio_api/run/" in url for url in asked_for)
    assert not any("/gradio_api/queue/" in url for url in asked_for)


def test_clicking_another_citation_shows_that_slide(open_page, address):
    page = open_page(address)
    turn = ask(page, AGENDA)
    first, last = turn.locator(".chip").first, turn.locator(".chip").last
    before = turn.locator("figcaption:visible strong").inner_text()
    last.click()
    assert turn.locator("figcaption:visible strong").inner_text() == last.inner_text() != before
    assert turn.locator(".slide:visible").count() == 1
    assert (first.get_attribute("aria-pressed"), last.get_attribute("aria-pressed")) == ("false", "true")
    shown_slide(turn)


def test_the_original_opens_at_the_cited_slide(open_page, address):
    page = open_page(address)
    link = ask(page, QUESTION).locator(".slide:visible .original")
    assert link.get_attribute("href").endswith("#page=167")
    response = page.request.get(link.evaluate("link => link.href"))
    assert response.ok
    assert response.body().startswith(b"%PDF")


def test_the_conversation_stays_and_a_new_session_starts_empty(open_page, address):
    page = open_page(address)
    ask(page, QUESTION)
    ask(page, AGENDA)
    assert page.locator(".turn h2").all_text_contents() == [f"Du spurte: {QUESTION}", f"Du spurte: {AGENDA}"]
    assert open_page(address).locator(".turn").count() == 0


def test_examples_come_from_the_agenda_and_are_answered(open_page, address):
    page = open_page(address)
    page.locator(".example:visible").first.wait_for()
    examples = page.locator(".example:visible").all_inner_texts()
    assert len(examples) >= 3
    for example in examples:
        page = open_page(address)
        page.get_by_role("button", name=example).click()
        page.locator(".turn .chip").first.wait_for()
        assert page.locator(".example:visible").count() == 0


def test_the_whole_flow_works_by_keyboard(open_page, address):
    page = open_page(address)
    for _ in range(15):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "TEXTAREA":
            break
    page.keyboard.type(AGENDA)
    page.keyboard.press("Enter")
    answered(page)
    page.locator(".chip").nth(0).focus()
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('.chip')[1].getAttribute('aria-pressed') === 'true'")


def test_who_presses_an_example_by_keyboard_goes_on_from_the_answer(open_page, address):
    page = open_page(address)
    page.locator(".example:visible").first.focus()
    page.keyboard.press("Enter")
    page.locator(".turn .chip").first.wait_for()
    page.wait_for_function("document.activeElement.classList.contains('turn')")


@pytest.mark.parametrize("width", [390, 767, 820, 1440])
def test_the_slide_is_beside_the_answer_and_below_it_on_a_phone(open_page, address, width):
    page = open_page(address, width)
    turn = ask(page, AGENDA)
    below, beside = turn.evaluate("""turn => {
        const said = turn.querySelector(".said").getBoundingClientRect();
        const slide = turn.querySelector(".slide:not([hidden])").getBoundingClientRect();
        return [slide.top >= said.bottom, slide.left >= said.right];
    }""")
    assert (below, beside) == ((True, False) if width < 768 else (False, True))
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_html_in_a_question_is_shown_as_it_was_written(open_page, address):
    page = open_page(address)
    question = "<img src=x onerror=alert(1)> {{7*7}} ${7*7} Hvem legger frem sak 5/26? 🙂"
    turn = ask(page, question)
    assert question in turn.locator("h2").inner_text()
    assert turn.locator("h2 img").count() == 0


@pytest.mark.parametrize(("question", "said"), [("   ", "Skriv et spørsmål først"), ("a" * 10_000, "for langt")])
def test_a_question_that_cannot_be_asked_gets_a_kind_word_and_stays_in_the_box(open_page, address, question, said):
    page = open_page(address)
    box = page.get_by_label("Hva lurer du på?")
    box.fill(question)
    page.get_by_role("button", name="Spør", exact=True).click()
    page.locator("#notice .notice").wait_for()
    assert said in page.locator("#notice .notice").inner_text()
    assert box.input_value() == question
    assert page.locator(".turn").count() == 0


def test_what_the_documents_do_not_say_reads_as_help(open_page, address):
    page = open_page(address)
    turn = ask(page, "Hva er forslaget til vedtak i sak 99/26?")
    assert turn.locator(".not-found").is_visible()
    assert turn.locator(".slide").count() == 0
    assert page.locator(".notice:visible").count() == 0


def test_an_empty_archive_says_what_to_do(open_page, serving, empty_sources):
    page = open_page(serving(*empty_sources))
    page.locator(".empty").wait_for()
    assert "radsassistent ingest" in page.locator(".empty").inner_text()
    assert page.locator(".example:visible").count() == 0
    page.get_by_label("Hva lurer du på?").fill(QUESTION)
    page.keyboard.press("Enter")
    page.locator("#notice .notice").wait_for()
    assert "Arkivet er tomt" in page.locator("#notice .notice").inner_text()


def test_the_page_is_norwegian_and_free_of_gradios_own_links(open_page, address):
    page = open_page(address)
    assert page.evaluate("document.documentElement.lang") == "nb"
    assert page.title() == "Rådsassistenten"
    assert "Gradio" not in page.locator("body").inner_text()
    assert "API" not in page.locator("body").inner_text()


def brightness(page):
    return sum(map(int, re.findall(r"\d+", page.evaluate("getComputedStyle(document.body).backgroundColor"))[:3])) / 3


def test_the_page_is_dark_where_the_machine_is_and_a_readers_choice_is_remembered(open_page, address):
    page = open_page(address, color_scheme="dark")
    assert brightness(page) < 60
    look = page.get_by_role("button", name="Mørkt")
    assert look.get_attribute("aria-pressed") == "true"
    look.click()
    assert brightness(page) > 230
    page.reload()
    page.get_by_label("Hva lurer du på?").wait_for()
    assert brightness(page) > 230
    assert brightness(open_page(address, color_scheme="light")) > 230
