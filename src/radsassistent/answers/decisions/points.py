"""Answers about one point of a decision: what something was set to, what became of a point, when a case comes up again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from radsassistent.answers.agenda.rows import CLEARLY, HALF, called_cases, with_parts
from radsassistent.answers.decisions.facts import UNTELLING, decided, decided_points, points
from radsassistent.answers.decisions.proposal_facts import PROPOSED, in_scope
from radsassistent.answers.draft import Draft
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings import DecisionStatus
from radsassistent.meetings.case_numbers import CASE_NUMBER
from radsassistent.meetings.dates import MONTHS, dates_in
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.features import covered
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import stem

# What a meeting did with something, in the past tense: "hva ble stipendet satt til", "ble punktet strøket", "ble det noe av".
OUTCOME = re.compile(
    r"\b(?:ble|blei|vart|var|was|were|been)\b.*\b(?:satt|sett|fastsatt|fastsett|endret|endra|strøket|stroke|strøke|tatt\s+ut|teke\s+ut|redusert|"
    r"økt|auka|flyttet|flytta|forlenget|forlenga|kuttet|kutta|no[ek]\w*\s+av|set|struck|changed|removed|moved|reduced|raised)\b|"
    r"\b(?:hva|kva|what)\s+(?:skjedde|hende|hendte|happened)\b|(?<!\bi )\b(?:endte|enda|landet|landa)\b|"
    r"\better\s+møtet\b|\bafter\s+the\s+meeting\b",
    re.IGNORECASE,
)
# "Hva ble bindingstiden", "hvor stor ble rammen", "ble det innført vakter": of a meeting, or of anything that happened.
_BECAME = re.compile(
    r"^(?:(?:hva|kva|what)|(?:hvor|kor|how)\s+\w+)\s+(?:ble|blei|vart)\b|^(?:ble|blei|vart)\b", re.IGNORECASE
)
# When what was put off or turned down is taken up anew.
_AGAIN = re.compile(
    r"\b(?:når|kva\s+tid|hvilket\s+møte|kva\s+møte|when|which\s+meeting)\b.*\b(?:igjen|på\s+ny(?:tt)?|att|på\s+nytt|again|back|tilbake|"
    r"utsatt\s+til|utsett\s+til|postponed\s+(?:to|until))\b|"
    r"\b(?:utsatt|utsett|postponed)\s+(?:til|to|until)\s+(?:når|hvilket|kva|when|which)\b|"
    r"\b(?:til|to|until)\s+(?:når|kva\s+tid|hvilket\s+møte|kva\s+møte|when)\b.*\b(?:skjøvet|skuva|skyvd|utsatt|utsett|flytt\w*|vente\w*|"
    r"postponed|put\s+off|moved|pushed)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\d[\d\s.,]*\s*(?:mill\w*\.?|mrd\.?|milliard\w*)?\s*(?:kr|kroner|krone|nok|mnok)\b|\b(?:kr|kroner|nok|mnok)\.?\s*\d",
    re.IGNORECASE,
)
ASKS_MONEY = re.compile(
    r"\b(?:(?:(?:hvor|kor)\s+my(?:e|kje)|how\s+much)(?!\s+(?:tid|varsel|plass|time|notice|space)\b)|penger|pengar|kroner|kr|beløp\w*|ramme\w*|kost\w*|mill\w*|money|amount)\b",
    re.IGNORECASE,
)
_COUNTS_THINGS = re.compile(
    r"\b(?:hvor|kor)\s+(?:mange|få)\s+(?!(?:kroner|kr|penger|pengar|mill\w*|mrd|milliard\w*)\b)|"
    r"\bhow\s+(?:many|few)\s+(?!(?:kroner|million\w*|billion\w*)\b)",
    re.IGNORECASE,
)
FRAME = re.compile(
    r"(?:kostnads|øvre|total|økonomisk\w*\s|budsjett|pris)\w*\s*ramme|\bramm[ae]n?\b|\bkost(?:e|ar|er|nad\w*)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(r"\b(?:\w*møte\w*|meeting\w*|tas\s+opp|behandl\w*)\b", re.IGNORECASE)
_DAY = re.compile(rf"\b\d{{1,2}}\.\s*(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_BY_THEN = re.compile(
    rf"\b(?:{'|'.join(MONTHS)})\b|"
    r"\b(?:i|innen|før|til|etter|over|by|before|after)\s+(?:\w+\s+)?(?:påske\w*|sommer\w*|sumar\w*|jul(?:a|en)?|høst\w*|haust\w*|vår(?:en)?|vinter\w*|årsskiftet|nyttår|easter|summer|christmas|autumn|spring)\b|"
    r"\b(?:innen|innan|etter|om|in|after|within)\s+(?:\d{1,2}|ett|eitt|to|tre|fire|fem|seks|one|two|three|four|five|six)\s+(?:år|måned\w*|månad\w*|uker|veker|dager|dagar|years?|months?|weeks?|days?)\b|"
    r"\b(?:våren|sommeren|høsten|hausten|vinteren|sumaren)\b|\b(?:neste|førstkommende|next)\s+(?:møte\w*|meeting|halvår|kvartal|år)\b|\b(?:første|fyrste|andre|tredje|fjerde|\d\.)\s+(?:halvår|kvartal|tertial)\b",
    re.IGNORECASE,
)
_POINT = re.compile(r"^(?:punkt|pkt\.?|point|ledd)\s*(?P<number>\d{1,2})\b", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?P<number>\d{1,2})[.)]\s*")
_A_NUMBER = re.compile(
    r"\d|\b(?:to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|én|ett|eitt|halvt|halvparten|halvdelen|two|three|four|five|six)\b",
    re.IGNORECASE,
)
# Digits that say how many of nothing: the number of a point, a day, a year, a case.
_NO_NUMBER = re.compile(
    rf"^(?:punkt|pkt\.?|point|ledd)\s*\d{{1,2}}\b|^\d{{1,2}}[.)]\s|{_DAY.pattern}|\b(?:19|20)\d\d\b|{CASE_NUMBER.pattern}",
    re.IGNORECASE,
)
# "Punktet om …": the word says that a point is asked for, not which.
OF_POINTS = frozenset(
    stem(word)
    for word in (
        "punkt punktet punkta del delen ledd satt sett strøket endret endra slutt igjen nytt tilbake opp utsatt utsett "
        "år året årlig årleg endte enda landet stemmetall stemmetallet "
        "innført innføre innførte opprettet oppretta opprette etablert etablere vedtatt introduced established "
        "point again back come comes set vote votes voted what when was"
    ).split()
)
# The share of a question's topic that a decision must have where the wording alone does not say that one is asked for.
ALL = 0.99
# So much of it another decision must lack, for the one that has it all to be meant.
LACKING = 0.2


@dataclass(frozen=True, slots=True)
class _Point:
    """A line of a decision, with the point of the proposal that it answers."""

    line: str
    proposed: str


def decision_point(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The point of a decision that a question on what was decided is about, else None: where it is about the whole case, or where
    no point is clearly meant.
    """
    again = bool(_AGAIN.search(query.text))
    asks = again or query.cues & {Cue.DECIDED, Cue.DEBATE} or OUTCOME.search(query.text)
    became = not asks and not query.years and bool(_BECAME.search(query.text))
    of_agenda = {Cue.PRESENT, Cue.LIST} if again else {Cue.PRESENT, Cue.CLOCK, Cue.DURATION, Cue.LIST}
    if not (asks or became) or PROPOSED.search(query.text) or query.cues & of_agenda:
        return None
    decisions = [d for d in corpus.of_kind(PassageKind.DECISION) if in_scope(d, query)]
    topic = corpus.topic(query.asked, UNTELLING | OF_POINTS)
    known = {term: weight for term, weight in topic.items() if corpus.lexical.has(term)}
    known = {term: weight for term, weight in known.items() if term not in called_cases(query, corpus)}
    decision = _meant(query, known, decisions, corpus, again=again)
    if decision is None and not became and not again:
        decision = _nearest(query, known, hits, decisions)
    if decision is None or (became and not _told(topic, decision, corpus)):
        return None
    if again:
        return _taken_up(decision, corpus)
    if len(points(decision)) == 1:
        return Draft(tuple(decided(decision, corpus)))
    return line_meant(query, known, decision, corpus)


