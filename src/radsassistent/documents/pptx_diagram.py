"""The text of SmartArt, from the data of its diagram: what stands under what, in the order of the drawing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from radsassistent.documents.clean_text import one_line
from radsassistent.documents.pptx_text import whole_number

_D = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# A drawing that nests deeper is broken or goes in circles.
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class DiagramText:
    """The text of one node. `depth` counts from 0, the outermost."""

    text: str
    depth: int


def diagram_texts(root: Any) -> list[DiagramText]:
    """The nodes of a diagram's data part that have text, each followed by those under it."""
    texts: dict[str, str] = {}
    start = ""
    for point in root.iter(f"{_D}pt"):
        identity, kind = point.get("modelId", ""), point.get("type", "node")
        if kind == "doc":
            start = identity
        elif kind in ("node", "asst"):
            lines = ["".join(text.text or "" for text in line.iter(f"{_A}t")) for line in point.iter(f"{_A}p")]
            texts[identity] = one_line("\n".join(lines))
    under: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for link in root.iter(f"{_D}cxn"):
        if link.get("type", "parOf") == "parOf":
            order = whole_number(link.get("srcOrd")) or 0
            under[link.get("srcId", "")].append((order, link.get("destId", "")))
    found: list[DiagramText] = []
    seen: set[str] = set()
    todo = [(start, -1)]
    while todo:
        identity, depth = todo.pop()
        if identity in seen or depth > _DEEPEST:
            continue
        seen.add(identity)
        if texts.get(identity):
            found.append(DiagramText(texts[identity], max(depth, 0)))
        todo += [(child, depth + 1) for _, child in sorted(under[identity], reverse=True)]
    found += [DiagramText(text, 0) for identity, text in texts.items() if text and identity not in seen]
    return found
