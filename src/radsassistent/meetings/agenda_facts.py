"""What a part of an agenda's entry tells, whichever part it is: when it is up, for how long, as what, and who presents it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from radsassistent.documents import Block, Slide
from radsassistent.documents.letters import CAPITAL, SMALL, SMALLS
from radsassistent.meetings.agenda_columns import minutes_long
from radsassistent.meetings.hours import TIME, period, with_points
from radsassistent.meetings.meeting import AgendaItem
from radsassistent.meetings.people import each_person, is_office, is_person_name, person_and_organisation, titled_name

# Letters for a type of case, and what explains them.
_LETTERS = re.compile(rf"{CAPITAL}{{1,2}}")
_EXPLAINED = re.compile(
    rf"(?:(?<!\w)(?P<letters>{CAPITAL}{{1,2}})\s*(?:=|:|[–—-]\s)\s*|\((?P<bracketed>{CAPITAL}{{1,2}})\)[ \t]+|"
    rf"(?m:^)(?P<above>{CAPITAL}{{1,2}})\n(?=[^\W\d_]+(?m:$)))(?P<word>[^\W\d_]{{4,}})"
)
_NUMBERED = re.compile(rf"(?:(?P<series>{CAPITAL}{{1,2}}) )?(?P<number>\d+)/(?P<year>\d\d)$")
# Letters that a column without a heading gives types by.
_TYPE_LETTERS = re.compile(r"^(?:[BODVIGSE]|BE|OR|DR|VE|BS|OS|DS|VS)$")
_HOURS = re.compile(
    rf"^(?:tid\s*:\s*)?(?:kl\.?|klokk[ae]n?)?\s*{TIME}(?:\s*(?:[–—-]|til)\s*(?:kl\.?\s*)?{TIME})?\s*(?:\((?P<more>[^()]+)\))?$",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"^(?:(?:varighet|varigheit|tidsbruk|tid|avsatt\s+tid|avsett\s+tid)\s*:\s*|ca\.?\s+)?\d+(?:[.,]\d)?\s*(?:min\b|minutt|tim|t\b|['’])[^\d,]{0,8}(?:\d+\s*min\w*\.?)?$",
    re.IGNORECASE,
)
_KIND = (
    r"orienter(?:ing|e)(?:s?sak)?|drøft(?:ing|else|e)(?:s?sak)?|diskusjon(?:s?sak)?|diskutere|beslut(?:ning|te)(?:s?sak)?|vedta(?:k|ke)?(?:s?sak)?|avgjerd|avgjørelse|"
    r"godkjenn(?:ing|e)(?:s?sak)?|behandling|innspill?(?:s?sak)?|innspel|informasjon(?:s?sak)?|informere|tilråding|tilrådning|tilrå|anbefaling(?:s?sak)?|anbefale|tilslutning|formalia|"
    r"høyrings?(?:uttale|svar|sak)|hørings?(?:uttalelse|svar|sak)|uttale(?:lse)?|innstilling|referatsak|meldings?sak|melding(?:er)?|valg|val|status|temasak|kunnskapsdeling"
)
_TYPE = re.compile(
    rf"^(?:(?:sakstype|type|formål|føremål|mål)\s*:\s*)?(?P<type>(?:til\s+)?(?:{_KIND})(?:\s*(?:og|/|,|\+)\s*(?:til\s+)?(?:{_KIND}))?)\.?$",
    re.IGNORECASE,
)
# What the cases of one type stand under: "Beslutningssaker", "Saker til drøfting", "Til orientering:".
_TYPES_HEADED = re.compile(
    r"^(?:(?P<plural>(?:orienterings?|drøftings?|drøftelses?|beslutnings?|vedtaks?|diskusjons?|avgjerds?)sak)(?:er|ar)|"
    r"(?:saker\s+)?til\s+(?P<kind>orientering|drøfting|beslutning|vedtak|diskusjon|avgjerd|godkjenning))\s*:?$",
    re.IGNORECASE,
)
_PRESENTER = re.compile(
    r"^(?:presenter(?:es\s+av|t\s+av|er)?|presentasjon|legges?\s+fr[ae]m(?:\s+av)?|legg(?:er)?\s+fram|fremlegg(?:er|es\s+av)|framlegg\w*|innleder(?:e)?|innleiar(?:ar)?|innled(?:ning|es)(?:\s+(?:ved|av))?|"
    r"saksbehandler|sakshandsamar|saksansvarlig|saksordfører|ansvarl[ie]g|foredragsholder|(?:ved|av)\b|v/)\s*:?\s*(?P<who>\S.*)$",
    re.IGNORECASE,
)
# A picture sign before a word: "✔ Vedtak"; that of information counts as a letter.
_SYMBOL = re.compile(r"^(?:[^\w\s()\[\]«»\"'–—§&/.,:;+-]|\u2139)+\s*(?=\w)")
_LAST_NAME = re.compile(rf"^{CAPITAL}{SMALL}+(?:-{CAPITAL}{SMALL}+)?$")
_POST_BEFORE = re.compile(rf"^[{SMALLS}-]{{4,}}(?:\s+[{SMALLS}-]{{2,}}){{0,2}}\s+(?P<name>{CAPITAL}\S*\s.*)$")
_BETWEEN_PEOPLE = re.compile(r"\s+(?:og|and|&)\s+(?![^()]*\))")
_BRACKETS_BEHIND = re.compile(r"\s*\([^()]*\)")
_AND = re.compile(r"\s(?:og|and|&)\s")
# "Kari Berg 30 min": two lines that stand closely.
_WITH_LENGTH = re.compile(r"^(?P<who>\D+?)[\s,(–-]+(?:ca\.?\s*)?(?P<length>\d{1,3}\s*min\w*\.?)\)?$", re.IGNORECASE)
# A column says one thing where so much of what it has says it.
_MOST = 0.6


def hours_alone(text: str) -> bool:
    """Whether a text is a time of day or a period and nothing else."""
    said = with_points(text.strip())
    return _HOURS.match(said) is not None or (period(said)[0] is not None and len(said) == 4)


def type_alone(text: str) -> str | None:
    """The case type where a text is nothing else: "Vedtak", "Til orientering", "Type: drøfting og vedtak"."""
    match = _TYPE.match(without_symbol(text).strip("()[]"))
    return match["type"] if match is not None else None


def without_symbol(text: str) -> str:
    """A text without the picture sign that stands before its first word: "Vedtak" of "✔ Vedtak"."""
    return _SYMBOL.sub("", text.strip())


def types_headed(text: str) -> str | None:
    """The type of the cases below a heading, "Beslutningssak" of "Beslutningssaker", "orientering" of "Saker til orientering:";
    None for any other text.
    """
    match = _TYPES_HEADED.match(text.strip())
    return (match["plural"] or match["kind"]) if match is not None else None


def type_by_letter(text: str) -> bool:
    """Whether a cell is a type of case or a letter for one: "B", "O"."""
    return type_alone(text) is not None or letter_of_type(text)


def letter_of_type(text: str) -> bool:
    """Whether a text is nothing but a letter or two for a type of case."""
    return _TYPE_LETTERS.match(text.strip()) is not None


def length_alone(text: str) -> int | None:
    """The minutes that a text gives where it gives nothing else."""
    return minutes_long(text) if _LENGTH.match(text.strip().strip("()")) else None


def presenters(text: str, *, labelled: bool = False) -> tuple[str, str | None] | None:
    """Who presents, and for whom they do, by a text that is a name or names, or says so ("Innleder: …"); None otherwise."""
    said = text.strip()
    match = _PRESENTER.match(said)
    who = match["who"].strip() if match is not None else said
    if all(map(is_person_name, each_person(who))) and ("," not in who or _AND.search(who)):
        return who, None
    if titled_name(who) is not None or is_office(who):
        return who, None
    if _are_people(who):
        return who, None
    person, organisation = person_and_organisation(who)
    if person is not None and (all(map(is_person_name, each_person(person))) or _are_people(person)):
        return person, organisation
    return (who, None) if match is not None and labelled else None


def _are_people(text: str) -> bool:
    """Whether a text names several, with or without titles and organisations: "Direktør Kari Berg og Ola Dal (Oppdiktetaten)"."""
    parts = [_BRACKETS_BEHIND.sub("", part).strip() for part in _BETWEEN_PEOPLE.split(text)]
    return len(parts) > 1 and all(is_person_name(part) or titled_name(part) is not None for part in parts)


def fact(item: AgendaItem, part: str) -> AgendaItem | None:
    """An entry with what a part of it tells; None where the part tells none of this, or what is known already."""
    several = _WITH_LENGTH.match(part)
    if several is not None and presenters(several["who"]) is not None:
        first = fact(item, several["who"]) or item
        return fact(first, several["length"]) or first
    if item.time is None and hours_alone(part):
        begin, end = period(part)
        return replace(item, time=begin, end=end, minutes=minutes_long(part) or item.minutes)
    minutes = length_alone(part)
    if minutes is not None:
        return replace(item, minutes=minutes) if item.minutes is None else None
    kind = type_alone(part)
    if kind is not None and item.case_type is None and (item.title or item.case):
        return replace(item, case_type=kind)
    who = presenters(part)
    if who is not None and is_office(who[0]) and not item.title:
        who = None
    if who is not None and who[1] is not None and (hours_alone(who[1]) or length_alone(who[1]) is not None):
        return None
    if who is not None and who[1] is not None and type_alone(who[1]) is not None:
        # "beslutning v/ Kari Berg"
        item, who = replace(item, case_type=item.case_type or who[1]), (who[0], None)
    if who is not None and item.presenter is None:
        return replace(item, presenter=who[0], organisation=who[1])
    return None


def column_of(rows: Sequence[Sequence[str | None]], usable: Sequence[int], says: Callable[[str], object]) -> int | None:
    """The column of which most cells say something of one sort, at least two; the fullest of several."""
    best: int | None = None
    most = 1
    for place in usable:
        cells = [cell.strip() for row in rows if (cell := row[place]) and cell.strip()]
        told = sum(says(cell) not in (None, False) for cell in cells)
        if told > most and told >= _MOST * len(cells):
            best, most = place, told
    return best


# What stands between the facts of one line, firmly and loosely: "kl. 16.10 – Kari Berg", "Beslutning ved Kari Berg, kl. 12.00".
_PARTS = (
    re.compile(r"\s+(?:[–—-]|//?)\s+|\s*[·•|;\t]\s*"),
    re.compile(r"\s+(?:[–—-]|//?)\s+|\s*[·•|;\t]\s*|,\s+|\s*[()]\s*|\s+(?=(?:ved\s|v/|kl\.?\s*\d))"),
)


def facts_told(item: AgendaItem, text: str) -> AgendaItem | None:
    """An entry with what a line tells that is nothing but facts, however they are parted; None for any other."""
    told = fact(item, text)
    for parts in _PARTS if told is None else ():
        several = [part.strip() for part in parts.split(text) if part and part.strip()]
        told = _each(item, several) if len(several) > 1 else None
        if told is not None:
            break
    return told


# The last part of a line: behind a dash or a bar, in brackets, behind the comma after brackets, an hour or a "v/" that says it is
# one.
_BEHIND = (
    re.compile(r"^(?P<title>.+\S)\s*\((?P<part>[^()]+)\)$"),
    re.compile(r"^(?P<title>.+\))\s*,\s+(?P<part>[^()]+)$"),
    re.compile(
        rf"^(?P<title>.+?\S),?\s+(?P<part>(?:kl\.?|klokk[ae]n?)\s*{TIME}(?:\s*[–—-]\s*(?:kl\.?\s*)?{TIME})?)$",
        re.IGNORECASE,
    ),
    re.compile(rf"^(?P<title>.+\S)\s+(?P<part>(?:v/\s*|(?i:ved)\s+)(?={CAPITAL})[^–—·|()]+)$"),
    re.compile(
        rf"^(?P<title>.+\S)(?:\s+(?:[–—-]|//?)\s+|\s*[·|]\s*)(?P<part>[^–—·|]+|(?:kl\.?\s*)?{TIME}\s*[–—]\s*{TIME})$"
    ),
)
_IN_BRACKETS = re.compile(r"\s*[,;]\s+")


def facts_behind(title: str, item: AgendaItem) -> tuple[AgendaItem, str] | None:
    """An entry with the facts that stand one after the other behind its title, and the title without them: "Budsjett – 20 min –
    Kari Berg (vedtak)". None where there are not at least two, a length or an hour or a type in brackets among them.
    """
    told, rest, count, together = replace(item, title="-"), title.strip(), 0, False
    while True:
        for pattern in _BEHIND:
            match = pattern.match(rest)
            if match is not None and rest.endswith(")") and match["part"][:1].islower() and is_office(match["part"]):
                # "Kari Berg (havnesjef)": what stands behind a name is its bearer's.
                continue
            known = _each(told, _IN_BRACKETS.split(match["part"])) if match is not None else None
            if known is None and match is not None:
                known = _fact_and_person(told, _IN_BRACKETS.split(match["part"]))
                together = together or known is not None
            if match is not None and known is not None:
                count += len(_IN_BRACKETS.split(match["part"]))
                told, rest = known, match["title"].strip(" ,/–—-")
                break
        else:
            break
    timed = told.minutes != item.minutes or told.time != item.time
    bracketed = told.case_type != item.case_type and re.search(r"\)\s*,", title) is not None
    return (told, rest) if count > 1 and rest and (timed or bracketed or together) else None


def _fact_and_person(item: AgendaItem, parts: Sequence[str]) -> AgendaItem | None:
    """An entry with a fact and who presents it, told together: "(til beslutning, Oppsal)", "(kl. 11.00, biolog Kari Berg)"."""
    if len(parts) != 2 or item.presenter is not None:
        return None
    for said, who in (parts, parts[::-1]):
        known = fact(item, said.strip())
        if known is not None and known.presenter is None and _LAST_NAME.match(who.strip()):
            return replace(known, presenter=who.strip())
        if known is not None and known.presenter is None and (named := by_post(who.strip())) is not None:
            return replace(known, presenter=named)
    return None


def by_post(who: str) -> str | None:
    """A name behind what somebody is in small letters, whatever that is: "viltforvaltar Kari Berg"; None for anything else."""
    match = _POST_BEFORE.match(who)
    return who if match is not None and is_person_name(match["name"]) else None


def _each(item: AgendaItem, parts: Sequence[str]) -> AgendaItem | None:
    known: AgendaItem | None = item
    for part in parts:
        known = fact(known, part.strip()) if known is not None else None
    return known


def letters_explained(texts: Sequence[str]) -> frozenset[str]:
    """The letters that texts explain types of case by: "V = vedtak, D = drøfting"."""
    return frozenset(letters for text in texts for letters, word in _explained(text) if type_alone(word) is not None)


def _explained(text: str) -> list[tuple[str, str]]:
    """The letters that a text explains, and the word for each; what stands below a letter only where it begins with it."""
    found = [
        (match["letters"] or match["bracketed"] or match["above"], match["word"], match["above"])
        for match in _EXPLAINED.finditer(text)
    ]
    return [(letters, word) for letters, word, above in found if not above or _stands_for(above, word)]


def _stands_for(letters: str, word: str) -> bool:
    return type_alone(word) is not None and word[:1].upper() == letters[:1]


def without_legend(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks without those that explain the letters for types of case, each beside its word: "V", "Vedtak"."""
    kept = list(blocks)
    for letter, word in pairwise(blocks):
        if _LETTERS.fullmatch(letter.text.strip()) and _stands_for(letter.text.strip(), word.text.strip()):
            kept = [block for block in kept if block is not letter and block is not word]
    return tuple(kept)


def type_spelt_out(item: AgendaItem, slide: Slide) -> AgendaItem:
    """An item whose type is given by letters, in a column or before its number ("V-sak 1/26"), with the word that its slide
    explains them by: "B = beslutning, D = drøfting".
    """
    letters = item.case_type
    if letters and not _LETTERS.fullmatch(letters):
        return item
    text = "\n".join(block.text for block in slide.blocks)
    words: dict[str, str] = {}
    for each, explained in _explained(text):
        words.setdefault(each, explained)
    word = words.get(letters) if letters else words.get(_series_of(item, text) or "") if words else None
    return replace(item, case_type=f"{word[0].upper()}{word[1:]}") if word else item


def _series_of(item: AgendaItem, text: str) -> str | None:
    """The letters that a case's number stands behind: "V" of "V-sak 1/26", "PS" of "PS 12/2026"."""
    known = _NUMBERED.match(item.case or "")
    if known is None:
        return None
    if known["series"]:
        return known["series"]
    printed = re.search(
        rf"(?<!\w)(?P<series>{CAPITAL}{{1,2}})(?:-?sak)?[ -]?0?{known['number']}\s?[/-]\s?(?:20)?{known['year']}(?!\d)",
        text,
    )
    return printed["series"] if printed is not None else None
