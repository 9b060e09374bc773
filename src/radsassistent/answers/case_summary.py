"""A summary of a case: what it is, its main points each with its slide, and what is proposed or was decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import sqrt

from radsassistent.answers.agenda_rows import in_scope, item_terms, telling_words, titled
from radsassistent.answers.decision_facts import decided
from radsassistent.answers.draft import Draft, Statement, statement
from radsassistent.answers.proposal_facts import proposed
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.intents import Intent
from radsassistent.search.query import Query

# The points of a summary, and how long one may be (words): shorter ones are headings, longer ones are no points.
MOST_POINTS = 4
SHORTEST_POINT = 6
LONGEST_POINT = 40
# Two points that share this part of the shorter one's terms say the same.
SAME_POINT = 0.5


def case_summary(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The summary of the case that a question asks to have summed up; of each, where several bodies have one of its number."""
    if query.intent is not Intent.SUMMARY:
        return None
    items = _asked_for(query, corpus)
    if not items or len({item.case for item in items}) > 1:
        return _of_meeting(query, corpus)
    return Draft(tuple(said for item in items for said in _summed_up(item, corpus)))


def _asked_for(query: Query, corpus: Corpus) -> list[Passage]:
    items = [item for item in in_scope(query, corpus) if item.case]
    if query.cases:
        return [item for item in items if item.case in query.cases]
    telling = telling_words(query, corpus).keys()
    return [item for item in items if telling and telling <= item_terms(item, corpus)]


def _summed_up(item: Passage, corpus: Corpus) -> list[Statement]:
    data = item.data
    details = [part for part in (data["presenter"], data["organisation"], data["case_type"]) if part]
    about = f"Sak {item.case}: {data['title']}" + (f" ({', '.join(details)})." if details else ".")
    points = [statement(_sentence(point.text), point) for point in key_points(item, corpus)]
    return [statement(about, item, data["title"]), *points, *_outcome(item, corpus)]


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


def key_points(item: Passage, corpus: Corpus) -> list[Passage]:
    """The units of a case that have most of what the case speaks of, no two alike and no two of one slide, in the slides' order.

    A unit's worth is the weight of its terms, each as often as the case has it, by the root of its length (a centroid summary;
    Radev et al. 2004, "Centroid-based summarization of multiple documents").
    """
    units = [
        unit
        for unit in corpus.of_kind(PassageKind.UNIT)
        if (unit.body, unit.meeting, unit.case) == (item.body, item.meeting, item.case)
        and SHORTEST_POINT <= len(unit.text.split()) <= LONGEST_POINT
        and not unit.text.rstrip().endswith(":")
    ]
    spoken_of = Counter(term for unit in units for term in corpus.term_sets(unit)[1])

    def worth(unit: Passage) -> float:
        own = corpus.term_sets(unit)[1]
        told = sum(corpus.lexical.weight(term) * spoken_of[term] for term in own if term.isalpha())
        return told / sqrt(len(unit.text.split()))

    chosen: list[Passage] = []
    for unit in sorted(units, key=lambda each: (-worth(each), each.slide)):
        if all(unit.slide != other.slide and not _same(unit, other, corpus) for other in chosen):
            chosen.append(unit)
        if len(chosen) == MOST_POINTS:
            break
    return sorted(chosen, key=lambda unit: (unit.document, unit.slide))


def _same(one: Passage, other: Passage, corpus: Corpus) -> bool:
    mine, theirs = corpus.term_sets(one)[1], corpus.term_sets(other)[1]
    return len(mine & theirs) >= SAME_POINT * max(1, min(len(mine), len(theirs)))


def _outcome(item: Passage, corpus: Corpus) -> list[Statement]:
    """What was decided in a case; where no minutes tell, what is proposed."""
    decisions = _of_case(PassageKind.DECISION, item, corpus)
    if decisions:
        return [said for decision in decisions for said in decided(decision, corpus)]
    return [said for proposal in _of_case(PassageKind.PROPOSAL, item, corpus)[-1:] for said in proposed(proposal)]


def _of_case(kind: PassageKind, item: Passage, corpus: Corpus) -> list[Passage]:
    case = (item.body, item.meeting, item.case)
    return [p for p in corpus.of_kind(kind) if (p.body, p.meeting, p.case) == case]


def _sentence(text: str) -> str:
    bare = text.strip()
    return bare if bare.endswith((".", "!", "?", "»")) else f"{bare}."
