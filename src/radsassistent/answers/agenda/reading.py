"""A question about an agenda read: the conditions that it sets on the rows, and the order among those that fulfil them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from radsassistent.answers.agenda import order as agenda_order
from radsassistent.answers.agenda.condition import Condition, Kind, Rest
from radsassistent.answers.agenda.conditions import conditions, left_out
from radsassistent.answers.agenda.likeness import LEAST, likeliest_row
from radsassistent.answers.agenda.meant import LEAST_UNSAID, OF_MEETING
from radsassistent.answers.agenda.rows import AN_ITEM, CALLED_CASE, name, with_parts
from radsassistent.answers.agenda.vocabulary import (
    BODIES_COUNTED,
    COUNT,
    EMPTY,
    EXACTLY,
    FIRST,
    FULL_TITLE,
    HOW_LONG,
    HOW_MANY,
    IN_THE_DAY,
    LAST,
    LAST_BUT_ONE,
    LEFT_OUT,
    LONGEST,
    MOST_CASES,
    ORDINAL,
    ORDINALS,
    PEOPLE_COUNTED,
    SAID,
    SEVERAL_AT_EDGE,
    SEVERAL_CASES,
    SHORTEST,
    SHOWN_TYPE,
    SPEAKS,
    WHEN,
    WHICH_BODY,
    WHO,
    WHO_HAS,
    count_said,
)
from radsassistent.answers.draft import Draft
from radsassistent.archive import Passage
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.query import Query
from radsassistent.search.terms import STOP_WORDS, stem, words

_THROUGH = re.compile(
    r"\b(?:leder|lede|leier|leiar|tar|tek|ta|går|gå)\s+(?:oss\s+|rådet\s+|us\s+)?(?:i\s*)?gjennom\b|\b(?:takes|leads)\s+us\s+through\b",
    re.IGNORECASE,
)
# "De fem drøftingssakene" are those, and their number says no more.
_OF_NUMBER = re.compile(
    rf"\b(?:de|dei|alle|disse|desse|sine|deres|the|these|all|its|their)\s+(?:de\s+|dei\s+)?(?P<many>{COUNT})\b(?!\s*(?:første|fyrste|siste|first|last|minutt|min\b|time))|\b(?:hvilke|kva\s+for|which|dei?|the)\s+(?P<which>{COUNT})(?=\s+\w*(?:sak|punkt|paus|item|case))",
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
            from_end = self.begin is not None and self.begin < 0
            # That the meeting ends is the last line, not the last item.
            of_items = [row for row in rows if not agenda_order.is_closing(row)] if from_end else []
            return (of_items or list(rows))[self.begin : self.end]
        row_lengths = [(agenda_order.length_of(item, items), item) for item in rows]
        known = [(length, item) for length, item in row_lengths if length is not None]
        if not known:
            return []
        wanted = (max if self.longest else min)(length for length, _ in known)
        return [item for length, item in known if length == wanted]


@dataclass(frozen=True, slots=True)
class Reading:
    """A question read: its conditions, the order among the rows that fulfil them, how `many` it says that they are, and the words
    (`text`) of `whole` that are in none of these."""

    text: str
    whole: str
    items: tuple[Passage, ...]
    conditions: tuple[Condition, ...]
    order: Order | None
    many: int = 1

    def fulfilling(self, conditions: Sequence[Condition] | None = None) -> list[Passage]:
        """The rows that fulfil the conditions, in the order of the agenda."""
        wanted = self.conditions if conditions is None else conditions
        return [item for item in self.items if all(each.holds(item) for each in wanted)]

    def kinds(self) -> set[Kind]:
        """What the conditions are about."""
        return {each.kind for each in self.conditions}


def read(query: Query, items: Sequence[Passage], corpus: Corpus) -> Reading | None:
    """The conditions that a question sets; None where it says more than the rows tell."""
    found, rest = conditions(_without_ordinals(query), items, corpus)
    many = max((count_said(each["many"] or each["which"]) for each in rest.taken(_OF_NUMBER)), default=1)
    denials = rest.taken(LEFT_OUT)
    own = rest.text
    order = _order(rest, bool([each for each in found if each.kind is not Kind.BESIDE]))
    for pattern in (
        _THROUGH,
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
        least = LEAST if AN_ITEM.search(query.asked) or CALLED_CASE.search(query.asked) or found else LEAST_UNSAID
        row = _titled_so(left, numbered, corpus) or likeliest_row(
            " ".join(left), replace(query, people=()), numbered, corpus, SAID | EMPTY, least
        )
        if row is None or not _is_called_item(query, found):
            return None
        place = rest.text.lower().find(left[0])
        found = [*found, Condition(Kind.SUBJECT, frozenset({row.id}), max(place, 0))]
    return Reading(own, query.asked, tuple(items), tuple(left_out(found, denials)), order, many)


def _titled_so(said: Sequence[str], items: Sequence[Passage], corpus: Corpus) -> Passage | None:
    """The one row whose title has all words said."""
    asked = {stem(word) for word in said}
    titles = [(item, set(corpus.terms(item.data["title"]))) for item in items]
    found = [item for item, own in titles if asked <= own] or [
        item for item, own in titles if asked <= with_parts(asked, own, corpus)
    ]
    return found[0] if len(found) == 1 else None


def _is_called_item(query: Query, found: Sequence[Condition]) -> bool:
    """Whether what a question's own words tell is spoken of as an item of the meeting."""
    of_items = {Kind.TYPE, Kind.BREAK, Kind.BESIDE, Kind.TIME, Kind.LENGTH, Kind.PRESENCE}
    asked = query.asked
    return bool(
        AN_ITEM.search(asked)
        or Cue.PRESENT in query.cues
        or SPEAKS.search(asked)
        or WHO_HAS.search(asked)
        or (OF_MEETING.search(asked) and (WHEN.search(asked) or HOW_LONG.search(asked)))
        or any(each.kind in of_items for each in found)
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


def nearest_of(rows: list[Passage], reading: Reading) -> list[Passage]:
    """What comes next on one side of another row: as many rows as are asked for."""
    ends = [each.nearest for each in reading.conditions if each.kind is Kind.BESIDE and each.nearest is not None]
    if len(ends) != 1 or not rows:
        return rows
    return rows[: reading.many] if ends[0] == 0 else rows[-reading.many :]


def row_lengths(rows: Sequence[Passage], items: Sequence[Passage]) -> Draft | None:
    """How long each row is, with its hours."""
    drafts = [agenda_order.duration(item, items, name(item)) for item in rows]
    told = tuple(each for draft in drafts if draft is not None for each in draft.statements)
    return Draft(told) if told else None
