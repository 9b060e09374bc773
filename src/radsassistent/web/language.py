"""The languages of the pages: Bokmål stands in the code, Nynorsk and English in locale/<language>/*.po (gettext).

A page is built once for each language, with a Translator that it says everything through: `t("Søk i vedtak")`. What the layers
below the pages say, errors above all, is made there in Bokmål, and much of it is kept in the archive as it was said. It is known
again by its template in `messages.po`: `t.told(str(error))`.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cache
from importlib import resources

from babel.dates import format_date
from babel.numbers import format_decimal

from radsassistent.web.templates import Template, catalogue, templates

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
        for template in _templates(self.language):
            fills = template.fills(message)
            if fills is not None:
                told = {name: self.told(fill) if name in _MESSAGES else fill for name, fill in fills.items()}
                return template.said.format(**told)
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


def texts_of(language: Language, page: str) -> dict[str, dict[str, str]]:
    """The texts of one file of a language, by their context ("" for those without one)."""
    return catalogue(resources.files("radsassistent.web") / "locale" / language.value / f"{page}.po")


@cache
def _catalogue(language: Language) -> dict[str, str]:
    if language is Language.BOKMAL:
        return {}
    folder = resources.files("radsassistent.web") / "locale" / language.value
    pages = sorted(file.name.removesuffix(".po") for file in folder.iterdir() if file.name.endswith(".po"))
    # What answers say is said by `answer_words`; a text of a page may have the same words.
    return {text: said for page in pages if page != "answers" for text, said in texts_of(language, page)[""].items()}


@cache
def _templates(language: Language) -> list[Template]:
    """What the layers below can say, with the translations."""
    return [] if language is Language.BOKMAL else templates(texts_of(language, "messages")[""])
