"""What is told where the wording settles nothing: the ranker's order decides, and whether anything answers at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from radsassistent.answers.agenda.likely_item import item_as_asked, likely_item
from radsassistent.answers.agenda.wording import agenda_by_wording
from radsassistent.answers.confidence import answers_surely, is_unlikely
from radsassistent.answers.decisions.best_record import (
    best_proposed,
    decision_answer,
    outcome_or_proposal,
    proposed_on_best_slide,
)
from radsassistent.answers.decisions.proposal_facts import asks_otherwise
from radsassistent.answers.decisions.proposal_of_else import is_of_else
from radsassistent.answers.draft import Draft
from radsassistent.answers.figures.by_wording import extreme_by_wording, table_by_wording
from radsassistent.answers.figures.likely_row import likely_row, surest_row, told_anyhow
from radsassistent.answers.members.facts import member_answer, members_by_title
from radsassistent.answers.members.likely_member import likely_member
from radsassistent.answers.named_things import names_no_organisation
from radsassistent.answers.text.open_answers import open_answer
from radsassistent.answers.text.titles import likeliest_title
from radsassistent.answers.told_otherwise import told_otherwise
from radsassistent.answers.withheld import counts_something_else, gives_rows_for_a_reason, is_withheld, tells_nobody
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.case_numbers import named_case
from radsassistent.search.asked import counted_thing
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.passage_facts import facts
from radsassistent.search.query import Query, Wanted
from radsassistent.search.rank import likeliest_slide, nothing
from radsassistent.search.tells import lacks_whom
from radsassistent.search.terms import is_english

# Above this probability that nothing answers, the assistant abstains. Measured: docs/measurements.md, "Abstention".
NOTHING_CUTOFF = 0.46
# Above this one where one passage that is no row of an agenda has at least so much of the chance that anything answers. Of 2,400
# questions about February and 14 other councils, 43 lay between the two cutoffs and had such a passage: it answered 33 of them,
# nothing answered 10 (docs/measurements.md; of February's questions: `python -m radsassistent.evaluation.cutoffs`).
LONE_CUTOFF, LONE = 0.6, 0.7
# Running text needs less of the chance for that, and with as much is told above this one still, unless it lacks whom or the
# number that is asked for. Of 1,600 questions about 17 councils 15 more were then answered right, 1 wrong.
TEXT_CUTOFF, LONE_TEXT = 0.7, 0.55
# Above this one where no word of the question's topic is the archive's: dev questions, abstention rightly and wrongly the same as
# without, and one answer less about what the slides do not have (tests/answers/test_wordings.py).
UNKNOWN_CUTOFF = 0.15
# Where a conversation goes on with the slides just cited, which are then all that is asked. Over the dev follow-ups those that
# the slide answers lay below this, all but one of those that it does not above it; 0.35 does the same to the dev questions.
TOLD_CUTOFF = 0.4
# So it does where no slide is likelier than this to answer: the answer would be a guess between slides. Same place.
LEAST_LIKELY_SLIDE = 0.25
# So it does where the likeliest is a row of a table or an agenda that is not likelier than this. Of 26 such rows told, over 2,400
# questions about February and 14 other councils, 3 were right; from here to 0.3 21 of 50.
LEAST_LIKELY_ROW = 0.2
# How many kinds of passages are tried, the best first, before the assistant gives up.
MOST_TRIES = 3
_OF_PEOPLE = frozenset({PassageKind.AGENDA, PassageKind.MEMBER})
_ROWS = frozenset({PassageKind.TABLE_ROW, PassageKind.AGENDA})

# Passages whose data hold the slide's title; others have titles of their own, of a case or a person.
_TITLED = frozenset({PassageKind.SLIDE, PassageKind.UNIT, PassageKind.TABLE_ROW})

Answerer = Callable[[Query, Sequence[Hit], Corpus], Draft | None]

_BY_KIND: dict[PassageKind, Answerer] = {
    PassageKind.AGENDA: item_as_asked,
    PassageKind.MEMBER: member_answer,
    PassageKind.PROPOSAL: outcome_or_proposal,
    PassageKind.DECISION: decision_answer,
    PassageKind.TABLE_ROW: likely_row,
    PassageKind.UNIT: open_answer,
    PassageKind.SLIDE: open_answer,
}


def by_likelihood(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft:
    """What the wording does not settle: the ranker's order decides, and whether anything answers at all."""
    draft = likely_item(query, hits, corpus) or _likeliest(query, hits, corpus)
    draft = (likely_member(query, corpus) or draft) if draft.abstained else draft
    return not_found(hits) if is_of_else(query, draft, hits, corpus) else draft


