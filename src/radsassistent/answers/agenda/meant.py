"""Which rows of an agenda a question means: by number, time of day, break, presenter, organisation, title or subject, and by what
they stand before or after.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from radsassistent.answers.agenda.likeness import LEAST, likeliest_row
from radsassistent.answers.agenda.order import is_break, is_called_by
from radsassistent.answers.agenda.rows import (
    AN_ITEM,
    covering,
    formalities,
    item_terms,
    most_covering,
    only_speaking,
    telling_words,
    with_parts,
)
from radsassistent.answers.agenda.times_of_day import HOUR, TimeOfDay, in_day, minute_of, names_period, times_of_day
from radsassistent.answers.agenda.vocabulary import BREAK, EMPTY, FORMALITIES, MEAL, MEAL_TITLE
from radsassistent.archive import Passage
from radsassistent.meetings.dates import MONTHS
from radsassistent.meetings.people import each_person
from radsassistent.search.corpus import Corpus
from radsassistent.search.query import Query
from radsassistent.search.terms import stem, terms, words

_BESIDE = re.compile(
    r"\b(?P<side>etter|after|following|før|before)\b\s+(?:at\s+|that\s+)?(?P<anchor>.+)", re.IGNORECASE
)
_SEVERAL = re.compile(r"\b(?:hvilke|kva\s+for|alle|which)?\s*\b(?:saker|sakene|sakane|cases|items)\b", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:første|fyrste|først|fyrst|first)\b", re.IGNORECASE)
_SECOND = re.compile(r"\b(?:andre|second)\b", re.IGNORECASE)
_LAST = re.compile(r"\b(?:siste|sist|last|final)\b", re.IGNORECASE)
_MORNING = re.compile(r"\b(?:formiddag\w*|før\s+lunsj|morning)\b", re.IGNORECASE)
_AFTERNOON = re.compile(r"\b(?:ettermiddag\w*|afternoon)\b", re.IGNORECASE)
_OF_ORGANISATION = re.compile(r"\b(?:fra|frå|hos|from|for)\b", re.IGNORECASE)
_OPENING = re.compile(
    r"\b(?:start(?:en|er)?|begynner|byrjar|begynnelsen|byrjinga|oppstart\w*|møtestart\w*|(?:the\s+)?(?:beginning|start))\b",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    r"\b(?:fra|frå|from)\b\s+(?P<begin>.+?)\s+(?:og\s+)?\b(?:frem\s+|fram\s+)?(?:til|to|until)\b\s+(?P<end>.+)",
    re.IGNORECASE,
)
_TO_FROM = re.compile(
    r"\b(?:til|to|until|før|before)\b\s+(?P<end>.+?)\s+(?:fra|frå|from)\b\s+(?P<begin>.+)", re.IGNORECASE
)
# "Hvor lenge sitter vi før lunsj?": from the start.
_UNTIL = re.compile(
    r"\b(?:sitter|sit|holder|held|jobber|arbeider|varer|går|tar|work|sit|go)\s+(?:vi|me|det|we|it)\s+(?:\w+\s+){0,3}?(?P<begin>)(?:før|til|until|before)\s+(?P<end>.+)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:mellom|between)\b\s+(?P<begin>.+?)\s+(?:og|and)\s+(?P<end>.+)", re.IGNORECASE)
AS_ITEM = re.compile(
    r"\b(?:saken|saka|punktet|program\w*|dagsorden\w*|agenda\w*|saksliste\w*|på\s+lista|på\s+listen|item|case)\b",
    re.IGNORECASE,
)
_DAY = re.compile(rf"\b(?P<day>\d{{1,2}})\.?\s+(?P<month>{'|'.join(MONTHS)})\b", re.IGNORECASE)
_CALLED_CASE = re.compile(
    r"\b[^\W\d_]{3,}-?sak(?:en|a)\b|\bsak(?:en|a)?\b|\bcase\b|\bitem\b|\b(?:den|it)\W*$", re.IGNORECASE
)
_THE_MEETING = re.compile(
    r"\b(?:\w*møtet?|samlinga|samlingen|vi|me|rådet|utvalget|utvalet|(?:the\s+)?\w*meeting|we)\b", re.IGNORECASE
)
# What is not spoken of as a case must be more of a row.
LEAST_UNSAID = 0.7
# What a subject is asked of as an item of the meeting: when it is to be spoken of, not when it is to come about.
OF_MEETING = re.compile(
    r"\b(?:sak(?:a|en|er)?|punktet|program\w*|dagsorden\w*|agenda\w*|saksliste\w*|ifølge\s+(?:\w+)?plan\w*|snakk\w*|drøft\w*|behandl\w*|handsam\w*|(?:is|are|comes?)\b[^?]*\bup(?=\s*(?:for\b|today\b|\?|$))|(?:ta|tar|tas|tek)\b.*\bopp|"
    r"(?:kom|kommer|kjem)\b.*\b(?:opp|tur)|(?:kommer|kjem|begynner|starter|byrjar|startar|tar|tek|get)\s+(?:vi|me|to)\b|(?:satt|sett)\s+(?:\w+\s+)?(?:av|opp)|tid\s+(?:bruker|brukar|har|får)\s+(?:vi|me)|minut\w*|klokk\w*|kl|på\s+dagen|runde\w*|item|case|slots?|tidsluke\w*|schedul\w*|discuss\w*|talk\w*)\b",
    re.IGNORECASE,
)
_EDGE = re.compile(
    r"\b(?P<edge>første|fyrste|siste|first|last|final)\s+(?:\w+\s+)?(?:saka?(?:en)?|punktet|punkt|item|case)\b",
    re.IGNORECASE,
)
NOON = 12 * HOUR
# The last item of a meeting is not taken to last longer than this (minutes).
LONGEST_LAST = 2 * HOUR


@dataclass(frozen=True, slots=True)
class Meant:
    """The rows meant, in the order of the agenda; `beside`: for what they stand before or after; `anchors`: what that is;
    `called`: by the title of each.
    """

    rows: tuple[Passage, ...]
    beside: bool = False
    anchors: tuple[Passage, ...] = ()
    called: bool = False


def rows_meant(query: Query, items: Sequence[Passage], corpus: Corpus, *, presenter: bool) -> Meant | None:
    """The rows that a question means, where every telling word of it is theirs; None where it says more, or means none.

    With `presenter` it asks who presents, which a break has nobody for.
    """
    text = query.asked
    times = times_of_day(text)
    if names_period(text, times):
        return _within(text, times, query, items, corpus)
    between = _BETWEEN.search(text)
    ends = [rows_called(between[end], query, items, corpus) for end in ("begin", "end")] if between else []
    if between and all(ends):
        ordered = list(items)
        inner = ordered[ordered.index(ends[0][0]) + 1 : ordered.index(ends[1][0])]
        told = not _untold(text[: between.start()], [], query, corpus)
        return Meant(tuple(inner), beside=True) if inner and told else None
    match = _BESIDE.search(text)
    if (
        match
        and len(times) == 1
        and _SEVERAL.search(text)
        and not text[match.start("anchor") : times[0].start].strip(" kl.")
    ):
        return _from_then_on(text, times[0], query, items, corpus, after=match["side"].lower() not in ("før", "before"))
    if match is None and presenter and (edge := _edge_of_presenters(text, query, items, corpus)):
        return Meant(tuple(edge), beside=True)
    if match is None:
        named = rows_called(text, query, items, corpus, presenter=presenter)
        return Meant(tuple(named), called=all(item in _by_title(text, items) for item in named)) if named else None
    anchors = rows_called(match["anchor"], query, items, corpus, presenter=False)
    head = text[: match.start()]
    if not (presenter or AS_ITEM.search(text) or _by_name(match["anchor"], query, items)):
        # "Etter høringen" may be after a hearing in the world.
        return None
    if not anchors or _untold(head, [], query, corpus):
        return None
    after = match["side"].lower() in ("etter", "after", "following")
    found = _beside(head, anchors, items, after=after, presenter=presenter)
    return Meant(tuple(found), beside=True, anchors=tuple(anchors)) if found else None


def _within(
    text: str, times: Sequence[TimeOfDay], query: Query, items: Sequence[Passage], corpus: Corpus
) -> Meant | None:
    """The rows that begin between two times of day, where a question says no more."""
    begin, end = (_in_meeting(time.minutes, items) for time in times)
    if begin is None or end is None:
        return None
    within = [item for item in items if item.data["time"] and begin <= minute_of(item.data["time"]) < end]
    rest = text[: times[0].start] + text[times[1].end :]
    return Meant(tuple(within)) if within and not _untold(rest, within, query, corpus) else None


def _from_then_on(
    text: str, time: TimeOfDay, query: Query, items: Sequence[Passage], corpus: Corpus, *, after: bool
) -> Meant | None:
    """The cases that begin from a time of day on, or before it, where a question says no more."""
    minutes = _in_meeting(time.minutes, items)
    timed = [item for item in items if item.case and item.data["time"]]
    rows = [item for item in timed if minutes is not None and (minute_of(item.data["time"]) >= minutes) == after]
    if not rows or _untold(text[: time.start] + text[time.end :], rows, query, corpus):
        return None
    return Meant(tuple(rows), beside=True)


def rows_in_words(said: str, query: Query, items: Sequence[Passage], corpus: Corpus, empty: Set[str]) -> list[Passage]:
    """The cases that a question names by number or as the first or last one, else the one that is most of what is said."""
    numbered = [item for item in items if item.case]
    if query.cases:
        return [item for item in numbered if item.case in query.cases]
    if edge := _by_edge(said, items):
        return edge
    row = likeliest_row(said, query, numbered, corpus, empty)
    return [row] if row is not None else []


def _by_edge(said: str, items: Sequence[Passage]) -> list[Passage]:
    """The first or the last case, where that is what a question names: "den siste saken på lista"."""
    match = _EDGE.search(said)
    numbered = [item for item in items if item.case]
    if match is None or not numbered:
        return []
    return numbered[:1] if match["edge"].lower() in ("første", "fyrste", "first") else numbered[-1:]


def span_meant(query: Query, items: Sequence[Passage], corpus: Corpus) -> tuple[Passage, Passage] | None:
    """The rows that a question goes from and to: "fra start til lunsj", "fra lunsj til sak 8"; None where it names none."""
    match = span_of(query.asked)
    timed = [item for item in items if item.data["time"]]
    if match is None or not timed or _untold(query.asked[: match.start()], [], query, corpus):
        return None
    begin = (
        timed[:1]
        if not match["begin"] or _OPENING.search(match["begin"])
        else rows_called(match["begin"], query, items, corpus)
    )
    end = rows_called(match["end"], query, items, corpus)
    return (begin[0], end[0]) if len(begin) == 1 and len(end) == 1 else None


def names_meeting_alone(query: Query, corpus: Corpus) -> bool:
    """Whether a question is about the meeting and has no telling word besides."""
    return bool(_THE_MEETING.search(query.text)) and not _telling(query.asked, query, corpus)


def _edge_of_presenters(text: str, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Passage]:
    """The first or the last row that somebody presents, where a question asks for no more than that."""
    first, last = _FIRST.search(text), _LAST.search(text)
    named = query.cases or query.people or breaks_named(text, items)
    if not (first or last) or named or _untold(text, [], query, corpus):
        return []
    held = [item for item in items if item.data["presenter"]]
    return held[:1] if first else held[-1:]


def span_of(text: str) -> re.Match[str] | None:
    """Where a text goes from something to something, however it turns that."""
    return _FROM_TO.search(text) or _TO_FROM.search(text) or _UNTIL.search(text)


def _beside(
    head: str, anchors: Sequence[Passage], items: Sequence[Passage], *, after: bool, presenter: bool
) -> list[Passage]:
    """The rows on one side of others that the words before "etter" or "før" ask for; the nearest unless they say otherwise."""
    ordered = list(items)
    place = ordered.index(anchors[-1] if after else anchors[0])
    side = ordered[place + 1 :] if after else ordered[:place]
    if BREAK.search(head) or MEAL.search(head):
        side = [item for item in side if _pauses(item) and (not MEAL.search(head) or _is_meal(item))]
        if _LAST.search(head) and after:
            return side[-1:]
    elif presenter:
        side = [item for item in side if item.data["presenter"]]
    elif AN_ITEM.search(head):
        side = [item for item in side if item.case]
    if _SEVERAL.search(head):
        return side
    farthest = _LAST.search(head) if after else _FIRST.search(head)
    return (side[-1:] if after else side[:1]) if farthest else (side[:1] if after else side[-1:])


def rows_called(
    span: str, query: Query, items: Sequence[Passage], corpus: Corpus, *, presenter: bool = False
) -> list[Passage]:
    """The rows that a part of a question names, where all its telling words are told by them."""
    if _by_name(span, query, items):
        return named_rows(span, query, items, corpus)
    return _by_subject(span, query, items, corpus, presenter=presenter)


def named_rows(span: str, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Passage]:
    """The rows that all of a part of a question names otherwise than by what they are about: "den siste pausen", "sak 5"."""
    found = _by_name(span, query, items)
    return found if found and not _untold(span, found, query, corpus) else []


def _by_name(span: str, query: Query, items: Sequence[Passage]) -> list[Passage]:
    """The rows that a part of a question names otherwise than by what they are about."""
    return (
        _by_case(span, query, items)
        or rows_at(span, items)
        or breaks_named(span, items)
        or _by_person(span, query, items)
        or _by_title(span, items)
        or _formal(span, items)
        or _by_edge(span, items)
    )


def _untold(span: str, rows: Sequence[Passage], query: Query, corpus: Corpus) -> set[str]:
    """The telling words of a part of a question that are neither empty nor those of the rows."""
    telling = set(_telling(span, query, corpus))
    own = {term for item in rows for term in (*item_terms(item, corpus), *_name_terms(item))}
    timed = {term for time in times_of_day(span) for term in terms(span[time.start : time.end])}
    return telling - with_parts(telling, own, corpus) - timed


def _telling(span: str, query: Query, corpus: Corpus) -> dict[str, float]:
    found = telling_words(replace(query, asked=span), corpus)
    # The meeting's own day is told.
    days = {(int(m.date[8:]), int(m.date[5:7])) for m in query.meetings or corpus.meetings[:1] if m.date}
    months = {
        stem(match["month"])
        for match in _DAY.finditer(span)
        if (int(match["day"]), MONTHS[match["month"].lower()]) in days
    }
    return {
        term: weight
        for term, weight in found.items()
        if term not in EMPTY | months and not BREAK.fullmatch(term) and not MEAL.fullmatch(term)
    }


def _name_terms(item: Passage) -> set[str]:
    return {stem(word) for word in words(item.data["presenter"] or "")}


def _by_case(span: str, query: Query, items: Sequence[Passage]) -> list[Passage]:
    named = [item for item in items if item.case and item.case in query.cases]
    numbered = [
        item
        for item in named
        if re.search(rf"(?<!\d){re.escape(re.split(r'/', item.case or '')[0].split(' ')[-1])}(?!\d)", span)
    ]
    return numbered or (named if _CALLED_CASE.search(span) else [])


def rows_at(span: str, items: Sequence[Passage]) -> list[Passage]:
    """The rows that begin at the times of day named, else those that are going on then."""
    timed = [item for item in items if item.data["time"]]
    found: list[Passage] = []
    for time in times_of_day(span):
        minutes = _in_meeting(time.minutes, items)
        begun = [item for item in timed if minutes is not None and minute_of(item.data["time"]) <= minutes]
        found.extend(begun[-1:])
    return found


def breaks_named(span: str, items: Sequence[Passage]) -> list[Passage]:
    """The meals or the breaks that a part of a question names: of the part of the day, and the place, that it says."""
    pauses = [item for item in items if _pauses(item)]
    if MEAL.search(span):
        found = [item for item in pauses if _is_meal(item)]
    elif said := BREAK.search(span):
        called = [item for item in pauses if is_called_by(said[0], item)]
        found = called or [item for item in pauses if not _is_meal(item)] or pauses
    else:
        return []
    if _MORNING.search(span):
        found = [item for item in found if item.data["time"] and minute_of(item.data["time"]) < NOON]
    if _AFTERNOON.search(span):
        found = [item for item in found if item.data["time"] and minute_of(item.data["time"]) >= NOON]
    if _LAST.search(span):
        return found[-1:]
    if _SECOND.search(span):
        return found[1:2]
    return found[:1] if _FIRST.search(span) else found


def _pauses(item: Passage) -> bool:
    return not item.case and is_break(item.data["title"])


def _is_meal(item: Passage) -> bool:
    return bool(MEAL_TITLE.search(item.data["title"]))


def _by_person(span: str, query: Query, items: Sequence[Passage]) -> list[Passage]:
    """The rows of the presenters named in a part of a question, or whom it says "henne" or "han" of."""
    bare = span.casefold()
    for organisation in {item.data["organisation"] for item in items if item.data["organisation"]}:
        # "Kampen" of "Kampen steinbrudd" is nobody's name.
        bare = bare.replace(organisation.casefold(), " ")
    said = set(words(bare))
    named = {name for name in query.people if {part.casefold() for part in words(name)} & said}
    return [item for item in items if set(each_person(item.data["presenter"])) & named]


def _by_title(span: str, items: Sequence[Passage]) -> list[Passage]:
    """The rows whose whole title stands in a part of a question: "Dagsaktuelt", "Eventuelt"."""
    said = {begun for term in terms(span) for begun in (term, *term.split("-"))}
    return [item for item in items if (title := set(terms(item.data["title"]))) and title <= said and not _pauses(item)]


def _formal(span: str, items: Sequence[Passage]) -> list[Passage]:
    """The formalities, where a part of a question speaks of them as such."""
    return formalities(items) if FORMALITIES.search(span) else []


def _by_subject(span: str, query: Query, items: Sequence[Passage], corpus: Corpus, *, presenter: bool) -> list[Passage]:
    telling = _telling(span, query, corpus)
    if not telling:
        return []
    numbered = [item for item in items if item.case]
    if presenter and _OF_ORGANISATION.search(span):
        found = [item for item in numbered if _is_of(item, telling.keys(), corpus)]
        if found:
            return found
    covered = [item for item in covering(query, telling.keys(), corpus) if item in items]
    about = [item for item in items if not item.case and telling.keys() <= item_terms(item, corpus)] or covered
    if len(about) == 1:
        return about
    most = most_covering(telling, numbered, corpus) if AN_ITEM.search(span) else None
    least = LEAST if AN_ITEM.search(span) or OF_MEETING.search(query.asked) else LEAST_UNSAID
    most = most or likeliest_row(span, query, items, corpus, EMPTY, least)
    if most is None and not presenter:
        # Who is responsible for something that a case speaks of need not present the case.
        most = only_speaking(telling.keys(), numbered, corpus)
    return [most] if most is not None else []


def _is_of(item: Passage, telling: Set[str], corpus: Corpus) -> bool:
    organisation = item.data["organisation"]
    return bool(organisation) and telling <= with_parts(telling, set(corpus.terms(organisation)), corpus)


def _in_meeting(minutes: int, items: Sequence[Passage]) -> int | None:
    """A time of day as one of the meeting's, in minutes after midnight; None where the meeting is not held then."""
    timed = [minute_of(item.data["time"]) for item in items if item.data["time"]]
    return in_day(minutes, min(timed), max(timed) + LONGEST_LAST) if timed else None
