"""A slide as the pages of meetings and decisions show it: its picture, or its text where no picture can be drawn."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from radsassistent.answers.answer import Citation
from radsassistent.meetings import Place
from radsassistent.web.language import Translator
from radsassistent.web.slides import WIDTHS, text_instead
from radsassistent.web.sources import Library


def picture_path(place: Place, width: int) -> str:
    """Where a slide's picture is."""
    return f"/lysbilde/{quote(place.sha256, safe='')}/{place.slide}.png?bredde={width}"


def original_path(place: Place, document: str) -> str:
    """Where the exact version of the document is, opened at the slide."""
    return f"/original/{quote(place.sha256, safe='')}/{quote(document or 'dokument', safe='')}#page={place.slide}"


def instead_of_picture(library: Library, place: Place) -> str | None:
    """Why no picture can be drawn of a document's slides; None where one can."""
    instead = text_instead(library, Citation("", "", None, "", place.sha256, place.slide, ""))
    return instead[1] if instead is not None else None


def slide_html(library: Library, place: Place, document: str, told: str, t: Translator) -> str:
    """The slide as large as its column. `told` is what an alternative text says beside where the slide is."""
    instead = text_instead(library, Citation("", "", None, document, place.sha256, place.slide, ""))
    if instead is not None:
        text, why = instead
        lines = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())
        label = escape(t("Teksten på lysbilde {slide}", slide=place.slide))
        return (
            f'<div class="slide-text" tabindex="0" role="group" aria-label="{label}">'
            f'<p class="hint">{escape(t.told(why))}</p>{lines}</div>'
        )
    sources = ", ".join(f"{picture_path(place, width)} {width}w" for width in WIDTHS)
    return (
        f'<img loading="lazy" src="{escape(picture_path(place, WIDTHS[0]))}" srcset="{escape(sources)}" '
        f'sizes="(min-width: 768px) 40vw, 100vw" alt="{escape(alternative(place, document, told, t))}">'
    )


def alternative(place: Place, document: str, told: str, t: Translator) -> str:
    """The alternative text of a slide: "Lysbilde 71 i mote.pdf: Kostnader"."""
    where = t("Lysbilde {slide} i {document}", slide=place.slide, document=document)
    return f"{where}: {told}" if told else where


def original_link(place: Place, document: str, t: Translator) -> str:
    """A link that opens the original at the slide, in a tab of its own."""
    return (
        f'<a href="{escape(original_path(place, document))}" target="_blank" rel="noopener">'
        f"{escape(t('Åpne originalen på lysbilde {slide}', slide=place.slide))}"
        f'<span class="unseen"> ({escape(t("åpnes i ny fane"))})</span></a>'
    )
