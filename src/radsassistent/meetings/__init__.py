"""What a meeting is. In: the Documents of one meeting. Out: a Meeting (agenda, cases, proposals, members). Pure.

Called by archive.ingest.
"""

from radsassistent.meetings.meeting import (
    AgendaItem,
    Case,
    Meeting,
    Member,
    Place,
    Proposal,
    SlideInMeeting,
    SlideKind,
)
from radsassistent.meetings.understand import understand

__all__ = [
    "AgendaItem",
    "Case",
    "Meeting",
    "Member",
    "Place",
    "Proposal",
    "SlideInMeeting",
    "SlideKind",
    "understand",
]
