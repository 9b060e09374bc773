"""The meetings as somebody who browses goes through them, in a real browser."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.decided_council import MEETING, decided_council

from radsassistent.answers import Assistant

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def decided_address(serving, tmp_path_factory):
    archive = decided_council(tmp_path_factory.mktemp("moter"), StemEmbedding())
    return serving(Assistant(archive), archive)


@pytest.fixture
def meetings(open_page, decided_address):
    """Opens the meetings with a query, in a language ("nn/"), and waits until they are there."""

    def opening(query="", language="", width=1440, **options):
        path = f"{language}moter{query}"
        return open_page(decided_address, width, path=path, ready="#meetings h2", **options)

    return opening


def test_from_the_list_to_the_agenda_to_a_case_and_back(meetings):
    page = meetings()
    page.get_by_role("link", name="Oppdiktrådet").click()
    page.get_by_role("heading", name="Oppdiktrådet, 5. mars 2031").wait_for()
    assert page.url.endswith(f"/moter?mote={MEETING}")
    page.get_by_role("link", name="Sak 1/31: Innkjøp av traktorer").click()
    heading = page.get_by_role("heading", name="Sak 1/31: Innkjøp av traktorer")
    heading.wait_for()
    page.wait_for_function("document.activeElement.tagName === 'H2'")
    assert page.title() == "Sak 1/31: Innkjøp av traktorer – Rådsassistenten"
    page.get_by_role("link", name="Neste: Sak 2/31").click()
    page.get_by_role("heading", name="Sak 2/31: Vaffeljern til kantina").wait_for()
    page.go_back()
    heading.wait_for()
    page.get_by_role("link", name="Alle møter").click()
    page.get_by_role("heading", name="3 møter").wait_for()


def test_another_language_shows_the_same_case(meetings):
    page = meetings(f"?mote={MEETING}&sak=1/31")
    page.get_by_role("link", name="English").click()
    page.get_by_role("heading", name="Case 1/31: Innkjøp av traktorer").wait_for()
    page.get_by_role("link", name="Nynorsk").click()
    page.get_by_role("link", name="Neste: Sak 2/31").wait_for()
    assert page.url.endswith(f"/nn/moter?mote={MEETING}&sak=1/31")


def test_a_link_to_a_case_opens_it_with_all_its_slides(meetings):
    page = meetings(f"?mote={MEETING}&sak=1/31")
    pictures = page.locator(".thumbnails img")
    assert pictures.count() == 4
    first = pictures.first
    first.scroll_into_view_if_needed()
    first.evaluate("image => image.decode()")
    assert first.evaluate("image => image.naturalWidth") > 0
    assert first.get_attribute("alt") == "Lysbilde 3 i oppdikt.pdf: Sak 1/31: Innkjøp av traktorer"


def test_a_key_point_leads_to_its_slide(meetings):
    page = meetings(f"?mote={MEETING}&sak=1/31")
    chip = page.locator(".points .slide-chip").first
    assert chip.inner_text() == "Lysbilde 4"
    chip.click()
    page.locator(".thumbnails li:target").wait_for()
    assert "Om traktorene" in page.locator(".thumbnails li:target").inner_text()


def test_the_register_and_the_meetings_lead_to_each_other(meetings, decided_address):
    page = meetings()
    page.goto(f"{decided_address}vedtak?sak=3/31")
    page.locator(".entry summary").first.click()
    page.get_by_role("link", name="Se saken i møtet").click()
    page.get_by_role("heading", name="Sak 3/31: Ny brygge").wait_for()
    assert page.locator(".outcome .status").inner_text() == "Utsatt"


@pytest.mark.parametrize("query", ["", f"?mote={MEETING}", f"?mote={MEETING}&sak=1/31", "?mote=tull"])
def test_the_meetings_have_no_barriers_and_fit_their_screen(meetings, axe, query):
    page = meetings(query)
    for width, scheme in ((390, "light"), (820, "light"), (1440, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("language", "said"), [("nn/", "Hovudpunkt"), ("en/", "Key points")])
def test_the_meetings_speak_the_languages_of_the_site(meetings, axe, language, said):
    page = meetings(f"?mote={MEETING}&sak=1/31", language)
    page.get_by_role("heading", name=said).wait_for()
    axe(page)
