"""Members of bodies and groups, from the slides that list them: tables, lists with one a line, cards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from radsassistent.documents import BlockKind, Slide, Table
from radsassistent.meetings.meeting import Member, Place
from radsassistent.meetings.member_cards import PLAIN_MEMBER, cards_of, member_of
from radsassistent.meetings.people import (
    each_person,
    has_title,
    is_person_name,
    is_unknown,
    whole_list,
    without_role,
)

# What the columns of a list of members are called; one may hold both title and organisation.
_NAME_COLUMN = re.compile(
    r"\b(?:navn|namn|medlem(?:mer|ar)?|(?:rådsmedlem|utvalgsmedlem|styremedlem)\w*|representant(?:er|ar)?|person(?:er|ar)?|deltaker(?:e|ar)?|name|members?)\b",
    re.IGNORECASE,
)
_TITLE_COLUMN = re.compile(r"\b(?:stilling|tittel|yrke|title|position)\b", re.IGNORECASE)
# For whom somebody sits, the nearest to a seat first: a party's member is from a municipality besides.
_ORGANISATION_COLUMNS = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        "parti|liste|gruppering|representerer|representerar|party|represents",
        "virksomhet|verksemd|organisasjon|aktør|arbeidsgiver|arbeidsgjevar|arbeidssted|arbeidsstad|etat|institusjon|organi[sz]ation",
        "kommune|fylke|municipality",
    )
)
_ROLE_COLUMN = re.compile(r"\b(?:rolle|funksjon|verv|role)\b", re.IGNORECASE)
_KNOWN_COLUMNS = (_TITLE_COLUMN, *_ORGANISATION_COLUMNS, _ROLE_COLUMN)
# What stands in a cell that says nothing.
_NOTHING = re.compile(r"^[-–—.]*$")
# A slide that says in its title that it lists people.
_LISTS_PEOPLE = re.compile(
    r"\b(?:(?:vara|råds|styre|utvalgs|utvals)?medlem\w*|samansetjing\w*|sammensetning\w*|(?:vara)?representant\w*|utvalget\s+består|members?|vara(?:personer|folk)?|"
    r"observatør\w*|sekretariat\w*|administrasjon(?:en)?|hvem\s+(?:er|sitter)|kven\s+(?:er|sit)|deltakere|deltakarar)\b",
    re.IGNORECASE,
)
# Who comes and who goes is told of the list, which is another.
_OF_CHANGES = re.compile(
    r"\b(?:endring\w*|nye?|nytt|velkommen|avtroppende|avgående|utskifting\w*|changes?|new)\b", re.IGNORECASE
)
# Those on a list of members who are none: they are a group of their own.
_BESIDE_MEMBERS = re.compile(
    r"\b(?:observatør\w*|vara\w*|sekretariat\w*|administrasjon\w*|uten\s+stemmerett|utan\s+røysterett|observers?|deputies|secretariat)\b",
    re.IGNORECASE,
)
# A list within a list that is of a body of its own.
_A_GROUP = re.compile(
    r"(?:gruppe[nr]?|gruppa|råd(?:et)?|utvalg(?:et)?|utval(?:et)?|styret?|komit[eé](?:en)?|nemnda?|forum|medlemmer|"
    r"medlemmar|medlemer)\b",
    re.IGNORECASE,
)
_OBSERVER = re.compile(r"^observat|^observer", re.IGNORECASE)
# What stands before a name and a colon: the role, with for whom, or the title, else for whom somebody sits.
_ROLE_BEFORE = re.compile(
    r"^(?P<role>(?:nest)?(?:leder|leiar)|(?:vara)?medlem|\d+\.\s*vara(?:medlem)?|vara(?:medlem|representant)?|(?:møte|utvalgs|råds)?sekretær|observatør)"
    r"(?:\s+(?:fra|frå|for)\s+(?P<body>.+))?$",
    re.IGNORECASE,
)
# The entries of a cell that names several.
_ENTRIES = re.compile(r"\s*[;·•|]\s*")
_BRACKETED = re.compile(r"^(?P<rest>[^()]+?)\s*\((?P<inside>[^()]+)\)\s*(?P<more>.*)$")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
# What parts several names behind one label, brackets kept whole.
_AND = re.compile(r"(?:[,;]\s*(?:og\s+)?|\s+(?:og|and)\s+)(?![^()]*\))")
_FACTS = re.compile(r",\s*|\s+[–-]\s+")
# A page is a list of people when it has at least this many cards of them.
_FEWEST_CARDS = 3
_MOST_CARDS_SHARE = 0.6
# A line of so few words among people is what the next ones are called together.
_LABEL_WORDS = 4
# So many words at most say before a name what somebody is, and so many are a name.
_WORDS_BEFORE_NAME, _LONGEST_NAME = 6, 4


@dataclass(frozen=True, slots=True)
class _Entry:
    """What one entry of a list tells of a person."""

    name: str
    title: str | None = None
    organisation: str | None = None
    role: str | None = None


def members(slide: Slide, place: Place) -> list[Member]:
    """The people on a slide that lists members, or an empty list when the slide is something else."""
    group = whole_list(slide.title or "")
    lists_people = _LISTS_PEOPLE.search(group) is not None and not _OF_CHANGES.search(group)
    listed = [
        member for block in slide.body if block.table for member in _rows(block.table, group, place, lists_people)
    ]
    if listed:
        return listed
    cards = cards_of(slide.body)
    found = [card for card in (member_of(blocks, group, place) for blocks in cards) if card is not None]
    if len(found) >= _FEWEST_CARDS and len(found) >= _MOST_CARDS_SHARE * len(cards):
        return found
    return _lines(slide, group, place) if lists_people else []


def _rows(table: Table, group: str, place: Place, lists_people: bool) -> list[Member]:
    """The people of a table with a column of names and one of titles, roles or organisations, or any where the slide lists
    people; of any other table nobody.
    """
    header = (table.label_header, *table.columns)
    names_in = next((n for n, column in enumerate(header) if _NAME_COLUMN.search(column)), None)
    if names_in is None or not (lists_people or (names_in == 0 and any(map(_tells_of_a_member, table.columns)))):
        return []
    found = []
    of_group = group
    several = any(len(_entries((row.label, *row.values)[names_in] or "")) > 1 for row in table.rows)
    for row in table.rows:
        cells = (row.label, *row.values)
        text = cells[names_in] or ""
        if not any(cell for number, cell in enumerate(cells) if number != 0) and not _entries(text):
            # A row with nothing but the name of those below it.
            of_group = row.label
            continue
        entries = _entries(text)
        if not entries:
            return []
        rest = {
            column: cell
            for number, (column, cell) in enumerate(zip(header, cells, strict=True))
            if number != names_in and cell
        }
        found += [_of_row(entry, rest, of_group, place, several=several) for entry in entries]
    return found


def _of_row(entry: _Entry, cells: dict[str, str], group: str, place: Place, *, several: bool) -> Member:
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
    for column, value in cells.items():
        if several and column not in used and _BESIDE_MEMBERS.search(value):
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


def _tells_of_a_member(column: str) -> bool:
    return any(kind.search(column) for kind in _KNOWN_COLUMNS)


def _entries(cell: str) -> list[_Entry]:
    """The people whom a cell names, each with what it tells of them; none where a part of it names nobody."""
    found = []
    for part in filter(None, _ENTRIES.split(cell)):
        entry = _entry(part)
        if entry is not None:
            found.append(entry)
            continue
        together = each_person(part)
        if len(together) < 2:
            return []
        found += [_Entry(name) for name in together]
    return found


def _entry(text: str) -> _Entry | None:
    """ "Name", "Name, title, organisation (role)", "Name (organisation)", "Name – title"; None for any other text."""
    if is_unknown(text):
        return _Entry(text)
    bare, role = without_role(text, None)
    bracketed = _BRACKETED.match(bare)
    if bracketed is not None and is_person_name(bracketed["rest"]):
        bare = f"{bracketed['rest']}, {bracketed['inside']}, {bracketed['more']}"
    name, *facts = [part.strip() for part in _FACTS.split(bare) if part.strip(" ,")] or [""]
    if not is_person_name(name):
        return None
    if role is None and facts and (opening := _ROLE_BEFORE.match(facts[0])):
        # "Vara for Kari Berg" is the whole role, "observatør fra elevrådet" a role and for whom.
        of_person = is_person_name(opening["body"] or "")
        role, told = (facts[0], None) if of_person else (opening["role"], opening["body"])
        facts = [*filter(None, (told,)), *facts[1:]]
    return _Entry(name, *_title_and_organisation(facts), role)


def _labelled_entries(text: str) -> tuple[str, list[_Entry]]:
    """ "Role: name", "Observer from a body: name", "Title: name", "Organisation: name, name": the label, and who follows."""
    label, colon, rest = (part.strip() for part in text.partition(":"))
    if not colon or len(label.split()) > _WORDS_BEFORE_NAME:
        return label, []
    parts = [part.strip() for part in _AND.split(rest) if part.strip()]
    several = len(parts) > 1 and all(is_person_name(_IN_BRACKETS.sub("", part).strip()) for part in parts)
    entries = [entry for part in (parts if several else [rest]) if (entry := _entry(part)) is not None]
    opening = _ROLE_BEFORE.match(label)
    if opening is not None and is_person_name(opening["body"] or ""):
        return label, [replace(each, role=each.role or label) for each in entries]
    if opening is not None:
        body = opening["body"]
        return label, [
            replace(each, role=each.role or opening["role"], organisation=each.organisation or body) for each in entries
        ]
    if has_title(label):
        return label, [replace(each, title=each.title or label) for each in entries]
    if _BESIDE_MEMBERS.search(label):
        return label, entries
    return label, [replace(each, organisation=each.organisation or label) for each in entries]


def _titled_entry(text: str) -> _Entry | None:
    """ "Title Name, organisation": the words before a name are what somebody is."""
    head, *facts = (part.strip() for part in _FACTS.split(text))
    words = head.split()
    for cut in range(max(1, len(words) - _LONGEST_NAME), len(words) - 1):
        title, name = " ".join(words[:cut]), " ".join(words[cut:])
        if is_person_name(name) and has_title(title):
            return _Entry(name, title, ", ".join(facts) or None)
    return None


def _lines(slide: Slide, group: str, place: Place) -> list[Member]:
    """The people of a list with one a line: "Name, title, organisation (role)", "Role: name", "Title name".

    Those in a list within it ("Varamedlemmer") are of that group; under any other heading ("Kommuner") they are of the whole, and
    the heading is a detail without a label.
    """
    found: list[Member] = []
    whole = group
    sector: tuple[tuple[str, str], ...] = ()
    for block in slide.body:
        text = block.text.strip().rstrip(".")
        label, entries = _labelled_entries(text) if block.kind is not BlockKind.HEADING else (text, [])
        of_group = label if entries and _BESIDE_MEMBERS.search(label) and not entries[0].organisation else group
        if not entries:
            alone = _entry(text)
            if alone == _Entry(text) and block.kind is not BlockKind.BULLET and not is_unknown(text):
                # A name with nothing else may be that of a body.
                alone = None
            entries = [entry for entry in (alone or _titled_entry(text),) if entry is not None]
        beside = () if of_group != group else sector
        found += [_listed(entry, of_group, place, beside) for entry in entries]
        if not entries and (block.kind is BlockKind.HEADING or len(text.split()) <= _LABEL_WORDS):
            heading = text.rstrip(":")
            # Those whom the municipalities appoint are members as the others are.
            apart = _BESIDE_MEMBERS.search(heading) or _A_GROUP.search(heading)
            group, sector = (heading, ()) if apart else (whole, (("", heading),))
    return found if len(found) >= _FEWEST_CARDS else []


def _listed(entry: _Entry, group: str, place: Place, details: tuple[tuple[str, str], ...]) -> Member:
    role = entry.role or ("Observatør" if _OBSERVER.match(group) else None)
    said = role if role and not PLAIN_MEMBER.match(role) else None
    return Member(entry.name, entry.title, entry.organisation, said, group, place, details)


def _title_and_organisation(facts: Sequence[str]) -> tuple[str | None, str | None]:
    """What follows a name between commas; a single fact is a title where it begins with a small letter, as no name does, or has
    a word of titles.
    """
    if len(facts) > 1:
        return facts[0], ", ".join(facts[1:])
    if not facts:
        return None, None
    return (facts[0], None) if facts[0][:1].islower() or has_title(facts[0]) else (None, facts[0])
