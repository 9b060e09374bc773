"""Which rows of a table a question means: by their names, letters or numbers, by the year, quarter or month that they stand for,
or by what stands in one of their cells.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from radsassistent.answers.figures.periods import of_period
from radsassistent.answers.figures.rows import COUNTED, Row
from radsassistent.answers.figures.words import (
    SAID,
    context_terms,
    fitting,
    measures,
    said_in_case,
    terms_of,
    titled_terms,
    without_codes,
)
from radsassistent.documents.numbers import number
from radsassistent.search.corpus import Corpus
from radsassistent.search.query import Query
from radsassistent.search.terms import stem, terms, words

# Rows that are called by a letter or a number before their names.
_NUMBERED = re.compile(r"(?P<number>[A-Z]|\d{1,2})(?=[\s.)–:-]|$)")
# "Pakke B": a letter alone, but not one that begins a name ("E. coli").
_LETTER = re.compile(r"(?<=\w )(?P<number>[A-Z])(?![\w.,/’'-])")
# A row is called by so much of its name at least (the share of its words).
_LEAST_OF_LABEL = 0.4
_BY_AGE = re.compile(r"\b(?:(?P<young>yngste|youngest)|eldste|oldest)\b", re.IGNORECASE)
# "50–54", "50-54 år", "80+", "Under 20 år".
_AGES = re.compile(r"\s*(?:under\s+)?(?P<from>\d{1,3})\s*(?:[-–]\s*\d{1,3}|\+|år\b)", re.IGNORECASE)
# "Under 3 000 innbyggere", "3 000–9 999", "Over 30 000", "30 000 og flere": how large those are of whom a row is.
_BY_SIZE = re.compile(r"\b(?:(?P<small>minste|smallest)|største|biggest|largest)\s+(?P<of>[^\W\d_]{4,})", re.IGNORECASE)
_SIZES = re.compile(
    r"\s*(?P<below>under|inntil|opptil|færre\s+enn|mindre\s+enn|<|less\s+than|fewer\s+than|up\s+to)?\s*(?P<over>over|mer\s+enn|meir\s+enn|minst|>|more\s+than|at\s+least)?\s*"
    r"(?P<from>\d{1,3}(?:[ .\u00a0\u202f]?\d{3})+|\d+)(?P<to>\s*(?:[-–]|til)\s*\d)?(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NUMBERS = re.compile(r"\d{1,2}[.:]\d\d\b")
_BRACKETS = re.compile(r"\([^)]*\)")


def rows_meant(
    query: Query, asked: Mapping[str, float], rows: Sequence[Row], corpus: Corpus
) -> list[tuple[Row, Set[str]]]:
    """The rows of a table that a question means, each with the terms by which it does."""
    if any(row.is_year for row in rows):
        return [(row, set()) for row in rows if row.is_year and any(year in row.label for year in query.years)]
    if (of_time := of_period(query, rows)) is not None:
        return [(row, set()) for row in of_time]
    if (of_edge := _of_age(query, rows) or _of_size(query, rows, corpus)) is not None:
        return [of_edge]
    called = rows_called(query, asked, rows, corpus) or _rows_with_cell(query, asked, rows, corpus)
    return called or _row_of_measure(query, rows)


def _of_age(query: Query, rows: Sequence[Row]) -> tuple[Row, Set[str]] | None:
    """The row of the youngest or the oldest, where a question speaks of them and the rows stand for ages ("50–54")."""
    asked = _BY_AGE.search(query.asked)
    ages = [(int(match["from"]), row) for row in rows if (match := _AGES.match(row.label)) is not None]
    if asked is None or len(ages) < 2:
        return None
    edge = min if asked["young"] else max
    return edge(ages, key=lambda each: each[0])[1], {stem(asked[0].lower())}


def _of_size(query: Query, rows: Sequence[Row], corpus: Corpus) -> tuple[Row, Set[str]] | None:
    """The row of the smallest or the largest, where a question speaks of them and every row but the sums stands for a size of
    what the rows' heading names ("Under 3 000 innbyggere" of "Kommunegruppe").
    """
    asked = _BY_SIZE.search(query.asked)
    parts = [row for row in rows if not corpus.is_total(row.passage)]
    sizes = [(match, row) for row in parts if (match := _SIZES.match(row.label)) is not None and _is_size(match)]
    if asked is None or len(sizes) < 2 or len(sizes) < len(parts):
        return None
    named = f"{rows[0].passage.data.get('heading') or ''} {' '.join(row.label for row in parts)}"
    if not fitting(corpus.weights(asked["of"]), terms_of(named, corpus)):
        return None
    edge = min if asked["small"] else max
    row = edge(sizes, key=lambda each: (number(each[0]["from"]) or 0, not each[0]["below"]))[1]
    return row, {stem(word) for word in words(asked[0])} | set(corpus.weights(asked[0]))


def _is_size(match: re.Match[str]) -> bool:
    """Whether a row is called by a bound or a range, and not by a number of its own."""
    return bool(
        match["below"]
        or match["over"]
        or match["to"]
        or re.search(r"\+|\b(?:og|and|eller|or)\s+(?:flere|fleire|over|mer|meir|more)", match["rest"])
    )


def _row_of_measure(query: Query, rows: Sequence[Row]) -> list[tuple[Row, Set[str]]]:
    """The one row that is the measure asked for, where the columns are what is measured: "når er … ferdig" by "Ferdig"."""
    asked = [called for _, called in measures(query)]
    if any(called.search(column) for called in asked for column in rows[0].columns):
        return []
    found = [row for row in rows if any(called.search(row.label) for called in asked)]
    return [(found[0], set())] if len(found) == 1 < len(rows[0].columns) else []


def rows_called(
    query: Query, asked: Mapping[str, float], rows: Sequence[Row], corpus: Corpus
) -> list[tuple[Row, Set[str]]]:
    """The rows that a question calls by name, letter or number."""
    counted = {match["number"] for match in COUNTED.finditer(query.asked)}
    numbered = {match["number"] for row in rows if (match := _NUMBERED.match(row.label))}
    counted |= {match["number"] for match in _LETTER.finditer(query.asked) if match["number"] in numbered}
    labels = _told_by_labels(asked, rows, corpus)
    meant: list[tuple[Row, Set[str]]] = []
    for row in rows:
        others = set().union(*(terms for label, terms in labels.items() if label != row.label))
        own = labels[row.label] - others
        number = _NUMBERED.match(row.label)
        if counted and number is not None:
            if number["number"] in counted:
                meant.append((row, labels[row.label] | {number["number"].lower()}))
        elif own and _covered(row, labels[row.label], corpus) >= _LEAST_OF_LABEL:
            meant.append((row, own))
    if not meant and not counted:
        # "Brua–Kvernhøl" has no word of its own beside "Sentrum–Brua" and "Kvernhøl–Svartura", but is called by its whole name.
        whole = [row for row in rows if len(_own_terms(row)) > 1 and _covered(row, labels[row.label], corpus) == 1.0]
        meant = [(row, labels[row.label]) for row in whole]
    if not meant and not counted:
        # A row is called by its first word too: "drifte" for "Drift i egen regi".
        begun = [(row, own) for row in rows if (own := fitting(labels[row.label], set(_own_terms(row)[:1])))]
        meant = begun if len(begun) == 1 else []
    # What the table as a whole is called says little of one row of it.
    titled = titled_terms(rows[0], corpus)
    meant = [(row, own) for row, own in meant if own - fitting(own, titled)] or meant
    return [(row, labels[row.label] | own) for row, own in meant]


def _rows_with_cell(
    query: Query, asked: Mapping[str, float], rows: Sequence[Row], corpus: Corpus
) -> list[tuple[Row, Set[str]]]:
    """The one row that has something asked for in a cell of text or a time of the day: "turen 18.20"."""
    labelled = {term for row in rows for term in label_terms(row, corpus)}
    headed = labelled | {term for column in rows[0].columns for term in terms_of(column, corpus)}
    found: list[tuple[Row, Set[str]]] = []
    for row in rows:
        own = asked.keys() & _cell_terms(row, corpus) - headed
        if own and any(_told_half(value, own, corpus) for value in row.values if value):
            found.append((row, own))
    others = [own for _, own in found]
    unique = [
        (row, own) for row, own in found if own - set().union(*(other for other in others if other is not own), set())
    ]
    return unique if len(unique) == 1 else []


def _cell_terms(row: Row, corpus: Corpus) -> frozenset[str]:
    """The terms of a row's cells of text, and its times of the day."""
    key = ("cell terms", row.passage.id)
    known: frozenset[str] | None = corpus.kept.get(key)
    if known is None:
        found = {term for value in row.values if value and number(value) is None for term in terms_of(value, corpus)}
        found |= {value.strip() for value in row.values if value and _NUMBERS.fullmatch(value.strip())}
        known = corpus.kept[key] = frozenset(found)
    return known


