"""What the proposal or the decision that is the best passage says: as a whole, or the one line of it with the amount, the
number or the day that is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.answers.agenda.rows import HALF, with_parts
from radsassistent.answers.decisions.facts import UNTELLING, decided, decided_points
from radsassistent.answers.decisions.points import ASKS_MONEY, OF_POINTS, has_wanted
from radsassistent.answers.decisions.proposal_asked import asked_of_proposal
from radsassistent.answers.decisions.proposal_facts import asks_otherwise, current, proposal_answer
from radsassistent.answers.decisions.proposal_points import PROPOSES, WORDS_OF_PROPOSALS, line_proposed
from radsassistent.answers.decisions.record_lines import LineMeant, lines_meant
from radsassistent.answers.draft import Draft
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted

_UNTELLING = UNTELLING | OF_POINTS | WORDS_OF_PROPOSALS
# What was changed on the way from the proposal to the decision.
_CHANGED = re.compile(
    r"\b(?:ble|blei|vart|was|were|er|har)\b.*\b(?:endr\w*|forskjell\w*|skilnad\w*|annerledes|annleis|uendr\w*|changed|amended|different)\b",
    re.IGNORECASE,
)
# "Lyktesaken" is the case about "lykter".
_CASE_ABOUT = re.compile(r"(?P<what>\w{4,}?)[es]?sak$")
# How many cases, members or meetings there are is told by no single proposal.
_COUNTS_RECORDS = re.compile(
    r"\b(?:hvor|kor|how)\s+(?:mange|many)\s+(?:av\s+|of\s+)?(?:\w+\s+)?(?:\w*saker|\w*sakene|\w*sakane|\w*forslag\w*|\w*framlegg|\w*vedtak\w*|punkter|"
    r"medlem\w*|møter|cases|items|proposals|decisions|members|meetings)\b",
    re.IGNORECASE,
)
# What is meant to be done, in words that are said of plans of any kind.
_INTENDED = re.compile(
    r"\b(?:tenkt|tenkte|tanken|meininga|meningen|lagt\s+opp|legg\w*\s+(?:\w+\s+)?opp|planlagt|sett\w*\s+av|setj\w+\s+av|skal|skulle|vil|bør|må|lov\s+til|"
    r"should|supposed|meant|intend\w*|plan(?:s|ned)?)\b",
    re.IGNORECASE,
)
# What is to come of it, in the present: "når kommer utkastet?", "hva oppfordres kommunene til?".
_TO_COME = re.compile(
    r"\b(?:kommer|kjem|blir|vert|får|skjer|hender|begynner|byrjar|starter|snakk\s+om|(?:oppfordr|anbefal|inviter|prioriter|tildel|løyv|bevilg|flytt|overfør|omdisponer|utred|innfør)\w*|will|going\s+to)\b",
    re.IGNORECASE,
)
# A line that has so much (0 to 1) of what is asked, by itself, is what is asked for.
_NEARLY_ALL = 0.75
# One word alone may stand anywhere.
_LEAST_WORDS = 2
# A line has so much more (0 to 1) of what is asked than each other one that could be meant.
_AHEAD = 0.1
# The least share of what is asked that the best proposal, with its case's title, has.
_SOME = 0.2


_OF_TEXT = frozenset({PassageKind.UNIT, PassageKind.SLIDE})
_NOT_PROPOSED = frozenset({Cue.WHY, Cue.PRESENT, Cue.CHART, Cue.DEBATE})


def outcome_or_proposal(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What was proposed; where it was decided on since and the question is not for the proposal as such, the decision."""
    draft = None if _COUNTS_RECORDS.search(query.asked) else proposal_answer(query, hits, corpus)
    if draft is None or draft.abstained:
        return draft
    told = [support.passage for said in draft.statements for support in said.support]
    if Cue.PROPOSAL not in query.cues or Cue.DECIDED in query.cues or _CHANGED.search(query.asked):
        cases = {(p.meeting, p.body, p.case) for p in told}
        made = [d for d in corpus.of_kind(PassageKind.DECISION) if (d.meeting, d.body, d.case) in cases]
        if made:
            return _of_decisions(query, made, corpus)
    if Cue.DECIDED in query.cues:
        # How many were said yes to is told by no proposal.
        return draft if query.wanted is not Wanted.NUMBER else None
    if not _wants_figure(query):
        return draft
    line = _line(query, current(list({passage.id: passage for passage in told}.values())), corpus)
    return line_proposed(line.passage, line.text) if line is not None else _if_fitting(query, draft)


