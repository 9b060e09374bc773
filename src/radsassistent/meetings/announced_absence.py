"""Who has said before the meeting that they cannot come, and who comes instead, from a deck: a table of them, or sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import product

from radsassistent.documents import Block, BlockKind, Slide, Table
from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.attendance import absent_in_sentences, stood_in
from radsassistent.meetings.attendees import REASON
from radsassistent.meetings.meeting import Attendee, Member, Place, Presence
from radsassistent.meetings.member_entries import BESIDE_MEMBERS, Entry, entry_of, labelled_entries
from radsassistent.meetings.member_places import people_standing
from radsassistent.meetings.member_standing import in_column
from radsassistent.meetings.people import before_name, has_title, is_person_name

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
    r"^(?P<name>[^–—,(:;]+?)\s*(?:,\s*(?P<whom>[^–—;(:]+?))?\s*(?:\((?P<brackets>[^()]+)\))?\s*(?:(?:\s[–—-]\s|[,;:])\s*(?P<rest>.+))?$"
)
_ARROW = re.compile(r"\s*(?:→|->|⇒)\s*")
# What parts the things told of one: "syk. Vara: Ola Dal", "syk – vara Ola Dal", "syk, vara Ola Dal".
_PARTS = re.compile(
    rf"(?<=\w{{2}})\.\s+(?={CAPITAL}|\d\.\s*vara)|;\s+|\s+[–—-]\s+|,\s+(?=(?:personlig\s+)?(?:vara|stedfortred|stadfortred|erstatt))",
)
_STAND_IN = (
    r"(?:(?:personlig|personleg|første|fyrste|andre|møtende|møtande|innkalt|innkalla|\d\.)\s*)?"
    r"(?:vara(?:medlem\w*|representant\w*)?|stedfortreder|stadfortredar)"
)
_VERB = r"(?:møter|møtte|kommer|kjem|deltar|deltek|stiller|tiltrer|trer\s+inn|trår\s+inn)"
_COMES = (
    # "Vara: Ola Dal", "vara i saken: Ola Dal", "vara Ola Dal møter", "erstattes av Ola Dal"
    re.compile(
        rf"^(?:{_STAND_IN}(?:\s+[^:.]{{1,30}}(?=:))?|(?:er\s+|blir\s+)?erstatt\w*\s+av|i\s+stedet\s+møter|møter)\s*:?\s*"
        rf"(?P<who>[\w(].*?)(?:\s+{_VERB}(?:\s+.+)?)?\.?$",
        re.IGNORECASE,
    ),
    # "Avdelingssjef Ola Dal (Oppdiktetaten) møter i hennes sted", "Ola Dal møter for Oppdikt kommune"
    re.compile(
        rf"^(?:{_STAND_IN}\s+)?(?P<who>[\wæøå].*?)\s+{_VERB}(?:\s+(?:for|i)\s+.+|\s+som\s+vara)?\.?$", re.IGNORECASE
    ),
    # "Da 1. vara er bortreist, møter Ola Dal", "I staden kjem rådgjevar Ola Dal"
    re.compile(
        rf"^(?:[^:]+,\s+|(?:\w+\s+){{1,3}}?){_VERB}\s+(?:{_STAND_IN}\s+)?(?P<who>\w.*?)(?:\s+(?:for|i)\s+.+|\s+som\s+vara)?\.?$",
        re.IGNORECASE,
    ),
)
# "Ola Dal – vara for Kari Berg", "Ola Dal møter for Kari Berg"
_IN_SEAT_OF = re.compile(
    rf"^(?i:{_STAND_IN}|{_VERB}(?:\s+som\s+vara)?)\s+for\s+(?P<other>{CAPITAL}[\w'’-]*(?:\s+{CAPITAL}[\w'’-]*){{1,4}})\.?$"
)
_COMES_IN = re.compile(rf"^{_VERB}\b", re.IGNORECASE)
_NOBODY_COMES = re.compile(r"^(?:ingen|inga)\b", re.IGNORECASE)
# Who is there for a part of the meeting, or on a screen, or leaves the room for a case, is not away from it.
_PARTLY = re.compile(
    r"^(?=.*(?:\bkl\b|\d|digital|skjerm|teams|zoom|video|nett|lenke|lunsj|inhabil|ugild|\bsak|tidl|sent\b|seint))(?:(?:møter|kommer|kjem|deltar|deltek|er\s+med|blir\s+med)\b(?!\s+ikk)|(?:må\s+)?(?:går|gå|gjeng|drar|dreg|dra|forlater|forlet|reiser|reise)\b|"
    r"(?:til|fra|frå|etter|før|fram\s+til)\s+(?:kl\b|sak|lunsj)|inhabil|ugild|digitalt\b|(?:på|via)\s+(?:teams|skjerm|video|zoom|nett|lenke))",
    re.IGNORECASE,
)
_SAYS_AWAY = re.compile(
    r"^(?:har\s+)?(?:meldt\s+|melde\s+)?(?:forfall|frafall|avbud|fravær\w*|fråvær\w*|permisjon|syk|sjuk|sykmeldt|sykemeldt|sjukmeld\w*|borte|bortreist|forhindr\w+|"
    r"(?:møter|kommer|kjem|deltar|deltek)\s+ikk)",
    re.IGNORECASE,
)
_AWAY_ALONE = re.compile(
    r"^(?:\w+\s+){0,2}(?:forfall|frafall|fråfall|avbud|fraværende|fråverande|ikk(?:j)?e\s+(?:til\s?stede|til\s+stades|her|med))"
    r"(?:\s+(?:og|til\s+dagens)\s+\w+|\s+i\s+dag|\s+(?:den\s+)?\d{1,2}\.\s*[a-zæøå]+(?:\s+\d{4})?)?\s*:?$",
    re.IGNORECASE,
)
_TITLE_OF_ABSENT = re.compile(
    r"^(?:meldte?\s+)?(?:forfall|frafall|avbud|fraværende|fråverande)(?:\s+(?:i\s+dag|(?:til|på)\s+.{1,30}|\d.{0,20}|og\s+(?:vara\w*|stedfortred\w*|stadfortred\w*)))?:?$",
    re.IGNORECASE,
)
# "* Har meldt forfall; vararepresentanten er innkalt": what a mark behind a name in a table stands for.
_NOTE = re.compile(r"^(?P<mark>\*{1,3}|[†‡¹²³⁴⁵]|\d\))\s*(?P<said>\w.*)$", re.DOTALL)
_DEPUTY_COLUMN = re.compile(r"^(?:personlig\w*\s+)?vara(?:medlem\w*|representant\w*)?$", re.IGNORECASE)
_DEPUTY_COMES = re.compile(
    r"\bvara\w*\b[^.]*\b(?:innkalt|innkalla|møter|kommer|kjem|stiller|deltar|deltek)\b", re.IGNORECASE
)
_SENTENCE = re.compile(rf"(?<=[\w)]{{2}})\.\s+(?={CAPITAL}|\d\.\s*vara)")
_HEADING_WORDS = 5
# Of those that one slide tells of in a table nearly all are people.
_MOST = 0.7


def announced_absences(slide: Slide, place: Place) -> list[Attendee]:
    """Those of whom a slide tells that they cannot come, and those who come in their seats; empty on any other slide."""
    titled = _AWAY.search(slide.title or "") is not None
    found: list[Attendee] = []
    heads = [block for block in slide.blocks if block.kind is BlockKind.TITLE and _lists_absent(block)]
    under = next(iter(heads), None)
    texts = [block for block in slide.body if block.table is None]
    frames = Counter(block.group for block in texts)
    alone = {group for group, count in frames.items() if group is not None and count == 1}
    heads += [block for block in texts if _heads(block) or (block.group in alone and _is_called(block.text))]
    for block in slide.body:
        if block.table is not None:
            found += list(_of_table(block.table, place, titled)) or list(_of_remarks(block.table, place, titled))
            continue
        if block in heads:
            under = block if _lists_absent(block) else None
            continue
        if under is not None and under.kind is BlockKind.BULLET and block.level <= under.level:
            under = None
        within = under is not None and block.group == under.group
        over = under if within else _over_frame(block, heads)
        listed = list(_listed(block.text.strip().rstrip("."), place)) if over and _lists_absent(over) else []
        found += listed or _told(block.text, place)
    found += _marked(slide, place, {each.name for each in found})
    found += _noted(slide, place, {each.name for each in found})
    away = [each.name for each in found if each.presence is Presence.ABSENT]
    coming = {each.name for each in found if each.presence is Presence.SUBSTITUTE}
    for block in slide.body if away else ():
        instead = stood_in(block.text, away[-1], place, alone=False, away=away) if block.table is None else ()
        found += [each for each in instead if each.substitutes_for in away and each.name not in coming]
    found += _in_seats(slide, place, away, {each.name for each in found})
    return [replace(each, announced=True) for each in found]


def _lists_absent(heading: Block) -> bool:
    """Whether those under a heading are away; a title that has more than them is over others as well."""
    text = heading.text.strip()
    return _TITLE_OF_ABSENT.match(text) is not None if heading.kind is BlockKind.TITLE else is_over_absent(text)


def _over_frame(block: Block, heads: Sequence[Block]) -> Block | None:
    """The heading that a frame of its own, or a text under a band, stands under: the last one above it in its column."""
    if block.group is not None and any(each.group == block.group for each in heads):
        return None
    above = [each for each in heads if each.box.bottom <= block.box.top + 2 and in_column(each.box, block.box)]
    nearest = max(above, key=lambda each: each.box.bottom, default=None)
    return nearest if nearest is not None and (block.group, nearest.group) != (None, None) else None


def without_told_today(members: Sequence[Member], away: Sequence[Attendee]) -> list[Member]:
    """The members, without those whom a second list only tells how they take part today, which is kept of them as attendance."""
    today = {(each.name, each.place) for each in away}
    listed = {member.name for member in members if (member.name, member.place) not in today}
    return [
        member
        for member in members
        if (member.name, member.place) not in today
        or member.name not in listed
        or (member.title, member.organisation, member.role) != (None, None, None)
        or not (member.details and all(_is_remark(_PARTS.split(value)) for _, value in member.details))
    ]


def _is_remark(parts: Sequence[str]) -> bool:
    """Whether what is said of one, in parts, begins with how that one takes part in the meeting, or does not."""
    return bool(_SAYS_AWAY.match(parts[0]) or _PARTLY.match(parts[0]))


def is_over_absent(heading: str) -> bool:
    """Whether a heading is over those who are away, and over nobody else: "Forfall", not "Sekretariat og forfall"."""
    return _AWAY.search(heading) is not None and BESIDE_MEMBERS.search(heading) is None


def _told(text: str, place: Place) -> list[Attendee]:
    """Those of whom a line says that they are away: "Forfall: Kari Berg", "Kari Berg har forfall", and who comes instead."""
    label, _, names = text.partition(":")
    if _AWAY_ALONE.match(label.strip()) and names.strip():
        names, *more = _SENTENCE.split(names.strip().rstrip("."))
        entries = [each for each in labelled_entries(f"Forfall: {names}")[1] if is_person_name(each.name)]
        away: list[Attendee] = []
        for each in entries:
            # "Kari Berg (kurs i utlandet)"
            why = each.title if f"({each.title})" in names and not has_title(each.title or "") else None
            title = each.title if why is None else None
            coming = _in_brackets(names, each.name, [other.name for other in entries], place)
            whom = each.organisation if not coming or f"({each.organisation})" not in names else None
            away += [Attendee(each.name, title, whom, Presence.ABSENT, None, place, why), *coming]
        if len(away) == 1:
            away += _first_coming(more, away[0].name, place)
        if away:
            return away
    away = list(absent_in_sentences(text, place))
    absent = away[-1].name if away else ""
    instead = list(stood_in(text, absent, place, alone=len(away) == 1)) if away else []
    if len(away) == 1 and not instead:
        # "Kari Berg har meldt forfall; Ola Dal møter."
        clauses = [clause for sentence in _SENTENCE.split(text) for clause in sentence.split(";")]
        behind = next((number for number, clause in enumerate(clauses, 1) if absent in clause), len(clauses))
        instead = _first_coming([clause.strip() for clause in clauses[behind : behind + 1]], absent, place)
    return [*away, *instead]


def _in_brackets(text: str, name: str, names: Sequence[str], place: Place) -> list[Attendee]:
    """Who comes instead of somebody, told in the brackets behind: "Kari Berg, direktør (vara: Ola Dal, rådgiver)", "Kari Berg
    (Ola Dal møter)"; of several `names` before the brackets, instead of the last.
    """
    told = re.search(rf"{re.escape(name)}(?P<between>[^()]*)\((?P<said>[^()]+)\)", text)
    if told is None or any(other != name and other in told["between"] for other in names):
        return []
    return _first_coming([told["said"]], name, place)


def _marked(slide: Slide, place: Place, known: Set[str]) -> Iterator[Attendee]:
    """Those on a list whose entry is marked: "Kari Berg – forfall", "Ola Dal (digitalt)", a badge "FORFALL" beside the name."""
    for line in people_standing(slide.body).lines:
        marks = [each.strip() for each in (*line.badges, *line.marks)]
        away = any(map(_AWAY_ALONE.match, marks))
        partly = next(filter(_PARTLY.match, marks), None)
        for entry in line.entries if (away or partly) and not line.label else ():
            if entry.name not in known:
                if away:
                    yield Attendee(entry.name, entry.title, entry.organisation, Presence.ABSENT, None, place)
                else:
                    yield Attendee(entry.name, None, None, Presence.PRESENT, None, place, partly)


def _in_seats(slide: Slide, place: Place, away: Sequence[str], known: Set[str]) -> Iterator[Attendee]:
    """Those on a list who are told beside their names to come for somebody: "Kari Berg, møter for Ola Dal"; whose deputy somebody
    is, where that one is `away` or the list is of those who come.
    """
    for line in people_standing(slide.body).lines:
        by_mark = next((match for mark in line.marks if (match := _IN_SEAT_OF.match(mark))), None)
        coming = any(map(_DEPUTY_COMES.search, line.headings))
        for entry in line.entries:
            seat = by_mark or _IN_SEAT_OF.match(entry.role or "")
            if seat is None or entry.name in known or entry.name in away:
                continue
            if _COMES_IN.match(seat[0]) or coming or seat["other"] in away:
                yield Attendee(entry.name, entry.title, entry.organisation, Presence.SUBSTITUTE, seat["other"], place)


def _noted(slide: Slide, place: Place, known: Set[str]) -> Iterator[Attendee]:
    """Those in a table whom a note says are away, by the mark that both have, and their deputies where those come.

    "Kari Berg *", and below the table "* Har meldt forfall; vararepresentanten er innkalt".
    """
    notes = [match for block in slide.body if block.table is None and (match := _NOTE.match(block.text.strip()))]
    tables = [block.table for block in slide.body if block.table is not None]
    for note, table in product(notes, tables):
        # A mark of two stars is another than one of one.
        has_mark = re.compile(rf"(?<!\*){re.escape(note['mark'])}\s*$")
        header = (table.label_header, *table.columns)
        for cells in ((row.label, *row.values) for row in table.rows):
            marked = [cell for cell in cells if cell and has_mark.search(cell)]
            entry = entry_of(marked[0]) if len(marked) == 1 and _SAYS_AWAY.match(note["said"]) else None
            if entry is None or entry.name in known:
                continue
            yield Attendee(entry.name, entry.title, entry.organisation, Presence.ABSENT, None, place)
            seconds = [
                cell for column, cell in zip(header, cells, strict=True) if cell and _DEPUTY_COLUMN.search(column)
            ]
            coming = entry_of(seconds[0]) if len(seconds) == 1 and _DEPUTY_COMES.search(note["said"]) else None
            if coming is not None:
                yield Attendee(coming.name, coming.title, coming.organisation, Presence.SUBSTITUTE, entry.name, place)


def _heads(block: Block) -> bool:
    """Whether a text is what those below it are called together: "Meldt forfall"."""
    text = block.text.strip()
    if _AWAY_ALONE.match(text):
        return True
    return len(text.split()) <= _HEADING_WORDS and (block.kind is BlockKind.HEADING or text.endswith(":"))


def _is_called(text: str) -> bool:
    """Whether the only text of a frame is short and names nobody: a band over what stands below it."""
    return len(text.split()) <= _HEADING_WORDS and entry_of(text.strip()) is None


def _listed(text: str, place: Place) -> Iterator[Attendee]:
    """One of a list of those who are away, and who comes in that one's seat."""
    entry = _LISTED.match(_ARROW.sub(" – vara: ", text))
    if entry is None or not is_person_name(entry["name"].strip()):
        return
    whom = entry["whom"]
    if whom is not None and _coming(whom) is not None:
        told, whom = [whom], None
    else:
        told = []
    told += [part.strip() for each in (entry["brackets"], entry["rest"]) if each for part in _PARTS.split(each)]
    yield from _taking_part(entry["name"].strip(), whom, told, place)


