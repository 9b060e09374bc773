"""Numbers as Norwegian documents write them: "1 059", "23,3", "-3,7", "1.168", "63 %"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

# Thousands in groups of three parted by a space or a full stop, or digits alone; a decimal comma or point.
_NUMBER = re.compile(r"(?<![\w,.])(?<![^\W\d_]-)[-−–+]?(?:\d{1,3}(?:[   .]\d{3})+|\d+)(?:[,.]\d+)?(?![\w]|[,.]\d)")


def number(text: str) -> Decimal | None:
    """The value of a text that is one number, with or without a unit sign; None when it is not."""
    bare = text.strip().removesuffix("%").strip()
    match = _NUMBER.fullmatch(bare)
    return _value(match[0]) if match else None


def numbers(text: str) -> list[Decimal]:
    """The values of all numbers in a text, in its order; parts of case numbers and of words do not count."""
    return [_value(match[0]) for match in _NUMBER.finditer(text)]


def placed_numbers(text: str) -> list[tuple[Decimal, int]]:
    """The values of all numbers in a text, each with the place (in characters) where what follows it begins."""
    return [(_value(match[0]), match.end()) for match in _NUMBER.finditer(text)]


def _value(text: str) -> Decimal:
    sign = "-" if text[0] in "-−–" else ""
    bare = re.sub(r"[   ]", "", text.lstrip("-−–+"))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", bare):
        bare = bare.replace(".", "")
    return Decimal(sign + bare.replace(",", "."))


_UNIT = re.compile(
    r"\b(millioner\s+kroner|mill\.?\s*(?:kr(?:oner)?)?|mnok|(?:tusen|1[ .\u00a0\u202f]?000)\s+(?:kroner|kr)|"
    r"kroner|prosent)(?=\W|$)|%",
    re.IGNORECASE,
)


@lru_cache(maxsize=10_000)
def unit_of(text: str) -> str | None:
    """The unit that a caption, header or label names, in one spelling: "millioner kroner" for "mill. kr" and "MNOK"; None
    for none.
    """
    match = _UNIT.search(text)
    if match is None:
        return None
    unit = match[0].lower()
    if unit in ("%", "prosent"):
        return "%"
    if unit.startswith(("tusen", "1")):
        return "tusen kroner"
    return "millioner kroner" if unit.startswith(("mill", "mnok")) else unit


def norwegian(value: Decimal) -> str:
    """A number the Norwegian way: decimal comma, a space between thousands."""
    whole, point, fraction = f"{abs(value):,f}".partition(".")
    text = whole.replace(",", " ") + (f",{fraction}" if point else "")
    return f"-{text}" if value < 0 else text
