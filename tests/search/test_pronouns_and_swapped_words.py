"""Later turns put in full: names for pronouns, one word of its sort for another, one question word for another."""

from __future__ import annotations

import pytest

from radsassistent.search.case_beside import with_number_beside
from radsassistent.search.figures import only_reckons
from radsassistent.search.of_the_case import asks_of_votes, is_of_case, is_outcome
from radsassistent.search.openings import turned
from radsassistent.search.pronouns import points_to_person, with_person, with_thing
from radsassistent.search.relative_years import of_that_year, of_years
from radsassistent.search.style import only_style
from radsassistent.search.swapped import asked_otherwise, is_bare, swapped


@pytest.mark.parametrize(
    ("question", "in_full"),
    [
        ("Hvem er vara for ham?", "Hvem er vara for Trym Fjellrev?"),
        ("Hvor jobber hun?", "Hvor jobber Trym Fjellrev?"),
        ("Kva yrke har ho?", "Kva yrke har Trym Fjellrev?"),
        ("Hva slags stilling har vedkommende?", "Hva slags stilling har Trym Fjellrev?"),
        ("Kva slags stilling er det vedkomande har?", "Kva slags stilling er det Trym Fjellrev har?"),
        ("Hva er stillingen hennes?", "Hva er stillingen til Trym Fjellrev?"),
        ("Hva er hans tittel?", "Hva er tittel til Trym Fjellrev?"),
        ("What is her title in the council?", "What is the title of Trym Fjellrev in the council?"),
        ("How many minutes does she get?", "How many minutes does Trym Fjellrev get?"),
    ],
)
def test_a_person_is_named_where_a_pronoun_stood(question: str, in_full: str) -> None:
    assert points_to_person(question)
    assert with_person(question, "Trym Fjellrev") == in_full


@pytest.mark.parametrize("question", ["Hvor er det?", "Hva koster den?", "Hvem sitter der?", "Hva står her?"])
def test_what_is_no_person_is_not_taken_for_one(question: str) -> None:
    assert not points_to_person(question)


@pytest.mark.parametrize(
    ("question", "in_full"),
    [
        ("hvor mange bor der?", "hvor mange bor i Nissedal?"),
        ("hva skal de betale i 2027?", "hva skal Nissedal betale i 2027?"),
        ("hvem eier den?", "hvem eier Nissedal?"),
        ("hvor mange elever er det?", "hvor mange elever er det i Nissedal?"),
        ("hva er taket i den kommunen?", "hva er taket i Nissedal?"),
        ("hva er taket?", None),
    ],
)
def test_a_thing_is_named_where_a_pronoun_stood(question: str, in_full: str | None) -> None:
    assert with_thing(question, "Nissedal") == in_full


@pytest.mark.parametrize(
    ("earlier", "fragment", "anew"),
    [
        ("Hvem er nestleder", "og leder?", "Hvem er leder"),
        ("Kven er leiar", "og nestleiar da?", "Kven er nestleiar"),
        ("Hvem er leder av rådet", "enn sekretæren?", "Hvem er sekretæren av rådet"),
        ("Hvilken kommune har lavest fravær", "og høyest?", "Hvilken kommune har høyest fravær"),
        ("Hva koster mest", "og minst?", "Hva koster minst"),
        ("Hvilke saker er til drøfting", "og orientering?", "Hvilke saker er til orientering"),
        ("Hvilke saker er til drøfting", "til orientering?", "Hvilke saker er til orientering"),
        ("Which project costs most", "and least?", "Which project costs least"),
        ("Hvem er leder", "og leder i Hagerådet?", None),
        ("Hvem er leder", "og lavest?", None),
        ("Hvem er leder", "og leder?", None),
    ],
)
def test_a_word_is_swapped_for_one_of_its_sort(earlier: str, fragment: str, anew: str | None) -> None:
    assert swapped(earlier, fragment) == anew


@pytest.mark.parametrize(
    ("earlier", "bare", "anew"),
    [
        ("Når er neste møte", "og hvor?", "Hvor er neste møte"),
        ("Hvem kommer fra Nissedal", "hvor mange er de?", "Hvor mange kommer fra Nissedal"),
        ("Hvor mange havner er stengt", "hvilke?", "Hvilke havner er stengt"),
        ("Kor mange hamner er stengde", "kva for nokre?", "Kva for nokre hamner er stengde"),
        ("Hvem overtok etter Trym", "når da?", "Når overtok etter Trym"),
        ("Hvor mange avganger ble innstilt", "hvorfor det?", "Hvorfor avganger ble innstilt"),
        ("Hvilken sak ble utsatt", "til når?", "Til når sak 4/31 ble utsatt"),
        ("Hva koster gjerdet", "hvilke?", None),
        ("Hva koster gjerdet", "hvor mange er det?", None),
        ("Når er møtet", "når?", None),
    ],
)
def test_a_question_word_alone_asks_the_question_before_anew(earlier: str, bare: str, anew: str | None) -> None:
    assert is_bare(bare)
    assert asked_otherwise(earlier, bare, "sak 4/31") == anew


