""" "Hvor står det?": a turn for where the answer before stands."""

from __future__ import annotations

import re

from radsassistent.search.terms import STOP_WORDS, stem, words

# What goes on after such a turn goes on from the question before it.
ASKS_SOURCE = re.compile(
    r"^(?:og\s+|men\s+|and\s+|but\s+)?(?:(?:hvor|kvar|kor|where)\b.*\b(?:står|stod|sto|finner|finn|leser|les|say|says|stand|stands|find)\b|"
    r"(?:på\s+|on\s+)?(?:hvilke[nt]?|kva(?:\s+for\s+(?:ei|eit|ein))?|what|which)\s+(?:lysbilde\w*|lysbilete\w*|lysark\w*|side\w*|slide\w*|page\w*|kilde\w*|kjelde\w*|source\w*)|"
    r"(?:hva|kva|what)(?:'s|\s+er|\s+is)\s+(?:kilden|kjelda|the\s+source)\b)",
    re.IGNORECASE,
)
# The words of such a turn that name nothing.
_ASKING = frozenset(
    stem(word)
    for word in (
        "hvor kvar kor hvilket hvilken hvilke kva hva for eit ei ein står stå stod sto finner finn finne leser les lese jeg "
        "eg vi me man kan skrevet skrive hen henne egentlig lysbilde lysbildet lysbilete lysbiletet lysark side siden sida "
        "slide page kilde kilden kjelde kjelda det dette den de dei da då nå no igjen i på fra frå er var presentasjonen "
        "dokumentet dokumenta dokumentene lysbildene svaret opplysningen tallet talet tala where what which s say says stand "
        "stands find found does it that this is the on in source did you i can"
    ).split()
)


def asks_source_alone(question: str) -> bool:
    """Whether a turn asks no more than where what was just told stands: "hvor står det?", "hvilket lysbilde?"."""
    known = (stem(word) in _ASKING or word in STOP_WORDS for word in words(question))
    return ASKS_SOURCE.match(question.strip()) is not None and all(known)
