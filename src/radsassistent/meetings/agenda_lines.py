"""An agenda set as a list: the lines of a slide or of a running text that are its entries, and those that go on with one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from radsassistent.documents import Slide
from radsassistent.meetings.agenda_cards import is_agenda, lines_with_hours, numbered_behind
from radsassistent.meetings.agenda_entries import (
    BREAK,
    PARTED,
    TRAILING_TIME,
    between_cases,
    entry,
    extended,
    heads_an_entry,
    leading_end,
    leading_time,
    only_people,
    unnumbered,
    with_length,
)
from radsassistent.meetings.agenda_facts import (
    length_alone,
    letters_explained,
    types_headed,
    without_symbol,
)
from radsassistent.meetings.case_numbers import Numbering, Scheme, numbered_line, sections_named
from radsassistent.meetings.hours import with_points
from radsassistent.meetings.meeting import AgendaItem, Place
from radsassistent.meetings.sections import LIST_HEADING

# A counted list farther into a deck is the agenda of one presentation, not of the meeting.
_FRONT = 8
_FEWEST_COUNTED = 3


def from_lines(
    texts: Sequence[str], place: Place, numbering: Numbering, title: str | None = None
) -> tuple[AgendaItem, ...]:
    """An agenda set as a list: each line opens with its case number ("Sak 5/26 Title", "PS 5/26 Title", "5/26 Title"); on a slide
    that is one by its `title` or its hours, the number may stand behind.
    """
    items: list[AgendaItem] = []
    behind = is_agenda(title, texts)
    lines_read = lines_with_hours(
        [without_symbol(with_points(line)) for text in texts for line in text.splitlines()], numbering
    )
    counted = _counting(lines_read) if behind and place.slide <= _FRONT else None
    opened = [leading_time(text) for text in lines_read]
    rests: list[str | None] = [rest for _, rest in opened]
    named = sections_named(rests) if behind else rests
    headed: str | None = None
    letters = letters_explained(texts)
    # Where most cases end in their lengths, a row with one is an entry too.
    lengths = behind and _most_end_in_lengths(rests, numbering)
    for text, (time, _), said in zip(lines_read, opened, named, strict=True):
        rest = said or ""
        if behind and (kind := types_headed(text)) is not None:
            headed = kind
            continue
        read = (numbered_behind(rest) if behind else None) or numbering.read(rest)
        is_case = read is not None and (read.year is not None or read.scheme in (counted, Scheme.SECTION, Scheme.CODE))
        if read is not None and is_case and heads_an_entry(read):
            item = entry(numbering.name(read), read.title, time, place, end=leading_end(text))
            item = _lettered(item, letters) if item.case_type is None else item
            items.append(replace(item, case_type=item.case_type or headed))
        elif (
            read is None and not (items and PARTED.search(text)) and (between := between_cases(text, place)) is not None
        ):
            items.append(between)
        elif lengths and read is None and (short := with_length(text, place)) is not None:
            items.append(short)
        elif items and behind and BREAK.fullmatch(text.strip()):
            items.append(unnumbered(text.strip(), None, place))
        elif items and (items[-1].case is not None or only_people(text) or length_alone(text)):
            items[-1] = extended(items[-1], text)
    # A break of which nothing is told is no more than a word.
    kept = tuple(item for item in items if item.case or item.time or item.minutes)
    return kept if any(item.case for item in kept) else ()


def _most_end_in_lengths(texts: Sequence[str | None], numbering: Numbering) -> bool:
    """Whether most of the lines that open with a case's number end in how long it takes."""
    read = [(text, numbering.read(text)) for text in texts if text]
    cases = [text for text, of in read if of is not None and (of.year is not None or of.scheme is Scheme.CODE)]
    timed = [text for text in cases if (match := TRAILING_TIME.search(text)) is not None and match["length"]]
    return len(timed) > 1 and 2 * len(timed) > len(cases)


def _lettered(item: AgendaItem, letters: Collection[str]) -> AgendaItem:
    """An entry whose title ends with a letter that the slide explains types of case by: "Budsjett V"."""
    title, _, last = item.title.rpartition(" ")
    if not title or last not in letters:
        return item
    return replace(item, title=title.strip(" ,–|·-"), case_type=last)


def _counting(texts: Sequence[str]) -> Scheme | None:
    """How the entries of a list are counted that have no year: 1, 2, 3 …, at least three; None where they are not."""
    read = [numbered_line(leading_time(text)[1]) for text in texts]
    for scheme in (Scheme.CASE, Scheme.POINT, Scheme.COUNTED):
        numbers = [each.number for each in read if each is not None and each.scheme is scheme and each.year is None]
        if len(numbers) >= _FEWEST_COUNTED and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
            return scheme
    return None


def counted_items(slide: Slide, place: Place, numbering: Numbering) -> tuple[AgendaItem, ...]:
    """A list under the word for an agenda whose entries have a number without a year: "Sak 1 Title", "Punkt 3", "1. Title"."""
    texts = [with_points(text) for block in slide.blocks if block.table is None for text in block.text.splitlines()]
    heads = [number for number, text in enumerate(texts) if LIST_HEADING.match(text.strip())]
    if not heads:
        return ()
    items: list[AgendaItem] = []
    scheme: Scheme | None = None
    for text in texts[heads[0] + 1 :]:
        time, rest = leading_time(text)
        read = numbered_line(rest)
        if read is not None and read.scheme is Scheme.COUNTED and place.slide > _FRONT:
            continue
        if read is not None and heads_an_entry(read) and scheme in (None, read.scheme):
            scheme = read.scheme
            items.append(entry(numbering.name(read), read.title, time, place, end=leading_end(text)))
    return tuple(items)
