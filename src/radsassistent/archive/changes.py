"""What is another in a meeting than before: the meeting itself, the cases of its slides, and cases, proposals and decisions
that came, went or were changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from radsassistent.documents import Document
from radsassistent.meetings import Classification, Meeting, Place


class ChangeKind(StrEnum):
    """What came, went or was changed."""

    BODY = "body"
    DATE = "date"
    TITLE = "title"
    CLASSIFICATION = "classification"
    SLIDES = "slides"
    CASE = "case"
    PROPOSAL = "proposal"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Change:
    """One change; `before` is None for what came, `after` for what went. Of a case, both are titles; of a day ISO 8601.

    Of slides, both are numbers of cases, and `document` with `first` and `last` tells which slides.
    """

    kind: ChangeKind
    case: str | None
    before: str | None
    after: str | None
    document: str = ""
    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """What is compared of a meeting: what it is, its slides' cases, its cases by number, and the texts of proposals and
    decisions with their case. `about` has several values of a kind where several meetings are taken together, "" for none;
    `documents` are names by SHA-256.
    """

    about: Mapping[ChangeKind, Sequence[str]]
    slides: Mapping[Place, str | None]
    documents: Mapping[str, str]
    cases: Mapping[str, str]
    proposals: Sequence[tuple[str | None, str]]
    decisions: Sequence[tuple[str | None, str]]


def facts_of(meeting: Meeting, documents: Sequence[Document]) -> Facts:
    """The facts of a meeting as it is understood of its documents."""
    return Facts(
        {
            ChangeKind.BODY: [meeting.body],
            ChangeKind.DATE: [meeting.date.isoformat() if meeting.date else ""],
            ChangeKind.TITLE: [meeting.title or ""],
            ChangeKind.CLASSIFICATION: [meeting.classification or Classification.OPEN],
        },
        {each.place: each.case for each in meeting.slides},
        {each.sha256: each.name for each in documents},
        {case.number: case.title for case in meeting.cases},
        [(each.case, each.text) for each in meeting.proposals],
        [(each.case, each.text) for each in meeting.decisions],
    )


def kept_of(db: sqlite3.Connection, meetings: Sequence[int]) -> Facts:
    """The facts of meetings as the archive has them, by their row ids."""
    marks = ",".join("?" * len(meetings))

    def rows(query: str) -> list[sqlite3.Row]:
        return db.execute(query.format(marks), list(meetings)).fetchall()

    def pairs(query: str) -> list[tuple[str, str]]:
        return [(row[0], row[1]) for row in rows(query)]

    held = rows("SELECT body, date, classification FROM meetings WHERE id IN ({}) ORDER BY id")
    # Only a meeting's own passage has its title; there is none where no document announces the meeting.
    titles = rows(
        "SELECT json_extract(data, '$.title') AS title FROM passages JOIN documents ON documents.id = document_id "
        "WHERE meeting_id IN ({}) AND kind = 'meeting' ORDER BY meeting_id"
    )
    slides = rows(
        "SELECT sha256, name, number, case_number FROM slides JOIN documents ON documents.id = document_id "
        "WHERE meeting_id IN ({}) ORDER BY documents.id, number"
    )
    return Facts(
        {
            ChangeKind.BODY: [row["body"] for row in held],
            ChangeKind.DATE: [row["date"] or "" for row in held],
            ChangeKind.TITLE: [row["title"] or "" for row in titles],
            ChangeKind.CLASSIFICATION: [row["classification"] or Classification.OPEN for row in held],
        },
        {Place(row["sha256"], row["number"]): row["case_number"] for row in slides},
        {row["sha256"]: row["name"] for row in slides},
        dict(pairs("SELECT number, title FROM cases WHERE meeting_id IN ({}) ORDER BY position")),
        pairs("SELECT case_number, text FROM proposals WHERE meeting_id IN ({}) ORDER BY id"),
        pairs("SELECT case_number, text FROM decisions WHERE meeting_id IN ({}) ORDER BY id"),
    )


def changes(before: Facts, after: Facts) -> list[Change]:
    """What came, went and was changed: of the meeting first, then of its slides, then its cases."""
    found = [
        Change(kind, None, was or None, now or None)
        for kind, (now,) in after.about.items()
        for was in dict.fromkeys(before.about[kind])
        if was != now
    ]
    found += _slides(before, after)
    found += [
        Change(ChangeKind.CASE, number, before.cases.get(number), after.cases.get(number))
        for number in dict.fromkeys((*before.cases, *after.cases))
        if before.cases.get(number) != after.cases.get(number)
    ]
    found += _texts(ChangeKind.PROPOSAL, before.proposals, after.proposals)
    return found + _texts(ChangeKind.DECISION, before.decisions, after.decisions)


def _slides(before: Facts, after: Facts) -> list[Change]:
    """The slides that are of another case than before, those beside each other together; new documents' are not compared."""
    found: list[Change] = []
    for place, now in after.slides.items():
        if place not in before.slides or (was := before.slides[place]) == now:
            continue
        name, number = after.documents[place.sha256], place.slide
        last = found[-1] if found else None
        if last and (last.document, last.last, last.before, last.after) == (name, number - 1, was, now):
            found[-1] = replace(last, last=number)
        else:
            found.append(Change(ChangeKind.SLIDES, None, was, now, name, number, number))
    return found


def _texts(
    kind: ChangeKind, before: Sequence[tuple[str | None, str]], after: Sequence[tuple[str | None, str]]
) -> list[Change]:
    """Of one case, what went and what came in its place are a change, in their order."""
    gone = [each for each in before if each not in after]
    come = [each for each in after if each not in before]
    found = []
    for case in dict.fromkeys(case for case, _ in (*gone, *come)):
        old = [text for number, text in gone if number == case]
        new = [text for number, text in come if number == case]
        for place in range(max(len(old), len(new))):
            found.append(
                Change(kind, case, old[place] if place < len(old) else None, new[place] if place < len(new) else None)
            )
    return found
