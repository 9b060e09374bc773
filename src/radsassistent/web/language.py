"""The languages of the pages: Bokmål stands in the code, Nynorsk and English in locale/<language>/*.po (gettext).

A page is built once for each language, with a Translator that it says everything through: `t("Søk i vedtak")`.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cache
from importlib import resources

from babel.dates import format_date
from babel.messages.pofile import read_po
from babel.numbers import format_decimal


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

    def day(self, day: date) -> str:
        """ "12. februar 2026", "12 February 2026"."""
        return format_date(day, "d. MMMM y" if self.language is not Language.ENGLISH else "d MMMM y", self._locale)

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
            with file.open("rb") as opened:
                found |= {str(each.id): str(each.string) for each in read_po(opened) if each.id and each.string}
    return found
