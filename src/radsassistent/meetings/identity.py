"""Which meeting a document is about: the body and the date, from what the document says itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from radsassistent.documents import BlockKind, Document, Slide
from radsassistent.meetings.bodies import BESIDE_NAME, BODY_NAME, ENTERPRISE, bodies_named, body_titled
from radsassistent.meetings.case_numbers import case_numbers
from radsassistent.meetings.dates import MONTH, dates_in
from radsassistent.meetings.flow import FRONT, WHO_MET, DocumentKind, kind_of
from radsassistent.meetings.header import Header, place_in
from radsassistent.meetings.header import header as read_header
from radsassistent.meetings.meeting import Place
from radsassistent.meetings.people import has_title, is_person_name
from radsassistent.meetings.sections import LIST_HEADING

# "Møte i Porteføljerådet", "Agenda Porteføljerådet", "Referat fra møte i Formannskapet", "Saksliste for …"
_ANNOUNCED = re.compile(
    r"\b(?:møte|agenda|dagsorden|saksliste|sakliste|innkalling|møteinnkalling|møteprotokoll|protokoll|referat|møtebok|utskrift|"
    r"møde|protokol|sammanträde|sammanträdesprotokoll|beslutningsprotokol)"
    rf"\b[^.\n\d]{{0,40}}?({BODY_NAME})\b",
    re.IGNORECASE,
)
# "Styremøte i Oppdiktet HF": the board of an enterprise has no name of its own.
_BOARD_MEETING = re.compile(rf"\b(?i:styremøte\w*)\s+(?:i|for|ved)\s+(?P<enterprise>{ENTERPRISE})")
# "Fabel Havn KF, styremøte nr. 4/2031", which names the enterprise first.
_OF_BOARD = re.compile(rf"^(?P<enterprise>{ENTERPRISE})\s*[,–—:-]?\s+(?i:styremøte)\b")
# A line that opens by naming the meeting, as a title does; one about the minutes of an earlier meeting is none.
_STATES = re.compile(
    r"^(?:foreløpig\s+|godkjent\s+|utkast\s+til\s+)?(?:møte|agenda|dagsorden|saksliste|sakliste|innkalling|møteinnkalling|møteprotokoll|protokoll|"
    r"referat|møtebok|utskrift|styremøte|møde|mødereferat|sammanträde)\w*\b",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"\b(?:godkjenning|godkjennes|godkjent|forrige|førre|neste|sist|siste|tidligere|vedlegg|utsatt|frist|utskriftsdato|innkallingsdato|send(?:t|es?)\s+ut|utsend(?:t|es?))\b",
    re.IGNORECASE,
)
# "Formannskapet – 12. mars 2027", "Porteføljerådet 12.02.2026" as a line of its own.
_BODY_AND_DAY = re.compile(rf"^({BODY_NAME})\b[\s,:–—-]+(?:\w+dag\s+)?(?:den\s+)?(?=\d)")
# "Torsdag 28. mai 2026 kl. 09.30–14.40, Gamle Tollbod": above the cases of minutes it can only be the meeting's own.
_DAY_AND_CLOCK = re.compile(
    r"^(?:(?:tid|dato|møtedato|når)\s*:\s*)?(?:(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag\w*\s+)?(?:den\s+)?\d{1,2}\.\s*\S+\s+20\d\d,?\s+(?:frå\s+|fra\s+)?kl",
    re.IGNORECASE,
)
# A day of a cover that is none of the meeting: when the papers were sent, and which version of them this is.
_OF_PAPERS = re.compile(
    r"\b(?:versjon|utgåve|utgave|utkast|oppdater\w*|publisert|sendt?e?|lagt\s+ut|ettersend\w*|innkalt|innkalla|revidert|frå|fra\s+og\s+med|gjelder)\b",
    re.IGNORECASE,
)
_BOARD_MEETS = re.compile(r"^(?:ordinært\s+|ekstraordinært\s+)?styremøte\b", re.IGNORECASE)
_ROOM = re.compile(
    r"(?:møterom|møtesal|auditori|rådhus|fylkeshus|kommunehus|kulturhus|kommunestyresal|teams\b|digitalt\b|hotel|[A-ZÆØÅ]\w*sal(?:en)?\b)",
    re.IGNORECASE,
)
# A house, and a town or a room in it: "Grendehuset Solhaug, storsalen", "Gamle fyrstasjon, Kvitneset". What goes on in other
# words, as a motto does ("Sammen om skog, hav og fjell"), is none.
_TOWN = r"[A-ZÆØÅ][\w'’-]*(?:\s+[^\W\d_][\w'’-]*){0,2}"
_ROOM_IN_HOUSE = r"[a-zæøå]+(?:en|et|a)|(?:[a-zæøå]+\s+)?[a-zæøå]*(?:sal|rom|etasje)(?:en|met|n)?(?:\s+[A-ZÆØÅ]\w*)?"
_HOUSE_AND_ROOM = re.compile(rf"[A-ZÆØÅ][\w'’-]*(?:\s+[\w'’-]+){{0,3}}(?:,\s+(?:{_TOWN}|{_ROOM_IN_HOUSE})){{1,2}}")
# Evidence is added up: a title slide that announces the meeting outweighs any number of mentions in passing.
_ANNOUNCED_IN_TITLE, _ANNOUNCED_IN_TEXT, _MENTIONED = 100, 20, 1
# A line of the first slide that is a day, with or without time and place, is the meeting's.
_ON_COVER = 50
# A text of a cover that goes on in the next one has few words; so do the parts of a day.
_PART_WORDS = 4
_DAY_IN_PARTS = re.compile(rf"\b\d{{1,2}}\.?\s+(?:{MONTH})\b\.?\s+20\d\d\b", re.IGNORECASE)
# A label says it outright ("Møtedato:"); a bare "Dato:" may be the day of printing, yet is more than a mention.
_LABELLED, _BARE_LABEL = 150, 15
# The meeting announces itself in the first slides; later announcements may be of other meetings.
_FRONT = 8


# A line that states the meeting has no more words.
_STATED_WORDS = 16
_SENTENCES = re.compile(r"(?<=[^\d\s][.!])\s+(?=[A-ZÆØÅ])|\n")


# A day stated for the meeting, and where.
StatedDay = tuple[date, Place]


# What a body is for: a few words in small letters.
_SUBJECT = r"[a-zæøå][\wæøå-]*(?:(?:,\s*|\s+og\s+|\s+)[a-zæøå][\wæøå-]+){0,4}"
# … or the name of what it is for.
_NAMED = r"[A-ZÆØÅ][\w-]*(?:\s+(?:og\s+)?[A-ZÆØÅ][\w-]*){0,4}"
# What a body's name goes on with on the line below it.
_GOES_ON = re.compile(rf"(?:i|for|ved)\s+(?:den\s+|det\s+)?{ENTERPRISE}")
# What places to meet are called, wherever in a line of a cover, and what is one without more.
_PLACE_WORD = re.compile(
    r"(?:møterom|rom\b|rommet\b|sal(?:en)?\b|auditori|hus(?:et)?\b|bygg(?:et)?\b|bygget\b|sent(?:er|eret)\b|sykehus|sjukehus|skol[ea]n?\b|skule|universitet|"
    r"hotell?(?:et)?\b|kafé|kantin[ea]|etasje|campus|kontor|lokal|teams\b|zoom\b|digitalt|video|museum|bibliotek|kirk[ea]|stov[ae]|stua\b|loft|"
    r"tollbod|stasjon|brygg[ea]|(?:gat[ea]n?|vei(?:en)?|veg(?:en)?|plass(?:en)?|torg(?:et)?)\s+\d+)",
    re.IGNORECASE,
)
_ROOM_ALONE = re.compile(
    r"^(?:møterom|styrerom\w*|auditori\w+|teams\b|digitalt\b|[A-ZÆØÅ]\w*(?:salen|rommet)\b)", re.IGNORECASE
)
_PLACE_LABEL = re.compile(r"^(?:møte)?(?:sted|stad|lokale|rom)\s*:\s*(?P<place>.+)$", re.IGNORECASE)
_PLACE_WORDS = 14


@dataclass(frozen=True, slots=True)
class Identity:
    """The body's name, the meeting's date and venue, and the slide and words that announce them; None where none does."""

    body: str | None
    date: date | None
    venue: str | None
    announced: Place | None
    title: str | None
    start: str | None = None
    end: str | None = None
    stated: tuple[StatedDay, ...] = ()


def identity(documents: Sequence[Document]) -> Identity:
    """Find body, date and venue by weighing what the documents' slides say."""
    bodies: Counter[str] = Counter()
    days: Counter[date] = Counter()
    stated: list[tuple[date, Place]] = []
    venue: str | None = None
    announced: Place | None = None
    title: str | None = None
    headers = []
    for document in documents:
        said = _stated(document)
        if kind_of(document) is not DocumentKind.DECK:
            header = read_header(document)
            if header.beside_place and not header.days and not said:
                # "Dato, tid, sted" together announce a meeting that nothing else dates.
                header = replace(header, days=header.weak_days[:1], weak_days=header.weak_days[1:])
            headers.append(header)
            # Above the cases; below them any meeting may be named, and the next one often is.
            days.update({told: 10 * _ANNOUNCED_IN_TITLE for told, _ in said})
        stated += said
        for slide in document.slides:
            front = 1.0 if slide.number <= _FRONT else 0.1
            _weigh(slide, front, bodies, days)
            words = next((block.text for block in slide.blocks if block.table is None and _announces(block.text)), None)
            if announced is None and slide.number <= _FRONT and words is not None:
                announced, title = Place(document.sha256, slide.number), words
                venue = _venue(slide)
    for header in headers:
        stated += header.days
        _weigh_labels(header, bodies, days)
    body = max(bodies, key=lambda name: bodies[name], default=None)
    body = _in_full(body, documents) if body is not None else _board_on_cover(documents)
    day = max(days, key=lambda day: days[day], default=None)
    if venue is None:
        venue = next((told for each in documents if each.slides and (told := _stated_venue(each.slides[0]))), None)
    if venue is None and (named := _on_a_cover(documents, day)) is not None:
        # The day and the place are told from the same cover.
        venue, announced, title = named
    if venue is None:
        venue = next((told for each in documents if (told := _place_on_cover(each, day)) is not None), None)
    if venue is None:
        venue = next((told for document in documents if (told := _place_beside_day(document)) is not None), None)
    if announced is None:
        announced = next((place for stated_day, place in stated if stated_day == day), None) or _first_with(
            documents, day
        )
    venue = next((header.venue for header in headers if header.venue), venue)
    start = next((header.start for header in headers if header.start), None)
    end = next((header.end for header in headers if header.end), None)
    return Identity(body, day, venue, announced, title, start, end, tuple(stated))


