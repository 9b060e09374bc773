"""Which row of which table a question means, and which of its columns, where every word of it is told by them.

A row is meant by a word that no other row of its table has; a column by a word of its name or by the measure asked for. What
is then left of the question must stand on the table's slide or in its case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from radsassistent.answers.draft import Draft
from radsassistent.answers.proposal_facts import in_scope
from radsassistent.answers.table_comparison import EACH, LEAST, MOST
from radsassistent.answers.table_rows import YEAR, Row, as_nouns, told, unit_of_cell
from radsassistent.answers.table_values import PERIOD_END
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.features import WITHOUT
from radsassistent.search.hit import Hit
from radsassistent.search.lexical import SHORTEST_PREFIX
from radsassistent.search.query import Query
from radsassistent.search.terms import MIN_PART, begins_alike, is_english, stem, terms, words

# What asks for a measure or a thing that tables have a column of, and what that column is called.
_MEASURES = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(column, re.IGNORECASE))
    for asked, column in (
        (
            r"\b(?:kost(?:e|er|ar|et|a)?|pris(?:en)?|dyrt?|billi?g\w*|billeg\w*|kroner|kr|mill(?:ioner|ionar|\.)?|mnok|pengar?|penger|beløp\w*|"
            r"betal\w*|lagt\s+ut|brukt|bruke[rs]?|gå(?:r|tt)\s+med|gikk\s+(?:det\s+)?med|costs?|price)\b",
            r"\b(?:kr|kroner|mill\w*|mnok)\b|kost|\bpris|investering|utgift|beløp|avgift",
        ),
        (r"\b(?:kvadratmeter|areal\w*|m2|m²|plass|dekar|mål|jord\w*)\b", r"areal|m²|kvadratmeter|dekar"),
        (
            r"\b(?:når|(?:hvilket|kva|hva\s+for\s+et)\s+år|ferdig\w*|frist\w*|innen|when|deadline)\b",
            r"ferdig|\bfrist|oppstart|\bdato|\bnår|slutt|innen|\btid",
        ),
        (r"\b(?:prosent\w*|andel\w*|(?:hvor|kor)\s+stor\s+del|percent|share)\b", r"%|prosent|andel|\bdel\b"),
        (r"\b(?:antall|antal)\b", r"antall|antal"),
        (r"\b(?:hvem|kven|who|ansvar\w*|eier|eig)\b", r"ansvar|\beie|\beig|\bhvem|\bkven|leder|leiar|risikoeier|utfør"),
        (
            r"\b(?:tiltak\w*|mottiltak\w*|gjør(?:e|es)?|gjere|gjerast|gjort|unngå\w*|forhindr\w*|hindr\w*|dempe\w*|prevent\w*)\b",
            r"tiltak|oppfølging|handling",
        ),
        (r"\b(?:vurder\w*|bedøm\w*|assess\w*)\b", r"vurder"),
        (
            r"\b(?:status|går\s+det\s+med|gjekk\s+det\s+med|gikk\s+det\s+med|langt\s+(?:er|har))\b",
            r"status|tilstand|framdrift",
        ),
        (r"\b(?:minutt\w*|tid\s+tar|reisetid\w*)\b", r"\bmin\b|minutt|tid"),
    )
)
# What is asked of more than one cell's place, or of something else than tables.
_BEYOND = frozenset({
    Cue.PROPOSAL, Cue.DECIDED, Cue.DEBATE, Cue.WHY, Cue.WHICH_CASE, Cue.CHANGE, Cue.LEADER, Cue.CLOCK,
})  # fmt: skip
# Said in questions about tables, of no row.
SAID = frozenset(
    stem(word)
    for word in (
        "hva kva hvor kor mye mykje mange hvilken hvilket hvilke får fikk fekk får ha har hadde være vere er ble blei "
        "vart blir vil skal skulle må kan kunne man en ein et eit vi me oss dere de dei det den der om hvis dersom så da "
        "når til for fra frå på i av ved med som og eller år året årlig årleg hvert kvart hver kvar per i dag nå no "
        "totalt samlet egentlig eigentleg folk gir gi gav tabellen tabell oversikten oversikt tallet tall tal står stå fortell "
        "fortel alt alle heile hele begge mange much many how what is the does do will would cost costs of in to and it "
        "for be by"
    ).split()
)
# No more columns than this are told of a row whose columns are not asked for one by one.
_MOST_COLUMNS = 6
_MOST_ROWS = 2
# Rows that are called by a letter or a number before their names, and how a question calls them.
_NUMBERED = re.compile(r"(?P<number>[A-Z]|\d{1,2})(?=[\s.)–:-]|$)")
_COUNTED = re.compile(
    r"\b(?:alternativ|modell|modul|rute|tiltak|variant|fase|sone|trinn|nr\.?|nummer|option|og|eller|and|or)\s+(?P<number>[A-Z]|\d{1,2})(?![\w.,/])"
)
# Said of the answer, not of what it is to tell.
_ASKED_BY_ITSELF = re.compile(
    rf"\b(?:samm?enlig(?:n|ne|net)|samanlikn\w*|ekstra|compare|respektive)\b|{PERIOD_END.pattern}", re.IGNORECASE
)
# A row is called by so much of its name at least (the share of its words).
_LEAST_OF_LABEL = 0.4
_BRACKETS = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class _Found:
    """Rows of one table, the columns asked for, and the weight of the words that these and the slide tell."""

    rows: tuple[Row, ...]
    columns: tuple[str, ...]
    named: float
    score: float


def row_resolved(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The cells of the one row, or of the two of one table, that a question means; None where a word of it is told by no table,
    where several tables fit as well, or where it asks for the most, a change or a sum.
    """
    beyond = query.cues & _BEYOND - ({Cue.CHANGE} if _ASKED_BY_ITSELF.search(query.asked) else set())
    if beyond or query.people or query.slides or query.unknown_names:
        return None
    if any(words.search(query.asked) for words in (MOST, LEAST, EACH, WITHOUT)):
        return None
    found = [each for rows in tables_meant(query, corpus) if (each := _of_table(query, rows, corpus)) is not None]
    found.sort(key=lambda each: (each.score, each.named), reverse=True)
    if not found or (len(found) > 1 and (found[1].score, found[1].named) == (found[0].score, found[0].named)):
        return None
    best = found[0]
    drafts = [told(row, list(best.columns)) for row in best.rows]
    said = tuple(each for draft in drafts if draft is not None and not draft.abstained for each in draft.statements)
    return Draft(said) if said else None


