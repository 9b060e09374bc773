"""Which rows of the agenda fulfil all that a question says, in which order, and what it asks of them: every word of it is told by
the rows or is one of every question about agendas, else another way of answering is tried.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from radsassistent.answers import agenda_order
from radsassistent.answers.agenda_asked import RESUMING, together
from radsassistent.answers.agenda_conditions import Condition, Kind, Rest, conditions
from radsassistent.answers.agenda_facts import NUMBERS_ALONE, counted, numbers_of
from radsassistent.answers.agenda_likeness import likeliest_row
from radsassistent.answers.agenda_meant import EMPTY
from radsassistent.answers.agenda_rows import AN_ITEM, name, of_one_meeting, said, titled, with_parts
from radsassistent.answers.agenda_vocabulary import (
    ANY,
    ASKS,
    BEGINNING,
    BODIES_COUNTED,
    CASES_SAID,
    ENDING,
    EVERY,
    EXACTLY,
    FIRST,
    FULL_TITLE,
    HOW_LONG,
    HOW_MANY,
    IN_THE_DAY,
    IS_IT_SO,
    LAST,
    LAST_BUT_ONE,
    LONGEST,
    MOST_CASES,
    NEXT_TO,
    OR,
    ORDINAL,
    ORDINALS,
    PEOPLE_COUNTED,
    SAID,
    SEVERAL,
    SEVERAL_AT_EDGE,
    SEVERAL_CASES,
    SHORTEST,
    SHOWN_TYPE,
    STATES,
    THE_MEETING,
    VERB_FIRST,
    WHEN,
    WHICH_BODY,
    WHO,
    count_said,
)
from radsassistent.answers.draft import Draft, Statement, Support, listed, statement
from radsassistent.archive import Passage
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.intents import Intent
from radsassistent.search.query import Query
from radsassistent.search.terms import STOP_WORDS, stem, words

# What is asked of proposals, decisions and money is told elsewhere, unless the words are those for a type of case.
_ELSEWHERE = re.compile(
    r"\b(?:forslag\w*|foreslå\w*|framlegg\w*|innstilling\w*|innstil\w*|vedtatt\w*|vedteke\w*|besluttet|bestemt\w*|stem(?:me|te|t|mer)|avstemning\w*|"
    r"ta[srt]?\s+(?:\w+\s+){0,3}til\s+(?:orientering|etterretning)|kost\w*|mill\w*|kroner|hvorfor|kvifor|why|hvordan|korleis|how(?!\s+(?:many|long|much\s+time))|propos\w*|decided|votes?|medlem\w*|members?|lysbilde\w*|slides?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Order:
    """Which of the rows meant, in their order: those from one place to another; or the longest or shortest."""

    begin: int | None = None
    end: int | None = None
    longest: bool | None = None

    def of(self, rows: Sequence[Passage], items: Sequence[Passage]) -> list[Passage]:
        """The rows chosen."""
        if self.longest is None:
            return list(rows)[self.begin : self.end]
        lengths = [(agenda_order.length_of(item, items), item) for item in rows]
        known = [(length, item) for length, item in lengths if length is not None]
        if not known:
            return []
        wanted = (max if self.longest else min)(length for length, _ in known)
        return [item for length, item in known if length == wanted]


@dataclass(frozen=True, slots=True)
class Reading:
    """A question read: its conditions, the order among the rows that fulfil them, and the words (`text`) that are in neither."""

    text: str
    items: tuple[Passage, ...]
    conditions: tuple[Condition, ...]
    order: Order | None

    def fulfilling(self, conditions: Sequence[Condition] | None = None) -> list[Passage]:
        """The rows that fulfil the conditions, in the order of the agenda."""
        wanted = self.conditions if conditions is None else conditions
        return [item for item in self.items if all(each.holds(item) for each in wanted)]

    def kinds(self) -> set[Kind]:
        """What the conditions are about."""
        return {each.kind for each in self.conditions}


def agenda_resolved(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Answer a question that sets several conditions on the agenda's rows, leaves some out, asks for one by its place among others,
    or whether something is so of them; None where a word of it is told by no row, and for what asks one thing of one row.
    """
    if query.slides or query.unknown_cases or query.intent in (Intent.SUMMARY, Intent.WHERE_IS):
        return None
    items = of_one_meeting(query, corpus)
    asked = IS_IT_SO.sub(" ", query.asked).strip()
    states = asked != query.asked.strip()
    query = replace(query, asked=asked)
    if not items or RESUMING.search(asked) or _ELSEWHERE.search(asked):
        return None
    reading = read(query, items, corpus)
    if reading is None:
        return None
    if FULL_TITLE.search(query.asked) and reading.kinds() <= {Kind.CASE} and reading.conditions:
        return Draft(tuple(titled(item) for item in reading.fulfilling()))
    states = states or (asked.endswith("?") and len(reading.conditions) > 1 and STATES.search(reading.text) is not None)
    if is_yes_no(asked) or (states and not ASKS.search(asked)):
        return _verdict(reading, query)
    if not ASKS.search(query.asked) and not _is_request(query, reading):
        return None
    grouped = _people_counted(reading, query) or _by_presenter(reading, query)
    if grouped is not None:
        return grouped
    return _listed(reading, query) if _is_compound(reading, query) else None


