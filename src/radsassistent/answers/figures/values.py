"""Answers from tables and charts: the cell for the row and column asked about, series, differences, extremes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.answers.figures.columns import named_of_year, year_of
from radsassistent.answers.figures.comparison import (
    LEAST,
    MOST,
    changed_between,
    changed_from_to,
    column_of_form,
    each_row,
    extreme,
    money_columns,
    named_rows,
    row_that_changes,
    rows_left_out,
    share_of_sum,
    side_by_side,
    spread,
    sum_without,
)
from radsassistent.answers.figures.equal_rows import equal_rows
from radsassistent.answers.figures.measures_together import measures_together, sum_of_years
from radsassistent.answers.figures.reckoning_words import KIND
from radsassistent.answers.figures.rows import (
    YEAR,
    Row,
    called,
    has_year,
    named_columns,
    rows_of_table,
    supported,
    told,
    unit_of_cell,
    unit_of_row,
    with_unit,
    years_of_table,
)
from radsassistent.answers.figures.words import COMPARED, PERIOD_END, is_amount, measures_else, tells_of_else
from radsassistent.answers.text.form import ASKS_SHARE
from radsassistent.archive import PassageKind
from radsassistent.documents.letters import CAPITAL
from radsassistent.documents.numbers import number, unit_of
from radsassistent.search.asked import counted_thing
from radsassistent.search.corpus import TOTAL_LABEL, Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.intents import Intent
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import begins_alike, stem, terms

_PERIOD_START = re.compile(
    r"\b(?:starten|begynnelsen|byrjinga)\s+av\s+(?:perioden|tiåret)|\b(?:første|fyrste)\s+år(?:et)?\s+(?:av|i)\s+(?:perioden|tabellen)|\bførste\s+året\b|\bstart\s+of\s+the\s+period\b",
    re.IGNORECASE,
)
UP_TO = re.compile(
    r"\b(?:fram|frem|inn|opp)?\s*til(?:\s+og\s+med)?\s+(?:år\s+)?20\d\d|\b(?:up\s+to|until)\s+20\d\d", re.IGNORECASE
)
# How something goes over the years, each of them.
_COURSE = re.compile(
    r"\b(?:utvikling(?:en|a)?|tallrekk\w*|år\s+for\s+år|hvert\s+år|kvart\s+år|trend\w*)\b", re.IGNORECASE
)
_PERCENT = re.compile(r"\b(prosent\w*|andel\w*|percent)\b|%", re.IGNORECASE)
# What a share is of.
_OF_WHOLE = re.compile(
    r"\b(?:av|of)\b.*(?:\bsum\w*|-?sum(?:men)?\b|\btotal\w*|\balle?\b|\ball\b|\bsamle\w*|\bhele\b|\bheile\b|\bwhole\b)",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\b(kroner|kr|mill\w*|mnok|beløp\w*|budsjett\w*|penger|pengar|kost\w*|pay|paid)\b", re.IGNORECASE)
_COUNT = re.compile(r"\b(antall|antal|number\s+of|n=)\b", re.IGNORECASE)
_HOW_MUCH = re.compile(r"\b(?:hvor\s+mye|kor\s+mykje|how\s+much)\b", re.IGNORECASE)
# What is counted is no money.
_MOST_IN_NUMBER = re.compile(r"\b(?:flest|færr[ea]st|fewest)\b", re.IGNORECASE)
# Half of the probability on one row that is named whole leaves little doubt; not measured by itself.
SURE_ROW = 0.5
# A name inside a question; its first word is capitalised as such.
_NAMED = re.compile(rf"(?<=\w ){CAPITAL}[\w@-]+")


def table_answer(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The value or values that the best row has for what is asked; None when no row is about it."""
    rows = _of_kind(query, [row for row in _rows(query, hits) if not _is_sum_of_else(query, row, corpus)])
    if not rows or query.unknown_names or is_count_of_money(query, rows[0], corpus):
        return None
    how_much_of_a_count = _HOW_MUCH.search(query.text) and not query.cues & {Cue.SHARE, Cue.CHANGE} and counts(rows[0])
    if how_much_of_a_count or counted_in_money(query, rows[0]):
        return None
    left_out, every = rows_left_out(query, rows, corpus), each_row(query, rows[0], corpus)
    if every is not None or rows[0] in left_out:
        return every or sum_without(query, left_out, corpus)
    best = _sum_of_parent(query, rows, hits, corpus) or _whole(query, rows, corpus)
    best = row_that_changes(query, best, corpus)
    of_years = _of_years(query, best, corpus)
    if of_years:
        between = _between_years(query, of_years, corpus)
        else_counted = between is None and measures_else(query, of_years[0], corpus)
        return None if else_counted else between or _told_of_years(query, of_years, corpus)
    largest = bool(MOST.search(query.text))
    if largest or LEAST.search(query.text):
        draft = extreme(query, best, corpus, largest=largest)
        if draft is not None:
            return draft
    years = [column for column in best.columns if YEAR.search(column)]
    asked = [column for column in best.columns if any(year in column for year in query.years)]
    asked = _the_sum(query, best) or asked or _at_an_end(query, years)
    years = years or years_of_table(best, corpus)
    lacks_one = COMPARED.search(query.asked) and not all(
        any(year in column for column in years) for year in query.years
    )
    if query.years and years and (not asked or lacks_one):
        return _no_such_year(query, best, years)
    return (
        None if tells_of_else(query, best, rows_of_table(best, corpus), corpus) else _told(query, best, asked, corpus)
    )


