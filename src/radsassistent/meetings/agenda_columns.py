"""What the columns of an agenda are called, whatever its layout, and what their cells say: lengths, and all else by heading."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

PRESENTER = re.compile(
    r"presenter|legge?[rs]? fr|fr[ae]mlegg|forbered|førebu|"
    r"saksbehandl|sakshandsam|innled|innlei|foredragshold|foredragshald|saksordfør|ansvarl?[ie]?g?\b|"
    r"foredrar|forslagsstill|^ansv\.?$|"
    r"^(?:hvem|kven|ved|v/|navn|namn)$",
    re.IGNORECASE,
)
TYPE = re.compile(
    r"(?:saks)?type|behandling|formål|føremål|^slag\b|kategori|^mål\b|purpose|hensikt|hva skal (?:vi|rådet)|^ønsk",
    re.IGNORECASE,
)
# Columns of the archive's numbers, of grading and of pages say nothing of the agenda itself.
BESIDE = re.compile(
    r"arkiv|journal|lukk|u\.?\s?off|unntatt|gradering|vedlegg|\bside|^dok|^dnr|diarie|status|"
    r"^(?:vedtak|beslutning)s?[ -]?n(?:r|ummer)",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"varig|tids?bruk|^tid$|^tid \(|minutt|^min\.?$|lengde|duration|avsatt|avsett", re.IGNORECASE)
_HOURS_LONG = re.compile(r"(?<![\d.,:])(?P<hours>\d{1,2}(?:[.,]\d)?)\s*(?:t|timer?|timar|h|hours?)\b\.?", re.IGNORECASE)
_MINUTES_LONG = re.compile(
    r"(?<![\d.,:])(?P<minutes>\d{1,3})\s*(?:min(?:utt(?:er|ar)?|utes?|s)?\b\.?|['’])", re.IGNORECASE
)
_BARE = re.compile(r"\d{1,3}")
_LONGEST = 600
# A cell that is a length has no more words.
_SHORT = 5


def minutes_long(text: str | None, header: str = "") -> int | None:
    """The length that a cell or the end of a line tells in minutes: "45 min", "1 t 30 min", "1,5 timer"; "45" under a heading
    that says what it is.
    """
    if not text:
        return None
    hours, minutes = _HOURS_LONG.search(text), _MINUTES_LONG.search(text)
    if hours is None and minutes is None:
        bare = _BARE.fullmatch(text.strip())
        found = float(bare[0]) if bare is not None and _LENGTH.search(header) else 0.0
    else:
        found = 60 * float(hours["hours"].replace(",", ".")) if hours is not None else 0.0
        found += float(minutes["minutes"]) if minutes is not None else 0.0
    return round(found) if 0 < found <= _LONGEST else None


def length_of_row(headers: Sequence[str], cells: Sequence[str | None]) -> int | None:
    """How long an item is to take by a column whose heading speaks of that, or has none."""
    found = (
        minutes_long(cell, header)
        for header, cell in zip(headers, cells, strict=True)
        if _LENGTH.search(header) or (not header.strip() and len((cell or "").split()) <= _SHORT)
    )
    return next((minutes for minutes in found if minutes is not None), None)


def headed(
    headers: Sequence[str], cells: Sequence[str | None], without: Collection[int]
) -> tuple[tuple[str, str], ...]:
    """All that a row says under a heading, but for the columns `without`."""
    return tuple(
        (" ".join(header.split()), " ".join(cell.split()))
        for place, (header, cell) in enumerate(zip(headers, cells, strict=True))
        if place not in without and header.strip() and cell and cell.strip() and not BESIDE.search(header)
    )
