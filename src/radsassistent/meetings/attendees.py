"""Whom a line of minutes names: one with title and organisation, or several between commas, semicolons and "og"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from radsassistent.documents.letters import CAPITAL, SMALL, SMALLS
from radsassistent.meetings.meeting import Attendee, Place, Presence
from radsassistent.meetings.people import is_person_name, is_title, titled_name

_ROLE_LABEL = re.compile(
    r"^(?:møteleder|møteleiar|referent|sekretær|møtesekretær|protokollfører|ordstyrer|leder|nestleder|leiar|nestleiar|observatør)$",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"^(?:ingen|inga|ingen\s+forfall|alle|-|–|nei)\.?$", re.IGNORECASE)
_FOR = re.compile(
    r"^(?P<name>.+?)[\s,(]+(?:som\s+)?(?:(?:møt(?:t|te|er)|stilte)\s+(?:(?:fra|frå|under|i)\s+(?!st(?:edet|aden)\b)[^,()]*?\s+)?(?:som\s+vara\s+)?(?:i\s+st(?:edet|aden)\s+)?for|"
    r"(?:personlig\s+|personleg\s+)?(?:vara(?:medlem|representant)?|st[ae]dfortred[ea]r)\s+for|var\s+for|for|på\s+vegne\s+av|pva\.?|i\s+st(?:edet|aden)\s+for)\s+"
    r"(?P<other>[^(),;]+)\)?(?P<rest>.*)$",
    re.IGNORECASE,
)
# "Name, Forum for fjell": the words before "for" are the organisation's, where no sign parts them from it.
_PLAIN_FOR = re.compile(r"\s+for\s", re.IGNORECASE)
# "Kari Berg, Oppdiktetaten, møtte ikke": one of those listed did not come.
_NO_DEPUTY_WORDS = (
    r"(?:(?:ingen|inga|ute?n|utan)\s+vara\w*(?:\s+(?:møtte|kom|inn\w*))?|\bvara\w*\s+(?:møtte|kom)(?:\s+ikk(?:j)?e)?)"
)
_NO_DEPUTY = re.compile(rf"[\s.,;–-]*(?:\({_NO_DEPUTY_WORDS}\)|{_NO_DEPUTY_WORDS})\.?$", re.IGNORECASE)
# How much of the meeting somebody was there, and how: "under sak 3/31", "til kl. 12:00", "på Teams".
_PART_OF_MEETING = re.compile(
    r"(?:^|[\s,–-]+)(?:(?:under|til|fra|frå|før|etter|i|ved|på)\s+(?:og\s+med\s+)?(?:behandlinga?\w*\s+av\s+)?(?:[\w-]{1,4}[\s-])?(?:sak\w*|kl)\b[^(),;]*|"
    r"(?:på|via|per|over)\s+(?:skjerm|teams|video\w*|nett\w*|lenke|telefon)|digitalt)\.?$",
    re.IGNORECASE,
)
# A guest is there for a case.
_FOR_A_CASE = re.compile(r"^(?:under|i)\s+.*\bsak", re.IGNORECASE)
# ", som skreiv møteboka", ", som kom kl. 11"
_CLAUSE = re.compile(
    r",?\s+som\s+(?:(?P<does>(?:førte|skr(?:ei|e)v|lei\w+|led\w+|styrte)\s+\w+)|er|var|har|hadde|kom|møtte|deltok|gikk|gjekk|forlot)\b.*$"
)
# In brackets behind who was away: "(Dal møtte)", "(vara: Ola Dal)", "(erstatta av Ola Dal)"
_NAMED = rf"(?P<name>{CAPITAL}[\w'’.-]*(?:\s+{CAPITAL}[\w'’-]*){{0,4}})"
_CAME_INSTEAD = (
    re.compile(rf"^{_NAMED}\s+(?:(?:møtte|møter|stilte|kom)\b(?!\s+ikk).*|vara)$"),
    re.compile(
        rf"^(?:[Vv]ara\w*|[Ss]t[ae]dfortred[ea]r|[Ee]rstatta?\w*\s+av|(?:[Ff]or\s+\w+|[Ii]\s+st(?:edet|aden))\s+møtte)[\s:]+(?!for\b){_NAMED}(?:\s+(?:møtte|møter))?$"
    ),
)
# "varamedlemmene Kari Berg og Ola Dal": what each of those who follow is.
_OF_SEVERAL = re.compile(
    rf"^(?P<one>[{SMALLS}]*(?:medlem|representant|observatør|giver|gjevar|leder|leiar|sjef|direktør))(?:m?(?:ene|ane|er|ar)|ne|e)\s+(?={CAPITAL})"
)
_CAME_NOT = re.compile(
    r",?\s+(?:(?:møtte|kom|deltok)\s+ikk(?:j)?e|var\s+ikk(?:j)?e\s+(?:til\s*ste(?:de|des)|til\s+stades|med))$",
    re.IGNORECASE,
)
# What is no organisation behind a name: an hour, a case, a reason, what somebody did.
_OF_TIME = re.compile(
    r"\bkl\b|\bsak\b|\d|\b(?:møtte|forlot|inhabil|ugild|digitalt|fratrådte)\b|^(?:på|via|per|over)\s+(?:skjerm|teams|video\w*|nett\w*|lenke|telefon)\b",
    re.IGNORECASE,
)
_BRACKETS_LAST = re.compile(r"^(?P<rest>[^()]+?)\s*\((?P<inside>[^()]+)\)$")
_BRACKETED = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<inside>[^()]+)\)\s*(?P<rest>.*)$")
_TITLES = (
    r"(?:direktør|leder|leiar|sjef|rådgiver|rådgjevar|lege|ansvarlig|koordinator|sekretær|konsulent|professor|advokat|ordfører|ordførar|medlem|"
    r"representant|observatør|referent|rådmann|fagansvarlig|formand|ordförande|ledamot|nestleder|nestleiar|ektor|prosjektleder|arkitekt|forsker|jurist)"
)
_TITLE = re.compile(rf"{_TITLES}\w*$", re.IGNORECASE)
# "Fylkeslegen" is an office that somebody comes from, no title of one.
_DEFINITE_OFFICE = re.compile(rf"^{CAPITAL}[{SMALLS}]+en$")
# A word in small letters before a name is a title, whatever the title: "kyrkjeverje Kari Berg"; but none of these.
_ANY_TITLE = re.compile(
    rf"^(?P<title>(?!(?:[{SMALLS}]+\s)?(?:og|for|til|med|av|som|i|på|fra|frå|ved|hos|mot|men|at|om|når|da|under|samt|pluss|både|også|inkl|ute?n|utan|mens|etter|før|kl|sak|"
    rf"er|var|ble|blei|vart|blir|vert|[{SMALLS}]+[td]e|møter|deltar|deltek|deltok|kommer|kjem|kom|den|det|de|dei)\s)[{SMALLS}-]{{4,}}(?:\s[{SMALLS}-]{{4,}})?)\s(?P<name>{CAPITAL}.*)$"
)
# "sekretær for styret"
_TITLE_OF = re.compile(rf"^(?=[{SMALLS}])[{SMALLS}-]*{_TITLES}[{SMALLS}]*\s+(?:for|i|av|ved)\s")
# "vara Kari Berg", "ansattvalgt Ola Dal"
_SEAT = re.compile(r"^(?:vara|\w*(?:valgt|vald))$", re.IGNORECASE)
_DEPUTY_BEFORE = re.compile(rf"^(?:\d\.\s*)?[Vv]ara(?:medlem|representant)?\s+(?={CAPITAL}\S*\s+{CAPITAL})")
# A word that goes on is another: "(tannlegetime)" says why somebody is away.
_WHOLE_TITLE = re.compile(rf"{_TITLES}(?:en|a|e|n)?$", re.IGNORECASE)
# Why somebody was away, where no brackets say that it is a reason: "Kari Berg – syk".
REASON = re.compile(
    r"^(?:syk\w*|sjuk\w*|ferie\w*|permisjon\w*|foreldreperm\w*|kurs\w*|(?:tjeneste|teneste|jobb)?reise\w*|jobb\w*|arbeid\w*|annet\s+møte|anna\s+møte|"
    r"begravelse\w*|gravferd\w*|inhabil\w*|ugild\w*|velferd\w*|sick\w*|illness|travel\w*)\b",
    re.IGNORECASE,
)
# A row of a table whose cells have run together: "Kari Berg MEDL AP", and the names of its columns.
_FLAT_ROW = re.compile(
    rf"^(?P<name>(?:{CAPITAL}[{SMALLS}'’.-]+\s+){{2,5}}?)(?P<role>MEDL|LEDER|NESTL|NESTLEDER|VARA|ORDF|VARAORDF|OBS|Medlem|Leder|Nestleder)?"
    rf"\s*(?P<party>{CAPITAL}{{1,4}}|KrF|Krf|FrP|Frp|Sp|Ap|Sv)?$"
)
_COLUMN_NAMES = re.compile(
    r"^(?:navn|namn)\s+(?:funksjon|rolle|stilling|parti|representerer|møtte?\s+for)\b", re.IGNORECASE
)
# Lines of "Name (party)" that were joined: a name follows the brackets without a sign between.
_RUN_TOGETHER = re.compile(rf"\)\s+{CAPITAL}[\wæøå-]+\s+{CAPITAL}")
# Sentences of a list that each begin with a name: "Kari Berg møtte for Ola Dal. Tor Lien møtte for Anne Vik."
# "Kari Berg og Ola Dal, Oppdikt kommune".
_SEVERAL_OF_ONE_BODY = re.compile(r"^(?P<names>[^,]+\s+og\s+[^,]+),\s*(?P<body>[^,;]+?)\.?$")
_DASH = re.compile(r"\s+[–-]\s+")
_NEXT_SENTENCE = re.compile(rf"(?<=[\w)]{{2}})\.\s+(?={CAPITAL}[\w-]+\s+{CAPITAL})")
_SENTENCE_ENDS = re.compile(rf"(?<={SMALL}{{2}})\.\s+(?={CAPITAL})")
# Brackets told of two groups at least show that names stand group by group.
_FEWEST_GROUPS = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """Words over a list of people: how those below it took part, the names that follow on the line, and where they are from."""

    presence: Presence
    words: str
    rest: str
    body: str | None = None


def is_nobody(text: str) -> bool:
    """Whether a text stands for an empty list: "Ingen", "–"."""
    return _NOBODY.match(text.strip()) is not None


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands in brackets behind a name."""

    titles: Sequence[str] = ()
    organisation: str | None = None
    reason: str | None = None
    came: str | None = None


