"""Cases of minutes set as a table, with what was said, proposed and decided in each: a row a case, a row a label, or a log of
what was decided alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from radsassistent.documents import Block, BlockKind, Document, Table
from radsassistent.meetings.agenda_tables import is_row
from radsassistent.meetings.case_numbers import (
    NumberedLine,
    Numbering,
    Scheme,
    is_before,
    normal,
    numbered_line,
    of_year,
    sections_named,
)
from radsassistent.meetings.case_parts import CasePart, case_parts
from radsassistent.meetings.dates import dates_in
from radsassistent.meetings.decisions import decisions_of
from radsassistent.meetings.flow import Line
from radsassistent.meetings.labels import Part, label, tells_outcome, tells_whether_as_proposed
from radsassistent.meetings.meeting import AgendaItem, Case, Decision, Place, Proposal, SlideInMeeting
from radsassistent.meetings.outcomes import sentences
from radsassistent.meetings.page_cases import CaseText
from radsassistent.meetings.proposal_tables import each_point
from radsassistent.meetings.table_columns import EARLIER, Columns, columns_of, part_of

_SAYS = re.compile(r"[^\W\d_]{2}")
_DECIDING = r"\w*(?:vedtak|beslutning|avgjerd|avgjørelse|konklusjon)\w*"
# "Ingen vedtak", "Ikkje noko vedtak i denne saka", "Det ble ikke fattet vedtak", "Se sak 4/26", or only what kind of case it is.
_NOTHING = re.compile(
    rf"^(?:(?:det\s+)?(?:ble|blei|vart|er)\s+)?(?:ingen|inga|intet|ikk(?:j)?e|uten|utan)\s+(?:\w+\s+){{0,2}}?{_DECIDING}|"
    rf"^{_DECIDING}\s+(?:ble|blei|vart|er)\s+ikk(?:j)?e\b|^(?:ingen|inga|intet|ikk(?:j)?e\s+(?:aktuel[lt]\w*|behandlet|behandla|handsama)|"
    r"ja|nei|orientering|drøfting|diskusjon|informasjon|beslutning|vedtak)\.?$|^(?:se|sjå|jf\.?)\s|^neste\s+\w*møte\b",
    re.IGNORECASE,
)
# What was decided in this meeting is not done yet.
_DONE = re.compile(
    r"^(?:utført|gjennomført|gjort|ferdig|lukket|lukka|effektuert|sluttført|avsluttet|avslutta|pågår|under\s+arbeid|i\s+arbeid|iverksatt|iverksett)\b",
    re.IGNORECASE,
)
_LETTER = re.compile(r"^([A-ZÆØÅ])[.)]?$")
# A title has at most so many words, one that ends with a full stop fewer; what is longer is told of the case.
_TITLE_WORDS = 15
_ENDED_WORDS = 3
Cells = Sequence[str | None]


@dataclass(frozen=True, slots=True)
class TableCase:
    """A case that a table tells of. `case` is None where the table does not say which it is, `sure` where its number does."""

    case: Case | None
    parts: tuple[CasePart, ...]
    place: Place
    sure: bool

    @property
    def text(self) -> CaseText | None:
        """As a running text tells it."""
        return CaseText(self.case, self.parts, self.place) if self.case is not None else None

    def decisions(self, proposals: Sequence[Proposal], body: str) -> list[Decision]:
        """What was decided in the case, where its row says so; `proposals` are the case's, the one in force last."""
        decided = [part for part in self.parts if part.part is Part.DECISION]
        number = self.case.number if self.case is not None else None
        found = decisions_of(number, self.parts, proposals, self.place.sha256, body) if decided else []
        return [made if made.text else replace(made, text=decided[0].text) for made in found]


@dataclass(slots=True)
class _Row:
    """What a row tells: of which case, what before the decision, what was decided, and what of the votes on it."""

    case: str | None = None
    title: str = ""
    series: str | None = None
    sure: bool = False
    before: list[CasePart] = field(default_factory=list)
    decided: list[str] = field(default_factory=list)
    words: str = ""
    after: list[CasePart] = field(default_factory=list)


