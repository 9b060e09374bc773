"""Decisions of minutes set as a table: a row a case, with its number, its title and what was decided."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from radsassistent.documents import Document, Table
from radsassistent.meetings.case_numbers import Numbering, numbered_line, only_case_number
from radsassistent.meetings.decisions import decision
from radsassistent.meetings.meeting import Decision, Place, Proposal
from radsassistent.meetings.outcomes import votes_in

_DECIDED = re.compile(
    r"^(?:(?:vedtak|konklusjon|beslutning)(?:\s*(?:/|og|eller)\s*(?:vedtak|konklusjon|beslutning))?|beslut|utfall|resultat)$",
    re.IGNORECASE,
)


def decisions_in_tables(
    document: Document, numbering: Numbering, proposals: Sequence[Proposal], known: Set[str | None]
) -> list[Decision]:
    """The decisions in tables of minutes with a column headed "Vedtak" or "Konklusjon"; cases that are `known` are left."""
    found = []
    for slide in document.slides:
        for block in slide.blocks:
            if block.table is not None:
                place = Place(document.sha256, slide.number)
                found += [
                    each for each in _in_table(block.table, place, numbering, proposals) if each.case not in known
                ]
    return found


def _in_table(table: Table, place: Place, numbering: Numbering, proposals: Sequence[Proposal]) -> list[Decision]:
    column = next((n for n, name in enumerate(table.columns) if _DECIDED.match(name.strip(" :"))), None)
    if column is None:
        return []
    found = []
    for row in table.rows:
        read = next(
            (n for cell in (row.label, *row.values) if cell and only_case_number(cell) and (n := numbered_line(cell))),
            None,
        )
        text = row.values[column]
        if read is not None and text:
            case = numbering.name(read)
            of_case = sorted((p for p in proposals if p.case == case), key=lambda proposal: proposal.updated)
            found.append(decision(case, text, place, votes_in(text), of_case))
    return found
