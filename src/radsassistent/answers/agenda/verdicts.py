"""Whether something is so of an agenda's rows, with the rows that settle it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.answers.agenda import order as agenda_order
from radsassistent.answers.agenda.asked import apart
from radsassistent.answers.agenda.condition import Condition, Kind
from radsassistent.answers.agenda.meant import rows_called
from radsassistent.answers.agenda.presenters import is_as_many
from radsassistent.answers.agenda.reading import Reading, nearest_of, row_lengths
from radsassistent.answers.agenda.rows import said
from radsassistent.answers.agenda.vocabulary import (
    ANY,
    APART,
    ASKS,
    BEGINNING,
    ENDING,
    EVERY,
    NEXT_TO,
    OR,
    SEVERAL_CASES,
    THE_MEETING,
    VERB_FIRST,
)
from radsassistent.answers.draft import Draft
from radsassistent.archive import Passage
from radsassistent.search.corpus import Corpus
from radsassistent.search.query import Query
from radsassistent.search.understand import understand

_EXISTING = frozenset({Kind.MISSING, Kind.LENGTH, Kind.BREAK, Kind.TYPE})
_ALL_OF = re.compile(r"\b(?:alle|alt|samtlige|all|every|everything)\b", re.IGNORECASE)
_SAME_LENGTH = re.compile(
    r"\b(?:like|same)\s+(?:lang\w*|lenge|mye|mykje|lengths?|(?:amount\s+of\s+)?time)\b", re.IGNORECASE
)
_VERBS = re.compile(r"\b(?:er|blir|får|varer|tar|har|is|does|gets?|lasts?|get|last)\b|(?<=\w)\s+tid\b", re.IGNORECASE)
_LONGER_THAN = re.compile(
    r"\b(?:(?P<more>mer|meir|lengre|lenger|more|longer)|(?P<less>mindre|kortere|kortare|less|shorter)|like\s+(?:mye|mykje|lang\w*|lenge)|the\s+same)\b"
    r"(?:\s+\w+){0,6}?\s+(?:enn|som|than|as)\b",
    re.IGNORECASE,
)


def is_yes_no(text: str) -> bool:
    """Whether a question is for whether something is so: a verb opens its last sentence, and nothing else is asked."""
    asked = [part for part in re.split(r"(?<=[.:;–])\s+|\s-\s", text.strip()) if part.strip(" ?.!")]
    last = asked[-1] if asked else text
    return bool(VERB_FIRST.match(last.strip()) or VERB_FIRST.search(text)) and not ASKS.search(last)


def verdict(reading: Reading, query: Query) -> Draft | None:
    """Whether what is said of rows is so, with the rows that settle it; what they tell alone where it is a choice."""
    text, found = query.asked, list(reading.conditions)
    if BEGINNING.search(text):
        # What only goes on at a time does not begin then.
        found = [each if each.exact else replace(each, rows=frozenset(), exact=True) for each in found]
    identity = _all_of(found, reading) or min(
        (each for each in found if not each.negated), key=lambda each: each.kind, default=None
    )
    if identity is None or not all(each.exact for each in found):
        return None
    if THE_MEETING.search(text) and reading.kinds() == {Kind.TIME}:
        timed = [item for item in reading.items if item.data["time"]]
        begins = timed and not ENDING.search(text)
        return _settled(identity.holds(timed[0]), timed[:1], query, reading) if begins else None
    claims = [each for each in found if each is not identity]
    meant = [item for item in reading.fulfilling([identity]) if item.case or identity.kind in (Kind.TITLE, Kind.BREAK)]
    if _SAME_LENGTH.search(text) and len(meant) > 1 and not claims:
        lengths = {agenda_order.length_of(item, reading.items) for item in meant}
        told = row_lengths(meant, reading.items)
        return _with_verdict(len(lengths) == 1, told) if told is not None and None not in lengths else None
    several = SEVERAL_CASES.search(text)
    if several and meant and not (claims and reading.order):
        rows = [item for item in reading.fulfilling() if item.case]
        return _settled(is_as_many(len(rows), several), rows or meant, query, reading)
    if claims or reading.order:
        return _claimed(meant, identity, claims, reading, query) if meant else None
    exists = identity.kind in _EXISTING and ANY.search(text)
    return _settled(True, reading.fulfilling(), query, reading) if exists and reading.fulfilling() else None


def _all_of(found: Sequence[Condition], reading: Reading) -> Condition | None:
    """What all rows are of which something is asked: "er alt etter lunsj til drøfting?"."""
    match = _ALL_OF.search(reading.whole)
    after = [each for each in found if match is not None and each.start >= match.start() and not each.negated]
    return min(after, key=lambda each: each.start, default=None)


def difference(reading: Reading, query: Query) -> Draft | None:
    """How much longer one row is than another; None for any other question."""
    rows = [item for item in reading.fulfilling() if item.case or Kind.BREAK in reading.kinds()]
    return apart(rows, reading.items) if len(rows) == 2 and APART.search(query.asked) else None


def _claimed(
    meant: Sequence[Passage], identity: Condition, claims: Sequence[Condition], reading: Reading, query: Query
) -> Draft | None:
    """Whether what is claimed holds of the rows meant: of all, of any, or of the one that stands in a place."""
    if OR.search(query.asked):
        return shown_rows(meant, query) if len(meant) == 1 else None
    so = [item for item in meant if all(each.holds(item) for each in claims)]
    if reading.order is not None:
        pool = [item for item in reading.fulfilling(claims) if item.case] or list(reading.items)
        so = [item for item in reading.order.of(pool, reading.items) if item in meant]
    elif identity.kind is Kind.BREAK and NEXT_TO.search(query.asked):
        so = [item for item in nearest_of(reading.fulfilling(claims), reading) if item in meant]
    if len(so) == len(meant):
        return _settled(True, so, query, reading)
    if so and EVERY.search(query.asked):
        return _settled(False, [item for item in meant if item not in so], query, reading)
    if so:
        return _settled(True, so, query, reading) if ANY.search(query.asked) or identity.kind is not Kind.TYPE else None
    return _settled(False, meant, query, reading)


def compared(query: Query, items: Sequence[Passage], corpus: Corpus) -> Draft | None:
    """Whether one row is longer or shorter than another, with both; None for any other question."""
    match = _LONGER_THAN.search(query.asked)
    if match is None or not is_yes_no(query.asked):
        return None
    sides = (query.asked[: match.start()], query.asked[match.end() :])
    one, other = (
        rows_called(_VERBS.sub(" ", side), replace(query, cases=understand(side, corpus).cases), items, corpus)
        for side in sides
    )
    lengths = [{agenda_order.length_of(item, items) for item in side} for side in (one, other)]
    told = row_lengths((*one, *other), items)
    if told is None or any(len(own) != 1 or None in own for own in lengths):
        return None
    first, second = (own.pop() or 0 for own in lengths)
    so = first > second if match["more"] else first < second if match["less"] else first == second
    return _with_verdict(so, told)


def _settled(so: bool, rows: Sequence[Passage], query: Query, reading: Reading) -> Draft | None:
    shown = row_lengths(rows, reading.items) if Kind.LENGTH in reading.kinds() else shown_rows(rows, query)
    return _with_verdict(so, shown) if shown is not None else None


def _with_verdict(so: bool, told: Draft) -> Draft:
    """What rows tell with yes or no in front of it: it rests on the same slide."""
    first, *others = told.statements
    text = f"Ja: {first.text}" if so else f"Nei: {first.text}"
    return replace(told, statements=(replace(first, text=text), *others))


def shown_rows(rows: Sequence[Passage], query: Query) -> Draft | None:
    plain = replace(query, cues=frozenset())
    return Draft(tuple(said(item, plain) for item in rows)) if rows else None
