"""Who met, who did not, and who sat in another's seat: the lists of names at the head of minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from radsassistent.documents import Document, Table
from radsassistent.meetings.flow import FRONT, Line, lines
from radsassistent.meetings.header import front
from radsassistent.meetings.labels import label as part_label
from radsassistent.meetings.meeting import Attendee, Place, Presence
from radsassistent.meetings.outcomes import sentences
from radsassistent.meetings.people import is_person_name
from radsassistent.meetings.sections import LIST_HEADING

_ABSENT = re.compile(
    r"^(?:forfall|frafall|avbud|meldte?\s+(?:forfall|frafall|avbud|fravær)|fravær\w*|ikke\s+(?:til\s*stede|møtt)|ikkje\s+(?:til\s+stades|møtt)|"
    r"afbud|frånvarande|følgende\s+(?:\w+\s+){0,3}hadde\s+meldt\s+forfall|desse\s+hadde\s+meldt\s+forfall|forhindret)\b"
    r"|\bsom\s+ikk(?:j)?e\s+møtte\b|\bmeldt\s+(?:forfall|frafall|avbud|fravær)\b|\bikk(?:j)?e\s+til\s+sted(?:e|es)\b",
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
    r"protokollfører|møtesekretær|ordstyrer|leder|nestleder|leiar|nestleiar|i\s+tillegg\s+møtte|dessuten\s+møtte|administrasjonen)\b",
    re.IGNORECASE,
)
_ROLE_LABEL = re.compile(
    r"^(?:møteleder|møteleiar|referent|sekretær|møtesekretær|protokollfører|ordstyrer|leder|nestleder|leiar|nestleiar|observatør)$",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"^(?:ingen|inga|ingen\s+forfall|alle|-|–|nei)\.?$", re.IGNORECASE)
_FOR = re.compile(
    r"^(?P<name>.+?)[\s,(]+(?:møt(?:t|te|er)\s+(?:som\s+vara\s+)?for|(?:personlig\s+)?vara(?:medlem|representant)?\s+for|var\s+for|for|på\s+vegne\s+av|pva\.?|i\s+stedet\s+for)\s+(?P<other>[^(),;]+)\)?(?P<rest>.*)$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<inside>[^()]+)\)\s*(?P<rest>.*)$")
_TITLES = (
    r"(?:direktør|leder|leiar|sjef|rådgiver|rådgjevar|lege|ansvarlig|koordinator|sekretær|konsulent|professor|advokat|ordfører|ordførar|medlem|"
    r"representant|observatør|referent|rådmann|fagansvarlig|formand|ordförande|ledamot|nestleder|nestleiar|ektor|prosjektleder|arkitekt|forsker)"
)
_TITLE = re.compile(rf"{_TITLES}\w*$", re.IGNORECASE)
# A word that goes on is another: "(tannlegetime)" says why somebody is away.
_WHOLE_TITLE = re.compile(rf"{_TITLES}(?:en|a|e|n)?$", re.IGNORECASE)
_COLUMN = {
    "name": re.compile(r"^(?:navn|namn|medlem(?:mer)?|deltaker(?:e)?|person)$", re.IGNORECASE),
    "title": re.compile(r"^(?:funksjon|rolle|stilling|tittel|verv|funktion)$", re.IGNORECASE),
    "organisation": re.compile(
        r"^(?:representerer|representerar|parti|organisasjon|virksomhet|verksemd|enhet|aktør|for|gruppe|virksomhed)$",
        re.IGNORECASE,
    ),
    "for": re.compile(r"^(?:møt(?:t|te|er)\s+for|vara\s+for|erstatter|erstattar|for\s+medlem)$", re.IGNORECASE),
    "absent": re.compile(r"^(?:forfall|frafall|fravær)$", re.IGNORECASE),
    "presence": re.compile(
        r"^(?:til\s?stede|til\s?stades|møtt|oppmøte|status|tilstede\s*/\s*forfall|deltok)$", re.IGNORECASE
    ),
}
# Why somebody was away, where no brackets say that it is a reason: "Kari Berg – syk".
_REASON = re.compile(
    r"^(?:syk\w*|sjuk\w*|ferie\w*|permisjon\w*|foreldreperm\w*|kurs\w*|(?:tjeneste|teneste|jobb)?reise\w*|jobb\w*|arbeid\w*|annet\s+møte|anna\s+møte|"
    r"begravelse\w*|gravferd\w*|inhabil\w*|ugild\w*|velferd\w*|sick\w*|illness|travel\w*)\b",
    re.IGNORECASE,
)
# "Kari Berg og Ola Dal hadde meldt forfall på grunn av sykdom."
_HAD_ABSENCE = re.compile(
    r"^(?P<who>[^:]+?)\s+(?:hadde|har|meldte|melde|var|hadde\s+meldt|har\s+meldt)\s+(?:forfall|frafall|avbud|fravær)"
    r"(?:\s+(?:på\s+grunn\s+av|pga\.?|grunnet|grunna)\s+(?P<why>[^.,;]+))?[.]?$",
    re.IGNORECASE,
)
# "Vara for henne: Ivar Dal.", "Vara for Kari Berg var Ivar Dal.", "Ivar Dal møtte som vara for Kari Berg."
_STOOD_IN = (
    re.compile(
        r"^vara(?:medlem|representant)?\s+for\s+(?P<other>[^:]+?)\s*(?::|\s(?:var|er|møtte))\s*(?P<name>[A-ZÆØÅ][^:]+?)\.?$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?P<name>[A-ZÆØÅ][^:.]+?)\s+(?:møtte|møter|stilte)\s+(?:som\s+vara\s+)?(?:for|i\s+stedet\s+for)\s+(?P<other>[A-ZÆØÅ][^:.]+?)\.?$"
    ),
)
_PRONOUN = re.compile(r"^(?:henne|ham|han|ho|hun|vedkommende)$", re.IGNORECASE)
# A row of a table whose cells have run together: "Kari Berg MEDL AP", and the names of its columns.
_FLAT_ROW = re.compile(
    r"^(?P<name>(?:[A-ZÆØÅ][a-zæøåé'’.-]+\s+){2,5}?)(?P<role>MEDL|LEDER|NESTL|NESTLEDER|VARA|ORDF|VARAORDF|OBS|Medlem|Leder|Nestleder)?"
    r"\s*(?P<party>[A-ZÆØÅ]{1,4}|KrF|Krf|FrP|Frp|Sp|Ap|Sv)?$"
)
_COLUMN_NAMES = re.compile(
    r"^(?:navn|namn)\s+(?:funksjon|rolle|stilling|parti|representerer|møtte?\s+for)\b", re.IGNORECASE
)
# Lines of "Name (party)" that were joined: a name follows the brackets without a sign between.
_RUN_TOGETHER = re.compile(r"\)\s+[A-ZÆØÅ][\wæøå-]+\s+[A-ZÆØÅ]")
_HERE = re.compile(r"^(?:x|ja|møtt|til\s?stede|til\s?stades|✓|deltok|ok)$", re.IGNORECASE)
_AWAY = re.compile(r"^(?:nei|forfall|frafall|fo|ff|fravær\w*|ikke\s+møtt|ikkje\s+møtt|f)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Heading:
    presence: Presence
    words: str
    rest: str


def attendance(document: Document) -> list[Attendee]:
    """The people named in the lists at the head of a document, each once, in its order."""
    read = [line for line in lines(document) if line.slide <= FRONT]
    head = front(read)
    found: dict[tuple[str, Presence], Attendee] = {}
    for attendee in _in_lines(head, document.sha256):
        found.setdefault((attendee.name, attendee.presence), attendee)
    absent = [attendee.name for attendee in found.values() if attendee.presence is Presence.ABSENT]
    return [_parted_from_absent(attendee, absent) for attendee in found.values()]


def _parted_from_absent(attendee: Attendee, absent: Sequence[str]) -> Attendee:
    """A substitute without the name of the one whose seat it is, where the cells of both have run together."""
    if attendee.presence is Presence.SUBSTITUTE and attendee.substitutes_for is None:
        for other in absent:
            if attendee.name.endswith(f" {other}") and is_person_name(attendee.name.removesuffix(f" {other}")):
                return replace(attendee, name=attendee.name.removesuffix(f" {other}"), substitutes_for=other)
    return attendee


def _in_lines(read: Sequence[Line], sha256: str) -> Iterator[Attendee]:
    under: _Heading | None = None
    absent = ""
    for line in read:
        place = Place(sha256, line.slide)
        if line.table is not None:
            yield from _in_table(line.table, under, place)
            continue
        text = line.text.strip(" *_")
        heading = _heading(text, line.heading)
        found = list(_absent_in_sentences(text, place))
        if heading is not None:
            under = heading
            found += _people(_names_in_front(heading.rest), heading, place)
        elif under is not None:
            names = _names_in_front(text)
            under = under if _goes_on(names, line) else None
            found += _people(names, under, place) if under is not None else ()
        yield from found
        absent = next((each.name for each in reversed(found) if each.presence is Presence.ABSENT), absent)
        yield from _stood_in(text, absent, place)


def _goes_on(text: str, line: Line) -> bool:
    """Whether a line under the words over a list of people belongs to it."""
    if LIST_HEADING.match(text) or part_label(line) is not None or ":" in text[:40] or _is_prose(text):
        return False
    return not line.heading or is_person_name(text)


def _names_in_front(text: str) -> str:
    """The first sentence of a text where it is a list of names and sentences follow it; else the whole text."""
    told = sentences(text)
    if len(told) < 2 or _is_prose(told[0]):
        return text
    listed = [each for each in _parted(told[0].rstrip(".")) if each]
    follows = all(not _names_someone(each.rstrip(".")) for each in told[1:])
    return told[0] if follows and listed and all(_names_someone(each) for each in listed) else text


def _absent_in_sentences(text: str, place: Place) -> Iterator[Attendee]:
    """Those of whom a sentence says that they were away: "Kari Berg hadde meldt forfall på grunn av sykdom."."""
    for sentence in sentences(text):
        found = _HAD_ABSENCE.match(sentence)
        if found is None:
            continue
        names = _parted(found["who"])
        if all(_names_someone(each) for each in names):
            for each in names:
                for person in _person(each, _Heading(Presence.ABSENT, "Forfall", ""), place):
                    yield replace(person, reason=person.reason or (found["why"] or "").strip() or None)


def _stood_in(text: str, absent: str, place: Place) -> Iterator[Attendee]:
    """Those of whom a sentence says in whose seat they sat; "henne" is the one named last as `absent`."""
    for sentence in sentences(text):
        found = next((match for pattern in _STOOD_IN if (match := pattern.match(sentence))), None)
        if found is None or not is_person_name(found["name"].strip()):
            continue
        other = absent if _PRONOUN.match(found["other"]) else found["other"].strip()
        if is_person_name(other):
            yield Attendee(found["name"].strip(), None, None, Presence.SUBSTITUTE, other, place)


def _heading(text: str, set_apart: bool) -> _Heading | None:
    """Words that open a list of people, with the names that follow on the line."""
    head, colon, rest = text.partition(":")
    if len(head.split()) > 9 or (not colon and not set_apart and len(head.split()) > 5) or (not colon and "," in head):
        return None
    if not colon and (head.endswith(".") or is_person_name(head)):
        return None
    for presence, pattern in (
        (Presence.ABSENT, _ABSENT),
        (Presence.SUBSTITUTE, _SUBSTITUTE),
        (Presence.PRESENT, _PRESENT),
    ):
        if pattern.search(head):
            return _Heading(presence, head.strip(), rest.strip())
    return None


def _is_prose(text: str) -> bool:
    """A sentence ends the list: many words, and words in small letters among them as no list of names has."""
    words = text.split()
    return len(words) > 8 and text.endswith(".") and sum(word[:1].islower() for word in words) > 0.5 * len(words)


def _people(text: str, under: _Heading, place: Place) -> Iterator[Attendee]:
    """The people in a line: one with title and organisation, or several between commas, semicolons and "og"."""
    text = text.strip(" .•-–")
    if not text or _NOBODY.match(text):
        return
    if _RUN_TOGETHER.search(text):
        # Which name a title between two of them belongs to cannot be told.
        for each in re.split(r"(?<=\))[\s,]+", text):
            bare = re.sub(r"^(?:[a-zæøå]\S*\s+)+", "", each.strip(" ,"))
            yield from _person(bare, under, place)
        return
    for part in text.split(";"):
        names = _parted(part)
        if len(names) > 1 and all(_names_someone(each) for each in names):
            for each in names:
                yield from _person(each, under, place)
        elif len(names) > 2 and sum(_names_someone(each) for each in names) >= 2:
            yield from _with_titles(names, under, place)
        else:
            yield from _person(part.strip(), under, place)


def _parted(text: str) -> list[str]:
    """What stands between commas and "og", brackets kept whole."""
    return [
        each.strip()
        for each in re.split(r"(?:,\s*(?:(?:og|samt|och)\s+)?|\s+og\s+|\s+och\s+(?=[A-ZÅÄÖ]))(?![^()]*\))", text)
        if each.strip()
    ]


def _with_titles(parts: Sequence[str], under: _Heading, place: Place) -> Iterator[Attendee]:
    """ "Kari Berg, direktør, Ola Dal, rådgiver": what is no name belongs to the one before it."""
    current: list[str] = []
    for each in parts:
        if _names_someone(each) and current:
            yield from _person(", ".join(current), under, place)
            current = []
        current.append(each)
    yield from _person(", ".join(current), under, place)


def _names_someone(text: str) -> bool:
    bare = re.sub(r"\s*\([^)]*\)", "", text).strip()
    found = _FOR.match(text)
    return (
        is_person_name(bare)
        or (found is not None and is_person_name(found["name"].strip(" (,")))
        or _without_title(bare)[0] is not None
    )


def _person(text: str, under: _Heading, place: Place) -> Iterator[Attendee]:
    instead: str | None = None
    found = _FOR.match(text)
    if found is not None and is_person_name(re.sub(r"\s*\([^)]*\)?", "", found["name"]).strip(" (,").split(",")[0]):
        instead = found["other"].strip()
        text = f"{found['name'].strip(' (,')} {found['rest'].strip()}".strip()
        text = re.sub(r"\s+,", ",", text)
    organisation: str | None = None
    title: str | None = None
    reason: str | None = None
    bracketed = _BRACKETED.match(text)
    if bracketed is not None and "," in bracketed["name"]:
        # "Name, Organisation (its short name)": the brackets are the organisation's.
        bracketed = None
    if bracketed is not None:
        text = f"{bracketed['name']}{bracketed['rest']}"
        title, organisation, reason = _of_brackets(bracketed["inside"].strip(), under.presence)
    parts = [part.strip() for part in re.split(r",\s*|\s+[–-]\s+|\s+v/\s*", text) if part.strip()]
    if not parts or _COLUMN_NAMES.match(parts[0]):
        return
    flat = _FLAT_ROW.match(parts[0])
    if flat is not None and is_person_name(flat["name"].strip()):
        parts = [flat["name"].strip(), *parts[1:]]
        title = title or flat["role"]
        organisation = organisation or flat["party"]
    name, before = parts[0], None
    if not is_person_name(name):
        stripped, before = _without_title(name)
        if stripped is None:
            return
        name = stripped
    for part in parts[1:]:
        if under.presence is Presence.ABSENT and reason is None and _REASON.match(part):
            reason = part.rstrip(".")
        elif _TITLE.search(part) and title is None:
            title = part
        else:
            organisation = f"{organisation}, {part}" if organisation else part
    title = title or before or (under.words if _ROLE_LABEL.match(under.words) else None)
    # The stop of a sentence, not of an initial ("Kari B.").
    name = re.sub(r"(?<=\w\w)\.$", "", name)
    presence = Presence.SUBSTITUTE if instead and under.presence is Presence.PRESENT else under.presence
    yield Attendee(name, title, organisation, presence, instead, place, reason)


def _of_brackets(inside: str, presence: Presence) -> tuple[str | None, str | None, str | None]:
    """What the brackets behind a name say: the title, the organisation or why somebody was away."""
    if (_WHOLE_TITLE if presence is Presence.ABSENT else _TITLE).search(inside):
        return inside, None, None
    if presence is Presence.ABSENT and (inside[:1].islower() or _REASON.match(inside)) and ":" not in inside:
        return None, None, inside
    of_time = re.search(r"\bkl\b|\bsak\b|\d", inside)
    return None, None if of_time else inside, None


def _without_title(text: str) -> tuple[str | None, str | None]:
    """A name behind a title or before it: "kommunedirektør Kari Berg", "Kari Berg styreleder"; else (None, None)."""
    words = text.split()
    for cut in (1, 2, 3):
        if len(words) - cut >= 2 and _TITLE.search(words[cut - 1]) and is_person_name(" ".join(words[cut:])):
            return " ".join(words[cut:]), " ".join(words[:cut])
        if len(words) - cut >= 2 and _TITLE.search(words[-cut]) and is_person_name(" ".join(words[:-cut])):
            return " ".join(words[:-cut]), " ".join(words[-cut:])
    return None, None


def _in_table(table: Table, under: _Heading | None, place: Place) -> Iterator[Attendee]:
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
            current = _Heading(heading.presence, heading.words.rstrip(":"), "")
        elif row[0]:
            continue
        for cell in row[1:]:
            for text in (cell or "").splitlines():
                if current is not None:
                    yield from _people(text, current, place)


def _row(
    row: Sequence[str | None], columns: dict[str, int], under: _Heading | None, place: Place
) -> Iterator[Attendee]:
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
    yield Attendee(
        cells["name"],
        cells.get("title") or None,
        cells.get("organisation") or None,
        presence,
        cells.get("for") or None,
        place,
    )
