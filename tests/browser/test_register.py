"""The register of decisions as a secretary uses it, in a real browser."""

from __future__ import annotations

import re

import pytest
from tests.browser.windows import by_day_and_night
from tests.council_embedding import StemEmbedding
from tests.decided_council import decided_council, hold_in_june

from radsassistent.answers import Assistant
from radsassistent.archive import Archive

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def decided_address(serving, tmp_path_factory):
    archive = decided_council(tmp_path_factory.mktemp("vedtak"), StemEmbedding())
    return serving(Assistant(archive), archive)


@pytest.fixture
def register(open_page, decided_address):
    """Opens the register with a query, in a language ("nn/"), and waits until it is there."""

    def opening(query="", language="", width=1440, **options):
        path = f"{language}vedtak{query}"
        return open_page(decided_address, width, path=path, ready="#register [data-part=found]", **options)

    return opening


def count(page):
    return page.locator("#register h2").first.inner_text()


def test_what_is_looked_for_is_found_while_typing_and_stands_in_the_address(register):
    page = register()
    assert count(page) == "6 treff"
    page.get_by_label("Søk i vedtak og forslag").fill("vaffeljern")
    page.get_by_text("1 treff", exact=True).wait_for()
    assert page.url.endswith("/vedtak?sok=vaffeljern")
    assert page.evaluate("document.activeElement.name") in ("sok", None)
    page.reload()
    page.locator("#register h2").first.wait_for()
    assert count(page) == "1 treff"
    assert page.get_by_label("Søk i vedtak og forslag").input_value() == "vaffeljern"


def test_filters_narrow_down_and_going_back_widens_again(register):
    page = register()
    page.get_by_label("Utsatt").check()
    page.get_by_text("1 treff", exact=True).wait_for()
    page.get_by_label("Avvist").check()
    page.get_by_text("2 treff", exact=True).wait_for()
    assert page.url.endswith("?status=avvist&status=utsatt") or page.url.count("status=") == 2
    page.go_back()
    page.get_by_text("1 treff", exact=True).wait_for()
    assert not page.get_by_label("Avvist").is_checked()
    assert page.get_by_label("Utsatt").is_checked()


def test_an_opened_row_shows_the_whole_of_it_with_the_slide(register):
    page = register("?sak=2/31")
    page.locator(".entry summary").click()
    row = page.locator(".entry")
    assert "Avstemning: 7 mot 2 stemmer" in row.inner_text()
    assert "Oppdiktrådet kjøper ett vaffeljern i 2031." in row.locator(".history").inner_text()
    picture = row.locator("img")
    picture.evaluate("image => image.decode()")
    assert picture.evaluate("image => image.naturalWidth") > 0
    link = row.get_by_role("link", name="Åpne originalen på lysbilde 1")
    assert page.request.get(link.evaluate("link => link.href")).body().startswith(b"%PDF")


@pytest.fixture(scope="module")
def june_address(serving, tmp_path_factory):
    folder = tmp_path_factory.mktemp("juni")
    archive = decided_council(folder, StemEmbedding())
    hold_in_june(archive, folder)
    return serving(Assistant(archive), archive)