def people_in(text: str, under: Heading, place: Place, *, one: bool = False) -> Iterator[Attendee]:
    """The people in a line: one with title and organisation, or several between commas, semicolons and "og". In a list with one a
    line (`one`) two names are a person's and an organisation's.
    """
    text = text.strip(" .•-–")
    if not text or is_nobody(text):
        return
    if _RUN_TOGETHER.search(text):
        # Which name a title between two of them belongs to cannot be told.
        for each in re.split(r"(?<=\))[\s,]+", text):
            bare = re.sub(rf"^(?:{SMALL}\S*\s+)+", "", each.strip(" ,"))
            yield from person_in(bare, under, place)
        return
    with_bodies = _names_bodies_too(text)
    one = one or with_bodies
    for told in _sentences_of_people(text):
        part = _NO_DEPUTY.sub("", told)
        several = _SEVERAL_OF_ONE_BODY.match(part.strip()) if with_bodies else None
        if several is not None and all(map(is_person_name, names_of := parted(several["names"]))):
            for each in names_of:
                yield from person_in(f"{each}, {several['body']}", under, place)
            continue
        missed = _CAME_NOT.search(part)
        if missed is not None:
            yield from person_in(part[: missed.start()].strip(), Heading(Presence.ABSENT, "Forfall", ""), place)
            continue
        names = _each_with_title(_with_shared_brackets(parted(part)))
        if one and len(names) == 2 and "," in part and is_person_name(_BRACKETS_LAST.sub(r"\g<rest>", names[0])):
            yield from person_in(part.strip(), under, place)
        elif len(names) > 1 and all(names_someone(each) for each in names):
            for each in names:
                yield from person_in(each, under, place)
        elif len(names) > 2 and sum(names_someone(each) for each in names) >= 2:
            yield from _with_titles(names, under, place)
        else:
            yield from person_in(part.strip(), under, place)


