"""Every text of the secretary's pages is said in Nynorsk and English too."""

from __future__ import annotations

import ast
from importlib import resources
from string import Formatter

import pytest
from babel.messages.pofile import read_po

WEB = resources.files("radsassistent.web")
MODULES = ("upload_page", "draft_view", "draft_form", "upload_routes", "secretary", "quality_page", "quality_view")
MODULES = (*MODULES, "quality_routes")


def texts_of(module):
    """The texts that stand directly in calls of the translator."""
    for node in ast.walk(ast.parse((WEB / f"{module}.py").read_text(encoding="utf-8"))):
        name = node.func if isinstance(node, ast.Call) else None
        if (isinstance(name, ast.Name) and name.id == "t") or (
            isinstance(name, ast.Attribute) and name.attr in ("t", "_t")
        ):
            first = node.args[0]
            branches = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
            yield from (each.value for each in branches if isinstance(each, ast.Constant))


def tables_of(module):
    """The texts in the module's tables of names, which are said one by one."""
    for node in ast.parse((WEB / f"{module}.py").read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
            for value in node.value.values:
                parts = value.elts[:2] if isinstance(value, ast.Tuple) else [value]
                yield from (part.value for part in parts if isinstance(part, ast.Constant))


def catalogue(language):
    found = {}
    for file in (WEB / "locale" / language).iterdir():
        with file.open("rb") as opened:
            found |= {each.id: each.string for each in read_po(opened) if each.id}
    return found


@pytest.mark.parametrize("language", ["nn", "en"])
def test_no_text_is_left_in_another_language(language):
    known = catalogue(language)
    wanted = [text for module in MODULES for text in (*texts_of(module), *tables_of(module))]
    assert len(wanted) > 100
    assert [text for text in wanted if not known.get(text)] == []


@pytest.mark.parametrize("language", ["nn", "en"])
def test_translations_fill_in_the_same(language):
    def fields(text):
        return sorted(name for _, name, _, _ in Formatter().parse(text) if name)

    assert [text for text, said in catalogue(language).items() if fields(text) != fields(said)] == []
