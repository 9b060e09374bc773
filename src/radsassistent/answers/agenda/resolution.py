"""Which rows of the agenda fulfil all that a question says, in which order, and what it asks of them: every word of it is told by
the rows or is one of every question about agendas, else another way of answering is tried.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from radsassistent.answers.agenda.asked import AGAIN, RESUMING, TOGETHER, together
from radsassistent.answers.agenda.condition import Kind, condition_on
from radsassistent.answers.agenda.days import edge_of_day, of_day_meant
from radsassistent.answers.agenda.details import decided_where
from radsassistent.answers.agenda.facts import NUMBERS_ALONE, counted, numbers_of
from radsassistent.answers.agenda.meant import OF_MEETING
from radsassistent.answers.agenda.presenters import presenters_by_cases, presenters_counted
from radsassistent.answers.agenda.reading import Reading, nearest_of, read, row_lengths
from radsassistent.answers.agenda.rows import AN_ITEM, CALLED_CASE, of_one_meeting, said, titled
from radsassistent.answers.agenda.types_named import asking_type, without_deeds
from radsassistent.answers.agenda.verdicts import compared, difference, is_yes_no, verdict
from radsassistent.answers.agenda.vocabulary import (
    ASKS,
    CASES_SAID,
    ENDING,
    FIELDS,
    FULL_TITLE,
    HOW_LONG,
    HOW_MANY,
    IS_IT_SO,
    ITEMS_SAID,
    NEXT_TO,
    SEVERAL,
    SHOWN_TYPE,
    SPEAKS,
    STATES,
    THE_MEETING,
    WHEN,
    WHICH_BODY,
    WHO,
    WHO_HAS,
)
from radsassistent.answers.draft import Draft, Statement, listed, statement
from radsassistent.archive import Passage
from radsassistent.meetings.bodies import bodies_in
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.intents import Intent
from radsassistent.search.query import Query

# What is asked of proposals, decisions and money is told elsewhere, unless the words are those for a type of case.
_ELSEWHERE = re.compile(
    r"\b(?:forslag\w*|foreslå\w*|framlegg\w*|innstilling\w*|innstil\w*|vedtatt\w*|vedteke\w*|godkjen[td]\w*|approved|avvist\w*|avslått|utsatt\w*|utsett\w*|postponed|besluttet|bestemt\w*|stem(?:me|te|t|mer)|forvent\w*|gjøre\s+med|gjere\s+med|avstemning\w*|"
    r"ta[srt]?\s+(?:\w+\s+){0,3}til\s+(?:orientering|etterretning)|(?:tatt|teke|tok|taken|took)\b.*\b(?:til|for)\s+(?:orientering|etterretning|information)|kost(?:er|ar|et|a|e|nad(?:en|er|ene|ane)?)?|costs?|mill\w*|kroner|hvorfor|kvifor|why|hvordan|korleis|how(?!\s+(?:many|long|much\s+time))|propos\w*|decided|votes?|medlem\w*|members?|lysbilde\w*|slides?|(?:sitter|sit|sitte|sete)\b.*\bi\s+(?:\w*rådet|\w*utval\w*|\w*styret|\w*nemnda))\b",
    re.IGNORECASE,
)


# What goes on in a part of the day is more than what comes next.
_GOES_THROUGH = re.compile(
    r"\b(?:gjennom|igjennom|rekker|rekk|mister|mistar|glipp|program\w*|planen|alt)\b|\b(?:hva|kva)\s+(?:skjer|gjør|gjer)\b(?!.*\b(?:etter|after)\b)",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(r"\b(?:hvor|kor)\s+(?:mye|mykje)\b(?!\s+tid)|\bhow\s+much\b", re.IGNORECASE)
_COMES = re.compile(
    r"^(?:hva|kva|what)\s+(?:kommer|kjem|står|comes)\b|\b(?:på|on)\s+(?:the\s+)?(?:lista|listen|list|program\w*|dagsorden\w*|agenda\w*|saksl\w*|sakl\w*|planen)\b",
    re.IGNORECASE,
)
_COMES_FROM = re.compile(
    r"\b(?:hvor|kor|where)\b.*\b(?:fra|frå|from|jobb\w*|arbeid\w*|ansatt|tilsett|works?)\b|"
    r"\b(?:hvilke[nt]?|kva|which|what)\s+(?!\w*sak|punkt|case|item)\w+.*\b(?:fra|frå|from)\W*$",
    re.IGNORECASE,
)

# For how many years somebody sits is told by the lists of members.
_OF_TERMS = re.compile(
    r"\b(?:(?:hvor|kor)\s+lenge|how\s+long|når)\b(?!\s+\w+\s+(?:vi|me|we)\b)[^?]*\b(?:sitter|sit|sitte|serves?|(?:igjen|att|ferdig|sete)\s+i\s+(?:\w*rådet|\w*utval\w*|\w*styret|nemnda))\b",
    re.IGNORECASE,
)
# Who comes when somebody cannot is told by the lists of members.
_OF_STAND_INS = re.compile(
    r"\b(?:vara\w*|stedfortred\w*|stadfortred\w*|substitute\w*|deputy)\b|"
    r"\b(?:når|hvis|om|dersom|viss|when|if)\s+(?:[\w.’'-]+\s+){1,4}?(?:(?:ikke|ikkje)\s+(?:kan|kommer|kjem|møter)|can(?:no|['’])t|is\s+away)\b",
    re.IGNORECASE,
)


def agenda_resolved(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Answer a question that sets several conditions on the agenda's rows, leaves some out, asks for one by its place among
    others, or whether something is so of them; None where a word of it is told by no row, and for what asks one thing of one
    row.
    """
    if query.slides or query.unknown_cases or query.intent in (Intent.SUMMARY, Intent.WHERE_IS):
        return None
    if query.people and _COMES_FROM.search(query.asked):
        return None
    of_body = Cue.BODY in query.cues or bool(bodies_in(query.question))
    if of_body and WHO.search(query.asked) and Cue.PRESENT not in query.cues:
        # Who sits in a body is told by its list.
        return None
    items = of_one_meeting(query, corpus)
    so = IS_IT_SO.sub(" ", query.asked).strip()
    states = so != query.asked.strip()
    asked = asking_type(so).strip()
    if (of_day := of_day_meant(asked, items)) is not None:
        rows, asked = of_day
        return _of_day(replace(query, asked=asked), rows, items, corpus, states=states)
    query = replace(query, asked=asked)
    if not items or _is_of_something_else(query, items):
        return None
    if (settled := compared(query, items, corpus)) is not None:
        return settled
    reading = read(query, items, corpus)
    return _answered(reading, query, states=states) if reading is not None else None


