"""Members of bodies and groups, from the slides that list them: tables, lists with one a line, cards."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.documents import Block, Slide
from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.meeting import Member, Place
from radsassistent.meetings.member_cards import PLAIN_MEMBER, cards_of, is_field, member_of
from radsassistent.meetings.member_columns import of_tasks, people_of_rows
from radsassistent.meetings.member_entries import (
    BESIDE_MEMBERS,
    CHOSEN_BY,
    Entry,
    with_deputies,
)
from radsassistent.meetings.member_places import people_standing
from radsassistent.meetings.member_standing import Standing
from radsassistent.meetings.member_tables import heading_over, people_of_table
from radsassistent.meetings.people import is_person_name, is_role, whole_list, without_attendance

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
_PRESENT = re.compile(r"^til\s*sted(?:e|es)|^til\s+stades", re.IGNORECASE)
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
_STANDS_IN = re.compile(
    rf"^for\s+(?P<name>{CAPITAL}[\w'’-]*(?:\s+{CAPITAL}[\w'’-]*)*)(?:$|(?:\s*[,–—-])?\s+(?P<more>\S.*)$)"
)
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
_INITIALS = re.compile(rf"{CAPITAL}{{2,3}}")
# Of those under the names of parties so many at most have another beside their own name.
_FEW_WITH_OTHERS = 0.25


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


def lists_people(slide: Slide) -> bool:
    """Whether a slide says in its title that it lists people."""
    group = whole_list(slide.title or "")
    return _LISTS_PEOPLE.search(group) is not None and not _OF_CHANGES.search(group)


def members(slide: Slide, place: Place, *, front: bool = False) -> list[Member]:
    """The people on a slide that lists members, or an empty list when the slide is something else.

    In `front` of the meeting's cases a slide that is nearly all people lists them, whatever it is called.
    """
    group = whole_list(slide.title or "")
    surely = lists_people(slide)
    listed: list[Member] = []
    for block in slide.body:
        if block.table is None:
            continue
        of_table = heading_over(slide.body, block) or group
        found = people_of_table(block.table, of_table, place, surely)
        if not found and front and not of_tasks(block.table):
            by_names = people_of_table(block.table, of_table, place, lists_people=True)
            found = by_names if len(by_names) >= _FEWEST_CARDS else []
        if not found and (surely or front):
            found = people_of_rows(block.table, of_table, place, surely=surely, few=bool(listed))
        listed += found
    if listed:
        return _with_those_beside(listed, _placed(slide, group, place, apart=True)[0])
    may_list = surely or (front and not _OF_CHANGES.search(group))
    few = surely and _LISTS_A_FEW.search(group) is not None
    found, others = _placed(slide, group, place) if may_list else ([], 0)
    fewest = _FEWEST_OF_LIST if few and not others else _FEWEST_CARDS
    cards = _cards(slide, group, place, fewest=1 if few else _FEWEST_CARDS) if may_list else []
    framed = _on_cards(cards, slide)
    if _have_frames(cards, slide):
        return _one_leader([*cards, *(member for member in found if member.name not in framed)])
    if len(found) >= fewest and (surely or len(found) >= _MOST_CARDS_SHARE * (len(found) + others)):
        return _one_leader(found)
    return _one_leader(cards or _cards(slide, group, place, fewest=1 if few else _FEWEST_CARDS))


def _on_cards(cards: Sequence[Member], slide: Slide) -> str:
    """All that the frames say that those on cards head."""
    heads = {card.name for card in cards}
    groups = {block.group for block in slide.body if block.group is not None and block.text in heads}
    return "\n".join(block.text for block in slide.body if block.group in groups)


def _have_frames(cards: Sequence[Member], slide: Slide) -> bool:
    """Whether each of some members heads a frame, in which no other name stands alone in the same type."""
    heads = {card.name for card in cards}
    named = [block for block in slide.body if block.group is not None and is_person_name(block.text)]
    types = {(block.size, block.bold) for block in named if block.text in heads}
    others = [block for block in named if block.text not in heads and (block.size, block.bold) in types]
    return len(cards) >= _FEWEST_CARDS and len(cards) == len({block.group for block in named}) and not others


def _with_those_beside(listed: Sequence[Member], beside: Sequence[Member]) -> list[Member]:
    """The members of a slide's tables, then those whom its other texts name as something else than members; the role that such a
    text gives to one of the table is that one's.
    """
    roles = {member.name: member.role for member in beside if member.role}
    known = {member.name for member in listed}
    others = [
        member for member in beside if member.name not in known and (member.role or member.group != listed[0].group)
    ]
    return [replace(member, role=member.role or roles.get(member.name)) for member in listed] + others


def _cards(slide: Slide, group: str, place: Place, *, fewest: int) -> list[Member]:
    """The people on cards, where at least `fewest` and most of the cards are theirs; under a heading of its own a card is of that
    group ("Varamedlemmer", "Observatør fra brukerutvalget"), or has the heading as a detail without a label.
    """
    cards = cards_of(slide.body, fewest)
    in_cards = {id(block) for card in cards for block in card}
    headings = [
        block
        for block in slide.body
        if id(block) not in in_cards
        and block.table is None
        and len(block.text.split()) <= _WORDS_OF_GROUP
        and not _INITIALS.fullmatch(block.text.strip())
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
    if whom is None:
        return member
    return replace(member, title=(whom["more"] or "").strip("()") or None, role=f"vara for {whom['name']}")


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


def _placed(slide: Slide, group: str, place: Place, *, apart: bool = False) -> tuple[list[Member], int]:
    """The people of a slide as they stand, and how many of its lines tell something else. `apart` from a table of the members
    every heading is of a list of its own ("Prosjektkontoret").

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
    elif apart:
        groups = {each for each in headings if len(each.split()) <= _WORDS_OF_GROUP}
    sectors = {next((each for each in line.headings if each not in groups), None) for line in people.lines}
    # A list that tells who is there has its other members under who is not.
    told_present = any(_PRESENT.match(line.label) for line in people.lines)
    found: list[Member] = []
    for line in people.lines:
        if (
            _COMES_TOO.match(line.text)
            or any(map(_is_away, line.headings))
            or (_is_away(line.label) and not told_present)
        ):
            continue
        group_over = next((each for each in line.headings if each in groups), group)
        group_over = group_over.capitalize() if group_over.isupper() else group_over
        sector = next((each for each in line.headings if each not in groups and not is_role(each)), None)
        roles = [each for each in (*line.badges, *line.headings) if is_role(each) and not BESIDE_MEMBERS.search(each)]
        by_label = BESIDE_MEMBERS.search(line.label) and (len(line.entries) > 1 or not line.entries[0].organisation)
        for entry in line.entries:
            # "2. vara: Kari Berg" under "Varamedlemmer" is one of those.
            placed = by_label and not (is_role(line.label) and group_over in beside)
            member = _of_line(entry, line, line.label if placed else group_over, place)
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
    facts = [without_attendance(fact) for fact in line.facts]
    if _DEPUTIES.match(group) and facts and _STANDS_IN.match(facts[0]):
        return Member(entry.name, facts[0], entry.organisation, entry.role, group, place, entry.details)
    below = member_of([entry.name, *facts], group, place) if facts else None
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
