"""The secretary takes documents in, looks at what was understood, corrects and publishes."""

from __future__ import annotations

from html import escape

import gradio as gr

from radsassistent.web.page import Page, html


def build(page: Page, blocks: gr.Blocks) -> None:
    """Lay the page out; called inside its route of the Blocks."""
    page.head("last-opp")
    html(f"<h1>{escape(page.t('Last opp'))}</h1>", "upload-title")
