"""Answers that give what is asked of the agenda's rows: when, for how long, who presents, of what type, what stands there.

`agenda_meant` tells which rows a question means; here is told what it asks of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from radsassistent.answers.agenda import order as agenda_order
from radsassistent.answers.agenda.details import decided_where
from radsassistent.answers.agenda.facts import counted, of_type
from radsassistent.answers.agenda.meant import (
    OF_MEETING,
    Meant,
    names_meeting_alone,
    rows_meant,
    span_meant,
    span_of,
)
from radsassistent.answers.agenda.meeting_hours import meeting_hours
from radsassistent.answers.agenda.rows import AN_ITEM, CASES, name, of_one_meeting, said, telling_words
from radsassistent.answers.agenda.times_of_day import minute_of, times_of_day
from radsassistent.answers.agenda.types_named import asking_type
from radsassistent.answers.agenda.vocabulary import EMPTY
from radsassistent.answers.draft import Draft, Statement, Support, listed
from radsassistent.archive import Passage
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue, cues
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query


class Asked(StrEnum):
    """What of a row a question is for."""

    TIME = "time"
    LENGTH = "length"
    END = "end"
    RESUMING = "resuming"
    COUNT = "count"
    PRESENTER = "presenter"
    TYPE = "type"
    ROW = "row"


_LENGTH = re.compile(
    r"\b(?:hvor|kor)\s+(?:lenge|lang|langt|lange|mye\s+tid|mykje\s+tid|lang\s+tid|mange\s+minut\w*)\b|\bhow\s+(?:long|much\s+time|many\s+minutes)\b|"
    r"\b(?:mest|minst|lengst|kortest|kortast|most|least|longest|shortest)\s+(?:tid|time)\b|\b(?:lengst|kortest|kortast)\w*\s+(?:sak|tid)\w*|"
    r"\bvar(?:er|ar|te|a|ighet\w*)\b|\b(?:fra|frå)\s+(?:når\s+)?(?:og\s+)?til(?:\s+når)?\W*$|\b(?:fra|frå)\s+når\s+(?:og\s+)?til\s+når\b|"
    r"\bfrom\s+(?:when\s+)?(?:and|until|till|to)\s+(?:when|to)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:når(?:tid)?|(?:hva|kva)\s+tid|klokk(?:a|en)\s+(?:hva|kva)|(?:hvilket|kva)\s+(?:klokkeslett|tidspunkt)|hvilken\s+tid|when|what\s+time)\b",
    re.IGNORECASE,
)
# "Hvilke oppgaver løser rådet når …?": asks for things, on a condition.
_WHICH_THINGS = re.compile(r"(?:hvilke|which)\s+(?!\w*sak|\w*punkt|av\b|cases|items)", re.IGNORECASE)
# By when cases must be handed in is told of the next meetings, not by the hours of this one.
_HANDED_IN = re.compile(
    r"\b(?:meld\w*|send\w*|lever\w*|spill?\w*)\s+(?:\w+\s+)?inn\b|\b(?:innsend|innmeld|innlever)\w*\b|\bhand(?:ed)?\s+in\b|\bsubmit\w*\b",
    re.IGNORECASE,
)
RESUMING = re.compile(
    r"\b(?:i\s+gang\s+igjen|i\s+gang\s+att|tilbake|(?:på\s+)?plass(?:en)?(?:\s+\w+)?\s+igjen|klare?\s+igjen|oss\s+(?:ned\s+)?igjen|fatt\s+igjen|(?:på\s+plass|i\s+gang)\s+etter|fortsett\w*|settes?\s+(?:\w+\s+)?(?:igjen|att)|held\s+\w+\s+fram|(?:samles|møtes|begynner|starter)\s+(?:\w+\s+)?igjen|"
    r"resum\w*|start\s+again|back|continue\w*)\b",
    re.IGNORECASE,
)
_BEGINNING = re.compile(
    r"\b(?:begyn\w*|start\w*|byrj\w*|åpn\w*|opn\w*|i\s+gang|tar\s+til|tek\s+til|begins?|opens?)\b", re.IGNORECASE
)
# When a case comes up once more is told by what became of it.
AGAIN = re.compile(r"\b(?:igjen|att|på\s+nytt|again)\s*[?.!]*$", re.IGNORECASE)
_ENDING = re.compile(r"\b(?:slutt\w*|ferdig\w*|over|avslutt\w*|ends?|finish\w*|done)\b", re.IGNORECASE)
_WHO = re.compile(r"\b(?:hvem|kven|who)\b", re.IGNORECASE)
_PRESENTS = re.compile(
    r"\b(?:tar\s+over|tek\s+over|(?:har|får)\s+(?:ordet|\w*\s*sak\w*)|kommer|kjem|står|er|takes\s+over|is|comes)\b",
    re.IGNORECASE,
)
_HAS_CASE = re.compile(r"\b(?:har|får|has)\s+(?:\w+\s+)*?\w*(?:sak\w*|ordet|item|case|floor)\b", re.IGNORECASE)
_TYPE = re.compile(
    r"\b(?:sakstype\w*|(?:type|slags)\s+sak|(?:orienterings|drøftings|godkjennings|beslutnings|vedtaks|diskusjons)sak(?:a|en)?|"
    r"(?:what|which)\s+(?:kind|type|sort)\s+of\s+(?:item|case)|(?:kva|hva)\s+slag\s+sak)\b",
    re.IGNORECASE,
)
# "Er sak 8 til orientering?", but not "Er det foreslått å ta den til orientering?".
_OF_TYPE = re.compile(
    r"^(?:er|blir|var|is)\b.*\b(?:til|for)\s+(?:orientering|drøfting|godkjenning|beslutning|diskusjon|discussion|information|approval)\b",
    re.IGNORECASE,
)
# "Skal vi vedta noe om gebyrene, eller bare snakke om dem?"
_DECIDE = r"(?:vedta\w*|stemme|røyste|bestemme|avgjøre|avgjere|beslutte|godkjenne|decide|vote)"
_SPEAK = r"(?:snakke|prate|drøfte|diskutere|høre|høyre|orienteres|informeres|talk|discuss|hear)"
_CHOICE = re.compile(
    rf"\b(?:skal|blir|kan|are|do|will|can)\b.*\b(?:{_DECIDE}\b.*\b(?:eller|or)\b.*\b(?:{_SPEAK}|bare|berre|kun|annet\s+slag|anna\s+slag|only|just)|"
    rf"{_SPEAK}\b.*\b(?:eller|or)\b.*\b{_DECIDE})\b",
    re.IGNORECASE,
)
# "Skal vi godkjenne noe i dag?"
_ANY_OF_TYPE = re.compile(
    r"\b(?:skal|are|do|will)\s+(?:vi|me|rådet|utvalget|utvalet|we)\s+(?:\w+\s+)?(?:godkjenn|drøft|diskut|beslut|vedta|approv|discuss|decid)\w*\s+(?:noe|noko|anything)\b|"
    r"\b(?:noe|noko)\s+(?:som\s+)?(?:vi|me|rådet|utvalget|utvalet)\s+skal\s+(?:godkjenn|drøft|diskut|beslut|vedta)\w*\b(?=\W*$|\s+i\s+dag)",
    re.IGNORECASE,
)
_TAKEN = re.compile(r"\b(?:ta|tas|tar|tatt|tek|teke|taken?)\b", re.IGNORECASE)
# "Hvor lenge er det til lunsj?" is not asked of the lunch's length.
UNTIL = re.compile(r"\b(?:er|is)\s+(?:det|it)\s+(?:frem\s+|fram\s+)?(?:til|until)\b", re.IGNORECASE)
_PROPOSAL = re.compile(r"\b(?:forslag\w*|foreslå\w*|framlegg\w*|innstilling\w*|propos\w*)\b", re.IGNORECASE)
_WHAT = re.compile(r"\b(?:hva|kva|hvilke[nt]?|what|which)\b", re.IGNORECASE)
TOGETHER = re.compile(
    r"\b(?:sammen|saman|tilsammen|sammenlagt|samanlagt|totalt|i\s+alt|samlet|together|in\s+total|altogether)\b",
    re.IGNORECASE,
)
_SET_ASIDE = re.compile(
    r"\b(?:være|vere|sitte|stå)\s+(?:\w+\s+)?(?:på\s+plass|klar)\b|\b(?:være|vere)\s+med\b|\b(?:satt|sett|sette|avsatt|avsett)\s+(?:\w+\s+)?av\b|\b(?:sitter|sit)\s+(?:vi|me)\b",
    re.IGNORECASE,
)
_MOST = re.compile(r"\b(?:mest|lengst\w*|flest|most|longest)\b", re.IGNORECASE)
_KIND = re.compile(r"\b(?:sakstype\w*|type|slags?|kind|sort)\b", re.IGNORECASE)
_TIME_SPENT = re.compile(r"\b(?:mest|minst|lengst|kortest|kortast|most|least)\s+(?:tid|time)\b", re.IGNORECASE)
_FEWEST = re.compile(r"\b(?:minst|kortest\w*|kortast\w*|færrest|least|shortest|fewest)\b", re.IGNORECASE)
_ON_AGENDA = re.compile(
    r"\b(?:saker|sakene|sakane|punkt(?:er)?|cases|items)\s+(?:er|står|har|are|do|on)\s+(?:\w+\s+){0,3}?(?:dagsorden|agenda|saksl|sakl|program|lista|listen|kart|i\s+dag|(?:i|på)\s+møtet)\w*",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?P<lead>[^:?–,]{2,60}?)\s*[:–,]\s+(?P<before>.*\b(?:etter|før|after|before|til|i)\s+)(?:den|det|it|that)(?P<after>\W*)$",
    re.IGNORECASE,
)
# Cues of questions that an agenda does not answer, whatever row they name.
_BEYOND = frozenset({
    Cue.PROPOSAL, Cue.DECIDED, Cue.DEBATE, Cue.MONEY, Cue.CHANGE, Cue.MEMBER, Cue.LEADER, Cue.TITLE, Cue.WHY, Cue.HOW,
    Cue.WHERE, Cue.CHART, Cue.SHARE,
})  # fmt: skip
_NOT_OF_TYPE = _BEYOND - {Cue.PROPOSAL, Cue.DECIDED}


def asked_of_agenda(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Answer what asks one thing of rows that it names, and says no more; None for any other question."""
    query = replace(query, asked=_with_lead(asking_type(query.asked).strip()))
    named = query.cases or query.people or query.years or telling_words(query, corpus)
    if _ANY_OF_TYPE.search(query.asked) and not named:
        return _rows(of_type(query, [item for item in of_one_meeting(query, corpus) if item.case]), query, set())
    asked = _asked(query)
    of_all = _extreme_length(query, corpus) if asked is Asked.LENGTH else None
    if of_all is not None:
        return of_all
    if asked is None or query.years or query.slides or query.unknown_cases:
        return None
    items = of_one_meeting(query, corpus)
    if asked is Asked.LENGTH and (span := span_meant(query, items, corpus)) is not None:
        return _between(*span)
    meant = rows_meant(query, items, corpus, presenter=asked is Asked.PRESENTER)
    if meant is None and asked is Asked.COUNT and not named and _ON_AGENDA.search(query.asked):
        cases = [item for item in items if item.case]
        return counted(of_type(query, cases) or cases)
    if meant is None and not query.cases and names_meeting_alone(query, corpus):
        return _of_meeting_itself(asked, query, items, hits, corpus)
    if meant is None or not _is_of_meeting(asked, meant, query):
        return None
    return told_of_rows(asked, meant, query, items, corpus)


