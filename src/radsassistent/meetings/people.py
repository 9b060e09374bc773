"""Members of bodies and groups, from cards and lists that name people with title and organisation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from radsassistent.documents import Block, Slide, Table
from radsassistent.meetings.meeting import Member, Place

_LABEL = re.compile(
    r"^(?P<label>navn|tittel|stilling|rolle|aktør|organisasjon|virksomhet|representerer|arbeidssted)\s*:\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_FIELD = {
    "navn": "name",
    "tittel": "title",
    "stilling": "title",
    "rolle": "role",
    "aktør": "organisation",
    "organisasjon": "organisation",
    "virksomhet": "organisation",
    "representerer": "organisation",
    "arbeidssted": "organisation",
}
# What the columns of a list of members are called; one may hold both title and organisation.
_NAME_COLUMN = re.compile(r"\b(?:navn|namn|medlem(?:mer)?|person|name|member)\b", re.IGNORECASE)
_TITLE_COLUMN = re.compile(r"\b(?:stilling|tittel|yrke|title|position)\b", re.IGNORECASE)
_ORGANISATION_COLUMN = re.compile(
    r"\b(?:virksomhet|verksemd|organisasjon|aktør|arbeidsgiver|arbeidssted|arbeidsstad|representerer|representerar|kommune|organi[sz]ation)\b",
    re.IGNORECASE,
)
_ROLE_COLUMN = re.compile(r"\b(?:rolle|funksjon|verv|role)\b", re.IGNORECASE)
_KNOWN_COLUMNS = (_TITLE_COLUMN, _ORGANISATION_COLUMN, _ROLE_COLUMN)
# A line of a card that says what it tells: "Vara: Kari Berg", "Valgt til: 2027".
_DETAIL = re.compile(r"^(?P<label>[^\W\d_]+(?:[ -][^\W\d_]+){0,2})\s*:\s*(?P<value>\S.*)$")
# What stands in a cell that says nothing.
_NOTHING = re.compile(r"^[-–—.]*$")
# A slide that says in its title that it lists people.
_LISTS_PEOPLE = re.compile(
    r"\b(?:(?:vara)?medlem\w*|samansetjing\w*|sammensetning\w*|representant\w*|utvalget\s+består|members?)\b",
    re.IGNORECASE,
)
_PLAIN_MEMBER = re.compile(r"^(?:medlem|member)$", re.IGNORECASE)
# Two to five capitalised parts, hyphens allowed, and no word that titles and organisations are made of.
_NAME = re.compile(r"^[A-ZÆØÅÖÄÉ][\w'’.-]*(?:\s+(?:van|von|de|af|av)?\s*[A-ZÆØÅÖÄÉ][\w'’.-]*){1,4}$")
_TITLE_WORD = re.compile(
    r"(?:direktør|leder|sjef|rådgiver|lege|ansvarlig|koordinator|sekretær|konsulent|professor|ingeniør|advokat|"
    r"ordfører|sykepleier|arkitekt|forsker|jordmor|representant|kontakt)\b|\b(?:kst|konst)\.",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^(?P<rest>.*?)\s*\((?P<role>[^()]*(?:leder|sekretær|vara|observatør|medlem)[^()]*)\)\s*$", re.IGNORECASE
)
# A line of a card that opens with the role: "Leiar, pensjonert lærar", "1. vara, kokk".
_OPENING_ROLE = re.compile(
    r"^(?P<role>(?:nest)?(?:leder|leiar|formann)|(?:vara)?medlem|\d+\.\s*vara(?:medlem)?|vara(?:medlem|representant)?|"
    r"(?:møte)?sekretær|observatør[^,]*)(?:,\s*(?P<rest>.+))?$",
    re.IGNORECASE,
)
# A list over several slides is one list: "Rådets medlemmer (1 av 2)", "Medlemmer, del 2", "Medlemmer (forts.)".
_PART_OF_LIST = re.compile(
    r"[\s,–-]*(?:\(?\b(?:del\s+)?\d{1,2}\s*(?:av|/|of)\s*\d{1,2}\)?|\bdel\s+\d{1,2}|\(?\b(?:forts|fortsettelse|framhald|cont)\b\.?\)?)\s*$",
    re.IGNORECASE,
)
_AND = re.compile(r",\s+|\s+(?:og|and)\s+|\s*[/&]\s*")
_UNKNOWN_NAME = re.compile(r"^(ikke avklart|ikkje avklart|avklares|ubesatt|ledig|vakant|n\.?n\.?)$", re.IGNORECASE)
# A page is a list of people when it has at least this many cards of them.
_FEWEST_CARDS = 3
# A line of so few words among people is what the next ones are called together.
_LABEL_WORDS = 4


def is_person_name(text: str) -> bool:
    """Whether a text has the form of a person's name."""
    return bool(_NAME.match(text)) and not has_title(text)


