"""The register of proposals and decisions, as the archive's meetings tell them: a row for each, with its history.

A proposal is never a decision: a row is "vedtatt", "endret", "avvist" or "utsatt" only where minutes say so.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from radsassistent.archive import holdings
from radsassistent.archive.database import connected
from radsassistent.archive.meeting_keys import Visible, visible_meetings
from radsassistent.archive.taken_up import MARKS, Handled, taken_up
from radsassistent.meetings import DecisionStatus, Place
from radsassistent.meetings.case_numbers import Numbering, Scheme, numbered_line
from radsassistent.meetings.understand import UNKNOWN_BODY


class Status(StrEnum):
    """What has become of a proposal; the values are the words that users type and read in addresses."""

    PROPOSED = "forslag"
    ADOPTED = "vedtatt"
    CHANGED = "endret"
    REJECTED = "avvist"
    POSTPONED = "utsatt"


_DECIDED = {
    DecisionStatus.ADOPTED: Status.ADOPTED,
    DecisionStatus.CHANGED: Status.CHANGED,
    DecisionStatus.REJECTED: Status.REJECTED,
    DecisionStatus.POSTPONED: Status.POSTPONED,
}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened to a proposal: put forward, put forward anew (`updated`), or decided by `status`.

    `votes` are verbatim, None where none are told. `document` is the file name of `place`, "" when it has been replaced.
    """

    status: Status
    text: str
    place: Place
    document: str
    updated: bool = False
    votes: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """What became of a matter at one meeting: the row `key` of the register, and where that row stands now."""

    key: str
    meeting: str
    date: str
    case: str
    now: Step


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the register. `steps` is its history, the oldest first; the last one is where it stands now.

    `key` names the row in addresses, and stays when the documents are taken in anew. `meeting` names the meeting, `date` is
    its ISO date ("" when unknown), `case` is "5/26" or None outside the cases. `turns` is the matter through the meetings
    where it was put off and taken up again, in order of their dates, this row among them; empty where none is known.
    """

    key: str
    body: str
    meeting: str
    date: str
    case: str | None
    title: str
    steps: tuple[Step, ...]
    turns: tuple[Turn, ...] = ()

    @property
    def now(self) -> Step:
        return self.steps[-1]

    @property
    def status(self) -> Status:
        return self.now.status

    @property
    def proposed(self) -> Step | None:
        """The proposal that was in force, None where none is known."""
        return next((step for step in reversed(self.steps) if step.status is Status.PROPOSED), None)


def entries(directory: Path, *, internal: bool) -> list[Entry]:
    """All rows, the newest meeting first, a meeting's in the order of its cases; `internal` also of internal documents."""
    with connected(directory / holdings.DATABASE) as db:
        db.execute("BEGIN")
        names = {row["sha256"]: row["name"] for row in db.execute("SELECT sha256, name FROM documents")}
        meetings = visible_meetings(db, internal=internal)
        found = _with_turns(db, meetings, [entry for each in meetings for entry in _of_meeting(db, each, names)])
        db.execute("COMMIT")
    return found


def _with_turns(db: sqlite3.Connection, meetings: Sequence[Visible], rows: list[Entry]) -> list[Entry]:
    """The rows, those of a matter that was put off with what became of it at the other meetings. Of `meetings` alone."""
    put_off = {row.body: row.date for row in rows if row.status is Status.POSTPONED and row.date}
    if not put_off:
        return rows
    cases: dict[tuple[str, str], list[Entry]] = {}
    for row in rows:
        if row.case and row.date and row.body in put_off and row.body != UNKNOWN_BODY:
            cases.setdefault((row.meeting, row.case), []).append(row)
    # The rows are the newest first: the date that is kept of each body is its earliest.
    said = {each.key: _said(db, each.id) for each in meetings if put_off.get(each.body, "9") < each.date}
    handled = [_handled(case, said.get(meeting, {}).get(number, [])) for (meeting, number), case in cases.items()]
    together: list[list[Entry]] = list(cases.values())
    matters: list[list[Entry]] = []
    for earlier, later in taken_up(handled):
        joined = [row for row in together[earlier] if row.status is Status.POSTPONED] + together[later]
        known = [matter for matter in matters if any(row in matter for row in joined)]
        matters = [matter for matter in matters if matter not in known]
        matters.append(list({row.key: row for matter in (*known, joined) for row in matter}.values()))
    turns = {row.key: _turns(matter) for matter in matters for row in matter}
    return [replace(row, turns=turns[row.key]) if row.key in turns else row for row in rows]


def _turns(matter: Sequence[Entry]) -> tuple[Turn, ...]:
    return tuple(
        Turn(row.key, row.meeting, row.date, row.case or "", row.now)
        for row in sorted(matter, key=lambda row: row.date)
    )


def _handled(case: Sequence[Entry], said: Sequence[str]) -> Handled:
    """A case of a meeting, by its rows and what its documents say of it."""
    row = case[0]
    put_off = [each.now.text for each in case if each.status is Status.POSTPONED]
    day = date.fromisoformat(row.date)
    return Handled(row.body, day, row.case or "", row.title, tuple(said), "\n".join(put_off) if put_off else None)


