"""What an asker says of himself before a question: "Jeg må gå tidlig. Når begynner eventuelt?"."""

from __future__ import annotations

import re

from radsassistent.search.parts import leans, said_before

_OF_ASKER = re.compile(r"\b(?:jeg|eg|meg|min|mi|mitt|mine|vi|oss|vår|våre|me|i|my|we|us|our)\b", re.IGNORECASE)
# "Folk derfra" are told apart by what was said before.
_POINTS_BACK = re.compile(r"\b(?:da|då|derfra|derifrå|dit|dermed|slike?|then|such|from\s+there)\b", re.IGNORECASE)


def without_aside(question: str) -> str | None:
    """The question alone, where the asker has said something of himself before it and it needs nothing of that; else None."""
    said, asked = said_before(question)
    if not said or not _OF_ASKER.search(said):
        return None
    return None if leans(asked) or _POINTS_BACK.search(asked) or _OF_ASKER.search(asked) else asked
