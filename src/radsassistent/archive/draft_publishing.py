"""A draft as it would be in the archive, and its way in: with its files in the drop folder, so that a later ingest of it finds
what is there already."""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from radsassistent.archive.archive import Archive, Put
from radsassistent.archive.changes import Change, changes, facts_of, kept_of
from radsassistent.archive.classified import internal_meetings
from radsassistent.archive.corrections import Correction, Field, corrections_of, with_corrections
from radsassistent.archive.database import connected
from radsassistent.archive.draft_folders import word_of_folders
from radsassistent.archive.draft_of_meeting import up_to_date
from radsassistent.archive.drafts import Draft, Drafts
from radsassistent.archive.holdings import DATABASE
from radsassistent.archive.incoming import Incoming, Planned
from radsassistent.archive.ingest import OVERRIDES_FILE, overrides_beside
from radsassistent.documents import Document
from radsassistent.errors import RadsassistentError
from radsassistent.meetings import Classification, Meeting, Overrides, as_toml, understand

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ä": "a", "ö": "o"})


class PublishingError(RadsassistentError):
    """A draft cannot go in as it is; the message says in Norwegian why and what to do."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A draft as it would be in the archive, as of the archive's `generation`.

    `documents` are the draft's own, `machine` the meeting without what was corrected here or before, `corrections` those that
    hold, by SHA-256, `before` those that the archive keeps. `folder` is where the files lie, or will; `texts` what the
    `møte.toml` of each folder of the drop folder will say. `beside` are the names of the archive's other documents of the
    meeting, `replaces` those that go, `changes` what is another in the meeting than before, () for a new one.

    Where it `hides`, the archive has an internal meeting that the documents are of and that the reader may not know of: `meeting`
    and `machine` are then of the draft's own documents alone, and what is beside, replaced and changed is not for the reader.
    """

    draft: Draft
    generation: int
    documents: tuple[Document, ...]
    folder: Path
    overrides: str
    texts: Mapping[Path, str]
    incoming: tuple[Incoming, ...]
    plan: Planned
    meeting: Meeting
    machine: Meeting
    corrections: Mapping[str, tuple[Correction, ...]]
    before: Mapping[str, tuple[Correction, ...]]
    beside: tuple[str, ...]
    replaces: tuple[str, ...]
    changes: tuple[Change, ...]
    hides: bool

    @property
    def is_new(self) -> bool:
        """Whether the archive has nothing of the meeting."""
        return not self.plan.others and not self.plan.replaced

    @property
    def corrects_nothing(self) -> bool:
        """Whether a meeting that is in the archive already would stay as it is."""
        return self.draft.corrects and not self.changes and self.corrections == self.before

    @property
    def stand(self) -> str:
        """Another one when the archive has come to stand otherwise towards the draft, or the draft is another."""
        made = [
            (sha256, each.field, each.value, each.first, each.last, each.case)
            for sha256, corrections in sorted(self.corrections.items())
            for each in corrections
        ]
        rows = ([each.id for each in self.plan.replaced], [each for each, _, _ in self.plan.others])
        told = (self.folder, rows, self.changes, made, sorted(self.texts.items()), self.overrides)
        return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def preview(archive: Archive, draft: Draft, drop_folder: Path, *, internal: bool = True) -> Preview | None:
    """Understand a draft's documents as if they were in the archive. Writes nothing.

    None where the draft has no documents, or corrects a meeting that is gone or, without `internal`, not the reader's to see.
    """
    drop = drop_folder.resolve()
    generation = archive.generation()
    if draft.corrects:
        draft, placed = _held(archive, draft, internal=internal)
    else:
        placed = _handed_in(archive, draft, drop)
    if not placed:
        return None
    documents = [each.document for each in placed]
    with connected(archive.directory / DATABASE) as db:
        before = {each.document.sha256: corrections_of(db, str(each.source)) for each in placed}
        now = {**before, **{sha256: made for sha256, made in (draft.corrections or {}).items() if sha256 in before}}
        word = word_of_folders(db, draft, placed, drop, before, now)
        incoming = [replace(each, corrections=now[each.document.sha256]) for each in placed]
        plan = archive.rehearse(incoming, word.overrides)
        rows = db.execute("SELECT id, meeting_id, sha256 FROM documents").fetchall()
        meetings = {r["id"]: r["meeting_id"] for r in rows}
        own = {each.meeting_id for each in plan.replaced}
        known = sorted(own | {meetings[each] for each, _, _ in plan.others})
        secret = internal_meetings(db)
        given = with_corrections(Overrides.parse(word.overrides), now)
        if given.classification is None and not secret.isdisjoint({*known} - own):
            # What joins an internal meeting is internal, also where its own folder says nothing, and stays so.
            made = Correction(Field.CLASSIFICATION, Classification.INTERNAL, Classification.OPEN, draft.by, draft.at)
            closed = {sha256: (*corrections, made) for sha256, corrections in now.items()}
            word = word_of_folders(db, draft, placed, drop, before, closed)
            incoming = [replace(each, corrections=closed[each.document.sha256]) for each in placed]
            plan = archive.rehearse(incoming, word.overrides)
        was = kept_of(db, known) if known else None
    hides = not internal and not secret.isdisjoint(known)
    if hides:
        # The folder may be the internal meeting's.
        plain = word.plain if draft.corrects else Overrides()
        meeting, machine = understand(documents, with_corrections(plain, now)), understand(documents, plain)
    else:
        meeting = plan.meeting
        machine = archive.rehearse([replace(each, corrections=()) for each in placed], as_toml(word.plain)).meeting
    same = {r["id"] for r in rows if r["sha256"] in before}
    return Preview(
        draft=draft,
        generation=generation,
        documents=tuple(documents),
        folder=placed[-1].source.parent,
        overrides=word.overrides,
        texts=word.texts,
        incoming=tuple(incoming),
        plan=plan,
        meeting=meeting,
        machine=machine,
        corrections=now,
        before=before,
        beside=tuple(document.name for _, document, _ in plan.others),
        replaces=tuple(Path(each.source).name for each in plan.replaced if each.id not in same),
        changes=tuple(changes(was, facts_of(plan.meeting, plan.documents))) if was else (),
        hides=hides,
    )


