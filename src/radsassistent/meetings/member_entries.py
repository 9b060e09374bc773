"""One entry of a list of people: a name, and what stands beside it of title, organisation and role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from radsassistent.documents.letters import CAPITAL, SMALL
from radsassistent.meetings.people import (
    before_name,
    each_person,
    has_title,
    is_person_name,
    is_role,
    is_unknown,
    role_alone,
    titled_name,
    without_attendance,
    without_role,
)

# What stands before a name and a colon: the role, with for whom, or the title, else for whom somebody sits.
_ROLE_BEFORE = re.compile(
    r"^(?P<role>(?:nest|styre|råds|utvalgs|møte)?(?:leder|leiar)|(?:vara)?medlem|\d+\.\s*vara(?:medlem)?|vara(?:medlem|representant)?|(?:møte|utvalgs|råds)?sekretær|observatør)"
    r"(?:\s+(?:fra|frå|for)\s+(?P<body>.+))?$",
    re.IGNORECASE,
)
# … and at the end of an entry: "Kari Berg, rådgiver – sekretær for utvalget".
_ROLE_LAST = re.compile(
    r"^(?:(?:nest|styre|råds|utvalgs|møte)?(?:leder|leiar)|(?:vara)?medlem|vara|(?:møte|utvalgs|råds|styre)?sekretær|observatør)"
    r"(?:\s+(?:for|i|av)\s+[\w-]*(?:rådet|utvalget|utvalet|styret|forumet|komiteen|nemnda|gruppa|gruppen|panelet))?$",
    re.IGNORECASE,
)
# A sentence on who comes today is no entry: "… møter i hennes sted", "… deltar på video".
TELLS_OF_TODAY = re.compile(
    r"\b(?:møter(?:\s+i|$)|deltar|deltek|gikk\s+inn|stiller\s+for|kommer|kjem|er\s+erstattet)\b", re.IGNORECASE
)
# The entries of a cell that names several.
_ENTRIES = re.compile(r"\s*[;·•|]\s*")
_BRACKETED = re.compile(r"^(?P<rest>[^()]+?)\s*\((?P<inside>[^()]+)\)\s*(?P<more>.*)$")
# "Kari Berg (leder) pensjonert lærer – oppnevnt av: kommunen": a fact with its label.
_LABELLED_FACT = re.compile(
    r"^(?:(?P<chosen>(?:valgt|vald|oppnevnt|oppnemnd|utpekt|utpeikt)\s+av|representerer|representerar):?\s+(?P<by>\S.*)|"
    rf"(?P<label>{SMALL}+(?: {SMALL}+){{0,2}}):\s*(?P<value>\S.*))$"
)
# "Kari Berg varaordfører, Oppdikt kommune": a name, and in small letters what somebody is, on the next line of a paragraph.
_NAME_THEN_TITLE = re.compile(
    rf"^(?P<name>{CAPITAL}[\w'’.-]*(?:\s+{CAPITAL}[\w'’.-]*){{1,3}})\s+(?P<title>(?!(?:(?:fylkes)?kommune|fylke|sykehus|sjukehus|skole|skule|og|i|på|til|for|fra|frå|om|av|med|som|er|var|har|hadde|skal|vil|kan|må|bør|"
    r"blir|ble|vart|vert|tar|tek|får|fekk|fikk|sa|sier|seier|ser|ga|gir|gav|gjer|gjør|legger|la|går|gjekk|gikk|kom|"
    rf"\w+(?:et|te|de)|orienter\w*|presenter\w*|innled\w*|ønsker|takker|stiller|foreslår|mener)(?:\s|$)){SMALL}[\wæøå-]*(?:\s+[\wæøå-]+){{0,3}})$"
)
_FOR_WHOM = re.compile(
    rf"^(?P<rest>{CAPITAL}.*?[\w)])(?:\s*[,–—-])?\s+for\s+(?P<whom>{CAPITAL}[\w'’.-]*(?:\s+{CAPITAL}[\w'’.-]*)+)$"
)
# "(vara: Ola Dal)", "(personlig vara Ola Dal, møter)"
_DEPUTY = r"(?:(?:personleg|personlig|fast)\s+)?vara(?:medlem|representant|person)?"
_DEPUTY_LABEL = re.compile(_DEPUTY, re.IGNORECASE)
_DEPUTIES = re.compile(rf"\s*\((?P<label>{_DEPUTY})\s*(?::|\s(?=(?-i:{CAPITAL})))\s*(?P<names>[^()]+)\)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
# What parts several names behind one label, brackets kept whole.
_AND = re.compile(r"(?:[,;]\s*(?:og\s+)?|\s+(?:og|and)\s+)(?![^()]*\))")
_AND_NAME = re.compile(rf",?\s+(?:og|and)\s+(?={CAPITAL})(?![^()]*\))")
_AND_OTHERS = re.compile(rf",?\s+samt\s+{SMALL}.*$")
_COUNTED_ROLE = re.compile(r"^\d+\.\s*vara", re.IGNORECASE)
_AND_WORD = re.compile(r"\s(?:og|and)\s|;")
_SEMICOLON = re.compile(r";\s*(?:og\s+)?(?![^()]*\))")
_FACTS = re.compile(r",\s*|\s+[–|·-]\s+")
# "Gjest under sak 23/26: Kari Berg, instruktør"
_GUEST = re.compile(r"^(?:gjest(?:er)?|innleder|innleiar|foredragsholder|foredragshaldar)\b", re.IGNORECASE)
# "Faste medlemmer: Kari Berg, Ola Dal"
_WHOLE_LIST = re.compile(
    r"^(?:(?:faste|valgte|valde|andre|øvrige|ordinære)\s+)?(?:[\wæøå]*medlem(?:mer|mene|ene|er|mar|ar)?|representant(?:er|ar)|deltakere|deltakarar|til\s*stede|til\s+stades|forfall|frafall|fravær|styret|rådet|utvalget|"
    r"utvalet)$",
    re.IGNORECASE,
)
# The label of the next sentence.
_NEXT_LABEL = re.compile(rf"(?<=[\w)]{{2}})\.\s+(?={CAPITAL}[\wæøå]*(?:\s+[\wæøå]+){{0,3}}:\s)")
# What speaks to somebody is no label: "Kommunen hjelper oss: …".
_SPEAKS = re.compile(r"\b(?:oss|vi|dere|dykk|meg|deg|du)\b", re.IGNORECASE)
# So many words at most stand before a name and a colon.
_WORDS_BEFORE_NAME = 6
# Those on a list of members who are none: they are a group of their own.
BESIDE_MEMBERS = re.compile(
    r"\b(?:observatør\w*|vara\w*|sekretariat\w*|administrasjon\w*|ute?n\s+stemme(?:rett)?|utan\s+(?:røyste|stemme)rett|(?:tale|møte)rett|inviterte?|gjest(?:er|ar)?|innleder\w*|innleiar\w*|observers?|deputies|secretariat)\b",
    re.IGNORECASE,
)
_OWN_BODY = re.compile(
    r"^(?:alle|rådet|utvalget|utvalet|styret|gruppa|gruppen|forumet|nemnda|komiteen|komitéen|medlemmene|medlemmane)$",
    re.IGNORECASE,
)
# "Kari Berg, kommunestyret": for whom somebody sits, in small letters.
_A_BODY = re.compile(
    r"^(?:(?:fra|frå|for)\s+)?[\wæøå-]*(?:styret|rådet|tinget|utvalget|utvalet|kommunen|etaten|sekretariatet|administrasjonen|forbundet|"
    r"foreningen|foreininga|laget|skapet)$"
)
# What somebody does in the meeting.
_DOES = re.compile(r"^(?:fører|skriver|skriv|møter|deltar|deltek|tar|tek|referent$)\b")
# Who chose those below, over them.
CHOSEN_BY = re.compile(
    r"^(?:oppnevn|oppnemn|val[gd]|utpek|utpeik|foreslått|føreslått)\w*\s+(?:av|fra|frå)\b", re.IGNORECASE
)


# "Kari Berg *", "Ola Dal¹, leder", "Ola Dal 1)": what a note below the list is about.
_NOTE_MARK = re.compile(
    r"(?<=[^\W\d_]|[.)])\s*(?:\*{1,3}|[†‡¹²³⁴⁵⁶⁷⁸⁹])\)?(?=\s*(?:[,;(–|]|$))|(?<=[^\W\d_])\s+\d\)(?=\s*(?:,|$))"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What one entry of a list tells of a person."""

    name: str
    title: str | None = None
    organisation: str | None = None
    role: str | None = None
    details: tuple[tuple[str, str], ...] = ()


