"""One entry of a list of people: a name, and what stands beside it of title, organisation and role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from radsassistent.meetings.people import each_person, has_title, is_person_name, is_unknown, without_role

# What stands before a name and a colon: the role, with for whom, or the title, else for whom somebody sits.
_ROLE_BEFORE = re.compile(
    r"^(?P<role>(?:nest|styre|råds|utvalgs|møte)?(?:leder|leiar)|(?:vara)?medlem|\d+\.\s*vara(?:medlem)?|vara(?:medlem|representant)?|(?:møte|utvalgs|råds)?sekretær|observatør)"
    r"(?:\s+(?:fra|frå|for)\s+(?P<body>.+))?$",
    re.IGNORECASE,
)
# … and at the end of an entry: "Kari Berg, rådgiver – sekretær for utvalget".
_ROLE_LAST = re.compile(
    r"^(?:(?:nest|styre|råds|utvalgs|møte)?(?:leder|leiar)|(?:vara)?medlem|vara|(?:møte|utvalgs|råds|styre)?sekretær|observatør)"
    r"(?:\s+(?:for|i)\s+(?:rådet|utvalget|utvalet|styret|forumet|komiteen|nemnda|gruppa|gruppen))?$",
    re.IGNORECASE,
)
# A sentence on who comes today is no entry: "… møter i hennes sted", "… deltar på video".
_TELLS_OF_TODAY = re.compile(
    r"\b(?:møter(?:\s+i|$)|deltar|deltek|gikk\s+inn|stiller\s+for|kommer|kjem|er\s+erstattet)\b", re.IGNORECASE
)
# The entries of a cell that names several.
_ENTRIES = re.compile(r"\s*[;·•|]\s*")
_BRACKETED = re.compile(r"^(?P<rest>[^()]+?)\s*\((?P<inside>[^()]+)\)\s*(?P<more>.*)$")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
# What parts several names behind one label, brackets kept whole.
_AND = re.compile(r"(?:[,;]\s*(?:og\s+)?|\s+(?:og|and)\s+)(?![^()]*\))")
_FACTS = re.compile(r",\s*|\s+[–|·-]\s+")
# A title before a name that is no word of titles elsewhere.
_TITLE_SHORT = re.compile(
    r"^(?:prof|dr|ass|førsteam)\.|^(?:dekan|rektor|lektor|biskop|prost|statssekretær|statsråd|president|kaptein)$",
    re.IGNORECASE,
)
# So many words at most say before a name what somebody is, and so many are a name.
_WORDS_BEFORE_NAME, _LONGEST_NAME = 6, 4
# Those on a list of members who are none: they are a group of their own.
BESIDE_MEMBERS = re.compile(
    r"\b(?:observatør\w*|vara\w*|sekretariat\w*|administrasjon\w*|uten\s+stemmerett|utan\s+røysterett|observers?|deputies|secretariat)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What one entry of a list tells of a person."""

    name: str
    title: str | None = None
    organisation: str | None = None
    role: str | None = None


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


def entry_of(text: str) -> Entry | None:
    """ "Name", "Name, title, organisation (role)", "Name (organisation)", "Name – title"; None for any other text."""
    if is_unknown(text):
        return Entry(text)
    bare, role = without_role(text, None)
    if _TELLS_OF_TODAY.search(bare):
        return None
    bracketed = _BRACKETED.match(bare)
    if bracketed is not None and is_person_name(bracketed["rest"]):
        bare = f"{bracketed['rest']}, {bracketed['inside']}, {bracketed['more']}"
    short = bare.split(maxsplit=1)
    if len(short) > 1 and _TITLE_SHORT.match(short[0]):
        return titled_entry(text)
    name, *facts = [told for part in _FACTS.split(bare) if (told := part.strip(" ,–|·"))] or [""]
    if not is_person_name(name):
        return None
    if role is None and facts and (opening := _ROLE_BEFORE.match(facts[0])):
        # "Vara for Kari Berg" is the whole role, "observatør fra elevrådet" a role and for whom.
        of_person = is_person_name(opening["body"] or "")
        role, told = (facts[0], None) if of_person else (opening["role"], opening["body"])
        facts = [*filter(None, (told,)), *facts[1:]]
    for number, fact in enumerate(facts):
        # "…, direktør (nestleder), Oppdiktetaten".
        facts[number], role = without_role(fact, role)
    if role is None and len(facts) > 1 and _ROLE_LAST.match(facts[-1]):
        role, facts = facts[-1], facts[:-1]
    return Entry(name, *_title_and_organisation(facts), role)


def labelled_entries(text: str) -> tuple[str, list[Entry]]:
    """ "Role: name", "Observer from a body: name", "Title: name", "Organisation: name, name": the label, and who follows."""
    label, colon, rest = (part.strip() for part in text.partition(":"))
    if not colon or len(label.split()) > _WORDS_BEFORE_NAME:
        return label, []
    parts = [part.strip() for part in _AND.split(rest) if part.strip()]
    several = len(parts) > 1 and all(is_person_name(_IN_BRACKETS.sub("", part).strip()) for part in parts)
    entries = [entry for part in (parts if several else [rest]) if (entry := entry_of(part)) is not None]
    opening = _ROLE_BEFORE.match(label)
    if opening is not None and is_person_name(opening["body"] or ""):
        return label, [replace(each, role=each.role or label) for each in entries]
    if opening is not None:
        body = opening["body"]
        return label, [
            replace(each, role=each.role or opening["role"], organisation=each.organisation or body) for each in entries
        ]
    if has_title(label):
        return label, [replace(each, title=each.title or label) for each in entries]
    if BESIDE_MEMBERS.search(label):
        return label, entries
    return label, [replace(each, organisation=each.organisation or label) for each in entries]


def titled_entry(text: str) -> Entry | None:
    """ "Title Name, organisation": the words before a name are what somebody is."""
    bare, role = without_role(text, None)
    head, *facts = (part.strip() for part in _FACTS.split(bare))
    words = head.split()
    for cut in range(1, len(words) - 1):
        title, name = " ".join(words[:cut]), " ".join(words[cut:])
        if (
            len(words) - cut <= _LONGEST_NAME
            and is_person_name(name)
            and (has_title(title) or _TITLE_SHORT.match(title))
        ):
            return Entry(name, title, ", ".join(facts) or None, role)
    return None


def _title_and_organisation(facts: Sequence[str]) -> tuple[str | None, str | None]:
    """What follows a name between commas; a single fact is a title where it begins with a small letter, as no name does, or has
    a word of titles.
    """
    if len(facts) > 1:
        return facts[0], ", ".join(facts[1:])
    if not facts:
        return None, None
    return (facts[0], None) if facts[0][:1].islower() or has_title(facts[0]) else (None, facts[0])