def read(query: Query, items: Sequence[Passage], corpus: Corpus) -> Reading | None:
    """The conditions that a question sets; None where it says more than the rows tell."""
    found, rest = conditions(_without_ordinals(query), items, corpus)
    own = rest.text
    order = _order(rest, bool([each for each in found if each.kind is not Kind.BESIDE]))
    for pattern in (
        FULL_TITLE,
        PEOPLE_COUNTED,
        BODIES_COUNTED,
        WHO,
        WHICH_BODY,
        WHEN,
        HOW_LONG,
        HOW_MANY,
        SHOWN_TYPE,
        MOST_CASES,
        SEVERAL_CASES,
        EXACTLY,
    ):
        rest.taken(pattern)
    left = [word for word in words(rest.text) if word not in STOP_WORDS and stem(word) not in SAID]
    if left:
        numbered = [item for item in items if item.case]
        row = _titled_so(left, numbered, corpus) or likeliest_row(
            " ".join(left), replace(query, people=()), numbered, corpus, SAID | EMPTY
        )
        if row is None or not _is_called_item(query, found):
            return None
        place = rest.text.lower().find(left[0])
        found = [*found, Condition(Kind.SUBJECT, frozenset({row.id}), max(place, 0))]
    return Reading(own, tuple(items), tuple(found), order)


def _titled_so(said: Sequence[str], items: Sequence[Passage], corpus: Corpus) -> Passage | None:
    """The one row whose title has all words said."""
    asked = {stem(word) for word in said}
    found = [item for item in items if asked <= with_parts(asked, set(corpus.terms(item.data["title"])), corpus)]
    return found[0] if len(found) == 1 else None


def _is_called_item(query: Query, found: Sequence[Condition]) -> bool:
    """Whether what a question's own words tell is spoken of as an item of the meeting."""
    of_items = {Kind.TYPE, Kind.BREAK, Kind.BESIDE, Kind.TIME, Kind.LENGTH}
    return bool(
        AN_ITEM.search(query.asked) or Cue.PRESENT in query.cues or any(each.kind in of_items for each in found)
    )


def _without_ordinals(query: Query) -> Query:
    """Of "den tredje saken etter lunsj" no number is named."""
    named = tuple(
        case
        for case in query.cases
        if re.search(rf"(?<!\d){re.escape(case.split(' ')[-1].split('/')[0])}(?!\d)", query.asked)
    )
    return query if named or not ORDINAL.search(query.asked) else replace(query, cases=())