def entries_of(cell: str) -> list[Entry]:
    """The people whom a cell names, each with what it tells of them; none where a part of it names nobody."""
    found = []
    for part in filter(None, _ENTRIES.split(cell)):
        entry = entry_of(part)
        if entry is not None:
            found.append(entry)
            continue
        together = each_person(part)
        if len(together) < 2:
            return []
        found += [Entry(name) for name in together]
    return found


def each_entry(cell: str) -> list[Entry]:
    """The people whom a cell names, those between commas too, in a table that tells elsewhere for whom they sit."""
    parts = [part.strip() for line in cell.splitlines() for part in _AND.split(line) if part.strip()]
    names = [is_person_name(_IN_BRACKETS.sub("", part).strip()) for part in parts]
    each = [entry_of(part) for part in parts]
    return (
        [part for part in each if part is not None] if len(parts) > 1 and all(names) and all(each) else entries_of(cell)
    )


def entry_of(text: str) -> Entry | None:
    """ "Name", "Name, title, organisation (role)", "Name (organisation)", "Name – title", whatever mark of a note stands behind
    a part; None for any other text.
    """
    text = _NOTE_MARK.sub("", text)
    if is_unknown(text):
        return Entry(text)
    text, deputies = _without_deputies(without_attendance(text))
    text, details = without_labelled_facts(text)
    bare, role = without_role(text, None)
    role, beside = role_alone(role) if role is not None else (None, None)
    bare = f"{bare}, {beside}" if beside else bare
    if TELLS_OF_TODAY.search(bare):
        return None
    bare, role = _without_whom(bare, role)
    bracketed = _BRACKETED.match(bare)
    if bracketed is not None and is_person_name(bracketed["rest"]):
        bare = f"{bracketed['rest']}, {bracketed['inside']}, {bracketed['more']}"
    if titled_name(_IN_BRACKETS.sub("", _FACTS.split(bare)[0]).strip()) is not None:
        titled_one = titled_entry(text)
        return replace(titled_one, details=(*titled_one.details, *deputies)) if titled_one is not None else None
    name, *facts = [told for part in _FACTS.split(bare) if (told := part.strip(" ,–|·"))] or [""]
    titled = _NAME_THEN_TITLE.match(name)
    if titled is not None and (facts or details):
        name, facts = titled["name"], [titled["title"], *facts]
    if not is_person_name(name):
        return None
    if role is None and facts and bracketed is not None and facts[0] == bracketed["inside"]:
        # A role in brackets behind the name, with more after it.
        _, role = without_role(f"{name} ({facts[0]})", None)
        facts = facts[1:] if role is not None else facts
    if role is None and facts and (opening := _ROLE_BEFORE.match(facts[0])):
        # "Vara for Kari Berg" is the whole role, "observatør fra elevrådet" a role and for whom.
        of_person = is_person_name(opening["body"] or "")
        role, told = (facts[0], None) if of_person else (opening["role"], opening["body"])
        facts = [*filter(None, (told,)), *facts[1:]]
    for number, fact in enumerate(facts):
        # "…, direktør (nestleder), Oppdiktetaten".
        facts[number], role = without_role(fact, role)
    if role is None and facts and "represent" in facts[-1].lower():
        _, role = without_role(f"{name} ({facts[-1]})", None)
        facts = facts[:-1] if role is not None else facts
    if role is None and len(facts) > 1 and _ROLE_LAST.match(facts[-1]):
        role, facts = facts[-1], facts[:-1]
    if role is None and len(facts) == 1 and _ROLE_LAST.match(facts[0]):
        role, facts = facts[0], []
    return Entry(name, *_title_and_organisation(facts), role, (*details, *deputies))


