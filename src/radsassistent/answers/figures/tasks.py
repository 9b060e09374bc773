"""What is to be done after a meeting, as its minutes list it: the tasks of somebody who is named, or all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft
from radsassistent.answers.figures.rows import Row, told
from radsassistent.archive import PassageKind
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query

_WHO = re.compile(r"^(?:ansvar(?:lig\w*)?|hvem|kven|utføres\s+av|eier|eigar)$", re.IGNORECASE)
_WHEN = re.compile(r"^(?:frist\w*|innen|når|dato|forfall)$", re.IGNORECASE)
# "Hvilke oppgaver har Kari Berg fått?", "Hva skal Kari Berg gjøre etter møtet?"
_TASKS = re.compile(
    r"\b(?:(?:oppfølgings?|oppfølgjings?)?(?:oppgave|oppgåve)\w*|oppfølgingspunkt\w*|oppfølgjingspunkt\w*|gjøremål|aksjonspunkt\w*|"
    r"tasks?|action\s+(?:points?|items?)|to-?dos?)\b|"
    r"\b(?:skal|må|should|must)\b[^?]*\b(?:gjøre|gjere|følge\s+opp|følgje\s+opp|do)\b[^?]*\b(?:etter|innen|after)\b",
    re.IGNORECASE,
)
# … of the meeting, where nobody is named.
_OF_MEETING = re.compile(
    r"\b(?:oppfølg\w*|oppgave\w*|oppgåve\w*|gjøremål|aksjonspunkt\w*|tasks?|action)\b[^?]*\b(?:etter|fra|frå|from|after)\s+(?:\w+\s+)?(?:\w*møte\w*|the\s+meeting)\b|"
    r"^(?:hva|kva|what)\s+(?:skal|må|should)\s+(?:følges\s+opp|følgjast\s+opp|gjøres|gjerast|be\s+done)\s+(?:etter|after)\s+(?:\w+\s+)?(?:\w*møte\w*|meeting)\W*$",
    re.IGNORECASE,
)


def tasks_after(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The rows of the newest list of tasks (who, by when), of the meetings named: of the one person that a question names, else
    all. None where no list has any, and for any other question.
    """
    if len(query.people) > 1 or query.cues & {Cue.PROPOSAL, Cue.DECIDED, Cue.WHY, Cue.HOW_MANY}:
        return None
    if not asks_for_tasks(query):
        return None
    rows = [
        Row(passage)
        for passage in corpus.of_kind(PassageKind.TABLE_ROW)
        if (not query.meetings or MeetingKey(passage.body, passage.meeting) in query.meetings)
        and (not query.cases or passage.case in query.cases)
    ]
    listed = [(row, who) for row in rows if (who := _who(row)) is not None]
    newest = max((row.passage.meeting for row, _ in listed), default=None)
    # Of a meeting's lists the one that ends its minutes; an earlier one tells what became of tasks.
    minutes = {d.sha256 for d in corpus.of_kind(PassageKind.DECISION)}
    found = [
        row
        for row, who in listed
        if row.passage.meeting == newest and row.passage.sha256 in minutes and _of(who, query)
    ]
    drafts = [told(row, row.columns) for row in found]
    said = tuple(each for draft in drafts if draft is not None for each in draft.statements)
    return Draft(said) if said else None


def asks_for_tasks(query: Query) -> bool:
    """Whether a question is for what somebody is to do, or for all that is to be done after a meeting."""
    return (_TASKS if query.people else _OF_MEETING).search(query.asked) is not None


def _who(row: Row) -> str | None:
    """Who a row of a list of tasks says is to do it; None for rows of other tables."""
    who = next(
        (value for column, value in zip(row.columns, row.values, strict=True) if value and _WHO.match(column)), None
    )
    return who if any(_WHEN.match(column) for column in row.columns) else None


def _of(who: str, query: Query) -> bool:
    return all(name.split()[-1] in who for name in query.people)