@pytest.mark.parametrize("width", [390, 1440])
def test_a_case_that_was_put_off_leads_to_its_decision_and_back(open_page, june_address, axe, width):
    scheme = "dark" if width == 390 else "light"
    page = open_page(june_address, width, path="vedtak?status=utsatt", ready="#register h2", color_scheme=scheme)
    page.locator(".entry summary").click()
    turns = page.locator(".turns")
    assert turns.locator("li").count() == 2
    assert turns.locator("[aria-current]").inner_text() == "5. mars 2031, sak 3/31"
    axe(page)
    turns.get_by_role("link", name="10. juni 2031, sak 14/31").click()
    page.get_by_role("heading", name="Sak 14/31: Ny brygge").wait_for()
    assert "Oppdiktrådet bygger brygga av stein." in page.locator(".entry .words").inner_text()
    assert page.locator(".entry details").evaluate("row => row.open")
    assert page.evaluate("document.activeElement.matches('.entry summary')")
    assert page.locator("[aria-current]:visible").last.inner_text() == "10. juni 2031, sak 14/31"
    slide = turns.get_by_role("link", name="lysbilde 1 i referat-oppdikt.pdf")
    assert page.request.get(slide.evaluate("link => link.href")).body().startswith(b"%PDF")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.go_back()
    page.get_by_role("heading", name="Sak 3/31: Ny brygge").wait_for()
    assert page.get_by_label("Utsatt").is_checked()
    page.get_by_role("link", name="Se saken i møtet").click()
    page.locator("#meetings .turns").wait_for()
    axe(page)
    page.get_by_role("link", name="10. juni 2031, sak 14/31").click()
    page.locator(".entry details[open]").wait_for()


def test_an_opened_row_stands_in_the_address_until_it_is_closed(register):
    page = register("?sok=vaffeljern")
    page.locator(".entry summary").click()
    page.wait_for_url("**/vedtak?sok=vaffeljern#rad-*")
    page.reload()
    page.locator(".entry details[open]").wait_for()
    page.locator(".entry summary").click()
    page.wait_for_url("**/vedtak?sok=vaffeljern")


def test_another_language_shows_the_same_search_filters_and_opened_row(register):
    page = register("?sok=brygge&organ=Oppdiktrådet&status=utsatt&fra=01.03.2031")
    page.locator(".entry summary").click()
    page.wait_for_url("**#rad-*")
    opened = page.url.partition("#")[2]
    for language, said in (("Nynorsk", "1 treff"), ("English", "1 result"), ("Bokmål", "1 treff")):
        page.get_by_role("link", name=language, exact=True).click()
        page.locator("#register h2").get_by_text(said, exact=True).wait_for()
        page.locator(f"#{opened} details[open]").wait_for()
        assert page.locator("[name=sok]").input_value() == "brygge"
        assert page.locator("[name=organ]").input_value() == "Oppdiktrådet"
        assert page.locator("[name=fra]").input_value() == "01.03.2031"
        assert page.locator("[name=status]:checked").evaluate_all("all => all.map(each => each.value)") == ["utsatt"]


def test_another_language_has_what_was_typed_just_before(register):
    page = register()
    page.get_by_label("Søk i vedtak og forslag").press_sequentially("vaffeljern")
    page.get_by_role("link", name="English").click()
    page.get_by_text("1 result", exact=True).wait_for()
    assert page.locator("[name=sok]").input_value() == "vaffeljern"


def test_another_language_can_be_opened_in_a_tab_of_its_own_and_reached_by_keyboard(register):
    page = register("?sok=vaffeljern")
    with page.context.expect_page() as tab:
        page.get_by_role("link", name="English").click(modifiers=["ControlOrMeta"])
    tab.value.wait_for_url("**/en/vedtak?sok=vaffeljern")
    tab.value.close()
    page.get_by_role("link", name="Nynorsk").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/nn/vedtak?sok=vaffeljern")


@pytest.mark.parametrize(("locale", "scheme"), [("nb-NO", "dark"), ("en-US", "light")])
def test_a_day_is_typed_the_norwegian_way_in_a_browser_of_any_language(register, axe, locale, scheme):
    page = register(locale=locale, color_scheme=scheme)
    since = page.get_by_label("Fra og med")
    since.fill("9.4.31")
    since.press("Enter")
    page.get_by_text("2 treff", exact=True).wait_for()
    assert since.input_value() == "09.04.2031"
    since.fill("i fjor")
    since.press("Tab")
    told = page.get_by_text("«i fjor» er ingen dato. Skriv den som 12.02.2026.")
    told.wait_for()
    page.get_by_text("6 treff", exact=True).wait_for()
    assert since.get_attribute("aria-invalid") == "true"
    assert told.get_attribute("id") in since.get_attribute("aria-describedby")
    axe(page)
    since.fill("10042031")
    since.press("Tab")
    page.get_by_text("1 treff", exact=True).wait_for()
    assert since.input_value() == "10.04.2031"
    assert since.get_attribute("aria-invalid") == "false"
    assert not told.is_visible()


