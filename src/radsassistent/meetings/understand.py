"""The documents of one meeting to a Meeting. Pure: no files, no archive, no clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from radsassistent.documents import Document, Slide
from radsassistent.meetings.agenda import agenda as find_agenda
from radsassistent.meetings.identity import Identity
from radsassistent.meetings.identity import identity as find_identity
from radsassistent.meetings.meeting import AgendaItem, Case, Meeting, Member, Place, Proposal, SlideInMeeting, SlideKind
from radsassistent.meetings.people import members as find_members
from radsassistent.meetings.proposals import is_updated, proposal_text
from radsassistent.meetings.slide_cases import headings, slides_in_cases

UNKNOWN_BODY = "Ukjent organ"


def understand(documents: Sequence[Document]) -> Meeting:
    """Find body, date, agenda, the case of every slide, proposals and members in the documents of one meeting."""
    who = find_identity(documents)
    body = who.body or UNKNOWN_BODY
    agenda = find_agenda(documents)
    year = who.date.year if who.date else None
    slides: list[SlideInMeeting] = []
    proposals: list[Proposal] = []
    members: list[Member] = []
    for document in documents:
        for slide, in_meeting in zip(document.slides, slides_in_cases(document, agenda, year), strict=True):
            slides.append(_with_content(slide, in_meeting, body, proposals, members))
    return Meeting(
        body=body,
        date=who.date,
        venue=who.venue,
        announced=who.announced,
        title=who.title,
        cases=_cases(documents, agenda, year),
        agenda=agenda,
        slides=tuple(slides),
        proposals=tuple(proposals),
        members=tuple(members),
        warnings=_warnings(who),
    )


def _with_content(
    slide: Slide, known: SlideInMeeting, body: str, proposals: list[Proposal], members: list[Member]
) -> SlideInMeeting:
    """Add what the slide proposes and whom it lists to the meeting, and say so in its kind."""
    if known.kind is not SlideKind.CONTENT:
        return known
    text = proposal_text(slide, body)
    if text is not None:
        proposals.append(Proposal(known.case, text, known.place, is_updated(slide)))
        return replace(known, kind=SlideKind.PROPOSAL)
    found = find_members(slide, Place(known.place.sha256, slide.number))
    members.extend(found)
    return replace(known, kind=SlideKind.MEMBERS) if found else known


def _cases(documents: Sequence[Document], agenda: Sequence[AgendaItem], year: int | None) -> tuple[Case, ...]:
    """The agenda's cases, then those that only a heading names."""
    titles = {item.case: item.title for item in agenda if item.case is not None}
    for document in documents:
        for heading in headings(document, agenda, year):
            titles.setdefault(heading.case, heading.title)
    return tuple(Case(number, title) for number, title in titles.items())


def _warnings(who: Identity) -> tuple[str, ...]:
    found = []
    if who.body is None:
        found.append("Fant ikke hvilket organ møtet gjelder.")
    if who.date is None:
        found.append("Fant ikke møtets dato.")
    return tuple(found)
