"""What the head of a summons or of minutes says under its labels: body, date, place and times of the meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from radsassistent.documents import Document
from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.case_numbers import numbered_line
from radsassistent.meetings.dates import dates_in
from radsassistent.meetings.flow import FRONT, Line, lines
from radsassistent.meetings.meeting import Place

_BODY = re.compile(
    r"^(?:utvalg|utval|organ|styre|råd|nemnd|forum|utvalg\s*/\s*styre(?:\s*/\s*råd)?|styre\s*/\s*råd(?:\s*/\s*utvalg)?|utvalgsnavn|møte\s+i|møteforum|"
    r"mødegruppe|nämnd|instans|gruppe|møtegruppe|udvalg)$",
    re.IGNORECASE,
)
# Words that only a meeting's date stands under, and the bare "Dato", which may be the letter's.
_MEETING_DATE = re.compile(
    r"^(?:møtedato|møtedag|møtetid(?:spunkt)?|dato\s+for\s+møte[t]?|møtedato\s*/\s*(?:tid|klokkeslett)|dato\s*/\s*tid(?:spunkt)?|dato\s+og\s+tid(?:spunkt)?|"
    r"tid\s+og\s+(?:sted|stad)|tid\s*/\s*(?:sted|stad)|mødedato|mødetid|mødetidspunkt|mødedag|sammanträdesdatum|sammanträdesdag|sammanträdestid|"
    r"når|tid|tidspunkt|tidspunkt\s+for\s+møtet|tid\s+for\s+møtet)$",
    re.IGNORECASE,
)
_ANY_DATE = re.compile(r"^(?:dato|datum|dag)$", re.IGNORECASE)
_VENUE = re.compile(
    r"^(?:møtested|møtestad|sted|stad|møterom|møtelokale|lokale|lokalitet|plass|plats|plats\s+och\s+tid|hvor|kvar|mødested|mødelokale|"
    r"sted\s+for\s+møtet|møtested\s*/\s*lokaler?|sammanträdesplats|tid\s+og\s+(?:sted|stad)|møteplass)$",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"^(?:tid|tidspunkt|kl|klokka|klokken|klokkeslett|møtetid|møtetidspunkt|møtestart|start|fra\s+kl|møtet\s+(?:ble\s+)?(?:satt|åpnet)|"
    r"dato\s*/\s*tid(?:spunkt)?|dato\s+og\s+tid(?:spunkt)?|møtedato\s*/\s*(?:tid|klokkeslett)|tid\s+og\s+(?:sted|stad)|mødetid|starttidspunkt.*|når|"
    r"plats\s+och\s+tid|møtedato|dato|sammanträdestid)$",
    re.IGNORECASE,
)
_TIME_ALONE = re.compile(r"^(?:tid|tidspunkt|når)$", re.IGNORECASE)
_END = re.compile(
    r"^(?:slutt|møteslutt|avsluttet|avslutta|møtet\s+slutt|møtet\s+hevet|møtet\s+heva|møtet\s+avsluttet|til\s+kl|sluttidspunkt.*|ferdig|hevet)$",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"\bmøtet\s+(?:ble\s+|vart\s+|blei\s+)?(?:[a-zæøå]+\s+kl\.?\s*\d{1,2}[.:]\d\d\s+og\s+(?:ble\s+|vart\s+|blei\s+)?)?"
    r"(?:hevet|heva|slutt|avsluttet|avslutta)\s*:?\s*(?:kl\.?\s*)?(?P<hour>\d{1,2})[.:](?P<minute>\d\d)",
    re.IGNORECASE,
)
# "Møtet ble holdt onsdag 14. oktober 2026 i salen, fra kl. 09.00 til kl. 14.20", "Møtet vart sett kl. 09.05".
_HELD = re.compile(
    r"\bmøtet\b.{0,140}?\bfra\s+(?:kl\.?\s*)?(?P<hour>\d{1,2})[.:](?P<minute>\d\d)\s*(?:–|—|-|til|till)\s*(?:kl\.?\s*)?"
    r"(?P<hour2>\d{1,2})[.:](?P<minute2>\d\d)(?![.:]?\d)",
    re.IGNORECASE,
)
_OPENED = re.compile(
    r"\bmøtet\s+(?:ble\s+|vart\s+|blei\s+)?(?:satt|sett|åpnet|opna|startet|starta|begynte|byrja|tok\s+til)\s*:?\s*(?:kl\.?\s*)?"
    r"(?P<hour>\d{1,2})[.:](?P<minute>\d\d)(?![.:]?\d)",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?<![\d.:])(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)(?![.:]?\d)")
_PERIOD = re.compile(
    r"(?<![\d.:])(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)\s*(?:–|—|-|til|till)\s*(?:kl\.?\s*)?"
    r"(?P<hour2>[01]?\d|2[0-3])[.:](?P<minute2>[0-5]\d)(?![.:]?\d)",
    re.IGNORECASE,
)
# What follows in a sentence of its own is of something else: "Grendehuset. Møtet vart sett kl. 09.05."
_NEXT_SENTENCE = re.compile(rf"(?:(?<=\w{{3}})|(?<=kl\. \d\d[.:]\d\d))\.\s+(?={CAPITAL})")
_PAIR = re.compile(r"^(?P<label>[^\d:]{2,40}?)\s*:\s*(?P<value>.*)$", re.DOTALL)
# What stands in brackets behind a body's name is no part of it: "Trollrådet (TR)".
_BESIDE_NAME = re.compile(r"\s*\([^()]*\)\s*$")
# "Møtested: Salen Dato: 5.3.2027 Tid: 09:00" on one line.
_NEXT_LABEL = re.compile(
    r"\s+(?=(?:møtested|møtestad|sted|stad|møtedato|dato|tid|tidspunkt|møtetid|møterom|slutt|møteslutt|utvalg|utval|lokale)\s*:)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Field:
    """A label and what stands under it."""

    label: str
    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class Header:
    """What the labels say; None where none does. `days` are the meeting's dates in order, each with its place.

    `weak_days` stand under a bare "Dato", which may be the day of printing or signing; `beside_place` when a place or a time
    stands with them, as it does in the head of a meeting's document.
    """

    body: str | None
    venue: str | None
    start: str | None
    end: str | None
    days: tuple[tuple[date, Place], ...]
    weak_days: tuple[tuple[date, Place], ...]
    beside_place: bool = False


def header(document: Document) -> Header:
    """Read the labels on a document's first pages, above its first case, and when it says that the meeting ended."""
    read = lines(document)
    found = fields(front(read), document.sha256)
    body = next(
        (named for f in found if _BODY.match(f.label) and _is_body(named := _BESIDE_NAME.sub("", f.value))), None
    )
    venue = next((place_in(f.value) for f in found if _VENUE.match(f.label) and place_in(f.value)), None)
    beside = any(_VENUE.match(f.label) or (_TIME.match(f.label) and not _ANY_DATE.match(f.label)) for f in found)
    days, weak = [], []
    for field in found:
        for day in dates_in(field.value)[:1]:
            if _MEETING_DATE.match(field.label):
                days.append((day, field.place))
            elif _ANY_DATE.match(field.label):
                weak.append((day, field.place))
    start, end = _times(found)
    held = next((match for line in front(read) if (match := _HELD.search(line.text))), None)
    opened = next((match for line in front(read) if (match := _OPENED.search(line.text))), None)
    if told := opened or held:
        start = start or _clock(told)
    if held is not None:
        end = end or f"{int(held['hour2']):02d}:{held['minute2']}"
    closed = next((m for line in reversed(read) if (m := _CLOSED.search(line.text))), None)
    return Header(body, venue, start, _clock(closed) if closed else end, tuple(days), tuple(weak), beside)


