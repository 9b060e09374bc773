"""A cited slide as HTML: its picture, or its text where it has none, the way to its neighbours and to the original.

A picture is fetched when it is first shown, and so are the marks at the quoted words (viewer.js, `files.py`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from html import escape
from urllib.parse import quote

from radsassistent.answers.answer import Citation
from radsassistent.web.language import Translator
from radsassistent.web.scope_view import case_named, meeting_named
from radsassistent.web.slides import WIDTHS

Instead = Callable[[Citation], tuple[str, str] | None]
# In the alternative text of a picture: a screen reader reads all of it, before the reader can move on.
LONGEST_ALT_QUOTE = 300


def picture_address(citation: Citation, width: int) -> str:
    """Where the page finds the picture of the cited slide."""
    return f"/lysbilde/{quote(citation.sha256, safe='')}/{citation.slide}.png?bredde={width}"


def original_address(citation: Citation) -> str:
    """Where the page finds the exact file version that is cited, opened at the slide."""
    name = quote(citation.document, safe="")
    return f"/original/{quote(citation.sha256, safe='')}/{name}#page={citation.slide}"


def citation_label(citation: Citation, t: Translator) -> str:
    """What stands on the chip: "Sak 5/26 · lysbilde 71"."""
    if citation.case is None:
        return t("Lysbilde {slide}", slide=citation.slide)
    case = case_named(citation.case, t)
    return t("{case} · lysbilde {slide}", case=case[:1].upper() + case[1:], slide=citation.slide)


def figure(
    identifier: str,
    citations: Sequence[Citation],
    about: str,
    instead: tuple[str, str] | None,
    t: Translator,
    *,
    again: bool = False,
) -> str:
    """A slide that is cited, for all that is quoted from it; `about` is what is said of it. Hidden until it is chosen.

    `again`: the answer has the same slide before, for another case; on paper once is enough.
    """
    first = citations[0]
    quotes = list(dict.fromkeys(citation.quote for citation in citations if citation.quote))
    told = {
        "sha": first.sha256,
        "slide": str(first.slide),
        "quotes": json.dumps(quotes, ensure_ascii=False),
        "about": about,
    }
    data = "".join(f' data-{name}="{escape(value)}"' for name, value in told.items())
    shown = (
        f"{_picture(first, quotes, t)}{_text('', '', hidden=True)}"
        if instead is None
        else _text(instead[0], t.told(instead[1]))
    )
    return (
        f'<figure class="slide{" again" if again else ""}" id="{identifier}"{data} hidden>'
        f'<div class="picture">{shown}</div>{_tools(instead is None, t)}'
        f'<figcaption><strong class="label">{escape(citation_label(first, t))}</strong>'
        f'<span class="meeting">{escape(meeting_named(first.body, first.meeting, t))}</span>'
        f'<span class="document">{escape(first.document)}</span>'
        f'<a class="original" href="{escape(original_address(first))}" target="_blank" rel="noopener">'
        f'{escape(t("Åpne originalen"))}<span class="unseen"> ({escape(t("åpnes i ny fane"))})</span></a>'
        f"</figcaption></figure>"
    )


def words_of_viewer(t: Translator) -> str:
    """What viewer.js says, as data attributes; `{…}` is filled in there."""
    said = {
        "label": t("{case} · lysbilde {slide}"),
        "case": t("sak"),
        "label-alone": t("Lysbilde {slide}"),
        "place": t("{slide} av {of}"),
        "picture": t("Lysbilde {slide} i {document}"),
        "failed": t("Bildet av lysbildet kunne ikke hentes. Åpne originalen i stedet."),
        "bigger": t("Større"),
        "smaller": t("Mindre"),
        "close": t("Lukk"),
        "closer": t("Lysbildet i stort"),
        "copied": t("Kopiert."),
        "link-copied": t("Lenken er kopiert."),
        "not-copied": t("Nettleseren lot meg ikke kopiere. Merk teksten, og kopier den selv."),
        "looking": t("Leter i dokumentene …"),
        "answer": t("Svar"),
    }
    return "".join(f' data-{name}="{escape(text)}"' for name, text in said.items())


def _tools(has_picture: bool, t: Translator) -> str:
    closer = f'<button type="button" class="closer">{escape(t("Forstørr"))}</button>' if has_picture else ""
    return (
        f'<div class="slide-tools" role="group" aria-label="{escape(t("Bla i dokumentet"))}">'
        f'<button type="button" class="step" data-step="-1" disabled><span aria-hidden="true">← </span>'
        f'<span class="word">{escape(t("Forrige"))}</span></button>'
        f'<span class="place" aria-live="polite"></span>'
        f'<button type="button" class="step" data-step="1" disabled><span class="word">{escape(t("Neste"))}</span>'
        f'<span aria-hidden="true"> →</span></button>'
        f'<button type="button" class="back" hidden>{escape(t("Tilbake til kilden"))}</button>{closer}</div>'
    )


def _text(text: str, why: str, *, hidden: bool = False) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())
    return (
        f'<div class="slide-text" tabindex="0" role="group"{" hidden" if hidden else ""}><p class="hint">{escape(why)}</p>'
        f'<div class="lines" lang="nb">{lines}</div></div>'
    )


def _picture(citation: Citation, quotes: Sequence[str], t: Translator) -> str:
    alt = t("Lysbilde {slide} i {document}", slide=citation.slide, document=citation.document)
    if quotes:
        words = " – ".join(quotes)
        cut = words if len(words) <= LONGEST_ALT_QUOTE else f"{words[:LONGEST_ALT_QUOTE]} …"
        alt = f"{alt}. {t('Svaret bygger på: «{quote}»', quote=cut)}"
    # The widest is for who looks closer.
    sources = ", ".join(f"{picture_address(citation, width)} {width}w" for width in WIDTHS[:-1])
    return (
        f'<img loading="lazy" src="{escape(picture_address(citation, WIDTHS[0]))}" srcset="{escape(sources)}" '
        f'sizes="(min-width: 768px) 50vw, 100vw" alt="{escape(alt)}"><div class="marks" aria-hidden="true"></div>'
    )
