"""Answers about the meeting itself: when and where."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from datetime import date

from radsassistent.answers.agenda.meeting_itself import asks_where_it_is
from radsassistent.answers.agenda.meeting_plan import AFTER_SUMMER, last_of_year, meeting_after
from radsassistent.answers.draft import Draft, statement
from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.bodies import bodies_in, names_body
from radsassistent.meetings.dates import MONTHS, norwegian
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.cues import Cue, cues
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted

_THE_MEETING = re.compile(
    r"\b(møtet|samlingen|samlinga|møtestedet|møtested\w*|dette\s+møtet|\w+møtet|the\s+(?:\w+\s+)?meeting)\b",
    re.IGNORECASE,
)
_OTHER_MEETING = re.compile(
    r"\b(neste|forrige|førre|siste|next|previous)\s+\w*møte\w*|\b(?:start\w*|begynn\w*|byrj\w*|slutt\w*|ferdig|varer|begin\w*|ends?)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(hold\w*|held\w*|hald\w*|finn\w*\s+sted|sted|stad|være|vere|er|var|is|was|lokale\w*|dato\w*|adress\w*|foregå\w*|avhold\w*|book\w*|bestilt|reserv\w*)\b",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"\b(hvor|kor|kvar|where|(?:which|what)\s+(?:room|venue|place)|(?:hvilket|hvilken|kva)\s+(?:rom|møterom|sal|bygg|hus|lokale|sted|stad)|(?:møte)?rom(?:met)?|bygg(?:et)?|building|room|sted(?:et)?|stad(?:en)?|lokale\w*|møtelokale\w*|adresse\w*)\b(?!\s+(?:mange|mye|lenge|lang|stor))",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(når|dato\w*|hvilken\s+dag|kva\s+dag|when|what\s+(?:day|date)|which\s+(?:day|date))\b", re.IGNORECASE
)
MEETS_NEXT = re.compile(
    r"\b(?:neste|next)\s+(?:\w+\s+)?\w*(?:møte\w*|samling\w*|meeting)\b|\b(?:neste\s+g[ao]ng|next\s+time)\b.*\b(?:møt\w*|samle\w*|sees|ses|treff\w*|meet\w*)\b|"
    r"\b(?:samle[sr]?|samlast|treffes|treffast|møt\w*|samles|sees|ses|meet\w*)\b.*\b(?:neste\s+g[ao]ng|igjen|att|next|again)\b|"
    rf"\b(?:samle[sr]?|samlast|treffes|treffast|møt\w*|samles|sees|ses|meet\w*)\b.*{AFTER_SUMMER.pattern}",
    re.IGNORECASE,
)
# "Årets siste møte", "siste møte før jul".
_LAST_OF_YEAR = re.compile(
    r"\b(?:årets|i\s+20\d\d)\s+siste\s+(?:\w+\s+)?\w*(?:møte|samling)\w*|"
    r"\bsiste\s+(?:\w+\s+)?\w*(?:møtet?|samling\w*)\s+(?:\w+\s+){0,2}?(?:i\s+år|i\s+20\d\d|før\s+jul|for\s+året)\b|"
    r"\blast\s+meeting\s+(?:of|this|in)\s+(?:the\s+)?(?:year|20\d\d)\b",
    re.IGNORECASE,
)
_DAY = re.compile(rf"\d{{1,2}}\.\s*(?:{'|'.join(MONTHS)})|\d{{1,2}}\.\d{{1,2}}\.", re.IGNORECASE)
_DAY_NAMED = re.compile(rf"\b\d{{1,2}}\.\s*(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_NUMBERED_DAY = re.compile(r"\b\d{1,2}\.\s?(?P<month>1[0-2]|0?[1-9])\.|\b\d{4}-(?P<iso>\d\d)-\d\d\b")
# The months that may be meant, the edges of two seasons in both; "vår" alone is "our".
_SEASONS = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), frozenset(months))
    for words, months in (
        (r"(?:i|utpå|til)\s+vår|våren(?:s)?|(?:in|this|next)\s+spring", (3, 4, 5, 6)),
        (r"(?:i|til|over)\s+(?:sommer|sumar)|(?:sommer|sumar)(?:en|s)?|summer", (5, 6, 7, 8)),
        (r"(?:i|utpå|til)\s+(?:høst|haust)|(?:høst|haust)en(?:s)?|autumn", (8, 9, 10, 11, 12)),
        (r"(?:i|til)\s+vinter|vinter(?:en|s)|winter", (11, 12, 1, 2, 3)),
    )
)
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_NAMED_DAY = re.compile(rf"\d{{1,2}}\.\s*(?P<month>{'|'.join(MONTHS)})", re.IGNORECASE)
_A_MEETING = re.compile(r"\b\w*(?:møte\w*|samling\w*|meeting)\b", re.IGNORECASE)
_COMPOUND = re.compile(r"\b(?P<of>\w+?)møtet\b", re.IGNORECASE)
_MEETS = re.compile(
    r"\b(?:samles|samlast|møtes|møtast|treffes|meets?|meeting\s+in|gathers?)\b|\b(?:holdt|holder|held|heldt)\s+(?:vi|me|rådet|utvalget|utvalet|styret)\s+til\b|"
    r"\b(?:rom|lokale|sal|hus|sted)\w*\s+(?:er|skal|blir|var|sitter|sit)\s+(?:vi|me)\b|"
    r"\b(?:hvor|kor)\s+skal\s+(?:vi|me)\b.*\b(?:hvilket|kva)\s+(?:rom|møterom|lokale)\W*$",
    re.IGNORECASE,
)
_WE = re.compile(
    r"\b(?:vi|me|jeg|eg|man|du|(?:do|should|shall)\s+I|rådet|utvalget|utvalet|we|the\s+council)\b", re.IGNORECASE
)
_CAPITALS = re.compile(
    rf"\b(?:[Mm]øtes|[Ss]amles|[Tt]reffes|[Mm]øtast|[Mm]øtet?\s+(?:i|for)|[Dd]oes)\s+(?:the\s+)?({CAPITAL}{{2,6}})\b"
)
# What of a meeting is not the meeting: "når ble innkallingen til møtet sendt ut?".
_PAPERS = re.compile(
    r"\b(?:innkalling\w*|referat\w*|protokoll\w*|sakspapir\w*|saksdokument\w*|papirene|invitasjon\w*|påmelding\w*|påmeldings\w*|frist\w*|vedlegg\w*|"
    r"presentasjon\w*|sendt|sendes|minutes|summons|invitation|papers|sent|deadline)\b",
    re.IGNORECASE,
)
# What only a meeting has.
_ROOM = re.compile(
    r"\b(?:møterom\w*|møtelokale\w*|oppmøte\w*|(?:møter?|møte)\s+(?:vi\s+|me\s+)?opp|meeting\s+room)\b", re.IGNORECASE
)
# A question about the meeting as such is short; a longer one is about something in it.
_MOST_WORDS = 8
_A_ROOM = re.compile(r"\b(?:hvilket|kva|which|what)\s+(?:rom|møterom|lokale|room|venue)\b", re.IGNORECASE)
# The place of this meeting and nothing else of it: "hva heter møterommet?".
_ROOM_ASKED = re.compile(
    r"^(?:(?:hva|kva|what|hvor|kor|where|hvilket|which)\s+)?(?:(?:heter|heiter|er|is)\s+)?(?:the\s+)?"
    r"(?:møterom|møtelokale|møtested|oppmøtested|meeting\s+room)\w*\W*$",
    re.IGNORECASE,
)


_SENTENCES = re.compile(rf"(?<=[.!?])\s+(?={CAPITAL})")
# "Kva tid" is "når" in Nynorsk.
_WHAT_TIME = re.compile(r"\bkva\s+tid\b(?!\s+på\s+dagen)", re.IGNORECASE)
_HOUR = re.compile(r"\b(?:kl\.?|klokk[ea]n?)\s*\d|\b\d{1,2}[.:][0-5]\d\b(?!\.)", re.IGNORECASE)
_BEFORE_IT = re.compile(r"\b(?:\w*frist\w*|deadline|innen|send\w*|meld\w*|meldes|påmelding)\b", re.IGNORECASE)


def next_meeting(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """When the body meets again, by what the slides of the meeting named, else of the newest, say of it; the last time in a
    year, by the plan.
    """
    if _LAST_OF_YEAR.search(query.question) and _of_own_body(query, corpus):
        return last_of_year(query, corpus)
    if MEETS_NEXT.search(query.asked) and _WHERE.search(query.asked) and not _WHEN.search(query.asked):
        of_body = len(query.asked.split()) <= _MOST_WORDS and _of_own_body(query, corpus)
        planned = meeting_after(query, corpus, with_place=True) if of_body else None
        # Where this one is says nothing of one in another season.
        return planned or (_place_untold(query, corpus) if of_body else None)
    if (
        not MEETS_NEXT.search(query.asked)
        or not _WHEN.search(query.asked)
        or _PAPERS.search(query.asked)
        or len(query.asked.split()) > _MOST_WORDS + 2
    ):
        return None
    if not _of_own_body(query, corpus):
        return Draft.abstaining("Dokumentene sier ikke når det neste møtet er.")
    newest = corpus.meetings[:1]
    told = [
        passage
        for passage in sorted((hit.passage for hit in hits), key=lambda passage: passage.id)
        if passage.kind is PassageKind.UNIT
        and MeetingKey(passage.body, passage.meeting) in (query.meetings or newest)
        and _tells_next(passage.text)
    ]
    planned = meeting_after(query, corpus)
    if told and not (planned is not None and AFTER_SUMMER.search(query.asked)):
        line = next(filter(_tells_next, _SENTENCES.split(told[-1].text)), told[-1].text)
        months = _months(query.question)
        if months and not months & _months_of_days(line):
            return Draft.abstaining("Dokumentene sier ikke når det møtet er.")
        return Draft((statement(f"{line.rstrip('.')}.", told[-1], line),))
    if planned is not None:
        return planned
    said = any(MEETS_NEXT.search(hit.passage.text) and _DAY.search(hit.passage.text) for hit in hits)
    return None if said else Draft.abstaining("Dokumentene sier ikke når det neste møtet er.")


def hour_of_next_meeting(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What is said of the next meeting with a time of day, or that none is told; the hours on the agenda are this meeting's."""
    asks = MEETS_NEXT.search(query.asked) and Cue.CLOCK in query.cues and Cue.BREAK not in query.cues
    if not asks or _WHAT_TIME.search(query.asked):
        return None
    lines = (hit.passage for hit in hits if hit.passage.kind is PassageKind.UNIT and _tells_next(hit.passage.text))
    timed = next((line for line in lines if _HOUR.search(line.text)), None)
    if timed is None or not _of_own_body(query, corpus):
        return Draft.abstaining("Dokumentene sier ikke når på dagen det neste møtet begynner.")
    return Draft((statement(f"{timed.text.rstrip('.')}.", timed),))