@lru_cache(maxsize=4096)
def each_person(names: str | None) -> tuple[str, ...]:
    """The persons whom a text names together, "Kari Berg og Ola Dal"; the whole text where not every part is a name."""
    if not names:
        return ()
    parts = tuple(part.strip() for part in _AND.split(names) if part.strip())
    return parts if all(map(is_person_name, parts)) else (names,)


def has_title(text: str) -> bool:
    """Whether a text has a word that people's titles are made of."""
    return bool(_TITLE_WORD.search(text))


def person_and_organisation(text: str | None) -> tuple[str | None, str | None]:
    """Part "Person, Organisation", "Person (Organisation)" and "Organisation v/Person"."""
    if not text:
        return None, None
    by = re.match(r"^(?P<organisation>.+?)\s+v/\s*(?P<person>.+)$", text)
    if by:
        return by["person"].strip(), by["organisation"].strip()
    bracketed = re.match(r"^(?P<person>[^()]+?)\s*\((?P<organisation>[^()]+)\)$", text)
    if bracketed:
        return bracketed["person"].strip(), bracketed["organisation"].strip()
    person, comma, organisation = text.partition(",")
    return person.strip(), organisation.strip() if comma and organisation.strip() else None


def members(slide: Slide, place: Place) -> list[Member]:
    """The people on a slide of member cards, or an empty list when the slide is something else."""
    group = whole_list(slide.title or "")
    listed = [member for block in slide.body if block.table for member in _rows(block.table, group, place)]
    if listed or (listed := _lines(slide, group, place)):
        return listed
    cards = _cards(slide.body)
    found = [card for card in (_member(blocks, group, place) for blocks in cards) if card is not None]
    return found if len(found) >= _FEWEST_CARDS and len(found) >= 0.6 * len(cards) else []


def whole_list(title: str) -> str:
    """What a list over several slides is called: its title without which part it is."""
    return _PART_OF_LIST.sub("", title)


def _rows(table: Table, group: str, place: Place) -> list[Member]:
    """The people of a table with a column of names and one of titles, roles or organisations; of any other table nobody."""
    if not _NAME_COLUMN.search(table.label_header) or not any(map(_tells_of_a_member, table.columns)):
        return []
    found = []
    for row in table.rows:
        if not (is_person_name(_without_role(row.label, None)[0]) or is_unknown(row.label)):
            return []
        cells = {column: value for column, value in zip(table.columns, row.values, strict=True) if value}
        title = next((v for c, v in cells.items() if _TITLE_COLUMN.search(c)), None)
        organisation = next((v for c, v in cells.items() if _ORGANISATION_COLUMN.search(c)), None)
        if title is not None and title == organisation:
            title, _, organisation = (part.strip() for part in title.partition(","))
        name, role = _without_role(row.label, next((v for c, v in cells.items() if _ROLE_COLUMN.search(c)), None))
        told = role if role and not _PLAIN_MEMBER.match(role) else None
        details = tuple(
            (column, value)
            for column, value in cells.items()
            if not _tells_of_a_member(column) and not _NOTHING.match(value)
        )
        found.append(Member(name, title or None, organisation or None, told, group, place, details))
    return found


def _tells_of_a_member(column: str) -> bool:
    return any(kind.search(column) for kind in _KNOWN_COLUMNS)


