"""What sort of thing a question is after, told by its wording and by what it names."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum

from radsassistent.search.cues import Cue
from radsassistent.search.style import without_style


class Intent(StrEnum):
    """The sort of answer that a question is after; OPEN where the wording does not tell."""

    AGENDA = "agenda"
    PEOPLE = "people"
    DECISION = "decision"
    VALUE = "value"
    LIST = "list"
    COMPARISON = "comparison"
    SUMMARY = "summary"
    WHERE_IS = "where_is"
    OPEN = "open"


_SUMMARY = re.compile(
    r"\b(?:oppsummer\w*|sammendrag\w*|samandrag\w*|hovedpunkt\w*|hovudpunkt\w*|hovedtrekk\w*|hovudtrekk\w*|nøkkelpunkt\w*|"
    r"summar(?:y|i[sz]e)\w*|main\s+points|key\s+points)\b|"
    r"\b(?:fortell\w*|fortel\w*|skriv)\s+(?:meg\s+|oss\s+)?(?:kort\s+|litt\s+)?om\s+sak|\bkort\s+om\s+sak|\btell\s+me\s+about\s+(?:case|item)\b|"
    r"\b(?:hva|kva)\s+(?:handler|handlar|går|dreier|dreiar)\s+(?:sak|punkt)\w*\s+(?:nr\.?\s+|nummer\s+)?[\w/-]*\d\S*\s+(?:egentlig\s+|eigentleg\s+)?(?:om|ut\s+på|seg\s+om)\b|"
    r"\bwhat\s+is\s+(?:case|item)\s+\S*\d\S*\s+about\b|"
    r"\b(?:det|hva\s+er\s+det|kva\s+er\s+det)\s+viktig(?:ste|aste)\s+(?:i|fra|frå)\s+sak",
    re.IGNORECASE,
)
# "Sak 9 i én setning", without the wish for brevity.
_CASE_ALONE = re.compile(
    r"^\W*(?:(?:kort\s+)?om\s+)?(?:sak|saken|saka|case|item)\s+(?:nr\.?\s*)?[\d/]+\W*$", re.IGNORECASE
)
_WHERE_IS = re.compile(
    r"\b(?:hvor|kor|kvar)\s+(?:i\s+\w+\s+)?(?:står\s+(?:det|dette|noe|noko|forslag\w*|tabell\w*|tall\w*|tal\w*)\b|omtales|omtalast|"
    r"nevnes|nemnast|vises|visast|(?:finner|finn)\s+(?:jeg|eg|vi|man|du)\b|kan\s+(?:jeg|eg|vi|man|du)\s+(?:lese|lesa)\s+om\b)|"
    r"\b(?:hvilke[nt]?|kva(?:\s+for)?|which|what)\s+(?:\w+\s+)?(?:lysbilde\w*|lysark\w*|plansje\w*|slides?|sider?|pages?)\b|"
    r"\bwhere\s+(?:is|are|does\s+it|can\s+(?:i|we))\b.*\b(?:mention|read|find|written|slide|deck)\w*|"
    r"\b(?:hvor|kor|kvar)\s+(?:er|blir|vert)\s+.+\s(?:omtal[ta]|omtalte|nevnt|nemnt|beskrevet|skildra)\s*\??$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\b(?:forskjell\w*|skilnad\w*|differanse\w*|langt\s+fra\s+hver\w*|sammenlign\w*|samanlikn\w*|differ\w*|compar\w*)\b",
    re.IGNORECASE,
)
_OF_AGENDA = frozenset(
    {Cue.PRESENT, Cue.AGENDA, Cue.WHICH_CASE, Cue.CASE_TYPE, Cue.CLOCK, Cue.DURATION, Cue.BREAK, Cue.EDGE}
)
_OF_PEOPLE = frozenset({Cue.MEMBER, Cue.LEADER, Cue.TITLE, Cue.EMPLOYER})
_OF_DECISIONS = frozenset({Cue.PROPOSAL, Cue.DECIDED, Cue.DEBATE})
_TWO_YEARS = 2


def intent(text: str, found: Collection[Cue], years: Collection[str], *, asks_number: bool, asks_list: bool) -> Intent:
    """The intent of a question; the more telling wording goes first."""
    if _SUMMARY.search(text) or (Cue.BRIEF in found and _CASE_ALONE.match(without_style(text))):
        return Intent.SUMMARY
    if _WHERE_IS.search(text):
        return Intent.WHERE_IS
    if _BETWEEN.search(text) or (Cue.CHANGE in found and len(years) >= _TWO_YEARS):
        return Intent.COMPARISON
    by_cue = (
        (_OF_DECISIONS, Intent.DECISION),
        (_OF_PEOPLE, Intent.PEOPLE),
        (_OF_AGENDA, Intent.AGENDA),
        (frozenset({Cue.WHO}), Intent.PEOPLE),
    )
    if asks_number:
        return Intent.VALUE
    named = next((each for cues, each in by_cue if cues & set(found)), None)
    return named or (Intent.LIST if asks_list else Intent.OPEN)
