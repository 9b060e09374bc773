"""Answers from tables and charts: the cell for the row and column asked about, series, differences, extremes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.answers.equal_rows import equal_rows
from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.numbers import norwegian, number, unit_of
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.features import WITHOUT
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import begins_alike, stem, terms

_TOTAL_LABEL = re.compile(r"^(sum|total|totalt|samlet|i alt)\b", re.IGNORECASE)
_MOST = re.compile(
    r"\b(mest|høyest\w*|størst\w*|dyrest\w*|flest|høgst\w*|most|highest|largest|topp\w*)\b", re.IGNORECASE
)
_LEAST = re.compile(r"\b(minst|lavest\w*|færrest|billigst\w*|lågast\w*|least|lowest|fewest|cheapest)\b", re.IGNORECASE)
_PERCENT = re.compile(r"\b(prosent\w*|andel\w*|percent)\b|%", re.IGNORECASE)
_MONEY = re.compile(r"\b(kroner|kr|mill\w*|mnok|beløp\w*|budsjett\w*|penger|pengar|kost\w*)\b", re.IGNORECASE)
_COUNT = re.compile(r"\b(antall|antal|number\s+of|n=)\b", re.IGNORECASE)
_HOW_MUCH = re.compile(r"\b(?:hvor\s+mye|kor\s+mykje|how\s+much)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
# A name inside a question; its first word is capitalised as such.
_NAMED = re.compile(r"(?<=\w )[A-ZÆØÅ][\w@-]+")


@dataclass(frozen=True, slots=True)
class _Row:
    """A table row, by its cells."""

    passage: Passage

    @property
    def label(self) -> str:
        return str(self.passage.data["label"])

    @property
    def is_year(self) -> bool:
        """Whether the row stands for a year, its columns for what is counted."""
        return bool(_YEAR.fullmatch(self.label.strip()))

    @property
    def columns(self) -> list[str]:
        return list(self.passage.data["columns"])

    @property
    def values(self) -> list[str | None]:
        return list(self.passage.data["values"])

    def value(self, column: str) -> str | None:
        return next((v for c, v in zip(self.columns, self.values, strict=True) if c == column), None)


def table_answer(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The value or values that the best row has for what is asked; None when no row is about it."""
    rows = [row for row in _rows(query, hits) if not _is_sum_of_else(query, row, corpus)]
    if not rows or query.unknown_names or (_MONEY.search(query.text) and not _is_money(rows[0], corpus)):
        return None
    if _HOW_MUCH.search(query.text) and not query.cues & {Cue.SHARE, Cue.CHANGE} and _counts(rows[0]):
        return None
    left_out = _left_out(query, rows, corpus)
    if rows[0] in left_out:
        return _without(query, left_out, corpus)
    best = _sum_of_parent(query, rows, hits, corpus) or _whole(query, rows, corpus)
    of_years = [row for row in _siblings(best, corpus) if row.is_year and _has(row.label, query)]
    if of_years:
        drafts = [draft for row in of_years if (draft := _of_year(query, row, corpus)) is not None]
        told = tuple(said for draft in drafts if not draft.abstained for said in draft.statements)
        return Draft(told) if told else next(iter(drafts), None)
    extreme = _MOST.search(query.text) or _LEAST.search(query.text)
    if extreme:
        draft = _extreme(query, best, corpus, largest=bool(_MOST.search(query.text)))
        if draft is not None:
            return draft
    years = [column for column in best.columns if _YEAR.search(column)]
    asked = [column for column in best.columns if any(year in column for year in query.years)]
    years = years or _years_of_rows(best, corpus)
    if query.years and years and not asked:
        return _no_such_year(query, best, years)
    if _PERCENT.search(query.text) and not _may_be_shares(best):
        return None
    rows = [best, *map(_Row, equal_rows(best.passage, set(query.terms), corpus))]
    drafts = [draft for row in rows if (draft := _cells(query, row, asked, corpus)) is not None]
    return Draft(tuple(said for draft in drafts for said in draft.statements)) if drafts else None


def _whole(query: Query, rows: Sequence[_Row], corpus: Corpus) -> _Row:
    """The best row; where it is the sum of a part that the question does not name, the best sum of the whole."""
    best, asked = rows[0], set(query.terms)
    if not corpus.is_total(best.passage) or not corpus.is_part(best.passage, asked):
        return best
    wholes = (row for row in rows if corpus.is_total(row.passage) and not corpus.is_part(row.passage, asked))
    return next((row for row in wholes if not row.passage.data["under"]), best)


