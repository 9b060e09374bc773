"""Which meeting a document is about: the body and the date, from what the document says itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise, takewhile

from radsassistent.documents import Block, BlockKind, Document, Slide
from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.bodies import BESIDE_NAME, BODY_NAME, ENTERPRISE, bodies_named, body_titled
from radsassistent.meetings.case_numbers import case_numbers
from radsassistent.meetings.dates import DAY_OF_MEETING, MONTH, dates_in
from radsassistent.meetings.flow import FRONT, DocumentKind, kind_of
from radsassistent.meetings.header import Header
from radsassistent.meetings.header import header as read_header
from radsassistent.meetings.meeting import Place
from radsassistent.meetings.sections import LIST_HEADING
from radsassistent.meetings.venues import (
    on_a_cover,
    place_beside_day,
    place_by_the_day,
    place_on_cover,
    stated_venue,
    venue_announced,
    without_hours,
)

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
# "Hovudutvalet hadde møte onsdag 22. april 2026", "møtet ble holdt den 3. mai 2026".
_MET_ON = re.compile(
    rf"\b(?:hadde|hadde\s+sitt|holdt|heldt|avholdt|avheldt|holdes|møttes|møttest|samles|samlast)\b[^.]{{0,40}}?\b(?:\w+dag\s+)?(?:den\s+)?\d{{1,2}}\.\s*(?:{MONTH})\b",
    re.IGNORECASE,
)
# The definite word is of other minutes: "Protokollen frå 11. mars vart godkjend".
_EARLIER_MINUTES = re.compile(
    r"^(?:protokollen|referatet|møteboka|møteboken)\s+(?:fra|frå)\b(?!\s+(?:dette\s+)?møte[t]?\s+i\s+dag)",
    re.IGNORECASE,
)
# "Formannskapet – 12. mars 2027", "Porteføljerådet 12.02.2026" as a line of its own.
_BODY_AND_DAY = re.compile(rf"^({BODY_NAME})\b[\s,:–—-]+(?:\w+dag\s+)?(?:den\s+)?(?=\d)")
# A day of a cover that is none of the meeting: when the papers were sent, and which version of them this is.
_OF_PAPERS = re.compile(
    r"\b(?:versjon|utgåve|utgave|utkast\w*|behandl\w*|oppdater\w*|publisert|sendt?e?|lagt\s+ut|ettersend\w*|innkalt|innkalla|revidert|frå|fra\s+og\s+med|gjelder)\b",
    re.IGNORECASE,
)
_BOARD_MEETS = re.compile(r"^(?:ordinært\s+|ekstraordinært\s+)?styremøte\b", re.IGNORECASE)
# Evidence is added up: a title slide that announces the meeting outweighs any number of mentions in passing.
_ANNOUNCED_IN_TITLE, _ANNOUNCED_IN_TEXT, _MENTIONED = 100, 20, 1
# A line of the first slide that is a day, with or without time and place, is the meeting's.
_ON_COVER = 50
# A text of a cover that goes on in the next one has few words; so do the parts of a day.
_PART_WORDS = 4
_DAY_IN_PARTS = re.compile(rf"\b\d{{1,2}}\.?\s+(?:{MONTH})\b\.?\s+20\d\d\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_DAY_ALONE = re.compile(
    rf"(?:\b(?P<weekday>(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag)\w*\s+)?(?:den\s+)?(?P<day>(?<!\d)\d{{1,2}}\.\s*(?:{MONTH}))\b(?!\.?\s*20\d\d)",
    re.IGNORECASE,
)
_WEEKDAYS = (("man", "mån"), ("tir", "tys"), ("ons",), ("tor",), ("fre",), ("lør", "lau"), ("søn", "sun"))
# A label says it outright ("Møtedato:"); a bare "Dato:" may be the day of printing, yet is more than a mention.
_LABELLED, _BARE_LABEL = 150, 15
# The meeting announces itself in the first slides; later announcements may be of other meetings.
_FRONT = 8


# A title that is a body's or an enterprise's name has no more words …
_TITLE_WORDS = 14
# … and a line that states the meeting no more than these.
_STATED_WORDS = 16
_SENTENCES = re.compile(rf"(?<=[^\d\s][.!])\s+(?={CAPITAL})|\n")


# "Møtebok", and on the line below "for Indre Oppdikt fellesråd".
_FOR_WHOM = re.compile(rf"^(?:for|frå|fra|i)\s+(?={CAPITAL})")


# A day stated for the meeting, and where.
StatedDay = tuple[date, Place]


# What a body is for: a few words in small letters.
_SUBJECT = r"[a-zæøå][\wæøå-]*(?:(?:,\s*|\s+og\s+|\s+)[a-zæøå][\wæøå-]+){0,4}"
# … or the name of what it is for.
_NAMED = rf"{CAPITAL}[\w-]*(?:\s+(?:og\s+)?{CAPITAL}[\w-]*){{0,4}}"
# What a body's name goes on with on the line below it.
_GOES_ON = re.compile(rf"(?:i|for|ved)\s+(?:den\s+|det\s+)?{ENTERPRISE}")


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
    headers, covers = [], []
    for document in documents:
        said = _stated(document)
        deck = kind_of(document) is DocumentKind.DECK
        if not deck:
            header = read_header(document)
            if header.beside_place and not header.days and not said:
                # "Dato, tid, sted" together announce a meeting that nothing else dates.
                header = replace(header, days=header.weak_days[:1], weak_days=header.weak_days[1:])
            headers.append(header)
            # Above the cases; below them any meeting may be named, and the next one often is.
            days.update({told: 10 * _ANNOUNCED_IN_TITLE for told, _ in said})
        else:
            covers.append(read_header(replace(document, slides=document.slides[:1])))
        stated += said
        for slide in document.slides:
            front = 1.0 if slide.number <= _FRONT else 0.1
            _weigh(slide, front, bodies, days, running=not deck)
            words = next((block.text for block in slide.blocks if block.table is None and _announces(block.text)), None)
            if announced is None and slide.number <= _FRONT and words is not None:
                announced, title = Place(document.sha256, slide.number), words
                venue = venue_announced(slide)
    for header in headers:
        stated += header.days
        _weigh_labels(header, bodies, days)
    body = max(bodies, key=lambda name: bodies[name], default=None)
    body = _in_full(body, documents) if body is not None else _board_on_cover(documents)
    day = max(days, key=lambda day: days[day], default=None)
    if venue is None:
        venue = next((told for each in documents if each.slides and (told := stated_venue(each.slides[0]))), None)
    if venue is None and (named := on_a_cover(documents, day)) is not None:
        # The day and the place are told from the same cover.
        venue, announced, title = named
    venue = venue or _place(documents, day)
    if announced is None:
        announced = next((place for stated_day, place in stated if stated_day == day), None) or _first_with(
            documents, day
        )
    headers += covers
    venue = next((header.venue for header in headers if header.venue), without_hours(venue) if venue else None)
    start = next((header.start for header in headers if header.start), None)
    end = next((header.end for header in headers if header.end), None)
    return Identity(body, day, venue, announced, title, start, end, tuple(stated))


def _place(documents: Sequence[Document], day: date | None) -> str | None:
    """The place that a line of a document's opening is by its words, or by where it stands beside the meeting's day."""
    for told in (place_on_cover, place_beside_day, place_by_the_day):
        for document in documents:
            if (place := told(document, day)) is not None:
                return place
    return None


def _in_full(body: str, documents: Sequence[Document]) -> str:
    """A body with what it is for or is besides, where a title or line of a document's opening ends with that, or the next line
    goes on so: "Fagrådet for fjordhelse", "Kultur- og forskningsutvalget", "Ungdomsrådet / i Oppdikt fylkeskommune".
    """
    whole = re.compile(
        rf"((?:\b{CAPITAL}[\wæøå]*-(?:,\s+[a-zæøå]+-)*\s+og\s+(?i:{re.escape(body)})|\b{re.escape(body)}\s+(?:for\s+(?:{_SUBJECT}|{_NAMED})|(?:i|ved)\s+{ENTERPRISE})))\s*(?:[–—-]\s*(?:møte)?(?:referat|protokoll|bok|innkalling)\s*)?$"
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
    where = rf"{re.escape(body)}(?:\s+ved\s+{CAPITAL}[\w ,-]*|,\s+{CAPITAL}[\w-]*(?:\s+(?:og\s+)?[\w-]+)?\s+(?:fylkes)?kommune)"
    return len(title.split()) <= _TITLE_WORDS and re.fullmatch(where, title) is not None and not dates_in(title)


def _board_on_cover(documents: Sequence[Document]) -> str | None:
    """The enterprise whose name is a cover's title and whose board meets by a line of it: "Styremøte 3. mars 2031"."""
    for document in documents:
        cover = document.slides[0] if document.slides and kind_of(document) is DocumentKind.DECK else None
        title = (cover.title or "").strip() if cover is not None else ""
        met = cover is not None and any(
            _BOARD_MEETS.match(block.text.strip()) and dates_in(block.text) for block in cover.body
        )
        if met and title and not _STATES.match(title) and len(title.split()) <= _TITLE_WORDS and not dates_in(title):
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
            if running and _begins_cases(block):
                return found
            if block.table is not None or block.kind is BlockKind.NOTE:
                continue
            if running:
                found += _day_opening(block.text, Place(document.sha256, slide.number))
            if len(block.text.split()) > _STATED_WORDS:
                continue
            if not running and slide.number > 1 and block.kind is not BlockKind.TITLE:
                continue
            states = _STATES.match(block.text) or _BODY_AND_DAY.match(block.text)
            if states and not (_OF_ANOTHER.search(block.text) or _EARLIER_MINUTES.match(block.text)):
                found += [(day, Place(document.sha256, slide.number)) for day in dates_in(block.text)[:1]]
    return found


