"""Where an item stands in the agenda: first or last, before or after another, at a time of day, and for how long."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.answers.agenda.rows import AN_ITEM
from radsassistent.answers.agenda.times_of_day import minute_of
from radsassistent.answers.agenda.vocabulary import BREAK, BREAK_TITLE, MEAL, MEAL_TITLE
from radsassistent.answers.answer import Note
from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings import SlideKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import MIN_PART, terms, words

_FIRST = re.compile(
    r"\b(først\w*|fyrst\w*|first|start\w*|begynn\w*|byrj\w*|åpn\w*|opn\w*|begin\w*|open\w*)\b", re.IGNORECASE
)
_LAST = re.compile(r"\b(sist\w*|last|final|slutt\w*|ferdig|avslutt\w*|ends?)\b", re.IGNORECASE)
_EDGE = re.compile(
    r"\b(?:helt|heilt)?\s*til\s+slutt\s+(?:på|i)\s+(?:programmet|dagsorden\w*|agenda\w*|sak(?:s)?list\w*|møtet)\b|\b(?:første|fyrste|siste|first|last|final)\s+(?:punkt|sak|saka|item|case|post)(?:et|en)?\b|"
    r"\b(?:første|fyrste|først|fyrst|siste|sist|first|last)\s+(?:på|on)\s+(?:the\s+)?(?:dagsorden|agenda|program|saksl)\w*|"
    r"\b(?:sak|saka|saken|case|item)\s+(?:opnar|åpner|innleder|startar|starter|begynner|byrjar|avslutter|avsluttar)\s+møtet\b|"
    r"\b(?:sak|saka|saken)\s+(?:opnar|åpner|startar|starter|begynner|byrjar|avslutter|avsluttar|slutter|sluttar)\s+møtet\s+(?:med|på)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\b(slutter|sluttar|ferdig|avsluttes|ends?)\b", re.IGNORECASE)
_OVER = re.compile(r"\b(slutt\w*|ferdig|over|avsluttes|igjen|tilbake|att|ends?|resume\w*)\b", re.IGNORECASE)
_LENGTH = re.compile(r"\b(lenge|lang\w*|varer|varar|minutt\w*|slutt\w*|ferdig|avslutt\w*|ends?|long)\b", re.IGNORECASE)
# How long somebody has been somewhere is no duration of an item.
_CAREER = re.compile(
    r"\b(?:har|have|has)\b.*\b(?:jobbet|jobba|arbeidet|arbeidd|vært|vore|sittet|hatt|worked|been)\b", re.IGNORECASE
)
_EITHER = re.compile(r"\b(før\s+eller\s+etter|before\s+or\s+after)\b", re.IGNORECASE)
_BESIDE = re.compile(r"\b(?P<side>etter(?:på)?|after|før|before)\b(?P<anchor>.*)", re.IGNORECASE)
_THE_MEETING = re.compile(r"\s+(?:råds)?(?:møtet?|the\s+meeting)\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b(?:kl\.?|klokk[ea]n?|at)\s*(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?\b|\b(\d{1,2})[:.]([0-5]\d)\b",
    re.IGNORECASE,
)
# A row of the agenda that is the end of the meeting.
_CLOSING = re.compile(
    r"^(?:møte)?(?:slutt|avslutning|avslutting|møteslutt|end|close|heimreise|hjemreise|vel\s+hjem|takk\s+for)\b|"
    r"^møtet\s+(?:slutter|sluttar|er\s+slutt|heves|hevast|avsluttes|avsluttast)\b",
    re.IGNORECASE,
)
_SEVERAL_BREAKS = re.compile(r"\b(pausene|pausane|pauser|pausar|breaks)\b", re.IGNORECASE)


def breaks(query: Query, items: Sequence[Passage]) -> list[Passage]:
    """The meals or pauses that a question names: the first or the last of them, or all where it asks for several."""
    text = query.text
    if MEAL.search(text):
        return [item for item in items if not item.case and MEAL_TITLE.search(item.data["title"])]
    if not BREAK.search(text):
        return []
    found = [item for item in items if not item.case and BREAK_TITLE.search(item.data["title"])]
    if _SEVERAL_BREAKS.search(text):
        return found
    return found[-1:] if _LAST.search(text) else found[:1] if _FIRST.search(text) else found


def names_break(query: Query) -> bool:
    """Whether a question is about a meal or a break."""
    return bool(MEAL.search(query.text) or BREAK.search(query.text))


def break_terms(text: str) -> set[str]:
    """The terms of a question that are only words for a meal or a break: "matpause"."""
    return {term for word in words(text) if MEAL.fullmatch(word) or BREAK.fullmatch(word) for term in terms(word)}


def beside(query: Query, items: Sequence[Passage], hits: Sequence[Hit]) -> list[Passage]:
    """The item right after or before the one that a question names so ("etter lunsj"); both where it asks for either."""
    match = _BESIDE.search(query.text)
    if match is None or _THE_MEETING.match(match["anchor"]):
        return []
    best = next((hit.passage for hit in hits if hit.passage.kind is PassageKind.AGENDA and hit.passage.case), None)
    if _EITHER.search(query.text):
        return [*([best] if best else []), *breaks(query, items)]
    # Of "pausen etter lunsj" the lunch is where the break stands.
    named = replace(query, text=match["anchor"])
    cases = [item for item in items if item.case and item.case in query.cases]
    anchors = breaks(named, items) or (cases if AN_ITEM.search(match["anchor"]) else breaks(query, items)) or cases
    if not anchors:
        return []
    if len(anchors) > 1 and _BESIDE.search(match["anchor"]):
        named_cases = query.cases or ((best.case,) if best is not None and best.case else ())
        anchors = _nearest_to(named_cases, match["anchor"], anchors, items)
        if not anchors:
            return []
    after = match["side"].lower().startswith(("etter", "after"))
    anchor = anchors[-1] if after else anchors[0]
    if BREAK.search(query.text[: match.start()]):
        return _break_beside(anchor, items, after=after, last=bool(_LAST.search(query.text)))
    place = list(items).index(anchor) + (1 if after else -1)
    return [items[place]] if 0 <= place < len(items) else []


def _nearest_to(cases: Sequence[str], anchor: str, found: Sequence[Passage], items: Sequence[Passage]) -> list[Passage]:
    """Of several breaks the one next to the case named: "pausen før sak 7"."""
    places = [place for place, item in enumerate(items) if item.case in cases]
    side = _BESIDE.search(anchor)
    if not places or side is None:
        return []
    after = side["side"].lower().startswith(("etter", "after"))
    ordered = list(items)
    within = [item for item in found if (ordered.index(item) > places[-1]) == after]
    return within[:1] if after else within[-1:]


def _break_beside(anchor: Passage, items: Sequence[Passage], *, after: bool, last: bool) -> list[Passage]:
    """The first or last break on one side of an item."""
    place = list(items).index(anchor)
    side = items[place + 1 :] if after else items[:place]
    found = [item for item in side if not item.case and is_break(item.data["title"])]
    nearest = found[-1:] if last or not after else found[:1]
    return nearest


def is_over(query: Query) -> bool:
    """Whether a question is for when a break ends, which is when the item after it begins."""
    return bool(_OVER.search(query.text))


def following(item: Passage, items: Sequence[Passage]) -> Passage | None:
    """The item after another."""
    return next(iter(items[list(items).index(item) + 1 :]), None)


def otherwise_on_break(
    query: Query, named: Sequence[Passage], items: Sequence[Passage], corpus: Corpus
) -> list[Statement]:
    """What the slide of the one break named says of when the meeting goes on, where that is not the agenda's time."""
    held = [item for item in items if not item.case and is_break(item.data["title"])]
    if len(named) != 1 or named[0] not in held or Cue.WHEN not in query.cues:
        return []
    of_meeting = (named[0].sha256, named[0].meeting)
    slides = [
        passage
        for passage in corpus.of_kind(PassageKind.SLIDE)
        if passage.data["slide_kind"] == SlideKind.BREAK
        and (passage.sha256, passage.meeting) == of_meeting
        and is_break(passage.text)
    ]
    place = held.index(named[0])
    if len(slides) != len(held):
        return []
    told = sorted(slides, key=lambda passage: passage.slide)[place]
    after = following(named[0], items)
    said = re.search(r"\b(\d{1,2})[:.](\d\d)\b", told.text)
    if said is None or after is None or f"{said[1]}:{said[2]}" == after.data["time"]:
        return []
    text = f"Lysbildet for pausen sier noe annet: {told.text}."
    return [Statement(text, (Support(told, told.text),), note=Note.CONFLICT)]