def _held(archive: Archive, draft: Draft, *, internal: bool) -> tuple[Draft, list[Incoming]]:
    """A draft that corrects a meeting, and the meeting's documents, as the archive has them now."""
    with connected(archive.directory / DATABASE) as db:
        draft, documents = up_to_date(db, draft, internal=internal)
    return draft, [
        Incoming(document, Path(file.source), archive.original(document.sha256))
        for file, document in zip(draft.files, documents, strict=True)
    ]


def _handed_in(archive: Archive, draft: Draft, drop: Path) -> list[Incoming]:
    """The documents of a draft, each with the place in the drop folder where it will come to lie."""
    drafts = Drafts(archive.directory)
    documents, kept, files = drafts.documents(draft), draft.corrections or {}, drafts.files(draft)
    if not documents:
        return []
    alone = [Incoming(each, drop / each.name, None, kept.get(each.sha256, ())) for each in documents]
    folder = _folder(drop, archive.rehearse(alone, as_toml(with_corrections(Overrides(), kept))))
    return [Incoming(each, folder / each.name, files / each.name) for each in documents]


def publish(archive: Archive, seen: Preview) -> Put:
    """Take a draft in as it was seen, put its files into the drop folder, and delete the draft.

    Raises PublishingError when the folder cannot take the files or holds others that were never taken in, and what
    `Archive.put_all` raises. Whatever fails, archive, folder and draft are as they were. The documents of a meeting that is
    corrected stay where they are.
    """
    files = [] if seen.draft.corrects else [(each.file or each.source, each.source) for each in seen.incoming]
    _check(archive, files)
    with tempfile.TemporaryDirectory(dir=archive.directory, prefix=".publisering-") as aside:
        placed = _Placed(Path(aside))

        def place() -> None:
            try:
                for file, target in files:
                    placed.put(file.read_bytes(), target)
                for folder, text in seen.texts.items():
                    if text != overrides_beside(folder):
                        placed.put(text.encode("utf-8"), folder / OVERRIDES_FILE)
            except OSError as error:
                raise PublishingError(
                    f"Filene kan ikke legges i mappen «{seen.folder}» ({error.strerror}). Si fra til den som drifter tjenesten; "
                    "mappen er innstillingen ingest_folder."
                ) from error

        try:
            put = archive.put_all(seen.incoming, seen.overrides, place=place, generation=seen.generation)
        except BaseException:
            placed.undo()
            raise
    Drafts(archive.directory).discard(seen.draft)
    return put


class _Placed:
    """Files written where others may have been; the others are kept aside until all is well."""

    def __init__(self, aside: Path) -> None:
        self._aside = aside
        self._done: list[tuple[Path, Path | None]] = []
        self._made: list[Path] = []

    def put(self, content: bytes, target: Path) -> None:
        if not target.parent.exists():
            target.parent.mkdir(parents=True)
            self._made.append(target.parent)
        before = None
        if target.exists():
            before = self._aside / str(len(self._done))
            shutil.copyfile(target, before)
        new = target.with_name(f".{target.name}.new")
        try:
            new.write_bytes(content)
            self._done.append((target, before))
            new.replace(target)
        finally:
            new.unlink(missing_ok=True)

    def undo(self) -> None:
        for target, before in reversed(self._done):
            if before is None:
                target.unlink(missing_ok=True)
            else:
                shutil.copyfile(before, target)
        for folder in self._made:
            folder.rmdir()


def _check(archive: Archive, files: Sequence[tuple[Path, Path]]) -> None:
    """A file in the drop folder that the archive never had, or not as it is now, is not written over."""
    with connected(archive.directory / DATABASE) as db:
        known = dict(db.execute("SELECT source, sha256 FROM documents").fetchall())
    for file, target in files:
        if target.exists():
            there = _sha256(target)
            if there not in (known.get(str(target)), _sha256(file)):
                raise PublishingError(
                    f"{target.name}: mappen «{target.parent}» har en annen fil med dette navnet som ikke er lest inn. "
                    "Les den inn med radsassistent ingest, eller gi filen din et annet navn og last den opp på nytt."
                )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _folder(drop: Path, plan: Planned) -> Path:
    """Where the archive has other documents of the meeting, below the drop folder; else a folder by its day and body."""
    for _, _, source in plan.others:
        parent = Path(source).parent
        if drop in parent.parents:
            return parent
    meeting = plan.meeting
    body = re.sub(r"[^a-z0-9]+", "-", meeting.body.casefold().translate(_LETTERS)).strip("-") or "ukjent"
    return drop / f"{meeting.date.isoformat() if meeting.date else 'uten-dato'}-{body[:60]}"
