"""Which row of which table has most or least of what a question asks for, where every word of it is told by that table."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from decimal import Decimal

from radsassistent.answers.draft import Draft
from radsassistent.answers.figures.columns import column_terms, columns_named, cues_of_table
from radsassistent.answers.figures.comparison import LEAST, MOST, SEVERAL, WHO_COLUMN, asks_measure, in_turn, of_measure
from radsassistent.answers.figures.reckoning_words import KIND, PLACED
from radsassistent.answers.figures.resolution import (
    asked_words,
    may_be_left,
    nearest_slides,
    tables_meant,
    words_untold,
)
from radsassistent.answers.figures.rows import YEAR, Row, numbers_rows, rows_of_table, told
from radsassistent.answers.figures.words import context_terms, fitting, tells_of_else, terms_of, titled_terms
from radsassistent.archive import PassageKind
from radsassistent.documents.numbers import number
from radsassistent.meetings.dates import MONTHS
from radsassistent.search.corpus import TOTAL_LABEL, Corpus, SlideKey
from radsassistent.search.cues import Cue
from radsassistent.search.figure_rows import FIGURES
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import terms

_WHICH = re.compile(
    r"\b(?:hvilke[nt]?|kva(?:\s+for)?|hva\s+for|hva(?=\s+(?:er|var|blir)\s+(?:den|det|de)\s+\w+ste\b)|hvem|kven|hvor|kvar|which|what|who|where)\b",
    re.IGNORECASE,
)
# The worst is the most of what one would rather not have, the least of anything else; the best the other way round.
_WORST = re.compile(r"\b(?:verst\w*|dårligst\w*|dårlegast\w*|svakest\w*|svakast\w*|worst)\b", re.IGNORECASE)
_BEST = re.compile(r"\b(?:best(?:e)?)\b", re.IGNORECASE)
_UNWANTED = re.compile(
    r"avvik|feil|frafall|fråfall|avbr|sluttet|ventetid|skad|drept|mangl|kost|klage|forsink|sykefravær|sjukefråvær|uten|utan|rest|etterslep|"
    r"brudd|stans|nedetid|underskudd|gjeld|utslipp|ulykke|skred|bakteri|coli|fosfor|nitrogen|bot\b|overskrid",
    re.IGNORECASE,
)
# Of rows with a day or a month each: "hvilket hus står klart først?".
FIRST = re.compile(
    r"\b(?:først|fyrst|tidligst|tidlegast|earliest|soonest|first)\b(?!\s+\w+(?:år|kvartal|gang|gong)\b)", re.IGNORECASE
)
LAST = re.compile(r"\b(?:sist|senest|seinast|latest)\b(?!\s+(?:\w+\s+)?(?:år|møte|gang|gong)\w*)", re.IGNORECASE)
_QUICKEST = re.compile(
    r"\b(?:raskest|raskast|fortest|fortast|kjappest|kjappast|snøggast|hurtigst|fastest|quickest)\w*", re.IGNORECASE
)
_SLOWEST = re.compile(r"\b(?:tregest|tregast|saktest|saktast|langsomst|slowest)\w*", re.IGNORECASE)
_OF_TIME = re.compile(r"\b(?:\w*tid|minutt\w*|min|sekund\w*|timer|timar|dager|dagar|døgn|uker|veker)\b", re.IGNORECASE)
_IN_SIZE = re.compile(r"\b(?:størst|minst)(?:e)?\b|\b(?:larg|bigg|small)est\b", re.IGNORECASE)
_AREA = re.compile(r"\bareal|\bdaa\b|\bdekar|m²|\bkvm\b|kvadratmeter|\barea\b", re.IGNORECASE)
_WITH_UNIT = re.compile(r"(?P<number>[-−–+]?\d[\d .,  ]*?)\s*(?P<unit>[^\W\d_][^\d]*|[²³%°]+)")
_MOMENT = re.compile(
    rf"(?:ca\.?\s+)?(?:(?:(?P<day>\d{{1,2}})\.\s*)?(?P<month>{'|'.join(MONTHS)})\s*(?P<year>20\d\d)?)", re.IGNORECASE
)
_EXTREMES = re.compile(
    rf"{_QUICKEST.pattern}|{_SLOWEST.pattern}|{FIRST.pattern}|{LAST.pattern}|{MOST.pattern}|{LEAST.pattern}|{_WORST.pattern}|{_BEST.pattern}|\b(?:hvor|kor|how)\s+(?:mange|mye|mykje|høy\w*|høg\w*|stor\w*|many|much|high)\b",
    re.IGNORECASE,
)
_BEYOND = frozenset({Cue.PROPOSAL, Cue.DECIDED, Cue.DEBATE, Cue.WHY, Cue.WHICH_CASE, Cue.CHANGE, Cue.CLOCK, Cue.AGENDA})
_PAIR = 2
# A table that has at least this much of the probability is meant, as a row that has it is (`SURE_ROW`).
LIKELY_TABLE = 0.5
_YEAR_ASKED = re.compile(r"\b(?:hvilket|kva(?:\s+for\s+eit)?|hva\s+for\s+et|which|what)\s+(?:år|year)\b", re.IGNORECASE)


def extreme_resolved(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The rows with the largest or the smallest value in the one column that a question means of one table; None where a word of
    it is told by no table, or where several tables or columns fit as well.
    """
    # "…, og hvor mange poeng?" goes on with whoever has most in the question before it.
    most, least, worst, best = (bool(p.search(query.text)) for p in (MOST, LEAST, _WORST, _BEST))
    # "Svakest" is a least by itself, and a worst.
    least = least and not worst
    quick, slow = bool(_QUICKEST.search(query.text)), bool(_SLOWEST.search(query.text))
    in_time = bool(FIRST.search(query.text)) + bool(LAST.search(query.text))
    if (
        most + least + worst + best + in_time + quick + slow != 1
        or not _WHICH.search(query.text)
        or SEVERAL.search(query.text)
    ):
        return None
    if PLACED.search(query.text):
        # The second largest is not the largest.
        return None
    if (
        _YEAR_ASKED.search(query.text)
        or cues_of_table(query, corpus) & _BEYOND
        or query.people
        or query.slides
        or query.unknown_names
    ):
        return None
    which = _WHICH.search(query.text)
    # "Hva er det høyeste anslaget …" may be asked of one thing; no word of it may then be left over.
    nearest: Set[SlideKey] = nearest_slides(hits) if which is not None and which[0].lower() != "hva" else frozenset()
    found = [
        each
        for rows in tables_meant(query, corpus, figures=True)
        if (each := _of_table(query, rows, nearest, corpus, moment if in_time else amount)) is not None
    ]
    told_whole = _told_most(found, query, corpus)
    if len(told_whole) > 1 and (kind := KIND.search(query.text)) is not None:
        # "Hvilket tiltak" is one of a table that is called so itself.
        of_kind = set(terms(kind["kind"]))
        told_whole = [each for each in told_whole if fitting(of_kind, titled_terms(each[0][0], corpus))] or told_whole
    if len(told_whole) != 1:
        return None
    rows, column, _ = told_whole[0]
    unwanted = bool(_UNWANTED.search(f"{column} {rows[0].passage.data['title']} {rows[0].passage.data['caption']}"))
    value_of = moment if in_time else amount
    valued = [(value, row) for row in rows if (value := value_of(row.value(column) or "")) is not None]
    largest = bool(LAST.search(query.text)) or most or slow or (worst and unwanted) or (best and not unwanted)
    outermost: Decimal = (max if largest else min)(value for value, _ in valued)
    chosen = [row for value, row in valued if value == outermost]
    return told(chosen[0], [column]) if len(chosen) == 1 else in_turn(chosen, column)