def _of_kind(query: Query, rows: Sequence[Row]) -> Sequence[Row]:
    """The rows; where one of a kind is asked for that is most or least and several are called so, only these: "Steingjerde" and
    "Risgjerde" for "hvilket gjerde".
    """
    kind = KIND.search(query.text) if MOST.search(query.text) or LEAST.search(query.text) else None
    if kind is None:
        return rows
    called = [row for row in rows if any(term.endswith(stem(kind["kind"].lower())) for term in terms(row.label))]
    return called if len(called) > 1 else rows


def _told(query: Query, best: Row, asked: Sequence[str], corpus: Corpus) -> Draft | None:
    """What the best row, and those of its name beside it, tell in the columns asked about."""
    if _PERCENT.search(query.text) and not _may_be_shares(best):
        return _in_percent(query, best, asked, corpus)
    rows = [best, *map(Row, equal_rows(best.passage, set(query.terms), corpus))]
    drafts = [draft for row in rows if (draft := _cells(query, row, asked, corpus)) is not None]
    return Draft(tuple(said for draft in drafts for said in draft.statements)) if drafts else None


def _in_percent(query: Query, row: Row, asked: Sequence[str], corpus: Corpus) -> Draft | None:
    """The change in percent between the two years asked about; what the one column of percentages, or the one of several that is
    called by name, tells; or the share of the table's sum in the one year.
    """
    if len(asked) == 2:
        return changed_between(row, *sorted(asked), in_percent=True)
    shares = [column for column in row.columns if "%" in (row.value(column) or "")]
    of_years = [column for column in shares if not asked or column in asked]
    named = [column for column in named_columns(query, row, corpus) if column in of_years]
    if len(chosen := named or of_years) == 1:
        return told(row, chosen)
    one_year = asked if len(asked) == 1 else row.columns if len(row.columns) == 1 else []
    return share_of_sum(row, one_year[0], corpus) if one_year and _OF_WHOLE.search(query.text) else None


def _the_sum(query: Query, row: Row) -> list[str]:
    """The column of the sum over the years, where a question asks for all of it, or for all up to the last year."""
    sums = [column for column in row.columns if TOTAL_LABEL.match(column)]
    years = [year for column in row.columns for year in YEAR.findall(column)]
    up_to_last = bool(years) and query.years == (max(years),) and bool(UP_TO.search(query.text))
    whole = Cue.TOTAL in query.cues and (not query.years or up_to_last)
    return sums if whole and len(sums) == 1 and row.value(sums[0]) else []


def _at_an_end(query: Query, years: Sequence[str]) -> list[str]:
    """The column of the last or the first year, where a question asks for the end or the beginning of the period."""
    if query.years or not years:
        return []
    return (
        list(years[-1:])
        if PERIOD_END.search(query.text)
        else list(years[:1])
        if _PERIOD_START.search(query.text)
        else []
    )


def _whole(query: Query, rows: Sequence[Row], corpus: Corpus) -> Row:
    """The best row; where it is the sum of a part that the question does not name, the best sum of the whole."""
    best, asked = rows[0], set(query.terms)
    if not corpus.is_total(best.passage) or not corpus.is_part(best.passage, asked):
        return best
    wholes = (row for row in rows if corpus.is_total(row.passage) and not corpus.is_part(row.passage, asked))
    return next((row for row in wholes if not row.passage.data["under"]), best)


