"""What every page is built with, and the head that all of them share."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import gradio as gr

from radsassistent.settings import Settings
from radsassistent.web.access import Access
from radsassistent.web.language import Language, Translator
from radsassistent.web.sources import Answering, Library

# The pages in the order of the menu: path, name. The two last are the secretary's.
PAGES = (("", "Spør"), ("vedtak", "Vedtak"), ("moter", "Møter"), ("last-opp", "Last opp"), ("kvalitet", "Kvalitet"))
SECRETARYS = frozenset({"last-opp", "kvalitet"})


@dataclass(frozen=True)
class Page:
    """What a page needs: where answers and documents come from, who may see what, and the language it speaks."""

    assistant: Answering
    archive: Library
    access: Access
    settings: Settings
    t: Translator

    def head(self, current: str) -> gr.HTML:
        """The menu of the pages and languages; `current` is the path of the page that it stands on."""
        t = self.t
        links = "".join(
            f'<li{" data-secretary" if path in SECRETARYS else ""}><a href="{t.language.path}/{path}"'
            f"{_current(path == current, 'page')}>{escape(t(name))}</a></li>"
            for path, name in PAGES
        )
        tongues = "".join(
            f'<li><a href="{each.path}/{current}" lang="{each.value}" hreflang="{each.value}"'
            f"{_current(each is t.language, 'true')}>{name}</a></li>"
            for each, name in zip(Language, ("Bokmål", "Nynorsk", "English"), strict=True)
        )
        return html(
            f'<nav class="menu" aria-label="{escape(t("Sider"))}"><ul>{links}</ul></nav>'
            f'<nav class="languages" aria-label="{escape(t("Språk"))}"><ul>{tongues}</ul></nav>',
            "head",
        )


def _current(here: bool, word: str) -> str:
    return f' aria-current="{word}"' if here else ""


def html(value: str, identifier: str, *, script: str | None = None, visible: bool = True) -> gr.HTML:
    """A piece of our own HTML, without Gradio's styling of prose."""
    return gr.HTML(value, elem_id=identifier, js_on_load=script, apply_default_css=False, visible=visible)