def _names_bodies_too(text: str) -> bool:
    """Whether a list between semicolons tells behind a comma where each comes from: one of those is no person's name."""
    parts = [part.strip() for part in text.split(";")]
    behind = [part.rpartition(", ")[2] for part in parts if ", " in part]
    return len(parts) > 1 and len(behind) == len(parts) and not all(map(is_person_name, behind))


def _sentences_of_people(text: str) -> list[str]:
    """The parts of a list between semicolons, and its sentences where each names somebody."""
    parts = text.split(";")
    told = [sentence for part in parts for sentence in _NEXT_SENTENCE.split(part)]
    return told if all(names_someone(each.split(",")[0].strip()) for each in told) else parts


def tells_of_one(text: str) -> bool:
    """Whether a line is a person's name and, behind a comma, what can be nothing but an organisation or a title."""
    name, comma, rest = re.sub(r"\s*\([^)]*\)", "", text).strip(" .•-–").partition(",")
    return bool(comma) and is_person_name(name.strip()) and not any(map(names_someone, parted(rest)))


def _with_shared_brackets(names: list[str]) -> list[str]:
    """ "Kari Berg, Ola Dal og Liv Vik (A), Tor Lien (B)": where each run of names ends in brackets, they are of all of it."""
    inside = [match["inside"] if (match := _BRACKETED.match(name)) and not match["rest"] else None for name in names]
    told = [each for each in inside if each]
    if len(told) == len(names) or len(set(told)) < _FEWEST_GROUPS or not inside[-1]:
        return names
    if any(_TITLE.search(each) or each[:1].islower() or any(map(str.isdigit, each)) for each in told):
        return names
    shared: list[str] = []
    of_run = ""
    for name, own in zip(reversed(names), reversed(inside), strict=True):
        of_run = own or of_run
        shared.append(name if own else f"{name} ({of_run})")
    return shared[::-1]


