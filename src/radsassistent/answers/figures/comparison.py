"""Answers that need several cells: sums without a part, rows side by side, changes over years, the largest and the smallest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.answers.figures.rows import (
    YEAR,
    Row,
    called,
    has_year,
    named_columns,
    numbers_rows,
    rows_of_table,
    told,
    unit_of_cell,
    with_unit,
)
from radsassistent.answers.verification.computed import percent
from radsassistent.archive import PassageKind
from radsassistent.documents.numbers import norwegian, number, unit_of
from radsassistent.search.corpus import TOTAL_LABEL, Corpus
from radsassistent.search.cues import Cue, cues
from radsassistent.search.passage_facts import WITHOUT
from radsassistent.search.query import Query, Wanted

MOST = re.compile(
    r"\b(mest|vanligst\w*|vanlegast\w*|hyppigst\w*|høyest\w*|høgast\w*|størst\w*|dyrest\w*|dyrast\w*|flest|høgst\w*|lengst\w*|maks\w*|verste\s+fall|most|highest|longest|"
    r"largest|topp\w*|at\s+worst)\b",
    re.IGNORECASE,
)
LEAST = re.compile(
    r"\b(minst(?!\s+\d)|minimum|dårligst\w*|dårlegast\w*|svakest\w*|worst|lavest\w*|færr[ea]st|rimelig(?:st|ast)\w*|rimelegast\w*|billigst\w*|billegast\w*|lågast\w*|kortest\w*|kortast\w*|beste\s+fall|least|lowest|fewest|cheapest|"
    r"shortest|at\s+best)\b",
    re.IGNORECASE,
)
# What goes down: a row that falls in the year asked about is meant.
_CUT = re.compile(
    r"\b(?:kutt\w*|reduksjon\w*|redus\w*|innspar\w*|nedgang\w*|nedskj\w*|spar\w*|synk\w*|falle?r?|ned|lavere|billigere|"
    r"decrease\w*|reduc\w*|cut|fall)\b",
    re.IGNORECASE,
)
# What every row is asked for by; each of the years is asked of one row.
EACH = re.compile(
    r"\b(?:hver|hvert|(?<!\A)kvar|kvart|each|every|samtlige)\b(?!\s+(?:enkelt\s+)?(?:år|måned|månad|uke|veke|dag|gang|year|month|week|time))",
    re.IGNORECASE,
)
_PAIR = 2
# More rows than this are no answer to read.
MOST_ROWS = 15
_COUNTS = {
    "to": 2, "tre": 3, "fire": 4, "fem": 5, "two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5,
}  # fmt: skip
# "De tre største", "the two cheapest".
SEVERAL = re.compile(
    rf"\b(?P<count>{'|'.join(_COUNTS)})\s+(?:mest\s+|most\s+)?(?:\w+(?:ste|aste|est)|dyre|store|små)\b", re.IGNORECASE
)
_WHICH_YEAR = re.compile(r"\b(?:hvilket|kva(?:\s+for\s+eit)?|hva\s+for\s+et|which|what)\s+(?:år|year)\b", re.IGNORECASE)
# What asks for money or time, and what a column of it is headed by.
WHO_COLUMN = re.compile(
    r"ansvar|eier|eigar|\b(?:hvem|kven|leder|leiar|kontakt\w*|utf[øo]rer|søk(?:er|ar|jar)|leverandør|responsible|owner|who)\b",
    re.IGNORECASE,
)
_WHEN_COLUMN = re.compile(
    r"frist|\b(?:dato|når|oppstart|start|slutt|ferdig|tidspunkt|tid|innen|deadline|date|when)\b", re.IGNORECASE
)
_MONEY_UNIT = re.compile(r"kr|nok", re.IGNORECASE)
_MEASURES = (
    (
        re.compile(
            r"\b(?:dyr\w*|kost\w*|billi?g\w*|billeg\w*|penge\w*|pengar|cheap\w*|expensive|costs?)\b", re.IGNORECASE
        ),
        re.compile(r"\b(?:kr|kroner|mill\w*|mnok|pris\w*|\w*kost(?:nad\w*)?)\b", re.IGNORECASE),
    ),
    (
        re.compile(
            r"\b(?:lang\s+tid|lengst(?:e)?(?:\s+tid)?|kort\w*(?:\s+tid)?|minutt\w*|long\w*|short\w*)\b", re.IGNORECASE
        ),
        re.compile(r"\b(?:min\w*|timer?|timar|dager|dagar|uker|veker|\w*tid)\b", re.IGNORECASE),
    ),
)


def asks_measure(question: str) -> bool:
    """Whether the most or least of money or of time is asked for ("dyrest", "lengst")."""
    return any(asked.search(question) for asked, _ in _MEASURES)


def of_measure(question: str, columns: Sequence[str], row: Row) -> list[str]:
    """The columns of money or of time, where the most or least of that is asked for ("dyrest", "lengst"); else all."""
    for asked, unit in _MEASURES:
        if asked.search(question):
            return [column for column in columns if unit.search(f"{column} {unit_of_cell(row, column)}")]
    return list(columns)


def named_rows(query: Query, best: Row, corpus: Corpus) -> list[Row]:
    """The rows of the best row's table whose whole names a question has, sums left out."""
    asked = frozenset(query.terms)
    found = []
    for row in rows_of_table(best, corpus):
        label = corpus.term_sets(row.passage)[2]
        if label and label <= asked and not corpus.is_total(row.passage):
            found.append(row)
    return found


