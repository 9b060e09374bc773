"""The register of proposals and decisions."""

from __future__ import annotations

from html import escape

import gradio as gr

from radsassistent.web.page import Page, html


def build(page: Page, blocks: gr.Blocks) -> None:
    """Lay the page out; called inside its route of the Blocks."""
    page.head("vedtak")
    html(f"<h1>{escape(page.t('Vedtak'))}</h1>", "decisions-title")