def parted(text: str) -> list[str]:
    """What stands between commas and "og", brackets kept whole."""
    return [
        each.strip()
        for each in re.split(
            rf"(?:,\s*(?!som\s)(?:(?:og|samt|och)\s+)?|\s+(?:og(?!\s+med\b)|samt)\s+|\s+och\s+(?={CAPITAL}))(?![^()]*\))",
            text,
        )
        if each.strip()
    ]


def _each_with_title(names: list[str]) -> list[str]:
    """ "varamedlemmene Kari Berg og Ola Dal": each of them is one, until another is told to be something else."""
    told: list[str] = []
    one = ""
    for name in names:
        several = _OF_SEVERAL.match(name)
        if several is not None:
            one = several["one"]
            name = name[several.end() :]
        elif not name[:1].isupper():
            one = ""
        told.append(f"{one} {name}".strip())
    return told


def _with_titles(parts: Sequence[str], under: Heading, place: Place) -> Iterator[Attendee]:
    """ "Kari Berg, direktør, Ola Dal, rådgiver": what is no name belongs to the one before it."""
    current: list[str] = []
    for each in parts:
        if names_someone(each) and current:
            yield from person_in(", ".join(current), under, place)
            current = []
        current.append(each)
    yield from person_in(", ".join(current), under, place)