def _of_day(
    query: Query, rows: Sequence[Passage], items: Sequence[Passage], corpus: Corpus, *, states: bool
) -> Draft | None:
    """What a question asks of the rows of one day of several, without the words for it; nothing is told of a day without any."""
    if (edge := edge_of_day(query.asked, rows)) is not None:
        return Draft((said(edge, replace(query, cues=frozenset({Cue.WHEN}))),))
    reading = None if _is_of_something_else(query, items) else read(query, rows or items, corpus)
    if reading is None:
        return None
    if not rows:
        return Draft.abstaining("Det står ikke i dokumentene.")
    reading = replace(reading, conditions=(*reading.conditions, condition_on(Kind.TIME, rows, 0)))
    return _answered(reading, query, states=states)


def _is_of_something_else(query: Query, items: Sequence[Passage]) -> bool:
    """Whether a question is told by something else than the conditions that it sets on the agenda's rows."""
    resuming = RESUMING.search(query.asked) is not None and bool(query.cues & {Cue.WHEN, Cue.CLOCK})
    again = AGAIN.search(query.asked) is not None
    return resuming or again or _is_told_elsewhere(query) or _names_timed_row(query.asked, items)


def _is_told_elsewhere(query: Query) -> bool:
    """Whether a question is for proposals, decisions or money, apart from how it calls a case ("kostnadssaken") or a type, or for
    who comes when somebody cannot.
    """
    text = without_deeds(query.asked)
    if _OF_STAND_INS.search(text) or (_OF_TERMS.search(text) and not query.cases):
        return True
    return _ELSEWHERE.search(CALLED_CASE.sub(" ", text) if query.cases else text) is not None


def _names_timed_row(asked: str, items: Sequence[Passage]) -> bool:
    """Whether a question names one row by its title and its time ("Pause kl. 13:10"), which other rules read as one thing."""
    return any(f"{item.data['title']} kl. {item.data['time']}" in asked for item in items)


