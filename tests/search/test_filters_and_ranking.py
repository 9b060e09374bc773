"""Filters are exact and come first; the ranker orders what they admit and loses nothing of it."""

from __future__ import annotations

import numpy as np
import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import page, written
from tests.two_councils import FANTASI, FANTASI_DECK, OPPDIKT, OPPDIKT_DECK

from radsassistent.archive import Archive, PassageKind
from radsassistent.search import Corpus, Hit, find, understand
from radsassistent.search.features import FEATURES, candidate_features
from radsassistent.search.find import slides
from radsassistent.search.rank import Weights, likeliest_slide, nothing, on_trial, ranked, weights

QUESTIONS = [
    "Hva koster traktorkjøp i 2032?",
    "Hvem legger frem sak 5/31?",
    "Hva foreslås i sak 5/31 i aprilmøtet?",
    "Hvem leder Oppdiktrådet?",
    "Hva står på lysbilde 4?",
    "Hvor mange hjerter steker vaffeljernet?",
    "Who presents case 8/31?",
    "xylofon",
    "?",
]


@pytest.fixture(scope="module")
def councils_corpus(councils: Archive) -> Corpus:
    return Corpus.of(councils.snapshot())


@pytest.fixture
def search(councils_corpus: Corpus, embedding: StemEmbedding):
    def run(question: str) -> list[Hit]:
        query = understand(question, councils_corpus)
        return find(query, embedding.get_query_embedding(query.text), councils_corpus)

    return run


@pytest.fixture
def rank(councils_corpus: Corpus, search):
    def run(question: str) -> list[Hit]:
        return ranked(understand(question, councils_corpus), search(question), councils_corpus)

    return run


@pytest.mark.parametrize(
    ("question", "admits"),
    [
        ("Hva med seilbåter i sak 6/31?", lambda p: p.case == "6/31"),
        ("Hva med vaffeljern i sak 5 og 8?", lambda p: p.case in ("5/31", "8/31")),
        ("Hva med traktorer i aprilmøtet?", lambda p: p.body == FANTASI),
        ("Hva med seilbåter i møtet 5. mars 2031?", lambda p: (p.body, p.meeting) == (OPPDIKT, "2031-03-05")),
        ("Hva med brygga på lysbilde 9?", lambda p: p.slide == 9),
        ("Traktorer i sak 5/31 i aprilmøtet?", lambda p: (p.body, p.case) == (FANTASI, "5/31")),
        ("Brygga på lysbilde 4 i sak 5/31 i marsmøtet?", lambda p: (p.body, p.case, p.slide) == (OPPDIKT, "5/31", 4)),
    ],
)
def test_exactly_what_the_named_places_hold_is_found_however_far_its_words_are(
    search, councils_corpus: Corpus, question: str, admits
) -> None:
    wanted = {passage.id for passage in councils_corpus.passages if admits(passage)}
    found = [hit.passage.id for hit in search(question)]
    assert wanted
    assert set(found) == wanted
    assert len(found) == len(wanted)


def test_a_place_that_holds_nothing_finds_nothing(search) -> None:
    assert search("Hva står på lysbilde 900?") == []
    assert search("Hva står på lysbilde 9 i sak 8/31?") == []


def test_cases_of_the_same_number_keep_their_own_body_meeting_and_document(search) -> None:
    found = {(hit.passage.body, hit.passage.meeting, hit.passage.document) for hit in search("Hva er sak 5/31?")}
    assert found == {(OPPDIKT, "2031-03-05", OPPDIKT_DECK), (FANTASI, "2031-04-09", FANTASI_DECK)}


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Hvilken leverandør har traktorene?", (OPPDIKT, "5/31", 5)),
        ("Hvor mange master har seilbåtene?", (FANTASI, "5/31", 4)),
        ("Hva steker vaffeljernet?", (OPPDIKT, "6/31", 9)),
        ("Hva bygges brygga av?", (FANTASI, "8/31", 7)),
    ],
)
def test_the_nearest_passage_tells_body_case_and_slide(search, question: str, place: tuple[str, str, int]) -> None:
    best = search(question)[0].passage
    assert (best.body, best.case, best.slide) == place


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_chances_are_probabilities_and_leave_some_for_no_answer(rank, question: str) -> None:
    hits = rank(question)
    chances = [hit.chance for hit in hits]
    assert all(0 <= chance <= 1 for chance in chances)
    assert 0 < sum(chances) <= 1 + 1e-6
    assert nothing(hits) == pytest.approx(1 - sum(chances))


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_ranker_neither_loses_nor_repeats_a_passage(rank, search, question: str) -> None:
    before, after = search(question), rank(question)
    assert sorted(hit.passage.id for hit in after) == sorted(hit.passage.id for hit in before)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_same_question_gets_the_same_order_and_the_same_scores(rank, search, question: str) -> None:
    assert search(question) == search(question)
    assert rank(question) == rank(question)


