"""Pictures of the pages: kept of a run of the browser tests, and those of them that README and docs show.

`python -m tests.browser.pictures` (part of `make screenshots`) makes the latter of the former.
"""

from __future__ import annotations

import os
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[2]
# Where a run keeps its pictures: an artefact, to be looked at and thrown away.
KEPT = Path(os.environ.get("RADSASSISTENT_SCREENSHOTS") or ROOT / "build" / "screenshots")
SHIPPED = ROOT / "docs" / "images"
# What README and docs show: the name of a kept picture, and how much of it from its top, in pixels.
CHOSEN = {
    "chat-1440": 900,
    "chat-390": 844,
    "vedtak-1440": 1100,
    "moter-1440": 1100,
    "last-opp-1440": 1100,
    "kvalitet-1440": 1000,
    "logg-inn-1440": 600,
}
# Bytes that a picture in the repository may have.
LARGEST = 150_000


def keep(page, name):
    """Saves the whole page, as far as it can be scrolled, as a picture of that name; gives its path."""
    KEPT.mkdir(parents=True, exist_ok=True)
    path = KEPT / f"{name}.png"
    path.unlink(missing_ok=True)
    # A colour that is on its way to another is not what a reader gets to see.
    page.evaluate("Promise.all(document.getAnimations().map((each) => each.finished.catch(() => null)))")
    # In a window as high as the page, what sticks to the window's edge stands in its place of the page.
    window = page.viewport_size
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": window["width"], "height": max(height, window["height"])})
    page.screenshot(path=path, full_page=True, animations="disabled", caret="hide")
    page.set_viewport_size(window)
    return path


def shows_something(path, width):
    """Whether a picture is as wide as the window, at least as high as a phone lies, and not of one colour alone."""
    with Image.open(path) as picture:
        seen = picture.convert("L").getextrema()
        return picture.width == width and picture.height >= 390 and seen[1] - seen[0] > 100


def ship(kept=KEPT, shipped=SHIPPED):
    """Puts the chosen pictures beside README and docs: cut off below, in at most 256 colours."""
    shipped.mkdir(parents=True, exist_ok=True)
    for name, height in CHOSEN.items():
        with Image.open(kept / f"{name}.png") as picture:
            shown = picture.convert("RGB").crop((0, 0, picture.width, min(height, picture.height)))
        # The colours furthest apart, so that a small mark keeps its own; no dithering, so that even ground stays even.
        few = shown.quantize(256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        few.save(shipped / f"{name}.png", optimize=True)


if __name__ == "__main__":
    ship()
