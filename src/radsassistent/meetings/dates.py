"""Dates as they are written in Norwegian documents and questions."""

from __future__ import annotations

import re
from datetime import date

MONTHS = {
    "januar": 1,
    "februar": 2,
    "mars": 3,
    "april": 4,
    "mai": 5,
    "juni": 6,
    "juli": 7,
    "august": 8,
    "september": 9,
    "oktober": 10,
    "november": 11,
    "desember": 12,
}
_WORDS = re.compile(rf"\b(\d{{1,2}})\.?\s*({'|'.join(MONTHS)})\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_DIGITS = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)?\d\d)\b")
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")


def dates_in(text: str) -> list[date]:
    """All full dates in a text, in its order: "12. februar 2026", "12.02.26", "2026-02-12"."""
    found: list[tuple[int, date]] = []
    for match in _WORDS.finditer(text):
        found.append((match.start(), _date(match[3], MONTHS[match[2].lower()], match[1])))
    for match in _DIGITS.finditer(text):
        found.append((match.start(), _date(match[3], match[2], match[1])))
    for match in _ISO.finditer(text):
        found.append((match.start(), _date(match[1], match[2], match[3])))
    return [day for _, day in sorted(found) if day != _NO_DATE]


_NO_DATE = date.min


def _date(year: str, month: str | int, day: str) -> date:
    number = int(year)
    try:
        return date(number if number > 99 else 2000 + number, int(month), int(day))
    except ValueError:
        return _NO_DATE


def norwegian(day: date) -> str:
    """A date as a Norwegian reader writes it: "12. februar 2026"."""
    names = {number: name for name, number in MONTHS.items()}
    return f"{day.day}. {names[day.month]} {day.year}"
