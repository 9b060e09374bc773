"""Which meeting a document is about: the body and the date, from what the document says itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from radsassistent.documents import Document, Slide
from radsassistent.meetings.dates import dates_in
from radsassistent.meetings.meeting import Place

# The words that name a kind of body in Norwegian, Bokmål and Nynorsk, definite and indefinite.
_BODY_ENDINGS = (
    "rådet|råd|utvalget|utvalg|utvalet|utval|styret|styre|komiteen|komité|nemnda|nemnd|formannskapet|formannskap|"
    "kommunestyret|fylkestinget|bystyret|tinget|forumet|forum|gruppen|gruppa|panelet"
)
# A formannskap has no word before it, as the other bodies have.
_BODY_WORD = rf"(?:[A-ZÆØÅ][\wæøåÆØÅ-]*?(?:{_BODY_ENDINGS})|Formannskap(?:et)?)"
_BODY = re.compile(rf"\b({_BODY_WORD})\b(?!\w)")
# "Møte i Porteføljerådet", "Agenda Porteføljerådet", "Referat fra møte i Formannskapet", "Saksliste for …"
_ANNOUNCED = re.compile(
    r"\b(?:møte|agenda|dagsorden|saksliste|sakliste|innkalling|møteinnkalling|møteprotokoll|protokoll|referat)"
    rf"\b[^.\n\d]{{0,40}}?({_BODY_WORD})\b",
    re.IGNORECASE,
)
# Evidence is added up: a title slide that announces the meeting outweighs any number of mentions in passing.
_ANNOUNCED_IN_TITLE, _ANNOUNCED_IN_TEXT, _MENTIONED = 100, 20, 1
# The meeting announces itself in the first slides; later announcements may be of other meetings.
_FRONT = 8


@dataclass(frozen=True, slots=True)
class Identity:
    """The body's name, the meeting's date and venue, and the slide and words that announce them; None where none does."""

    body: str | None
    date: date | None
    venue: str | None
    announced: Place | None
    title: str | None


def identity(documents: Sequence[Document]) -> Identity:
    """Find body, date and venue by weighing what the documents' slides say."""
    bodies: Counter[str] = Counter()
    days: Counter[date] = Counter()
    venue: str | None = None
    announced: Place | None = None
    title: str | None = None
    for document in documents:
        for slide in document.slides:
            front = 1.0 if slide.number <= _FRONT else 0.1
            _weigh(slide, front, bodies, days)
            words = next((block.text for block in slide.blocks if block.table is None and _announces(block.text)), None)
            if announced is None and slide.number <= _FRONT and words is not None:
                announced, title = Place(document.sha256, slide.number), words
                venue = _venue(slide)
    body = max(bodies, key=lambda name: bodies[name], default=None)
    day = max(days, key=lambda day: days[day], default=None)
    return Identity(body, day, venue, announced, title)


def _weigh(slide: Slide, front: float, bodies: Counter[str], days: Counter[date]) -> None:
    for block in slide.blocks:
        announced = list(_ANNOUNCED.finditer(block.text))
        weight = _ANNOUNCED_IN_TITLE if block.text == slide.title else _ANNOUNCED_IN_TEXT
        for match in announced:
            name = match[1]
            bodies[name[0].upper() + name[1:]] += int(10 * weight * front)
        for day in dates_in(block.text):
            days[day] += int(10 * (weight if announced else _MENTIONED) * front) or 1
        for match in _BODY.finditer(block.text):
            bodies[match[1]] += _MENTIONED


def _announces(text: str) -> bool:
    return bool(_ANNOUNCED.search(text)) and bool(dates_in(text))


def _venue(slide: Slide) -> str | None:
    """On the slide that announces the meeting, the line that is a place: several parts with commas, no digits."""
    for block in slide.body:
        labelled = re.match(r"(?:møte)?sted\s*:\s*(.+)", block.text, re.IGNORECASE)
        if labelled:
            return labelled[1].strip()
        if "," in block.text and not re.search(r"\d", block.text) and len(block.text) <= 100:
            return block.text.strip()
    return None
