"""When the meeting itself ends and how long it lasts, in the words that its documents have for its hours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from radsassistent.answers.agenda.meeting_facts import meeting_answer
from radsassistent.answers.agenda.meeting_itself import asks_when_it_begins
from radsassistent.answers.agenda.order import is_closing
from radsassistent.answers.agenda.rows import in_scope, name, said
from radsassistent.answers.draft import Draft, Statement, statement
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.dates import dates_in
from radsassistent.meetings.header import is_label
from radsassistent.meetings.outcomes import sentences
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.terms import MIN_PART, STOP_WORDS, begins_alike, stem, words

_MEETING = r"(?:møtet|dagen|the\s+day|rådsmøtet|vi|me|we|(?:the|this)\s+(?:council\s+)?meeting)"
_ENDS = r"(?:slutt\w*|ferdig\w*|over|heva|hevet|avslutt\w*|ends?|ended|finish\w*|done)"
_BETWEEN = r"(?:\s+(?!sak|saka|saken|punkt)\w+){0,4}?"
_CLOSE = (
    r"\s*(?:(?:for|i|den)\s+(?:dagen|dag)|(?:på|on)\s+(?:(?:man|tirs|ons|tors|fre|lør|søn|måne|tys|laur|sun)(?:da[gn]|dag)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|today|for\s+the\s+day|(?:etter|ifølge|ifølgje|according\s+to)\s+(?:the\s+)?"
    r"(?:plan\w*|program\w*|agenda\w*|dagsorden\w*|saks?list\w*|innkalling\w*|schedule))?\s*(?:[,;?.!]|$)"
)
# The meeting as such, and its end or its length: "når møtet er ment å være ferdig", not "når møtet snakker om slutten av året".
_ASKED = re.compile(
    rf"\b(?:når|kva\s+tid|hvilken\s+tid|when|what\s+time)\b{_BETWEEN}\s+{_MEETING}{_BETWEEN}\s+{_ENDS}{_CLOSE}|"
    rf"\b(?:når|kva\s+tid|when)\b\s+(?:er|blir|var|are)\s+{_MEETING}\s+{_ENDS}{_CLOSE}|"
    rf"\b(?:når|kva\s+tid|when)\b\s+{_ENDS}\s+{_MEETING}{_CLOSE}|"
    rf"\b(?:hvor|kor)\s+(?:lenge|lang\s+tid)\s+(?:varer|varar|varte|tar|tek|er)\s+(?:hele\s+|heile\s+)?{_MEETING}\s*(?:[?.!]|$)|"
    rf"\bhow\s+long\s+(?:does|did|is|will)\s+{_MEETING}\b|"
    # "Når kan jeg regne med å være ferdig?", "når kan vi dra hjem?"
    r"\b(?:når|kva\s+tid|when)\b\s+(?:kan|får|skal|can|will)\s+(?:jeg|eg|vi|me|man|du|(?-i:I)|we)\s+(?:(?:regne|rekne|rekna|expect)\s+(?:med\s+)?(?:å|to)\s+)?"
    r"(?:(?:være|vere|bli|be)\s+(?:ferdig|done|finished)|(?:dra|gå|reise|ta\s+\w+|komme|kome|go)\s+(?:hjem|heim|home))\b(?:\s+(?:og|and)\s+\w+.*)?\s*[?.!]*$|"
    r"\b(?:når|kva\s+tid|when)\b\s+(?:er|var|ble|blei|vart|was)\s+(?:det|it)\s+(?:slutt|ferdig|over|hevet|heva|finished)\s*(?:[?.!]|$)",
    re.IGNORECASE,
)
# Whether it was over by the time planned.
_ASKED_OVERRUN = re.compile(
    r"\b(?:på\s+overtid|over\s+tida|over\s+tiden|overrun|ran?\s+over(?:time)?|(?:ferdig\w*|slutt|done|finish\w*)\s+(?:til|i|innen|innan|på|on|in|by)\s+"
    r"(?:den\s+|the\s+)?(?:planlagt\w*\s+|avtalt\w*\s+|satt\w*\s+|planned\s+)?(?:tid\w*|time))\b",
    re.IGNORECASE,
)
# When it was to be over, or when it was.
_PLANNED = re.compile(
    r"\b(?:ment|meint|planlagt|planlagd|plan(?:en)?|program\w*|agenda\w*|dagsorden\w*|skulle|skal|tenkt|satt\s+opp|sett\s+opp|scheduled|planned|supposed|meant)\b",
    re.IGNORECASE,
)
_WAS = re.compile(r"\b(?:ble|blei|vart|var|gikk|gjekk|sluttet|slutta|was|did|ended)\b", re.IGNORECASE)
_OF_MEETING = re.compile(
    r"\b(?:møtet|vi|me|de|dei|dere|rådet|utvalget|utvalet|styret|meeting|they|we)\b", re.IGNORECASE
)
_WHEN = r"\b(?:når|kva\s+tid|hvilken\s+tid|hva\s+tid|klokka|when|what\s+time)\b"
# When somebody must be there, which may be for one item.
_READY = re.compile(
    rf"{_WHEN}\s+(?:bør|må|skal|should|must|do|does)\s+(?:jeg|eg|vi|me|man|we|(?-i:I))\s+(?:have\s+to\s+)?(?:være|vere|møte|stille|be)\s+(?:på\s+plass|der|klar\w*|opp|there|ready)\b",
    re.IGNORECASE,
)
_HOUR = r"(?:[01]?\d|2[0-3])[.:][0-5]\d"
_PERIOD = re.compile(rf"(?<![\d.:]){_HOUR}\s*(?:–|—|-|til|till)\s*(?:kl\.?\s*)?{_HOUR}(?![.:]?\d)", re.IGNORECASE)
_CLOSED = re.compile(
    rf"\bmøtet\b.*\b(?:slutt\w*|hevet|heva|avslutt\w*|ferdig)\b\D{{0,10}}{_HOUR}(?![.:]?\d)", re.IGNORECASE
)


def meeting_start(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The first item of the meeting named, else of the newest, with its time; None for any other question."""
    if query.cases or Cue.BREAK in query.cues:
        return None
    ready = _READY.search(query.text)
    rows = _named_beside(ready, query, corpus) if ready is not None else []
    if rows:
        # "Jeg skal bare være med på regnskapet. Når må jeg være klar?" asks for that item.
        timed = [row for row in rows if row.data["time"]]
        return (
            Draft((said(timed[0], replace(query, cues=query.cues | {Cue.CLOCK})),))
            if len(rows) == len(timed) == 1
            else None
        )
    if not asks_when_it_begins(query.asked, corpus):
        return None
    if query.unknown_meeting is not None:
        return Draft.abstaining("Det står ikke i dokumentene.")
    meetings = query.meetings or tuple(corpus.meetings[:1])
    timed = [
        item
        for item in in_scope(query, corpus)
        if item.data["time"] and MeetingKey(item.body, item.meeting) in meetings
    ]
    if Cue.WHERE in query.cues and query.asked != query.text:
        # "Når begynner vi, og hvor er det?"
        return meeting_answer(replace(query, text="Hvor er møtet?"), hits, corpus)
    if timed:
        return Draft((said(timed[0], query),))
    lines = [line for line in _lines(corpus) if _tells_hours(line, meetings)]
    return Draft((_told(lines[0]),)) if lines else None


