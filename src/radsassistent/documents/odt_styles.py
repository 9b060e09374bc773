"""The styles of an ODT: what is bold, hidden or begins a page, and how lists and headings are counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from radsassistent.documents.clean_text import one_line
from radsassistent.documents.list_numbers import counted

_NS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, STYLE, DRAW = (f"{{{_NS}{name}:1.0}}" for name in ("text", "table", "style", "drawing"))
OFFICE = f"{{{_NS}office:1.0}}"
FO = f"{{{_NS}xsl-fo-compatible:1.0}}"
# Styles based on styles; a broken file may go in circles.
_DEEPEST = 20


class Styles:
    """The named and the automatic styles of a document."""

    def __init__(self, *roots: Any) -> None:
        self._styles: dict[str, Any] = {}
        self.lists: dict[str, dict[int, Any]] = {}
        for root in roots:
            for style in root.iter(f"{STYLE}style") if root is not None else ():
                self._styles.setdefault(style.get(f"{STYLE}name", ""), style)
            for style in root.iter(f"{TEXT}list-style") if root is not None else ():
                levels = {whole(level.get(f"{TEXT}level"), 1): level for level in style if isinstance(level.tag, str)}
                self.lists.setdefault(style.get(f"{STYLE}name", ""), levels)

    def chain(self, name: str | None) -> Iterator[Any]:
        for _ in range(_DEEPEST):
            style = self._styles.get(name or "")
            if style is None:
                return
            yield style
            name = style.get(f"{STYLE}parent-style-name")

    def names(self, name: str | None) -> list[str]:
        return [style.get(f"{STYLE}display-name") or style.get(f"{STYLE}name", "") for style in self.chain(name)]

    def bold(self, name: str | None) -> bool | None:
        weights = (self._property(style, "text-properties", f"{FO}font-weight") for style in self.chain(name))
        weight = next((weight for weight in weights if weight), None)
        return None if weight is None else weight == "bold" or weight in ("600", "700", "800", "900")

    def hidden(self, name: str | None) -> bool:
        return any(self._property(s, "text-properties", f"{TEXT}display") == "none" for s in self.chain(name))

    def breaks_before(self, name: str | None) -> bool:
        style = next(self.chain(name), None)
        if style is None:
            return False
        page = style.get(f"{STYLE}master-page-name")
        return bool(page) or self._property(style, "paragraph-properties", f"{FO}break-before") == "page"

    @staticmethod
    def _property(style: Any, group: str, name: str) -> str | None:
        properties = style.find(f"{STYLE}{group}")
        found = properties.get(name) if properties is not None else None
        return None if found is None else str(found)


def count(counts: dict[int, int], levels: dict[int, Any], level: int) -> str:
    """The printed number of the next paragraph on a level; "" where the level is not numbered."""
    for deeper in [other for other in counts if other > level]:
        del counts[deeper]
    style = levels.get(level)
    start = whole(style.get(f"{TEXT}start-value"), 1) if style is not None else 1
    counts[level] = counts.get(level, start - 1) + 1
    form = style.get(f"{STYLE}num-format", "") if style is not None else ""
    if not form or style is None:
        return ""
    shown = whole(style.get(f"{TEXT}display-levels"), 1)
    numbers = []
    for place in range(max(1, level - shown + 1), level + 1):
        other = levels.get(place)
        place_form = other.get(f"{STYLE}num-format", "1") if other is not None else "1"
        numbers.append(counted(counts.get(place, 1), place_form))
    prefix, suffix = style.get(f"{STYLE}num-prefix", ""), style.get(f"{STYLE}num-suffix", "")
    return one_line(f"{prefix}{'.'.join(numbers)}{suffix}")


def whole(text: str | None, default: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"\d{1,9}", text) else default
