"""A row told whole where it is not certain which of its columns is asked for."""

from __future__ import annotations

from radsassistent.answers.draft import Draft
from radsassistent.answers.figures.columns import column_terms
from radsassistent.answers.figures.comparison import EACH, LEAST, MOST
from radsassistent.answers.figures.resolution import asked_words, words_untold
from radsassistent.answers.figures.rows import Row, columns_lettered, rows_of_table, told
from radsassistent.answers.figures.rows_meant import label_terms
from radsassistent.answers.figures.table_words import as_in_table, by_nearness
from radsassistent.answers.figures.words import fitting, terms_of
from radsassistent.archive import PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.query import Query
from radsassistent.search.terms import is_english

# A row of more columns than this is a line to search in, no answer.
_MOST_COLUMNS = 6
# So many words of its name say which column is meant.
_NAMED = 2


def whole_row(query: Query, draft: Draft, corpus: Corpus) -> Draft:
    """The draft; where it tells one cell of a row and some word of the question is told by none of the row, the column and their
    slide, it may be another column that is meant, in other words: then all of the row.

    "Hvor mange i Brekkdal fikk ja på søknaden?": Søknader: 109, Innvilget: 75, Avslag: 34.
    """
    if len(draft.statements) != 1 or draft.abstained or draft.statements[0].computed:
        return draft
    if any(pattern.search(query.text) for pattern in (MOST, LEAST, EACH)) or is_english(query.text):
        # The column of the most is settled by what there is most of; English words are those of no column.
        return draft
    support = draft.statements[0].support
    if not support or any(each.passage != support[0].passage for each in support):
        return draft
    passage = support[0].passage
    if passage.kind is not PassageKind.TABLE_ROW:
        return draft
    row, said = Row(passage), draft.statements[0].text
    filled = [column for column in row.columns if row.value(column)]
    shown = [column for column in filled if column in said]
    if not shown or len(shown) == len(filled) or len(filled) > _MOST_COLUMNS:
        return draft
    if any(year in column for year in query.years for column in row.columns) or _is_named(query, row, shown, corpus):
        return draft
    if not _words_left(query, row, shown, corpus):
        return draft
    whole = told(row, filled)
    return draft if whole is None or whole.abstained else whole


def _is_named(query: Query, row: Row, columns: list[str], corpus: Corpus) -> bool:
    """Whether a question has several words of a column that is told, or its letter: then it is that one."""
    asked = set(corpus.asked(query.asked))
    if lettered := columns_lettered(query, row):
        return lettered == columns
    return any(len(fitting(asked, terms_of(column, corpus))) >= _NAMED for column in columns)


def _words_left(query: Query, row: Row, columns: list[str], corpus: Corpus) -> bool:
    rows = rows_of_table(row, corpus)
    asked = as_in_table(query, asked_words(query, query.asked, corpus), rows, corpus)
    asked = by_nearness(query, asked, rows, corpus) or asked
    terms = {term for forms in asked for term in forms}
    own = frozenset[str]().union(label_terms(row, corpus), *(column_terms(column, row, corpus) for column in columns))
    return bool(words_untold(query, asked, fitting(terms, own), [row], columns, corpus))
