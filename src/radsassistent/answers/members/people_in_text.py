"""Answers about people from running text: who goes, who came in whose place, and what is said of somebody who is on no list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft, statement
from radsassistent.answers.members.facts import is_generic
from radsassistent.answers.members.wording import LEADS_UNIT, SAID
from radsassistent.answers.members.words import same_word
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.people import each_person
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.terms import STOP_WORDS, stem, words

_LEAVES = re.compile(
    r"\b(?:gi(?:r)?\s+seg|gje(?:v)?\s+seg|slutt(?:er|et|a)|forlat(?:er|e|t)|takk(?:er|et|a)\s+(?:av|for\s+seg)|fratr(?:er|e|ådte)|"
    r"(?:går|gå|gikk|gjekk|gått|trer|tre|trådte|trått|må|må\s+vike|ryker|rykker)\s+(?:\w+\s+){0,2}?(?:ut|av|plassen)|leav(?:es?|ing)|step(?:s|ping)?\s+down)\b",
    re.IGNORECASE,
)
_ASKS_SUCCESSOR = re.compile(
    r"\b(?:kom(?:mer)?|kjem|går|gikk|gjekk|trer|trådte)\s+(?:\w+\s+){0,2}?inn\s+(?:for|etter|i\s+stedet)|\b(?:tok|tar|tek)\s+over|\b(?:over|etter)tok|"
    r"\berstatt\w*|\betterf[øu]lg\w*|\bavløs\w*|\bstiller\s+for|\bmøter\s+for|\bi\s+sted(?:et)?\s+for|\breplac\w*|\bsucceed\w*",
    re.IGNORECASE,
)
_SUCCEEDS = re.compile(
    r"\b(?:tok|tar|tek)\s+over|\bovertok|\berstatt\w*|\betterf[øu]lg\w*|\bavløs\w*|\b(?:inn\s+)?(?:for|etter|i\s+stedet\s+for)\b",
    re.IGNORECASE,
)
_ASKS_WHO = re.compile(
    r"^(?:hvem|kven|who)\s+(?:er|is)\s+(?!det\b)|[,–:-]\s*(?:hvem|kven|who)\s+(?:er|is)\s+(?:det|han|hun|ho|dette|that|she|he)\b|\b(?:hører|høyrer|tilhører|belongs?)\b|^(?:hvor|kor|where)\b.*\b(?:fra|frå|from)\b",
    re.IGNORECASE,
)
_MIDDLE_NAME = re.compile(
    r"\b(?:mellom|mellon)(?:navn|namn)\w*|\bmiddle\s+names?\b|\b(?:fulle?|heile|hele|full|whole)\s+(?:navn|namn|name)\w*",
    re.IGNORECASE,
)
_PRESENTS = re.compile(
    r"\b(?:sak\w*|legg\w*|presenter(?:er|e)|innled\w*|case|items?|present(?:s|ing))\b", re.IGNORECASE
)
_NOT_OF_PERSON = frozenset({Cue.DURATION, Cue.HOW_MANY, Cue.WHEN, Cue.CLOCK, Cue.DECIDED, Cue.PROPOSAL, Cue.WHY})


def leavers(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Who leaves a body is known not to be told where no line says of anybody that they do."""
    asks = _LEAVES.search(query.asked) and Cue.WHO in query.cues and query.cues & {Cue.MEMBER, Cue.BODY}
    if not asks or query.cases or query.years or query.people:
        return None
    told = any(_LEAVES.search(" ".join((unit.text, *unit.data["under"]))) for unit in _units(hits))
    return None if told else Draft.abstaining("Det står ikke i dokumentene.")


def successor(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The line that says who came in somebody's place, where that is asked of one who is named."""
    if len(query.people) != 1 or not _ASKS_SUCCESSOR.search(query.text):
        return None
    last = query.people[0].split()[-1]
    told = [unit for unit in _units(hits) if last in unit.text and _SUCCEEDS.search(unit.text)]
    return Draft((statement(f"{told[0].text.rstrip('.')}.", told[0], told[0].text),)) if told else None


def _units(hits: Sequence[Hit]) -> list[Passage]:
    """The units of text that the question's filters admit, in the archive's order."""
    found = [hit.passage for hit in hits if hit.passage.kind is PassageKind.UNIT]
    return sorted(found, key=lambda unit: unit.id)


def person_in_text(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What the slides and the agenda tell of the one person asked about who is on no list: title, employer, whole name."""
    if len(query.people) != 1 or query.cues & _NOT_OF_PERSON or query.cases:
        return None
    name = query.people[0]
    asks = query.cues & {Cue.TITLE, Cue.EMPLOYER} or _ASKS_WHO.search(query.asked) or _MIDDLE_NAME.search(query.asked)
    if not asks or _PRESENTS.search(query.asked):
        return None
    parts = name.split()
    # A middle name may stand on the one slide and not on the other.
    lines = [
        unit for unit in _units(hits) if all(part in unit.text for part in (parts[0], parts[-1])) and "," in unit.text
    ]
    rows = [row for row in corpus.of_kind(PassageKind.AGENDA) if name in each_person(row.data["presenter"])]
    rows = [row for row in rows if row.data["organisation"]]
    if not _is_told(query, [*lines, *rows], parts):
        return None
    if _MIDDLE_NAME.search(query.asked):
        longer = re.compile(rf"\b{re.escape(parts[0])}\s+(?:[^\W\d_][\w'’.-]*\s+)+{re.escape(parts[-1])}\b")
        lines, rows = [unit for unit in lines if longer.search(unit.text)], []
    told = [statement(f"{unit.text.rstrip('.')}.", unit, unit.text) for unit in lines[:1]]
    known = " ".join(unit.text for unit in lines[:1])
    if not told and rows and Cue.TITLE in query.cues and Cue.EMPLOYER not in query.cues:
        # An agenda has no titles; whom somebody comes from is as near as it gets.
        near = f"{rows[0].data['organisation']} (lysbilde {rows[0].slide})"
        return Draft.abstaining(f"Dokumentene oppgir ingen tittel for {name}, som er fra {near}.")
    told += [
        statement(f"{name}: {row.data['organisation']}.", row, name)
        for row in rows[:1]
        if str(row.data["organisation"]) not in known
    ]
    return Draft(tuple(told)) if told else None


def _is_told(query: Query, passages: Sequence[Passage], name: Sequence[str]) -> bool:
    """Whether all that a question says of somebody is in what is told, or says no more than what is asked."""
    own = {part.casefold() for part in name}
    told = {word for passage in passages for word in words(passage.text)} | own
    asked = words(_MIDDLE_NAME.sub(" ", query.asked))
    return all(
        word in STOP_WORDS
        or is_generic(stem(word))
        or word in SAID
        or LEADS_UNIT.fullmatch(word)
        or any(same_word(word, each) for each in told)
        for word in (each.removesuffix("s") if each.removesuffix("s") in own else each for each in asked)
    )
