"""Decisions of minutes set as a table: a row a case, with its number, its title and what was decided."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from radsassistent.documents import Document, Table, TableRow
from radsassistent.meetings.case_numbers import Numbering, Scheme, numbered_line, only_case_number
from radsassistent.meetings.decisions import decision
from radsassistent.meetings.meeting import AgendaItem, Decision, Place, Proposal
from radsassistent.meetings.outcomes import votes_in

_WORD = r"(?:vedtak|konklusjon|beslutning|avgjerd|avgjørelse)"
_DECIDED = re.compile(
    rf"^(?:{_WORD}(?:\s*(?:/|og|eller)\s*{_WORD})?|beslut|utfall|resultat)$",
    re.IGNORECASE,
)

# What a table of anything may have, also one whose rows are no cases.
_RESULT = re.compile(r"^(?:utfall|resultat)$", re.IGNORECASE)


def decisions_in_tables(
    document: Document,
    numbering: Numbering,
    agenda: Sequence[AgendaItem],
    proposals: Sequence[Proposal],
    known: Set[str | None],
) -> list[Decision]:
    """The decisions in tables of minutes with a column headed "Vedtak" or "Konklusjon"; cases that are `known` are left."""
    found = []
    for slide in document.slides:
        for block in slide.blocks:
            if block.table is not None:
                place = Place(document.sha256, slide.number)
                made = _in_table(block.table, place, numbering, agenda, proposals, alone=not known)
                found += [each for each in made if each.case not in known]
    return found


def _in_table(
    table: Table,
    place: Place,
    numbering: Numbering,
    agenda: Sequence[AgendaItem],
    proposals: Sequence[Proposal],
    *,
    alone: bool,
) -> list[Decision]:
    """The decisions of a table. Where the minutes tell no others (`alone`), its rows may also be told by title or be counted."""
    column = next((n for n, name in enumerate(table.columns) if _DECIDED.match(name.strip(" :"))), None)
    if column is None:
        return []
    alone = alone and not _RESULT.match(table.columns[column].strip(" :"))
    counts = [numbering.alone(row.label) for row in table.rows]
    numbers = [each.number for each in counts if each is not None and each.scheme is Scheme.COUNTED]
    # Points that the meeting's own agenda does not number otherwise.
    plain = all(item.case is None or item.case.startswith("Punkt") for item in agenda)
    counted = alone and plain and numbers == list(range(1, len(table.rows) + 1))
    found = []
    for number, row in enumerate(table.rows, 1):
        text = row.values[column]
        case = _numbered(row, numbering)
        if case is None and alone:
            case = _titled(row, agenda) or (f"Punkt {number}" if counted else None)
        if case is not None and text:
            of_case = sorted((p for p in proposals if p.case == case), key=lambda proposal: proposal.updated)
            found.append(decision(case, text, place, votes_in(text), of_case))
    return found


def _cells(row: TableRow) -> list[str]:
    return [cell for cell in (row.label, *row.values) if cell]


def _numbered(row: TableRow, numbering: Numbering) -> str | None:
    """The case whose number stands alone in a cell of a row."""
    read = next((n for cell in _cells(row) if only_case_number(cell) and (n := numbered_line(cell))), None)
    return numbering.name(read) if read is not None else None


def _titled(row: TableRow, agenda: Sequence[AgendaItem]) -> str | None:
    """The one case with whose title in the agenda a cell of a row opens."""
    cells = [cell.casefold() for cell in _cells(row)]
    titles = {item.case: item.title.casefold() for item in agenda if item.case is not None and item.title}
    found = [case for case, title in titles.items() if any(cell.startswith(title) for cell in cells)]
    return found[0] if len(found) == 1 else None
