"""The entry of a case on an agenda, or of a row between the cases, by its words: title, presenter, time and case type apart."""

from __future__ import annotations

import re
from dataclasses import replace

from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.agenda_columns import minutes_long
from radsassistent.meetings.agenda_facts import (
    by_post,
    fact,
    facts_behind,
    facts_told,
    letter_of_type,
    presenters,
    type_alone,
)
from radsassistent.meetings.case_numbers import NumberedLine
from radsassistent.meetings.hours import TIME, clock
from radsassistent.meetings.meeting import AgendaItem, Place
from radsassistent.meetings.people import each_person, is_office, is_person_name, person_and_organisation, titled_name
from radsassistent.meetings.sections import TITLE_WORDS, tidy_title

_LEADING_TIME = re.compile(
    rf"^(?:kl\.?\s*)?(?P<time>{TIME})(?:\s*[–—-]\s*(?:kl\.?\s*)?(?P<end>{TIME}))?(?!\.?\d)\s*[:–—|-]?\s+(?=\S)",
    re.IGNORECASE,
)
TRAILING_TIME = re.compile(
    rf"[\s,(]+(?P<until>til\s+)?(?:(?:kl\.?|klokk[ae]n?)\s*)?(?P<time>{TIME})(?:\s*[–—-]\s*(?:kl\.?\s*)?(?P<end>{TIME}))?\)?\s*$|[\s,(–—-]+(?P<length>\d+\s*min(?:utt(?:er|ar)?)?\.?)\)?\s*$",
    re.IGNORECASE,
)
# "Kl. 09.15–10.00" alone; what may follow is a break.
_TIME_LABEL = re.compile(
    rf"^(?:kl\.?|klokka|klokken|tid\s*:)\s*(?:kl\.?\s*)?(?P<time>{TIME})(?:\s*[–—-]\s*(?P<end>{TIME}))?(?!\d)",
    re.IGNORECASE,
)
_PRESENTER_LABEL = re.compile(
    r"^(?:presenter(?:es\s+av|t\s+av)?|legges?\s+fr[ae]m(?:\s+av)?|legg\s+fram|innleder|innleiar|innledning\s+ved|saksbehandler|sakshandsamar|saksansvarlig|"
    r"ansvarlig|foredragsholder|ved\b|v/)\s*:?\s*(?P<who>.+)$",
    re.IGNORECASE,
)
_TYPES = (
    r"orientering(?:ssak)?|drøfting(?:ssak)?|drøftelse|beslutning(?:ssak)?|vedtak(?:ssak)?|godkjenning|diskusjon(?:ssak)?|behandling|innspill|informasjon|"
    r"orienteringssak|til\s+(?:orientering|drøfting|beslutning|vedtak|godkjenning|behandling|tilslutning|diskusjon|innspill|informasjon)"
)
_TYPE = re.compile(
    rf"\s*(?:[(–—-]|,(?=\s*til\s))\s*(?P<type>(?:{_TYPES})(?:\s+og\s+(?:{_TYPES}))?)\)?\s*$", re.IGNORECASE
)
_TYPE_LABEL = re.compile(
    rf"^(?:sakstype|type)\s*:\s*(?P<type>.+)$|^(?P<alone>(?:{_TYPES})(?:\s+og\s+(?:{_TYPES}))?)$", re.IGNORECASE
)
_BY = re.compile(
    r"[\s.,–-]+(?:v(?:ed\s+|/\s*)|(?:presenter(?:es|ast)|legges?\s+fr[ae]m|legg(?:es|ast)\s+fram)\s+av\s+|(?:saksbehandler|sakshandsamar|innleder|innleiar|saksordfører|saksordførar|ansvarl[ie]g|foredragsholder|presenteres\s+av)\s*:\s*)"
    r"(?P<who>[^\n]+)$",
    re.IGNORECASE,
)
_BY_BEGINS = re.compile(r"[\s.,–-]+")
DASHED = re.compile(rf"\s+[–—-]\s+(?P<post>(?:[a-zæøå]{{3,}}\s+){{1,3}})?(?P<who>{CAPITAL}[^–—]+)$")
# "Oppdiktetat/Kari Berg" under a title.
_ORGANISATION_SLASH = re.compile(r"^(?P<organisation>[^/\d]{2,80})/\s*(?P<person>[^/\d]{3,60})$")
_LETTER_BEHIND = re.compile(rf"\s*\((?P<letter>{CAPITAL}{{1,2}})\)(?=\s*$|\s+[–—-]\s)")
# What parts the facts of an entry on one line: "Kari Berg · kl. 10.00 · Drøfting".
PARTED = re.compile(r"\s+[·•|]\s+")
_WORD = re.compile(r"[^\W\d_]{3}")
BREAK = re.compile(
    r"(?:pause|lunsj|lunch|kaffe\w*|beinstrekk|benstrekk|middag|kaffi\w*)\b(?:\s+[^\W\d_]+){0,5}", re.IGNORECASE
)
# "Lunsj kl. 11.15 i kantina", "Lunsj 11.15–12.00 i kantina".
_HOUR_INSIDE = re.compile(
    rf",?\s+(?:kl\.?\s*)?(?P<time>{TIME})(?:\s*(?:[–—-]|til)\s*(?:kl\.?\s*)?(?P<end>{TIME}))?,?\s+(?=[^\W\d]|\()",
    re.IGNORECASE,
)
_IN_BRACKETS_LAST = re.compile(r"\s*\((?P<who>[^()]+)\)\s*$")
_POST_AND_NAME = re.compile(rf"(?:[a-zæøå-]{{4,}}\s+){{1,3}}(?P<name>{CAPITAL}[^,]+)")
# "Takster fra 2031. Kari Berg, markedssjef i Oppdiktbuss", where the hours stood behind it.
_SENTENCE_OF_NAME = re.compile(rf"\.\s+(?P<who>(?P<name>{CAPITAL}[^,.]+)(?:,[^.]*)?)\.?$")
_PERIOD_INSIDE = re.compile(
    rf"[\s,.(–-]+(?:kl\.?\s*)?(?P<time>{TIME})\s*(?:[–—-]|til)\s*(?:kl\.?\s*)?(?P<end>{TIME})\)?(?=[\s,.(])",
    re.IGNORECASE,
)
_THEN_A_SENTENCE = re.compile(
    rf"^(?P<title>{CAPITAL}[\wæøå-]{{3,}}(?:\s+[a-zæøå]+){{0,2}})\.\s+{CAPITAL}\S*\s+\S+\s+\S"
)
# A row between the cases is a few words: a break, the opening, "Ymse".
_WORDS_BETWEEN = 9


