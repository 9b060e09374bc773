"""Parties as lists write them: "Høyre" where a list has "H", "Arbeiderpartiet" where it has "Ap", and the other way round."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.members.words import standing
from radsassistent.archive import Passage

# The parties of the Storting and of many councils: how they are written out, and their letters.
_PARTIES = tuple(
    (re.compile(rf"\b(?:{name})(?:s)?(?!\w)", re.IGNORECASE), letters, re.compile(rf"\b(?:{letters})(?:s)?(?!\w)"))
    for name, letters in (
        (r"sosialistisk\s+venstreparti", "SV"),
        (r"kristelig\s+folkeparti|kristeleg\s+folkeparti", "KrF|KRF"),
        (r"miljøpartiet(?:\s+de\s+grønne|\s+dei\s+grøne)?|de\s+grønne|dei\s+grøne", "MDG"),
        (r"fremskrittspartiet|framstegspartiet|framskrittspartiet", "FrP|Frp|FRP"),
        (r"arbeiderpartiet|arbeidarpartiet", "Ap|AP|A"),
        (r"senterpartiet", "Sp|SP"),
        (r"pensjonistpartiet", "PP"),
        (r"industri-?\s+og\s+næringspartiet", "INP"),
        (r"høyre|høgre", "H"),
        (r"venstre", "V"),
        (r"rødt|raudt", "R"),
    )
)
_PARTY = re.compile(r"\b(?:parti\w*|liste|gruppe\w*|party)\b", re.IGNORECASE)


def by_letters(text: str, members: Sequence[Passage]) -> str:
    """A question with its parties written as the lists write them, where these are of parties."""
    told = {value for m in members for label, value in standing(m) if _PARTY.search(label)}
    told |= {str(m.data["organisation"]) for m in members if told and m.data["organisation"]}
    for name, letters, lettered in _PARTIES if told else ():
        own = next((each for each in letters.split("|") if each in told), None)
        full = next((each for each in told if name.fullmatch(each)), None)
        if own is not None:
            text = lettered.sub(own, name.sub(own, text))
        elif full is not None:
            text = lettered.sub(full, text)
    return text
