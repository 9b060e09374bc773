"""Proposals that stand in tables: beside or under the words for one, or a column of them with a case a row."""

from __future__ import annotations

import re

from radsassistent.documents import Slide, Table
from radsassistent.meetings.case_numbers import only_case_number
from radsassistent.meetings.meeting import Place, Proposal
from radsassistent.meetings.proposal_words import (
    LABEL_WORDS,
    NUMBER,
    POINT_WITHIN,
    PROPOSAL_TITLE,
    bare_label,
    heads_a_proposal,
    is_a_decision,
)


def beside_a_label(slide: Slide) -> str | None:
    """The proposal in a row of a table headed by the words for one: "Innstilling fra daglig leder | Styret godkjenner …"."""
    for block in slide.body:
        if block.table is None:
            continue
        header = (block.table.label_header or block.table.caption, *block.table.columns)
        points = points_of(block.table)
        heads = [cell for cell in header if cell]
        heads = [cell for cell in heads if not _heads_counts(cell, block.table)] or heads
        if points and len(heads) == 1 and heads_a_proposal(heads[0]):
            return points
        rows: list[tuple[str | None, ...]] = [header, *((row.label, *row.values) for row in block.table.rows)]
        for row in rows:
            label, told = row[0] or "", [cell for cell in row[1:] if cell]
            if len(told) == 1 and len(label.split()) <= LABEL_WORDS and PROPOSAL_TITLE.match(bare_label(label)):
                return each_point(told[0])
    return None


def _heads_counts(head: str, table: Table) -> bool:
    """Whether a word over a column of a table has nothing but counts under it: "Punkt", "Nr."."""
    cells_of = zip(*((row.label, *row.values) for row in table.rows), strict=False)
    columns = zip((table.label_header or table.caption, *table.columns), cells_of, strict=False)
    return any(
        name == head and all(cell and NUMBER.fullmatch(cell.strip()) for cell in cells) for name, cells in columns
    )


def each_point(text: str) -> str:
    """A cell's text, a point a line where it counts several: "1. … 2. … 3. …"."""
    parts = POINT_WITHIN.split(text.strip())
    counted = [int(match[0]) for part in parts if (match := re.match(r"\d{1,2}(?=[.)])", part))]
    return "\n".join(parts) if counted == list(range(1, len(parts) + 1)) else text.strip()


def proposals_in_columns(slide: Slide, place: Place) -> list[Proposal]:
    """The proposals in tables of cases with a column for them: "Sak | Gjelder | Forslag til vedtak"."""
    return [each for block in slide.body if block.table is not None for each in _in_column(block.table, place)]


def _in_column(table: Table, place: Place) -> list[Proposal]:
    """The proposals in a column of a table that is headed by the words for one, each of the case that its row numbers."""
    heads = [name is not None and PROPOSAL_TITLE.match(name) and heads_a_proposal(name) for name in table.columns]
    column = next((n for n, head in enumerate(heads) if head), None)
    found = []
    for row in table.rows if column is not None else ():
        case = next((case for cell in (row.label, *row.values) if cell and (case := only_case_number(cell))), None)
        text = row.values[column] if column is not None else None
        if case is not None and text and is_a_decision(text):
            found.append(Proposal(case, text, place))
    return found


def points_of(table: Table) -> str | None:
    """The points of a proposal that are rows of a table, what each says beside its number; None where they say more."""
    rows = [[cell for cell in (row.label, *row.values) if cell and re.search(r"[^\W\d_]", cell)] for row in table.rows]
    return "\n".join(cells[0] for cells in rows) if all(len(cells) == 1 for cells in rows) else None
