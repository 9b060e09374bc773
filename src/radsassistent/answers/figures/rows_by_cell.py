"""Which rows of a table are of a kind that one of its columns tells: what is delayed, not begun, of high risk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from radsassistent.answers.draft import Draft
from radsassistent.answers.figures.comparison import LEAST, MOST, in_turn
from radsassistent.answers.figures.resolution import tables_meant
from radsassistent.answers.figures.rows import YEAR, Row
from radsassistent.answers.figures.words import SAID, context_terms, fitting, measures
from radsassistent.documents.numbers import number
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue, cues
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.terms import stem, terms

_WHICH = re.compile(
    r"\b(?:hvilke[nt]?|hvem|kven|who|kva\s+for|kva(?=\s+\w+\s+(?:er|har|står|ligg))|hva(?=\s+(?:er|som)\b)|which|what\s+(?:is|are|has|have))\b|^(?:er|har)\s+(?:noen|noe|nokon|noko)\b",
    re.IGNORECASE,
)
# "Gi meg en kort liste over søkerne som …" asks which they are.
_LIST_OF = re.compile(
    r"^\W*(?:(?:kan|could|can)\s+(?:du|you)\s+)?(?:(?:gi|gje|give)\s+(?:meg|oss|me|us)|lag\w*|nevn|nemn|vis\w*|list\w*(?:\s+opp)?|show)\s+"
    r"(?:(?:en|ei|ein|et|eit|a|the)\s+)?(?:(?:kort\w*|short|enkel|full\w*|samlet)\s+)?(?:\w*(?:list(?:e|a|en)|oversikt(?:en|a)?|list)\s+(?:over|med|of)\s+)?"
    r"(?:(?:navn\w*|namn\w*|names?)\s+(?:på|of)\s+)?",
    re.IGNORECASE,
)
# Who is of a kind is told by a column of kinds alone, not by one that names others.
_WHO = re.compile(r"^\W*(?:hvem|kven|who)\b", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:ikk(?:j)?e|ingen|inga|ingenting|uten|utan|not|nobody|no\s+one|none)\b", re.IGNORECASE)
# What columns of such kinds are called.
_OF_KINDS = re.compile(
    r"status|innstilling|tilråding|utfall|tilstand|stand|nivå|sannsynlig|sannsynleg|konsekvens|følge|følgje|risiko(?!ei[eg])|\bsyn\b|holdning|haldning|standpunkt|vurdering|framdrift|fremdrift|prioritet|farge|type|level|state|colou?r",
    re.IGNORECASE,
)
# Words for how far something has come, by the word that tables mostly have.
_SAME = {
    stem(word): stem(meant)
    for meant, words in {
        "startet": "begynt begynte byrja byrjet påbegynt starta igangsatt igangsett started begun",
        "utført": "ferdig ferdige gjort gjennomført fullført utførte done completed finished",
        "forsinket": "forsinka forseinka etterskudd forsinkede delayed late",
        "rute": "skjema planen track",
        "rød": "rødt røde raud raudt raude red",
        "gul": "gult gule yellow",
        "grønn": "grønt grønne grøn grønt grøne green",
    }.items()
    for word in words.split()
}
_KINDS = frozenset(
    stem(word)
    for word in (
        "oppgave oppgaver oppgåve oppgåver punkt punkter ting tiltak sak saker saken lista listen liste list statuslista "
        "statuslisten ennå enno noen nokon har er som fortsatt framleis enda tasks task items begge både fått hvem ikke "
        "ikkje ingen inga ingenting not none nobody lys lyset light"
    ).split()
)
# More rows of a kind than this are no answer to read.
_MOST_ROWS = 10


def rows_by_cell(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The rows of the one table that has a column with the very value that a question asks which rows are of; None where the
    question says anything that neither the value, nor the column, nor the table's slide tells.
    """
    query = replace(query, asked=_LIST_OF.sub("hvilke ", query.asked))
    if not _WHICH.search(query.asked) or query.people or query.years or query.slides or query.unknown_names:
        return None
    if MOST.search(query.asked) or LEAST.search(query.asked) or query.cues & {Cue.DEBATE, Cue.WHY}:
        return None
    negated = _NEGATED.search(query.asked) is not None
    found = [
        (rows, column)
        for table in tables_meant(query, corpus)
        for column in table[0].columns
        if _OF_KINDS.search(column) or not _WHO.search(query.asked)
        for asked in _asked_of(column, query, corpus)
        if (rows := _of_kind(asked, table, column, negated, corpus))
        # What is decided or proposed is asked for by more than what a cell says.
        and not (query.cues - cues(f"{column} {rows[0].value(column)}")) & {Cue.DECIDED, Cue.PROPOSAL}
    ]
    if len(found) > 1:
        # Of several columns with that value the one that the question calls by name is meant: "grønne på kvalitet".
        asked = set(corpus.weights(query.asked))
        found = [(rows, column) for rows, column in found if asked & set(corpus.terms(column))]
    return in_turn(*found[0]) if len(found) == 1 and len(found[0][0]) <= _MOST_ROWS else None


def _asked_of(column: str, query: Query, corpus: Corpus) -> list[set[str]]:
    """The telling terms of a question, and those without the words that ask for a column: "penger" for «Økonomi»."""
    text = query.asked
    for asked, called in measures(query):
        if called.search(column):
            text = asked.sub(" ", text)
    found = (_same(corpus.weights(each)) for each in dict.fromkeys((query.asked, text)))
    return [{term for term in said if term not in _KINDS | SAID and not term.isdigit()} for said in found]


def _of_kind(asked: Set[str], table: Sequence[Row], column: str, negated: bool, corpus: Corpus) -> list[Row]:
    """The rows whose cell in a column is the value that the terms asked for have, if all these are told."""
    values = [value for row in table if (value := row.value(column))]
    if YEAR.search(column):
        return []
    if not (_OF_KINDS.search(column) or len(set(values)) < len(values)):
        return []
    for value in dict.fromkeys(values):
        own = set(_same(terms(value)))
        # Beside figures stand the words for what has none: "Avslag".
        if (
            not own
            or number(value) is not None
            or (_NEGATED.search(value) is not None) is not negated
            or own - fitting(own, asked)
        ):
            continue
        told = own | set(corpus.terms(column)) | context_terms(table[0], corpus)
        if not asked - fitting(asked, told):
            return [row for row in table if row.value(column) == value]
    return []


def _same(found: Iterable[str]) -> list[str]:
    return [_SAME.get(term, term) for term in found]
