"""Who met, who did not, and who sat in another's seat: the lists of names at the head of minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from radsassistent.documents import Document
from radsassistent.meetings.attendance_headings import heading_of
from radsassistent.meetings.attendance_sentences import absent_in_sentences, met_in_sentences, stood_in
from radsassistent.meetings.attendance_tables import people_in_table
from radsassistent.meetings.attendees import (
    Heading,
    is_part_of_meeting,
    names_someone,
    parted,
    people_in,
    person_in,
    tells_of_one,
)
from radsassistent.meetings.flow import FRONT, Line, lines
from radsassistent.meetings.header import front
from radsassistent.meetings.labels import label as part_label
from radsassistent.meetings.meeting import Attendee, Place, Presence
from radsassistent.meetings.outcomes import sentences
from radsassistent.meetings.people import is_person_name, is_role
from radsassistent.meetings.sections import LIST_HEADING

__all__ = ["absent_in_sentences", "attendance", "stood_in"]

_FEWEST_ALONE = 2
# "vara", "1. varamedlem": who is called so at a meeting sits in another's seat.
_DEPUTY = re.compile(r"^(?:\d\.\s*)?(?:vara(?:medlem|representant)?|stedfortreder|stadfortredar)$", re.IGNORECASE)
# Of two lines that name somebody, the one that tells more of the meeting.
_TELLS_MOST = (Presence.ABSENT, Presence.SUBSTITUTE, Presence.PRESENT)


def attendance(document: Document) -> list[Attendee]:
    """The people named in the lists at the head of a document, each once, in its order."""
    read = [line for line in lines(document) if line.slide <= FRONT]
    head = front(read)
    found: dict[tuple[str, Presence], Attendee] = {}
    for attendee in _in_lines(head, document.sha256):
        known = found.setdefault((attendee.name, attendee.presence), attendee)
        found[attendee.name, attendee.presence] = _told_twice(known, attendee)
    people = [_as_deputy(attendee) for attendee in _without_bodies(list(found.values()))]
    absent = [attendee.name for attendee in people if attendee.presence is Presence.ABSENT]
    return _in_seats(_each_once([_parted_from_absent(attendee, absent) for attendee in people]))


def _without_bodies(people: Sequence[Attendee]) -> list[Attendee]:
    """The people without what others come from: "Forfall: Kari Berg, Region Fabel" names one where another is of that region."""
    bodies = {attendee.organisation for attendee in people if attendee.organisation}
    kept: list[Attendee] = []
    for attendee in people:
        if attendee.name not in bodies:
            kept.append(attendee)
        elif kept and kept[-1].organisation is None and kept[-1].presence is attendee.presence:
            kept[-1] = replace(kept[-1], organisation=attendee.name)
    return kept


def _in_seats(people: Sequence[Attendee]) -> list[Attendee]:
    """The people, a substitute who is the only one of an organisation for the only one of it who was away."""
    away = [each for each in people if each.presence is Presence.ABSENT]
    coming = [each for each in people if each.presence is Presence.SUBSTITUTE]
    taken = {each.substitutes_for for each in coming}

    def seated(each: Attendee) -> Attendee:
        if each.presence is not Presence.SUBSTITUTE or each.substitutes_for or not each.organisation:
            return each
        of_body = [other for other in away if other.organisation == each.organisation and other.name not in taken]
        alone = sum(other.organisation == each.organisation and not other.substitutes_for for other in coming) == 1
        return replace(each, substitutes_for=of_body[0].name) if len(of_body) == 1 and alone else each

    return [seated(each) for each in people]


def _as_deputy(attendee: Attendee) -> Attendee:
    """Who met and is called a deputy, and no more, sat in another's seat: "Kari Berg (vara)"."""
    titles = (attendee.title or "").split(", ")
    others = [title for title in titles if not _DEPUTY.match(title)]
    if attendee.presence is Presence.ABSENT or len(others) == len(titles):
        return attendee
    return replace(attendee, title=", ".join(others) or None, presence=Presence.SUBSTITUTE)


def _each_once(found: Sequence[Attendee]) -> list[Attendee]:
    """Everybody as all lines together tell: who sat in another's seat is listed among those who met, who was away all the
    time among the members; one told by the last name is the one who has it.
    """
    kept: dict[str, list[Attendee]] = {}
    full = [attendee.name for attendee in found if attendee.presence is not Presence.ABSENT and " " in attendee.name]
    for attendee in found:
        called = [name for name in dict.fromkeys(full) if name.endswith(f" {attendee.name}")]
        if " " not in attendee.name and len(called) != 1:
            continue
        attendee = attendee if " " in attendee.name else replace(attendee, name=called[0])
        known = kept.setdefault(attendee.name, [])
        other = next((each for each in known if _is_same(each, attendee)), None)
        if other is None:
            known.append(attendee)
            continue
        first, more = sorted((other, attendee), key=lambda each: _TELLS_MOST.index(each.presence))
        known[known.index(other)] = replace(
            first,
            title=first.title or more.title,
            organisation=first.organisation or more.organisation,
            substitutes_for=first.substitutes_for or more.substitutes_for,
        )
    return [attendee for known in kept.values() for attendee in known]


