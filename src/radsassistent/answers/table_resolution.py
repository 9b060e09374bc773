"""Which row of which table a question means, and which of its columns, where every word of it is told by them.

A row is meant by a word that no other row of its table has, by its letter, its year or month, or by what stands in one of its
cells; a column by a word of its name or by the measure asked for. What is then left of the question must stand on the table's
slide or in its case; of a table among the likeliest one word may be left over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from rapidfuzz.distance import Postfix, Prefix

from radsassistent.answers.draft import Draft
from radsassistent.answers.proposal_facts import in_scope
from radsassistent.answers.table_comparison import EACH, LEAST, MOST
from radsassistent.answers.table_rows import YEAR, Row, as_nouns, told, unit_of_cell
from radsassistent.answers.table_words import (
    MONEY,
    PERIOD_END,
    SAID,
    columns_of_colours,
    context_terms,
    fitting,
    is_amount,
    is_time,
    lacks_demanded,
    measures,
    of_period,
    period_terms,
    said_in_case,
    said_words,
    tells_of_else,
    without_measures,
)
from radsassistent.archive import PassageKind
from radsassistent.documents.numbers import number
from radsassistent.search.corpus import TOTAL_LABEL, Corpus, SlideKey
from radsassistent.search.cues import Cue
from radsassistent.search.features import WITHOUT
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import is_english, stem, terms, words

# What is asked of more than one cell's place, or of something else than tables.
_BEYOND = frozenset({
    Cue.PROPOSAL, Cue.DECIDED, Cue.DEBATE, Cue.WHY, Cue.WHICH_CASE, Cue.CHANGE, Cue.LEADER, Cue.CLOCK,
})  # fmt: skip
# No more columns than this are told of a row whose columns are not asked for one by one.
_MOST_COLUMNS = 6
_MOST_ROWS = 2
# Rows that are called by a letter or a number before their names, and how a question calls them.
_NUMBERED = re.compile(r"(?P<number>[A-Z]|\d{1,2})(?=[\s.)–:-]|$)")
_COUNTED = re.compile(
    r"\b(?:alternativ|modell|modul|rute|tiltak|variant|fase|sone|trinn|nr\.?|nummer|option|og|eller|and|or)\s+(?P<number>[A-Z]|\d{1,2})(?![\w.,/])"
)
# "Pakke B": a letter alone, but not one that begins a name ("E. coli").
_LETTER = re.compile(r"(?<=\w )(?P<number>[A-Z])(?![\w.,/’'-])")
# Said of the answer, not of what it is to tell.
_ASKED_BY_ITSELF = re.compile(
    rf"\b(?:samm?enlig(?:n|ne|net)|samanlikn\w*|ekstra|compare|respektive)\b|{PERIOD_END.pattern}", re.IGNORECASE
)
# A row is called by so much of its name at least (the share of its words).
_LEAST_OF_LABEL = 0.4
_BRACKETS = re.compile(r"\([^)]*\)")
# Two words are of one kind by so many letters that they begin or end with: "elggjerde" and "viltgjerde".
_SAME_BEGINNING = 6
_SAME_END = 5
# What a word of a row that is named already ends with: "myra" of "Kvernmyra".
_SAME_END_OF_ROW = 3
# A table of one of so many of the likeliest slides may leave so many words of a question untold.
_NEAREST = 3
_MOST_UNTOLD = 1
_CAPITAL = re.compile(r"(?<=\w )[A-ZÆØÅ][\w-]+")
_NUMBERS = re.compile(r"\d{1,2}[.:]\d\d\b")


@dataclass(frozen=True, slots=True)
class _Found:
    """Rows of one table, the columns asked for, whether every word is told, the columns are asked for and they are few, and the
    weight of the words that rows and columns tell.
    """

    rows: tuple[Row, ...]
    columns: tuple[str, ...]
    named: float
    score: tuple[bool, bool, bool]


def row_resolved(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The cells of the one row, or of the two of one table, that a question means; None where a word of it is told by no table,
    where several tables fit as well, or where it asks for the most, a change or a sum.
    """
    beyond = query.cues & _BEYOND - ({Cue.CHANGE} if _ASKED_BY_ITSELF.search(query.asked) else set())
    if beyond or query.people or query.slides or query.unknown_names:
        return None
    if any(words.search(query.asked) for words in (MOST, LEAST, EACH)):
        return None
    nearest = nearest_slides(hits)
    found = [
        each for rows in tables_meant(query, corpus) if (each := _of_table(query, rows, nearest, corpus)) is not None
    ]
    found.sort(key=lambda each: (each.score, each.named), reverse=True)
    if not found or (len(found) > 1 and (found[1].score, found[1].named) == (found[0].score, found[0].named)):
        return None
    best = found[0]
    drafts = [told(row, list(best.columns)) for row in best.rows]
    said = tuple(each for draft in drafts if draft is not None and not draft.abstained for each in draft.statements)
    return Draft(said) if said else None