def _without_whom(text: str, role: str | None) -> tuple[str, str | None]:
    """A text without in whose seat somebody sits, and the role that this is: "Kari Berg (Ap) for Ola Dal"."""
    instead = _FOR_WHOM.match(text) if role is None else None
    if instead is None or not is_person_name(_IN_BRACKETS.sub("", instead["rest"]).strip()):
        return text, role
    return instead["rest"], f"vara for {instead['whom']}"


def with_deputies(entry: Entry) -> list[Entry]:
    """A member, and after it the deputies whom the same line names in brackets: "Kari Berg (vara: Ola Dal)"."""
    named = [
        (label, name)
        for label, value in entry.details
        if _DEPUTY_LABEL.fullmatch(label)
        for name in each_person(value)
        if is_person_name(name)
    ]
    return [
        entry,
        *(Entry(name, role=label, details=((f"{label} for", entry.name),)) for label, name in named),
    ]


def _without_deputies(text: str) -> tuple[str, list[tuple[str, str]]]:
    """A text without the deputies that it names in brackets, and those: "Kari Berg, leder (vara: Ola Dal)"."""
    match = _DEPUTIES.search(text)
    if match is None:
        return text, []
    names = without_attendance(match["names"])
    if not all(map(is_person_name, each_person(names))):
        return text, []
    rest = without_attendance(f"{text[: match.start()]}{text[match.end() :]}")
    return rest, [(match["label"], names)]


