"""A table row and its cells: its columns and unit, the rows beside it, and how its values are said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.numbers import norwegian, number, unit_of
from radsassistent.search.corpus import TOTAL_LABEL, Corpus
from radsassistent.search.query import Query
from radsassistent.search.terms import terms

YEAR = re.compile(r"(?:19|20)\d\d")
_BARE_NUMBER = re.compile(r"\d{1,2}\.?")
_NOUNS = tuple(
    (re.compile(rf"\b{verb}\b", re.IGNORECASE), noun)
    for verb, noun in (
        (r"bygge?[rs]?\s+(?:helt\s+)?nytt", "nybygg"),
        (r"bygge?[rs]?\s+om", "ombygging"),
        (r"(?:vil\s+)?driv(?:e|er|ast)", "drift"),
        (r"flytte?[rs]?\s+ut", "utflytting"),
        (r"legge?[rs]?\s+ned", "nedleggelse"),
    )
)
# So many rows with 1, 2, 3 … are numbered: fewer may be so many of something.
FEWEST_NUMBERED = 4
# How a question calls what goes by a letter or a number: "modell C", "trinn 2".
COUNTED = re.compile(
    r"\b(?:alternativ|alt\.?|modell|modul|rute|tiltak|variant|fase|sone|trinn|nr\.?|nummer|option|og|eller|and|or)\s+(?P<number>[A-Z]|\d{1,2})(?![\w.,/])"
)
# How a column goes by one: "C: Takst", "Modell C", "For alt. A".
_LETTERED = re.compile(r"(?:^|\b(?i:alternativ|alt\.?|modell|variant|option)\s+)(?P<letter>[A-Z])(?=[\s.):–-]|$)")
# A column that numbers the rows.
_NUMBERING = re.compile(r"(?:nr\.?|nummer|#|no\.?|)", re.IGNORECASE)
# A column of what is counted or numbered, not measured.
_COUNTED = re.compile(r"\b(?:antall|antal|nr|nummer|folketall|folketal|innbygg\w*|number\s+of)\b", re.IGNORECASE)


_SHARE = re.compile(r"%|prosent|andel", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """A table row, by its cells."""

    passage: Passage

    @property
    def label(self) -> str:
        return str(self.passage.data["label"])

    @property
    def is_year(self) -> bool:
        """Whether the row stands for a year, its columns for what is counted."""
        return bool(YEAR.fullmatch(self.label.strip()))

    @property
    def columns(self) -> list[str]:
        return list(self.passage.data["columns"])

    @property
    def values(self) -> list[str | None]:
        return list(self.passage.data["values"])

    def has_share(self, column: str) -> bool:
        """Whether a column has a share: by its cell, or by what it is called."""
        return _SHARE.search(f"{column} {self.value(column) or ''}") is not None

    def value(self, column: str) -> str | None:
        return next((v for c, v in zip(self.columns, self.values, strict=True) if c == column), None)


def rows_of_table(row: Row, corpus: Corpus) -> list[Row]:
    """All rows of the row's table."""
    data = row.passage
    place = (data.sha256, data.slide, data.data["table"])
    return [
        Row(passage)
        for passage in (*corpus.of_kind(PassageKind.TABLE_ROW), *corpus.figure_rows)
        if (passage.sha256, passage.slide, passage.data["table"]) == place
    ]


def numbers_rows(column: str, rows: Sequence[Row]) -> bool:
    """Whether a column only numbers the rows, 1, 2, 3 …, whatever it is called: "Post"."""
    cells = [value for row in rows if (value := row.value(column))]
    return len(cells) >= FEWEST_NUMBERED and cells == [str(place) for place in range(1, len(cells) + 1)]


def years_of_table(row: Row, corpus: Corpus) -> list[str]:
    """The years that the rows of the row's table stand for."""
    labels = [sibling.label.strip() for sibling in rows_of_table(row, corpus)]
    return [label for label in labels if YEAR.fullmatch(label)]


def named_columns(query: Query, row: Row, corpus: Corpus) -> list[str]:
    """The columns whose names the question has words of that the other columns do not."""
    if lettered := columns_lettered(query, row):
        return lettered
    asked = {*query.terms, *terms(as_nouns(query.asked))}
    words = {column: set(corpus.terms(column)) for column in row.columns}
    scores = {}
    for column, own in words.items():
        others = set().union(*(words[c] for c in words if c != column)) if len(words) > 1 else set()
        scores[column] = sum(corpus.lexical.weight(t) for t in own & asked) - sum(
            0.5 * corpus.lexical.weight(t) for t in own & asked & others
        )
    most = max(scores.values(), default=0.0)
    return [column for column, score in scores.items() if most > 0 and score == most]


def columns_lettered(query: Query, row: Row) -> list[str]:
    """The columns that a question calls by their letters: "modell C"."""
    asked = {match["number"] for match in COUNTED.finditer(query.asked)}
    return [c for c in row.columns if (match := _LETTERED.search(c)) is not None and match["letter"] in asked]