def side_by_side(query: Query, rows: Sequence[Row], column: str) -> Draft | None:
    """Several rows in one column; of two the difference too, where that is asked for."""
    valued = [(row, value) for row in rows if (value := row.value(column))]
    if not valued:
        return told(rows[0], [column])
    if len(valued) == _PAIR and Cue.CHANGE in query.cues:
        apart = difference(valued[0][0], valued[1][0], column)
        if apart is not None:
            return apart
    unit = unit_of_cell(rows[0], column)
    series = ", ".join(f"{row.label}: {with_unit(value, unit)}" for row, value in valued)
    return Draft((Statement(f"{column} – {series}.", tuple(Support(row.passage, value) for row, value in valued)),))


def difference(one: Row, other: Row, column: str) -> Draft | None:
    """Two rows in one column, and how far they are apart; None where one has no number there."""
    valued = [(row, value) for row in (one, other) if (value := row.value(column))]
    amounts = [amount for _, value in valued if (amount := number(value)) is not None]
    if len(amounts) != _PAIR:
        return None
    unit = unit_of_cell(one, column)
    series = ", ".join(f"{row.label}: {with_unit(value, unit)}" for row, value in valued)
    apart = norwegian(abs(amounts[0] - amounts[1]))
    text = f"{column} – {series}; forskjell: {with_unit(apart, unit)}."
    return Draft((Statement(text, tuple(Support(row.passage, value) for row, value in valued), (apart,)),))


def changed_between(row: Row, first: str, last: str, *, in_percent: bool = False) -> Draft | None:
    """From the first year to the last, with both operands."""
    begin, end = Support(row.passage, row.value(first) or ""), Support(row.passage, row.value(last) or "")
    return changed_from_to(
        called(row), (first, begin), (last, end), "prosent" if in_percent else unit_of_cell(row, last)
    )


def changed_from_to(name: str, before: tuple[str, Support], after: tuple[str, Support], unit: str) -> Draft | None:
    """From a value of one year to that of another, each the quote of its support, in a unit, which may be "prosent" of the first;
    None where they are no numbers, or the first is 0 and has no percentages.
    """
    (first, begin), (last, end) = before, after
    low, high = number(begin.quote), number(end.quote)
    if low is None or high is None or (unit == "prosent" and not low):
        return None
    change = percent(high - low, low) if unit == "prosent" else high - low
    text = f"{name}: fra {begin.quote} i {first} til {end.quote} i {last}, {_changed(change, unit)}."
    return Draft((Statement(text, (begin, end), (norwegian(abs(change)),)),))


