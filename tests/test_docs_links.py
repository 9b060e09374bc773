"""What README and docs link to and show is there: files, headings' pages, and pictures that tell in words what is on them."""

from __future__ import annotations

import re

import pytest
from PIL import Image
from tests.browser.pictures import CHOSEN, LARGEST, SHIPPED
from tests.conftest import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
SHOWN = {
    (page.parent / target).resolve(): words
    for page in PAGES
    for mark, words, target in LINK.findall(page.read_text(encoding="utf-8"))
    if mark
}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_to_a_file_leads_to_one(page):
    targets = [target.partition("#")[0] for _, _, target in LINK.findall(page.read_text(encoding="utf-8"))]
    missing = [each for each in targets if each and ":" not in each and not (page.parent / each).exists()]
    assert missing == []


def test_the_pictures_that_are_shown_are_those_that_are_made_and_each_is_told_in_words():
    assert set(SHOWN) == {SHIPPED / f"{name}.png" for name in CHOSEN} == set(SHIPPED.iterdir())
    assert min(map(len, SHOWN.values())) >= 20


@pytest.mark.parametrize("name", CHOSEN)
def test_a_picture_that_is_shown_is_small_and_holds_nothing_but_the_picture(name):
    path = SHIPPED / f"{name}.png"
    assert path.stat().st_size < LARGEST
    with Image.open(path) as picture:
        assert f"{picture.width}" == name.rpartition("-")[2]
        assert not picture.info.keys() & {"Software", "Comment", "Author", "exif"}
