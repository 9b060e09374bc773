"""The row that a search finds likeliest, told where the words of the question call it, or where little speaks for any other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import Prefix

from radsassistent.answers.draft import Draft, statement
from radsassistent.answers.figures.comparison import EACH, LEAST, MOST, column_of_form, money_columns
from radsassistent.answers.figures.extremes import extreme_of_likely_table
from radsassistent.answers.figures.reckoning_words import WHICH_KIND, compares
from radsassistent.answers.figures.resolution import asked_words, words_untold
from radsassistent.answers.figures.rows import YEAR, Row, has_year, named_columns, rows_of_table, told
from radsassistent.answers.figures.rows_meant import label_terms
from radsassistent.answers.figures.table_words import as_in_table, by_nearness
from radsassistent.answers.figures.values import SURE_ROW, is_count_of_money, table_answer
from radsassistent.answers.figures.words import fitting, terms_of
from radsassistent.answers.text.form import has_form
from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.numbers import number, numbers
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.tells import FEWEST

# A row's name of so many words says something.
A_SENTENCE = 7
# So many letters that a word of the question and one of the row's name begin with are enough to doubt that it is a guess.
_BEGINNING = 3
_DEVELOPMENT = re.compile(r"\b\w*utvikl\w*|\bdevelopment\b", re.IGNORECASE)
# What the things that are counted are of.
_OF = re.compile(
    r"\b(?:gjaldt|gjelder|gjeld|galdt|om|concern(?:ed|s)?|about)\s+(?P<what>[a-zæøå]{4,})\b", re.IGNORECASE
)


def likely_row(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What the best row tells; None where a number is asked for, a word of the question is told by nothing of its table, and none
    calls the row: then it is a guess between rows.
    """
    if (draft := _in_words(query, hits, corpus) or extreme_of_likely_table(query, hits, corpus)) is not None:
        return draft
    draft = table_answer(query, hits, corpus)
    if draft is None or draft.abstained or query.wanted is not Wanted.NUMBER or query.of_told:
        return draft
    told = [s.passage for said in draft.statements for s in said.support if s.passage.kind is PassageKind.TABLE_ROW]
    return None if len({passage.id for passage in told}) == 1 and _is_guess(query, Row(told[0]), corpus) else draft


def likely_total(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The row of sums, where a sum is asked for and that row is likelier than all else together; None where a change is asked
    for, or which line is most of something.
    """
    first = next(iter(hits), None)
    if first is None or Cue.TOTAL not in query.cues or first.chance < SURE_ROW or len(corpus.passages) < FEWEST:
        return None
    # What the development of something costs is no change.
    if compares(replace(query, text=_DEVELOPMENT.sub(" ", query.text))) or WHICH_KIND.search(query.asked):
        return None
    is_sum = first.passage.kind is PassageKind.TABLE_ROW and corpus.is_total(first.passage)
    return told_anyhow(query, first.passage, corpus) if is_sum else None


def _in_words(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The first row, where it has no figure and its name is a sentence: "Drift av fyret dekkes av brukerne"."""
    first = hits[0].passage
    if first.kind is not PassageKind.TABLE_ROW or any(first.data["values"]) or not has_form(query, first, corpus):
        return None
    label = str(first.data["label"])
    if len(label.split()) < A_SENTENCE:
        return None
    under = [str(each) for each in first.data["under"][-1:]]
    return Draft((statement(": ".join((*under, label)), first, label),))


def surest_row(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Passage | None:
    """The first row, where it is so likely that it is told though no rule finds in its words what is asked.

    At half of the probability and more, of the questions by nine writers and about eight councils that nothing has learnt from, 9
    were then answered right that had not been, none wrong that had been right, and 2 are wrong instead of not answered; over all
    the councils 58, 12 and 20. Not in an archive smaller than those that it was measured in.
    """
    first = next(iter(hits), None)
    is_sure = first is not None and first.passage.kind is PassageKind.TABLE_ROW and first.chance >= SURE_ROW
    if first is None or not is_sure or len(corpus.passages) < FEWEST:
        return None
    row = Row(first.passage)
    years = [year for column in row.columns for year in YEAR.findall(column)]
    has_no_such_year = query.years and years and not set(query.years) & set(years)
    return None if has_no_such_year or is_count_of_money(query, row, corpus) else first.passage


def told_anyhow(query: Query, passage: Passage, corpus: Corpus) -> Draft | None:
    """What a row has in the columns of the years asked about, in those that the question names, else in all."""
    row = Row(passage)
    of_years = [column for column in row.columns if any(year in column for year in query.years)]
    named = named_columns(query, row, corpus)
    of_money = money_columns(query, row)
    named = named if not of_money or any(column in of_money for column in named) else of_money
    return told(row, of_years or column_of_form(query, row) or named or row.columns)


def _is_guess(query: Query, row: Row, corpus: Corpus) -> bool:
    if corpus.is_total(row.passage):
        return _is_of_something_unknown(query, corpus)
    if any(pattern.search(query.text) for pattern in (MOST, LEAST, EACH)):
        return False
    rows = rows_of_table(row, corpus)
    asked = as_in_table(query, asked_words(query, query.asked, corpus), rows, corpus)
    asked = by_nearness(query, asked, rows, corpus) or asked
    terms = {term for forms in asked for term in forms}
    columns = frozenset().union(*(terms_of(column, corpus) for column in row.columns))
    cells = " ".join(value for value in row.values if value and number(value) is None)
    own = label_terms(row, corpus) | terms_of(cells, corpus)
    untold = words_untold(query, asked, fitting(terms, own | columns), [row], row.columns, corpus)
    if set(numbers(query.question)) & {value for cell in row.values if (value := number(cell or "")) is not None}:
        # It is called by one of its figures.
        return False
    if not row.is_year and has_year(row.label, query):
        return False
    if row.is_year:
        return bool(asked) and len(untold) == len(asked)
    # "Prisen" asks for money, and may be what a row is called.
    whole = corpus.term_sets(row.passage)[2]
    called = (
        any(Prefix.similarity(term, name) >= _BEGINNING for term in terms for name in own)
        or fitting(terms, own)
        or (whole and whole <= set(query.terms))
    )
    return bool(untold) and not called and len(rows) > 1


def _is_of_something_unknown(query: Query, corpus: Corpus) -> bool:
    """Whether only the part of a sum is asked for that is of something the archive has no word of: "gjaldt solpanel"."""
    of = [match["what"] for match in _OF.finditer(query.asked)]
    return any(not any(corpus.lexical.has(term) for term in corpus.asked(what)) for what in of)
