"""The vector store: exact search, filters before the cut, deletes that delete, and the traps of FAISS in LlamaIndex."""

from __future__ import annotations

import itertools
from typing import Any

import faiss
import numpy as np
import pytest
from llama_index.core import VectorStoreIndex
from llama_index.core.schema import NodeRelationship, RelatedNodeInfo, TextNode
from llama_index.core.vector_stores.types import (
    FilterCondition,
    FilterOperator,
    MetadataFilter,
    MetadataFilters,
    VectorStoreQuery,
)
from tests.council_embedding import StemEmbedding

from radsassistent.archive import Archive, FaissPassageStore
from radsassistent.documents import Document

DIMENSIONS = 16
BODIES = ("Oppdiktrådet", "Oppdiktutvalget", "Oppdiktstyret")
CASES = ("1/31", "2/31", "12/31", None)


def unit_vectors(count: int, seed: int) -> Any:
    vectors = np.random.default_rng(seed).normal(size=(count, DIMENSIONS)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def node(name: str, vector: Any, source: str = "kilde", **metadata: Any) -> TextNode:
    return TextNode(
        id_=name,
        text=f"Teksten til {name}",
        embedding=[float(value) for value in vector],
        metadata=metadata,
        relationships={NodeRelationship.SOURCE: RelatedNodeInfo(node_id=source)},
    )


@pytest.fixture
def nodes() -> list[TextNode]:
    vectors = unit_vectors(300, seed=1)
    return [
        node(
            f"n{number}",
            vector,
            source=f"kilde{number % 7}",
            body=BODIES[number % 3],
            case=CASES[number % 4],
            slide=number % 50,
            meeting=f"2031-0{1 + number % 9}-05",
        )
        for number, vector in enumerate(vectors)
    ]


@pytest.fixture
def store(nodes: list[TextNode]) -> FaissPassageStore:
    made = FaissPassageStore(DIMENSIONS)
    made.add(nodes)
    return made


def ask(
    store: FaissPassageStore, vector: Any, k: int, filters: MetadataFilters | None = None, **more: Any
) -> list[str]:
    query = VectorStoreQuery(query_embedding=list(map(float, vector)), similarity_top_k=k, filters=filters, **more)
    return list(store.query(query).ids or [])


def brute_force(nodes: list[TextNode], vector: Any, k: int, keep: Any = lambda metadata: True) -> list[str]:
    kept = [each for each in nodes if keep(each.metadata)]
    return [each.node_id for each in sorted(kept, key=lambda n: -float(np.dot(n.get_embedding(), vector)))[:k]]


def where(key: str, operator: FilterOperator, value: Any) -> MetadataFilters:
    return MetadataFilters(filters=[MetadataFilter(key=key, operator=operator, value=value)])


def both(*parts: MetadataFilter | MetadataFilters, condition: FilterCondition = FilterCondition.AND) -> MetadataFilters:
    return MetadataFilters(filters=list(parts), condition=condition)


FILTERS = {
    "equal": (where("case", FilterOperator.EQ, "12/31"), lambda m: m["case"] == "12/31"),
    "rare": (where("slide", FilterOperator.EQ, 49), lambda m: m["slide"] == 49),
    "not equal": (where("case", FilterOperator.NE, "12/31"), lambda m: m["case"] != "12/31"),
    "in": (where("body", FilterOperator.IN, list(BODIES[:2])), lambda m: m["body"] in BODIES[:2]),
    "not in": (where("body", FilterOperator.NIN, list(BODIES[:2])), lambda m: m["body"] not in BODIES[:2]),
    "from": (where("meeting", FilterOperator.GTE, "2031-05-05"), lambda m: m["meeting"] >= "2031-05-05"),
    "until": (where("slide", FilterOperator.LT, 5), lambda m: m["slide"] < 5),
    "none": (where("case", FilterOperator.IS_EMPTY, None), lambda m: m["case"] is None),
    "both": (
        both(
            MetadataFilter(key="body", value=BODIES[1]),
            MetadataFilter(key="slide", value=30, operator=FilterOperator.GT),
        ),
        lambda m: m["body"] == BODIES[1] and m["slide"] > 30,
    ),
    "either": (
        both(
            MetadataFilter(key="case", value="1/31"),
            MetadataFilter(key="slide", value=7),
            condition=FilterCondition.OR,
        ),
        lambda m: m["case"] == "1/31" or m["slide"] == 7,
    ),
    "neither": (
        both(
            MetadataFilter(key="case", value="1/31"),
            MetadataFilter(key="slide", value=7),
            condition=FilterCondition.NOT,
        ),
        lambda m: m["case"] != "1/31" and m["slide"] != 7,
    ),
    "nested": (
        both(where("body", FilterOperator.EQ, BODIES[0]), where("case", FilterOperator.IN, ["1/31", "2/31"])),
        lambda m: m["body"] == BODIES[0] and m["case"] in ("1/31", "2/31"),
    ),
}


@pytest.mark.parametrize("name", FILTERS)
@pytest.mark.parametrize("k", [1, 5, 1000])
def test_a_filter_gives_what_looking_at_every_node_gives(
    name: str, k: int, store: FaissPassageStore, nodes: list[TextNode]
) -> None:
    filters, keep = FILTERS[name]
    assert 0 < sum(keep(each.metadata) for each in nodes) < len(nodes)
    for vector in unit_vectors(5, seed=2):
        assert ask(store, vector, k, filters) == brute_force(nodes, vector, k, keep)


def test_a_filter_that_admits_nothing_gives_nothing(store: FaissPassageStore) -> None:
    assert ask(store, unit_vectors(1, 3)[0], 5, where("case", FilterOperator.EQ, "99/99")) == []
    assert ask(store, unit_vectors(1, 3)[0], 5, where("finnes_ikke", FilterOperator.EQ, 1)) == []


def test_a_filter_that_the_store_does_not_know_is_an_error_and_not_ignored(store: FaissPassageStore) -> None:
    with pytest.raises(ValueError, match="text_match"):
        ask(store, unit_vectors(1, 3)[0], 5, where("body", FilterOperator.TEXT_MATCH, "råd"))


def test_nodes_may_be_named_by_id_or_by_source(store: FaissPassageStore, nodes: list[TextNode]) -> None:
    vector = unit_vectors(1, 4)[0]
    assert set(ask(store, vector, 9, node_ids=["n3", "n5", "borte"])) == {"n3", "n5"}
    of_source = ask(store, vector, 1000, doc_ids=["kilde3"])
    assert set(of_source) == {each.node_id for each in nodes if each.ref_doc_id == "kilde3"}
    assert ask(store, vector, 9, where("slide", FilterOperator.EQ, 3), node_ids=["n3", "n5"]) == ["n3"]


def test_deleting_a_document_removes_its_nodes_and_queries_go_on(
    store: FaissPassageStore, nodes: list[TextNode]
) -> None:
    """LlamaIndex's FAISS stores cannot delete, or delete nothing and raise KeyError at the next query."""
    store.delete("kilde3")
    rest = [each for each in nodes if each.ref_doc_id != "kilde3"]
    assert len(store) == store.client.ntotal == len(rest)
    for gone in (each for each in nodes if each.ref_doc_id == "kilde3"):
        assert ask(store, gone.get_embedding(), 1000) == brute_force(rest, gone.get_embedding(), 1000)
    assert store.get_nodes(["n3"]) == []
    assert ask(store, unit_vectors(1, 5)[0], 9, where("slide", FilterOperator.EQ, 3), doc_ids=["kilde3"]) == []


def test_an_id_in_the_index_is_never_used_again_after_a_delete(store: FaissPassageStore, nodes: list[TextNode]) -> None:
    """A reused id returns another passage for a vector: a wrong citation with no error."""
    used = index_ids(store)
    expected = {each.node_id: each.get_embedding() for each in nodes}
    for turn in range(3):
        gone = [nodes[-1 - turn].node_id, nodes[10 + turn].node_id]
        store.delete_nodes(gone)
        fresh = {f"ny{turn}-{number}": vector for number, vector in enumerate(unit_vectors(3, seed=60 + turn))}
        held = index_ids(store)
        store.add([node(name, vector) for name, vector in fresh.items()])
        assert not (index_ids(store) - held) & used
        used |= index_ids(store)
        expected = {name: vector for name, vector in {**expected, **fresh}.items() if name not in gone}
    assert len(store) == len(expected)
    for name, vector in expected.items():
        assert ask(store, vector, 1) == [name]


def index_ids(store: FaissPassageStore) -> set[int]:
    return set(faiss.vector_to_array(store.client.id_map).tolist())


def test_an_id_is_not_used_again_when_everything_was_deleted(store: FaissPassageStore) -> None:
    used = index_ids(store)
    store.clear()
    assert len(store) == store.client.ntotal == 0
    store.add([node("ny", unit_vectors(1, 7)[0])])
    assert not index_ids(store) & used


def test_adding_a_node_again_replaces_it(store: FaissPassageStore, nodes: list[TextNode]) -> None:
    vector = unit_vectors(1, 8)[0]
    store.add([node("n0", vector, case="7/31")])
    assert len(store) == len(nodes)
    assert ask(store, vector, 1) == ["n0"]
    assert ask(store, vector, 9, where("case", FilterOperator.EQ, "7/31")) == ["n0"]


def test_deleting_by_filter_removes_what_the_filter_admits(store: FaissPassageStore, nodes: list[TextNode]) -> None:
    store.delete_nodes(filters=where("body", FilterOperator.EQ, BODIES[0]))
    assert {each.metadata["body"] for each in store.get_nodes()} == set(BODIES[1:])
    store.delete_nodes()
    assert len(store) == sum(each.metadata["body"] != BODIES[0] for each in nodes)


def test_similarity_is_the_inner_product_and_higher_is_nearer(store: FaissPassageStore, nodes: list[TextNode]) -> None:
    """Raw FAISS distances grow with distance: a cutoff on them keeps the farthest."""
    vector = nodes[42].get_embedding()
    opposite = [-value for value in vector]
    found = store.query(VectorStoreQuery(query_embedding=vector, similarity_top_k=len(nodes)))
    scores = found.similarities or []
    assert (found.ids or [])[0] == "n42"
    assert scores[0] == pytest.approx(1.0, abs=1e-5)
    assert all(one >= other for one, other in itertools.pairwise(scores))
    by_id = {each.node_id: each for each in nodes}
    products = [float(np.dot(by_id[name].get_embedding(), vector)) for name in found.ids or []]
    assert scores == pytest.approx(products, abs=1e-5)
    assert (store.query(VectorStoreQuery(query_embedding=opposite, similarity_top_k=300)).ids or [])[-1] == "n42"


def test_the_store_works_inside_llamaindex_with_filters(embedding: StemEmbedding) -> None:
    store = FaissPassageStore(embedding.dimensions)
    index = VectorStoreIndex.from_vector_store(store, embed_model=embedding)
    index.insert_nodes(
        [
            TextNode(id_=case, text="Grønne traktorer koster tolv kroner", metadata={"case": case})
            for case in ("1/31", "2/31")
        ]
    )
    retriever = index.as_retriever(similarity_top_k=1, filters=where("case", FilterOperator.EQ, "2/31"))
    assert [(n.node_id, round(n.score or 0, 3) > 0) for n in retriever.retrieve("Hva koster traktorer?")] == [
        ("2/31", True)
    ]


def test_filters_on_the_february_archive_give_the_same_as_brute_force(
    archive: Archive, february: Document, february_path: Any
) -> None:
    archive.put(february, february_path)
    snapshot = archive.snapshot()
    vector = archive.embedder.get_query_embedding("Hva er vekst i kostnader til drift og forvaltning?")
    stored = {str(number): snapshot.vectors.client.reconstruct(number) for number in snapshot.passages}
    for case in ("5/26", "9/26", "11/26"):
        found = snapshot.vectors.query(
            VectorStoreQuery(
                query_embedding=vector, similarity_top_k=10, filters=where("case", FilterOperator.EQ, case)
            )
        )
        scores = sorted(
            (float(np.dot(stored[str(p.id)], vector)) for p in snapshot.passages.values() if p.case == case),
            reverse=True,
        )[:10]
        assert found.similarities == pytest.approx(scores, abs=1e-5)
        assert {each.metadata["case"] for each in found.nodes or []} == {case}


def test_the_nearest_numbers_are_those_of_the_query_and_only_of_what_is_allowed(
    store: FaissPassageStore, nodes: list[TextNode]
) -> None:
    asked = [float(value) for value in unit_vectors(1, seed=9)[0]]
    found = store.query(VectorStoreQuery(query_embedding=asked, similarity_top_k=300))
    numbers, similarities = store.nearest(asked, 300)
    assert [f"n{number - 1}" for number in numbers.tolist()] == found.ids
    assert similarities.tolist() == found.similarities
    allowed = set(numbers.tolist()[::3])
    assert store.nearest(asked, 300, allowed)[0].tolist() == numbers.tolist()[::3]
    assert store.nearest(asked, 2, allowed)[0].tolist() == numbers.tolist()[:6:3]
    assert store.nearest(asked, 300, set())[0].tolist() == []
