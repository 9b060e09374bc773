"""A Meeting and its Documents to Passages. Pure. A passage never spans two slides, nor leaves its context behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from radsassistent.archive.passage import Passage, PassageKind
from radsassistent.archive.slide_texts import (
    distinct,
    is_figure,
    names_something,
    parts_of,
    says_something,
    stands_under,
)
from radsassistent.documents import Block, BlockKind, Document, Slide, Table, TableRow
from radsassistent.documents.numbers import number
from radsassistent.meetings import Meeting, Place, Presence, SlideInMeeting, SlideKind
from radsassistent.meetings.case_numbers import case_numbers, named_case, only_case_number
from radsassistent.meetings.dates import dates_in, norwegian
from radsassistent.meetings.header import is_label, is_of_meeting
from radsassistent.meetings.proposal_words import heads_a_proposal, label_of

# What a note is found and shown under.
NOTES = "Notater til lysbildet"
# The slides whose texts say something one by one; a proposal in a deck is a passage as a whole. A page of minutes on which
# something is decided holds more than the decision, and the slide that opens a case may go on to say what it is about.
_SHOWS_CONTENT = frozenset(
    {SlideKind.CONTENT, SlideKind.TITLE, SlideKind.PROPOSAL, SlideKind.DECISION, SlideKind.APPENDIX, SlideKind.DIVIDER}
)
_CASE_COLUMN = re.compile(r"^(?:saks?(?:\s*(?:nr\.?|nummer))?|saksnr\.?|case)$", re.IGNORECASE)
# What opens with an hour, or is parted by dots and strokes, is an entry of a list or runs over all slides.
_PART_OF_A_LIST = re.compile(r"^\d{1,2}[.:]\d\d\b|\s[·•|]\s")
# Slides with a list that is made passages of row by row; a sentence of so many words or more may stand beside the list.
_LISTS = frozenset({SlideKind.AGENDA, SlideKind.MEMBERS})
_WORDS_BESIDE_A_LIST = 5
# What somebody of the list does is told beside it.
_DOES = re.compile(
    r"\s+(?:deltar|deltek|møter|må|skal|kommer|kjem|går|gjekk|har|er|blir|vert|tiltrer|tiltrår|slutter|sluttar|avløs\w+|erstatt\w*)\b",
    re.IGNORECASE,
)
# A sentence that names somebody of the list is one beside it when at most this share of its words are names.
_NAMES = 0.5
# A line of a slide that opens a case that is no bullet says more than who presents it, in so many words.
_WORDS_OF_CONTENT = 8
# … and a sentence with a full stop does with fewer.
_WORDS_OF_SENTENCE = 5
# A point of a proposal in fewer words may be part of another text by chance.
_WORDS_OF_POINT = 3
_MET = {Presence.PRESENT: "Til stede", Presence.ABSENT: "Forfall", Presence.SUBSTITUTE: "Møtte som vara"}
_COMES = {**_MET, Presence.ABSENT: "Meldt forfall", Presence.SUBSTITUTE: "Møter som vara"}
# Rows are numbered when at least so many are.
_FEWEST_NUMBERED = 2
# A table with so many labels of a meeting's day, place and body is the head of its document.
_FEWEST_LABELS = 2


def passages(meeting: Meeting, documents: Sequence[Document]) -> list[Passage]:
    """Everything of a meeting that can be found and cited, in the order of its slides."""
    names = {document.sha256: document.name for document in documents}
    maker = _Maker(meeting, names)
    found = [*maker.meeting(), *maker.agenda(), *maker.members(), *maker.proposals(), *maker.decisions()]
    found += maker.attendance()
    for document in documents:
        for slide in document.slides:
            known = meeting.slide(Place(document.sha256, slide.number))
            found.extend(maker.tables(slide, known))
            found.extend(maker.slide(slide, known))
            found.extend(maker.units(slide, known))
            found.extend(maker.notes(slide, known))
    return _without_repetition(found)


def _without_repetition(found: Sequence[Passage]) -> list[Passage]:
    """What repeats word for word over the slides of a document is kept once, with the other slides under "also"."""
    first: dict[tuple[str, str, str, str | None, PassageKind], int] = {}
    kept: list[Passage] = []
    for passage in found:
        key = (passage.sha256, passage.text, passage.context, passage.case, passage.kind)
        if passage.kind in (PassageKind.SLIDE, PassageKind.UNIT) and key in first:
            place = first[key]
            also = (*kept[place].data.get("also", ()), passage.slide)
            if passage.slide != kept[place].slide:
                kept[place] = replace(kept[place], data={**kept[place].data, "also": also})
            continue
        first[key] = len(kept)
        kept.append(passage)
    return kept


class _Maker:
    """Makes the passages of one meeting; holds what all of them share."""

    def __init__(self, meeting: Meeting, names: dict[str, str]) -> None:
        self._meeting = meeting
        self._names = names
        self._titles = {case.number: case.title for case in meeting.cases}
        self._day = meeting.date.isoformat() if meeting.date else ""

    def _passage(
        self, kind: PassageKind, text: str, context: str, place: Place, case: str | None, data: dict[str, Any]
    ) -> Passage:
        return Passage(
            kind=kind,
            text=text,
            context=context,
            body=self._meeting.body,
            meeting=self._day,
            case=case,
            document=self._names[place.sha256],
            sha256=place.sha256,
            slide=place.slide,
            data=data,
        )

    def _case(self, case: str | None) -> str:
        """ "Sak 5/26: its title", or nothing for a slide outside the cases."""
        return f"Sak {case}: {self._titles.get(case, '')}".rstrip(": ") if case else ""

    def meeting(self) -> Iterator[Passage]:
        if self._meeting.date is None or self._meeting.announced is None:
            return
        text = f"Møte i {self._meeting.body} {norwegian(self._meeting.date)}"
        if self._meeting.venue:
            text += f", {self._meeting.venue}"
        data = {"date": self._day, "venue": self._meeting.venue, "title": self._meeting.title}
        yield self._passage(PassageKind.MEETING, text, "Tid og sted for møtet", self._meeting.announced, None, data)

    def agenda(self) -> Iterator[Passage]:
        for position, item in enumerate(self._meeting.agenda):
            who = ", ".join(part for part in (item.presenter, item.organisation) if part)
            text = item.title + (f". Legges frem av {who}" if who else "")
            text += f", kl. {item.time}" if item.time else ""
            text += f" ({item.case_type})" if item.case_type else ""
            # What no field has is found by the words that the agenda itself has for it.
            told = [known for known in (item.presenter, item.organisation, item.case_type, item.time) if known]
            text += "".join(
                f"; {label}: {value}" for label, value in item.details if not any(known in value for known in told)
            )
            data: dict[str, Any] = {
                "case": item.case,
                "title": item.title,
                "presenter": item.presenter,
                "organisation": item.organisation,
                "time": item.time,
                "end": item.end,
                "minutes": item.minutes,
                "case_type": item.case_type,
                "details": [list(detail) for detail in item.details],
                "position": position,
            }
            if item.also:
                data["elsewhere"] = [[self._names[place.sha256], place.sha256, place.slide] for place in item.also]
            context = f"Dagsorden, {named_case(item.case)}" if item.case else "Dagsorden"
            yield self._passage(PassageKind.AGENDA, text, context, item.place, item.case, data)

    def members(self) -> Iterator[Passage]:
        for member in self._meeting.members:
            parts = (member.name, member.role, member.title, member.organisation)
            data = {
                "name": member.name,
                "title": member.title,
                "organisation": member.organisation,
                "role": member.role,
                "group": member.group,
                "details": [list(detail) for detail in member.details],
            }
            case = self._meeting.slide(member.place).case
            text = "; ".join(
                (
                    ", ".join(filter(None, parts)),
                    *(f"{label}: {value}" if label else value for label, value in member.details),
                )
            )
            yield self._passage(PassageKind.MEMBER, text, member.group, member.place, case, data)

    def proposals(self) -> Iterator[Passage]:
        for proposal in self._meeting.proposals:
            word = "Oppdatert forslag til vedtak" if proposal.updated else "Forslag til vedtak"
            context = f"{word}. {self._case(proposal.case)}".strip()
            data = {"updated": proposal.updated}
            yield self._passage(PassageKind.PROPOSAL, proposal.text, context, proposal.place, proposal.case, data)

    def decisions(self) -> Iterator[Passage]:
        for decision in self._meeting.decisions:
            proposal = decision.proposal
            data = {
                "status": decision.status.value,
                "votes": decision.votes,
                "as_proposed": decision.as_proposed,
                "proposal": proposal.text if proposal else None,
            }
            context = f"Vedtak. {self._case(decision.case)}".strip()
            yield self._passage(PassageKind.DECISION, decision.text, context, decision.place, decision.case, data)

    def attendance(self) -> Iterator[Passage]:
        for person in self._meeting.attendance:
            data = {
                "name": person.name,
                "title": person.title,
                "organisation": person.organisation,
                "presence": person.presence.value,
                "instead_of": person.substitutes_for,
                "reason": person.reason,
                "announced": person.announced,
            }
            text = ", ".join(part for part in (person.name, person.title, person.organisation, person.reason) if part)
            said = _COMES if person.announced else _MET
            case = self._case_told(person.reason or "")
            yield self._passage(PassageKind.ATTENDANCE, text, said[person.presence], person.place, case, data)

    def tables(self, slide: Slide, known: SlideInMeeting) -> Iterator[Passage]:
        if known.kind in (SlideKind.AGENDA, SlideKind.MEMBERS):
            return
        tables = [
            (block.table, self._case_of_block(known, slide, block)) for block in slide.body if block.table is not None
        ]
        for place, (read, of_table) in enumerate(tables):
            table = _named_by_words(_with_labels(read))
            for row in table.rows:
                case = self._case_of_row(table, row) or of_table
                cells = [
                    f"{name}: {value}" if name else value
                    for name, value in zip(table.columns, row.values, strict=True)
                    if value
                ]
                label = " – ".join((*row.under, row.label))
                text = f"{label}: {'; '.join(cells)}" if cells else label
                data = {
                    "table": place,
                    "caption": table.caption,
                    "columns": list(table.columns),
                    "heading": table.label_header,
                    "label": row.label,
                    "under": list(row.under),
                    "values": list(row.values),
                    "title": slide.title or "",
                }
                context = distinct((self._case(of_table), slide.title, table.caption))
                yield self._passage(PassageKind.TABLE_ROW, text, context, known.place, case, data)

    def _case_of_row(self, table: Table, row: TableRow) -> str | None:
        """The case of the meeting that a row itself says that it is of, as one of a list of tasks does."""
        for name, value in zip(table.columns, row.values, strict=True):
            if _CASE_COLUMN.match(name.strip()) and value:
                number = only_case_number(value.strip())
                return number if number in self._titles else None
        return None

    def slide(self, slide: Slide, known: SlideInMeeting) -> Iterator[Passage]:
        if known.kind in (SlideKind.PICTURE, SlideKind.BLANK):
            return
        for case, blocks in self._runs(known, slide):
            title = self._title(known, slide, case)
            data = {"title": title, "slide_kind": known.kind.value}
            context = distinct((self._case(case), known.section, title))
            for part in parts_of([block.text for block in blocks]):
                yield self._passage(PassageKind.SLIDE, part or title, context, known.place, case, data)

    def _title(self, known: SlideInMeeting, slide: Slide, case: str | None) -> str:
        """What a text of a slide stands under: the slide's title, or on a page of several cases that of its own case."""
        return self._case(case) if known.cases and case is not None else slide.title or ""

    def _runs(self, known: SlideInMeeting, slide: Slide) -> list[tuple[str | None, list[Block]]]:
        """The texts of a slide by the case that they belong to; one run on all slides but pages of several cases."""
        texts = [block for block in slide.body if block.table is None]
        if not known.cases:
            return [(known.case, texts)]
        by_case = groupby(texts, key=lambda block: self._case_of_block(known, slide, block))
        return [(case, list(blocks)) for case, blocks in by_case]

    def _case_of_block(self, known: SlideInMeeting, slide: Slide, block: Block) -> str | None:
        if not known.cases:
            return known.case
        place = next(number for number, other in enumerate(slide.blocks) if other is block)
        return self._meeting.case_of(known.place, place)

    def units(self, slide: Slide, known: SlideInMeeting) -> Iterator[Passage]:
        """A bullet, paragraph or heading at a time, under the heading and the bullets that it stands under."""
        beside_a_list = known.kind in _LISTS
        if known.kind not in _SHOWS_CONTENT and not beside_a_list:
            return
        above: list[Block] = []
        blocks = slide.body
        # What the body is only asked to decide is told as that, never as what is so.
        proposed = {
            line for each in self._meeting.proposals if each.place == known.place for line in each.text.splitlines()
        }
        if not blocks and slide.title and known.kind is SlideKind.CONTENT:
            blocks = tuple(block for block in slide.blocks if block.kind is BlockKind.TITLE)
        for position, block in enumerate(blocks):
            above = [other for other in above if stands_under(block, other)]
            # "9" over "funn av savnet": what a figure is of, in however few words.
            of_figure = bool(above) and is_figure(above[-1]) and names_something(block.text)
            content = known.kind is not SlideKind.DIVIDER or of_figure or _is_content(block)
            content = content and (not beside_a_list or self._beside_the_list(block, known.place))
            dates = known.kind is SlideKind.TITLE and dates_in(block.text)
            of_proposal = block.text in proposed or (bool(proposed) and self._is_of(block.text, known.place))
            told = not of_proposal and (dates or of_figure or says_something(block.text))
            if block.table is None and content and told:
                under = [other.text.rstrip(":") for other in above]
                case = self._case_of_block(known, slide, block)
                case = self._case_told(block.text) if case is None and beside_a_list else case
                title = self._title(known, slide, case)
                parts = (known.section, title if title != block.text else None, *under)
                data = {"title": title, "under": under, "position": position, "section": known.section}
                context = distinct(parts)
                yield self._passage(PassageKind.UNIT, block.text, context, known.place, case, data)
            above.append(block)

    def _is_of(self, text: str, place: Place) -> bool:
        """Whether a text is told by a proposal of its slide, or stands over it."""
        said = " ".join(text.split())
        told = (" ".join(each.text.split()) for each in self._meeting.proposals if each.place == place)
        whole = len(said.split()) >= _WORDS_OF_POINT and any(said in each for each in told)
        return whole or heads_a_proposal(text) or (said.endswith(":") and label_of(said) is not None)

    def _beside_the_list(self, block: Block, place: Place) -> bool:
        """Whether a line of a slide with the agenda or the members is none of theirs: what is said below of deadlines, of who is
        away, or of who sits in a committee of the council's.
        """
        text, words = block.text.strip(), block.text.split()
        is_sentence = text.endswith((".", "!"))
        short = len(words) < (_WORDS_BESIDE_A_LIST if is_sentence or ":" in text else _WORDS_OF_CONTENT)
        titles = [item.title for item in self._meeting.agenda if item.title]
        if any(text.startswith(m.name) and _DOES.match(text, len(m.name)) for m in self._meeting.members):
            # "Kari Berg deltar digitalt", "Ola Dal må gå kl. 14.30"
            return True
        if short or _PART_OF_A_LIST.search(text) or any(title in text for title in titles):
            return False
        listed: list[str] = []
        for member in self._meeting.members:
            if member.place == place:
                told = (member.name, member.title, member.organisation, *(value for _, value in member.details))
                listed += [each for each in told if each]
        names = sum(word[:1].isupper() for word in words)
        return not any(each in text for each in listed) or (is_sentence and names <= _NAMES * len(words))

    def _case_told(self, text: str) -> str | None:
        """The one case of the meeting that a remark names: "Kari Berg er inhabil i sak 5/26"."""
        named = set(case_numbers(text))
        return named.pop() if len(named) == 1 and named <= self._titles.keys() else None

    def notes(self, slide: Slide, known: SlideInMeeting) -> Iterator[Passage]:
        """The speaker's notes, said to be such."""
        for position, block in enumerate(slide.notes):
            if says_something(block.text):
                data = {"title": slide.title or "", "under": [NOTES], "position": position, "section": known.section}
                context = distinct((known.section, slide.title, NOTES))
                yield self._passage(PassageKind.UNIT, block.text, context, known.place, known.case, data)


