"""Norwegian text to terms: case numbers whole, Norwegian stems, compounds in their parts."""

from __future__ import annotations

import pytest

from radsassistent.search.abbreviations import abbreviations
from radsassistent.search.lexical import LexicalIndex
from radsassistent.search.terms import Compounds, begins_alike, is_english, terms


@pytest.mark.parametrize("written", ["sak 5/26", "sak 05/26", "Sak 5/2026", "(5/26)"])
def test_a_case_number_is_one_term_however_it_is_spelt(written):
    assert "5/26" in terms(written)


def test_two_cases_score_differently_for_a_question_that_names_one():
    index = LexicalIndex(["Sak 5/26 om oppdiktede kostnader", "Sak 6/26 om oppdiktede kostnader"])
    fifth, sixth = index.scores(terms("Hva sier sak 5/26?"))
    assert fifth > sixth


def test_numbers_of_one_digit_count():
    index = LexicalIndex(["Mål 1 for satsingen", "Mål 2 for satsingen"])
    first, second = index.scores(terms("mål 2"))
    assert second > first


def test_words_are_stemmed_as_norwegian():
    assert terms("kostnadene") == terms("kostnad") == terms("kostnader")
    assert terms("veikartet") == terms("veikart")


def test_nynorsk_and_bokmaal_question_words_tell_nothing():
    assert terms("Kva er det?") == terms("Hva er det?") == []


def test_a_hyphenated_word_counts_whole_and_by_its_parts():
    whole, *parts = terms("e-helsestrategi")
    assert whole == terms("e-helsestrategien")[0]
    assert parts == terms("helsestrategi")


def test_a_compound_is_taken_apart_by_words_that_the_archive_uses():
    compounds = Compounds(terms("forvaltning kostnader traktor"))
    assert compounds.parts(terms("forvaltningskostnader")[0]) == ("forvaltning", "kostnad")
    assert compounds.parts(terms("traktorkjøring")[0]) == ()


def test_a_misspelt_word_finds_what_it_misspells():
    index = LexicalIndex(["Prioriteringer i rådet", "Kostnader i rådet"])
    assert index.forms(terms("prioritteringer")[0]) == (terms("prioriteringer")[0],)


def test_an_abbreviation_finds_the_name_and_the_name_the_abbreviation():
    texts = ["Norsk oppdiktnett leverer", "NON leverer"]
    index = LexicalIndex(texts, abbreviations(texts, ["Norsk oppdiktnett SF"]))
    assert all(score > 0 for score in index.scores(terms("NON")))
    assert all(score > 0 for score in index.scores(terms("oppdiktnett")))


def test_an_abbreviation_that_fits_two_names_stands_for_neither():
    assert abbreviations(["NON"], ["Norsk oppdiktnett", "Nordisk oppdiktnøkkel"]) == {}


def test_an_abbreviation_in_brackets_is_the_name_before_it():
    assert abbreviations(["Ansvar: Oppdiktet helseorgan (OHO)"], [])["oho"] == ("oppdikt", "helseorgan")


def test_words_that_begin_alike_are_told_from_words_that_only_share_letters():
    assert begins_alike("sykepleierforbund", terms("sykepleierne"))
    assert not begins_alike("helsedirektorat", terms("helse"))


@pytest.mark.parametrize(
    ("question", "english"),
    [("Who is the leader of the council?", True), ("Hvem leder rådet?", False), ("Status for HelseID in 2027", False)],
)
def test_english_is_told_by_its_function_words(question, english):
    assert is_english(question) is english