def nearest_slides(hits: Sequence[Hit]) -> Set[SlideKey]:
    """The likeliest slides, as a search found them."""
    found = dict.fromkeys((hit.passage.sha256, hit.passage.slide) for hit in hits)
    return set(list(found)[:_NEAREST])


def tables_meant(query: Query, corpus: Corpus) -> list[list[Row]]:
    """The rows of each table of the meetings and cases that a question names; of all where it names none."""
    tables: dict[tuple[str, int, int], list[Row]] = {}
    for passage in corpus.of_kind(PassageKind.TABLE_ROW):
        if in_scope(passage, query) and (not query.cases or passage.case in query.cases):
            tables.setdefault((passage.sha256, passage.slide, passage.data["table"]), []).append(Row(passage))
    return list(tables.values())


def _of_table(query: Query, rows: Sequence[Row], nearest: Set[SlideKey], corpus: Corpus) -> _Found | None:
    by_word = asked_words(query, query.asked, corpus)
    asked = {term: weight for forms in by_word for term, weight in forms.items()}
    meant = _rows_meant(query, asked, rows, corpus)
    if not meant and query.text != query.asked:
        # What goes on from another question is about its row: "… i Brattnes, og hvor mange skal bruke systemet der?".
        whole = {term: weight for forms in asked_words(query, query.text, corpus) for term, weight in forms.items()}
        meant = _rows_called(query, whole, rows, corpus)
    if not 0 < len(meant) <= _MOST_ROWS:
        return None
    row = meant[0][0]
    of_rows = set().union(*(own for _, own in meant))
    named = {c: fitting(asked, column_terms(c, row, corpus)) - of_rows for c in row.columns}
    columns = _columns(query, row, named, rows, corpus)
    if columns is None or (MONEY in measures(query) and not _of_money(row, columns)):
        return None
    by_name = columns_named(query, row, named, rows, corpus) or [c for c in columns if TOTAL_LABEL.match(c)]
    by_label = of_rows & _label_terms(row, corpus)
    if not _answers(query, meant, columns, by_name=by_name) or not (by_label or by_name or len(row.columns) == 1):
        return None
    few = len(columns) < len(row.columns) or len(row.columns) == 1
    told_terms = of_rows | set().union(*(named[column] for column in columns))
    untold = words_untold(query, by_word, told_terms, [each for each, _ in meant], columns, corpus)
    # What leaves a word untold names row and column by words of their own.
    sure = by_name and (by_label or of_period(query, rows)) and len(query.years) <= 1
    if untold and not (few and sure and may_be_left(query, untold, rows, nearest, corpus)):
        return None
    if tells_of_else(query, row, rows, corpus):
        return None
    return _Found(
        tuple(each for each, _ in meant),
        tuple(columns),
        sum(asked.get(term, 0.0) for term in told_terms),
        (not untold, bool(query.years or by_name), few),
    )


