"""Who is new: whom the newest slides welcome, narrowed down by what the lists of members tell of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from radsassistent.answers.draft import Draft, Statement, Support, listed, statement
from radsassistent.answers.members.groups import newest_lists
from radsassistent.answers.members.lists_meant import own_group
from radsassistent.answers.members.reading import ALL_OF, Reading, asks_whether, read
from radsassistent.answers.members.resolution import fitting_all
from radsassistent.answers.members.seats import by_seats
from radsassistent.answers.members.statements import person
from radsassistent.answers.members.wording import ORGANISATIONS
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.dates import MONTHS
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.terms import terms

_NEW = (
    r"(?:nye?(?:ste)?|nytt|ferske?|ferskinger|nykommer\w*|nykomling\w*|nykomar\w*|debutant\w*|nybegynner\w*|new|newest|"
    r"newcomers?)"
)
_JUST = (
    r"(?:(?:nettopp|nylig|akkurat|just|recently)\s+(?:\w+\s+){0,1}?(?:kommet|kome|tiltrådt|begynt|byrja|startet|blitt|vorte|joined|started|become)(?:\s+(?:inn|til|med))?|"
    r"(?:(?:har|er|har\s+det|er\s+det)\s+)?(?:kommet|kome|komne)\s+(?:\w+\s+)?(?:inn|til|med)(?=\s+(?:i|på|nå|no|siden|sidan|denne|som)\b|\W*$)|"
    r"(?:(?:har|er)\s+)?(?:sluttet|slutta)\s+seg\s+til|(?:ikke|ikkje)\s+(?:var|vært|vore|satt)\s+(?:\w+\s+)?(?:med\s+)?(?:sist|før|forrige\s+gang|førre\s+gong|tidligere)|"
    r"(?:er|var)\s+(?:\w+\s+)?(?:med|her)\s+for\s+(?:første|fyrste)\s+(?:gang|gong)|ferske|"
    r"(?:has\s+|have\s+)?joined(?=\s+(?:the\s+(?:council|board|committee)|us)\b)|(?:kom|tiltrådte|tiltredde)\s+(?:\w+\s+)?inn(?=\s+i\s+(?:rådet|styret|utvalget|utvalet|nemnda)\b))"
)
_ASKS_NEW = re.compile(rf"\b(?:{_NEW}|{_JUST}|velkommen|velkomne|welcomed?)\b", re.IGNORECASE)
# What has another name now is no newcomer.
_NEW_NAME = re.compile(
    r"\b(?:fått|får|har|bytt\w*|gitt|have|got)\s+(?:\w+\s+)?(?:nytt|nye|new)\s+(?:navn|namn|names?)", re.IGNORECASE
)
_NOT_NEW = re.compile(rf"\b(?:ikke|ikkje|not)\s+(?:lenger\s+|helt\s+)?{_NEW}\b", re.IGNORECASE)
# What says no more than that somebody is new.
_SAID_NEW = re.compile(
    rf"\b(?:(?:(?:helt|heilt|splitter|som\s+er|er\s+det)\s+)*(?:{_NEW}(?:\s+(?:folk|fjes|fjesene|tryner|ansikt\w*|andlet|koster|krefter|faces?))?|{_JUST}|(?:(?:ble|blei|vart|blir|er|was|were)\s+)?(?:ønske[rst]?|ønskt|ynskt|ønska)?\s*"
    rf"(?:velkommen|velkomne|welcomed?)|(?:siden|sidan|since)\s+(?:{'|'.join(MONTHS)}|march|may|june|october)\w*|(?:in|from|i|fra|frå)\s+(?:{'|'.join(MONTHS)}|january|february|march|may|june|july|october|december)\w*|denne\s+gangen?|denne\s+gongen|(?:siden|sidan)\s+(?:sist|forrige|førre)(?:\s+(?:gang|gong|møte))?|(?:for\s+)?(?:første|fyrste)\s+(?:gang|gong)|(?:har\s+)?(?:vi|me|rådet|dere)\s+fått|(?:har\s+)?fått|nettopp|nå|no))\b",
    re.IGNORECASE,
)
_THE_NEW = re.compile(
    rf"\b(?:velkommen|velkomne|welcomed?)\b|\b(?:de|dei|den|det|the|alle|all)\s+(?:\w+\s+)?{_NEW}\b|\b{_NEW}\s+(?:folk|fjes|ansikt\w*|andlet|faces)\b|\bmed\s+for\s+(?:første|fyrste)\s+(?:gang|gong)\b",
    re.IGNORECASE,
)
# A line or heading that says so; the people stand in it or under it.
_NEWCOMER = re.compile(
    r"\b(?:nye?|nytt)\s+(?:medlem|representant)\w*|\bønsker\b.*\bvelkommen\b|\b(?:nye?|new)\s+(?:i|in|on)\s+(?:the\s+)?(?:rådet|styret|utvalget|utvalet|nemnda|komit[eé]en|council|board|committee)\b",
    re.IGNORECASE,
)
_REMARK = re.compile(rf"^{_NEW}\b|{_NEWCOMER.pattern}", re.IGNORECASE)
_WHERE_FROM = re.compile(
    r"\b(?:hvor|kor|where|hvilken|kva|which|what)\b.*\b(?:fra|frå|from|jobb\w*|arbeid\w*|work)\b", re.IGNORECASE
)
_TITLES = re.compile(r"\b(?:titler|titlar|titlene|titles?|roller)\b", re.IGNORECASE)
_OF_MEMBERS = frozenset({Cue.MEMBER, Cue.WHO, Cue.BODY, Cue.LEADER})
_OF_CASES = frozenset({Cue.AGENDA, Cue.CASE, Cue.PRESENT, Cue.DECIDED, Cue.PROPOSAL, Cue.MONEY})
# Most newcomers of one meeting; more is a list of members.
_MOST = 12


def newcomers(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The people whom the slides of the newest meeting, or of the one named, welcome as new members, and of whom the lists tell
    what the question says.
    """
    asks = _ASKS_NEW.search(query.asked) and not (_NOT_NEW.search(query.asked) or _NEW_NAME.search(query.asked))
    if query.cases or query.years or not asks or query.cues & _OF_CASES:
        return None
    members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query)
    welcomed = _welcomed(query, hits, corpus) or [m for m in members if _remark(m)]
    if not 0 < len(welcomed) <= _MOST:
        return None
    own = own_group(members)
    told = {m.id: unit for m in members if m.data["group"] == own for unit in welcomed if m.data["name"] in unit.text}
    if len(told) < len(welcomed):
        return _by_line(welcomed, query, corpus)
    if query.people:
        return _whether_new(query, welcomed)
    pool = [m for m in members if m.id in told]
    reading = read(_SAID_NEW.sub(" ", query.asked))
    resolved = fitting_all(reading, query, pool, members, corpus)
    of_people = query.cues & _OF_MEMBERS or _THE_NEW.search(query.asked) or reading.seats is not None
    if resolved is None or not (resolved[1] or of_people):
        return None
    return _resolved(*resolved, reading, query, told)


