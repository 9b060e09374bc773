"""What the other tests in a browser rest on: nothing of one is left for the next, but the scripts that it has fetched."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser


def test_a_window_knows_nothing_of_those_before_it_but_has_their_scripts(windows, address):
    def opened():
        page = windows.open(800, 600)
        page.goto(address)
        page.locator(".example:visible").first.wait_for()
        return page

    windows.forget()
    page = opened()
    page.evaluate("localStorage.kept = sessionStorage.kept = document.cookie = 'kept=1'")
    page.emulate_media(color_scheme="dark")
    browser = page.context
    windows.forget()
    page = opened()
    assert page.context is browser
    assert page.evaluate("[localStorage.kept, sessionStorage.kept, document.cookie]") == [None, None, ""]
    assert page.evaluate("matchMedia('(prefers-color-scheme: light)').matches")
    sent = "performance.getEntriesByType('resource').filter((each) => each.name.endsWith('.js')).map((each) => each.transferSize)"
    sizes = page.evaluate(sent)
    assert sizes and sizes.count(0) > len(sizes) / 2
    windows.forget()


def test_two_windows_of_a_test_are_those_of_two_browsers(windows, address):
    first, second = windows.open(800, 600), windows.open(800, 600)
    for page in (first, second):
        page.goto(address)
    first.evaluate("localStorage.kept = 'one'")
    assert second.evaluate("localStorage.kept") is None
    windows.forget()