def _answers(
    query: Query, meant: Sequence[tuple[Row, Set[str]]], columns: Sequence[str], *, by_name: Sequence[str]
) -> bool:
    """Whether cells are of the form that a question demands: who, when, a share, a length; and not what it asks by."""
    row, own = meant[0]
    cells = [value for column in columns if (value := row.value(column))]
    without = WITHOUT.search(query.asked)
    if without is not None and not any(without[0].lower() in column.lower() for column in columns):
        return False
    if lacks_demanded(query, columns) or (
        query.wanted is Wanted.PERSON and not (by_name and not any(map(is_amount, cells)))
    ):
        return False
    if query.wanted is Wanted.TIME and not any(map(is_time, cells)):
        return False
    if Cue.SHARE in query.cues and not any(
        "%" in f"{column} {row.value(column)}" or not is_money(row, column) for column in columns
    ):
        return False
    by_time = not own and (row.is_year or bool(cells and all(map(is_amount, cells))))
    if by_time and not (by_name or query.wanted is Wanted.NUMBER):
        return False
    # The cell that the question names is no answer to it.
    return not own or not all(own <= {stem(word) for word in words(cell)} | set(terms(cell)) for cell in cells)


def words_untold(
    query: Query,
    by_word: Sequence[Mapping[str, float]],
    told_terms: Set[str],
    meant: Sequence[Row],
    columns: Sequence[str],
    corpus: Corpus,
) -> list[Mapping[str, float]]:
    """The words of a question that neither the rows and columns meant, nor their slide, nor their case tell."""
    row, asked = meant[0], {term for forms in by_word for term in forms}
    known = told_terms | fitting(asked - told_terms, context_terms(row, corpus)) | period_terms(query, row)
    untold = [forms for forms in by_word if known.isdisjoint(forms)]
    data = row.passage.data
    of_table = set(
        terms(" ".join((str(data["title"]), str(data["caption"]), *columns, *(each.label for each in meant))))
    )
    of_rows = {term for each in meant for term in terms(each.label)}
    return [forms for forms in untold if not any(_of_a_kind(term, of_table, of_rows) for term in forms)]


def _of_a_kind(term: str, of_table: Set[str], of_rows: Set[str]) -> bool:
    """Whether a word is one of a kind with a word of its table, or is what a word of the row ends with."""
    return any(
        Prefix.similarity(term, own) >= _SAME_BEGINNING or Postfix.similarity(term, own) >= _SAME_END
        for own in of_table
    ) or (len(term) >= _SAME_END_OF_ROW and any(own.endswith(term) for own in of_rows))


def may_be_left(
    query: Query,
    untold: Sequence[Mapping[str, float]],
    rows: Sequence[Row],
    nearest: Set[SlideKey],
    corpus: Corpus,
) -> bool:
    """Whether words that a table's slide does not tell may still be asked of it: it is among the likeliest, what another slide of
    its case speaks of counts for nothing, and what else is left is one word, no name.
    """
    passage = rows[0].passage
    if (passage.sha256, passage.slide) not in nearest:
        return False
    of_case = said_in_case(passage, corpus)
    names = {stem(name.lower()) for name in _CAPITAL.findall(query.asked)}
    left = [forms for forms in untold if not fitting(forms, of_case)]
    return len(left) <= _MOST_UNTOLD and not any(names & forms.keys() for forms in untold)


def asked_words(query: Query, question: str, corpus: Corpus) -> list[Mapping[str, float]]:
    """What each telling word of a question, and each part of a compound that the archive lacks, may be in the archive's words,
    weighted.
    """
    text = _ASKED_BY_ITSELF.sub(" ", _COUNTED.sub(" ", without_measures(as_nouns(question))))
    in_english = is_english(query.text)
    by_word: list[Mapping[str, float]] = []
    for word in words(text):
        forms, whole = corpus.weights(word, in_english=in_english), stem(word)
        parts = corpus.lexical.compounds.parts(whole)
        if forms and forms.keys() <= set(parts):
            by_word += [{part: weight} for part, weight in forms.items()]
        else:
            # A compound may be known by its beginning as well as by its end: "legemiddelprosjektet" by "legemidler".
            by_word.append(forms | {whole: max(forms.values())} if forms and not in_english else forms)
    told = [{term: w for term, w in forms.items() if term not in SAID and not term.isdigit()} for forms in by_word]
    return [forms for forms in told if forms]


