"""Times of day that a question names, in digits ("kl. 13.10", "1 pm") or in words ("ti på elleve", "kvart over ett")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

HOUR = 60
DAY = 24 * HOUR
_HALF_DAY = 12 * HOUR
_HOURS = {
    "ett": 1, "eitt": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "sju": 7, "syv": 7, "åtte": 8, "ni": 9,
    "ti": 10, "elleve": 11, "tolv": 12,
    "tretten": 13, "fjorten": 14, "femten": 15, "seksten": 16, "sytten": 17,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "noon": 12,
}  # fmt: skip
_MINUTES = {
    "fem": 5, "ti": 10, "kvart": 15, "kvarter": 15, "tjue": 20, "five": 5, "ten": 10, "quarter": 15, "twenty": 20,
}  # fmt: skip
_HOUR = rf"(?:{'|'.join(_HOURS)}|\d{{1,2}})"
_MINUTE = rf"(?:(?:a\s+)?(?:{'|'.join(_MINUTES)})|\d{{1,2}})"
_DIGITS = re.compile(
    r"(?<![\d.:/])(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)(?![.:/]?\d)(?!\.?\s*(?:mill|mrd|kr|%|prosent))"
)
# "1330, hvilken sak er det da?": no year, and nothing is counted by it.
_RUN_TOGETHER = re.compile(
    r"(?<![\d.,:/–-])(?!(?:19|20)\d\d)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5][05])(?=\s*(?:[,;?!]|$|\.(?!\d)|(?:da|så|og)\b))",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    rf"\b(?:(?P<minutes>{_MINUTE})\s+(?:minutt(?:er)?\s+)?(?P<side>på|over|past|to)\s+)?(?P<half>(?:halv|half\s+past)\s+)?(?P<hour>{_HOUR})"
    r"(?P<pm>\s*(?:p\.?m\.?))?(?P<clock>\s*o['’]?clock|-ti(?:den|da)\b)?(?![\w/]|[.:]\d)",
    re.IGNORECASE,
)
# A bare number of hours is a time of day only where it is said to be one.
_SAID_TO_BE = re.compile(
    r"(?:\bkl\.?|\bklokk[ea]n?(?:\s+(?:er|blir|vert|viser|passerer))?|\bat|\bmellom|\bbetween)\s*$", re.IGNORECASE
)
# "Etter to.": an hour that nothing is counted by.
_SINCE = re.compile(r"\b(?:etter|før|innen|innan|frå|fra|til|after|before|by|until)\s*$", re.IGNORECASE)
_NOTHING_COUNTED = re.compile(r"\s*(?:[.,;?!]|$|(?:i\s+dag|om\s+(?:etter|for)middagen|today)\b)", re.IGNORECASE)
_UP_TO = re.compile(r"\s*(?:og|til|and|to|–|-)\s*", re.IGNORECASE)
_RANGE = re.compile(r"\b(?:mellom|between|fra|frå|from)\b", re.IGNORECASE)


class TimeOfDay(NamedTuple):
    """A time of day in minutes after midnight and where it stands in the text (characters)."""

    minutes: int
    start: int
    end: int


def times_of_day(text: str) -> list[TimeOfDay]:
    """The times of day in a text, in its order. Those in words are of the morning; see `in_day`."""
    found = [
        TimeOfDay(HOUR * int(match["hour"]) + int(match["minute"]), match.start(), match.end())
        for match in (*_DIGITS.finditer(text), *_RUN_TOGETHER.finditer(text))
    ]
    for match in _IN_WORDS.finditer(text):
        if any(time.start < match.end() and match.start() < time.end for time in found):
            continue
        minutes = _in_words(match)
        bare = not (match["minutes"] or match["half"] or match["pm"] or match["clock"])
        # "Mellom 12 og 14": what goes on from a time of day is one too.
        goes_on = bool(found) and bool(_UP_TO.fullmatch(text[found[-1].end : match.start()]))
        before, after = text[: match.start()], text[match.end() :]
        since = match["hour"].isalpha() and _SINCE.search(before) and _NOTHING_COUNTED.match(after)
        if minutes is not None and (not bare or goes_on or since or _SAID_TO_BE.search(before)):
            found.append(TimeOfDay(minutes, match.start(), match.end()))
    return sorted(found, key=lambda time: time.start)


def _in_words(match: re.Match[str]) -> int | None:
    hour = match["hour"].lower()
    minutes = HOUR * (_HOURS[hour] if hour in _HOURS else int(hour))
    if match["half"]:
        # "Halv to" is half past one.
        minutes += HOUR // 2 if match["half"].lower().startswith("half") else -HOUR // 2
    if match["minutes"]:
        word = match["minutes"].lower().removeprefix("a ").strip()
        away = _MINUTES[word] if word in _MINUTES else int(word)
        minutes += away if match["side"].lower() in ("over", "past") else -away
    if match["pm"] and minutes < _HALF_DAY:
        minutes += _HALF_DAY
    return minutes if 0 <= minutes < DAY else None


def minute_of(time: str) -> int:
    """ "13:10" in minutes after midnight."""
    hour, minute = re.split(r"[.:]", time)
    return HOUR * int(hour) + int(minute)


def in_day(minutes: int, begin: int, end: int) -> int | None:
    """A time of day within a meeting from one to another time: "kvart over ett" is after noon where it begins at nine.

    None where it is neither so nor as it stands within the meeting.
    """
    return next((each for each in (minutes, minutes + _HALF_DAY) if begin <= each <= end), None)


def names_period(text: str, times: Sequence[TimeOfDay]) -> bool:
    """Whether a text names the period between two times: "mellom ett og halv to"."""
    return len(times) == 2 and bool(_RANGE.search(text[: times[0].start]))
