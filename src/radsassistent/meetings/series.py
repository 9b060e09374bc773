"""The case numbers that two series of one meeting share: "PS 5/26" is a case, "RS 5/26" a matter reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from radsassistent.documents import Block, Document
from radsassistent.meetings.case_numbers import Numbering, Scheme, numbered_line

# The series of the cases that are decided, by which a case is meant that is named without one.
_MAIN = ("PS", "K", "KS", "KST", "FS", "F")


def shared_numbers(documents: Sequence[Document]) -> dict[str, str]:
    """The numbers that open lines or cells under more than one series, with the series meant where none is named."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for document in documents:
        for slide in document.slides:
            for block in slide.blocks:
                for text in _texts(block):
                    read = numbered_line(text)
                    if read is not None and read.scheme is Scheme.CASE and read.series and read.year is not None:
                        found[Numbering().name(read) or ""][read.series] = None
    return {number: _main(list(series)) for number, series in found.items() if len(series) > 1}


def _texts(block: Block) -> Iterator[str]:
    if block.table is None:
        yield from block.text.splitlines()
        return
    yield from (block.table.label_header, *block.table.columns)
    for row in block.table.rows:
        yield from (cell for cell in (row.label, *row.values) if cell)


def _main(series: Sequence[str]) -> str:
    return next((each for each in _MAIN if each in series), series[0])