def decision_answer(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The decision that is the best passage and has a word of what the question is about."""
    best = next((hit.passage for hit in hits if hit.passage.kind is PassageKind.DECISION), None)
    if best is None:
        return None
    telling = set(corpus.topic(query.asked, UNTELLING))
    titles = [
        item.data["title"]
        for item in corpus.of_kind(PassageKind.AGENDA)
        if (item.body, item.meeting, item.case) == (best.body, best.meeting, best.case)
    ]
    own = set(corpus.terms(" ".join((best.embedded_text, *titles))))
    parts = {about["what"] for term in telling if (about := _CASE_ABOUT.match(term)) is not None}
    return _of_decisions(query, [best], corpus) if not telling or (telling | parts) & own else None


def best_proposed(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The proposal that is the best passage, where a question asks outright for what is proposed or what the council is to do,
    and the case has a word of what it is about; whatever the ranker makes of its chances.
    """
    best = hits[0].passage if hits else None
    asked = asked_of_proposal(query)
    if best is None or best.kind is not PassageKind.PROPOSAL or query.people or asks_otherwise(query):
        return None
    intended = PROPOSES.search(query.asked) or _INTENDED.search(query.asked) or _TO_COME.search(query.asked)
    if asked is None and not intended:
        return None
    lines = lines_meant(query, query.asked, {PassageKind.PROPOSAL}, _UNTELLING, corpus)
    if max((line.whole for line in lines if line.passage.id == best.id), default=0.0) < _SOME:
        return None
    draft = outcome_or_proposal(query, hits, corpus)
    return _if_fitting(query, draft) if draft is not None and not draft.abstained else None


def line_to_be_done(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The one line of a proposal that nearly all of a question on what is to be done stands in, and that has the amount or day
    that it asks for; None where minutes tell of the meeting, and for any other question.
    """
    if query.people or not _INTENDED.search(query.asked) or query.cues & _NOT_PROPOSED or asks_otherwise(query):
        return None
    of_person = query.wanted is Wanted.PERSON and not query.cases
    if not (_wants_figure(query) or of_person) or len(corpus.topic(query.asked)) < _LEAST_WORDS:
        return None
    lines = lines_meant(query, query.asked, {PassageKind.PROPOSAL}, _UNTELLING, corpus)
    best = max(lines, key=lambda line: line.own, default=None)
    if best is None or best.own < _NEARLY_ALL or not has_wanted(query, best.text):
        return None
    if any(line.own > best.own - _AHEAD for line in lines if line is not best):
        return None
    meeting = (best.passage.body, best.passage.meeting)
    decided_on = any((d.body, d.meeting) == meeting for d in corpus.of_kind(PassageKind.DECISION))
    return None if decided_on else line_proposed(best.passage, best.text)


def proposed_on_best_slide(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The proposal on the slide of the best passage, where a question asks for what is proposed, not what else stands there."""
    best = hits[0].passage if hits else None
    if best is None or query.people or asks_otherwise(query) or query.cues & _NOT_PROPOSED:
        return None
    outright = asked_of_proposal(query) is not None or PROPOSES.search(query.asked)
    if best.kind not in _OF_TEXT and not (outright and _is_row_of_else(query, best, corpus)):
        return None
    if not outright and (not _INTENDED.search(query.asked) or _clearly_told_beside(hits)):
        return None
    there = [hit for hit in hits if hit.passage.kind is PassageKind.PROPOSAL and _beside(hit.passage, best)]
    draft = outcome_or_proposal(query, there, corpus) if there else None
    return draft if draft is not None and not draft.abstained else None


def _is_row_of_else(query: Query, best: Passage, corpus: Corpus) -> bool:
    """Whether a passage is a row of a table without any word of what is asked but those of its slide's title, on a slide whose
    proposal has one.
    """
    if best.kind is not PassageKind.TABLE_ROW:
        return False
    topic = corpus.topic(query.asked, _UNTELLING)
    lines = lines_meant(query, query.asked, {PassageKind.PROPOSAL}, _UNTELLING, corpus)
    proposed = max((line.own for line in lines if _beside(line.passage, best)), default=0.0)
    return proposed > 0 and not with_parts(topic, set(corpus.terms(best.text)), corpus) & set(topic)


def _clearly_told_beside(hits: Sequence[Hit]) -> bool:
    """Whether a text that is no part of the proposal on its slide is likelier to answer than all else together."""
    return hits[0].passage.kind is PassageKind.UNIT and hits[0].chance > HALF


def _beside(proposal: Passage, other: Passage) -> bool:
    return (proposal.sha256, proposal.slide) == (other.sha256, other.slide)


def _of_decisions(query: Query, made: Sequence[Passage], corpus: Corpus) -> Draft:
    line = _line(query, made, corpus) if _wants_figure(query) else None
    if line is not None:
        return decided_points(line.passage, [line.text], corpus)
    return Draft(tuple(said for decision in made for said in decided(decision, corpus)))


def _wants_figure(query: Query) -> bool:
    """Whether an amount, a number or a day is asked for."""
    return query.wanted in (Wanted.NUMBER, Wanted.TIME) or bool(ASKS_MONEY.search(query.asked))


def _line(query: Query, among: Sequence[Passage], corpus: Corpus) -> LineMeant | None:
    """The one line, of some proposals or decisions, that has what is asked for and clearly most of its words."""
    kinds = {passage.kind for passage in among}
    cases = tuple(dict.fromkeys(str(p.case) for p in among if p.case))
    meetings = tuple(MeetingKey(p.body, p.meeting) for p in among)
    narrowed = replace(query, cases=cases, meetings=meetings)
    lines = [
        line
        for line in lines_meant(narrowed, query.asked, kinds, _UNTELLING, corpus)
        if line.passage in among and has_wanted(query, line.text)
    ]
    lines.sort(key=lambda line: -line.own)
    if not lines or (len(lines) > 1 and lines[0].own < lines[1].own + _AHEAD):
        return None
    return lines[0]


def _if_fitting(query: Query, draft: Draft) -> Draft | None:
    """A draft of which some line has the amount, the number or the day that is asked for."""
    if query.wanted is not Wanted.NUMBER:
        return draft
    lines = (support.quote for said in draft.statements for support in said.support)
    return draft if any(has_wanted(query, line) for line in lines) else None
