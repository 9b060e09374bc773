"""A table as lines of figures under heads, whichever way it is drawn: the heads are its years or its columns, the lines what is
measured; and which of them the words of a question call.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from decimal import Decimal

from radsassistent.answers.draft import Support
from radsassistent.answers.figures.columns import is_money
from radsassistent.answers.figures.rows import YEAR, Row, called, unit_of_cell, with_unit
from radsassistent.answers.figures.words import MONEY, SAID, AskedWords, fitting, terms_of, titled_terms, without_codes
from radsassistent.documents.numbers import number
from radsassistent.search.abbreviations import spelt_by
from radsassistent.search.corpus import TOTAL_LABEL, Corpus
from radsassistent.search.terms import terms

# "nr. 2 fra venstre": a bar without a name, in its turn.
_IN_TURN = re.compile(r"nr\. \d+ fra venstre")
_BRACKETS = re.compile(r"\([^)]*\)")
_TOTAL_ANYWHERE = re.compile(r"\b(?:sum|total\w*|samlet|samla|i\s+alt|til\s+sammen)\b", re.IGNORECASE)
# A line is called by so much of its name at least (the share of its words).
_LEAST_OF_NAME = 0.3
# What a word that the table is called by as a whole, or a line that another stands under, is worth beside one of the line itself.
_OF_TITLE = 0.3
_OF_PARENT = 0.6
_OF_WHOLE_NAME = 0.4

# An abbreviation has no more letters than this.
_LONGEST_SHORT = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of a line: its head, its words on the slide and what they are worth, its unit ("" for none), if it is money."""

    head: str
    text: str
    amount: Decimal
    unit: str
    row: Row
    money: bool

    @property
    def support(self) -> Support:
        return Support(self.row.passage, self.text)

    @property
    def said(self) -> str:
        """The figure with its unit."""
        return with_unit(self.text, self.unit)


@dataclass(frozen=True, slots=True)
class Line:
    """What one line of a grid is called, what it stands under, and its figures in the order of the heads."""

    name: str
    label: str
    under: tuple[str, ...]
    cells: tuple[Cell, ...]
    total: bool

    def cell(self, head: str) -> Cell | None:
        """The figure under a head."""
        return next((cell for cell in self.cells if cell.head == head), None)


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of one table, its heads, and whether these are years or bars in their turn."""

    rows: tuple[Row, ...]
    lines: tuple[Line, ...]
    heads: tuple[str, ...]
    in_time: bool

    @property
    def row(self) -> Row:
        """Any row, for where the table stands."""
        return self.rows[0]

    @property
    def parts(self) -> tuple[Line, ...]:
        """The lines but sums and what others stand under."""
        return tuple(line for line in self.lines if not line.total)

    @property
    def whole(self) -> Line | None:
        """The one sum over all lines; the only line of a table of one."""
        if len(self.lines) == 1:
            return self.lines[0]
        found = [line for line in self.lines if TOTAL_LABEL.match(line.label)]
        found = found or [line for line in self.lines if _TOTAL_ANYWHERE.search(line.label)]
        return found[0] if len(found) == 1 else None

    def heads_of(self, years: Sequence[str]) -> list[str]:
        """The heads of some years, in their order in time."""
        found = [head for head in self.heads if any(year in head for year in years)]
        return sorted(found, key=_year)

    @property
    def dated(self) -> list[str]:
        """The heads that are years, or bars in their turn, in their order."""
        years = [head for head in self.heads if YEAR.search(head)]
        return sorted(years, key=_year) if years else [head for head in self.heads if _IN_TURN.fullmatch(head)]


def grid(rows: Sequence[Row], corpus: Corpus) -> Grid:
    """The grid of a table's rows, turned round where the rows are years or bars; made once."""
    key = ("grid", *(row.passage.id for row in rows))
    known: Grid | None = corpus.kept.get(key)
    if known is None:
        known = corpus.kept[key] = _grid(rows, corpus)
    return known