def _told_most(
    found: Sequence[tuple[list[Row], str, bool]], query: Query, corpus: Corpus
) -> list[tuple[list[Row], str, bool]]:
    """Of several tables those of whom it is asked for, else those whose headings have most of the words of a question, and of
    these those with which nothing of it is untold: what a slide says besides its table may be of something else.
    """
    by_word = asked_words(query, _EXTREMES.sub(" ", query.text), corpus)

    def fits(rows: Sequence[Row], *, whole: bool) -> tuple[bool, int, bool]:
        data = rows[0].passage.data
        heading = str(data.get("heading") or "")
        own = terms_of(" ".join(map(str, (data["title"], data["caption"], heading, *rows[0].columns))), corpus)
        of_whom = query.wanted is Wanted.PERSON and WHO_COLUMN.search(heading) is not None
        return of_whom, sum(bool(fitting(forms, own)) for forms in by_word), whole

    keys = [fits(rows, whole=whole) for rows, _, whole in found]
    return [each for each, key in zip(found, keys, strict=True) if key == max(keys)]


def extreme_of_likely_table(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The row that has most or least in the table that is likelier than all else together, where the measure asked for ("dyrest",
    "lengst") has a column there, the first of them, or its rows have one figure each; None of any other question.
    """
    most, least = (bool(pattern.search(query.text)) for pattern in (MOST, LEAST))
    which = _WHICH.search(query.text) is not None and not (SEVERAL.search(query.text) or PLACED.search(query.text))
    first = hits[0].passage
    if most is least or not which or query.years or first.kind is not PassageKind.TABLE_ROW:
        return None
    rows = rows_of_table(Row(first), corpus)
    own = {row.passage.id for row in rows}
    if sum(hit.chance for hit in hits if hit.passage.id in own) < LIKELY_TABLE:
        return None
    parts = [row for row in rows if not corpus.is_total(row.passage)]
    numeric = _valued(parts, amount)
    measured = of_measure(query.text, numeric, parts[0]) if parts else []
    if len(parts) < _PAIR or not (measured if asks_measure(query.text) else len(numeric) == 1):
        return None
    column = measured[0]
    valued = [(value, row) for row in parts if (value := amount(row.value(column) or "")) is not None]
    edge: Decimal = (max if most else min)(value for value, _ in valued)
    chosen = [row for value, row in valued if value == edge]
    return told(chosen[0], [column]) if len(chosen) == 1 else None


def _valued(rows: Sequence[Row], value_of: Callable[[str], Decimal | None]) -> list[str]:
    """The columns of which at least two rows, and half of them, have a value."""
    return [
        column
        for column in (rows[0].columns if rows else ())
        if not numbers_rows(column, rows)
        and sum(value_of(each.value(column) or "") is not None for each in rows) >= max(_PAIR, len(rows) // 2)
    ]


def amount(cell: str) -> Decimal | None:
    """The number of a cell that has one and at most a unit behind it: 19 of "19 minutter"."""
    match = _WITH_UNIT.fullmatch(cell.strip())
    return number(match["number"]) if match is not None else number(cell)


def _unit(cell: str) -> str | None:
    """The unit behind a cell's number; "" for none, None where it is no number."""
    match = _WITH_UNIT.fullmatch(cell.strip())
    return match["unit"].lower() if match is not None else "" if number(cell) is not None else None


def moment(cell: str) -> Decimal | None:
    """When a cell of a day, a month or a year is, to be held against others: 20261200 for "Desember 2026"; None for any other."""
    match = _MOMENT.fullmatch(cell.strip())
    if match is None:
        return None
    month = MONTHS[match["month"].lower()] if match["month"] else 0
    return Decimal(int(match["year"] or 0) * 10_000 + month * 100 + int(match["day"] or 0))


def _of_table(
    query: Query,
    rows: Sequence[Row],
    nearest: Set[SlideKey],
    corpus: Corpus,
    value_of: Callable[[str], Decimal | None],
) -> tuple[list[Row], str, bool] | None:
    """The rows of a table but its sums, the column that is asked for, and whether the table tells every word."""
    parts = [row for row in rows if not corpus.is_total(row.passage)]
    if len(parts) < _PAIR:
        return None
    row = parts[0]
    by_word = asked_words(query, _EXTREMES.sub(" ", query.text), corpus)
    asked = {term for forms in by_word for term in forms}
    numeric = _valued(parts, value_of)
    if value_of is amount:
        numeric = [
            column for column in numeric if len({_unit(each.value(column) or "") for each in parts} - {None}) <= 1
        ]
        numeric = of_measure(query.text, numeric, row)
    if _QUICKEST.search(query.text) or _SLOWEST.search(query.text):
        numeric = [c for c in numeric if _OF_TIME.search(f"{c} {_unit(row.value(c) or '')}")]
    of_years = [column for column in numeric if any(year in column for year in query.years)]
    named = {column: fitting(asked, column_terms(column, row, corpus)) for column in row.columns}
    columns = [column for column in columns_named(query, row, named, parts, corpus) if column in numeric]
    columns = [column for column in columns if not of_years or column in of_years] or of_years
    if len(columns) > 1:
        # "Andel avvik" is called whole where "med avvik" is only begun.
        most = max(len(named[column]) for column in columns)
        columns = [column for column in columns if len(named[column]) == most]
    if not columns:
        # Of what is told year by year, and asked for in none, the sum of the years is meant.
        sums = [column for column in numeric if TOTAL_LABEL.match(column)]
        columns = numeric if len(numeric) == 1 and not YEAR.search(numeric[0]) else sums
    if not columns and _IN_SIZE.search(query.text):
        # Of sites and buildings the size is what they cover, whatever else is told of them.
        columns = [column for column in numeric if _AREA.search(column)]
    if len(columns) != 1 or tells_of_else(query, row, parts, corpus):
        return None
    kind = KIND.search(query.text)
    of_kind = {term for forms in asked_words(query, kind["kind"], corpus) for term in forms} if kind else set()
    data = row.passage.data
    own = terms_of(" ".join((str(data["title"]), str(data["caption"]), *(each.label for each in parts))), corpus)
    if data["table"] == FIGURES and of_kind and not fitting(of_kind, own):
        # Figures that stand by themselves are of what they and their slide's title are called.
        return None
    if _names_a_row(asked - named[columns[0]] - of_kind, parts, corpus):
        return None
    untold = words_untold(query, by_word, named[columns[0]], parts[:1], columns, corpus)
    if untold and not may_be_left(query, untold, parts, nearest, corpus):
        return None
    return parts, columns[0], not untold


def _names_a_row(asked: Set[str], rows: Sequence[Row], corpus: Corpus) -> bool:
    """Whether a word is told by the name of one row alone: then it is not the rows that are compared."""
    context = context_terms(rows[0], corpus)
    labels = [corpus.term_sets(row.passage)[2] for row in rows]
    for term in asked:
        exact = [label for label in labels if term in label]
        alike = exact or ([] if term in context else [label for label in labels if fitting({term}, label)])
        if len(alike) == 1:
            return True
    return False
