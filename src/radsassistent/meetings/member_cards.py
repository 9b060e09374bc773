"""Members on cards: a name, then title, organisation and role on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from radsassistent.documents import Block
from radsassistent.meetings.meeting import Member, Place
from radsassistent.meetings.people import has_title, is_person_name, is_unknown, without_role

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
# A line of a card that says what it tells: "Vara: Kari Berg", "Valgt til: 2027".
_DETAIL = re.compile(r"^(?P<label>[^\W\d_]+(?:[ -][^\W\d_]+){0,2})\s*:\s*(?P<value>\S.*)$")
# A line of a card that opens with the role: "Leiar, pensjonert lærar", "1. vara, kokk".
_OPENING_ROLE = re.compile(
    r"^(?P<role>(?:nest)?(?:leder|leiar|formann)|(?:vara)?medlem|\d+\.\s*vara(?:medlem)?|vara(?:medlem|representant)?|"
    r"(?:personlig\s+|fast\s+)?vara(?:medlem|representant)?\s+for\s+(?-i:[A-ZÆØÅ])[^,]+|stedfortreder(?:\s+for\s+(?-i:[A-ZÆØÅ])[^,]+)?|"
    r"(?:møte)?sekretær|observatør[^,]*)(?:,\s*(?P<rest>.+))?$",
    re.IGNORECASE,
)
# A role that says no more than that somebody is on the list.
PLAIN_MEMBER = re.compile(r"^(?:medlem|member)$", re.IGNORECASE)


def cards_of(body: Sequence[Block]) -> list[list[Block]]:
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


def member_of(blocks: Sequence[Block], group: str, place: Place) -> Member | None:
    """The person on a card; None where it names none."""
    fields = _labelled(blocks)
    details = _details(blocks)
    if not fields:
        fields = _unlabelled([block for block in blocks if not _DETAIL.match(block.text)])
    name = fields.get("name")
    if not name:
        return None
    role = fields.get("role") or None
    title = fields.get("title")
    name, role = without_role(name, role)
    if title:
        title, role = without_role(title, role)
    organisation = fields.get("organisation") or None
    return Member(name, title or None, organisation, role, group, place, tuple(details))


def _details(blocks: Sequence[Block]) -> list[tuple[str, str]]:
    """What the lines of a card tell that are neither name, title, organisation nor role, by what they call it."""
    told = [match for block in blocks if (match := _DETAIL.match(block.text)) and not _LABEL.match(block.text)]
    return [(match["label"], match["value"].strip()) for match in told]


def _labelled(blocks: Sequence[Block]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for block in blocks:
        match = _LABEL.match(block.text)
        if match:
            fields[_FIELD[match["label"].lower()]] = match["value"].strip()
    return fields if "name" in fields else {}


def _unlabelled(blocks: Sequence[Block]) -> dict[str, str]:
    """A card without labels: a person's name, before or after a role, then a title and an organisation in either order."""
    texts = [block.text for block in blocks if block.text.strip()]
    if not 2 <= len(texts) <= 5:
        return {}
    if _OPENING_ROLE.match(texts[0]) and is_person_name(without_role(texts[1], None)[0]):
        texts[:2] = [texts[1], texts[0]]
    if not is_unknown(texts[0]) and not is_person_name(without_role(texts[0], None)[0]):
        return {}
    fields = {"name": texts[0]}
    told = [text for text in texts[1:] if not _OPENING_ROLE.match(text)]
    if len(told) == 2 and not any(map(has_title, told)):
        # Nothing tells a title from an organisation but that it is named first.
        fields["title"] = told[0]
        texts.remove(told[0])
    for text in texts[1:]:
        opening = _OPENING_ROLE.match(text)
        if opening is not None and "role" not in fields:
            fields["role"] = "" if PLAIN_MEMBER.match(opening["role"]) else opening["role"]
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
