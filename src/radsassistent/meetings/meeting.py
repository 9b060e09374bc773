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
    DECISION = "decision"
    APPENDIX = "appendix"
    CONTENT = "content"
    PICTURE = "picture"
    BLANK = "blank"


# What each part is called where a slide is shown to somebody.
PART_NAMES = {
    SlideKind.TITLE: "forside",
    SlideKind.AGENDA: "dagsorden",
    SlideKind.PREVIEW: "omtale av en sak",
    SlideKind.DIVIDER: "saken åpnes",
    SlideKind.SECTION: "mellomtittel",
    SlideKind.BREAK: "avbrekk",
    SlideKind.MEMBERS: "medlemmer",
    SlideKind.PROPOSAL: "forslag til vedtak",
    SlideKind.DECISION: "vedtak",
    SlideKind.APPENDIX: "tillegg",
    SlideKind.CONTENT: "innhold",
    SlideKind.PICTURE: "bilde",
    SlideKind.BLANK: "blank",
}


class DecisionStatus(StrEnum):
    """What became of a case when the body decided.

    ADOPTED: what was proposed, or a decision with nothing proposed before it; CHANGED: other words than those proposed;
    REJECTED: the proposal fell and nothing came in its place; POSTPONED: put off, sent back or taken off the agenda.
    """

    ADOPTED = "adopted"
    CHANGED = "changed"
    REJECTED = "rejected"
    POSTPONED = "postponed"


class Presence(StrEnum):
    """How a person took part: present, absent, or present in another's seat."""

    PRESENT = "present"
    ABSENT = "absent"
    SUBSTITUTE = "substitute"


class Classification(StrEnum):
    """Who may see a meeting's documents; the values are what a meeting's folder says ("klassifisering")."""

    OPEN = "åpen"
    INTERNAL = "intern"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: the document (SHA-256 of its bytes) and the slide, 1-based."""

    sha256: str
    slide: int


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A row of the agenda. Breaks and open rounds have no case number.

    `case` is written "5/26"; `time` "12:10", as is `end` where the agenda itself says until when; `minutes` is how long it is to
    take, where that stands there; `case_type` as printed ("Drøfting"). `details` is all that the row says under a heading, as
    printed and by what the agenda calls it: ("Innstilling fra", "Vegsjefen"). What does not stand at its `place` stands in one of
    the places `also`: another list of the same cases, as a timetable of them.
    """

    case: str | None
    title: str
    presenter: str | None
    organisation: str | None
    time: str | None
    case_type: str | None
    place: Place
    end: str | None = None
    minutes: int | None = None
    details: tuple[tuple[str, str], ...] = ()
    also: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseSpan:
    """From the block `first` (its place in `Slide.blocks`, 0-based) on, a page is about `case` (None: about none)."""

    case: str | None
    first: int


@dataclass(frozen=True, slots=True)
class SlideInMeeting:
    """The case that a slide belongs to (None: none), the part it plays, and what says so.

    A page of minutes may hold several cases: `cases` then tells from which block on each of them runs, the first span from
    block 0, and `case` is the one with the most words on the page. `cases` is empty where the page is of one case or none.

    `previews` is the case that a slide before the meeting's cases presents without belonging to it. `section` is the
    heading of the part of the case that the slide stands in ("Topp 5 akkurat nå"), from a slide with nothing else on it.
    """

    place: Place
    case: str | None
    kind: SlideKind
    evidence: str
    previews: str | None = None
    section: str | None = None
    cases: tuple[CaseSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A case of one meeting: number "5/26" (unique only within one body), title, and its series ("PS", "RS") if printed.

    Where two series of a meeting share a number, the series is part of the number: "PS 5/26" and "RS 5/26". Items without
    a year keep the word they are counted with: "Punkt 3", "§ 188".
    """

    number: str
    title: str
    series: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Forslag til vedtak: what the body is asked to decide. Never a decision. `updated` when the slide says so."""

    case: str | None
    text: str
    place: Place
    updated: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """Vedtak: what the body decided, as its minutes say. Only minutes make decisions.

    `text` is verbatim; where the minutes only say that the proposal was adopted, it is the proposal's. `votes` is verbatim
    ("14 mot 10 røyster", "enstemmig"), None where none is told. `proposal` is the one it answers, None where none is known,
    and `as_proposed` whether the decision says the same as it (None without one).
    """

    case: str | None
    text: str
    place: Place
    status: DecisionStatus
    votes: str | None = None
    proposal: Proposal | None = None
    as_proposed: bool | None = None


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person on the list of those who met or did not, with title and organisation (or party) where they stand.

    `substitutes_for` names the member whose seat a substitute took, `reason` why somebody was away, where the minutes say so.
    `announced` is told before the meeting: who has said that they cannot come, and who comes instead.
    """

    name: str
    title: str | None
    organisation: str | None
    presence: Presence
    substitutes_for: str | None
    place: Place
    reason: str | None = None
    announced: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """A person on a list of a body or group, with title, organisation and role ("leder") where they stand.

    `details` is what else the list says of somebody, by what it calls it: ("Personlig vara", "Kari Berg"); the heading within
    the list that somebody stands under has no such word: ("", "Oppnevnt av kommunene").
    """

    name: str
    title: str | None
    organisation: str | None
    role: str | None
    group: str
    place: Place
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of one body, as its documents tell it. `date` is the meeting's, never the file's.

    `announced` is the slide that says which meeting it is, in the words `title`. `start` and `end` are times of day
    ("09:00") where they stand. `amendments` are what members put forward against or beside a proposal, adopted or not.
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
    decisions: tuple[Decision, ...] = ()
    amendments: tuple[Proposal, ...] = ()
    attendance: tuple[Attendee, ...] = ()
    start: str | None = None
    end: str | None = None
    classification: Classification | None = None

    def case_of(self, place: Place, block: int) -> str | None:
        """The case that a block (its place in `Slide.blocks`) belongs to; KeyError when the slide is not the meeting's."""
        slide = self.slide(place)
        spans = [span for span in slide.cases if span.first <= block]
        return spans[-1].case if spans else slide.case

    def slide(self, place: Place) -> SlideInMeeting:
        """What is known of one slide; KeyError when the meeting's documents do not have it."""
        for slide in self.slides:
            if slide.place == place:
                return slide
        raise KeyError(place)
