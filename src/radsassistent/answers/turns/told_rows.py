"""Another cell of the row just told ("hvem har ansvaret?" – "og når er fristen?"), or another row's same cell ("og Lykter?")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft, Statement
from radsassistent.answers.figures.comparison import EACH, LEAST, MOST, column_of_form, difference, named_rows
from radsassistent.answers.figures.rows import YEAR, Row, rows_of_table, told
from radsassistent.answers.turns.reckoned import is_range
from radsassistent.archive import PassageKind
from radsassistent.documents.numbers import number
from radsassistent.search.corpus import TOTAL_LABEL, Corpus
from radsassistent.search.figures import Figure, own_words, reckons
from radsassistent.search.query import Wanted
from radsassistent.search.relative_years import years_away
from radsassistent.search.terms import begins_alike, stem, words
from radsassistent.search.understand import understand

# A list of more rows than this is not spoken of row by row.
MOST_ROWS = 3
# A question of more words than this has a subject of its own.
MOST_WORDS = 11
# What opens a question that goes on, and the year that it leaves as it was or takes from the table's end.
_OPENING = re.compile(
    r"^\s*(?:(?:og|men|enn|samt|and|but)\b\s*)?(?:(?:hva|kva)\s+med|(?:what|how)\s+about)?\s*", re.IGNORECASE
)
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_THAN = re.compile(
    r"\b(?:enn|than|forskjell\w*|skilnad\w*|difference)\b|"
    r"\b(?:(?:hvor|kor)\s+(?:mye|mykje|mange)|how\s+(?:much|many))\s+(?:mer|meir|flere|fleire|mindre|færre|dyr[ae]re|bill[ie]g[ae]re|more|fewer|less|cheaper)\b",
    re.IGNORECASE,
)
_HOW_MANY_THEN = re.compile(
    r"\W*(?:og\s+|and\s+)?(?:hvor|kor|how)\s+(?:mange|mye|mykje|many|much)(?:\s+(?P<of>[^\W\d_]+))?\s+"
    r"(?:da|då|then|(?:er|var|ble|blei|vart|blir|is|was)\s+(?:det|that))(?:\s+(?:da|då|then))?\W*",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\b(?:prosent(?!poeng)\w*|percent(?!age\s+point)\w*)\b|%", re.IGNORECASE)
_WHY = re.compile(r"\b(?:hvorfor|kvifor|why)\b", re.IGNORECASE)
# A column that tells a reason.
_REASONS = re.compile(
    r"\b(?:hvorfor|kvifor|årsak\w*|grunn\w*|begrunnelse\w*|merknad\w*|kommentar\w*|forklaring\w*|why|reason\w*|comments?)\b",
    re.IGNORECASE,
)
# What says no more than that a time or somebody is asked for: "innen når?", "når skal den være ferdig?".
_SAYS_FORM = {
    Wanted.TIME: re.compile(
        r"innen|ferdig\w*|klar\w*|gjort|frist\w*|være|vere|bli|bør|må|by|done|ready|finished", re.IGNORECASE
    ),
    Wanted.PERSON: re.compile(
        r"ansvar\w*|bak|står|eier|eig|eigar\w*|gjør|gjer|gjøre|utfører|responsible|owns|does|charge|seg|tar|tek",
        re.IGNORECASE,
    ),
}
# What is done with money, and what a column with it is called.
_DEEDS = tuple(
    (re.compile(rf"\b(?:{asked})\b", re.IGNORECASE), re.compile(rf"\b\w*(?:{called})\w*\b", re.IGNORECASE))
    for asked, called in (
        (r"kost(?:er|ar|et|a)?|costs?", r"kostnad|cost"),
        (
            r"ligg(?:er)?\s+(?:det\s+|den\s+)?an\s+til(?:\s+å\s+(?:koste|bli|bruke|ende|lande)(?:\s+på)?)?|(?:ventes|forventes|forventet|ventast|venta|anslås|anslått)(?:\s+(?:det\s+)?å\s+(?:koste|bli|bruke))?|forecast",
            r"prognose|anslag|anslått|estimat|forvent|venta|forecast|estimate",
        ),
        (
            r"(?:satt|sett|avsatt|avsett|set)(?:\s+(?:av|aside))?|budsjetter\w*|budgeted",
            r"budsjett|budget|avsatt|avsett",
        ),
        (r"brukt|brukte|bruker|brukar|forbrukt|spent|spend", r"regnskap|rekneskap|forbruk|brukt|spent"),
        (
            r"(?:bedt|ba|bad|beden?)\s+om|søkt(?:e)?(?:\s+om)?|asked\s+for|applied(?:\s+for)?",
            r"søkt|søknadssum|applied|requested",
        ),
        (
            r"innstil\w*|foreslått|føreslått|proposed|(?:forslaget?|framlegget?|proposal)(?=\s+(?:for|til|i|in)\s+(?:19|20)\d\d)",
            r"innstil|foreslått|forslag|proposed",
        ),
        (
            r"fikk|fekk|fått|tildelt|tildelte?|innvilge\w*|løyvd\w*|got|granted|awarded",
            r"tildelt|innvilg|tilsagn|løyv|granted|awarded",
        ),
    )
)
_SAME_YEAR = re.compile(
    r"\b(?:(?:det\s+|the\s+)?(?:samme|same)\s+(?:år(?:et)?|year)|(?:det|that)\s+(?:året|year))\b", re.IGNORECASE
)
_LAST_YEAR = re.compile(
    r"\b(?:(?:det\s+|the\s+)?(?:siste|nyeste|nyaste|latest|most\s+recent)\s+(?:år(?:et)?|year))\b", re.IGNORECASE
)


def of_told_rows(question: str, figures: Sequence[Figure], corpus: Corpus) -> Draft | None:
    """The cell of each row just told in the one other column that a question asks for.

    It asks for a column by its name, or by what it wants (who, when, money) where only one column tells that. None where the
    question speaks of anything that the rows' slide does not, asks for the most, the least, a sum or each of them, names a
    year or another row, or may mean several columns.
    """
    rows = list({figure.passage.id: Row(figure.passage) for figure in figures}.values())
    if not 0 < len(rows) <= MOST_ROWS or len(question.split()) > MOST_WORDS:
        return None
    if EACH.search(question) or _asks_extreme(question, rows):
        return None
    if _THAN.search(_OPENING.sub("", question)):
        return _apart_from_other_row(question, rows, figures, corpus)
    other = (
        _figure_again(question, rows, figures, corpus)
        or _by_deed(question, rows, figures)
        or _same_of_other_row(question, rows, figures, corpus)
    )
    if other is not None or (
        reckons(question) and not _names_extreme(question, rows) and not _names_change(question, rows)
    ):
        return other or (_in_percent(question, rows, figures) if _PERCENT.search(question) else None)
    query = understand(question, corpus)
    if query.years or query.cases or query.people or query.unknown_names or named_rows(query, rows[0], corpus):
        return None
    of_form = _SAYS_FORM.get(query.wanted)
    told_by_form = [word for word in own_words(question) if of_form is not None and of_form.fullmatch(word)]
    asked = [set(corpus.asked(word)) for word in own_words(question) if word not in told_by_form]
    statements: list[Statement] = []
    for row in rows:
        said = {figure.column for figure in figures if figure.passage.id == row.passage.id}
        slide = corpus.slide_terms(row.passage)
        if not all(forms & slide or any(begins_alike(form, slide) for form in forms) for forms in asked):
            return None
        named = [column for column in row.columns if _names(asked, column, corpus)]
        if len(named) > 1:
            # "Årlig vekst" of "Utvikling i år" and "Årlig vekst": the column that has most of what is named.
            most = max(_named_of(asked, column, corpus) for column in named)
            named = [column for column in named if _named_of(asked, column, corpus) == most]
            # "Støttet?" is "Støtter" rather than "Støtter med merknad".
            shortest = min(len(corpus.terms(column)) for column in named)
            named = [column for column in named if len(corpus.terms(column)) == shortest]
        of_form_asked = column_of_form(query, row)
        whole = len(said) == len(row.columns)
        columns = [column for column in named or of_form_asked or _why(question, row) if whole or column not in said]
        if len(said) > len(named) > 0 and (len(named) == 1 or is_range(named)):
            # Of what was told at once, or both ends of a range.
            columns = named
        one = len(columns) == 1 or (is_range(columns) and columns == named)
        draft = told(row, columns) if one and all(row.value(column) for column in columns) else None
        if draft is None:
            return None
        statements += draft.statements
    return Draft(tuple(statements))


def _figure_again(question: str, rows: Sequence[Row], figures: Sequence[Figure], corpus: Corpus) -> Draft | None:
    """ "Hvor mange timer da?": the one figure just told, of what its table says that it counts."""
    match = _HOW_MANY_THEN.fullmatch(question.strip())
    if match is None or len(figures) != 1 or number(rows[0].value(figures[0].column) or "") is None:
        return None
    data = rows[0].passage.data
    counted = words(" ".join((str(data["title"]), str(data["caption"]), figures[0].column)))
    of = (match["of"] or "").lower()
    return told(rows[0], [figures[0].column]) if any(word.endswith(of) for word in counted) else None


def _by_deed(question: str, rows: Sequence[Row], figures: Sequence[Figure]) -> Draft | None:
    """ "Hva var det satt av?": the column of the one row just told that has what is done with money by another word."""
    deed = _deed(question)
    if len(rows) != 1 or deed is None or own_words(YEAR.sub(" ", deed[0].sub(" ", question))):
        return None
    columns = _columns_of_deed(question, deed[1], rows[0], figures)
    return told(rows[0], columns) if columns else None


def _deed(question: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """The words of a question for what is done with money, and what a column with it is called; None for none or several."""
    deeds = [deed for deed in _DEEDS if deed[0].search(question)]
    return deeds[0] if len(deeds) == 1 else None


def _columns_of_deed(question: str, called: re.Pattern[str], row: Row, figures: Sequence[Figure]) -> list[str]:
    """The one column that is called so, of the year named or spoken of."""
    columns = [column for column in row.columns if called.search(column)]
    years = set(YEAR.findall(question)) or ({figure.year or "" for figure in figures} if len(columns) > 1 else set())
    of_year = set(YEAR.findall(row.label))
    columns = [column for column in columns if not years or (set(YEAR.findall(column)) or of_year) == years]
    return columns if len(columns) == 1 and row.value(columns[0]) else []


def _asks_extreme(question: str, rows: Sequence[Row]) -> bool:
    """Whether a question asks for the most or the least of something, not for a column that is called so ("Lengste reisetid")."""
    return bool(MOST.search(question) or LEAST.search(question)) and not _names_extreme(question, rows)


def _names_extreme(question: str, rows: Sequence[Row]) -> bool:
    extremes = [match[0].lower() for pattern in (MOST, LEAST) for match in pattern.finditer(question)]
    columns = [set(words(column)) for row in rows for column in row.columns]
    return bool(extremes) and all(any(extreme in column for column in columns) for extreme in extremes)


def _names_change(question: str, rows: Sequence[Row]) -> bool:
    """Whether the words that would ask to reckon are those of a column that tells it: "den årlige veksten"."""
    asked = {stem(word) for word in words(question) if reckons(word)}
    columns = [{stem(word) for word in words(column)} for row in rows for column in row.columns]
    return bool(asked) and any(asked <= column for column in columns)


def _in_percent(question: str, rows: Sequence[Row], figures: Sequence[Figure]) -> Draft | None:
    """ "Hvor mange prosent er det?" of one row of which not the percentage was told, but stands beside."""
    if len(rows) != 1 or own_words(question) or YEAR.search(question) or _THAN.search(question):
        return None
    said = {figure.column for figure in figures}
    columns = [c for c in rows[0].columns if _PERCENT.search(f"{c} {rows[0].value(c) or ''}")]
    found = [column for column in columns if rows[0].value(column)]
    return told(rows[0], found) if len(found) == 1 and found[0] not in said else None


def _why(question: str, row: Row) -> list[str]:
    """The one column that tells a reason, where that is asked for."""
    found = [column for column in row.columns if _REASONS.search(column)] if _WHY.search(question) else []
    return found if len(found) == 1 and row.value(found[0]) else []


def _names(asked: Sequence[set[str]], column: str, corpus: Corpus) -> bool:
    """Whether a question has a word of a column's name."""
    own = set(corpus.terms(column))
    return any(forms & own or any(begins_alike(form, own) for form in forms) for forms in asked)


