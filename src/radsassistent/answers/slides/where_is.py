"""Answers about where something stands: the slides that speak of it, each with its case and title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft, Statement, Support, quotable
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.case_numbers import named_case
from radsassistent.search.corpus import Corpus, MeetingKey, SlideKey
from radsassistent.search.cues import Cue
from radsassistent.search.features import covered
from radsassistent.search.hit import Hit
from radsassistent.search.intents import Intent
from radsassistent.search.query import Query
from radsassistent.search.terms import stem

# The slides named: one where one is asked for, a few where "where" is asked, more where all are.
FEW = 3
MOST = 8
# Terms of questions about where something stands, which no slide need have.
_GENERIC = frozenset(
    stem(word)
    for word in (
        "lysbilde lysbildet lysbilder lysbildene lysark plansje slide slides side sider siden page pages sak saken saker sakene "
        "står stå omtalt omtales omtale nevnt nevnes nevne finne finner finn lese lesa skrevet skriv vises vist vise viser "
        "presentasjon presentasjonen dokument dokumentene dokumenter tabell tabellen figur figuren oversikt oversikten mention "
        "has have står ligger finnes mentioned read find written deck show shows shown tall tallet tallene tal"
    ).split()
)
# What has records of its own, by what asks for it.
_RECORDS = (
    (Cue.PROPOSAL, PassageKind.PROPOSAL),
    (Cue.AGENDA, PassageKind.AGENDA),
    (Cue.MEMBER, PassageKind.MEMBER),
)
_ONE = re.compile(
    r"\b(?:hvilket|kva(?!\s+for\s+(?:lysbilde|sider))|which|what)\s+(?:\w+\s+)?(?:lysbilde|lysark|plansje|slide|side|page)\b",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:hvilke|kva\s+for|which|alle|all)\s+(?:\w+\s+)?(?:lysbilder?|lysark|plansjer|slides|sider|pages)\b",
    re.IGNORECASE,
)


def where_is(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The slides that have all telling words of a question for where something stands, the likeliest first."""
    if query.intent is not Intent.WHERE_IS or query.slides:
        return None
    telling = corpus.topic(query.asked, _GENERIC)
    if not telling:
        return _record(query, corpus)
    if not any(corpus.lexical.has(term) for term in telling):
        return Draft.abstaining("Det står ikke i dokumentene.")
    found: dict[SlideKey, Passage] = {}
    for hit in hits:
        if covered(telling, corpus.slide_terms(hit.passage)) >= 1.0:
            found.setdefault((hit.passage.sha256, hit.passage.slide), hit.passage)
    # "Hvilke" is one letter from "hvilket": the plural is looked for first.
    most = MOST if _ALL.search(query.text) else 1 if _ONE.search(query.text) else FEW
    chosen = list(found.values())[:most]
    return Draft(tuple(named(passage, corpus, first=i == 0) for i, passage in enumerate(chosen))) if chosen else None


def slides_told(told: Sequence[Passage], corpus: Corpus) -> Draft | None:
    """The slides that some passages stand on, each with its case and title."""
    found = {(passage.sha256, passage.slide): passage for passage in reversed(told)}
    chosen = list(reversed(found.values()))[:MOST]
    return Draft(tuple(named(passage, corpus, first=i == 0) for i, passage in enumerate(chosen))) if chosen else None


def _record(query: Query, corpus: Corpus) -> Draft | None:
    """The slides of what is asked for as such, of the cases named: their proposal, the agenda, the members."""
    kinds = next((kind for cue, kind in _RECORDS if cue in query.cues), None)
    if kinds is None or (kinds is PassageKind.PROPOSAL and not query.cases):
        return None
    newest = corpus.meetings[:1]
    found: dict[SlideKey, Passage] = {}
    for passage in corpus.of_kind(kinds):
        of_meeting = MeetingKey(passage.body, passage.meeting) in (query.meetings or newest)
        if passage.case in query.cases or (of_meeting and kinds is not PassageKind.PROPOSAL):
            found.setdefault((passage.sha256, passage.slide), passage)
    chosen = list(found.values())[:FEW]
    return Draft(tuple(named(passage, corpus, first=i == 0) for i, passage in enumerate(chosen))) if chosen else None


def named(passage: Passage, corpus: Corpus, *, first: bool) -> Statement:
    """A slide by its number, case and title; `first`: none is told before it."""
    title = str(passage.data.get("title") or "")
    shown = " ".join(corpus.slide_text(passage.sha256, passage.slide).split())
    quote = title if title and " ".join(title.split()) in shown else quotable(passage, corpus)
    case = f" i {named_case(passage.case)}" if passage.case else ""
    lead = "Det står på lysbilde" if first else "Også på lysbilde"
    text = f"{lead} {passage.slide}{case}: «{quote}»."
    return Statement(text, (Support(passage, quote),), (str(passage.slide),))
