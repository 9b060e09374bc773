"""The paragraphs of a PPTX text body: text, level, bullet or number, size and weight, with what they inherit.

A paragraph takes what it does not say itself from its shape's list style, then from the placeholder that its shape fills
on the layout and on the master, then from the master's text styles, then from the presentation (ECMA-376 part 1, 21.1.2.4).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.oxml.ns import qn

from radsassistent.documents.clean_text import clean, is_card, one_line, without_bullet
from radsassistent.documents.list_numbers import counted

# What PowerPoint sets text in that nothing gives a size, in points.
DEFAULT_SIZE = 18.0
# "Navn: Kari", "Tittel: leder": lines of a card, each with its label, stand for themselves.
_LABELLED = re.compile(r"^[^\W\d_][\w /.-]{0,24}:")


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """A paragraph as printed, its list number included. `level` counts from 0, `size` is in points, `cells` are what tabs
    part it into (one: no tabs).
    """

    text: str
    level: int
    bulleted: bool
    size: float
    bold: bool
    cells: tuple[str, ...] = ()


def text_paragraphs(body: Any, styles: Sequence[Any]) -> list[TextParagraph]:
    """The paragraphs of an `a:txBody` that have text. `styles` are the list styles that it inherits, the nearest first."""
    own = body.find(qn("a:lstStyle"))
    styles = [style for style in (own, *styles) if style is not None]
    scale = _font_scale(body)
    counts: dict[int, int] = {}
    found: list[TextParagraph] = []
    for element in body.findall(qn("a:p")):
        properties = element.find(qn("a:pPr"))
        level = _level(properties)
        chain = [e for e in (properties, *(_of_level(style, level) for style in styles)) if e is not None]
        lines = lines_of(element)
        if not lines:
            continue
        bullet = _bullet(chain)
        number = _number(bullet, level, counts)
        size, bold = _size(element, chain) * scale, _bold(element, chain)
        for place, line in enumerate(lines):
            text, typed = without_bullet(line)
            if place == 0 and number:
                text = f"{number} {text}"
            bulleted = typed or (place == 0 and bullet is not None)
            cells = tabbed(element) if len(lines) == 1 else ()
            found.append(TextParagraph(text, level, bulleted, size, bold, cells))
    return found


def lines_of(paragraph: Any) -> list[str]:
    """The text of an `a:p`: one line, or each line typed into it where they are a card's or each has a label ("Navn: …")."""
    lines = typed_lines(paragraph)
    if len(lines) > 1 and (all(_LABELLED.match(line) for line in lines) or is_card(lines)):
        return lines
    whole = one_line("\n".join(lines))
    return [whole] if whole else []


def tabbed(paragraph: Any) -> tuple[str, ...]:
    """The texts of an `a:p` between its tabs, empty ones too."""
    return tuple(clean(part) for part in "".join(node.text or "" for node in paragraph.iter(qn("a:t"))).split("\t"))


def typed_lines(paragraph: Any) -> list[str]:
    """The lines of an `a:p` as they are broken by hand, those with text."""
    parts: list[str] = []
    for node in paragraph.iter(qn("a:t"), qn("a:br"), "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"):
        parts.append("\n" if node.tag == qn("a:br") else node.text or "")
    return [line for line in map(clean, re.split(r"[\n\v]", "".join(parts))) if line]


def whole_number(text: str | None) -> int | None:
    """An attribute as a whole number; None when it is missing or is none."""
    try:
        return int(text) if text is not None else None
    except ValueError:
        return None


def _level(properties: Any) -> int:
    level = whole_number(properties.get("lvl")) if properties is not None else None
    return min(max(level or 0, 0), 8)


def _of_level(style: Any, level: int) -> Any:
    return style.find(qn(f"a:lvl{level + 1}pPr"))


def _bullet(chain: Sequence[Any]) -> Any:
    """The nearest word on bullets: the element that sets one, or None where the nearest says that there is none."""
    for properties in chain:
        for child in properties:
            if child.tag == qn("a:buNone"):
                return None
            if child.tag in (qn("a:buChar"), qn("a:buAutoNum"), qn("a:buBlip")):
                return child
    return None


def _number(bullet: Any, level: int, counts: dict[int, int]) -> str:
    """The printed number of a paragraph in a numbered list, "" for any other; `counts` is kept for the shape."""
    for deeper in [other for other in counts if other > level]:
        del counts[deeper]
    if bullet is None or bullet.tag != qn("a:buAutoNum"):
        counts.pop(level, None)
        return ""
    start = whole_number(bullet.get("startAt")) or 1
    counts[level] = counts.get(level, start - 1) + 1
    kind = bullet.get("type", "arabicPeriod")
    style = {"alphaLc": "a", "alphaUc": "A", "romanLc": "i", "romanUc": "I"}.get(kind[:7], "1")
    number = counted(counts[level], style)
    if kind.endswith("ParenBoth"):
        return f"({number})"
    return number + (")" if kind.endswith("ParenR") else "." if kind.endswith("Period") else "")


def _size(paragraph: Any, chain: Sequence[Any]) -> float:
    """The size of the first run that says one, else the inherited one."""
    sources = [*paragraph.iterfind(f"{qn('a:r')}/{qn('a:rPr')}"), *_run_defaults(chain)]
    sizes = (whole_number(source.get("sz")) for source in sources)
    return next((size / 100 for size in sizes if size), DEFAULT_SIZE)


def _bold(paragraph: Any, chain: Sequence[Any]) -> bool:
    """Whether all runs with text are bold."""
    inherited = next((source.get("b") for source in _run_defaults(chain) if source.get("b")), "0")
    weights = []
    for run in paragraph.iterfind(qn("a:r")):
        text = run.find(qn("a:t"))
        if text is None or not (text.text or "").strip():
            continue
        properties = run.find(qn("a:rPr"))
        weights.append((properties.get("b") if properties is not None else None) or inherited)
    return bool(weights) and all(weight in ("1", "true", "on") for weight in weights)


def _run_defaults(chain: Sequence[Any]) -> list[Any]:
    return [found for found in (properties.find(qn("a:defRPr")) for properties in chain) if found is not None]


def _font_scale(body: Any) -> float:
    """How far PowerPoint has shrunk the text to fit its box, as a share."""
    fit = body.find(f"{qn('a:bodyPr')}/{qn('a:normAutofit')}")
    scale = whole_number(fit.get("fontScale")) if fit is not None else None
    return scale / 100_000 if scale and 10_000 <= scale <= 100_000 else 1.0