def without_labelled_facts(text: str) -> tuple[str, list[tuple[str, str]]]:
    """A text without the facts behind dashes that have labels of their own ("… – oppnevnt av: kommunen"), and those."""
    first, *parts = re.split(r"\s+[–—|·]\s+", text)
    labelled = [(part, match) for part in parts if (match := _LABELLED_FACT.match(part))]
    if not labelled:
        return text, []
    rest = [first, *(part for part in parts if not _LABELLED_FACT.match(part))]
    return " – ".join(rest), [
        (match["chosen"] or match["label"], (match["by"] or match["value"]).strip()) for _, match in labelled
    ]


def labelled_entries(text: str) -> tuple[str, list[Entry]]:
    """ "Role: name", "Observer from a body: name", "Title: name", "Organisation: name, name": the label, and who follows."""
    label, colon, rest = (part.strip() for part in text.partition(":"))
    if (
        not colon
        or label.count("(") > label.count(")")
        or len(label.split()) > _WORDS_BEFORE_NAME
        or _SPEAKS.search(label)
    ):
        return label, []
    parting = _SEMICOLON if ";" in _IN_BRACKETS.sub("", rest) else _AND
    parts = [part.strip() for part in parting.split(rest) if part.strip()]
    bare = [_IN_BRACKETS.sub("", part).strip() for part in parts]
    if parting is _SEMICOLON:
        # "Kari Berg (Oppdiktlaget), leder; Ola Dal (Fabelforeningen)"
        bare = [_FACTS.split(part)[0].strip() for part in bare]
    # A count is of one, whatever the name of the organisation behind the comma looks like: "1. vara: Kari Berg, Huldra Bredbånd".
    one = _COUNTED_ROLE.match(label) is not None and _AND_WORD.search(rest) is None
    several = len(parts) > 1 and not one and all(is_person_name(part) or titled_name(part) for part in bare)
    together = people_of(rest) if not several else []
    entries = together or [entry for part in (parts if several else [rest]) if (entry := entry_of(part)) is not None]
    opening = _ROLE_BEFORE.match(label)
    if opening is not None and not entries:
        # Behind a role stands one who has it, whatever that one is besides: "1. vara: skredvarsler Kari Berg".
        head, _, rest_of_it = rest.partition(",")
        named = before_name(head.strip())
        entries = [Entry(named[1], named[0], rest_of_it.strip() or None)] if named is not None else []
    if opening is not None and is_person_name(opening["body"] or ""):
        # One comes for one: what follows the name is no other person.
        alone = entry_of(rest)
        return label, [replace(each, role=each.role or label) for each in ([alone] if alone is not None else entries)]
    if opening is not None:
        body = opening["body"] if not _OWN_BODY.match(opening["body"] or "") else None
        return label, [
            replace(each, role=each.role or opening["role"], organisation=each.organisation or body) for each in entries
        ]
    if _GUEST.match(label):
        return label, [replace(each, role=each.role or label) for each in entries]
    if has_title(label):
        return label, [replace(each, title=each.title or label) for each in entries]
    if BESIDE_MEMBERS.search(label) or _WHOLE_LIST.match(label):
        return label, entries
    return label, [replace(each, organisation=each.organisation or label) for each in entries]


