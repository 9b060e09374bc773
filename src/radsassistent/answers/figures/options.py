"""What is asked of a table at once: options by their letters, two measures of a row, all that a row tells, a sum of years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.answers.figures.comparison import column_of_form, side_by_side
from radsassistent.answers.figures.rows import Row, called, named_columns, rows_of_table, told, unit_of_cell, with_unit
from radsassistent.archive import PassageKind
from radsassistent.documents.numbers import norwegian, number
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.terms import begins_alike

# "Alternativ B og C", "option A": rows that a letter or number of their own stands before.
_KEY = r"(?:[A-ZÆØÅ]|\d{1,2})"
_OPTIONS = re.compile(
    rf"\b(?i:alternativ(?:ene|a|et)?|alternative|modell(?:ene|ane)?|variant(?:ene|ane)?|løsning(?:ene)?|scenario(?:ene)?|option|model)s?\s+"
    rf"(?P<keys>{_KEY}(?:\s*(?:,|og|eller|mot|and|or|versus)\s*{_KEY})*)\b"
)
_OF_OPTION = re.compile(
    rf"^\s*(?:(?:alternativ|modell|variant|løsning|scenario|option|model)\s+)?(?P<key>{_KEY})\s*(?:[–—:.)-]|$)", re.I
)
# "… i antall og prosent?", "både budsjett og regnskap": two columns by a word each.
_TWO_MEASURES = re.compile(
    r"(?:,|\b(?:i|både|in|both))\s+(?:både\s+|both\s+)?(?P<one>[^\W\d_]+)\s+(?:og|and)\s+(?P<two>[^\W\d_]+)\b",
    re.IGNORECASE,
)
# "Alt som står om …", "everything about …".
_ALL_OF_IT = re.compile(
    r"\b(?:alt|alle\s+(?:tall\w*|tal(?:a|et)?|opplysning\w*)|everything|all\s+(?:the\s+)?(?:figures|numbers))"
    r"(?:\s+(?:som|vi|du|me|that|we|you)\s+(?:\w+\s+)?(?:står|finnes|finst|vet|veit|har|know|have|stands|is\s+\w+))?\s+(?:om|for|about)\b",
    re.IGNORECASE,
)


def options_in_table(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The rows of the options that a question names by letter, in the one column that it asks for; None without such a table."""
    named = _OPTIONS.search(query.text)
    if named is None:
        return None
    keys = re.findall(_KEY, named["keys"])
    for row in (Row(hit.passage) for hit in hits if hit.passage.kind is PassageKind.TABLE_ROW):
        options = {key: each for each in rows_of_table(row, corpus) if (key := _key(each)) is not None}
        chosen = [options[key] for key in keys if key in options]
        if len(chosen) != len(keys):
            continue
        columns = column_of_form(query, chosen[0]) or named_columns(query, chosen[0], corpus)
        if len(columns) != 1 or not all(each.value(columns[0]) for each in chosen):
            return None
        return told(chosen[0], columns) if len(chosen) == 1 else side_by_side(query, chosen, columns[0])
    return None


def _key(row: Row) -> str | None:
    match = _OF_OPTION.match(row.label)
    return match["key"].upper() if match else None


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


def all_of_row(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """All that a table tells of the one thing that a question names whole and asks for everything about."""
    if not _ALL_OF_IT.search(query.text) or query.years:
        return None
    asked = frozenset(query.terms)
    rows = [Row(hit.passage) for hit in hits if hit.passage.kind is PassageKind.TABLE_ROW]
    named = [row for row in rows if (label := corpus.term_sets(row.passage)[2]) and label <= asked]
    return told(named[0], named[0].columns) if len(named) == 1 else None


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