def _with_labels(table: Table) -> Table:
    """A table of labels and what stands under them, the head of minutes, has no headings: its first row is one of its rows. What
    its labels tell of the meeting's body, day and place is told as that.
    """
    rows = (TableRow(table.label_header, table.columns), *table.rows)
    if len(table.columns) != 1 or sum(is_label(row.label) for row in rows) < _FEWEST_LABELS:
        return table
    kept = tuple(replace(row, label=row.label.rstrip(" :")) for row in rows if not is_of_meeting(row.label))
    return replace(table, label_header="", columns=("",), rows=kept)


def _named_by_words(table: Table) -> Table:
    """A table whose rows are only numbered, from 1 or by their cases, with the next column's words as what its rows are
    called, and the numbers as a column; a sum below them has no number.
    """
    labels = [row.label.strip().rstrip(".)") for row in table.rows]
    numbered = [label for label in labels if label]
    named = [row.values[0] if row.values else None for row in table.rows]
    counted = numbered == [str(place) for place in range(1, len(numbered) + 1)] or all(map(only_case_number, numbered))
    if len(numbered) < _FEWEST_NUMBERED or not counted or not all(name and number(name) is None for name in named):
        return table
    rows = tuple(
        replace(row, label=str(name), values=(row.label or None, *row.values[1:]))
        for row, name in zip(table.rows, named, strict=True)
    )
    return replace(table, label_header=table.columns[0], columns=(table.label_header, *table.columns[1:]), rows=rows)


def _is_content(block: Block) -> bool:
    """Whether a text of the slide that opens a case says something of it, not only its number, who presents it and when."""
    fewest = _WORDS_OF_SENTENCE if block.text.rstrip().endswith(".") else _WORDS_OF_CONTENT
    return block.kind is BlockKind.BULLET or len(block.text.split()) >= fewest
