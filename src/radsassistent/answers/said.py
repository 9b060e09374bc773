"""What one part of a question came to, and the sentences of it passed on while they come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from llama_index.core.base.embeddings.base import BaseEmbedding

from radsassistent.answers.answer import Answer, Retrieved, Sentence
from radsassistent.answers.by_likelihood import not_found
from radsassistent.answers.draft import Draft
from radsassistent.answers.model.mode import OnSentence
from radsassistent.answers.text.bare_value import as_bare_value
from radsassistent.answers.turns.reckoned import figures_told
from radsassistent.answers.turns.spoken_of import item_told, told_passages
from radsassistent.answers.verification.verify import Evidence, verified
from radsassistent.archive import Passage
from radsassistent.search.context import Context
from radsassistent.search.corpus import Corpus, MeetingKey, SlideKey
from radsassistent.search.figures import Figure
from radsassistent.search.find import slides
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Scope
from radsassistent.search.relative_years import years_in
from radsassistent.search.terms import words

# A sentence with one of these says something else than the one without.
_DENIALS = frozenset(
    "ikke ikkje ingen inga intet ingenting aldri verken hverken uten utan bare berre not no never neither without only".split()
)
# Slides reported as retrieved with each answer.
MOST_RETRIEVED = 10


@dataclass(frozen=True, slots=True)
class Asking:
    """What all parts of one question are asked with: the corpus and the reader's scope, whom sentences are passed to, and which
    drafts of the whole archive may answer it; what it may go on from, and the meetings that it says it is about.
    """

    corpus: Corpus
    scope: Scope | None
    on_sentence: OnSentence | None
    admits: Callable[[Draft], bool]
    context: Context | None = None
    held: tuple[MeetingKey, ...] = ()


class Passing:
    """Passes each cited sentence on once, in model mode before the answer is whole."""

    def __init__(self, on_sentence: OnSentence | None) -> None:
        self._on_sentence = on_sentence
        self._passed: list[Sentence] = []

    def __call__(self, sentence: Sentence) -> None:
        if self._on_sentence is not None and sentence.citations and sentence not in self._passed:
            self._passed.append(sentence)
            self._on_sentence(sentence)


@dataclass(frozen=True, slots=True)
class Said:
    """What one part of a question came to."""

    query: Query
    sentences: tuple[Sentence, ...]
    abstained: bool
    retrieved: list[Retrieved]
    embed_ms: float
    rejected: int
    figures: tuple[Figure, ...] = ()
    item: str | None = None
    told: tuple[Passage, ...] = ()

    @property
    def case(self) -> str | None:
        """The one case that the answer cites, if it is one."""
        cited = {citation.case for sentence in self.sentences for citation in sentence.citations}
        return next(iter(cited)) if len(cited) == 1 else None

    @property
    def years(self) -> tuple[str, ...]:
        """The years that it was asked of, else those that the answer tells."""
        said = " ".join(sentence.text for sentence in self.sentences if sentence.citations)
        return self.query.years or years_in(said)

    @property
    def slides(self) -> tuple[SlideKey, ...]:
        """The slides that the answer cites."""
        cited = [(c.sha256, c.slide) for sentence in self.sentences for c in sentence.citations]
        return tuple(dict.fromkeys(cited))

    def people(self, corpus: Corpus) -> list[str]:
        """The archive's people whom the answer names."""
        said = " ".join(sentence.text for sentence in self.sentences)
        return sorted(name for name in corpus.names if name in said)


def held(
    query: Query, draft: Draft, hits: Sequence[Hit], evidence: Evidence, told: Passing, embed_ms: float = 0.0
) -> Said:
    """A draft verified against what it was drafted from, its sentences passed on."""
    checked = verified(draft, evidence)
    sentences = checked.sentences
    abstained = draft.abstained
    if not abstained and not any(sentence.citations for sentence in sentences):
        abstained = True
        sentences = tuple(Sentence(said.text) for said in not_found(hits).statements)
    if abstained:
        # What is nearest is named in the text; nothing is claimed that a citation would have to bear out.
        sentences = tuple(Sentence(said.text) for said in sentences)
    else:
        sentences = as_bare_value(query, draft, sentences, evidence.corpus)
    for sentence in sentences:
        told(sentence)
    retrieved = [
        Retrieved(hit.passage.document, hit.passage.case, hit.slide, hit.score) for hit in slides(hits, MOST_RETRIEVED)
    ]
    figures = () if abstained else figures_told(draft)
    item = None if abstained else item_told(draft)
    passages = () if abstained else told_passages(draft)
    return Said(query, sentences, abstained, retrieved, embed_ms, checked.rejected, figures, item, passages)


def standing(query: Query, draft: Draft, hits: Sequence[Hit], asking: Asking, embedder: BaseEmbedding) -> Said | None:
    """A draft verified against the slides of the hits, its sentences passed on; None where nothing of it is left."""
    said = held(query, draft, hits, Evidence.of(hits, asking.corpus, embedder), Passing(asking.on_sentence))
    return None if said.abstained else said


def from_told(query: Query, draft: Draft, asking: Asking, embedder: BaseEmbedding) -> Said | None:
    """A draft made of what was told, verified against its own passages; None where nothing of it is left."""
    hits = [Hit(support.passage, 1.0, 1.0, 0.0, 0.0) for said in draft.statements for support in said.support]
    return standing(query, draft, hits, asking, embedder)


def answer_of(question: str, said: Sequence[Said], milliseconds: float) -> Answer:
    """The answer to a question of what its parts came to, after so long."""
    embed = sum(part.embed_ms for part in said)
    return Answer(
        question=question,
        sentences=_once([sentence for part in said for sentence in part.sentences]),
        abstained=all(part.abstained for part in said),
        understood=said[0].query.described(),
        retrieved=tuple(_in_turn([part.retrieved for part in said])[:MOST_RETRIEVED]),
        scope=said[0].query.scope,
        ms={"embed": embed, "answer": milliseconds - embed, "total": milliseconds},
        rejected=sum(part.rejected for part in said),
    )


def _once(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences without those that say again what another one says, with another lead or none, or with fewer words of it:
    "Erik Li: Havnelaget." beside "Erik Li, Havnelaget, legger frem sak 9/26."; a note is no such sentence.
    """
    said = [set(words(each.text.lower())) for each in sentences]
    kept: list[Sentence] = []
    for place, each in enumerate(sentences):
        again = any(
            one.citations == each.citations and (one.text.endswith(each.text) or each.text.endswith(f" {one.text}"))
            for one in kept
        )
        own = said[place]
        in_fewer = (
            each.note is None and each.citations and any(own < other and not (other - own) & _DENIALS for other in said)
        )
        if not again and not in_fewer:
            kept.append(each)
    return tuple(kept)


def _in_turn(lists: Sequence[Sequence[Retrieved]]) -> list[Retrieved]:
    """The best of each list, then the second of each, and so on; each slide once."""
    found: dict[tuple[str, int], Retrieved] = {}
    for rank in zip_longest(*lists):
        for each in filter(None, rank):
            found.setdefault((each.document, each.slide), each)
    return list(found.values())