def _rows_meant(
    query: Query, asked: Mapping[str, float], rows: Sequence[Row], corpus: Corpus
) -> list[tuple[Row, Set[str]]]:
    """The rows of a table that a question means, each with the terms by which it does."""
    if any(row.is_year for row in rows):
        return [(row, set()) for row in rows if row.is_year and any(year in row.label for year in query.years)]
    if (of_time := of_period(query, rows)) is not None:
        return [(row, set()) for row in of_time]
    return _rows_called(query, asked, rows, corpus) or _rows_with_cell(query, asked, rows, corpus)


def _rows_called(
    query: Query, asked: Mapping[str, float], rows: Sequence[Row], corpus: Corpus
) -> list[tuple[Row, Set[str]]]:
    """The rows that a question calls by name, letter or number."""
    counted = {match["number"] for match in _COUNTED.finditer(query.asked)}
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
        # A row is called by its first word too: "drifte" for "Drift i egen regi".
        begun = [(row, own) for row in rows if (own := fitting(labels[row.label], set(_own_terms(row)[:1])))]
        meant = begun if len(begun) == 1 else []
    # What the table as a whole is called says little of one row of it.
    titled = set(corpus.terms(f"{rows[0].passage.data['title']} {rows[0].passage.data['caption']}"))
    meant = [(row, own) for row, own in meant if own - fitting(own, titled)] or meant
    return [(row, labels[row.label] | own) for row, own in meant]


def _rows_with_cell(
    query: Query, asked: Mapping[str, float], rows: Sequence[Row], corpus: Corpus
) -> list[tuple[Row, Set[str]]]:
    """The one row that has something asked for in a cell of text or a time of the day: "turen 18.20"."""
    labelled = {term for row in rows for term in _label_terms(row, corpus)}
    headed = labelled | {term for column in rows[0].columns for term in corpus.terms(column)}
    found: list[tuple[Row, Set[str]]] = []
    for row in rows:
        cells = {term for value in row.values if value and number(value) is None for term in corpus.terms(value)}
        cells |= {value.strip() for value in row.values if value and _NUMBERS.fullmatch(value.strip())}
        own = set(asked) & cells - headed
        if any(_told_half(value, own, corpus) for value in row.values if value):
            found.append((row, own))
    others = [own for _, own in found]
    unique = [
        (row, own) for row, own in found if own - set().union(*(other for other in others if other is not own), set())
    ]
    return unique if len(unique) == 1 else []


def _covered(row: Row, asked: Set[str], corpus: Corpus) -> float:
    """The share (0 to 1) of the words of what a row is called that a question tells; of a number, of the texts beside it."""
    own = _own_terms(row)
    told = [term for term in own if fitting(asked, {term, *corpus.terms(term)})]
    return len(told) / len(own) if own else 0.0


def _own_terms(row: Row) -> list[str]:
    """The terms of what a row is called, in their order, without numbers of one digit."""
    bare = _BRACKETS.sub(" ", _label_text(row))
    return [term for term in terms(bare) if term not in SAID and (len(term) > 1 or len(bare) == 1)]


def _of_money(row: Row, columns: Sequence[str]) -> bool:
    """Whether some of a row's columns have amounts of money."""
    return any(is_money(row, column) for column in columns)


def is_money(row: Row, column: str) -> bool:
    """Whether a row has an amount of money in a column."""
    named = MONEY[1].search(f"{column} {row.value(column) or ''}")
    return bool(named) or unit_of_cell(row, column) not in ("", "%")


def _told_half(cell: str, own: Set[str], corpus: Corpus) -> bool:
    told = [term for term in terms(cell) if own & {term, *corpus.terms(term)}]
    return len(told) >= _LEAST_OF_LABEL * max(1, len(terms(cell)))


