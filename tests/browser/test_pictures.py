"""Every page over the February deck, on a phone and a screen, as pictures that are kept of the run."""

from __future__ import annotations

import json
import os
import shutil

import pytest
from tests.browser.test_chat import ask, shown_slide
from tests.browser.test_chat_slides import COSTS
from tests.conftest import DECK, ROOT
from tests.council_embedding import StemEmbedding

from radsassistent.answers import Assistant
from radsassistent.archive import Archive
from radsassistent.archive.asked import AskedLog
from radsassistent.evaluation.command import asking
from radsassistent.evaluation.gold import load
from radsassistent.evaluation.report import as_dict
from radsassistent.evaluation.run import evaluate, of_split
from radsassistent.settings import Settings
from radsassistent.web.reader import Role
from radsassistent.web.users import User, Users

pytestmark = pytest.mark.browser

SIZES = [(390, 844), (1440, 900)]
PRESENTER = "Hvem legger frem sak 5/26?"
MEETING = "2026-02-12-portefoljeradet"
PASSWORD = "traktor-vaffel-brygge"
# A few of the test questions are enough to see figures on the page; the picture for the docs has those of all.
EVERY = 1 if os.environ.get("RADSASSISTENT_ALL_FIGURES") == "1" else 10


@pytest.fixture(scope="module")
def council(serving, february_archive, tmp_path_factory, built_in_embedder):
    """The February meeting, measured, with questions that somebody has asked; the address."""
    folder = tmp_path_factory.mktemp("februar")
    shutil.copytree(february_archive.directory, folder / "archive")
    archive = Archive.open(folder / "archive", built_in_embedder)
    assistant = Assistant(archive)
    (folder / "reports").mkdir()
    questions = of_split(load(ROOT / "eval" / f"{MEETING}.jsonl"), "test")[::EVERY]
    report = evaluate(questions, asking(assistant), {MEETING: {DECK.name}})
    (folder / "reports" / "report.json").write_text(json.dumps(as_dict(report)), encoding="utf-8")
    log = AskedLog(archive.directory / "archive.db", keep_text=True)
    for who, question in (("ola", "Hva er forslaget til vedtak i sak 99/26?"), ("eva", PRESENTER)):
        number = log.asked(who, question, assistant.ask(question).record())
    log.rate(number, "eva", True, "")
    return serving(assistant, archive, Settings(archive=archive.directory, report_folder=folder / "reports"))


@pytest.fixture(scope="module")
def secretariat(serving, tmp_path_factory):
    """An archive without meetings, for whoever logs in as kari; the address."""
    folder = tmp_path_factory.mktemp("sekretariat")
    archive = Archive.open(folder / "archive", StemEmbedding())
    Users(folder / "users.toml").put(User("kari", Role.SECRETARY, internal=True), PASSWORD)
    chosen = Settings(archive=archive.directory, ingest_folder=folder / "inn", users_file=folder / "users.toml")
    return serving(Assistant(archive), archive, chosen)


@pytest.fixture
def window(new_page):
    """Opens an address in a window of a size; fails the test where the page scrolls sideways when it is done with."""
    opened = []

    def opening(address, size):
        page = new_page(*size, reduced_motion="reduce")
        page.set_default_timeout(60_000)
        page.goto(address)
        opened.append((page, size[0]))
        return page

    yield opening
    across = [(page.evaluate("document.documentElement.scrollWidth"), width) for page, width in opened]
    assert all(scrolled <= width for scrolled, width in across)


def all_pictures_of(part):
    """Waits until the pictures in a part of a page are there, those too that are loaded as they are scrolled to."""
    part.locator("img:visible").evaluate_all(
        "all => Promise.all(all.map((each) => { each.loading = 'eager'; return each.decode(); }))"
    )


@pytest.mark.parametrize("size", SIZES, ids=["phone", "screen"])
def test_the_quality_with_a_measurement(window, council, picture, size):
    page = window(f"{council}kvalitet", size)
    page.locator("#figures table").first.wait_for()
    page.locator("#asked").get_by_role("button", name="Alle (").click()
    page.get_by_text(PRESENTER).first.wait_for()
    picture(page, f"kvalitet-{size[0]}")


@pytest.mark.parametrize("size", SIZES, ids=["phone", "screen"])
def test_the_chat_with_an_answer_and_its_slide(window, council, picture, size):
    page = window(council, size)
    turn = ask(page, COSTS)
    shown_slide(turn)
    turn.locator(".mark:visible").first.wait_for()
    page.evaluate("scrollTo(0, 0)")
    picture(page, f"chat-{size[0]}")


@pytest.mark.parametrize("size", SIZES, ids=["phone", "screen"])
def test_the_register_with_an_opened_row(window, council, picture, size):
    page = window(f"{council}vedtak", size)
    row = page.locator(".entry").first
    row.locator("summary").click()
    row.locator("details[open]").wait_for()
    all_pictures_of(row)
    picture(page, f"vedtak-{size[0]}")


@pytest.mark.parametrize("size", SIZES, ids=["phone", "screen"])
def test_the_meetings_with_an_opened_case(window, council, picture, size):
    page = window(f"{council}moter?mote={MEETING}&sak=5/26", size)
    page.locator("#meetings h2").first.wait_for()
    all_pictures_of(page.locator("#meetings"))
    picture(page, f"moter-{size[0]}")


@pytest.mark.parametrize("size", SIZES, ids=["phone", "screen"])
def test_the_log_in_and_a_draft_to_look_over(window, secretariat, picture, size):
    page = window(f"{secretariat}last-opp", size)
    page.get_by_label("Navn").wait_for()
    picture(page, f"logg-inn-{size[0]}")
    page.get_by_label("Navn").fill("kari")
    page.get_by_label("Passord").fill(PASSWORD)
    page.get_by_role("button", name="Logg inn").click()
    page.locator("#uploading").wait_for()
    if page.locator("[data-open]").count():
        page.locator("[data-open]").first.click()
    else:
        page.set_input_files("#upload-files", DECK)
    page.locator(".draft:not([data-poll])").wait_for()
    page.evaluate("scrollTo(0, 0)")
    picture(page, f"last-opp-{size[0]}")