def _lines(slide: Slide, group: str, place: Place) -> list[Member]:
    """The people of a list with one a line, "Name, title, organisation (role)", where the slide's title says that it lists them.

    Those in a list within it ("Varamedlemmer") are of that group.
    """
    if not slide.title or not _LISTS_PEOPLE.search(slide.title):
        return []
    found = []
    for block in slide.body:
        text, role = _without_role(block.text.strip().rstrip("."), None)
        name, *facts = (part.strip() for part in text.split(","))
        if is_person_name(name) and facts:
            title, organisation = _title_and_organisation(facts)
            found.append(Member(name, title, organisation, role, group, place))
        elif len(text.split()) <= _LABEL_WORDS:
            group = text.rstrip(":")
    return found if len(found) >= _FEWEST_CARDS else []


def _title_and_organisation(facts: Sequence[str]) -> tuple[str | None, str | None]:
    """What follows a name between commas; a single fact is a title where it begins with a small letter, as no name does."""
    if len(facts) > 1:
        return facts[0], ", ".join(facts[1:]) or None
    return (facts[0], None) if facts[0][:1].islower() else (None, facts[0] or None)


def _cards(body: Sequence[Block]) -> list[list[Block]]:
    """The blocks that share a frame, frame by frame; without frames, a card begins at each "Navn:"."""
    framed = [list(blocks) for group, blocks in groupby(body, key=lambda block: block.group) if group is not None]
    if framed:
        return framed
    cards: list[list[Block]] = []
    for block in body:
        match = _LABEL.match(block.text)
        if match and match["label"].lower() == "navn":
            cards.append([block])
        elif cards:
            cards[-1].append(block)
    return cards


def _member(blocks: Sequence[Block], group: str, place: Place) -> Member | None:
    fields = _labelled(blocks)
    details = _details(blocks)
    if not fields:
        fields = _unlabelled([block for block in blocks if not _DETAIL.match(block.text)])
    name = fields.get("name")
    if not name:
        return None
    role = fields.get("role") or None
    title = fields.get("title")
    name, role = _without_role(name, role)
    if title:
        title, role = _without_role(title, role)
    organisation = fields.get("organisation") or None
    return Member(name, title or None, organisation, role, group, place, tuple(details))


def _details(blocks: Sequence[Block]) -> list[tuple[str, str]]:
    """What the lines of a card tell that are neither name, title, organisation nor role, by what they call it."""
    told = [match for block in blocks if (match := _DETAIL.match(block.text)) and not _LABEL.match(block.text)]
    return [(match["label"], match["value"].strip()) for match in told]


def _without_role(text: str, role: str | None) -> tuple[str, str | None]:
    match = _ROLE.match(text)
    return (match["rest"], role or match["role"]) if match else (text, role)


def _labelled(blocks: Sequence[Block]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for block in blocks:
        match = _LABEL.match(block.text)
        if match:
            fields[_FIELD[match["label"].lower()]] = match["value"].strip()
    return fields if "name" in fields else {}


def _unlabelled(blocks: Sequence[Block]) -> dict[str, str]:
    """A card without labels: the first line a person's name, then a title and an organisation in either order."""
    texts = [block.text for block in blocks if block.text.strip()]
    if not 2 <= len(texts) <= 5:
        return {}
    if not is_unknown(texts[0]) and not is_person_name(_without_role(texts[0], None)[0]):
        return {}
    fields = {"name": texts[0]}
    for text in texts[1:]:
        opening = _OPENING_ROLE.match(text)
        if opening is not None and "role" not in fields:
            fields["role"] = "" if _PLAIN_MEMBER.match(opening["role"]) else opening["role"]
            if not opening["rest"]:
                continue
            text = opening["rest"]
            # What somebody is begins with a small letter, what somebody is from is a name.
            field = "title" if text[:1].islower() or has_title(text) else "organisation"
        else:
            field = "title" if has_title(text) else "organisation"
        if field in fields:
            fields[field] = f"{fields[field]}, {text}"
        else:
            fields[field] = text
    return fields


def is_unknown(name: str) -> bool:
    """Whether a name field says that the seat has no one yet ("Ikke avklart")."""
    return bool(_UNKNOWN_NAME.match(name))
