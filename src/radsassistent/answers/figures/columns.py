"""Which columns of a table a question asks for: of the years named, by a word of their names, by the measure, by colours."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from radsassistent.answers.draft import Draft
from radsassistent.answers.figures.rows import YEAR, Row, columns_lettered, unit_of_cell
from radsassistent.answers.figures.words import (
    MONEY,
    OF_NO_COLOUR,
    PERIOD_END,
    columns_of_colours,
    fitting,
    is_amount,
    is_colour,
    is_time,
    measures,
    said_words,
    titled_terms,
)
from radsassistent.archive import PassageKind
from radsassistent.search.corpus import TOTAL_LABEL, Corpus
from radsassistent.search.cues import Cue, cues
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import stem, words

_WAS_DONE = re.compile(r"\b(?:ble|blei|vart|was|were|er|is)\b", re.IGNORECASE)
# "Forslag 2027", "budsjettforslaget for 2027", "the proposal for 2027".
_PROPOSED = re.compile(
    r"\b\w*(?:forslag\w*|framlegg\w*|proposals?|proposed)\s+(?:(?:til|for|i|budsjett\w*|budget)\s+){0,3}(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
# No more columns than this are told of a row whose columns are not asked for one by one.
_MOST_COLUMNS = 6


def cues_of_table(query: Query, corpus: Corpus) -> Set[Cue]:
    """The cues of a question, but those of what is only the name of a column: "forslaget for 2027" of "Forslag 2027"."""
    own = _proposed_years(corpus)
    text = _PROPOSED.sub(lambda match: " " if match["year"] in own else match[0], query.text) if own else query.text
    return query.cues if text == query.text else query.cues - ({Cue.PROPOSAL} - cues(text))


def _proposed_years(corpus: Corpus) -> frozenset[str]:
    """The years of which some table has a column called a proposal."""
    known: frozenset[str] | None = corpus.kept.get("proposed years")
    if known is None:
        rows = corpus.of_kind(PassageKind.TABLE_ROW)
        heads = {str(head) for row in rows for head in row.data["columns"]}
        found = frozenset(match["year"] for head in heads for match in _PROPOSED.finditer(head))
        known = corpus.kept["proposed years"] = found
    return known


def columns_meant(
    query: Query, row: Row, named: Mapping[str, Set[str]], rows: Sequence[Row], corpus: Corpus
) -> list[str] | None:
    """The columns asked for: of the years named, by a word of their names, by the measure; else all; None where the table lacks
    what is asked for.
    """
    years = [column for column in row.columns if YEAR.search(column)]
    if years and not query.years and PERIOD_END.search(query.asked):
        return years[-1:]
    sums = [column for column in row.columns if TOTAL_LABEL.match(column) and row.value(column)]
    if Cue.TOTAL in query.cues and not query.years and len(sums) == 1:
        return sums
    # A table without years is of that of its case: "Tildeling 2031".
    of_case = row.passage.context if not years else ""
    told_of_years = set(
        YEAR.findall(f"{row.label} {row.passage.data['caption']} {row.passage.data['title']} {of_case}")
    )
    of_years = [column for column in row.columns if any(year in column for year in query.years)]
    if of_years or (query.years and not (told_of_years & set(query.years))):
        return of_years or None
    chosen = columns_named(query, row, named, rows, corpus) or list(row.columns)
    if chosen == list(row.columns) and len(chosen) > 1 and MONEY in measures(query):
        chosen = [column for column in chosen if is_money(row, column)] or chosen
    if query.wanted is Wanted.NUMBER and len(chosen) > 1:
        chosen = [column for column in chosen if is_amount(row.value(column) or "")] or chosen
    return chosen if all(column in years for column in chosen) or len(chosen) <= _MOST_COLUMNS else None


def columns_named(
    query: Query, row: Row, named: Mapping[str, Set[str]], rows: Sequence[Row], corpus: Corpus
) -> list[str]:
    """The columns that a question names by a word that its table is not called by as a whole, by a measure or by its colours."""
    if (done := _column_of_deed(query, row)) is not None:
        return [done]
    if lettered := columns_lettered(query, row):
        return lettered
    titled = titled_terms(row, corpus)
    said = set(said_words(query.asked))
    by_name = [column for column in row.columns if named[column] or ((own := set(said_words(column))) and own <= said)]
    measured = [column for column in row.columns if any(called.search(column) for _, called in measures(query))]
    if Cue.SHARE in query.cues:
        measured += [column for column in row.columns if "%" in (row.value(column) or "")]
    if colours := columns_of_colours(query, rows):
        measured += [column for column in colours if column not in measured]
    if both := [column for column in by_name if column in measured]:
        return both
    if measured and all(named[column] <= fitting(named[column], titled) for column in by_name):
        return measured
    return [column for column in row.columns if column in by_name or column in measured]


def _column_of_deed(query: Query, row: Row) -> str | None:
    """The column whose cell says when what is asked was done: "når ble brevet sendt?" of "Sendt 3. juli", not of the deadline."""
    if query.wanted is not Wanted.TIME or not _WAS_DONE.search(query.asked):
        return None
    deeds = {stem(word) for word in words(query.asked)}
    done = [
        c for c in row.columns if is_time(cell := row.value(c) or "") and (own := words(cell)) and stem(own[0]) in deeds
    ]
    return done[0] if len(done) == 1 else None


def column_terms(column: str, row: Row, corpus: Corpus) -> frozenset[str]:
    """The terms of a column's name, and of what another slide of the case says under that very name ("Alternativ 2")."""
    key = ("terms of column", row.passage.sha256, row.passage.case, column)
    known: frozenset[str] | None = corpus.kept.get(key)
    if known is None:
        units = (u for u in corpus.of_kind(PassageKind.UNIT) if u.data["under"][-1:] == [column])
        same = (u.text for u in units if (u.sha256, u.case) == (row.passage.sha256, row.passage.case))
        known = corpus.kept[key] = frozenset(corpus.terms(" ".join((column, *same))))
    return known


def is_money(row: Row, column: str) -> bool:
    """Whether a row has an amount of money in a column."""
    named = MONEY[1].search(f"{column} {row.value(column) or ''}")
    return bool(named) or MONEY[1].search(unit_of_cell(row, column)) is not None


def of_money(row: Row, columns: Sequence[str]) -> bool:
    """Whether some of a row's columns have amounts of money."""
    return any(is_money(row, column) for column in columns)


def year_of(column: str) -> str:
    """The year that a column is of: "2027" of "2027 Endring fra 2026"."""
    match = YEAR.search(column)
    return match[0] if match is not None else column


def named_of_year(query: Query, asked: Sequence[str], corpus: Corpus) -> list[str]:
    """Of several columns of one year, "2031 Søkere" and "2031 Plasser", those of which a question has a word; else all."""
    if len(asked) < 2 or len({year_of(column) for column in asked}) > 1:
        return list(asked)
    own = {column: set(corpus.terms(column)) for column in asked}
    shared = set.intersection(*own.values())
    named = [column for column in asked if (own[column] - shared) & set(query.terms)]
    return named or list(asked)


def tells_a_colour(query: Query, draft: Draft) -> bool:
    """Whether rows are told by the colours that say how things stand, where somebody, a number or a time is asked for."""
    supports = [support for said in draft.statements for support in said.support]
    return query.wanted in OF_NO_COLOUR and bool(supports) and all(is_colour(support.quote) for support in supports)
