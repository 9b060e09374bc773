"""The pages in one language, as Gradio's Blocks: each a route of its own, laid out by its own module."""

from __future__ import annotations

import gradio as gr

from radsassistent.web import chat_page, decisions_page, meetings_page, quality_page, upload_page
from radsassistent.web.page import PAGES, Page

_BUILDERS = {
    "vedtak": decisions_page.build,
    "moter": meetings_page.build,
    "last-opp": upload_page.build,
    "kvalitet": quality_page.build,
}


def build(page: Page) -> gr.Blocks:
    """All pages over one assistant and archive, in the language of `page.t`; `site.site` serves them."""
    blocks = gr.Blocks(title=page.t("Rådsassistenten"), analytics_enabled=False, fill_width=True)
    with blocks:
        chat_page.build(page, blocks)
        for path, name in PAGES[1:]:
            # What `blocks.route` does. It wants each page outside of `with blocks`, and every time that one is left, Gradio
            # builds an app, only the last of which is served: 0.3 s a language on a 2-core machine.
            blocks.pages.append((path, page.t(name), False))
            blocks.current_page = path
            _BUILDERS[path](page, blocks)
    return blocks
