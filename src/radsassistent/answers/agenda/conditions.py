"""What the words of a question say of an agenda's rows: each condition with the rows that fulfil it, and what is left unsaid."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.answers.agenda.condition import Condition, Kind, Rest
from radsassistent.answers.agenda.hours_meant import beside, lengths_said, presence, times_said
from radsassistent.answers.agenda.rows_named import (
    alternatives,
    breaks_named,
    cases_named,
    leader_named,
    missing,
    organisations_named,
    people_named,
    titles_said,
)
from radsassistent.answers.agenda.types_named import deeds_named, formal, types_named
from radsassistent.answers.agenda.vocabulary import (
    CLAUSE_ENDS,
    EXCEPTION,
    EXCEPTION_ENDS,
)
from radsassistent.archive import Passage
from radsassistent.search.corpus import Corpus
from radsassistent.search.query import Query


def conditions(query: Query, items: Sequence[Passage], corpus: Corpus) -> tuple[list[Condition], Rest]:
    """The conditions that a question sets, whatever it denies, and what is left of it."""
    rest = Rest(query.asked)
    found: list[Condition] = []
    # What has been taken is not taken twice: what is more telling goes first.
    for read in (
        alternatives,
        deeds_named,
        presence,
        lengths_said,
        beside,
        times_said,
        missing,
        cases_named,
        organisations_named,
        people_named,
        leader_named,
        titles_said,
        formal,
        types_named,
        breaks_named,
    ):
        found.extend(read(rest, query, items, corpus))
    return found, rest


def left_out(found: Sequence[Condition], by: Sequence[re.Match[str]]) -> list[Condition]:
    """The conditions in the order of the question, those denied that what matched `LEFT_OUT` leaves out."""
    denying = list(found)
    for match in by:
        begin, end = _scope(match)
        within = [each for each in denying if begin <= each.start < end]
        before = [each for each in denying if each.start < begin]
        # "Hvilke saker har Helsedirektoratet ikke?"
        denied = _without_whole(within) or before[-1:]
        denying = [replace(each, negated=not each.negated) if each in denied else each for each in denying]
    return sorted(denying, key=lambda each: each.start)


def _without_whole(within: Sequence[Condition]) -> list[Condition]:
    """What is left out; of "andre enn Kari fra Etaten" she is, and not all of those where she is from."""
    people = [each for each in within if each.kind is Kind.PRESENTER]
    return [
        each
        for each in within
        if each.kind is not Kind.ORGANISATION or not any(person.rows <= each.rows and person.rows for person in people)
    ]


def _scope(match: re.Match[str]) -> tuple[int, int]:
    """From where to where something is left out."""
    ends = EXCEPTION_ENDS if EXCEPTION.search(match[0]) else CLAUSE_ENDS
    end = ends.search(match.string, match.end())
    return match.end(), end.start() if end is not None else len(match.string)
