"""A Query and its hits to a Draft, in quote mode: what stands on the slides, found by the kind of question."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from radsassistent.answers.agenda.asked import asked_of_agenda
from radsassistent.answers.agenda.details import agenda_detail
from radsassistent.answers.agenda.facts import agenda_answer
from radsassistent.answers.agenda.meeting_facts import meeting_answer, next_meeting
from radsassistent.answers.agenda.meeting_hours import meeting_hours, meeting_start
from radsassistent.answers.agenda.meeting_plan import deadline_in_plan, meeting_in_plan
from radsassistent.answers.agenda.resolution import agenda_resolved
from radsassistent.answers.agenda.unnumbered_items import said_under_item
from radsassistent.answers.agenda.wording import (
    agenda_by_wording,
    cases_about,
    item_by_wording,
    placed_in_agenda,
    presented_about,
    which_case,
    whole_agenda,
)
from radsassistent.answers.decisions.best_record import (
    best_proposed,
    decision_answer,
    line_to_be_done,
    outcome_or_proposal,
    proposed_on_best_slide,
)
from radsassistent.answers.decisions.case_outcome import case_outcome, done_by_council, only_proposed, what_became
from radsassistent.answers.decisions.earlier_wording import earlier_wording
from radsassistent.answers.decisions.facts import compared, decision_by_wording
from radsassistent.answers.decisions.listed_cases import decided_of_listed
from radsassistent.answers.decisions.outcomes import decisions_by_outcome
from radsassistent.answers.decisions.points import decision_point
from radsassistent.answers.decisions.proposal_facts import (
    asks_otherwise,
    not_recorded,
    told_by_minutes,
    undecided,
)
from radsassistent.answers.decisions.proposal_of_case import proposal_of_case
from radsassistent.answers.decisions.proposal_points import proposal_point
from radsassistent.answers.decisions.proposal_selection import asks_among, proposals_selected
from radsassistent.answers.decisions.put_to_council import put_to_council
from radsassistent.answers.decisions.to_decide import all_to_decide
from radsassistent.answers.decisions.votes_told import votes_told
from radsassistent.answers.draft import Draft
from radsassistent.answers.figures.extremes import extreme_resolved
from radsassistent.answers.figures.likely_row import likely_row, surest_row, told_anyhow
from radsassistent.answers.figures.named_figures import named_figure
from radsassistent.answers.figures.reckoning import reckoned_in_table
from radsassistent.answers.figures.resolution import row_resolved
from radsassistent.answers.figures.respondents import respondents
from radsassistent.answers.figures.rows_by_cell import rows_by_cell
from radsassistent.answers.figures.tasks import tasks_after
from radsassistent.answers.figures.values import extreme_by_wording, table_by_wording
from radsassistent.answers.figures.whole_row import whole_row
from radsassistent.answers.members.attendance_facts import (
    attendance_answer,
    minutes_taker,
    voters_present,
)
from radsassistent.answers.members.attendance_times import came_or_left, taking_part_from_afar
from radsassistent.answers.members.details import member_detail
from radsassistent.answers.members.facts import (
    member_answer,
    members_by_title,
    members_by_wording,
)
from radsassistent.answers.members.newcomers import newcomers
from radsassistent.answers.members.of_employees import employees_representatives
from radsassistent.answers.members.people_in_text import leavers, person_in_text, successor
from radsassistent.answers.members.presenter_details import presenter_detail
from radsassistent.answers.members.presenters import presenting_members
from radsassistent.answers.members.resolution import member_by_work, members_resolved
from radsassistent.answers.members.rights import may_vote, voters
from radsassistent.answers.members.roles import (
    body_without_list,
    not_on_lists,
    role_not_named,
    title_of_nobody,
    writer_not_told,
)
from radsassistent.answers.members.stand_ins import stand_ins
from radsassistent.answers.members.standings import standings
from radsassistent.answers.named_things import lacks_a_name
from radsassistent.answers.slides.case_summary import case_summary
from radsassistent.answers.slides.lists import counted_list
from radsassistent.answers.slides.mentions import mentioned, said_under_title
from radsassistent.answers.slides.roles_told import roles_told
from radsassistent.answers.slides.subject import told_of_subject
from radsassistent.answers.slides.topics import marked_slides
from radsassistent.answers.slides.where_is import where_is
from radsassistent.answers.text.abbreviations import abbreviation_meaning
from radsassistent.answers.text.brevity import as_asked
from radsassistent.answers.text.open_answers import open_answer
from radsassistent.answers.text.titles import likeliest_title, told_by_title
from radsassistent.answers.told_otherwise import spelling, spelt_otherwise, told_otherwise
from radsassistent.answers.withheld import counts_money_or_shares, is_belied, is_withheld
from radsassistent.archive import PassageKind
from radsassistent.meetings.case_numbers import CASE_NUMBER, named_case
from radsassistent.meetings.dates import MONTHS
from radsassistent.search.codes_named import cases_coded_alike
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.elliptical import is_elliptical
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.rank import likeliest_slide, nothing
from radsassistent.search.terms import is_english

# How many of the best passages are looked at to tell what a question is about.
NEAREST = 12
# Above this probability that nothing answers, the assistant abstains. Measured: docs/measurements.md, "Abstention".
NOTHING_CUTOFF = 0.46
# Above this one where one passage that is no row of an agenda has at least so much of the chance that anything answers. Of 2,400
# questions about February and 14 other councils, 43 lay between the two cutoffs and had such a passage: it answered 33 of them,
# nothing answered 10 (docs/measurements.md).
LONE_CUTOFF, LONE = 0.6, 0.7
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

# Passages whose data hold the slide's title; others have titles of their own, of a case or a person.
_TITLED = frozenset({PassageKind.SLIDE, PassageKind.UNIT, PassageKind.TABLE_ROW})
_ROWS = frozenset({PassageKind.TABLE_ROW, PassageKind.AGENDA})
_MEETING = re.compile(r"møte|referat|protokoll|samling|meeting|minutes")
_MINUTES = re.compile(r"\b\w*(?:referat|protokoll|minutes)\w*\b", re.IGNORECASE)
_SAID_IN_MINUTES = re.compile(
    r"\b(?:hva|kva|what)\s+(?:sto|stod|står|sa|seier|sier|says?|was)\b.*\b(?:referat|protokoll|minutes)\w*",
    re.IGNORECASE,
)
_WAS = re.compile(r"\b(ble|blei|vart|var|was|were)\b", re.IGNORECASE)

# What a case has one of; asked of no case, with several in the archive, it is not clear which is meant.
_OF_A_CASE = frozenset({Cue.PRESENT, Cue.CLOCK, Cue.DURATION, Cue.WHEN, Cue.PROPOSAL, Cue.CASE_TYPE})
SEVERAL = 2
_IT = re.compile(r"\b(?:den|det|denne|dette|it)\b(?!\s+som\b)", re.IGNORECASE)

Answerer = Callable[[Query, Sequence[Hit], Corpus], Draft | None]

_BY_KIND: dict[PassageKind, Answerer] = {
    PassageKind.AGENDA: agenda_answer,
    PassageKind.MEMBER: member_answer,
    PassageKind.PROPOSAL: outcome_or_proposal,
    PassageKind.DECISION: decision_answer,
    PassageKind.TABLE_ROW: likely_row,
    PassageKind.UNIT: open_answer,
    PassageKind.SLIDE: open_answer,
}


# What is told of slides by their words, rather than of records: every name of the question must stand there.
_OF_SLIDES: frozenset[Answerer] = frozenset(
    {
        attendance_answer,
        counted_list,
        extreme_resolved,
        marked_slides,
        named_figure,
        person_in_text,
        reckoned_in_table,
        respondents,
        row_resolved,
        rows_by_cell,
        told_by_title,
        voters_present,
    }
)


def compose(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft:
    """The draft of the way of answering that fits the best passage; one that abstains when the documents do not tell."""
    draft = known(query, hits, corpus)
    if draft is not None and is_belied(query, draft, hits, corpus):
        draft = None
    if draft is not None and not draft.abstained:
        draft = replace(draft, statements=(*draft.statements, *told_otherwise(query, draft, hits, corpus)))
    draft = draft or _by_likelihood(query, hits, corpus)
    draft = whole_row(query, draft, corpus)
    draft = compared(query, undecided(query, draft, corpus), corpus)
    draft = replace(draft, statements=(*draft.statements, *spelt_otherwise(query, draft, corpus)))
    return as_asked(query, draft)


def _by_likelihood(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft:
    """What the wording does not settle: the ranker's order decides, and whether anything answers at all."""
    unknown = _speaks_of_nothing_known(query, corpus)
    cutoff = LONE_CUTOFF if _stands_alone(hits) else NOTHING_CUTOFF
    cutoff = TOLD_CUTOFF if query.of_told else UNKNOWN_CUTOFF if unknown else cutoff
    if nothing(hits) > cutoff or likeliest_slide(hits) < LEAST_LIKELY_SLIDE or _guesses_between_rows(hits):
        by_wording = (
            agenda_by_wording,
            members_by_title,
            best_proposed,
            extreme_by_wording,
            table_by_wording,
        )
        plain = next((draft for answer in by_wording if (draft := answer(query, hits, corpus)) is not None), None)
        if plain is None and query.slides and not query.of_told and not corpus.topic(query.text):
            plain = open_answer(query, hits, corpus)
        return plain or not_found(hits)
    if hits and hits[0].passage.kind in (PassageKind.PROPOSAL, PassageKind.DECISION) and asks_otherwise(query):
        return not_found(hits)
    proposed = proposed_on_best_slide(query, hits, corpus)
    if proposed is not None:
        return proposed
    abstaining: Draft | None = None
    sure = surest_row(query, hits, corpus)
    tried: list[Answerer] = []
    for hit in hits:
        answer = _BY_KIND.get(hit.passage.kind)
        if answer is None or answer in tried:
            continue
        tried.append(answer)
        draft = answer(query, hits, corpus)
        if draft is not None and is_withheld(query, draft, hits, corpus):
            draft = None
        if (draft is None or draft.abstained) and sure is not None and hit.passage is sure:
            draft = told_anyhow(query, sure, corpus)
            draft = None if draft is not None and counts_money_or_shares(query, draft) else draft
        if draft is not None and not draft.abstained:
            return Draft((*draft.statements, *told_otherwise(query, draft, hits, corpus)))
        abstaining = abstaining or draft
        if len(tried) == MOST_TRIES:
            break
    return likeliest_title(query, hits) or abstaining or not_found(hits)


