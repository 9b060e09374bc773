"""The slides beside an answer: where the quoted words stand, what stands before and after, and a closer look."""

from __future__ import annotations

import pytest
from tests.browser.test_chat import AGENDA, QUESTION, ask, shown_slide

pytestmark = pytest.mark.browser

COSTS = "Hva er de samlede kostnadene i 2026?"


def shown(turn):
    return turn.locator(".slide:not([hidden])")


def place(turn):
    return shown(turn).locator(".place").inner_text()


def test_the_quoted_figure_is_marked_where_its_row_and_year_meet(open_page, address):
    turn = ask(open_page(address), COSTS)
    shown_slide(turn)
    mark = shown(turn).locator(".mark")
    mark.first.wait_for()
    assert mark.count() == 1
    left, top = mark.evaluate("""mark => {
        const picture = mark.closest(".picture").getBoundingClientRect(), here = mark.getBoundingClientRect();
        return [(here.left + here.width / 2 - picture.left) / picture.width,
                (here.top + here.height / 2 - picture.top) / picture.height];
    }""")
    # The cell of the sum for 2026 on slide 71.
    assert (round(left, 1), round(top, 1)) == (0.7, 0.7)


def test_a_quoted_sentence_is_marked_line_by_line(open_page, address):
    turn = ask(open_page(address), QUESTION)
    shown(turn).locator(".mark").first.wait_for()
    assert shown(turn).locator(".mark").count() >= 3


def test_the_slides_before_and_after_can_be_seen_and_the_source_found_again(open_page, address):
    page = open_page(address)
    turn = ask(page, COSTS)
    shown(turn).locator(".mark").first.wait_for()
    assert place(turn) == "71 av 174"
    shown(turn).get_by_role("button", name="Neste").click()
    page.wait_for_function("document.querySelector('.slide:not([hidden]) .place').textContent === '72 av 174'")
    assert "/72.png" in shown_slide(turn)
    assert shown(turn).locator(".mark").count() == 0
    assert "lysbilde 72" in shown(turn).locator(".label").inner_text()
    assert shown(turn).locator(".original").get_attribute("href").endswith("#page=72")
    shown(turn).get_by_role("button", name="Tilbake til kilden").click()
    shown(turn).locator(".mark").first.wait_for()
    assert "/71.png" in shown_slide(turn)
    assert shown(turn).locator(".back").is_hidden()


def test_a_citation_brings_its_own_slide_back_when_it_is_pressed(open_page, address):
    turn = ask(open_page(address), COSTS)
    shown(turn).get_by_role("button", name="Forrige").click()
    turn.locator(".chip").first.click()
    shown(turn).locator(".mark").first.wait_for()
    assert place(turn) == "71 av 174"


def test_a_closer_look_works_by_keyboard_and_leads_back(open_page, address):
    page = open_page(address)
    turn = ask(page, COSTS)
    shown(turn).locator(".mark").first.wait_for()
    shown(turn).get_by_role("button", name="Forstørr").focus()
    page.keyboard.press("Enter")
    look = page.locator("dialog[open]")
    look.locator(".mark").wait_for()
    width = "document.querySelector('dialog .canvas').getBoundingClientRect().width"
    before = page.evaluate(width)
    page.keyboard.press("+")
    assert page.evaluate(width) > before * 1.4
    page.keyboard.press("-")
    assert page.evaluate(width) == pytest.approx(before, rel=0.01)
    page.keyboard.press("Escape")
    look.wait_for(state="hidden")
    assert page.evaluate("document.activeElement.className") == "closer"


def test_all_cited_slides_are_on_paper(open_page, address):
    page = open_page(address)
    turn = ask(page, "Hvem legger frem sak 5/26, og hva er forslaget til vedtak i sak 9/26?")
    cited = turn.locator(".slide").count()
    assert cited > 1
    page.emulate_media(media="print")
    assert turn.locator(".slide:visible").count() == cited
    assert page.locator("#composer:visible, #head:visible, .after:visible").count() == 0


def test_a_slide_that_is_cited_for_many_cases_is_on_paper_once(open_page, address):
    page = open_page(address)
    turn = ask(page, AGENDA)
    page.emulate_media(media="print")
    assert turn.locator(".slide:visible").count() == 1


def test_the_agenda_has_one_slide_for_each_case_that_it_names(open_page, address):
    turn = ask(open_page(address), AGENDA)
    assert turn.locator(".chip").count() > 8
    assert turn.locator(".slide:visible").count() == 1