def _resolved(
    found: Sequence[Passage], constrained: bool, reading: Reading, query: Query, told: Mapping[int, Passage]
) -> Draft | None:
    """The answer of the newcomers found, of all that are `told` by their lines: by organisations, whether it is so, or who."""
    welcomed = sorted(told.values(), key=lambda unit: unit.id)
    if reading.seats is not None and (reading.seats.top or ORGANISATIONS.search(query.asked)):
        return by_seats(found, reading.seats, query, named=False)
    if constrained and ALL_OF.search(query.asked):
        fitting = {m.id for m in found}
        rest = [unit for member, unit in told.items() if member not in fitting]
        return _answered("Nei" if rest else "Ja", rest or [told[m.id] for m in found])
    if not found:
        whether = asks_whether(query.asked)
        return _denied(welcomed) if whether else Draft.abstaining("Det står ikke i dokumentene.")
    return _told(found, told, query, counted=reading.seats is not None)


def _told(found: Sequence[Passage], told: Mapping[int, Passage], query: Query, *, counted: bool) -> Draft:
    """Newcomers by the lines that welcome them: how many, with what the lists tell of them where that is asked for, or who."""
    if counted or Cue.HOW_MANY in query.cues:
        return _counted([told[m.id] for m in found])
    if query.cues & {Cue.TITLE, Cue.EMPLOYER} or _TITLES.search(query.asked) or _WHERE_FROM.search(query.asked):
        each = [(person(m, query), told[m.id]) for m in found]
        return Draft(tuple(Statement(s.text, (*s.support, _support(unit))) for s, unit in each))
    units = sorted((told[m.id] for m in found), key=lambda unit: unit.id)
    return Draft(tuple(_welcome(unit, query) for unit in units))