def as_nouns(text: str) -> str:
    """A text with verbs and what belongs to them as the nouns that tables have: "bygge om" is "ombygging"."""
    for words, noun in _NOUNS:
        text = words.sub(noun, text)
    return text


def unit_of_row(row: Row) -> str:
    """The unit that the caption, a column or the slide's title gives, in words."""
    data = row.passage.data
    if "unit" in data:
        return str(data["unit"])
    told = (unit_of(text) for text in (data["caption"], *data["columns"], data["title"]))
    return next((unit for unit in told if unit), "")


def unit_of_cell(row: Row, column: str) -> str:
    """The unit of a row's value in a column, in words: that of the column's name, else that of the caption or title.

    Beside columns of years these give the unit of the years and their sum alone, not of what else a column tells ("Folketall");
    nothing that is only counted or numbered has one.
    """
    data = row.passage.data
    if "unit" in data:
        return str(data["unit"])
    own = unit_of(column)
    if own or _COUNTED.search(column):
        return own or ""
    told = next((unit for text in (data["caption"], data["title"]) if (unit := unit_of(text))), None)
    of_years = [name for name in row.columns if YEAR.search(name)]
    if of_years and not (YEAR.search(column) or TOTAL_LABEL.match(column)):
        return ""
    return told or (_unit_beside_years(row) if of_years else "") or _only_unit(row)


def _unit_beside_years(row: Row) -> str:
    """The unit that a column beside those of years gives: "Sum (mill. kr)"; that of one of a year is its own."""
    told = (unit_of(column) for column in row.columns if not YEAR.search(column))
    return next((unit for unit in told if unit), "")


def _only_unit(row: Row) -> str:
    """The unit that the one column of a table has."""
    return unit_of_row(row) if len(row.columns) == 1 else ""


def called(row: Row) -> str:
    """What the row is called; a row of a general name gets its table's or slide's name first."""
    data = row.passage.data
    parts = [*data["under"], _named(row)]
    if TOTAL_LABEL.match(row.label) or data["under"]:
        subject = _subject(data["caption"]) or data["title"]
        if subject and subject.casefold() not in " ".join(parts).casefold():
            parts.insert(0, subject)
    return " – ".join(dict.fromkeys(part for part in parts if part))


def _named(row: Row) -> str:
    """What a row is called; one that is only numbered with the first text beside the number."""
    if any(map(str.isalpha, row.label)) or row.is_year:
        return row.label
    beside = next((value for value in row.values if value and number(value) is None and not YEAR.search(value)), None)
    return f"{row.label} {beside}" if beside and _BARE_NUMBER.fullmatch(row.label) else row.label


def _subject(caption: str) -> str:
    """A caption without the words in brackets that give its unit."""
    return re.sub(r"\s*\([^)]*\)", "", caption).strip()


def supported(row: Row, values: Sequence[str]) -> tuple[Support, ...]:
    return tuple(Support(row.passage, value) for value in values[:1]) or (Support(row.passage, row.label),)


def told(row: Row, columns: Sequence[str]) -> Draft | None:
    """A row's values in some columns, of which one that only numbers the rows is left out unless it is the one asked for."""
    columns = [column for column in columns if not _NUMBERING.fullmatch(column)] or columns
    cells = [(column, row.value(column)) for column in columns]
    filled = [(column, value) for column, value in cells if value]
    if not filled:
        named = ", ".join(columns)
        text = f"{called(row)}: tabellen har ingen verdi for {named}."
        return Draft.abstaining(Statement(text, (Support(row.passage, row.label),)))
    units = [unit_of_cell(row, column) for column, _ in filled]
    if len(filled) == 1:
        column, value = filled[0]
        where = f", {column}" if len(row.columns) > 1 or YEAR.search(column) else ""
        text = f"{called(row)}{where}: {with_unit(value, units[0])}."
        amount = number(value)
        if amount is not None and amount < 0 and units[0] != "%":
            # How much less is asked for without the sign.
            less = norwegian(-amount)
            text = f"{text[:-1]}, en nedgang på {with_unit(less, units[0])}."
            return Draft((Statement(text, supported(row, [value]), (less,)),))
    else:
        # The unit that all have is said once, but for the short sign.
        shared = units[0] if len(set(units)) == 1 and units[0] != "%" else ""
        cells_said = [
            f"{column}: {value if shared else with_unit(value, unit)}"
            for (column, value), unit in zip(filled, units, strict=True)
        ]
        text = f"{called(row)} – {', '.join(cells_said)}" + (f" ({shared})." if shared else ".")
    return Draft((Statement(text, supported(row, [value for _, value in filled])),))


def with_unit(value: str, unit: str) -> str:
    if number(value) is None or not unit or "%" in value:
        return value
    return f"{value} {unit}"


def has_year(text: str, query: Query) -> bool:
    return any(year in text for year in query.years)
