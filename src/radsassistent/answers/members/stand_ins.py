"""Who sits for somebody who cannot come: the stand-ins that the lists of members name, by role, by list or beside a member."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from radsassistent.answers.draft import Draft, Statement, Support, listed, statement
from radsassistent.answers.members.attendance_facts import coming_for, said_of
from radsassistent.answers.members.constraints import constraints_of, satisfying
from radsassistent.answers.members.groups import newest_lists
from radsassistent.answers.members.lists_meant import own_group
from radsassistent.answers.members.reading import asks_whether, bare
from radsassistent.answers.members.statements import detail_told, distinct, people, person
from radsassistent.answers.members.wording import AWAY, MET, OF_ELSE, STAND_IN, STANDS_IN_FOR, STANDS_IN_THEN
from radsassistent.answers.members.words import role_told
from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.letters import CAPITAL, SMALL
from radsassistent.meetings import SlideKind
from radsassistent.meetings.outcomes import sentences
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.understand import people_named

_SEVERAL = re.compile(r",|\b(?:og|and)\b|/", re.IGNORECASE)
_LEADER = re.compile(
    r"\b(?:leder\w*|leiar\w*|sjef(?:en)?|formann\w*|møteled\w*|the\s+(?:leader|chair))\b", re.IGNORECASE
)
# "I stedet for ordføreren i Trollheim": for whoever has that title.
_OF_ONE = re.compile(
    rf"\b(?:i\s+(?:stedet|staden)\s+for|in\s+place\s+of|instead\s+of)\s+(?:(?:den\s+|the\s+)?{SMALL}+(?:en|a|aren?|ten|sjef|leder|leiar)|"
    r"(?:(?:han|ham|hun|henne|ho|hin|den|the)\s+)(?:one\s+)?(?:fra|frå|i|på|for|from|of|som))\b",
    re.IGNORECASE,
)
# "Hun fra Skumvik som er syk": that she is tells nothing of who she is.
_IS_AWAY = re.compile(
    r"\s+(?:som|who)\s+(?:er|har|blir|is|has)\s+(?:\w+\s+){0,2}?(?:syk|sjuk|borte|vekke|forhindr\w+|bortreist|sykemeldt|sykmeldt|sjukmeld\w*|forfall|permisjon|ill|sick|away|absent)\b",
    re.IGNORECASE,
)
_ANYBODY = re.compile(
    r"(?:noen|nokon|nokre|en|ein|éin|et|eit|a|one|any(?:one|body)?|some(?:one|body)?)\b(?!\s+(?:som|who)\b)",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"\b(?:stiller|møter|kommer|kjem|sitter|sit|deltar|deltek|comes?|attends?|steps?(?:\s+in)?)\b", re.IGNORECASE
)
_SECOND = re.compile(r"nest|vara?led|vice|deputy\s+(?:chair|leader)", re.IGNORECASE)
_MINE = re.compile(r"\b(?:min|mi|mitt|meg|jeg|eg|my|me|i)\b", re.IGNORECASE)
# "Hvem har ikke vara?", "mangler noen en stedfortreder?"
_WITHOUT = re.compile(
    r"\b(?:(?:har|have|has)\s+(?:\w+\s+)?(?:ikke|ikkje|ingen|inga|no|not)|mangler|manglar|uten|utan|står\s+uten|lacks?|without)\s+(?:\w+\s+)?(?:personlig\w*\s+)?$",
    re.IGNORECASE,
)
_ALL_HAVE = re.compile(r"^(?:har|have|do)\s+(?:alle|samtlige|all|every\w*)\b", re.IGNORECASE)
_NOBODY = re.compile(r"^(?:ingen|inga|ikke|ikkje|ubesatt|vakant|ledig|none|-|–|—)\b|^$", re.IGNORECASE)
# "Hvem er Kari Berg vara for?" asks for the one in whose seat she would sit.
_WHOSE = re.compile(
    r"\b(?:vara\w*|stedfortred\w*|deputy|substitute|inn|møter|stiller|in)\s+(?:for|til|of)(?:\s+(?:hvem|kven|whom?))?\s*\?*$",
    re.IGNORECASE,
)
_FOR = re.compile(rf"\b(?:for|til)\s+(?P<whom>{CAPITAL}.*)$")
# A name before a last name, and its half of a sentence, are at most so many letters.
_NEAR = 60
# That somebody does not come.
_AWAY_TOLD = r"(?:forfall|frafall|fravær\w*|permisjon|sykemeldt|sjukmeld\w*|forhindr\w+|avbud|bortreist|absent)"
# … and that somebody else does.
_COMES = r"(?:møter|stiller|tiltrer|tiltrår|trer\s+inn|trår\s+inn|kommer|kjem|deltar|deltek)"
# A first and a last name.
_WHOLE = 2
_GOES_ON = re.compile(
    r"(?:vara|stedfort|stadfort|for\s+(?:henne|ham|han|ho)\b|i\s+(?:stedet|staden)|hun\b|ho\b|han\b)", re.IGNORECASE
)
# More parts than a sentence and what goes on from it are a list.
_SENTENCES = 2
# What may be said of a day on which somebody is away asks nothing else.
_OF_ELSE = OF_ELSE - {Cue.WHEN, Cue.WHY, Cue.PRESENT, Cue.CHANGE}
# A line that names a stand-in: "vara er Ola Dal", "Ola Dal (vara) møter".
_NAMES_ONE = re.compile(
    rf"(?i:\b(?:vara\w*|stedfortred\w*)\s+(?:er|blir|:|møter)?)\s*{CAPITAL}[\w’'-]+\s+{CAPITAL}|{CAPITAL}[\w’'-]+\s*(?i:\(vara\w*\)|,?\s+(?:er|som|møter\s+som)\s+vara)"
)
# "1. vara per gruppe"
_PLACE = re.compile(r"^\d+\.\s+")
_LABEL = re.compile(r"\b(?:vara\w*|stedfortred\w*|deputy|substitute)\b", re.IGNORECASE)


def stand_ins(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Whom the lists have as stand-ins: for those who are meant, else all; the leader's second where it is the leader who is
    away. None for any other question, and where minutes or another line tell of it.
    """
    asked = _is_asked(query, corpus)
    members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query) if asked else []
    newer = _by_newer_line(query, members, hits) if asked else None
    if not members or newer is not None:
        return newer
    said = STAND_IN.search(query.text) is not None
    told = _whose(query, members) or (_without_any(query, members) if said else None)
    if told is not None:
        return told
    text = STANDS_IN_FOR.sub(" ", STAND_IN.sub(" ", AWAY.sub(r" \g<who> ", query.asked)))
    text = bare(" ".join(_IS_AWAY.sub(" ", text).split()).strip(" ?"))
    named = query.people or (people_named(query.question, corpus) if _MINE.search(query.question) else ())
    pool = [m for m in members if _stands_in(m)]
    anybody = [] if named else _second(query, members)
    if anybody:
        return Draft(tuple(person(m, query) for m in distinct(anybody)))
    of_any = said or _of_anybody(query)
    anybody = _fitting(_COMING.sub(" ", text), replace(query, people=()), pool, corpus) if of_any and not named else []
    if anybody:
        return people(anybody, query)
    meant = _meant(_COMING.sub(" ", text), replace(query, people=named), members, corpus)
    if not meant:
        return None if named or not said else _none_told(query, members, corpus)
    # "Hvem tar over hvis hun er borte?" asks for nobody of today.
    today = _today(meant, corpus) if not said and AWAY.search(query.text) is None else None
    if today is not None:
        return today
    seconds = [] if said else _second_of(meant, query, members)
    if seconds:
        return Draft(tuple(person(m, query) for m in distinct(seconds)))
    return _of(meant, members, pool) or _not_told(meant, hits, corpus)