def is_break(text: str) -> bool:
    """Whether an item or a slide is called a break or a meal."""
    return bool(MEAL_TITLE.search(text) or BREAK_TITLE.search(text))


def is_closing(item: Passage) -> bool:
    """Whether a row is no more than the end of the meeting."""
    return not item.case and _CLOSING.search(item.data["title"]) is not None


def is_plain_break(item: Passage) -> bool:
    """Whether a row is a break that is no meal."""
    return not item.case and is_break(item.data["title"]) and not MEAL_TITLE.search(item.data["title"])


def is_called_by(said: str, item: Passage) -> bool:
    """Whether a break is called by a word that begins with its title: "kaffen", "kaffepausen" for "Kaffe"."""
    title, said = words(str(item.data["title"])), said.lower()
    if not title or len(title[0]) < MIN_PART or not said.startswith(title[0]):
        return False
    return said != title[0] or not title[0].startswith(("paus", "break"))


def at_time(query: Query, items: Sequence[Passage]) -> list[Passage]:
    """The item that is on at the time of day that a question names."""
    match = _CLOCK.search(query.text)
    if match is None:
        return []
    hour, minute = match["hour"] or match[3], match["minute"] or match[4] or "00"
    asked = f"{int(hour):02}:{minute}"
    begun = [item for item in items if item.data["time"] and item.data["time"].zfill(5) <= asked]
    return begun[-1:]