def _taking_part(name: str, whom: str | None, told: Sequence[str], place: Place) -> Iterator[Attendee]:
    """Somebody of whom parts of a text tell why that one is away, or how one takes part, and who comes instead; or for whom one
    comes.
    """
    instead = next((match["other"] for part in (whom or "", *told) if (match := _IN_SEAT_OF.match(part))), None)
    if instead is not None:
        yield Attendee(name, None, None, Presence.SUBSTITUTE, instead, place)
        return
    reasons = [
        part
        for part in told
        if _coming(part) is None
        and not (_NOBODY_COMES.match(part) or _AWAY_ALONE.match(part))
        and "vara" not in part.casefold()
    ]
    if whom is None and reasons and reasons[0][:1].isupper() and not (REASON.match(reasons[0]) or _is_remark(reasons)):
        # "Kari Berg – Oppdiktetaten"
        whom = reasons.pop(0)
    reason = next(iter(reasons), None)
    partly = reason is not None and _PARTLY.match(reason) is not None
    yield Attendee(name, None, whom, Presence.PRESENT if partly else Presence.ABSENT, None, place, reason)
    for each in _first_coming(told, name, place):
        yield replace(each, reason=reason if partly else None)


def _first_coming(told: Sequence[str], absent: str, place: Place) -> list[Attendee]:
    """The first of whom parts of a text say that they come, in the seat of the one who is `absent`."""
    for part in told:
        coming = _coming(part)
        if coming is not None and coming.name != absent:
            return [Attendee(coming.name, coming.title, coming.organisation, Presence.SUBSTITUTE, absent, place)]
    return []


