"""A question that leaves out the row just told, with the row's name: "hvor mange bor der?" – "hvor mange bor i Kystranden?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft
from radsassistent.answers.figures.rows import YEAR, Row
from radsassistent.answers.turns.reckoned import figures_told
from radsassistent.answers.turns.told_slides import WHY
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.asked_anew import NAMED
from radsassistent.search.corpus import TOTAL_LABEL, Corpus
from radsassistent.search.figures import Figure, own_words
from radsassistent.search.pronouns import with_thing
from radsassistent.search.terms import begins_alike

# A question of more words than this says itself what it is about.
MOST_WORDS = 9
# A name of fewer letters may stand in any text.
_SHORTEST_NAME = 6
# More cells than these are told of a row where nothing of it is asked for that it has.
MOST_CELLS = 2
_OPENING = re.compile(r"^\s*(?:(?:og|men|and|but)\b\s*)?", re.IGNORECASE)
# "Hvor mye er det søkt om i alt?" points to nothing.
_EXPLETIVE = re.compile(
    r"\b(?:er|ble|blei|blir|vart|vert|har|var)\s+det\s+(?:\w+\s+)?(?:\w+(?:t|dd|de)|gitt|gått|sett|brukt|fått|tatt|lagt)\b(?!\s*\??$)|"
    r"\b(?:er|ble|blei|blir|vart|vert|har|var)\s+det\s+(?:søkt|innvilget|bevilget|løyvd|betalt|meldt|gitt|brukt|satt|sett)\b",
    re.IGNORECASE,
)
_THERE = re.compile(r"\b(?:der|there)\W*$", re.IGNORECASE)
_AMOUNT = re.compile(r"\b(?:hvor|kor|how)\s+(?:mange|mye|mykje|stor\w*|many|much)\b", re.IGNORECASE)
_COSTS_TO = re.compile(
    r"^(?P<costs>(?:(?:og|men)\s+)?(?:hva|kva|(?:hvor|kor)\s+my(?:e|kje))\s+(?:(?:vil|ville)\s+)?(?:det\s+)?(?:koster?|kostar)\s+det)\s+å\s+[^\W\d_]+\s+.*\b(?:den|det|dem)\b",
    re.IGNORECASE,
)
_OF_CASE = re.compile(r"\b(?:saken|saka|sak|case|møtet|meeting)\b", re.IGNORECASE)


def row_told(figures: Sequence[Figure]) -> Passage | None:
    """The one row just told."""
    rows = {figure.passage.id: figure.passage for figure in figures}
    return next(iter(rows.values())) if len(rows) == 1 else None


def row_in_text(told: Sequence[Passage], corpus: Corpus) -> Passage | None:
    """The one row of a table of the same case whose name the text just told has."""
    texts = [passage for passage in told if passage.kind is not PassageKind.TABLE_ROW]
    said = "\n".join(passage.text for passage in texts).casefold()
    cases = {(passage.sha256, passage.case) for passage in texts if passage.case}
    named = [
        row
        for row in corpus.of_kind(PassageKind.TABLE_ROW)
        if (row.sha256, row.case) in cases
        and len(label := str(row.data["label"]).casefold()) >= _SHORTEST_NAME
        and re.search(rf"\b{re.escape(label)}\b", said)
    ]
    return named[0] if len({str(row.data["label"]) for row in named}) == 1 else None


def of_row(question: str, told: Passage, figures: Sequence[Figure] = ()) -> str | None:
    """A question with the name of the row just told for its pronoun, and of the year of the `figures` told of it where an amount
    is asked for; None where it has none.
    """
    row = Row(told)
    question = _OPENING.sub("", question)
    if len(question.split()) > MOST_WORDS or _OF_CASE.search(question):
        return None
    if _EXPLETIVE.search(question) and not _THERE.search(question):
        return None
    if YEAR.search(row.label) or TOTAL_LABEL.match(row.label) or not row.label.strip():
        return None
    named = with_thing(question, row.label)
    years = {figure.year for figure in figures}
    year = next(iter(years)) if len(years) == 1 else None
    if named is None or year is None or YEAR.search(named) or not _AMOUNT.search(named):
        return named
    # "Hvor mange millioner er det søkt om der?" is of the year spoken of.
    return f"{named.strip(' ?')} i {year}?"


def without_purpose(question: str) -> str | None:
    """What something costs, without what for: "hva koster det?" of "hva koster det å sette den i stand?"; None for any other."""
    match = _COSTS_TO.match(question)
    return f"{match['costs']}?" if match is not None else None


def is_of_row(question: str, draft: Draft, told: Passage, corpus: Corpus) -> bool:
    """Whether an answer speaks of the row just told: of cells that are asked for, not of all that it has, or in a text with its
    name; and of whatever else the question names.
    """
    if len({figure.place for figure in figures_told(draft)}) > MOST_CELLS:
        return False
    passages = [support.passage for said in draft.statements for support in said.support]
    if WHY.search(question) and {each.id for each in passages} <= {told.id}:
        # The figure again is no reason.
        return False
    slides = frozenset(form for each in passages for form in corpus.slide_terms(each))
    for named in NAMED.finditer(question):
        forms = [corpus.asked(word) for word in own_words(named[0])] if named.start() > 0 else []
        if not all(any(form in slides or begins_alike(form, slides) for form in asked) for asked in forms):
            return False
    label = set(corpus.terms(str(told.data["label"])))
    names = (str(each.data["label"]) if each.kind is PassageKind.TABLE_ROW else each.text for each in passages)
    return any(label <= set(corpus.terms(name)) for name in names)