def with_length(text: str, place: Place) -> AgendaItem | None:
    """A row without a number that ends in its length: "Godkjenning av sakliste 5 min"; None for a person or what has a label."""
    trailing = TRAILING_TIME.search(text)
    title = text[: trailing.start()].strip(" ,–-") if trailing is not None and trailing["length"] else ""
    named = not title or ":" in title or presenters(title) is not None or title[:1].islower()
    if named or not _WORD.search(title) or len(title.split()) > _WORDS_BETWEEN:
        return None
    return unnumbered(text.strip(), None, place)


def between_cases(text: str, place: Place) -> AgendaItem | None:
    """A row without a number that opens with its time or ends in it: "Lunsj i peisestova, kl. 11.30"; None for any other."""
    time, rest = leading_time(text)
    if time is not None and _WORD.search(rest) and len(rest.split()) <= _WORDS_BETWEEN:
        return replace(unnumbered(rest, time, place), end=leading_end(text))
    trailing = TRAILING_TIME.search(text)
    if BREAK.match(text) and ((trailing is not None and trailing["length"]) or _HOUR_INSIDE.search(text)):
        return unnumbered(text, None, place)
    title = text[: trailing.start()].strip(" ,–-") if trailing is not None else ""
    # "Lunsj (kantina, kl. 11.50)" without its hour: what its bracket says besides is no title's.
    title = title.rpartition("(")[0].strip() if title.count("(") > title.count(")") else title
    if trailing is None or not trailing["time"] or not _WORD.search(title) or len(title.split()) > _WORDS_BETWEEN:
        return None
    presenter, organisation, title = _presented(title, timed=True)
    return AgendaItem(
        None, title, presenter, organisation, clock(trailing["time"]), None, place, clock(trailing["end"])
    )


def unnumbered(title: str, time: str | None, place: Place) -> AgendaItem:
    """A row without a number: a break, the opening, "Eventuelt (orientering, 10 min)"; with all that stands behind its title. A
    sentence of its own behind a few words is none of the title: "Eventuelt. Saker meldes før lunsj".
    """
    if (alone := _THEN_A_SENTENCE.match(title)) is not None:
        title = alone["title"]
    inside = _HOUR_INSIDE.search(title) if time is None and BREAK.match(title) else None
    if inside is not None:
        # With what stands behind the hour it would be called as it stands nowhere.
        before = title[: inside.start()].strip(" ,–-(")
        return replace(entry(None, before, clock(inside["time"]), place), end=clock(inside["end"]))
    return entry(None, title, time, place)


