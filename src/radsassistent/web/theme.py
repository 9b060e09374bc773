"""The look of Gradio's own parts: the fonts of the reader's machine and the colours of style.css, light and dark.

Gradio's default theme asks for a web font; naming only system fonts keeps every request on this server.
"""

from __future__ import annotations

import gradio as gr
from gradio.themes import Base

_SYSTEM_FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica Neue", "Arial", "sans-serif")

# What Gradio calls a colour, by the colour of style.css that it is. There they are dark when the reader wants it.
_COLOURS = {
    "--ground": (
        "body_background_fill background_fill_secondary block_label_background_fill table_even_background_fill "
        "code_background_fill panel_background_fill"
    ),
    "--paper": (
        "background_fill_primary block_background_fill input_background_fill input_background_fill_focus "
        "input_background_fill_hover checkbox_background_color checkbox_background_color_focus "
        "checkbox_background_color_hover checkbox_label_background_fill table_odd_background_fill "
        "button_secondary_background_fill button_cancel_background_fill"
    ),
    "--text": (
        "body_text_color block_label_text_color block_title_text_color accordion_text_color table_text_color "
        "checkbox_label_text_color checkbox_label_text_color_selected"
    ),
    "--muted": "body_text_color_subdued block_info_text_color input_placeholder_color",
    "--line": "border_color_primary block_border_color panel_border_color table_border_color block_label_border_color",
    "--edge": (
        "input_border_color input_border_color_hover checkbox_border_color checkbox_border_color_hover "
        "checkbox_label_border_color checkbox_label_border_color_hover button_secondary_border_color"
    ),
    "--accent": (
        "color_accent border_color_accent link_text_color link_text_color_visited link_text_color_active "
        "input_border_color_focus checkbox_border_color_focus checkbox_border_color_selected "
        "checkbox_background_color_selected checkbox_label_border_color_selected loader_color slider_color "
        "button_primary_background_fill button_primary_border_color button_primary_border_color_hover "
        "button_secondary_border_color_hover button_secondary_text_color"
    ),
    "--accent-strong": "link_text_color_hover button_primary_background_fill_hover button_secondary_text_color_hover",
    "--accent-soft": (
        "color_accent_soft border_color_accent_subdued checkbox_label_background_fill_hover "
        "checkbox_label_background_fill_selected button_secondary_background_fill_hover table_row_focus"
    ),
    "--on-accent": "button_primary_text_color button_primary_text_color_hover",
    "--danger": (
        "error_border_color error_text_color error_icon_color button_cancel_text_color button_cancel_text_color_hover "
        "button_cancel_border_color button_cancel_border_color_hover"
    ),
    "--danger-soft": "error_background_fill button_cancel_background_fill_hover",
}


def council_theme() -> Base:
    """The theme; its dark variants are its light ones, because the colours themselves turn dark."""
    theme = gr.themes.Base(
        font=_SYSTEM_FONTS,
        font_mono=("ui-monospace", "Consolas", "monospace"),
        text_size=gr.themes.sizes.text_lg,
        radius_size=gr.themes.sizes.radius_md,
    ).set(block_title_text_weight="600")
    for colour, names in _COLOURS.items():
        for name in names.split():
            setattr(theme, name, f"var({colour})")
    for name in [name for name in vars(theme) if name.endswith("_dark")]:
        setattr(theme, name, getattr(theme, name.removesuffix("_dark"), None))
    return theme
