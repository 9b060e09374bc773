"""A question that asks two things, to the questions that it holds."""

from __future__ import annotations

import re
from dataclasses import dataclass

# "Hvem legger frem sak 9, og når er målet …": a second question word after "og".
_SECOND = re.compile(
    r"\s*,?\s+(?:og|and)\s+(?=(?:hvem|hva|når|hvor|hvilke[nt]?|hvordan|hvorfor|kven|kva|kor|who|what|when|where|how)\b)",
    re.IGNORECASE,
)
_QUESTION_WORD = re.compile(
    r"^\s*(?:i\s+|på\s+|fra\s+|til\s+)?(hvem|hva|når|hvor|hvilke[nt]?|hvordan|hvorfor|kven|kva|kor|who|what|when|where|how)\b",
    re.IGNORECASE,
)
_SUBJECTLESS = re.compile(
    r"\b(det|den|de|dette|der|etterpå|deretter|han|hun|ho|vedkommende|hans|hennes|hennar|it|that|they|he|she|his|her|there)\b",
    re.IGNORECASE,
)
# More questions than this in one are not taken apart.
MOST_PARTS = 3


@dataclass(frozen=True, slots=True)
class Part:
    """One of the questions in a question. `before` is the first of them; `subjectless`: this one only says "det"."""

    question: str
    before: str = ""
    subjectless: bool = False


def parts(question: str) -> list[Part]:
    """The questions that a question holds, each to be answered alone; mostly the question itself."""
    if not _QUESTION_WORD.match(question):
        return [Part(question)]
    found = [part.strip(" ?,") for part in _SECOND.split(question)]
    if not 2 <= len(found) <= MOST_PARTS or any(len(part.split()) < 2 for part in found):
        return [Part(question)]
    first = found[0]
    later = (Part(f"{part}?", first, bool(_SUBJECTLESS.search(part))) for part in found[1:])
    return [Part(f"{first}?"), *later]
