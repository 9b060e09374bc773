"""Running texts in a meeting: the cases of each page, what is proposed and decided under each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from radsassistent.documents import BlockKind, Document, Slide, SlideStatus
from radsassistent.meetings.agenda_entries import leading_time
from radsassistent.meetings.case_numbers import Numbering
from radsassistent.meetings.case_parts import CasePart, administration_proposes, case_parts
from radsassistent.meetings.corrected_cases import CaseRange, corrected_sections, corrected_slides
from radsassistent.meetings.flow import Line, lines
from radsassistent.meetings.labels import Part
from radsassistent.meetings.meeting import AgendaItem, Case, CaseSpan, Place, Proposal, SlideInMeeting, SlideKind
from radsassistent.meetings.proposal_words import says_updated
from radsassistent.meetings.sections import Section, sections
from radsassistent.meetings.slide_cases import same_words


@dataclass(frozen=True, slots=True)
class CaseText:
    """A case of a running text: its parts in order, and the page that it begins on."""

    case: Case
    parts: tuple[CasePart, ...]
    place: Place

    @property
    def sha256(self) -> str:
        return self.place.sha256


@dataclass(frozen=True, slots=True)
class RunningText:
    """A document's pages in their cases, and the text of each case."""

    slides: tuple[SlideInMeeting, ...]
    cases: tuple[CaseText, ...]


def running_text(
    document: Document,
    agenda: Sequence[AgendaItem],
    numbering: Numbering,
    body: str,
    day: date | None,
    said: dict[int, CaseRange] | None = None,
) -> RunningText:
    """Part a document of running text by its cases. A case that is headed twice has the parts of both.

    `said` gives the case of pages, by number, above what the headings say.
    """
    read = lines(document)
    timeless = [replace(line, text=leading_time(line.text)[1]) if line.table is None else line for line in read]
    found = [_as_listed(section, agenda) for section in sections(timeless, numbering)]
    parted = corrected_sections(found, read, said or {}, agenda)
    titles = {item.case: item.title for item in agenda if item.case is not None}
    cases: dict[str, CaseText] = {}
    for section in parted:
        if section.case is None:
            continue
        title = section.title or titles.get(section.case, "")
        parts = tuple(case_parts(read[section.start : section.end], body, day))
        known = cases.get(section.case)
        if known is not None:
            case = known.case if known.case.title else replace(known.case, title=title)
            cases[section.case] = replace(known, case=case, parts=(*known.parts, *parts))
        else:
            case = Case(section.case, title, section.series)
            slide = read[min(section.first, len(read) - 1)].slide
            cases[section.case] = CaseText(case, parts, Place(document.sha256, slide))
    pages = corrected_slides(_pages(document, read, parted, agenda), said or {})
    return RunningText(tuple(pages), tuple(cases.values()))


def _as_listed(section: Section, agenda: Sequence[AgendaItem]) -> Section:
    """A section with the case as the agenda calls it, where that has another form of the same number for the same title:
    "Sak 3: Taubroen" of minutes is what the deck lists as point 3.
    """
    if section.case is None or any(item.case == section.case for item in agenda):
        return section
    number = re.findall(r"\d+", section.case)[:1]
    same = {
        item.case
        for item in agenda
        if item.case is not None
        and item.case.startswith("Punkt") != section.case.startswith("Punkt")
        and re.findall(r"\d+", item.case)[:1] == number
        and same_words(item.title, section.title)
    }
    return replace(section, case=same.pop()) if number and len(same) == 1 else section


def proposals_in(text: CaseText) -> list[Proposal]:
    """What is put to the meeting in a case, by its labels or in the administration's own sentence."""
    found = [
        Proposal(text.case.number, part.text, Place(text.sha256, part.slide), says_updated(part.words))
        for part in text.parts
        if part.part is Part.PROPOSAL and part.own and part.text
    ]
    if not found:
        for part in text.parts:
            said = administration_proposes(part)
            if said is not None:
                return [Proposal(text.case.number, said, Place(text.sha256, part.slide))]
    return found


def amendments_in(text: CaseText) -> list[Proposal]:
    """What members put forward in a case, their words before it on a line of its own."""
    return [
        Proposal(text.case.number, part.text, Place(text.sha256, part.slide))
        for part in text.parts
        if part.part is Part.AMENDMENT and part.own and part.text
    ]


def _pages(
    document: Document, read: Sequence[Line], parted: Sequence[Section], agenda: Sequence[AgendaItem]
) -> list[SlideInMeeting]:
    marks = [(read[s.first].slide, _first_block(read, s), s) for s in parted if s.first < len(read)]
    agenda_slides = {item.place.slide for item in agenda if item.place.sha256 == document.sha256}
    pages = []
    current = Section(None, None, "", 0, 0, 0)
    since = 0
    for slide in document.slides:
        spans = [(0, current)]
        begun = False
        for where, block, section in marks:
            if where != slide.number:
                continue
            # What stands above a page's first heading is of the case that goes on.
            spans = [span for span in spans if span[0] < block]
            if not spans or spans[-1][1].case != section.case or section.listed != spans[-1][1].listed:
                spans.append((0 if not spans else block, section))
            current, since, begun = section, slide.number, True
        pages.append(
            _page(slide, Place(document.sha256, slide.number), spans, agenda_slides, since if not begun else 0)
        )
    return pages


def _first_block(read: Sequence[Line], section: Section) -> int:
    """The block from which on a section runs: what ends a case in the middle of a block leaves that block to the case."""
    line = read[section.first]
    above = read[section.first - 1] if section.first else None
    within = above is not None and (above.slide, above.block) == (line.slide, line.block)
    return line.block + 1 if within and section.case is None else line.block


def _page(
    slide: Slide, place: Place, spans: Sequence[tuple[int, Section]], agenda_slides: set[int], since: int
) -> SlideInMeeting:
    words: Counter[str | None] = Counter()
    listed = 0
    for number, block in enumerate(slide.blocks):
        if block.kind is BlockKind.FOOTER:
            continue
        section = [section for first, section in spans if first <= number][-1]
        count = len(block.text.split())
        words[section.case] += count
        listed += count if section.listed else 0
    named = [case for case, _ in words.most_common() if case is not None]
    case = named[0] if named else None
    several = (
        tuple(CaseSpan(section.case, first) for first, section in spans) if len({s.case for _, s in spans}) > 1 else ()
    )
    if case is None:
        evidence = "står utenfor sakene"
    elif since:
        evidence = f"følger overskriften på side {since}"
    else:
        title = next((section.title for _, section in spans if section.case == case), "")
        evidence = f"overskriften «{case}{f' {title}' if title else ''}»"
    return SlideInMeeting(
        place, case, _kind(slide, place, agenda_slides, listed, words.total()), evidence, cases=several
    )


def _kind(slide: Slide, place: Place, agenda_slides: set[int], listed: int, words: int) -> SlideKind:
    if slide.status is SlideStatus.PICTURE:
        return SlideKind.PICTURE
    if slide.status is SlideStatus.BLANK:
        return SlideKind.BLANK
    if place.slide in agenda_slides and (2 * listed > words or any(block.table for block in slide.blocks)):
        return SlideKind.AGENDA
    return SlideKind.TITLE if place.slide == 1 else SlideKind.CONTENT