def _left_out(query: Query, rows: Sequence[_Row], corpus: Corpus) -> list[_Row]:
    """The rows of the best row's table that a question names whole after "uten"; sums are none."""
    match = WITHOUT.search(query.asked)
    named = set(corpus.asked(query.asked[match.end() :])) if match else set()
    parts = [row for row in _siblings(rows[0], corpus) if not corpus.is_total(row.passage)]
    return [row for row in parts if (label := corpus.term_sets(row.passage)[2]) and label <= named]


def _without(query: Query, left_out: Sequence[_Row], corpus: Corpus) -> Draft | None:
    """The sum of a table less the rows left out, with all of the operands; None without a sum over the whole table."""
    totals = [row for row in _siblings(left_out[0], corpus) if _TOTAL_LABEL.match(row.label)]
    if len(totals) != 1:
        return None
    total = totals[0]
    told: list[str] = []
    supports: list[Support] = []
    computed: list[str] = []
    columns = [c for c in total.columns if _has(c, query)] if query.years else total.columns
    for column in columns:
        cells = [(row, row.value(column)) for row in (total, *left_out)]
        amounts = [amount for _, cell in cells if (amount := number(cell or "")) is not None]
        if len(amounts) != len(cells):
            continue
        rest = norwegian(amounts[0] - sum(amounts[1:]))
        told.append(f"{column}: {' − '.join(str(cell) for _, cell in cells)} = {_with_unit(rest, _unit(total))}")
        supports.extend(Support(row.passage, str(cell)) for row, cell in cells)
        computed.append(rest.lstrip("-−"))
    names = " og ".join(row.label for row in left_out)
    text = f"{_named(total)} uten {names} – {', '.join(told)}."
    return Draft((Statement(text, tuple(supports), tuple(computed)),)) if told else None


def _sum_of_parent(query: Query, rows: Sequence[_Row], hits: Sequence[Hit], corpus: Corpus) -> _Row | None:
    """Asked by name for a row without figures that other rows stand under: the sum of these."""
    best, asked = rows[0], frozenset(query.terms)
    if corpus.is_total(best.passage) or not best.passage.data["under"]:
        return None
    data = best.passage.data
    above = frozenset(terms(data["under"][-1]))
    about = above | set(terms(f"{data['caption']} {data['title']}"))
    if not above <= asked or (set(terms(best.label)) & asked) - about:
        return None
    sums = [row for row in _siblings(best, corpus) if _TOTAL_LABEL.match(row.label) and above <= set(terms(row.label))]
    return sums[0] if len(sums) == 1 and any(sums[0].values) else None