def cases_in_tables(
    document: Document,
    slides: Sequence[SlideInMeeting],
    numbering: Numbering,
    items: Sequence[AgendaItem],
    body: str,
    day: date | None,
) -> list[TableCase]:
    """The cases in the tables of minutes that say what was decided. `slides` are its pages in their cases, `items` the cases that
    are known.
    """
    found: list[TableCase] = []
    columns: Columns | None = None
    over = ""
    for slide, page in zip(document.slides, slides, strict=True):
        # A page's title is its first block also where it stands below a table that goes on from the page before.
        for number, block in sorted(enumerate(slide.blocks), key=lambda each: each[1].box.top):
            if _heads(block):
                columns = columns if block.text == over else None
                over = block.text
            if block.table is None or EARLIER.search(block.table.caption or over):
                continue
            spans = [span.case for span in page.cases if span.first <= number]
            within = (spans[-1] if spans else page.case) if _goes_on(over, numbering) else None
            decides = part_of(over) is Part.DECISION
            reader = _Reader(block.table, slide.number, number, numbering, items, body, day, within, decides)
            columns, rows = reader.read(columns)
            rows = [row for row in rows if not _is_earlier(row.case, items)]
            place = Place(document.sha256, slide.number)
            found += [_as_case(row, place, (slide.number, number)) for row in rows]
    return found


def _is_earlier(case: str | None, items: Sequence[AgendaItem]) -> bool:
    """Whether a case was up in a meeting before, as its number is lower than those of the cases that are known."""
    known = [item.case for item in items if of_year(item.case) is not None]
    return len(known) > 1 and all(is_before(case, other) for other in known)


def _heads(block: Block) -> bool:
    return block.table is None and (block.kind in (BlockKind.TITLE, BlockKind.HEADING) or block.bold)


def _goes_on(over: str, numbering: Numbering) -> bool:
    """Whether the heading over a table is that of a case, or of its handling; below others the case has ended."""
    return numbering.read(over) is not None or part_of(over) in (Part.PROCESS, Part.VOTE)


def _as_case(row: _Row, place: Place, where: tuple[int, int]) -> TableCase:
    made = CasePart(Part.DECISION, row.words, tuple(row.decided), *where, own=True)
    parts = (*row.before, *([made] if row.decided else ()), *row.after)
    return TableCase(Case(row.case, row.title, row.series) if row.case else None, parts, place, row.sure)