def _with_lead(text: str) -> str:
    """A question with what it is about, said before it, in place of "den": "den siste pausen: når fortsetter vi etter den?"."""
    match = _LEAD.match(text)
    return f"{match['before']}{match['lead'].lower()}{match['after']}" if match is not None else text


def _extreme_length(query: Query, corpus: Corpus) -> Draft | None:
    """The case with the most or the least time set aside, and how long that is; or all of them together."""
    items = of_one_meeting(query, corpus)
    cases = [item for item in items if item.case and agenda_order.length_of(item, items) is not None]
    if not cases or query.cases or telling_words(query, corpus).keys() - EMPTY:
        return None
    if TOGETHER.search(query.asked) and CASES.search(query.asked):
        return together(cases, items)
    of_items = AN_ITEM.search(query.asked) or _TIME_SPENT.search(query.asked)
    if not of_items or (not (most := _MOST.search(query.asked)) and not _FEWEST.search(query.asked)):
        return None
    lengths = [agenda_order.length_of(item, items) or 0 for item in cases]
    wanted = max(lengths) if most else min(lengths)
    drafts = [
        agenda_order.duration(item, items, name(item))
        for item, own in zip(cases, lengths, strict=True)
        if own == wanted
    ]
    return Draft(tuple(statement for draft in drafts if draft is not None for statement in draft.statements))


