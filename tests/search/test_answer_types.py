"""The sort of answer that a wording asks for is told from what is no such answer, whatever the words."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, written
from tests.search.test_other_words import Synonyms

from radsassistent.archive import Archive
from radsassistent.search import Corpus, understand
from radsassistent.search.answer_types import TYPES, answer_types, asked_types, beside_figures, near_figures, types_told
from radsassistent.search.background import MOST_TEXTS, Background
from radsassistent.search.features import FEATURES, candidate_features
from radsassistent.search.find import find

DECK = (
    slide("Møte i Oppdiktrådet 5. mars 2031"),
    slide("Ferja", "• Ferja tar 49 sjøkyr", "• Turen ble innstilt i fem dager"),
    slide("Kaia", "• Kaia er 90 meter lang", "• Malingen er kjøpt inn"),
)


@pytest.mark.parametrize(
    ("question", "answer", "none", "name"),
    [
        ("Hvor lenge sto ferja?", "Ferja sto i 3 timer og 40 minutter", "Ferja sto ved kaia", "span"),
        ("Kor mange dagar varte det?", "Turen ble innstilt i fem dager", "Turen ble innstilt", "span"),
        ("Hvor stor andel er malt?", "60 % er malt", "Mye er malt", "share"),
        ("Kvifor stoppa dei?", "De stoppet fordi det blåste", "De stoppet mandag", "reason"),
        ("Hva klages det oftest på?", "Flest klager på forsinkelser", "Noen klager på forsinkelser", "most"),
        ("Hvordan skal det løses?", "Det gjøres ved å male på nytt", "Malingen kom i mai", "manner"),
        ("Which company runs the ferry?", "Sjøku Rederi AS kjører i dag", "Båten kjøres i dag", "actor"),
        ("Hvem følger opp?", "Havneavdelingen følger opp", "Det følges opp", "actor"),
        ("Hvor ligger båten?", "Den ligger ved Tåkenes", "Den ligger i ro", "place"),
        ("Når i uka går det flest?", "Flest går på fredager", "Flest går om sommeren", "day"),
    ],
)
def test_a_text_with_the_sort_of_answer_asked_for_is_told_from_one_without(
    question: str, answer: str, none: str, name: str
) -> None:
    place = [kind.name for kind in TYPES].index(name)
    asked = asked_types(question)
    assert asked[place]
    assert answer_types(asked, types_told(answer))[place] == 1.0
    assert answer_types(asked, types_told(none))[place] == -1.0


def test_a_sort_of_answer_that_is_not_asked_for_counts_nothing() -> None:
    told = types_told("Båten sto i 3 timer fordi det blåste")
    assert set(answer_types(asked_types("Hva heter båten?"), told)) == {0.0}


def test_how_many_and_how_high_ask_for_no_place() -> None:
    place = [kind.name for kind in TYPES].index("place")
    assert not any(
        asked_types(text)[place] for text in ("Hvor mange båter?", "Kor høgt er det?", "Hvor lenge varer det?")
    )


def test_what_stands_beside_a_figure_is_compared_with_what_is_counted(tmp_path: Path) -> None:
    archive = Archive.open(tmp_path / "arkiv", Synonyms())
    archive.put(*written(tmp_path, *DECK, slide("Mer", "• Brua har 4 ferja", "• Kaia har 12 lykter")))
    corpus = Corpus.of(archive.snapshot())
    beside = [beside_figures(text) for text in ("Brua har 4 ferja", "Kaia har 12 lykter", "Malingen er kjøpt inn")]
    near = near_figures("Hvor mange båten er det?", beside, corpus)
    assert near[0] > 0.9
    assert near[1] < 0.5
    assert near[2] == 0.0
    assert not near_figures("Hva heter båten?", beside, corpus).any()


def test_a_count_in_words_is_a_number(tmp_path: Path) -> None:
    archive = Archive.open(tmp_path / "arkiv", StemEmbedding())
    archive.put(*written(tmp_path, *DECK))
    corpus = Corpus.of(archive.snapshot())
    query = understand("Hvor mange dager ble turen innstilt?", corpus)
    hits = find(query, archive.embedder.get_query_embedding(query.text), corpus)
    rows = candidate_features(query, hits, corpus)
    fits = dict(zip((hit.passage.text for hit in hits), rows[:, FEATURES.index("number_fits")].tolist(), strict=True))
    assert fits["Turen ble innstilt i fem dager"] == 1.0
    assert fits["Malingen er kjøpt inn"] == 0.0


def test_nearness_is_held_against_what_is_usual_so_that_every_embedder_s_range_gives_the_same() -> None:
    ordinary = np.random.default_rng(0).normal(size=(60, 16)).astype(np.float32)
    narrow = np.hstack([ordinary, np.full((60, 1), 12.0, dtype=np.float32)])
    wide, close = (each / np.linalg.norm(each, axis=1, keepdims=True) for each in (ordinary, narrow))
    for vectors in (wide, close):
        between = (vectors @ vectors.T)[np.triu_indices(60, k=1)]
        over = Background.of(vectors).over(between)
        assert abs(float(over.mean())) < 0.01
        assert abs(float(over.std()) - 1) < 0.01
    assert Background.of(close).mean > Background.of(wide).mean + 0.5


def test_the_background_of_texts_that_are_all_the_same_says_nothing() -> None:
    same = np.tile(np.eye(1, 8, dtype=np.float32), (3, 1))
    assert not Background.of(same).over(np.array([1.0], dtype=np.float32)).any()
    assert not Background.of(same[:1]).over(np.array([1.0], dtype=np.float32)).any()


def test_of_many_texts_no_more_than_a_part_is_compared() -> None:
    vectors = np.random.default_rng(0).normal(size=(4 * MOST_TEXTS, 4)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    assert Background.of(vectors) == Background.of(vectors[::4])
