"""Members in a table with headings: a column of names, and what each other column tells of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.documents import Block, Table
from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.meeting import Member, Place
from radsassistent.meetings.member_cards import PLAIN_MEMBER
from radsassistent.meetings.member_entries import BESIDE_MEMBERS, Entry, each_entry, entries_of
from radsassistent.meetings.people import has_title, is_role, without_role

# What the columns of a list of members are called; one may hold both title and organisation.
_NAME_COLUMN = re.compile(
    r"\b(?:navn|namn|hvem|kven|medlem(?:mer|ar)?|(?:rådsmedlem|utvalgsmedlem|styremedlem)\w*|representant(?:er|ar)?|person(?:er|ar)?|deltaker(?:e|ar)?|name|members?)\b",
    re.IGNORECASE,
)
_TITLE_COLUMN = re.compile(r"\b(?:stilling|tittel|yrke|title|position)\b", re.IGNORECASE)
# For whom somebody sits, the nearest to a seat first: a party's member is from a municipality besides.
_ORGANISATION_COLUMNS = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        "parti|liste|gruppe|gruppering|representerer|representerar|party|represents",
        r"virksomhet|verksemd|organisasjon|aktør|arbeidsgiver|arbeidsgjevar|arbeidssted|arbeidsstad|etat|institusjon|organi[sz]ation|"
        r"(?:kommer\s+|kjem\s+)?fr[aå]|tilhørighet|tilknytning|hører\s+til|(?:valgt|vald|oppnevnt|oppnemnd|utpekt)\s+av",
        r"(?:eier|eigar)?kommune|fylke|municipality",
    )
)
_ROLE_COLUMN = re.compile(r"\b(?:rolle|funksjon|verv|plass|role)\b", re.IGNORECASE)
# Who sits in somebody's seat is told of the one whose seat it is.
_DEPUTY_COLUMN = re.compile(r"\b(?:\d\.\s*)?vara\w*\b", re.IGNORECASE)
_OF_DEPUTIES = re.compile(
    r"(?:(?:personlige?|personleg|fast|\d\.)\s+)?(?:vara(?:medlem\w*|representant\w*|person\w*)?|stedfortreder|stadfortredar)",
    re.IGNORECASE,
)
_KNOWN_COLUMNS = (_TITLE_COLUMN, *_ORGANISATION_COLUMNS, _ROLE_COLUMN, _DEPUTY_COLUMN)
# What stands in a cell that says nothing.
_NOTHING = re.compile(r"^[-–—.]*$")
# … and in the place of a name, where a seat is empty.
_NOBODY = re.compile(
    r"^(?:[\W_]*|\(?(?:vakant|ledig|ubesatt|ubesett|n\.?\s?n\.?|(?:velges|veljast|oppnevnes|oppnemnast|utpekes|avklares|avklarast)\b.*|"
    r"(?:ikke|ikkje|ennå\s+ikke)\s+(?:oppnevnt|oppnemnd|valgt|vald|avklart|utpekt).*)\)?)$",
    re.IGNORECASE,
)
_TITLE_THEN_WHERE = re.compile(rf"^(?P<title>{CAPITAL}[^,.:;–]*?),\s+(?P<where>{CAPITAL}[^,.:;–]+)$")
_PARTS = re.compile(r"\s*[,;/()]\s*|\s+(?:[–—-]|og)\s+|\.\s+")
_OBSERVER = re.compile(r"^observat|^observer", re.IGNORECASE)
_SEVERAL, _WORDS_OF_GROUP = 2, 6


def heading_over(body: Sequence[Block], table: Block) -> str | None:
    """What one of several tables on a slide is called: the short text right above it."""
    if sum(block.table is not None for block in body) < _SEVERAL:
        return None
    above = [
        block
        for block in body
        if block.table is None
        and block.box.bottom <= table.box.top + 2
        and block.box.left < table.box.right
        and table.box.left < block.box.right
        and len(block.text.split()) <= _WORDS_OF_GROUP
    ]
    return max(above, key=lambda block: block.box.bottom).text.strip().rstrip(":") if above else None


def people_of_table(table: Table, group: str, place: Place, lists_people: bool) -> list[Member]:
    """The people of a table with a column of names and one of titles, roles or organisations, or any where the slide lists
    people; of any other table nobody.
    """
    header = (table.label_header, *table.columns)
    names_in = next((n for n, column in enumerate(header) if _NAME_COLUMN.search(column)), None)
    telling = sum(_tells_of_a_member(column) for number, column in enumerate(header) if number != names_in)
    if names_in is None or not (lists_people or telling >= (1 if names_in == 0 else _SEVERAL)):
        return []
    found: list[Member] = []
    deputies: list[Member] = []
    of_group = group
    beside = [column for number, column in enumerate(header) if number != names_in]
    named = each_entry if any(kind.search(name) for kind in _ORGANISATION_COLUMNS for name in beside) else entries_of
    several = any(len(named((row.label, *row.values)[names_in] or "")) > 1 for row in table.rows)
    for row in table.rows:
        cells = (row.label, *row.values)
        text = cells[names_in] or ""
        if not any(cell for number, cell in enumerate(cells) if number != 0) and not named(text):
            # A row with nothing but the name of those below it.
            of_group = row.label
            continue
        entries = named(text)
        if not entries and lists_people and _NOBODY.match(text.strip()):
            continue
        if not entries:
            return []
        rest = {
            column: cell
            for number, (column, cell) in enumerate(zip(header, cells, strict=True))
            if number != names_in and cell
        }
        found += [_of_row(entry, rest, of_group, place, several=several) for entry in entries]
        if len(entries) == 1:
            deputies += _deputies(found[-1], rest)
    names = {member.name for member in found}
    return found + [deputy for deputy in deputies if deputy.name not in names]


def _deputies(member: Member, cells: dict[str, str]) -> list[Member]:
    """Those whom a column names beside a member as who would sit in that seat: a list of their own, called as the column is."""
    own = (cell for column, cell in cells.items() if _DEPUTY_COLUMN.search(column) and _is_of_body(column))
    body = next(own, member.organisation)
    return [
        Member(
            entry.name,
            entry.title,
            entry.organisation or body,
            f"{column[0].lower()}{column[1:]} for {member.name}",
            column,
            member.place,
        )
        for column, cell in cells.items()
        if _OF_DEPUTIES.fullmatch(column.strip())
        for entry in entries_of(cell)
    ]


def _is_of_body(column: str) -> bool:
    return any(kind.search(column) for kind in _ORGANISATION_COLUMNS)


def _of_row(entry: Entry, cells: dict[str, str], group: str, place: Place, *, several: bool) -> Member:
    """A person of a row with what its other cells tell; those kept apart from the members are of a group of their own."""
    used: list[str] = []

    def told(*kinds: re.Pattern[str]) -> str | None:
        for kind in kinds:
            for column, value in cells.items():
                if kind.search(column) and not _NOTHING.match(value):
                    used.append(column)
                    return value
        return None

    title, role = entry.title or told(_TITLE_COLUMN), told(_ROLE_COLUMN) or entry.role
    organisation = entry.organisation or told(*_ORGANISATION_COLUMNS)
    if title is not None and title == organisation:
        title, _, organisation = (part.strip() for part in title.partition(","))
    left = [each for each in cells.items() if each[0] not in used and not _NOTHING.match(each[1])]
    remark = _TITLE_THEN_WHERE.match(left[0][1]) if len(left) == 1 and title is None and organisation is None else None
    if remark is not None and has_title(remark["title"]):
        # "Merknad: Ekspedisjonssjef, Oppdiktetaten", in a list without columns for either.
        title, organisation = remark["title"], remark["where"]
        used.append(left[0][0])
    if title is not None and role is None:
        title, role = without_role(title, None)
    if role is None:
        role = _role_remarked([each for each in left if each[0] not in used])
    for column, value in cells.items():
        if several and column not in used and BESIDE_MEMBERS.search(value):
            used.append(column)
            group, role = value, role or ("Observatør" if _OBSERVER.match(value) else None)
    # A party and a municipality are asked for by the word that the list has for them.
    called = [column for column in used if any(kind.search(column) for kind in _ORGANISATION_COLUMNS[::2])]
    details = tuple(
        (column, value)
        for column, value in cells.items()
        if (column not in used or column in called) and not _NOTHING.match(value)
    )
    said = role if role and not PLAIN_MEMBER.match(role) else None
    return Member(entry.name, title or None, organisation or None, said, group, place, details)


def _role_remarked(cells: Sequence[tuple[str, str]]) -> str | None:
    """The role that a column of something else tells: "Merknad: Nestleder, vertskap"."""
    return next((part for _, value in cells for part in map(str.strip, _PARTS.split(value)) if is_role(part)), None)


def _tells_of_a_member(column: str) -> bool:
    return any(kind.search(column) for kind in _KNOWN_COLUMNS)