def _of_anybody(query: Query) -> bool:
    """Whether it is asked who comes when whoever it may be cannot: "noen av de faste", "a member"."""
    away = AWAY.search(query.text)
    return away is not None and _ANYBODY.match(away["who"]) is not None


def _is_asked(query: Query, corpus: Corpus) -> bool:
    """Whether a question is for those who would stand in; who did at a meeting is told by its minutes."""
    said = STAND_IN.search(query.text) is not None
    if not (said or (_asks_whom(query) and _speaks_of_stand_in(query))):
        return False
    if query.cases or (query.years and not said) or query.cues & _OF_ELSE:
        return False
    if Cue.WHY in query.cues and not AWAY.search(query.text):
        return False
    met = MET.search(query.text) and not AWAY.search(query.text)
    return not (met and any(p.data["instead_of"] for p in corpus.of_kind(PassageKind.ATTENDANCE)))


def _fitting(text: str, query: Query, pool: Sequence[Passage], corpus: Corpus) -> list[Passage]:
    """The stand-ins of whom all is told that a question says: the first, those of one party; else all, where it says nothing."""
    constraints, unexplained = constraints_of(text, query, pool, pool, corpus)
    return [] if unexplained else satisfying(constraints, pool, text)


def _speaks_of_stand_in(query: Query) -> bool:
    """Whether it is asked who comes for somebody: for one who is named or leads, or when somebody cannot."""
    stands_in = STANDS_IN_FOR.search(query.text) is not None
    then = stands_in or STANDS_IN_THEN.search(query.text) is not None
    of_somebody = bool(query.people) or _LEADER.search(query.text) is not None or _OF_ONE.search(query.text)
    return (then and AWAY.search(query.text) is not None) or (stands_in and bool(of_somebody))


