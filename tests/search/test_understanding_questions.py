"""What a question names is understood by code, from what the archive has."""

from __future__ import annotations

import pytest

from radsassistent.search import Conversation, Corpus, understand
from radsassistent.search.cues import Cue
from radsassistent.search.parts import parts
from radsassistent.search.query import Wanted
from radsassistent.search.turn import Turn
from radsassistent.search.understand import without_courtesy


@pytest.mark.parametrize("named", ["sak 3/31", "sak 03/31", "Sak 3", "sak nr. 3", "3/31", "tredje sak"])
def test_a_case_is_known_in_every_spelling(corpus, named):
    assert understand(f"Hva foreslås i {named}?", corpus).cases == ("3/31",)


def test_several_cases_are_named_at_once(corpus):
    assert set(understand("Hvem har sak 3 og 4?", corpus).cases) == {"3/31", "4/31"}


def test_a_case_that_no_meeting_has_is_told_apart(corpus):
    query = understand("Hva foreslås i sak 17/31?", corpus)
    assert (query.cases, query.unknown_cases) == ((), ("17/31",))


def test_a_year_is_not_a_case_and_a_case_is_not_a_year(corpus):
    query = understand("Hva kostet det i 2030 etter sak 3/31?", corpus)
    assert (query.years, query.cases) == (("2030",), ("3/31",))


def test_a_slide_is_named_by_its_number(corpus):
    assert understand("Hva står på lysbilde 4?", corpus).slides == (4,)


@pytest.mark.parametrize("named", ["5. mars 2031", "05.03.2031", "møtet i mars"])
def test_a_meeting_is_named_by_date_or_month(corpus, named):
    assert [m.body for m in understand(f"Hva skjedde på {named}?", corpus).meetings] == ["Oppdiktrådet"]


def test_a_meeting_that_the_archive_does_not_have_is_told(corpus):
    query = understand("Hva skjedde på møtet i desember?", corpus)
    assert (query.meetings, query.unknown_meeting) == ((), "møtet i desember")


@pytest.mark.parametrize("named", ["Oppdiktet Person", "Oppdiktet Persson"])
def test_people_of_the_archive_are_known_also_nearly_spelt(corpus, named):
    assert understand(f"Hva sier {named}?", corpus).people == ("Oppdiktet Person",)


def test_a_name_that_stands_nowhere_is_unknown(corpus):
    assert understand("Hva mener Xerxes Quimby?", corpus).unknown_names == ("Xerxes Quimby",)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Hvem leder?", Wanted.PERSON),
        ("Når er det?", Wanted.TIME),
        ("Kor mange er det?", Wanted.NUMBER),
        ("Hvilke mål har de?", Wanted.LIST),
        ("Fortell om målene", Wanted.TEXT),
    ],
)
def test_the_question_word_demands_a_form_of_answer(corpus, question, wanted):
    assert understand(question, corpus).wanted is wanted


def test_two_questions_in_one_are_taken_apart_and_the_second_keeps_the_subject():
    first, second = parts("Hvem legger frem sak 3, og når begynner den?")
    assert (first.question, second.question) == ("Hvem legger frem sak 3?", "når begynner den?")
    assert second.before == "Hvem legger frem sak 3"


def test_the_later_question_is_about_the_first_ones_case(corpus):
    for later in ("når begynner den?", "hva er forslaget?"):
        second = parts(f"Hvem legger frem sak 3, og {later}")[1]
        assert understand(second.question, corpus, second).cases == ("3/31",)


def test_a_later_question_about_something_else_leaves_the_first_ones_case(corpus):
    second = parts("Hvem legger frem sak 4, og hva kostet traktorene i 2030?")[1]
    assert understand(second.question, corpus, second).cases == ()


def test_a_body_named_narrows_to_its_meetings(corpus):
    assert [m.body for m in understand("Hva foreslås i sak 3/31 i Fantasirådet?", corpus).meetings] == ["Fantasirådet"]


def test_a_meeting_on_a_day_without_one_is_told(corpus):
    query = understand("Hva ble sagt i møtet 20. juni 2031?", corpus)
    assert (query.meetings, query.unknown_meeting) == ((), "20. juni 2031")


def test_one_question_with_an_og_in_it_stays_whole():
    assert len(parts("Hva er drift og forvaltning?")) == 1