def _named_beside(asked: re.Match[str], query: Query, corpus: Corpus) -> list[Passage]:
    """The rows that are named beside a question for when somebody must be there: those that have most of the words there."""
    beside = f"{query.text[: asked.start()]} {query.text[asked.end() :]}"
    named = [stem(word) for word in words(beside) if word not in STOP_WORDS and len(word) >= MIN_PART]
    rows = {item.id: item for item in in_scope(query, corpus)}
    shared = {
        each: sum(begins_alike(term, named) for term in set(corpus.terms(row.data["title"])))
        for each, row in rows.items()
    }
    most = max(shared.values(), default=0)
    return [row for each, row in rows.items() if most and shared[each] == most]


def meeting_hours(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The line that gives the end of the meeting named, else of the newest, from each document that has one (plan, minutes).

    Where no document tells, that is said, with when the last item begins; None for any other question.
    """
    overrun = bool(_ASKED_OVERRUN.search(query.text) and _OF_MEETING.search(query.text))
    if not (_ASKED.search(query.text) or overrun) or query.cases or Cue.BREAK in query.cues:
        return None
    meetings = query.meetings or tuple(corpus.meetings[:1])
    # What was not found cannot be cited.
    found = {hit.passage.id for hit in hits}
    lines = [line for line in _lines(corpus) if line.id in found and _tells_end(line, meetings)]
    closing = [item for item in in_scope(query, corpus) if item.data["time"] and is_closing(item)][-1:]
    if closing and not overrun and not lines:
        return Draft(tuple(said(item, replace(query, cues=frozenset({Cue.WHEN}))) for item in closing))
    closed = [line for line in lines if _CLOSED.search(line.text)]
    if not overrun and _PLANNED.search(query.text):
        minutes = {line.sha256 for line in closed}
        lines = [line for line in lines if line.sha256 not in minutes] or lines
    elif not overrun and _WAS.search(query.text):
        lines = closed or lines
    if lines:
        of_document: dict[str, Passage] = {}
        # That a meeting was closed tells more than the hours that it was to have.
        for line in sorted(lines, key=lambda line: not _CLOSED.search(line.text)):
            of_document.setdefault(line.sha256, line)
        told = tuple(_told(line) for line in of_document.values())
        return Draft((*told, *(_planned(query, corpus) if overrun else ())))
    timed = [item for item in in_scope(query, corpus) if item.data["time"]]
    if not timed:
        return None
    if planned := _planned(query, corpus):
        return Draft(planned)
    last = timed[-1]
    return Draft.abstaining(
        f"Dokumentene sier ikke når møtet slutter. Siste punkt på dagsordenen, {name(last)}, er satt opp "
        f"kl. {last.data['time']} (lysbilde {last.slide})."
    )


def _lines(corpus: Corpus) -> list[Passage]:
    """The lines of the documents, and what a table of labels tells of the meeting: "Tid: 09.00–12.00"."""
    rows = (row for row in corpus.of_kind(PassageKind.TABLE_ROW) if is_label(str(row.data["label"])))
    return [*corpus.of_kind(PassageKind.UNIT), *rows]


def _told(line: Passage) -> Statement:
    row = line.kind is PassageKind.TABLE_ROW
    return statement(f"{_of_hours(line).rstrip('.')}.", line, str(line.data["values"][0]) if row else None)


def _of_hours(line: Passage) -> str:
    """The sentence of a line that says that the meeting was closed; the whole line where it has its hours."""
    return next((sentence for sentence in sentences(line.text) if _CLOSED.search(sentence)), line.text)


def _planned(query: Query, corpus: Corpus) -> tuple[Statement, ...]:
    """Until when the last item of the agenda was to go on, where the agenda says so."""
    timed = [item for item in in_scope(query, corpus) if item.data["time"]]
    if not timed or not timed[-1].data.get("end"):
        return ()
    last = timed[-1]
    text = f"Siste punkt på dagsordenen, {name(last)}, er satt opp kl. {last.data['time']}–{last.data['end']}."
    return (statement(text, last, last.data["title"]),)


def _tells_end(line: Passage, meetings: Sequence[MeetingKey]) -> bool:
    """Whether a line says when its own meeting closed, or has its day and the hours from and to."""
    if MeetingKey(line.body, line.meeting) not in meetings:
        return False
    return bool(_CLOSED.search(line.text)) or _tells_hours(line, meetings)


def _tells_hours(line: Passage, meetings: Sequence[MeetingKey]) -> bool:
    """Whether a line has the day of its own meeting, or stands on its cover, and the hours from and to."""
    if MeetingKey(line.body, line.meeting) not in meetings:
        return False
    days = dates_in(line.text)
    on_cover = line.slide == 1 and line.case is None and not days
    return bool(_PERIOD.search(line.text)) and (on_cover or days == [date.fromisoformat(line.meeting)])
