"""The documents of one meeting to a Meeting. Pure: no files, no archive, no clock."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.documents import Document, Slide
from radsassistent.meetings.agenda import agenda as find_agenda
from radsassistent.meetings.agenda_openings import told_at_openings
from radsassistent.meetings.announced_absence import announced_absences, without_told_today
from radsassistent.meetings.attendance import attendance as find_attendance
from radsassistent.meetings.bodies import same_body
from radsassistent.meetings.case_codes import codes as case_codes
from radsassistent.meetings.case_codes import without_codes
from radsassistent.meetings.case_numbers import Numbering
from radsassistent.meetings.corrected_cases import beyond, corrected_cases, corrected_slides, ranges_of
from radsassistent.meetings.decided_tables import TableCase, cases_in_tables
from radsassistent.meetings.decisions import decisions_of, normalised
from radsassistent.meetings.flow import DocumentKind, kind_of
from radsassistent.meetings.identity import Identity, two_dates
from radsassistent.meetings.identity import identity as find_identity
from radsassistent.meetings.meeting import (
    AgendaItem,
    Attendee,
    Case,
    Decision,
    Meeting,
    Member,
    Place,
    Proposal,
    SlideInMeeting,
    SlideKind,
)
from radsassistent.meetings.member_lists import in_whole_lists, lists_people
from radsassistent.meetings.member_lists import members as find_members
from radsassistent.meetings.overrides import Overrides
from radsassistent.meetings.page_cases import CaseText, RunningText, amendments_in, proposals_in, running_text
from radsassistent.meetings.proposal_tables import proposals_in_columns
from radsassistent.meetings.proposal_words import is_updated
from radsassistent.meetings.proposals import inline_proposals, proposed
from radsassistent.meetings.series import shared_numbers
from radsassistent.meetings.slide_cases import headings, slides_in_cases

# Who sits in the body is told in the first slides.
FRONT_OF_DECK = 8
UNKNOWN_BODY = "Ukjent organ"


def understand(documents: Sequence[Document], overrides: Overrides | None = None) -> Meeting:
    """Find body, date, agenda, the cases, proposals, decisions and people in the documents of one meeting.

    What the meeting's folder says (`overrides`) holds; where the documents say otherwise, a warning tells both.
    """
    given = overrides or Overrides()
    said = find_identity(documents)
    who = replace(said, body=given.body or said.body, date=given.date or said.date, title=given.title or said.title)
    body = who.body or UNKNOWN_BODY
    numbering = Numbering(who.date.year if who.date else None, shared_numbers(documents))
    agenda = find_agenda(documents, numbering)
    kinds = {document.sha256: kind_of(document) for document in documents}
    decks = [document for document in documents if kinds[document.sha256] is DocumentKind.DECK]
    if codes := case_codes(decks, agenda):
        numbering = replace(numbering, codes=codes)
        agenda = find_agenda(documents, numbering)
    texts = {
        document.sha256: running_text(document, agenda, numbering, body, who.date, ranges_of(document, given.cases))
        for document in documents
        if kinds[document.sha256] is not DocumentKind.DECK
    }
    slides: list[SlideInMeeting] = []
    headed: list[SlideInMeeting] = []
    proposals: list[Proposal] = []
    asked: list[Proposal] = []
    members: list[Member] = []
    away: list[Attendee] = []
    for document in documents:
        if document.sha256 in texts:
            slides.extend(texts[document.sha256].slides)
            continue
        by_headings = slides_in_cases(document, agenda, numbering)
        headed.extend(by_headings)
        in_cases = corrected_slides(by_headings, ranges_of(document, given.cases))
        for slide, in_meeting in zip(document.slides, in_cases, strict=True):
            bare = without_codes(slide, numbering.codes)
            slides.append(_with_content(bare, in_meeting, body, proposals, asked, members, away))
    # Words that only ask or advise are the proposal of a case that has no other.
    proposals += [each for each in asked if each.case is None or each.case not in {p.case for p in proposals}]
    order = {document.sha256: place for place, document in enumerate(documents)}
    proposals.sort(key=lambda each: (order[each.place.sha256], each.place.slide))
    agenda = told_at_openings(agenda, documents, slides)
    minutes = [text for sha256, text in texts.items() if kinds[sha256] is DocumentKind.MINUTES]
    papers = [text for sha256, text in texts.items() if kinds[sha256] is not DocumentKind.MINUTES]
    told = [case for text in minutes for case in text.cases]
    items = agenda or _items_of(told)
    rows = [
        row
        for document in documents
        if kinds[document.sha256] is DocumentKind.MINUTES
        for row in cases_in_tables(document, texts[document.sha256].slides, numbering, items, body, who.date)
    ]
    in_rows = [row.text for row in rows if row.text is not None]
    _add_proposals([*(case for text in papers for case in text.cases), *told, *in_rows], proposals)
    decided = [d for case in told for d in _decided(case, proposals, body)]
    decided += _decided_in_rows(rows, proposals, body, decided)
    # What minutes tell goes before what was announced.
    attendance = [a for d in documents if kinds[d.sha256] is DocumentKind.MINUTES for a in find_attendance(d)]
    return Meeting(
        body=body,
        date=who.date,
        venue=who.venue,
        announced=who.announced,
        title=who.title,
        cases=corrected_cases(
            _cases(documents, agenda, numbering, texts, in_rows), headed, slides, agenda, given.titles
        ),
        agenda=items or (_items_of(in_rows) if all(row.case.title for row in in_rows) else ()),
        slides=tuple(_marked(slide, decided) for slide in slides),
        proposals=tuple(proposals),
        members=tuple(in_whole_lists(without_told_today(members, away))),
        warnings=(*_warnings(said, who, given), *beyond(documents, given.cases)),
        decisions=tuple(decided),
        amendments=tuple(each for case in (*told, *in_rows) for each in amendments_in(case)),
        attendance=_people_of(_distinct(attendance or away), members),
        start=who.start,
        end=who.end,
        classification=given.classification,
    )


def _items_of(cases: Sequence[CaseText]) -> tuple[AgendaItem, ...]:
    """The items that minutes without a list of cases go through, by their headings."""
    items: dict[str, AgendaItem] = {}
    for each in cases:
        item = AgendaItem(each.case.number, each.case.title, None, None, None, None, each.place)
        if each.case.title:
            items.setdefault(each.case.number, item)
    return tuple(items.values())


def _decided_in_rows(
    rows: Sequence[TableCase], proposals: Sequence[Proposal], body: str, told: Sequence[Decision]
) -> list[Decision]:
    """What tables of minutes say was decided, but for the cases that their text (`told`) or a table before decides."""
    known = {each.case for each in told}
    found: list[Decision] = []
    for row in rows:
        text = row.text
        if (not told or row.sure) and (text is None or text.case.number not in known):
            made = row.decisions(in_force_last(text, proposals) if text is not None else [], body)
            known |= {each.case for each in made if each.case is not None}
            found += made
    return found


def _with_content(
    slide: Slide,
    known: SlideInMeeting,
    body: str,
    proposals: list[Proposal],
    asked: list[Proposal],
    members: list[Member],
    away: list[Attendee],
) -> SlideInMeeting:
    """Add what the slide proposes and whom it lists to the meeting, and say so in its kind.

    What a body is only asked for or advised is `asked`.
    """
    if known.kind is SlideKind.AGENDA:
        proposals.extend(proposals_in_columns(slide, known.place))
    if known.kind is SlideKind.AGENDA and lists_people(slide):
        # The cases stand at the side of every slide.
        return _with_people(slide, known, members, away)
    if known.kind not in (SlideKind.CONTENT, SlideKind.APPENDIX, SlideKind.DIVIDER):
        return known
    inline = inline_proposals(slide, known.place, known.case)
    told = proposed(slide, body) if not inline else None
    if told is not None:
        (proposals if told.sure else asked).append(
            Proposal(known.case, told.text, known.place, is_updated(slide.title))
        )
        whole = told.whole and known.kind is not SlideKind.DIVIDER
        return replace(known, kind=SlideKind.PROPOSAL) if whole else known
    proposals.extend(inline)
    if inline or known.kind is SlideKind.DIVIDER:
        return known
    return _with_people(slide, known, members, away)


def _with_people(slide: Slide, known: SlideInMeeting, members: list[Member], away: list[Attendee]) -> SlideInMeeting:
    """Add whom the slide lists to the meeting, and who it says is away."""
    front = known.case is None and slide.number <= FRONT_OF_DECK
    absent = announced_absences(slide, known.place) if front else []
    away.extend(absent)
    if (
        rows := {row.label for block in slide.body if block.table is not None for row in block.table.rows}
    ) and rows <= {each.name for each in absent}:
        # A list of those who are away is none of members.
        return known
    found = find_members(slide, Place(known.place.sha256, slide.number), front=front)
    members.extend(found)
    return replace(known, kind=SlideKind.MEMBERS) if found else known


def _add_proposals(cases: Sequence[CaseText], proposals: list[Proposal]) -> None:
    """Add what running texts propose; words that another document proposed in the same case before are the same record."""
    known: dict[str | None, set[str]] = defaultdict(set)
    for proposal in proposals:
        known[proposal.case].add(normalised(proposal.text))
    for case in cases:
        for proposal in proposals_in(case):
            if normalised(proposal.text) not in known[proposal.case]:
                known[proposal.case].add(normalised(proposal.text))
                proposals.append(proposal)


def _decided(text: CaseText, proposals: Sequence[Proposal], body: str) -> list[Decision]:
    return decisions_of(text.case.number, text.parts, in_force_last(text, proposals), text.sha256, body)


def in_force_last(text: CaseText, proposals: Sequence[Proposal]) -> list[Proposal]:
    """The proposals of a case, the one in force last: what the minutes themselves put, else the updated one, else the latest."""
    put = {normalised(proposal.text) for proposal in proposals_in(text)}
    of_case = [proposal for proposal in proposals if proposal.case == text.case.number]
    return sorted(of_case, key=lambda proposal: (normalised(proposal.text) in put, proposal.updated))


def _marked(slide: SlideInMeeting, decided: Sequence[Decision]) -> SlideInMeeting:
    """A page on which a decision stands is of that kind. A page of running text with a proposal holds more than it."""
    if any(decision.place == slide.place for decision in decided):
        return replace(slide, kind=SlideKind.DECISION)
    return slide


def _cases(
    documents: Sequence[Document],
    agenda: Sequence[AgendaItem],
    numbering: Numbering,
    texts: dict[str, RunningText],
    in_rows: Sequence[CaseText],
) -> tuple[Case, ...]:
    """The agenda's cases, then those that only a heading names, then those that only a row of a table does."""
    found = {item.case: Case(item.case, item.title) for item in agenda if item.case is not None}
    for document in documents:
        if document.sha256 in texts:
            for text in texts[document.sha256].cases:
                known = found.get(text.case.number)
                if known is None or not known.title:
                    found[text.case.number] = text.case
                elif known.series is None and text.case.series is not None:
                    found[text.case.number] = replace(known, series=text.case.series)
            continue
        for heading in headings(document, agenda, numbering):
            found.setdefault(heading.case, Case(heading.case, heading.title))
    for row in in_rows:
        found.setdefault(row.case.number, row.case)
    return tuple(found.values())


