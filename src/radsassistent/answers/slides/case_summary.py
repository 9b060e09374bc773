"""A summary of a case: what it is, its main points each with its slide, and what is proposed or was decided."""

from __future__ import annotations

from collections.abc import Sequence

from radsassistent.answers.agenda.rows import covering, head, in_scope, telling_words, titled
from radsassistent.answers.decisions.facts import decided
from radsassistent.answers.decisions.proposal_facts import proposed
from radsassistent.answers.draft import Draft, Statement, statement
from radsassistent.answers.slides.key_points import key_points
from radsassistent.answers.text.brevity import shortened
from radsassistent.archive import Passage, PassageKind
from radsassistent.archive.agendas import Unit
from radsassistent.archive.passages import NOTES
from radsassistent.meetings import Place, SlideKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.intents import Intent
from radsassistent.search.query import Query
from radsassistent.search.style import Limits, limits

# A summary in one sentence has at most so many words.
_BRIEFLY = 40


def case_summary(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The summary of the case that a question asks to have summed up; of each, where several bodies have one of its number."""
    if query.intent is not Intent.SUMMARY:
        return None
    items = _asked_for(query, corpus)
    if not items or len({item.case for item in items}) > 1:
        return _of_meeting(query, corpus)
    brief = Cue.BRIEF in query.cues and limits(query.question) != Limits()
    return Draft(tuple(said for item in items for said in summed_up(item, corpus, brief=brief)))


def _asked_for(query: Query, corpus: Corpus) -> list[Passage]:
    items = [item for item in in_scope(query, corpus) if item.case]
    if query.cases:
        return [item for item in items if item.case in query.cases]
    return covering(query, telling_words(query, corpus).keys(), corpus)


def summed_up(item: Passage, corpus: Corpus, *, brief: bool = False) -> list[Statement]:
    """The summary of the case of an agenda row."""
    data = item.data
    details = [part for part in (data["presenter"], data["organisation"], data["case_type"]) if part]
    about = f"{head(item)}: {data['title']}" + (f" ({', '.join(details)})." if details else ".")
    opening = statement(about, item, data["title"])
    if brief:
        return shortened([opening, *_outcome(item, corpus)], _BRIEFLY)
    points = [statement(_sentence(point.text), point) for point in _points(item, corpus)]
    return [opening, *points, *_outcome(item, corpus)]


def _of_meeting(query: Query, corpus: Corpus) -> Draft | None:
    """Of a meeting as a whole: its cases, with what was decided where minutes tell."""
    items = [item for item in in_scope(query, corpus) if item.case]
    if query.cases or Cue.MEETING not in query.cues or telling_words(query, corpus) or not items:
        return None
    told: list[Statement] = []
    for item in items:
        made = _of_case(PassageKind.DECISION, item, corpus)
        told.append(titled(item))
        told.extend(said for decision in made for said in decided(decision, corpus, brief=True))
    return Draft(tuple(told))


def _points(item: Passage, corpus: Corpus) -> list[Passage]:
    """The key points of a case, from its slides; not from minutes, whose sentences may be of a proposal that fell."""
    decided_in = {decision.sha256 for decision in corpus.of_kind(PassageKind.DECISION)}
    content = {
        (slide.sha256, slide.slide)
        for slide in corpus.of_kind(PassageKind.SLIDE)
        if slide.data["slide_kind"] == SlideKind.CONTENT
    }
    vectors = corpus.snapshot.vectors
    told = {
        (Place(unit.sha256, unit.slide), unit.text): unit
        for unit in _of_case(PassageKind.UNIT, item, corpus)
        if unit.sha256 not in decided_in and (unit.sha256, unit.slide) in content and NOTES not in unit.data["under"]
    }
    units = [
        Unit(text, place, unit.document, unit.data["title"], vectors.vector(unit.id))
        for (place, text), unit in told.items()
    ]
    chosen = key_points(units, vectors.vector(item.id), item.data["title"])
    return [told[point.place, point.text] for point in chosen]


def _outcome(item: Passage, corpus: Corpus) -> list[Statement]:
    """What was decided in a case; where no minutes tell, what is proposed."""
    decisions = _of_case(PassageKind.DECISION, item, corpus)
    if decisions:
        return [said for decision in decisions for said in decided(decision, corpus, compared=True)]
    return [said for proposal in _of_case(PassageKind.PROPOSAL, item, corpus)[-1:] for said in proposed(proposal)]


def _of_case(kind: PassageKind, item: Passage, corpus: Corpus) -> list[Passage]:
    case = (item.body, item.meeting, item.case)
    return [p for p in corpus.of_kind(kind) if (p.body, p.meeting, p.case) == case]


def _sentence(text: str) -> str:
    bare = text.strip()
    return bare if bare.endswith((".", "!", "?", "»")) else f"{bare}."
