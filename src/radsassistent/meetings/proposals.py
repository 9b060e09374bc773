"""What the body is asked to decide: slides headed "Forslag til vedtak", and slides on which the body itself speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.documents import Block, Slide
from radsassistent.meetings.case_numbers import Numbering, Scheme, numbered_line
from radsassistent.meetings.meeting import Place, Proposal

PROPOSAL_TITLE = re.compile(
    r"^(?:(?:sak|ps|punkt)?\s*(?:nr\.?\s*)?\d{1,3}/(?:20)?\d\d\s*[:.–—-]?\s*)?(?:oppdatert\s+|revidert\s+|nytt\s+|justert\s+|endret\s+)?(?:(?:[\wæøå]+s|[\wæøå]+\s+sitt)\s+)?(?:forslag\s+til\s+(?:vedtak|innstilling|"
    r"konklusjon|beslutning)|framlegg\s+til\s+vedtak|innstilling|tilråding|tilrådning|indstilling|förslag\s+till\s+beslut)\b",
    re.IGNORECASE,
)
_INLINE = re.compile(r"^(?P<label>[^:]{5,60}):\s+(?P<text>[A-ZÆØÅ]\S*\s+\S.*)$", re.DOTALL)
_NUMBER = re.compile(r"\d{1,2}[.)]?")
_UPDATED = re.compile(r"\b(oppdatert|revidert|justert|endret|nytt)\b", re.IGNORECASE)
# How a body's decisions begin in Norwegian minutes: the body, then one of these verbs.
_DECIDING = (
    r"(?:tar|tok|godkjenner|godkjente|godkjennes|vedtar|vedtok|slutter seg|sluttet seg|ber|ba|gir|ga|gav|anbefaler|anbefalte|"
    r"drøfter|drøftet|støtter|støttet|er orientert|er kjent|merker seg|merket seg|oversender|innstiller|tilrår|vil|har drøftet)"
)


def body_speaks(text: str, body: str) -> bool:
    """Whether a text opens as a decision does: "Porteføljerådet tar …", "Nasjonalt porteføljeråd gir …", "Rådet ber …"."""
    stem = re.escape(re.sub(r"(et|en|a)$", "", body.casefold()))
    # The body's own name in either form, or the bare noun that ends it ("rådet", "styret", "utvalget").
    noun = r"(?:rådet|utvalget|utvalet|styret|komiteen|nemnda|formannskapet|kommunestyret)"
    pattern = rf"^(?:\w+\s+)?(?:{stem}\w*|{noun})\s+{_DECIDING}\b"
    return re.match(pattern, text.casefold()) is not None


def proposal_text(slide: Slide, body: str) -> str | None:
    """The text of the proposal on a slide, a paragraph or bullet a line; None when the slide proposes nothing."""
    if slide.title and PROPOSAL_TITLE.match(slide.title):
        return _joined(slide.body) or None
    for place, block in enumerate(slide.body):
        if PROPOSAL_TITLE.match(block.text) and _is_label(block.text):
            return _joined(slide.body[place + 1 :]) or None
    texts = [block for block in slide.body if block.table is None]
    if slide.title is None and texts and len(texts) <= 6 and body_speaks(texts[0].text, body):
        return _joined(texts)
    return None


def inline_proposals(slide: Slide, place: Place, case: str | None) -> list[Proposal]:
    """The proposals that stand on one line with the words for it ("Forslag til vedtak: Innkallingen godkjennes."), each of
    the case whose number a line above it opens with, else of the slide's.
    """
    found = []
    for block in slide.body:
        read = numbered_line(block.text) if block.table is None else None
        if read is not None and read.scheme is Scheme.CASE and read.year is not None:
            case = Numbering().name(read)
        match = _INLINE.match(block.text) if block.table is None else None
        if match is not None and PROPOSAL_TITLE.match(block.text):
            found.append(Proposal(case, match["text"].strip(), place, says_updated(match["label"])))
    return found


def is_updated(slide: Slide) -> bool:
    """Whether the slide says that the proposal is a new version."""
    return bool(slide.title and PROPOSAL_TITLE.match(slide.title) and _UPDATED.search(slide.title))


def says_updated(words: str) -> bool:
    """Whether the words over a proposal say that it is a new version."""
    return bool(_UPDATED.search(words))


def _is_label(text: str) -> bool:
    """A label stands alone, perhaps with a colon; in a list of contents it is one bullet among others."""
    return len(text.split()) <= 5 and text.rstrip().endswith(":")


def _joined(blocks: Sequence[Block]) -> str:
    # A point's number may stand in a box of its own.
    return "\n".join(block.text for block in blocks if block.text.strip() and not _NUMBER.fullmatch(block.text.strip()))
