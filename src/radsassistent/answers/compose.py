"""A Query and its hits to a Draft, in quote mode: what stands on the slides, found by the kind of question."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from radsassistent.answers.agenda_facts import agenda_answer, names_item
from radsassistent.answers.draft import Draft
from radsassistent.answers.meeting_facts import meeting_answer
from radsassistent.answers.member_facts import member_answer
from radsassistent.answers.open_answers import open_answer
from radsassistent.answers.proposal_facts import proposal_answer
from radsassistent.answers.table_values import table_answer
from radsassistent.archive import PassageKind
from radsassistent.meetings.dates import MONTHS
from radsassistent.search.corpus import Corpus
from radsassistent.search.find import Hit
from radsassistent.search.query import Intent, Query, Wanted

# How many of the best passages are looked at to tell what a question is about.
NEAREST = 12

# A table's row answers a question for a value unless running text is found better by this much (fused score).
TEXT_LEAD = 1.0

Answerer = Callable[[Query, Sequence[Hit], Corpus], Draft | None]

# The ways of answering that an intent admits, in the order in which they are tried before text and tables.
_BY_INTENT: dict[Intent, tuple[Answerer, ...]] = {
    Intent.AGENDA: (meeting_answer, agenda_answer),
    Intent.MEMBER: (meeting_answer, member_answer),
    Intent.PROPOSAL: (proposal_answer,),
    Intent.VALUE: (meeting_answer,),
    Intent.OPEN: (meeting_answer,),
}


def compose(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft:
    """The draft of the way of answering that fits; one that abstains when none does."""
    impossible = _impossible(query, hits, corpus)
    if impossible is not None:
        return impossible
    for answer in _BY_INTENT[query.intent]:
        draft = answer(query, hits, corpus)
        if draft is not None:
            return draft
    if query.intent in (Intent.OPEN, Intent.VALUE) and query.wanted in (Wanted.PERSON, Wanted.TIME):
        draft = _from_lists(query, hits, corpus)
        if draft is not None:
            return draft
    return _best_of_text_and_tables(query, hits, corpus)


def _from_lists(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Who and when without further words: the member or agenda row, when one is among the nearest passages."""
    near = {hit.passage.kind for hit in hits[:NEAREST]}
    if PassageKind.AGENDA in near or names_item(query, corpus):
        draft = agenda_answer(query, hits, corpus)
        if draft is not None:
            return draft
    if query.wanted is Wanted.PERSON:
        draft = member_answer(query, hits, corpus)
        if draft is not None and not draft.abstained:
            return draft
    return None


def _impossible(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """A case, meeting or person that the archive does not have is known not to be there."""
    if query.unknown_cases and not query.cases:
        named = " og ".join(f"sak {case}" for case in query.unknown_cases)
        return Draft.abstaining(f"{named[0].upper()}{named[1:]} finnes ikke i dokumentene; {_known_cases(corpus)}")
    if query.unknown_meeting is not None and not _mentioned(query.unknown_meeting, hits):
        held = "; ".join(f"{m.body} {m.date}" for m in corpus.meetings)
        return Draft.abstaining(f"Arkivet har ikke noe møte som passer til «{query.unknown_meeting}». Det har: {held}.")
    unknown_people = [name for name in query.unknown_names if " " in name]
    if unknown_people:
        return Draft.abstaining(f"{unknown_people[0]} er ikke nevnt i dokumentene.")
    return None


def _mentioned(meeting: str, hits: Sequence[Hit]) -> bool:
    """Whether the nearest passages speak of a meeting in that month: then it is a subject, not where to look."""
    months = [month for month in MONTHS if month in meeting.lower()]
    return any(month in hit.passage.text.lower() for hit in hits[:NEAREST] for month in months)


def _known_cases(corpus: Corpus) -> str:
    cases = sorted(corpus.cases, key=lambda case: (int(case.split("/")[1]), int(case.split("/")[0])))
    return f"de har sakene {cases[0]}–{cases[-1]}." if cases else "de har ingen saker."


def _best_of_text_and_tables(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft:
    from_table = table_answer(query, hits, corpus)
    from_text = open_answer(query, hits, corpus)
    if from_table is not None and query.intent is Intent.VALUE:
        # An abstaining table knows that what is asked for is not in it; running text may still have it.
        if from_text is None or (
            not from_table.abstained and from_table.confidence >= from_text.confidence - TEXT_LEAD
        ):
            return from_table
    return from_text or from_table or not_found(query, hits)


def not_found(query: Query, hits: Sequence[Hit]) -> Draft:
    """The documents do not say; the nearest slide is named, not cited."""
    if not hits:
        return Draft.abstaining("Det står ikke i dokumentene.")
    nearest = hits[0].passage
    where = f"sak {nearest.case}, lysbilde {nearest.slide}" if nearest.case else f"lysbilde {nearest.slide}"
    return Draft.abstaining(f"Det finner jeg ikke i dokumentene. Nærmest: {where}.")