def _tells_next(text: str) -> bool:
    """Whether a text tells on which day the next meeting is: not by when something is to be sent in before it."""
    match = MEETS_NEXT.search(text)
    return match is not None and _DAY.search(text) is not None and not _BEFORE_IT.search(text[: match.start()])


def _of_own_body(query: Query, corpus: Corpus) -> bool:
    """Whether a question names no body, or one whose meetings the archive has; capitals in it are a body's name too."""
    own = {meeting.body for meeting in corpus.meetings}
    named = [*bodies_in(query.question), *_CAPITALS.findall(query.question)]
    return not named or any(names_body(name, body) or names_body(body, name) for name in named for body in own if body)


# When it is over is another thing than when it is.
_OVER = re.compile(r"\b(?:slutter|sluttar|ferdig\w*|over|done|finish\w*|ends)\b", re.IGNORECASE)


def _months(question: str) -> set[int]:
    """The months that a question names, by name or as a season ("i høst")."""
    named = {MONTHS[match[0].lower()] for match in _MONTH.finditer(question)}
    return named.union(*(months for season, months in _SEASONS if season.search(question)))


def _months_of_days(text: str) -> set[int]:
    """The months of the days that a text names."""
    named = {MONTHS[match["month"].lower()] for match in _NAMED_DAY.finditer(text)}
    return named | {int(match["month"] or match["iso"]) for match in _NUMBERED_DAY.finditer(text)}


