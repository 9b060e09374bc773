"""The chat without barriers: axe-core on its states, by touch, at 200 % zoom, and in the three languages."""

from __future__ import annotations

import pytest
from tests.browser.test_chat import AGENDA, QUESTION, answered, ask
from tests.browser.test_chat_slides import COSTS
from tests.browser.windows import by_day_and_night

pytestmark = pytest.mark.browser

ABSENT = "Hva er forslaget til vedtak i sak 99/26?"


def arrived(page):
    page.locator(".example:visible").first.wait_for()


def choosing(page):
    page.get_by_text("Velg hvor jeg skal lete").click()
    page.get_by_label("Møte", exact=True).wait_for()


def looking_closer(page):
    turn = ask(page, COSTS)
    turn.locator(".mark").first.wait_for()
    turn.get_by_role("button", name="Forstørr").locator("visible=true").click()
    page.locator("dialog[open]").wait_for()


def told_to_write(page):
    page.get_by_role("button", name="Spør", exact=True).click()
    page.locator("#notice .notice").wait_for()


STATES = {
    "arrival": arrived,
    "choosing where": choosing,
    "an answer": lambda page: ask(page, QUESTION),
    "a list": lambda page: ask(page, AGENDA),
    "no answer": lambda page: ask(page, ABSENT),
    "a closer look": looking_closer,
    "a notice": told_to_write,
}


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_no_barrier_by_day_or_night(open_page, address, axe, state):
    page = open_page(address, reduced_motion="reduce")
    STATES[state](page)
    for _ in by_day_and_night(page):
        axe(page)


def test_every_target_is_large_enough_for_a_thumb(open_page, address):
    page = open_page(address, 390, 844, has_touch=True, is_mobile=True)
    ask(page, COSTS)
    small = page.evaluate("""() => [...document.querySelectorAll("a, button, select, textarea, summary")]
        .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest(".unseen"))
        .map((each) => [each.textContent.trim(), each.getBoundingClientRect().height])
        .filter(([, height]) => height < 43.5)""")
    assert small == []


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_has_to_be_scrolled_sideways_on_a_small_screen(open_page, address, width):
    page = open_page(address, width, 700)
    choosing(page)
    ask(page, AGENDA)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_an_answer_is_read_out_and_the_search_before_it(open_page, address):
    page = open_page(address)
    status = page.locator("#status [role=status]")
    ask(page, "Hvem legger frem sak 5/26?")
    page.wait_for_function("document.querySelector('#status p').textContent.startsWith('Svar: Rita Midthaug')")
    assert status.count() == 1


def test_a_filter_says_what_pressing_it_does(open_page, address):
    turn = ask(open_page(address), QUESTION)
    assert turn.get_by_role("button", name="sak 9/26: fjern, og spør igjen").count() == 1


@pytest.mark.parametrize(
    ("path", "box", "example", "chip", "language"),
    [
        ("nn/", "Kva lurer du på?", ("Kven legg fram", ", legg fram sak "), "lysbilete", "nn"),
        ("en/", "What would you like to know?", ("Who presents", ", presents case "), "slide", "en"),
    ],
)
def test_the_page_speaks_the_readers_language_and_its_examples_are_answered(
    new_page, address, path, box, example, chip, language
):
    page = new_page(820, locale=None)
    page.goto(address + path)
    page.get_by_label(box).wait_for()
    page.locator(".example:visible").first.wait_for()
    assert page.evaluate("document.documentElement.lang") == language
    examples = page.locator(".example:visible").all_inner_texts()
    asks, says = example
    assert any(text.startswith(asks) for text in examples)
    for place, question in enumerate(examples):
        page.goto(f"{address}{path}?q={question}")
        turn = answered(page, 0)
        assert turn.locator(".chip").count() > 0, (place, question)
        assert chip in turn.locator(".chip").first.inner_text()
        if question.startswith(asks):
            for told in (turn.locator(".sentence").first, page.locator("#status p")):
                assert says in told.inner_text() and told.locator("[lang=nb]").count() == 2, (
                    "name and title are Norwegian"
                )
        assert turn.locator(".slide:visible img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
