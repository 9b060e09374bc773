"""Reckoning on with the figures that a conversation has just told: "hvor mange prosent opp er det?", "og det laveste?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from radsassistent.answers.draft import Draft, Support
from radsassistent.answers.table_comparison import LEAST, MOST, changed_between, changed_from_to
from radsassistent.answers.table_rows import Row, rows_of_table, told, unit_of_cell
from radsassistent.archive import PassageKind
from radsassistent.documents.numbers import number
from radsassistent.search.corpus import TOTAL_LABEL, Corpus
from radsassistent.search.figures import Figure, reckons
from radsassistent.search.relative_years import years_away

_YEAR = re.compile(r"(?:19|20)\d\d")
_PERCENT = re.compile(r"\b(?:prosent(?!poeng)\w*|percent(?!age\s+point)\w*)\b|%", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:samle[ta]|samla|totalt?|sammen|saman|sum\w*|altogether|overall)\b", re.IGNORECASE)
_WHICH_YEAR = re.compile(r"\b(?:når|år|året|årene|year|when)\b", re.IGNORECASE)
# The two columns of a range.
_FROM = re.compile(r"\b(?:fra|frå|min\w*|lavt?|from|low)\b", re.IGNORECASE)
_TO = re.compile(r"\b(?:til|maks\w*|høyt?|to|high)\b", re.IGNORECASE)


def figures_told(draft: Draft) -> tuple[Figure, ...]:
    """The values of table rows that a draft's statements say, each with its column, in their order."""
    found: dict[tuple[int, str], Figure] = {}
    for said in draft.statements:
        for passage in (support.passage for support in said.support):
            if passage.kind is not PassageKind.TABLE_ROW:
                continue
            row = Row(passage)
            for column, value in zip(row.columns, row.values, strict=True):
                if value and value in said.text and (column in said.text or len(row.columns) == 1):
                    figure = Figure(passage, column)
                    found.setdefault(figure.place, figure)
    return tuple(found.values())


def reckoned(question: str, turns: Sequence[Sequence[Figure]], corpus: Corpus) -> Draft | None:
    """What a question that only reckons comes to; None where the figures told do not settle it.

    `turns` are the figures of the turns before, the newest first; those of the newest are spoken of.
    """
    spoken_of = next(iter(turns), ())
    if not spoken_of:
        return None
    if not reckons(question):
        return _of_year(question, spoken_of, corpus)
    largest, smallest = bool(MOST.search(question)), bool(LEAST.search(question))
    if largest != smallest:
        return _at_extreme(question, spoken_of, corpus, largest=largest)
    if _TOTAL.search(question):
        return _in_total(spoken_of, corpus)
    return _changed(question, [figure for turn in turns for figure in turn], corpus)


def _series(figure: Figure, corpus: Corpus) -> list[Figure]:
    """The figures of the same thing in all years: along the row where the columns are years, down the column where rows are."""
    row = Row(figure.passage)
    across = [column for column in row.columns if len(set(_YEAR.findall(column))) == 1]
    if figure.column in across or (across and TOTAL_LABEL.match(figure.column)):
        return [Figure(figure.passage, column) for column in across]
    if row.is_year or TOTAL_LABEL.match(row.label):
        return [Figure(other.passage, figure.column) for other in rows_of_table(row, corpus) if other.is_year]
    return []


def _beside(figure: Figure, corpus: Corpus) -> list[Figure]:
    """The figures of the rows beside it in the same column, but for sums."""
    rows = rows_of_table(Row(figure.passage), corpus)
    return [Figure(row.passage, figure.column) for row in rows if not TOTAL_LABEL.match(row.label)]


def _amount(figure: Figure) -> Decimal | None:
    return number(Row(figure.passage).value(figure.column) or "")


