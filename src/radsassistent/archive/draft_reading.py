"""Reading of drafts beside everything else: one at a time, with its progress; it goes on when the page is closed."""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from radsassistent.archive.drafts import Draft, DraftError, DraftFile, Drafts, DraftState
from radsassistent.archive.holdings import held
from radsassistent.archive.ingest import is_readable_name
from radsassistent.documents import BoundedReader, Document, ReadingLimits
from radsassistent.errors import RadsassistentError
from radsassistent.meetings import by_meeting

logger = logging.getLogger(__name__)

_BROKEN = "{name}: noe gikk galt hos oss da filen ble lest. Prøv igjen, eller si fra til den som drifter tjenesten."


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a reading has come: `file` and `pages` of `total` while it reads, `understanding` after the last file.

    `waiting` while another draft is read.
    """

    file: str = ""
    done: int = 0
    total: int = 0
    number: int = 0
    files: int = 0
    understanding: bool = False
    waiting: bool = True


class DraftReading:
    """Reads the files of drafts into documents, each in its own thread, one after the other."""

    def __init__(self, directory: Path, limits: Callable[[], ReadingLimits]) -> None:
        self._directory = directory
        self._drafts = Drafts(directory)
        self._limits = limits
        self._turn = threading.Lock()
        self._known = threading.Lock()
        self._progress: dict[str, Progress] = {}

    def progress(self, draft: Draft) -> Progress | None:
        """How far the reading of a draft has come; None while nobody reads it."""
        with self._known:
            return self._progress.get(draft.id)

    def start(self, draft: Draft) -> None:
        """Read a draft, unless it is being read or has been."""
        with self._known:
            if draft.id in self._progress or draft.state is DraftState.READY:
                return
            self._progress[draft.id] = Progress(files=len(draft.files))
        self._drafts.keep(replace(draft, state=DraftState.READING))
        threading.Thread(target=self._run, args=(draft,), daemon=True, name=f"draft-{draft.id}").start()

    def _run(self, draft: Draft) -> None:
        try:
            with self._turn, BoundedReader(self._limits()) as reader:
                self._read(draft, reader)
        except DraftError:
            # Discarded while it was read; what was read of it goes too.
            self._drafts.discard(draft)
        except Exception:
            logger.exception("Utkastet %s kunne ikke leses.", draft.id)
            refused = tuple(_BROKEN.format(name=file.name) for file in draft.files)
            try:
                self._drafts.keep(replace(draft, state=DraftState.READY, files=(), refused=refused))
            except (DraftError, OSError):
                logger.exception("Utkastet %s kunne ikke lagres.", draft.id)
        finally:
            with self._known:
                self._progress.pop(draft.id, None)

    def _read(self, draft: Draft, reader: BoundedReader) -> None:
        documents: dict[str, Document] = {}
        files: list[DraftFile] = []
        refused = list(draft.refused)
        for number, file in enumerate(draft.files, start=1):
            path = self._drafts.files(draft) / file.name
            self._note(draft, Progress(file.name, number=number, files=len(draft.files), waiting=False))
            try:
                document = self._document(draft, path, number, reader, documents)
            except RadsassistentError as error:
                refused.append(str(error))
                path.unlink(missing_ok=True)
                continue
            if not is_readable_name(path):
                # A later ingest of the drop folder goes by the ending, which browsers and people leave out.
                document = replace(document, name=f"{path.name}.{document.format.value}")
                path.rename(path.with_name(document.name))
            self._drafts.keep_document(draft, document)
            documents[document.sha256] = document
            files.append(DraftFile(document.name, document.sha256))
        self._note(draft, Progress(number=len(draft.files), files=len(draft.files), understanding=True, waiting=False))
        read = replace(draft, state=DraftState.READING, files=tuple(files), refused=tuple(refused))
        groups = [[each.sha256 for each in group] for group in by_meeting(list(documents.values()))]
        self._drafts.keep(read)
        self._drafts.part(read, groups or [[]])

    def _document(
        self, draft: Draft, path: Path, number: int, reader: BoundedReader, before: dict[str, Document]
    ) -> Document:
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        known = held(self._directory, sha256)
        if known is not None:
            raise RadsassistentError(
                f"{path.name}: uendret (samme innhold er lest inn fra {known[0]}). "
                "Skal noe rettes, åpne møtet under «Møter»."
            )
        if sha256 in before:
            raise RadsassistentError(f"{path.name}: samme innhold som {before[sha256].name}.")
        files = len(draft.files)
        return reader.read(
            path,
            lambda done, total: self._note(draft, Progress(path.name, done, total, number, files, waiting=False)),
        )

    def _note(self, draft: Draft, progress: Progress) -> None:
        with self._known:
            self._progress[draft.id] = progress
        if not self._drafts.files(draft).is_dir():
            raise DraftError("Utkastet er forkastet.")
