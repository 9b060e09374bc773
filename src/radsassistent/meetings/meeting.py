"""What a meeting is: its agenda, its cases, what is proposed, and who takes part. Small frozen types."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SlideKind(StrEnum):
    """The part that a slide plays in the meeting."""

    TITLE = "title"
    AGENDA = "agenda"
    PREVIEW = "preview"
    DIVIDER = "divider"
    SECTION = "section"
    BREAK = "break"
    MEMBERS = "members"
    PROPOSAL = "proposal"
    CONTENT = "content"
    PICTURE = "picture"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: the document (SHA-256 of its bytes) and the slide, 1-based."""

    sha256: str
    slide: int


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A row of the agenda. Breaks and open rounds have no case number.

    `case` is written "5/26"; `time` "12:10"; `case_type` as printed ("Drøfting").
    """

    case: str | None
    title: str
    presenter: str | None
    organisation: str | None
    time: str | None
    case_type: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class SlideInMeeting:
    """The case that a slide belongs to (None: none), the part it plays, and what says so.

    `previews` is the case that a slide before the meeting's cases presents without belonging to it. `section` is the
    heading of the part of the case that the slide stands in ("Topp 5 akkurat nå"), from a slide with nothing else on it.
    """

    place: Place
    case: str | None
    kind: SlideKind
    evidence: str
    previews: str | None = None
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A case of one meeting: number "5/26" (unique only within one body) and title."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """Forslag til vedtak: what the body is asked to decide. Never a decision. `updated` when the slide says so."""

    case: str | None
    text: str
    place: Place
    updated: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """A person on a list of a body or group, with title, organisation and role ("leder") where they stand."""

    name: str
    title: str | None
    organisation: str | None
    role: str | None
    group: str
    place: Place


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of one body, as its documents tell it. `date` is the meeting's, never the file's.

    `announced` is the slide that says which meeting it is, in the words `title`.
    """

    body: str
    date: date | None
    venue: str | None
    announced: Place | None
    title: str | None
    cases: tuple[Case, ...]
    agenda: tuple[AgendaItem, ...]
    slides: tuple[SlideInMeeting, ...]
    proposals: tuple[Proposal, ...]
    members: tuple[Member, ...]
    warnings: tuple[str, ...] = ()

    def slide(self, place: Place) -> SlideInMeeting:
        """What is known of one slide; KeyError when the meeting's documents do not have it."""
        for slide in self.slides:
            if slide.place == place:
                return slide
        raise KeyError(place)