def test_a_period_that_ends_before_it_begins_is_told_until_it_is_right(register, axe):
    page = register()
    since, until = page.get_by_label("Fra og med"), page.get_by_label("Til og med")
    since.fill("10.4.2031")
    since.press("Tab")
    until.fill("9.4.2031")
    until.press("Tab")
    told = page.get_by_text("«Fra og med» er etter «Til og med». Bytt om på datoene.")
    told.wait_for()
    page.get_by_text("6 treff", exact=True).wait_for()
    assert [each.get_attribute("aria-invalid") for each in (since, until)] == ["true", "true"]
    assert told.get_attribute("id") in since.get_attribute("aria-describedby")
    axe(page)
    since.fill("9.4.2031")
    since.press("Tab")
    page.get_by_text("1 treff", exact=True).wait_for()
    assert not told.is_visible() and until.get_attribute("aria-invalid") == "false"


def test_the_file_that_is_downloaded_has_the_rows_that_are_shown(register):
    page = register()
    page.get_by_label("Utsatt").check()
    page.get_by_text("1 treff", exact=True).wait_for()
    with page.expect_download() as download:
        page.get_by_role("link", name="Last ned CSV").click()
    lines = download.value.path().read_text("utf-8-sig").splitlines()
    assert [";Utsatt;" in line for line in lines] == [False, True]
    assert re.fullmatch(r"vedtak-\d{4}-\d\d-\d\d\.csv", download.value.suggested_filename)


def test_a_row_can_be_found_opened_and_left_by_keyboard(register):
    page = register("?sak=3/31")
    page.get_by_label("Søk i vedtak og forslag").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.entry') !== null"):
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.locator(".entry details[open]").wait_for()
    page.keyboard.press("Tab")
    assert "original" in page.evaluate("document.activeElement.href")


def test_nothing_found_offers_the_whole_register_again(register):
    page = register("?sok=romfart")
    page.get_by_role("link", name="Vis hele registeret").click()
    page.get_by_text("6 treff", exact=True).wait_for()
    assert page.get_by_label("Søk i vedtak og forslag").input_value() == ""


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_the_register_has_no_barriers_and_fits_its_screen(register, axe, picture, width):
    page = register(width=width)
    page.locator(".entry summary").first.click()
    for scheme in by_day_and_night(page):
        axe(page)
        picture(page, f"vedtak-oppdiktet-{width}-{scheme}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if width == 390:
        heights = page.locator(
            "#register :is(button, select, summary, .choice, .exports a, .links a):visible"
        ).evaluate_all("all => all.map(each => each.getBoundingClientRect().height)")
        assert min(heights) >= 44


@pytest.mark.parametrize(("language", "said"), [("nn/", "5 handsama"), ("en/", "4 dealt with")])
def test_the_register_speaks_the_languages_of_the_site(register, axe, language, said):
    page = register(language=language)
    assert said[2:] in page.locator("#register [data-part=count]").inner_text()
    axe(page)


def test_an_empty_register_says_where_its_rows_come_from(open_page, serving, tmp_path, axe):
    archive = Archive.open(tmp_path, StemEmbedding())
    address = serving(Assistant(archive), archive)
    page = open_page(address, path="vedtak", ready="#register")
    page.get_by_text("Ingen forslag eller vedtak ennå").wait_for()
    axe(page)


def test_a_row_leads_to_the_chat_which_answers_about_that_case_of_that_meeting(register):
    page = register("?sok=seilbåter")
    page.locator(".entry summary").click()
    page.get_by_role("link", name="Spør om denne saken").click()
    turn = page.locator(".turn")
    turn.locator(".chip").first.wait_for()
    assert "planen for seilbåtene" in turn.locator(".sentence").first.inner_text()
