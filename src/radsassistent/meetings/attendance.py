"""Who met, who did not, and who sat in another's seat: the lists of names at the head of minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from radsassistent.documents import Document, Table
from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.attendees import Heading, names_someone, parted, people_in, person_in, tells_of_one
from radsassistent.meetings.flow import FRONT, Line, lines
from radsassistent.meetings.header import front
from radsassistent.meetings.labels import label as part_label
from radsassistent.meetings.meeting import Attendee, Place, Presence
from radsassistent.meetings.member_entries import Entry, entry_of
from radsassistent.meetings.outcomes import sentences
from radsassistent.meetings.people import is_person_name, is_role
from radsassistent.meetings.sections import LIST_HEADING

_ABSENT = re.compile(
    r"^(?:forfall|frafall|avbud|meldte?\s+(?:forfall|frafall|avbud|fravær)|fravær\w*|ikke\s+(?:til\s*stede|møtt)|ikkje\s+(?:til\s+stades|møtt)|"
    r"afbud|frånvarande|følgende\s+(?:\w+\s+){0,3}hadde\s+meldt\s+forfall|desse\s+hadde\s+meldt\s+forfall|forhindret)\b"
    r"|\bsom\s+ikk(?:j)?e\s+møtte\b|\bmeldt\s+(?:forfall|frafall|avbud|fravær)\b|\bikk(?:j)?e\s+(?:til\s+sted(?:e|es)|til\s+stades|her|med)\b|"
    r"^(?:hvem|kven|disse|desse)\s+(?:møtte|kom|deltok)\s+ikk(?:j)?e\b",
    re.IGNORECASE,
)
_SUBSTITUTE = re.compile(
    r"^(?:møtte?\s+for|vara(?:medlem\w*|representant\w*|er)?|møtte\s+som\s+vara|stedfortræder\w*|suppleant\w*|ersättare|tjänstgörande\s+ersättare|"
    r"tjenestegjørende\s+vara\w*|møtande\s+vara\w*|møtende\s+vara\w*)\b|\bvara(?:medlem\w*|representant\w*)?\s+(?:som\s+)?møtte\b|"
    r"^(?:følgende|desse)\s+vara\w*",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"^(?:til\s?stede|til\s?stades|tilstedeværende|møtende|møtande|frammøtte|fremmøtte|desse\s+møtte|disse\s+møtte|følgende\s+(?:\w+\s+){0,3}møtte|"
    r"faste\s+medlem\w*|medlemm?er|medlemene|deltak\w+|deltag\w+|deltok\w*|andre|øvrige|øvrig|fra\s+\w+|frå\s+\w+|sekretariat\w*|sekretær\w*|observatør\w*|"
    r"møteleder|møteleiar|referent|gjester|gjest|gäster|innleder\w*|närvarande|beslutande|övriga|mødedeltagere|styremedlemmer|styret|brukerutvalg\w*|"
    r"protokollfører|møtesekretær|ordstyrer|leder|nestleder|leiar|nestleiar|(?:i\s+tillegg|dessuten|ellers|elles)\s+(?:møtte|deltok|var)|(?:disse|desse|hvem|kven)\s+(?:var|møtte|kom|deltok)|administrasjonen)\b",
    re.IGNORECASE,
)
_COLUMN = {
    "name": re.compile(r"^(?:navn|namn|medlem(?:mer)?|deltaker(?:e)?|person)$", re.IGNORECASE),
    "title": re.compile(r"^(?:funksjon|rolle|stilling|tittel|verv|funktion)$", re.IGNORECASE),
    "organisation": re.compile(
        r"^(?:representerer|representerar|parti|organisasjon|virksomhet|verksemd|enhet|aktør|for|gruppe|part|side|virksomhed)$",
        re.IGNORECASE,
    ),
    "for": re.compile(r"^(?:møt(?:t|te|er)\s+for|vara\s+for|erstatter|erstattar|for\s+medlem)$", re.IGNORECASE),
    "absent": re.compile(r"^(?:forfall|frafall|fravær)$", re.IGNORECASE),
    "presence": re.compile(
        r"^(?:til\s?stede|til\s?stades|møtt|(?:opp|fram|frem)møte|status|tilstede\s*/\s*forfall|deltok)$", re.IGNORECASE
    ),
}
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
_FEWEST_ALONE = 2
_HERE = re.compile(r"^(?:x|ja|møtt|til\s?stede|til\s?stades|✓|deltok|ok)$", re.IGNORECASE)
_AWAY = re.compile(
    r"^(?:nei|fo|ff|ikke\s+møtt|ikkje\s+møtt|f)$|^(?:meldte?\s+)?(?:forfall|frafall|avbud|fravær\w*)\b", re.IGNORECASE
)
# "Ja, vara for Kari Berg", "Forfall; vara Ola Dal møtte", in the cell that tells who came.
_IN_CELL = rf"{CAPITAL}[\w'’-]*(?:\s+{CAPITAL}[\w'’-]*){{1,4}}"
_VARA_IN_CELL = re.compile(rf"\b[Vv]ara(?:medlem|representant)?:?\s+(?P<of>for\s+)?(?P<name>{_IN_CELL})")
# "Forfall, Ola Dal møtte som vara"
_CAME_IN_CELL = re.compile(rf"(?P<name>{_IN_CELL})\s+(?:møtte|møter|stilte|kom)\b(?!\s+ikk)(?P<of>)")


def attendance(document: Document) -> list[Attendee]:
    """The people named in the lists at the head of a document, each once, in its order."""
    read = [line for line in lines(document) if line.slide <= FRONT]
    head = front(read)
    found: dict[tuple[str, Presence], Attendee] = {}
    for attendee in _in_lines(head, document.sha256):
        known = found.setdefault((attendee.name, attendee.presence), attendee)
        found[attendee.name, attendee.presence] = _told_twice(known, attendee)
    absent = [attendee.name for attendee in found.values() if attendee.presence is Presence.ABSENT]
    return [_parted_from_absent(attendee, absent) for attendee in found.values()]


def _told_twice(known: Attendee, more: Attendee) -> Attendee:
    """Somebody with what a second line adds: the list of those who met says what the one who led the meeting is besides."""
    titles = [title for title in (more.title, known.title) if title]
    words = [set(title.casefold().split()) for title in titles]
    if len(titles) > 1 and (words[0] <= words[1] or words[1] <= words[0]):
        titles = [max(titles, key=len)]
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
    # Where two lines of a list are a person's each, all are.
    one = sum(line.table is None and tells_of_one(line.text) for line in read) >= _FEWEST_ALONE
    for line in read:
        place = Place(sha256, line.slide)
        if line.table is not None:
            yield from _in_table(line.table, under, place)
            continue
        text = line.text.strip(" *_")
        heading = _heading(text, line.heading)
        found = list(absent_in_sentences(text, place))
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
                yield from found
                continue
            under = under if _goes_on(names, line) else None
            found += people_in(names, under, place, one=one) if under is not None else ()
        yield from found
        away = [each.name for each in found if each.presence is Presence.ABSENT]
        absent = away[-1] if away else absent
        yield from stood_in(text, absent, place, alone=len(away) == 1)


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
    own = _heading(f"{label}:", False) is None and LIST_HEADING.match(text) is None and not is_role(label)
    return (label.strip(), names) if listed and own and label[:1].isupper() else ("", [])


def _names_in_front(text: str) -> str:
    """The first sentence of a text where it is a list of names and sentences follow it; else the whole text."""
    told = sentences(text)
    if len(told) < 2 or _is_prose(told[0]):
        return text
    listed = [each for each in parted(told[0].rstrip(".")) if each]
    follows = all(not names_someone(each.rstrip(".")) for each in told[1:])
    return told[0] if follows and listed and all(names_someone(each) for each in listed) else text


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


def _heading(text: str, set_apart: bool) -> Heading | None:
    """Words that open a list of people, with the names that follow on the line."""
    head, colon, rest = text.partition(":")
    if len(head.split()) > 9 or (not colon and not set_apart and len(head.split()) > 5) or (not colon and "," in head):
        return None
    if not colon and (head.endswith(".") or names_someone(head)):
        return None
    for presence, pattern in (
        (Presence.ABSENT, _ABSENT),
        (Presence.SUBSTITUTE, _SUBSTITUTE),
        (Presence.PRESENT, _PRESENT),
    ):
        if pattern.search(head):
            return Heading(presence, head.strip(), rest.strip())
    return None


def _is_prose(text: str) -> bool:
    """A sentence ends the list: many words, and words in small letters among them as no list of names has."""
    words = text.split()
    return len(words) > 8 and text.endswith(".") and sum(word[:1].islower() for word in words) > 0.5 * len(words)


def _in_table(table: Table, under: Heading | None, place: Place) -> Iterator[Attendee]:
    header = (table.label_header, *table.columns)
    columns = {
        role: number
        for role, pattern in _COLUMN.items()
        for number, name in enumerate(header)
        if pattern.match(name.strip(" :"))
    }
    rows = [(row.label, *row.values) for row in table.rows]
    if "name" in columns:
        for row in rows:
            yield from _row(row, columns, under, place)
        return
    current = under
    for row in [header, *rows]:
        # A table of labels: "Til stede" beside the names.
        heading = _heading(f"{row[0].rstrip(':')}:", True) if row[0] else None
        if heading is not None and len(row) > 1:
            current = Heading(heading.presence, heading.words.rstrip(":"), "")
        elif row[0]:
            continue
        for cell in row[1:]:
            for text in (cell or "").splitlines():
                if current is not None:
                    yield from people_in(text, current, place)


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
