"""Example questions, made of the agenda of the newest meeting, so that every example can be answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from radsassistent.meetings import AgendaItem
from radsassistent.web.language import Translator
from radsassistent.web.scope_view import case_named

# As many as fit on a phone's screen beside the question box.
MOST_EXAMPLES = 4
# Types of case that come with a proposal for something other than taking note; compared in lower case.
_WITH_PROPOSAL = ("drøfting", "beslutning", "behandling", "vedtak")


def example_questions(items: Sequence[AgendaItem], t: Translator) -> list[str]:
    """Up to MOST_EXAMPLES questions about different cases of the meeting that the first item belongs to."""
    cases = [item for item in items if item.case and item.place.sha256 == items[0].place.sha256]
    if not cases:
        return []
    found: list[str] = []
    asked: set[str] = set()

    def add(said: Callable[[str], str], candidates: list[AgendaItem]) -> None:
        fresh = [item for item in candidates if item.case not in asked]
        if fresh:
            item = fresh[len(fresh) // 2]
            asked.add(item.case or "")
            found.append(said(case_named(item.case or "", t)))

    with_proposal = [item for item in cases if (item.case_type or "").lower() in _WITH_PROPOSAL]
    add(lambda case: t("Hvem legger frem {case}?", case=case), [item for item in cases if item.presenter])
    add(lambda case: t("Hva er forslaget til vedtak i {case}?", case=case), with_proposal)
    add(lambda case: t("Når begynner {case}?", case=case), [item for item in cases if item.time])
    found.append(t("Hvilke saker er på dagsordenen?"))
    return found[:MOST_EXAMPLES]