def changed_in_turn(name: str, begin: Support, end: Support, unit: str) -> Draft | None:
    """From one value to the next of what has no years, as `changed_from_to`."""
    low, high = number(begin.quote), number(end.quote)
    if low is None or high is None or (unit == "prosent" and not low):
        return None
    change = percent(high - low, low) if unit == "prosent" else high - low
    text = f"{name}: fra {begin.quote} til {end.quote}, {_changed(change, unit)}."
    return Draft((Statement(text, (begin, end), (norwegian(abs(change)),)),))


def share_of_sum(row: Row, column: str, corpus: Corpus) -> Draft | None:
    """A row's value in percent of its table's sum in the same column, with both; None without one sum over the table."""
    totals = [other for other in rows_of_table(row, corpus) if TOTAL_LABEL.match(other.label)]
    if len(totals) != 1 or totals[0].passage.id == row.passage.id:
        return None
    part, whole = row.value(column), totals[0].value(column)
    amount, total = number(part or ""), number(whole or "")
    if part is None or whole is None or amount is None or not total:
        return None
    share = norwegian(percent(amount, total))
    unit = unit_of_cell(row, column)
    text = f"{called(row)}, {column}: {part} av {with_unit(whole, unit)}, {share} prosent."
    return Draft((Statement(text, (Support(row.passage, part), Support(totals[0].passage, whole)), (share,)),))


def _changed(change: Decimal, unit: str) -> str:
    """A change in words and, in brackets, as a signed number."""
    if not change:
        return "uendret (0)"
    word, sign = ("økning", "+") if change > 0 else ("nedgang", "")
    return f"en {word} på {with_unit(norwegian(abs(change)), unit)} ({sign}{norwegian(change)})"


def extreme(query: Query, best: Row, corpus: Corpus, *, largest: bool) -> Draft | None:
    """The largest or smallest: of the best row's years where a question asks in which one, else of the rows of its table."""
    of_year = _whole_of_unnamed(query, best, corpus)
    return _extreme_year(query, of_year, largest=largest) or _extreme_row(query, best, corpus, largest=largest)


def _whole_of_unnamed(query: Query, best: Row, corpus: Corpus) -> Row:
    """The sum of the best row's table where a question names no row of it: "hvilket år er budsjettet lavest"."""
    if corpus.term_sets(best.passage)[2] & set(query.terms):
        return best
    sums = [row for row in rows_of_table(best, corpus) if TOTAL_LABEL.match(row.label)]
    return sums[0] if len(sums) == 1 else best


def _extreme_row(query: Query, best: Row, corpus: Corpus, *, largest: bool) -> Draft | None:
    """The row of the best row's table with the largest or smallest value in the column asked about; sums left out."""
    siblings = rows_of_table(best, corpus)
    columns = [c for c in best.columns if any(year in c for year in query.years)]
    changes = [c for c in best.columns if Cue.CHANGE in cues(c)]
    if not columns and Cue.CHANGE in query.cues and len(changes) == 1:
        columns = changes
    columns = columns or [c for c in named_columns(query, best, corpus) if not numbers_rows(c, siblings)]
    column = columns[-1] if columns else _measure(query, best)
    valued: list[tuple[Decimal, Row]] = []
    for row in siblings:
        value = number(row.value(column) or "") if column else None
        if value is not None and not TOTAL_LABEL.match(row.label):
            valued.append((value, row))
    if len(valued) < 2 or column is None:
        return None
    ranked = sorted(valued, key=lambda pair: pair[0], reverse=largest)
    several = SEVERAL.search(query.text)
    if several is not None and (count := _COUNTS[several["count"].lower()]) < len(ranked):
        return in_turn([row for _, row in ranked[:count]], column)
    return told(ranked[0][1], [column])


