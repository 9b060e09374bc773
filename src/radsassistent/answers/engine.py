"""The LlamaIndex frame: our retriever and our synthesizer in a query engine; each part can be swapped for another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from llama_index.core.base.response.schema import Response
from llama_index.core.llms import MockLLM
from llama_index.core.prompts.mixin import PromptDictType
from llama_index.core.query_engine import RetrieverQueryEngine
from llama_index.core.response_synthesizers import BaseSynthesizer
from llama_index.core.retrievers import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, QueryType
from llama_index.core.types import RESPONSE_TEXT_TYPE
from pydantic import PrivateAttr

from radsassistent.answers.compose import compose
from radsassistent.answers.draft import Draft
from radsassistent.search.corpus import Corpus
from radsassistent.search.find import Hit, find
from radsassistent.search.query import CouncilQueryBundle, Query

# Passages handed from search to answering. Structured passages (agenda, members, proposals) are few and rank by their
# own rules, so that all of them go along whatever their rank.
MOST_HITS = 300


class HitNode(NodeWithScore):
    """A node with the hit that it came from."""

    _hit: Hit = PrivateAttr()

    @classmethod
    def of(cls, hit: Hit, corpus: Corpus) -> HitNode:
        node = cls(node=corpus.snapshot.vectors.get_nodes([str(hit.passage.id)])[0], score=hit.score)
        node._hit = hit
        return node

    @property
    def hit(self) -> Hit:
        return self._hit


class CouncilRetriever(BaseRetriever):
    """Finds passages for a CouncilQueryBundle that carries its embedding."""

    def __init__(self, corpus: Corpus) -> None:
        super().__init__()
        self._corpus = corpus

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        query, embedding = _understood(query_bundle), query_bundle.embedding
        if embedding is None:
            raise ValueError("the query bundle has no embedding")
        hits = find(query, embedding, self._corpus)
        kept = [hit for rank, hit in enumerate(hits) if rank < MOST_HITS or hit.passage.is_structured]
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
        draft = compose(_understood(query), hits, self._corpus)
        text = "\n".join(said.text for said in draft.statements)
        return CouncilResponse(response=text, source_nodes=list(nodes), draft=draft, hits=hits)

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


def query_engine(corpus: Corpus) -> RetrieverQueryEngine:
    """The engine that answers CouncilQueryBundles over one snapshot of the archive."""
    return RetrieverQueryEngine(retriever=CouncilRetriever(corpus), response_synthesizer=QuoteSynthesizer(corpus))


def _understood(bundle: QueryBundle) -> Query:
    if not isinstance(bundle, CouncilQueryBundle) or bundle.query is None:
        raise TypeError("a CouncilQueryBundle with an understood query is needed")
    return bundle.query
