"""An agenda whose entries have what they tell on lines below, set deeper, smaller or plainer than their titles."""

from __future__ import annotations

from dataclasses import replace

from radsassistent.documents import Block, BlockKind, Slide
from radsassistent.meetings.agenda_boxes import items_of
from radsassistent.meetings.agenda_cards import is_agenda, is_bare_agenda
from radsassistent.meetings.agenda_facts import types_headed
from radsassistent.meetings.case_numbers import Numbering
from radsassistent.meetings.meeting import AgendaItem, Place

# An agenda that tells no more than titles stands in the first slides, and they are short.
_FRONT, _FEWEST, _WORDS = 4, 3, 12
# A counted list is the meeting's agenda by its title, and farther into a deck that of one presentation.
_FRONT_COUNTED = 8
_Depth = tuple[int, bool, int]


def plain_list(slide: Slide, place: Place, numbering: Numbering) -> tuple[AgendaItem, ...]:
    """The entries of an agenda that says no more than what is up, at the front of a deck under the bare word for it; the highest
    depth with several.
    """
    if slide.number > _FRONT or not is_bare_agenda(slide.title):
        return ()
    lists = from_levels(slide, place, numbering, plain=True)
    short = (items for items in lists if all(len(item.title.split()) <= _WORDS for item in items))
    return next((items for items in short if len(items) >= _FEWEST), ())


def from_levels(
    slide: Slide, place: Place, numbering: Numbering, *, plain: bool = False
) -> list[tuple[AgendaItem, ...]]:
    """The agendas of a slide whose entries open at one depth, for each depth; what stands deeper belongs to them, what stands
    higher parts them, and may say what type the cases below are of.
    """
    counts = slide.number <= _FRONT_COUNTED and is_agenda(slide.title, ())
    blocks = [block for block in slide.body if block.table is None and block.text.strip()]
    depths = sorted({_depth(block) for block in blocks})
    found = []
    for depth in depths:
        entries: list[list[str]] = []
        kinds: list[str | None] = []
        kind: str | None = None
        inside = False
        for block in blocks:
            if _depth(block) < depth:
                kind, inside = types_headed(block.text), False
            elif _depth(block) == depth:
                entries.append(block.text.splitlines())
                kinds.append(kind)
                inside = True
            elif inside:
                entries[-1] += block.text.splitlines()
        told = items_of(entries, place, numbering, counts=counts, plain=plain)
        items = (
            replace(item, case_type=item.case_type or kind) if item is not None else None
            for item, kind in zip(told, kinds, strict=True)
        )
        found.append(tuple(item for item in items if item is not None))
    return found


def _depth(block: Block) -> _Depth:
    return block.level, block.kind is not BlockKind.HEADING and not block.bold, -round(block.size)
