"""What ends the cases of a deck: the slide on the meetings to come, by its title or by the days that it lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.documents import Slide
from radsassistent.meetings.meeting import AgendaItem

# The slides after the last case that are of none.
_CLOSES = re.compile(
    r"^(?:(?:eventuelt|ymse|avslutning)\s+og\s+)?(?:neste|komande|kommende)\s+(?:\w*møter?|samling)\b", re.IGNORECASE
)
# A day with its month, and the words for a list of days on which to meet.
_DAY = re.compile(
    r"\b\d{1,2}(?:\.\s?(?:jan|feb|mars?|apr|mai|jun|jul|aug|sep|okt|nov|des)[a-z]*\b|[./]\s?\d{1,2}\b)", re.IGNORECASE
)
_CALENDAR = re.compile(
    r"\b(?:\w*møt(?:e(?:r|ne|plan\w*|kalender\w*|dat\w+)?|a|ane)|skjer\s+(?:fr[ae]mover|videre|vidare)|å\s+(?:huske|hugse|hugsa)|^(?:husk|hugs)\b|"
    r"kalender\w*|samling\w*|datoar?|datoer|årshjul|(?:vi\s+)?(?:ses|sees|møtes|møtast))\b",
    re.IGNORECASE,
)
_FEWEST_DAYS = 2


def closes(slide: Slide, agenda: Sequence[AgendaItem], case: str | None) -> bool:
    """Whether a slide after the last opening, where `case` goes on, is of no case: it is on the meetings to come."""
    return bool(_CLOSES.match((slide.title or "").strip())) or _lists_days(slide, agenda, case)


def _lists_days(slide: Slide, agenda: Sequence[AgendaItem], case: str | None) -> bool:
    """Whether a slide lists days, as that of the meetings to come does; not where its case is about them."""
    title = next((item.title for item in agenda if item.case == case), "") if case is not None else ""
    days = sum(len(_DAY.findall(block.text)) for block in slide.body)
    return days >= _FEWEST_DAYS and bool(_CALENDAR.search(slide.title or "")) and not _CALENDAR.search(title)
