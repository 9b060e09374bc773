"""What the slides that open the cases say of them, where the agenda says no more than their titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from radsassistent.documents import Document, Slide
from radsassistent.meetings.agenda_entries import extended
from radsassistent.meetings.meeting import AgendaItem, SlideInMeeting, SlideKind

# A line of more words than this is content, whatever it opens with.
_LINE_WORDS = 20


def told_at_openings(
    agenda: Sequence[AgendaItem], documents: Sequence[Document], slides: Sequence[SlideInMeeting]
) -> tuple[AgendaItem, ...]:
    """The agenda with the presenter, time and type that stand where each case opens, and those slides as its rows' places.

    An agenda that tells any of these itself is kept as it is: it is what the meeting follows.
    """
    if any(item.presenter or item.time or item.case_type for item in agenda):
        return tuple(agenda)
    opening = {known.case: known.place for known in slides if known.kind is SlideKind.DIVIDER}
    by_place = {(document.sha256, slide.number): slide for document in documents for slide in document.slides}
    found = []
    for item in agenda:
        place = opening.get(item.case) if item.case is not None else None
        told = _told(item, by_place[place.sha256, place.slide]) if place is not None else item
        found.append(replace(told, place=place) if place is not None and told != item else item)
    return tuple(found)


def _told(item: AgendaItem, slide: Slide) -> AgendaItem:
    """A row of the agenda with what the slide that opens its case says."""
    for block in slide.body:
        if block.table is None and len(block.text.split()) <= _LINE_WORDS:
            item = extended(item, block.text, only_facts=True)
    return item
