"""What goes on with what the turn before told: with its figures, its row, its list, its record, its text or its subject."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from llama_index.core.base.embeddings.base import BaseEmbedding

from radsassistent.answers.agenda.meeting_plan import of_told_meeting
from radsassistent.answers.asking_told_slides import ToldSlides
from radsassistent.answers.figures.named_figures import of_told_figure
from radsassistent.answers.named_things import lacks_a_name
from radsassistent.answers.said import Asking, Said, from_told, standing
from radsassistent.answers.said_again import says_again
from radsassistent.answers.slides.where_is import slides_told
from radsassistent.answers.turns.reckoned import figures_told, reckoned
from radsassistent.answers.turns.row_by_name import is_of_row, of_row, row_in_text, row_told, without_purpose
from radsassistent.answers.turns.spoken_of import figures_left, of_slides
from radsassistent.answers.turns.subject_by_name import is_of_subject, of_subject
from radsassistent.answers.turns.told_records import of_told_record
from radsassistent.answers.turns.told_rows import of_told_rows
from radsassistent.answers.turns.told_texts import of_told_list, other_end
from radsassistent.answers.turns.why_changed import why_changed
from radsassistent.archive import Passage
from radsassistent.search.asked_anew import with_year
from radsassistent.search.conversation import Conversation
from radsassistent.search.cues import Cue
from radsassistent.search.figures import Figure, only_reckons, reckons
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.relative_years import years_in
from radsassistent.search.source_asked import asks_source_alone
from radsassistent.search.turn import Turn
from radsassistent.search.understand import understand

# What is asked of a case, not of a row of one of its tables.
_OF_PRESENTING = frozenset({Cue.PRESENT, Cue.AGENDA, Cue.WHICH_CASE, Cue.CASE_TYPE, Cue.PROPOSAL, Cue.DECIDED})


class GoingOn:
    """Answers what goes on from the turn before; `answered` answers a query as any question is answered."""

    def __init__(
        self,
        embedder: BaseEmbedding,
        told: ToldSlides,
        answered: Callable[[Query, Asking], Said],
        *,
        streams: bool = False,
    ) -> None:
        """`told` asks the slides just told; `streams`: a language model words the answers."""
        self._embedder = embedder
        self._told = told
        self._answered = answered
        self._streams = streams

    def said(self, asked: str, spoken: Conversation, asking: Asking, *, points: bool) -> Said | None:
        """What goes on with what the turn before told: its figures, list, row or text; None where it is no such turn."""
        turn = spoken.last
        if turn is None:
            return None
        # What goes on with the figures just told is the question before, of other figures.
        of_figures = spoken.of_figures(past_reasons=bool(years_in(asked)) and not only_reckons(asked))
        told = figures_left([each.figures for each in of_figures], asking.scope, asking.corpus)
        if (source := self._source(asked, turn, asking)) is not None:
            return source
        query = of_figures[0].query if of_figures else turn.query
        purpose = without_purpose(asked)
        said = None if spoken.swaps(asked) else self.of_figures(asked, told, query, asking)
        said = said or (self.of_figures(purpose, told, query, asking) if purpose is not None else None)
        said = said or self._of_list(asked, turn, asking)
        if said is None and not self._streams:
            figures = told[0] if told else ()
            row = row_told(figures) if figures else row_in_text(turn.told, asking.corpus)
            said = self._why(asked, figures, asking) if figures else None
            said = said or (self._of_row(asked, row, figures, turn, asking) if row is not None else None)
            said = said or self._of_record(asked, turn, asking)
            said = said or self._told.first(asked, turn, asking, points=points)
            said = said or self._of_subject(asked, turn, asking)
        return said

    def of_figures(self, question: str, told: Sequence[Sequence[Figure]], query: Query, asking: Asking) -> Said | None:
        """What only goes on with the figures told before, the newest first; None where it is no such question."""
        if not told or not told[0]:
            return None
        corpus = asking.corpus
        of_figures = only_reckons(question)
        draft = reckoned(question, told, corpus) if of_figures else of_told_rows(question, told[0], corpus)
        if draft is None or draft.abstained:
            return None
        years = {figure.year for figure in figures_told(draft)}
        if of_figures and not reckons(question) and len(years) == 1 and (year := years.pop()) is not None:
            # What comes next goes on from that year: "Og i 2030?" – "Hva med Kjernejournal?".
            query = understand(f"{with_year(query.text.rstrip(' ?'), year, 0)}?", corpus)
        passages = [figure.passage for figures in told for figure in figures]
        passages += [support.passage for said in draft.statements for support in said.support]
        hits = [Hit(passage, 1.0, 1.0, 0.0, 0.0) for passage in passages]
        return standing(query, draft, hits, asking, self._embedder)

    def _why(self, question: str, figures: Sequence[Figure], asking: Asking) -> Said | None:
        """Why a figure just told goes up or down, by what a table about it says of each thing that it is made of."""
        draft = why_changed(question, figures, asking.corpus)
        if draft is None:
            return None
        row = row_told(figures)
        named = of_row(question, row, figures) if row is not None else None
        said = from_told(understand(named or question, asking.corpus), draft, asking, self._embedder)
        # What goes on is of the figure, not of its reasons.
        return None if said is None else replace(said, figures=tuple(figures))

    def _source(self, question: str, turn: Turn, asking: Asking) -> Said | None:
        """ "Hvor står det?": the slides that the turn before told from, of which it goes on."""
        told = [each for each in turn.told if asking.scope is None or asking.scope.holds(each)]
        if turn.abstained or not told or not asks_source_alone(question):
            return None
        draft = slides_told(told, asking.corpus)
        said = from_told(turn.query, draft, asking, self._embedder) if draft is not None else None
        return None if said is None else replace(said, figures=turn.figures, told=tuple(told), item=turn.item)

    def _of_row(
        self, question: str, row: Passage, figures: Sequence[Figure], turn: Turn, asking: Asking
    ) -> Said | None:
        """What is asked of the row just told by a pronoun, with its name: of its slide first, then of the whole archive."""
        corpus = asking.corpus
        named = of_row(question, row, figures)
        query = understand(named, corpus) if named is not None else None
        if query is None or query.cues & _OF_PRESENTING:
            return None
        cited, as_said = corpus.on_slides(turn.slides), understand(question, corpus)
        of_it = replace(
            asking,
            admits=lambda draft: (
                draft.abstained
                or (is_of_row(question, draft, row, corpus) and not says_again(as_said, draft, turn, corpus))
            ),
        )
        for each in (of_slides(query, cited, of_told=False), query):
            said = self._answered(each if asking.scope is None else each.within(asking.scope, corpus.meetings), of_it)
            if not said.abstained:
                return said
        return None

    def _of_record(self, question: str, turn: Turn, asking: Asking) -> Said | None:
        """The line of the decision or proposal just told that is asked for."""
        corpus, scope = asking.corpus, asking.scope
        told = [each for each in turn.told if each.id in corpus.places and (scope is None or scope.holds(each))]
        query = understand(question, corpus)
        draft = of_told_record(query, told, turn.sentences, corpus)
        return None if draft is None else from_told(query, draft, asking, self._embedder)

    def _of_subject(self, question: str, turn: Turn, asking: Asking) -> Said | None:
        """What other slides tell of the subject of the slide just told, for which a question has a pronoun."""
        corpus = asking.corpus
        named = of_subject(question, turn, corpus)
        if named is None:
            return None
        whole, title = named
        query = understand(whole, corpus)
        if query.cues & _OF_PRESENTING:
            return None
        of_it = replace(
            asking, admits=lambda draft: draft.abstained or is_of_subject(question, title, draft, turn, corpus)
        )
        said = self._answered(query if asking.scope is None else query.within(asking.scope, corpus.meetings), of_it)
        return None if said.abstained else said

    def _of_list(self, question: str, turn: Turn, asking: Asking) -> Said | None:
        """Another item of the list, or another figure, than the turn before told of; None where it is no such question."""
        corpus, scope = asking.corpus, asking.scope
        told = [each for each in turn.told if each.id in corpus.places and (scope is None or scope.holds(each))]
        # An item of a list is meant by its place, though the whole list was told.
        draft = of_told_meeting(question, told) or of_told_list(question, told, corpus)
        end = other_end(question, told) if draft is None else None
        # What was told though it lacks a name of the question has no other end of what that asked for.
        draft = end if end is not None and not lacks_a_name(turn.query, end, corpus) else draft
        if draft is None:
            draft = of_told_figure(question, told, corpus)
            if draft is not None and says_again(understand(question, corpus), draft, turn, corpus):
                return None
        return None if draft is None else from_told(turn.query, draft, asking, self._embedder)
