"""What the cells of a column have in common: amounts, times, keys, names. Columns of a table do, lists side by side do not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from radsassistent.documents.letters import CAPITAL

# So many of a column's filled cells are of its kind: one in three may say "ikke målt" or "samme".
OF_KIND = 0.6
_NOTHING = re.compile(r"[-–—?.]*")
# An amount, and what it is counted in: "1 059", "ca. 23,3 mill. kr", "(12)", "+3 %-poeng".
_AMOUNT = re.compile(
    r"(?:ca\.?|over|under|inntil|drøyt)?\s*[(+−±<>≤≥~–-]?\s*\d[\d .,   ]*(?P<unit>[^\d\s][^\d]{0,11})?", re.IGNORECASE
)
_RANK = re.compile(r"\d{1,3}[.)]")
_MONTH = r"(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)[a-zæøå]*\.?"
_TIME = re.compile(
    rf"(?:\D*\s)?(?:\d{{1,2}}\.?\s*[–-]\s*)?(?:\d{{1,2}}\.\s*)?{_MONTH}(?:\s*[–/-]\s*(?:\d{{1,2}}\.\s*)?{_MONTH})?(?:\s+(?:19|20)\d\d)?|"
    r"(?:\D*\s)?\d{1,2}\.\d{1,2}\.?(?:(?:19|20)?\d\d)?|"
    r"(?:\D*\s)?(?:19|20)\d\d(?:\s*[–/-]\s*(?:(?:20)?\d\d)?)?|"
    r"(?:\d\.\s*(?:kvartal|tertial|halvår)|uke\s+\d{1,2}|(?:vår|høst|sommer|vinter)(?:en)?|[qkt][1-4])(?:\s+(?:19|20)\d\d)?",
    re.IGNORECASE,
)
_KEY = re.compile(rf"(?:sak\s+)?\d{{1,4}}/\d{{1,4}}|{CAPITAL}|{CAPITAL}{{1,4}}[ .-]?\d{{1,4}}")
_HOUR = re.compile(r"(?:kl\.?\s*)?(?:[01]?\d|2[0-3])[.:][0-5]\d(?:\s*[–—-].*)?", re.IGNORECASE)
_NAME = re.compile(rf"{CAPITAL}[\w'’.-]+(?:\s+{CAPITAL}[\w'’.-]*){{1,3}}(?:\s*[,(].*)?")
_PERIOD = re.compile(
    r"(?:[^\d\s]+\s+){0,2}(?:19|20)\d\d(?:\s*[–/-]\s*(?:20)?\d\d)?\*?|[qkt][1-4](?:\s+20\d\d)?", re.IGNORECASE
)
# "Frist: 1. mai", as the lines of a card say what they are.
_FIELD = re.compile(rf"({CAPITAL}[^:]{{0,24}}):\s")

# Headings are labels, and cells no stories.
WORDS_OF_HEAD, WORDS_OF_CELL = 6, 24
# Longer than this, what ends with a full stop is no heading ("Alt.", "Pri.").
_ABBREVIATION = 8
# What no column of times, amounts or keys tells is a table by so many rows and columns at least …
ROWS, COLUMNS = 3, 3
# … where all is filled but so much, and a column says the same of several rows ("Pågår"): at most this share of it differs.
FILLED, FEW_DIFFERENT = 0.8, 0.75


class Kind(StrEnum):
    """What a column holds: amounts in one unit, times, keys of rows (numbers of cases, letters, a count from 1), hours of a day,
    names, words.
    """

    AMOUNTS = "amounts"
    TIMES = "times"
    KEYS = "keys"
    HOURS = "hours"
    NAMES = "names"
    WORDS = "words"


def kind_of(cells: Sequence[str]) -> Kind:
    """The kind that most filled cells of a column are of; two are the fewest to have something in common."""
    filled = [cell for cell in cells if not _NOTHING.fullmatch(cell)]
    enough = max(2, OF_KIND * len(filled))
    for kind, form in ((Kind.HOURS, _HOUR), (Kind.TIMES, _TIME), (Kind.KEYS, _KEY)):
        each_its_own = kind is not Kind.KEYS or len(set(filled)) == len(filled)
        if each_its_own and sum(form.fullmatch(cell) is not None for cell in filled) >= enough:
            return kind
    if len(filled) > 1 and filled == [str(number) for number in range(1, len(filled) + 1)]:
        return Kind.KEYS
    units = Counter((match["unit"] or "").strip().lower() for cell in filled if (match := _amount(cell)) is not None)
    if max(units.values(), default=0) >= enough:
        return Kind.AMOUNTS
    return Kind.NAMES if sum(_NAME.fullmatch(cell) is not None for cell in filled) >= enough else Kind.WORDS


def is_period(text: str) -> bool:
    """Whether a heading is a year or a part of one, as columns of figures have: "2026", "Budsjett 2027", "K1"."""
    return _PERIOD.fullmatch(text) is not None


def is_amount(text: str) -> bool:
    """Whether a text is an amount, with or without what it is counted in."""
    return _amount(text) is not None


def are_headings(heads: Sequence[str]) -> bool:
    """Whether texts can be headings of columns: labels, each another; at most the first may be empty."""
    named = [head for head in heads if head]
    short = all(len(head.split()) <= WORDS_OF_HEAD for head in named)
    ends = not any(
        head.endswith((":", ",", ";", "!", "?")) or (len(head) > _ABBREVIATION and head.endswith(".")) for head in named
    )
    return short and ends and len({head.lower() for head in named}) == len(named) and all(heads[1:])


def is_told_by_figures(heads: Sequence[str], cells: Sequence[Sequence[str]]) -> bool:
    """Whether rows are a table under headings that are set as they are: most columns are amounts, down from the first row."""
    kinds = [kind_of(column) for column in zip(*cells, strict=True)]
    places = [place for place, kind in enumerate(kinds) if kind is Kind.AMOUNTS]
    of_first = all(is_amount(cells[0][place]) or _NOTHING.fullmatch(cells[0][place]) for place in places)
    enough = len(cells) >= ROWS and len(heads) >= COLUMNS and 2 * len(places) >= len(heads) - 1
    labelled = kinds[0] not in (Kind.AMOUNTS, Kind.HOURS)
    return enough and labelled and of_first and all(_may_head_amounts(heads[place]) for place in places)


def is_told_under_headings(heads: Sequence[str], cells: Sequence[Sequence[str]], waiting: int) -> bool:
    """Whether rows under headings that are set otherwise are a table: by a column of amounts or times, by keys before them, or
    by their pattern. `waiting`: in how many rows one cell has more lines than another before the next row begins for all, which
    lists side by side do not wait for.
    """
    if any(len(cell.split()) > WORDS_OF_CELL for row in cells for cell in row) or _are_cards(heads, cells):
        return False
    kinds = [kind_of(column) for column in zip(*cells, strict=True)]
    of_amounts = [head for head, kind in zip(heads[1:], kinds[1:], strict=True) if kind is Kind.AMOUNTS]
    if of_amounts and kinds[0] is not Kind.AMOUNTS and all(map(_may_head_amounts, of_amounts)):
        return True
    several = len(set(kinds)) > 1
    if several and ({Kind.TIMES, Kind.HOURS} & set(kinds) or (kinds[0] is Kind.KEYS and len(heads) >= COLUMNS)):
        return True
    if len(cells) < ROWS or len(heads) < COLUMNS:
        return len(cells) >= ROWS and waiting > 1
    full = all(sum(map(bool, column)) >= FILLED * len(cells) for column in zip(*cells, strict=True))
    by_names = Kind.NAMES in kinds[1:] and kinds[0] is Kind.WORDS
    return waiting > 0 or (full and (by_names or _says_again(cells)))


def _may_head_amounts(head: str) -> bool:
    return is_period(head) or not is_amount(head)


def _are_cards(heads: Sequence[str], cells: Sequence[Sequence[str]]) -> bool:
    """Whether columns are cards: people's names over what is said of each, or rows that say in each column what they are."""
    names = sum(_NAME.fullmatch(head) is not None for head in heads)
    fields = [[match[1] if (match := _FIELD.match(cell)) else "" for cell in row] for row in cells]
    return names > 1 or any(any(row) and len(set(row)) == 1 for row in fields)


def _says_again(cells: Sequence[Sequence[str]]) -> bool:
    by_column = ([cell for cell in column if cell] for column in zip(*cells, strict=True))
    return any(column and len(set(column)) <= FEW_DIFFERENT * len(column) for column in by_column)


def _amount(text: str) -> re.Match[str] | None:
    return None if _RANK.fullmatch(text) else _AMOUNT.fullmatch(text)
