"""The days of a meeting that goes on over several: which of them a question means, and the rows of that day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.agenda.times_of_day import minute_of
from radsassistent.archive import Passage

_WEEKDAYS = (
    "mandag måndag monday",
    "tirsdag tysdag tuesday",
    "onsdag wednesday",
    "torsdag thursday",
    "fredag friday",
    "lørdag laurdag saturday",
    "søndag sundag sunday",
)
_NUMBER_OF = {name: number for number, names in enumerate(_WEEKDAYS) for name in names.split()}
WEEKDAYS = tuple(_NUMBER_OF)
# As agendas shorten them: "Ti 24.11", "ons. 25.11".
_SHORTENED = ("ma man", "ti tir tirs ty tys", "on ons", "to tor tors", "fr fre", "lø lør lau", "sø søn sun")
_SHORT = {name: number for number, names in enumerate(_SHORTENED) for name in names.split()}
_STATED_NAMES = "|".join((*_NUMBER_OF, *_SHORT))
_PLACES = {
    **dict.fromkeys(("første", "fyrste", "first", "1", "én", "ein", "en", "one"), 0),
    **dict.fromkeys(("andre", "annen", "second", "2", "to", "two"), 1),
    **dict.fromkeys(("tredje", "third", "3", "tre", "three"), 2),
    **dict.fromkeys(("siste", "last"), -1),
}
_PART = r"(?:\s+(?P<part>morgen\w*|morgon\w*|formiddag\w*|morning|ettermiddag\w*|afternoon|kveld\w*|evening))?"
_MEANT = re.compile(
    r"\b(?:(?:på|om|on)\s+)?(?:the\s+)?"
    rf"(?:(?P<weekday>{'|'.join(_NUMBER_OF)})(?:en)?{_PART}|"
    r"(?:den\s+|the\s+)?(?P<ordinal>første|fyrste|andre|annen|tredje|siste|first|second|third|last)\s+(?:møte|meeting\s+)?(?:dag(?:en)?|day)\b(?!\s+(?:i|in|of|før|for)\s+(?!møtet|the\s+meeting))|"
    r"(?:dag|day)\s+(?P<number>1|2|3|én|ein|en|to|tre|one|two|three))\b",
    re.IGNORECASE,
)
_STATED = re.compile(
    rf"^\W*(?:dag\s+\d\W+)?(?P<name>{_STATED_NAMES})\b\.?(?=\s+(?:den\s+)?\d|\W*$|\s+kl)",
    re.IGNORECASE,
)
# "Når begynner vi?", "når er vi ferdige?": when the day that is meant begins and ends.
_US = r"(?:vi|me|we|møtet|the\s+meeting|programmet|dagen|det|dere|de|dykk)"
_BEGINS = re.compile(
    rf"^(?:når|hvilken\s+tid|(?:hva|kva)\s+tid|when(?:\s+do(?:es)?)?|(?:hvor|kor)\s+tidlig)\s+(?:skal\s+)?(?:{_US}\s+)?(?:begynn\w*|start\w*|byrja\w*|begin\w*|er\s+oppstart|må\s+{_US}\s+(?:være|stille|møte))(?:\s+{_US})?(?:\s+opp)?\W*$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    rf"^(?:når|(?:hva|kva)\s+tid|when(?:\s+(?:do(?:es)?|are))?)\s+(?:{_US}\s+)?(?:slutt\w*|end\w*|er|finish\w*|done|avslutt\w*|drar|reiser|are)(?:\s+{_US})?(?:\s+(?:ferdig\w*|slutt|over|done|finished|hjem|heim))?\W*$",
    re.IGNORECASE,
)
_NOON, _EVENING, _MIDNIGHT = 12 * 60, 17 * 60, 24 * 60
_PARTS = {
    **dict.fromkeys(("morgen", "morgon", "formiddag", "morning"), (0, _NOON)),
    **dict.fromkeys(("ettermiddag", "afternoon"), (_NOON, _EVENING)),
    **dict.fromkeys(("kveld", "evening"), (_EVENING, _MIDNIGHT)),
}


def days(items: Sequence[Passage]) -> list[list[Passage]]:
    """The rows of each day: a day ends where an hour is earlier than the one before it."""
    found: list[list[Passage]] = []
    before = None
    for item in items:
        begins = minute_of(item.data["time"]) if item.data["time"] else None
        if not found or (begins is not None and before is not None and begins < before):
            found.append([])
        found[-1].append(item)
        before = before if begins is None else begins
    return found


def of_day_meant(asked: str, items: Sequence[Passage]) -> tuple[list[Passage], str] | None:
    """The rows of the one day that a question means of several, and the question without it; no rows where the council does
    not meet that day; None where it means no day, or one that cannot be told from the others.
    """
    match = _MEANT.search(asked)
    by_day = days(items) if match is not None else []
    if match is None or len(by_day) < 2:
        return None
    if match["weekday"]:
        stated = [_weekday(rows) for rows in by_day]
        if None in stated:
            return None
        wanted = _NUMBER_OF[match["weekday"].lower()]
        rows = [row for own, rows in zip(stated, by_day, strict=True) if own == wanted for row in rows]
    else:
        place = _PLACES[(match["ordinal"] or match["number"]).lower()]
        rows = by_day[place] if place < len(by_day) else []
    if match["part"]:
        begins, ends = next(hours for part, hours in _PARTS.items() if match["part"].lower().startswith(part))
        rows = [row for row in rows if row.data["time"] and begins <= minute_of(row.data["time"]) < ends]
    without = f"{asked[: match.start()].rstrip()} {asked[match.end() :].lstrip()}".replace(" ?", "?").strip()
    return rows, without


def edge_of_day(asked: str, rows: Sequence[Passage]) -> Passage | None:
    """The row of a day that tells when it begins, or ends, where that is all that is asked."""
    timed = [row for row in rows if row.data["time"]]
    begins = _BEGINS.match(asked) is not None
    if not timed or not (begins or _ENDS.match(asked)):
        return None
    return timed[0] if begins else timed[-1]


def _weekday(rows: Sequence[Passage]) -> int | None:
    """Which day of the week the agenda says that a day is, at the first of its rows: "Ti 24.11 kl. 11.00"."""
    for _, value in rows[0].data.get("details", ()):
        stated = _STATED.match(str(value))
        if stated is not None:
            name = stated["name"].lower()
            return _NUMBER_OF.get(name, _SHORT.get(name))
    return None
