"""An element whose content follows the page's address, so that what a reader sees can be kept, shared and gone back to."""

from __future__ import annotations

from html import escape
from importlib import resources

import gradio as gr

from radsassistent.web.page import Page, html


def addressed(page: Page, identifier: str, source: str) -> gr.HTML:
    """The element; its content is fetched from the path `source`, with the query of the page's own address."""
    script = resources.files("radsassistent.web").joinpath("addressed.js").read_text(encoding="utf-8")
    failed = page.t("Jeg får ikke kontakt med tjenesten akkurat nå. Vent litt, og last siden på nytt.")
    wait = f'<p class="looking">{escape(page.t("Henter …"))}</p>'
    return html(
        f'<div data-source="{page.t.language.path}{source}" data-failed="{escape(failed)}" aria-busy="true">{wait}</div>',
        identifier,
        script=script,
    )