@pytest.mark.parametrize("question", ["Når er lunsj?", "Hvor mange elever er det i Nissedal?", "Hvem sitter der?"])
def test_a_question_with_a_word_of_its_own_is_no_bare_one(question: str) -> None:
    assert not is_bare(question)


@pytest.mark.parametrize(
    "question",
    ["Var det enstemmig?", "hvor mange stemte imot?", "Kor mange røysta for?", "Hvem foreslo det?", "Var alle enige?",
     "Hvem skal følge det opp, ifølge forslaget?"],
)  # fmt: skip
def test_votes_and_proposals_are_those_of_the_case(question: str) -> None:
    assert asks_of_votes(question)


@pytest.mark.parametrize(
    "question",
    ["skal vi avgjøre noe der, eller bare snakke?", "Må rådet vedta noe da?", "skal me stemme over det, eller berre drøfte?",
     "do we decide anything there, or just discuss?"],
)  # fmt: skip
def test_what_is_to_be_done_in_no_other_words_is_asked_of_the_case(question: str) -> None:
    assert is_of_case(question)


def test_what_is_to_be_decided_of_something_that_is_named_is_not_asked_of_the_case() -> None:
    assert not is_of_case("Skal vi vedta nytt gjerde, eller bare snakke?")


def test_a_proposal_on_something_that_is_named_is_not_the_one_of_the_case() -> None:
    assert not asks_of_votes("Hva går forslaget om gjerdet ut på?")
    assert not is_of_case("Hva koster gjerdet?")
    assert is_outcome("forslaget")
    assert not is_outcome("forslaget om gjerdet")


@pytest.mark.parametrize(
    ("earlier", "rest", "anew"),
    [
        ("Hva heter mål 2 i planen", "det neste", "Hva heter mål 3 i planen"),
        ("Hva er punkt 3", "forrige", "Hva er punkt 2"),
        ("Hva er punkt 3", "neste punkt", "Hva er punkt 4"),
        ("Hva er punkt 3", "neste sak", None),
        ("Hva er sak 3/31", "den neste", None),
    ],
)
def test_the_next_of_what_is_numbered_is_counted_on(earlier: str, rest: str, anew: str | None) -> None:
    assert with_number_beside(earlier, rest) == anew


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Nei, jeg tenkte bare på Lyktene", "Og Lyktene?"),
        ("Eg meinte berre 2031", "Og 2031?"),
        ("Og kor tid?", "Og når?"),
        ("Kva tid startar ho?", "Når startar ho?"),
    ],
)
def test_a_turn_is_heard_whatever_it_is_called(said: str, asked: str) -> None:
    assert turned(said).question == asked


def test_the_year_before_that_year_is_not_that_year() -> None:
    assert of_that_year("hva var det året før?", ("2031",)) == "hva var det året før?"
    assert of_that_year("hva var det det året?", ("2031",)) == "hva var det i 2031?"


@pytest.mark.parametrize("question", ["Hvilken kommune har flest?", "Hva er det for alle kommunene samlet?"])
def test_the_rows_of_a_table_may_be_called_anything_where_they_are_only_reckoned_with(question: str) -> None:
    assert only_reckons(question)


@pytest.mark.parametrize("wish", ["oppsummer det i én setning", "Kan du si det kortere?", "summer opp svaret kort"])
def test_a_wish_for_a_summary_is_a_wish_for_the_form(wish: str) -> None:
    assert only_style(wish)


@pytest.mark.parametrize(
    "question",
    ["når gikk hun som satt der før ut?", "kven var han som leda utvalet før?", "hva het han som var leder?"],
)
def test_he_who_did_something_is_not_the_one_spoken_of(question) -> None:
    assert not points_to_person(question)
    assert with_person(question, "Tora Glimt") == question


@pytest.mark.parametrize(
    ("turn", "of_the_year"),
    [
        ("og vinteren etter?", "og året etter?"),
        ("Hva med sesongen før?", "Hva med året før?"),
        ("and the winter after?", "and the year after?"),
        ("og vinteren etter brannen?", "og vinteren etter brannen?"),
    ],
)
def test_what_comes_once_a_year_is_asked_of_the_year_beside(turn: str, of_the_year: str) -> None:
    assert of_years(turn) == of_the_year
