"""The page of uploads in a browser: from a dropped file to a published meeting, on a phone and by keyboard too."""

from __future__ import annotations

import re

import pytest
from tests.browser.windows import by_day_and_night
from tests.pdf_builder import Page, pdf
from tests.web.secretariat import PAPER, served, stand, uploaded

from radsassistent.archive.writer_lock import writing

pytestmark = pytest.mark.browser

_days = iter(range(1, 28))


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    with served(tmp_path_factory.mktemp("opplasting"), otherwise="kari") as site:
        yield site


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "innkalling.md"
    path.write_text(PAPER.replace("13. februar", f"{next(_days)}. april"), encoding="utf-8")
    return path


@pytest.fixture
def open_upload(new_page, running):
    """Opens the page as somebody; fails the test at an error in the browser or at anything asked of another host."""
    faults = []

    def opening(who="kari", width=1440, path="last-opp", ready="#upload-files", **options):
        page = new_page(width, **options)
        page.context.add_cookies([{"name": "hvem", "value": who, "url": running.address}])
        page.on("request", lambda r: r.url.startswith((running.address, "data:", "blob:")) or faults.append(r.url))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("response", lambda r: r.status >= 500 and faults.append(f"{r.status} {r.url}"))
        page.goto(running.address + path)
        page.locator(ready).wait_for(state="attached")
        return page

    yield opening
    assert faults == []


def upload(page, *files):
    page.locator("#uploading").wait_for()
    page.set_input_files("#upload-files", list(files))
    page.locator(".draft:not([data-poll])").wait_for()


def test_a_file_becomes_a_draft_is_corrected_and_published(open_upload, running, paper):
    page = open_upload()
    upload(page, paper)
    assert page.locator(".draft h2").inner_text().startswith("Se over: Oppdiktrådet")
    assert page.evaluate("document.activeElement.tagName") == "H2", "who works by keyboard goes on from the draft"
    page.get_by_label("Tittel", exact=True).fill("Vårmøtet")
    page.get_by_role("button", name="Lagre rettelsene").click()
    page.get_by_text("rettet av kari").first.wait_for()
    page.get_by_role("button", name="Publiser").click()
    page.get_by_role("heading", name="Publisert").wait_for()
    page.get_by_text("Du har ingen utkast.").wait_for()
    assert any("freder trollet" in each.text for each in running.archive.snapshot().passages.values())


def test_a_wrong_date_is_told_at_its_field_until_it_is_another(open_upload, paper):
    page = open_upload(width=390)
    upload(page, paper)
    date = page.get_by_label("Dato", exact=True)
    right = date.input_value()
    date.fill("31.02.2026")
    page.get_by_role("button", name="Lagre rettelsene").click()
    told = page.locator("#utkast-date-feil")
    told.filter(has_text="«31.02.2026» er ingen dato.").wait_for()
    assert date.get_attribute("aria-invalid") == "true" and date.get_attribute("aria-describedby") == "utkast-date-feil"
    assert date.evaluate("field => field === document.activeElement")
    assert page.locator("#upload-notice .notice").count() == 0, "it is told once"
    date.fill(right)
    assert (
        told.inner_text() == "" and date.get_attribute("aria-invalid") is date.get_attribute("aria-describedby") is None
    )
    page.get_by_role("button", name="Lagre rettelsene").click()
    page.get_by_text("Rettelsene er lagret i utkastet").wait_for()


def test_a_row_that_cannot_be_is_told_at_its_table(open_upload, paper):
    page = open_upload()
    upload(page, paper)
    first = page.get_by_label("Fra lysbilde").first
    first.fill("9")
    page.get_by_role("button", name="Lagre rettelsene").click()
    told = page.locator(".document .fault")
    told.filter(has_text="Lysbilde 9–").wait_for()
    assert first.get_attribute("aria-describedby") == told.get_attribute("id") != ""
    assert first.evaluate("field => field === document.activeElement")


