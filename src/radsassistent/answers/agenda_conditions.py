"""What the words of a question say of an agenda's rows: each condition with the rows that fulfil it, and what is left unsaid."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from radsassistent.answers import agenda_order
from radsassistent.answers.agenda_meant import AS_ITEM, LONGEST_LAST, named_rows, rows_called
from radsassistent.answers.agenda_vocabulary import (
    AMOUNT,
    ASKS,
    AT_LEAST,
    AT_MOST,
    BREAK,
    CLAUSE_ENDS,
    ENDING,
    EXCEPTION,
    EXCEPTION_ENDS,
    FIRST,
    LAST,
    LEFT_OUT,
    LONGEST,
    MEAL,
    MISSING,
    NUMBERED,
    OR,
    OVER,
    SHORTEST,
    TYPE_APPROVED,
    TYPE_DECIDED,
    TYPE_HEARD,
    TYPE_SPOKEN,
    UNDER,
    minutes_said,
)
from radsassistent.answers.times_of_day import TimeOfDay, in_day, minute_of, times_of_day
from radsassistent.archive import Passage
from radsassistent.meetings.people import each_person
from radsassistent.search.abbreviations import LEGAL_FORMS
from radsassistent.search.corpus import Corpus
from radsassistent.search.english import norwegian_terms
from radsassistent.search.query import Query
from radsassistent.search.terms import MIN_PART, is_english, stem, terms, words


class Kind(IntEnum):
    """What a condition is about; what tells a row from all others stands first."""

    CASE = 0
    SUBJECT = 1
    TITLE = 2
    BREAK = 3
    PRESENTER = 4
    ORGANISATION = 5
    TYPE = 6
    MISSING = 7
    NUMBERED = 8
    BESIDE = 9
    LENGTH = 10
    PRESENCE = 11
    TIME = 12


@dataclass(frozen=True, slots=True)
class Condition:
    """A part of a question, from the character `start` on, and the rows (by id) that fulfil it; `nearest`: of those on one side
    of another row the nearest stands at this end, 0 or -1. `exact`: the time of day is one at which a row begins.
    """

    kind: Kind
    rows: frozenset[int]
    start: int
    negated: bool = False
    nearest: int | None = None
    exact: bool = True

    def holds(self, item: Passage) -> bool:
        """Whether a row fulfils it."""
        return (item.id in self.rows) is not self.negated


class Rest:
    """What of a question no condition has taken yet; what is taken leaves blanks, so that places stay the same."""

    def __init__(self, text: str) -> None:
        self.text = self.whole = text

    def take(self, start: int, end: int) -> None:
        """Blank a part out."""
        self.text = f"{self.text[:start]}{' ' * (end - start)}{self.text[end:]}"

    def taken(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """All that a pattern matches, blanked out."""
        found = list(pattern.finditer(self.text))
        for match in found:
            self.take(match.start(), match.end())
        return found

    def taken_in_whole(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """All that a pattern, which looks at what has been taken too, matches of what is left, blanked out."""
        found = [m for m in pattern.finditer(self.whole) if self.text[m.start() : m.end()] == m[0]]
        for match in found:
            self.take(match.start(), match.end())
        return found


_EITHER = re.compile(
    r"(?:[,:–]|\bav|\bof)\s*(?P<one>[^,:?]+?)\s+(?:eller|or|og|and)\s+(?P<other>[^?,]+)", re.IGNORECASE
)
_SIDE = re.compile(
    r"\b(?:(?:rett|like|straks|umiddelbart|right|straight|just|immediately)\s+)?(?P<side>etter|after|following|før|before)\b\s+(?:at\s+|that\s+)?(?P<anchor>(?:[^,:;?!–]|(?<=\d):(?=\d))+)|"
    r"\b(?:når|idet|when|once)\s+(?P<done>(?:[^,:;?!–]|(?<=\d):(?=\d))+?)\s+(?:er|har|is|are|has)\s+(?:ferdig\w*|over|slutt|gjort\s+seg\s+ferdig\w*|sagt\s+sitt|done|finished)\b",
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
_MORNING = re.compile(r"\b(?:på\s+|om\s+|in\s+the\s+)?(?:formiddag\w*|morning)\b", re.IGNORECASE)
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
    r"\b(?:(?:hvis|dersom|om|når|siden|fordi|if|when)\s+)?(?:jeg|eg|man|du|I)\s+(?P<what>(?:kl\.|(?<=\d)[.:](?=\d)|[^.?!:;–])*)",
    re.IGNORECASE,
)
_LEAVE = re.compile(r"\b(?:går?|drar?|reiser?|stikker?|forlate\w*|løper?|leav\w+|go)\b", re.IGNORECASE)
_ARRIVE = re.compile(r"\b(?:komm?er?|kjem|rekk\w*|dukke\w*|være\s+der|arriv\w+|come|join\w*|there)\b", re.IGNORECASE)
_THERE = re.compile(r"\b(?:ledig\w*|til\s+stede|med|her|free|available|here)\b", re.IGNORECASE)
_MISSED = re.compile(r"\b(?:glipp|mister|mistar|miss(?:ed)?)\b", re.IGNORECASE)
_PARTLY = re.compile(r"\b(?:noe|noko|deler|litt|some|part)\s+(?:av|of)\b", re.IGNORECASE)
_CALLED_CASE = re.compile(r"\b[^\W\d_]{2,}(?:-[^\W\d_]+)*-?sak(?:en|a)\b", re.IGNORECASE)
_CASE_WORD = re.compile(r"\b(?:sak(?:en|a|ene|er)?|case|item|nr\.?|nummer)\s*$", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:om|i|på|about|in|gjelder|angående)\s+$", re.IGNORECASE)
_SHORTEST_ENDING = 6
NOON = 12 * 60


def conditions(query: Query, items: Sequence[Passage], corpus: Corpus) -> tuple[list[Condition], Rest]:
    """The conditions that a question sets, in its order, and what is left of it."""
    rest = Rest(query.asked)
    found: list[Condition] = []
    # What has been taken is not taken twice: what is more telling goes first.
    for read in (
        _alternatives,
        _presence,
        _lengths,
        _beside,
        _times,
        _missing,
        _cases,
        _organisations,
        _people,
        _titles,
        _types,
        _breaks,
    ):
        found.extend(read(rest, query, items, corpus))
    for match in rest.taken(LEFT_OUT):
        begin, end = _scope(match)
        within = [each for each in found if begin <= each.start < end]
        before = [each for each in found if each.start < begin]
        # "Hvilke saker har Helsedirektoratet ikke?"
        denied = within or before[-1:]
        found = [replace(each, negated=not each.negated) if each in denied else each for each in found]
    return sorted(found, key=lambda each: each.start), rest


def _scope(match: re.Match[str]) -> tuple[int, int]:
    """From where to where something is left out."""
    ends = EXCEPTION_ENDS if EXCEPTION.search(match[0]) else CLAUSE_ENDS
    end = ends.search(match.string, match.end())
    return match.end(), end.start() if end is not None else len(match.string)


def _of(kind: Kind, items: Iterable[Passage], start: int) -> Condition:
    return Condition(kind, frozenset(item.id for item in items), start)


def _hours(item: Passage, items: Sequence[Passage]) -> tuple[int, int] | None:
    """When a row begins and ends, in minutes after midnight; the last row of all does not end that day."""
    if not item.data["time"]:
        return None
    told = agenda_order.hours(item, items)
    begin = minute_of(item.data["time"])
    return begin, minute_of(told[1]) if told is not None else 24 * 60


def _in_meeting(minutes: int, items: Sequence[Passage]) -> int:
    """A time of day as one of the meeting's, else as it stands."""
    timed = [minute_of(item.data["time"]) for item in items if item.data["time"]]
    within = in_day(minutes, min(timed), max(timed) + LONGEST_LAST) if timed else None
    return minutes if within is None else within


