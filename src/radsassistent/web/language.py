"""The languages of the pages: Bokmål stands in the code, Nynorsk and English in locale/<language>/*.po (gettext).

A page is built once for each language, with a Translator that it says everything through: `t("Søk i vedtak")`. What the layers
below the pages say, errors above all, is made there in Bokmål, and much of it is kept in the archive as it was said. It is known
again by its template in `messages.po`: `t.told(str(error))`.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from string import Formatter

from babel.dates import format_date
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

# In messages.po: what is filled in there is a message itself. All else is a name, a number or a quotation, and stays.
_MESSAGES = frozenset(
    {"days", "format", "known", "missing", "reason", "voice", "wanted", "what", "where", "which", "who"}
)


class Language(StrEnum):
    """What the pages can be read in; the value is the tag for the `lang` attribute."""

    BOKMAL = "nb"
    NYNORSK = "nn"
    ENGLISH = "en"

    @property
    def path(self) -> str:
        """Where the pages in this language are: "" for Bokmål, "/nn", "/en"."""
        return "" if self is Language.BOKMAL else f"/{self.value}"


class Translator:
    """Says the texts of the pages in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, text: str, **fills: object) -> str:
        """A text, given in Bokmål, in this language, with its `{…}` filled in by str.format."""
        said = _catalogue(self.language).get(text, text)
        return said.format(**fills) if fills else said

    def told(self, message: str) -> str:
        """What the layers below say in Bokmål, in this language; as it is where no template in messages.po is of it."""
        for pattern, said in _templates(self.language):
            found = pattern.fullmatch(message)
            if found:
                fills = found.groupdict().items()
                return said.format(**{name: self.told(fill) if name in _MESSAGES else fill for name, fill in fills})
        return message

    def day(self, day: date) -> str:
        """ "12. februar 2026", "12 February 2026"."""
        return format_date(day, "d. MMMM y" if self.language is not Language.ENGLISH else "d MMMM y", self._locale)

    def day_of(self, iso: str) -> str:
        """The same of a day in ISO 8601."""
        return self.day(date.fromisoformat(iso))

    def number(self, value: float) -> str:
        """A number with the language's separators: "1 168", "23,3"; in English "1,168", "23.3"."""
        return format_decimal(value, locale=self._locale)

    @property
    def _locale(self) -> str:
        return "en_GB" if self.language is Language.ENGLISH else self.language.value


@cache
def _catalogue(language: Language) -> dict[str, str]:
    folder = resources.files("radsassistent.web") / "locale" / language.value
    if language is Language.BOKMAL:
        return {}
    found: dict[str, str] = {}
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".po"):
            found |= _texts(file)
    return found


@cache
def _templates(language: Language) -> list[tuple[re.Pattern[str], str]]:
    """What the layers below can say, as patterns, with the translations; those with the most words of their own first."""
    if language is Language.BOKMAL:
        return []
    texts = _texts(resources.files("radsassistent.web") / "locale" / language.value / "messages.po")
    ordered = sorted(texts, key=lambda text: sum(len(words) for words, *_ in Formatter().parse(text)), reverse=True)
    return [(_pattern(text), texts[text]) for text in ordered]


def _pattern(text: str) -> re.Pattern[str]:
    """What a template matches; what is filled in twice must be the same."""
    made, known = "", set()
    for words, name, _, _ in Formatter().parse(text):
        made += re.escape(words)
        if name is not None:
            made += f"(?P={name})" if name in known else f"(?P<{name}>.+?)"
            known.add(name)
    return re.compile(made, re.DOTALL)


def _texts(file: Traversable) -> dict[str, str]:
    with file.open("rb") as opened:
        return {str(each.id): str(each.string) for each in read_po(opened) if each.id and each.string}
