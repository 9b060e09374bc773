"""Which risk of a list of risks is the greatest: by the value that the list gives each, or by how likely and grave each is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.answers.figures.resolution import asked_words, tables_meant
from radsassistent.answers.figures.rows import Row, numbers_rows
from radsassistent.answers.figures.words import context_terms, fitting, terms_of
from radsassistent.documents.numbers import number
from radsassistent.search.corpus import Corpus
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query

_WHICH = re.compile(r"^\W*(?:og\s+)?(?:hva|kva|hvilke[nt]?|which|what)\b", re.IGNORECASE)
_GREATEST = re.compile(
    r"\b(?:(?:den|det|dei|the)\s+)?(?:størst|verst|farligst|farlegast|alvorligst|alvorlegast|høyest|høgast|biggest|largest|worst|gravest|"
    r"highest|(?:mest|most)\s+(?:alvorlig|alvorleg|serious|dangerous|severe))(?:e|a)?\b",
    re.IGNORECASE,
)
_RISK = re.compile(r"\b\w*(?:risiko|risk)(?!ei[eg]|owner)\w*|\bROS(?:-\w+)?\b", re.IGNORECASE)
# What lists of risks are also lists of, and how a risk is said to be great.
_OF_LIST = re.compile(
    r"\b(?:hendelse\w*|hending\w*|fare(?:n|r|ne|ane)?|trussel\w*|truss?l\w*|trugsmål\w*|events?|threats?|scorer|skårer|skårar|scores?|rangert|"
    r"vurdert|ranked|rated|står|ligger|ligg|list(?:en|a|e)|oversikt(?:en|a)|tabellen|list|table)\b",
    re.IGNORECASE,
)
# "Sanns. (1–5)": how a scale goes may stand behind its name.
_SCALE = r"\s*(?:\(\s*\d\s*[–-]\s*\d+\s*\)|\d\s*[–-]\s*\d+)?\s*"
_LIKELY = re.compile(rf"\s*(?:s|p|sanns\w*|probability|likelihood)\.?{_SCALE}", re.IGNORECASE)
_GRAVE = re.compile(rf"\s*(?:k|kons\w*|impact|consequence)\.?{_SCALE}", re.IGNORECASE)
# Only how likely or how grave it is, is asked for.
_ONE_OF_THEM = re.compile(r"sannsynl|konsekvens|likel|probab|impact|consequence", re.IGNORECASE)
# More than these are as great: a list of them is no answer.
_MOST_RISKS = 3


def greatest_risk(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The greatest of the one list of risks, where a question asks for no more than that; None where there are several lists."""
    if not (_WHICH.search(query.asked) and _GREATEST.search(query.asked) and _RISK.search(query.asked)):
        return None
    if _ONE_OF_THEM.search(query.asked) or query.people or query.slides or query.unknown_names:
        return None
    rest = asked_words(query, _OF_LIST.sub(" ", _RISK.sub(" ", _GREATEST.sub(" ", query.asked))), corpus)
    found = []
    for rows in tables_meant(query, corpus):
        columns = _levels(rows)
        heads = terms_of(" ".join(rows[0].columns), corpus)
        told = context_terms(rows[0], corpus)
        if columns and all(fitting(forms, told) and not fitting(forms, heads) for forms in rest):
            found.append((rows, columns))
    if len(found) != 1:
        return None
    rows, columns = found[0]
    greatest = max(_level(row, columns) for row in rows)
    chosen = [row for row in rows if _level(row, columns) == greatest]
    return Draft(tuple(_told(row, columns) for row in chosen)) if len(chosen) <= _MOST_RISKS else None


def _levels(rows: Sequence[Row]) -> list[str]:
    """The columns that say how great the risks of a list are: their values, what these are the product of, or that alone."""
    likely, grave = ([c for c in rows[0].columns if name.fullmatch(c)] for name in (_LIKELY, _GRAVE))
    if len(rows) < 2 or len(likely) != 1 or len(grave) != 1:
        return []
    both = [likely[0], grave[0]]
    if any(number(row.value(column) or "") is None for row in rows for column in both):
        return []
    others = (c for c in rows[0].columns if c not in both and not numbers_rows(c, rows))
    values = [c for c in others if all(number(row.value(c) or "") == _level(row, both) for row in rows)]
    return [*both, *values[:1]]


def _level(row: Row, columns: Sequence[str]) -> Decimal:
    likely, grave = (number(row.value(column) or "") or Decimal(0) for column in columns[:2])
    return likely * grave


def _told(row: Row, columns: Sequence[str]) -> Statement:
    """A risk by its name, with what says how great it is."""
    named = next((c for c in row.columns if _RISK.fullmatch(c) and number(row.value(c) or "") is None), None)
    name = str(row.value(named)) if named is not None and row.value(named) else ""
    cells = [(column, str(row.value(column))) for column in columns]
    said = ", ".join(f"{column}: {value}" for column, value in cells)
    quoted = [Support(row.passage, value) for value in (name, *(value for _, value in cells)) if value]
    return Statement(f"{row.label}{': ' if name else ''}{name} – {said}.", tuple(quoted))
