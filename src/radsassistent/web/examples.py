"""Example questions, made of the agenda of the newest meeting, so that every example can be answered."""

from __future__ import annotations

from collections.abc import Sequence

from radsassistent.meetings import AgendaItem
from radsassistent.meetings.case_numbers import named_case
from radsassistent.web import texts

# As many as fit on a phone's screen beside the question box.
MOST_EXAMPLES = 4
# Types of case that come with a proposal for something other than taking note; compared in lower case.
_WITH_PROPOSAL = ("drøfting", "beslutning", "behandling", "vedtak")


def example_questions(items: Sequence[AgendaItem]) -> list[str]:
    """Up to MOST_EXAMPLES questions about different cases of the meeting that the first item belongs to."""
    cases = [item for item in items if item.case and item.place.sha256 == items[0].place.sha256]
    if not cases:
        return []
    found: list[str] = []
    asked: set[str] = set()

    def add(text: str, candidates: list[AgendaItem]) -> None:
        fresh = [item for item in candidates if item.case not in asked]
        if fresh:
            item = fresh[len(fresh) // 2]
            asked.add(item.case or "")
            found.append(text.format(case=named_case(item.case or "")))

    add(texts.EXAMPLE_PRESENTER, [item for item in cases if item.presenter])
    add(texts.EXAMPLE_PROPOSAL, [item for item in cases if (item.case_type or "").lower() in _WITH_PROPOSAL])
    add(texts.EXAMPLE_TIME, [item for item in cases if item.time])
    found.append(texts.EXAMPLE_AGENDA)
    return found[:MOST_EXAMPLES]
