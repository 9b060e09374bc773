"""An agenda that sets the parts of an entry apart: its hour on a line of its own, its case number in brackets at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.documents import Block
from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.case_numbers import NumberedLine, Numbering, Scheme, numbered_line
from radsassistent.meetings.hours import TIME

_HOUR_ALONE = re.compile(
    rf"^(?:kl\.?\s*)?(?P<hours>{TIME}(?:\s*(?:[–—-]|til)\s*(?:kl\.?\s*)?{TIME})?)\s*:?$", re.IGNORECASE
)
# "1. Budsjett – Kari Berg, 15 min", "Budsjett, kl. 10.15".
_LENGTH_BEHIND = re.compile(rf"[\s,(–-](?:\d{{1,3}}\s*min\w*\.?|kl\.?\s*{TIME})\)?$", re.IGNORECASE)
_NUMBER_BEHIND = re.compile(
    rf"^(?:\d{{1,2}}[.)]\s+)?(?P<title>\D.*?)\s*[(\[](?P<number>(?:(?:sak|saksnr\.?)\s*)?(?:{CAPITAL}{{1,3}}\s+)?\d{{1,3}}\s?/\s?(?:20)?\d\d)[)\]]"
    r"(?P<rest>.*)$"
)
# The count of a list before the hour that an entry opens with: "2. 09.10 Sak 19/26 Budsjett".
_COUNT_BEFORE = re.compile(rf"^\d{{1,2}}[.)]\s+(?=(?:kl\.?\s*)?{TIME}(?![.:]?\d))", re.IGNORECASE)
_HOURS = rf"(?:kl\.?\s*)?{TIME}(?:\s*(?:[–—-]|til)\s*(?:kl\.?\s*)?{TIME})?"
_HOUR_LAST = re.compile(rf"^(?P<number>\S.*?)[\s,|·–—-]+(?P<hours>{_HOURS})$", re.IGNORECASE)
_HOUR_AND_NUMBER = re.compile(rf"^{_HOURS}\s+(?P<number>\S.*)$", re.IGNORECASE)
_BETWEEN_BREAKS = re.compile(r"\s*[·•|;]\s+|,\s+(?=(?:pause|lunsj|lunch|kaff|middag))", re.IGNORECASE)
_BREAK_WITH_HOUR = re.compile(rf"^(?:\w*pause|lunsj|lunch|kaff\w*|middag|beinstrekk)\b.*?{TIME}", re.IGNORECASE)
# What a slide that is the meeting's agenda is called.
_AGENDA = re.compile(
    r"program|agenda|dagsorden|dagsplan|sakl|saksl|sakskart|sakene|saker|kjøreplan|køyreplan|tidsplan|timeplan|"
    r"^(?:i\s+dag|dagen(?:\s+i\s+dag)?|slik\s+(?:blir|vert|er)\s+(?:dagen|møtet)|(?:dette|det|hva|kva)\s+skal\s+vi)\b",
    re.IGNORECASE,
)
# The word for it and hardly more: what stands below is the meeting's, however little it tells.
_BARE_AGENDA = re.compile(
    r"^(?:(?:forslag\s+til|dagens|møtets)\s+)?(?:agenda|dagsorden|program|saksliste|sakliste|sakskart|saker|kjøreplan|køyreplan)"
    r"(?:\s+(?:i\s+dag|for\s+(?:dagen|møtet)|til\s+behandling))?\s*[:.]?$",
    re.IGNORECASE,
)
# What a list of earlier meetings' cases is called.
_OF_EARLIER = re.compile(r"\b(?:forrige|førre|tidligere|tidlegare)\b", re.IGNORECASE)
# Hours on lines of their own are an agenda's where there are so many.
_FEWEST_HOURS = 3
_FEWEST_NUMBERS = 2


def lines_with_hours(texts: Sequence[str], numbering: Numbering) -> list[str]:
    """The lines of texts, those that are nothing but an hour put before the line that they stand over; where titles come first,
    each is the hour of what stands over it.
    """
    lines = _with_their_numbers(
        without_counts([line.strip() for text in texts for line in text.splitlines() if line.strip()]), numbering
    )
    alone = [_HOUR_ALONE.match(line) for line in lines]
    first = next((place for place, match in enumerate(alone) if match), None)
    if first is None:
        return lines
    follows = any(numbering.read(line) or numbered_behind(line) for line in lines[:first])
    found: list[str] = []
    hour = ""
    for line, match in zip(lines, alone, strict=True):
        if match is not None and follows:
            found.append(f"kl. {match['hours']}")
        elif match is not None:
            hour = f"{match['hours']} "
        else:
            found.append(hour + line)
            hour = ""
    return found


def breaks_apart(block: Block) -> list[Block]:
    """A text that tells several breaks with hours ("Pause 11.00–11.15 · Lunsj 11.50–12.30") as a text each, as if they stood
    below each other; any other as it is.
    """
    parts = _BETWEEN_BREAKS.split(block.text.strip())
    if len(parts) == 1 or block.table is not None or not all(map(_BREAK_WITH_HOUR.match, parts)):
        return [block]
    high = block.box.height / len(parts)
    tops = [block.box.top + number * high for number in range(len(parts))]
    return [
        replace(block, text=part, box=replace(block.box, top=top, bottom=top + high))
        for part, top in zip(parts, tops, strict=True)
    ]


def without_counts(lines: Sequence[str]) -> list[str]:
    """Lines without the count of the list that they are, where the hours of its entries stand behind it."""
    counted = [_COUNT_BEFORE.match(line) for line in lines]
    if sum(map(bool, counted)) < _FEWEST_NUMBERS:
        return list(lines)
    return [line[match.end() :] if match else line for line, match in zip(lines, counted, strict=True)]


def _with_their_numbers(lines: Sequence[str], numbering: Numbering) -> list[str]:
    """Case numbers on lines of their own put before the titles under them, the hours that stand behind them first."""
    lines = [_hour_first(line, numbering) for line in lines]
    alone = [_is_number(line, numbering) for line in lines]
    if sum(alone) < _FEWEST_NUMBERS:
        return list(lines)
    found: list[str] = []
    waiting = False
    for line, number in zip(lines, alone, strict=True):
        if waiting and not number:
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
        waiting = number
    return found


def _hour_first(line: str, numbering: Numbering) -> str:
    """ "Sak 5/26 kl. 10.15", a number with no title behind it, as "kl. 10.15 Sak 5/26"."""
    match = _HOUR_LAST.match(line)
    if match is None or numbering.case_alone(match["number"]) is None:
        return line
    return f"{match['hours']} {match['number']}"


def _is_number(line: str, numbering: Numbering) -> bool:
    """Whether a line is a case's number and no more than its hour besides."""
    match = _HOUR_AND_NUMBER.match(line)
    return numbering.case_alone(match["number"] if match is not None else line) is not None


