"""What names things in the documents: titles, names of rows, bullets, organisations."""

from __future__ import annotations

import re
from collections.abc import Iterable

from radsassistent.archive import Passage, PassageKind

_BRACKETS = re.compile(r"\([^)]*\)")


def labels(passages: Iterable[Passage]) -> list[str]:
    """What may name a thing: titles, names of table rows, bullets and what they stand under."""
    found: set[str] = set()
    for passage in passages:
        data = passage.data
        found.update(str(text) for text in (data.get("label"), data.get("title"), *data.get("under", ())) if text)
        if passage.kind is PassageKind.UNIT:
            found.add(passage.text)
    return sorted(found)


def label(passage: Passage) -> str:
    """What names a passage: a row's label, an agenda item's title, a member's organisation; else its slide's title."""
    data = passage.data
    if passage.kind is PassageKind.TABLE_ROW:
        return _BRACKETS.sub(" ", str(data["label"]))
    if passage.kind is PassageKind.MEMBER:
        return str(data["organisation"] or "")
    return str(data.get("title") or "")
