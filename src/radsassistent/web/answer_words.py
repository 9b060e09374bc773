"""The words that the assistant itself puts around what it quotes, in the language of the page.

Answers are made in Bokmål, and kept so. Their sentences are known again by the templates in locale/<language>/answers.po. What
fills a template is the documents' or the question's own and stays as it is; where code makes that too ("sak 5/26"), the texts
with the field's name as their context say it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from html import escape
from string import Formatter
from typing import NamedTuple

from radsassistent.answers.answer import Sentence
from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.dates import MONTHS, dates_in
from radsassistent.web.language import Language, Translator, texts_of
from radsassistent.web.templates import Template, templates

_CASE = (
    rf"(?:(?:{CAPITAL}{{1,5}} )?\d{{1,3}}/\d\d|{CAPITAL}{{1,6}}(?: |[-.]?(?:\d{{1,4}}[-./])?)\d{{1,3}}|"
    rf"\d{{1,4}}[-/]?{CAPITAL}|\d{{1,4}}-\d{{1,3}})"
)
_OTHER_CASE = rf"§ \d{{1,4}}|[Pp]unkt (?:\d{{1,3}}|{CAPITAL})"
# What fields are filled with, where that tells a sentence of the assistant's from any other.
_SHAPES = {
    "number": rf"{_CASE}|{_OTHER_CASE}",
    "second": rf"{_CASE}|{_OTHER_CASE}",
    "in_case": rf"(?: i (?:sak {_CASE}|{_OTHER_CASE}))?",
    "votes": r"(?: \([^()]+\))?",
    "what": rf"(?:sak {_CASE}|{_OTHER_CASE}), .+|«.+»",
    "item": rf"(?:Sak {_CASE}|{_OTHER_CASE})(?:, .+,)?|«.+»",
    "time": r"\d{1,2}[.:]\d\d",
    "end": r"\d{1,2}[.:]\d\d",
    "before": r"(?:[^;]+; )?",
    "after": r"(?:; [^;]+)?",
    "day": rf"\d{{1,2}}\. (?:{'|'.join(MONTHS)}) \d{{4}}",
    "count": r"\d+",
    "slide": r"\d+",
    "person": r"(?:(?! hadde | møtte | var | og |[,;:]).)+",
    "change": r"uendret \(0\)|en (?:økning|nedgang) på .+",
}


class Piece(NamedTuple):
    """A part of a sentence; `own`: in the language of the page, else as the documents or the question have it."""

    text: str
    own: bool


def pieces(sentence: Sentence, t: Translator) -> tuple[Piece, ...]:
    """A sentence of an answer in the language of the page, as far as its words are the assistant's own."""
    if t.language is Language.BOKMAL:
        return (Piece(sentence.text, True),)
    if any(_same(sentence.text, citation.quote) for citation in sentence.citations):
        return (Piece(sentence.text, False),)
    return _pieces(sentence.text, t.language)


def words(sentence: Sentence, t: Translator) -> str:
    """The same as plain text."""
    return "".join(piece.text for piece in pieces(sentence, t))


def words_html(sentence: Sentence, t: Translator) -> str:
    """The same as HTML, which says what is in the documents' language."""
    return "".join(
        escape(piece.text) if piece.own else f'<span lang="nb">{escape(piece.text)}</span>'
        for piece in pieces(sentence, t)
    )


def _same(text: str, quote: str) -> bool:
    """Whether a sentence is no more than what it quotes."""
    return " ".join(text.split()).rstrip(" .") == " ".join(quote.split()).rstrip(" .")


# Every turn of a conversation is told again with each new one.
@lru_cache(maxsize=4096)
def _pieces(text: str, language: Language) -> tuple[Piece, ...]:
    return _told(text, "", language) or (Piece(text, False),)


def _told(text: str, context: str, language: Language) -> tuple[Piece, ...] | None:
    """A text of the templates of a context; None where it is of none."""
    for template in _templates(language).get(context, ()):
        fills = template.fills(text)
        if fills is not None:
            return _joined(
                piece
                for own, name, _, _ in Formatter().parse(template.said)
                for piece in (Piece(own, True), *(_filled(name, fills[name], language) if name else ()))
            )
    return None


def _filled(name: str, fill: str, language: Language) -> tuple[Piece, ...]:
    if name == "day" and (days := dates_in(fill)):
        return (Piece(Translator(language).day(days[0]), True),)
    # A figure or a time of day is in every language.
    return _told(fill, name, language) or (Piece(fill, not re.search(r"[^\W\d_]", fill)),)


def _joined(parts: Iterable[Piece]) -> tuple[Piece, ...]:
    """Neighbours in the same language as one."""
    joined: list[Piece] = []
    for part in parts:
        if joined and joined[-1].own == part.own:
            joined[-1] = Piece(joined[-1].text + part.text, part.own)
        elif part.text:
            joined.append(part)
    return tuple(joined)


@cache
def _templates(language: Language) -> dict[str, list[Template]]:
    return {context: templates(texts, _SHAPES) for context, texts in texts_of(language, "answers").items()}
