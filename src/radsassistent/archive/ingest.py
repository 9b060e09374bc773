"""Files and folders into the archive: what is new is read and taken in, what is known is left, what fails is told."""

from __future__ import annotations

import hashlib
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from radsassistent.archive.holdings import READING, held
from radsassistent.errors import RadsassistentError

if TYPE_CHECKING:
    from radsassistent.archive.archive import Archive, Put
    from radsassistent.documents import BoundedReader, Document, ReadingLimits

# What a meeting's folder says of it; read by meetings.Overrides.
OVERRIDES_FILE = "møte.toml"
# Endings that a reader exists for; other files in a meeting's folder (notes, settings) are passed over.
READABLE = frozenset({".pdf", ".pptx", ".pptm", ".ppsx", ".docx", ".docm", ".odt", ".md", ".html", ".htm", ".txt"})
# Documents that no reader exists for; in a folder too they are told of, with what to save them as.
REFUSED = frozenset({".doc", ".ppt", ".xls", ".xlsx", ".odp", ".ods", ".rtf"})
# The ways of being read that leave nothing to tell of.
_READ = frozenset({"text", "table", "ocr"})


class Status(StrEnum):
    """What became of a file."""

    NEW = "new"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one file. Times in seconds; `statuses` counts the slides by how they were read, `unreadable` are those
    without text, by status or reason.

    `message` tells in Norwegian why a file failed, where unchanged bytes are known from, or that they were read anew;
    `usage` when the call named something that is not there.
    """

    path: Path
    status: Status
    message: str = ""
    usage: bool = False
    body: str = ""
    date: str = ""
    slides: int = 0
    cases: int = 0
    proposals: int = 0
    decisions: int = 0
    passages: int = 0
    statuses: dict[str, int] = field(default_factory=dict)
    unreadable: dict[str, tuple[int, ...]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    reading_seconds: float = 0.0
    embedding_seconds: float = 0.0
    total_seconds: float = 0.0


class Reporter(Protocol):
    """Is told how far a file has come: pages read, then passages embedded."""

    def pages(self, path: Path, done: int, total: int) -> None: ...
    def passages(self, path: Path, done: int, total: int) -> None: ...


def ingest(
    paths: Sequence[Path],
    directory: Path,
    open_archive: Callable[[], Archive],
    reporter: Reporter,
    limits: Callable[[], ReadingLimits] | None = None,
) -> Iterator[Ingested]:
    """Take in files, and all readable files under folders; yields what became of each, one after the other.

    A file that fails leaves the archive as it was and does not stop the others. `open_archive` is called at the first
    file that is not known yet. Files are read in a process of their own, within `limits`.
    """
    with ExitStack() as stack:
        yield from _taken_in(paths, directory, open_archive, reporter, stack, limits)


def _taken_in(
    paths: Sequence[Path],
    directory: Path,
    open_archive: Callable[[], Archive],
    reporter: Reporter,
    stack: ExitStack,
    limits: Callable[[], ReadingLimits] | None,
) -> Iterator[Ingested]:
    opened: Archive | None = None
    documents: BoundedReader | None = None
    for path in paths:
        for found in _files(path):
            if isinstance(found, Ingested):
                yield found
                continue
            try:
                known = _unchanged(found, directory)
                if known is not None:
                    yield known
                    continue
                opened = opened or open_archive()
                documents = documents or stack.enter_context(_reader(limits))
                yield _take_in(found, opened, documents, reporter)
            except RadsassistentError as error:
                yield Ingested(found, Status.FAILED, str(error))


def _files(path: Path) -> Iterator[Path | Ingested]:
    """The files that a path stands for, or why there are none."""
    if not path.exists():
        yield Ingested(path, Status.FAILED, f"{path}: finnes ikke. Sjekk stien.", usage=True)
    elif path.is_dir():
        files = sorted(p for p in path.rglob("*") if p.is_file() and is_readable_name(p))
        if not files:
            endings = ", ".join(sorted(READABLE))
            yield Ingested(path, Status.FAILED, f"{path}: mappen har ingen dokumenter å lese ({endings}).")
        yield from files
    else:
        yield path


def is_readable_name(path: Path) -> bool:
    """Whether a file in a folder is a document by its ending; hidden files and Office's lock files are not."""
    hidden = any(part.startswith((".", "~$")) for part in path.parts[-2:] if part not in (".", ".."))
    return path.suffix.lower() in READABLE | REFUSED and not hidden