def _named_of(asked: Sequence[set[str]], column: str, corpus: Corpus) -> int:
    """How many words of a question a column's name has."""
    own = set(corpus.terms(column))
    return sum(bool(forms & own) or any(begins_alike(form, own) for form in forms) for forms in asked)


def _same_of_other_row(question: str, rows: Sequence[Row], figures: Sequence[Figure], corpus: Corpus) -> Draft | None:
    """What was told of one row, of the one other row that a question names and nothing besides, but for a year."""
    if (deed := _deed(question)) is not None:
        # "Og skytebanen, hva koster den?" is not of what was told of the row before.
        found = _other_row(deed[0].sub(" ", question), rows, corpus)
        if found is not None and (columns := _columns_of_deed(question, deed[1], found, figures)):
            return told(found, columns)
    found = _other_row(question, rows, corpus)
    columns = _columns_of_year(question, found, figures) if found is not None else []
    return told(found, columns) if found is not None and columns else None


def _apart_from_other_row(
    question: str, rows: Sequence[Row], figures: Sequence[Figure], corpus: Corpus
) -> Draft | None:
    """ "Hvor mye mer er det enn Lykter?": the row just told and the one that the question names, and how far they are apart."""
    found = _other_row(_THAN.sub(" ", _OPENING.sub("", question)), rows, corpus, comparing=True)
    columns = _columns_of_year(question, found, figures) if found is not None else []
    return difference(rows[0], found, columns[0]) if found is not None and len(columns) == 1 else None


