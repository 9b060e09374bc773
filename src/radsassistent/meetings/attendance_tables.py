"""Who met and who did not by the tables at the head of minutes: a row for each person, or lists beside or under their labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from radsassistent.documents import Table
from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.attendance_headings import heading_of
from radsassistent.meetings.attendees import Heading, is_nobody, names_someone, people_in
from radsassistent.meetings.meeting import Attendee, Place, Presence
from radsassistent.meetings.member_entries import Entry, entry_of
from radsassistent.meetings.people import without_role

_COLUMN = {
    "name": re.compile(
        r"^(?:navn|namn|(?:råds|utvalgs|utvals|styre|vara)?medlem(?:mer|mar)?|representant(?:er|ar)?|deltaker(?:e)?|deltakarar?|person)$",
        re.IGNORECASE,
    ),
    "title": re.compile(r"^(?:funksjon|rolle|stilling|tittel|verv|funktion)$", re.IGNORECASE),
    "organisation": re.compile(
        r"^(?:representerer|representerar|parti|organisasjon|virksomhet|verksemd|enhet|eining|aktør|for|gruppe|part|side|virksomhed|etat|kommune|"
        r"val(?:g)?krets|krets|fakultet|liste|fr[aå])$",
        re.IGNORECASE,
    ),
    "for": re.compile(r"^(?:møt(?:t|te|er)\s+for|vara\s+for|erstatter|erstattar|for\s+medlem)$", re.IGNORECASE),
    "absent": re.compile(r"^(?:forfall|fr[aå]fall|fr[aå]vær)$", re.IGNORECASE),
    "presence": re.compile(
        r"^(?:til\s?stede|til\s?stades|møt(?:t|te|er)|(?:opp|fram|frem)møte|status|tilstede\s*/\s*forfall|deltok)$",
        re.IGNORECASE,
    ),
}
_HERE = re.compile(r"^(?:x|ja|møtt|til\s?stede|til\s?stades|✓|deltok|ok)$", re.IGNORECASE)
_AWAY = re.compile(
    r"^(?:nei|fo|ff|f|ikk(?:j)?e\s+møtt|(?:meldte?\s+)?(?:forfall|fr[aå]fall|avbud|fr[aå]v[æe]r\w*))\b", re.IGNORECASE
)
# "Ja, vara for Kari Berg", "Forfall; vara Ola Dal møtte", in the cell that tells who came.
_IN_CELL = rf"{CAPITAL}[\w'’-]*(?:\s+{CAPITAL}[\w'’-]*){{1,4}}"
_VARA_IN_CELL = re.compile(
    rf"\b(?:[Vv]ara(?:medlem|representant)?|[Ss]t[ae]dfortred[ea]r):?\s+(?P<of>for\s+)?(?P<name>{_IN_CELL})"
)
# "Forfall, Ola Dal møtte som vara"
_CAME_IN_CELL = re.compile(rf"(?P<name>{_IN_CELL})\s+(?:(?:møtte|møter|stilte|kom)\b(?!\s+ikk)|\(vara\w*\))(?P<of>)")


def tells_who_met(table: Table) -> bool:
    """Whether a table of names has a column that tells who came."""
    header = [name.strip(" :") for name in (table.label_header, *table.columns)]
    return any(map(_COLUMN["name"].match, header)) and any(map(_COLUMN["presence"].match, header))


def people_in_table(table: Table, under: Heading | None, place: Place) -> Iterator[Attendee]:
    header = (table.label_header, *table.columns)
    columns = {
        role: number
        for role, pattern in _COLUMN.items()
        for number, name in enumerate(header)
        if pattern.match(name.strip(" :"))
    }
    rows = [(row.label, *row.values) for row in table.rows]
    lists = _lists_below(header, rows)
    for number, below in lists.items():
        for cell in (row[number] for row in rows):
            for text in (cell or "").splitlines():
                yield from people_in(text, below, place)
    if lists:
        return
    if "name" in columns:
        for row in rows:
            yield from _row(row, columns, under, place)
        return
    current = under
    for row in [header, *rows]:
        # A table of labels: "Til stede" beside the names.
        heading = heading_of(f"{row[0].rstrip(':')}:", True) if row[0] else None
        if heading is not None and len(row) > 1:
            current = replace(heading, words=heading.words.rstrip(":"), rest="")
        elif row[0]:
            continue
        for cell in row[1:]:
            for text in (cell or "").splitlines():
                if current is not None:
                    yield from people_in(text, current, place)


def _lists_below(header: Sequence[str], rows: Sequence[Sequence[str | None]]) -> dict[int, Heading]:
    """The columns that are lists, those who met in one and those who did not in another, by what stands over each."""
    named = ((number, heading_of(f"{name.rstrip(': ')}:", True)) for number, name in enumerate(header) if name)
    lists = {number: heading for number, heading in named if heading is not None}
    cells = [cell for row in rows for number in lists if (cell := row[number])]
    told = all(names_someone(re.split(r"[;,\n]", cell)[0].strip(" .")) or is_nobody(cell) for cell in cells)
    return lists if told and len({heading.presence for heading in lists.values()}) > 1 else {}


def _row(row: Sequence[str | None], columns: dict[str, int], under: Heading | None, place: Place) -> Iterator[Attendee]:
    cells = {role: (row[number] or "").strip() for role, number in columns.items()}
    presence = under.presence if under is not None else Presence.PRESENT
    if cells.get("absent") or _AWAY.match(cells.get("presence", "")):
        presence = Presence.ABSENT
    elif cells.get("for"):
        presence = Presence.SUBSTITUTE
    elif under is None and "presence" not in columns and "for" not in columns and "absent" not in columns:
        return
    elif "presence" in columns and not _HERE.match(cells["presence"]) and cells["presence"]:
        presence = presence if under is not None else Presence.PRESENT
    if len(cells["name"].split()) < 2:
        return
    entry = entry_of(cells["name"]) or Entry(cells["name"])
    title, organisation = (
        cells.get("title") or entry.title or entry.role,
        cells.get("organisation") or entry.organisation,
    )
    organisation, title = without_role(organisation or "", title)
    told = cells.get("presence", "")
    vara = _VARA_IN_CELL.search(told) or (_CAME_IN_CELL.search(told) if presence is Presence.ABSENT else None)
    # "Kari Berg (vara for Ola Dal)" in the column of names.
    named = _VARA_IN_CELL.search(entry.role or "") if presence is Presence.PRESENT else None
    vara = vara or (named if named is not None and named["of"] else None)
    instead = cells.get("for") or None
    if vara is not None and vara["of"] and presence is Presence.PRESENT:
        presence, instead = Presence.SUBSTITUTE, vara["name"]
    yield Attendee(entry.name, title or None, organisation or None, presence, instead, place)
    if vara is not None and not vara["of"] and presence is Presence.ABSENT:
        yield Attendee(vara["name"], None, organisation or None, Presence.SUBSTITUTE, entry.name, place)
