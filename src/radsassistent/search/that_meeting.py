"""The meeting that a follow-up leaves to the turn before, this one or the next, and the entry of its agenda."""

from __future__ import annotations

import re

from radsassistent.meetings.case_numbers import named_case
from radsassistent.search.elliptical import is_elliptical
from radsassistent.search.turn import Turn

_THE_MEETING = re.compile(r"\b(?:møtet|the\s+meeting)\b", re.IGNORECASE)
_THE_NEXT = re.compile(
    r"\b(?:neste|next)\s+(?:\w*møtet?|gang|gong|meeting|time)\b|\b(?:møtes?t?|samles|meet)\s+(?:\w+\s+)?(?:igjen|att|again)\b",
    re.IGNORECASE,
)
_THAT = re.compile(
    r"\b(?:(?:det|dette|that|this)\s+(?:møtet|meeting)|(?:the\s+)?(?:møtet|meeting)|det|it)\b(?!\s+(?:neste|next))",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:den|det|it)\b", re.IGNORECASE)
_IS_NEXT = re.compile(r"\b(?:neste|next|dette|this)\b", re.IGNORECASE)

# An entry of an agenda, called by what it is.
_THAT_ITEM = re.compile(
    r"\b(?:den|denne|det|dette|that|this)\s+(?:(?:program)?posten|bolken|punktet|innslaget|innlegget|økta|økten|sesjonen|talk|slot|session)\b|"
    r"\b(?<=på )(?:posten|innslaget|bolken)(?=\s*\?*$)",
    re.IGNORECASE,
)


def of_the_meeting(question: str, last: Turn) -> str | None:
    """ "Når starter møtet?" – "Og når slutter det?": the meeting is meant, though its answer may be of its first case; "Når er
    neste møte?" – "Og hvor er det møtet?": the next one is.
    """
    if last.query.cases:
        return None
    if _THE_NEXT.search(last.query.text):
        that = _THAT.search(question)
        of_it = that is not None and (
            is_elliptical(question) or "meeting" in that[0].lower() or "møtet" in that[0].lower()
        )
        if that is None or not of_it or _IS_NEXT.search(question):
            return None
        return f"{question[: that.start()]}neste møte{question[that.end() :]}"
    meeting = _THE_MEETING.search(last.query.text)
    if meeting is None or not _IT.search(question) or not is_elliptical(question):
        return None
    return _IT.sub(meeting[0], question, count=1)


def of_that_item(question: str, last: Turn) -> str | None:
    """ "Hvem har sak 6/26?" for "hvem har den posten?", where an entry of an agenda was told, and no line of a budget."""
    called = last.item or (named_case(last.spoken_of) if last.spoken_of else None)
    if called is None or last.told_by_text or last.figures or not _THAT_ITEM.search(question):
        return None
    return _THAT_ITEM.sub(called, question, count=1)