def _day_opening(text: str, place: Place) -> list[StatedDay]:
    """The day that a sentence of the head of a running text opens with: a day of the week, or one that it gives hours of."""
    for sentence in _SENTENCES.split(text):
        if (DAY_OF_MEETING.match(sentence) or _MET_ON.search(sentence)) and not _OF_ANOTHER.search(sentence):
            return [(day, place) for day in dates_in(sentence)[:1]]
    return []


def two_dates(found: Identity) -> tuple[tuple[date, Place], ...]:
    """Two days that the documents state for the one meeting, each where it stands first; empty where they agree."""
    distinct: dict[date, Place] = {}
    for day, place in found.stated:
        distinct.setdefault(day, place)
    return tuple(distinct.items()) if len(distinct) > 1 else ()


def _weigh(slide: Slide, front: float, bodies: Counter[str], days: Counter[date], *, running: bool) -> None:
    head = _head(slide, running=running)
    for text in _cover_texts(head):
        for day in dates_in(text)[:1] if _tells_its_day(text) else ():
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
        covered = block in head and _tells_its_day(block.text)
        for day in dates_in(block.text):
            weighed = weight if announced else _ON_COVER if covered else _ANNOUNCED_IN_TEXT if alone else _MENTIONED
            days[day] += int(10 * weighed * front) or 1
        for name in bodies_named(block.text):
            bodies[name] += _MENTIONED
        line = _FOR_WHOM.sub("", block.text.strip())
        titled = body_titled(line) if slide.number == 1 and block.table is None else None
        if titled is not None and not announced and (block.text == slide.title or _is_name(line, titled)):
            # The cover of a deck may bear no more than the body's name, in its title or on a line of its own.
            bodies[titled] += 10 * _ANNOUNCED_IN_TEXT


