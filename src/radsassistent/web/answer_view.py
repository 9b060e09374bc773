"""A chat as HTML: its questions, what is said in answer with the citations, and what can be done with an answer.

Questions, documents and names of files are other people's text: all of it is escaped here, and nowhere trusted.
All slides of an answer are in its HTML and one is shown, so that a citation opens its slide without asking the server.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

from radsassistent.answers.answer import Answer, Citation, Note, Sentence
from radsassistent.web.answer_words import words, words_html
from radsassistent.web.chat import Exchange
from radsassistent.web.follow_ups import FollowUp
from radsassistent.web.language import Translator
from radsassistent.web.scope_view import chips_html, fields, meeting_named
from radsassistent.web.slide_view import Instead, citation_label, figure, words_of_viewer

# What makes two citations the same chip: the same slide, cited for the same case.
_Key = tuple[str, int, str | None]


@dataclass(frozen=True, slots=True)
class Pending:
    """A question that is being answered, with what has come of the answer; `again` is the place of the turn it replaces."""

    question: str
    answer: Answer | None = None
    again: int | None = None


def conversation_html(
    exchanges: Sequence[Exchange],
    t: Translator,
    pending: Pending | None = None,
    instead: Instead = lambda citation: None,
    rates: bool = False,
    key: str = "",
) -> str:
    """The turns of a chat above one another, the oldest first.

    `instead` gives the text of a cited slide and why there is no picture of it, None where there is one. With `rates`, the
    reader is asked what they think of each answer. `key` is what the chat is kept under.
    """
    kept = exchanges[: pending.again] if pending is not None and pending.again == len(exchanges) - 1 else exchanges
    turns = [_whole_turn(number, each, t, instead, rates) for number, each in enumerate(kept, start=1)]
    if pending is not None:
        turns.append(_pending_turn(len(kept) + 1, pending, t, instead))
    if not turns:
        return f'<div class="turns"{words_of_viewer(t)}></div>'
    told = f'data-key="{escape(key)}" aria-label="{escape(t("Samtalen"))}"{words_of_viewer(t)}'
    return f'<section class="turns" {told}>{"".join(turns)}</section>'


def notice_html(text: str | None) -> str:
    """A kind word on a question that was not answered; nothing when there is nothing to say."""
    return f'<p class="notice" role="alert">{escape(text)}</p>' if text else ""


def thanks_html(text: str) -> str:
    """A word that something was done."""
    return f'<p class="notice done" role="status">{escape(text)}</p>'


def copied_text(exchange: Exchange, t: Translator) -> str:
    """An answer for the clipboard: the question, each sentence with its sources, and what these are."""
    lines = [exchange.answer.question.strip(), ""]
    for sentence in exchange.answer.sentences:
        labels = "; ".join(dict.fromkeys(citation_label(each, t) for each in sentence.citations))
        note = f"{_note_said(sentence.note, t)}: " if sentence.note else ""
        lines.append(f"{note}{words(sentence, t)}{f' [{labels}]' if labels else ''}")
    sources = dict.fromkeys(
        f"{citation_label(each, t)}, {meeting_named(each.body, each.meeting, t)}, {each.document}"
        for each in exchange.answer.citations
    )
    if sources:
        lines += ["", f"{t('Kilder')}:", *sources]
    return "\n".join(lines)


def _whole_turn(number: int, exchange: Exchange, t: Translator, instead: Instead, rates: bool) -> str:
    answer = exchange.answer
    said, figures = _said(number, answer, t, instead)
    searched = answer.scope
    if exchange.scope.bodies and not exchange.scope.meetings:
        searched = replace(searched, bodies=exchange.scope.bodies, meetings=())
    said = f'<div class="said">{said}{chips_html(searched, t)}</div>'
    asked = {
        "question": answer.question,
        "alone": exchange.alone,
        "scope": json.dumps(fields(exchange.scope), ensure_ascii=False),
        "copy": copied_text(exchange, t),
    }
    rating = _rating(number, exchange.good, t) if rates and exchange.number is not None else ""
    after = f'<div class="after">{_follow_ups(exchange.follow_ups, t)}{_actions(t)}{rating}</div>'
    return _article(number, answer.question, f"{said}{figures}{after}", t, asked)


def _pending_turn(number: int, pending: Pending, t: Translator, instead: Instead) -> str:
    if pending.answer is None:
        inner = f'<div class="said"><p class="looking">{escape(t("Leter i dokumentene …"))}</p></div>'
    else:
        said, figures = _said(number, pending.answer, t, instead)
        inner = f'<div class="said">{said}</div>{figures}'
    return _article(number, pending.question, inner, t, None)


def _article(number: int, question: str, inner: str, t: Translator, asked: dict[str, str] | None) -> str:
    data = "".join(f' data-{name}="{escape(value)}"' for name, value in (asked or {}).items())
    state = "" if asked is not None else " pending"
    return (
        f'<article class="turn{state}" tabindex="-1" data-turn="{number - 1}"{data} aria-labelledby="sporsmal-{number}">'
        f'<h2 class="question" id="sporsmal-{number}">'
        f'<span class="unseen">{escape(t("Du spurte"))}: </span>{escape(question.strip())}</h2>{inner}</article>'
    )


def _said(number: int, answer: Answer, t: Translator, instead: Instead) -> tuple[str, str]:
    """What is said, and the slides that it rests on."""
    slides = _cited(answer)
    identifiers = {key: f"lysbilde-{number}-{place}" for place, key in enumerate(slides, start=1)}
    said = f"<div>{''.join(_sentence(sentence, identifiers, t) for sentence in answer.sentences)}</div>"
    if answer.abstained:
        help_ = t(
            "Prøv med andre ord, eller nevn saksnummeret eller møtet. Jeg svarer bare på det som står i dokumentene."
        )
        said = f'<div class="not-found">{said}<p class="hint">{escape(help_)}</p></div>'
    figures, seen = "", set[tuple[str, int]]()
    for key, citations in slides.items():
        again = key[:2] in seen
        seen.add(key[:2])
        figures += figure(identifiers[key], citations, _about(answer, key), instead(citations[0]), t, again=again)
    if figures:
        label = escape(t("Lysbilder som svaret bygger på"))
        figures = f'<div class="slides" role="group" aria-label="{label}">{figures}</div>'
    return said, figures


def _key(citation: Citation) -> _Key:
    return citation.sha256, citation.slide, citation.case


def _cited(answer: Answer) -> dict[_Key, list[Citation]]:
    """The citations by slide and case, in the order of the answer."""
    found: dict[_Key, list[Citation]] = {}
    for sentence in answer.sentences:
        for citation in sentence.citations:
            found.setdefault(_key(citation), []).append(citation)
    return found


def _about(answer: Answer, key: _Key) -> str:
    """What is said of a slide."""
    return " ".join(s.text for s in answer.sentences if any(_key(citation) == key for citation in s.citations))


def _sentence(sentence: Sentence, identifiers: dict[_Key, str], t: Translator) -> str:
    chips = {_key(citation): citation for citation in sentence.citations}
    buttons = "".join(
        f'<button type="button" class="chip" aria-controls="{identifiers[key]}" aria-pressed="false">'
        f"{escape(citation_label(citation, t))}</button>"
        for key, citation in chips.items()
    )
    if buttons:
        buttons = f' <span class="chips" role="group" aria-label="{escape(t("Kilder"))}">{buttons}</span>'
    note = ""
    if sentence.note is not None:
        note = f'<strong class="note">{escape(_note_said(sentence.note, t))}</strong> '
    kind = f" {sentence.note.value}" if sentence.note is not None else ""
    return f'<p class="sentence{kind}">{note}{words_html(sentence, t)}{buttons}</p>'


def _note_said(note: Note, t: Translator) -> str:
    return t("Forslag, ikke vedtak") if note is Note.PROPOSAL else t("Dokumentene er uenige")


def _follow_ups(suggested: Sequence[FollowUp], t: Translator) -> str:
    if not suggested:
        return ""
    items = "".join(
        f'<li><button type="button" class="ask-this" data-question="{escape(each.question)}" '
        f'data-scope="{escape(json.dumps(fields(each.scope), ensure_ascii=False))}">{escape(each.question)}</button></li>'
        for each in suggested
    )
    return f'<div class="follow-ups"><h3>{escape(t("Spør videre"))}</h3><ul>{items}</ul></div>'


def _actions(t: Translator) -> str:
    named = (
        ("copy", t("Kopier svaret")),
        ("link", t("Kopier lenke")),
        ("edit", t("Endre spørsmålet")),
        ("again", t("Spør på nytt")),
        ("print", t("Skriv ut")),
    )
    buttons = "".join(f'<button type="button" data-do="{do}">{escape(said)}</button>' for do, said in named)
    return f'<div class="actions" role="group" aria-label="{escape(t("Svaret"))}">{buttons}</div>'


def _rating(number: int, good: bool | None, t: Translator) -> str:
    pressed = {value: "true" if good is value else "false" for value in (True, False)}
    return (
        f'<form class="rating" data-rating><div role="group" aria-labelledby="hjelp-{number}"><span id="hjelp-{number}">'
        f"{escape(t('Var svaret til hjelp?'))}</span>"
        f'<button type="button" data-good="true" aria-pressed="{pressed[True]}">'
        f"{escape(t('Ja'))}</button>"
        f'<button type="button" data-good="false" aria-pressed="{pressed[False]}">'
        f"{escape(t('Nei'))}</button></div>"
        f'<div class="comment" hidden><label for="merknad-{number}">{escape(t("Hva manglet, eller hva var bra? (valgfritt)"))}'
        f'</label><textarea id="merknad-{number}" rows="2" maxlength="2000"></textarea>'
        f'<button type="submit">{escape(t("Send"))}</button></div></form>'
    )
