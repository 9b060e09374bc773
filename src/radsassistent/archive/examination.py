"""Whether an archive is whole: what `radsassistent doctor` looks at. Each finding carries its remedy; nothing is changed."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from radsassistent.archive import holdings
from radsassistent.archive.database import connected, migrations


class Level(StrEnum):
    """How bad a finding is: nothing, something to know, or something to mend."""

    FINE = "fine"
    NOTICE = "notice"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it is, and in Norwegian what was seen and what to do about it ("" where nothing is to do)."""

    subject: str
    level: Level
    seen: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class DocumentPages:
    """How the slides of one document were read: their number by status, and those that no reader could read, by reason."""

    name: str
    counts: dict[str, int]
    unread: dict[str, tuple[int, ...]]


def examine(directory: Path, embedder: str) -> Iterator[Finding]:
    """Look at an archive; `embedder` is the identity of the embedder that is chosen."""
    if not holdings.exists(directory):
        yield Finding(
            "arkiv", Level.FAULT, f"det er ikke noe arkiv i «{directory}»", "Les inn dokumenter: radsassistent ingest."
        )
        return
    try:
        with connected(directory / holdings.DATABASE) as db:
            other_schema = _schema(db)
            if other_schema is not None:
                yield other_schema
                return
            yield _database(db)
            yield _embedder(db, embedder)
            yield from _originals(db, directory)
            yield from _readings(db)
            yield from _slides(db)
            yield from _corrections(db)
    except sqlite3.DatabaseError as error:
        yield Finding(
            "database",
            Level.FAULT,
            f"{holdings.DATABASE} kan ikke leses ({error})",
            "Hent arkivet tilbake fra en sikkerhetskopi, eller slett mappen og les inn dokumentene på nytt.",
        )
    yield _tesseract()


def _schema(db: sqlite3.Connection) -> Finding | None:
    """A finding where the database is of another version of the program, whose tables are not looked into."""
    version, known = db.execute("PRAGMA user_version").fetchone()[0], len(migrations())
    if version == known:
        return None
    seen = f"arkivet har skjema {version}, programmet {known}"
    if version < known:
        remedy = "Det bringes à jour når arkivet tas i bruk; kjør for eksempel radsassistent ingest, så doctor igjen."
        return Finding("skjema", Level.NOTICE, seen, remedy)
    return Finding("skjema", Level.FAULT, seen, "Oppgrader programmet.")


def _database(db: sqlite3.Connection) -> Finding:
    fault = db.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if fault == "ok" and db.execute("PRAGMA foreign_key_check").fetchone() is not None:
        fault = "poster viser til noe som mangler"
    if fault != "ok":
        return Finding("database", Level.FAULT, str(fault), "Hent arkivet tilbake fra en sikkerhetskopi.")
    counted = [
        db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("meetings", "documents", "passages")
    ]
    return Finding("database", Level.FINE, "{} møter, {} dokumenter, {} tekstbiter".format(*counted))


def _embedder(db: sqlite3.Connection, chosen: str) -> Finding:
    kept = db.execute("SELECT embedder FROM state").fetchone()[0]
    if kept is None or kept == chosen:
        return Finding("embedder", Level.FINE, chosen)
    remedy = "Velg den samme med --embedder, eller bygg et nytt arkiv i en annen mappe med --archive."
    return Finding("embedder", Level.FAULT, f"arkivet er bygget med «{kept}», men «{chosen}» er valgt", remedy)


def _originals(db: sqlite3.Connection, directory: Path) -> Iterator[Finding]:
    """The kept originals, byte for byte."""
    rows = db.execute("SELECT name, sha256 FROM documents ORDER BY name").fetchall()
    whole = 0
    for row in rows:
        kept = next((path for path in (directory / "files").glob(f"{row['sha256']}.*") if path.suffix != ".new"), None)
        if kept is not None and _sha256(kept) == row["sha256"]:
            whole += 1
            continue
        seen = "originalen mangler" if kept is None else "originalen er endret"
        remedy = "Slett dokumentet med radsassistent remove, og les det inn på nytt."
        yield Finding(f"original {row['name']}", Level.FAULT, seen, remedy)
    if whole == len(rows):
        yield Finding("originaler", Level.FINE, f"{whole} av {len(rows)} er hele")


def _readings(db: sqlite3.Connection) -> Iterator[Finding]:
    """The documents that are kept as an earlier version of the program read them."""
    rows = db.execute("SELECT name FROM documents WHERE reading < ? ORDER BY name", (holdings.READING,)).fetchall()
    if rows:
        names = ", ".join(row["name"] for row in rows)
        remedy = "Les inn filene igjen der de ligger: radsassistent ingest. Rettelser beholdes."
        yield Finding("lest av en tidligere utgave", Level.NOTICE, names, remedy)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _slides(db: sqlite3.Connection) -> Iterator[Finding]:
    """The slides that nobody can ask about, document by document."""
    for document in _pages(db):
        if document.unread:
            told = "; ".join(f"{reason}: {', '.join(map(str, slides))}" for reason, slides in document.unread.items())
            remedy = "Se på dem med radsassistent inspect. Skannede sider leses med tillegget [ocr] og Tesseract."
            yield Finding(f"ikke lest i {document.name}", Level.NOTICE, told, remedy)


def _corrections(db: sqlite3.Connection) -> Iterator[Finding]:
    """What people have corrected, document by document, also of those that are not in the archive now."""
    rows = db.execute(
        "SELECT corrections.source, documents.name, count(*) AS made, max(corrections.at) AS last, "
        "group_concat(DISTINCT by) AS people FROM corrections LEFT JOIN documents ON documents.source = corrections.source "
        "GROUP BY corrections.source ORDER BY corrections.source"
    ).fetchall()
    for row in rows:
        name = row["name"] or f"{Path(row['source']).name} (ikke i arkivet)"
        day = datetime.fromisoformat(row["last"]).astimezone()
        seen = f"{row['made']}, rettet av {row['people'].replace(',', ', ')}, sist {day:%d.%m.%Y}"
        yield Finding(f"rettelser i {name}", Level.FINE, seen)


def document_pages(directory: Path) -> list[DocumentPages]:
    """How the slides of every document of an archive were read; nothing where there is none that can be opened."""
    if not holdings.exists(directory):
        return []
    try:
        with connected(directory / holdings.DATABASE) as db:
            return _pages(db)
    except sqlite3.DatabaseError:
        # What is wrong with the database, `examine` tells.
        return []


def _pages(db: sqlite3.Connection) -> list[DocumentPages]:
    found = []
    for document in db.execute("SELECT id, name FROM documents ORDER BY name").fetchall():
        counts: dict[str, int] = {}
        unread: dict[str, tuple[int, ...]] = {}
        query = "SELECT number, status, reason FROM slides WHERE document_id = ? ORDER BY number"
        for slide in db.execute(query, (document["id"],)).fetchall():
            counts[slide["status"]] = counts.get(slide["status"], 0) + 1
            if slide["status"] in ("picture", "unreadable"):
                reason = slide["reason"] or ("bare bilde" if slide["status"] == "picture" else "uleselig")
                unread[reason] = (*unread.get(reason, ()), slide["number"])
        found.append(DocumentPages(document["name"], counts, unread))
    return found


def _tesseract() -> Finding:
    if shutil.which("tesseract"):
        return Finding("tekst i bilder (OCR)", Level.FINE, "Tesseract er installert")
    remedy = "Trengs bare for skannede dokumenter: installer Tesseract med norsk, og tillegget [ocr]."
    return Finding("tekst i bilder (OCR)", Level.NOTICE, "Tesseract er ikke installert", remedy)