def _answered(reading: Reading, query: Query, *, states: bool) -> Draft | None:
    """What a question that has been read asks for; with `states` it only says something and asks whether it is so."""
    asked = query.asked
    named = Kind.CASE in reading.kinds() or Kind.SUBJECT in reading.kinds()
    if FULL_TITLE.search(asked) and named and reading.kinds() <= {Kind.CASE, Kind.SUBJECT, Kind.TYPE}:
        return Draft(tuple(titled(item) for item in reading.fulfilling())) if reading.fulfilling() else None
    states = states or (asked.endswith("?") and len(reading.conditions) > 1 and STATES.search(reading.text) is not None)
    several = not ASKS.search(asked) and reading.kinds() == {Kind.CASE} and _asks_several_fields(reading)
    if (is_yes_no(asked) and not several) or (states and not ASKS.search(asked)):
        return verdict(reading, query)
    if not ASKS.search(asked) and not _is_request(query, reading):
        return None
    if (told := difference(reading, query)) is not None:
        return told
    grouped = presenters_counted(reading, query) or presenters_by_cases(reading, query)
    return grouped or (_listed(reading, query) if _is_compound(reading, query) else None)


def _is_compound(reading: Reading, query: Query) -> bool:
    """Whether a question asks for more than one thing of a row that it names, which other rules answer."""
    found, kinds = reading.conditions, reading.kinds()
    if any(each.negated for each in found) or kinds & {Kind.MISSING, Kind.LENGTH, Kind.PRESENCE}:
        return True
    text = query.asked
    of_cases = CASES_SAID.search(reading.text) is not None or ITEMS_SAID.search(reading.text) is not None
    speaks = SPEAKS.search(text) is not None or Cue.PRESENT in query.cues
    if reading.order is not None:
        of_meeting = (
            THE_MEETING.search(text) is not None
            or _COMES.search(text) is not None
            or (WHO.search(text) is not None and speaks)
        )
        return bool(found) or of_cases or AN_ITEM.search(reading.text) is not None or of_meeting
    long = HOW_LONG.search(text) is not None
    if kinds == {Kind.BREAK}:
        summed = TOGETHER.search(text) is not None and long
        return summed or HOW_MANY.search(text) is not None or _HOW_MUCH.search(text) is not None
    if kinds <= {Kind.ORGANISATION, Kind.PRESENTER}:
        listed_so = WHO.search(text) is not None and Cue.LIST in query.cues
        presenters = speaks and (listed_so or kinds == {Kind.PRESENTER})
        when = WHEN.search(text) is not None and kinds == {Kind.PRESENTER}
        return bool(found) and (of_cases or presenters or long or when or WHICH_BODY.search(text) is not None)
    if found and kinds <= {Kind.CASE, Kind.SUBJECT}:
        return _asks_several_fields(reading) or (kinds == {Kind.CASE} and long) or _asks_one_field(query, kinds)
    return bool(found) and not kinds & {Kind.CASE, Kind.SUBJECT, Kind.TITLE}


def _asks_one_field(query: Query, kinds: Set[Kind]) -> bool:
    """Whether a question asks for what one row has: who presents it, when it is, how long, of what type it is."""
    text = query.asked
    if WHO.search(text):
        # Who is responsible for what a case speaks of need not present it.
        return SPEAKS.search(text) is not None or WHO_HAS.search(text) is not None or kinds == {Kind.CASE}
    if SHOWN_TYPE.search(text):
        return True
    of_item = AN_ITEM.search(text) is not None or CALLED_CASE.search(text) is not None or kinds == {Kind.CASE}
    timed = WHEN.search(text) is not None and query.cues & {Cue.WHEN, Cue.CLOCK}
    return (bool(timed) or HOW_LONG.search(text) is not None) and (of_item or OF_MEETING.search(text) is not None)


def _asks_several_fields(reading: Reading) -> bool:
    """Whether several things are asked of the rows at once."""
    # "Hvor mye tid" has the word for when in it.
    others = HOW_LONG.sub(" ", reading.text)
    return sum(field.search(others) is not None for field in FIELDS) + (others != reading.text) > 1


def _is_request(query: Query, reading: Reading) -> bool:
    """Whether what has no question word asks all the same: "alle orienteringssaker unntatt …", "sak nummer to etter lunsj?"."""
    return bool(
        SEVERAL.search(query.asked)
        or (_asks_several_fields(reading) and reading.kinds() == {Kind.CASE})
        or reading.order is not None
        or re.search(r"^(?:finn|vis|gi|oppgi|find|show)\b", query.asked, re.I)
    )


