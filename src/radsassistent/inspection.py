"""What was read of a file, what was understood of it, slide by slide, and what became of it: the operator's lens. Used by the
command line.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table as Grid

from radsassistent.archive.ingest import Ingested, Status
from radsassistent.documents import Block, BlockKind, Document, Slide, SlideStatus, Table
from radsassistent.meetings import PART_NAMES, DecisionStatus, Meeting, Place
from radsassistent.meetings.case_numbers import named_case

# How a slide was read, in Norwegian: of one, and of several.
STATUS_WORDS = {
    SlideStatus.TEXT: ("tekst", "med tekst"),
    SlideStatus.TABLE: ("tabell", "med bare tabeller"),
    SlideStatus.OCR: ("lest i bilde (OCR)", "lest i bilder (OCR)"),
    SlideStatus.PICTURE: ("bare bilde", "med bare bilde"),
    SlideStatus.BLANK: ("blank", "blanke"),
    SlideStatus.UNREADABLE: ("uleselig", "uleselige"),
}
_KIND_WORDS = {
    BlockKind.TITLE: "tittel",
    BlockKind.HEADING: "overskrift",
    BlockKind.PARAGRAPH: "avsnitt",
    BlockKind.BULLET: "punkt",
    BlockKind.TABLE: "tabell",
    BlockKind.FOOTER: "bunntekst",
    BlockKind.NOTE: "notat",
}
_STATUS_OF_DECISION = {
    DecisionStatus.ADOPTED: "vedtatt",
    DecisionStatus.CHANGED: "vedtatt, endret fra forslaget",
    DecisionStatus.REJECTED: "avvist",
    DecisionStatus.POSTPONED: "utsatt",
}
# Wide enough for a cost table of ten columns; a terminal wraps or scrolls.
_WIDTH = 140


def record(document: Document, meeting: Meeting, only: Collection[int] = ()) -> dict[str, Any]:
    """All that was read and understood, as JSON can carry it; `only` these slides (all when empty).

    `status` is how a slide was read, `kind` the part it plays in the meeting, `evidence` what says which case it belongs to.
    Table `columns` name the value columns; `label_header` is what the table calls its first column.
    """
    shown = [slide for slide in document.slides if not only or slide.number in only]
    numbers = {slide.number for slide in shown}
    return {
        "document": {
            "name": document.name,
            "sha256": document.sha256,
            "format": document.format.value,
            "slides": len(document.slides),
            "statuses": dict(Counter(slide.status.value for slide in document.slides)),
        },
        "meeting": {
            "body": meeting.body,
            "date": meeting.date.isoformat() if meeting.date else None,
            "venue": meeting.venue,
            "title": meeting.title,
            "start": meeting.start,
            "end": meeting.end,
            "classification": meeting.classification.value if meeting.classification else None,
        },
        "agenda": [
            {
                "case": item.case,
                "title": item.title,
                "presenter": item.presenter,
                "organisation": item.organisation,
                "time": item.time,
                "type": item.case_type,
            }
            for item in meeting.agenda
        ],
        "slides": [_slide(slide, document, meeting) for slide in shown],
        "proposals": [
            {"case": found.case, "slide": found.place.slide, "text": found.text, "updated": found.updated}
            for found in meeting.proposals
            if found.place.slide in numbers
        ],
        "decisions": [
            {
                "case": found.case,
                "slide": found.place.slide,
                "text": found.text,
                "status": found.status.value,
                "votes": found.votes,
                "as_proposed": found.as_proposed,
                "proposal": found.proposal.text if found.proposal else None,
            }
            for found in meeting.decisions
            if found.place.slide in numbers
        ],
        "attendance": [
            {
                "name": found.name,
                "title": found.title,
                "organisation": found.organisation,
                "presence": found.presence.value,
                "substitutes_for": found.substitutes_for,
                "slide": found.place.slide,
            }
            for found in meeting.attendance
        ],
        "warnings": [*document.warnings, *meeting.warnings],
    }


def _slide(slide: Slide, document: Document, meeting: Meeting) -> dict[str, Any]:
    known = meeting.slide(Place(document.sha256, slide.number))
    return {
        "slide": slide.number,
        "case": known.case,
        "kind": known.kind.value,
        "evidence": known.evidence,
        "previews": known.previews,
        "section": known.section,
        "cases": [{"case": span.case, "first_block": span.first} for span in known.cases],
        "title": slide.title,
        "status": slide.status.value,
        "reason": slide.reason,
        "hidden": slide.hidden,
        "links": list(slide.links),
        "blocks": [_block(block) for block in slide.blocks],
        "tables": [_table(block.table) for block in slide.blocks if block.table is not None],
    }


def _block(block: Block) -> dict[str, Any]:
    box = block.box
    return {
        "kind": block.kind.value,
        "text": block.text,
        "level": block.level,
        "group": block.group,
        "unstructured": block.unstructured,
        "box": [round(edge, 1) for edge in (box.left, box.top, box.right, box.bottom)],
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "caption": table.caption,
        "label_header": table.label_header,
        "columns": list(table.columns),
        "unit": table.unit,
        "rows": [
            {
                "label": row.label,
                "under": list(row.under),
                "values": list(row.values),
                "numbers": [float(value) if value is not None else None for value in row.numbers],
            }
            for row in table.rows
        ],
    }


def as_text(document: Document, meeting: Meeting, only: Collection[int] = ()) -> str:
    """The same for a reader: the meeting first, then each slide with its blocks, tables as tables."""
    buffer = io.StringIO()
    console = Console(file=buffer, width=_WIDTH, highlight=False, soft_wrap=True)
    console.print(f"[bold]{escape(document.name)}[/bold]: {pages(document)}")
    day = meeting.date.strftime("%d.%m.%Y") if meeting.date else "ukjent dato"
    console.print(f"Møte: {escape(meeting.body)} {day}" + (f", {escape(meeting.venue)}" if meeting.venue else ""))
    for warning in (*document.warnings, *meeting.warnings):
        console.print(f"Advarsel: {escape(warning)}")
    if meeting.agenda:
        console.print(_agenda(meeting))
    for slide in document.slides:
        if not only or slide.number in only:
            _print_slide(console, slide, document, meeting)
    return buffer.getvalue().rstrip("\n")


def pages(document: Document) -> str:
    """How many slides were read, and in which ways: "174 lysbilder: 169 med tekst, 5 med bare bilde"."""
    return counted(Counter(slide.status.value for slide in document.slides))


def counted(counts: Mapping[str, int]) -> str:
    """The number of slides by the values of their status, in words."""
    parts = [f"{counts[status]} {words[1]}" for status, words in STATUS_WORDS.items() if counts.get(status)]
    total = sum(counts.values())
    return f"{total} {'lysbilde' if total == 1 else 'lysbilder'}: {', '.join(parts)}"


def _agenda(meeting: Meeting) -> Grid:
    grid = Grid("Sak", "Tittel", "Legges frem av", "Kl.", "Type", title="Dagsorden", title_justify="left")
    for item in meeting.agenda:
        who = ", ".join(part for part in (item.presenter, item.organisation) if part)
        grid.add_row(*(escape(cell or "") for cell in (item.case, item.title, who, item.time, item.case_type)))
    return grid


def _print_slide(console: Console, slide: Slide, document: Document, meeting: Meeting) -> None:
    known = meeting.slide(Place(document.sha256, slide.number))
    case = _case(known.case, "uten sak")
    hidden = ", skjult" if slide.hidden else ""
    part = PART_NAMES[known.kind]
    heading = f"Lysbilde {slide.number} · {case} · {part} · {STATUS_WORDS[slide.status][0]}{hidden}"
    console.print(f"\n[bold]{escape(heading)}[/bold]")
    console.print(f"  hvorfor: {escape(known.evidence)}" + (f"; {escape(slide.reason)}" if slide.reason else ""))
    for block in slide.blocks:
        if block.table is not None:
            console.print(_grid(block.table))
            continue
        mark = " (ustrukturert)" if block.unstructured else ""
        text = block.text.replace("\n", "\n    ")
        console.print(f"  {'  ' * block.level}{_KIND_WORDS[block.kind]}{mark}: {escape(text)}")
    for found in meeting.proposals:
        if found.place == known.place:
            console.print(f"  → forslag til vedtak{' (oppdatert)' if found.updated else ''} i {_case(found.case)}")
    for decision in meeting.decisions:
        if decision.place == known.place:
            votes = f", {decision.votes}" if decision.votes else ""
            said = f"  → {_STATUS_OF_DECISION[decision.status]} i {_case(decision.case)}{votes}: {decision.text}"
            console.print(escape(said))


def _case(case: str | None, without: str = "ingen sak") -> str:
    return named_case(case) if case else without


def _grid(table: Table) -> Grid:
    header = (table.label_header if table.label_header != table.caption else "", *table.columns)
    grid = Grid(*(escape(name) for name in header), title=escape(table.caption) or None, title_justify="left")
    for row in table.rows:
        cells = (" – ".join((*row.under, row.label)), *(value or "" for value in row.values))
        grid.add_row(*(escape(cell) for cell in cells))
    return grid


def tell(outcome: Ingested) -> None:
    """The summary of one file: to standard output when it is in, to standard error when it failed."""
    name = outcome.path.name
    if outcome.status is Status.FAILED:
        typer.echo(f"Feil: {outcome.message}", err=True)
        return
    if outcome.status is Status.UNCHANGED:
        typer.echo(f"{name}: uendret" + (f" ({outcome.message})" if outcome.message else ""))
        return
    word = "erstattet" if outcome.status is Status.REPLACED else "lest inn"
    word += f" ({outcome.message})" if outcome.message else ""
    typer.echo(f"{name}: {word} på {outcome.total_seconds:.1f} s (embedding {outcome.embedding_seconds:.1f} s)")
    typer.echo(f"  møte: {outcome.body} {'.'.join(reversed(outcome.date.split('-')))}".rstrip())
    typer.echo(
        f"  {outcome.cases} {'sak' if outcome.cases == 1 else 'saker'}, {outcome.proposals} forslag til vedtak, "
        f"{outcome.decisions} vedtak, "
        f"{outcome.passages} {'tekstbit' if outcome.passages == 1 else 'tekstbiter'}\n"
        f"  {counted(outcome.statuses)}"
    )
    words = {"picture": "bare bilde", "blank": "blanke", "unreadable": "uleselige"}
    for status, slides in outcome.unreadable.items():
        typer.echo(f"  ikke lest, {words.get(status, status)}: lysbilde {', '.join(map(str, slides))}")
    for warning in outcome.warnings:
        typer.echo(f"  advarsel: {warning}")
