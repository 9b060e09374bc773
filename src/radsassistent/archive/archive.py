"""The archive of a council's documents: one folder with SQLite (the truth), the kept originals and the FAISS index."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from radsassistent.archive import holdings, index_file, records
from radsassistent.archive.classified import internal_documents, open_to_all
from radsassistent.archive.corrections import corrections_of, keep_corrections, with_corrections
from radsassistent.archive.database import connected, migrate, transaction
from radsassistent.archive.embedded import Embedded, Progress, embedded
from radsassistent.archive.embedders import CouncilEmbedding
from radsassistent.archive.incoming import ArchiveChangedError, Incoming, Planned, planned
from radsassistent.archive.of_one_meeting import StoredDocument
from radsassistent.archive.originals import keep_original
from radsassistent.archive.parts import Parts, delete_unused_parts, insert_parts, load_parts
from radsassistent.archive.passage import Passage
from radsassistent.archive.passages import passages as make_passages
from radsassistent.archive.summaries import MeetingSummary, load_summaries
from radsassistent.archive.vector_store import FaissPassageStore
from radsassistent.archive.writer_lock import writing
from radsassistent.documents import Document
from radsassistent.errors import RadsassistentError
from radsassistent.meetings import AgendaItem, Meeting, Overrides, understand

logger = logging.getLogger(__name__)


class EmbedderMismatchError(RadsassistentError):
    """The archive's vectors were made by another embedder; the message names both and the way out."""


class NoArchiveError(RadsassistentError):
    """There is no archive in the folder yet."""


class UnknownDocumentError(RadsassistentError):
    """No such document in the archive."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything that questions are answered from, as of one generation. Immutable; readers keep it while they need it.

    `slide_texts` is what stands on each slide, by the document's SHA-256 and the slide's number; quotations are checked
    against it. `parts` are the embeddings of less than a passage. `embedder` is the identity of what made all embeddings.
    `internal` are the SHA-256 of the documents of internal meetings.
    """

    generation: int
    passages: dict[int, Passage]
    vectors: FaissPassageStore
    slide_texts: dict[tuple[str, int], str]
    parts: Parts
    embedder: str
    internal: frozenset[str] = frozenset()

    def open_to_all(self) -> Snapshot:
        """The snapshot of an archive that never had the internal documents; this one where there are none."""
        if not self.internal:
            return self
        passages = {number: passage for number, passage in self.passages.items() if passage.sha256 not in self.internal}
        texts = {key: text for key, text in self.slide_texts.items() if key[0] not in self.internal}
        vectors = self.vectors.restricted({number: passage.node() for number, passage in passages.items()})
        return replace(self, passages=passages, vectors=vectors, slide_texts=texts, internal=frozenset())


@dataclass(frozen=True, slots=True)
class Put:
    """What taking a document in came to: the meeting as it is now understood and the number of its passages."""

    meeting: Meeting
    passages: int
    replaced: bool
    embedding_seconds: float


@dataclass(frozen=True, slots=True)
class _Rest:
    """A meeting as its documents that stay tell it: each with its row id and source, its passages, its folder's word."""

    meeting: Meeting
    documents: list[StoredDocument]
    embedded: Embedded
    overrides: str


