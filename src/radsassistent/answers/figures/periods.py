"""The quarters, thirds, halves and months that questions and rows of tables name, and which rows stand for those asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import lru_cache

from radsassistent.answers.figures.rows import YEAR, Row
from radsassistent.meetings.dates import MONTHS
from radsassistent.search.query import Query
from radsassistent.search.terms import stem, words

_QUARTERS = {
    "første": 1, "fyrste": 1, "first": 1, "andre": 2, "second": 2, "tredje": 3, "third": 3, "fjerde": 4, "fourth": 4,
}  # fmt: skip
_QUARTER = re.compile(
    rf"\b(?:(?P<number>[1-4])\.?|(?P<word>{'|'.join(_QUARTERS)}))\s*"
    r"(?:(?P<half>halvår\w*|half\b)|(?P<third>tertial\w*)|kv\b\.?|kvartal\w*|quarter)|\b[QK](?P<letter>[1-4])\b",
    re.IGNORECASE,
)
# "Siste kvartal": of those that a table has.
_LAST_PART = re.compile(
    r"\b(?:siste|last)\s+(?:(?P<half>halvår\w*|half\b)|(?P<third>tertial\w*)|kvartal\w*|quarter)", re.IGNORECASE
)
# "Ved utgangen av 2031": the last part of the year, whichever parts a table has.
_YEAR_END = re.compile(
    r"\b(?:ved\s+)?(?:utgangen|slutten|utgongen)\s+av\s+(?:20\d\d|året)|\b(?:at|by)\s+(?:the\s+)?end\s+of\s+(?:20\d\d|the\s+year)|\bved\s+årets\s+slutt",
    re.IGNORECASE,
)
_LAST_OF_YEAR = frozenset({("quarter", 4), ("third", 3), ("half", 2), ("month", 12)})
_ENGLISH_MONTHS = {
    "january": 1, "february": 2, "march": 3, "june": 6, "july": 7, "october": 10, "december": 12,
}  # fmt: skip
_MONTH_NUMBERS = {**MONTHS, **_ENGLISH_MONTHS}
_SHORT = {name[: len("des")]: month for name, month in MONTHS.items() if len(name) > len("juli")} | {
    "febr": 2,
    "sept": 9,
}
# "Junimøtet" is one in June; "mai" and "may" stand alone.
_MONTH = re.compile(
    rf"\b(?:(?P<month>{'|'.join(_MONTH_NUMBERS)})|"
    rf"(?P<begun>{'|'.join(m for m in MONTHS if len(m) > len('mai'))})(?=møte|tall|tal\b)|"
    # "Des. 2025", as a row is called.
    rf"(?P<short>{'|'.join(_SHORT)})\b\.?(?=\s*(?:(?:19|20)?\d\d)?\s*$))",
    re.IGNORECASE,
)


@lru_cache(maxsize=10_000)
def periods(text: str) -> frozenset[tuple[str, int]]:
    """The parts of a year and the months that a text names: "2. kv. 2026" and "andre kvartal" are ("quarter", 2)."""
    found = set()
    for match in _QUARTER.finditer(text):
        digit = match["number"] or match["letter"]
        found.add((_part(match), int(digit) if digit else _QUARTERS[match["word"].lower()]))
    for match in _MONTH.finditer(text):
        named = (match["month"] or match["begun"] or match["short"]).lower()
        found.add(("month", _MONTH_NUMBERS.get(named) or _SHORT[named]))
    return frozenset(found)


def of_period(query: Query, rows: Sequence[Row]) -> list[Row] | None:
    """The rows that stand for the quarter or the month, and the year, that a question names, or for the last of them ("siste
    kvartal 2031"); None where it names none or no row stands for such a time.
    """
    asked, last = _asked(query), _LAST_PART.search(query.asked)
    kinds = {kind for kind, _ in asked} | ({_part(last)} if last is not None else set())
    told = {row.label: periods(row.label) for row in rows}
    if not any(kind in kinds for found in told.values() for kind, _ in found):
        return None
    found = [row for row in rows if _of_year(query, row.label)]
    if last is None:
        return [row for row in found if told[row.label] & asked]
    return [row for row in found if any(kind == _part(last) for kind, _ in told[row.label])][-1:]


def _asked(query: Query) -> frozenset[tuple[str, int]]:
    """The parts of a year and the months that a question names, else those that its end is of."""
    return periods(query.asked) or (_LAST_OF_YEAR if _YEAR_END.search(query.asked) else frozenset())


def period_terms(query: Query, row: Row) -> Set[str]:
    """The terms of the quarters and months that a question names and a row is called by."""
    last = _LAST_PART.search(query.asked)
    if not (_asked(query) & periods(row.label) or (last is not None and periods(row.label))):
        return set()
    named = (*_QUARTER.finditer(query.asked), *_MONTH.finditer(query.asked), *_LAST_PART.finditer(query.asked))
    named = (*named, *_YEAR_END.finditer(query.asked))
    # "Junimøtet" as a whole names the row.
    return {
        stem(word)
        for match in named
        for word in words(query.asked)
        if word in words(match[0]) or word.startswith(match[0].lower())
    }


def _part(match: re.Match[str]) -> str:
    """Which part of a year a match names."""
    return "half" if match["half"] else "third" if match["third"] else "quarter"


def _of_year(query: Query, label: str) -> bool:
    years = YEAR.findall(label)
    return not query.years or not years or any(year in query.years for year in years)
