"""The secretary takes documents in, looks at what was understood, corrects and publishes.

What differs from reader to reader comes from `upload_routes`; the page itself is the same for all and says nothing.
"""

from __future__ import annotations

import json
from html import escape
from importlib import resources

import gradio as gr

from radsassistent.web.page import Page, html

ENDINGS = ".pdf,.pptx,.pptm,.ppsx,.docx,.docm,.odt,.md,.html,.htm,.txt"


def build(page: Page, blocks: gr.Blocks) -> None:
    """Lay the page out; called inside its route of the Blocks."""
    page.head("last-opp")
    t = page.t
    said = {
        "uploading": t("Laster opp {name} …"),
        "publishing": t("Publiserer …"),
        "ready": t("Klart til å se over."),
        "refused": t("Bare sekretariatet kan gjøre dette."),
        "noContact": t("Jeg får ikke kontakt med tjenesten akkurat nå. Vent litt, og prøv igjen."),
        "tooLarge": t(
            "{name}: filen er større enn {most} MB. Eksporter dokumentet på nytt med mindre bilder, eller del det opp."
        ),
        "busy": t("Noe annet er i gang. Vent til det er ferdig, og slipp filene på nytt."),
        "part": t("Ny rad: fra lysbilde {number}"),
        "noPicture": t("Lysbildet kan ikke vises som bilde."),
        "slide": t("Lysbilde {number}"),
    }
    intro = t("Legg inn dokumentene til et møte, se hva som ble forstått, rett det som er feil, og publiser.")
    kinds = t(
        "PDF, PPTX, DOCX, ODT, Markdown, HTML eller ren tekst; høyst {most} MB per fil. Filer som velges sammen, leses sammen.",
        most=page.settings.upload_max_mb,
    )
    html(
        f"<header><h1>{escape(t('Last opp'))}</h1><p>{escape(intro)}</p></header>"
        f'<div id="uploading" data-base="{t.language.path}/last-opp/utkast" data-most="{page.settings.upload_max_mb}" '
        f'data-said="{escape(json.dumps(said, ensure_ascii=False))}" hidden>'
        f'<div class="drop"><label for="upload-files">{escape(t("Velg filer"))}</label>'
        f"<span>{escape(t('eller slipp dem her'))}</span>"
        f'<input type="file" id="upload-files" multiple accept="{ENDINGS}" aria-describedby="upload-kinds">'
        f'<p id="upload-kinds" class="muted">{escape(kinds)}</p></div>'
        '<p id="upload-status" role="status"></p><progress id="upload-share" max="1" value="0" hidden></progress>'
        '<div id="upload-notice" role="alert"></div><div id="draft"></div>'
        f'<section class="own-drafts"><h2>{escape(t("Utkast"))}</h2><div id="drafts"></div></section></div>'
        '<div id="upload-refused"></div>',
        "upload",
        script=resources.files("radsassistent.web").joinpath("upload.js").read_text(encoding="utf-8"),
    )