def _of_meeting_itself(
    asked: Asked, query: Query, items: Sequence[Passage], hits: Sequence[Hit], corpus: Corpus
) -> Draft | None:
    """When the meeting begins, by its first row, or ends, by what its documents say of that."""
    if asked in (Asked.END, Asked.LENGTH):
        return meeting_hours(replace(query, text="Når slutter møtet?"), hits, corpus)
    timed = [item for item in items if item.data["time"]]
    if asked is not Asked.TIME or not _BEGINNING.search(query.asked) or not timed:
        return None
    return _rows(timed[:1], query, {Cue.WHEN})


def _asked(query: Query) -> Asked | None:
    """The one thing that the wording asks for; None where it asks for something that no row has."""
    text = query.asked
    found = cues(_SET_ASIDE.sub(" ", text))
    choice = _CHOICE.search(text)
    if choice or _TYPE.search(text) or (_OF_TYPE.search(text) and not _TAKEN.search(text)):
        return Asked.TYPE if choice or not (found & _NOT_OF_TYPE or _PROPOSAL.search(text)) else None
    if found & _BEYOND or Cue.YES_NO in found:
        return None
    if Cue.HOW_MANY in found and CASES.search(text):
        return Asked.COUNT
    if _LENGTH.search(text):
        return Asked.TIME if UNTIL.search(text) and not span_of(text) else Asked.LENGTH
    if _WHEN.search(text) and not (_WHICH_THINGS.match(text) or _HANDED_IN.search(text)):
        if RESUMING.search(text):
            return Asked.RESUMING
        once_more = None if AGAIN.search(text) else Asked.TIME
        return Asked.END if _ENDING.search(text) else once_more
    if _WHO.search(text):
        return Asked.PRESENTER if Cue.PRESENT in found or _PRESENTS.search(text) else None
    return Asked.ROW if _WHAT.search(text) else None