def _coming(part: str) -> Entry | None:
    """Who comes, where a part of a text says so of one: "vara: rådgiver Ola Dal", "Ola Dal (Oppdiktetaten) møter"."""
    for pattern in _COMES:
        match = pattern.match(part)
        if match is None:
            continue
        head, _, whom = match["who"].rstrip(")").replace(" (", ", ", 1).partition(",")
        title, name = before_name(head.strip()) or (None, head.strip())
        if is_person_name(name):
            entry = entry_of(f"{name}, {whom.strip()}") if title is None and whom.strip() else None
            return entry or Entry(name, title, whom.strip() or None)
    return None


def _of_remarks(table: Table, place: Place, titled: bool) -> Iterator[Attendee]:
    """Those of a table of people of whom a column tells how they take part ("Forfall – vara Ola Dal møter", "Går kl. 13.30"),
    where its slide is of those away (`titled`) or a cell tells who comes; what it has besides is read of its members.
    """
    rows = [(row.label, *row.values) for row in table.rows]
    width = 1 + len(table.columns)
    named = [sum(is_person_name((row[column] or "").strip()) for row in rows) for column in range(width)]
    names = max(range(width), key=lambda column: named[column])
    if not rows or named[names] < _MOST * len(rows):
        return
    for column in (each for each in range(width) if each != names):
        found: list[Attendee] = []
        for row in rows:
            parts = [part.strip() for part in _PARTS.split((row[column] or "").strip().rstrip("."))]
            if _is_remark(parts):
                found += _taking_part((row[names] or "").strip(), None, parts, place)
        if titled or any(each.presence is Presence.SUBSTITUTE for each in found):
            yield from found


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