class Archive:
    """Open with `Archive.open`. Safe to use from several threads; one process writes at a time."""

    def __init__(self, directory: Path, embedder: CouncilEmbedding, lock_wait: float) -> None:
        self.directory = directory
        self.embedder = embedder
        self._lock_wait = lock_wait
        self._loading = threading.Lock()
        self._snapshot: Snapshot | None = None
        # What words of questions have been embedded to is of no generation.
        self._words_asked: dict[str, NDArray[np.float32]] = {}

    @classmethod
    def open(
        cls, directory: Path, embedder: CouncilEmbedding, *, create: bool = True, lock_wait: float = 5.0
    ) -> Archive:
        """Open the archive in a folder, making it where there is none if `create`.

        `lock_wait` is how long (seconds) a write waits for another writer. Raises NoArchiveError when there is none,
        EmbedderMismatchError when it was built with another embedder, ArchiveSchemaError when its database is unusable.
        """
        if not create and not holdings.exists(directory):
            raise NoArchiveError(
                f"Det er ikke noe arkiv i «{directory}». Les inn dokumenter først, med «radsassistent ingest», "
                "eller pek på et annet arkiv med --archive."
            )
        try:
            directory.mkdir(parents=True, exist_ok=True)
            (directory / "files").mkdir(exist_ok=True)
        except OSError as error:
            raise RadsassistentError(
                f"{directory}: arkivmappen kan ikke opprettes ({error.strerror}). Velg en annen med --archive."
            ) from error
        archive = cls(directory, embedder, lock_wait)
        migrate(archive._database)
        archive._check_embedder()
        return archive

    @property
    def _database(self) -> Path:
        return self.directory / holdings.DATABASE

    @property
    def _index(self) -> Path:
        return self.directory / "index.faiss"

    def _check_embedder(self) -> None:
        with connected(self._database) as db:
            kept = db.execute("SELECT embedder FROM state").fetchone()[0]
        if kept is not None and kept != self.embedder.identity:
            raise EmbedderMismatchError(
                f"Arkivet i {self.directory} er bygget med embedderen «{kept}», men «{self.embedder.identity}» er valgt. "
                "Velg den samme med --embedder, eller bygg et nytt arkiv i en annen mappe med --archive."
            )

    def generation(self) -> int:
        """A number that grows with every change of the archive."""
        with connected(self._database) as db:
            return int(db.execute("SELECT generation FROM state").fetchone()[0])

    def snapshot(self) -> Snapshot:
        """The archive's content now; what another process has written since the last call is in it."""
        held = self._snapshot
        if held is not None and held.generation == self.generation():
            return held
        with self._loading:
            self._snapshot = self._load()
            return self._snapshot

    def _load(self) -> Snapshot:
        self._check_embedder()
        with connected(self._database) as db:
            db.execute("BEGIN")
            state = db.execute("SELECT generation, dimensions FROM state").fetchone()
            found, vectors = records.load_passages(db)
            texts = records.load_slide_texts(db)
            parts = load_parts(db)
            internal = internal_documents(db)
            db.execute("COMMIT")
        dimensions = state["dimensions"] or 1
        stamp = index_file.IndexStamp(state["generation"], self.embedder.identity)
        ids = np.array([passage.id for passage in found], dtype=np.int64)
        index = index_file.load(self._index, stamp, ids)
        if index is None:
            matrix = np.vstack(vectors) if vectors else np.empty((0, dimensions), dtype=np.float32)
            index = index_file.build(ids, matrix.astype(np.float32))
            self._save_index(index, stamp)
        by_id = {passage.id: passage for passage in found}
        store = FaissPassageStore.over(index, {number: passage.node() for number, passage in by_id.items()})
        known = Parts(parts, self.embedder, self._words_asked)
        return Snapshot(state["generation"], by_id, store, texts, known, self.embedder.identity, internal)

    def _save_index(self, index: faiss.IndexIDMap2, stamp: index_file.IndexStamp) -> None:
        """A reader on a read-only medium can still answer; it builds the index again the next time."""
        try:
            index_file.save(self._index, index, stamp)
        except OSError as error:
            logger.warning("Indeksen kunne ikke lagres (%s); den bygges på nytt neste gang.", error)

    def put(self, document: Document, source: Path, progress: Progress | None = None, overrides: str = "") -> Put:
        """Take a document in: keep the file, understand its meeting anew, embed what is new, and write it all at once.

        `overrides` is the text of the `møte.toml` of the meeting's folder, "" where there is none; OverridesError tells what
        is wrong in it.

        A document taken in from the same source before is replaced everywhere; other documents of the same meeting are
        understood together with it. `progress(done, total)` counts embedded passages. Raises ArchiveLockedError when
        another process writes, EmbedderMismatchError when it has built the archive with another embedder meanwhile.
        Whatever fails, the archive is as it was.
        """
        return self.put_all([Incoming(document, source)], overrides, progress)

    def put_all(
        self,
        incoming: Sequence[Incoming],
        overrides: str = "",
        progress: Progress | None = None,
        place: Callable[[], None] = lambda: None,
        generation: int | None = None,
    ) -> Put:
        """Take in documents of one meeting as `put` does, all of them or none.

        `place` is called last of all, while nobody else can write and nothing is settled yet; what it raises undoes the rest.
        Raises also DuplicateDocumentError, and ArchiveChangedError when the archive is of another `generation` than this.
        """
        with writing(self.directory, self._lock_wait), connected(self._database) as db:
            # Another process may have built the archive, or emptied and rebuilt it, since this one opened it.
            self._check_embedder()
            plan = planned(db, incoming, overrides)
            if generation not in (None, self.generation()):
                raise ArchiveChangedError("Arkivet ble endret imens. Se over det som er nytt, og publiser igjen.")
            # A new version may be of another meeting; then the old meeting's other documents are understood without it.
            gone = {*(each.id for each in plan.replaced), *(each for each, _, _ in plan.others)}
            left = [self._without(db, meeting, gone) for meeting in {each.meeting_id for each in plan.replaced}]
            found = make_passages(plan.meeting, plan.documents)
            made = embedded(db, self.embedder, found, progress)
            kept: list[Path] = []
            try:
                for each in incoming:
                    kept += keep_original(self.directory / "files", each.file or each.source, each.document)
                with transaction(db):
                    # First of all, so that the meeting it leaves can be written anew under its own body and date.
                    db.executemany("DELETE FROM documents WHERE id = ?", [(each.id,) for each in plan.replaced])
                    for rest in filter(None, left):
                        self._rewrite(db, rest)
                    new = [(each.document, str(each.source)) for each in incoming]
                    self._write(db, new, plan.meeting, plan.others, made, overrides)
                    if plan.replaced:
                        delete_unused_parts(db)
                    for each in incoming:
                        if each.corrections is not None:
                            keep_corrections(db, str(each.source), each.corrections)
                    place()
            except BaseException:
                for path in kept:
                    path.unlink(missing_ok=True)
                raise
        self.snapshot()
        return Put(plan.meeting, len(found), bool(plan.replaced), made.seconds)

    def rehearse(self, incoming: Sequence[Incoming], overrides: str = "") -> Planned:
        """What `put_all` would come to, without a lock and without writing anything. Raises what planning raises."""
        with connected(self._database) as db:
            return planned(db, incoming, overrides)

    def _write(
        self,
        db: sqlite3.Connection,
        new: Sequence[tuple[Document, str]],
        meeting: Meeting,
        others: Sequence[StoredDocument],
        made: Embedded,
        overrides: str,
    ) -> None:
        """Write a meeting with its new documents, each with its source, and those that the archive has of it."""
        readings = records.readings(db)
        db.executemany("DELETE FROM documents WHERE source = ?", [(source,) for _, source in new])
        db.executemany("DELETE FROM documents WHERE id = ?", [(document_id,) for document_id, _, _ in others])
        records.delete_meetings_without_documents(db)
        db.executemany(
            "INSERT INTO files (sha256, name, bytes, kept_at) VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING",
            [(each.sha256, each.name, self.original(each.sha256).stat().st_size, records.now()) for each, _ in new],
        )
        meeting_id = records.insert_meeting(db, meeting, overrides)
        ids = {
            each.sha256: records.insert_document(
                db, each, meeting, meeting_id, where, readings.get(each.sha256, holdings.READING)
            )
            for each, where in [*((other, where) for _, other, where in others), *new]
        }
        records.insert_meeting_facts(db, meeting, meeting_id)
        records.insert_passages(db, made.passages, ids)
        insert_parts(db, made.parts)
        dimensions = len(made.passages[0][2]) // 4 if made.passages else None
        db.execute(
            "UPDATE state SET generation = generation + 1, embedder = ?, dimensions = coalesce(?, dimensions)",
            (self.embedder.identity, dimensions),
        )

    def original(self, sha256: str, *, internal: bool = True) -> Path:
        """The kept original of a document. Raises UnknownDocumentError when the archive never had it, and, without
        `internal`, when it is not everybody's to read.
        """
        with connected(self._database) as db:
            known = len(sha256) == 64 and sha256.isalnum() and (internal or open_to_all(db, sha256))
        if known:
            for path in (self.directory / "files").glob(f"{sha256}.*"):
                if path.suffix != ".new":
                    return path
        raise UnknownDocumentError("Arkivet har ikke originalen til dette dokumentet.")

    def slide_text(self, sha256: str, slide: int, *, internal: bool = True) -> str:
        """What stands on a slide of a document; "" where the archive does not have it, or has it for `internal` only."""
        snapshot = self.snapshot()
        return "" if not internal and sha256 in snapshot.internal else snapshot.slide_texts.get((sha256, slide), "")

    def remove(self, name: str) -> list[str]:
        """Delete the documents of a name (file name or the path it was taken in from); returns what was deleted.

        The meeting's other documents are understood anew without them. Raises UnknownDocumentError when none matches.
        """
        with writing(self.directory, self._lock_wait), connected(self._database) as db:
            self._check_embedder()
            rows = db.execute(
                "SELECT id, meeting_id, name, source, sha256 FROM documents WHERE name = ? OR source = ?",
                (name, str(Path(name).resolve())),
            ).fetchall()
            if not rows:
                raise UnknownDocumentError(f"{name}: arkivet har ikke noe dokument med dette navnet.")
            gone = {row["id"] for row in rows}
            rebuilt = [self._without(db, meeting_id, gone) for meeting_id in {row["meeting_id"] for row in rows}]
            with transaction(db):
                db.executemany("DELETE FROM documents WHERE id = ?", [(document_id,) for document_id in gone])
                for rest in filter(None, rebuilt):
                    self._rewrite(db, rest)
                records.delete_meetings_without_documents(db)
                delete_unused_parts(db)
                db.executemany("DELETE FROM files WHERE sha256 = ?", [(row["sha256"],) for row in rows])
                db.execute("UPDATE state SET generation = generation + 1")
                db.execute(
                    "UPDATE state SET embedder = NULL, dimensions = NULL WHERE NOT EXISTS (SELECT 1 FROM documents)"
                )
            for row in rows:
                # The original, and the pictures that were drawn of its slides.
                for path in (*self._files(f"files/{row['sha256']}.*"), *self._files(f"cache/*/{row['sha256']}-*")):
                    path.unlink(missing_ok=True)
        self.snapshot()
        return [row["name"] for row in rows]

    def _files(self, pattern: str) -> list[Path]:
        return sorted(self.directory.glob(pattern))

    def _without(self, db: sqlite3.Connection, meeting_id: int, gone: set[int]) -> _Rest | None:
        """What a meeting is without some of its documents; None when it has no others."""
        rows = db.execute("SELECT id, source FROM documents WHERE meeting_id = ? ORDER BY id", (meeting_id,)).fetchall()
        kept = [(r["id"], records.load_document(db, r["id"]), r["source"]) for r in rows if r["id"] not in gone]
        if not kept:
            return None
        documents = [document for _, document, _ in kept]
        overrides = db.execute("SELECT overrides FROM meetings WHERE id = ?", (meeting_id,)).fetchone()[0]
        made = {document.sha256: corrections_of(db, source) for _, document, source in kept}
        meeting = understand(documents, with_corrections(Overrides.parse(overrides), made))
        return _Rest(meeting, kept, embedded(db, self.embedder, make_passages(meeting, documents), None), overrides)

    def _rewrite(self, db: sqlite3.Connection, rest: _Rest) -> None:
        _, last, source = rest.documents[-1]
        self._write(db, [(last, source)], rest.meeting, rest.documents[:-1], rest.embedded, rest.overrides)

    def meetings(self, *, internal: bool = True) -> list[MeetingSummary]:
        """All meetings, the newest first; without `internal`, the open ones."""
        with connected(self._database) as db:
            return load_summaries(db, internal=internal)

    def documents_by_folder(self) -> dict[str, set[str]]:
        """The file names of the documents by the name of the folder that each was taken in from."""
        found: dict[str, set[str]] = {}
        with connected(self._database) as db:
            for row in db.execute("SELECT source, name FROM documents"):
                found.setdefault(Path(row["source"]).parent.name, set()).add(row["name"])
        return found

    def agenda_items(self, *, internal: bool = True) -> list[AgendaItem]:
        """The agenda items of all meetings, the newest meeting first; without `internal`, of the open ones."""
        with connected(self._database) as db:
            return records.load_agenda(db, internal=internal)