def _welcomed(query: Query, hits: Sequence[Hit], corpus: Corpus) -> list[Passage]:
    """The lines that name somebody as new or stand under a heading that does, in the archive's order."""
    meetings = query.meetings or corpus.meetings[:1]
    units = (hit.passage for hit in hits if hit.passage.kind is PassageKind.UNIT)
    return [
        unit
        for unit in sorted(units, key=lambda unit: unit.id)
        if any((unit.body, unit.meeting) == (m.body, m.date) for m in meetings)
        and not unit.text.rstrip().endswith(":")
        and _NEWCOMER.search(" ".join((unit.text, *unit.data["under"])))
        and any(name in unit.text for name in corpus.names)
    ]


def _remark(member: Passage) -> str | None:
    """What a list says beside a name of somebody who is new: "Merknad: Nytt medlem fra 1. mai"; None of anybody else."""
    told = (str(value) for _, value in member.data.get("details", ()))
    return next((value for value in told if _REMARK.search(value)), None)


def _support(welcomed: Passage) -> Support:
    """The words that say that somebody is new, of a line or of a list."""
    return Support(welcomed, _remark(welcomed) or welcomed.text)


def _welcome(welcomed: Passage, query: Query) -> Statement:
    """The line that welcomes somebody; of a list the member with what it says beside the name."""
    remark = _remark(welcomed)
    if remark is None:
        return statement(f"{welcomed.text.rstrip('.')}.", welcomed, welcomed.text)
    known = person(welcomed, query)
    return Statement(f"{known.text.rstrip('.')} – {remark.rstrip('.')}.", (*known.support, _support(welcomed)))


def _by_line(welcomed: Sequence[Passage], query: Query, corpus: Corpus) -> Draft | None:
    """Newcomers of whom the lists do not tell: those whose lines have the organisation that is named, else all."""
    organisations = [str(m.data["organisation"] or "") for m in corpus.of_kind(PassageKind.MEMBER)]
    known = {term for name in organisations for term in corpus.terms(name)}
    if set(corpus.topic(_SAID_NEW.sub(" ", query.asked))) - known or not query.cues & _OF_MEMBERS:
        return None
    asked = set(query.terms)
    named = [
        unit
        for unit in welcomed
        for own in [set(terms(" ".join((unit.text, *unit.data["under"][-1:]))))]
        if any((name := set(terms(organisation))) and name <= asked & own for organisation in organisations)
    ]
    told = named or welcomed
    if Cue.HOW_MANY in query.cues:
        return _counted(told)
    return Draft(tuple(statement(f"{unit.text.rstrip('.')}.", unit, unit.text) for unit in told))


def _whether_new(query: Query, welcomed: Sequence[Passage]) -> Draft | None:
    """Whether those named are new: the lines that say so with their headings, else who is."""
    if not query.cues & _OF_MEMBERS and not asks_whether(query.asked):
        return None
    named = [unit for unit in welcomed if any(name.split()[-1] in unit.text for name in query.people)]
    return _answered("Ja", named) if named else _denied(welcomed)


def _answered(word: str, units: Sequence[Passage]) -> Draft:
    """ "Ja" or "Nei" with the lines that settle it, each under its heading."""
    said = []
    for unit in units:
        under = unit.data.get("under")
        heading = f"{under[-1].rstrip(':')}: " if under else ""
        said.append(Statement(f"{word}: {heading}{_line(unit)}.", (_support(unit),)))
    return Draft(tuple(said))


def _denied(welcomed: Sequence[Passage]) -> Draft:
    """That none of the newcomers is meant, and who they are."""
    supports = tuple(map(_support, welcomed))
    return Draft((Statement(f"Nei. Nye er {listed([_name(unit) for unit in welcomed])}.", supports),))


def _counted(told: Sequence[Passage]) -> Draft:
    """How many newcomers there are, and who."""
    supports = tuple(map(_support, told))
    names = listed([_name(unit) for unit in told])
    return Draft((Statement(f"{len(told)}: {names}.", supports, (str(len(told)),)),))


def _line(unit: Passage) -> str:
    remark = _remark(unit)
    return unit.text.rstrip(".") if remark is None else f"{_name(unit)} – {remark.rstrip('.')}"


def _name(unit: Passage) -> str:
    return unit.text.split(",")[0].rstrip(".")
