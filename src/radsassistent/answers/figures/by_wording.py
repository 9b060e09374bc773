"""Rows that the wording alone tells where the search is sure of nothing: the most of the nearest table, one by its whole name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft
from radsassistent.answers.figures.comparison import LEAST, MOST, extreme
from radsassistent.answers.figures.rows import Row
from radsassistent.answers.figures.values import SURE_ROW, counted_in_money, table_answer
from radsassistent.archive import PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted

# So many rows of one table before anything else say that it is the table asked about.
NEAREST_ROWS = 3
_WHICH = re.compile(r"\b(?:hvilke[nt]?|kva(?:\s+for)?|hva\s+for|hvem|kven|which|what|who)\b", re.IGNORECASE)


def extreme_by_wording(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The largest or smallest of the rows of a table that is nearest by several rows, else of the nearest whose slide speaks of
    all that a question is about.
    """
    largest, smallest = MOST.search(query.text), LEAST.search(query.text)
    if bool(largest) == bool(smallest) or not _WHICH.search(query.text) or query.unknown_names or query.people:
        return None
    telling = {term for term in corpus.topic(query.asked) if corpus.lexical.forms(term)}
    nearest = {(hit.passage.kind, hit.passage.slide, hit.passage.data.get("table")) for hit in hits[:NEAREST_ROWS]}
    rows = (hit.passage for hit in hits if hit.passage.kind is PassageKind.TABLE_ROW)
    of_all = (row for row in rows if len(nearest) == 1 or (telling and telling <= corpus.slide_terms(row)))
    found = next(of_all, None)
    if found is None or counted_in_money(query, row := Row(found)):
        return None
    return extreme(query, row, corpus, largest=bool(largest))


def table_by_wording(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Answer what names a row by its whole name and speaks of nothing that the row's table does not."""
    if query.wanted is not Wanted.NUMBER or query.unknown_names:
        return None
    telling = {term for term in corpus.topic(query.asked) if corpus.lexical.forms(term)}
    for hit in hits:
        passage = hit.passage
        if passage.kind is not PassageKind.TABLE_ROW or (corpus.is_total(passage) and not passage.data["values"]):
            continue
        whole, _, label = corpus.term_sets(passage)
        if not label or not label.issubset(query.terms):
            continue
        known = whole.union(twin for term in whole for twin in corpus.lexical.twins(term))
        # What is ranked first by far may be asked for in words that the row has not.
        sure = hit is hits[0] and hit.chance >= SURE_ROW
        if sure or telling <= known:
            return table_answer(query, [hit], corpus)
    return None