def _sum_of_parent(query: Query, rows: Sequence[Row], hits: Sequence[Hit], corpus: Corpus) -> Row | None:
    """Asked by name for a row without figures that other rows stand under: the sum of these."""
    best, asked = rows[0], frozenset(query.terms)
    if corpus.is_total(best.passage) or not best.passage.data["under"]:
        return None
    data = best.passage.data
    above = frozenset(terms(data["under"][-1]))
    about = above | set(terms(f"{data['caption']} {data['title']}"))
    if not above <= asked or (set(terms(best.label)) & asked) - about:
        return None
    sums = [
        row for row in rows_of_table(best, corpus) if TOTAL_LABEL.match(row.label) and above <= set(terms(row.label))
    ]
    return sums[0] if len(sums) == 1 and any(sums[0].values) else None


def is_count_of_money(query: Query, row: Row, corpus: Corpus) -> bool:
    """Whether money is asked for, and a row has none."""
    return bool(_MONEY.search(query.text)) and not _is_money(row, corpus)


def _is_money(row: Row, corpus: Corpus) -> bool:
    """Whether a row's figures are amounts of money: by their unit, else by what its slide speaks of, unless it counts."""
    if unit_of_row(row):
        return unit_of_row(row) != "%"
    amounts = [row.value(column) or "" for column in _amounts(row)]
    if amounts and all("%" in amount for amount in amounts):
        return False
    siblings = rows_of_table(row, corpus)
    if 2 * sum(unit_of(sibling.label) is not None for sibling in siblings) > len(siblings):
        # Each row has a unit of its own.
        return unit_of(row.label) not in (None, "%")
    if counts(row):
        return False
    return bool(_MONEY.search(f"{row.passage.context} {corpus.slide_text(row.passage.sha256, row.passage.slide)}"))


def counted_in_money(query: Query, row: Row) -> bool:
    """Whether a question is for what there are most or fewest of, and a row has amounts of money."""
    return bool(_MOST_IN_NUMBER.search(query.text) and _MONEY.search(unit_of_row(row)))


def counts(row: Row) -> bool:
    """Whether a row's figures are said to be counts."""
    data = row.passage.data
    return not unit_of_row(row) and bool(_COUNT.search(f"{data['caption']} {data['title']} {' '.join(row.columns)}"))


def _is_sum_of_else(query: Query, row: Row, corpus: Corpus) -> bool:
    """Whether a row is the sum of a table that says nothing of what the question names: by a capital letter or by the
    whole name of a row of another table.
    """
    passage = row.passage
    if not corpus.is_total(passage):
        return False
    said = corpus.slide_terms(passage)
    names = {stem(word.lower()) for word in _NAMED.findall(query.asked)}
    if any(corpus.lexical.has(name) and not begins_alike(name, said) for name in names):
        return True
    own = corpus.term_sets(passage)[0]
    return any(label <= set(query.terms) and not label <= own for label in corpus.row_names)


def _cells(query: Query, best: Row, asked: Sequence[str], corpus: Corpus) -> Draft | None:
    """The best row's cells in the columns asked about; of two years the difference too, and other rows that are named."""
    together = sum_of_years(query, best, asked)
    if together is not None:
        return together
    asked = named_of_year(query, asked, corpus)
    if len(asked) == 2 and (len({year_of(column) for column in asked}) > 1 or Cue.CHANGE in query.cues):
        first, last = sorted(asked)
        draft = changed_between(best, first, last)
        between = [column for column in best.columns if YEAR.fullmatch(column) and first <= column <= last]
        course = told(best, between) if _COURSE.search(query.text) and len(between) > len(asked) else None
        if draft is not None:
            return Draft((*course.statements, *draft.statements)) if course is not None else draft
    others = named_rows(query, best, corpus)
    if len(others) > 1 and len(asked) == 1:
        return side_by_side(query, others, asked[0])
    both = measures_together(query, best, corpus)
    if both:
        return told(best, both)
    of_money, named = money_columns(query, best), named_columns(query, best, corpus)
    if of_money and not any(column in of_money for column in named):
        # "Per year" is no name of the column with tonnes a year where costs are asked for.
        named = of_money
    shares = [column for column in best.columns if best.has_share(column)]
    if ASKS_SHARE.search(query.text) and shares:
        # What something is a share of may be the name of a column, too.
        named = [column for column in named if column in shares] or shares
    chosen = asked or column_of_form(query, best) or named or best.columns
    if len(chosen) > 1 and chosen == best.columns:
        if _measures_else(query, best, corpus):
            return None
        chosen = chosen if not _asks_one_number(query, best) else _amounts(best)
    value = best.value(chosen[0])
    if Cue.BRIEF in query.cues and len(chosen) == 1 and value:
        return Draft((Statement(f"{with_unit(value, unit_of_cell(best, chosen[0]))}.", supported(best, [value])),))
    return told(best, chosen)


