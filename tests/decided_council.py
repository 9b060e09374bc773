"""Three invented meetings as real PDF files: one with minutes that decide its proposals, one without, and an internal one.

A fourth can be held: its minutes decide what the first put off.
"""

from __future__ import annotations

from pathlib import Path

from tests.pdf_builder import Page, pdf

from radsassistent import documents
from radsassistent.archive import Archive, CouncilEmbedding

COUNCIL = "Oppdiktrådet"
COMMITTEE = "Fantasiutvalget"
SECRET = "Hemmeligrådet"
DECK, MINUTES, LATER_DECK, SECRET_DECK = "oppdikt.pdf", "referat-oppdikt.pdf", "fantasi.pdf", "hemmelig.pdf"
JUNE_MINUTES = "referat-juni.pdf"
MEETING, LATER, SECRET_MEETING = "2031-03-05-oppdiktradet", "2031-04-09-fantasiutvalget", "2031-05-02-hemmeligradet"


def _slide(title: str, *lines: str) -> Page:
    page = Page().text(title, 40, 60, 32)
    for place, line in enumerate(lines):
        page.text(line, 40, 160 + 60 * place)
    return page


def _deck() -> bytes:
    agenda = Page().text("Dagsorden", 40, 60, 32)
    agenda.grid(
        [
            ["Saksnr", "Sak", "Legger frem", "Tid", "Sakstype"],
            ["1/31", "Innkjøp av traktorer", "Tuva Oppdiktsdatter", "09:00", "Drøfting"],
            ["2/31", "Vaffeljern til kantina", "Sindre Fantasivik", "09:45", "Beslutning"],
            ["", "Lunsj", "", "11:00", ""],
            ["3/31", "Ny brygge", "Storm Bryggevoll", "11:30", "Beslutning"],
            ["4/31", "Gratis ferge", "Oddny Kvikkmyr", "12:00", "Beslutning"],
        ],
        40,
        140,
        lines=True,
    )
    return pdf(
        _slide("Møte i Oppdiktrådet 5. mars 2031", "Oppdiktsalen, Fantasibyen"),
        agenda,
        _slide("Sak 1/31: Innkjøp av traktorer"),
        _slide(
            "Om traktorene",
            "Traktorene skal være grønne og gå på elektrisitet fra 2032.",
            "Leverandøren er Oppdiktet Landbruksmaskin i Fantasibyen i nord.",
            "Innkjøpet koster 120 millioner kroner over to år.",
        ),
        _slide("Forslag til vedtak", "Oppdiktrådet tar saken om traktorer til orientering."),
        _slide("Sak 2/31: Vaffeljern til kantina"),
        _slide("Forslag til vedtak", "Oppdiktrådet kjøper ett vaffeljern i 2031."),
        _slide("Sak 3/31: Ny brygge"),
        _slide("Forslag til vedtak", "Oppdiktrådet bygger brygga av drivtømmer."),
        _slide("Sak 4/31: Gratis ferge"),
        _slide("Forslag til vedtak", "Oppdiktrådet gjør ferga gratis for alle."),
    )


def _minutes() -> bytes:
    return _paper(
        "# Referat fra møte i Oppdiktrådet 5. mars 2031",
        "Sted: Oppdiktsalen, Fantasibyen",
        "# Sak 1/31 Innkjøp av traktorer",
        "# Vedtak:",
        "Oppdiktrådet tar saken om traktorer til orientering.",
        "Enstemmig vedtatt.",
        "# Sak 2/31 Vaffeljern til kantina",
        "# Behandling:",
        "Forslag fra Sindre Fantasivik:",
        "Oppdiktrådet kjøper ingen vaffeljern før kaffetrakteren er reparert.",
        "# Vedtak:",
        "Oppdiktrådet kjøper to vaffeljern i 2032.",
        "# Votering:",
        "Vedtatt med 7 mot 2 stemmer.",
        "# Sak 3/31 Ny brygge",
        "# Vedtak:",
        "Saken utsettes til neste møte.",
        "# Sak 4/31 Gratis ferge",
        "# Votering:",
        "Innstillingen falt med 4 mot 5 stemmer.",
    )


def _minutes_of_june() -> bytes:
    return _paper(
        "# Referat fra møte i Oppdiktrådet 10. juni 2031",
        "Sted: Oppdiktsalen, Fantasibyen",
        "# Sak 14/31 Ny brygge",
        "# Vedtak:",
        "Oppdiktrådet bygger brygga av stein.",
        "Enstemmig vedtatt.",
    )


def _paper(*lines: str) -> bytes:
    page = Page(width=595, height=842)
    y = 60.0
    for line in lines:
        heading = line.startswith("# ")
        page.text(line.removeprefix("# "), 40, y, 15 if heading else 11, bold=heading)
        y += 30 if heading else 22
    return pdf(page)


def _later() -> bytes:
    return pdf(
        _slide("Møte i Fantasiutvalget 9. april 2031", "Fantasihallen, Fantasibyen"),
        _slide("Sak 1/31: Seilbåter til fantasifjorden"),
        _slide("Om seilbåtene", "Seilbåtene er blå og har tre master."),
        _slide("Forslag til vedtak", "Fantasiutvalget slutter seg til planen for seilbåtene."),
    )


def _secret() -> bytes:
    return pdf(
        _slide("Møte i Hemmeligrådet 2. mai 2031", "Kjelleren, Fantasibyen"),
        _slide("Sak 9/31: Hemmelige drager"),
        _slide("Forslag til vedtak", "Hemmeligrådet skjuler dragene i fjellet."),
    )


def decided_council(folder: Path, embedder: CouncilEmbedding) -> Archive:
    """An archive in the folder that holds the three meetings."""
    archive = Archive.open(folder / "arkiv", embedder)
    for where, name, content, overrides in (
        ("mars", DECK, _deck(), ""),
        ("mars", MINUTES, _minutes(), ""),
        ("april", LATER_DECK, _later(), ""),
        ("mai", SECRET_DECK, _secret(), 'klassifisering = "intern"'),
    ):
        path = folder / "ingest" / where / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        archive.put(documents.read(path), path, overrides=overrides)
    return archive


def hold_in_june(archive: Archive, folder: Path, overrides: str = "") -> None:
    """Take in the minutes of a later meeting, which decides the case 3/31 that was put off in March as 14/31."""
    path = folder / JUNE_MINUTES
    path.write_bytes(_minutes_of_june())
    archive.put(documents.read(path), path, overrides=overrides)
