"""Who presents the cases of an agenda by what most of their titles end with, where one title alone would not tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.agenda_entries import DASHED, entry
from radsassistent.meetings.agenda_facts import presenters
from radsassistent.meetings.meeting import AgendaItem
from radsassistent.meetings.people import is_office

_COMMA = re.compile(rf",\s+(?P<post>(?:[a-zæøå]{{3,}}\s+){{1,3}})?(?P<who>{CAPITAL}[^,]+)$")
# "Budsjett (ved kirkevergen)", "Budsjett v/ kyrkjeverja": whoever it is, where most cases end so.
_SAID_BY = re.compile(r"\s*(?:\((?:ved\s|v/)\s*(?P<bracketed>[^()]+)\)|\bv/\s*(?P<bare>[^()]+))$", re.IGNORECASE)
_FEWEST_NAMED = 2


def named_behind_dashes(items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Items with the people behind the dashes or commas that their titles end with, or whoever it is behind a "ved", where that
    or a presenter is told of most cases; of one alone a name there may be of anything.
    """
    found = [_said_by(_named_behind_dash(item)) for item in items]
    told = sum(item.presenter is not None for item in found)
    cases = sum(item.case is not None for item in items)
    return tuple(found) if told >= _FEWEST_NAMED and 2 * told > cases else tuple(items)


def _named_behind_dash(item: AgendaItem) -> AgendaItem:
    dashed = (DASHED.search(item.title) or _COMMA.search(item.title)) if item.presenter is None else None
    who = f"{dashed['post'] or ''}{dashed['who']}".strip() if dashed is not None else ""
    named = presenters(who) if dashed is not None and dashed.start() > 0 else None
    if dashed is None or named is None or is_office(named[0]):
        return item
    # The type may stand between title and dash: "Budsjett (drøfting) – Kari Berg og Ola Dal".
    rest = entry(item.case, item.title[: dashed.start()].strip(" ,–-"), item.time, item.place, end=item.end)
    return replace(
        item,
        title=rest.title,
        presenter=named[0],
        organisation=named[1],
        case_type=item.case_type or rest.case_type,
        minutes=item.minutes or rest.minutes,
    )


def _said_by(item: AgendaItem) -> AgendaItem:
    by = _SAID_BY.search(item.title) if item.presenter is None else None
    if by is None or not by.start():
        return item
    return replace(
        item, title=item.title[: by.start()].strip(" ,–-"), presenter=(by["bracketed"] or by["bare"]).strip()
    )
