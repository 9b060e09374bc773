"""What a meeting is. In: the Documents of one meeting. Out: a Meeting (agenda, cases, proposals, decisions, people). Pure.

Called by archive.ingest.
"""

from radsassistent.meetings.bodies import same_body
from radsassistent.meetings.corrected_cases import CaseRange, CaseTitle, case_name
from radsassistent.meetings.meeting import (
    PART_NAMES,
    AgendaItem,
    Attendee,
    Case,
    CaseSpan,
    Classification,
    Decision,
    DecisionStatus,
    Meeting,
    Member,
    Place,
    Presence,
    Proposal,
    SlideInMeeting,
    SlideKind,
)
from radsassistent.meetings.overrides import Overrides, OverridesError, as_toml
from radsassistent.meetings.same_meeting import by_meeting
from radsassistent.meetings.understand import understand

__all__ = [
    "PART_NAMES",
    "AgendaItem",
    "Attendee",
    "Case",
    "CaseRange",
    "CaseSpan",
    "CaseTitle",
    "Classification",
    "Decision",
    "DecisionStatus",
    "Meeting",
    "Member",
    "Overrides",
    "OverridesError",
    "Place",
    "Presence",
    "Proposal",
    "SlideInMeeting",
    "SlideKind",
    "as_toml",
    "by_meeting",
    "case_name",
    "same_body",
    "understand",
]
