"""The slides that the turn before has just told from, asked before all others, and once more after all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from llama_index.core.base.embeddings.base import BaseEmbedding

from radsassistent.answers.said import Asking, Said, from_told
from radsassistent.answers.said_again import says_again
from radsassistent.answers.turns.likely_unit import concerns, likely_unit
from radsassistent.answers.turns.spoken_of import OF_RECORDS, has_all_words, of_slides, told_by_text, words_asked
from radsassistent.answers.turns.told_slides import (
    fits,
    is_of_told,
    may_go_on,
    named_on_told_slides,
    on_told_slides,
    own,
)
from radsassistent.archive import Passage
from radsassistent.search.conversation import is_fragment
from radsassistent.search.cues import Cue
from radsassistent.search.find import find
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Scope, Wanted
from radsassistent.search.rank import ranked
from radsassistent.search.turn import Turn
from radsassistent.search.understand import understand

# A question of so few words may leave out what it is about.
_FEW_WORDS = 4


class ToldSlides:
    """Asks the slides just told of what goes on from them; `answered` answers a query as any question is answered."""

    def __init__(
        self,
        embedder: BaseEmbedding,
        embedded: Callable[[str], list[float]],
        answered: Callable[[Query, Asking], Said],
        *,
        streams: bool = False,
    ) -> None:
        """`embedded` gives a question's embedding, remembered; `streams`: a language model words the answers."""
        self._embedder = embedder
        self._embedded = embedded
        self._answered = answered
        self._streams = streams

    def first(self, question: str, turn: Turn, asking: Asking, *, points: bool) -> Said | None:
        """What points back to the text just told, asked of its slides before all others: "Når startet den tjenesten?"."""
        corpus = asking.corpus
        query = understand(question, corpus)
        cited = _cited(turn, asking)
        named = query.scope != Scope() or query.people or query.unknown_names or query.cues & OF_RECORDS
        if not cited or not told_by_text(turn) or named:
            return None
        if is_fragment(question):
            draft = named_on_told_slides(query, cited, turn, corpus)
            if draft is not None and not says_again(query, draft, turn, corpus):
                return from_told(query, draft, asking, self._embedder)
        # "Kven søkjer?": so few words leave out what was just told.
        few = len(question.split()) <= _FEW_WORDS and bool(own(question))
        if not (points or few) or not is_of_told(query, turn, corpus, wholly=not points):
            return None
        return self._read(query, cited, turn, asking)

    def last(self, question: str, said: Said, turn: Turn, asking: Asking, *, goes_on: bool, points: bool) -> Said:
        """What found no answer, asked once more of the slides that the turn before cited: `said` where they have none either."""
        again = self._with_all_words(said.query, turn, asking, goes_on=goes_on)
        if again is None and not self._streams:
            again = self._likely(question, turn, asking, points=points)
        return again or said

    def _with_all_words(self, asked: Query, turn: Turn, asking: Asking, *, goes_on: bool) -> Said | None:
        """What slides say that have all words of a question, or that it goes on from.

        "Hva var underforbruket i 2025?" – "Hvor stor var rammen?": the frame that stands beside it.
        """
        if asked.cases or asked.people or asked.meetings or asked.slides or not words_asked(asked):
            return None
        if asked.wanted is Wanted.PERSON and Cue.PRESENT in asked.cues:
            # Who presents something stands in an agenda, not in what is said of it.
            return None
        cited = _cited(turn, asking)
        has_words = has_all_words(asked, cited, asking.corpus)
        if not cited or not (has_words or (goes_on and may_go_on(asked.text, turn))):
            return None
        said = self._answered(of_slides(asked, cited, of_told=not has_words), asking)
        return None if said.abstained else said

    def _likely(self, question: str, turn: Turn, asking: Asking, *, points: bool) -> Said | None:
        """What is likely enough to be meant: "Hvem står bak den vurderingen?"."""
        query = understand(question, asking.corpus)
        cited = _cited(turn, asking)
        if not cited or not concerns(query):
            return None
        of_them = of_slides(query, cited, of_told=False)
        hits = self._hits(of_them, asking)
        draft = likely_unit(of_them, hits, turn, asking.corpus, points_back=points)
        if draft is not None and says_again(query, draft, turn, asking.corpus):
            return None
        return None if draft is None else from_told(of_them, draft, asking, self._embedder)

    def _read(self, query: Query, cited: Sequence[Passage], turn: Turn, asking: Asking) -> Said | None:
        """What the slides just told say to a question that goes on from them."""
        corpus = asking.corpus
        of_them = of_slides(query, cited, of_told=False)
        draft = on_told_slides(of_them, self._hits(of_them, asking), turn, corpus)
        if draft is not None and not says_again(query, draft, turn, corpus):
            return from_told(of_them, draft, asking, self._embedder)
        said = self._answered(
            of_them, replace(asking, admits=lambda draft: asking.admits(draft) and fits(of_them, draft, corpus))
        )
        return None if said.abstained else said

    def _hits(self, query: Query, asking: Asking) -> list[Hit]:
        return ranked(query, find(query, self._embedded(query.text), asking.corpus), asking.corpus)


def _cited(turn: Turn, asking: Asking) -> list[Passage]:
    """The passages of the slides that a turn cited, of those that the reader may see and asks of."""
    scope = asking.scope
    return [p for p in asking.corpus.on_slides(turn.slides) if scope is None or scope.holds(p)]
