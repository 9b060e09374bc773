"""A document of running text (minutes, an agenda, a case paper) as lines in reading order, and how it is told from a deck."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from radsassistent.documents import Block, BlockKind, Document, Format, Slide, Table
from radsassistent.meetings.attendance_tables import tells_who_met
from radsassistent.meetings.case_numbers import numbered_line
from radsassistent.meetings.proposals import proposed
from radsassistent.meetings.run_together import parted

_BESIDE = frozenset({BlockKind.FOOTER, BlockKind.NOTE})
# A line in bold of more letters than this is a statement set in bold, no heading.
_HEADING_LETTERS = 160
# The same words on so many pages, and on half of them, are a running header.
_FEWEST_REPEATS = 3
_PAGE_NUMBER = re.compile(r"^(?:side|sida|page|sid)?\s*\d+(?:\s*(?:av|\(|/|of)\s*\d+\)?)?$", re.IGNORECASE)
# A meeting names itself on its first pages; what later pages mention may be other meetings.
FRONT = 3

_MINUTES_WORDS = (
    r"(?:[\wæøå]+-?)?(?:protokoll|protokol|referat|møtebok|møteutskrift|møtebøker)|utskrift\s+(?:av|frå|fra)\b.*|"
    r"sammanträdesprotokoll|protokollutskrift|protokollutdrag|møteutskrift"
)
_MINUTES = re.compile(
    r"^(?:(?:foreløpig|førebels|godkjent|ugodkjent|signert|utkast\s+til|offentlig|endelig|udkast\s+til)\s+)*"
    rf"(?:{_MINUTES_WORDS})(?:\s|$|[:.,–—-])",
    re.IGNORECASE,
)
# "Oppdiktrådet – Referat", "Byrådet - Referat", "Oppdikt – referat fra styringsgruppemøte 7".
_ENDS_AS_MINUTES = re.compile(
    r"[\s–—:-](?:møteprotokoll|protokoll|protokol|møtereferat|referat|møtebok)(?:\s*[–—-]\s.*)?$|\s[–—-]\s(?:referat|protokoll|møtebok)\s+(?:fra|frå)\s.*møt",
    re.IGNORECASE,
)
_SUMMONS = re.compile(
    r"^(?:møte)?(?:innkalling|indkaldelse|kallelse)\b|^(?:saksliste|sakliste|sakskart|dagsorden|agenda|føredragningslista|"
    r"saksframlegg|saksfremlegg|saksdokument\w*|sakspapir\w*|møteinnkalling)\b",
    re.IGNORECASE,
)
_OF_EARLIER = re.compile(
    r"\b(?:forrige|førre|siste|tidligere|tidlegare|föregående|godkjenning|godkjennes|godkjent\s+på|vedlegg)\b",
    re.IGNORECASE,
)
# Only minutes tell who met and what was voted; a summons asks those who cannot come to say so.
WHO_MET = re.compile(
    r"^(?:(?:forfall|frafall)(?!\s+(?:meldes|meldast|skal|må|bes))|meldt\s+(?:forfall|frafall)|fravær\w*|møtende|desse\s+møtte|til\s*stedes?|til\s+stades)\b",
    re.I,
)
_VOTED = re.compile(
    r"\b(?:enstemmig|samrøystes|einstemmig)\s+(?:vedtatt|vedteke|vedteken|godkjent|tiltrådt)\b|\bble\s+enstemmig\s+vedtatt\b|"
    r"\b\d+\s+mot\s+\d+\s+(?:stemmer|røyster)\b",
    re.IGNORECASE,
)
# What stands over a decision.
_DECIDED = re.compile(
    r"^(?:[\wæøå]+s\s+)?(?:enstemmig\s+)?(?:vedtak|vedtatt|beslutning|konklusjon|avgjerd|avgjørelse)\s*:?$",
    re.IGNORECASE,
)
# A decision has so many words; the word for one over fewer explains a letter ("V", "Vedtak").
_FEWEST_DECIDED = 3


class DocumentKind(StrEnum):
    """What a document is in its meeting, by its own words."""

    DECK = "deck"
    MINUTES = "minutes"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block: its slide (1-based), the block's place in `Slide.blocks`, and whether it is set as a heading."""

    slide: int
    block: int
    text: str
    heading: bool
    bullet: bool = False
    table: Table | None = None


def kind_of(document: Document) -> DocumentKind:
    """Whether a document is minutes, another running text, or a deck shown in the meeting."""
    if is_minutes(document):
        return DocumentKind.MINUTES
    return DocumentKind.PAPER if _is_running_text(document) else DocumentKind.DECK


def _is_running_text(document: Document) -> bool:
    """Text formats have no slides; a PDF of upright pages was written, not shown."""
    if document.format is not Format.PDF:
        return document.format is not Format.PPTX
    upright = sum(slide.height > slide.width for slide in document.slides)
    return 2 * upright > len(document.slides)


