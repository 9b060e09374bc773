"""The page of quality in a browser: from a bad answer to a downloaded gold question, without barriers."""

from __future__ import annotations

import json

import pytest
from tests.deck_builder import slide, written
from tests.web.secretariat import served

from radsassistent.archive.asked import AskedLog

pytestmark = pytest.mark.browser

CITED = {
    "body": "Oppdiktrådet",
    "meeting": "2026-02-13",
    "case": "3/26",
    "document": "oppdiktet.pdf",
    "slide": 2,
    "quote": "x",
}
SHARES = ("answer_right", "right_and_cited", "citation_precision", "recall_at_1", "recall_at_5")


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kvalitet")
    with served(folder, otherwise="kari") as site:
        deck = (
            slide("Møte i Oppdiktrådet 13. februar 2026"),
            slide("Sak 3/26: Troll"),
            slide("Om trollet", "Det er grønt."),
        )
        made, path = written(folder / "2026-02-13-oppdiktradet", *deck)
        site.archive.put(made, path)
        log = AskedLog(site.archive.directory / "archive.db", keep_text=True)
        number = log.asked(
            "per", "Hvilken farge har trollet?", {"answer": "Rødt.", "abstained": False, "citations": [CITED]}
        )
        log.rate(number, "per", False, "Det er grønt")
        log.asked("per", "Hva veier nissen?", {"answer": "Det står ikke der.", "abstained": True, "citations": []})
        figures = {"questions": 10, **dict.fromkeys(SHARES, 0.5), "answer_words": 9, "p50_ms": 40}
        site.reports.mkdir()
        (site.reports / "report.json").write_text(json.dumps({"overall": figures, "kinds": {"fact": figures}}))
        yield site


@pytest.fixture
def open_quality(new_page, running):
    faults = []

    def opening(width=1440, path="kvalitet", **options):
        page = new_page(width, **options)
        page.on("request", lambda r: r.url.startswith((running.address, "data:", "blob:")) or faults.append(r.url))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("response", lambda r: r.status >= 400 and faults.append(f"{r.status} {r.url}"))
        page.goto(running.address + path)
        page.locator("#figures table").first.wait_for()
        return page

    yield opening
    assert faults == []


def test_a_bad_answer_becomes_a_gold_question_and_is_downloaded(open_quality):
    page = open_quality()
    page.get_by_role("button", name="Lag fasit").click()
    page.get_by_label("Riktig svar").fill("grønt | grønn")
    page.get_by_label("Lysbilder det står på").fill("3")
    page.get_by_role("button", name="Lagre", exact=True).click()
    page.get_by_text("Lagret.").wait_for()
    with page.expect_download() as download:
        page.get_by_role("link", name="Last ned 2026-02-13-oppdiktradet.jsonl").click()
    line = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert (line["answers"], line["slides"]) == ([["grønt", "grønn"]], [[3]])


def test_the_questions_without_an_answer_are_a_press_away_and_the_filter_keeps_the_focus(open_quality):
    page = open_quality()
    page.get_by_role("button", name="Uten svar (1)").click()
    page.get_by_text("Hva veier nissen?").first.wait_for()
    assert page.evaluate("document.activeElement.dataset.shown") == "abstained"
    assert page.locator("#asked").get_by_text("Hvilken farge har trollet?").count() == 0


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (820, "dark"), (1440, "light")])
def test_the_page_has_no_barriers_at_any_width(open_quality, axe, picture, width, scheme):
    page = open_quality(width, color_scheme=scheme)
    page.locator("#figures summary").click()
    page.get_by_role("button", name="Lag fasit").click()
    page.get_by_label("Riktig svar").wait_for()
    axe(page)
    picture(page, f"kvalitet-oppdiktet-{width}-{scheme}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_page_is_read_in_english(open_quality):
    page = open_quality(path="en/kvalitet")
    assert page.get_by_role("heading", level=1).inner_text() == "Quality"
    assert page.get_by_role("button", name="Bad answers (1)").is_visible()