def _grid(rows: Sequence[Row], corpus: Corpus) -> Grid:
    turned = [row for row in rows if row.is_year or _IN_TURN.fullmatch(row.label)]
    if len(turned) > 1:
        columns = rows[0].columns
        titled = str(rows[0].passage.data["caption"] or rows[0].passage.data["title"])
        lines = []
        for column in columns:
            name = column if column in titled or titled in column or not titled else f"{titled} – {column}"
            line = Line(name, column, (), tuple(filter(None, (_cell(row, column, row.label) for row in rows))), False)
            lines += [line] if line.cells else []
        return Grid(tuple(rows), tuple(lines), tuple(row.label for row in rows), in_time=True)
    lines = []
    for row in rows:
        cells = tuple(filter(None, (_cell(row, column, column) for column in row.columns)))
        total = corpus.is_total(row.passage)
        lines += [Line(called(row), row.label, tuple(row.passage.data["under"]), cells, total)] if cells else []
    heads = tuple(rows[0].columns)
    return Grid(tuple(rows), tuple(lines), heads, in_time=any(YEAR.search(head) for head in heads))


def _cell(row: Row, column: str, head: str) -> Cell | None:
    text = row.value(column)
    amount = number(text or "")
    if not text or amount is None:
        return None
    unit = unit_of_cell(row, column)
    money = bool(MONEY[1].search(unit)) or is_money(row, row.columns[0])
    return Cell(head, text, amount, unit, row, money)


def _year(head: str) -> str:
    match = YEAR.search(head)
    return match[0] if match else head


def lines_called(asked: AskedWords, table: Grid, corpus: Corpus) -> tuple[list[Line], Set[str]]:
    """The lines that the words of a question call best, with the terms by which they do; of several that share a name and are
    called by no more than that, the sum of them. None where no word tells one line from another.
    """
    own = {id(line): set(terms_of(_BRACKETS.sub(" ", line.label), corpus)) for line in table.lines}
    above = {id(line): terms_of(" ".join(line.under), corpus) for line in table.lines}
    titled = titled_terms(table.row, corpus)
    scores = {id(line): 0.0 for line in table.lines}
    by: dict[int, set[str]] = {id(line): set() for line in table.lines}
    for line in table.lines:
        if long := _short_for(line.label, asked):
            scores[id(line)] += 1.0
            by[id(line)] |= long
            own[id(line)] |= long
    for forms in asked:
        exact = {key for key, names in own.items() if forms.keys() & names}
        near = exact or own.keys()
        told = {key: found for key in near if (found := set(fitting(forms, own[key])))}
        parents = {key: found for key in own if key not in told and (found := set(fitting(forms, above[key])))}
        if (len(told) == len(own) and len(own) > 1) or (not exact and forms.keys() & titled):
            continue
        worth = _OF_TITLE if 2 * len(told) > len(own) and fitting(forms, titled) else 1.0
        for by_words, share in ((told, worth), (parents, _OF_PARENT)):
            for key, words in by_words.items():
                scores[key] += share * max(forms[word] for word in words)
                by[key] |= words
    shares = {id(line): share_of_name(line, by[id(line)], corpus) for line in table.lines}
    # A line that is called by its whole name goes before one that has as many of the words among others.
    scores = {key: score * (1 - _OF_WHOLE_NAME * (1 - shares[key])) for key, score in scores.items()}
    most = max(scores.values(), default=0.0)
    best = [
        line for line in table.lines if most and scores[id(line)] >= most - 1e-9 and shares[id(line)] >= _LEAST_OF_NAME
    ]
    if len(best) > 1:
        sums = [line for line in best if line.total or _TOTAL_ANYWHERE.search(line.label)]
        best = sums if len(sums) == 1 else best
    return best, set().union(*(by[id(line)] for line in best))


def share_of_name(line: Line, asked: Set[str], corpus: Corpus) -> float:
    """The share (0 to 1) of the words of what a line is called that some terms tell."""
    if line.label.isupper() and asked:
        return 1.0
    named = terms(_BRACKETS.sub(" ", line.label))
    own = without_codes([term for term in named if term not in SAID and len(term) > 1])
    told = [term for term in own if fitting(asked, {term, *terms_of(term, corpus)})]
    told += [term for short in asked for term in corpus.abbreviated_by(short) if term in own and term not in told]
    return len(told) / len(own) if own else 0.0


def _short_for(label: str, asked: AskedWords) -> Set[str]:
    """The words of a question in a row, or the one compound, that a name of capital letters is short for: "digital
    hjemmeoppfølging" for "DHO".
    """
    if not (label.isalpha() and label.isupper() and len(label) <= _LONGEST_SHORT) or _TOTAL_ANYWHERE.search(label):
        return set()
    for forms in asked:
        if any(spelt_by(label.lower(), [term]) for term in forms):
            return set(forms)
    words = [max(forms, key=len) for forms in asked if forms]
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            if spelt_by(label.lower(), words[start:end]):
                return {term for forms in asked[start:end] for term in forms}
    return set()
