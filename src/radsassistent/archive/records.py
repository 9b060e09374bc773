"""Documents, meetings and passages to rows of the database, and back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import UTC, date, datetime

import numpy as np

from radsassistent.archive.classified import OPEN
from radsassistent.archive.passage import Passage, PassageKind
from radsassistent.documents import Block, BlockKind, Box, Document, Format, Slide, SlideStatus, Table, TableRow
from radsassistent.meetings import AgendaItem, Meeting, Place


def now() -> str:
    """The time in UTC, ISO 8601, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def as_json(value: object) -> str:
    """JSON that keeps Norwegian letters readable in the database."""
    return json.dumps(value, ensure_ascii=False)


def readings(db: sqlite3.Connection) -> dict[str, int]:
    """By which reading each document is kept, by its SHA-256."""
    return {row["sha256"]: row["reading"] for row in db.execute("SELECT sha256, reading FROM documents")}


def insert_document(
    db: sqlite3.Connection, document: Document, meeting: Meeting, meeting_id: int, source: str, reading: int
) -> int:
    """Write a document with its slides and blocks; returns its row id."""
    cursor = db.execute(
        "INSERT INTO documents (meeting_id, sha256, name, source, taken_in_at, warnings, format, reading) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            meeting_id,
            document.sha256,
            document.name,
            source,
            now(),
            as_json(document.warnings),
            document.format,
            reading,
        ),
    )
    document_id = int(cursor.lastrowid or 0)
    for slide in document.slides:
        known = meeting.slide(Place(document.sha256, slide.number))
        slide_id = db.execute(
            "INSERT INTO slides (document_id, number, width, height, status, links, case_number, kind, evidence, previews, "
            "section, reason, hidden, cases) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                document_id,
                slide.number,
                slide.width,
                slide.height,
                slide.status,
                as_json(slide.links),
                known.case,
                known.kind,
                known.evidence,
                known.previews,
                known.section,
                slide.reason,
                slide.hidden,
                as_json([[span.case, span.first] for span in known.cases]),
            ),
        ).lastrowid
        db.executemany(
            "INSERT INTO blocks (slide_id, position, kind, text, box, level, frame, size, bold, table_json, "
            "unstructured) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(slide_id, *_block_row(position, block)) for position, block in enumerate(slide.blocks)],
        )
    return document_id


def _block_row(position: int, block: Block) -> tuple[object, ...]:
    box = block.box
    table = None
    if block.table is not None:
        rows = [[row.label, list(row.values), list(row.under)] for row in block.table.rows]
        table = as_json(
            {
                "caption": block.table.caption,
                "label_header": block.table.label_header,
                "columns": block.table.columns,
                "rows": rows,
            }
        )
    edges = as_json([round(edge, 2) for edge in (box.left, box.top, box.right, box.bottom)])
    style = (block.level, block.group, block.size, block.bold)
    return (position, block.kind, block.text, edges, *style, table, block.unstructured)


def load_document(db: sqlite3.Connection, document_id: int) -> Document:
    """A document as it was read when it was taken in."""
    row = db.execute("SELECT sha256, name, warnings, format FROM documents WHERE id = ?", (document_id,)).fetchone()
    slides = tuple(
        Slide(
            number=slide["number"],
            width=slide["width"],
            height=slide["height"],
            blocks=_load_blocks(db, slide["id"]),
            status=SlideStatus(slide["status"]),
            links=tuple(json.loads(slide["links"])),
            reason=slide["reason"],
            hidden=bool(slide["hidden"]),
        )
        for slide in db.execute("SELECT * FROM slides WHERE document_id = ? ORDER BY number", (document_id,)).fetchall()
    )
    return Document(row["name"], row["sha256"], slides, tuple(json.loads(row["warnings"])), Format(row["format"]))


def _load_blocks(db: sqlite3.Connection, slide_id: int) -> tuple[Block, ...]:
    rows = db.execute("SELECT * FROM blocks WHERE slide_id = ? ORDER BY position", (slide_id,)).fetchall()
    return tuple(
        Block(
            kind=BlockKind(row["kind"]),
            text=row["text"],
            box=Box(*json.loads(row["box"])),
            level=row["level"],
            group=row["frame"],
            size=row["size"],
            bold=bool(row["bold"]),
            table=_load_table(row["table_json"]),
            unstructured=bool(row["unstructured"]),
        )
        for row in rows
    )


def _load_table(text: str | None) -> Table | None:
    if text is None:
        return None
    raw = json.loads(text)
    rows = tuple(TableRow(label, tuple(values), tuple(under)) for label, values, under in raw["rows"])
    return Table(raw["caption"], raw["label_header"], tuple(raw["columns"]), rows)


def insert_meeting(db: sqlite3.Connection, meeting: Meeting, overrides: str) -> int:
    """Write a meeting without its facts, with the text of its folder's `møte.toml`; returns its row id."""
    cursor = db.execute(
        "INSERT INTO meetings (body, date, venue, warnings, overrides, classification, start_time, end_time) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            meeting.body,
            iso(meeting.date),
            meeting.venue,
            as_json(meeting.warnings),
            overrides,
            meeting.classification,
            meeting.start,
            meeting.end,
        ),
    )
    return int(cursor.lastrowid or 0)


def delete_meetings_without_documents(db: sqlite3.Connection) -> None:
    """Delete the meetings that have lost their last document, with all that was understood of them."""
    db.execute("DELETE FROM meetings WHERE id NOT IN (SELECT meeting_id FROM documents)")


