"""The secretary sees how good the answers are, and what to make better: figures, questions without an answer, ratings, gold.

What is shown comes from `quality_routes`; the page itself is the same for all and says nothing.
"""

from __future__ import annotations

import json
from html import escape
from importlib import resources

import gradio as gr

from radsassistent.web.page import Page, html


def build(page: Page, blocks: gr.Blocks) -> None:
    """Lay the page out; called inside its route of the Blocks."""
    page.head("kvalitet")
    t = page.t
    said = {
        "refused": t("Bare sekretariatet kan gjøre dette."),
        "noContact": t("Jeg får ikke kontakt med tjenesten akkurat nå. Vent litt, og prøv igjen."),
        "delete": t("Slette dette utkastet til fasit?"),
    }
    intro = t("Hvor gode svarene er, hva som ble spurt uten å få svar, og hva leserne mente.")
    html(
        f"<header><h1>{escape(t('Kvalitet'))}</h1><p>{escape(intro)}</p></header>"
        f'<div id="quality-app" data-base="{t.language.path}/kvalitet" '
        f'data-said="{escape(json.dumps(said, ensure_ascii=False))}" hidden>'
        f'<section><h2>{escape(t("Siste måling"))}</h2><div id="figures"></div></section>'
        f'<section><h2>{escape(t("Spørsmål og svar"))}</h2><div id="quality-notice" role="alert"></div>'
        '<div id="asked"></div></section>'
        f'<section><h2>{escape(t("Fasit"))}</h2><div id="gold-form"></div><div id="gold"></div></section></div>'
        '<div id="quality-refused"></div>',
        "quality",
        script=resources.files("radsassistent.web").joinpath("quality.js").read_text(encoding="utf-8"),
    )