def _asks_whom(query: Query) -> bool:
    return query.wanted in (Wanted.PERSON, Wanted.LIST) or asks_whether(query.asked)


def _meant(text: str, query: Query, members: Sequence[Passage], corpus: Corpus) -> list[Passage]:
    """The members whose stand-ins are asked for: by name, by organisation or title."""
    if query.people:
        return [m for m in members if m.data["name"] in query.people]
    own = [m for m in members if m.data["group"] == own_group(members)]
    if _LEADER.search(text):
        return [m for m in own if re.search(r"led|leiar", role_told(m), re.IGNORECASE)][:1]
    constraints, unexplained = constraints_of(text, query, members, members, corpus)
    return [] if unexplained or not constraints else satisfying(constraints, members, text)


def _of(meant: Sequence[Passage], members: Sequence[Passage], pool: Sequence[Passage]) -> Draft | None:
    """The stand-ins of those meant: beside them on the list, by a role that names them, else of their organisation."""
    told = [
        detail_told(member, str(label), str(value))
        for member in distinct(meant)
        for label, value in member.data.get("details", ())
        if _LABEL.search(str(label))
    ]
    if told:
        return Draft(tuple(told))
    said_so = [m for m in meant if _says_so(str(m.data["title"] or ""))]
    if said_so:
        return Draft(tuple(_said(m) for m in distinct(said_so)))
    names = {str(m.data["name"]) for m in meant}
    by_role = [m for m in pool if any(name in str(m.data["role"]) for name in names)]
    by_role = by_role or [m for m in pool if _for_last(str(m.data["role"] or ""), names, members)]
    if not by_role and not any(_FOR.search(str(m.data["role"] or "")) for m in pool):
        organisations = {m.data["organisation"] for m in meant if m.data["organisation"]}
        by_role = [m for m in pool if m.data["organisation"] in organisations and m.data["name"] not in names]
    statements = [_said(m) for m in distinct(by_role)]
    return Draft(tuple(statements)) if statements else None


def _for_last(role: str, names: Set[str], members: Sequence[Passage]) -> bool:
    """Whether a role names one of these people by the last name, which no other member has: "1. vara for Berg"."""
    told = _FOR.search(role)
    if told is None:
        return False
    called = told["whom"].strip()
    of_members = {str(m.data["name"]) for m in members if str(m.data["name"]).endswith(f" {called}")}
    return len(of_members) == 1 and of_members <= names


def _says_so(title: str) -> bool:
    """Whether what stands behind a name is who comes instead: "varamedlem Jon Moe møter"."""
    return bool(STANDS_IN_FOR.search(title)) or bool(STAND_IN.match(title) and STANDS_IN_THEN.search(title))


def _said(member: Passage) -> Statement:
    """A stand-in by the list's own words: "Jon Moe (vara for Kari Berg): Lillevik kommune."."""
    data = member.data
    role = data["role"] or data["group"] or ""
    told = ", ".join(str(part) for part in (data["title"], data["organisation"]) if part)
    said = f"{data['name']}{f' ({role})' if role else ''}{f': {told}' if told else ''}"
    return Statement(f"{said.rstrip('.')}.", (Support(member, data["name"]),))