def insert_meeting_facts(db: sqlite3.Connection, meeting: Meeting, meeting_id: int) -> None:
    """Write the cases, the agenda, the proposals, the decisions and the people of a meeting."""
    db.executemany(
        "INSERT INTO cases (meeting_id, number, title, position) VALUES (?, ?, ?, ?)",
        [(meeting_id, case.number, case.title, place) for place, case in enumerate(meeting.cases)],
    )
    db.executemany(
        "INSERT INTO agenda_items (meeting_id, position, case_number, title, presenter, organisation, time, case_type, "
        "sha256, slide, end_time, minutes, details) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                meeting_id,
                place,
                item.case,
                item.title,
                item.presenter,
                item.organisation,
                item.time,
                item.case_type,
                item.place.sha256,
                item.place.slide,
                item.end,
                item.minutes,
                json.dumps(item.details, ensure_ascii=False),
            )
            for place, item in enumerate(meeting.agenda)
        ],
    )
    db.executemany(
        "INSERT INTO proposals (meeting_id, case_number, text, updated, sha256, slide) VALUES (?, ?, ?, ?, ?, ?)",
        [(meeting_id, p.case, p.text, p.updated, p.place.sha256, p.place.slide) for p in meeting.proposals],
    )
    db.executemany(
        "INSERT INTO members (meeting_id, name, title, organisation, role, member_group, details, sha256, slide) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                meeting_id,
                m.name,
                m.title,
                m.organisation,
                m.role,
                m.group,
                json.dumps(m.details, ensure_ascii=False),
                m.place.sha256,
                m.place.slide,
            )
            for m in meeting.members
        ],
    )
    _insert_decisions(db, meeting, meeting_id)
    db.executemany(
        "INSERT INTO attendance (meeting_id, name, title, organisation, presence, substitutes_for, sha256, slide, "
        "reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                meeting_id,
                a.name,
                a.title,
                a.organisation,
                a.presence,
                a.substitutes_for,
                a.place.sha256,
                a.place.slide,
                a.reason,
            )
            for a in meeting.attendance
        ],
    )


def _insert_decisions(db: sqlite3.Connection, meeting: Meeting, meeting_id: int) -> None:
    db.executemany(
        "INSERT INTO decisions (meeting_id, case_number, text, status, votes, as_proposed, sha256, slide, proposal_text, "
        "proposal_sha256, proposal_slide) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                meeting_id,
                d.case,
                d.text,
                d.status,
                d.votes,
                d.as_proposed,
                d.place.sha256,
                d.place.slide,
                d.proposal.text if d.proposal else None,
                d.proposal.place.sha256 if d.proposal else None,
                d.proposal.place.slide if d.proposal else None,
            )
            for d in meeting.decisions
        ],
    )


def insert_passages(
    db: sqlite3.Connection, rows: Sequence[tuple[Passage, str, bytes]], document_ids: dict[str, int]
) -> None:
    """Write passages with the hash of what was embedded and the embedding (float32, little-endian)."""
    db.executemany(
        "INSERT INTO passages (document_id, slide, case_number, kind, text, context, data, text_hash, embedding) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                document_ids[passage.sha256],
                passage.slide,
                passage.case,
                passage.kind,
                passage.text,
                passage.context,
                as_json(dict(passage.data)),
                text_hash,
                embedding,
            )
            for passage, text_hash, embedding in rows
        ],
    )


_PASSAGES = """
    SELECT passages.*, documents.name, documents.sha256, meetings.body, meetings.date
    FROM passages
    JOIN documents ON documents.id = passages.document_id
    JOIN meetings ON meetings.id = documents.meeting_id
    ORDER BY passages.id
"""


def load_passages(db: sqlite3.Connection) -> tuple[list[Passage], list[np.ndarray]]:
    """All passages in the order of their ids, and their embeddings."""
    found: list[Passage] = []
    vectors: list[np.ndarray] = []
    for row in db.execute(_PASSAGES):
        found.append(
            Passage(
                kind=PassageKind(row["kind"]),
                text=row["text"],
                context=row["context"],
                body=row["body"],
                meeting=row["date"] or "",
                case=row["case_number"],
                document=row["name"],
                sha256=row["sha256"],
                slide=row["slide"],
                data=json.loads(row["data"]),
                id=row["id"],
            )
        )
        vectors.append(np.frombuffer(row["embedding"], dtype="<f4"))
    return found, vectors


def load_slide_texts(db: sqlite3.Connection) -> dict[tuple[str, int], str]:
    """What stands on each slide, a block a line, by the document's SHA-256 and the slide's number."""
    found: dict[tuple[str, int], list[str]] = {}
    for row in db.execute(
        "SELECT sha256, number, text FROM blocks JOIN slides ON slides.id = slide_id "
        "JOIN documents ON documents.id = document_id ORDER BY slides.id, position"
    ):
        found.setdefault((row["sha256"], row["number"]), []).append(row["text"])
    return {key: "\n".join(texts) for key, texts in found.items()}


def load_agenda(db: sqlite3.Connection, *, internal: bool = True) -> list[AgendaItem]:
    """The agenda items of all meetings, the newest meeting first; without `internal`, of the open ones."""
    rows = db.execute(
        "SELECT agenda_items.* FROM agenda_items JOIN meetings ON meetings.id = meeting_id "
        f"WHERE :internal OR {OPEN} ORDER BY meetings.date DESC, meeting_id, position",
        {"internal": internal},
    )
    return [
        AgendaItem(
            case=row["case_number"],
            title=row["title"],
            presenter=row["presenter"],
            organisation=row["organisation"],
            time=row["time"],
            case_type=row["case_type"],
            place=Place(row["sha256"], row["slide"]),
            end=row["end_time"],
            minutes=row["minutes"],
            details=tuple((label, value) for label, value in json.loads(row["details"])),
        )
        for row in rows
    ]


def iso(day: date | None) -> str | None:
    """A date as the database keeps it."""
    return day.isoformat() if day is not None else None