def is_agenda(title: str | None, texts: Sequence[str]) -> bool:
    """Whether a slide is the meeting's agenda by its title, or by hours on lines of their own or lengths of time behind lines."""
    lines = [line.strip() for text in texts for line in text.splitlines()]
    hours = sum(bool(_HOUR_ALONE.match(line) or _LENGTH_BEHIND.search(line)) for line in lines)
    return bool(_AGENDA.search(title or "")) or hours >= _FEWEST_HOURS


def is_bare_agenda(title: str | None) -> bool:
    """Whether a slide is called by the word for an agenda and no more: "Dagsorden", "Program for dagen"."""
    return title is not None and _BARE_AGENDA.match(title.strip()) is not None


def of_other_meetings(title: str | None) -> bool:
    """Whether a slide lists the cases of earlier meetings by its title: "Vedtak i forrige møte"."""
    return title is not None and _OF_EARLIER.search(title) is not None


def numbered_behind(text: str) -> NumberedLine | None:
    """The entry of a line whose case number stands in brackets behind the title: "3. Kaiplassar (42/26) – vedtak"."""
    match = _NUMBER_BEHIND.match(text.strip())
    read = numbered_line(match["number"]) if match is not None else None
    if match is None or read is None or read.year is None or read.scheme not in (Scheme.CASE, Scheme.PLAIN):
        return None
    title = f"{match['title']}{match['rest']}".strip()
    return NumberedLine(read.scheme, read.series, read.number, read.year, title, sentence=False)