def _order(rest: Rest, narrowed: bool) -> Order | None:
    """The place among the rows meant that a question asks for, taken out of it."""
    if narrowed:
        rest.taken(IN_THE_DAY)
    for match in rest.taken(SEVERAL_AT_EDGE):
        many = count_said(match["before"] or match["after"])
        first = (match["edge"] or match["edge2"]).lower() in ("første", "fyrste", "first")
        return Order(0, many) if first else Order(-many, None)
    if rest.taken(LAST_BUT_ONE):
        return Order(-2, -1)
    for match in rest.taken_in_whole(ORDINAL):
        place = ORDINALS[match["word"].lower()] if match["word"] else count_said(match["number"])
        return Order(place - 1, place)
    for pattern, longest in ((LONGEST, True), (SHORTEST, False)):
        if rest.taken(pattern):
            return Order(longest=longest)
    if rest.taken(LAST):
        return Order(-1, None)
    return Order(0, 1) if rest.taken(FIRST) else None


def _is_compound(reading: Reading, query: Query) -> bool:
    """Whether a question asks for more than one thing of a row that it names, which other rules answer."""
    found, kinds = reading.conditions, reading.kinds()
    if any(each.negated for each in found) or kinds & {Kind.MISSING, Kind.LENGTH, Kind.PRESENCE}:
        return True
    of_cases = CASES_SAID.search(reading.text) is not None
    if reading.order is not None:
        return bool(found) or of_cases or AN_ITEM.search(reading.text) is not None
    if kinds == {Kind.BREAK}:
        return HOW_MANY.search(query.asked) is not None
    presenters = Cue.PRESENT in query.cues and WHO.search(query.asked) is not None and Cue.LIST in query.cues
    by_whom = kinds <= {Kind.ORGANISATION, Kind.PRESENTER}
    if by_whom:
        return bool(found) and (of_cases or presenters or HOW_LONG.search(query.asked) is not None)
    return bool(found) and not kinds & {Kind.CASE, Kind.SUBJECT, Kind.TITLE}


def _is_request(query: Query, reading: Reading) -> bool:
    """Whether what has no question word asks all the same: "alle orienteringssaker unntatt …", "sak nummer to etter lunsj?"."""
    return bool(
        SEVERAL.search(query.asked)
        or reading.order is not None
        or re.search(r"^(?:finn|vis|gi|oppgi|find|show)\b", query.asked, re.I)
    )


def _listed(reading: Reading, query: Query) -> Draft | None:
    """The rows that fulfil all that is said, and what is asked of them."""
    text, own = query.asked, reading.text
    found, kinds = reading.conditions, reading.kinds()
    rows = reading.fulfilling()
    if not rows:
        told = all(reading.fulfilling([each]) for each in found) and CASES_SAID.search(own) is not None
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
    elif kinds == {Kind.BESIDE} and (NEXT_TO.search(text) or not (SEVERAL.search(own) or HOW_MANY.search(own))):
        rows = _nearest(rows, reading)
    return _said(rows, reading, query)


def _nearest(rows: list[Passage], reading: Reading) -> list[Passage]:
    """What comes next on one side of another row, where one is asked for."""
    ends = [each.nearest for each in reading.conditions if each.kind is Kind.BESIDE and each.nearest is not None]
    if len(ends) != 1 or not rows:
        return rows
    return rows[:1] if ends[0] == 0 else rows[-1:]


def _said(rows: Sequence[Passage], reading: Reading, query: Query) -> Draft | None:
    """What is asked of rows."""
    text = query.asked
    if not rows:
        return None
    if HOW_MANY.search(text):
        return counted(rows) if all(item.case for item in rows) else _counted_rows(rows)
    if NUMBERS_ALONE.search(query.question) and len(rows) > 1 and all(item.case for item in rows):
        return numbers_of(rows)
    long = HOW_LONG.search(text)
    by_length = reading.order is not None and reading.order.longest is not None
    if long and len(rows) > 1 and not by_length:
        return together(rows, reading.items)
    if long or by_length or Kind.LENGTH in reading.kinds() or (WHEN.search(text) and ENDING.search(text)):
        return lengths(rows, reading.items)
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
    return Draft(
        tuple(said(item, replace(query, cues=frozenset(wanted | (query.cues & {Cue.BRIEF})))) for item in rows)
    )