def heads_an_entry(read: NumberedLine) -> bool:
    """Whether what follows a number is an entry's title: something, no sentence, and not a whole text."""
    return bool(read.title) and not read.sentence and len(read.title.split()) <= TITLE_WORDS


def entry(case: str | None, title: str, time: str | None, place: Place, *, end: str | None = None) -> AgendaItem:
    """The row of a case, or of none, by the words behind number and hour: who presents it, when and as what is no title."""
    title = tidy_title(title)
    hours = _PERIOD_INSIDE.search(title) if time is None else None
    if hours is not None and (said := _without_hours(title, hours)) is not None:
        return entry(case, said, clock(hours["time"]), place, end=clock(hours["end"]))
    lettered = _LETTER_BEHIND.search(title)
    if lettered is not None and letter_of_type(lettered["letter"]):
        # "Budsjett (V) – Kari Berg"
        rest = f"{title[: lettered.start()]}{title[lettered.end() :]}"
        known = entry(case, rest, time, place, end=end)
        presenter, organisation, named = known.presenter, known.organisation, known.title
        if presenter is None:
            presenter, organisation, named = _presented(known.title, timed=True)
        return replace(known, title=named, presenter=presenter, organisation=organisation, case_type=lettered["letter"])
    behind = facts_behind(title, AgendaItem(case, title, None, None, time, None, place, end))
    if behind is not None:
        typed = _TYPE.search(behind[1]) if behind[0].case_type is None else None
        rest = behind[1][: typed.start()].strip(" ,–-") if typed is not None else ""
        told = typed["type"] if typed is not None and rest else behind[0].case_type
        return replace(behind[0], title=rest or behind[1], case_type=told)
    kind: str | None = None
    minutes: int | None = None
    trailing = TRAILING_TIME.search(title)
    if trailing is not None and title[: trailing.start()].strip():
        minutes = minutes_long(trailing["length"])
        if trailing["until"]:
            end = end or clock(trailing["time"])
        elif time is None:
            time, end = clock(trailing["time"]), clock(trailing["end"])
        title = title[: trailing.start()].strip(" ,/–-")
    typed = _TYPE.search(title)
    if typed is not None and title[: typed.start()].strip():
        kind, title = typed["type"], title[: typed.start()].strip(" ,–-")
        before = TRAILING_TIME.search(title) if trailing is None else None
        if before is not None and before["length"] and title[: before.start()].strip():
            minutes, trailing, title = minutes_long(before["length"]), before, title[: before.start()].strip(" ,–-")
    if title.count("(") > title.count(")"):
        # "(Kari Berg, 20 min)" without its length.
        title += ")"
    presenter, organisation, title = _presented(title, timed=trailing is not None)
    typed = _TYPE.search(title) if kind is None else None
    if typed is not None and title[: typed.start()].strip():
        kind, title = typed["type"], title[: typed.start()].strip(" ,–-")
    return AgendaItem(case, title, presenter, organisation, time, kind, place, end, minutes)


def _without_hours(title: str, hours: re.Match[str]) -> str | None:
    """A title without the hours inside it: "Budsjett, kl. 13.00–13.25 (Kari Berg)", "Budsjett (13.00–13.25), rådgiver Kari Berg";
    None where nothing stands before or behind them.
    """
    before, rest = title[: hours.start()].rstrip(" ,.(–-"), title[hours.end() :].strip(" .,–-")
    if not before or not rest:
        return None
    return f"{before} {rest}" if rest.startswith("(") else f"{before} – {rest}"


def _presented(title: str, *, timed: bool) -> tuple[str | None, str | None, str]:
    """Part who presents from a title: "Title v/ Kari Berg, Oppdiktetat", "Title (Kari Berg)", "Title (drøfting) – Kari Berg".

    What names no person stays. After a dash a name may be of anything; the type before it, a title in small letters, an
    organisation or the time behind it (`timed`) says that it is a person.
    """
    by = _last_by(title)
    who = by["who"] if by is not None else None
    start = by.start() if by is not None else 0
    bracketed = None
    if who is None:
        bracketed = _IN_BRACKETS_LAST.search(title)
        if bracketed is not None:
            # "(arealplanlegger Kari Berg)": whatever the post is called, what has a capital is the name.
            posted = _POST_AND_NAME.fullmatch(bracketed["who"]) if presenters(bracketed["who"]) is None else None
            is_posted = posted is not None and is_person_name(posted["name"])
            who, start = posted["name"] if posted is not None and is_posted else bracketed["who"], bracketed.start()
    if who is None:
        dashed = DASHED.search(title)
        if dashed is not None and (
            timed or dashed["post"] or "," in dashed["who"] or _TYPE.search(title[: dashed.start()])
        ):
            who, start = dashed["who"], dashed.start()
    sentence = _SENTENCE_OF_NAME.search(title) if who is None and timed else None
    if sentence is not None and is_person_name(sentence["name"]):
        who, start = sentence["who"], sentence.start()
    if who is None or not title[:start].strip():
        return None, None, title
    person, organisation = presenters(who.strip(" )")) or (None, None)
    if person is None and by is not None and (named := by_post(who.strip(" )"))) is not None:
        return named, None, title[:start].strip(" ,–-(")
    # An office is said by "v/", a name behind a dash is one person's.
    office = is_office(person or "") and (who[:1].isupper() or "v/" in title)
    one = (
        by is not None
        or bracketed is not None
        or all(is_person_name(each) or titled_name(each) is not None for each in each_person(person))
        or titled_name(person or "") is not None
    )
    if person is None or not (office if is_office(person) and (by or timed) else one and not is_office(person)):
        return None, None, title
    return person, organisation, title[:start].strip(" ,–-(")