def table_by_wording(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Answer what names a row by its whole name and speaks of nothing that the row's table does not."""
    if query.wanted is not Wanted.NUMBER or query.unknown_names:
        return None
    for hit in hits:
        passage = hit.passage
        if passage.kind is not PassageKind.TABLE_ROW or (corpus.is_total(passage) and not passage.data["values"]):
            continue
        label, *_ = reversed(corpus.term_sets(passage))
        telling = {term for term in corpus.topic(query.asked) if corpus.lexical.forms(term)}
        known = corpus.term_sets(passage)[0] | {
            twin for term in corpus.term_sets(passage)[0] for twin in corpus.lexical.twins(term)
        }
        if label and label <= set(query.terms) and telling <= known:
            return table_answer(query, [hit], corpus)
    return None


def _is_money(row: _Row, corpus: Corpus) -> bool:
    """Whether a row's figures are amounts of money: by their unit, else by what its slide speaks of, unless it counts."""
    if _unit(row):
        return _unit(row) != "%"
    if _counts(row):
        return False
    return bool(_MONEY.search(f"{row.passage.context} {corpus.slide_text(row.passage.sha256, row.passage.slide)}"))


def _counts(row: _Row) -> bool:
    """Whether a row's figures are said to be counts."""
    data = row.passage.data
    return not _unit(row) and bool(_COUNT.search(f"{data['caption']} {data['title']} {' '.join(row.columns)}"))


def _is_sum_of_else(query: Query, row: _Row, corpus: Corpus) -> bool:
    """Whether a row is the sum of a table that says nothing of what the question names: by a capital letter or by the
    whole name of a row of another table.
    """
    passage = row.passage
    if not corpus.is_total(passage):
        return False
    said = corpus.slide_terms(passage)
    names = {stem(word.lower()) for word in _NAMED.findall(query.asked)}
    if any(corpus.lexical.has(name) and not begins_alike(name, said) for name in names):
        return True
    own = corpus.term_sets(passage)[0]
    return any(label <= set(query.terms) and not label <= own for label in corpus.row_names)


def _cells(query: Query, best: _Row, asked: Sequence[str], corpus: Corpus) -> Draft | None:
    """The best row's cells in the columns asked about; of two years the difference too, and other rows that are named."""
    if len(asked) == 2:
        draft = _difference(best, *sorted(asked))
        if draft is not None:
            return draft
    others = _named_rows(query, best, corpus)
    if len(others) > 1 and len(asked) == 1:
        return _side_by_side(query, others, asked[0])
    chosen = asked or _named_columns(query, best, corpus) or best.columns
    value = best.value(chosen[0])
    if Cue.BRIEF in query.cues and len(chosen) == 1 and value:
        return Draft((Statement(f"{_with_unit(value, _unit(best))}.", _support(best, [value])),))
    return _values(best, chosen)


def _may_be_shares(row: _Row) -> bool:
    """Whether a row's values can be percentages: said to be, or without another unit all between 0 and 100."""
    if _unit(row):
        return _unit(row) == "%"
    amounts = [number(value or "0") for value in row.values]
    return all(amount is not None and 0 <= amount <= 100 for amount in amounts)


def _rows(query: Query, hits: Sequence[Hit]) -> list[_Row]:
    """The rows that were found, in the ranker's order; a row that stands for another year than the one asked about is not."""
    found = []
    for hit in hits:
        passage = hit.passage
        if passage.kind is not PassageKind.TABLE_ROW or not any(passage.data["values"]):
            continue
        row = _Row(passage)
        if query.years and row.is_year and not _has(row.label, query):
            continue
        found.append(row)
    return found


def _has(text: str, query: Query) -> bool:
    return any(year in text for year in query.years)


def _years_of_rows(row: _Row, corpus: Corpus) -> list[str]:
    """The years that the rows of the row's table stand for."""
    labels = [sibling.label.strip() for sibling in _siblings(row, corpus)]
    return [label for label in labels if _YEAR.fullmatch(label)]


def _siblings(row: _Row, corpus: Corpus) -> list[_Row]:
    """All rows of the row's table."""
    data = row.passage
    place = (data.sha256, data.slide, data.data["table"])
    return [
        _Row(passage)
        for passage in corpus.of_kind(PassageKind.TABLE_ROW)
        if (passage.sha256, passage.slide, passage.data["table"]) == place
    ]


def _of_year(query: Query, row: _Row, corpus: Corpus) -> Draft | None:
    """From a row that stands for a year: the columns asked about, or the larger or smaller of them."""
    columns = _named_columns(query, row, corpus) or row.columns
    valued = [(value, column) for column in columns if (value := number(row.value(column) or "")) is not None]
    largest, smallest = _MOST.search(query.text), _LEAST.search(query.text)
    if valued and bool(largest) != bool(smallest):
        columns = [(max if largest else min)(valued)[1]]
    elif valued:
        columns = [column for _, column in valued]
    return _values(row, columns)


def _named_columns(query: Query, row: _Row, corpus: Corpus) -> list[str]:
    """The columns whose names the question has words of that the other columns do not."""
    asked = set(query.terms)
    words = {column: set(corpus.terms(column)) for column in row.columns}
    scores = {}
    for column, own in words.items():
        others = set().union(*(words[c] for c in words if c != column)) if len(words) > 1 else set()
        scores[column] = sum(corpus.lexical.weight(t) for t in own & asked) - sum(
            0.5 * corpus.lexical.weight(t) for t in own & asked & others
        )
    most = max(scores.values(), default=0.0)
    return [column for column, score in scores.items() if most > 0 and score == most]


def _unit(row: _Row) -> str:
    """The unit that the caption, a column or the slide's title gives, in words."""
    data = row.passage.data
    told = (unit_of(text) for text in (data["caption"], *data["columns"], data["title"]))
    return next((unit for unit in told if unit), "")


def _named(row: _Row) -> str:
    """What the row is called; a row of a general name gets its table's or slide's name first."""
    data = row.passage.data
    parts = [*data["under"], row.label]
    if _TOTAL_LABEL.match(row.label) or data["under"]:
        subject = _subject(data["caption"]) or data["title"]
        if subject and subject.casefold() not in " ".join(parts).casefold():
            parts.insert(0, subject)
    return " – ".join(dict.fromkeys(part for part in parts if part))


def _subject(caption: str) -> str:
    """A caption without the words in brackets that give its unit."""
    return re.sub(r"\s*\([^)]*\)", "", caption).strip()


def _support(row: _Row, values: Sequence[str]) -> tuple[Support, ...]:
    return tuple(Support(row.passage, value) for value in values[:1]) or (Support(row.passage, row.label),)


def _values(row: _Row, columns: Sequence[str]) -> Draft | None:
    cells = [(column, row.value(column)) for column in columns]
    filled = [(column, value) for column, value in cells if value]
    if not filled:
        named = ", ".join(columns)
        text = f"{_named(row)}: tabellen har ingen verdi for {named}."
        return Draft.abstaining(Statement(text, (Support(row.passage, row.label),)))
    unit = _unit(row)
    if len(filled) == 1:
        column, value = filled[0]
        where = f", {column}" if len(row.columns) > 1 or _YEAR.search(column) else ""
        text = f"{_named(row)}{where}: {_with_unit(value, unit)}."
    else:
        series = ", ".join(f"{column}: {_with_unit(value, '%' if unit == '%' else '')}" for column, value in filled)
        text = f"{_named(row)} – {series}" + (f" ({unit})." if unit and unit != "%" else ".")
    return Draft((Statement(text, _support(row, [value for _, value in filled])),))


def _with_unit(value: str, unit: str) -> str:
    if number(value) is None or not unit or "%" in value:
        return value
    return f"{value} {unit}"


def _named_rows(query: Query, best: _Row, corpus: Corpus) -> list[_Row]:
    """The rows of the best row's table whose whole names a question has, sums left out."""
    asked = frozenset(query.terms)
    found = []
    for row in _siblings(best, corpus):
        label = corpus.term_sets(row.passage)[2]
        if label and label <= asked and not corpus.is_total(row.passage):
            found.append(row)
    return found


def _side_by_side(query: Query, rows: Sequence[_Row], column: str) -> Draft | None:
    """Several rows in one column; of two the difference too, where that is asked for."""
    valued = [(row, value) for row in rows if (value := row.value(column))]
    if not valued:
        return _values(rows[0], [column])
    unit = _unit(rows[0])
    told = ", ".join(f"{row.label}: {_with_unit(value, unit)}" for row, value in valued)
    computed: tuple[str, ...] = ()
    amounts = [amount for _, value in valued if (amount := number(value)) is not None]
    if len(valued) == len(amounts) == 2 and Cue.CHANGE in query.cues:
        difference = norwegian(abs(amounts[0] - amounts[1]))
        told, computed = f"{told}; forskjell: {_with_unit(difference, unit)}", (difference,)
    supports = tuple(Support(row.passage, value) for row, value in valued)
    return Draft((Statement(f"{column} – {told}.", supports, computed),))


def _difference(row: _Row, first: str, last: str) -> Draft | None:
    """From the first year to the last, with both operands."""
    begin, end = row.value(first), row.value(last)
    low, high = number(begin or ""), number(end or "")
    if begin is None or end is None or low is None or high is None:
        return None
    change = high - low
    text = f"{_named(row)}: fra {begin} i {first} til {end} i {last}, {_changed(change, _unit(row))}."
    supports = (Support(row.passage, begin), Support(row.passage, end))
    return Draft((Statement(text, supports, (norwegian(abs(change)),)),))


def _changed(change: Decimal, unit: str) -> str:
    """A change in words and, in brackets, as a signed number."""
    if not change:
        return "uendret (0)"
    word, sign = ("økning", "+") if change > 0 else ("nedgang", "")
    return f"en {word} på {_with_unit(norwegian(abs(change)), unit)} ({sign}{norwegian(change)})"


def _extreme(query: Query, best: _Row, corpus: Corpus, *, largest: bool) -> Draft | None:
    """The row of the best row's table with the largest or smallest value in the column asked about; sums left out."""
    siblings = _siblings(best, corpus)
    columns = [c for c in best.columns if any(year in c for year in query.years)] or _named_columns(query, best, corpus)
    column = columns[-1] if columns else (best.columns[0] if len(best.columns) == 1 else None)
    valued: list[tuple[Decimal, _Row]] = []
    for row in siblings:
        value = number(row.value(column) or "") if column else None
        if value is not None and not _TOTAL_LABEL.match(row.label):
            valued.append((value, row))
    if len(valued) < 2 or column is None:
        return None
    _, row = (max if largest else min)(valued, key=lambda pair: pair[0])
    return _values(row, [column])


def _no_such_year(query: Query, row: _Row, years: Sequence[str]) -> Draft:
    asked = " og ".join(query.years)
    text = f"Dokumentene har ikke tall for {asked}. Nærmest: {_named(row)} har tall for {years[0]}–{years[-1]}."
    return Draft.abstaining(Statement(text, (Support(row.passage, row.label),), query.years))
