"""What sentences of minutes say of who met: "Kari Berg hadde meldt forfall", "For Berg møtte Ola Dal"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.attendees import Heading, names_someone, parted, person_in
from radsassistent.meetings.meeting import Attendee, Place, Presence
from radsassistent.meetings.outcomes import sentences
from radsassistent.meetings.people import is_person_name

# "Kari Berg og Ola Dal hadde meldt forfall på grunn av sykdom."
_HAD_ABSENCE = re.compile(
    r"^(?P<who>[^:]+?)\s+(?:hadde|har|meldte|melde|var|hadde\s+meldt|har\s+meldt)\s+"
    r"(?:forfall|frafall|avbud|fravær|(?P<leave>permisjon(?:\s+(?:t\.?o\.?m\.?|til|fram\s+til|ut|i|frå|fra)\s(?!.*\bkl\b).+?)?))"
    r"(?:\s+(?:på\s+grunn\s+av|pga\.?|grunnet|grunna)\s+(?P<why>[^.,;]+)|\s*\((?P<because>[^()]+)\))?[.]?$",
    re.IGNORECASE,
)
# "Vara for henne: Ivar Dal.", "Vara for Kari Berg var Ivar Dal.", "Ivar Dal møtte som vara for Kari Berg."
_STOOD_IN = (
    re.compile(
        rf"^vara(?:medlem|representant)?\s+for\s+(?P<other>[^:]+?)\s*(?::|\s(?:var|er|møtte))\s*(?P<name>{CAPITAL}[^:,]+?)(?:,\s*(?P<whom>[^:]+?))?\.?$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^(?P<name>{CAPITAL}[^:.]+?)\s+(?:møtte|møter|stilte)\s+(?:som\s+vara\s+)?(?:for|i\s+stedet\s+for)\s+(?P<other>{CAPITAL}[^:.]+?)\.?$"
    ),
    # "For Berg møter Ivar Dal"
    re.compile(
        rf"^(?:[Ff]or|[Ii]\s+st(?:edet|aden)\s+for)\s+(?P<other>{CAPITAL}[^:.,]*?)\s+(?:møter|møtte|kommer|kjem|deltar|deltek|stiller)\s+(?:vara\s+)?"
        rf"(?P<name>{CAPITAL}[^:.,]+?)\.?$"
    ),
    # "Vara: Ivar Dal, lærer.", for the only one who was away before it.
    re.compile(
        rf"^(?:vara(?:medlem|representant)?|stedfortreder|stadfortredar)\s*:\s*(?P<name>{CAPITAL}[^:.,()]+?)(?P<other>)"
        r"(?:,\s*(?P<title>[^:;.]+?))?\.?$",
        re.IGNORECASE,
    ),
    # "Vara Ivar Dal møter.", for the only one who was away before it.
    re.compile(
        rf"^(?:[Vv]ara(?:medlem|representant)?)\s+(?P<name>{CAPITAL}[^:.,()]+?)\s+(?:møter|møtte|stiller|stilte|deltar|deltok|kommer|kjem)(?P<other>)\.?$"
    ),
    # "Ivar Dal møter fast i perioden", for the only one who was away.
    re.compile(
        rf"^(?P<name>{CAPITAL}[^:.]+?)\s+(?:møter|stiller|deltar|deltek)\s+(?:fast|i\s+st(?:edet|aden)|i\s+perioden)\b(?P<other>)(?!\s+for\b).*$"
    ),
    # "Ivar Dal møtte som vara.", for the only one who was away.
    re.compile(rf"^(?P<name>{CAPITAL}[^:.]+?)\s+(?:møtte|møter|stilte)\s+som\s+vara\w*(?P<other>)\.?$"),
)
_PRONOUN = re.compile(r"^(?:henne|ham|han|ho|hun|vedkommende)$", re.IGNORECASE)


def _clauses(text: str) -> list[str]:
    """The sentences of a text, also those parted by a semicolon: "Kari Berg har meldt forfall; vara Ola Dal møter"."""
    return [clause.strip() for sentence in sentences(text) for clause in sentence.split(";") if clause.strip()]


def absent_in_sentences(text: str, place: Place) -> Iterator[Attendee]:
    """Those of whom a sentence says that they were away: "Kari Berg hadde meldt forfall på grunn av sykdom."."""
    for sentence in _clauses(text):
        found = _HAD_ABSENCE.match(sentence)
        if found is None:
            continue
        names = parted(found["who"])
        if all(names_someone(each) for each in names):
            for each in names:
                for person in person_in(each, Heading(Presence.ABSENT, "Forfall", ""), place):
                    why = (found["why"] or found["because"] or found["leave"] or "").strip()
                    yield replace(person, reason=person.reason or why or None)


def stood_in(text: str, absent: str, place: Place, *, alone: bool, away: Sequence[str] = ()) -> Iterator[Attendee]:
    """Those of whom a sentence says in whose seat they sat; "henne" is the one named last as `absent`, and so is whom it leaves
    out where that one was `alone` in being away. One of those `away` may be told by the last name.
    """
    for sentence in _clauses(text):
        found = next((match for pattern in _STOOD_IN if (match := pattern.match(sentence))), None)
        if found is None or not is_person_name(found["name"].strip()):
            continue
        if not found["other"]:
            title = found.groupdict().get("title")
            yield Attendee(found["name"].strip(), title, None, Presence.SUBSTITUTE, absent if alone else None, place)
            continue
        other = absent if _PRONOUN.match(found["other"]) else found["other"].strip()
        other = next((name for name in away if name.endswith(f" {other}")), other)
        if is_person_name(other):
            whom = found.groupdict().get("whom")
            yield Attendee(found["name"].strip(), None, whom, Presence.SUBSTITUTE, other, place)