def people_of(text: str) -> list[Entry]:
    """The people whom a text tells of one after the other: "Kari Berg, rådets sekretær, og Ola Dal, observatør", "Kari Berg
    (leder), Ola Dal og Liv Vik"; else none.
    """
    text = _AND_OTHERS.sub("", text)
    parts = [entry_of(part) or titled_entry(part) for part in _AND_NAME.split(text)]
    together = [part.strip() for part in _AND.split(text) if part.strip()]
    names = [is_person_name(_IN_BRACKETS.sub("", part).strip()) for part in together]
    several = len(parts) > 1 or len(together) > 2 or without_role(together[0], None)[1] if together else False
    if len(together) > 1 and all(names) and several:
        parts = [entry_of(part) for part in together]
    return [part for part in parts if part is not None] if len(parts) > 1 and all(parts) else []


def sentences_of_people(text: str) -> list[str]:
    """The sentences of a line that each have a label: "Forfall: Kari Berg. Vara: Ola Dal."; else the line."""
    parts = _NEXT_LABEL.split(text)
    return parts if all(":" in part for part in parts) else [text]


def titled_entry(text: str) -> Entry | None:
    """ "Title Name, organisation": the words before a name are what somebody is."""
    bare, role = without_role(text, None)
    bracketed = _BRACKETED.match(bare)
    if bracketed is not None and titled_name(bracketed["rest"]) is not None:
        # "Ordfører Kari Berg (Ap) – leder"
        bare = f"{bracketed['rest']}, {bracketed['inside']}, {bracketed['more'].lstrip(' –,')}"
    # A dash that stands for nobody has no part at all.
    head, *facts = [part for told in _FACTS.split(bare) if (part := told.strip(" ,–|·"))] or [""]
    if role is None and facts and _ROLE_LAST.match(facts[-1]):
        role, facts = facts[-1], facts[:-1]
    titled = titled_name(head)
    if titled is None:
        return None
    if role is None and is_role(titled[0]):
        return Entry(titled[1], None, ", ".join(facts) or None, titled[0])
    return Entry(titled[1], titled[0], ", ".join(facts) or None, role)


def _title_and_organisation(facts: Sequence[str]) -> tuple[str | None, str | None]:
    """What follows a name between commas; a single fact is a title where it begins with a small letter, as no name does, or has
    a word of titles.
    """
    if len(facts) > 1 and _DOES.match(facts[-1]):
        # "førstekonsulent, fører referat"
        return ", ".join(facts), None
    if len(facts) > 1:
        return facts[0], ", ".join(facts[1:])
    if not facts:
        return None, None
    titled = (facts[0][:1].islower() and not _A_BODY.match(facts[0])) or has_title(facts[0])
    return (facts[0], None) if titled else (None, facts[0])