def _likeliest(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft:
    unknown = _speaks_of_nothing_known(query, corpus)
    cutoff = cutoff_of(query, hits, corpus)
    cutoff = TOLD_CUTOFF if query.of_told else UNKNOWN_CUTOFF if unknown else cutoff
    unsure = nothing(hits) > cutoff or likeliest_slide(hits) < LEAST_LIKELY_SLIDE or _guesses_between_rows(hits)
    if unsure and (unknown or not answers_surely(query, hits, corpus)):
        return _by_wording_alone(query, hits, corpus)
    if hits and hits[0].passage.kind in (PassageKind.PROPOSAL, PassageKind.DECISION) and asks_otherwise(query):
        return not_found(hits)
    proposed = proposed_on_best_slide(query, hits, corpus)
    if proposed is not None:
        return proposed
    abstaining: Draft | None = None
    sure = surest_row(query, hits, corpus)
    tried: list[Answerer] = []
    of_nobody = False
    for hit in hits:
        answer = _BY_KIND.get(hit.passage.kind)
        if answer is None or answer in tried or (of_nobody and hit.passage.kind not in _OF_PEOPLE):
            continue
        tried.append(answer)
        draft = answer(query, hits, corpus)
        if draft is not None and (names_no_organisation(query, draft, corpus) or gives_rows_for_a_reason(query, draft)):
            # What is less likely would be a guess.
            return not_found(hits)
        if draft is not None and tells_nobody(query, draft):
            # Where the likeliest text tells of nobody who is asked for, only what is of people may.
            draft, of_nobody = None, True
        if draft is not None and is_withheld(query, draft, hits, corpus):
            draft = None
        if (draft is None or draft.abstained) and sure is not None and hit.passage is sure:
            draft = told_anyhow(query, sure, corpus)
            draft = None if draft is not None and counts_something_else(query, draft) else draft
        if draft is not None and not draft.abstained:
            if is_unlikely(query, draft, hits, corpus):
                return not_found(hits)
            return Draft((*draft.statements, *told_otherwise(query, draft, hits, corpus)))
        abstaining = abstaining or draft
        if len(tried) == MOST_TRIES:
            break
    return likeliest_title(query, hits) or abstaining or not_found(hits)


def _by_wording_alone(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft:
    """What is told where the search is unsure: what the wording points to, or what a slide that is named says."""
    for answer in (agenda_by_wording, members_by_title, best_proposed, extreme_by_wording, table_by_wording):
        draft = answer(query, hits, corpus)
        if draft is not None:
            return draft
    of_slide = query.slides and not query.of_told and not corpus.topic(query.text)
    return (open_answer(query, hits, corpus) if of_slide else None) or not_found(hits)


def cutoff_of(query: Query, hits: Sequence[Hit], corpus: Corpus) -> float:
    """Above which probability that nothing answers the assistant abstains: by how much one passage stands alone. An agenda's row
    is likely for whatever is asked of a case, a table's for whatever is counted in its place.
    """
    first = hits[0] if hits else None
    if first is None or first.passage.kind is PassageKind.AGENDA:
        return NOTHING_CUTOFF
    counted = counted_thing(query)
    if counted is not None and first.passage.kind is PassageKind.TABLE_ROW and not corpus.lexical.alike(counted):
        return NOTHING_CUTOFF
    at_all = 1.0 - nothing(hits)
    share = first.chance / at_all if at_all > 0.0 else 0.0
    if first.passage.kind is PassageKind.UNIT and not _lacks_what_is_asked(query, first.passage, corpus):
        return TEXT_CUTOFF if share >= LONE else LONE_CUTOFF if share >= LONE_TEXT else NOTHING_CUTOFF
    return LONE_CUTOFF if share >= LONE else NOTHING_CUTOFF


def _lacks_what_is_asked(query: Query, passage: Passage, corpus: Corpus) -> bool:
    """Whether somebody, a number or money is asked for, and a text names nobody or has no figure."""
    counts = query.wanted is Wanted.NUMBER or Cue.MONEY in query.cues
    headed = facts(passage, corpus).headed
    return (counts and not any(map(str.isdigit, headed))) or lacks_whom(query, passage, corpus)


def _guesses_between_rows(hits: Sequence[Hit]) -> bool:
    """Whether what is likeliest is a row that is little likelier than its neighbours."""
    return bool(hits) and is_row(hits[0]) and hits[0].chance < LEAST_LIKELY_ROW


def is_row(hit: Hit) -> bool:
    """Whether a hit is a row of a table or of an agenda."""
    return hit.passage.kind in _ROWS


def _speaks_of_nothing_known(query: Query, corpus: Corpus) -> bool:
    """Whether no word of what a question is about is the archive's, nor anything that it names."""
    topic = corpus.topic(query.text)
    named = query.cases or query.people or query.slides or query.years or is_english(query.text)
    return bool(topic) and not named and not any(corpus.lexical.has(term) for term in topic)


def not_found(hits: Sequence[Hit]) -> Draft:
    """The documents do not say; the nearest slide is named with its title, not cited."""
    if not hits:
        return Draft.abstaining("Det står ikke i dokumentene.")
    nearest = hits[0].passage
    where = f"{named_case(nearest.case)}, lysbilde {nearest.slide}" if nearest.case else f"lysbilde {nearest.slide}"
    title = nearest.data.get("title") if nearest.kind in _TITLED else None
    called = f" («{title}»)" if title else ""
    return Draft.abstaining(f"Det finner jeg ikke i dokumentene. Nærmest: {where}{called}.")