@dataclass(frozen=True, slots=True)
class _Reader:
    """A table of minutes, where it stands, and what is known of the meeting; `within` is the case that it stands in, `decides`
    whether what stands over it says that it tells decisions.
    """

    table: Table
    slide: int
    block: int
    numbering: Numbering
    items: Sequence[AgendaItem]
    body: str
    day: date | None
    within: str | None
    decides: bool

    def read(self, going_on: Columns | None) -> tuple[Columns | None, list[_Row]]:
        """The columns and the rows; a table without headings of its own has those of the one that it goes on from."""
        headers = (self.table.label_header or self.table.caption, *self.table.columns)
        rows: list[Cells] = [(row.label, *row.values) for row in self.table.rows]
        columns = columns_of(headers)
        if columns is None or columns.decision is None:
            if labelled := self._labelled([headers, *rows]):
                return None, labelled
            if self.decides and len(headers) == 2:
                # "Beslutninger" over them heads the whole.
                going_on = columns_of(("Sak", "Vedtak"))
            if going_on is not None and len(going_on.names) == len(headers) and self._opens(headers):
                columns, rows = going_on, [headers, *rows]
        found = self._rows(columns, rows) if columns is not None else []
        return columns if columns is not None and columns.decision is not None else None, found

    def _opens(self, headers: Sequence[str]) -> bool:
        """Whether what stands for the headings of a table is a case itself."""
        return is_row(headers, self.numbering) or self.numbering.alone(headers[0]) is not None

    def _labelled(self, rows: Sequence[Cells]) -> list[_Row]:
        """The cases of a table with a row for each label: "Sak | 5/26 Varden", "Drøfting | …", "Vedtak | …"."""
        made: list[_Row] = []
        for cells in rows:
            said = [cell for cell in cells if cell]
            at = next((n for n, cell in enumerate(said[:2]) if part_of(cell) is not None), None)
            head = " ".join(said if at is None else said[:at])
            read = self.numbering.read(head)
            case = self.numbering.name(read) if read is not None and _is_case(read) else None
            if read is not None and case is not None and (not made or made[-1].case != case):
                title = read.title if len(read.title.split()) <= _TITLE_WORDS else ""
                made.append(_Row(case, title.strip(" :"), read.series, sure=True))
            if at is None or len(said) != at + 2:
                continue
            made = made or [_Row(self.within, sure=True)]
            self._tell(made[-1], said[at], said[-1])
        return [row for row in made if row.case is not None and row.decided]

    def _rows(self, columns: Columns, rows: Sequence[Cells]) -> list[_Row]:
        if any(cells[place] and _DONE.match(cells[place] or "") for cells in rows for place in columns.outcomes):
            return []
        named = {
            place: sections_named([row[place] for row in rows])
            for place in {*columns.cases, *columns.titles}
            if place < 2
        }
        counts = self._counted(columns, rows)
        made: list[_Row] = []
        for number, cells in enumerate(rows):
            cells = [named[place][number] if place in named else cell for place, cell in enumerate(cells)]
            row = self._case_of(columns, cells, counts[number])
            heads = {*columns.cases, *columns.titles}
            alone = bool(heads) and not any(cells[place] for place in heads)
            if columns.day is not None and self._of_another_day(cells[columns.day]):
                continue
            goes_on = made and ((row.case is None and alone) or (row.case and row.case == made[-1].case))
            if not goes_on:
                made.append(row)
            self._fill(made[-1], columns, cells)
        if not any(row.decided for row in made):
            return []
        if not any(row.case for row in made):
            # A log of what was decided, without the cases; a table of anything else has more columns.
            of_something_else = columns.unknown or columns.result or columns.decision is None
            within = self.within if len(made) == 1 or not columns.cases else None
            if self.within is not None and within and not (columns.titles or columns.result):
                return [self._together(made, within)]
            return [] if of_something_else else [row for row in made if row.decided]
        return [row for row in made if row.case is not None]

    def _together(self, rows: Sequence[_Row], case: str) -> _Row:
        """Rows that are all of the one case that their table stands in."""
        whole = _Row(case, sure=True, words=rows[0].words)
        for row in rows:
            whole.before += row.before
            whole.decided += row.decided
            whole.after += row.after
        return whole

    def _of_another_day(self, cell: str | None) -> bool:
        days = dates_in(cell or "")
        return self.day is not None and bool(days) and self.day not in days

    def _case_of(self, columns: Columns, cells: Cells, count: str | None) -> _Row:
        """Of which case a row is: the number that stands alone in a cell, or that it opens with, else its title or its count."""
        rest = [cell or "" for place, cell in enumerate(cells) if place not in (columns.decision, columns.day)]
        heads = [cells[place] or "" for place in dict.fromkeys((*columns.cases, *columns.titles))]
        titles = (cells[place] or "" for place in (*columns.titles, *columns.cases))
        title = next((cell for cell in titles if _SAYS.search(cell)), "")
        for cell in (*heads, *(c for c in rest if self.numbering.case_alone(c) is not None)):
            read = self.numbering.read(cell)
            read = read if read is not None and _is_case(read) else _dashed(cell)
            case = self.numbering.name(read) if read is not None else None
            if read is not None and case is not None:
                return _Row(case, _short(read.title or title), read.series, sure=True)
        if columns.result:
            return _Row()
        case = self._titled(rest) or count
        opened = numbered_line(title)
        return _Row(case, _short(opened.title if opened is not None else title)) if case else _Row()

    def _titled(self, cells: Sequence[str]) -> str | None:
        """The one known case with whose title a cell opens."""
        titles = {item.case: item.title.casefold() for item in self.items if item.case is not None and item.title}
        found = [case for case, title in titles.items() if any(cell.casefold().startswith(title) for cell in cells)]
        return found[0] if len(found) == 1 else None

    def _counted(self, columns: Columns, rows: Sequence[Cells]) -> list[str | None]:
        """The cases of rows that are only counted, or called by letters."""
        column = next(iter((*columns.cases, *columns.titles)), None)
        cells = [(row[column] or "").strip() for row in rows] if column is not None else []
        letters = "".join(match[1] for cell in cells if (match := _LETTER.match(cell)))
        known = {item.case for item in self.items if item.case is not None}
        plain = all(case.startswith("Punkt") for case in known)
        if plain and len(letters) == len(rows) > 1 and "ABCDEFGHIJKLMNOP".startswith(letters):
            return [f"Punkt {letter}" for letter in letters]
        read = [self.numbering.alone(cell) or numbered_line(cell) for cell in cells]
        numbers = [each.number if each is not None and _is_count(each) else None for each in read]
        counted = [number for number in numbers if number is not None]
        ascending = bool(counted) and counted == sorted(set(counted))
        called = all(each is not None and each.scheme in (Scheme.CASE, Scheme.POINT) for each in read)
        if not ascending or not (columns.counts_cases or called or counted[0] > 1):
            return [None for _ in rows]
        return [
            self._by_count(each, known, plain=plain) if each is not None and number is not None else None
            for each, number in zip(read, numbers, strict=True)
        ]

    def _by_count(self, read: NumberedLine, known: set[str], *, plain: bool) -> str | None:
        number = read.number
        if read.scheme is Scheme.CASE and f"Punkt {number}" not in known:
            return self.numbering.name(read)
        of_year = normal(str(number), str(self.numbering.year)) if self.numbering.year is not None else None
        if of_year in known and f"Punkt {number}" not in known:
            return of_year
        return f"Punkt {number}" if plain else None

    def _fill(self, row: _Row, columns: Columns, cells: Cells) -> None:
        """Add what the cells of a row tell to what is known of its case."""
        heads = dict.fromkeys((*columns.cases, *columns.titles))
        # The first sentence is the title; no label within it is one.
        behind = [sentences(cells[place] or "")[1:] for place in heads]
        for said in behind:
            row.before += self._told("", said)
        for place in columns.told:
            self._tell(row, columns.names[place], cells[place] or "", decides=False)
        if columns.decision is not None:
            outcomes = [cells[place] or "" for place in columns.outcomes]
            says = next((c for c in outcomes if tells_outcome(c) or tells_whether_as_proposed(c) is not None), "")
            name = says or columns.names[columns.decision]
            self._tell(row, name, cells[columns.decision] or "", decides=True)
        if not row.decided:
            for text in (*(" ".join(said) for said in behind), *(cells[place] or "" for place in columns.told)):
                self._decide_within(row, text)

    def _decide_within(self, row: _Row, text: str) -> None:
        """Add what a cell that tells several things labels as decided: "Trollet viste kart. Vedtak: Varden bygges."."""
        for run in _runs(text):
            found = label(Line(0, 0, run, heading=False))
            if found is not None and found.rest and part_of(found.words) is Part.DECISION:
                self._tell(row, found.words, found.rest)

    def _tell(self, row: _Row, name: str, text: str, *, decides: bool | None = None) -> None:
        """Add what stands under or beside a label; `decides` says whether it is what was decided, None where the label does."""
        if not _SAYS.search(text):
            return
        part = part_of(name)
        if decides or (decides is None and part is Part.DECISION):
            runs = list(_runs(text))
            told = [run for run in runs if label(Line(0, 0, run, heading=False)) is None]
            if told and not _NOTHING.match(told[0]):
                row.decided += [point for run in told for point in each_point(run).splitlines()]
                row.words = row.words or name.strip(" :")
            row.before += [each for run in runs if run not in told for each in self._told("", [run])]
        elif part is Part.VOTE:
            row.after += self._told(name, [text])
        else:
            row.before += self._told(name, [text] if part is Part.PROPOSAL else sentences(text))

    def _told(self, name: str, texts: Sequence[str]) -> list[CasePart]:
        """The parts of a cell by the labels within it, without what it calls decided: that has a place of its own."""
        head = [Line(self.slide, self.block, name, heading=True)] if part_of(name) is not None else []
        lines = [*head, *(Line(self.slide, self.block, text, heading=False) for text in texts)]
        found = case_parts(lines, self.body, self.day) if texts else []
        return [each for each in found if each.part is not Part.DECISION]


