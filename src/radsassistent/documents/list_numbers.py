"""The numbers and letters that lists are counted with, as they are printed."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
# Above this no list counts in Roman numbers or letters; a broken file may ask for any.
_MOST = 4000


def letters(value: int) -> str:
    """a … z, aa, bb, cc … as Word and PowerPoint count; digits where there is no such letter."""
    if not 1 <= value <= _MOST:
        return str(value)
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def roman(value: int) -> str:
    """i, ii, iii, iv …; digits where there is no such number."""
    if not 1 <= value <= _MOST:
        return str(value)
    text = ""
    for size, sign in _ROMAN:
        count, value = divmod(value, size)
        text += sign * count
    return text


def counted(value: int, style: str) -> str:
    """A list's number in a style: "a", "A", "i", "I"; digits for any other one."""
    match style:
        case "a":
            return letters(value)
        case "A":
            return letters(value).upper()
        case "i":
            return roman(value)
        case "I":
            return roman(value).upper()
        case _:
            return str(value)