def _meant(
    query: Query, known: Mapping[str, float], decisions: Sequence[Passage], corpus: Corpus, *, again: bool
) -> Passage | None:
    """The decision of the case named, else the one that has clearly most of the words asked for, and half of them."""
    if again:
        put_off = [d for d in decisions if d.data["status"] in (DecisionStatus.POSTPONED, DecisionStatus.REJECTED)]
        decisions = put_off
    if query.cases:
        of_case = [d for d in decisions if d.case in query.cases]
        return of_case[0] if len(of_case) == 1 else None
    if not known:
        put_off = [d for d in decisions if d.data["status"] == DecisionStatus.POSTPONED]
        return put_off[0] if again and len(put_off) == 1 else None
    shares = sorted(
        ((covered(known, with_parts(known, _terms_of(d, corpus), corpus)), d.id, d) for d in decisions), reverse=True
    )
    if not shares or shares[0][0] < HALF:
        return None
    second = shares[1][0] if len(shares) > 1 else 0.0
    # One that has every word is meant where the next lacks some of them.
    whole = shares[0][0] >= ALL and second < ALL - LACKING
    return shares[0][2] if whole or second <= CLEARLY * shares[0][0] else None


def _nearest(
    query: Query, known: Mapping[str, float], hits: Sequence[Hit], decisions: Sequence[Passage]
) -> Passage | None:
    """The decision of the case whose minutes are the best passage, where a question on an outcome has no word of the archive."""
    if known or query.cases or not hits:
        return None
    best = hits[0].passage
    of_case = [d for d in decisions if (d.sha256, d.slide, d.case) == (best.sha256, best.slide, best.case)]
    return of_case[0] if len(of_case) == 1 else None


