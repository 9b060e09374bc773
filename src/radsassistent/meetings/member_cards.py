"""Members on cards: a name, then title, organisation and role on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from radsassistent.documents import Block
from radsassistent.documents.letters import CAPITAL, SMALL
from radsassistent.meetings.meeting import Member, Place
from radsassistent.meetings.member_entries import without_labelled_facts
from radsassistent.meetings.people import (
    has_title,
    is_person_name,
    is_unknown,
    role_alone,
    tells_attendance,
    without_attendance,
    without_role,
)

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
# … and without a colon: "Oppnevnt av Fabel kommune", "Valgt av og blant de ansatte", "Periode 2024–2027".
_CHOSEN = re.compile(
    r"^(?P<label>(?:oppnevnt|oppnemnt|oppnemnd|valgt|vald|utpekt|utpeikt|utnevnt|foreslått|føreslått)\s+(?:av(?:\s+og\s+blant)?|frå|fra))\s+"
    r"(?P<value>\S.*)$",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"^(?P<label>(?:medlem|leder|leiar|nestleder|nestleiar|med)\s+(?:siden|sidan|fra|frå))\s+(?P<value>(?:[a-zæøå]+\s+)?(?:19|20)\d\d)$",
    re.IGNORECASE,
)
_TERM = re.compile(
    r"^(?P<label>(?:(?:valg|val|funksjons|oppnevnings|oppnemnings|styre)?periode|funksjonstid|oppnevnt|oppnemnd|valgt|vald))\s+"
    r"(?P<value>(?:til\s+(?:og\s+med\s+)?)?(?:19|20)\d\d(?:\s*[–-]\s*(?:(?:19|20)\d\d)?)?)$",
    re.IGNORECASE,
)
# A line of a card that opens with the role: "Leiar, pensjonert lærar", "1. vara, kokk".
_OPENING_ROLE = re.compile(
    r"^(?P<role>(?:nest|styre|råds|utvalgs|møte)?(?:leder|leiar|formann)|(?:vara)?medlem|\d+\.\s*vara(?:medlem)?|vara(?:medlem|representant)?|"
    rf"(?:personlig\s+|fast\s+)?vara(?:medlem|representant)?\s+for\s+(?-i:{CAPITAL})[^,]+|stedfortreder(?:\s+for\s+(?-i:{CAPITAL})[^,]+)?|"
    r"(?:møte)?sekretær|observatør[^,]*)(?:,\s*(?P<rest>.+))?$",
    re.IGNORECASE,
)
# Title, organisation and role on lines that a reader joined: "Administrerende direktør Helseregion Øst Observatør".
_RUN_TOGETHER = re.compile(
    rf"^(?P<title>{CAPITAL}[\w-]*(?:\s+(?:og\s+)?{SMALL}[\wæøå-]*){{0,3}}(?<!\s(?:av|og|om|på))(?<!\s(?:for|ved|til|fra|frå|med))(?<!\si))\s+(?P<organisation>{CAPITAL}[^,·|–()]*?)"
    r"(?:\s+(?P<role>(?:Nest|Styre|Råds|Utvalgs)?(?:leder|leiar)|Leder|Leiar|Observatør|Vara\w*|Medlem))?$"
)
# "Leiar i rådet": of the body whose list it is.
OF_BODY = r"(?:\s+(?:i|av|for)\s+(?:\w*(?:rådet|utvalget|utvalet|styret|forumet|nemnda|komiteen|komitéen)))?"
# What somebody has said is no title of theirs.
_QUOTATION = re.compile(r"^[«\"“”„][^«»]*[»\"“”][.]?$", re.DOTALL)
_NAME_AND_LINE = 2
_SOMEBODY = "Navn"
_BRACKETED = re.compile(r"\(([^()]+)\)")
# So many lines are a card, and so many cards a list.
_MOST, _FEWEST = 5, 3
# A role beside a title or an organisation in one line: "Fagdirektør · leder", "Oppdikt kommune – nestleiar".
_ROLE_BESIDE = re.compile(
    r"^(?P<title>[^·|]+?)(?:\s*[·|,]|\s+[–—-])\s+(?P<role>(?:nest|styre|råds|utvalgs)?(?:leder|leiar)|\d*\.?\s*vara\w*|(?:møte)?sekretær|observatør|medlem)"
    rf"{OF_BODY}$",
    re.IGNORECASE,
)
# "Nestleder · Oppdikt menighetsråd"
_ROLE_AHEAD = re.compile(
    r"^(?P<role>(?:nest|styre|råds|utvalgs)?(?:leder|leiar)|\d*\.?\s*vara\w*|(?:møte)?sekretær|observatør|medlem)\s+[·|]\s+(?P<rest>[^·|]+)$",
    re.IGNORECASE,
)
# "Fabel kommune · ordfører"
_FROM_AND_TITLE = re.compile(rf"^(?P<organisation>{CAPITAL}[^·|]+?)\s+[·|]\s+(?P<title>{SMALL}[^·|]+)$")
# "Observatør. Seniorrådgiver i Oppdiktetaten": what a line of a card says in sentences.
_SENTENCES = re.compile(rf"(?<=[a-zæøå)]{{2}})\.\s+(?={CAPITAL}|\d)")
# "Medlem med stemmerett": what somebody may, not whom somebody sits for.
_MAY_VOTE = re.compile(
    r"(?:(?:fast\s+)?medlem\s+)?(?:med|uten|utan)\s+(?:stemmerett|røysterett|tale(?:-\s+og\s+forslags)?rett)\.?",
    re.IGNORECASE,
)
_OF_THE_BODY = re.compile(r"^\w*(?:rådets|utvalgets|utvalets|styrets|nemndas|forumets|komiteens)\s+")
# Who leads something besides is its leader by title; the role in the body is the other one.
_LEADS = re.compile(r"^(?:leder|leiar|formann)$", re.IGNORECASE)
# "Styreleiar, Oppdikt musikklag": who chairs the board of what is named is no chair here.
_CHAIRS_ELSEWHERE = re.compile(rf"^(?P<title>[Ss]tyre(?:leder|leiar)),\s+(?P<organisation>{CAPITAL}[^,]+)$")
# What stands where a picture is to come.
_PICTURE = re.compile(r"\(?(?:foto|bilde|bilete|portrett|photo|picture|avatar)(?:\s*\d{1,2})?\)?", re.IGNORECASE)
_BADGE = re.compile(rf"{CAPITAL}{{1,3}}")
# Lines of a card begin, end or are centred at one place, to so many points, and stand at most so many heights apart.
_ALIGNED, _BELOW = 14.0, 1.5
# A role that says no more than that somebody is on the list.
PLAIN_MEMBER = re.compile(r"^(?:(?:styre|råds|utvalgs|utvals)?medlem|member)$", re.IGNORECASE)


def cards_of(body: Sequence[Block], fewest: int = _FEWEST) -> list[list[Block]]:
    """The blocks that share a frame, frame by frame; without frames, a card begins at each "Navn:", or at each name set in the
    type of the first.
    """
    names = [block for block in body if block.table is None and _is_name(block)]
    body = [block for block in body if not is_picture(block.text) and not is_badge_of(block, names)]
    framed = [list(blocks) for group, blocks in groupby(body, key=lambda block: block.group) if group is not None]
    if framed:
        return framed
    by_names = _at_names(body, fewest)
    if by_names:
        return by_names
    cards: list[list[Block]] = []
    for block in body:
        match = _LABEL.match(block.text)
        if match and match["label"].lower() == "navn":
            cards.append([block])
        elif cards:
            cards[-1].append(block)
    return cards


def _at_names(body: Sequence[Block], fewest: int) -> list[list[Block]]:
    """Cards without frames: a name stands out from the lines under it by its type, or begins a column or comes after a space.

    A line is of the name above it in its column, so that the order in which columns are read does not matter; what stands far
    from all names is of none.
    """
    names = [block for block in body if block.table is None and _is_name(block)]
    if len(names) < fewest:
        return []
    # A name with a role in plain type behind it is not all bold.
    kind, size = names[0].kind, names[0].size
    cards: list[list[Block]] = []
    for block in body:
        like_the_first = block.kind is kind and abs(block.size - size) < 1
        if block.table is None and _is_name(block) and like_the_first and (not cards or _apart(cards[-1], block)):
            cards.append([block])
        elif cards and block.table is None:
            above = [card for card in cards if _goes_on(card, block)]
            if above:
                max(above, key=lambda card: card[-1].box.bottom).append(block)
    if any(len(card) >= _FEWEST and all(map(_is_name, card)) for card in cards):
        # Names under each other are a list, whatever stands beside them.
        return []
    return cards if len(cards) >= fewest and all(1 < len(card) <= _MOST for card in cards) else []


def is_field(text: str) -> bool:
    """Whether a text says itself what it tells of somebody: "Navn: Kari Berg"."""
    match = _LABEL.match(text)
    return match is not None and match["label"].lower() == "navn"


def is_picture(text: str) -> bool:
    """Whether a text only says that a picture is to come in its place."""
    return _PICTURE.fullmatch(text.strip()) is not None


def is_badge_of(block: Block, names: Sequence[Block]) -> bool:
    """Whether a text is the initials of a name, of the one in its frame if that has one: "V" may be a party's letter."""
    framed = [name for name in names if block.group is not None and name.group == block.group]
    return any(initials_of(block.text.strip(), name.text.split(",")[0].split(" (")[0]) for name in framed or names)


