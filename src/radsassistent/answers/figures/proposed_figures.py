"""The figure that is proposed of something by the column of proposals in a table: "hva ble foreslått som bruavgift?"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from radsassistent.answers.decisions.proposal_points import PROPOSES
from radsassistent.answers.draft import Draft
from radsassistent.answers.figures.resolution import asked_words, tables_meant, words_untold
from radsassistent.answers.figures.rows import Row, told
from radsassistent.answers.figures.rows_meant import rows_called
from radsassistent.answers.figures.words import AskedWords, is_amount
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query

_PROPOSED = re.compile(r"forslag|foreslått|føreslått|framlegg|innstilling|innstilt|propos", re.IGNORECASE)
# Asks for the proposal to decide on as a whole.
_OF_RECORD = re.compile(r"\b(?:vedtak\w*|sak\w*|punkt\w*|case|item)\b", re.IGNORECASE)


def proposed_figure(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What the one table with a single column of proposals has there for the row that a question calls; None where a word of it
    is told by nothing of that table.
    """
    if not PROPOSES.search(query.asked) or Cue.DECIDED in query.cues or _OF_RECORD.search(query.asked):
        return None
    if query.people or query.slides or query.unknown_names:
        return None
    by_word = asked_words(query, PROPOSES.sub(" ", query.asked), corpus)
    asked = {term: weight for forms in by_word for term, weight in forms.items()}
    found = [row for rows in tables_meant(query, corpus) if (row := _called(query, asked, by_word, rows, corpus))]
    return told(*found[0]) if len(found) == 1 else None


def _called(
    query: Query, asked: Mapping[str, float], by_word: AskedWords, rows: Sequence[Row], corpus: Corpus
) -> tuple[Row, list[str]] | None:
    """The one row of a table that is called, with its column of proposals, where both tell every word."""
    columns = [column for column in rows[0].columns if _PROPOSED.search(column)]
    if len(columns) != 1 or any(year not in columns[0] for year in query.years):
        return None
    meant = rows_called(query, asked, rows, corpus)
    if len(meant) != 1 or not is_amount(meant[0][0].value(columns[0]) or ""):
        return None
    row, own = meant[0]
    return (row, columns) if not words_untold(query, by_word, own, [row], columns, corpus) else None
