"""The chat, served over the February deck, in the Chromium of the machine."""

from __future__ import annotations

import os
import shutil
import threading

import pytest
from tests.browser import pictures
from tests.browser.windows import Windows
from tests.council_embedding import StemEmbedding

from radsassistent.answers import Assistant
from radsassistent.archive import Archive
from radsassistent.web.server import ChatServer

# The first of these that the machine has. The headless build is the same Chromium without the frame of windows and buttons
# around the page, which takes as much of the processor for each window as the page itself does.
CALLED = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, CALLED)), None)
# No connections of Chromium's own: what leaves the machine in these tests is then the page's doing.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def sources(february_archive):
    """What the chat is served over: an assistant and its archive."""
    return Assistant(february_archive), february_archive


@pytest.fixture(scope="session")
def empty_sources(tmp_path_factory):
    archive = Archive.open(tmp_path_factory.mktemp("empty"), StemEmbedding())
    return Assistant(archive), archive


@pytest.fixture(scope="session")
def serving():
    """Serves an assistant and an archive on a free port; gives the address."""
    running = []

    def start(assistant, archive, settings=None):
        server = ChatServer(assistant, archive, "127.0.0.1", 0, settings)
        up = threading.Event()
        thread = threading.Thread(target=server.run, args=(lambda address: up.set(),))
        thread.start()
        running.append((server, thread))
        assert up.wait(30)
        return server.address

    yield start
    for server, thread in running:
        server.stop()
        thread.join(20)


@pytest.fixture(scope="session")
def address(serving, sources):
    return serving(*sources)


@pytest.fixture(scope="session")
def chromium():
    if CHROMIUM is None:
        missing = "no Chromium on this machine (Debian: apt-get install chromium-headless-shell)"
        if os.environ.get("RADSASSISTENT_REQUIRE_BROWSER") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def windows(chromium):
    return Windows(chromium)


@pytest.fixture
def new_page(windows):
    """Opens a window of a size, in a browser that knows nothing of the tests before; further options are those of `Windows`."""

    def opening(width=1440, height=900, **options):
        page = windows.open(width, height, **{"locale": "nb-NO", **options})
        page.set_default_timeout(30_000)
        return page

    yield opening
    windows.forget()


@pytest.fixture
def open_page(new_page):
    """Opens a path of an address at a width, and waits for what `ready` selects, the chat's box if nothing else.

    Fails the test if a page asks another host for anything or logs an error.
    """
    faults = []

    def opening(address, width=1440, height=900, path="", ready="#question textarea", **options):
        page = new_page(width, height, **options)
        page.set_default_timeout(15_000)
        page.on("request", lambda r: r.url.startswith((address, "data:", "blob:")) or faults.append(r.url))
        page.on("console", lambda m: m.type in ("error", "warning") and faults.append(m.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("response", lambda r: r.status >= 400 and faults.append(f"{r.status} {r.url}"))
        page.goto(address + path)
        page.locator(ready).first.wait_for()
        return page

    yield opening
    assert faults == []


@pytest.fixture
def picture():
    """Keeps a picture of a page as it stands there now (`pictures.KEPT`). Fails the test if there is nothing to see on it."""

    def taking(page, name):
        assert pictures.shows_something(pictures.keep(page, name), page.viewport_size["width"])

    return taking


@pytest.fixture(scope="session")
def axe():
    """Asserts that axe-core finds nothing against WCAG 2.1 AA or its own best practice on a page, as it stands there now."""
    engine = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()

    def asserting(page):
        # What Gradio shows while it builds the page is gone once it has.
        page.locator("p.loading").wait_for(state="detached")
        # A colour that is on its way to another is not what a reader gets to see.
        page.evaluate("Promise.all(document.getAnimations().map((each) => each.finished.catch(() => null)))")
        found = engine.run(page).response["violations"]
        told = [
            f"{rule['id']} ({rule['help']}): {node['html'][:200]}\n    {node['failureSummary']}"
            for rule in found
            for node in rule["nodes"]
        ]
        assert told == [], "\n".join(told)

    return asserting