def tables_meant(query: Query, corpus: Corpus) -> list[list[Row]]:
    """The rows of each table of the meetings and cases that a question names; of all where it names none."""
    tables: dict[tuple[str, int, int], list[Row]] = {}
    for passage in corpus.of_kind(PassageKind.TABLE_ROW):
        if in_scope(passage, query) and (not query.cases or passage.case in query.cases):
            tables.setdefault((passage.sha256, passage.slide, passage.data["table"]), []).append(Row(passage))
    return list(tables.values())


def _of_table(query: Query, rows: Sequence[Row], corpus: Corpus) -> _Found | None:
    if any(row.is_year for row in rows):
        return None
    counted = {match["number"] for match in _COUNTED.finditer(query.asked)}
    by_word = _asked(query, corpus)
    asked = {term: weight for forms in by_word for term, weight in forms.items()}
    labels = _told_by_labels(asked, rows, corpus)
    meant: list[tuple[Row, Set[str]]] = []
    for row in rows:
        others = set().union(*(terms for label, terms in labels.items() if label != row.label))
        own = labels[row.label] - others
        number = _NUMBERED.match(row.label)
        if counted and number is not None:
            if number["number"] in counted:
                meant.append((row, own))
        elif own and _covered(row, labels[row.label], corpus) >= _LEAST_OF_LABEL:
            meant.append((row, own))
    # What the table as a whole is called says little of one row of it.
    titled = set(corpus.terms(f"{rows[0].passage.data['title']} {rows[0].passage.data['caption']}"))
    meant = [(row, own) for row, own in meant if own - fitting(own, titled)] or meant
    if not 0 < len(meant) <= _MOST_ROWS:
        return None
    row = meant[0][0]
    of_rows = set().union(*(labels[each.label] for each, _ in meant))
    named = {c: fitting(asked, _column_terms(c, row, corpus)) - of_rows for c in row.columns}
    columns = _columns(query, row, named)
    if columns is None or (_MEASURES[0][0].search(query.asked) and not _of_money(row, columns)):
        return None
    told_terms = of_rows | set().union(*(named[column] for column in columns))
    known = told_terms | fitting(asked.keys() - told_terms, context_terms(row, corpus))
    if any(known.isdisjoint(forms) for forms in by_word):
        return None
    return _Found(
        tuple(each for each, _ in meant),
        tuple(columns),
        sum(asked[term] for term in told_terms),
        float(len(columns) < len(row.columns) or len(row.columns) == 1),
    )


def _asked(query: Query, corpus: Corpus) -> list[Mapping[str, float]]:
    """What each telling word of a question, and each part of a compound that the archive lacks, may be in the archive's words,
    weighted.
    """
    text = _ASKED_BY_ITSELF.sub(" ", _COUNTED.sub(" ", _without_measures(as_nouns(query.asked))))
    in_english = is_english(query.text)
    by_word: list[Mapping[str, float]] = []
    for word in words(text):
        forms, parts = corpus.weights(word, in_english=in_english), corpus.lexical.compounds.parts(stem(word))
        compound = bool(forms) and forms.keys() <= set(parts)
        by_word += [{part: weight} for part, weight in forms.items()] if compound else [forms]
    told = [{term: w for term, w in forms.items() if term not in SAID and not term.isdigit()} for forms in by_word]
    return [forms for forms in told if forms]