def _measures_else(query: Query, row: Row, corpus: Corpus) -> bool:
    """Whether a number is asked for that none of a row's columns is, which tell of different things; or the number of something
    that the slide of the row says nothing of.
    """
    if _asks_one_number(query, row) and len(_amounts(row)) != 1:
        return True
    counted = counted_thing(query)
    if counted is None:
        return False
    said = corpus.slide_terms(row.passage)
    return counted not in said and not any(
        begins_alike(term, (counted,)) or begins_alike(counted, (term,)) for term in said
    )


def _asks_one_number(query: Query, row: Row) -> bool:
    """Whether a number is asked for of a row that tells different things, none of them year by year."""
    return query.wanted is Wanted.NUMBER and not row.is_year and not any(map(YEAR.search, row.columns))


def _amounts(row: Row) -> list[str]:
    """The columns of a row that have a number, alone or with its unit."""
    return [column for column in row.columns if is_amount(row.value(column) or "")]


def _may_be_shares(row: Row) -> bool:
    """Whether a row's values can be percentages: said to be, or without another unit all between 0 and 100."""
    if unit_of_row(row):
        return unit_of_row(row) == "%"
    amounts = [number(value or "0") for value in row.values]
    return all(amount is not None and 0 <= amount <= 100 for amount in amounts)


def _rows(query: Query, hits: Sequence[Hit]) -> list[Row]:
    """The rows that were found, in the ranker's order; a row that stands for another year than the one asked about is not."""
    found = []
    for hit in hits:
        passage = hit.passage
        if passage.kind is not PassageKind.TABLE_ROW or not any(passage.data["values"]):
            continue
        row = Row(passage)
        if query.years and row.is_year and not has_year(row.label, query):
            continue
        found.append(row)
    return found


def _of_years(query: Query, best: Row, corpus: Corpus) -> list[Row]:
    """Where the rows of a table stand for years: those asked about, or their sum where it is the sum that is asked for."""
    rows = rows_of_table(best, corpus)
    if not query.years and Cue.TOTAL in query.cues and any(row.is_year for row in rows):
        sums = [row for row in rows if TOTAL_LABEL.match(row.label)]
        return sums if len(sums) == 1 else []
    return [row for row in rows if row.is_year and has_year(row.label, query)]


def _told_of_years(query: Query, rows: Sequence[Row], corpus: Corpus) -> Draft | None:
    """What each of the rows that stand for years tells of what is asked."""
    drafts = [draft for row in rows if (draft := _of_year(query, row, corpus)) is not None]
    statements = tuple(said for draft in drafts if not draft.abstained for said in draft.statements)
    return Draft(statements) if statements else next(iter(drafts), None)


def _between_years(query: Query, rows: Sequence[Row], corpus: Corpus) -> Draft | None:
    """The change between two rows that stand for years in the one column that is asked for, where a change is asked for."""
    if len(rows) != 2 or Cue.CHANGE not in query.cues:
        return None
    first, then = sorted(rows, key=lambda row: row.label)
    columns = [
        column
        for column in named_columns(query, then, corpus) or then.columns
        if number(then.value(column) or "") is not None
    ]
    if len(columns) != 1:
        return None
    titled = str(then.passage.data["caption"] or then.passage.data["title"])
    name = " – ".join(dict.fromkeys(filter(None, (titled, columns[0]))))
    before, after = ((row.label.strip(), Support(row.passage, row.value(columns[0]) or "")) for row in (first, then))
    unit = "prosent" if _PERCENT.search(query.text) and not _may_be_shares(then) else unit_of_cell(then, columns[0])
    return changed_from_to(name, before, after, unit)


def _of_year(query: Query, row: Row, corpus: Corpus) -> Draft | None:
    """From a row that stands for a year: the columns asked about, or the larger or smaller of them."""
    columns = named_columns(query, row, corpus) or row.columns
    valued = [(value, column) for column in columns if (value := number(row.value(column) or "")) is not None]
    largest, smallest = MOST.search(query.text), LEAST.search(query.text)
    if largest and smallest and query.intent is Intent.COMPARISON and (draft := spread(row, columns)) is not None:
        return draft
    if valued and bool(largest) != bool(smallest):
        columns = [(max if largest else min)(valued)[1]]
    elif valued:
        columns = [column for _, column in valued]
    return told(row, columns)


def _no_such_year(query: Query, row: Row, years: Sequence[str]) -> Draft:
    asked = " og ".join(query.years)
    text = f"Dokumentene har ikke tall for {asked}. Nærmest: {called(row)} har tall for {years[0]}–{years[-1]}."
    return Draft.abstaining(Statement(text, (Support(row.passage, row.label),), query.years))