def _not_told(meant: Sequence[Passage], hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """That no stand-in is told of those meant; None where minutes or a line of a slide may tell of one."""
    names = {str(m.data["name"]) for m in meant}
    if any(p.data["instead_of"] in names for p in corpus.of_kind(PassageKind.ATTENDANCE)):
        return None
    lasts = {name.split()[-1] for name in names}
    listed = {(m.sha256, m.slide) for m in meant}
    for passage in (hit.passage for hit in hits):
        of_text = passage.kind is PassageKind.UNIT or (
            passage.kind is PassageKind.TABLE_ROW and (passage.sha256, passage.slide) not in listed
        )
        told = [_of_whom(passage.text, last) for last in lasts if last in passage.text] if of_text else []
        if any(_tells_of_one(line, last) for line in told for last in lasts if last in line):
            # "Berg er inhabil; kommunens vara er Dal."
            named = passage.kind is PassageKind.UNIT and any(map(_NAMES_ONE.search, told))
            return Draft((statement(f"{passage.text.rstrip('.')}.", passage, passage.text),)) if named else None
    return _today(meant, corpus) or Draft.abstaining("Dokumentene oppgir ingen vara.")


def _today(meant: Sequence[Passage], corpus: Corpus) -> Draft | None:
    """Who is told to come today for those meant, who cannot; else what a slide of members says of it."""
    coming = coming_for([str(m.data["name"]) for m in meant], corpus)
    if coming:
        return Draft((said_of(coming),))
    lasts = {str(m.data["name"]).split()[-1] for m in meant}
    documents = {m.sha256 for m in meant}
    for slide in (p for p in corpus.of_kind(PassageKind.SLIDE) if p.sha256 in documents):
        if slide.data["slide_kind"] != SlideKind.MEMBERS.value:
            continue
        said = next((found for last in lasts if (found := _away_today(slide.text, last)) is not None), None)
        if said is not None:
            return Draft((statement(said, slide),))
    return None


def _away_today(text: str, last: str) -> str | None:
    """What a slide says of somebody's absence and of who comes then: "Kari Berg har forfall. Vara Jon Moe møter."."""
    absent = rf"(?:{CAPITAL}[\w.’'-]+\s+)*{re.escape(last)}\b[^.;]*\b(?i:{_AWAY_TOLD})\b[^.;]*"
    told = re.compile(rf"{absent}[.;]\s*[^.]*?(?i:{STAND_IN.pattern}|\b{_COMES}\b)[^.]*\.")
    for line in text.splitlines():
        place = line.find(last)
        # A name and two sentences are no longer.
        said = told.search(line[max(place - _NEAR, 0) : place + 5 * _NEAR]) if place >= 0 else None
        if said is not None:
            return said[0]
    return None


def _of_whom(line: str, last: str) -> str:
    """What a line says of one of that last name: the sentence and what goes on with it; of a list of those who met the entry."""
    entries = line.split(";")
    if len(entries) > _SENTENCES:
        return next(entry for entry in entries if last in entry)
    told = sentences(line)
    place = next((number for number, sentence in enumerate(told) if last in sentence), 0)
    more = [sentence for sentence in told[place + 1 : place + 2] if _GOES_ON.match(sentence)]
    return " ".join([*told[place : place + 1], *more]) or line


def _tells_of_one(line: str, last: str) -> bool:
    """Whether a line may tell who comes for one of that last name."""
    so = STAND_IN.search(line) or STANDS_IN_FOR.search(line)
    return bool(so or re.search(rf"\bfor\s+(?:{CAPITAL}\S+\s+)*{re.escape(last)}", line))


def _by_newer_line(query: Query, members: Sequence[Passage], hits: Sequence[Hit]) -> Draft | None:
    """The line of a meeting after the one that the lists are of which says who stands in for the one named now."""
    of_lists = max((member.meeting for member in members), default="")
    bodies = {member.body for member in members}
    lasts = {name.split()[-1] for name in query.people}
    for passage in (hit.passage for hit in hits):
        if (
            passage.kind is PassageKind.UNIT
            and passage.meeting > of_lists
            and (passage.body in bodies or not bodies)
            and any(_is_for(passage.text, n) for n in lasts)
        ):
            return Draft((statement(f"{passage.text.rstrip('.')}.", passage),))
    return None


def _is_for(line: str, last: str) -> bool:
    """Whether a line says who stands in for one of that last name: "Liv Dal er ny vara for Kari Berg"."""
    return re.search(rf"{STAND_IN.pattern}\s+for\s+(?:{CAPITAL}\S+\s+)*{re.escape(last)}\b", line) is not None


def _none_told(query: Query, members: Sequence[Passage], corpus: Corpus) -> Draft | None:
    """That nobody is told to stand in, where no list of members nor of those who met has any stand-in."""
    if query.wanted is not Wanted.PERSON:
        return None
    listed_so = any(
        _stands_in(m) or any(_LABEL.search(str(label)) for label, _ in m.data.get("details", ())) for m in members
    )
    met = any(p.data["instead_of"] for p in corpus.of_kind(PassageKind.ATTENDANCE))
    told = listed_so or met or any(map(STAND_IN.fullmatch, corpus.words))
    return None if told else Draft.abstaining("Dokumentene oppgir ingen vara.")


def _second(query: Query, members: Sequence[Passage]) -> list[Passage]:
    """Who leads when the leader cannot, where the lists have one."""
    if STAND_IN.search(query.text) or not _LEADER.search(query.text):
        return []
    own = [m for m in members if m.data["group"] == own_group(members)]
    return [m for m in own if _SECOND.search(role_told(m))]


def _leads(member: Passage) -> bool:
    role = role_told(member)
    return re.search(r"led|leiar", role, re.IGNORECASE) is not None and not _SECOND.search(role)


def _second_of(meant: Sequence[Passage], query: Query, members: Sequence[Passage]) -> list[Passage]:
    """Who leads when those meant, who lead the body, cannot, but where somebody sits for them personally."""
    led = [m for m in meant if _leads(m)]
    if any(_leads(m) and m.data["role"] for m in members):
        # "Styreleder" behind somebody's own organisation is a title, where another has the role.
        led = [m for m in led if m.data["role"]]
    personal = any(_LABEL.search(str(label)) for m in meant for label, _ in m.data.get("details", ()))
    if not led or personal:
        return []
    return [m for m in members if m.data["group"] == led[0].data["group"] and _SECOND.search(role_told(m))]


def _whose(query: Query, members: Sequence[Passage]) -> Draft | None:
    """For whom somebody who is named would sit, as a list says beside a member or in the role of the one named."""
    whose = _WHOSE.search(query.asked) is not None
    own = {str(m.data["name"]).split()[-1] for m in members}
    beside = [
        detail_told(member, str(label), str(value))
        for member in members
        for label, value in member.data.get("details", ())
        if _LABEL.search(str(label)) and _is(str(value), query.question, by_last=whose, taken=own)
    ]
    if beside:
        return Draft(tuple(beside))
    if not whose:
        return None
    named = [m for m in members if m.data["name"] in query.people and _stands_in(m)]
    return Draft(tuple(_said(m) for m in distinct(named))) if named else None


def _is(name: str, said: str, *, by_last: bool, taken: Set[str]) -> bool:
    """Whether a name beside a member is said: whole, or by the last name where that is none of the `taken`."""
    parts = name.split()
    if len(parts) < _WHOLE:
        return False
    last = [parts[-1]] if by_last and parts[-1] not in taken else []
    return any(re.search(rf"(?<!\w){re.escape(each)}s?(?!\w)", said, re.IGNORECASE) for each in (name, *last))


def _without_any(query: Query, members: Sequence[Passage]) -> Draft | None:
    """The members beside whom a list of stand-ins names none."""
    match = STAND_IN.search(query.asked)
    all_have = _ALL_HAVE.search(query.asked) is not None
    if match is None or query.people or not (all_have or _WITHOUT.search(query.asked[: match.start()])):
        return None
    told = [
        (member, str(label), str(value))
        for member in distinct(members)
        for label, value in member.data.get("details", ())
        if _LABEL.search(str(label))
    ]
    none = [detail_told(*each) for each in told if _NOBODY.match(each[2])]
    if none:
        return Draft(tuple(none))
    if not told or not all_have:
        return Draft.abstaining("Det står ikke i dokumentene.") if told else None
    names = [value for _, _, value in told]
    return Draft((Statement(f"{listed(names)}.", tuple(Support(m, value) for m, _, value in told)),))


def _stands_in(member: Passage) -> bool:
    role, group = role_told(member), str(member.data["group"] or "")
    # "Varamedlemmer, observatører og sekretariat" are not all of them stand-ins.
    by_group = not role and bool(STAND_IN.match(_PLACE.sub("", group))) and not _SEVERAL.search(group)
    return bool(STAND_IN.search(role) or _FOR.match(role)) or by_group