def test_one_correction_is_taken_back_by_keyboard_and_what_else_was_typed_is_kept(open_upload, paper):
    page = open_upload()
    upload(page, paper)
    right = page.get_by_label("Dato", exact=True).input_value()
    page.get_by_label("Dato", exact=True).fill("24.12.2026")
    page.get_by_label("Tittel på sak 4/26").fill("Tomter")
    page.get_by_role("button", name="Lagre rettelsene").click()
    page.get_by_text("rettet av kari").first.wait_for()
    page.get_by_label("Tittel", exact=True).fill("Vårmøtet")
    page.get_by_role("button", name="Ta tilbake: Dato").press("Enter")
    page.get_by_text("Rettelsen er tatt tilbake").wait_for()
    date = page.get_by_label("Dato", exact=True)
    assert date.input_value() == right and date.evaluate("field => field === document.activeElement")
    assert page.get_by_label("Tittel", exact=True).input_value() == "Vårmøtet"
    page.get_by_role("button", name="Ta tilbake: Tittel på sak 4/26").press("Space")
    page.get_by_role("button", name="Ta tilbake: Tittel på sak 4/26").wait_for(state="detached")
    assert page.get_by_label("Tittel på sak 4/26").input_value() == "Nisser"
    page.get_by_label("Sak for lysbilde").first.fill("9")
    page.get_by_role("button", name="Lagre rettelsene").click()
    page.get_by_role("button", name="Ta tilbake: Sak for lysbilde").press("Enter")
    page.get_by_role("button", name="Ta tilbake: Sak for lysbilde").wait_for(state="detached")
    assert page.locator("[name=case]").first.evaluate("field => field === document.activeElement")
    assert page.locator("[name=case]").first.input_value() != "9/26"
    assert page.locator(".take-back").count() == 1, "the title's stays"


def test_publishing_with_unsaved_corrections_saves_and_shows_them_first(open_upload, running, paper):
    page = open_upload()
    upload(page, paper)
    before = running.archive.generation()
    page.get_by_label("Tittel", exact=True).fill("Høstmøtet")
    page.get_by_role("button", name="Publiser").click()
    page.get_by_text("Rettelsene er lagret i utkastet").wait_for()
    assert running.archive.generation() == before
    page.get_by_role("button", name="Publiser").click()
    page.get_by_role("heading", name="Publisert").wait_for()


def test_a_double_click_publishes_once(open_upload, running, paper):
    page = open_upload()
    upload(page, paper)
    before = running.archive.generation()
    page.get_by_role("button", name="Publiser").dblclick()
    page.get_by_role("heading", name="Publisert").wait_for()
    page.wait_for_timeout(500)
    assert running.archive.generation() == before + 1
    assert page.locator("#upload-notice .notice").count() == 0


def test_bad_files_are_told_of_and_good_ones_are_read(open_upload, tmp_path, paper):
    (tmp_path / "tom.pdf").touch()
    (tmp_path / "<b>rar.xyz").write_bytes(b"\x00\x01")
    page = open_upload()
    upload(page, tmp_path / "tom.pdf", tmp_path / "<b>rar.xyz", paper)
    told = page.locator(".draft > .notice").first.inner_text()
    assert "tom.pdf: filen er tom (0 byte)." in told and "-b-rar.xyz: filtypen kan ikke leses." in told
    assert page.get_by_role("button", name="Publiser").is_visible()


def test_a_draft_is_still_there_after_a_reload_and_is_gone_when_discarded(open_upload, paper):
    page = open_upload()
    upload(page, paper)
    page.reload()
    page.locator(".draft[data-stand]").wait_for()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Forkast").click()
    page.get_by_text("Utkastet er forkastet").wait_for()
    page.reload()
    page.locator("#uploading").wait_for()
    assert page.locator(".draft").count() == 0


def test_a_row_is_parted_where_a_new_case_begins_and_the_next_row_follows(open_upload, tmp_path):
    deck = tmp_path / "lysbilder.pdf"
    texts = ["Møte i Oppdiktrådet 30. mai 2026", "Sak 3/26: Troll", *(f"Om troll nummer {n}" for n in range(1, 6))]
    deck.write_bytes(pdf(*(Page().text(text, 40, 60, 32).text("Det er stort.", 40, 160) for text in texts)))
    page = open_upload()
    upload(page, deck)
    rows = page.locator(".ranges tbody tr")
    assert rows.count() == 2
    rows.nth(1).get_by_role("button", name="Del raden").click()
    assert rows.count() == 3
    rows.nth(1).get_by_label("Til lysbilde").fill("3")
    rows.nth(1).get_by_label("Til lysbilde").press("Tab")
    assert rows.nth(2).get_by_label("Fra lysbilde").input_value() == "4"
    rows.nth(2).locator("[name=case]").fill("7")
    page.get_by_role("button", name="Lagre rettelsene").click()
    page.get_by_text("programmet forsto «3/26»").first.wait_for()
    assert page.locator(".cases").get_by_role("rowheader", name="7/26").is_visible()
    rows.nth(2).locator("summary").click()
    assert "rettet av kari" in rows.nth(2).locator(".evidence").inner_text()
    rows.nth(2).get_by_role("button", name="Om troll nummer 2").click()
    picture = rows.nth(2).get_by_role("img", name="Lysbilde 4")
    picture.wait_for()
    page.wait_for_function("image => image.naturalWidth === 960", arg=picture.element_handle())