def front(read: Sequence[Line]) -> list[Line]:
    """The lines of the first pages above the first case."""
    kept: list[Line] = []
    for line in read:
        numbered = numbered_line(line.text) if line.table is None else None
        if line.slide > FRONT or (numbered is not None and numbered.year is not None and not numbered.sentence):
            break
        kept.append(line)
    return kept


def fields(read: Sequence[Line], sha256: str) -> list[Field]:
    """Labels and values: "Label: value", a label alone over its value, and the rows of a table of labels."""
    found: list[Field] = []
    for number, line in enumerate(read):
        place = Place(sha256, line.slide)
        if line.table is not None:
            rows = [(line.table.label_header, *line.table.columns), *((r.label, *r.values) for r in line.table.rows)]
            for row in rows:
                cells = [cell for cell in row if cell]
                if len(cells) >= 2 and _known(cells[0].rstrip(": ")):
                    found.append(Field(cells[0].rstrip(": "), " ".join(cells[1:]), place))
                found += [f for cell in cells for f in _pairs(cell, place)]
            continue
        pairs = _pairs(line.text, place)
        if pairs and not pairs[-1].value and number + 1 < len(read) and read[number + 1].table is None:
            pairs[-1] = Field(pairs[-1].label, read[number + 1].text, place)
        found += pairs
        if not pairs and _known(line.text.strip()) and number + 1 < len(read) and read[number + 1].table is None:
            found.append(Field(line.text.strip(), read[number + 1].text, place))
    return found


