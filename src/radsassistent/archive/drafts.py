"""Drafts: documents that somebody has handed in and looks at before anybody else can; kept in the archive's folder.

A draft is a folder `drafts/<id>/` with the files as they came (`files/`), what was read of each (`read/<sha256>.json`) and
`draft.json`. It survives a restart, belongs to the one who handed it in, and is deleted when it is published or discarded.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import tempfile
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from radsassistent.archive.corrections import Correction
from radsassistent.documents import Document
from radsassistent.errors import RadsassistentError

# A secretary with more at once has forgotten some; each may hold files of hundreds of megabytes.
MOST_DRAFTS = 30
_ID = re.compile(r"[A-Za-z0-9_-]{12}")
_MOST_NAME = 120


class DraftError(RadsassistentError):
    """There is no such draft of this person, or it cannot be kept; the message says what to do."""


class DraftState(StrEnum):
    """How far a draft has come: files are coming in, they are being read, or it can be looked at."""

    UPLOADING = "uploading"
    READING = "reading"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A file of a draft, by its name; `sha256` when it is read, "" before. `source` is where a document of the archive was taken
    in from; "" for a file that was handed in.
    """

    name: str
    sha256: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody has handed in. `refused` are the messages of the files that could not be read and are gone.

    `parts` is how many drafts were made of what was handed in together, one for each meeting. `corrections` are by the
    document's SHA-256; None while nobody has corrected anything here, so that those which the archive keeps of an earlier
    version hold. A draft that `corrects` a meeting of the archive has no files of its own, but those of the archive.
    """

    id: str
    by: str
    at: datetime
    state: DraftState = DraftState.UPLOADING
    files: tuple[DraftFile, ...] = ()
    refused: tuple[str, ...] = ()
    parts: int = 1
    corrections: dict[str, tuple[Correction, ...]] | None = None
    corrects: bool = False


_DRAFT = TypeAdapter(Draft)
_DOCUMENT = TypeAdapter(Document)


class Drafts:
    """The drafts in an archive's folder."""

    def __init__(self, directory: Path) -> None:
        self._folder = directory / "drafts"

    def new(self, by: str, of_archive: tuple[DraftFile, ...] = ()) -> Draft:
        """An empty draft, or one that corrects a meeting with these documents. Raises DraftError when the person has too many."""
        if len(self.of(by)) >= MOST_DRAFTS:
            raise DraftError(f"Du har {MOST_DRAFTS} utkast fra før. Publiser eller forkast noen av dem først.")
        state = DraftState.READY if of_archive else DraftState.UPLOADING
        draft = Draft(
            secrets.token_urlsafe(9), by, datetime.now(UTC), state, files=of_archive, corrects=bool(of_archive)
        )
        self.files(draft).mkdir(parents=True)
        self.keep(draft)
        return draft

    def of(self, by: str) -> list[Draft]:
        """A person's drafts, the newest first."""
        if not self._folder.is_dir():
            return []
        found = (self._load(path.name) for path in self._folder.iterdir() if path.is_dir())
        return sorted((d for d in found if d is not None and d.by == by), key=lambda d: d.at, reverse=True)

    def one(self, identifier: str, by: str) -> Draft:
        """A draft of a person. Raises DraftError when there is none, also where it is another's."""
        draft = self._load(identifier) if _ID.fullmatch(identifier) else None
        if draft is None or draft.by != by:
            raise DraftError("Utkastet finnes ikke lenger. Det kan være publisert eller forkastet. Last siden på nytt.")
        return draft

    def files(self, draft: Draft) -> Path:
        """The folder of a draft's files."""
        return self._folder / draft.id / "files"

    def _read(self, draft: Draft, sha256: str) -> Path:
        return self._folder / draft.id / "read" / f"{sha256}.json"

    def keep(self, draft: Draft) -> None:
        """Write what is known of a draft, whole or not at all. Raises DraftError when it was discarded meanwhile."""
        if not self.files(draft).is_dir():
            raise DraftError("Utkastet er forkastet.")
        _write(self._folder / draft.id / "draft.json", _DRAFT.dump_json(draft))

    def keep_document(self, draft: Draft, document: Document) -> None:
        """Keep what was read of a file."""
        path = self._read(draft, document.sha256)
        path.parent.mkdir(exist_ok=True)
        _write(path, _DOCUMENT.dump_json(document))

    def documents(self, draft: Draft) -> list[Document]:
        """What was read of the draft's files, in their order."""
        return [_DOCUMENT.validate_json(self._read(draft, file.sha256).read_bytes()) for file in draft.files]

    def discard(self, draft: Draft) -> None:
        """Delete a draft with all its files."""
        # Out of sight first, so that a draft is never seen half deleted.
        gone = self._folder / f".{draft.id}.gone"
        try:
            (self._folder / draft.id).rename(gone)
        except FileNotFoundError:
            return
        shutil.rmtree(gone, ignore_errors=True)

    def part(self, draft: Draft, groups: Iterable[Iterable[str]]) -> list[Draft]:
        """Make a draft of each group of documents (by SHA-256), all ready: the first group stays, each other gets a new one."""
        first, *others = [frozenset(group) for group in groups]
        parts = len(others) + 1
        made = []
        for group in others:
            of_group = tuple(file for file in draft.files if file.sha256 in group)
            new = Draft(secrets.token_urlsafe(9), draft.by, draft.at, DraftState.READY, of_group, parts=parts)
            self.files(new).mkdir(parents=True)
            self._read(new, "").parent.mkdir()
            for file in of_group:
                shutil.move(self.files(draft) / file.name, self.files(new) / file.name)
                shutil.move(self._read(draft, file.sha256), self._read(new, file.sha256))
            self.keep(new)
            made.append(new)
        rest = tuple(file for file in draft.files if file.sha256 in first)
        left = replace(draft, state=DraftState.READY, files=rest, parts=parts)
        self.keep(left)
        return [left, *made]

    def _load(self, identifier: str) -> Draft | None:
        try:
            return _DRAFT.validate_json((self._folder / identifier / "draft.json").read_bytes())
        except (OSError, ValidationError):
            return None


def clean_name(raw: str, taken: Iterable[str] = ()) -> str:
    """A file's name as it can be kept: no folders, no signs that a system refuses, not hidden, unlike those taken."""
    name = unicodedata.normalize("NFC", re.split(r"[/\\]", raw)[-1])
    name = "".join(c for c in re.sub(r'[<>:"|?*]', "-", name) if c.isprintable()).strip().lstrip(".~$").strip()
    stem, ending = os.path.splitext(name)  # noqa: PTH122 - a name, no path
    stem = stem[: _MOST_NAME - len(ending[:20])].strip() or "dokument"
    known = {each.casefold() for each in taken}
    for number in range(1, 1000):
        tried = f"{stem}{f' ({number})' if number > 1 else ''}{ending[:20]}"
        if tried.casefold() not in known:
            return tried
    raise DraftError(f"{stem}: for mange filer med dette navnet.")


def _write(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