def _in_full(body: str, documents: Sequence[Document]) -> str:
    """A body with what it is for or is besides, where a title or line of a document's opening ends with that, or the next line
    goes on so: "Fagrådet for fjordhelse", "Kultur- og forskningsutvalget", "Ungdomsrådet / i Oppdikt fylkeskommune".
    """
    whole = re.compile(
        rf"((?:\b[A-ZÆØÅ][\wæøå]*-(?:,\s+[a-zæøå]+-)*\s+og\s+(?i:{re.escape(body)})|\b{re.escape(body)}\s+(?:for\s+(?:{_SUBJECT}|{_NAMED})|(?:i|ved)\s+{ENTERPRISE})))\s*$"
    )
    titles = [" ".join((document.slides[0].title or "").split()) for document in documents if document.slides]
    institution = next((title for title in titles if _at_institution(title, body)), None)
    if institution is not None:
        return institution
    opening = [block.text for document in documents for slide in document.slides[:FRONT] for block in slide.blocks]
    named = next((" ".join(match[1].split()) for text in opening if (match := whole.search(text))), None)
    if named is not None:
        return named
    covers = [[block.text.strip() for block in document.slides[0].blocks] for document in documents if document.slides]
    for first, second in (pair for cover in covers for pair in pairwise(cover)):
        if first == body and _GOES_ON.fullmatch(second):
            return f"{first} {second}"
    return body