def _tells_its_day(text: str) -> bool:
    """Whether a line of a cover has the day of the meeting: it is short, and speaks of no other meeting and not of the papers."""
    return len(text.split()) <= _STATED_WORDS and not _OF_ANOTHER.search(text) and not _OF_PAPERS.search(text)


def _head(slide: Slide, *, running: bool) -> list[Block]:
    """What a cover says, and what a running text does above its cases: below them it may tell when it was signed."""
    if slide.number != 1:
        return []
    return [*takewhile(lambda block: not (running and _begins_cases(block)), slide.blocks)]


def _begins_cases(block: Block) -> bool:
    return bool(LIST_HEADING.match(block.text) or case_numbers(block.text[:20]))


def _cover_texts(head: Sequence[Block]) -> list[str]:
    """What a cover sets in several texts of one size, put together ("Nasjonalt råd", "for bruvern"), and its short texts where
    none has a day by itself ("27", "august", "2031").
    """
    blocks = [block for block in head if block.table is None and block.kind is not BlockKind.FOOTER]
    together = [
        f"{one.text.strip()} {two.text.strip()}"
        for one, two in dict.fromkeys((*pairwise(blocks), *_lines_of_one_text(blocks)))
        if one.size == two.size and max(len(one.text.split()), len(two.text.split())) <= _PART_WORDS
    ]
    if not any(dates_in(block.text) for block in blocks):
        parts = [block.text.strip() for block in blocks if len(block.text.split()) <= _PART_WORDS]
        together += [day[0] for day in (_DAY_IN_PARTS.search(" ".join(parts)),) if day is not None]
    if not any(dates_in(text) for text in (*together, *(block.text for block in blocks))):
        together += _days_with_year_apart(blocks)
    return together


def _lines_of_one_text(blocks: Sequence[Block]) -> list[tuple[Block, Block]]:
    """The blocks of a cover that stand in one column and size right below each other, whatever is read between them."""
    return [
        (one, two)
        for one in blocks
        for two in blocks
        if one.size == two.size > 0
        and abs(one.box.left - two.box.left) <= 2
        and 0 <= two.box.top - one.box.bottom + 2 <= one.box.height
    ]


def _days_with_year_apart(blocks: Sequence[Block]) -> list[str]:
    """The day of a cover that has its year in another text ("Tirsdag 12. mars", "Møte 5/2031"), where that is the only one and
    the day of the week is right.
    """
    years = {year for block in blocks for year in _YEAR.findall(block.text)}
    if len(years) != 1:
        return []
    year = years.pop()
    told = [match for block in blocks if _tells_its_day(block.text) for match in _DAY_ALONE.finditer(block.text)]
    days = {f"{match['day']} {year}": match["weekday"] for match in told}
    right = [text for text, weekday in days.items() if (of := dates_in(text)) and _is_weekday(of[0], weekday)]
    return right if len(days) == 1 else []


def _is_weekday(day: date, said: str | None) -> bool:
    return said is None or said[:3].casefold() in _WEEKDAYS[day.weekday()]


def _is_name(text: str, body: str) -> bool:
    """Whether a line of a cover is a body's name, with what stands in brackets beside it or the municipality that it is of."""
    line = BESIDE_NAME.sub("", text).strip()
    return line == body or _at_institution(line, body)


def _announces(text: str) -> bool:
    return bool(_ANNOUNCED.search(text)) and bool(dates_in(text))
