"""How what was spent stands to what was budgeted, in a table with both and how far they are apart: which row keeps its budget
best or worst, and by how much one is over or under it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.answers.figures.reckoning_words import ALL, KIND
from radsassistent.answers.figures.resolution import (
    asked_words,
    may_be_left,
    nearest_slides,
    tables_meant,
    words_untold,
)
from radsassistent.answers.figures.rows import Row, called, unit_of_cell, with_unit
from radsassistent.answers.figures.rows_meant import rows_called
from radsassistent.documents.numbers import norwegian, number
from radsassistent.search.corpus import Corpus
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query

_WHICH = re.compile(r"\b(?:hvilke[nt]?|kva\s+for|hva\s+for|hvem|kven|which|what|who)\b", re.IGNORECASE)
_HOW_MUCH = re.compile(r"\b(?:hvor|kor|how)\s+(?:mye|mykje|stort?|much|far)\b", re.IGNORECASE)
_OF_BUDGET = re.compile(
    r"\b(?:budsjett\w*|budget\w*|ramm(?:a|en|e)|(?:over|mer|meir|mindre|under)forbruk\w*|overspen[dt]\w*|"
    r"(?:bruk\w*|spent)\s+(?:\w+\s+)?(?:for\s+my(?:e|kje)|too\s+much))\b",
    re.IGNORECASE,
)
_WELL = re.compile(
    r"\b(?:best|flinkest|(?:størst|mest|høyest|høgast)\w*\s+(?:under|til\s+gode|mindreforbruk\w*)|spar(?:t|er|te)?\s+mest|mest\s+under)\b",
    re.IGNORECASE,
)
_BADLY = re.compile(
    r"\b(?:verst|dårligst|dårlegast|svakest|svakast|worst|spr(?:ekk|akk|ukke)\w*\s+mest|overskr\w+\s+(?:\w+\s+)?mest|mest\s+(?:over|for\s+my(?:e|kje))|"
    r"(?:størst|høyest|høgast|mest)\w*\s+(?:over|mer|meir)forbruk\w*)\b",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:over|for\s+my(?:e|kje)|too\s+much|(?:over|mer|meir)forbruk\w*|overspen[dt]\w*|overskr\w+)\b", re.IGNORECASE
)
_UNDER = re.compile(r"\b(?:under|mindreforbruk\w*|spar(?:t|er|te)|til\s+gode)\b", re.IGNORECASE)
# Said of how it goes, of no row.
_SAID = re.compile(
    r"\b(?:i\s+forhold\s+til|(?:i\s+)?høve\s+til|opp\s+mot|sammenl\w+\s+med|samanl\w+\s+med|mot|med|går|gjør|gjer|ligger|ligg|holder|held|hittil|"
    r"så\s+langt|i\s+år|til\s+nå|so\s+far|against|compared\s+to|bruk\w*|spent|det)\b",
    re.IGNORECASE,
)
_BUDGETED = re.compile(r"budsjett|budget|\bramme", re.IGNORECASE)
_SPENT = re.compile(r"regnskap|rekneskap|forbruk|\bbrukt|resultat|actual|spent", re.IGNORECASE)
_APART = re.compile(r"avvik|differanse|mindreforbruk|merforbruk|meirforbruk|varian|deviation|difference", re.IGNORECASE)


def against_budget(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The row that keeps its budget best or worst, or how far the one asked about is over or under it; None for anything else."""
    text = query.asked
    well, badly = (pattern.search(text) is not None for pattern in (_WELL, _BADLY))
    of_row = _HOW_MUCH.search(text) is not None and bool(_OVER.search(text) or _UNDER.search(text))
    which = _WHICH.search(text) is not None and well is not badly
    if not _OF_BUDGET.search(text) or which is of_row or query.people or query.slides or query.unknown_names:
        return None
    nearest = nearest_slides(hits)
    bare = text
    for pattern in (ALL, _OF_BUDGET, _WELL, _BADLY, _OVER, _UNDER, _SAID, *((KIND,) if which else ())):
        bare = pattern.sub(" ", bare)
    by_word = asked_words(query, bare, corpus)
    drafts = []
    for rows in tables_meant(query, corpus):
        columns = _columns(rows)
        if len(columns) == 0 or any(year not in rows[0].passage.context + " ".join(columns) for year in query.years):
            continue
        asked = {term: weight for forms in by_word for term, weight in forms.items()}
        meant = rows_called(query, asked, rows, corpus)
        own = {term for _, terms in meant for term in terms}
        untold = words_untold(query, by_word, own, rows[:1], columns, corpus)
        if (
            (which and meant)
            or (of_row and not meant and by_word)
            or (untold and not may_be_left(query, untold, rows, nearest, corpus))
        ):
            continue
        row = _outermost(rows, columns, corpus, over=badly) if which else _the_row(meant, rows, corpus)
        if row is not None:
            drafts.append(_told(row, columns))
    return drafts[0] if len(drafts) == 1 else None


def _told(row: Row, columns: Sequence[str]) -> Draft:
    """What a row has in the three columns, and how far it is from its budget without a sign, which tables set either way."""
    cells = [(column, row.value(column) or "") for column in columns]
    unit = unit_of_cell(row, columns[0])
    apart = norwegian(abs(_over(row, columns) or Decimal(0)))
    said = ", ".join(f"{column}: {value}" for column, value in cells)
    text = f"{called(row)} – {said}; forskjell: {with_unit(apart, unit)}."
    return Draft((Statement(text, tuple(Support(row.passage, value) for _, value in cells), (apart,)),))


def _columns(rows: Sequence[Row]) -> list[str]:
    """The columns of what was budgeted, spent and how far they are apart, where the last is what the other two come to."""
    apart = [column for column in rows[0].columns if _APART.search(column) and "%" not in column]
    others = [column for column in rows[0].columns if column not in apart]
    budgeted = [column for column in others if _BUDGETED.search(column)]
    spent = [column for column in others if _SPENT.search(column) and column not in budgeted]
    for one in budgeted:
        for other in spent:
            for third in apart:
                columns = [one, other, third]
                if all(_over(row, columns) is not None for row in rows) and len(rows) > 1:
                    return columns
    return []


def _over(row: Row, columns: Sequence[str]) -> Decimal | None:
    """By how much a row is over its budget; None where the third column is not what the first two come to, rounded."""
    budgeted, spent, apart = (number(row.value(column) or "") for column in columns)
    if budgeted is None or spent is None or apart is None:
        return None
    over = spent - budgeted
    return over if abs(abs(apart) - abs(over)) <= 1 else None


def _outermost(rows: Sequence[Row], columns: Sequence[str], corpus: Corpus, *, over: bool) -> Row | None:
    valued = [(value, row) for row in rows if (value := _over(row, columns)) is not None]
    parts = [(value, row) for value, row in valued if not corpus.is_total(row.passage)]
    return (max if over else min)(parts, key=lambda each: each[0])[1] if parts else None


def _the_row(meant: Sequence[tuple[Row, object]], rows: Sequence[Row], corpus: Corpus) -> Row | None:
    """The one row that is called; the sum, where none is."""
    found = [row for row, _ in meant] or [row for row in rows if corpus.is_total(row.passage)]
    return found[0] if len(found) == 1 else None