def _covered(row: Row, asked: Set[str], corpus: Corpus) -> float:
    """The share (0 to 1) of the words of what a row is called that a question tells; of a number, of the texts beside it."""
    own = _own_terms(row)
    told = [term for term in own if fitting(asked, {term, *terms_of(term, corpus)})]
    told += [term for short in asked for term in corpus.abbreviated_by(short) if term in own and term not in told]
    # The code that numbers a row says nothing beside a whole word of its name: "DP2" of "DP2 Lyskjede i fjellet".
    bare = without_codes(own)
    whole = sum(term in asked for term in bare) / len(bare) if len(bare) < len(own) else 0.0
    return max(whole, len(told) / len(own) if own else 0.0)


def _own_terms(row: Row) -> list[str]:
    """The terms of what a row is called, in their order; numbers only where it has nothing else."""
    bare = _BRACKETS.sub(" ", _label_text(row))
    found = [term for term in terms(bare) if term not in SAID and (len(term) > 1 or len(bare) == 1)]
    # "22 opphøyde gangfelt" is called so by its words.
    return [term for term in found if not term.isdigit()] or found


def _told_half(cell: str, own: Set[str], corpus: Corpus) -> bool:
    told = [term for term in terms(cell) if own & {term, *terms_of(term, corpus)}]
    return len(told) >= _LEAST_OF_LABEL * max(1, len(terms(cell)))


def _told_by_labels(asked: Mapping[str, float], rows: Sequence[Row], corpus: Corpus) -> dict[str, Set[str]]:
    """The terms asked for that each row's name tells; one that stands in some names is told by these alone."""
    own = {row.label: label_terms(row, corpus) for row in rows}
    standing = {term for term in asked if any(term in terms for terms in own.values())}
    # What the slide or its case says in that very form names no row that only begins or ends alike.
    context = context_terms(rows[0], corpus) | said_in_case(rows[0].passage, corpus)
    asked = {term: weight for term, weight in asked.items() if term in standing or term not in context}
    return {
        label: {term for term in fitting(asked, terms) if term not in standing or term in terms}
        for label, terms in own.items()
    }


def label_terms(row: Row, corpus: Corpus) -> Set[str]:
    """The terms of what a row is called; of a number also those of the texts beside it."""
    return terms_of(_label_text(row), corpus)


def _label_text(row: Row) -> str:
    if any(map(str.isalpha, row.label)):
        return row.label
    beside = next((value for value in row.values if value and sum(map(str.isalpha, value)) > len(value) // 2), "")
    return f"{row.label} {beside}"