def _covered(row: Row, asked: Set[str], corpus: Corpus) -> float:
    """The share (0 to 1) of the words of what a row is called that a question tells; of a number, of the texts beside it."""
    bare = _BRACKETS.sub(" ", _label_text(row))
    own = [term for term in terms(bare) if term not in SAID and (len(term) > 1 or len(bare) == 1)]
    told = [term for term in own if fitting(asked, {term, *corpus.terms(term)})]
    return len(told) / len(own) if own else 0.0


def _of_money(row: Row, columns: Sequence[str]) -> bool:
    """Whether some of a row's columns have amounts of money."""
    return any(_MEASURES[0][1].search(column) or unit_of_cell(row, column) not in ("", "%") for column in columns)


def _columns(query: Query, row: Row, named: Mapping[str, Set[str]]) -> list[str] | None:
    """The columns asked for: of the years named, by a word of their names, by the measure; else all; None where the table lacks
    what is asked for.
    """
    years = [column for column in row.columns if YEAR.search(column)]
    if years and not query.years and PERIOD_END.search(query.asked):
        return years[-1:]
    if query.years:
        of_years = [column for column in row.columns if any(year in column for year in query.years)]
        return of_years or None
    by_name = [column for column in row.columns if named[column]]
    measured: list[str] = []
    for asked, called in _MEASURES:
        if asked.search(query.asked):
            measured += [column for column in row.columns if called.search(column)]
    chosen = [column for column in row.columns if column in by_name or column in measured]
    if by_name and measured and (both := [column for column in by_name if column in measured]):
        chosen = both
    if not chosen:
        chosen = list(row.columns)
    return chosen if all(column in years for column in chosen) or len(chosen) <= _MOST_COLUMNS else None


def _told_by_labels(asked: Mapping[str, float], rows: Sequence[Row], corpus: Corpus) -> dict[str, Set[str]]:
    """The terms asked for that each row's name tells; one that stands in some names is told by these alone."""
    own = {row.label: _label_terms(row, corpus) for row in rows}
    standing = {term for term in asked if any(term in terms for terms in own.values())}
    return {
        label: {term for term in fitting(asked, terms) if term not in standing or term in terms}
        for label, terms in own.items()
    }


def _without_measures(text: str) -> str:
    for asked, _ in _MEASURES:
        text = asked.sub(" ", text)
    return text


def fitting(asked: Iterable[str], own: Set[str]) -> Set[str]:
    """The terms asked for that some terms tell: themselves, in another form, or as what they begin or end."""
    return {term for term in asked if any(_tells(each, term) for each in own)}


def _tells(own: str, asked: str) -> bool:
    part = len(asked) >= MIN_PART and (own.endswith(asked) or (len(asked) >= SHORTEST_PREFIX and own.startswith(asked)))
    return own == asked or part or begins_alike(own, (asked,)) or begins_alike(asked, (own,))


def _label_terms(row: Row, corpus: Corpus) -> Set[str]:
    """The terms of what a row is called; of a number also those of the texts beside it."""
    return set(corpus.terms(_label_text(row)))


def _label_text(row: Row) -> str:
    if any(map(str.isalpha, row.label)):
        return row.label
    beside = next((value for value in row.values if value and sum(map(str.isalpha, value)) > len(value) // 2), "")
    return f"{row.label} {beside}"


def _column_terms(column: str, row: Row, corpus: Corpus) -> Set[str]:
    """The terms of a column's name, and of what another slide of the case says under that very name ("Alternativ 2")."""
    texts = [column]
    for unit in corpus.of_kind(PassageKind.UNIT):
        same = (unit.sha256, unit.case) == (row.passage.sha256, row.passage.case)
        if same and unit.data["under"][-1:] == [column]:
            texts.append(unit.text)
    return set(corpus.terms(" ".join(texts)))


def context_terms(row: Row, corpus: Corpus) -> Set[str]:
    """The terms of a table's slide and of where it belongs."""
    return set(corpus.slide_terms(row.passage)) | _of_case(row.passage, corpus)


def _of_case(passage: Passage, corpus: Corpus) -> Set[str]:
    titles = (
        item.data["title"]
        for item in corpus.of_kind(PassageKind.AGENDA)
        if (item.body, item.meeting, item.case) == (passage.body, passage.meeting, passage.case)
    )
    return {term for title in titles for term in corpus.terms(title)}
