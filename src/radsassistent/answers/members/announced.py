"""Who comes in whose seat, and who takes part in nothing but a part of a meeting, as a deck announces it before it is held."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from radsassistent.answers.draft import Draft, Statement, statement
from radsassistent.answers.members.attendance_facts import coming_for, said_of
from radsassistent.answers.members.reading import asks_whether
from radsassistent.answers.members.wording import AWAY, STAND_IN, STANDS_IN_FOR
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings import Presence
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted

_COMES = (
    r"\b(?:møter|møte|møtte|stiller|stille|stilte|kommer|komme|kjem|kome|kom|deltar|deltek|delta|sitter|sit|sitte|er\s+(?:her|med)|går|gå|"
    r"attends?|comes?|meets?|sits?)\b"
)
# "Møter for Berg", "stiller i dag for Kari Berg": of somebody who is named, it is asked who comes.
_COMES_FOR = re.compile(rf"{_COMES}\s+(?:(?!for\b)\w+\s+){{0,3}}?for\s+(?P<whom>[^?,]+)", re.IGNORECASE)
# "Kommer i stedet for skogvokteren"
_COMES_INSTEAD_OF = re.compile(
    rf"{_COMES}\s+(?:\w+\s+){{0,4}}?(?:i\s+(?:stedet|staden)\s+for|istedenfor|istadenfor|instead\s+of|in\s+place\s+of)\b",
    re.IGNORECASE,
)
_SECOND = re.compile(r"nest|vara|vice|deputy", re.IGNORECASE)
# Records that tell of one person each.
_OF_ONE = frozenset({PassageKind.MEMBER, PassageKind.AGENDA})
_MOST_LINES = 2


def announced_for(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Who is told to come in the seat of those named, in the case named where it is for that alone; None where nobody is."""
    asked = asks_in_whose_seat(query) or (query.cases and STAND_IN.search(query.asked) and Cue.WHO in query.cues)
    if not query.people or not asked or AWAY.search(query.text):
        return None
    coming = [
        each
        for each in coming_for(query.people, corpus)
        if not (query.cases and each.data["reason"]) or any(case in each.data["reason"] for case in query.cases)
    ]
    return Draft((said_of(coming),)) if coming else None


def asks_in_whose_seat(query: Query) -> bool:
    """Whether it is asked who comes for somebody: for one who is named, or instead of one who is described."""
    if query.wanted not in (Wanted.PERSON, Wanted.LIST) and not asks_whether(query.asked):
        return False
    if query.cues & {Cue.DECIDED, Cue.DEBATE, Cue.PROPOSAL}:
        return False
    if not query.people:
        return _COMES_INSTEAD_OF.search(query.asked) is not None
    told = _COMES_FOR.search(query.asked)
    whom = {part.casefold() for name in query.people for part in name.split()}
    named = told is not None and any(word.casefold() in whom for word in re.findall(r"[\w'’-]+", told["whom"]))
    return named or STANDS_IN_FOR.search(query.asked) is not None


def not_in_own_seat(query: Query, draft: Draft, corpus: Corpus) -> Draft:
    """A draft without the rows of those for whom somebody else is asked, since nobody comes for themselves: instead, who is told
    to come for them, the lines that say of them who does, or that nothing does.
    """
    if not asks_in_whose_seat(query):
        return draft
    if not draft.abstained and not all(_is_own(said, query.people) for said in draft.statements):
        named = [said for said in draft.statements if any(name in said.text for name in query.people)]
        of_text = all(s.passage.kind is PassageKind.UNIT for said in draft.statements for s in said.support)
        return replace(draft, statements=tuple(named)) if named and of_text else draft
    rows = [s.passage for said in draft.statements for s in said.support if s.passage.kind is PassageKind.MEMBER]
    names = query.people or tuple({str(row.data["name"]) for row in rows})
    coming = coming_for(names, corpus) if len(names) == 1 else []
    if coming:
        return Draft((said_of(coming),))
    lines = _lines_of(query, corpus)
    if lines:
        return Draft(tuple(statement(f"{line.text.rstrip('.')}.", line) for line in lines))
    return draft if draft.abstained else Draft.abstaining("Det står ikke i dokumentene hvem som møter i stedet.")


def _lines_of(query: Query, corpus: Corpus) -> list[Passage]:
    """The lines of the newest meeting that tell of those named whether anybody comes: "Berg: ingen vara innkalt"."""
    lasts = [re.compile(rf"\b{re.escape(name.split()[-1])}\b") for name in query.people]
    found = [
        unit
        for unit in corpus.of_kind(PassageKind.UNIT)
        if MeetingKey(unit.body, unit.meeting) in (query.meetings or corpus.meetings[:1])
        and any(last.search(unit.text) for last in lasts)
        and (STAND_IN.search(unit.text) or STANDS_IN_FOR.search(unit.text))
        and query.scope.holds(unit)
    ]
    return found if len(found) <= _MOST_LINES else []


def _is_own(said: Statement, people: Collection[str]) -> bool:
    """Whether a statement is no more than the row of one for whom another is asked, by name if any of the `people` are named."""
    text, told_by = said.text, [support.passage for support in said.support]
    if not told_by or any(passage.kind not in _OF_ONE for passage in told_by):
        return False
    if STAND_IN.search(text) or any(_SECOND.search(str(passage.data.get("role") or "")) for passage in told_by):
        return False
    return not people or any(name in text for name in people)


def remarked(query: Query, remark: re.Pattern[str], corpus: Corpus, names: Collection[str] = ()) -> list[Passage]:
    """Those of whom the meetings asked of, else the newest that announces any, say such a `remark`: "deltar digitalt", "går kl.
    13.30"; of `names` alone where there are any.
    """
    people = [
        each
        for each in corpus.of_kind(PassageKind.ATTENDANCE)
        if each.data.get("announced")
        and Presence(each.data["presence"]) is Presence.PRESENT
        and remark.search(str(each.data["reason"] or ""))
        and (not names or each.data["name"] in names)
    ]
    for meeting in query.meetings or corpus.meetings:
        found = [each for each in people if MeetingKey(each.body, each.meeting) == meeting]
        if found:
            return found
    return []
