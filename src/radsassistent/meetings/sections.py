"""The cases of a running text: which lines head a case, which only list it, and from which block on each case runs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from radsassistent.meetings.agenda_cards import numbered_behind
from radsassistent.meetings.case_numbers import NumberedLine, Numbering, Scheme, numbered_line
from radsassistent.meetings.flow import Line
from radsassistent.meetings.labels import label

# The words over a list of cases, in all four languages.
LIST_HEADING = re.compile(
    r"^(?:saksliste|sakliste|sakskart|saksoversikt|sakskart|sakene|saker(?:\s+til\s+behandling)?|saksnr\.?\s+.*|dagsorden|dagsordenen|"
    r"agenda|behandlede\s+saker|indholdsfortegnelse|innholdsfortegnelse|innhold|innhald|ärendelista|ärenden|föredragningslista|dagordning|"
    r"saker\s+som\s+.{0,40}|program|møteplan|liste\s+over\s+saker)\b(?:\s+(?:for|til|i)\s+.{0,80})?\s*:?$",
    re.IGNORECASE,
)
# What ends the last case: signatures, the end of the meeting, attachments.
_AFTER_CASES = re.compile(
    r"^(?:underskrift\w*|signatur\w*|møtet\s+(?:ble\s+|vart\s+|er\s+)?(?:hevet|heva|slutt|avsluttet)|mødet\s+(?:blev\s+)?(?:hævet|slut)|"
    r"vi\s+(?:bekrefter|stadfester)\b.*|neste\s+møte\w*|vid\s+protokollet|justeras|underskriftsside|underskrifter)\b",
    re.IGNORECASE,
)
# What is to be done after the meeting, in all its cases, under a heading of its own.
_TASKS = re.compile(
    r"^(?:oppfølging|oppfølgjing|oppgaver|oppgåver|tiltak)\s+(?:etter|fra|frå)\s+møtet\s*:?$|"
    r"^(?:(?:oppfølgings|oppfølgjings)(?:liste|punkt\w*|oppgave\w*|oppgåve\w*)|aksjons(?:liste|punkt\w*)|oppgaveliste|oppgåveliste)\w*\s*:?$",
    re.IGNORECASE,
)
# Items without a number that stand between the cases.
_UNNUMBERED = re.compile(
    r"^(?:eventuelt|ymse|dagsaktuelt|pause|lunsj|kaffepause|spørretime|orienteringer|orienteringssaker|referatsaker|meldingar|meldinger|"
    r"interpellasjoner|øvrigt|övrigt)\s*:?$",
    re.IGNORECASE,
)
# A heading's title of more words is a paragraph that begins with a number.
TITLE_WORDS = 45
# Between two entries of a list there are at most so many lines (a title that runs on, a presenter), each so short.
_LIST_GAP, _LIST_WORDS = 3, 14
_ARCHIVE = re.compile(
    r"\s*[-–,(]?\s*\b(?:arkivsak(?:s?nr|s?nummer|sid)?|arkivref|saksnr\.?\s+i\s+arkiv|journalnr|j\.?nr|dnr|diarienr|sagsnr)\b"
    r"\.?:?\s*[\w/ -]*\d[\w/-]*\)?\s*$",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"\s*(?:[._…·]\s?){3,}\s*\d*\s*$|\s+side\s+\d+\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Opening:
    """A line (its place in the document's lines) that opens with a case, and the lines that its title runs over."""

    line: int
    case: str
    series: str | None
    title: str
    last: int


# Papers for information are numbered in series of their own.
_FILED = frozenset({"RS", "DS"})
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Section:
    """The lines `first` up to `end` (exclusive) of a document; `case` None for what stands outside the cases.

    The text of the case begins at `start`, after its heading. `listed` when it is a list of cases.
    """

    case: str | None
    series: str | None
    title: str
    first: int
    start: int
    end: int
    listed: bool = False


def sections(lines: Sequence[Line], numbering: Numbering) -> list[Section]:
    """Part a running text into its cases, its lists of cases and what stands outside of both. Covers every line."""
    found = openings(lines, numbering)
    listed = _listed(lines, found)
    marks: list[tuple[int, Opening | None, bool]] = []
    for place, opening in enumerate(found):
        if place in listed:
            if not marks or not marks[-1][2]:
                marks.append((_list_start(lines, opening.line), None, True))
        else:
            marks.append((opening.line, opening, False))
    marks += [(place, None, False) for place in _ends(lines, found, listed)]
    marks.sort(key=lambda mark: mark[0])
    merged: list[Section] = []
    if not marks or marks[0][0] > 0:
        merged.append(Section(None, None, "", 0, 0, marks[0][0] if marks else len(lines)))
    for number, (first, heading, is_list) in enumerate(marks):
        end = marks[number + 1][0] if number + 1 < len(marks) else len(lines)
        if heading is None:
            merged.append(Section(None, None, "", first, first, end, is_list))
        else:
            start = min(heading.last + 1, end)
            merged.append(Section(heading.case, heading.series, heading.title, first, start, end))
    return merged


def openings(lines: Sequence[Line], numbering: Numbering) -> list[Opening]:
    """The lines that open with a case, counted in the document's own way.

    Case numbers are the way wherever there are any; only without them are points, Swedish paragraphs or counted headings
    the items, as paragraphs of laws and the points of a decision are counted too.
    """
    read = [(place, line, numbered) for place, line in enumerate(lines) if (numbered := _candidate(line)) is not None]
    in_list = _counted_in_a_list(lines)
    read = [each for each in read if _opens(each[1], each[2]) or each[0] in in_list]
    schemes = Counter(numbered.scheme for _, _, numbered in read)
    if schemes[Scheme.CASE] or schemes[Scheme.PLAIN] >= 2:
        wanted = {Scheme.CASE, Scheme.PLAIN}
    else:
        wanted = {next((s for s in (Scheme.PARAGRAPH, Scheme.POINT, Scheme.COUNTED) if schemes[s] >= 2), Scheme.POINT)}
    chosen = [(place, line, n) for place, line, n in read if n.scheme in wanted]
    if not all(n.series in _FILED for _, _, n in chosen):
        # "RS 10/26 Tilsynsrapport" is a paper of the case that it stands under.
        chosen = [(place, line, n) for place, line, n in chosen if n.series not in _FILED or line.heading]
    behind = [
        (place, line, n)
        for place, line in enumerate(lines)
        if line.heading and line.table is None and (n := numbered_behind(line.text)) is not None
    ]
    if len(behind) >= _SEVERAL and len(behind) > len(chosen):
        # "Søndagsåpent bibliotek (sak 9/26)"
        chosen = behind
    if wanted == {Scheme.COUNTED}:
        chosen = _ascending(chosen)
    found = []
    for place, _, numbered in chosen:
        case = numbering.name(numbered)
        if case is not None:
            title, last = _title(lines, place, numbered)
            found.append(Opening(place, case, numbered.series, title, last))
    return found


def _counted_in_a_list(lines: Sequence[Line]) -> set[int]:
    """The lines with a plain count ("1. Regnskap") that follow the words over a list of cases, one after the other."""
    found: set[int] = set()
    for place, line in enumerate(lines):
        if line.table is None and LIST_HEADING.match(line.text):
            below = place + 1
            while below < len(lines) and (numbered := _candidate(lines[below])) and numbered.scheme is Scheme.COUNTED:
                found.add(below)
                below += 1
    return found


def _candidate(line: Line) -> NumberedLine | None:
    if line.table is not None:
        return _table_heading(line)
    return numbered_line(line.text)


def _table_heading(line: Line) -> NumberedLine | None:
    """A case's heading set as a table of one row: its number in the first cell, its title in the next."""
    table = line.table
    if table is None or len(table.rows) > 1:
        return None
    cells = [(table.label_header, *table.columns), *((row.label, *row.values) for row in table.rows)]
    for row in cells:
        text = " ".join(cell for cell in row if cell)
        numbered = numbered_line(text)
        if numbered is not None and numbered.scheme is Scheme.CASE and numbered.year is not None:
            return numbered
    return None


def _opens(line: Line, numbered: NumberedLine) -> bool:
    """Whether a line that begins with a number heads an item: no sentence about it, no long text, no point of a decision."""
    if numbered.sentence or len(numbered.title.split()) > TITLE_WORDS:
        return False
    if numbered.scheme is Scheme.COUNTED:
        return line.heading and bool(numbered.title) and numbered.title[:1].isupper()
    if numbered.scheme is Scheme.CASE and numbered.year is None:
        return line.heading or bool(numbered.title)
    if numbered.scheme in (Scheme.POINT, Scheme.PARAGRAPH):
        return line.heading or not numbered.title.rstrip().endswith(".")
    return True


def _ascending(chosen: list[tuple[int, Line, NumberedLine]]) -> list[tuple[int, Line, NumberedLine]]:
    """Counted headings are items when they count on; a second count inside an item (1, 2 under 3) is its points."""
    kept: list[tuple[int, Line, NumberedLine]] = []
    for each in chosen:
        if not kept or each[2].number == kept[-1][2].number + 1 or (each[2].number == 1 and len(kept) > 1):
            kept.append(each)
    return kept


def _title(lines: Sequence[Line], place: int, numbered: NumberedLine) -> tuple[str, int]:
    """The title after the number, over as many lines as it is set in, and the last of them."""
    title = tidy_title(numbered.title)
    last = place
    while last + 1 < len(lines) and last - place < 3 and _runs_on(lines[last], lines[last + 1], title):
        last += 1
        title = tidy_title(f"{title} {lines[last].text}".strip())
    return title, last


def _runs_on(line: Line, following: Line, title: str) -> bool:
    """Whether the next line goes on with a title: the title is still empty, or the line goes on in lower case.

    An empty title is not followed by a label, and a Swedish paragraph's by its archive number.
    """
    text = following.text
    if following.table is not None or (numbered_line(text) is not None and not title):
        return False
    if label(following) is not None or LIST_HEADING.match(text) or len(text.split()) > TITLE_WORDS:
        return False
    if not title:
        return len(text.split()) <= 30
    same_block = following.block == line.block and following.slide == line.slide
    return text[:1].islower() and not text.endswith(".") and (same_block or following.heading == line.heading)


def tidy_title(title: str) -> str:
    """A title without the archive's number behind it and without the dots and page number of a table of contents."""
    without = _ARCHIVE.sub("", _LEADERS.sub("", title))
    return " ".join(without.split()).strip(" –-:")


def _listed(lines: Sequence[Line], found: Sequence[Opening]) -> set[int]:
    """The openings that only list their case: entries in a row under the words over a list, or of cases headed later."""
    listed: set[int] = set()
    last_of = {opening.case: place for place, opening in enumerate(found)}
    start = 0
    while start < len(found):
        end = start + 1
        seen = {found[start].case}
        while end < len(found) and found[end].case not in seen and _list_like(lines, found[end - 1], found[end]):
            seen.add(found[end].case)
            end += 1
        run = range(start, end)
        again = sum(last_of[found[place].case] >= end for place in run)
        headed = _has_list_heading(lines, found[start].line)
        if len(run) >= 2 and (headed or 2 * again > len(run)):
            listed.update(run)
        elif headed and again:
            listed.add(start)
        start = end
    return listed


def _list_like(lines: Sequence[Line], one: Opening, other: Opening) -> bool:
    between = lines[one.last + 1 : other.line]
    return len(between) <= _LIST_GAP and all(
        line.table is None and len(line.text.split()) <= _LIST_WORDS and not _says_outcome(line) for line in between
    )


def _says_outcome(line: Line) -> bool:
    """A list tells no outcome: a label of a decision, or a sentence ("Godkjent.", "Tatt til orientering.")."""
    found = label(line)
    return (found is not None and found.part.value != "process") or line.text.rstrip().endswith(".")


def _has_list_heading(lines: Sequence[Line], place: int) -> bool:
    """Whether one of the few lines above says that a list follows."""
    return any(LIST_HEADING.match(line.text) for line in lines[max(0, place - 4) : place])


def _list_start(lines: Sequence[Line], place: int) -> int:
    for above in range(place - 1, max(-1, place - 5), -1):
        if LIST_HEADING.match(lines[above].text):
            return above
    return place


def _heads_a_table(lines: Sequence[Line], place: int) -> bool:
    """Whether a table stands right under a line: a list of tasks that is no table is that of the case it ends."""
    return place + 1 < len(lines) and lines[place + 1].table is not None


def _ends(lines: Sequence[Line], found: Sequence[Opening], listed: set[int]) -> list[int]:
    """The lines after the first headed case at which the cases end or pause."""
    heads = [opening for place, opening in enumerate(found) if place not in listed]
    if not heads:
        return []
    taken = {place for opening in found for place in range(opening.line, opening.last + 1)}
    ends = []
    for place in range(heads[0].line + 1, len(lines)):
        line = lines[place]
        if place in taken or line.table is not None:
            continue
        if (_AFTER_CASES.match(line.text) and (line.heading or len(line.text.split()) <= 20)) or (
            (_UNNUMBERED.match(line.text) or (_TASKS.match(line.text) and _heads_a_table(lines, place)))
            and (line.heading or line.text.endswith(":"))
        ):
            ends.append(place)
    return ends
