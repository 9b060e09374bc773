"""The lexical search: BM25 over Norwegian terms, which finds words in other forms than the question's."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from radsassistent.search.find import standardised
from radsassistent.search.lexical import LexicalIndex
from radsassistent.search.terms import stem, terms, words

CASES = [f"Sak {number}/31 gjelder en oppdiktet satsing" for number in range(1, 13)]


def best(index: LexicalIndex, question: str) -> int:
    """The place of the one text that scores highest."""
    scores = index.scores(terms(question))
    (place,) = np.flatnonzero(scores == scores.max())
    return int(place)


@pytest.mark.parametrize("number", [1, 2, 7, 10, 11, 12])
@pytest.mark.parametrize("spelling", ["{}/31", "{:02}/31", "{}/2031", "{:03}/2031"])
def test_of_texts_that_differ_in_the_case_alone_the_named_one_scores_highest(number: int, spelling: str) -> None:
    assert best(LexicalIndex(CASES), f"Hva gjelder sak {spelling.format(number)}?") == number - 1


def test_a_text_with_none_of_the_words_scores_nothing() -> None:
    index = LexicalIndex(["Grønne traktorer", "Blå seilbåter"])
    tractors, boats = index.scores(terms("traktorene"))
    assert (tractors > 0, boats) == (True, 0)


@pytest.mark.parametrize("texts", [[], [""], ["og i det", "..."]])
def test_texts_without_any_term_score_nothing_and_do_no_harm(texts: list[str]) -> None:
    index = LexicalIndex(texts)
    assert index.scores(terms("traktor 5/31")).tolist() == [0.0] * len(texts)
    assert index.forms("traktor") == ()


def test_a_word_that_no_text_has_changes_no_score() -> None:
    index = LexicalIndex(["Grønne traktorer", "Blå seilbåter"])
    assert index.scores(terms("traktorer xylofon")).tolist() == index.scores(terms("traktorer")).tolist()


def test_a_compound_is_found_by_its_parts_and_its_parts_by_the_compound() -> None:
    index = LexicalIndex(["Forvaltningskostnader for traktorer", "Forvaltning", "Kostnader", "Seilbåter"])
    whole, *_, boats = index.scores(terms("kostnadene ved forvaltningen"))
    assert whole > 0
    assert boats == 0
    asked = index.compounds.expanded(terms("forvaltningskostnadene"))
    assert all(score > 0 for score in index.scores(asked)[:3])


def test_a_word_that_compounds_begin_with_stands_for_them() -> None:
    index = LexicalIndex(["Drivtømmerbrygga i fjorden", "Seilbåter"])
    (found,) = index.forms(terms("drivtømmer")[0])
    assert found.startswith("drivtømmerbrygg")
    assert best(index, "drivtømmerbrygga") == 0


@pytest.mark.parametrize("written", ["tracktorleverandør", "traktorleverandøør", "traktorleverandr"])
def test_a_word_misspelt_by_a_letter_stands_for_the_archives_own(written: str) -> None:
    index = LexicalIndex(["Traktorleverandør", "Seilbåt"])
    assert index.forms(stem(written)) == (stem("traktorleverandør"),)


@pytest.mark.parametrize("written", ["bar", "seil", "tur"])
def test_a_short_word_is_not_taken_for_a_misspelling(written: str) -> None:
    assert LexicalIndex(["Bor, seol og tyr"]).forms(written) == ()


def test_a_word_that_the_archive_has_stands_for_itself_alone() -> None:
    index = LexicalIndex(["Traktor", "Traktorkjøp", "Traktoren"])
    assert index.forms("traktor") == ("traktor",)


def test_a_rare_word_tells_more_than_a_common_one_and_an_unknown_one_most() -> None:
    index = LexicalIndex(["Grønne traktorer", "Blå traktorer", "Røde traktorer"])
    assert index.weight("traktor") < index.weight(stem("grønne")) < index.weight("xylofon")


@pytest.mark.parametrize(
    ("forms", "english"),
    [
        (("sykehuset", "sykehusene", "sykehus"), "universities"),
        (("kommunene", "kommuner", "kommunen"), "happily"),
        (("leveransene", "leveranser", "leveransen"), "relational"),
    ],
)
def test_norwegian_endings_fall_and_english_ones_stay(forms: tuple[str, ...], english: str) -> None:
    assert len({stem(form) for form in forms}) == 1
    assert stem(english) != {"universities": "univers", "happily": "happili", "relational": "relat"}[english]


@pytest.mark.parametrize("question", ["Kva er det?", "Kven er dei?", "Korleis blir dei?", "Kor mykje er det?", "Kvar?"])
def test_nynorsk_question_words_leave_nothing_to_search_for(question: str) -> None:
    assert terms(question) == []


@pytest.mark.parametrize("written", ["icd-11", "23,3", "1.168", "5/31", "2031"])
def test_numbers_and_names_with_digits_stay_whole_and_unstemmed(written: str) -> None:
    assert words(f"Om {written} her.")[1] == written
    assert written in terms(written)


@given(st.text(max_size=80))
def test_any_text_has_terms_that_find_it_again(text: str) -> None:
    found = terms(text)
    index = LexicalIndex([text, "xyzzyq"])
    scores = index.scores(found)
    assert scores.shape == (2,)
    assert bool(scores[0] > 0) is bool(found)


def test_standardised_scores_have_no_scale_of_their_own() -> None:
    scores = np.array([0.1, 0.4, 0.7], dtype=np.float32)
    assert standardised(scores) == pytest.approx(standardised(1000 * scores + 7), abs=1e-4)
    assert standardised(np.array([3, 3, 3], dtype=np.float32)).tolist() == [0, 0, 0]


def test_a_word_that_the_archive_itself_spells_with_and_without_a_doubled_letter_is_one_word() -> None:
    index = LexicalIndex(["En legemiddelliste", "Legemidddellisten er innført"])
    assert index.twins(stem("legemiddelliste")) == (stem("legemidddelliste"),)
    assert index.twins(stem("innført")) == ()


def test_a_compound_stands_for_the_longest_known_word_that_it_ends_with() -> None:
    index = LexicalIndex(["Låner av båter", "Utlån av troll", "Seilbåter"])
    assert index.forms(stem("bokutlån")) == (stem("utlån"),)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Lån av båter", "bokutlån"),
        ("Mat til troll", "nissemat"),
        ("Tillit til troll", "mistillit"),
        ("Gammel skrift på stein", "oppskrift"),
        ("Utlån", "utlånsbil"),
    ],
)
def test_a_short_end_the_opposite_and_another_end_stand_for_nothing(text: str, asked: str) -> None:
    assert LexicalIndex([text]).forms(stem(asked)) == ()


def test_a_compound_that_is_only_misspelt_stands_for_the_whole_of_it() -> None:
    index = LexicalIndex(["Traktorleverandør", "Leverandør", "Leverandør av ost"])
    assert index.forms(stem("tracktorleverandør")) == (stem("traktorleverandør"),)


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        # Two compounds that begin with the same word, and a compound of a word that is there alone.
        ("seilskutetrafikk", ("seilskuteanløp",)),
        ("brannvakthold", ("brannvakt",)),
        # So few letters in common, or an ending, make no compound.
        ("seiltur", ()),
        # What is derived from a word is something else.
        ("kommunikasjon", ()),
        ("brannmenn", ()),
    ],
)
def test_a_compound_that_no_text_has_stands_for_one_that_begins_alike(asked: str, known: tuple[str, ...]) -> None:
    index = LexicalIndex(["Seilskuteanløp ved moloen", "Brannvakt om natta", "Kommunen betaler"])
    assert index.alike(asked) == known
    assert index.forms(asked) == ()


def test_a_word_that_is_there_stands_for_itself_alone() -> None:
    index = LexicalIndex(["Seilskuteanløp ved moloen", "Seilskutebrygge"])
    assert index.alike("seilskuteanløp") == ("seilskuteanløp",)
