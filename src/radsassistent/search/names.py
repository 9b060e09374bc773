"""How people's names are written otherwise: a letter or two misspelt, or spelt as they sound."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

# A name misspelt in a letter or two ("Jakobsen", "Jacobsen") still names the person: rapidfuzz ratio, 0 to 100.
NAME_RATIO = 88

# Letters that names have for one sound: "Schäffer" and "Schaffer", "Clementsen" and "Klementsen", "Ruud" and "Rud".
_SOUNDS = tuple(
    (re.compile(written), sound)
    for written, sound in (
        ("[éèêë]", "e"),
        ("aa|[åáàâä]", "a"),
        ("æ", "e"),
        ("[øöóòô]", "o"),
        ("[üúù]", "u"),
        ("[íì]", "i"),
        ("ch|ck|c|qu|q", "k"),
        ("ph", "f"),
        ("th", "t"),
        ("w", "v"),
        ("z", "s"),
        ("x", "ks"),
        (r"(.)\1", r"\1"),
    )
)


@lru_cache(maxsize=20_000)
def sounded(name: str) -> str:
    """A name in letters of which each sound has one, to be compared with another's."""
    form = name.casefold()
    for written, sound in _SOUNDS:
        form = written.sub(sound, form)
    return form


def nearly(part: str, word: str) -> bool:
    """Whether a word of a question is a part of a name, also in the genitive or spelt a little otherwise."""
    bare = word.removesuffix("s") if not part.endswith("s") else word
    return fuzz.ratio(part.casefold(), bare.casefold()) >= NAME_RATIO or sounded(part) == sounded(bare)