def _last_by(title: str) -> re.Match[str] | None:
    """The words for who presents that stand last in a title and have a person behind them; else the first."""
    found = [match for match in (_BY.match(title, place.start()) for place in _BY_BEGINS.finditer(title)) if match]
    people = (match for match in reversed(found) if presenters(match["who"]) is not None or by_post(match["who"]))
    return next(people, found[0] if found else None)


def extended(item: AgendaItem, text: str, only_facts: bool = False) -> AgendaItem:
    """An entry with what the line under it says: when it is up, who presents, what type it is, or the rest of the title."""
    parts = [part.strip() for part in PARTED.split(text) if part.strip()]
    if len(parts) > 1:
        for part in parts:
            alone = item.presenter is None and only_people(part)
            item = replace(item, presenter=part) if alone else extended(item, part, only_facts=True)
        return item
    stripped = text.strip()
    told = facts_told(item, stripped)
    if told is not None and (told.minutes != item.minutes or fact(item, stripped) is None):
        return told
    at = _TIME_LABEL.match(stripped)
    if at is not None and item.time is None:
        return replace(item, time=clock(at["time"]), end=clock(at["end"]))
    if item.presenter is None and (presented := _presented_by_line(stripped, only_facts)) is not None:
        return replace(item, presenter=presented[0], organisation=presented[1])
    kind = _type_by_line(stripped, only_facts)
    if kind is not None and item.case_type is None:
        return replace(item, case_type=kind)
    if not only_facts and stripped[:1].islower():
        return replace(item, title=tidy_title(f"{item.title} {stripped}"))
    return item


def _type_by_line(stripped: str, only_facts: bool) -> str | None:
    """The type of a case by a line of its own: with a label, as "til …", or among other facts."""
    kind = _TYPE_LABEL.match(stripped)
    if kind is not None:
        return str(kind["type"] or kind["alone"]).strip()
    return type_alone(stripped) if only_facts or stripped.casefold().startswith("til ") else None


def _presented_by_line(stripped: str, only_facts: bool) -> tuple[str | None, str | None] | None:
    """Who presents by a line of its own, person and organisation; None where the line does not say that."""
    who = _PRESENTER_LABEL.match(stripped)
    if who is not None:
        return person_and_organisation(who["who"].strip())
    slash = _ORGANISATION_SLASH.match(stripped)
    if slash is not None and is_person_name(slash["person"].strip()):
        return slash["person"].strip(), slash["organisation"].strip()
    if not only_facts and (only_people(stripped) or titled_name(stripped) is not None):
        return stripped, None
    person, organisation = person_and_organisation(stripped)
    # "Målt 12.–16. oktober av Oppdikt AS v/ Kari Berg" is content.
    named = organisation is not None and not any(map(str.isdigit, organisation))
    return (person, organisation) if person is not None and is_person_name(person) and named else None


def only_people(text: str) -> bool:
    """Whether a text is a person's name, or several: "Kari Berg og Ola Dal"."""
    return all(map(is_person_name, each_person(text)))


def leading_time(text: str) -> tuple[str | None, str]:
    """The time of day that a line opens with ("09:15–09:30 Sak 5/26 …") as "HH:MM", and the line without it."""
    match = _LEADING_TIME.match(text)
    return (clock(match["time"]), text[match.end() :]) if match is not None else (None, text)


def leading_end(text: str) -> str | None:
    """The time of day until which the period goes on that a line opens with."""
    match = _LEADING_TIME.match(text)
    return clock(match["end"]) if match is not None else None
