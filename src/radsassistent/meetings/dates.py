"""Dates as they are written in Nordic documents and questions."""

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
# The months as Danish and Swedish minutes write them, and the short forms of calendars and headers.
_OTHER_MONTHS = {
    "januari": 1, "februari": 2, "marts": 3, "maj": 5, "augusti": 8, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "okt": 10, "nov": 11,
    "des": 12, "dec": 12,
}  # fmt: skip
_MONTH_NUMBERS = {**_OTHER_MONTHS, **MONTHS}
MONTH = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
# "12. februar 2026", and the first day of "12.–13. februar 2026" and "12. og 13. februar 2026"; in "møte 3 – 18. mai 2026" 3 is
# none.
_WORDS = re.compile(
    rf"(?<![\d.])(?:(?<!-)(\d{{1,2}})(?:[–-]|\.\s*[–-]\s*|\.?\s*(?:og|till?)\s*))?(?<!\d)(\d{{1,2}})\.?\s*({MONTH})\b\.?,?\s+((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)?\d\d)\b")
# "5/2-2026", "5/2 2026".
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:\s?-\s?|\s|/)((?:19|20)\d\d)(?!\d|\s?[-–]\s?(?:19|20)\d\d)")
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_WEEKDAY = r"(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag\w*"
# "Torsdag 28. mai 2026 kl. 09.30–14.40, Gamle Tollbod", "Torsdag 28. mai 2026, Gamle Tollbod": above the cases of minutes it can
# only be the meeting's own.
DAY_OF_MEETING = re.compile(
    rf"^(?:(?:tid|dato|møtedato|når)\s*:\s*)?(?:(?:{_WEEKDAY}\s+)?(?:den\s+)?\d{{1,2}}\.\s*\S+\s+20\d\d,?\s+(?:frå\s+|fra\s+)?kl|"
    rf"{_WEEKDAY}\s+(?:den\s+)?\d{{1,2}}\.\s*\S+\s+20\d\d\s*(?:[,.;]|$))",
    re.IGNORECASE,
)


def dates_in(text: str) -> list[date]:
    """All full dates in a text, in its order: "12. februar 2026", "12.02.26", "2026-02-12"."""
    if not any(letter.isdigit() for letter in text):
        return []
    found: list[tuple[int, date]] = []
    for match in _WORDS.finditer(text):
        days = [day for day in (match[1], match[2]) if day is not None]
        found.extend((match.start(), _date(match[4], _MONTH_NUMBERS[match[3].lower()], day)) for day in days)
    for match in _DIGITS.finditer(text):
        found.append((match.start(), _date(match[3], match[2], match[1])))
    for match in _SLASHED.finditer(text):
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


# What people type where a day is asked for, also without signs, as a telephone's keys for numbers have none.
_TYPED = (
    re.compile(r"(?P<day>\d{1,2})\s*[./-]\s*(?P<month>\d{1,2})\s*[./-]\s*(?P<year>(?:19|20)?\d\d)"),
    re.compile(r"(?P<year>(?:19|20)\d\d)\s*[./-]\s*(?P<month>\d{1,2})\s*[./-]\s*(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d\d)(?P<month>\d\d)(?P<year>(?:19|20)?\d\d)"),
    re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)"),
)


def typed_day(text: str) -> date | None:
    """The day that a text is, and is nothing but: "12.2.2026", "12.02.26", "12022026", "2026-02-12", "12. februar 2026"."""
    said = " ".join(text.split()).rstrip(".")
    for pattern in _TYPED:
        match = pattern.fullmatch(said)
        if match is not None and (day := _date(match["year"], match["month"], match["day"])) != _NO_DATE:
            return day
    match = _WORDS.fullmatch(said)
    days = dates_in(said) if match is not None else []
    return days[0] if len(days) == 1 else None


def norwegian(day: date) -> str:
    """A date as a Norwegian reader writes it: "12. februar 2026"."""
    names = {number: name for name, number in MONTHS.items()}
    return f"{day.day}. {names[day.month]} {day.year}"