def _at_institution(title: str, body: str) -> bool:
    """Whether a cover's title is a body and no more than where it is: "Studentrådet ved Høgskulen i Oppdikt"."""
    where = rf"{re.escape(body)}(?:\s+ved\s+[A-ZÆØÅ][\w ,-]*|,\s+[A-ZÆØÅ][\w-]*(?:\s+(?:og\s+)?[\w-]+)?\s+(?:fylkes)?kommune)"
    return len(title.split()) <= _PLACE_WORDS and re.fullmatch(where, title) is not None and not dates_in(title)


def _board_on_cover(documents: Sequence[Document]) -> str | None:
    """The enterprise whose name is a cover's title and whose board meets by a line of it: "Styremøte 3. mars 2031"."""
    for document in documents:
        cover = document.slides[0] if document.slides and kind_of(document) is DocumentKind.DECK else None
        title = (cover.title or "").strip() if cover is not None else ""
        met = cover is not None and any(
            _BOARD_MEETS.match(block.text.strip()) and dates_in(block.text) for block in cover.body
        )
        if met and title and not _STATES.match(title) and len(title.split()) <= _PLACE_WORDS and not dates_in(title):
            return title
    return None


def _first_with(documents: Sequence[Document], day: date | None) -> Place | None:
    """The first slide on which a day stands."""
    for document in documents:
        for slide in document.slides:
            if day is not None and any(day in dates_in(block.text) for block in slide.blocks):
                return Place(document.sha256, slide.number)
    return None