def _unchanged(path: Path, directory: Path) -> Ingested | None:
    """The outcome for bytes that the archive holds already; None for new ones."""
    try:
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise RadsassistentError(f"{path.name}: filen kan ikke åpnes ({error.strerror}).") from error
    known = held(directory, sha256)
    if known is None:
        return None
    same = known.source == path.resolve()
    if same and (known.overrides != overrides_beside(path.parent) or known.reading < READING):
        return None
    message = "" if same else f"samme innhold er lest inn fra {known.source}"
    return Ingested(path, Status.UNCHANGED, message)


def overrides_beside(folder: Path) -> str:
    """The text of the `møte.toml` in a folder, "" where there is none. macOS parts the ø of a file's name in two."""
    for form in ("NFC", "NFD"):
        beside = folder / unicodedata.normalize(form, OVERRIDES_FILE)
        try:
            return beside.read_text(encoding="utf-8")
        except (FileNotFoundError, NotADirectoryError):
            continue
        except (OSError, UnicodeDecodeError) as error:
            raise RadsassistentError(f"{beside}: kan ikke leses som tekst i UTF-8. Lagre filen på nytt.") from error
    return ""


def _reader(limits: Callable[[], ReadingLimits] | None) -> BoundedReader:
    # Imported when there is a file to read: an ingest that finds everything unchanged answers at once.
    from radsassistent.documents import BoundedReader

    return BoundedReader(limits() if limits else None)


def _take_in(path: Path, archive: Archive, documents: BoundedReader, reporter: Reporter) -> Ingested:
    started = time.perf_counter()
    document = documents.read(path, lambda done, total: reporter.pages(path, done, total))
    read_at = time.perf_counter()
    again = held(archive.directory, document.sha256) is not None
    put = archive.put(
        document,
        path.resolve(),
        lambda done, total: reporter.passages(path, done, total),
        overrides_beside(path.parent),
    )
    summary = _summary(path, document, put, read_at - started, time.perf_counter() - started)
    return replace(summary, message="samme innhold, lest på nytt") if again else summary


def _summary(path: Path, document: Document, put: Put, reading: float, total: float) -> Ingested:
    unreadable: dict[str, tuple[int, ...]] = {}
    for slide in document.slides:
        if slide.status.value not in _READ:
            told = slide.reason or slide.status.value
            unreadable[told] = (*unreadable.get(told, ()), slide.number)
    meeting = put.meeting
    return Ingested(
        path=path,
        status=Status.REPLACED if put.replaced else Status.NEW,
        body=meeting.body,
        date=meeting.date.isoformat() if meeting.date else "",
        slides=len(document.slides),
        cases=len(meeting.cases),
        proposals=len(meeting.proposals),
        decisions=len(meeting.decisions),
        passages=put.passages,
        statuses=dict(Counter(slide.status.value for slide in document.slides)),
        unreadable=unreadable,
        warnings=(*document.warnings, *meeting.warnings),
        reading_seconds=reading,
        embedding_seconds=put.embedding_seconds,
        total_seconds=total,
    )


def failed_exit_code(outcomes: Sequence[Ingested]) -> int:
    """0 when all went well, 2 when only paths that do not exist failed (wrong usage), else 1."""
    failed = [outcome for outcome in outcomes if outcome.status is Status.FAILED]
    if not failed:
        return 0
    return 2 if all(outcome.usage for outcome in failed) else 1
