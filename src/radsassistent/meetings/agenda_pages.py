"""The list of cases of a running text: its entries by their numbers, over as many pages as it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from radsassistent.documents import Document
from radsassistent.meetings.agenda_entries import entry, extended, leading_end, leading_time
from radsassistent.meetings.case_numbers import Numbering, numbered_line
from radsassistent.meetings.flow import Line, lines
from radsassistent.meetings.meeting import AgendaItem, Place
from radsassistent.meetings.sections import Section, openings, sections


def listed_items(document: Document, numbering: Numbering) -> tuple[AgendaItem, ...]:
    """The entries of a running text's list of cases, over as many pages as it takes; the longest list where it has several."""
    read = lines(document)
    timeless = [replace(line, text=leading_time(line.text)[1]) if line.table is None else line for line in read]
    found: tuple[AgendaItem, ...] = ()
    for section in sections(timeless, numbering):
        if section.listed:
            items = _entries(read, timeless, section, document.sha256, numbering)
            if len(items) > len(found):
                found = items
    return found


def _entries(
    read: Sequence[Line], timeless: Sequence[Line], section: Section, sha256: str, numbering: Numbering
) -> tuple[AgendaItem, ...]:
    part = timeless[section.first : section.end]
    entries = openings(part, numbering)
    items = []
    for number, opened in enumerate(entries):
        line = read[section.first + opened.line]
        time, _ = leading_time(line.text)
        numbered = numbered_line(part[opened.line].text)
        if numbered is None:
            continue
        item = entry(opened.case, opened.title, time, Place(sha256, line.slide), end=leading_end(line.text))
        until = entries[number + 1].line if number + 1 < len(entries) else min(opened.last + 3, len(part))
        for after in part[opened.last + 1 : until]:
            item = extended(item, after.text, only_facts=True)
        items.append(item)
    return tuple(items)
