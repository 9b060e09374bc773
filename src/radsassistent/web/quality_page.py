"""How good the answers are: the latest evaluation, questions that abstained, the members' thumbs."""

from __future__ import annotations

from html import escape

import gradio as gr

from radsassistent.web.page import Page, html


def build(page: Page, blocks: gr.Blocks) -> None:
    """Lay the page out; called inside its route of the Blocks."""
    page.head("kvalitet")
    html(f"<h1>{escape(page.t('Kvalitet'))}</h1>", "quality-title")