def _stands_alone(hits: Sequence[Hit]) -> bool:
    """Whether one passage is all that is at all likely to answer. An agenda's row is likely for whatever is asked of a case."""
    first = hits[0] if hits else None
    if first is None or first.passage.kind is PassageKind.AGENDA:
        return False
    return first.chance >= LONE * (1.0 - nothing(hits))


def _guesses_between_rows(hits: Sequence[Hit]) -> bool:
    """Whether what is likeliest is a row that is little likelier than its neighbours."""
    first = hits[0] if hits else None
    return first is not None and first.passage.kind in _ROWS and first.chance < LEAST_LIKELY_ROW


def _speaks_of_nothing_known(query: Query, corpus: Corpus) -> bool:
    """Whether no word of what a question is about is the archive's, nor anything that it names."""
    topic = corpus.topic(query.text)
    named = query.cases or query.people or query.slides or query.years or is_english(query.text)
    return bool(topic) and not named and not any(corpus.lexical.has(term) for term in topic)


def known(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What the wording alone settles, before any likelihood: that something cannot be there, or where it must be."""
    settled: tuple[Answerer, ...] = (
        impossible,
        unclear,
        spelling,
        abbreviation_meaning,
        newcomers,
        member_by_work,
        presenting_members,
        came_or_left,
        taking_part_from_afar,
        may_vote,
        minutes_taker,
        writer_not_told,
        earlier_wording,
        told_by_minutes,
        presenter_detail,
        agenda_detail,
        said_under_item,
        all_to_decide,
        proposals_selected,
        put_to_council,
        proposal_of_case,
        done_by_council,
        not_on_lists,
        mentioned,
        whole_agenda,
        agenda_resolved,
        asked_of_agenda,
        next_meeting,
        meeting_answer,
        meeting_start,
        meeting_hours,
        role_not_named,
        tasks_after,
        stand_ins,
        employees_representatives,
        member_detail,
        successor,
        leavers,
        voters_present,
        voters,
        attendance_answer,
        body_without_list,
        case_summary,
        marked_slides,
        counted_list,
        where_is,
        only_proposed,
        decisions_by_outcome,
        decided_of_listed,
        votes_told,
        what_became,
        proposal_point,
        decision_point,
        decision_by_wording,
        case_outcome,
        not_recorded,
        placed_in_agenda,
        item_by_wording,
        presented_about,
        which_case,
        cases_about,
        roles_told,
        standings,
        members_resolved,
        title_of_nobody,
        members_by_wording,
        person_in_text,
        said_under_title,
        told_of_subject,
        rows_by_cell,
        respondents,
        extreme_resolved,
        reckoned_in_table,
        row_resolved,
        line_to_be_done,
        told_by_title,
        named_figure,
    )
    for settle in settled:
        draft = settle(query, hits, corpus)
        if draft is not None and not (settle in _OF_SLIDES and lacks_a_name(query, draft, corpus)):
            return draft
    return None


def unclear(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Who presents, when, or what is proposed, of no case in particular, where there are several: any would be a guess."""
    named = query.cases or query.unknown_cases or query.people or query.slides
    # "Hvem legger den frem i rådet?" has words, none of which tells the case.
    points = Cue.PRESENT in query.cues and _IT.search(query.text) is not None and not corpus.topic(query.text)
    if named or not query.cues & _OF_A_CASE or not (is_elliptical(query.text) or points):
        return None
    if len(corpus.cases) < SEVERAL or asks_among(query):
        return None
    return Draft.abstaining("Hvilken sak mener du? Nevn saksnummeret, eller hva saken gjelder.")


def impossible(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """A case, meeting or person that the archive does not have is known not to be there."""
    if query.unknown_cases and not query.cases:
        if (listed := decided_of_listed(query, hits, corpus)) is not None:
            return listed
        named = " og ".join(named_case(case) for case in query.unknown_cases)
        return Draft.abstaining(
            f"{named[0].upper()}{named[1:]} finnes ikke i dokumentene; {_known_cases(query, corpus)}"
        )
    if (planned := deadline_in_plan(query, corpus) or meeting_in_plan(query, corpus)) is not None:
        return planned
    if query.unknown_meeting is not None and (_of_course(query) or not _mentioned(query.unknown_meeting, hits)):
        held = "; ".join(f"{m.body} {m.date}" for m in corpus.meetings)
        return Draft.abstaining(f"Arkivet har ikke noe møte som passer til «{query.unknown_meeting}». Det har: {held}.")
    unknown_people = [name for name in query.unknown_names if " " in name]
    if unknown_people:
        return Draft.abstaining(f"{unknown_people[0]} er ikke nevnt i dokumentene.")
    return None


def _of_course(query: Query) -> bool:
    """Whether a question is for what went on at a meeting: that is told by its own documents alone."""
    went_on = query.cues & {Cue.DECIDED, Cue.DEBATE, Cue.AGENDA, Cue.WHICH_CASE, Cue.PRESENT}
    place = Cue.WHERE in query.cues or (Cue.WHICH_CASE in query.cues and Cue.LIST in query.cues)
    if _SAID_IN_MINUTES.search(query.text):
        return True
    if _MINUTES.search(query.text):
        # Minutes of an earlier meeting are a case of this one.
        return False
    return bool(place or (went_on and _WAS.search(query.text)))


def _mentioned(meeting: str, hits: Sequence[Hit]) -> bool:
    """Whether the nearest passages speak of a meeting on that day or in that month: then it is a subject."""
    day = re.search(r"\d{1,2}\.\s+\w+", meeting.lower())
    times = [day[0]] if day else [month for month in MONTHS if month in meeting.lower()]
    near = [hit.passage.text.lower() for hit in hits[:NEAREST]]
    return any(time in text and (day or _MEETING.search(text)) for text in near for time in times)


def _known_cases(query: Query, corpus: Corpus) -> str:
    coded = cases_coded_alike(query.unknown_cases[0], corpus)
    if len(coded) > 1:
        return f"de har sakene {coded[0]}–{coded[-1]}."
    cases = sorted((case for case in corpus.cases if CASE_NUMBER.fullmatch(case)), key=_year_and_number)
    return f"de har sakene {cases[0]}–{cases[-1]}." if cases else "de har ingen saker med slike nummer."


def _year_and_number(case: str) -> tuple[int, int]:
    number, year = case.split("/")
    return int(year), int(number)


def not_found(hits: Sequence[Hit]) -> Draft:
    """The documents do not say; the nearest slide is named with its title, not cited."""
    if not hits:
        return Draft.abstaining("Det står ikke i dokumentene.")
    nearest = hits[0].passage
    where = f"{named_case(nearest.case)}, lysbilde {nearest.slide}" if nearest.case else f"lysbilde {nearest.slide}"
    title = nearest.data.get("title") if nearest.kind in _TITLED else None
    called = f" («{title}»)" if title else ""
    return Draft.abstaining(f"Det finner jeg ikke i dokumentene. Nærmest: {where}{called}.")
