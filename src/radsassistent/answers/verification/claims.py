"""What a sentence claims that code can check against a slide: amounts with their units, numbers in words, negations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from radsassistent.documents.letters import CAPITAL
from radsassistent.documents.numbers import placed_numbers
from radsassistent.meetings.case_numbers import CASE_NUMBER, NAMED_CODE
from radsassistent.meetings.hours import with_points
from radsassistent.search.terms import is_english, terms

_TIME = re.compile(r"\b(\d{1,2})[:.](\d{2})\b")
_GLUED = re.compile(r"(?<=\d)(?=(?:mnok|mill|mrd|kr|pst|prosent)\b)", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:(?P<slide>(?:lysbilde|lysbilete|slide|side)t?)|(?:sak|punkt|case|item)(?:\s+nr\.?)?)\s+(?P<number>\d{1,3})(?![/,:.]?\d)",
    re.IGNORECASE,
)
# What may stand between a number and its unit: a space, and a currency or a bracket before it.
_UNITS = {
    "prosent": re.compile(r"\s*(?:%|(?:prosent\w*|pst|percent|per\s+cent)\b)", re.IGNORECASE),
    "millioner": re.compile(r"\s*(?:mill|millioner|million|millionar|millions?|mnok)\b", re.IGNORECASE),
    "milliarder": re.compile(r"\s*(?:mrd|milliard(?:er|ar)?|billions?)\b", re.IGNORECASE),
    "tusen": re.compile(r"\s*(?:tusen|thousand|tnok)\b", re.IGNORECASE),
}
_UNIT_WORDS = {
    "prosent": re.compile(r"%|\b(?:prosent\w*|andel\w*|pst|percent\w*|share)\b", re.IGNORECASE),
    "millioner": re.compile(r"\b(?:mill|million\w*|mnok)\b|\dm\b", re.IGNORECASE),
    "milliarder": re.compile(r"\b(?:mrd|milliard\w*|billions?)\b", re.IGNORECASE),
    "tusen": re.compile(r"\b(?:tusen|thousand|tnok|1[ .\u00a0\u202f]?000(?=\s+kr))\b", re.IGNORECASE),
}

_ONES = "null en to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten"
_TENS = {"tjue": 20, "tretti": 30, "førti": 40, "femti": 50, "seksti": 60, "sytti": 70, "åtti": 80, "nitti": 90}
_NORWEGIAN = {word: value for value, word in enumerate(_ONES.split()) if value > 1} | {"syv": 7, "hundre": 100}
_NORWEGIAN |= _TENS
_NORWEGIAN |= {
    f"{ten}{one}": value + units
    for ten, value in _TENS.items()
    for one, units in (("en", 1), ("én", 1), *((w, v) for w, v in _NORWEGIAN.items() if 1 < v < 10))
}
_ENGLISH = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
    if value > 1
}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WORD = re.compile(r"[^\W\d_]+")

# "Inga" before a capital is somebody's name.
_NEGATION = re.compile(
    rf"\b(?:ikke|ikkje|aldri|ingen|inga(?!\s+(?-i:{CAPITAL}))|intet|inkje|h?verken|not|no|never|neither|nor)\b|n't\b",
    re.IGNORECASE,
)
# That a proposal is no decision is said of its standing, not of what it proposes.
_STANDING = re.compile(
    r"\b(?:ikke|ikkje|not)\s+(?:\w+\s+){0,2}?(?:vedta\w*|vedteke|besluttet|bestemt|decided|adopted|(?:a\s+)?decision)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r":\s+|,\s+(?!\d)| – ")
_CLAUSES = re.compile(rf"\n|(?<=[.!?])\s+(?={CAPITAL})|;\s+")


# A slide's lines are held against each sentence that cites it: the numbers of so many texts are remembered.
REMEMBERED = 2_000


@dataclass(frozen=True, slots=True)
class Amount:
    """A number by its value, with the unit that stands right after it: "prosent", "millioner" …; None for none."""

    value: Decimal
    unit: str | None


@lru_cache(REMEMBERED)
def amounts(text: str) -> tuple[Amount, ...]:
    """The numbers of a text with their units, case numbers left out; times of day count as one number with a colon."""
    plain = without_cases(text)
    return tuple(Amount(value, _unit_at(plain, end)) for value, end in placed_numbers(plain))


def without_cases(text: str) -> str:
    """A text without case numbers; times of day ("10.15", "10:15") in one spelling, numbers parted from their units."""
    return _GLUED.sub(" ", _TIME.sub(r"\1:\2", CASE_NUMBER.sub(" ", NAMED_CODE.sub(" ", with_points(text)))))


def without_places(text: str) -> str:
    """A text without what it says of where things stand: "sak 5", "punkt 3", "lysbilde 40"; see `places`."""
    return _PLACE.sub(" ", text)


def places(text: str) -> list[tuple[str, int]]:
    """Where a text says that something stands, a case by its number alone or a slide: ("sak", 5), ("lysbilde", 40)."""
    return [("lysbilde" if match["slide"] else "sak", int(match["number"])) for match in _PLACE.finditer(text)]


def numbers_in_words(text: str) -> list[int]:
    """The numbers from two up that a text writes out: "tre" -> 3, "tjuefem" -> 25; English ones in an English text.

    "En" is an article more often than a number and counts for none; nor does "to" in English.
    """
    known = _ENGLISH if is_english(text) else _NORWEGIAN
    return [known[word] for word in (match[0].lower() for match in _WORD.finditer(text)) if word in known]


def speaks_in(text: str, unit: str) -> bool:
    """Whether a text says anywhere that its figures are in a unit: "(mill. kr)" over a table."""
    return bool(_UNIT_WORDS[unit].search(text))


def _unit_at(text: str, place: int) -> str | None:
    return next((unit for unit, pattern in _UNITS.items() if pattern.match(text, place)), None)


def negates(text: str) -> bool:
    """Whether a text denies something; that a proposal is not decided on is no denial of what it says."""
    return bool(_NEGATION.search(_STANDING.sub(" ", text)))


def flipped(said: str, lines: Sequence[str], nearest: float) -> str | None:
    """The line that a sentence turns into its opposite: the one most like it denies where the sentence does not, or the
    other way round. None where no line is like it, or one as like it agrees.

    Parts of the sentence that are whole lines of their own, such as the heading that a quotation is given, are left out.
    `nearest`: the share of the sentence's terms that a line needs to be like it.
    """
    if " ".join(said.split()).rstrip(".") in {" ".join(line.split()).rstrip(".") for line in lines}:
        return None
    clauses = {clause.strip(" .:") for line in lines for clause in _CLAUSES.split(line) if clause.strip(" .:")}
    parts = _PARTS.split(said.rstrip("."))
    left_out = [part.strip() for part in parts if part.strip() in clauses]
    own_words = " ".join(part for part in parts if part.strip() not in clauses)
    own = frozenset(terms(own_words))
    if len(own) < FEWEST_TERMS or all(term.isdigit() for term in own):
        # Figures alone, beside a name that a table gives them, deny nothing.
        return None
    shares = {clause: len(own & set(terms(clause))) / len(own) for clause in sorted(clauses)}
    most = max(shares.values(), default=0.0)
    if most < nearest:
        return None
    alike = [clause for clause, share in shares.items() if share >= most - ALIKE]
    denies = negates(own_words)
    return None if any(negates(without_names(left_out, clause)) == denies for clause in alike) else alike[0]


def without_names(parts: Sequence[str], line: str) -> str:
    """A line without parts of it: the name of a row may deny, and its figures do not."""
    for part in parts:
        line = line.replace(part, " ") if part and part != line else line
    return line


def misplaced(said: str, lines: Sequence[str], nearest: float, apart: float) -> Decimal | None:
    """A number of a sentence that its slide gives for something else: a line that is about what the sentence says has numbers
    but not this one, and the lines that have it are about other things. None when there is none.

    `nearest`: as in `flipped`; `apart`: how much smaller the share of the sentence's words is in the lines that have the number.
    """
    own = frozenset(term for term in terms(without_places(said)) if not term[0].isdigit())
    told = {amount.value for amount in amounts(without_places(said))} - set(_years(said))
    if not told or len(own) < FEWEST_TERMS:
        return None
    found = [
        ({amount.value for amount in amounts(line)} - set(_years(line)), len(own & set(terms(line))) / len(own))
        for line in lines
    ]
    most = max((share for values, share in found if values), default=0.0)
    if most < nearest:
        return None
    for value in told:
        shares = [share for values, share in found if value in values or -value in values]
        if shares and max(shares) < most - apart:
            return value
    return None


def _years(text: str) -> list[Decimal]:
    return [Decimal(year) for year in _YEAR.findall(text)]


# Fewer words tell no line from another.
FEWEST_TERMS = 2
# Lines whose share of a sentence's terms is so little below the best are as like it.
ALIKE = 0.1
