"""Who has said before the meeting that they cannot come, and who comes instead, from a deck: a table of them, or sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from radsassistent.documents import Block, BlockKind, Slide, Table
from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.attendance import absent_in_sentences, stood_in
from radsassistent.meetings.meeting import Attendee, Place, Presence
from radsassistent.meetings.member_entries import BESIDE_MEMBERS, labelled_entries
from radsassistent.meetings.member_places import people_standing
from radsassistent.meetings.people import has_title, is_person_name, titled_name

# What a column of a table of those who are away tells, by its heading.
_AWAY = re.compile(r"\b(?:fraværende|fråverande|forfall|frafall|avbud|absent)\b", re.IGNORECASE)
_INSTEAD = re.compile(
    r"\b(?:i\s+sted(?:et)?|i\s+staden|møter\s+for|vara\w*|stedfortred\w*|stadfortred\w*|erstatt\w*|substitute)\b",
    re.IGNORECASE,
)
_WHY = re.compile(r"\b(?:årsak\w*|grunn\w*|hvorfor|kvifor|reason)\b", re.IGNORECASE)
_FOR_WHOM = re.compile(
    r"\b(?:organisasjon\w*|virksomhet\w*|verksemd\w*|representerer|representerar|parti|kommune|aktør)\b", re.IGNORECASE
)
# "Kari Berg, Oppdiktetaten (syk) – vara: rådgiver Ola Dal", "Kari Berg – ingen vara", on a list of those who are away.
_LISTED = re.compile(
    r"^(?P<name>[^–—,(:;]+?)\s*(?:,\s*(?P<whom>[^–—;(:]+?))?\s*(?:\((?P<brackets>[^()]+)\))?\s*(?:(?:\s[–—-]\s|[;:])\s*(?P<rest>.+))?$"
)
_COMES = re.compile(
    r"^(?:(?:personlig\s+)?vara\w*|stedfortreder|stadfortredar|erstattes\s+av|i\s+stedet\s+møter|møter)\s*:?\s*(?P<who>[\w(].*?)(?:\s+(?:møter|deltar|stiller))?\.?$",
    re.IGNORECASE,
)
# "… – avdelingssjef Ola Dal (Oppdiktetaten) møter i hennes sted", "… – Ola Dal møter for Oppdikt kommune"
_COMES_INSTEAD = re.compile(
    r"^(?:vara\w*\s+)?(?P<who>[\wæøå].*?)\s+(?:møter|kommer|deltar|stiller)(?:\s+(?:for|i)\s+.+|\s+som\s+vara)?\.?$",
    re.IGNORECASE,
)
_NOBODY_COMES = re.compile(r"^(?:ingen|inga)\b", re.IGNORECASE)
_AWAY_ALONE = re.compile(
    r"^(?:\w+\s+){0,2}(?:forfall|frafall|avbud|fraværende|fråverande)(?:\s+(?:og|til\s+dagens)\s+\w+)?\s*:?$",
    re.IGNORECASE,
)
_VARA_IN_BRACKETS = (
    rf"\((?:[Pp]ersonlig\s+)?[Vv]ara\w*:?\s+(?P<name>{CAPITAL}[\w'’-]*(?:\s+{CAPITAL}[\w'’-]*){{1,3}})"
    r"(?:,\s*(?P<title>[^()]+))?\)"
)
_SENTENCE = re.compile(rf"(?<=\w{{2}})\.\s+(?={CAPITAL})")
_HEADING_WORDS = 5
# Of those that one slide tells of in a table nearly all are people.
_MOST = 0.7


def announced_absences(slide: Slide, place: Place) -> list[Attendee]:
    """Those of whom a slide tells that they cannot come, and those who come in their seats; empty on any other slide."""
    titled = _AWAY.search(slide.title or "") is not None
    found: list[Attendee] = []
    under: Block | None = None
    for block in slide.body:
        if block.table is not None:
            found += _of_table(block.table, place, titled)
            continue
        if _heads(block):
            under = block if is_over_absent(block.text) else None
            continue
        if under is not None and under.kind is BlockKind.BULLET and block.level <= under.level:
            under = None
        listed = list(_listed(block.text.strip().rstrip("."), place)) if under and block.group == under.group else []
        found += listed or _told(block.text, place)
    found += _marked(slide, place, {each.name for each in found})
    away = [each.name for each in found if each.presence is Presence.ABSENT]
    coming = {each.name for each in found if each.presence is Presence.SUBSTITUTE}
    for block in slide.body if away else ():
        instead = stood_in(block.text, away[-1], place, alone=False, away=away) if block.table is None else ()
        found += [each for each in instead if each.substitutes_for in away and each.name not in coming]
    return [replace(each, announced=True) for each in found]


def is_over_absent(heading: str) -> bool:
    """Whether a heading is over those who are away, and over nobody else: "Forfall", not "Sekretariat og forfall"."""
    return _AWAY.search(heading) is not None and BESIDE_MEMBERS.search(heading) is None


def _told(text: str, place: Place) -> list[Attendee]:
    """Those of whom a line says that they are away: "Forfall: Kari Berg", "Kari Berg har forfall", and who comes instead."""
    label, _, names = text.partition(":")
    if _AWAY_ALONE.match(label.strip()) and names.strip():
        entries = labelled_entries(f"Forfall: {names.strip().rstrip('.')}")[1]
        away: list[Attendee] = []
        for each in entries:
            if is_person_name(each.name):
                away.append(Attendee(each.name, each.title, each.organisation, Presence.ABSENT, None, place))
                away += _in_brackets(names, each.name, [other.name for other in entries], place)
        return away
    away = list(absent_in_sentences(text, place))
    absent = away[-1].name if away else ""
    return [*away, *(stood_in(text, absent, place, alone=len(away) == 1) if away else ())]


def _in_brackets(text: str, name: str, names: Sequence[str], place: Place) -> list[Attendee]:
    """Who comes instead of somebody, told in the brackets behind: "Kari Berg, direktør (vara: Ola Dal, rådgiver)"; of several
    `names` before the brackets, instead of the last.
    """
    told = re.search(rf"{re.escape(name)}(?P<between>[^()]*){_VARA_IN_BRACKETS}", text)
    if told is None or any(other != name and other in told["between"] for other in names):
        return []
    return [Attendee(told["name"], told["title"], None, Presence.SUBSTITUTE, name, place)]


def _marked(slide: Slide, place: Place, known: Set[str]) -> Iterator[Attendee]:
    """Those on a list whose entry is marked: "Kari Berg – forfall", a badge "FORFALL" beside the name."""
    for line in people_standing(slide.body).lines:
        marked = any(_AWAY_ALONE.match(each.strip()) for each in (*line.badges, *line.marks))
        for entry in line.entries if marked and not line.label else ():
            if entry.name not in known:
                yield Attendee(entry.name, entry.title, entry.organisation, Presence.ABSENT, None, place)


def _heads(block: Block) -> bool:
    """Whether a text is what those below it are called together: "Meldt forfall"."""
    text = block.text.strip()
    if _AWAY_ALONE.match(text):
        return True
    return len(text.split()) <= _HEADING_WORDS and (block.kind is BlockKind.HEADING or text.endswith(":"))


def _listed(text: str, place: Place) -> Iterator[Attendee]:
    """One of a list of those who are away, and who comes in that one's seat."""
    entry = _LISTED.match(text)
    if entry is None or not is_person_name(entry["name"].strip()):
        return
    told = [part.strip() for each in (entry["brackets"], entry["rest"]) if each for part in _SENTENCE.split(each)]
    comes = next((match for part in told if (match := _COMES.match(part) or _COMES_INSTEAD.match(part))), None)
    reasons = [
        part
        for part in told
        if not (_COMES.match(part) or _COMES_INSTEAD.match(part) or _NOBODY_COMES.match(part))
        and "vara" not in part.casefold()
    ]
    name = entry["name"].strip()
    yield Attendee(name, None, entry["whom"], Presence.ABSENT, None, place, next(iter(reasons), None))
    if comes is None:
        return
    if _NOBODY_COMES.match(comes["who"]):
        return
    head, _, whom = comes["who"].rstrip(")").replace(" (", ", ", 1).partition(",")
    title, other = titled_name(head.strip()) or (None, head.strip())
    if is_person_name(other):
        yield Attendee(other, title, whom.strip() or None, Presence.SUBSTITUTE, name, place)


