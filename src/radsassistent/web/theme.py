"""The look of Gradio's own parts: the fonts of the reader's machine, one accent colour, light also at night.

Gradio's default theme asks for a web font; naming only system fonts keeps every request on this server.
"""

from __future__ import annotations

import gradio as gr
from gradio.themes import Base

_SYSTEM_FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica Neue", "Arial", "sans-serif")
_ACCENT = "#17557a"
_ACCENT_DARKER = "#0f3f5c"
_TEXT = "#1c2733"


def council_theme() -> Base:
    """The theme; its dark variants are its light ones until the pages have a dark style of their own."""
    theme = gr.themes.Base(
        font=_SYSTEM_FONTS,
        font_mono=("ui-monospace", "Consolas", "monospace"),
        text_size=gr.themes.sizes.text_lg,
        radius_size=gr.themes.sizes.radius_md,
    ).set(
        body_background_fill="#f6f7f8",
        body_text_color=_TEXT,
        block_label_text_color=_TEXT,
        block_title_text_color=_TEXT,
        block_title_text_weight="600",
        input_background_fill="#ffffff",
        input_border_color="#7b8794",
        input_border_color_focus=_ACCENT,
        input_placeholder_color="#5a6773",
        button_primary_background_fill=_ACCENT,
        button_primary_background_fill_hover=_ACCENT_DARKER,
        button_primary_text_color="#ffffff",
        button_primary_text_color_hover="#ffffff",
        button_secondary_background_fill="#ffffff",
        button_secondary_background_fill_hover="#e8f0f5",
        button_secondary_border_color="#b8c4ce",
        button_secondary_text_color=_ACCENT,
        button_secondary_text_color_hover=_ACCENT_DARKER,
    )
    for name in [name for name in vars(theme) if name.endswith("_dark")]:
        setattr(theme, name, getattr(theme, name.removesuffix("_dark"), None))
    return theme