def _listed(reading: Reading, query: Query) -> Draft | None:
    """The rows that fulfil all that is said, and what is asked of them."""
    text, own = query.asked, reading.text
    found, kinds = reading.conditions, reading.kinds()
    rows = reading.fulfilling()
    if not rows:
        told = all(reading.fulfilling([each]) for each in found) and CASES_SAID.search(text) is not None
        return Draft.abstaining("Det står ikke i dokumentene.") if told and len(found) > 1 else None
    of_breaks = any(each.kind is Kind.BREAK and not each.negated for each in found)
    if of_breaks and WHEN.search(text) and ENDING.search(text):
        # Another slide may say otherwise of when a break is over.
        return None
    of_cases = Kind.TYPE in kinds or CASES_SAID.search(own) is not None
    if not of_breaks and (WHO.search(text) or WHICH_BODY.search(text)):
        rows = [item for item in rows if item.data["presenter"]] or (rows if kinds == {Kind.TIME} else [])
    if not of_breaks and of_cases and Kind.MISSING not in kinds:
        rows = [item for item in rows if item.case]
    if reading.order is not None:
        rows = reading.order.of(rows, reading.items)
    elif Kind.BESIDE in kinds <= {Kind.BESIDE, Kind.BREAK} and (
        NEXT_TO.search(text) or not (SEVERAL.search(own) or HOW_MANY.search(own) or _GOES_THROUGH.search(own))
    ):
        rows = nearest_of(rows, reading)
    return _said(rows, reading, query)


def _said(rows: Sequence[Passage], reading: Reading, query: Query) -> Draft | None:
    """What is asked of rows."""
    text = reading.text
    if not rows or _is_until(reading):
        return None
    if HOW_MANY.search(text):
        return counted(rows) if all(item.case for item in rows) else _counted_rows(rows)
    if NUMBERS_ALONE.search(query.question) and len(rows) > 1 and all(item.case for item in rows):
        return numbers_of(rows)
    if _asks_several_fields(reading) and reading.kinds() <= {Kind.CASE, Kind.SUBJECT}:
        plain = replace(query, cues=frozenset())
        long_too = row_lengths(rows, reading.items) if HOW_LONG.search(text) else None
        return Draft((*(said(item, plain) for item in rows), *(long_too.statements if long_too else ())))
    long = HOW_LONG.search(reading.whole)
    by_length = reading.order is not None and reading.order.longest is not None
    if long and len(rows) > 1 and not by_length:
        return together(rows, reading.items)
    if long or by_length or Kind.LENGTH in reading.kinds() or (WHEN.search(text) and ENDING.search(text)):
        return row_lengths(rows, reading.items)
    wanted: set[Cue] = set()
    who, when = WHO.search(text), WHEN.search(text)
    if who and not (when or WHICH_BODY.search(text)):
        wanted = {Cue.WHO, Cue.PRESENT}
    elif (
        when and not who and not re.search(r"\b(?:hvilke\w*|which|hva|kva)\s+(?:\w*sak|\w*punkt|item|case)", text, re.I)
    ):
        wanted = {Cue.WHEN}
    elif SHOWN_TYPE.search(text) and Kind.MISSING not in reading.kinds():
        wanted = {Cue.CASE_TYPE}
    untyped = Cue.CASE_TYPE in wanted and not any(item.data["case_type"] for item in rows)
    plain = replace(query, cues=frozenset(wanted | (query.cues & {Cue.BRIEF})))
    return (decided_where(rows) if untyped else None) or Draft(tuple(said(item, plain) for item in rows))


def _is_until(reading: Reading) -> bool:
    """Whether a question is for how long it is until something, which is not how long what comes before it is."""
    text = reading.whole
    until = HOW_LONG.search(text) is not None and reading.kinds() == {Kind.BESIDE}
    return until and not (NEXT_TO.search(text) or CASES_SAID.search(text))


def _counted_rows(rows: Sequence[Passage]) -> Draft:
    """How many rows there are that are no cases, and when."""
    each = listed(
        [
            f"{item.data['title']} kl. {item.data['time']}" if item.data["time"] else str(item.data["title"])
            for item in rows
        ]
    )
    supports = tuple(support for item in rows for support in statement("", item, item.data["title"]).support)
    return Draft((Statement(f"{len(rows)}: {each}.", supports, (str(len(rows)),)),))