def _weigh_labels(header: Header, bodies: Counter[str], days: Counter[date]) -> None:
    if header.body is not None:
        bodies[header.body] += 10 * _LABELLED
    for day, _ in header.days:
        days[day] += 10 * _LABELLED
    for day, _ in header.weak_days:
        days[day] += 10 * _BARE_LABEL


def _stated(document: Document) -> list[StatedDay]:
    """The days that a document's opening states for the meeting; the first day where it lasts several.

    A deck states it in its first slides' titles; a running text in its first lines, above its list of cases, which may
    name earlier meetings.
    """
    found: list[StatedDay] = []
    running = kind_of(document) is not DocumentKind.DECK
    for slide in document.slides[:FRONT]:
        for block in slide.blocks:
            if running and (LIST_HEADING.match(block.text) or case_numbers(block.text[:20])):
                return found
            if block.table is not None or block.kind is BlockKind.NOTE:
                continue
            if running:
                found += _day_with_hours(block.text, Place(document.sha256, slide.number))
            if len(block.text.split()) > _STATED_WORDS:
                continue
            if not running and slide.number > 1 and block.kind is not BlockKind.TITLE:
                continue
            states = _STATES.match(block.text) or _BODY_AND_DAY.match(block.text)
            if states and not _OF_ANOTHER.search(block.text):
                found += [(day, Place(document.sha256, slide.number)) for day in dates_in(block.text)[:1]]
    return found


def _day_with_hours(text: str, place: Place) -> list[StatedDay]:
    """The day that a sentence of the head of a running text opens with and gives hours of."""
    for sentence in _SENTENCES.split(text):
        if _DAY_AND_CLOCK.match(sentence) and not _OF_ANOTHER.search(sentence):
            return [(day, place) for day in dates_in(sentence)[:1]]
    return []


def two_dates(found: Identity) -> tuple[tuple[date, Place], ...]:
    """Two days that the documents state for the one meeting, each where it stands first; empty where they agree."""
    distinct: dict[date, Place] = {}
    for day, place in found.stated:
        distinct.setdefault(day, place)
    return tuple(distinct.items()) if len(distinct) > 1 else ()


def _weigh(slide: Slide, front: float, bodies: Counter[str], days: Counter[date]) -> None:
    for text in _cover_texts(slide) if slide.number == 1 else ():
        for day in dates_in(text)[:1]:
            days[day] += 10 * _ON_COVER
        if (body := body_titled(text)) is not None and _is_name(text, body):
            # Longer, and so more of the name, than what one of its texts is by itself.
            bodies[body] += 20 * _ANNOUNCED_IN_TEXT
    for block in slide.blocks:
        announced = list(_ANNOUNCED.finditer(block.text))
        weight = _ANNOUNCED_IN_TITLE if block.text == slide.title else _ANNOUNCED_IN_TEXT
        for match in announced:
            name = match[1]
            bodies[name[0].upper() + name[1:]] += int(10 * weight * front)
        board = _BOARD_MEETING.search(block.text) or _OF_BOARD.match(block.text)
        if board is not None:
            bodies[f"Styret i {board['enterprise']}"] += int(10 * weight * front)
        alone = _BODY_AND_DAY.match(block.text) if not announced else None
        if alone is not None:
            bodies[alone[1]] += int(10 * _ANNOUNCED_IN_TEXT * front)
        covered = slide.number == 1 and _tells_its_day(block.text)
        for day in dates_in(block.text):
            weighed = weight if announced else _ON_COVER if covered else _ANNOUNCED_IN_TEXT if alone else _MENTIONED
            days[day] += int(10 * weighed * front) or 1
        for name in bodies_named(block.text):
            bodies[name] += _MENTIONED
        titled = body_titled(block.text) if slide.number == 1 and block.table is None else None
        if titled is not None and not announced and (block.text == slide.title or _is_name(block.text, titled)):
            # The cover of a deck may bear no more than the body's name, in its title or on a line of its own.
            bodies[titled] += 10 * _ANNOUNCED_IN_TEXT


def _tells_its_day(text: str) -> bool:
    """Whether a line of a cover has the day of the meeting: it is short, and speaks of no other meeting and not of the papers."""
    return len(text.split()) <= _STATED_WORDS and not _OF_ANOTHER.search(text) and not _OF_PAPERS.search(text)


