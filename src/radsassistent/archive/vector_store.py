"""A LlamaIndex vector store over FAISS with metadata filters that hold and a delete that deletes.

Differs from LlamaIndex's own FAISS stores where those give wrong results: similarities are inner products of normalised
vectors (higher is nearer), filters are ID selectors applied before the search, a deleted id is never used again.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

import faiss
import numpy as np
from llama_index.core.schema import BaseNode
from llama_index.core.vector_stores.types import (
    BasePydanticVectorStore,
    FilterCondition,
    FilterOperator,
    MetadataFilter,
    MetadataFilters,
    VectorStoreQuery,
    VectorStoreQueryResult,
)
from numpy.typing import NDArray
from pydantic import PrivateAttr

_COMPARE: dict[FilterOperator, Callable[[Any, Any], bool]] = {
    FilterOperator.EQ: operator.eq,
    FilterOperator.NE: operator.ne,
    FilterOperator.GT: operator.gt,
    FilterOperator.GTE: operator.ge,
    FilterOperator.LT: operator.lt,
    FilterOperator.LTE: operator.le,
    FilterOperator.IN: lambda value, wanted: value in wanted,
    FilterOperator.NIN: lambda value, wanted: value not in wanted,
    FilterOperator.CONTAINS: lambda value, wanted: wanted in value,
    FilterOperator.IS_EMPTY: lambda value, _: value is None or value in ("", [], ()),
}
_ORDERED = (FilterOperator.GT, FilterOperator.GTE, FilterOperator.LT, FilterOperator.LTE, FilterOperator.CONTAINS)


class FaissPassageStore(BasePydanticVectorStore):
    """Nodes with normalised embeddings, searched exactly. Ids are counted upwards and never reused.

    Holds the nodes themselves, so that a query returns them; the vectors are in FAISS, the metadata in postings
    (key -> value -> ids), by which a filter costs as many steps as there are distinct values.
    """

    stores_text: bool = True
    is_embedding_query: bool = True
    _index: faiss.IndexIDMap2 = PrivateAttr()
    _nodes: dict[int, BaseNode] = PrivateAttr(default_factory=dict)
    _ids: dict[str, int] = PrivateAttr(default_factory=dict)
    _postings: dict[str, dict[Any, set[int]]] = PrivateAttr(default_factory=dict)
    _next: int = PrivateAttr(default=1)

    def __init__(self, dimensions: int) -> None:
        super().__init__(stores_text=True)
        self._index = faiss.IndexIDMap2(faiss.IndexFlatIP(dimensions))

    @classmethod
    def over(cls, index: faiss.IndexIDMap2, nodes: dict[int, BaseNode]) -> FaissPassageStore:
        """A store over an index that is built already; `nodes` by the ids in the index."""
        store = cls(index.d)
        store._index = index
        for number, node in nodes.items():
            store._remember(number, node)
        return store

    def restricted(self, nodes: dict[int, BaseNode]) -> FaissPassageStore:
        """A store of its own that has some of this one's nodes, by their ids in the index, and nothing of the others."""
        ids = np.array(list(nodes), dtype=np.int64)
        index = faiss.IndexIDMap2(faiss.IndexFlatIP(self._index.d))
        if len(ids):
            index.add_with_ids(self._index.reconstruct_batch(ids), ids)
        return FaissPassageStore.over(index, nodes)

    def vector(self, number: int) -> NDArray[np.float32]:
        """The vector of the node with an id of the index, (dimensions,)."""
        found: NDArray[np.float32] = self._index.reconstruct(number)
        return found

    @property
    def client(self) -> faiss.IndexIDMap2:
        """The FAISS index."""
        return self._index

    def __len__(self) -> int:
        return len(self._nodes)

    def add(self, nodes: Sequence[BaseNode], **_: Any) -> list[str]:
        """Add nodes with embeddings; a node whose id is known replaces the old one."""
        if not nodes:
            return []
        self.delete_nodes([node.node_id for node in nodes])
        numbers = np.arange(self._next, self._next + len(nodes), dtype=np.int64)
        self._index.add_with_ids(_matrix([node.get_embedding() for node in nodes]), numbers)
        for number, node in zip(numbers.tolist(), nodes, strict=True):
            self._remember(number, node)
        return [node.node_id for node in nodes]

    def delete(self, ref_doc_id: str, **_: Any) -> None:
        """Remove every node of a source document."""
        self._forget(number for number, node in self._nodes.items() if node.ref_doc_id == ref_doc_id)

    def delete_nodes(self, node_ids: list[str] | None = None, filters: MetadataFilters | None = None, **_: Any) -> None:
        """Remove nodes by id, or those that match the filters; with both, those that match both."""
        wanted = set(self._nodes) if node_ids is None else {self._ids[i] for i in node_ids if i in self._ids}
        if filters is not None:
            wanted &= self.matching(filters)
        elif node_ids is None:
            return
        self._forget(wanted)

    def clear(self) -> None:
        """Remove all nodes."""
        self._forget(list(self._nodes))

    def get_nodes(self, node_ids: list[str] | None = None, filters: MetadataFilters | None = None) -> list[BaseNode]:
        """Nodes by id and filter, in the order in which they were added."""
        wanted = set(self._nodes) if node_ids is None else {self._ids[i] for i in node_ids if i in self._ids}
        if filters is not None:
            wanted &= self.matching(filters)
        return [self._nodes[number] for number in sorted(wanted)]

    def query(self, query: VectorStoreQuery, **_: Any) -> VectorStoreQueryResult:
        """The nodes nearest to the query's embedding among those that the filters admit.

        Similarities are inner products, -1 to 1 for normalised vectors, best first.
        """
        if query.query_embedding is None:
            raise ValueError("query_embedding is needed: this store searches by vectors only")
        allowed: set[int] | None = None
        if query.filters is not None and query.filters.filters:
            allowed = self.matching(query.filters)
        if query.node_ids is not None:
            named = {self._ids[i] for i in query.node_ids if i in self._ids}
            allowed = named if allowed is None else allowed & named
        if query.doc_ids is not None:
            of_documents = {n for n, node in self._nodes.items() if node.ref_doc_id in query.doc_ids}
            allowed = of_documents if allowed is None else allowed & of_documents
        numbers, scores = self.nearest(query.query_embedding, query.similarity_top_k, allowed)
        # Private attributes of pydantic models are slow to get at.
        held = self._nodes
        nodes = [held[number] for number in numbers.tolist()]
        return VectorStoreQueryResult(nodes=nodes, similarities=scores.tolist(), ids=[node.node_id for node in nodes])

    def nearest(
        self, embedding: Sequence[float], limit: int, allowed: Collection[int] | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """The numbers of the nodes nearest to an embedding, at most `limit`, and their similarities, best first; of the allowed
        ones where they are given.
        """
        count = min(limit, len(self._nodes) if allowed is None else len(allowed))
        if count == 0:
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
        parameters = None
        if allowed is not None:
            selector = faiss.IDSelectorBatch(np.fromiter(allowed, dtype=np.int64, count=len(allowed)))
            parameters = faiss.SearchParameters()
            parameters.sel = selector
        # One question has nothing to share out: two threads of FAISS wait 4 to 8 ms for each other where one searches a thousand
        # vectors in 0.05 ms. The setting is of the calling thread alone.
        faiss.omp_set_num_threads(1)
        scores, numbers = self._index.search(_matrix([embedding]), count, params=parameters)
        return numbers[0], scores[0]

    def matching(self, filters: MetadataFilters) -> set[int]:
        """The numbers of the nodes that a filter admits. Nodes without the key match only NE, NIN and IS_EMPTY."""
        parts = [
            self.matching(part) if isinstance(part, MetadataFilters) else self._matching_one(part)
            for part in filters.filters
        ]
        if filters.condition == FilterCondition.NOT:
            return set(self._nodes).difference(*parts)
        if not parts:
            return set(self._nodes)
        if filters.condition == FilterCondition.OR:
            return set().union(*parts)
        return set.intersection(*parts)

    def _matching_one(self, part: MetadataFilter) -> set[int]:
        compare = _COMPARE.get(part.operator)
        if compare is None:
            raise ValueError(f"filter operator {part.operator.value!r} is not supported by this store")
        found: set[int] = set()
        known: set[int] = set()
        for value, numbers in self._postings.get(part.key, {}).items():
            known |= numbers
            if value is None and part.operator in _ORDERED:
                continue
            if compare(value, part.value):
                found |= numbers
        if part.operator in (FilterOperator.NE, FilterOperator.NIN, FilterOperator.IS_EMPTY):
            found |= set(self._nodes) - known
        return found

    def _remember(self, number: int, node: BaseNode) -> None:
        self._nodes[number] = node
        self._ids[node.node_id] = number
        self._next = max(self._next, number + 1)
        for key, value in node.metadata.items():
            self._postings.setdefault(key, {}).setdefault(_hashable(value), set()).add(number)

    def _forget(self, numbers: Iterable[int]) -> None:
        gone = list(numbers)
        if not gone:
            return
        self._index.remove_ids(faiss.IDSelectorBatch(np.array(gone, dtype=np.int64)))
        for number in gone:
            node = self._nodes.pop(number)
            del self._ids[node.node_id]
            for key, value in node.metadata.items():
                self._postings[key][_hashable(value)].discard(number)


def _hashable(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _matrix(vectors: Sequence[Sequence[float]]) -> NDArray[np.float32]:
    return np.ascontiguousarray(np.array(vectors, dtype=np.float32))
