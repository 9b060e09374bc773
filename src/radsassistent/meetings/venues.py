"""Where a meeting is, from what its documents say: a place under its label, or a line of the cover that is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from radsassistent.documents import Document, Slide
from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.dates import DAY_OF_MEETING, dates_in
from radsassistent.meetings.flow import WHO_MET, DocumentKind, kind_of
from radsassistent.meetings.header import place_in
from radsassistent.meetings.meeting import Place
from radsassistent.meetings.people import has_title, is_person_name

_ROOM = re.compile(
    rf"(?:møterom|møtesal|auditori|rådhus|fylkeshus|kommunehus|kulturhus|kommunestyresal|teams\b|digitalt\b|hotel|{CAPITAL}\w*sal(?:en)?\b)",
    re.IGNORECASE,
)
# A house, and a town or a room in it: "Grendehuset Solhaug, storsalen", "Gamle fyrstasjon, Kvitneset". What goes on in other
# words, as a motto does ("Sammen om skog, hav og fjell"), is none.
_TOWN = rf"{CAPITAL}[\w'’-]*(?:\s+[^\W\d_][\w'’-]*){{0,2}}"
_ROOM_IN_HOUSE = rf"[a-zæøå]+(?:en|et|a)|(?:[a-zæøå]+\s+)?[a-zæøå]*(?:sal|rom|etasje)(?:en|met|n)?(?:\s+{CAPITAL}\w*)?"
_HOUSE_AND_ROOM = re.compile(rf"{CAPITAL}[\w'’-]*(?:\s+[\w'’-]+){{0,3}}(?:,\s+(?:{_TOWN}|{_ROOM_IN_HOUSE})){{1,2}}")
# What places to meet are called, wherever in a line of a cover, and what is one without more.
_PLACE_WORD = re.compile(
    r"(?:møterom|rom\b|rommet\b|sal(?:en)?\b|auditori|hus(?:et)?\b|bygg(?:et)?\b|bygget\b|sent(?:er|eret)\b|sykehus|sjukehus|skol[ea]n?\b|skule|universitet|"
    r"hotell?(?:et)?\b|kafé|kantin[ea]|etasje|campus|kontor|lokal|teams\b|zoom\b|digitalt|video|museum|bibliotek|kirk[ea]|stov[ae]|stua\b|loft|"
    r"tollbod|stasjon|brygg[ea]|(?:gat[ea]n?|vei(?:en)?|veg(?:en)?|plass(?:en)?|torg(?:et)?)\s+\d+)",
    re.IGNORECASE,
)
_ROOM_ALONE = re.compile(
    rf"^(?:møterom|styrerom\w*|auditori\w+|teams\b|digitalt\b|{CAPITAL}\w*(?:salen|rommet)\b)", re.IGNORECASE
)
_PLACE_LABEL = re.compile(r"^(?:møte)?(?:sted|stad|lokale|rom)\s*:\s*(?P<place>.+)$", re.IGNORECASE)
_PLACE_WORDS = 14
# A place without a room or a town beside it, by a word that is no organisation's, or by where it is: "Grendehuset på Solvik",
# "Kontoret i Storgata 4", "i kantina".
_BY_ITSELF = re.compile(
    r"(?:(?<!syke)(?<!sjuke)(?<!helse)hus(?:et)?\b|møterom|\brom\b|(?:rommet|sal|salen|loftet|klubben)\b|auditori|st[uo]v?[ae]\b|kantin[ea]\b|kafé|hotell|"
    r"lokal(?:e|er|ene|a)?\b|teams\b|zoom\b|digitalt\b|på\s+(?:nett|skjerm)|tollbod|campus|scene)|"
    rf"(?:kontor(?:et)?|bygg(?:et)?|senteret|klubben)\s+(?:i|på|ved)\s+{CAPITAL}",
    re.IGNORECASE,
)
_OF_AN_ORGANISATION = re.compile(
    r"\b(?:kommune|fylkeskommune|fylke|direktorat\w*|HF|KF|IKS|AS|oppdikt\w*)\b", re.IGNORECASE
)
_WORDS_BY_ITSELF = 8
_CLOCK = r"\d{1,2}(?:[.:]\d\d)?"
_TO = rf"(?:\s*(?:[–—-]|til)\s*(?:kl\.?\s*)?{_CLOCK})?"
_HOURS = rf"(?:(?:fra|frå)\s+)?(?:(?:kl\.?|klokk[ae]n?)\s*{_CLOCK}|\d{{1,2}}[.:]\d\d){_TO}"
# What stands before and behind a place on its line: hours, and the words that lead to it.
_BEFORE_PLACE = re.compile(
    rf"^(?:møte\s*(?=[,|·–]))?(?:[\s,|·–-]*{_HOURS}(?![\d.:]))*[\s,|·–-]*(?:(?:i|på|ved)\s+(?=\S))?", re.IGNORECASE
)
_BEHIND_PLACE = re.compile(rf"(?:[\s,|·–-]+{_HOURS})?[\s,|·–-]*$", re.IGNORECASE)
_PARTS = re.compile(r"\s+[|·–—]\s+")


def venue_announced(slide: Slide) -> str | None:
    """On the slide that announces the meeting, the line that is a place: what says so itself, else parts with commas."""
    for block in slide.body:
        if "," in block.text and not re.search(r"\d|:", block.text) and len(block.text) <= 100:
            return block.text.strip()
    return stated_venue(slide)


def on_a_cover(documents: Sequence[Document], day: date | None) -> tuple[str, Place, str] | None:
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


def place_on_cover(document: Document, day: date | None) -> str | None:
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


def place_by_the_day(document: Document, day: date | None) -> str | None:
    """On a deck's cover, the place that stands with the meeting's day: on its line, or on the line below or above it."""
    if day is None or kind_of(document) is not DocumentKind.DECK or not document.slides:
        return None
    lines = [block.text.strip() for block in document.slides[0].body if block.table is None]
    dated = [n for n, line in enumerate(lines) if _has_day(line, day)]
    hours = [n for n, line in enumerate(lines) if without_hours(line) == "" and n - 1 in dated]
    for at in (*dated, *hours):
        beside = [part for n in (at, at + 1, at - 1) if 0 <= n < len(lines) for part in _PARTS.split(lines[n])]
        told = (without_hours(part) for part in beside if not _has_day(part, day))
        if found := next((place for place in told if _is_place(place)), None):
            return found
    return None


def _is_place(text: str) -> bool:
    """Whether a line is a place by itself: short, no sentence, and of no organisation or people."""
    said = 1 < len(text.split()) <= _WORDS_BY_ITSELF and not text.endswith((".", "!", "?", ":"))
    return said and bool(_BY_ITSELF.search(text)) and not (_OF_AN_ORGANISATION.search(text) or _of_people(text))


def without_hours(text: str) -> str:
    """A place without the hours before or behind it on its line: "kl. 10–14, møterom Lyngen", "Klokka 11 på Bygdeheimen"."""
    return _BEHIND_PLACE.sub("", _BEFORE_PLACE.sub("", text.strip()))


def _has_day(text: str, day: date) -> bool:
    """Whether a text has a day, with its year or without: "Møte nr. 5/2031 – torsdag 5. november"."""
    return day in dates_in(text) or day in dates_in(
        re.sub(r"(\d{1,2}\.\s*[a-zæøå]+)\b(?!\s*20\d\d)", rf"\1 {day.year}", text)
    )


def _of_people(line: str) -> bool:
    """Whether a line of a cover says who is there: by a title or a role, or names with nothing else."""
    return has_title(line) or all(is_person_name(part.strip()) for part in line.split(","))


def place_beside_day(document: Document, day: date | None) -> str | None:
    """What a line of a document's opening has besides the day and the hours of its meeting: a house, and a room or a town."""
    for block in document.slides[0].body if document.slides else ():
        if day is not None and block.table is None and DAY_OF_MEETING.match(block.text):
            rest = place_in(block.text)
            if rest is not None and (_HOUSE_AND_ROOM.fullmatch(rest) or _PLACE_WORD.search(rest)):
                return rest
    return None


def stated_venue(slide: Slide) -> str | None:
    """A place under its label, or what stands with the date and is called a room or a house."""
    for block in slide.body:
        labelled = re.match(r"(?:møte)?sted\s*:\s*(.+)", block.text, re.IGNORECASE)
        if labelled:
            return labelled[1].strip()
        beside = place_in(block.text) if dates_in(block.text) else None
        if beside is not None and _ROOM.match(beside):
            return beside
    return None
