"""Why the figure just told goes up or down, by a table about it that tells what each thing adds: "hvorfor øker det da?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft
from radsassistent.answers.figures.rows import YEAR, Row, told
from radsassistent.answers.turns.told_rows import rows_about
from radsassistent.answers.turns.told_slides import WHY
from radsassistent.documents.numbers import number
from radsassistent.search.corpus import TOTAL_LABEL, Corpus
from radsassistent.search.figures import Figure, own_words, reckons
from radsassistent.search.relative_years import years_away

# More rows than these are a table of its own, not the reasons for a figure.
MOST_ROWS = 5
_UP = re.compile(
    r"\b(?:øk\w*|auk\w*|voks\w*|vekst\w*|stig\w*|steg\w*|opp|mer|meir|flere|fleire|høy\w*|høg\w*|dyr\w*|increas\w*|grow\w*|ris\w*|up|more|higher)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:synk\w*|sank\w*|falt|f[ae]ll\w*|ned\w*|mindre|færre|lav\w*|låg\w*|bill[ie]g\w*|reduser\w*|decreas\w*|drop\w*|down|less|fewer|lower|cheaper)\b",
    re.IGNORECASE,
)
# What a table of such rows, or a part of it, is called.
_OF_CHANGES = re.compile(
    r"\w*(?:vekst|økning|auke|endring|reduksjon|nedgang|besparelse|innsparing|gevinst|årsak|change|growth|increase|decrease|reduction|saving)\w*",
    re.IGNORECASE,
)
# "Hvorfor øker det fra 2027?" is of the year spoken of.
_SINCE = re.compile(r"\b(?:fra|frå|siden|sidan|from|since)\s+(?:19|20)\d\d\b", re.IGNORECASE)


def why_changed(question: str, figures: Sequence[Figure], corpus: Corpus) -> Draft | None:
    """What a table about the one row just told says that the year in question adds or takes away; None where no table does, or
    the question names anything else.
    """
    rows = {figure.passage.id: Row(figure.passage) for figure in figures}
    if len(rows) != 1 or not WHY.search(question) or not (_UP.search(question) or _DOWN.search(question)):
        return None
    (row,) = rows.values()
    label = set(corpus.terms(row.label))
    if TOTAL_LABEL.match(row.label) or not all(
        reckons(word) or _UP.fullmatch(word) or _DOWN.fullmatch(word) or set(corpus.asked(word)) & label
        for word in own_words(YEAR.sub(" ", question))
    ):
        return None
    year = _year_meant(question, figures)
    changes = [
        (other, column, amount)
        for other in (rows_about(row, corpus) if year is not None else [])
        if not TOTAL_LABEL.match(other.label) and _tells_changes(other)
        for column in other.columns
        if YEAR.findall(column) == [year]
        if (amount := number(other.value(column) or "")) is not None and amount != 0
    ]
    up, down = _UP.search(question) is not None, _DOWN.search(question) is not None
    of_sign = [change for change in changes if up != down and (change[2] > 0) == up] or changes
    if not 0 < len(of_sign) <= MOST_ROWS:
        return None
    drafts = [told(other, [column]) for other, column, _ in of_sign]
    return Draft(tuple(said for draft in drafts if draft is not None for said in draft.statements))


def _year_meant(question: str, figures: Sequence[Figure]) -> str | None:
    named = YEAR.findall(_SINCE.sub(" ", question))
    of_years = {figure.year for figure in figures}
    told_of = next(iter(of_years)) if len(of_years) == 1 else None
    if named:
        return named[0] if len(set(named)) == 1 else None
    return str(int(told_of) + years_away(question)) if told_of is not None else None


def _tells_changes(row: Row) -> bool:
    data = row.passage.data
    return _OF_CHANGES.search(" ".join((str(data["caption"] or ""), *data["under"], row.label))) is not None