def _is_same(one: Attendee, other: Attendee) -> bool:
    """Whether two lines that name somebody tell the same of the whole meeting, so that the one that tells more may stand."""
    away = [each for each in (one, other) if each.presence is Presence.ABSENT]
    present = [each for each in (one, other) if each.presence is Presence.PRESENT]
    return not (away and present and any(is_part_of_meeting(each.reason or "") for each in away)) and (
        not away or len(away) == 2 or bool(present)
    )


def _told_twice(known: Attendee, more: Attendee) -> Attendee:
    """Somebody with what a second line adds: the list of those who met says what the one who led the meeting is besides."""
    told = [part for title in (more.title, known.title) if title for part in title.split(", ")]
    words = [set(part.casefold().split()) for part in told]
    titles = [
        part
        for place, part in enumerate(told)
        if not any(words[place] < other for other in words) and words[place] not in words[:place]
    ]
    title = ", ".join([*titles[:1], *(each[0].lower() + each[1:] for each in titles[1:])])
    return replace(known, title=title or None, organisation=known.organisation or more.organisation)


def _parted_from_absent(attendee: Attendee, absent: Sequence[str]) -> Attendee:
    """A substitute without the name of the one whose seat it is, where the cells of both have run together."""
    if attendee.presence is Presence.SUBSTITUTE and attendee.substitutes_for is None:
        for other in absent:
            if attendee.name.endswith(f" {other}") and is_person_name(attendee.name.removesuffix(f" {other}")):
                return replace(attendee, name=attendee.name.removesuffix(f" {other}"), substitutes_for=other)
    return attendee


def _in_lines(read: Sequence[Line], sha256: str) -> Iterator[Attendee]:
    under: Heading | None = None
    absent = ""
    all_away: list[str] = []
    # Where two lines of a list are a person's each, all are.
    one = sum(line.table is None and tells_of_one(line.text) for line in read) >= _FEWEST_ALONE
    for line in read:
        place = Place(sha256, line.slide)
        if line.table is not None:
            yield from people_in_table(line.table, under, place)
            continue
        text = line.text.strip(" *_")
        found, told = list(absent_in_sentences(text, place)), list(met_in_sentences(text, place))
        heading = heading_of(text, line.heading) if ":" in text or not (found or told) else None
        if heading is not None:
            under = heading
            found += people_in(_names_in_front(heading.rest), heading, place)
        elif under is not None:
            names = _names_in_front(text)
            of, listed = _of_an_organisation(text)
            if listed and not line.heading:
                found += [
                    replace(each, organisation=each.organisation or of)
                    for name in listed
                    for each in person_in(name, under, place)
                ]
                yield from (*found, *told)
                continue
            under = under if _goes_on(names, line) else None
            # What a sentence says of somebody goes before the list that it stands in.
            said = {each.name for each in told}
            listed_here = people_in(names, under, place, one=one) if under is not None else ()
            found += [each for each in listed_here if each.name not in said or each.presence is told[0].presence]
        found += told
        yield from found
        away = [each.name for each in found if each.presence is Presence.ABSENT]
        absent = away[-1] if away else absent
        all_away += away
        yield from stood_in(text, absent, place, alone=len(set(away)) == 1, away=all_away)


def _goes_on(text: str, line: Line) -> bool:
    """Whether a line under the words over a list of people belongs to it."""
    if LIST_HEADING.match(text) or part_label(line) is not None or ":" in text[:40] or _is_prose(text):
        return False
    return not line.heading or is_person_name(text)


def _of_an_organisation(text: str) -> tuple[str, list[str]]:
    """The organisation before a colon, and those of it who are listed: "Oppdiktetaten: Kari Berg (leder), Ola Dal"."""
    label, colon, rest = text.partition(":")
    names = parted(rest.strip(" ."))
    listed = bool(colon) and bool(names) and all(map(names_someone, names))
    own = heading_of(f"{label}:", False) is None and LIST_HEADING.match(text) is None and not is_role(label)
    return (label.strip(), names) if listed and own and label[:1].isupper() else ("", [])


def _names_in_front(text: str) -> str:
    """The first sentence of a text where it is a list of names and sentences follow it; else the whole text."""
    told = sentences(text)
    if len(told) < 2 or _is_prose(told[0]):
        return text
    if tells_of_one(told[0]) and not any(names_someone(each.split(",")[0].rstrip(".")) for each in told[1:]):
        return told[0]
    listed = [each for each in parted(told[0].rstrip(".")) if each]
    follows = all(not names_someone(each.rstrip(".")) for each in told[1:])
    return told[0] if follows and listed and all(names_someone(each) for each in listed) else text


def _is_prose(text: str) -> bool:
    """A sentence ends the list: many words, and words in small letters among them as no list of names has."""
    words = text.split()
    return len(words) > 8 and text.endswith(".") and sum(word[:1].islower() for word in words) > 0.5 * len(words)
