"""What a turn of a conversation spoke of, for the question that goes on from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.answers.draft import Draft
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.cues import Cue
from radsassistent.search.figures import Figure
from radsassistent.search.parts import Part
from radsassistent.search.query import Query, Scope
from radsassistent.search.terms import begins_alike, stem, terms
from radsassistent.search.turn import Turn

# "Hvor stor var …", "hvor mange …": how something is asked for, not what.
_MEASURES = frozenset(
    stem(word) for word in ("hvor kor stor stort store høy høyt lang lenge mye mykje mange var er ble").split()
)
# What is asked of the agenda, the proposals and the members, which stand on slides of their own.
OF_RECORDS = frozenset(
    {Cue.PRESENT, Cue.AGENDA, Cue.WHICH_CASE, Cue.CASE, Cue.CASE_TYPE, Cue.CLOCK, Cue.DURATION, Cue.BREAK, Cue.MEETING}
    | {Cue.PROPOSAL, Cue.DECIDED, Cue.DEBATE, Cue.MEMBER, Cue.LEADER, Cue.TITLE, Cue.EMPLOYER, Cue.BODY}
)

_RECORDS = frozenset({PassageKind.MEMBER, PassageKind.AGENDA, PassageKind.ATTENDANCE})
# A later question of one with no more words than these that tell what it is about goes on with the one before it.
MOST_OWN_WORDS = 2


# A later question that asks no more than who the one just told of is: "…, og hva heter personen?".
_WHO_IT_IS = re.compile(
    r"^(?:og\s+|and\s+)?(?:(?:hva|kva|what)\s+(?:heter|heiter|is|er)\s+(?:(?:han|hun|ho|vedkommende|vedkomande|personen|de|dei|(?:the\s+)?person|(?:his|her|their)\s+names?|navnet|namnet)\b)|"
    r"(?:hvem|kven|who)\s+(?:er|is|are)\s+(?:det|den|de|dei|han|hun|ho|vedkommende|it|that|they))(?:\s+(?:da|då|som\s+sitter\s+der|sin|til))?\s*[?.]*$",
    re.IGNORECASE,
)


def asks_who_it_is(part: Part, told: Sequence[Passage]) -> bool:
    """Whether a later question asks no more than who the member just told of is."""
    of_members = bool(told) and all(each.kind is PassageKind.MEMBER for each in told)
    return of_members and _WHO_IT_IS.match(part.question) is not None


def figures_left(turns: Sequence[Sequence[Figure]], scope: Scope | None, corpus: Corpus) -> list[tuple[Figure, ...]]:
    """The figures of the turns before whose slides the reader's archive still has and the scope admits."""
    return [
        tuple(
            figure
            for figure in turn
            if (figure.passage.sha256, figure.passage.slide) in corpus.by_slide
            and (scope is None or scope.holds(figure.passage))
        )
        for turn in turns
    ]


def told_by_text(turn: Turn) -> bool:
    """Whether the answer of a turn was told by running text alone."""
    return bool(turn.told) and all(each.kind in (PassageKind.UNIT, PassageKind.SLIDE) for each in turn.told)


def of_slides(query: Query, cited: Sequence[Passage], *, of_told: bool) -> Query:
    """A query asked of the slides of some passages alone."""
    meetings = tuple(dict.fromkeys(MeetingKey(passage.body, passage.meeting) for passage in cited))
    slides = tuple(dict.fromkeys(passage.slide for passage in cited))
    return replace(query, meetings=meetings, slides=slides, of_told=of_told)


def told_passages(draft: Draft) -> tuple[Passage, ...]:
    """The passages that a draft's statements rest on, each once, in their order."""
    told = {support.passage.id: support.passage for said in draft.statements for support in said.support}
    return tuple(told.values())


def item_told(draft: Draft) -> str | None:
    """The one item without a case that a draft tells of, by its name and time: "Lunsj kl. 11:40"."""
    rows = {s.passage.id: s.passage for said in draft.statements for s in said.support}
    if len(rows) != 1:
        return None
    (row,) = rows.values()
    if row.kind is not PassageKind.AGENDA or row.case or not row.data["time"]:
        return None
    return f"{row.data['title']} kl. {row.data['time']}"


def meeting_spoken_of(turn: Turn, corpus: Corpus) -> tuple[MeetingKey, ...]:
    """The one meeting that a turn named, else that its answer cites; none where there is no other in the archive."""
    if len(corpus.meetings) == 1:
        return ()
    if turn.query.meetings:
        return turn.query.meetings
    cited = {MeetingKey(p.body, p.meeting) for p in corpus.on_slides(turn.slides)}
    return tuple(cited) if len(cited) == 1 else ()


def has_own_word(part: Part, told: Sequence[Passage], corpus: Corpus) -> bool:
    """Whether the passages that a part of a question is answered by have a word that is its own, not the other part's; so they
    have where it says nothing of its own ("…, og hvor stor del?").
    """
    own = set(corpus.topic(part.question)) - set(corpus.asked(part.before or part.after))
    return not corpus.topic(part.question) or any(own & corpus.term_sets(passage)[0] for passage in told)


def words_asked(query: Query) -> set[str]:
    """The words of a question but those of how something is asked for."""
    return set(terms(query.text)) - _MEASURES


def has_all_words(query: Query, cited: Sequence[Passage], corpus: Corpus) -> bool:
    """Whether the slides of some passages have all words of what is asked."""
    return bool(cited) and words_asked(query) <= set().union(*(corpus.slide_terms(passage) for passage in cited))


def says_little(query: Query, told: Sequence[Passage], corpus: Corpus) -> bool:
    """Whether a question names nothing and has next to no word that tells what it is about, so that it goes on with the text
    just told of one slide.
    """
    named = query.scope != Scope() or query.people or query.unknown_names or query.years or query.cues & OF_RECORDS
    of_text = bool(told) and all(each.kind in (PassageKind.UNIT, PassageKind.SLIDE) for each in told)
    one = len({(each.sha256, each.slide) for each in told}) == 1
    if not (of_text and one) or named:
        return False
    own = corpus.topic(query.asked)
    slide = corpus.slide_terms(told[0])
    # A word that other slides have and this one has not is what they are about.
    elsewhere = [term for term in own if corpus.lexical.has(term) and not begins_alike(term, slide)]
    return len(own) <= MOST_OWN_WORDS and (not elsewhere or len(own) == 1)


def told_with(part: Part, told: Sequence[Passage], corpus: Corpus) -> bool:
    """Whether a later question names next to nothing, and the records that answer the one before it tell all that they have:
    "Hvem er direktør, og i hvilket selskap?".
    """
    of_records = bool(told) and all(each.kind in _RECORDS for each in told)
    if not part.perhaps:
        return False
    return of_records and not part.subjectless and len(corpus.topic(part.question)) <= 1