def each_row(query: Query, best: Row, corpus: Corpus) -> Draft | None:
    """All rows of the best row's table but its sums, in the one column asked about, where each of them is asked for; None where
    that column is not clear, a row is named, or a row has no value there.
    """
    if not EACH.search(query.text):
        return None
    rows = [row for row in rows_of_table(best, corpus) if not corpus.is_total(row.passage)]
    of_year = [column for column in best.columns if has_year(column, query)]
    named = [column for column in named_columns(query, best, corpus) if not of_year or column in of_year]
    columns = named or of_year or column_of_form(query, best) or (best.columns if len(best.columns) == 1 else [])
    if len(columns) != 1 or not _PAIR <= len(rows) <= MOST_ROWS or named_rows(query, best, corpus):
        return None
    return in_turn(rows, columns[0]) if all(row.value(columns[0]) for row in rows) else None


def in_turn(rows: Sequence[Row], column: str) -> Draft:
    """Several rows in one column, in their order."""
    cells = [(row, str(row.value(column))) for row in rows]
    series = ", ".join(f"{row.label}: {with_unit(value, unit_of_cell(row, column))}" for row, value in cells)
    return Draft((Statement(f"{column} – {series}.", tuple(Support(row.passage, value) for row, value in cells)),))


def _extreme_year(query: Query, row: Row, *, largest: bool) -> Draft | None:
    """Asked in which year a row is largest or smallest: that year's value; None where its columns are not years."""
    years = [column for column in row.columns if YEAR.search(column)]
    valued = [(value, column) for column in years if (value := number(row.value(column) or "")) is not None]
    if not _WHICH_YEAR.search(query.text) or len(valued) < _PAIR:
        return None
    return told(row, [(max if largest else min)(valued, key=lambda pair: pair[0])[1]])


def _measure(query: Query, row: Row) -> str | None:
    """The column that a question's most or least is of, where it names none: the one of amounts of money or of time, where
    that is what it asks for; the only one; or the only one that is of no year.
    """
    for asked, unit in _MEASURES:
        of_unit = [column for column in row.columns if unit.search(column)]
        if asked.search(query.text) and len(of_unit) == 1:
            return of_unit[0]
    whole = row.columns if len(row.columns) == 1 else [column for column in row.columns if not YEAR.search(column)]
    return whole[0] if len(whole) == 1 else None


def _is_of_money(row: Row) -> bool:
    """Whether all of a table is money, by its caption or title: "Tilskudd (mill. kr)"."""
    units = (unit_of(row.passage.data[name]) for name in ("caption", "title"))
    return any(unit is not None and _MONEY_UNIT.search(unit) for unit in units)


def money_columns(query: Query, row: Row) -> list[str]:
    """The columns that are money, where money is asked for and others are not."""
    money = _MEASURES[0]
    found = [c for c in row.columns if row.value(c) and money[1].search(f"{c} {row.value(c)}")]
    return found if money[0].search(query.text) and len(found) > 1 and len(found) < len(row.columns) else []


def column_of_form(query: Query, row: Row) -> list[str]:
    """The one column that tells who or when, or how much money, where that is asked for of a table of several things."""
    if query.wanted is Wanted.PERSON:
        found = [column for column in row.columns if WHO_COLUMN.search(column)]
    elif query.wanted is Wanted.TIME:
        found = [column for column in row.columns if _WHEN_COLUMN.search(column)]
    else:
        money = _MEASURES[0][1]
        of_money = [column for column in row.columns if money.search(f"{column} {row.value(column) or ''}")]
        # In a table of money each column is money, whatever it is called.
        found = of_money if _MEASURES[0][0].search(query.text) and not _is_of_money(row) else []
    return found if len(found) == 1 and row.value(found[0]) else []


