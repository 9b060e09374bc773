"""Every page, in every language, light and dark, phone and screen: no barriers, nothing from outside, no sideways scroll."""

from __future__ import annotations

import pytest
from tests.browser.windows import by_day_and_night

from radsassistent.answers import Assistant

pytestmark = pytest.mark.browser

PAGES = ["", "vedtak", "moter", "last-opp", "kvalitet"]
PHONE, SCREEN = (390, 844), (1440, 900)
# What 1280 pixels across are at 200 % zoom: half as many, each of them two (WCAG 2.1, 1.4.4).
ZOOMED = {"size": (640, 400), "device_scale_factor": 2}


@pytest.fixture(scope="module")
def address(serving, councils):
    return serving(Assistant(councils), councils)


@pytest.fixture
def opened(new_page, address):
    """Opens a page of the site and waits until it shows its heading. Fails the test if it asks another host for anything."""
    outside = []

    def opening(path, size=SCREEN, **options):
        page = new_page(*size, **options)
        page.on("request", lambda sent: sent.url.startswith((address, "data:", "blob:")) or outside.append(sent.url))
        page.goto(address + path.lstrip("/"))
        page.get_by_role("heading", level=1).first.wait_for()
        page.wait_for_function("document.fonts.status === 'loaded'")
        return page

    yield opening
    assert outside == []


def every_page(language):
    return [f"{language}/{path}" for path in PAGES]


@pytest.mark.parametrize("size", [PHONE, SCREEN], ids=["phone", "screen"])
@pytest.mark.parametrize("path", every_page(""))
def test_no_page_has_a_barrier_by_day_or_night(opened, axe, path, size):
    page = opened(path, size)
    for _ in by_day_and_night(page):
        axe(page)


@pytest.mark.parametrize("path", [*every_page("/nn"), *every_page("/en")])
def test_no_page_has_a_barrier_in_another_language(opened, axe, path):
    axe(opened(path, PHONE))


def test_the_page_about_the_api_has_no_barrier(opened, axe):
    axe(opened("/api/v1/", PHONE))


@pytest.mark.parametrize("path", every_page(""))
def test_every_page_says_its_language_and_has_one_main_heading(opened, path):
    page = opened(path)
    assert page.locator("html").get_attribute("lang") == "nb"
    assert page.get_by_role("heading", level=1).count() == 1


@pytest.mark.parametrize("view", [{"size": PHONE}, ZOOMED], ids=["phone", "zoomed"])
@pytest.mark.parametrize("path", [*every_page(""), *every_page("/en"), "/api/v1/"])
def test_no_page_scrolls_sideways(opened, path, view):
    page = opened(path, **view)
    across = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert across[0] <= across[1]
