"""When rows are, by what a question says: at times of day, beside other rows, for how long, while somebody is there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from radsassistent.answers.agenda import order as agenda_order
from radsassistent.answers.agenda.condition import (
    Condition,
    Kind,
    Rest,
    condition_on,
    hours_of,
    in_meeting,
    rows_during,
)
from radsassistent.answers.agenda.meant import AS_ITEM, named_rows, rows_called
from radsassistent.answers.agenda.rows_named import organisations_named
from radsassistent.answers.agenda.times_of_day import TimeOfDay, times_of_day
from radsassistent.answers.agenda.vocabulary import (
    AMOUNT,
    APART,
    ASKS,
    AT_LEAST,
    AT_MOST,
    BREAK,
    ENDING,
    LEFT_OUT,
    OR,
    OVER,
    UNDER,
    minutes_said,
)
from radsassistent.archive import Passage
from radsassistent.search.corpus import Corpus
from radsassistent.search.query import Query
from radsassistent.search.terms import terms

_SIDE = re.compile(
    r"\b(?:(?:rett|like|straks|umiddelbart|right|straight|just|immediately)\s+)?(?P<side>etter|after|following|follows|før|before)\b\s+(?:at\s+|that\s+)?(?P<anchor>(?:[^,:;?!–]|(?<=\d):(?=\d))+)|"
    r"\b(?:tilbake|att|back|inne\s+igjen)\s+(?:fra|frå|from)\s+(?P<back>(?:[^,:;?!–]|(?<=\d):(?=\d))+)|"
    r"\b(?:når|idet|when|once)\s+(?P<done>(?:[^,:;?!–]|(?<=\d):(?=\d))+?)\s+(?:er|har|is|are|has)\s+(?:ferdig\w*|over|slutt|unnagjort|unna|overstått|i\s+boks|gjort\s+seg\s+ferdig\w*|sagt\s+sitt|done|finished)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\b(?:mellom|between)\s+(?P<begin>(?:[^,:;?!–]|(?<=\d):(?=\d))+?)\s+(?:og|and)\s+(?P<end>(?:[^,:;?!–]|(?<=\d):(?=\d))+)",
    re.IGNORECASE,
)
_BETWEEN_BREAKS = re.compile(
    r"\b(?:mellom|between)\s+(?:(?:de|dei|begge|the|both)\s+)?(?:to\s+|two\s+)?(?:\w*pausene|\w*pausane|\w*pauser|breaks)\b",
    re.IGNORECASE,
)
_MORNING = re.compile(r"\b(?:på\s+|om\s+|in\s+the\s+)?(?:f(?:or|ør[eu]|yre)middag\w*|morning)\b", re.IGNORECASE)
_AFTERNOON = re.compile(r"\b(?:på\s+|om\s+|in\s+the\s+)?(?:ettermiddag\w*|afternoon)\b", re.IGNORECASE)
_BEFORE_TIME = re.compile(
    r"\b(?:før|innen|innan|until|before|by|til|tidligere\s+enn|earlier\s+than)\s*(?:kl\.?|klokk[ea]n?)?\s*$",
    re.IGNORECASE,
)
_AFTER_TIME = re.compile(
    r"\b(?:etter|fra|frå|after|from|since|seinere\s+enn|senere\s+enn|later\s+than)\s*(?:kl\.?|klokk[ea]n?)?\s*$",
    re.IGNORECASE,
)
_TIME_WORD = re.compile(r"\b(?:kl\.?|klokk[ea]n?|at)\s*$", re.IGNORECASE)
_I_AM = re.compile(
    r"\b(?:(?:hvis|dersom|om|når|siden|fordi|if|when)\s+)?(?:jeg|eg|man|du|(?-i:I))\s+(?P<what>(?:kl\.|(?<=\d)[.:](?=\d)|[^.?!:;–])*)",
    re.IGNORECASE,
)
_LEAVE = re.compile(r"\b(?:går?|drar?|reiser?|stikker?|forlate\w*|løper?|leav\w+|go)\b", re.IGNORECASE)
_ARRIVE = re.compile(r"\b(?:komm?er?|kjem|rekk\w*|dukke\w*|være\s+der|arriv\w+|come|join\w*|there)\b", re.IGNORECASE)
_THERE = re.compile(r"\b(?:ledig\w*|til\s+stede|med|her|free|available|here)\b", re.IGNORECASE)
_UNTIL_ROW = re.compile(
    r"\b(?P<side>til|innen|før|etter|fra|frå|until|till|before|after|from)\s+(?P<row>\w.*)", re.IGNORECASE
)
_ONLY_UNTIL = re.compile(
    r"\b(?:er|blir|are|am|be)\b.*\b(?:med|der|her|til\s+stede|here|there)\b.*\b(?:til|until|till)\b", re.IGNORECASE
)
_MISSED = re.compile(r"\b(?:glipp|mist(?:er|ar|et|a|e)|missa|misser|miss(?:ed)?)\b", re.IGNORECASE)
_PARTLY = re.compile(r"\b(?:noe|noko|deler|litt|some|part)\s+(?:av|of)\b", re.IGNORECASE)
# "Alt etter lunsj er drøftingssaker": what comes after is not what it stands after.
_VERB = re.compile(
    r"\s(?:er|har|skal|blir|får|kommer|kjem|står|is|are|has|will)\s(?!(?:\w+\s+)?(?:ferdig|over|slutt|unna|done|finished))|"
    r"\s(?:til|for)\s+(?=drøft|orient|godkj|beslut|vedtak|diskusj|informasj|discuss|inform|approv|decis)",
    re.IGNORECASE,
)
# "Jeg kommer først klokka 13" asks for nothing that comes first.
_NOT_UNTIL = re.compile(r"\b(?:først|fyrst|(?:ikke|ikkje|not)\s+(?:fr[ae]m\s+|inn\s+)?(?:før|until))\b", re.IGNORECASE)
# "Hvilken sak holder dere på med da?"
_THEN = re.compile(r"\b(?:hvilken|hvilket|hva|kva|what|which|hvem|kven|who)\b[^.?!]*\b(?:da|då|then)\b", re.IGNORECASE)
# "Hvilke saker er igjen klokka to?"
_LEFT = re.compile(
    r"\b(?:er|står|har\s+(?:vi|me))\s+(?:det\s+)?(?:igjen|att)\b|\bgjenstår\b|\b(?:are|is)\s+left\b", re.IGNORECASE
)
NOON = 12 * 60
# How a length is compared with the one that a question says.
_COMPARED: Mapping[re.Pattern[str], Callable[[int, int], bool]] = {
    OVER: int.__gt__,
    UNDER: int.__lt__,
    AT_LEAST: int.__ge__,
    AT_MOST: int.__le__,
}


def presence(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """The rows that somebody is there for, who says when: "jeg må gå klokka 13", "jeg er bare ledig fra 13 til 14"."""
    for match in _I_AM.finditer(rest.text):
        begin, end, at = _when_there(match["what"], query, items, corpus)
        rows = _there(match["what"], at, rest.text, items) if at else None
        if rows is None:
            continue
        rest.take(match.start("what") + begin, match.start("what") + end)
        for words_of in (_NOT_UNTIL, _LEAVE, _ARRIVE, _THERE, LEFT_OUT):
            for said in words_of.finditer(match["what"]):
                rest.take(match.start("what") + said.start(), match.start("what") + said.end())
        rest.taken(_MISSED)
        return [condition_on(Kind.PRESENCE, rows, match.start())]
    return []


def _when_there(said: str, query: Query, items: Sequence[Passage], corpus: Corpus) -> tuple[int, int, list[int]]:
    """From where to where somebody says when they come, go or are there, and the minutes after midnight: by the clock, or by a
    row ("jeg er med til lunsj").
    """
    if times := times_of_day(said):
        return times[0].start, times[-1].end, [in_meeting(time.minutes, items) for time in times]
    match = _UNTIL_ROW.search(said)
    rows, length = _anchor(match["row"], query, items, corpus) if match is not None else ([], 0)
    hours = hours_of(rows[0], items) if rows else None
    if match is None or hours is None:
        return 0, 0, []
    after = match["side"].lower() in ("etter", "after")
    return match.start(), match.start("row") + length, [hours[1] if after else hours[0]]


def _there(said: str, at: Sequence[int], text: str, items: Sequence[Passage]) -> list[Passage] | None:
    """The rows that who comes, goes or is there at these times is there for, or misses; None where nothing of that is said."""
    missed, partly = _MISSED.search(text), _PARTLY.search(text)
    if _THEN.search(text) and not missed and (_LEAVE.search(said) or _ARRIVE.search(said)):
        return rows_during(items, lambda begin, end: begin <= at[0] < end)
    if len(at) > 1 and _THERE.search(said):
        return rows_during(items, lambda begin, end: begin < at[1] and end > at[0])
    if _LEAVE.search(said):
        return rows_during(items, lambda begin, end: (begin >= at[0]) if missed else (begin < at[0]))
    if _ONLY_UNTIL.search(said):
        return rows_during(items, lambda begin, end: (begin >= at[0]) if missed else (begin < at[0]))
    if _ARRIVE.search(said):
        return rows_during(
            items, lambda begin, end: (begin < at[0]) if missed else (end if partly else begin + 1) > at[0]
        )
    return None


def lengths_said(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """How long rows are: "mer enn en halvtime", "akkurat 30 minutter"."""
    found = []
    for match in AMOUNT.finditer(rest.text):
        minutes, before = minutes_said(match), rest.text[: match.start()]
        side = next((side for side in _COMPARED if side.search(before)), None)
        compared = _COMPARED[side] if side is not None else int.__eq__
        lengths = [(item, agenda_order.length_of(item, items)) for item in items]
        rows = [item for item, own in lengths if own is not None and compared(own, minutes)]
        start = match.start()
        if side is not None and (said := side.search(before)) is not None:
            start = said.start()
        found.append((condition_on(Kind.LENGTH, rows, start), start, match.end()))
    for _, start, end in found:
        rest.take(start, end)
    return [condition for condition, _, _ in found]


def beside(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """Before or after another row, or between two: "etter lunsj", "når FHI er ferdige", "mellom sak 5 og pausen"."""
    found = []
    ordered = list(items)
    between = _BETWEEN.search(rest.text)
    if between is not None and not times_of_day(between[0]) and not APART.search(rest.text):
        (first, _), (last, length) = (_anchor(between[end], query, items, corpus) for end in ("begin", "end"))
        if first and last:
            inner = ordered[ordered.index(first[-1]) + 1 : ordered.index(last[0])]
            found.append(condition_on(Kind.BESIDE, inner, between.start()))
            rest.take(between.start(), between.start("end") + length)
    of_both = _BETWEEN_BREAKS.search(rest.text)
    if of_both is not None and len(pauses := [item for item in items if agenda_order.is_plain_break(item)]) > 1:
        found.append(
            condition_on(
                Kind.BESIDE, ordered[ordered.index(pauses[0]) + 1 : ordered.index(pauses[-1])], of_both.start()
            )
        )
        rest.take(of_both.start(), of_both.end())
    place = 0
    while (match := _SIDE.search(rest.text, place)) is not None:
        place = match.end("side") if match["side"] else match.end()
        said = "anchor" if match["side"] else "back" if match["back"] else "done"
        if match["side"] and times_of_day(match["anchor"][:18]) and not BREAK.search(match["anchor"]):
            continue
        anchors, length = _anchor(match[said], query, items, corpus)
        if not anchors or (said == "done" and length < len(match["done"].rstrip())):
            continue
        after = not match["side"] or match["side"].lower() in ("etter", "after", "following", "follows")
        beyond = ordered[ordered.index(anchors[-1]) + 1 :] if after else ordered[: ordered.index(anchors[0])]
        found.append(replace(condition_on(Kind.BESIDE, beyond, match.start()), nearest=0 if after else -1))
        rest.take(match.start(), match.start(said) + length if said != "done" else match.end())
    for pattern, morning in ((_MORNING, True), (_AFTERNOON, False)):
        for match in rest.taken(pattern):
            rows = rows_during(items, lambda begin, end, m=morning: (begin < NOON) is m)  # type: ignore[misc]
            found.append(condition_on(Kind.BESIDE, rows, match.start()))
    return found


def _anchor(text: str, query: Query, items: Sequence[Passage], corpus: Corpus) -> tuple[list[Passage], int]:
    """The rows that the longest beginning of a text names, else all of it tells, and how long that is (characters)."""
    verb = _VERB.search(text)
    if verb is not None and (found := _anchor(text[: verb.start()], query, items, corpus))[0]:
        return found
    ends = [match.end() for match in re.finditer(r"\S+", text)]
    for end in reversed(ends):
        rows = named_rows(text[:end], query, items, corpus) or _of_named_organisation(text[:end], query, items, corpus)
        if rows:
            return rows, end
    # "Etter høringen" may be after a hearing in the world.
    as_item = AS_ITEM.search(query.asked) or OR.search(query.asked)
    rows = rows_called(text, query, items, corpus) if as_item else []
    return (rows, len(text.rstrip())) if rows else ([], 0)


def _of_named_organisation(text: str, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Passage]:
    """The rows of the organisation that is all that a text says."""
    rest = Rest(text)
    found = organisations_named(rest, query, items, corpus)
    return [item for item in items if found and found[0].holds(item)] if not terms(rest.text) else []


def times_said(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """At, before, after or between times of day."""
    times = times_of_day(rest.text)
    if not times:
        return []
    text = rest.text
    found = []
    at = [in_meeting(time.minutes, items) for time in times]
    if len(times) == 2 and re.search(
        r"\b(?:mellom|between|fra|frå|from)\s*(?:kl\.?|klokk[ea]n?)?\s*$", text[: times[0].start], re.I
    ):
        rows = rows_during(items, lambda begin, end: at[0] <= begin < at[1])
        found = [condition_on(Kind.TIME, rows, times[0].start)]
    else:
        found = [_timed(time, minutes, text, items) for time, minutes in zip(times, at, strict=True)]
    for time in times:
        before = next(
            (m.start() for p in (_BEFORE_TIME, _AFTER_TIME, _TIME_WORD) if (m := p.search(text[: time.start]))),
            time.start,
        )
        rest.take(before, time.end)
    return found


def _timed(time: TimeOfDay, minutes: int, text: str, items: Sequence[Passage]) -> Condition:
    before, after = text[: time.start], text[time.end :]
    ending = ENDING.search(before) or ENDING.search(after)
    if ending and ASKS.search(text) and not (_BEFORE_TIME.search(before) or _AFTER_TIME.search(before)):
        return condition_on(Kind.TIME, rows_during(items, lambda b, e: e == minutes), time.start)
    if _BEFORE_TIME.search(before) or (ending and not _AFTER_TIME.search(before)):
        return condition_on(
            Kind.TIME, rows_during(items, lambda b, e: (e <= minutes) if ending else (b < minutes)), time.start
        )
    if _AFTER_TIME.search(before):
        return condition_on(Kind.TIME, rows_during(items, lambda b, e: b >= minutes), time.start)
    if _LEFT.search(text):
        return condition_on(Kind.TIME, rows_during(items, lambda b, e: e > minutes), time.start)
    rows = rows_during(items, lambda b, e: b == minutes)
    if rows:
        return condition_on(Kind.TIME, rows, time.start)
    return replace(condition_on(Kind.TIME, rows_during(items, lambda b, e: b <= minutes < e), time.start), exact=False)