def _distinct(found: Sequence[Attendee]) -> tuple[Attendee, ...]:
    kept: dict[tuple[str, object], Attendee] = {}
    for attendee in found:
        kept.setdefault((attendee.name, attendee.presence), attendee)
    return tuple(kept.values())


def _people_of(attendance: Sequence[Attendee], members: Sequence[Member]) -> tuple[Attendee, ...]:
    """Those who came or did not, without the bodies that they come from: "Kari Berg, Helseregion Fjell" may be two people."""
    bodies = {each.organisation for each in members} | {each.organisation for each in attendance}
    return tuple(each for each in attendance if each.name not in bodies - {member.name for member in members})


def _warnings(said: Identity, who: Identity, given: Overrides) -> tuple[str, ...]:
    found = []
    if who.body is None:
        found.append("Fant ikke hvilket organ møtet gjelder.")
    if who.date is None:
        found.append("Fant ikke møtets dato.")
    if given.body is not None and said.body is not None and not same_body(given.body, said.body):
        where = f" (side {said.announced.slide})" if said.announced else ""
        voice = given.voice("body")
        found.append(f"{voice} sier {given.body}, dokumentet sier {said.body}{where}. {voice} gjelder.")
    stated = two_dates(said)
    if given.date is not None:
        days = [(day, place.slide) for day, place in said.stated] or (
            [(said.date, said.announced.slide if said.announced else 0)] if said.date else []
        )
        for day, slide in dict(reversed(days)).items():
            if day != given.date:
                where = f" (side {slide})" if slide else ""
                voice = given.voice("date")
                found.append(
                    f"{voice} sier {given.date:%d.%m.%Y}, dokumentet sier {day:%d.%m.%Y}{where}. {voice} gjelder."
                )
    elif stated and who.date is not None:
        days_said = " og ".join(f"{day:%d.%m.%Y} (side {place.slide})" for day, place in stated)
        found.append(
            f"Dokumentene oppgir flere datoer for møtet: {days_said}. {who.date:%d.%m.%Y} er brukt. Sjekk datoen."
        )
    return tuple(found)