def rows_left_out(query: Query, rows: Sequence[Row], corpus: Corpus) -> list[Row]:
    """The rows of the best row's table that a question names whole after "uten"; sums are none."""
    match = WITHOUT.search(query.asked)
    named = set(corpus.asked(query.asked[match.end() :])) if match else set()
    parts = [row for row in rows_of_table(rows[0], corpus) if not corpus.is_total(row.passage)]
    return [row for row in parts if (label := corpus.term_sets(row.passage)[2]) and label <= named]


def sum_without(query: Query, left_out: Sequence[Row], corpus: Corpus) -> Draft | None:
    """The sum of a table less the rows left out, with all of the operands; None without a sum over the whole table."""
    totals = [row for row in rows_of_table(left_out[0], corpus) if TOTAL_LABEL.match(row.label)]
    if len(totals) != 1:
        return None
    total = totals[0]
    sums: list[str] = []
    supports: list[Support] = []
    computed: list[str] = []
    columns = [c for c in total.columns if has_year(c, query)] if query.years else total.columns
    for column in columns:
        cells = [(row, row.value(column)) for row in (total, *left_out)]
        amounts = [amount for _, cell in cells if (amount := number(cell or "")) is not None]
        if len(amounts) != len(cells):
            continue
        rest = norwegian(amounts[0] - sum(amounts[1:]))
        sums.append(
            f"{column}: {' − '.join(str(cell) for _, cell in cells)} = {with_unit(rest, unit_of_cell(total, column))}"
        )
        supports.extend(Support(row.passage, str(cell)) for row, cell in cells)
        computed.append(rest.lstrip("-−"))
    names = " og ".join(row.label for row in left_out)
    text = f"{called(total)} uten {names} – {', '.join(sums)}."
    return Draft((Statement(text, tuple(supports), tuple(computed)),)) if sums else None


def row_that_changes(query: Query, best: Row, corpus: Corpus) -> Row:
    """Asked how much something grows or falls in a year: where the best row says 0, or levels where a fall is asked for, the one
    row of changes on its slide that says otherwise, and falls where a fall is asked for; else the best row.
    """
    asked = [column for column in best.columns if has_year(column, query)]
    if Cue.CHANGE not in query.cues and not _CUT.search(query.text):
        return best
    if len(asked) != 1:
        return best
    # A fall is asked for, and the best row is of levels, which do not fall.
    of_levels = _CUT.search(query.text) and Cue.CHANGE not in cues(best.label)
    if number(best.value(asked[0]) or "") != 0 and not of_levels:
        return best
    changing = []
    for passage in corpus.of_kind(PassageKind.TABLE_ROW):
        row = Row(passage)
        if (passage.sha256, passage.slide) != (best.passage.sha256, best.passage.slide):
            continue
        amount = number(row.value(asked[0]) or "") if asked[0] in row.columns else None
        falls = bool(_CUT.search(query.text))
        if amount and Cue.CHANGE in cues(row.label) and (amount < 0 or not falls):
            changing.append(row)
    return changing[0] if len(changing) == 1 else best


def spread(row: Row, columns: Sequence[str]) -> Draft | None:
    """How far apart the lowest and the highest of a row's values in some columns are, with both."""
    valued = [(amount, column) for column in columns if (amount := number(row.value(column) or "")) is not None]
    if len(valued) < _PAIR:
        return None
    (low, lowest), (high, highest) = min(valued), max(valued)
    between = norwegian(high - low)
    unit = unit_of_cell(row, lowest)
    text = (
        f"{called(row)} – {lowest}: {with_unit(str(row.value(lowest)), unit)}, {highest}: "
        f"{with_unit(str(row.value(highest)), unit)}; forskjell: {with_unit(between, unit)}."
    )
    supports = (Support(row.passage, str(row.value(lowest))), Support(row.passage, str(row.value(highest))))
    return Draft((Statement(text, supports, (between,)),))
