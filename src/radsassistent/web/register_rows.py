"""The register of decisions as other programs read it; stands in until the archive's own register is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from radsassistent.archive import holdings
from radsassistent.archive.classified import OPEN
from radsassistent.archive.database import connected
from radsassistent.web.api_types import DecisionGiven, DecisionsRequest, Status
from radsassistent.web.slides import WIDTHS

_STATUS: dict[str, Status] = {
    "adopted": "vedtatt",
    "changed": "endret",
    "rejected": "avvist",
    "postponed": "utsatt",
    "forslag": "forslag",
}


def rows(directory: Path, wanted: DecisionsRequest, *, internal: bool) -> Iterator[DecisionGiven]:
    """Decisions, and the proposals that no decision answers, the newest meeting first."""
    sql = f"""
        SELECT r.*, meetings.body, coalesce(meetings.date, '') AS day, coalesce(c.title, '') AS case_title, d.name
        FROM (
            SELECT meeting_id, case_number, text, status, votes, sha256, slide FROM decisions
            UNION ALL
            SELECT meeting_id, case_number, text, 'forslag', NULL, sha256, slide FROM proposals AS p
            WHERE NOT EXISTS (
                SELECT 1 FROM decisions WHERE meeting_id = p.meeting_id AND case_number IS p.case_number)
        ) AS r
        JOIN meetings ON meetings.id = r.meeting_id
        JOIN documents AS d ON d.sha256 = r.sha256
        LEFT JOIN cases AS c ON c.meeting_id = meetings.id AND c.number = r.case_number
        WHERE :internal OR {OPEN}
        ORDER BY day DESC, meetings.body, r.case_number
    """
    with connected(directory / holdings.DATABASE) as db:
        for r in db.execute(sql, {"internal": internal}):
            said = DecisionGiven(
                status=_STATUS[r["status"]],
                body=r["body"],
                meeting=r["day"],
                case=r["case_number"],
                case_title=r["case_title"],
                text=r["text"],
                votes=r["votes"],
                document=r["name"],
                slide=r["slide"],
                picture=f"/lysbilde/{r['sha256']}/{r['slide']}.png?bredde={WIDTHS[0]}",
                original=f"/original/{r['sha256']}/{r['name']}#page={r['slide']}",
            )
            if _is_wanted(said, wanted):
                yield said


def _is_wanted(row: DecisionGiven, wanted: DecisionsRequest) -> bool:
    day = date.fromisoformat(row.meeting) if row.meeting else None
    return (
        wanted.body in (None, row.body)
        and wanted.meeting in (None, day)
        and wanted.case in (None, row.case)
        and wanted.status in (None, row.status)
        and (wanted.since is None or (day is not None and day >= wanted.since))
        and (wanted.until is None or (day is not None and day <= wanted.until))
        and (wanted.q is None or wanted.q.casefold() in f"{row.case_title} {row.text}".casefold())
    )