def _is_of_meeting(asked: Asked, meant: Meant, query: Query) -> bool:
    """Whether rows are asked of as items of the meeting, and not just by words that something else may be called by."""
    timed = bool(times_of_day(query.asked))
    if asked in (Asked.ROW, Asked.COUNT):
        return meant.beside or timed
    if asked is Asked.PRESENTER:
        return meant.beside or timed or Cue.PRESENT in query.cues or bool(_HAS_CASE.search(query.asked))
    pauses = all(not item.case for item in meant.rows)
    if asked is Asked.END and not (pauses or AN_ITEM.search(query.asked)):
        # What a case is about may be finished some day.
        return meant.beside or bool(query.cases)
    named = meant.beside or meant.called or timed or pauses or bool(query.cases)
    return named or asked is Asked.TYPE or bool(OF_MEETING.search(query.asked))


def told_of_rows(asked: Asked, meant: Meant, query: Query, items: Sequence[Passage], corpus: Corpus) -> Draft | None:
    """What is asked of the rows that are meant, of those of one meeting."""
    rows = list(meant.rows)
    if asked is Asked.PRESENTER:
        rows = [item for item in rows if item.data["presenter"]]
        # "Hvem har ordet, og klokka når?"
        return _rows(rows, query, {Cue.WHO, Cue.PRESENT} | (query.cues & {Cue.WHEN, Cue.CLOCK}))
    if asked is Asked.TYPE:
        typed = [item for item in rows if item.data["case_type"]]
        of_kind = _CHOICE.search(query.asked) or _KIND.search(query.asked)
        return _rows(typed, query, {Cue.CASE_TYPE}) or (decided_where(rows) if of_kind else None)
    if asked is Asked.ROW:
        return _rows(rows, query, set())
    if asked is Asked.COUNT:
        return counted([item for item in rows if item.case])
    if asked is Asked.LENGTH:
        return together(rows, items) if meant.beside and len(rows) > 1 else _lengths(rows, query, items)
    if asked is Asked.END and all(item.case for item in rows):
        return _lengths(rows, query, items)
    held = meant.anchors if asked is Asked.RESUMING and meant.beside else rows
    pauses = [item for item in held if not item.case and agenda_order.is_break(item.data["title"])]
    if asked is not Asked.TIME and held is rows:
        rows = [after for item in rows if (after := agenda_order.following(item, items)) is not None]
    timed = [item for item in rows if item.data["time"]]
    # "Hvem snakker om det, og når?"
    also = {Cue.WHO, Cue.PRESENT} if _WHO.search(query.asked) and Cue.PRESENT in query.cues else set()
    draft = _rows(timed, query, {Cue.WHEN, *also})
    if draft is None or asked is Asked.TIME:
        return draft
    when = replace(query, cues=query.cues | {Cue.WHEN})
    return Draft((*draft.statements, *agenda_order.otherwise_on_break(when, pauses, items, corpus)))