def lengths(rows: Sequence[Passage], items: Sequence[Passage]) -> Draft | None:
    """How long each row is, with its hours."""
    drafts = [agenda_order.duration(item, items, name(item)) for item in rows]
    told = tuple(each for draft in drafts if draft is not None for each in draft.statements)
    return Draft(told) if told else None


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


def _people_counted(reading: Reading, query: Query) -> Draft | None:
    """How many people or organisations present cases, and who they are."""
    field = (
        "presenter"
        if PEOPLE_COUNTED.search(query.asked)
        else "organisation"
        if BODIES_COUNTED.search(query.asked)
        else None
    )
    rows = [item for item in reading.fulfilling() if item.case and field and item.data[field]]
    if not rows or (Cue.PRESENT not in query.cues and not CASES_SAID.search(query.asked)):
        return None
    first = {str(item.data[field]): item for item in reversed(rows)}
    names = list(dict.fromkeys(str(item.data[field]) for item in rows))
    supports = tuple(Support(first[each], each) for each in names)
    return Draft((Statement(f"{len(names)}: {listed(names)}.", supports, (str(len(names)),)),))


def _by_presenter(reading: Reading, query: Query) -> Draft | None:
    """Who, or which organisation, presents the most cases, or as many as a question says."""
    text = query.asked
    most, several = MOST_CASES.search(text), SEVERAL_CASES.search(text)
    bodies = WHICH_BODY.search(text)
    if not (most or several) or not (WHO.search(text) or bodies) or HOW_MANY.search(text):
        return None
    field = "organisation" if bodies else "presenter"
    groups: dict[str, list[Passage]] = defaultdict(list)
    for item in reading.fulfilling():
        if item.case and item.data[field]:
            groups[str(item.data[field])].append(item)
    if most:
        wanted = max((len(rows) for rows in groups.values()), default=0)
        chosen = [rows for rows in groups.values() if len(rows) == wanted]
    else:
        assert several is not None
        chosen = [rows for rows in groups.values() if _counts(len(rows), several)]
    return Draft(tuple(_has_cases(rows, field) for rows in chosen)) if chosen else None


def _counts(many: int, said: re.Match[str]) -> bool:
    """Whether a number of cases is as many as a question says."""
    if said["over"]:
        return many > count_said(said["over"])
    if said["several"]:
        return many > 1
    return many == count_said(said["exact"] or said["one"])


def _has_cases(rows: Sequence[Passage], field: str) -> Statement:
    """How many cases somebody, or an organisation, has, and which."""
    data = rows[0].data
    who = (
        data["organisation"]
        if field == "organisation"
        else ", ".join(filter(None, (data["presenter"], data["organisation"])))
    )
    supports = tuple(support for item in rows for support in statement("", item, str(item.data[field])).support)
    if len(rows) == 1:
        return statement(f"{who}, legger frem {name(rows[0])}, {data['title']}.", rows[0], str(data[field]))
    cases = listed([str(item.case) for item in rows])
    return Statement(f"{who} legger frem {len(rows)} saker: {cases}.", supports, (str(len(rows)),))


def is_yes_no(text: str) -> bool:
    """Whether a question is for whether something is so: a verb opens its last sentence, and nothing else is asked."""
    asked = [part for part in re.split(r"(?<=[.:;–])\s+|\s-\s", text.strip()) if part.strip(" ?.!")]
    last = asked[-1] if asked else text
    return bool(VERB_FIRST.match(last.strip()) or VERB_FIRST.search(text)) and not ASKS.search(last)