def _told(topic: Mapping[str, float], decision: Passage, corpus: Corpus) -> bool:
    """Whether a decision has all that a question is about: only then what "became" of it is what the meeting made of it."""
    return bool(topic) and covered(topic, with_parts(topic, _terms_of(decision, corpus), corpus)) >= ALL


def _terms_of(decision: Passage, corpus: Corpus) -> set[str]:
    """The terms of a decision, of what was proposed and of the title of its case."""
    return set(corpus.terms(f"{decision.embedded_text} {decision.data['proposal'] or ''}")) | _of_title(
        decision, corpus
    )


def _of_title(decision: Passage, corpus: Corpus) -> set[str]:
    titles = (
        item.data["title"]
        for item in corpus.of_kind(PassageKind.AGENDA)
        if (item.body, item.meeting, item.case) == (decision.body, decision.meeting, decision.case)
    )
    return {term for title in (*titles, decision.context) for term in corpus.terms(title)}


def _line(query: Query, known: Mapping[str, float], decision: Passage, corpus: Corpus) -> str | None:
    """The one line that has most of what the title of the case does not say; where nothing is left, the one with what the
    question wants: an amount, a number, a day.
    """
    title = with_parts(known, _of_title(decision, corpus), corpus)
    rest = {term: weight for term, weight in known.items() if term not in title}
    found = _paired(decision)
    wanted = [point for point in found if has_wanted(query, point.line)]
    if not rest:
        asked = query.wanted in (Wanted.NUMBER, Wanted.TIME) or ASKS_MONEY.search(query.text)
        if len(wanted) > 1 and ASKS_MONEY.search(query.text):
            # What it may cost is the frame of the whole, not the sum of a part.
            wanted = [point for point in wanted if FRAME.search(point.line)]
        return wanted[0].line if asked and len(wanted) == 1 else None
    shares = sorted(
        (
            (covered(rest, with_parts(rest, set(corpus.terms(f"{p.line} {p.proposed}")), corpus)), p in wanted, p.line)
            for p in found
        ),
        reverse=True,
    )
    best = shares[0]
    if best[0] < HALF or (len(shares) > 1 and shares[1][0] > CLEARLY * best[0] and not (best[1] and not shares[1][1])):
        return None
    return best[2]


def tells_day(text: str) -> bool:
    """Whether a text has a day, with its year or without."""
    return bool(dates_in(text)) or bool(_DAY.search(text))


def tells_time(text: str) -> bool:
    """Whether a text has a day, a month, a season or the meeting by which something is to be done."""
    return tells_day(text) or _BY_THEN.search(text) is not None


def has_wanted(query: Query, line: str) -> bool:
    """Whether a line has the form of what is asked for; any line has where nothing in particular is."""
    if _counts_money(query):
        return bool(_MONEY.search(line))
    if query.wanted is Wanted.TIME:
        return tells_time(line) or bool(re.search(r"\b(?:19|20)\d\d\b", line))
    return query.wanted is not Wanted.NUMBER or bool(_A_NUMBER.search(_NO_NUMBER.sub(" ", line)))


def _counts_money(query: Query) -> bool:
    """Whether an amount of money is asked for, not how many there are of something that is paid for."""
    if _COUNTS_THINGS.search(query.text):
        return False
    return bool(query.cues & {Cue.MONEY} or ASKS_MONEY.search(query.text))


def line_meant(query: Query, known: Mapping[str, float], decision: Passage, corpus: Corpus) -> Draft | None:
    """The one line of a decision of several that a question means; None where it may be any."""
    if len(points(decision)) == 1:
        return None
    line = _line(query, known, decision, corpus)
    return decided_points(decision, [line], corpus) if line is not None else None


def _paired(decision: Passage) -> list[_Point]:
    """The lines of a decision with the points of the proposal: by the number that a line names, else by place where both have
    as many.
    """
    proposal = [line for line in str(decision.data["proposal"] or "").split("\n") if line.strip()]
    numbered = {int(match["number"]): line for line in proposal if (match := _NUMBERED.match(line))}
    lines = points(decision)
    found = []
    for place, line in enumerate(lines):
        named = _POINT.match(line)
        other = numbered.get(int(named["number"])) if named is not None else None
        if other is None and named is None and len(lines) == len(proposal):
            other = proposal[place]
        found.append(_Point(line, other or ""))
    return found


def _taken_up(decision: Passage, corpus: Corpus) -> Draft | None:
    """The lines of a decision that name a day of a meeting to come, else a day."""
    lines = points(decision)
    dated = [line for line in lines if dates_in(line)]
    of_meeting = [line for line in dated if _MEETING.search(line)] or dated
    if of_meeting:
        return decided_points(decision, of_meeting[:1], corpus)
    return decided_points(decision, lines[:1], corpus) if decision.data["status"] == DecisionStatus.POSTPONED else None
