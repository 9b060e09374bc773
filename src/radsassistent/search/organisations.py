"""What the organisations of an archive are also called: by the letters of their names, by what a compound begins with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import cached_property

from radsassistent.search.abbreviations import LEGAL_FORMS, UNTELLING, shortens
from radsassistent.search.terms import MIN_PART, STOP_WORDS, stem

# "NSF" takes its letters from "Norsk Sykepleier|forbund".
_UNION = re.compile(r"(?:forbund|forening|foreining)(?:et|en|a)?$")


class Organisations:
    """The organisations of one generation of an archive."""

    def __init__(self, named: Iterable[str], words: Set[str]) -> None:
        """`named` are their names, `words` all lower-case words of the archive."""
        self._named = sorted(named)
        self._words = words

    def called(self, abbreviation: str) -> str | None:
        """The one organisation, without its legal form, whose parts an abbreviation takes its letters from."""
        letters = abbreviation.lower()
        if letters in STOP_WORDS:
            return None
        found = [name for name, parts in self._by_parts.items() if shortens(letters, parts)]
        return found[0] if len(found) == 1 else None

    @cached_property
    def abbreviated(self) -> frozenset[str]:
        """The organisations that the archive names by capital letters."""
        return frozenset(name for name in self._named if name.isupper())

    def beginning(self, organisation: str) -> str | None:
        """The stem of what an organisation of one compound begins with: "lege" of "Legeforeningen"."""
        told = [word for word in re.findall(r"[^\W\d_]+", organisation.lower()) if word not in UNTELLING]
        parts = self._parts(told[0]) if len(told) == 1 else ()
        return stem(parts[0]) if len(parts) > 1 else None

    @cached_property
    def _by_parts(self) -> dict[str, tuple[str, ...]]:
        """The organisations, without legal forms, with the parts of their words."""
        found: dict[str, tuple[str, ...]] = {}
        for organisation in self._named:
            told = [word for word in re.findall(r"[^\W\d_]+", organisation) if word.lower() not in LEGAL_FORMS]
            lowered = [word.lower() for word in told]
            parts = [part for word in lowered if word not in STOP_WORDS for part in self._parts(word)]
            if parts:
                found.setdefault(" ".join(told), tuple(parts))
        return found

    def _parts(self, word: str) -> tuple[str, ...]:
        """A word in two where it begins with another that the archive has, "helse", "direktoratet", or ends as unions do."""
        union = _UNION.search(word)
        if union is not None and union.start() >= MIN_PART:
            return word[: union.start()], union[0]
        for place in range(len(word) - MIN_PART, MIN_PART - 1, -1):
            if word[:place] in self._words:
                return word[:place], word[place:]
        return (word,)
