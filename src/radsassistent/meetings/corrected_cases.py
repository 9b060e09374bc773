"""Cases of slides as somebody says they are, above what the documents' headings say. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from radsassistent.documents import Document
from radsassistent.meetings.case_numbers import Numbering, Scheme, numbered_line
from radsassistent.meetings.flow import Line
from radsassistent.meetings.meeting import AgendaItem, Case, SlideInMeeting, SlideKind
from radsassistent.meetings.sections import Section

MOST_CASE_LETTERS = 40


@dataclass(frozen=True, slots=True)
class CaseRange:
    """The slides `first` to `last` (1-based, both included) are of `case` (None: of none).

    `document` is the file name or the SHA-256 of the document meant; None where the meeting has no other. `said_by` tells who
    says so, as evidence ("møte.toml", "rettet av Kari 03.03.2026").
    """

    first: int
    last: int
    case: str | None
    document: str | None = None
    said_by: str = "møte.toml"

    def is_of(self, document: Document) -> bool:
        """Whether this is said of the document."""
        return self.document is None or self.document == document.sha256 or same_name(self.document, document.name)


@dataclass(frozen=True, slots=True)
class CaseTitle:
    """What a case is called."""

    case: str
    title: str


def same_name(one: str, other: str) -> bool:
    """Whether two file names are the same; macOS parts letters such as «ø» and «å» in two."""
    return unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)


def case_name(text: str, year: int | None) -> str | None:
    """A case number as somebody types it ("5", "sak 5/2026", "PS 5/26", "§ 188"), as it is kept; None for none at all.

    A number alone is of the meeting's `year`. What is no case number is kept as it is typed, at most 40 letters of it.
    """
    typed = " ".join(text.split())
    if not typed:
        return None
    read = numbered_line(f"sak {typed}" if typed.isdecimal() else typed)
    if read is not None and read.scheme is not Scheme.COUNTED and not read.title:
        number = Numbering(year % 100 if year else None).name(read)
        if number is not None:
            return f"{read.series} {number}" if read.series else number
    return re.sub(r"(?i)^sak\s+", "", typed)[:MOST_CASE_LETTERS]


def ranges_of(document: Document, ranges: Iterable[CaseRange]) -> dict[int, CaseRange]:
    """What is said of each slide of a document, by its number; what is said last holds."""
    numbers = {slide.number for slide in document.slides}
    return {
        number: each
        for each in ranges
        if each.is_of(document)
        for number in range(each.first, each.last + 1)
        if number in numbers
    }


def corrected_slides(slides: Sequence[SlideInMeeting], said: dict[int, CaseRange]) -> list[SlideInMeeting]:
    """The slides of a document with the cases that are said of them."""
    return [_corrected(slide, said[slide.place.slide]) if slide.place.slide in said else slide for slide in slides]


def _corrected(slide: SlideInMeeting, said: CaseRange) -> SlideInMeeting:
    if slide.case == said.case and not slide.cases:
        return replace(slide, evidence=said.said_by)
    # A slide that opened or announced another case is a slide like others of this one.
    opens_other = slide.kind in (SlideKind.DIVIDER, SlideKind.PREVIEW)
    kind = SlideKind.CONTENT if opens_other else slide.kind
    return replace(slide, case=said.case, kind=kind, evidence=said.said_by, previews=None, cases=(), section=None)


def corrected_sections(
    parted: Sequence[Section], lines: Sequence[Line], said: dict[int, CaseRange], agenda: Sequence[AgendaItem]
) -> list[Section]:
    """The sections of a running text, cut where a page is said to be of another case. Covers every line, as before."""
    if not said:
        return list(parted)
    titles = {item.case: item.title for item in agenda if item.case is not None}
    found: list[Section] = []
    for section in parted:
        place = section.first
        while place < section.end:
            page = lines[place].slide
            end = next((n for n in range(place, section.end) if lines[n].slide != page), section.end)
            piece = replace(section, first=place, start=min(max(section.start, place), end), end=end)
            if page in said and said[page].case != section.case:
                case = said[page].case
                piece = Section(case, None, titles.get(case or "", ""), place, place, end)
            last = found[-1] if found else None
            if last is not None and last.case == piece.case and last.listed == piece.listed and place != section.first:
                found[-1] = replace(last, end=end)
            else:
                found.append(piece)
            place = end
    return found


def corrected_cases(
    cases: Sequence[Case],
    before: Sequence[SlideInMeeting],
    after: Sequence[SlideInMeeting],
    agenda: Sequence[AgendaItem],
    titles: Sequence[CaseTitle],
) -> tuple[Case, ...]:
    """The meeting's cases: those that slides were given to are among them, those that lost all theirs only if on the agenda."""
    given = {title.case: title.title for title in titles}
    listed = {item.case for item in agenda}
    had, has = _cases_of(before), _cases_of(after)
    kept = [case for case in cases if case.number in listed or case.number in has or case.number not in had]
    known = {case.number for case in kept}
    kept += [Case(number, "") for number in dict.fromkeys(has) if number not in known]
    return tuple(replace(case, title=given.get(case.number, case.title)) for case in kept)


def _cases_of(slides: Iterable[SlideInMeeting]) -> dict[str, None]:
    return dict.fromkeys(
        case for slide in slides for case in (slide.case, *(span.case for span in slide.cases)) if case is not None
    )


def beyond(documents: Sequence[Document], ranges: Sequence[CaseRange]) -> tuple[str, ...]:
    """Warnings of what is said of slides that a document no longer has."""
    found = []
    for document in documents:
        count = len(document.slides)
        for each in ranges:
            if each.document is not None and each.is_of(document) and each.last > count:
                first = max(each.first, count + 1)
                which = f"lysbilde {first}" if first == each.last else f"lysbilde {first}–{each.last}"
                found.append(f"{document.name} har {count} lysbilder; det som er sagt om {which}, gjelder ikke lenger.")
    return tuple(found)
