"""Every text of the pages is said in Nynorsk and English too."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from radsassistent.web.language import Language, Translator
from radsassistent.web.page import PAGES

WEB = Path(__file__).parents[2] / "src" / "radsassistent" / "web"
TRANSLATED = [Language.NYNORSK, Language.ENGLISH]


def said():
    """The texts that the modules of the pages give their translator, each with the module.

    By the syntax tree: babel's extractor reads tokens, and before Python 3.12 an f-string is one token, calls and all.
    """
    found = {name: "page.py" for _, name in PAGES}
    for module in sorted(WEB.glob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _is_translator(node.func) and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found[first.value] = module.name
    return found


def _is_translator(function):
    name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
    if name in ("t", "_t"):
        return True
    return isinstance(function, ast.Call) and _is_called(function, "Translator")


def _is_called(call, name):
    return isinstance(call.func, ast.Name) and call.func.id == name


def catalogue(language):
    """The texts of the pages; what answers say has contexts and a test of its own."""
    found = {}
    for file in sorted(each for each in (WEB / "locale" / language.value).glob("*.po") if each.stem != "answers"):
        with file.open("rb") as opened:
            for message in read_po(opened, abort_invalid=True):
                if message.id:
                    assert message.id not in found or found[message.id] == message.string, (file.name, message.id)
                    found[message.id] = message.string
    return found


def fields(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_texts_are_found_in_f_strings_too():
    assert {"Forslag, ikke vedtak", "Kopier svaret", "Spør videre"} <= set(said())


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_of_a_page_has_its_translation(language):
    translated = catalogue(language)
    missing = [f"{module}: {text}" for text, module in said().items() if not translated.get(text)]
    assert missing == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_is_filled_in_with_what_the_text_is(language):
    different = [text for text, translation in catalogue(language).items() if fields(text) != fields(translation)]
    assert different == []


@pytest.mark.parametrize(
    ("language", "number", "day"),
    [
        ("nb", "1 168,5", "12. februar 2026"),
        ("nn", "1 168,5", "12. februar 2026"),
        ("en", "1,168.5", "12 February 2026"),
    ],
)
def test_numbers_and_dates_are_written_as_the_language_does(language, number, day):
    t = Translator(Language(language))
    assert t.number(1168.5).replace("\u00a0", " ").replace("\u202f", " ") == number
    assert t.day_of("2026-02-12") == day