def test_a_follow_up_takes_over_what_it_leaves_out(corpus):
    talk = Conversation()
    talk.add(Turn(understand("Hva kostet traktorene i 2030?", corpus)))
    resolved = talk.resolved("Og i 2031?")
    assert "traktorene" in resolved
    assert "2031" in resolved
    assert "2030" not in resolved


def test_what_a_follow_up_names_stands_for_what_was_named_before(corpus):
    talk = Conversation()
    talk.add(Turn(understand("Hva koster Oppdiktnett i 2030?", corpus)))
    resolved = talk.resolved("Hva med Fantasinett?")
    assert "Fantasinett" in resolved
    assert "Oppdiktnett" not in resolved
    assert "2030" in resolved


def test_conversations_do_not_mix(corpus):
    first, second = Conversation(), Conversation()
    first.add(Turn(understand("Hva kostet traktorene i 2030?", corpus)))
    assert second.resolved("Og i 2031?") == "Og i 2031?"


@pytest.mark.parametrize(
    "said",
    [
        "Jeg lurer på hva traktorene kostet",
        "Kan du fortelle meg hva traktorene kostet?",
        "Helt kort: hva traktorene kostet?",
        "Could you tell me hva traktorene kostet? Jeg fant det ikke.",
    ],
)
def test_courtesies_in_front_and_remarks_behind_are_no_part_of_a_question(said):
    assert without_courtesy(said).rstrip("?") == "hva traktorene kostet"


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        ("Når begynner vi etter sakslisten på sak 3?", "Når begynner vi ifølge sakslisten på sak 3?"),
        ("Hvor lenge varer sak 3 etter planen?", "Hvor lenge varer sak 3 ifølge planen?"),
        ("Hva kommer etter lunsj?", "Hva kommer etter lunsj?"),
    ],
)
def test_what_is_so_by_the_plan_comes_not_after_it(said, understood):
    assert without_courtesy(said) == understood


def test_the_first_question_word_demands_the_form_of_the_answer(corpus):
    assert understand("Hva ble sagt om når traktorene kommer?", corpus).wanted is not Wanted.TIME
    assert understand("Når får vi vite hvem som leder?", corpus).wanted is Wanted.TIME


@pytest.mark.parametrize(
    "question",
    [
        "når vi ser at traktorene ruster, hva skal vi gjøre?",
        "Hva er det traktorene mangler, når de mest står stille?",
        "Kva er det dei byggjer på når dei lagar traktorar?",
        "Hvor langt er de kommet med traktorene?",
    ],
)
def test_a_condition_and_a_progress_ask_for_no_time_and_no_number(corpus, question):
    assert understand(question, corpus).wanted not in (Wanted.TIME, Wanted.NUMBER)


@pytest.mark.parametrize(
    "question",
    [
        "Vi lurer: når begynner den?",
        "når skal vi møtes igjen?",
        "Traktorene, når kommer de?",
        "hvor langt bakover kan vi se traktorene?",
    ],
)
def test_a_question_for_when_may_stand_anywhere_and_go_backwards(corpus, question):
    assert understand(question, corpus).wanted is Wanted.TIME


def test_a_subordinate_nar_asks_for_no_time(corpus):
    assert Cue.WHEN not in understand("Hva skjer når traktorene går i stykker?", corpus).cues
    assert Cue.WHEN in understand("Når kommer traktorene?", corpus).cues


def test_a_meeting_is_named_by_its_day_without_a_year(corpus):
    assert [m.body for m in understand("Hva skjedde på møtet 5. mars?", corpus).meetings] == ["Oppdiktrådet"]
    assert understand("Hva skjedde på møtet 6. mars?", corpus).unknown_meeting == "6. mars"


def test_the_last_case_but_one_is_named_by_its_place(corpus):
    assert understand("Hvem har nest siste sak?", corpus).cases == ("3/31",)


def test_an_abbreviation_of_the_askers_own_stands_for_the_organisation(councils):
    query = understand("Hvem representerer OH?", Corpus.of(councils.snapshot()))
    assert "havn" in query.terms


@pytest.mark.parametrize(
    "question", ["Who presents the tractors?", "What time is the meeting on the tractors with us?"]
)
def test_an_english_question_is_about_what_is_left_without_its_english_words(corpus, question):
    told = set(corpus.topic(question))
    assert not told & {"on", "with", "us", "the"}