def initials_of(text: str, name: str) -> bool:
    """Whether a text is nothing but the initials of a name, which stand where others have a picture."""
    initials = re.findall(rf"\b{CAPITAL}", without_role(name, None)[0])
    return _BADGE.fullmatch(text) is not None and list(text) in (
        initials,
        [*initials[:1], *initials[-1:]],
        initials[:1],
        initials[:2],
    )


def _is_name(block: Block) -> bool:
    return is_person_name(without_role(block.text, None)[0])


def _goes_on(card: Sequence[Block], block: Block) -> bool:
    """Whether a block stands right under the last line of a card, in its column."""
    name, last = card[0].box, card[-1].box
    box = block.box
    ends = zip((name.left, name.centre[0], name.right), (box.left, box.centre[0], box.right), strict=True)
    aligned = any(abs(one - other) <= _ALIGNED for one, other in ends)
    return aligned and -2 <= box.top - last.bottom <= _BELOW * max(last.height, box.height)


def _apart(card: Sequence[Block], block: Block) -> bool:
    """Whether a block does not go on with a card: other type than the card's last line, another column, or a space between."""
    last = card[-1]
    if (last.kind, last.size, last.bold) != (block.kind, block.size, block.bold):
        return True
    column = abs(last.box.left - block.box.left) > last.box.height
    return column or not 0 <= block.box.top - last.box.bottom < 0.6 * last.box.height


