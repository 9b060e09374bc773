"""The examples of docs/api.md, run as they stand against a served site, say what the page says that they say."""

from __future__ import annotations

import itertools
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.serving import served

from radsassistent.answers import Assistant
from radsassistent.settings import Settings
from radsassistent.web.site import site

PAGE = Path(__file__).parents[2] / "docs" / "api.md"
ADDRESS = "http://127.0.0.1:7860"
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
EXAMPLES = [
    pytest.param(language, code, says, told, id=f"{language}-{number}")
    for number, ((language, code), (says, told)) in enumerate(itertools.pairwise(BLOCKS), start=1)
    if language in ("sh", "python")
]


@pytest.fixture(scope="module")
def address(february_archive):
    with served(site(Assistant(february_archive), february_archive, settings=Settings(mcp=True))) as serving:
        yield serving.address


def test_every_example_is_followed_by_what_it_says():
    assert len(EXAMPLES) == 5
    assert {(example.values[0], example.values[2]) for example in EXAMPLES} == {("sh", "json"), ("python", "text")}


@pytest.mark.embedder
@pytest.mark.parametrize(("language", "code", "says", "told"), EXAMPLES)
def test_an_example_says_what_the_page_says(address, language, code, says, told):
    assert ADDRESS in code
    if language == "sh" and shutil.which("curl") is None:
        pytest.skip("no curl on this machine")
    program = {"sh": ["sh", "-c"], "python": [sys.executable, "-c"]}[language]
    ran = subprocess.run([*program, code.replace(ADDRESS, address)], capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
    if says == "json":
        assert json.loads(ran.stdout) == json.loads(told)
    else:
        assert ran.stdout == told