def names_someone(text: str) -> bool:
    """Whether a text is a person's name, with a title or brackets or with whose seat it was."""
    bare = _bare(re.sub(r"\s*\([^)]*\)", "", text).strip())
    found = _in_whose_seat(text)
    return (
        is_person_name(_DASH.split(bare)[0])
        or (found is not None and is_person_name(_before_seat(found).strip(" (,")))
        or _without_title(bare)[0] is not None
    )


def _bare(text: str) -> str:
    """A text without what it says of how somebody met, and of nobody coming instead."""
    return _PART_OF_MEETING.sub("", _CLAUSE.sub("", _NO_DEPUTY.sub("", text)))


def is_part_of_meeting(text: str) -> bool:
    """Whether a text tells how much of a meeting somebody was there or away, and no more: "fra kl. 12"."""
    return _PART_OF_MEETING.fullmatch(text) is not None


def _before_seat(found: re.Match[str]) -> str:
    """The name before whose seat it was, brackets and titles left out."""
    name = re.sub(r"\s*\([^)]*\)?", "", found["name"]).strip(" (,").split(",")[0]
    return name if is_person_name(name) else _without_title(name)[0] or ""


def _in_whose_seat(text: str) -> re.Match[str] | None:
    """ "Name for Other", and what else says so; not the "for" of an organisation's name: "Name, Forum for fjell"."""
    found = _FOR.match(text)
    if found is None or not _PLAIN_FOR.match(text, found.end("name")):
        return found
    other = found["other"].strip()
    return None if other[:1].islower() or ("," in found["name"] and not is_person_name(other)) else found


def person_in(text: str, under: Heading, place: Place) -> Iterator[Attendee]:
    """The one person of a text, with title, organisation, whose seat it was and why somebody was away; and who came instead."""
    instead: str | None = None
    text = _DEPUTY_BEFORE.sub("vara ", text)
    found = _in_whose_seat(text)
    if found is not None and _before_seat(found):
        instead = _SENTENCE_ENDS.split(found["other"].strip())[0]
        before = found["name"].strip(" (,")
        text = f"{before}{')' * (before.count('(') - before.count(')'))} {found['rest'].strip()}".strip()
        text = re.sub(r"\s+,", ",", text)
    clause = _CLAUSE.search(text)
    part = _PART_OF_MEETING.search(text)
    # "Kari Berg under sak 3/31", not "Kari Berg – forlot møtet kl. 11.00, under sak 3/31".
    told_alone = part is not None and names_someone(before := text[: part.start()]) and not _DASH.search(before)
    text = _bare(text)
    beside = _Beside()
    bracketed = _BRACKETED.match(text)
    if bracketed is not None and "," in bracketed["name"]:
        # "Name, Organisation (its short name)": the brackets are the organisation's, unless they tell of the person.
        bracketed = None
    if bracketed is not None:
        rest = bracketed["rest"].strip().rstrip(".")
        text = f"{bracketed['name']}{rest}" if rest.startswith(",") else f"{bracketed['name']} {rest}".strip()
        beside = _of_brackets(bracketed["inside"].strip(), under.presence)
    parts = [part.strip() for part in re.split(r",\s*|\s+[–-]\s+|\s+v/\s*", text) if part.strip()]
    if not parts or _COLUMN_NAMES.match(parts[0]):
        return
    flat = _FLAT_ROW.match(parts[0])
    if flat is not None and is_person_name(flat["name"].strip()):
        parts[0] = flat["name"].strip()
        beside = replace(
            beside,
            titles=beside.titles or tuple(filter(None, (flat["role"],))),
            organisation=beside.organisation or flat["party"],
        )
    before, name = titled_name(parts[0]) or (None, parts[0])
    if not is_person_name(name):
        stripped, before = _without_title(name)
        if stripped is None:
            return
        name = stripped
    beside = _behind_name(parts[1:], beside, under.presence)
    while_there = part[0].strip(" ,–-.") if part is not None else None
    reason = beside.reason or (while_there if under.presence is Presence.ABSENT else None)
    guest = reason is None and told_alone and _FOR_A_CASE.match(while_there or "")
    does = (clause["does"] if clause else None, while_there if guest else None)
    title = ", ".join(filter(None, (before, *beside.titles)))
    title = title or (under.words if _ROLE_LABEL.match(under.words) else "")
    title = ", ".join(filter(None, (title, *does)))
    # The stop of a sentence, not of an initial ("Kari B.").
    name = re.sub(r"(?<=\w\w)\.$", "", name)
    presence = Presence.SUBSTITUTE if instead and under.presence is Presence.PRESENT else under.presence
    yield Attendee(name, title or None, beside.organisation or under.body, presence, instead, place, reason)
    if beside.came is not None:
        yield Attendee(beside.came, None, None, Presence.SUBSTITUTE, name, place)


