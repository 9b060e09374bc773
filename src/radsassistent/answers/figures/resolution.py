"""Which row of which table a question means, and which of its columns, where every word of it is told by them.

A row is meant by a word that no other row of its table has, by its letter, its year or month, or by what stands in one of its
cells; a column by a word of its name or by the measure asked for. What is then left of the question must stand on the table's
slide or in its case; of a table among the likeliest one word may be left over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from radsassistent.answers.decisions.proposal_facts import in_scope
from radsassistent.answers.draft import Draft
from radsassistent.answers.figures.columns import (
    column_terms,
    columns_meant,
    columns_named,
    cues_of_table,
    is_money,
    of_money,
)
from radsassistent.answers.figures.comparison import EACH, LEAST, MOST
from radsassistent.answers.figures.periods import of_period, period_terms, periods
from radsassistent.answers.figures.rows import COUNTED, Row, as_nouns, columns_lettered, told
from radsassistent.answers.figures.rows_meant import label_terms, rows_called, rows_meant
from radsassistent.answers.figures.table_words import as_in_table, by_nearness
from radsassistent.answers.figures.values import counts
from radsassistent.answers.figures.words import (
    COMPARED,
    MONEY,
    OF_NO_COLOUR,
    PERIOD_END,
    SAID,
    AskedWords,
    case_terms,
    columns_of_colours,
    context_terms,
    fitting,
    is_amount,
    is_colour,
    is_time,
    lacks_demanded,
    measures,
    of_a_kind,
    said_in_case,
    same_words,
    tells_of_else,
    terms_of,
    titled_terms,
    without_measures,
)
from radsassistent.answers.text.form import ASKS_SHARE
from radsassistent.archive import PassageKind
from radsassistent.documents.letters import CAPITAL
from radsassistent.search.asked import counted_thing
from radsassistent.search.corpus import TOTAL_LABEL, Corpus, SlideKey
from radsassistent.search.cues import Cue
from radsassistent.search.english import norwegian_terms
from radsassistent.search.hit import Hit
from radsassistent.search.passage_facts import WITHOUT
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import is_english, stem, terms, words

# What is asked of more than one cell's place, or of something else than tables.
_BEYOND = frozenset({
    Cue.PROPOSAL, Cue.DECIDED, Cue.DEBATE, Cue.WHY, Cue.WHICH_CASE, Cue.CHANGE, Cue.LEADER, Cue.CLOCK,
})  # fmt: skip
_MOST_ROWS = 2
# Said of the answer, not of what it is to tell.
ASKED_BY_ITSELF = re.compile(
    rf"\b(?:samm?enlig(?:n|ne|net)|samanlikn\w*|ekstra|compare|respektive|(?:på\s+grunn|som\s+følge|som\s+følgje)\s+av|grunnet|takket\s+være|"
    rf"because\s+of|due\s+to)\b|{PERIOD_END.pattern}",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\([^)]*\)")
# A table of one of so many of the likeliest slides may leave so many words of a question untold.
_NEAREST = 3
_MOST_UNTOLD = 1
# What a title of a table over several slides ends with.
_PART = re.compile(
    r"\s*[(\[]?\s*(?:del\s+\d|\d+\s*(?:av|/|of)\s*\d+|forts\w*\.?|framh\w*\.?|cont\w*\.?)\s*[)\]]?\s*$", re.IGNORECASE
)
# "The mayor's", "their": whose it is stands in no table.
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b|\b(?:their|its|our|your)\b", re.IGNORECASE)
# "Hvor mye er lønn endret": where a column says so.
_CHANGED = re.compile(r"\b(?:endret|endra|justert|changed)\b", re.IGNORECASE)
_OF_CHANGE = re.compile(r"(?:endring|differanse|change)", re.IGNORECASE)
_IN_THE_END = re.compile(
    r"\b(?:til\s+slutt|til\s+sjuende\s+og\s+sist|endte|enda\s+(?:opp|med)|endelige?|endeleg|faktiske?|in\s+the\s+end|end(?:ed)?\s+up)\b",
    re.IGNORECASE,
)
_SUM = re.compile(r"\bsum(?:men)?\b", re.IGNORECASE)
_HOW_MUCH = re.compile(r"\b(?:hvor\s+mye|kor\s+mykje|how\s+much)\b", re.IGNORECASE)
_CAPITAL = re.compile(rf"\b{CAPITAL}[\w-]+")


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
    told_of_change = ASKED_BY_ITSELF.search(query.asked) or _CHANGED.search(query.asked)
    beyond = cues_of_table(query, corpus) & _BEYOND - ({Cue.CHANGE} if told_of_change else set())
    if beyond or query.people or query.slides or query.unknown_names:
        return None
    if any(words.search(query.text) for words in (MOST, LEAST)) or EACH.search(query.asked):
        return None
    nearest = nearest_slides(hits)
    by_word = asked_words(query, _IN_THE_END.sub(" ", query.asked), corpus)
    found = [
        each
        for rows in tables_meant(query, corpus)
        if (each := _of_table(query, by_word, rows, nearest, corpus)) is not None
    ]
    if not found:
        found = [
            each
            for rows in tables_meant(query, corpus)
            if (rows[0].passage.sha256, rows[0].passage.slide) in nearest
            and (by_name := by_nearness(query, by_word, rows, corpus)) is not None
            and (each := _of_table(query, by_name, rows, nearest, corpus)) is not None
        ]
    if _IN_THE_END.search(query.asked):
        # What something came to is told after what it was thought to come to.
        newest = max((each.rows[0].passage.meeting for each in found), default="")
        found = [each for each in found if each.rows[0].passage.meeting == newest]
    found.sort(key=lambda each: (each.score, each.named), reverse=True)
    if not found or (len(found) > 1 and (found[1].score, found[1].named) == (found[0].score, found[0].named)):
        return None
    best = found[0]
    if ASKS_SHARE.search(query.text) and any(_has_only_other_shares(row, best.columns) for row in best.rows):
        return None
    drafts = [told(row, list(best.columns)) for row in best.rows]
    said = tuple(each for draft in drafts if draft is not None and not draft.abstained for each in draft.statements)
    return Draft(said) if said else None


def _has_only_other_shares(row: Row, columns: Sequence[str]) -> bool:
    """Whether a row has shares, but none in these columns: of what is a share the words of a question may name a column, too."""
    return any(map(row.has_share, row.columns)) and not any(map(row.has_share, columns))


def nearest_slides(hits: Sequence[Hit]) -> Set[SlideKey]:
    """The likeliest slides, as a search found them."""
    found = dict.fromkeys((hit.passage.sha256, hit.passage.slide) for hit in hits)
    return set(list(found)[:_NEAREST])


def tables_meant(query: Query, corpus: Corpus, *, figures: bool = False) -> list[list[Row]]:
    """The rows of each table of the meetings and cases that a question names, of all where it names none; one that goes on over
    several slides ("1 av 2") is one table. With `figures` also those of figures that stand by themselves.
    """
    known: list[list[Row]] | None = corpus.kept.get(("tables", figures))
    if known is None:
        known = corpus.kept["tables", figures] = _tables(corpus, figures=figures)
    if not query.meetings and not query.cases:
        return known
    in_cases = (
        [row for row in rows if not query.cases or row.passage.case in query.cases]
        for rows in known
        if in_scope(rows[0].passage, query)
    )
    return [rows for rows in in_cases if rows]


def _tables(corpus: Corpus, *, figures: bool) -> list[list[Row]]:
    tables: dict[tuple[str, str, object, tuple[str, ...]], list[Row]] = {}
    for passage in (*corpus.of_kind(PassageKind.TABLE_ROW), *(corpus.figure_rows if figures else ())):
        title = str(passage.data["title"])
        part_of = _PART.sub("", title) if _PART.search(title) else (passage.slide, passage.data["table"])
        # Of a table on one slide each row may be of a case of its own.
        of_case = passage.case or "" if isinstance(part_of, str) else ""
        key = (passage.sha256, of_case, part_of, tuple(passage.data["columns"]))
        tables.setdefault(key, []).append(Row(passage))
    return list(tables.values())


def _of_table(
    query: Query, by_word: AskedWords, rows: Sequence[Row], nearest: Set[SlideKey], corpus: Corpus
) -> _Found | None:
    if is_of_else(query, by_word, rows, nearest, corpus):
        return None
    by_word = as_in_table(query, by_word, rows, corpus)
    asked = {term: weight for forms in by_word for term, weight in forms.items()}
    meant = rows_meant(query, asked, rows, corpus)
    if not meant and query.text != query.asked:
        # What goes on from another question is about its row: "… i Brattnes, og hvor mange skal bruke systemet der?".
        whole = {term: weight for forms in asked_words(query, query.text, corpus) for term, weight in forms.items()}
        meant = rows_called(query, whole, rows, corpus)
    if not 0 < len(meant) <= _MOST_ROWS:
        return None
    if _SUM.search(query.asked) and not any(corpus.is_total(row.passage) for row, _ in meant):
        # "Summen av …" is told by a row of it, where the table has one.
        meant = [] if any(TOTAL_LABEL.match(each.label) for each in rows) else meant
    if not meant:
        return None
    row = meant[0][0]
    of_rows = set().union(*(own for _, own in meant))
    named = {c: fitting(asked, column_terms(c, row, corpus)) - of_rows for c in row.columns}
    for column in columns_lettered(query, row):
        named[column] = {column.lower()}
    columns = columns_meant(query, row, named, rows, corpus)
    if columns is None or _is_changed_to(query, columns) or not _is_money_asked_for(query, row, rows, columns):
        return None
    by_name = columns_named(query, row, named, rows, corpus) or [c for c in columns if TOTAL_LABEL.match(c)]
    by_label = of_rows & label_terms(row, corpus)
    if not _answers(query, meant, columns, by_name=by_name) or not (by_label or by_name or len(row.columns) == 1):
        return None
    few = len(columns) < len(row.columns) or len(row.columns) == 1
    told_terms = of_rows | set().union(*(named[column] for column in columns))
    untold = words_untold(query, by_word, told_terms, [each for each, _ in meant], columns, corpus)
    # What leaves a word untold names row and column by words of their own.
    called = any(named[c] or any(m.search(_BRACKETS.sub(" ", c)) for _, m in measures(query)) for c in by_name)
    sure = (
        (called or Cue.TOTAL in query.cues or Cue.SHARE in query.cues)
        and (by_label or row.is_year or of_period(query, rows))
        and len(query.years) <= 1
    )
    of_others = not by_label and bool(of_rows) and _is_of_other_rows(by_word, row, rows, columns, corpus)
    if of_others or (untold and not (few and sure and may_be_left(query, untold, rows, nearest, corpus))):
        return None
    if tells_of_else(query, row, rows, corpus):
        return None
    return _Found(
        tuple(each for each, _ in meant),
        tuple(columns),
        sum(asked.get(term, 0.0) for term in told_terms),
        (not untold, bool(query.years or by_name), few),
    )


def _is_of_other_rows(
    by_word: AskedWords, row: Row, rows: Sequence[Row], columns: Sequence[str], corpus: Corpus
) -> bool:
    """Whether a word of a question is told by nothing but other rows than the one that has another of its words in a cell: what
    the lighthouse service owns is no share of the municipalities, of which another row speaks.
    """
    passage = row.passage
    cells = " ".join(value for value in row.values if value)
    about = titled_terms(row, corpus) | case_terms(passage, corpus) | terms_of(" ".join((cells, *columns)), corpus)
    beside = (unit for unit in corpus.of_kind(PassageKind.UNIT) if unit.sha256 == passage.sha256)
    about |= frozenset(term for unit in beside if unit.slide == passage.slide for term in corpus.terms(unit.text))
    others = terms_of(" ".join(each.passage.text for each in rows if each is not row), corpus)
    return any(not fitting(forms, about) and forms.keys() & others for forms in by_word)


def _is_money_asked_for(query: Query, row: Row, rows: Sequence[Row], columns: Sequence[str]) -> bool:
    """Whether columns are of money where that is asked for, or say by a colour how it stands with it."""
    data = row.passage.data
    whole = MONEY[1].search(f"{data['caption']} {data['title']}") is not None
    of_whole = whole and all(is_amount(row.value(column) or "") for column in columns)
    return MONEY not in measures(query) or of_money(row, columns) or of_whole or bool(columns_of_colours(query, rows))


def _is_changed_to(query: Query, columns: Sequence[str]) -> bool:
    """Whether it is asked how much something is changed, and columns have what it is changed to."""
    asks = Cue.CHANGE in query.cues and _CHANGED.search(query.asked) and not ASKED_BY_ITSELF.search(query.asked)
    return bool(asks) and not all(map(_OF_CHANGE.match, columns))


def _answers(
    query: Query, meant: Sequence[tuple[Row, Set[str]]], columns: Sequence[str], *, by_name: Sequence[str]
) -> bool:
    """Whether cells are of the form that a question demands: who, when, a share, a length; and not what it asks by."""
    row, own = meant[0]
    cells = [value for column in columns if (value := row.value(column))]
    without = WITHOUT.search(query.asked)
    if without is not None and not any(without[0].lower() in column.lower() for column in columns):
        return False
    if COMPARED.search(query.asked) and len(cells) > 1:
        return False
    if _HOW_MUCH.search(query.asked) and Cue.SHARE not in query.cues and counts(row):
        return False
    # "Kostnad: Gul" is no cost.
    coloured = query.wanted in OF_NO_COLOUR and bool(cells) and all(map(is_colour, cells))
    if (
        coloured
        or lacks_demanded(query, columns)
        or (query.wanted is Wanted.PERSON and not (by_name and not any(map(is_amount, cells))))
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


def is_of_else(query: Query, by_word: AskedWords, rows: Sequence[Row], nearest: Set[SlideKey], corpus: Corpus) -> bool:
    """Whether a table can be left out at once: it is not among the likeliest, and nothing of its slide, its case or itself tells
    one of a question's words.
    """
    passage = rows[0].passage
    if (passage.sha256, passage.slide) in nearest or periods(query.asked):
        return False
    key = ("words of table", passage.id)
    known: tuple[frozenset[str], frozenset[str], bool] | None = corpus.kept.get(key)
    if known is None:
        data = passage.data
        names = " ".join((str(data["title"]), str(data["caption"]), *rows[0].columns, *(each.label for each in rows)))
        cells = " ".join(value for row in rows for value in row.values if value)
        told = context_terms(rows[0], corpus) | terms_of(f"{names} {cells}", corpus)
        told |= frozenset(term for column in rows[0].columns for term in column_terms(column, rows[0], corpus))
        under = " ".join(above for row in rows for above in row.passage.data["under"])
        told |= terms_of(under, corpus)
        short = any(row.label.isupper() for row in rows)
        known = corpus.kept[key] = told, frozenset(terms(names)), short
    told, of_table, short = known
    return not short and any(
        told.isdisjoint(forms)
        and not fitting(forms, told)
        and not any(of_a_kind(term, of_table, of_table) for term in forms)
        for forms in by_word
    )


def words_untold(
    query: Query,
    by_word: AskedWords,
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
    return [forms for forms in untold if not any(of_a_kind(term, of_table, of_rows) for term in forms)]


def may_be_left(
    query: Query,
    untold: Sequence[Mapping[str, float]],
    rows: Sequence[Row],
    nearest: Set[SlideKey],
    corpus: Corpus,
) -> bool:
    """Whether words that a table's slide does not tell may still be asked of it: it is among the likeliest, what another slide of
    its case speaks of counts for nothing, and what else is left is one word, no name and nothing counted that no document has.
    """
    passage = rows[0].passage
    # In English a verb may stand there: "how many dropped out".
    counted = None if is_english(query.text) else counted_thing(query)
    if (passage.sha256, passage.slide) not in nearest or (counted is not None and not corpus.lexical.alike(counted)):
        return False
    of_case = said_in_case(passage, corpus)
    names = {stem(name.lower()) for name in _CAPITAL.findall(query.asked)}
    left = [forms for forms in untold if not fitting(forms, of_case)]
    return len(left) <= _MOST_UNTOLD and not any(names & forms.keys() for forms in untold)


def asked_words(query: Query, question: str, corpus: Corpus) -> list[Mapping[str, float]]:
    """What each telling word of a question, and each part of a compound that the archive lacks, may be in the archive's words,
    weighted.
    """
    text = ASKED_BY_ITSELF.sub(" ", COUNTED.sub(" ", without_measures(as_nouns(question))))
    in_english = is_english(query.text)
    by_word: list[Mapping[str, float]] = []
    for word in words(_POSSESSIVE.sub(" ", text) if in_english else text):
        forms, whole = corpus.weights(word, in_english=in_english), stem(word)
        if in_english and forms:
            # A word that one slide has in English may mean what the table calls in Norwegian.
            forms |= {term: max(forms.values()) for term in norwegian_terms(word) if corpus.lexical.has(term)}
        parts = corpus.lexical.compounds.parts(whole)
        if forms and forms.keys() <= set(parts):
            by_word += [{part: weight} for part, weight in forms.items()]
        else:
            # A compound may be known by its beginning as well as by its end: "legemiddelprosjektet" by "legemidler".
            other = [term for term in (whole, *same_words(whole)) if term == whole or corpus.lexical.has(term)]
            by_word.append(forms | dict.fromkeys(other, max(forms.values())) if forms and not in_english else forms)
    told = [{term: w for term, w in forms.items() if term not in SAID and not term.isdigit()} for forms in by_word]
    return [forms for forms in told if forms]
