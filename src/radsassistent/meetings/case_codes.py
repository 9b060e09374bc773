"""Cases that a meeting names by codes of its own: "R-14", "K2", "HFS 61", "5/B", "3-1", "Punkt A".

No shape of a code is one by itself: a room, a product or a table's row has the same. A code is what stands first in the entries
of a list and comes again at the head of the titles of later slides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from radsassistent.documents import Block, BlockKind, Document, Slide
from radsassistent.meetings.case_numbers import CASE_WORD, CodeHead, Scheme, code_head, code_key, numbered_line
from radsassistent.meetings.hours import with_points
from radsassistent.meetings.meeting import AgendaItem, Place

# So many entries of a list have a code, and so much of all that it has.
_FEWEST = 3
_MOST = 0.75
# So many of its codes, and so much of them, open titles of later slides.
_FEWEST_AGAIN = 2
_AGAIN = 0.5
_TIME_BEFORE = re.compile(
    r"^(?:kl\.?\s*)?\d{1,2}[.:]\d\d(?:\s*[–—-]\s*(?:kl\.?\s*)?\d{1,2}[.:]\d\d)?\s*[:–—|-]?\s+(?=\S)", re.IGNORECASE
)
_NAMED_BEHIND = re.compile(rf"(?:[–—:(-]\s*|\bi\s+)(?P<code>{CASE_WORD}\s*\S+(?:\s\d+)?|\S+)\)?$")


@dataclass(frozen=True, slots=True)
class _Codes:
    """The codes of a list on one slide, by key; `numbers` where they read as numbers of cases without a year ("Sak VN-07")."""

    by_key: Mapping[str, str]
    place: Place
    numbers: bool


def codes(documents: Sequence[Document], found_otherwise: Sequence[AgendaItem]) -> dict[str, str]:
    """The codes of a meeting's cases as they are printed, by what they are compared by (`code_key`); empty where it has none.

    An agenda that is found by numbers (`found_otherwise`) goes before a list of codes, but where its numbers are these codes
    ("3.1"), or these read as numbers without a year.
    """
    listed = [each for document in documents for each in _listed(document)]
    if any(item.case for item in found_otherwise):
        places = {item.place for item in found_otherwise if item.case}
        cases = {item.case for item in found_otherwise if item.case}
        same = [each for each in listed if each.numbers or cases == set(each.by_key.values())]
        listed = [each for each in same if each.place in places]
    best = max(listed, key=lambda each: len(each.by_key), default=None)
    return dict(best.by_key) if best is not None else {}


def _listed(document: Document) -> Iterator[_Codes]:
    for slide in document.slides:
        for entries in _lists(slide):
            heads = [head for entry in entries if (head := _head(entry)) is not None]
            by_key = {code_key(head.code): head.code for head in heads}
            if len(heads) < _FEWEST or len(heads) < _MOST * len(entries) or not _count_on(heads):
                continue
            later = {
                code_key(head.code)
                for other in document.slides[slide.number :]
                if (head := code_head(other.title or "")) is not None
            }
            again = later & set(by_key)
            if len(again) >= _FEWEST_AGAIN and len(again) >= _AGAIN * len(by_key):
                numbers = all(numbered_line(_untimed(entry)) is not None for entry in entries)
                yield _Codes(by_key, Place(document.sha256, slide.number), numbers)


def _lists(slide: Slide) -> Iterator[list[str]]:
    """What may be the entries of a list: the cells of each column of a table, and the lines outside of tables that open as an
    entry does.
    """
    for table in (block.table for block in slide.body if block.table is not None):
        rows = [
            (table.label_header or table.caption, *table.columns),
            *((row.label, *row.values) for row in table.rows),
        ]
        for column in range(len(rows[0])):
            cells = [row[column] or "" for row in rows]
            # The heading is an entry only where the table has none.
            yield [cell for place, cell in enumerate(cells) if cell.strip() and (place > 0 or _head(cell) is not None)]
    lines = [line for block in slide.body if block.table is None for line in block.text.splitlines()]
    # Breaks, remarks and what stands under an entry have no code.
    yield [line for line in lines if _head(line) is not None]


def _head(entry: str) -> CodeHead | None:
    """The code that an entry opens with, where it is no number that any meeting's cases have: of those only one without a year
    that is counted under letters may be a code ("Sak VN-07").
    """
    text = _untimed(entry)
    read = numbered_line(text)
    lettered = read is not None and read.scheme is Scheme.CASE and read.series is not None and read.year is None
    return code_head(text) if read is None or lettered else None


def _untimed(entry: str) -> str:
    return _TIME_BEFORE.sub("", with_points(entry.strip()))


def _count_on(heads: Sequence[CodeHead]) -> bool:
    """Whether codes are alike but for what they end with, and that goes on rising from entry to entry."""
    counts = [head.count for head in heads]
    return len({head.stem for head in heads}) == 1 and all(one < other for one, other in pairwise(counts))


def without_codes(slide: Slide, known: Mapping[str, str]) -> Slide:
    """A slide whose title does not say its case's code, and without the lines that are nothing but it."""
    if not known:
        return slide
    kept: list[Block] = []
    for block in slide.blocks:
        head = code_head(block.text) if block.table is None else None
        if head is None or code_key(head.code) not in known:
            kept.append(block)
        elif block.kind is BlockKind.TITLE and head.title:
            kept.append(replace(block, text=head.title))
        elif head.title or block.kind is BlockKind.TITLE:
            kept.append(block)
    return replace(slide, blocks=tuple(kept))


def code_behind(title: str, known: Mapping[str, str]) -> str | None:
    """The case whose code a title ends with: "Forslag til vedtak – sak R-14", "Økonomi (R-14)"."""
    match = _NAMED_BEHIND.search(title.strip()) if known else None
    head = code_head(match["code"].rstrip(")")) if match is not None else None
    return known.get(code_key(head.code)) if head is not None and not head.title else None