def _cover_texts(slide: Slide) -> list[str]:
    """What a cover sets in several texts of one size, put together ("Nasjonalt råd", "for bruvern"), and its short texts where
    none has a day by itself ("27", "august", "2031").
    """
    blocks = [block for block in slide.blocks if block.table is None and block.kind is not BlockKind.FOOTER]
    together = [
        f"{one.text.strip()} {two.text.strip()}"
        for one, two in pairwise(blocks)
        if one.size == two.size and max(len(one.text.split()), len(two.text.split())) <= _PART_WORDS
    ]
    if not any(dates_in(block.text) for block in blocks):
        parts = [block.text.strip() for block in blocks if len(block.text.split()) <= _PART_WORDS]
        together += [day[0] for day in (_DAY_IN_PARTS.search(" ".join(parts)),) if day is not None]
    return together


def _is_name(text: str, body: str) -> bool:
    """Whether a line of a cover is a body's name, with what stands in brackets beside it or the municipality that it is of."""
    line = BESIDE_NAME.sub("", text).strip()
    return line == body or _at_institution(line, body)


def _announces(text: str) -> bool:
    return bool(_ANNOUNCED.search(text)) and bool(dates_in(text))


def _venue(slide: Slide) -> str | None:
    """On the slide that announces the meeting, the line that is a place: what says so itself, else parts with commas."""
    for block in slide.body:
        if "," in block.text and not re.search(r"\d|:", block.text) and len(block.text) <= 100:
            return block.text.strip()
    return _stated_venue(slide)


def _on_a_cover(documents: Sequence[Document], day: date | None) -> tuple[str, Place, str] | None:
    """On a cover with the meeting's day, the line that is a house and a room or a town ("Gamle fyrstasjon, Kvitneset"), where the
    cover is, and its line with the day.
    """
    for document in documents:
        lines = [block.text.strip() for slide in document.slides[:1] for block in slide.body if block.table is None]
        dated = next((line for line in lines if day is not None and day in dates_in(line)), None)
        # On running text the head is over where people are listed.
        if kind_of(document) is not DocumentKind.DECK:
            lines = lines[: next((n for n, line in enumerate(lines) if WHO_MET.match(line)), len(lines))]
        venue = next((line for line in lines if _HOUSE_AND_ROOM.fullmatch(line) and not _of_people(line)), None)
        if dated is not None and venue is not None:
            return venue, Place(document.sha256, document.slides[0].number), dated
    return None


def _place_on_cover(document: Document, day: date | None) -> str | None:
    """On a deck's cover with the meeting's day, the line that by its words is a place: "Møterom Furua, 4. etasje", "Storgata 14,
    Bygda".
    """
    if kind_of(document) is not DocumentKind.DECK or not document.slides:
        return None
    lines = [block.text.strip() for block in document.slides[0].body if block.table is None]
    if day is None or not any(_has_day(block.text, day) for block in document.slides[0].blocks):
        return None
    for line in lines:
        labelled = _PLACE_LABEL.match(line)
        told = labelled["place"] if labelled is not None else place_in(line) if dates_in(line) else line
        if (
            told is None
            or not 0 < len(told.split()) <= _PLACE_WORDS
            or told.endswith((".", "!", "?"))
            or _has_day(told, day)
        ):
            continue
        if (
            labelled is not None
            or _ROOM_ALONE.match(told)
            or ("," in told and _PLACE_WORD.search(told) and not _of_people(told))
        ):
            return told
    return None


def _has_day(text: str, day: date) -> bool:
    """Whether a text has a day, with its year or without: "Møte nr. 5/2031 – torsdag 5. november"."""
    return day in dates_in(text) or day in dates_in(
        re.sub(r"(\d{1,2}\.\s*[a-zæøå]+)\b(?!\s*20\d\d)", rf"\1 {day.year}", text)
    )


def _of_people(line: str) -> bool:
    """Whether a line of a cover says who is there: by a title or a role, or names with nothing else."""
    return has_title(line) or all(is_person_name(part.strip()) for part in line.split(","))


def _place_beside_day(document: Document) -> str | None:
    """What a line of a document's opening has besides the day and the hours of its meeting: a house, and a room or a town."""
    for block in document.slides[0].body if document.slides else ():
        if block.table is None and _DAY_AND_CLOCK.match(block.text):
            rest = place_in(block.text)
            if rest is not None and (_HOUSE_AND_ROOM.fullmatch(rest) or _PLACE_WORD.search(rest)):
                return rest
    return None


def _stated_venue(slide: Slide) -> str | None:
    """A place under its label, or what stands with the date and is called a room or a house."""
    for block in slide.body:
        labelled = re.match(r"(?:møte)?sted\s*:\s*(.+)", block.text, re.IGNORECASE)
        if labelled:
            return labelled[1].strip()
        beside = place_in(block.text) if dates_in(block.text) else None
        if beside is not None and _ROOM.match(beside):
            return beside
    return None