def test_an_archive_that_is_busy_is_told_and_publishing_can_be_tried_again(open_upload, running, paper):
    page = open_upload()
    upload(page, paper)
    with writing(running.archive.directory, 1):
        page.get_by_role("button", name="Publiser").click()
        page.get_by_text("Arkivet er opptatt").wait_for()
    page.get_by_role("button", name="Publiser").click()
    page.get_by_role("heading", name="Publisert").wait_for()


def test_a_button_that_arrives_while_something_is_under_way_waits_for_it(open_upload, running, paper):
    page = open_upload()
    upload(page, paper)
    held = []
    page.route("**/last-opp/utkast", lambda route: held.append(route))
    with writing(running.archive.directory, 1):
        page.get_by_role("button", name="Publiser").press("Enter")
        page.get_by_text("Arkivet er opptatt").wait_for()
    publish = page.get_by_role("button", name="Publiser")
    page.wait_for_function("document.activeElement.tagName === 'H2'")
    assert publish.is_disabled() and page.get_by_role("button", name="Forkast").is_disabled()
    held[0].continue_()
    page.unroute("**/last-opp/utkast")
    publish.click()
    page.get_by_role("heading", name="Publisert").wait_for()


def test_files_that_are_dropped_while_something_is_under_way_are_not_lost_without_a_word(open_upload, paper):
    page = open_upload()
    upload(page, paper)
    held = []
    page.route("**/publiser", lambda route: held.append(route))
    page.get_by_role("button", name="Publiser").press("Enter")
    page.get_by_text("Publiserer …").first.wait_for()
    dropped = page.evaluate_handle(
        "() => { const files = new DataTransfer(); files.items.add(new File(['a'], 'a.md')); return files; }"
    )
    page.dispatch_event(".drop", "drop", {"dataTransfer": dropped})
    page.get_by_text("Noe annet er i gang. Vent til det er ferdig, og slipp filene på nytt.").wait_for()
    held[0].continue_()
    page.get_by_role("heading", name="Publisert").wait_for()
    page.locator("#uploading:not([aria-busy])").wait_for()
    page.dispatch_event(".drop", "drop", {"dataTransfer": dropped})
    page.locator(".draft:not([data-poll])").wait_for()


def test_who_works_by_keyboard_is_still_at_the_button_that_was_refused(open_upload, paper):
    page = open_upload()
    upload(page, paper)
    page.route("**/publiser", lambda route: route.abort())
    publish = page.get_by_role("button", name="Publiser")
    publish.press("Enter")
    page.get_by_text("Jeg får ikke kontakt").wait_for()
    page.wait_for_function("document.activeElement.textContent === 'Publiser'")
    page.unroute("**/publiser")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Publisert").wait_for()


def test_a_draft_can_be_discarded_by_keyboard_while_it_is_read(open_upload, running, paper):
    page = open_upload()
    page.locator("#uploading").wait_for()
    asked = []
    reading = (
        "<h2>Leses</h2><label class=reading><span data-said>{}</span></label><button data-discard>Forkast</button>"
    )

    def still(route):
        asked.append(route)
        content = reading.format(f"Side {len(asked)}")
        route.fulfill(body=f"<article class=draft data-poll>{content}</article>", content_type="text/html")

    page.route(re.compile(r"/last-opp/utkast/[\w-]{12}$"), still)
    page.set_input_files("#upload-files", paper)
    page.locator(".reading").get_by_text("Side 1").wait_for()
    page.get_by_role("button", name="Forkast").focus()
    page.locator(".reading").get_by_text("Side 3").wait_for()
    page.once("dialog", lambda dialog: dialog.accept())
    page.keyboard.press("Enter")
    page.get_by_text("Utkastet er forkastet").wait_for()
    page.wait_for_function("document.activeElement.id === 'upload-files'")


