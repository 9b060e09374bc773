"""National organisations, and the capital, by what people say that they are: "kommunenes egen organisasjon", "hovedstaden"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.archive import Passage
from radsassistent.search.terms import words

_OWN = r"(?:egen|egne|eigen|eiga|felles|interesse|arbeidsgiver|arbeidsgjevar|bransje|medlems)"
_MUNICIPALITIES = r"(?:kommunenes|kommunanes|kommunesektorens|kommune-norges|the\s+municipalities['’]?)"
# What is said, and the names that it may mean. The first of them that an organisation on the lists has is meant.
_DESCRIBED = tuple(
    (re.compile(rf"\b(?:{said})\b", re.IGNORECASE), names)
    for said, names in (
        (
            rf"{_MUNICIPALITIES}\s+(?:{_OWN}\s+)?-?{_OWN}?-?(?:organisasjon|forbund|samanslutning|sammenslutning|association|organi[sz]ation)(?:en|et|a)?|"
            rf"(?:{_OWN})?organisasjon(?:en)?\s+(?:til|for)\s+(?:kommunene|kommunane|kommuner)",
            ("KS",),
        ),
        (
            r"(?:landets|norges|noregs)\s+(?:største|hoved|hovud)\s*(?:by|kommune|stad)(?:en)?|hoved?stad(?:en)?|hovudstad(?:en)?|hovedstadskommunen|the\s+capital",
            ("Oslo",),
        ),
        (r"folkehelsa|folkehelseinstituttet", ("Folkehelseinstituttet", "FHI")),
        (r"velferdsetaten|arbeids-?\s*og\s+velferdsetaten", ("Nav",)),
    )
)


def described(text: str, members: Sequence[Passage]) -> str:
    """A text with the organisations that it describes by the names that the lists have for them."""
    for pattern, names in _DESCRIBED:
        if pattern.search(text) is None:
            continue
        told = {word for member in members for word in words(str(member.data["organisation"] or ""))}
        name = next((each for each in names if each.casefold() in told), None)
        if name is not None:
            text = pattern.sub(name, text)
    return text