def _short(title: str) -> str:
    """The title that a cell opens with; "" where that is a sentence."""
    first = next(iter(sentences(title)), "")
    most = _ENDED_WORDS if first.endswith(".") else _TITLE_WORDS
    return first.strip(" :.") if len(first.split()) <= most else ""


def _runs(text: str) -> Iterator[str]:
    """A text as it is up to each sentence that opens with a label: "Varden bygges. Rød. | Ansvar: Kari."."""
    starts = [text.find(each) for each in sentences(text) if (":" in each) and label(Line(0, 0, each, heading=False))]
    bounds = sorted({0, *(start for start in starts if start > 0), len(text)})
    for first, end in pairwise(bounds):
        yield text[first:end].strip()


def _is_case(read: NumberedLine) -> bool:
    """Whether a number is a case's own, more than a count."""
    return read.scheme in (Scheme.SECTION, Scheme.PARAGRAPH, Scheme.CODE) or (
        read.scheme in (Scheme.CASE, Scheme.PLAIN) and not read.sentence and read.year is not None
    )


def _is_count(read: NumberedLine) -> bool:
    return read.scheme in (Scheme.COUNTED, Scheme.POINT) or (read.scheme is Scheme.CASE and read.year is None)


def _dashed(cell: str) -> NumberedLine | None:
    """The number of a case with a dash ("15-26 Varden"), which is one where numbers of cases stand."""
    read = numbered_line(f"Sak {cell}") if re.match(r"\s*\d{1,3}\s?[-–]\s?\d", cell) else None
    return read if read is not None and read.year is not None else None
