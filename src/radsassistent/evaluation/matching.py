"""Does an answer hold what the gold asks for? Compared token by token, so that spelling of numbers, dashes
and spaces never decides, and a part of a word or of a number never counts.

Both texts become tokens: words, numbers (by value), clock times, case numbers. An alternative is found when
its tokens stand next to each other in the answer; punctuation between them is not looked at, so "13. mai"
finds "13.mai".
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal

Token = frozenset[str]
"""Every reading of a token. Two are the same when they share one: "14.40" is a time and a number."""

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-")

_NO_DIGIT_BEFORE = r"(?<![0-9])"
_NO_DIGIT_AFTER = r"(?![0-9])"
_TOKEN = re.compile(
    rf"(?P<date>{_NO_DIGIT_BEFORE}[0-9]{{1,2}}\.[0-9]{{1,2}}\.[0-9]{{2,4}}{_NO_DIGIT_AFTER})"
    rf"|(?P<case>{_NO_DIGIT_BEFORE}[0-9]{{1,3}}/(?:20)?[0-9]{{2}}{_NO_DIGIT_AFTER})"
    rf"|(?P<clock>{_NO_DIGIT_BEFORE}[0-9]{{1,2}}:[0-9]{{2}}{_NO_DIGIT_AFTER})"
    # A sign is a minus only where nothing stands before it: "2025-2027" is two years, "ICD-11" holds 11.
    r"|(?P<number>(?:(?<![^\s(«\"'])-)?(?:"
    rf"[0-9]{{1,3}}(?:[ .][0-9]{{3}})+{_NO_DIGIT_AFTER}(?:,[0-9]+)?"
    r"|[0-9]+(?:[.,][0-9]+)?))"
    r"|(?P<word>[^\W\d_]\w*)"
    r"|(?P<percent>%)"
)
_THOUSANDS = re.compile(r"-?[0-9]{1,3}(?:[ .][0-9]{3})+(?:,[0-9]+)?")
_CLOCK_WITH_DOT = re.compile(r"([01]?[0-9]|2[0-3])[.]([0-5][0-9])")


def normalise(text: str) -> str:
    """NFKC (no-break and thin spaces become spaces), case folded, dashes as "-", each white space as one."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_INVISIBLE).translate(_DASHES)
    return " ".join(folded.split())


def tokens(text: str) -> list[Token]:
    """The text's tokens in order.

    Numbers are compared by value: "1 168", "1168" and "1.168" are one, and so are "23,3" and "23.3". A full
    stop or a space is a thousands separator only before groups of exactly three digits, so a row of numbers
    of three digits with nothing but spaces between them reads as one number: an answer should punctuate.
    "prosent" is "%".
    """
    return [_readings(match) for match in _TOKEN.finditer(normalise(text))]


def contains(text: str, alternative: str) -> bool:
    """Whether the alternative stands in the text as whole words and numbers, its tokens side by side."""
    wanted = tokens(alternative)
    return bool(wanted) and _stands_in(tokens(text), wanted)


def missing(text: str, groups: Iterable[Sequence[str]]) -> list[Sequence[str]]:
    """The groups of which no alternative stands in the text; a right answer leaves none."""
    found = tokens(text)
    return [group for group in groups if not any(_stands_in(found, tokens(alternative)) for alternative in group)]


def present(text: str, strings: Iterable[str]) -> list[str]:
    """Those of the strings that stand in the text, in their order."""
    return [string for string in strings if contains(text, string)]


def word_count(text: str) -> int:
    """Words as a reader counts them: what white space separates."""
    return len(text.split())


def _stands_in(found: Sequence[Token], wanted: Sequence[Token]) -> bool:
    width = len(wanted)
    return any(
        all(have & want for have, want in zip(found[start : start + width], wanted, strict=True))
        for start in range(len(found) - width + 1)
    )


def _readings(match: re.Match[str]) -> Token:
    text = match.group()
    match match.lastgroup:
        case "case":
            number, year = text.split("/")
            return frozenset({f"{int(number)}/{year[-2:]}"})
        case "clock":
            hours, minutes = text.split(":")
            return frozenset({_clock(hours, minutes)})
        case "number":
            return _number(text)
        case "word" if text == "prosent":
            return frozenset({"%"})
        case _:
            return frozenset({text})


def _number(text: str) -> Token:
    if _THOUSANDS.fullmatch(text):
        plain = text.replace(" ", "").replace(".", "").replace(",", ".")
    else:
        plain = text.replace(",", ".")
    readings = {str(Decimal(plain).normalize())}
    clock = _CLOCK_WITH_DOT.fullmatch(text)
    if clock:
        readings.add(_clock(*clock.groups()))
    return frozenset(readings)


def _clock(hours: str, minutes: str) -> str:
    return f"{int(hours)}:{minutes}"