def _other_row(question: str, rows: Sequence[Row], corpus: Corpus, *, comparing: bool = False) -> Row | None:
    """The one other row of the table just told of that a question names and nothing besides, but for a year; else that of another
    table which is about the row told of: "og justeringene?" of what a slide on Lykter has.
    """
    asked = _LAST_YEAR.sub(" ", _SAME_YEAR.sub(" ", _OPENING.sub("", question)))
    if len(rows) != 1:
        return None
    told_of = rows[0]
    beside = [row for row in rows_of_table(told_of, corpus) if row.passage.id != told_of.passage.id]
    about = [] if TOTAL_LABEL.match(told_of.label) else rows_about(told_of, corpus)
    # "E-resept" is one word of a name, "TBU-endringene" two.
    for said in dict.fromkeys((YEAR.sub(" ", asked), _HYPHEN.sub(" ", YEAR.sub(" ", asked)))):
        # "Endringene" is what a row may be called; "mer" compares.
        wanted = own_words(said) if comparing else [*own_words(said), *filter(reckons, words(said))]
        named = [set(corpus.asked(word)) for word in wanted]
        for among in (beside, about) if named else ():
            found = [row for row in among if _all_in(named, corpus.terms(_whole_name(row, with_heads=among is beside)))]
            if len(found) == 1:
                return found[0]
            if found:
                return None
    return None