def member_of(lines: Sequence[str], group: str, place: Place) -> Member | None:
    """The person of a card with these lines; None where it names none, or only quotes what somebody said."""
    parts = [part for line in lines for part in (_SENTENCES.split(line) if _SENTENCES.search(line) else [line])]
    own = [_role_of_badge(line) for line in parts if not _QUOTATION.match(line.strip())]
    if len(own) < min(len(parts), _NAME_AND_LINE):
        return None
    lines = own
    fields = _labelled(lines)
    details = _details(lines)
    chosen_by: str | None = None
    if not fields:
        texts = []
        for line in lines:
            if not _DETAIL.match(line):
                if tells_attendance(line):
                    continue
                if _MAY_VOTE.fullmatch(line.strip()):
                    details.append(("", line.strip()))
                    continue
                chosen, term = _CHOSEN.match(line), _TERM.match(line) or _SINCE.match(line)
                if (known := chosen or term) is not None:
                    details.append((known["label"], known["value"].strip()))
                    chosen_by = known["value"].strip() if chosen is not None else chosen_by
                    continue
                text, told = without_labelled_facts(without_attendance(line))
                texts += [text] if text else []
                details += told
        fields = _unlabelled(texts)
        if not fields and details and len(texts) == 1 and is_person_name(texts[0]):
            fields = {"name": texts[0]}
    name = fields.get("name")
    if not name:
        return None
    role = fields.get("role") or None
    title = fields.get("title")
    name, role = without_role(name, role)
    if title:
        title, role = without_role(title, role)
    organisation = fields.get("organisation") or None
    if role:
        role, beside = role_alone(role)
        organisation = organisation or beside
    if (title is None) != (organisation is None):
        title, organisation = title_and_organisation(title, organisation)
    # Who chose somebody is whom they sit for, where the card names nobody else.
    organisation = organisation or chosen_by
    return Member(name, title or None, organisation, role, group, place, tuple(details))


def _role_of_badge(line: str) -> str:
    """A role set in capitals over a name as it is written elsewhere: "RÅDETS LEDER" is "leder"; any other line as it is."""
    if not line.isupper():
        return line
    role = _OF_THE_BODY.sub("", line.lower())
    return role if _OPENING_ROLE.fullmatch(role) else line