def _said(db: sqlite3.Connection, meeting: int) -> dict[str, list[str]]:
    """The texts of a meeting's documents that may tell of an earlier case, by the case that they are of."""
    found: dict[str, list[str]] = {}
    marked = " OR ".join(["text LIKE ?"] * len(MARKS))
    for row in db.execute(
        "SELECT position, text, case_number, cases FROM blocks JOIN slides ON slides.id = slide_id "
        f"JOIN documents ON documents.id = document_id WHERE meeting_id = ? AND ({marked}) ORDER BY slides.id, position",
        (meeting, *(f"%{mark}%" for mark in MARKS)),
    ):
        spans = [case for case, first in json.loads(row["cases"]) if first <= row["position"]]
        case = spans[-1] if spans else row["case_number"]
        if case is not None:
            found.setdefault(case, []).append(row["text"])
    return found


def _of_meeting(db: sqlite3.Connection, meeting: Visible, names: dict[str, str]) -> Iterator[Entry]:
    cases = {
        row["number"]: (row["position"], row["title"])
        for row in db.execute("SELECT number, title, position FROM cases WHERE meeting_id = ?", (meeting.id,))
    }
    proposed = [
        (row["case_number"], _proposal(row, names))
        for row in db.execute("SELECT * FROM proposals WHERE meeting_id = ? ORDER BY id", (meeting.id,))
    ]
    decided = [
        (row["case_number"], _decision(row, names), _answered(row, names))
        for row in db.execute("SELECT * FROM decisions WHERE meeting_id = ? ORDER BY id", (meeting.id,))
    ]
    numbers: set[str | None] = {case for case, _ in proposed} | {case for case, _, _ in decided}
    seen: Counter[tuple[str | None, bool]] = Counter()
    for case in sorted(numbers, key=lambda number: _order(number, cases)):
        histories = _histories(
            [step for number, step in proposed if number == case],
            [(step, answered) for number, step, answered in decided if number == case],
            together=case is not None,
        )
        for steps in histories:
            counted = (case, steps[-1].status is Status.PROPOSED)
            seen[counted] += 1
            yield Entry(
                _key(meeting.key, case or "", seen[counted], steps[-1].status is Status.PROPOSED),
                meeting.body,
                meeting.key,
                meeting.date,
                case,
                cases[case][1] if case is not None and case in cases else "",
                tuple(steps),
            )


def _order(case: str | None, cases: Mapping[str, tuple[int, str]]) -> tuple[int, str]:
    known = cases.get(case) if case is not None else None
    return (known[0] if known else len(cases), case or "~")


def _key(meeting: str, case: str, count: int, proposal: bool) -> str:
    told = f"{meeting}|{case}|{'forslag' if proposal else 'vedtak'}|{count}"
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def _proposal(row: sqlite3.Row, names: dict[str, str]) -> Step:
    place = Place(row["sha256"], row["slide"])
    return Step(Status.PROPOSED, row["text"], place, names.get(place.sha256, ""), bool(row["updated"]))


def _decision(row: sqlite3.Row, names: dict[str, str]) -> Step:
    place = Place(row["sha256"], row["slide"])
    status = _DECIDED[DecisionStatus(row["status"])]
    return Step(status, row["text"], place, names.get(place.sha256, ""), votes=row["votes"])


def _answered(row: sqlite3.Row, names: dict[str, str]) -> Step | None:
    """The proposal that a decision answers."""
    if row["proposal_text"] is None:
        return None
    place = Place(row["proposal_sha256"], row["proposal_slide"])
    return Step(Status.PROPOSED, row["proposal_text"], place, names.get(place.sha256, ""))


def _histories(
    proposals: Sequence[Step], decisions: Sequence[tuple[Step, Step | None]], *, together: bool
) -> list[list[Step]]:
    """The rows of one case of one meeting. `together`: what is proposed and decided here is about the same matter.

    A decision takes the proposal that it answers into its row, and what nothing answers goes with the first decision: once
    a case is decided, none of its proposals stands. Without a decision, an updated proposal takes the row of those before.
    """
    distinct = list({(step.text, step.updated): step for step in reversed(proposals)}.values())[::-1]
    if not together:
        return [*([step] for step in distinct), *([step] for step, _ in decisions)]
    if not decisions:
        rows: list[list[Step]] = []
        for step in distinct:
            if step.updated and rows:
                rows = [[each for row in rows for each in row] + [step]]
            else:
                rows.append([step])
        return rows
    answered = {step.text for _, step in decisions if step is not None}
    rest = [step for step in distinct if step.text not in answered]
    found: list[list[Step]] = []
    for place, (decision, answers) in enumerate(decisions):
        before = rest if place == 0 else []
        if answers is not None:
            known = next((step for step in distinct if step.text == answers.text), answers)
            before = _in_order([*before, known], distinct)
        found.append([*before, decision])
    return found


def _in_order(steps: Iterable[Step], order: Sequence[Step]) -> list[Step]:
    return sorted(steps, key=lambda step: order.index(step) if step in order else len(order))


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A case number as somebody typed it, in normal form; `series` ("PS") is None where none was typed."""

    number: str
    series: str | None = None

    @classmethod
    def read(cls, text: str) -> CaseNumber | None:
        """The case number when a text is nothing else: "5/26", "sak 05/2026", "PS 5/26", "§ 188"; else None."""
        found = numbered_line(text.strip())
        if found is None or found.title.strip(" .:") or found.scheme is Scheme.COUNTED:
            return None
        number = Numbering().name(found)
        return cls(number, found.series) if number is not None else None

    def names(self, case: str | None) -> bool:
        """Whether this is the number of a case. Without a series it is that of every series: "5/26" of "PS 5/26"."""
        if case is None:
            return False
        if self.series is None and case.endswith(f" {self.number}"):
            return True
        return case in {self.number, f"{self.series} {self.number}"}
