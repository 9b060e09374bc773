"""Another cell of the table row just told: "hvem har ansvaret?" – "og når er fristen?"."""

from __future__ import annotations

from collections.abc import Sequence

from radsassistent.answers.draft import Draft, Statement
from radsassistent.answers.table_comparison import EACH, LEAST, MOST, column_of_form, named_rows
from radsassistent.answers.table_rows import Row, told
from radsassistent.search.corpus import Corpus
from radsassistent.search.figures import Figure, own_words, reckons
from radsassistent.search.terms import begins_alike
from radsassistent.search.understand import understand

# A list of more rows than this is not spoken of row by row.
MOST_ROWS = 3
# A question of more words than this has a subject of its own.
MOST_WORDS = 8


def of_told_rows(question: str, figures: Sequence[Figure], corpus: Corpus) -> Draft | None:
    """The cell of each row just told in the one other column that a question asks for.

    It asks for a column by its name, or by what it wants (who, when, money) where only one column tells that. None where the
    question speaks of anything that the rows' slide does not, asks for the most, the least, a sum or each of them, names a
    year or another row, or may mean several columns.
    """
    rows = list({figure.passage.id: Row(figure.passage) for figure in figures}.values())
    if not 0 < len(rows) <= MOST_ROWS or len(question.split()) > MOST_WORDS:
        return None
    if reckons(question) or MOST.search(question) or LEAST.search(question) or EACH.search(question):
        return None
    query = understand(question, corpus)
    if query.years or query.cases or query.people or query.unknown_names or named_rows(query, rows[0], corpus):
        return None
    asked = [set(corpus.asked(word)) for word in own_words(question)]
    statements: list[Statement] = []
    for row in rows:
        said = {figure.column for figure in figures if figure.passage.id == row.passage.id}
        slide = corpus.slide_terms(row.passage)
        if not all(forms & slide or any(begins_alike(form, slide) for form in forms) for forms in asked):
            return None
        named = [column for column in row.columns if _names(asked, column, corpus)]
        columns = [column for column in named or column_of_form(query, row) if column not in said]
        draft = told(row, columns) if len(columns) == 1 and row.value(columns[0]) else None
        if draft is None:
            return None
        statements += draft.statements
    return Draft(tuple(statements))


def _names(asked: Sequence[set[str]], column: str, corpus: Corpus) -> bool:
    """Whether a question has a word of a column's name."""
    own = set(corpus.terms(column))
    return any(forms & own or any(begins_alike(form, own) for form in forms) for forms in asked)