def first_or_last(query: Query, items: Sequence[Passage]) -> list[Passage]:
    """The item that a meeting begins or ends with, where a question asks for that and is about nothing else."""
    timed = [item for item in items if item.data["time"]]
    if AN_ITEM.search(query.text):
        # "Slutt" and a break are no cases.
        timed = [item for item in items if item.case] or timed
    if not timed or not query.cues & {Cue.MEETING, Cue.AGENDA, Cue.CASE, Cue.CLOCK, Cue.WHEN}:
        return []
    if _LAST.search(query.text):
        return timed[-1:]
    return timed[:1] if _FIRST.search(query.text) else []


def asks_for_edge(query: Query) -> bool:
    """Whether a question is for the first or the last item of an agenda, and names no case itself."""
    return bool(_EDGE.search(query.text)) and not query.cases and not _BESIDE.search(query.text)


def asks_duration(query: Query) -> bool:
    """Whether a question is for how long an item lasts or when it ends."""
    if Cue.WHEN in query.cues and query.wanted is Wanted.TIME and not _LENGTH.search(query.text):
        # "Når er det satt av tid til …?"
        return False
    if _CAREER.search(query.text):
        return False
    return Cue.DURATION in query.cues or bool(_ENDS.search(query.text) and query.cases)


def asks_end(query: Query) -> bool:
    """Whether a question is for when something ends."""
    return query.wanted is Wanted.TIME and bool(_ENDS.search(query.text))


def hours(item: Passage, items: Sequence[Passage]) -> tuple[str, str] | None:
    """An item's time and its end's, else the next item's; None when the agenda does not tell them."""
    if item.data["time"] and item.data.get("end"):
        return item.data["time"], item.data["end"]
    later = [other for other in items if other.data["position"] > item.data["position"] and other.data["time"]]
    return (item.data["time"], later[0].data["time"]) if item.data["time"] and later else None


def length_of(item: Passage, items: Sequence[Passage]) -> int | None:
    """How long an item is to take: what the agenda sets aside for it, else from its time to its end or the next one's."""
    if own := item.data.get("minutes"):
        return int(own)
    known = hours(item, items)
    return minute_of(known[1]) - minute_of(known[0]) if known is not None else None


def length_told(item: Passage) -> str:
    """What of an item's row tells its length: "45 min"; its title where it is told by the hours."""
    own = item.data.get("minutes")
    told = (value for _, value in item.data.get("details", ()) if own and re.fullmatch(rf"{own}\b\D*", value))
    return next(told, str(item.data["title"]))


def duration(item: Passage, items: Sequence[Passage], name: str) -> Draft | None:
    """From an item's time to its end, else to the next one's; None when the agenda does not tell them."""
    known = hours(item, items)
    minutes = item.data.get("minutes")
    if minutes and (known is None or not item.data.get("end")):
        # What the agenda sets aside is told by itself, whatever comes next.
        text = f"{name[0].upper()}{name[1:]} har {minutes} minutter."
        return Draft((Statement(text, (Support(item, item.data["title"]),), (str(minutes),)),))
    if known is None:
        return None
    time, end = known
    minutes = minute_of(end) - minute_of(time)
    text = f"{name[0].upper()}{name[1:]} har {minutes} minutter, fra kl. {time} til kl. {end}."
    return Draft((Statement(text, (Support(item, item.data["title"]),), (str(minutes),)),))
