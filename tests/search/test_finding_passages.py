"""Search finds passages with where they stand; what a question names is an exact filter, applied before the ranking."""

from __future__ import annotations

import pytest

from radsassistent.search import find, understand
from radsassistent.search.find import slides
from radsassistent.search.rank import nothing, ranked


@pytest.fixture
def search(corpus, embedding):
    def run(question):
        query = understand(question, corpus)
        return query, find(query, embedding.get_query_embedding(query.text), corpus)

    return run


def test_a_named_case_admits_that_case_alone_in_every_body(search):
    _, hits = search("Hva foreslås i sak 3/31?")
    assert {hit.passage.case for hit in hits} == {"3/31"}
    assert {hit.passage.body for hit in hits} == {"Oppdiktrådet", "Fantasirådet"}


def test_a_named_meeting_keeps_two_bodies_with_the_same_case_number_apart(search):
    _, hits = search("Hva foreslås i sak 3/31 på møtet i april?")
    assert hits
    assert {(hit.passage.body, hit.passage.meeting) for hit in hits} == {("Fantasirådet", "2031-04-09")}


def test_a_named_slide_admits_that_slide_alone(search):
    _, hits = search("Hva koster traktorer på lysbilde 4?")
    assert {hit.passage.slide for hit in hits} == {4}


def test_everything_that_a_filter_admits_is_found_whatever_its_score(search, corpus):
    _, hits = search("Xylofon på lysbilde 4?")
    assert {hit.passage.id for hit in hits} == {p.id for p in corpus.passages if p.slide == 4}


def test_the_best_passage_shares_the_questions_words_and_says_where_it_stands(search):
    _, hits = search("Hva kostet traktorer?")
    best = hits[0].passage
    assert (best.body, best.meeting, best.case, best.document) == (
        "Oppdiktrådet",
        "2031-03-05",
        "3/31",
        "Oppdiktrådet.pdf",
    )
    assert hits[0].score > hits[-1].score


def test_each_slide_is_found_once_by_its_best_passage(search):
    _, hits = search("Hva kostet traktorer?")
    found = slides(hits, 10)
    places = [(each.passage.sha256, each.slide) for each in found]
    assert len(places) == len(set(places))
    assert found[0].passage == hits[0].passage


def test_the_ranker_loses_nothing_and_its_chances_leave_room_for_nothing(search, corpus):
    query, hits = search("Hva kostet traktorer i 2030?")
    order = ranked(query, hits, corpus)
    assert {hit.passage.id for hit in order} == {hit.passage.id for hit in hits}
    assert 0 <= nothing(order) <= 1
    assert order == ranked(query, hits, corpus)


def test_a_question_far_from_the_documents_is_likelier_unanswered_than_one_about_them(search, corpus):
    near = ranked(*search("Hva kostet traktorer i 2030?"), corpus)
    far = ranked(*search("Xylofonkonserten i Quimbyville?"), corpus)
    assert nothing(far) > nothing(near)


def test_a_question_without_any_known_word_still_gets_an_order(search):
    assert search("Qwx?")[1]
