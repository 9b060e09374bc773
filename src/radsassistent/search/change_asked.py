"""A follow-up for the change from one year to the one that is spoken of: "hvor mye er det mer enn i 2026?"."""

from __future__ import annotations

import re

from radsassistent.search.asked_anew import NAMED, subject_named
from radsassistent.search.cues import Cue, cues
from radsassistent.search.turn import Turn

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CHANGED = re.compile(
    r"\b(?:mer|meir|mindre|høyere|høgare|lavere|lågare|opp|ned|økning\w*|auke\w*|forskjell\w*|skilnad\w*|endring\w*|more|less|higher|lower)\b",
    re.IGNORECASE,
)


def change_since(question: str, last: Turn) -> str | None:
    """A question for the change from one year to another, of which the turn before has the other and what changes."""
    years = _YEAR.findall(question)
    spoken_of = [year for year in last.query.years if year not in years]
    subject = subject_named(last.query.text)
    if (
        len(years) != 1
        or len(spoken_of) != 1
        or subject is None
        or Cue.WHY in cues(question)
        or not _CHANGED.search(question)
    ):
        return None
    if any(match[0] != subject for match in NAMED.finditer(question) if match.start() > 0):
        return None
    first, then = sorted((years[0], spoken_of[0]))
    return f"Hvor mye endrer {subject} seg fra {first} til {then}?"