def test_hits_come_best_first(search) -> None:
    scores = [hit.score for hit in search("Hva koster traktorkjøp i 2032?")]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > scores[-1]


def test_nothing_found_is_ranked_to_nothing(councils_corpus: Corpus) -> None:
    assert ranked(understand("Hva?", councils_corpus), [], councils_corpus) == []
    assert nothing([]) == 1


def test_of_the_hits_each_slide_is_listed_once_up_to_the_limit(search) -> None:
    found = slides(search("Hva koster traktorene?"), 4)
    assert len({(each.passage.document, each.slide) for each in found}) == len(found) == 4
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)


def test_what_a_table_row_says_outranks_the_other_rows_when_the_question_names_it(search) -> None:
    rows = [hit.passage for hit in search("Traktorkjøp") if hit.passage.kind is PassageKind.TABLE_ROW]
    assert [row.data["label"] for row in rows] == ["Traktorkjøp", "Forvaltning av traktorer"]


def test_a_slide_is_as_likely_as_all_its_passages_together(councils_corpus: Corpus, search) -> None:
    question = "Hva koster traktorkjøp i 2032?"
    hits = ranked(understand(question, councils_corpus), search(question), councils_corpus)
    first = hits[0].passage
    of_first = [hit.chance for hit in hits if (hit.passage.sha256, hit.passage.slide) == (first.sha256, first.slide)]
    assert len(of_first) > 1
    assert likeliest_slide(hits) == pytest.approx(sum(of_first))
    assert likeliest_slide([]) == 0


def test_weights_on_trial_rank_only_while_they_are(councils_corpus: Corpus, search) -> None:
    question = "Hva koster traktorkjøp i 2032?"
    query, hits = understand(question, councils_corpus), search(question)
    shipped = weights()
    flat = Weights(np.zeros_like(shipped.candidate), np.zeros_like(shipped.tells))
    with on_trial(flat):
        assert nothing(ranked(query, hits, councils_corpus)) == pytest.approx(0.5)
    assert weights() is shipped


@pytest.fixture
def decided_lines(tmp_path, embedding: StemEmbedding):
    """Asks about minutes; gives the lines that a question finds with what the ranker is told of their standing in a decision."""
    minutes = page(
        "# Referat fra møte i Trollrådet 5. mars 2031",
        "# Sak 1/31 Trollskogen",
        "Rådet gikk tur i trollskogen.",
        "Beslutningen om trollskogen kommer en annen gang.",
        "# Vedtak:",
        "Trollskogen selges til nissene.",
    )
    archive = Archive.open(tmp_path / "arkiv", embedding)
    archive.put(*written(tmp_path, minutes, name="referat.pdf"))
    corpus = Corpus.of(archive.snapshot())

    def asked(question: str) -> dict[str, float]:
        query = understand(question, corpus)
        hits = find(query, embedding.get_query_embedding(query.text), corpus)
        told = candidate_features(query, hits, corpus)[:, FEATURES.index("decided_here")]
        return {h.passage.text: float(t) for h, t in zip(hits, told, strict=True) if h.passage.kind is PassageKind.UNIT}

    return asked


def test_the_ranker_is_told_which_lines_of_minutes_stand_under_a_decision(decided_lines) -> None:
    told = decided_lines("Hva ble vedtatt om trollskogen?")
    assert told["Trollskogen selges til nissene."] == 1
    assert told["Rådet gikk tur i trollskogen."] == 0
    assert told["Beslutningen om trollskogen kommer en annen gang."] == 0


def test_the_ranker_is_told_nothing_of_decisions_where_none_is_asked_for(decided_lines) -> None:
    assert set(decided_lines("Hvor er trollskogen?").values()) == {0.0}