def _of_table(table: Table, place: Place, titled: bool) -> Iterator[Attendee]:
    """The rows of a table that is of those who are away: its first column says so, or its slide's title does (`titled`) and a
    column is of those who come instead.
    """
    headers = (table.label_header or table.caption, *table.columns)
    instead = _column(_INSTEAD, headers)
    if not (_AWAY.search(headers[0]) or (titled and instead is not None)) or instead == 0:
        return
    if sum(is_person_name(row.label.strip()) for row in table.rows) < _MOST * len(table.rows):
        return
    why, whom = _column(_WHY, headers), _column(_FOR_WHOM, headers)
    for row in table.rows:
        cells = (row.label, *row.values)
        name = row.label.strip()
        if not is_person_name(name):
            continue
        yield Attendee(name, None, _cell(cells, whom), Presence.ABSENT, None, place, _cell(cells, why))
        other, _, told = (_cell(cells, instead) or "").partition(",")
        if is_person_name(other.strip()):
            title, organisation = (
                (told.strip(), None) if told[1:2].islower() or has_title(told) else (None, told.strip())
            )
            yield Attendee(other.strip(), title or None, organisation or None, Presence.SUBSTITUTE, name, place)


def _column(heading: re.Pattern[str], headers: Sequence[str]) -> int | None:
    return next((place for place, header in enumerate(headers) if heading.search(header)), None)


def _cell(cells: Sequence[str | None], column: int | None) -> str | None:
    text = (cells[column] or "").strip() if column is not None else ""
    return text if re.search(r"\w", text) else None
