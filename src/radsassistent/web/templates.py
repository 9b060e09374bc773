"""Sentences that other layers make in Bokmål, known again by templates ("{name}: filen er tom.") and said in another language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from string import Formatter

from babel.messages.pofile import read_po


@dataclass(frozen=True, slots=True)
class Template:
    """What a sentence looks like, and what it is called in another language; both with `{fields}`."""

    words: tuple[str, ...]
    pattern: re.Pattern[str]
    said: str

    @classmethod
    def of(cls, text: str, said: str, shapes: Mapping[str, str]) -> Template:
        """`shapes` are regular expressions of what fills some fields; what fills another one twice must be the same."""
        made, words, known = "", [], set()
        for own, name, _, _ in Formatter().parse(text):
            made += re.escape(own)
            words.append(own)
            if name is not None:
                made += f"(?P={name})" if name in known else f"(?P<{name}>{shapes.get(name, '.+?')})"
                known.add(name)
        return cls(tuple(filter(None, words)), re.compile(made, re.DOTALL), said)

    def fills(self, text: str) -> dict[str, str] | None:
        """What fills the fields where a text is of this template; None where it is not."""
        # Before the pattern, which tries every place of each field on a long text that lacks the words after it.
        place = 0
        for own in self.words:
            place = text.find(own, place)
            if place < 0:
                return None
            place += len(own)
        found = self.pattern.fullmatch(text)
        return found.groupdict() if found else None


def templates(texts: Mapping[str, str], shapes: Mapping[str, str] | None = None) -> list[Template]:
    """Templates with their translations; those with the most words of their own first."""
    ordered = sorted(texts, key=lambda text: sum(len(own) for own, *_ in Formatter().parse(text)), reverse=True)
    return [Template.of(text, texts[text], shapes or {}) for text in ordered]


def catalogue(file: Traversable) -> dict[str, dict[str, str]]:
    """The texts of a gettext file with their translations, by their context ("" for those without one)."""
    found: dict[str, dict[str, str]] = {}
    with file.open("rb") as opened:
        for each in read_po(opened):
            if each.id and each.string:
                found.setdefault(each.context or "", {})[str(each.id)] = str(each.string)
    return found
