"""The register of proposals and decisions."""

from __future__ import annotations

from html import escape

import gradio as gr

from radsassistent.web.addressed import addressed
from radsassistent.web.page import Page, html


def build(page: Page, blocks: gr.Blocks) -> None:
    """Lay the page out; called inside its route of the Blocks. What is on it comes from `register_routes`."""
    page.head("vedtak")
    intro = page.t(
        "Alt som er foreslått og vedtatt i møtene. Et forslag blir til et vedtak først når referatet sier det."
    )
    html(f"<header><h1>{escape(page.t('Vedtak'))}</h1><p>{escape(intro)}</p></header>", "decisions-title")
    addressed(page, "register", "/vedtak/treff")