def _behind_name(parts: Sequence[str], beside: _Beside, presence: Presence) -> _Beside:
    """What stands between commas behind a name, with what its brackets say."""
    for told in parts:
        part, last = told, _BRACKETS_LAST.match(told)
        if last is not None and (last["inside"][:1].islower() or _OF_TIME.search(last["inside"])):
            part, more = last["rest"], _of_brackets(last["inside"].strip(), presence)
            beside = replace(beside, titles=beside.titles or more.titles, reason=beside.reason or more.reason)
        if presence is Presence.ABSENT and beside.reason is None and REASON.match(part):
            beside = replace(beside, reason=part.rstrip("."))
        elif (
            (_TITLE.search(part) or _TITLE_OF.match(part))
            and not _DEFINITE_OFFICE.match(part)
            and (not beside.titles or part[:1].islower())
        ):
            beside = replace(beside, titles=(*beside.titles, part))
        elif not _OF_TIME.search(part):
            beside = replace(beside, organisation=", ".join(filter(None, (beside.organisation, part))))
    return beside


def _of_brackets(inside: str, presence: Presence) -> _Beside:
    """What the brackets behind a name say: the title, the organisation, why somebody was away and who came instead."""
    beside = _Beside()
    bodies: list[str] = []
    reasons: list[str] = []
    away = presence is Presence.ABSENT
    title = _WHOLE_TITLE if away else _TITLE
    for told in re.split(r",\s+", inside):
        came = next((match for pattern in _CAME_INSTEAD if (match := pattern.match(told))), None)
        if away and came is not None:
            beside = replace(beside, came=came["name"])
        elif _NO_DEPUTY.fullmatch(told):
            continue
        elif title.search(told) or _SEAT.match(told) or _TITLE_OF.match(told) or is_title(told):
            beside = replace(beside, titles=(*beside.titles, told))
        elif away and (told[:1].islower() or REASON.match(told)) and ":" not in told:
            timed = _OF_TIME.search(told) and not _PART_OF_MEETING.fullmatch(told)
            reasons += [told] if reasons or REASON.match(told) or not timed else []
        elif not _OF_TIME.search(told):
            bodies.append(told)
    return replace(beside, organisation=", ".join(bodies) or None, reason=", ".join(reasons) or None)


def _without_title(text: str) -> tuple[str | None, str | None]:
    """A name behind a title or before it: "kommunedirektør Kari Berg", "Kari Berg styreleder"; else (None, None)."""
    words = text.split()
    for cut in (1, 2, 3):
        if len(words) - cut < 2:
            break
        before = _TITLE.search(words[cut - 1]) or _SEAT.match(words[cut - 1])
        if before and is_person_name(" ".join(words[cut:])):
            return " ".join(words[cut:]), " ".join(words[:cut])
        if _TITLE.search(words[-cut]) and is_person_name(" ".join(words[:-cut])):
            return " ".join(words[:-cut]), " ".join(words[-cut:])
    titled, any_title = titled_name(text), _ANY_TITLE.match(text)
    if titled is None and any_title is not None and is_person_name(any_title["name"]):
        return any_title["name"], any_title["title"]
    return (titled[1], titled[0]) if titled is not None else (None, None)
