"""The LlamaIndex frame: our retriever and our synthesizer in a query engine; each part can be swapped for another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.base.response.schema import Response
from llama_index.core.llms import LLM, MockLLM
from llama_index.core.prompts.mixin import PromptDictType
from llama_index.core.query_engine import RetrieverQueryEngine
from llama_index.core.response_synthesizers import BaseSynthesizer
from llama_index.core.retrievers import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, QueryType
from llama_index.core.types import RESPONSE_TEXT_TYPE
from pydantic import SkipValidation

from radsassistent.answers.compose import compose, impossible
from radsassistent.answers.draft import Draft, Statement
from radsassistent.answers.model.mode import FELL_BACK, OnSentence, worded
from radsassistent.answers.told_otherwise import beyond_filters
from radsassistent.answers.verification.verify import Evidence
from radsassistent.archive import Passage
from radsassistent.search.corpus import Corpus
from radsassistent.search.find import find
from radsassistent.search.hit import Hit
from radsassistent.search.query import CouncilQueryBundle, Query
from radsassistent.search.rank import ranked
from radsassistent.search.rerankers import Reranker, reread

# Passages handed from search to answering. Structured passages (agenda, members, proposals) are few and rank by their
# own rules, so that all of them go along whatever their rank.
MOST_HITS = 300


class HitNode(NodeWithScore):
    """A node with the hit that it came from."""

    hit: SkipValidation[Hit]

    @classmethod
    def of(cls, hit: Hit, corpus: Corpus) -> HitNode:
        """Made without validation: hundreds are made for each question, all from checked parts."""
        return cls.model_construct(node=corpus.node(hit.passage), score=hit.score, hit=hit)


class CouncilRetriever(BaseRetriever):
    """Finds passages for a CouncilQueryBundle that carries its embedding; with a reranker, in the order that it agrees to."""

    def __init__(self, corpus: Corpus, reranker: Reranker | None = None) -> None:
        super().__init__()
        self._corpus = corpus
        self._reranker = reranker

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        query, embedding = _understood(query_bundle), query_bundle.embedding
        if embedding is None:
            raise ValueError("the query bundle has no embedding")
        hits = ranked(query, find(query, embedding, self._corpus), self._corpus, embedding)
        hits = reread(query, hits, self._reranker) if self._reranker is not None else hits
        names = tuple(name.split()[-1] for name in query.people)
        # A list that a part of a deck is ("Topp 5 …") is told whole.
        part = _part(hits[0].passage) if hits else None
        kept = [
            hit
            for rank, hit in enumerate(hits)
            if rank < MOST_HITS
            or hit.passage.is_structured
            or any(name in hit.passage.text for name in names)
            or (part is not None and _part(hit.passage) == part)
        ]
        kept.extend(beyond_filters(query, kept, self._corpus))
        return [HitNode.of(hit, self._corpus) for hit in kept]


@dataclass
class CouncilResponse(Response):
    """LlamaIndex's response with the draft and the hits that it was made of, for verification."""

    draft: Draft | None = None
    hits: tuple[Hit, ...] = ()


class QuoteSynthesizer(BaseSynthesizer):
    """Quote mode: answers with what stands on the slides, without a language model."""

    def __init__(self, corpus: Corpus) -> None:
        super().__init__(llm=MockLLM())
        self._corpus = corpus

    def synthesize(
        self,
        query: QueryType,
        nodes: list[NodeWithScore],
        additional_source_nodes: Sequence[NodeWithScore] | None = None,
        **response_kwargs: Any,
    ) -> CouncilResponse:
        """Compose a draft from the hits; its text is not verified yet."""
        if not isinstance(query, QueryBundle):
            raise TypeError("a CouncilQueryBundle is needed")
        hits = tuple(node.hit for node in nodes if isinstance(node, HitNode))
        draft = self._draft(_understood(query), hits)
        text = "\n".join(said.text for said in draft.statements)
        return CouncilResponse(response=text, source_nodes=list(nodes), draft=draft, hits=hits)

    def _draft(self, query: Query, hits: Sequence[Hit]) -> Draft:
        return compose(query, hits, self._corpus)

    async def asynthesize(
        self,
        query: QueryType,
        nodes: list[NodeWithScore],
        additional_source_nodes: Sequence[NodeWithScore] | None = None,
        **response_kwargs: Any,
    ) -> CouncilResponse:
        return self.synthesize(query, nodes, additional_source_nodes, **response_kwargs)

    def get_response(self, query_str: str, text_chunks: Sequence[str], **response_kwargs: Any) -> RESPONSE_TEXT_TYPE:
        """Quote mode needs the passages' structure, not their bare texts."""
        raise NotImplementedError("use synthesize()")

    async def aget_response(
        self, query_str: str, text_chunks: Sequence[str], **response_kwargs: Any
    ) -> RESPONSE_TEXT_TYPE:
        return self.get_response(query_str, text_chunks, **response_kwargs)

    def _get_prompts(self) -> PromptDictType:
        return {}

    def _update_prompts(self, prompts: PromptDictType) -> None:
        """Quote mode has no prompts."""


class ModelSynthesizer(QuoteSynthesizer):
    """Model mode: a language model words the answer; quote mode answers where it fails."""

    def __init__(self, corpus: Corpus, llm: LLM, embedder: BaseEmbedding | None, on_sentence: OnSentence) -> None:
        super().__init__(corpus)
        self._model = llm
        self._embedder = embedder
        self._on_sentence = on_sentence

    def _draft(self, query: Query, hits: Sequence[Hit]) -> Draft:
        known = impossible(query, hits, self._corpus)
        if known is not None:
            return known
        evidence = Evidence.of(hits, self._corpus, self._embedder)
        answer = worded(query, hits, evidence, self._model, self._on_sentence)
        if answer.draft is not None:
            return answer.draft
        quoted = super()._draft(query, hits)
        return replace(quoted, statements=(Statement(FELL_BACK), *quoted.statements), rejected=answer.rejected)


def query_engine(
    corpus: Corpus,
    llm: LLM | None = None,
    embedder: BaseEmbedding | None = None,
    on_sentence: OnSentence = lambda sentence: None,
    reranker: Reranker | None = None,
) -> RetrieverQueryEngine:
    """The engine that answers CouncilQueryBundles over one snapshot of the archive; in model mode with a model.

    In model mode `embedder` helps to verify, and `on_sentence` is called with each sentence once it is verified.
    """
    synthesizer = QuoteSynthesizer(corpus) if llm is None else ModelSynthesizer(corpus, llm, embedder, on_sentence)
    return RetrieverQueryEngine(retriever=CouncilRetriever(corpus, reranker), response_synthesizer=synthesizer)


def _part(passage: Passage) -> tuple[str, str, str] | None:
    """The part of a deck that a passage stands in: file, case and section; None for none."""
    section = passage.data.get("section")
    return (passage.sha256, passage.case or "", str(section)) if section else None


def _understood(bundle: QueryBundle) -> Query:
    if not isinstance(bundle, CouncilQueryBundle) or bundle.query is None:
        raise TypeError("a CouncilQueryBundle with an understood query is needed")
    return bundle.query
