"""Reckoning on with the figures that a conversation has just told: "hvor mange prosent opp er det?", "og det laveste?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.answers.figures.comparison import (
    LEAST,
    MOST,
    changed_between,
    changed_from_to,
    difference,
    share_of_sum,
)
from radsassistent.answers.figures.rows import Row, called, rows_of_table, told, unit_of_cell, with_unit
from radsassistent.archive import PassageKind
from radsassistent.documents.numbers import norwegian, number
from radsassistent.search.corpus import TOTAL_LABEL, Corpus
from radsassistent.search.figures import ALL_OF, Figure, reckons
from radsassistent.search.relative_years import years_away

_YEAR = re.compile(r"(?:19|20)\d\d")
# A row that stands for a year, whatever else it says of it.
YEAR_LABEL = re.compile(r"^\s*(?:19|20)\d\d\b")
_PERCENT = re.compile(r"\b(?:prosent(?!poeng)\w*|percent(?!age\s+point)\w*)\b|%", re.IGNORECASE)
_TOTAL = re.compile(
    r"\b(?:samle[ta]|samla|totalt?|sammen|saman|sum\w*|i\s+alt|in\s+all|altogether|overall)\b", re.IGNORECASE
)
# All things of the year spoken of, not all years of the thing: "summen av alle områdene", "totalt det året".
_OF_ROWS = re.compile(
    r"\b(?:områd|kategori|type[nr]|post(?:er|ene|ane)\b|grupp|løsning|løysing|tjenest|tenest|ordning|prosjekt|tiltak|areas|categories|types|items)\w*|"
    r"\b(?:(?:det|dette|samme|same|that)\s+(?:året|år|year))\b",
    re.IGNORECASE,
)
_ALL_YEARS = re.compile(r"\b(?:årene|åra|åri|years|perioden)\b", re.IGNORECASE)
_SHARE = re.compile(
    r"\b(?:andel\w*|share|(?:hvor|kor)\s+stor\s+del|(?:prosent|percent)\s+(?:av|of)\s+\w+)\b", re.IGNORECASE
)
_WHICH_YEAR = re.compile(r"\b(?:når|år|året|årene|year|when)\b", re.IGNORECASE)
# "Hvem har flest?": of the rows of the table.
_WHO_HAS = re.compile(
    r"\b(?:hvem|kven|hvilke[nt]?|kva\s+for|who|which)\b|\b(?:hva|kva|what)\s+(?:er|var|koster|kostar|is|was|costs?)\s+(?!(?:det|den|the)\b)",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:til(?:\s+og\s+med)?|t\.?o\.?m\.?|until|up\s+to|through)\s+(?:år\s+)?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
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
    if _SHARE.search(question):
        return _together([share_of_sum(Row(each.passage), each.column, corpus) for each in spoken_of])
    if _TOTAL.search(question):
        return _in_total(question, turns, corpus)
    told_before = [figure for turn in turns for figure in turn]
    return _changed(question, told_before, corpus) or _apart(question, told_before)


def _series(figure: Figure, corpus: Corpus) -> list[Figure]:
    """The figures of the same thing in all years: along the row where the columns are years, down the column where rows are."""
    row = Row(figure.passage)
    across = [c for c in row.columns if len(set(_YEAR.findall(c))) == 1 and _alike(row, c, figure.column)]
    if figure.column in across or (across and TOTAL_LABEL.match(figure.column)):
        return [Figure(figure.passage, column) for column in across]
    if figure.year is not None or TOTAL_LABEL.match(row.label):
        others = [Figure(other.passage, figure.column) for other in rows_of_table(row, corpus)]
        # "2026 (prognose)" is a year too; a column of a year has no others.
        return [other for other in others if other.year is not None and YEAR_LABEL.match(Row(other.passage).label)]
    return []


def _alike(row: Row, one: str, other: str) -> bool:
    """Whether two columns of a row have values of one sort: both in percent, or neither."""
    return bool(_PERCENT.search(row.value(one) or "")) == bool(_PERCENT.search(row.value(other) or ""))


def _beside(figure: Figure, corpus: Corpus) -> list[Figure]:
    """The figures of the rows beside it in the same column, but for sums."""
    rows = rows_of_table(Row(figure.passage), corpus)
    return [Figure(row.passage, figure.column) for row in rows if not TOTAL_LABEL.match(row.label)]


def _amount(figure: Figure) -> Decimal | None:
    return number(Row(figure.passage).value(figure.column) or "")


def _of_year(question: str, spoken_of: Sequence[Figure], corpus: Corpus) -> Draft | None:
    """The same figures of the year that is named, or so many years from the one that they are of."""
    of_years = {figure.year for figure in spoken_of}
    told_of = next(iter(of_years)) if len(of_years) == 1 else None
    named = set(_YEAR.findall(question)) or {str(int(told_of) + years_away(question)) if told_of else ""}
    if len(named) != 1:
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
    away = years_away(question)
    asked = _YEAR.findall(question) + ([str(int(last.year) + away)] if away and last.year else [])
    named = [year for year in asked if year in series]
    told_of = [each.year for each in told_before if each.year in series and series[each.year].place == each.place]
    years = list(dict.fromkeys([*named, *(year for year in told_of if year is not None)]))[:2]
    if len(years) < 2 or len(asked) != len(named):
        return None
    first, then = (series[year] for year in sorted(years))
    return _between(first, then, in_percent=bool(_PERCENT.search(question)))


def _apart(question: str, told_before: Sequence[Figure]) -> Draft | None:
    """How far the two last told are apart: of one column, of two rows of a table."""
    rows = list({figure.passage.id: Row(figure.passage) for figure in told_before}.values())[:2]
    columns = {figure.column for figure in told_before[:2]}
    if len(rows) < 2 or len(columns) != 1 or _YEAR.search(question) or years_away(question):
        return None
    tables = {(row.passage.sha256, row.passage.slide, row.passage.data["table"]) for row in rows}
    return difference(rows[1], rows[0], columns.pop()) if len(tables) == 1 else None


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
    of_others = bool(_WHO_HAS.search(question)) and not _WHICH_YEAR.search(question)
    of_range = bool(_FROM.search(last.column) or _TO.search(last.column)) and len(same_range) == 1
    if of_range and not _WHICH_YEAR.search(question):
        return told(Row(last.passage), same_range)
    drafts = []
    for figure in spoken_of:
        others = [] if of_others else _series(figure, corpus)
        others = others or ([] if _WHICH_YEAR.search(question) else _beside(figure, corpus))
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


def is_range(columns: Sequence[str]) -> bool:
    """Whether columns are the two ends of one range."""
    return len(columns) == len({_base(column) for column in columns}) + 1 == 2


def _in_total(question: str, turns: Sequence[Sequence[Figure]], corpus: Corpus) -> Draft | None:
    """The sum over the years, or over all that the table has of the year spoken of; of both ends of a range just told."""
    until, drafts = _UNTIL.search(question), []
    for figure in _with_other_end(turns):
        row = Row(figure.passage)
        if (
            until is not None
            and max((each.year or "" for each in _series(figure, corpus)), default="") != until["year"]
        ):
            # What the table sums up goes on to another year.
            return None
        over_years = _over_years(figure, corpus) if not (_OF_ROWS.search(question) or ALL_OF.search(question)) else None
        if _ALL_YEARS.search(question):
            summed = over_years or _sum(_series(figure, corpus))
        else:
            summed = over_years or (None if row.is_year else _over_rows(figure, corpus))
        if summed is None:
            return None
        drafts.append(summed)
    return _together(drafts)


def _with_other_end(turns: Sequence[Sequence[Figure]]) -> list[Figure]:
    """The figures of the newest turn; with the other end of the range where the turn before told that."""
    spoken_of = list(turns[0])
    before = turns[1] if len(turns) > 1 else ()
    ends = [
        other
        for other in before
        for last in spoken_of[:1]
        if other.passage.id == last.passage.id
        and other.column != last.column
        and _base(other.column) == _base(last.column)
    ]
    columns = Row(spoken_of[0].passage).columns
    both = sorted([*ends, *spoken_of], key=lambda figure: columns.index(figure.column)) if ends else spoken_of
    return both if len(spoken_of) == 1 else spoken_of


def _over_years(figure: Figure, corpus: Corpus) -> Draft | None:
    """The sum over the years that the table itself has."""
    row = Row(figure.passage)
    if row.is_year:
        sums = [other for other in rows_of_table(row, corpus) if TOTAL_LABEL.match(other.label)]
        return told(sums[0], [figure.column]) if len(sums) == 1 else None
    columns = [column for column in row.columns if TOTAL_LABEL.match(column)]
    of_year = _YEAR.search(figure.column)
    return told(row, columns) if of_year and len(columns) == 1 and row.value(columns[0]) else None


def _over_rows(figure: Figure, corpus: Corpus) -> Draft | None:
    """The sum of a column over the things that the table has: its own, else reckoned of their values."""
    rows = rows_of_table(Row(figure.passage), corpus)
    sums = [row for row in rows if TOTAL_LABEL.match(row.label)]
    if sums:
        return told(sums[0], [figure.column]) if len(sums) == 1 and sums[0].value(figure.column) else None
    return _sum(_beside(figure, corpus))


def _sum(figures: Sequence[Figure]) -> Draft | None:
    """The sum of figures of one table in one row or one column, with each; None where one of them is no number."""
    valued = [(each, value) for each in figures if (value := Row(each.passage).value(each.column))]
    amounts = [amount for _, value in valued if (amount := number(value)) is not None]
    if len(amounts) != len(valued) or len(amounts) < 2:
        return None
    first = Row(valued[0][0].passage)
    across = len({each.passage.id for each in figures}) == 1
    total = norwegian(sum(amounts, Decimal(0)))
    terms = " + ".join(f"{each.column if across else Row(each.passage).label} {value}" for each, value in valued)
    name = called(first) if across else figures[0].column
    text = f"{name}: {terms} = {with_unit(total, unit_of_cell(first, valued[0][0].column))}."
    supports = tuple(Support(each.passage, value) for each, value in valued)
    return Draft((Statement(text, supports, (total,)),))


def _together(drafts: Sequence[Draft | None]) -> Draft | None:
    """The statements of several drafts, each once; None where there are none."""
    statements = {said.text: said for draft in drafts if draft is not None for said in draft.statements}
    return Draft(tuple(statements.values())) if statements else None