def _whole_name(row: Row, *, with_heads: bool) -> str:
    return " ".join((*row.passage.data["under"], row.label)) if with_heads else row.label


def rows_about(told_of: Row, corpus: Corpus) -> list[Row]:
    """The rows of other tables whose caption or slide's title has the whole name of a row."""
    own = set(corpus.terms(told_of.label))
    table = told_of.passage.data["table"]
    return [
        Row(passage)
        for passage in corpus.of_kind(PassageKind.TABLE_ROW)
        if own
        and (passage.sha256, passage.slide, passage.data["table"])
        != (told_of.passage.sha256, told_of.passage.slide, table)
        and own <= set(corpus.terms(f"{passage.data['caption'] or ''} {passage.data['title'] or ''}"))
    ]


def _all_in(named: Sequence[set[str]], label: Sequence[str]) -> bool:
    own = set(label)
    return all(forms & own or any(begins_alike(form, own) for form in forms) for forms in named)


def _columns_of_year(question: str, row: Row, figures: Sequence[Figure]) -> list[str]:
    """The columns that were told, or the one of the year that a question names; none where the table has no such year."""
    years = {column: set(YEAR.findall(column)) for column in row.columns}
    said_of = {figure.year for figure in figures}
    away = years_away(question)
    step = {str(int(year) + away) for year in said_of if year} if away and len(said_of) == 1 else set()
    single = {column: next(iter(named)) for column, named in years.items() if len(named) == 1}
    wanted = (
        set(YEAR.findall(question))
        or step
        or ({max(single.values())} if single and _LAST_YEAR.search(question) else set())
    )
    if wanted:
        return [column for column, year in single.items() if {year} == wanted]
    said = [column for column in dict.fromkeys(figure.column for figure in figures) if column in row.columns]
    return said if len(said) == 1 or not _SAME_YEAR.search(question) else []
