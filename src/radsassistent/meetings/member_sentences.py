"""Sentences that say who is what in a body: "Utvalget ledes av Kari Berg", "Sekretær for rådet er Ola Dal"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.documents import Block, BlockKind
from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.member_entries import (
    BESIDE_MEMBERS,
    Entry,
    labelled_entries,
    people_of,
    sentences_of_people,
)
from radsassistent.meetings.people import is_person_name, is_role

_ROLE = (
    r"(?:\w*(?:leder|leiar|sekretær)|(?:styre|råds|utvalgs|utvals|vara)?medlem(?:mer|mar|mene|mene|er|ene)?|vara(?:medlem|representant|person)?\w*|"
    r"observatør(?:er|ar)?|sekretariat\w*|referent)"
)
_OWN_BODY = (
    r"(?:\s+(?:for|i|av|til)\s+"
    r"(?:alle|\w*(?:rådet|utvalget|utvalet|styret|gruppa|gruppen|forumet|nemnda|komiteen|komitéen|medlemmene|medlemmane)))?"
)
_IS = r"(?:er|består\s+av|utgjøres\s+av)"
# "Gruppa ledes av Kari Berg (Oppdikt kommune)"
_LED_BY = re.compile(
    r"^\S+(?:\s+\S+){0,3}\s+(?:ledes|leies|blir\s+ledet|blir\s+leidd?|vert\s+leia)\s+av\s+(?P<who>.+)$", re.I
)
# "Øvrige medlemmer er Kari Berg (Oppdikt) og Ola Dal", "Varamedlem for alle er Kari Berg"
_ROLE_IS = re.compile(
    rf"^(?P<what>(?:(?:de|øvrige|andre|dei|faste|valgte|valde|personlig)\s+){{0,2}}{_ROLE}){_OWN_BODY}\s+{_IS}\s+(?P<who>.+)$",
    re.I,
)
# "Kari Berg er prosjektleder og sekretær for gruppa", "Kari Berg er representantskapets leder"
_PERSON_IS = re.compile(rf"^(?P<who>[^:,.]+?)\s+er\s+(?:\w+s\s+)?(?P<what>(?:\w+\s+og\s+)?{_ROLE}){_OWN_BODY}$", re.I)
# "Daglig leder Kari Berg og styreleder Ola Dal møter med talerett"
_WITH_RIGHTS = re.compile(
    r"^(?P<who>.+?)\s+(?P<what>(?:møter|deltar|deltek|har)\s+(?:med\s+|uten\s+|utan\s+)?\S*(?:rett|røyst|stemme)\S*)$",
    re.I,
)
# "Fra sekretariatet møter daglig leder Kari Berg og rådgiver Ola Dal", "Kari Berg og Ola Dal møter fra administrasjonen"
_COMES_FROM = re.compile(r"^(?:fra|frå)\s+(?P<whence>\w+)\s+(?:møter|deltar|deltek|kommer|kjem)\s+(?P<who>.+)$", re.I)
_FROM_LAST = re.compile(r"^(?P<who>.+?)\s+(?:møter|deltar|deltek|kommer|kjem)\s+(?:fra|frå)\s+(?P<whence>\w+)$", re.I)
_END = re.compile(rf"(?<=[\w)]{{2}}\.)\s+(?={CAPITAL})")
# A line of a sentence that goes on in the next.
_BEGUN = re.compile(r"\s(?:ledes|leies|er|består)\s")


def told_in_sentence(text: str) -> tuple[str, list[Entry]]:
    """What a sentence calls those whom it names, and them; ("", []) where it says of nobody what they are."""
    led = _LED_BY.match(text)
    if led is not None:
        return "", [replace(each, role=each.role or "leder") for each in _named(led["who"])]
    whom = _PERSON_IS.match(text)
    if whom is not None and is_person_name(whom["who"]):
        return "", [Entry(whom["who"], role=whom["what"])]
    rights = _WITH_RIGHTS.match(text)
    if rights is not None:
        return rights["what"].capitalize(), people_of(rights["who"])
    come = _COMES_FROM.match(text) or _FROM_LAST.match(text)
    if come is not None and BESIDE_MEMBERS.search(come["whence"]):
        return labelled_entries(f"{come['whence'].capitalize()}: {come['who']}")
    called = _ROLE_IS.match(text)
    if called is not None:
        return labelled_entries(f"{called['what']}: {called['who']}")
    return "", []


def _named(who: str) -> list[Entry]:
    return labelled_entries(f"Medlemmer: {who}")[1]


def sentences(text: str) -> list[str]:
    """The sentences of a text where one of them says who is what, or each has a label; else the whole text."""
    parts = _END.split(text)
    told = len(parts) > 1 and any(map(_tells_of_somebody, parts))
    return parts if told else sentences_of_people(text)


def _tells_of_somebody(part: str) -> bool:
    label, _, _ = part.partition(":")
    return bool(told_in_sentence(part.rstrip("."))[1]) or (is_role(label) and bool(labelled_entries(part)[1]))


def sentences_joined(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, lines of a sentence that says who is what put together where a reader found one line at a time."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if last is not None and _goes_on(last, block):
            found[-1] = replace(last, text=f"{last.text} {block.text}", box=last.box.around(block.box))
        else:
            found.append(block)
    return found


def _goes_on(last: Block, block: Block) -> bool:
    alike = (last.kind, last.size, last.bold, last.group) == (block.kind, block.size, block.bold, block.group)
    if not alike or block.kind is not BlockKind.PARAGRAPH or last.table is not None:
        return False
    told = last.text.rstrip()
    begun = _BEGUN.search(told) is not None and not told.endswith((".", ":", "?"))
    near = abs(last.box.left - block.box.left) <= 2 and block.box.top - last.box.bottom <= last.size
    return begun and near