def _columns(
    query: Query, row: Row, named: Mapping[str, Set[str]], rows: Sequence[Row], corpus: Corpus
) -> list[str] | None:
    """The columns asked for: of the years named, by a word of their names, by the measure; else all; None where the table lacks
    what is asked for.
    """
    years = [column for column in row.columns if YEAR.search(column)]
    if years and not query.years and PERIOD_END.search(query.asked):
        return years[-1:]
    sums = [column for column in row.columns if TOTAL_LABEL.match(column) and row.value(column)]
    if Cue.TOTAL in query.cues and not query.years and len(sums) == 1:
        return sums
    told_of_years = set(YEAR.findall(f"{row.label} {row.passage.data['caption']} {row.passage.data['title']}"))
    of_years = [column for column in row.columns if any(year in column for year in query.years)]
    if of_years or (query.years and not (told_of_years & set(query.years))):
        return of_years or None
    chosen = columns_named(query, row, named, rows, corpus) or list(row.columns)
    if query.wanted is Wanted.NUMBER and len(chosen) > 1:
        chosen = [column for column in chosen if is_amount(row.value(column) or "")] or chosen
    return chosen if all(column in years for column in chosen) or len(chosen) <= _MOST_COLUMNS else None


def columns_named(
    query: Query, row: Row, named: Mapping[str, Set[str]], rows: Sequence[Row], corpus: Corpus
) -> list[str]:
    """The columns that a question names by a word that its table is not called by as a whole, by a measure or by its colours."""
    titled = set(corpus.terms(f"{row.passage.data['title']} {row.passage.data['caption']}"))
    said = set(said_words(query.asked))
    by_name = [column for column in row.columns if named[column] or ((own := set(said_words(column))) and own <= said)]
    measured = [column for column in row.columns if any(called.search(column) for _, called in measures(query))]
    if Cue.SHARE in query.cues:
        measured += [column for column in row.columns if "%" in (row.value(column) or "")]
    if colours := columns_of_colours(query, rows):
        measured += colours
    if both := [column for column in by_name if column in measured]:
        return both
    if measured and all(named[column] <= fitting(named[column], titled) for column in by_name):
        return measured
    return [column for column in row.columns if column in by_name or column in measured]


def _told_by_labels(asked: Mapping[str, float], rows: Sequence[Row], corpus: Corpus) -> dict[str, Set[str]]:
    """The terms asked for that each row's name tells; one that stands in some names is told by these alone."""
    own = {row.label: _label_terms(row, corpus) for row in rows}
    standing = {term for term in asked if any(term in terms for terms in own.values())}
    # What the slide or its case says in that very form names no row that only begins or ends alike.
    context = context_terms(rows[0], corpus) | said_in_case(rows[0].passage, corpus)
    asked = {term: weight for term, weight in asked.items() if term in standing or term not in context}
    return {
        label: {term for term in fitting(asked, terms) if term not in standing or term in terms}
        for label, terms in own.items()
    }


def _label_terms(row: Row, corpus: Corpus) -> Set[str]:
    """The terms of what a row is called; of a number also those of the texts beside it."""
    return set(corpus.terms(_label_text(row)))


def _label_text(row: Row) -> str:
    if any(map(str.isalpha, row.label)):
        return row.label
    beside = next((value for value in row.values if value and sum(map(str.isalpha, value)) > len(value) // 2), "")
    return f"{row.label} {beside}"


def column_terms(column: str, row: Row, corpus: Corpus) -> Set[str]:
    """The terms of a column's name, and of what another slide of the case says under that very name ("Alternativ 2")."""
    texts = [column]
    for unit in corpus.of_kind(PassageKind.UNIT):
        same = (unit.sha256, unit.case) == (row.passage.sha256, row.passage.case)
        if same and unit.data["under"][-1:] == [column]:
            texts.append(unit.text)
    return set(corpus.terms(" ".join(texts)))