def _rows(rows: Sequence[Passage], query: Query, wanted: set[Cue]) -> Draft | None:
    """What is asked of each row."""
    plain = replace(query, cues=frozenset(wanted | (query.cues & {Cue.BRIEF})))
    return Draft(tuple(said(item, plain) for item in rows)) if rows else None


def _lengths(rows: Sequence[Passage], query: Query, items: Sequence[Passage]) -> Draft | None:
    """How long each row is, or all of them together; that the last one's end is not told, where it is the one asked for."""
    if len(rows) > 1 and (TOGETHER.search(query.asked) or len(query.cases) > 1):
        return together(rows, items)
    drafts = [agenda_order.duration(item, items, name(item)) for item in rows]
    told = [statement for draft in drafts if draft is not None for statement in draft.statements]
    if told:
        return Draft(tuple(told))
    last = rows[-1]
    if not last.data["time"] or agenda_order.hours(last, items) is not None:
        return None
    return Draft.abstaining(
        f"Dokumentene sier ikke når møtet slutter. Siste punkt på dagsordenen, {name(last)}, er satt opp "
        f"kl. {last.data['time']} (lysbilde {last.slide})."
    )


def together(rows: Sequence[Passage], items: Sequence[Passage]) -> Draft | None:
    """The sum of the rows' lengths, with the hours of each."""
    known = [own for item in rows if (own := agenda_order.length_of(item, items)) is not None]
    if len(known) < len(rows):
        return None
    minutes = sum(known)
    supports = tuple(Support(item, agenda_order.length_told(item)) for item in rows)
    return Draft((Statement(f"Til sammen {minutes} minutter: {_spans(rows, items)}.", supports, (str(minutes),)),))


def apart(rows: Sequence[Passage], items: Sequence[Passage]) -> Draft | None:
    """How much longer one of two rows is than the other, with the hours of each."""
    one, other = (agenda_order.length_of(item, items) for item in rows)
    if one is None or other is None:
        return None
    minutes = str(abs(one - other))
    supports = tuple(Support(item, agenda_order.length_told(item)) for item in rows)
    return Draft((Statement(f"Forskjellen er {minutes} minutter: {_spans(rows, items)}.", supports, (minutes,)),))


def _spans(rows: Sequence[Passage], items: Sequence[Passage]) -> str:
    """Rows with the hours of each, or how long it is to take."""
    hours = [(item, agenda_order.hours(item, items)) for item in rows]
    spans = [
        f"{name(item)} (kl. {told[0]}–{told[1]})"
        if told
        else f"{name(item)} ({agenda_order.length_of(item, items)} min)"
        for item, told in hours
    ]
    return listed(spans)


def _between(begin: Passage, end: Passage) -> Draft | None:
    """From when one row begins to when another does."""
    if not begin.data["time"] or not end.data["time"]:
        return None
    minutes = minute_of(end.data["time"]) - minute_of(begin.data["time"])
    if minutes <= 0:
        return None
    text = f"Fra kl. {begin.data['time']} til kl. {end.data['time']} er det {minutes} minutter."
    supports = tuple(Support(item, item.data["title"]) for item in (begin, end))
    return Draft((Statement(text, supports, (str(minutes),)),))