def _place_untold(query: Query, corpus: Corpus) -> Draft | None:
    """That no place is told, where a season or month is named that none of the archive's meetings is in."""
    months = _months(query.question)
    held = {date.fromisoformat(meeting.date).month for meeting in corpus.meetings}
    return Draft.abstaining("Dokumentene sier ikke hvor det møtet er.") if months and not months & held else None


def meeting_answer(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The date or the venue of the meeting named, else of the newest; None for any other question."""
    text = query.text
    itself = asks_where_it_is(query.asked, corpus)
    turns_up = itself or bool(_ROOM.search(text) and (_WE.search(text) or _ROOM_ASKED.search(text)))
    gathers = _meets(query, corpus) or turns_up
    of_meeting = _THE_MEETING.search(text) or (gathers and not query.years)
    if (
        not of_meeting
        or _PAPERS.search(text)
        or MEETS_NEXT.search(text)
        or _OTHER_MEETING.search(text)
        or _OVER.search(text)
        or query.wanted is Wanted.PERSON
        or not (_HELD.search(text) or gathers)
    ):
        return None
    # Who asks where to turn up says who comes, and to what.
    if not itself and (
        len(text.split()) > _MOST_WORDS + (2 if turns_up or (_A_ROOM.search(text) and not _WHEN.search(text)) else 0)
        or query.cases
        or not (query.meetings or _is_of_body(text))
    ):
        return None
    facts = [p for p in corpus.of_kind(PassageKind.MEETING) if not query.meetings or _named(query, p.body, p.meeting)]
    # One of another year is told by no meeting that the archive has.
    facts = [p for p in facts if not query.years or p.meeting[:4] in query.years]
    if not facts:
        return None
    fact = max(facts, key=lambda passage: passage.meeting)
    title, venue = fact.data["title"], fact.data["venue"]
    months = _months(query.question)
    elsewhen = bool(months) and date.fromisoformat(fact.meeting).month not in months
    # "… i hvilket rom, og hvilken dato?": the second part asks when, and carries the words of the first.
    when_alone = _WHEN.search(query.question) and not _WHERE.search(query.question)
    if itself or (_WHERE.search(text) and not when_alone):
        return _held_at(fact, corpus, with_day=bool(_WHEN.search(text))) if venue and not elsewhen else None
    if _WHEN.search(text):
        if any(
            match.lower() not in norwegian(date.fromisoformat(fact.meeting)).lower()
            for match in _DAY_NAMED.findall(text)
        ):
            # Another meeting's day is named: what became of that one is told elsewhere.
            return None
        if elsewhen:
            # Another meeting is meant than those whose documents are there.
            return next_in(months, hits) or Draft.abstaining("Dokumentene sier ikke når det møtet er.")
        return Draft((statement(f"{norwegian(date.fromisoformat(fact.meeting))}.", fact, title),))
    return None


def _held_at(fact: Passage, corpus: Corpus, *, with_day: bool) -> Draft | None:
    """The venue of a meeting, on a slide that names it: the minutes may, where the deck announces no more than the day."""
    title, venue = fact.data["title"], fact.data["venue"]
    own = (fact.body, fact.meeting)
    of_meeting = (p for p in corpus.passages if (p.body, p.meeting) == own and p.kind is PassageKind.UNIT)
    on = next((p for p in (fact, *of_meeting) if venue in corpus.slide_text(p.sha256, p.slide)), None)
    if on is None:
        return None
    said = statement(f"{venue[:1].upper()}{venue[1:]}.", on, venue)
    # "Kor er møtet, og kva dag er det?"
    day = statement(f"{norwegian(date.fromisoformat(fact.meeting))}.", fact, title) if with_day and title else None
    return Draft((said,) if day is None else (said, day))


def next_in(months: Set[int], hits: Sequence[Hit]) -> Draft | None:
    """What a slide says of a meeting on a day of the months asked for."""
    for hit in hits:
        passage = hit.passage
        days = [MONTHS[match["month"].lower()] for match in _NAMED_DAY.finditer(passage.text)]
        if passage.kind is PassageKind.UNIT and set(days) & months and _A_MEETING.search(passage.text):
            return Draft((statement(f"{passage.text.rstrip('.')}.", passage),))
    return None


def _meets(query: Query, corpus: Corpus) -> bool:
    """Whether a question is for where or when a body of the archive, or "we", gather; not some other group."""
    bodies = {meeting.body for meeting in corpus.meetings}
    ours = _WE.search(query.question) or any(names_body(query.question, body) for body in bodies if body)
    return bool(ours and _MEETS.search(query.question))


def _is_of_body(text: str) -> bool:
    """Whether the meeting is called no more than that, or by its body: "rådsmøtet"; "sommermøtet" may be another."""
    match = _COMPOUND.search(text)
    return match is None or Cue.BODY in cues(match["of"].removesuffix("s")) or match["of"] in ("dags", "råds")


def _named(query: Query, body: str, day: str) -> bool:
    return any((meeting.body, meeting.date) == (body, day) for meeting in query.meetings)