def _pairs(text: str, place: Place) -> list[Field]:
    found = []
    for part in _NEXT_LABEL.split(text):
        match = _PAIR.match(part.strip())
        if match:
            found.append(Field(match["label"].strip(" *_"), match["value"].strip(" *_"), place))
    return found


def is_label(text: str) -> bool:
    """Whether a text is a label of the head of a document: of the body, the day, the place, the times."""
    return _known(text.strip(" :"))


def is_of_meeting(text: str) -> bool:
    """Whether a text is a label of the body, the day or the place."""
    label = text.strip(" :")
    of_either = any(pattern.match(label) for pattern in (_BODY, _MEETING_DATE, _ANY_DATE, _VENUE))
    return of_either and not _TIME_ALONE.match(label)


def _known(text: str) -> bool:
    patterns = (_BODY, _MEETING_DATE, _ANY_DATE, _VENUE, _TIME, _END)
    return any(pattern.match(text) for pattern in patterns)


def _is_body(value: str) -> bool:
    return bool(value) and len(value.split()) <= 10 and not re.search(r"\d", value) and value[:1].isupper()


def place_in(said: str) -> str | None:
    """A venue's words without the date and the time that stand beside it."""
    text = _PERIOD.sub("", _NEXT_SENTENCE.split(said, maxsplit=1)[0])
    text = _CLOCK.sub("", text)
    if dates_in(said):
        text = re.sub(
            r"(?i)\b(?:\w+dag\s+)?(?:den\s+)?\d{1,2}\.?\s*\w+\.?\s*(?:19|20)\d\d\b|\b\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}\b|\b\d{4}-\d\d-\d\d\b",
            "",
            text,
        )
    text = re.sub(
        r"(?i)\b(?:kl(?:okka|okken)?\.?)(?:\s*\d{1,2}(?:\s*(?:[–—-]|til)\s*\d{1,2})?)?(?=\s|,|$)", "", text
    ).strip(" ,;–-.|·")
    return " ".join(text.split()) or None


def _times(found: Sequence[Field]) -> tuple[str | None, str | None]:
    start = end = None
    for field in found:
        if _END.match(field.label):
            match = _CLOCK.search(field.value)
            end = end or (_clock(match) if match else None)
        elif _TIME.match(field.label):
            period = _PERIOD.search(field.value)
            if period:
                start = start or _clock(period)
                end = end or f"{int(period['hour2']):02d}:{period['minute2']}"
                continue
            match = _CLOCK.search(field.value)
            start = start or (_clock(match) if match else None)
    return start, end


def _clock(match: re.Match[str]) -> str:
    return f"{int(match['hour']):02d}:{match['minute']}"