def is_minutes(document: Document) -> bool:
    """Whether a document calls itself minutes, or tells both who met and how they voted or what they decided.

    Its name stands at the front, before the first case; the first name counts, as a summons lists minutes to approve. In a
    deck only the first slide names it: later ones may show the minutes of the meeting before.
    """
    running = _is_running_text(document)
    for slide in document.slides[: FRONT if running else 1]:
        for block in slide.blocks:
            if block.table is not None or block.kind is BlockKind.NOTE:
                continue
            for text in block.text.splitlines():
                named = _named(text.strip(), running)
                if named is not None:
                    return named and (running or not _mostly_proposes(document))
    return running and _tells_who_met_and_what_came_of_it(document)


def _mostly_proposes(document: Document) -> bool:
    """Whether slides put more proposals than they tell decisions: the papers of a meeting to come, whatever the cover calls them
    ("Møtebok").
    """
    telling = sum(any(map(_tells_a_decision, pairwise(slide.blocks))) for slide in document.slides)
    return sum(proposed(slide, "") is not None for slide in document.slides) > telling


def _named(text: str, running: bool) -> bool | None:
    """True where a line names minutes, False where it names a summons, an agenda or a case; None for any other line."""
    if len(text.split()) > 16 or _OF_EARLIER.search(text):
        return None
    if _MINUTES.match(text) or (_ENDS_AS_MINUTES.search(text) and not numbered_line(text)):
        return True
    if _SUMMONS.match(text):
        # Minutes list their cases too, under the bare word; a summons says more, or nothing before it.
        return (
            None
            if re.fullmatch(r"\W*\w+\W*", text) and running and not text.lower().startswith(("møteinn", "innk"))
            else False
        )
    return None


def _tells_who_met_and_what_came_of_it(document: Document) -> bool:
    """Whether a running text tells who met, and what was voted or, under a word for it of its own, decided."""
    blocks = [block for slide in document.slides for block in slide.blocks]
    met = any(_tells_who_met(block) for block in blocks)
    return met and (any(_VOTED.search(block.text) for block in blocks) or any(map(_tells_a_decision, pairwise(blocks))))


def _tells_who_met(block: Block) -> bool:
    return bool(WHO_MET.match(block.text)) or (block.table is not None and tells_who_met(block.table))


def _tells_a_decision(pair: tuple[Block, Block]) -> bool:
    """Whether the first of two blocks is the word for a decision, and the second is one."""
    word, decided = pair
    return bool(_DECIDED.match(word.text.strip())) and len(decided.text.split()) >= _FEWEST_DECIDED


def lines(document: Document) -> list[Line]:
    """All lines of a document in reading order, without footers, page numbers, running headers and speaker's notes."""
    running = _running_headers(document)
    found: list[Line] = []
    for slide in document.slides:
        for place, block in enumerate(slide.blocks):
            if block.kind in _BESIDE or _digitless(block.text) in running or _PAGE_NUMBER.match(block.text.strip()):
                continue
            found.extend(_lines_of(slide, place, block))
    return found


def _lines_of(slide: Slide, place: int, block: Block) -> list[Line]:
    if block.table is not None:
        return [Line(slide.number, place, block.text, False, False, block.table)]
    texts = [text.strip() for text in block.text.splitlines() if text.strip()]
    heading = block.kind in (BlockKind.TITLE, BlockKind.HEADING) or (block.bold and len(block.text) <= _HEADING_LETTERS)
    bullet = block.kind is BlockKind.BULLET
    if not heading:
        texts = [part for text in texts for part in parted(text)]
    return [Line(slide.number, place, text, heading and len(texts) <= 2, bullet) for text in texts]


def _running_headers(document: Document) -> set[str]:
    """What opens or ends many pages in the same words, its numbers apart, or both of two at the same place; a case's own heading
    is none.
    """
    pages: dict[str, set[int]] = defaultdict(set)
    places: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for slide in document.slides:
        shown = [block for block in slide.blocks if block.table is None]
        for block in (*shown[:2], *shown[-1:]):
            heads = numbered_line(block.text)
            says = block.text.rstrip().endswith(".") and len(block.text.split()) > 3
            if not says and (heads is None or heads.year is None):
                pages[_digitless(block.text)].add(slide.number)
                places[_digitless(block.text)].add((round(block.box.left), round(block.box.top)))
    enough = max(_FEWEST_REPEATS, len(document.slides) / 2)
    both = {text for text, where in pages.items() if len(where) == len(document.slides) == 2 and len(places[text]) == 1}
    found = both | {text for text, where in pages.items() if len(where) >= enough}
    return {text for text in found if not _LABEL_ALONE.match(text)}


# "Vedtak", "Behandling" may open many pages and still mean what they say.
_LABEL_ALONE = re.compile(
    r"^(?:\w+\s)?\w*(?:vedtak|konklusjon|avgjerd|avgjørelse|behandling|handsaming|innstilling|votering|beslut\w*|indstilling|forslag\b.*):?$",
    re.I,
)


def _digitless(text: str) -> str:
    return re.sub(r"\d+", "#", text.strip().casefold())
