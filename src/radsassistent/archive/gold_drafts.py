"""Draft gold questions: what the secretary makes of a bad answer, kept until it is exported into an evaluation file.

The fields are those of a line of a gold file (eval/README.md).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from radsassistent.archive.asked import Asked
from radsassistent.archive.database import connected
from radsassistent.archive.gold_fields import NOT_IN_DOCUMENTS
from radsassistent.errors import RadsassistentError


class GoldDraftError(RadsassistentError):
    """A draft gold question that is not there, or says what no gold file can say; the message tells what to write."""


@dataclass(frozen=True, slots=True)
class GoldDraft:
    """A gold question as far as it has come. `answers` and `slides` are groups of alternatives, all groups needed.

    `meeting` is the name of the gold file without its ending, which is that of the meeting's folder; "" while it is not known.
    `number` is 0 before it is kept. `checked` once somebody has put right what it was prefilled with, the bad answer.
    """

    question: str
    meeting: str = ""
    language: str = "nb"
    kind: str = "fact"
    near_miss: bool = False
    split: str = "dev"
    answers: tuple[tuple[str, ...], ...] = ()
    slides: tuple[tuple[int, ...], ...] = ()
    forbidden: tuple[str, ...] = ()
    max_words: int | None = None
    checked: bool = False
    number: int = 0
    asked: int | None = None
    by: str = ""
    at: str = ""

    def line(self) -> dict[str, object]:
        """The line of the gold file."""
        return {
            "id": f"lest-{self.number:03d}",
            "question": self.question,
            "language": self.language,
            "chat": None,
            "kind": self.kind,
            "near_miss": self.near_miss,
            "split": self.split,
            "answers": [list(group) for group in self.answers],
            "slides": [list(group) for group in self.slides],
            "forbidden": list(self.forbidden),
            "max_words": self.max_words,
        }

    def lacks(self) -> str:
        """In Norwegian what is to be mended before it can be exported; "" when it can."""
        if not self.checked:
            return "Rett svaret og lysbildene, og lagre."
        if not self.question.strip():
            return "Spørsmålet mangler."
        if not self.meeting:
            return "Velg hvilket møte spørsmålet er om."
        texts = [*(text for group in self.answers for text in group), *self.forbidden]
        if any(not any(character.isalnum() for character in text) for text in texts):
            return "Hvert svar må ha minst én bokstav eller ett siffer."
        if self.kind == NOT_IN_DOCUMENTS:
            if self.answers or self.slides:
                return "Et spørsmål som dokumentene ikke svarer på, kan ikke ha svar eller lysbilder."
            return ""
        if self.near_miss:
            return "Bare et spørsmål som dokumentene ikke svarer på, kan være et nesten-treff."
        return "" if self.answers and self.slides else "Skriv riktig svar og hvilket lysbilde det står på."


def drafted(asked: Asked, meeting: str) -> GoldDraft:
    """What a question is prefilled with: the answer that was given and the slides it cited, for the secretary to put right."""
    question = asked.question or ""
    if asked.abstained:
        return GoldDraft(question, meeting, kind=NOT_IN_DOCUMENTS, asked=asked.number)
    slides = dict.fromkeys(int(each["slide"]) for each in asked.citations if "slide" in each)
    answers = ((" ".join((asked.answer or "").split()),),) if asked.answer else ()
    return GoldDraft(question, meeting, answers=answers, slides=tuple((slide,) for slide in slides), asked=asked.number)


class GoldDrafts:
    """The draft gold questions of an archive. Safe to use from several threads and processes."""

    def __init__(self, database: Path) -> None:
        self._database = database

    def all(self) -> list[GoldDraft]:
        """All drafts, the newest first."""
        with connected(self._database) as db:
            return [_draft(row) for row in db.execute("SELECT * FROM gold_drafts ORDER BY id DESC")]

    def one(self, number: int) -> GoldDraft:
        """A draft. Raises GoldDraftError when it was deleted."""
        with connected(self._database) as db:
            row = db.execute("SELECT * FROM gold_drafts WHERE id = ?", (number,)).fetchone()
        if row is None:
            raise GoldDraftError("Dette utkastet til fasit finnes ikke lenger. Last siden på nytt.")
        return _draft(row)

    def keep(self, draft: GoldDraft, by: str) -> GoldDraft:
        """Keep a new draft or a changed one. A question that has a draft already keeps that one."""
        at = datetime.now(UTC).isoformat(timespec="seconds")
        fields = json.dumps(draft.line(), ensure_ascii=False)
        with connected(self._database) as db:
            if draft.number:
                changed = db.execute(
                    "UPDATE gold_drafts SET meeting = ?, checked = ?, fields = ?, by = ?, at = ? WHERE id = ?",
                    (draft.meeting, draft.checked, fields, by, at, draft.number),
                ).rowcount
                if not changed:
                    raise GoldDraftError("Dette utkastet til fasit finnes ikke lenger. Last siden på nytt.")
                return replace(draft, by=by, at=at)
            db.execute(
                "INSERT INTO gold_drafts (asked_id, meeting, checked, fields, by, at) VALUES (?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (asked_id) DO NOTHING",
                (draft.asked, draft.meeting, draft.checked, fields, by, at),
            )
            row = db.execute(
                "SELECT * FROM gold_drafts WHERE asked_id IS ? ORDER BY id DESC LIMIT 1", (draft.asked,)
            ).fetchone()
        return _draft(row)

    def delete(self, number: int) -> None:
        """Delete a draft; one that is gone already is no error."""
        with connected(self._database) as db:
            db.execute("DELETE FROM gold_drafts WHERE id = ?", (number,))

    def export(self, meeting: str) -> str:
        """The gold file of a meeting: one JSON object a line, of the drafts that lack nothing, in the order they were made."""
        ready = [draft for draft in reversed(self.all()) if draft.meeting == meeting and not draft.lacks()]
        return "".join(json.dumps(draft.line(), ensure_ascii=False) + "\n" for draft in ready)


def folder_of(database: Path, citations: Sequence[Mapping[str, object]]) -> str:
    """The folder of the meeting that citations are of, "" where they are of none or of several."""
    found = set()
    with connected(database) as db:
        for each in citations:
            row = db.execute(
                "SELECT source FROM documents JOIN meetings ON meetings.id = meeting_id "
                "WHERE name = ? AND coalesce(date, '') = ?",
                (each.get("document"), each.get("meeting")),
            ).fetchone()
            if row is not None:
                found.add(Path(row["source"]).parent.name)
    return found.pop() if len(found) == 1 else ""


def folders(database: Path) -> list[str]:
    """The folders of all meetings, which their gold files are named after."""
    with connected(database) as db:
        rows = db.execute("SELECT source FROM documents").fetchall()
    return sorted({Path(row["source"]).parent.name for row in rows}, reverse=True)


def _draft(row: sqlite3.Row) -> GoldDraft:
    raw = json.loads(row["fields"])
    return GoldDraft(
        question=raw["question"],
        meeting=row["meeting"],
        language=raw["language"],
        kind=raw["kind"],
        near_miss=raw["near_miss"],
        split=raw["split"],
        answers=tuple(tuple(group) for group in raw["answers"]),
        slides=tuple(tuple(group) for group in raw["slides"]),
        forbidden=tuple(raw["forbidden"]),
        max_words=raw["max_words"],
        checked=bool(row["checked"]),
        number=row["id"],
        asked=row["asked_id"],
        by=row["by"],
        at=row["at"],
    )
