"""A Query and its hits to a Draft, in quote mode: what stands on the slides, found by the kind of question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.answers.agenda.asked import asked_of_agenda
from radsassistent.answers.agenda.details import agenda_detail
from radsassistent.answers.agenda.likely_item import sure_item
from radsassistent.answers.agenda.meeting_facts import hour_of_next_meeting, meeting_answer, next_meeting
from radsassistent.answers.agenda.meeting_hours import meeting_hours, meeting_start
from radsassistent.answers.agenda.meeting_plan import deadline_in_plan, meeting_in_plan
from radsassistent.answers.agenda.resolution import agenda_resolved
from radsassistent.answers.agenda.unnumbered_items import said_under_item
from radsassistent.answers.agenda.wording import (
    cases_about,
    item_by_wording,
    placed_in_agenda,
    presented_about,
    which_case,
    whole_agenda,
)
from radsassistent.answers.belied import is_belied
from radsassistent.answers.by_likelihood import Answerer, by_likelihood
from radsassistent.answers.decisions.alternatives import alternative_proposal
from radsassistent.answers.decisions.best_record import line_to_be_done
from radsassistent.answers.decisions.case_outcome import case_outcome, done_by_council, only_proposed, what_became
from radsassistent.answers.decisions.decided_before import decided_before
from radsassistent.answers.decisions.decided_otherwise import decided_otherwise
from radsassistent.answers.decisions.earlier_wording import earlier_wording
from radsassistent.answers.decisions.facts import compared, decision_by_wording
from radsassistent.answers.decisions.listed_cases import decided_of_listed
from radsassistent.answers.decisions.outcomes import decisions_by_outcome
from radsassistent.answers.decisions.points import decision_point
from radsassistent.answers.decisions.proposal_facts import (
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
from radsassistent.answers.figures.against_budget import against_budget
from radsassistent.answers.figures.extremes import extreme_resolved
from radsassistent.answers.figures.group_leaders import leads_group
from radsassistent.answers.figures.likely_row import likely_total
from radsassistent.answers.figures.limits import limit_told
from radsassistent.answers.figures.named_figures import named_figure
from radsassistent.answers.figures.proposed_figures import proposed_figure
from radsassistent.answers.figures.reckoning import reckoned_in_table
from radsassistent.answers.figures.resolution import row_resolved
from radsassistent.answers.figures.respondents import respondents
from radsassistent.answers.figures.risks import greatest_risk
from radsassistent.answers.figures.rows_by_cell import rows_by_cell
from radsassistent.answers.figures.tasks import tasks_after
from radsassistent.answers.figures.whole_row import whole_row
from radsassistent.answers.members.announced import announced_for, not_in_own_seat
from radsassistent.answers.members.attendance_facts import (
    attendance_answer,
    minutes_taker,
    voters_present,
)
from radsassistent.answers.members.attendance_times import came_or_left, taking_part_from_afar
from radsassistent.answers.members.details import member_detail
from radsassistent.answers.members.disqualified import disqualified
from radsassistent.answers.members.facts import members_by_wording
from radsassistent.answers.members.leaders_in_text import leader_in_text
from radsassistent.answers.members.newcomers import newcomers
from radsassistent.answers.members.of_employees import employees_representatives
from radsassistent.answers.members.people_in_text import leavers, person_in_text, successor
from radsassistent.answers.members.presenter_details import presenter_detail
from radsassistent.answers.members.presenters import presenting_members
from radsassistent.answers.members.resolution import member_by_work, members_resolved
from radsassistent.answers.members.rights import may_vote, observers, voters
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
from radsassistent.answers.slides.earlier_case import told_of_earlier_case
from radsassistent.answers.slides.lists import counted_list, listed_under_title
from radsassistent.answers.slides.mentions import mentioned, said_under_title
from radsassistent.answers.slides.roles_told import roles_told
from radsassistent.answers.slides.subject import told_of_subject
from radsassistent.answers.slides.topics import marked_slides
from radsassistent.answers.slides.where_is import where_is
from radsassistent.answers.text.abbreviations import abbreviation_meaning
from radsassistent.answers.text.brevity import as_asked
from radsassistent.answers.text.reasons import reason_for_row
from radsassistent.answers.text.titles import told_by_title
from radsassistent.answers.text.to_the_assistant import asked_of_the_assistant
from radsassistent.answers.told_otherwise import spelling, spelt_otherwise, told_otherwise
from radsassistent.answers.verification.told_elsewhere import keys_with_elsewhere
from radsassistent.meetings.case_numbers import CASE_NUMBER, named_case
from radsassistent.meetings.dates import MONTHS
from radsassistent.search.codes_named import cases_coded_alike
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.elliptical import is_elliptical
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query

# How many of the best passages are looked at to tell what a question is about.
NEAREST = 12
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
_TYPE_OF_IT = re.compile(
    r"^\W*(?:og\s+|and\s+)?(?:hva|kva|hvilken|what|which)\s+(?:(?:slags|type|kind|sort)\s+(?:of\s+)?)?(?:sakstype|saktype|sak|case|item)\s+(?:er|is)\s+(?:det|den|it)\W*$",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:den|det|denne|dette|it)\b(?!\s+som\b)", re.IGNORECASE)

# What is told of slides by their words, rather than of records: every name of the question must stand there.
_OF_SLIDES: frozenset[Answerer] = frozenset(
    {
        against_budget,
        attendance_answer,
        counted_list,
        extreme_resolved,
        greatest_risk,
        marked_slides,
        named_figure,
        person_in_text,
        proposed_figure,
        reason_for_row,
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
    draft = _of_what_is_named(query, known(query, hits, corpus), hits)
    if draft is not None and is_belied(query, draft, hits, corpus):
        draft = None
    if draft is not None and not draft.abstained:
        draft = replace(draft, statements=(*draft.statements, *told_otherwise(query, draft, hits, corpus)))
    draft = not_in_own_seat(query, draft or by_likelihood(query, hits, corpus), corpus)
    draft = whole_row(query, draft, corpus)
    draft = compared(query, decided_otherwise(query, undecided(query, draft, corpus), hits, corpus), corpus)
    draft = replace(draft, statements=(*draft.statements, *spelt_otherwise(query, draft, corpus)))
    return as_asked(query, draft)


def _of_what_is_named(query: Query, draft: Draft | None, hits: Sequence[Hit]) -> Draft | None:
    """A draft without what rules told of other slides than those of the case or the slides that a question names; None where
    nothing is left.
    """
    if draft is None or draft.abstained or not (query.cases or query.slides):
        return draft
    found = {key for hit in hits for key in keys_with_elsewhere(hit.passage)}
    kept = tuple(
        said for said in draft.statements if all((s.passage.sha256, s.passage.slide) in found for s in said.support)
    )
    return replace(draft, statements=kept) if any(said.support for said in kept) else None


def known(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What the wording alone settles, before any likelihood: that something cannot be there, or where it must be."""
    settled: tuple[Answerer, ...] = (
        impossible,
        asked_of_the_assistant,
        unclear,
        spelling,
        abbreviation_meaning,
        newcomers,
        member_by_work,
        announced_for,
        presenting_members,
        came_or_left,
        taking_part_from_afar,
        disqualified,
        may_vote,
        observers,
        minutes_taker,
        writer_not_told,
        earlier_wording,
        alternative_proposal,
        sure_item,
        told_by_minutes,
        proposed_figure,
        presenter_detail,
        agenda_detail,
        said_under_item,
        reason_for_row,
        all_to_decide,
        proposals_selected,
        put_to_council,
        proposal_of_case,
        done_by_council,
        not_on_lists,
        mentioned,
        whole_agenda,
        hour_of_next_meeting,
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
        leader_in_text,
        body_without_list,
        case_summary,
        marked_slides,
        counted_list,
        listed_under_title,
        where_is,
        only_proposed,
        decisions_by_outcome,
        decided_of_listed,
        decided_before,
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
        leads_group,
        members_by_wording,
        person_in_text,
        said_under_title,
        greatest_risk,
        against_budget,
        told_of_subject,
        rows_by_cell,
        respondents,
        limit_told,
        likely_total,
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
    points = points or _TYPE_OF_IT.search(query.asked) is not None
    if named or not query.cues & _OF_A_CASE or not (is_elliptical(query.text) or points):
        return None
    if len(corpus.cases) < SEVERAL or asks_among(query):
        return None
    return Draft.abstaining("Hvilken sak mener du? Nevn saksnummeret, eller hva saken gjelder.")


def impossible(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """A case, meeting or person that the archive does not have is known not to be there."""
    if query.unknown_cases and not query.cases:
        ways = (decided_of_listed, decided_before, told_of_earlier_case)
        told = next((draft for way in ways if (draft := way(query, hits, corpus)) is not None), None)
        if told is not None:
            return told
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