def title_and_organisation(title: str | None, organisation: str | None) -> tuple[str | None, str | None]:
    """What one line tells of both: "Næringssjef, Fabel kommune"."""
    first, comma, rest = (title or organisation or "").partition(", ")
    one_of_both = bool(comma) and rest[:1].isupper() and not has_title(rest)
    if one_of_both and (title is not None or len(first.split()) == 1):
        return first.strip(), rest.strip()
    return title, organisation


def _details(lines: Sequence[str]) -> list[tuple[str, str]]:
    """What the lines of a card tell that are neither name, title, organisation nor role, by what they call it."""
    told = [match for line in lines if (match := _DETAIL.match(line)) and not _LABEL.match(line)]
    return [(match["label"], match["value"].strip()) for match in told]


def _labelled(lines: Sequence[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in lines:
        match = _LABEL.match(line)
        if match:
            fields[_FIELD[match["label"].lower()]] = match["value"].strip()
    return fields if "name" in fields else {}


def _texts_and_role(lines: Sequence[str]) -> tuple[list[str], str | None]:
    """The lines of a card, and the role that stands in brackets behind one of them or alone: "(nestleder)"."""
    texts: list[str] = []
    told_role: str | None = None
    for text in lines:
        beside = _ROLE_BESIDE.match(text)
        bracketed = _BRACKETED.fullmatch(text)
        if bracketed is not None and without_role(f"{_SOMEBODY} {text}", None)[1]:
            told_role = told_role or bracketed[1]
        elif beside is not None:
            texts += [beside["role"], beside["title"]]
        elif texts and (ahead := _ROLE_AHEAD.match(text)) is not None:
            texts += [ahead["role"], ahead["rest"]]
        elif texts and (both := _FROM_AND_TITLE.match(text)) is not None:
            texts += [both["title"], both["organisation"]]
        elif text:
            bare, role = without_role(text, None) if texts else (text, None)
            told_role = told_role or role
            texts.append(bare)
    return texts, told_role


def _unlabelled(lines: Sequence[str]) -> dict[str, str]:
    """A card without labels: a person's name, before or after a role, then a title and an organisation in either order."""
    if len(lines) == _NAME_AND_LINE and (parted := _RUN_TOGETHER.match(lines[1])) and has_title(parted["title"]):
        lines = [lines[0], *filter(None, parted.groups())]
    texts, told_role = _texts_and_role(lines)
    if not (1 if told_role else 2) <= len(texts) <= 5:
        return {}
    if _OPENING_ROLE.match(texts[0]) and is_person_name(without_role(texts[1], None)[0]):
        texts[:2] = [texts[1], texts[0]]
    if not is_unknown(texts[0]) and not is_person_name(without_role(texts[0], None)[0]):
        return {}
    return {"name": texts[0], **_fields(texts[1:], told_role)}


def _fields(texts: Sequence[str], told_role: str | None) -> dict[str, str]:
    """Title, organisation and role from the lines of a card below the name."""
    fields: dict[str, str] = {}
    if told_role is not None:
        fields["role"] = "" if PLAIN_MEMBER.match(told_role) else told_role
    roles = [text for text in texts if (opening := _OPENING_ROLE.match(text)) and not opening["rest"]]
    leads = next((text for text in roles if _LEADS.match(text)), None)
    if leads is not None and (told_role is not None or len(roles) > 1):
        # Who has another role here leads what stands on the line below.
        fields["title"] = leads
    told = [text for text in texts if not _OPENING_ROLE.match(text)]
    if len(told) == 2 and not any(map(has_title, told)):
        # Nothing tells a title from an organisation but that it is named first.
        fields["title"] = told[0]
    for text in texts:
        if text == fields.get("title"):
            continue
        if (elsewhere := _CHAIRS_ELSEWHERE.match(text)) is not None and "title" not in fields:
            fields.update(elsewhere.groupdict())
            continue
        opening = _OPENING_ROLE.match(text)
        if opening is not None and "role" not in fields:
            fields["role"] = "" if PLAIN_MEMBER.match(opening["role"]) else opening["role"]
            text = opening["rest"] or ""
        if text:
            # What somebody is begins with a small letter, what somebody is from is a name.
            titled = (text[:1].islower() or has_title(text)) and (leads is None or fields.get("title") != leads)
            field = "title" if titled else "organisation"
            fields[field] = f"{fields[field]}, {text}" if field in fields else text
    return fields
