"""Hours of the day as agendas write them, "10.00", "kl. 1000–1015", "kl 9", brought to one form before anything reads them."""

from __future__ import annotations

import re
from functools import lru_cache

TIME = r"(?:[01]?\d|2[0-3])[.:][0-5]\d"
# "kl. 1000", "klokka 9", and what it goes on to: "kl. 1000–1015", "kl 9 til 10".
_SAID = re.compile(
    r"\b(?P<word>kl\.?|klokk[ae]n?)\s*(?P<hour>[01]?\d|2[0-3])(?:[.:]?(?P<minute>[0-5]\d))?(?![\d]|[.:/]\d|\.?\s*(?:januar|februar|mars|april|mai|juni|juli|"
    r"august|september|oktober|november|desember))"
    r"(?:(?P<joint>\s*(?:[–—-]|til)\s*(?:kl\.?\s*)?)(?P<until>[01]?\d|2[0-3])(?:[.:]?(?P<past>[0-5]\d))?(?![\d]|[.:/]\d|\s*(?:min|%|prosent|stk)))?",
    re.IGNORECASE,
)
# Four digits on each side of a dash are hours where they cannot both be years.
_FROM_UNTIL = r"(?P<from>(?:[01]\d|2[0-3])[0-5]\d)(?P<joint>\s*[–—-]\s*)(?P<until>(?:[01]\d|2[0-3])[0-5]\d)"
_BARE = re.compile(rf"^{_FROM_UNTIL}(?=$|[\s:|])")
_BARE_LAST = re.compile(rf"(?<=[^\W\d_] ){_FROM_UNTIL}$")
_FOUR = re.compile(r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)")
_YEARS = re.compile(r"(?:19|20)\d\d")
# A time of day with the one until which it goes on: "kl. 09.15–10.00", "09:15 til 10:00".
_PERIOD = re.compile(
    rf"(?<![\d.:])(?P<time>{TIME})(?![.:]?\d)(?:\s*(?:[–—-]|til|to)\s*(?:kl\.?\s*)?(?P<end>{TIME})(?![.:]?\d))?",
    re.IGNORECASE,
)


def with_points(text: str) -> str:
    """A text whose hours all have a point between hour and minute: "kl. 1000–14" is "kl. 10.00–14.00"."""
    if not any(letter.isdigit() for letter in text):
        return text
    bare = _BARE.match(text) or _BARE_LAST.search(text)
    if bare is not None and not (_YEARS.match(bare["from"]) and _YEARS.match(bare["until"])):
        text = f"{text[: bare.start()]}{_pointed(bare['from'])}{bare['joint']}{_pointed(bare['until'])}{text[bare.end() :]}"
    return _SAID.sub(_said, text)


def _said(match: re.Match[str]) -> str:
    told = f"{match['word']} {match['hour']}.{match['minute'] or '00'}"
    return told if match["until"] is None else f"{told}{match['joint']}{match['until']}.{match['past'] or '00'}"


def _pointed(digits: str) -> str:
    return f"{digits[:2]}.{digits[2:]}"


@lru_cache(maxsize=2_000)
def period(text: str | None) -> tuple[str | None, str | None]:
    """The first time of day in a text and the one until which it goes on, as "HH:MM"; None for what it does not have."""
    said = with_points((text or "").strip())
    four = _FOUR.fullmatch(said)
    if four is not None:
        return clock(f"{four['hour']}.{four['minute']}"), None
    match = _PERIOD.search(said)
    return (clock(match["time"]), clock(match["end"])) if match is not None else (None, None)


def clock(text: str | None) -> str | None:
    """ "9.05" as "09:05"."""
    if text is None:
        return None
    hour, minute = re.split(r"[.:]", text)
    return f"{int(hour):02d}:{minute}"
