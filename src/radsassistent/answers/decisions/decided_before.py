"""What a deck tells itself that the council decided at an earlier meeting: a row of a table headed "Vedtak 18. mars" with the
case's number, or a line "Vedtak: …" with the number or under it, where the slide says so or is of a later case. It takes no
minutes of that meeting; no proposal is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from radsassistent.answers.decisions.proposal_facts import DECIDED_COLUMN, PROPOSED, decided_line, in_scope
from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.case_numbers import named_case, only_case_number
from radsassistent.meetings.proposal_words import DECIDED_BEFORE
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted

_EARLIER = re.compile(r"\b(?:forrige|førre|sist|siste|last|previous)\b", re.IGNORECASE)
# What is asked of a case that its decision does not tell.
_OTHER = frozenset({Cue.PRESENT, Cue.CLOCK, Cue.DURATION, Cue.CASE_TYPE})
# So many decisions of an earlier meeting are told one after the other.
_MOST = 8


@dataclass(frozen=True, slots=True)
class _Record:
    """An earlier decision: the case's number, its words, and what says that it was decided."""

    passage: Passage
    case: str
    text: str
    opening: str


def decided_before(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The decision on an earlier case that a question names by its number, or all those of the meeting before, where it asks for
    no more; None where no slide tells them.
    """
    if query.cases or PROPOSED.search(query.text) or query.wanted is not Wanted.TEXT or query.cues & _OTHER:
        return None
    records = [record for record in _records(corpus) if in_scope(record.passage, query)]
    if query.unknown_cases:
        found = [record for record in records if record.case in query.unknown_cases]
    elif (
        Cue.DECIDED in query.cues
        and _EARLIER.search(query.text)
        and not query.meetings
        and _asks_no_more(query, corpus)
    ):
        found = records if len({(r.passage.sha256, r.passage.slide) for r in records}) == 1 else []
    else:
        return None
    return Draft(tuple(_told(record) for record in found)) if 0 < len(found) <= _MOST else None


def _asks_no_more(query: Query, corpus: Corpus) -> bool:
    """Whether a question names no subject, and no meeting of the archive has minutes that would tell."""
    return not corpus.topic(_EARLIER.sub("", query.asked)) and not corpus.of_kind(PassageKind.DECISION)


def _told(record: _Record) -> Statement:
    named = named_case(record.case)
    return Statement(f"{record.opening} – {named}: {record.text}", (Support(record.passage, record.text),))


def _records(corpus: Corpus) -> list[_Record]:
    known: list[_Record] | None = corpus.kept.get(_records)
    if known is None:
        rows = (_of_row(passage) for passage in corpus.of_kind(PassageKind.TABLE_ROW))
        lines = (_of_line(passage) for passage in corpus.of_kind(PassageKind.UNIT))
        known = corpus.kept[_records] = [each for each in (*rows, *lines) if each is not None]
    return known


def _of_row(passage: Passage) -> _Record | None:
    data = passage.data
    cells = [(str(data.get("heading") or ""), str(data["label"])), *zip(data["columns"], data["values"], strict=True)]
    column = next((n for n, (name, text) in enumerate(cells) if text and DECIDED_COLUMN.match(name)), None)
    numbers = [case for _, text in cells if text and (case := only_case_number(text)) is not None]
    if column is None or len(numbers) != 1 or numbers[0] == passage.case:
        return None
    heading, text = cells[column]
    title = str(data["title"])
    opening = title if DECIDED_BEFORE.search(title) else heading
    return _Record(passage, numbers[0], text, opening)


def _of_line(passage: Passage) -> _Record | None:
    told = decided_line(passage)
    return _Record(passage, *told, str(passage.data.get("title") or "")) if told is not None else None