def _of_year(question: str, spoken_of: Sequence[Figure], corpus: Corpus) -> Draft | None:
    """The same figures of the year that is named, or so many years from theirs; None where they are of several years."""
    of_years = {figure.year for figure in spoken_of}
    told_of = next(iter(of_years))
    named = set(_YEAR.findall(question)) or {str(int(told_of) + years_away(question)) if told_of else ""}
    if len(of_years) != 1 or len(named) != 1:
        return None
    drafts = []
    for figure in spoken_of:
        found = [
            each for each in _series(figure, corpus) if each.year in named and Row(each.passage).value(each.column)
        ]
        if len(found) != 1:
            return None
        drafts.append(told(Row(found[0].passage), [found[0].column]))
    return _together(drafts)


def _changed(question: str, told_before: Sequence[Figure], corpus: Corpus) -> Draft | None:
    """The change between two years, in percent where that is asked for: of the two last told, or the last and the year named."""
    last = told_before[0]
    series = {figure.year: figure for figure in _series(last, corpus) if _amount(figure) is not None}
    named = [year for year in _YEAR.findall(question) if year in series]
    told_of = [each.year for each in told_before if each.year in series and series[each.year].place == each.place]
    years = list(dict.fromkeys([*named, *(year for year in told_of if year is not None)]))[:2]
    if len(years) < 2 or len(_YEAR.findall(question)) != len(named):
        return None
    first, then = (series[year] for year in sorted(years))
    return _between(first, then, in_percent=bool(_PERCENT.search(question)))


def _between(first: Figure, then: Figure, *, in_percent: bool) -> Draft | None:
    """From one figure to another, with both."""
    row = Row(then.passage)
    if first.passage.id == then.passage.id:
        return changed_between(row, first.column, then.column, in_percent=in_percent)
    name = " – ".join(filter(None, (str(row.passage.data["caption"] or row.passage.data["title"]), then.column)))
    before, after = (
        (str(figure.year), Support(figure.passage, Row(figure.passage).value(figure.column) or ""))
        for figure in (first, then)
    )
    return changed_from_to(name, before, after, "prosent" if in_percent else unit_of_cell(row, then.column))


def _at_extreme(question: str, spoken_of: Sequence[Figure], corpus: Corpus, *, largest: bool) -> Draft | None:
    """The largest or smallest: the other end of a range in the same year, else the year in which the figure is so."""
    last = spoken_of[-1]
    ends = [column for column in Row(last.passage).columns if (_TO if largest else _FROM).search(column)]
    same_range = [column for column in ends if _base(column) == _base(last.column)]
    of_range = bool(_FROM.search(last.column) or _TO.search(last.column)) and len(same_range) == 1
    if of_range and not _WHICH_YEAR.search(question):
        return told(Row(last.passage), same_range)
    drafts = []
    for figure in spoken_of:
        others = _series(figure, corpus) or ([] if _WHICH_YEAR.search(question) else _beside(figure, corpus))
        valued = [(amount, each) for each in others if (amount := _amount(each)) is not None]
        if len(valued) < 2:
            return None
        best = (max if largest else min)(amount for amount, _ in valued)
        found = [each for amount, each in valued if amount == best]
        drafts += [told(Row(each.passage), [each.column]) for each in found]
    return _together(drafts)


def _base(column: str) -> str:
    """A column's name without the word that says which end of a range it is."""
    return " ".join(_TO.sub("", _FROM.sub("", column)).split()).casefold()


def _in_total(spoken_of: Sequence[Figure], corpus: Corpus) -> Draft | None:
    """The sum over the years that the table itself has."""
    drafts = []
    for figure in spoken_of:
        row = Row(figure.passage)
        if _YEAR.search(figure.column):
            columns = [column for column in row.columns if TOTAL_LABEL.match(column)]
            sums = [row] if len(columns) == 1 and row.value(columns[0]) else []
        elif row.is_year:
            columns = [figure.column]
            sums = [other for other in rows_of_table(row, corpus) if TOTAL_LABEL.match(other.label)]
        else:
            return None
        if len(sums) != 1:
            return None
        drafts.append(told(sums[0], columns))
    return _together(drafts)


def _together(drafts: Sequence[Draft | None]) -> Draft | None:
    """The statements of several drafts, each once; None where there are none."""
    statements = {said.text: said for draft in drafts if draft is not None for said in draft.statements}
    return Draft(tuple(statements.values())) if statements else None
