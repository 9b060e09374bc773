"""The register of proposals and decisions in the terminal: the command, and a row as text and as a record."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from radsassistent.errors import RadsassistentError, UsageError
from radsassistent.options import ArchiveOption, EmbedderOption

if TYPE_CHECKING:
    from radsassistent.answers.register import Sought
    from radsassistent.archive.register import Entry, Step

# Every heavy import stands where it is needed, so that --help and usage errors answer at once.


def show_register(  # noqa: PLR0913, PLR0917 - a parameter an option
    text: Annotated[
        str | None, typer.Argument(help="Det du leter etter, eller et saksnummer.", show_default=False)
    ] = None,
    body: Annotated[str | None, typer.Option("--body", help="Bare dette organet.", metavar="ORGAN")] = None,
    case: Annotated[
        str | None, typer.Option("--case", help="Bare denne saken, for eksempel 5/26.", metavar="SAK")
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option("--status", help="forslag, vedtatt, endret, avvist eller utsatt; kan gjentas.", metavar="STATUS"),
    ] = None,
    since: Annotated[str | None, typer.Option("--from", help="Møter fra og med denne datoen.", metavar="DATO")] = None,
    until: Annotated[str | None, typer.Option("--to", help="Møter til og med denne datoen.", metavar="DATO")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Skriv radene som JSON.")] = False,
    csv: Annotated[Path | None, typer.Option("--csv", help="Skriv radene til denne filen.", metavar="FIL")] = None,
    archive: ArchiveOption = None,
    embedder: EmbedderOption = None,
) -> None:
    """Viser forslag og vedtak, de nyeste først; et forslag er ikke et vedtak før et referat sier det."""
    if as_json and csv is not None:
        raise UsageError("Velg enten --json eller --csv.")
    days = _day("--from", since), _day("--to", until)
    if days[0] and days[1] and days[0] > days[1]:
        raise UsageError("Datoen i --from er etter datoen i --to. Bytt om på dem.")
    found = _found(text or "", body, case, status or [], days, archive, embedder)
    if csv is not None:
        _write(csv, found)
    elif as_json:
        typer.echo(json.dumps([record(row) for row in found], ensure_ascii=False))
    else:
        typer.echo("\n\n".join([*map(as_text, found), f"{len(found)} treff" if found else "Ingen treff."]))


def _day(option: str, text: str | None) -> date | None:
    from radsassistent.meetings.dates import typed_day

    day = typed_day(text) if text is not None else None
    if text is not None and day is None:
        raise UsageError(f"{option}: «{text}» er ingen dato. Skriv den som 12.02.2026 eller 2026-02-12.")
    return day


def _found(
    text: str,
    body: str | None,
    case: str | None,
    statuses: list[str],
    days: tuple[date | None, date | None],
    archive: Path | None,
    embedder: str | None,
) -> list[Entry]:
    from radsassistent.answers import Assistant
    from radsassistent.answers.register import Register, Sought
    from radsassistent.archive import Archive
    from radsassistent.archive import embedder as named
    from radsassistent.settings import settings

    sought = Sought(text, body or "", "", _case(case), _statuses(statuses), *days)
    chosen = settings(archive=archive, embedder=embedder)
    opened = Archive.open(chosen.archive, named(chosen.embedder), create=False, lock_wait=chosen.lock_wait)
    register = Register(opened, Assistant(opened))
    rows = register.entries(internal=True)
    return register.among(rows, _of_known_body(sought, rows), internal=True)


def _case(text: str | None) -> str:
    from radsassistent.archive.register import CaseNumber

    if text is not None and CaseNumber.read(text) is None:
        raise UsageError(f"--case: «{text}» er ikke et saksnummer. Skriv det som 5/26.")
    return text or ""


def _statuses(given: list[str]) -> tuple[Any, ...]:
    from radsassistent.archive.register import Status

    for each in given:
        if each not in list(Status):
            raise UsageError(f"--status: «{each}» finnes ikke. Velg blant {', '.join(Status)}.")
    return tuple(Status(each) for each in given)


def _of_known_body(sought: Sought, rows: list[Entry]) -> Sought:
    """What is sought, with the body as the archive writes it."""
    from dataclasses import replace

    if not sought.body:
        return sought
    bodies = {row.body.casefold(): row.body for row in rows}
    body = bodies.get(sought.body.strip().casefold())
    if body is None:
        known = ", ".join(sorted(bodies.values())) or "ingen"
        raise UsageError(
            f"--body: «{sought.body}» har verken forslag eller vedtak i arkivet. Organer som har: {known}."
        )
    return replace(sought, body=body)


def _write(path: Path, rows: list[Entry]) -> None:
    from radsassistent.web.language import Language, Translator
    from radsassistent.web.register_export import as_csv

    try:
        path.write_bytes(as_csv(rows, Translator(Language.BOKMAL)))
    except OSError as error:
        raise RadsassistentError(f"{path}: filen kan ikke skrives ({error.strerror}). Velg en annen.") from error
    typer.echo(f"{path}: {len(rows)} {'rad' if len(rows) == 1 else 'rader'} skrevet")


def as_text(row: Entry) -> str:
    """A row as people read it: where and what, its status, its words, and where they stand."""
    from radsassistent.archive.register import Status
    from radsassistent.meetings.case_numbers import named_case
    from radsassistent.web.language import Language, Translator
    from radsassistent.web.register_export import turns_told

    day = f"{date.fromisoformat(row.date):%d.%m.%Y}" if row.date else "ukjent dato"
    case = f"{named_case(row.case)}: {row.title}".rstrip(": ") if row.case else "utenfor sakene"
    lines = [f"{day} {row.body}, {case} [{row.status.value}]", *_indented(row.now.text)]
    if row.now.votes:
        lines.append(f"  Avstemning: {row.now.votes}")
    for step in row.steps[:-1]:
        word = "Oppdatert forslag" if step.updated else "Foreslått"
        same = row.status is Status.ADOPTED and step.text == row.now.text
        lines += [
            f"  {word} ({_place(step)}){', med samme ord' if same else ':'}",
            *([] if same else _indented(step.text, "    ")),
        ]
    if row.turns:
        lines.append(f"  Saken i flere møter: {turns_told(row, Translator(Language.BOKMAL))}")
    return "\n".join([*lines, f"  [{_place(row.now)}]"])


def _place(step: Step) -> str:
    return f"lysbilde {step.place.slide}, {step.document}"


def _indented(text: str, by: str = "  ") -> list[str]:
    return [f"{by}{line}" for line in text.splitlines() if line.strip()]


def record(row: Entry) -> dict[str, Any]:
    """A row as other programs read it."""
    return {
        "body": row.body,
        "meeting": row.date,
        "case": row.case,
        "case_title": row.title,
        "status": row.status.value,
        "text": row.now.text,
        "votes": row.now.votes,
        "document": row.now.document,
        "slide": row.now.place.slide,
        "history": [
            {
                "status": step.status.value,
                "updated": step.updated,
                "text": step.text,
                "votes": step.votes,
                "document": step.document,
                "slide": step.place.slide,
            }
            for step in row.steps
        ],
        "turns": [
            {
                "meeting": turn.date,
                "case": turn.case,
                "status": turn.now.status.value,
                "document": turn.now.document,
                "slide": turn.now.place.slide,
            }
            for turn in row.turns
        ],
    }
