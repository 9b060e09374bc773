"""Questions that name what they are about first: "og ferjesaken, hva foreslås der?" asks "hva foreslås i ferjesaken?"."""

from __future__ import annotations

import re

_FRONTED = re.compile(
    r"^(?:(?:den|det|de|dei|han|hun|ho|the|that)\s+)?(?P<subject>(?!(?:i|på|for|hos|fra|frå|om|til|in|on|for|at|from|of|about)\s)[^,?:]{2,60}?)\s*[,:–]\s*(?P<asked>(?:og\s+|and\s+)?"
    r"(?:hva|kva|hvem|kven|når|hvor|kor|kvar|hvordan|korleis|hvorfor|kvifor|hvilke[nt]?|what|who|when|where|how|why|which)\b.+)$",
    re.IGNORECASE,
)
# "Den etter", "den neste": the one beside what was spoken of.
_BESIDE = re.compile(
    r"^(?:etter\w*|før|neste|siste|forrige|første|fyrste|andre|tredje|over|under|next|last|first)\b", re.IGNORECASE
)
# What of the question stands for the subject: "der", "den", "han"; "det" mostly stands for nothing.
_THERE = re.compile(r"\b(?:der|there)\b(?!\s+\w+e\b)", re.IGNORECASE)
_ONE = re.compile(r"\b(?:den|denne|han|hun|ho|ham|henne|dem|it|he|she|him|her|them)\b(?!\s+\w+e\b)", re.IGNORECASE)
_GOES = re.compile(r"^(?:hvordan|korleis)\s+(?:går|gikk|gjekk|har)\s+det\b", re.IGNORECASE)
_QUESTION_WORD = re.compile(
    r"^(?:hva|kva|hvem|kven|når|hvor|kor|kvar|hvordan|korleis|hvorfor|kvifor|hvilke[nt]?|what|who|when|where|how|why|which)\b",
    re.IGNORECASE,
)


def fronted(question: str) -> str | None:
    """The question with its subject in its place; None where it does not name one first, or nothing in it stands for that."""
    found = _FRONTED.match(question.strip(" ?"))
    if found is None or _QUESTION_WORD.match(found["subject"]) or _BESIDE.match(found["subject"]):
        return None
    asked, subject = found["asked"].strip(), found["subject"].strip()
    # "Ferja, hvordan går det der?" asks how it goes with it.
    there = f"{'med' if _GOES.search(asked) else 'i'} {subject}"
    for pronoun, put in ((_THERE, there), (_ONE, subject)):
        if pronoun.search(asked):
            return f"{pronoun.sub(lambda _, put=put: put, asked, count=1)}?"
    return None
