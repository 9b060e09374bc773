"""What a DOCX says about its paragraphs in other parts: styles and the numbers of lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from radsassistent.documents.list_numbers import counted

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Styles based on styles; Word's own go four deep.
_DEEPEST = 20
_FORMATS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_HEADING = re.compile(r"^(?:heading|overskrift) ?([1-9])$", re.IGNORECASE)


def value(element: Any, path: str) -> str | None:
    """The `w:val` of the first element on a path ("w:pPr/w:pStyle"); None where there is none."""
    found = element.find(path.replace("w:", W)) if element is not None else None
    return None if found is None else found.get(f"{W}val", "")


def switched_on(element: Any, name: str) -> bool | None:
    """A property that is on or off ("w:b"); None where it is not mentioned."""
    text = value(element, name)
    return None if text is None else text.lower() not in ("0", "false", "off")


def number(text: str | None, default: int = 0) -> int:
    """A whole number as OOXML writes it."""
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,9}", text) else default


class Styles:
    """The styles of a document, by their ids."""

    def __init__(self, root: Any) -> None:
        found = root.iter(f"{W}style") if root is not None else ()
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        self._default = next(
            (i for i, s in self._styles.items() if s.get(f"{W}default") == "1" and s.get(f"{W}type") == "paragraph"), ""
        )

    def chain(self, paragraph: Any) -> Iterator[Any]:
        """The paragraph's style and those that it is based on, the nearest first."""
        identity: str | None = value(paragraph, "w:pPr/w:pStyle") or self._default
        for _ in range(_DEEPEST):
            style = self._styles.get(identity or "")
            if style is None:
                return
            yield style
            identity = value(style, "w:basedOn")

    def heading_level(self, paragraph: Any) -> int | None:
        """0 for a title, 1 to 9 for a heading, None for other text: by the style's English name, which Word always keeps,
        or by the outline level.
        """
        for style in self.chain(paragraph):
            name = (value(style, "w:name") or "").lower()
            if name in ("title", "tittel"):
                return 0
            match = _HEADING.match(name)
            if match:
                return int(match[1])
        sources = [paragraph, *self.chain(paragraph)]
        levels = (value(source, "w:pPr/w:outlineLvl") for source in sources)
        level = next((number(text, 9) for text in levels if text is not None), 9)
        return level + 1 if level < 9 else None

    def bold(self, paragraph: Any) -> bool:
        """Whether text that says nothing itself is bold."""
        weights = (switched_on(style.find(f"{W}rPr"), "w:b") for style in self.chain(paragraph))
        return next((weight for weight in weights if weight is not None), False)

    def breaks_before(self, paragraph: Any) -> bool:
        """Whether the paragraph begins a page."""
        sources = [paragraph, *self.chain(paragraph)]
        told = (switched_on(source.find(f"{W}pPr"), "w:pageBreakBefore") for source in sources)
        return next((switch for switch in told if switch is not None), False)

    def list_of(self, paragraph: Any) -> tuple[str, int] | None:
        """The list (its number id) and the level that a paragraph belongs to; None outside any list."""
        identity: str | None = None
        level: str | None = None
        for source in (paragraph, *self.chain(paragraph)):
            properties = source.find(f"{W}pPr/{W}numPr")
            if properties is not None:
                identity = identity if identity is not None else value(properties, "w:numId")
                level = level if level is not None else value(properties, "w:ilvl")
            if identity is not None and level is not None:
                break
        if identity is None or identity == "0":
            return None
        return identity, min(max(number(level), 0), 8)


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


class Lists:
    """The lists of a document, counted while it is read from the top."""

    def __init__(self, root: Any) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is None:
            return
        shared = {a.get(f"{W}abstractNumId", ""): _levels(a) for a in root.iter(f"{W}abstractNum")}
        for instance in root.iter(f"{W}num"):
            identity, abstract = instance.get(f"{W}numId", ""), value(instance, "w:abstractNumId") or ""
            levels = dict(shared.get(abstract, {}))
            restarted = False
            for override in instance.iterfind(f"{W}lvlOverride"):
                place = number(override.get(f"{W}ilvl"))
                levels.update(_levels(override))
                start = value(override, "w:startOverride")
                if start is not None and place in levels:
                    levels[place] = _Level(levels[place].form, levels[place].text, number(start, 1))
                    restarted = True
            self._levels[identity] = levels
            # Lists made of one pattern count on from each other, unless one starts anew.
            self._abstract[identity] = f"own {identity}" if restarted else abstract

    def mark(self, identity: str, level: int) -> str | None:
        """What is printed before the next paragraph of a list; "" for a bullet, None for a list that is not known."""
        levels = self._levels.get(identity)
        if levels is None or level not in levels:
            return None
        counts = self._counts.setdefault(self._abstract[identity], {})
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        if levels[level].form in ("bullet", "none"):
            return ""

        def shown(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            above = levels.get(place)
            if above is None:
                return ""
            value_there = counts.get(place, above.start)
            return (
                f"{value_there:02d}"
                if above.form == "decimalZero"
                else counted(value_there, _FORMATS.get(above.form, "1"))
            )

        return re.sub(r"%([1-9])", shown, levels[level].text).strip()


def _levels(parent: Any) -> dict[int, _Level]:
    return {
        number(level.get(f"{W}ilvl")): _Level(
            value(level, "w:numFmt") or "decimal",
            value(level, "w:lvlText") or "",
            number(value(level, "w:start"), 1),
        )
        for level in parent.iterfind(f"{W}lvl")
    }
