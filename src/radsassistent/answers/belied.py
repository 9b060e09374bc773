"""Whether what rules tell by a question's words is belied by another slide that is by far likelier to answer."""

from __future__ import annotations

from collections.abc import Sequence

from radsassistent.answers.agenda.meeting_facts import MEETS_NEXT
from radsassistent.answers.agenda.meeting_itself import asks_when_it_begins
from radsassistent.answers.agenda.meeting_plan import is_of_meetings
from radsassistent.answers.draft import Draft
from radsassistent.answers.figures.tasks import asks_for_tasks
from radsassistent.answers.members.attendance_facts import asks_who_is_away, asks_who_takes_minutes
from radsassistent.answers.members.disqualified import asks_who_is_disqualified
from radsassistent.answers.members.rights import asks_who_observes
from radsassistent.answers.members.wording import STANDS_IN_FOR
from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.numbers import numbers
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue, cues
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.rank import chances_of_slides
from radsassistent.search.tells import FEWEST

# What rules tell by a question's words is not told where all its slides together are less likely than this and another one is
# likelier than that: of 1,530 questions that rules settle, by nine writers and about five councils, 9 are then answered right
# that were not, and none wrong that was right. Rows of tables are not where they have less than this share of the other's chance:
# of 6 more, over 13 councils and February's questions in many shapes, 5 had been wrong.
FAR_FROM_LIKELY, LIKELY, FAR_LESS_LIKELY = 0.03, 0.6, 0.2
# What is meant by its place on an agenda, of which the ranker knows little.
_BY_PLACE = frozenset({Cue.EDGE, Cue.BREAK, Cue.EXTREME})
# Who had excused himself is told by few words, too.
_PEOPLE = frozenset({PassageKind.MEMBER, PassageKind.ATTENDANCE})
_TEXT = frozenset({PassageKind.UNIT, PassageKind.SLIDE})


def is_belied(query: Query, draft: Draft, hits: Sequence[Hit], corpus: Corpus) -> bool:
    """Whether another slide is by far likelier than those that rules told of. What was decided, which case something is and the
    hours on a cover may be told by few words, by which the ranker does not find it; in archives smaller than those that it was
    measured in it may be sure of anything.
    """
    if not hits or len(corpus.passages) < FEWEST:
        return False
    told = [support.passage for said in draft.statements for support in said.support]
    if draft.abstained or _is_told_by_few_words(query, told) or asks_when_it_begins(query.asked, corpus):
        return False
    if STANDS_IN_FOR.search(query.asked) and {hits[0].passage.kind, *(p.kind for p in told)} <= _PEOPLE:
        # Who somebody is is likelier than who comes instead, which has few words of that.
        return False
    # When and where the meeting is is not ranked.
    of_cover = any(p.kind is PassageKind.MEETING or (p.kind is PassageKind.UNIT and p.slide == 1) for p in told)
    if of_cover or _is_other_item(query, told, hits):
        return not of_cover
    if query.cues & _BY_PLACE and {hits[0].passage.kind, *(p.kind for p in told)} == {PassageKind.AGENDA}:
        # What comes after lunch may stand on another slide than the lunch, which has the words of the question.
        return False
    chances = chances_of_slides(hits)
    own = sum(chances.get(slide, 0.0) for slide in {(passage.sha256, passage.slide) for passage in told})
    best = max(chances.values(), default=0.0)
    of_tables = all(passage.kind is PassageKind.TABLE_ROW for passage in told)
    if of_tables and Cue.EXTREME in query.cues and not _may_rank(hits[0].passage):
        return False
    return bool(told) and best >= LIKELY and own < (FAR_LESS_LIKELY * best if of_tables else FAR_FROM_LIKELY)


def _may_rank(passage: Passage) -> bool:
    """Whether a passage can say what is most or least of something: a row can, a text with a figure or a word for it too."""
    return passage.kind not in _TEXT or bool(numbers(passage.text) or Cue.EXTREME in cues(passage.text))


def _is_told_by_few_words(query: Query, told: Sequence[Passage]) -> bool:
    """Whether what rules tell has few words of the question by its nature, or the question's words make other slides likely."""
    kinds = {passage.kind for passage in told}
    return (
        Cue.WHICH_CASE in query.cues
        or PassageKind.DECISION in kinds
        or (asks_who_is_away(query) and PassageKind.ATTENDANCE in kinds)
        or asks_who_is_disqualified(query)
        # That minutes are to be approved makes an item of the agenda likely.
        or (asks_who_takes_minutes(query) and kinds <= _PEOPLE)
        or (asks_who_observes(query) and kinds <= _PEOPLE)
        # Who leads, or comes for who does, has that role on a list; others are spoken of as leading this and that.
        or (Cue.LEADER in query.cues and kinds == {PassageKind.MEMBER})
        # Where another meeting is told is not where this one's items are, which "når" makes likely.
        or MEETS_NEXT.search(query.asked) is not None
        or any(p.kind is PassageKind.TABLE_ROW and is_of_meetings(p) for p in told)
        # What is proposed stands in a table, what was decided of it in minutes with its very words.
        or (Cue.PROPOSAL in query.cues and Cue.DECIDED not in query.cues and kinds == {PassageKind.TABLE_ROW})
        # The name of who is to do something makes the list of members likely.
        or (asks_for_tasks(query) and kinds == {PassageKind.TABLE_ROW})
    )


def _is_other_item(query: Query, told: Sequence[Passage], hits: Sequence[Hit]) -> bool:
    """Whether rules told of one item of the agenda by its words, and another one is by far likelier to be meant."""
    first = hits[0]
    if query.cases or query.people or query.cues & _BY_PLACE or query.wanted in (Wanted.LIST, Wanted.NUMBER):
        return False
    if (
        first.passage.kind is not PassageKind.AGENDA
        or first.chance < LIKELY
        or {p.kind for p in told} != {first.passage.kind}
    ):
        return False
    ids = {passage.id for passage in told}
    return len(ids) == 1 and sum(hit.chance for hit in hits if hit.passage.id in ids) < FAR_FROM_LIKELY
