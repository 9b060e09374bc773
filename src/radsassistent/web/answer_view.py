"""An Answer as HTML: its sentences with their citations, and the slides that these open.

Questions, documents and names of files are other people's text: all of it is escaped here, and nowhere trusted.
All slides of an answer are in its HTML and one is shown, so that a citation opens its slide without asking the server;
a picture is fetched when it is first shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from urllib.parse import quote

from radsassistent.answers.answer import Answer, Citation, Sentence
from radsassistent.meetings.case_numbers import named_case
from radsassistent.web import texts
from radsassistent.web.slides import WIDTHS

# What makes two citations the same chip: the same slide, cited for the same case.
_Key = tuple[str, int, str | None]
Instead = Callable[[Citation], tuple[str, str] | None]


def conversation_html(
    answers: Sequence[Answer], pending: str | None = None, instead: Instead = lambda citation: None
) -> str:
    """The turns of a chat above one another, the oldest first; `pending` is a question that is being answered.

    `instead` gives the text of a cited slide and why there is no picture of it, None where there is one.
    """
    turns = [_turn(number, answer, instead) for number, answer in enumerate(answers, start=1)]
    if pending is not None:
        looking = f'<p class="looking">{escape(texts.LOOKING)}</p>'
        turns.append(_article(len(answers) + 1, pending, f'<div class="said">{looking}</div>'))
    label = escape(texts.CONVERSATION)
    return f'<div class="turns" role="log" aria-label="{label}">{"".join(turns)}</div>'


def notice_html(text: str | None) -> str:
    """A kind word on a question that was not answered; nothing when there is nothing to say."""
    return f'<p class="notice" role="alert">{escape(text)}</p>' if text else ""


def picture_address(citation: Citation, width: int) -> str:
    """Where the page finds the picture of the cited slide."""
    return f"lysbilde/{quote(citation.sha256, safe='')}/{citation.slide}.png?bredde={width}"


def original_address(citation: Citation) -> str:
    """Where the page finds the exact file version that is cited, opened at the slide."""
    name = quote(citation.document, safe="")
    return f"original/{quote(citation.sha256, safe='')}/{name}#page={citation.slide}"


def citation_label(citation: Citation) -> str:
    """What stands on the chip: "Sak 5/26 · lysbilde 71"."""
    if citation.case is None:
        return texts.CITATION_WITHOUT_CASE.format(slide=citation.slide)
    case = named_case(citation.case)
    return texts.CITATION.format(case=case[:1].upper() + case[1:], slide=citation.slide)


def _turn(number: int, answer: Answer, instead: Instead) -> str:
    slides = _cited(answer)
    identifiers = {key: f"lysbilde-{number}-{place}" for place, key in enumerate(slides, start=1)}
    shown = next(iter(identifiers.values()), None)
    said = "".join(_sentence(sentence, identifiers, shown) for sentence in answer.sentences)
    if answer.abstained:
        help_ = f'<p class="hint">{escape(texts.NOT_FOUND_HELP)}</p>'
        said = f'<div class="not-found">{said}{help_}</div>'
    if answer.understood:
        said += f'<p class="understood">{escape(answer.understood)}</p>'
    figures = "".join(
        _figure(citation, identifiers[key], instead(citation), hidden=identifiers[key] != shown)
        for key, citation in slides.items()
    )
    if figures:
        figures = f'<div class="slides" role="group" aria-label="{escape(texts.SLIDES)}">{figures}</div>'
    return _article(number, answer.question, f'<div class="said">{said}</div>{figures}')


def _article(number: int, question: str, inner: str) -> str:
    return (
        f'<article class="turn" tabindex="-1" aria-labelledby="sporsmal-{number}">'
        f'<h2 class="question" id="sporsmal-{number}">'
        f'<span class="unseen">{escape(texts.YOU_ASKED)}: </span>{escape(question.strip())}</h2>{inner}</article>'
    )


def _key(citation: Citation) -> _Key:
    return citation.sha256, citation.slide, citation.case


def _cited(answer: Answer) -> dict[_Key, Citation]:
    """The cited slides in the order of the answer, each once with its first quote."""
    found: dict[_Key, Citation] = {}
    for sentence in answer.sentences:
        for citation in sentence.citations:
            found.setdefault(_key(citation), citation)
    return found


def _sentence(sentence: Sentence, identifiers: dict[_Key, str], shown: str | None) -> str:
    chips = {_key(citation): citation for citation in sentence.citations}
    buttons = "".join(
        f'<button type="button" class="chip" aria-controls="{identifiers[key]}" '
        f'aria-pressed="{"true" if identifiers[key] == shown else "false"}">{escape(citation_label(citation))}</button>'
        for key, citation in chips.items()
    )
    if buttons:
        buttons = f' <span class="chips" role="group" aria-label="{escape(texts.SOURCES_OF_SENTENCE)}">{buttons}</span>'
    return f'<p class="sentence">{escape(sentence.text)}{buttons}</p>'


def _figure(citation: Citation, identifier: str, text: tuple[str, str] | None, *, hidden: bool) -> str:
    original = escape(original_address(citation))
    opens = escape(texts.OPEN_ORIGINAL.format(slide=citation.slide))
    return (
        f'<figure class="slide" id="{identifier}"{" hidden" if hidden else ""}>'
        f"{_picture(citation) if text is None else _text_of_slide(*text)}"
        f"<figcaption><strong>{escape(citation_label(citation))}</strong>"
        f'<span class="meeting">{escape(citation.meeting_label)}</span>'
        f'<span class="document">{escape(citation.document)}</span>'
        f'<a href="{original}" target="_blank" rel="noopener">{opens}'
        f'<span class="unseen"> ({escape(texts.NEW_TAB)})</span></a></figcaption></figure>'
    )


def _text_of_slide(text: str, why: str) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())
    return f'<div class="slide-text" tabindex="0"><p class="hint">{escape(why)}</p>{lines}</div>'


def _picture(citation: Citation) -> str:
    told = texts.SLIDE_PICTURE if citation.quote else texts.SLIDE_PICTURE_WITHOUT_QUOTE
    alt = told.format(slide=citation.slide, document=citation.document, quote=citation.quote)
    sources = ", ".join(f"{picture_address(citation, width)} {width}w" for width in WIDTHS)
    return (
        f'<img loading="lazy" src="{escape(picture_address(citation, WIDTHS[0]))}" srcset="{escape(sources)}" '
        f'sizes="(min-width: 768px) 50vw, 100vw" alt="{escape(alt)}">'
    )
