"""What is asked of a row at once: two measures, a sum of years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.answers.figures.rows import Row, called, unit_of_cell, with_unit
from radsassistent.documents.numbers import norwegian, number
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.query import Query
from radsassistent.search.terms import begins_alike

# "… i antall og prosent?", "både budsjett og regnskap": two columns by a word each.
_TWO_MEASURES = re.compile(
    r"(?:,|\b(?:i|både|in|both))\s+(?:både\s+|both\s+)?(?P<one>[^\W\d_]+)\s+(?:og|and)\s+(?P<two>[^\W\d_]+)\b",
    re.IGNORECASE,
)


def measures_together(query: Query, row: Row, corpus: Corpus) -> list[str]:
    """The two columns that a question names together, each by a word that no other column has; none otherwise."""
    for match in _TWO_MEASURES.finditer(query.asked):
        named = [_column(match[side], row, corpus) for side in ("one", "two")]
        found = [column for column in named if column is not None]
        if len(found) == len(set(found)) == len(named):
            return found
    return []


def _column(word: str, row: Row, corpus: Corpus) -> str | None:
    forms = corpus.asked(word)
    own = [column for column in row.columns if any(begins_alike(term, forms) for term in corpus.terms(column))]
    return own[0] if len(own) == 1 else None


def sum_of_years(query: Query, row: Row, columns: Sequence[str]) -> Draft | None:
    """The sum of a row's values in the years that a question names, where it asks for them together; with the operands."""
    if Cue.TOTAL not in query.cues or Cue.CHANGE in query.cues or len(columns) < 2:
        return None
    cells = [row.value(column) or "" for column in columns]
    amounts = [amount for cell in cells if (amount := number(cell)) is not None]
    if len(amounts) != len(cells):
        return None
    total = norwegian(sum(amounts, Decimal(0)))
    text = f"{called(row)} – {' + '.join(columns)}: {' + '.join(cells)} = {with_unit(total, unit_of_cell(row, columns[0]))}."
    supports = tuple(Support(row.passage, cell) for cell in cells)
    return Draft((Statement(text, supports, (total.lstrip("-−"),)),))
