"""Members of bodies and groups, from the slides that list them: tables, lists with one a line, cards."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.documents import Block, BlockKind, Slide, Table, TableRow
from radsassistent.meetings.agenda_boxes import rows
from radsassistent.meetings.meeting import Member, Place
from radsassistent.meetings.member_cards import PLAIN_MEMBER, cards_of, is_field, member_of
from radsassistent.meetings.member_columns import people_of_rows
from radsassistent.meetings.member_entries import (
    BESIDE_MEMBERS,
    CHOSEN_BY,
    Entry,
    entries_of,
    entry_of,
    labelled_entries,
    sentences_of_people,
    titled_entry,
    with_deputies,
)
from radsassistent.meetings.member_places import Standing, people_standing
from radsassistent.meetings.people import is_person_name, is_role, is_unknown, whole_list, without_role

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
        "parti|liste|gruppering|representerer|representerar|party|represents",
        r"virksomhet|verksemd|organisasjon|aktør|arbeidsgiver|arbeidsgjevar|arbeidssted|arbeidsstad|etat|institusjon|organi[sz]ation|"
        r"(?:kommer\s+|kjem\s+)?fr[aå]|tilhørighet|tilknytning|hører\s+til",
        "kommune|fylke|municipality",
    )
)
_ROLE_COLUMN = re.compile(r"\b(?:rolle|funksjon|verv|plass|role)\b", re.IGNORECASE)
_KNOWN_COLUMNS = (_TITLE_COLUMN, *_ORGANISATION_COLUMNS, _ROLE_COLUMN)
# What stands in a cell that says nothing.
_NOTHING = re.compile(r"^[-–—.]*$")
# A slide that says in its title that it lists people.
_LISTS_PEOPLE = re.compile(
    r"\b(?:(?:vara|råds|styre|utvalgs|utvals)?medlem\w*|samansetjing\w*|sammensetning\w*|(?:vara)?representant\w*|utvalget\s+består|members?|vara(?:personer|folk)?|"
    r"observatør\w*|sekretariat\w*|administrasjon(?:en)?|hvem\s+(?:er|sitter)|kven\s+(?:er|sit)|deltakere|deltakarar)\b",
    re.IGNORECASE,
)
# … or that there may be one or two of them.
_LISTS_A_FEW = re.compile(
    r"\b(?:(?:råds|styre|utvalgs|utvals)?medlem\w*|vara\w*|observatør\w*|samm?ensetning\w*|samansetjing\w*)\b",
    re.IGNORECASE,
)
# Who comes and who goes is told of the list, which is another.
_OF_CHANGES = re.compile(
    r"\b(?:endring\w*|nye?|nytt|velkommen|avtroppende|avgående|utskifting\w*|changes?|new)\b", re.IGNORECASE
)
# A list within a list that is of a body of its own.
_A_GROUP = re.compile(
    r"(?:gruppe[nr]?|gruppa|råd(?:et)?|utvalg(?:et)?|utval(?:et)?|styret?|komit[eé](?:en)?|nemnda?|forum|medlemmer|"
    r"medlemmar|medlemer|representant\w*|programkontor\w*)\b",
    re.IGNORECASE,
)
# A heading over people that says who chose them, or as what.
_NO_ORGANISATION = re.compile(
    r"\b(?:oppnevn\w*|oppnemn\w*|val[gd]\w*|utpek\w*|utpeik\w*|ekstern\w*|intern\w*|ansatt\w*|tilsett\w*|studenter|studentar|representant\w*)\b",
    re.IGNORECASE,
)
# Those under such a heading are not there.
_AWAY = re.compile(r"\b(?:forfall|frafall|fravær\w*|ikke\s+til\s+stede|permisjon)\b", re.IGNORECASE)
# Who comes to the meeting and is no member.
_COMES_TOO = re.compile(
    r"^(?:(?:i\s+tillegg|dessuten|også|òg)\s+(?:møter|møtte|deltar|deltek)|(?:møter|deltar|deltek)\s+(?:også|òg|i\s+tillegg|ellers|elles))\b[^:]{0,40}:",
    re.IGNORECASE,
)
# A list of those who come for others is one, whoever they come for.
_STAND_INS = re.compile(
    r"^(?:personlige?\s+)?(?:vara|stedfortred|stadfortred)\w*(?:\s+og\s+(?:vara|stedfortred|stadfortred)\w*)?(?:\s+(?:i|for|til|av|\d)\b.*)?$",
    re.IGNORECASE,
)
_DEPUTIES = re.compile(r"^(?:\w+\s+)?vara", re.IGNORECASE)
# "Kari Berg – for Ola Dal", in a list of deputies.
_STANDS_IN = re.compile(r"^for\s+(?P<name>[A-ZÀ-ÖØ-ÞČĐŊŠŦŽ].*)$")
_OBSERVER = re.compile(r"^observat|^observer", re.IGNORECASE)
# A page is a list of people when it has at least this many cards of them.
_FEWEST_CARDS = 3
# … and a slide that says that it lists people does so with fewer lines, where each names somebody.
_FEWEST_OF_LIST = 2
_MOST_CARDS_SHARE = 0.6
# "Rådets medlemmer 2025–2027: brukersiden": a part of a list that goes on under another title.
_PART_OF = re.compile(r"^(?P<whole>[^:]{6,60}?)(?:\s*:|\s+[–—-])\s+(?P<part>\S.*)$")
_LEADS = re.compile(r"^(?:leder|leiar)$", re.IGNORECASE)
_SEVERAL, _WORDS_OF_GROUP = 2, 6
# Of those under the names of parties so many at most have another beside their own name.
_FEW_WITH_OTHERS = 0.25
# A line of so few words among people is what the next ones are called together.
_LABEL_WORDS = 4


def in_whole_lists(found: Sequence[Member]) -> list[Member]:
    """The members, those of lists that are parts of one in its list: "Rådets medlemmer: stat", "Rådets medlemmer: kommuner". What
    a part is called is a detail of theirs.
    """
    parts = {group: part for group in {m.group for m in found} if (part := _PART_OF.match(group)) is not None}
    heads = Counter(part["whole"].casefold() for part in parts.values() if _LISTS_PEOPLE.search(part["whole"]))
    return [
        replace(member, group=part["whole"], details=(*member.details, ("Del", part["part"])))
        if (part := parts.get(member.group)) is not None and heads[part["whole"].casefold()] >= _SEVERAL
        else member
        for member in found
    ]


def members(slide: Slide, place: Place, *, front: bool = False) -> list[Member]:
    """The people on a slide that lists members, or an empty list when the slide is something else.

    In `front` of the meeting's cases a slide that is nearly all people lists them, whatever it is called.
    """
    group = whole_list(slide.title or "")
    lists_people = _LISTS_PEOPLE.search(group) is not None and not _OF_CHANGES.search(group)
    listed: list[Member] = []
    for block in slide.body:
        if block.table is not None:
            of_table = _headed(slide.body, block) or group
            listed += _rows(block.table, of_table, place, lists_people) or (
                people_of_rows(block.table, of_table, place) if lists_people or front else []
            )
    if listed:
        return listed
    few = lists_people and _LISTS_A_FEW.search(group) is not None
    if lists_people or (front and not _OF_CHANGES.search(group)):
        placed, others = _placed(slide, group, place)
        old = _old(slide, group, place, front, few, lists_people)
        if len(placed) >= len(old) and len(placed) >= (_FEWEST_OF_LIST if few and not others else _FEWEST_CARDS) and (
            lists_people or len(placed) >= _MOST_CARDS_SHARE * (len(placed) + others)
        ):
            return _one_leader(placed)
    return _old(slide, group, place, front, few, lists_people)


def _old(slide, group, place, front, few, lists_people):
    of_cards = _cards(slide, group, place, fewest=1 if few else _FEWEST_CARDS)
    if len(of_cards) >= _FEWEST_CARDS:
        return _one_leader(of_cards)
    if lists_people or (front and not _OF_CHANGES.search(group)):
        lines, told = _lines(slide, group, place)
        fewest = _FEWEST_OF_LIST if few and told == len(lines) else _FEWEST_CARDS
        most = len(lines) >= _MOST_CARDS_SHARE * told
        if len(lines) >= max(fewest, len(of_cards)) and (most or (lists_people and not of_cards)):
            return _one_leader(lines)
    return _one_leader(of_cards or (_beside_each_other(slide, group, place) if lists_people else []))


def _beside_each_other(slide: Slide, group: str, place: Place) -> list[Member]:
    """The people of texts in columns, each beside what is said of them on one height."""
    cells = rows(slide)
    if not cells:
        return []
    made = tuple(TableRow(row[0] or "", tuple(row[1:])) for row in cells)
    return people_of_rows(Table("", "", tuple("" for _ in cells[0][1:]), made), group, place)


def _cards(slide: Slide, group: str, place: Place, *, fewest: int) -> list[Member]:
    """The people on cards, where at least `fewest` and most of the cards are theirs; under a heading of its own a card is of that
    group ("Varamedlemmer", "Observatør fra brukerutvalget"), or has the heading as a detail without a label.
    """
    cards = cards_of(slide.body, fewest)
    in_cards = {id(block) for card in cards for block in card}
    headings = [
        block
        for block in slide.body
        if id(block) not in in_cards and block.table is None and len(block.text.split()) <= _WORDS_OF_GROUP
    ]
    found: list[Member] = []
    for card in cards:
        heading = _over(card[0], headings)
        apart = heading if heading and _is_of_its_own(heading) else None
        member = member_of([block.text for block in card], apart or group, place)
        if member is None:
            continue
        if heading and apart is None:
            member = replace(member, details=(*member.details, ("", heading)))
        found.append(_with_role_of_group(member))
    return found if len(found) >= max(fewest, _MOST_CARDS_SHARE * len(cards)) else []


def _over(first: Block, headings: Sequence[Block]) -> str | None:
    """The heading that a card stands under: the last one above it, in its column or over all of them."""
    above = [
        block
        for block in headings
        if block.box.bottom <= first.box.top + 2
        and block.box.left <= first.box.right
        and not is_person_name(block.text)
    ]
    if not above:
        return None
    nearest = max(above, key=lambda block: (round(block.box.bottom), block.box.left))
    return nearest.text.strip().rstrip(":")


def _is_of_its_own(heading: str) -> bool:
    """Whether those under a heading are a group of their own, and not members whom somebody chose: "Oppnevnt av Eldrerådet"."""
    return bool(BESIDE_MEMBERS.search(heading) or (_A_GROUP.search(heading) and not CHOSEN_BY.match(heading)))


def _with_role_of_group(member: Member) -> Member:
    """A member of a group of observers or substitutes is one, where the entry says no other role."""
    if member.role is None and _OBSERVER.match(member.group):
        return replace(member, role="Observatør")
    whom = _STANDS_IN.match(member.title or "") if member.role is None and _DEPUTIES.match(member.group) else None
    if whom is not None and is_person_name(whom["name"]):
        return replace(member, title=None, role=f"vara for {whom['name']}")
    return member


def _one_leader(found: Sequence[Member]) -> list[Member]:
    """A list has one leader, who is named first or marked as one; who else leads something is its leader by title."""
    leaders = [member for member in found if member.role and _LEADS.match(member.role)]
    if len(leaders) < _SEVERAL or len({member.group for member in leaders}) > 1:
        return list(found)
    return [
        replace(member, title=member.role, role=None)
        if member in leaders[1:] and member.title is None and member.organisation
        else member
        for member in found
    ]


def _headed(body: Sequence[Block], table: Block) -> str | None:
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
    several = any(len(entries_of((row.label, *row.values)[names_in] or "")) > 1 for row in table.rows)
    for row in table.rows:
        cells = (row.label, *row.values)
        text = cells[names_in] or ""
        if not any(cell for number, cell in enumerate(cells) if number != 0) and not entries_of(text):
            # A row with nothing but the name of those below it.
            of_group = row.label
            continue
        entries = entries_of(text)
        if not entries:
            return []
        rest = {
            column: cell
            for number, (column, cell) in enumerate(zip(header, cells, strict=True))
            if number != names_in and cell
        }
        found += [_of_row(entry, rest, of_group, place, several=several) for entry in entries]
    return found


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
    if title is not None and role is None:
        title, role = without_role(title, None)
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


def _tells_of_a_member(column: str) -> bool:
    return any(kind.search(column) for kind in _KNOWN_COLUMNS)


def _placed(slide: Slide, group: str, place: Place) -> tuple[list[Member], int]:
    """The people of a slide as they stand, and how many of its lines tell something else.

    Those under a heading of a list of its own ("Varamedlemmer") are of that group; under any other ("Kommuner") they are of the
    whole, and the heading is a detail without a label, or the organisation of those who have no other.
    """
    people = people_standing(slide.body)
    if any(is_field(block.text) for block in slide.body):
        return [], people.others
    headings = {heading for line in people.lines for heading in line.headings}
    groups = {each for each in headings if _is_of_its_own(each)}
    beside = {each for each in groups if BESIDE_MEMBERS.search(each)}
    nested = {line.headings[0] for line in people.lines if len(line.headings) > 1}
    if len(headings - beside) > 2 * len(groups - beside):
        # Among parties and organisations a council is one whom somebody sits for.
        groups = beside
    if _STAND_INS.match(group):
        groups = set()
    sectors = {next((each for each in line.headings if each not in groups), None) for line in people.lines}
    found: list[Member] = []
    for line in people.lines:
        if _COMES_TOO.match(line.text) or any(map(_is_away, (line.label, *line.headings))):
            continue
        group_over = next((each for each in line.headings if each in groups), group)
        group_over = group_over.capitalize() if group_over.isupper() else group_over
        sector = next((each for each in line.headings if each not in groups and not is_role(each)), None)
        roles = [each for each in (*line.badges, *line.headings) if is_role(each) and not BESIDE_MEMBERS.search(each)]
        by_label = BESIDE_MEMBERS.search(line.label) and (
            len(line.entries) > 1 or not line.entries[0].organisation
        )
        for entry in line.entries:
            member = _of_line(entry, line, line.label if by_label else group_over, place)
            if member.role is None and roles and not PLAIN_MEMBER.match(roles[0]):
                member = replace(member, role=roles[0].lower() if roles[0].isupper() else roles[0])
            if by_label and (len(line.entries) > 1 or not _DEPUTIES.match(line.label)):
                sector = None
            if sector is not None and len(sectors) >= _SEVERAL and group_over not in beside - nested:
                member = replace(member, details=(*member.details, ("", sector)))
            found.append(_with_role_of_group(member))
            found += [_listed(each, member.group, place, ()) for each in with_deputies(entry)[1:]]
    return _of_organisations(found), people.others


def _of_line(entry: Entry, line: Standing, group: str, place: Place) -> Member:
    """The member of an entry with the lines that stand below the name."""
    below = member_of([entry.name, *line.facts], group, place) if line.facts else None
    role = entry.role or (below.role if below is not None else None)
    if role is None and line.number is not None and _DEPUTIES.match(group):
        role = f"{line.number}. vara"
    role = role if role and not PLAIN_MEMBER.match(role) else None
    title, organisation, details = entry.title, entry.organisation, entry.details
    if below is not None:
        title, organisation = title or below.title, organisation or below.organisation
        details = (*details, *below.details)
    return Member(entry.name, title, organisation, role, group, place, details)


def _is_away(heading: str) -> bool:
    """Whether a heading is over those who are away, and over nobody else: "Forfall", not "Sekretariat og forfall"."""
    return _AWAY.search(heading) is not None and BESIDE_MEMBERS.search(heading) is None


def _lines(slide: Slide, group: str, place: Place) -> tuple[list[Member], int]:
    """The people of a list with one a line: "Name, title, organisation (role)", "Role: name", "Title name".

    Those in a list within it ("Varamedlemmer") are of that group; under any other heading ("Kommuner") they are of the whole, and
    the heading is a detail without a label, or the organisation of those who have no other. Also how many lines there are
    besides the headings.
    """
    found: list[Member] = []
    told = 0
    whole = group
    away = False
    level: int | None = None
    within = False
    sector: tuple[tuple[str, str], ...] = ()
    types: Counter[tuple[BlockKind, int, bool]] = Counter()
    spoken = [(block, said.strip().rstrip(".")) for block in slide.body for said in sentences_of_people(block.text)]
    for block, text in spoken:
        if _COMES_TOO.match(text):
            continue
        if level is not None and block.kind is BlockKind.BULLET:
            within = within or block.level > level
            if within and block.level <= level:
                # A bullet beside the one that headed those within it.
                group, sector, away, level = whole, (), False, None
        label, entries = labelled_entries(text) if block.kind is not BlockKind.HEADING else (text, [])
        beside_members = entries and BESIDE_MEMBERS.search(label)
        of_group = label if beside_members and (len(entries) > 1 or not entries[0].organisation) else group
        if not entries:
            alone = entry_of(text)
            type_of = (block.kind, round(block.size), block.bold)
            if alone == Entry(text) and block.kind is not BlockKind.BULLET and not is_unknown(text):
                # A name with nothing else may be that of a body, but where several before it are people's.
                alone = alone if types[type_of] >= _SEVERAL else None
            entries = [entry for entry in (alone or titled_entry(text),) if entry is not None]
            if CHOSEN_BY.match(text):
                entries = []
            types[type_of] += len(entries)
        if not entries and (block.kind is BlockKind.HEADING or len(text.split()) <= _LABEL_WORDS):
            heading = text.rstrip(":")
            # Those whom the municipalities appoint are members as the others are.
            apart = _is_of_its_own(heading) and not _STAND_INS.match(whole)
            group, sector = (heading, ()) if apart else (whole, (("", heading),))
            away = _AWAY.search(heading) is not None
            level, within = block.level if block.kind is BlockKind.BULLET else None, False
            continue
        told += 1
        if not away:
            beside = () if of_group != group else sector
            listed = [each for entry in entries for each in with_deputies(entry)]
            found += [_listed(entry, of_group, place, beside) for entry in listed]
    return _of_organisations(found), told


def _of_organisations(found: Sequence[Member]) -> list[Member]:
    """Members under headings, who sit for the organisation that theirs is, where hardly anybody under one has another."""
    headed = [member for member in found if member.details and not member.details[-1][0]]
    if all(_STAND_INS.match(member.group) for member in headed):
        # Those whose seats they would take are of the side that they stand under.
        return list(found)
    headings = {member.details[-1][1] for member in headed}
    named = {each for each in headings if not _NO_ORGANISATION.search(each)}
    own = sum(member.organisation is not None for member in headed)
    if len(named) < max(_SEVERAL, 0.5 * len(headings)) or own > _FEW_WITH_OTHERS * len(headed):
        return list(found)
    return [
        replace(member, organisation=member.details[-1][1], details=member.details[:-1])
        if member in headed and member.organisation is None and member.details[-1][1] in named
        else member
        for member in found
    ]


def _listed(entry: Entry, group: str, place: Place, details: tuple[tuple[str, str], ...]) -> Member:
    said = entry.role if entry.role and not PLAIN_MEMBER.match(entry.role) else None
    member = Member(entry.name, entry.title, entry.organisation, said, group, place, (*entry.details, *details))
    return _with_role_of_group(member)
