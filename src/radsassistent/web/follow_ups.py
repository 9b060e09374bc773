"""What can be asked after an answer, made of what the archive knows around the slides that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from radsassistent.answers.answer import Answer, Citation
from radsassistent.archive.around import Around, Row, around
from radsassistent.search.corpus import MeetingKey
from radsassistent.search.query import Scope
from radsassistent.web.language import Translator
from radsassistent.web.scope_view import case_named

# As many as are read at a glance.
MOST_FOLLOW_UPS = 3
_PROPOSED = re.compile(r"\b(?:forslag|framlegg|foreslå|propos)\w*", re.IGNORECASE)
_DECIDED = re.compile(r"\b(?:vedtatt|vedteke|besluttet|bestemt|decided)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question to go on with, asked of the meeting that the answer is from: others number their cases alike."""

    question: str
    scope: Scope


def follow_ups(answer: Answer, database: Path, t: Translator) -> tuple[FollowUp, ...]:
    """Up to MOST_FOLLOW_UPS questions that the archive has an answer to; none twice.

    Each stands alone, so that it can be asked whatever was asked before.
    """
    if answer.abstained or not answer.citations:
        return ()
    found: dict[str, FollowUp] = {}
    for citation in _to_ask_about(answer):
        known = around(database, citation.sha256, citation.slide, citation.case)
        scope = Scope(meetings=(MeetingKey(citation.body, citation.meeting),))
        for question in (*_other_years(answer, citation, known), *_of_the_case(answer, citation, known, t)):
            found.setdefault(question, FollowUp(question, scope))
    return tuple(found.values())[:MOST_FOLLOW_UPS]


def _to_ask_about(answer: Answer) -> list[Citation]:
    """The first citation of each case; none of an answer about many, whose reader has not chosen one."""
    cases: dict[str | None, Citation] = {}
    for sentence in answer.sentences:
        for citation in sentence.citations:
            cases.setdefault(citation.case, citation)
    return list(cases.values()) if len(cases) <= 2 else []


def _other_years(answer: Answer, citation: Citation, known: Around) -> Iterator[str]:
    """The question about the years beside the one it asks for, where the cited cell's row has them."""
    asked = set(_YEAR.findall(answer.question))
    if len(asked) != 1:
        return
    year = asked.pop()
    for row in known.rows:
        if not _is_cited(row, year, citation, answer):
            continue
        years = {match[0] for column in row.values if (match := _YEAR.search(column))} - {year}
        for other in sorted(years, key=lambda each: (abs(int(each) - int(year)), each))[:2]:
            yield answer.question.replace(year, other)


def _is_cited(row: Row, year: str, citation: Citation, answer: Answer) -> bool:
    cell = next((value for column, value in row.values.items() if year in column), None)
    return cell is not None and cell == citation.quote and row.label in answer.text


def _of_the_case(answer: Answer, citation: Citation, known: Around, t: Translator) -> Iterator[str]:
    if citation.case is None:
        return
    case, asked, told = case_named(citation.case, t), answer.question, answer.text
    if known.has_decision and not _DECIDED.search(asked):
        yield t("Hva ble vedtatt i {case}?", case=case)
    if known.has_proposal and not _PROPOSED.search(asked):
        yield t("Hva er forslaget til vedtak i {case}?", case=case)
    if known.presenter and known.presenter not in told:
        yield t("Hvem legger frem {case}?", case=case)
    if known.time and known.time not in told:
        yield t("Når begynner {case}?", case=case)