@pytest.fixture
def held(running, paper):
    """A published meeting: the address of its agenda."""
    draft, page = uploaded(running, {f"{paper.parent.name}.md": paper.read_text(encoding="utf-8")})
    answer = running.ask(f"/last-opp/utkast/{draft}/publiser", "POST", value=stand(page))
    return "moter?" + re.search(r"moter\?(mote=[\w-]+)", answer.text)[1]


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (820, "light"), (1440, "light")])
def test_a_published_meeting_is_opened_corrected_and_published_again(open_upload, axe, held, width, scheme):
    page = open_upload(path=held, ready="#meetings .agenda", width=width, color_scheme=scheme)
    axe(page)
    page.get_by_role("link", name="Rett opp møtet").press("Enter")
    page.get_by_text("Ingenting er rettet ennå.").wait_for()
    page.wait_for_function("document.activeElement.textContent.startsWith('Rett opp: Oppdiktrådet')")
    assert page.get_by_text("Møtet er publisert. Rettelsene gjelder først når du publiserer igjen.").is_visible()
    assert page.get_by_role("button", name="Publiser igjen").count() == 0
    page.get_by_label("Tittel på sak 4/26").fill("Tomter og nisser")
    page.get_by_role("button", name="Lagre rettelsene").click()
    page.locator(".changes").get_by_text("Tomter og nisser").wait_for()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Publiser igjen").click()
    page.get_by_role("link", name="Se møtet").click()
    page.get_by_role("link", name="Sak 4/26: Tomter og nisser").wait_for()
    page.get_by_role("link", name="Rett opp møtet").click()
    page.get_by_role("button", name="Ta tilbake alle rettelsene").click()
    page.locator(".changes del").get_by_text("Tomter og nisser").wait_for()
    page.get_by_role("button", name="Publiser igjen").click()
    page.get_by_role("link", name="Se møtet").click()
    page.get_by_role("link", name="Sak 4/26: Nisser").wait_for()


def test_corrections_that_are_discarded_leave_the_meeting_as_it_is(open_upload, running, held):
    before = running.archive.generation()
    page = open_upload(path=f"last-opp#{held.removeprefix('moter?')}")
    page.get_by_text("Ingenting er rettet ennå.").wait_for()
    page.reload()
    page.get_by_text("Ingenting er rettet ennå.").wait_for()
    assert page.get_by_text("retter opp et publisert møte").count() == 1, "one draft, also after a reload"
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))
    page.get_by_role("button", name="Forkast rettelsene").click()
    page.get_by_text("Møtet står som det er publisert.").wait_for()
    assert asked == ["Forkaste rettelsene? Møtet blir stående som det er publisert."]
    assert running.archive.generation() == before


def test_a_meeting_that_is_not_there_is_told_and_the_page_can_be_used(open_upload):
    page = open_upload(path="last-opp#mote=2020-01-01-ingen")
    page.locator("#upload-notice").get_by_text("Møtet finnes ikke lenger i arkivet").wait_for()
    assert page.locator("#upload-files").is_enabled()


def test_a_member_is_told_that_the_page_is_the_secretarys(open_upload):
    page = open_upload("medlem", ready="h1")
    assert "sekretariatet" in page.locator("body").inner_text()
    assert page.locator("#upload-files").count() == 0


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_the_page_has_no_barriers_at_any_width(open_upload, axe, picture, paper, width):
    page = open_upload(width=width)
    page.locator("#uploading").wait_for()
    for _ in by_day_and_night(page):
        axe(page)
    upload(page, paper)
    page.get_by_label("Tittel", exact=True).fill("Vårmøtet")
    page.get_by_role("button", name="Lagre rettelsene").click()
    page.get_by_text("rettet av kari").first.wait_for()
    page.locator(".ranges summary").first.click()
    for scheme in by_day_and_night(page):
        axe(page)
        picture(page, f"last-opp-oppdiktet-{width}-{scheme}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("language", "heading"), [("nn/", "Last opp"), ("en/", "Upload")])
def test_the_page_is_read_in_other_languages(open_upload, paper, language, heading):
    page = open_upload(path=f"{language}last-opp")
    upload(page, paper)
    assert page.get_by_role("heading", level=1).inner_text() == heading
    word = {"nn/": "Sjå over: Oppdiktrådet", "en/": "Look over: Oppdiktrådet"}[language]
    assert page.locator(".draft h2").inner_text().startswith(word)