def _during(items: Sequence[Passage], fits: Callable[[int, int], bool]) -> list[Passage]:
    return [item for item in items if (hours := _hours(item, items)) is not None and fits(*hours)]


def _alternatives(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """Two rows of which one is asked for: "hva kommer først, havna eller ferja?"."""
    match = _EITHER.search(rest.text)
    if match is None or not any(order.search(rest.text) for order in (FIRST, LAST, LONGEST, SHORTEST)):
        return []
    rows = [rows_called(match[side], query, items, corpus) for side in ("one", "other")]
    if any(len(each) != 1 for each in rows):
        return []
    rest.take(match.start("one"), match.end())
    return [_of(Kind.CASE, [row for each in rows for row in each], match.start())]


def _presence(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """The rows that somebody is there for, who says when: "jeg må gå klokka 13", "jeg er bare ledig fra 13 til 14"."""
    for match in _I_AM.finditer(rest.text):
        times = times_of_day(match["what"])
        if not times:
            continue
        at = [_in_meeting(time.minutes, items) for time in times]
        rows = _there(match["what"], at, rest.text, items)
        if rows is None:
            continue
        rest.take(match.start("what") + times[0].start, match.start("what") + times[-1].end)
        for words_of in (_LEAVE, _ARRIVE, _THERE, LEFT_OUT):
            for said in words_of.finditer(match["what"]):
                rest.take(match.start("what") + said.start(), match.start("what") + said.end())
        rest.taken(_MISSED)
        return [_of(Kind.PRESENCE, rows, match.start())]
    return []


def _there(said: str, at: Sequence[int], text: str, items: Sequence[Passage]) -> list[Passage] | None:
    """The rows that who comes, goes or is there at these times is there for, or misses; None where nothing of that is said."""
    missed, partly = _MISSED.search(text), _PARTLY.search(text)
    if len(at) > 1 and _THERE.search(said):
        return _during(items, lambda begin, end: begin < at[1] and end > at[0])
    if _LEAVE.search(said):
        return _during(items, lambda begin, end: (begin >= at[0]) if missed else (begin < at[0]))
    if _ARRIVE.search(said):
        return _during(items, lambda begin, end: (begin < at[0]) if missed else (end if partly else begin + 1) > at[0])
    return None


def _lengths(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """How long rows are: "mer enn en halvtime", "akkurat 30 minutter"."""
    found = []
    for match in AMOUNT.finditer(rest.text):
        minutes, before = minutes_said(match), rest.text[: match.start()]
        compared: Callable[[int], bool]
        side = next((side for side in (OVER, UNDER, AT_LEAST, AT_MOST) if side.search(before)), None)
        if side is OVER:
            compared = lambda own, said=minutes: own > said  # noqa: E731
        elif side is UNDER:
            compared = lambda own, said=minutes: own < said  # noqa: E731
        elif side is AT_LEAST:
            compared = lambda own, said=minutes: own >= said  # noqa: E731
        elif side is AT_MOST:
            compared = lambda own, said=minutes: own <= said  # noqa: E731
        else:
            compared = lambda own, said=minutes: own == said  # noqa: E731
        lengths = [(item, agenda_order.length_of(item, items)) for item in items]
        rows = [item for item, own in lengths if own is not None and compared(own)]
        start = match.start()
        if side is not None and (said := side.search(before)) is not None:
            start = said.start()
        found.append((_of(Kind.LENGTH, rows, start), start, match.end()))
    for _, start, end in found:
        rest.take(start, end)
    return [condition for condition, _, _ in found]


def _beside(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """Before or after another row, or between two: "etter lunsj", "når FHI er ferdige", "mellom sak 5 og pausen"."""
    found = []
    ordered = list(items)
    between = _BETWEEN.search(rest.text)
    if between is not None and not times_of_day(between[0]):
        (first, _), (last, length) = (_anchor(between[end], query, items, corpus) for end in ("begin", "end"))
        if first and last:
            inner = ordered[ordered.index(first[-1]) + 1 : ordered.index(last[0])]
            found.append(_of(Kind.BESIDE, inner, between.start()))
            rest.take(between.start(), between.start("end") + length)
    of_both = _BETWEEN_BREAKS.search(rest.text)
    if of_both is not None and len(pauses := [item for item in items if agenda_order.is_plain_break(item)]) > 1:
        found.append(
            _of(Kind.BESIDE, ordered[ordered.index(pauses[0]) + 1 : ordered.index(pauses[-1])], of_both.start())
        )
        rest.take(of_both.start(), of_both.end())
    place = 0
    while (match := _SIDE.search(rest.text, place)) is not None:
        place = match.end("side") if match["side"] else match.end()
        said = "anchor" if match["side"] else "done"
        if match["side"] and times_of_day(match["anchor"][:18]) and not BREAK.search(match["anchor"]):
            continue
        anchors, length = _anchor(match[said], query, items, corpus)
        if not anchors or (said == "done" and length < len(match["done"].rstrip())):
            continue
        after = not match["side"] or match["side"].lower() in ("etter", "after", "following")
        beyond = ordered[ordered.index(anchors[-1]) + 1 :] if after else ordered[: ordered.index(anchors[0])]
        found.append(replace(_of(Kind.BESIDE, beyond, match.start()), nearest=0 if after else -1))
        rest.take(match.start(), match.start(said) + length if match["side"] else match.end())
    for pattern, morning in ((_MORNING, True), (_AFTERNOON, False)):
        for match in rest.taken(pattern):
            rows = _during(items, lambda begin, end, m=morning: (begin < NOON) is m)  # type: ignore[misc]
            found.append(_of(Kind.BESIDE, rows, match.start()))
    return found


def _anchor(text: str, query: Query, items: Sequence[Passage], corpus: Corpus) -> tuple[list[Passage], int]:
    """The rows that the longest beginning of a text names, else all of it tells, and how long that is (characters)."""
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
    found = _organisations(rest, query, items, corpus)
    return [item for item in items if found and found[0].holds(item)] if not terms(rest.text) else []


def _times(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """At, before, after or between times of day."""
    times = times_of_day(rest.text)
    if not times:
        return []
    text = rest.text
    found = []
    at = [_in_meeting(time.minutes, items) for time in times]
    if len(times) == 2 and re.search(
        r"\b(?:mellom|between|fra|frå|from)\s*(?:kl\.?|klokk[ea]n?)?\s*$", text[: times[0].start], re.I
    ):
        rows = _during(items, lambda begin, end: at[0] <= begin < at[1])
        found = [_of(Kind.TIME, rows, times[0].start)]
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
        return _of(Kind.TIME, _during(items, lambda b, e: e == minutes), time.start)
    if _BEFORE_TIME.search(before) or (ending and not _AFTER_TIME.search(before)):
        return _of(Kind.TIME, _during(items, lambda b, e: (e <= minutes) if ending else (b < minutes)), time.start)
    if _AFTER_TIME.search(before):
        return _of(Kind.TIME, _during(items, lambda b, e: b >= minutes), time.start)
    rows = _during(items, lambda b, e: b == minutes)
    if rows:
        return _of(Kind.TIME, rows, time.start)
    return replace(_of(Kind.TIME, _during(items, lambda b, e: b <= minutes < e), time.start), exact=False)


def _missing(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """Rows that lack something: "uten sakstype", "har ikke saksnummer"; and those that have a number."""
    found = []
    for match in rest.taken(MISSING):
        field = match["field"].lower()
        if "type" in field:
            rows = [item for item in items if item.case and not re.search(r"\w", str(item.data["case_type"] or ""))]
        elif field.startswith(("innled", "present", "navn")):
            rows = [item for item in items if not item.data["presenter"]]
        else:
            rows = [item for item in items if not item.case]
        found.append(_of(Kind.MISSING, rows, match.start()))
    numbered = rest.taken(NUMBERED)
    return [*found, *(_of(Kind.NUMBERED, [i for i in items if i.case], match.start()) for match in numbered[:1])]


def _cases(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """The cases named by their numbers, or called after what they are about ("veikartsaken")."""
    found: list[Passage] = []
    starts = []
    for item in items:
        if not item.case or item.case not in query.cases:
            continue
        number, _, year = item.case.split(" ")[-1].partition("/")
        said = re.compile(
            rf"(?<![\d:./])0?{re.escape(number)}(?:/(?:20)?{year})?(?![\d:/]|[.,]\d|\s*(?:min|prosent|%))"
        )
        match = said.search(rest.text) or (_CALLED_CASE.search(rest.text) if len(query.cases) == 1 else None)
        if match is None:
            continue
        word = _CASE_WORD.search(rest.text[: match.start()])
        rest.take(word.start() if word else match.start(), match.end())
        found.append(item)
        starts.append(match.start())
    return [_of(Kind.CASE, found, starts[0])] if found else []


def _people(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """The rows that a person named presents."""
    found = []
    for name in query.people:
        parts = {part.casefold() for part in words(name)}
        places = [
            match
            for match in re.finditer(r"[^\W\d_][\w'’-]+", rest.text)
            if match[0].casefold().removesuffix("s") in parts or match[0].casefold() in parts
        ]
        rows = [item for item in items if name in each_person(item.data["presenter"])]
        if places:
            found.append(_of(Kind.PRESENTER, rows, places[0].start()))
        for match in places:
            rest.take(match.start(), match.end())
    if len(found) > 1:
        either = frozenset().union(*(each.rows for each in found))
        return [replace(found[0], rows=either)]
    return found


def _titles(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """The rows called by their whole title, where that is a word: "Dagsaktuelt", "Eventuelt"."""
    found = []
    for item in items:
        title = words(item.data["title"])
        if len(title) != 1 or agenda_order.is_break(item.data["title"]):
            continue
        match = re.search(rf"\b{re.escape(title[0])}\b", rest.text, re.IGNORECASE)
        if match is not None:
            rest.take(match.start(), match.end())
            found.append(_of(Kind.TITLE, [item], match.start()))
    return found


def _types(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """The types of cases named, by the agenda's own words or by others for the same."""
    found = []
    families = (
        (TYPE_HEARD, r"orient|informa|melding"),
        (TYPE_SPOKEN, r"drøft|disku|samtale|innspill"),
        (TYPE_DECIDED, r"vedta|beslut|avgj|tilslut"),
        (TYPE_APPROVED, r"godkj|approv"),
    )
    for pattern, own in families:
        of_type = [item for item in items if item.case and re.search(own, str(item.data["case_type"] or ""), re.I)]
        for match in rest.taken(pattern):
            found.append(_of(Kind.TYPE, of_type, match.start()))
    return _united(found, query.asked)


def _united(found: Sequence[Condition], text: str) -> list[Condition]:
    """Conditions joined by "og" or "eller" are fulfilled by either."""
    united: list[Condition] = []
    for each in sorted(found, key=lambda each: each.start):
        last = united[-1] if united else None
        joint = text[last.start : each.start] if last is not None else ""
        if last is not None and re.fullmatch(
            r"[\w-]+(?:\s+[\w-]+)?(?:\s*,\s*|\s+(?:og|eller|and|or|eller\s+til|og\s+til)\s+)", joint, re.I
        ):
            united[-1] = replace(last, rows=last.rows | each.rows)
        elif last is None or last.rows != each.rows:
            united.append(each)
    return united


def _organisations(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """The organisations named whose cases are on the agenda; of what stands in one ("hva skjer i …"), none is."""
    english = is_english(query.asked)
    said = list(re.finditer(r"[^\W\d_][\w-]*", rest.text))
    forms = [{stem(m[0].lower()), *terms(m[0]), *(norwegian_terms(m[0]) if english else ())} for m in said]
    asked: set[str] = set().union(*forms) if forms else set()
    found = []
    names = dict.fromkeys(str(item.data["organisation"]) for item in items if item.data["organisation"])
    for name in names:
        own = [term for term in terms(name) if term not in LEGAL_FORMS]
        parts = {term: set(corpus.lexical.compounds.parts(term)) for term in own}
        whole = bool(own) and all(term in asked or (parts[term] and parts[term] <= asked) for term in own)
        every = {*own, *(part for each in parts.values() for part in each)}
        places = [match for match, form in zip(said, forms, strict=True) if form & every] if whole else []
        places = places or _ending(name, names, said) or (_in_english(name, names, said) if english else [])
        if not places or _ABOUT.search(rest.text[: places[0].start()]):
            continue
        for match in places:
            rest.take(match.start(), match.end())
        rest.taken(re.compile(rf"\b(?:{'|'.join(LEGAL_FORMS)})\b")) if whole else None
        found.append(_of(Kind.ORGANISATION, [i for i in items if i.data["organisation"] == name], places[0].start()))
    if len(found) > 1:
        # Nobody comes from two.
        return [
            replace(found[0], rows=frozenset().union(*(each.rows for each in found)), start=min(c.start for c in found))
        ]
    return found


def _ending(name: str, names: Iterable[str], said: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The word that ends an organisation's name, and no other's: "departementet"."""
    found = []
    for match in said:
        word = match[0].lower()
        word = word.removesuffix("s") if not word.endswith("ss") else word
        if len(word) >= _SHORTEST_ENDING and [each for each in names if each.lower().endswith(word)] == [name]:
            found.append(match)
    return found[:1]


def _in_english(name: str, names: Iterable[str], said: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The English words that are parts of an organisation's name, and more of it than of any other's: "Directorate of Health"."""
    parts = [(match, norwegian_terms(match[0])) for match in said]

    def has(other: str) -> list[re.Match[str]]:
        return [match for match, own in parts if any(len(part) >= MIN_PART and part in other.lower() for part in own)]

    most = max(len(has(other)) for other in names)
    return has(name) if most and [other for other in names if len(has(other)) == most] == [name] else []


def _breaks(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """Meals, or the breaks that are none."""
    pauses = [item for item in items if not item.case and agenda_order.is_break(item.data["title"])]
    found = []
    for match in rest.taken(MEAL):
        found.append(_of(Kind.BREAK, [item for item in pauses if MEAL.search(item.data["title"])], match.start()))
    for match in rest.taken(BREAK):
        plain = [item for item in pauses if agenda_order.is_plain_break(item)]
        found.append(_of(Kind.BREAK, plain or pauses, match.start()))
    if len(found) > 1 and not LEFT_OUT.search(rest.text):
        return [replace(found[0], rows=frozenset().union(*(each.rows for each in found)))]
    return found