def _verdict(reading: Reading, query: Query) -> Draft | None:
    """Whether what is said of rows is so, with the rows that settle it; what they tell alone where it is a choice."""
    text, found = query.asked, list(reading.conditions)
    if (compared := _compared(reading, query)) is not None:
        return compared
    if BEGINNING.search(text):
        # What only goes on at a time does not begin then.
        found = [each if each.exact else replace(each, rows=frozenset(), exact=True) for each in found]
    identity = min((each for each in found if not each.negated), key=lambda each: each.kind, default=None)
    if identity is None or not all(each.exact for each in found):
        return None
    if THE_MEETING.search(text) and reading.kinds() == {Kind.TIME}:
        timed = [item for item in reading.items if item.data["time"]]
        begins = timed and not ENDING.search(text)
        return _settled(identity.holds(timed[0]), timed[:1], query, reading) if begins else None
    claims = [each for each in found if each is not identity]
    meant = [item for item in reading.fulfilling([identity]) if item.case or identity.kind in (Kind.TITLE, Kind.BREAK)]
    several = SEVERAL_CASES.search(text)
    if several and meant and not (claims and reading.order):
        rows = [item for item in reading.fulfilling() if item.case]
        return _settled(_counts(len(rows), several), rows or meant, query, reading)
    if claims or reading.order:
        return _claimed(meant, identity, claims, reading, query) if meant else None
    exists = identity.kind in _EXISTING and ANY.search(text)
    return _settled(True, reading.fulfilling(), query, reading) if exists and reading.fulfilling() else None


def _claimed(
    meant: Sequence[Passage], identity: Condition, claims: Sequence[Condition], reading: Reading, query: Query
) -> Draft | None:
    """Whether what is claimed holds of the rows meant: of all, of any, or of the one that stands in a place."""
    if OR.search(query.asked):
        return _shown(meant, query) if len(meant) == 1 else None
    so = [item for item in meant if all(each.holds(item) for each in claims)]
    if reading.order is not None:
        pool = [item for item in reading.fulfilling(claims) if item.case] or list(reading.items)
        so = [item for item in reading.order.of(pool, reading.items) if item in meant]
    elif identity.kind is Kind.BREAK and NEXT_TO.search(query.asked):
        so = [item for item in _nearest(reading.fulfilling(claims), reading) if item in meant]
    if len(so) == len(meant):
        return _settled(True, so, query, reading)
    if so and EVERY.search(query.asked):
        return _settled(False, [item for item in meant if item not in so], query, reading)
    if so:
        return _settled(True, so, query, reading) if ANY.search(query.asked) or identity.kind is not Kind.TYPE else None
    return _settled(False, meant, query, reading)


def _compared(reading: Reading, query: Query) -> Draft | None:
    """Whether one row is longer or shorter than another, with both."""
    match = _LONGER_THAN.search(query.asked)
    cases = [item for item in reading.fulfilling() if item.case] if reading.kinds() == {Kind.CASE} else []
    if match is None or len(cases) != 2:
        return None
    ordered = sorted(cases, key=lambda item: _place_of_number(item, query.asked))
    one, other = (agenda_order.length_of(item, reading.items) for item in ordered)
    told = lengths(ordered, reading.items)
    if one is None or other is None or told is None:
        return None
    so = one > other if match["more"] else one < other if match["less"] else one == other
    return replace(told, statements=(_verdict_of(so), *told.statements))


_EXISTING = frozenset({Kind.MISSING, Kind.LENGTH, Kind.BREAK})
_LONGER_THAN = re.compile(
    r"\b(?:(?P<more>mer|meir|lengre|lenger|more|longer)|(?P<less>mindre|kortere|kortare|less|shorter)|like\s+(?:mye|mykje|lang\w*|lenge)|the\s+same)\b"
    r"(?:\s+\w+){0,6}?\s+(?:enn|som|than|as)\b",
    re.IGNORECASE,
)


def _place_of_number(item: Passage, text: str) -> int:
    number = re.split(r"/", (item.case or "").split(" ")[-1])[0]
    match = re.search(rf"(?<!\d){re.escape(number)}(?!\d)", text)
    return match.start() if match is not None else len(text)


def _settled(so: bool, rows: Sequence[Passage], query: Query, reading: Reading) -> Draft | None:
    shown = lengths(rows, reading.items) if Kind.LENGTH in reading.kinds() else _shown(rows, query)
    return replace(shown, statements=(_verdict_of(so), *shown.statements)) if shown is not None else None


def _verdict_of(so: bool) -> Statement:
    return Statement("Ja." if so else "Nei.")


def _shown(rows: Sequence[Passage], query: Query) -> Draft | None:
    plain = replace(query, cues=frozenset())
    return Draft(tuple(said(item, plain) for item in rows)) if rows else None
