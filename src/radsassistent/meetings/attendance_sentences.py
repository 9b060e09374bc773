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

# When it was known, and that nobody came: "meldte forfall om morgenen uten vara".
_HOW_AWAY = (
    r"(?:\s+(?:om\s+(?:morgen|morgon)\w*|(?:samme|same)\s+dag|dagen\s+(?:før|i\s+forveien)|(?:kort|rett|like)\s+(?:tid\s+)?før\s+møtet|på\s+(?:forhånd|førehand|kort\s+varsel)|"
    r"i\s+siste\s+liten|ute?n\s+(?:at\s+)?vara\w*(?:\s+(?:møtte|kom|var\s+innkalt))?|utan\s+(?:at\s+)?vara\w*(?:\s+(?:møtte|kom|var\s+innkalla))?))*"
)
# "Kari Berg og Ola Dal hadde meldt forfall på grunn av sykdom."
_HAD_ABSENCE = re.compile(
    r"^(?P<who>[^:]+?),?\s+(?:hadde|har|meldte|melde|var|hadde\s+meldt|har\s+meldt)\s+"
    r"(?:forfall|fr[aå]fall|avbud|fr[aå]vær|(?P<leave>permisjon(?:\s+(?:t\.?o\.?m\.?|til|fram\s+til|ut|i|frå|fra)\s(?!.*\bkl\b).+?)?))"
    rf"{_HOW_AWAY}(?:\s+(?:på\s+grunn\s+av|pga\.?|grunnet|grunna)\s+(?P<why>[^.,;]+)|\s*\((?P<because>[^()]+)\))?[.]?$",
    re.IGNORECASE,
)
# "Vara for henne: Ivar Dal.", "Vara for Kari Berg var Ivar Dal.", "Ivar Dal møtte som vara for Kari Berg."
_STOOD_IN = (
    re.compile(
        rf"^vara(?:medlem|representant)?\s+for\s+(?P<other>[^:]+?)\s*(?::|\s(?:var|er|møtte))\s*(?P<name>{CAPITAL}[^:,]+?)(?:,\s*(?P<whom>[^:]+?))?\.?$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^(?:vara\w*\s+)?(?P<name>{CAPITAL}[^:.]+?)\s+(?:møtte|møter|stilte)\s+(?:som\s+vara\s+)?(?:for|i\s+st(?:edet|aden)\s+for)\s+"
        rf"(?P<other>(?:henne|ham|han|ho|hun)|{CAPITAL}[^:.]+?)(?:\s*\([^()]*\))?(?:,\s+som\s[^:]+)?\.?$"
    ),
    # "For Berg møter Ivar Dal"
    re.compile(
        rf"^(?:[Ff]or|[Ii]\s+st(?:edet|aden)\s+for|[Ss]om\s+vara\w*\s+for)\s+(?P<other>{CAPITAL}[^:.,]*?)\s+(?:møter|møtte|kommer|kjem|deltar|deltek|stiller)\s+(?:(?:\d\.\s*)?vara\w*\s+)?"
        rf"(?P<name>{CAPITAL}[^:.,]+?)\.?$"
    ),
    # "Kari Berg ble erstattet av Ivar Dal."
    re.compile(
        rf"^(?P<other>{CAPITAL}[^:.,]*?)\s+(?:ble|blei|vart|var|er)\s+erstatt\w+\s+av\s+(?:vara\w*\s+)?(?P<name>{CAPITAL}[^:.,]+?)\.?$"
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
_DEPUTY_BEFORE = re.compile(r"^vara(?:medlem\w*|representant\w*)?\s+", re.IGNORECASE)
# A semicolon ends a clause, and so does the stop behind an hour.
_CLAUSE_ENDS = re.compile(rf";|(?<=\d\d[.:]\d\d)\.\s+(?={CAPITAL})")
_AND_ANOTHER = re.compile(
    rf",?\s+og\s+(?=(?:[Vv]ara\w*\s+)?{CAPITAL}[\w'’-]+(?:\s+{CAPITAL}[\w'’-]+)+\s+(?:møtte|møter)\s+(?:som\s+vara\s+)?(?:for|i\s+st))"
)
_TELLS = re.compile(r"\b(?:møtte|møter|forfall|fr[aå]fall)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"^(?:henne|ham|han|ho|hun|vedkommende)$", re.IGNORECASE)

_AWAY = r"(?:gyldig\s+|lovlig\s+|lovleg\s+|meldt\s+)*(?:forfall|fr[aå]fall|avbud|fr[aå]vær)"
_ROLE = (
    r"(?P<role>(?:møte|styre|utvalgs|utvals|råds|ord)?(?:leder|leiar|styrer|styrar|sekretær)|referent(?:ar|er)?|protokollfør(?:er|ar)|"
    r"observatør(?:er|ar|ane|ene)?)(?!\w)"
)
_DOES = r"(?:ledet|ledde|leia|leidde|styrte|førte|skreiv|skrev)\s+(?:møtet|protokoll\w*|møtebok\w*|møteboka|referat\w*)"
_THERE = r"(?:til\s?sted(?:e|es)|til\s?stades?|med)"
_ALSO = r"(?:også|òg|dessut[ea]n|elles|ellers|i\s+tillegg|videre|vidare)"
# What stands between "møtte" and the end of a sentence that says no more than that somebody met.
_HOW = (
    rf"(?:\s+(?:{_ALSO}|fram|frem|digitalt|(?:på|via|per|over)\s+(?i:skjerm|teams|video\w*|nett\w*|telefon|lenke)|(?:i|på)\s+møtet|"
    r"med\s+[\w-]+rett(?:\s+og\s+[\w-]+rett)?|ute?n\s+[\w-]+rett|utan\s+[\w-]+rett|(?:fra|frå)\s+[\wæøå]*(?:administrasjon|sekretariat)\w*|(?:under|til|fra|frå|i)\s+(?:sak\s+[\w/-]+|kl\.?\s*[\d.:]+)))*"
)
# The words before those who met: "Frå administrasjonen møtte …", "Til stades elles var …", "Som observatør deltok …".
_OPENING = re.compile(
    rf"^(?:(?:{_ALSO}|{_THERE}|(?:følgende|følgjande|disse|desse)|(?:faste\s+)?medlemm?er|(?:i|på)\s+møtet|(?:som\s+)?{_ROLE}|"
    rf"(?:som\s+)?(?P<vara>(?:møt[ea]nde\s+)?vara(?!\w*\s+for\b)\w*)|(?:av|blant)\s+[^,:]+?|(?:fra|frå)\s+(?P<body>[^,:]+?))\s+)+"
    rf"(?:var|møtte|deltok|stilte)(?:\s+(?:{_ALSO}|fram))?\s+(?P<who>[^:]+?)\.?$",
    re.IGNORECASE,
)
_LED = {"ledet": "ledet", "leia": "leia", "leidd": "leidde", "styrt": "styrte"}
_LED_BY = re.compile(
    r"^møtet\s+(?:ble|vart|blei)\s+(?P<led>ledet|leia|leidd|styrt)\s+av\s+(?P<who>[^:]+?)"
    r"(?:\s+(?:sidan|siden|fordi|ettersom|då|da)\s[^:]*)?\.?$",
    re.IGNORECASE,
)
_OPENING_AWAY = re.compile(
    rf"^(?:det\s+(?:var|er|ble|vart|blei)\s+)?(?:{_AWAY}(?:\s+(?:hadde|har|var|er|ble|vart|blei|meldte|melde))?(?:\s+meldt)?(?:\s+(?:av|fra|frå))?|"
    r"fr[aå]v[æe]r(?:ende|ande)\s+var|ikk(?:j)?e\s+(?:til\s?\w+|møtt)\s+var)\s+(?P<who>[^:]+?)\.?$",
    re.IGNORECASE,
)
_THEY_MET = re.compile(
    rf"^(?P<who>[^:]+?),?\s+(?:(?:var\s+(?:{_ALSO}\s+)?{_THERE}|møtte|deltok|stilte){_HOW}(?:\s+som\s+{_ROLE}{_HOW})?|"
    rf"(?P<does>{_DOES})|(?:var|fungerte\s+som)\s+(?P<was>{_ROLE.replace('?P<role>', '?:')}))\.?$"
)
_THEY_MET_NOT = re.compile(
    rf"^(?P<who>[^:]+?),?\s+(?:(?:hadde|har|meldte|melde)\s+{_AWAY}|(?:møtte|deltok)\s+ikk(?:j)?e|var\s+ikk(?:j)?e\s+{_THERE}|"
    r"var\s+(?:fr[aå]v[æe]r(?:ende|ande)|(?:for)?hindr\w+(?:\s+(?:fra|frå)\s+å\s+\w+)?))\.?$"
)
_AT_A_CASE = re.compile(r"\s(?P<case>(?:under|i)\s+sak\s+[\w/-]+)\.?$", re.IGNORECASE)
_AS = re.compile(rf"\s+som\s+{_ROLE}{_HOW}$")
_COMES_FROM = re.compile(r"^(?P<rest>.+?)\s+(?:fra|frå)\s+(?P<body>[^,()\d]+)$")
# Those who serve the body come from no other, and neither do its members.
_OWN_STAFF = re.compile(r"^[\wæøå]*(?:administrasjon|sekretariat)\w*$", re.IGNORECASE)
_OWN_MEMBERS = re.compile(r"^[\wæøå]*(?:rådet|utvalet|utvalget|styret|nemnda|medlemm?ene|medlemm?ane)$")
_PLURAL = re.compile(r"(?<=observatør)(?:er|ar|ane|ene)$|(?<=referent)(?:er|ar)$", re.IGNORECASE)
# More words between commas are no title and no body of somebody whom a sentence lists.
_WORDS_BESIDE = 5
_NEXT_ROLE = re.compile(rf",?\s+og\s+(?=(?:{_ROLE.replace('?P<role>', '?:')})\s+var\s)")


def _clauses(text: str) -> list[str]:
    """The sentences of a text, also those parted by a semicolon: "Kari Berg har meldt forfall; vara Ola Dal møter"."""
    clauses = [clause for sentence in sentences(text) for clause in _CLAUSE_ENDS.split(sentence)]
    return [part.strip() for clause in clauses for part in _parted_by_and(clause) if part.strip()]


def _parted_by_and(clause: str) -> list[str]:
    """ "Vara Ivar Dal møtte for Kari Berg, og Liv Vik møtte for Tor Lien": two sentences where both tell of somebody."""
    found = _AND_ANOTHER.search(clause)
    if found is None or _TELLS.search(clause[: found.start()]) is None:
        return [clause]
    return [clause[: found.start()], *_parted_by_and(clause[found.end() :])]


def absent_in_sentences(text: str, place: Place) -> Iterator[Attendee]:
    """Those of whom a sentence says that they were away: "Kari Berg hadde meldt forfall på grunn av sykdom."."""
    for sentence in _clauses(text):
        found = _HAD_ABSENCE.match(sentence)
        if found is None:
            continue
        names = _one_or_several(found["who"])
        if all(names_someone(each.split(",")[0]) for each in names):
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
        name = _DEPUTY_BEFORE.sub("", found["name"].strip()) if found is not None else ""
        if found is None or not is_person_name(name):
            continue
        if not found["other"]:
            title = found.groupdict().get("title")
            yield Attendee(name, title, None, Presence.SUBSTITUTE, absent if alone else None, place)
            continue
        other = absent if _PRONOUN.match(found["other"]) else found["other"].strip()
        other = next((each for each in away if each.endswith(f" {other}")), other)
        if is_person_name(other):
            whom = found.groupdict().get("whom")
            yield Attendee(name, None, whom, Presence.SUBSTITUTE, other, place)


def met_in_sentences(text: str, place: Place) -> Iterator[Attendee]:
    """Those of whom a sentence says no more than that they met, led, observed or served, or that they did not come."""
    for sentence in _clauses(text):
        for clause in _NEXT_ROLE.split(sentence):
            yield from _met(clause, place)


def _met(clause: str, place: Place) -> Sequence[Attendee]:
    if led := _LED_BY.match(clause):
        return _listed(led["who"], Heading(Presence.PRESENT, "", ""), place, role=f"{_LED[led['led'].lower()]} møtet")
    if away := _OPENING_AWAY.match(clause) or _THEY_MET_NOT.match(clause):
        return _listed(away["who"], Heading(Presence.ABSENT, "", ""), place)
    if opening := _OPENING.match(clause):
        deputies = Presence.SUBSTITUTE if opening["vara"] else Presence.PRESENT
        under, body = Heading(deputies, "", ""), opening["body"]
        return _listed(opening["who"], under, place, role=opening["role"], body=body)
    if told := _THEY_MET.match(clause):
        case = _AT_A_CASE.search(clause)
        role = told["role"] or told["was"] or told["does"] or (case["case"] if case is not None else None)
        return _listed(told["who"], Heading(Presence.PRESENT, "", ""), place, role=role)
    return ()


def _one_or_several(who: str) -> list[str]:
    """Whom the subject of a sentence names: two are joined by "og", one may have an organisation behind a comma."""
    parts = parted(who)
    of_one = len(parts) == 2 and who.endswith(f", {parts[1]}") and names_someone(parts[0])
    return [who] if of_one else parts


def _listed(
    who: str, under: Heading, place: Place, *, role: str | None = None, body: str | None = None
) -> list[Attendee]:
    """The people of a sentence, all of them with the role that it tells; none where a part of it names nobody."""
    who = re.sub(rf"\s+{_THERE}$", "", who)
    last = _AS.search(who)
    who = who[: last.start()] if last is not None else who
    entries: list[str] = []
    parts = _one_or_several(who)
    if len(parts) == 1 and "," in who:
        entries, parts = parts, []
    for part in parts:
        if names_someone(part) or ((far := _COMES_FROM.match(part)) and names_someone(far["rest"])):
            entries.append(part)
        elif entries and len(part.split()) <= _WORDS_BESIDE:
            entries[-1] += f", {part}"
        else:
            return []
    found: list[Attendee] = []
    for entry in entries:
        far = None if names_someone(entry) else _COMES_FROM.match(entry)
        of = far["body"] if far is not None else body
        of = None if _OWN_STAFF.match(of or "") or (far is None and _OWN_MEMBERS.match(of or "")) else of
        for person in person_in(far["rest"] if far is not None else entry, under, place):
            found.append(replace(person, organisation=person.organisation or of))
    roles = [role] * len(found)
    if last is not None and found:
        roles = [last["role"]] * len(found) if _PLURAL.search(last["role"]) else [*roles[:-1], last["role"]]
    return [
        replace(
            each, title=", ".join(filter(None, (each.title, _PLURAL.sub("", told).lower()))) if told else each.title
        )
        for each, told in zip(found, roles, strict=True)
    ]
