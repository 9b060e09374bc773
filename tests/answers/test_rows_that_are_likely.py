"""Rows that the search is sure of, columns that are money, and rules that another slide belies: of an invented council."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table
from tests.one_deck_council import assistant_over

from radsassistent.answers.belied import FAR_LESS_LIKELY, LIKELY, is_belied
from radsassistent.answers.draft import Draft
from radsassistent.answers.figures.extremes import extreme_of_likely_table
from radsassistent.answers.figures.likely_row import surest_row, told_anyhow
from radsassistent.answers.figures.values import SURE_ROW
from radsassistent.answers.text.open_answers import said_of
from radsassistent.answers.withheld import is_withheld
from radsassistent.archive import PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.hit import Hit
from radsassistent.search.tells import FEWEST
from radsassistent.search.understand import understand

DECK = (
    slide("Møte i Nøkkrådet 5. mai 2038", "Tjernet, Oppdiktmo"),
    slide(
        "Valg av prammer",
        table(
            ("Pram", "Innkjøp (mill. kr)", "Drift (1 000 kr)", "CO2 (tonn i året)"),
            ("Robåt", "7,8", "1 940", "0"),
            ("Dampbåt", "5,1", "2 200", "88"),
        ),
    ),
    slide("Fangst", table(("Fisk", "2036", "2037"), ("Gjedde", "14", "15"), ("Abbor", "21", "23"))),
    slide("Garn", table(("Garn", "Pris (kr)"), ("Kilenot", "900"), ("Ruse", "400"), ("Sum", "1 300"))),
    slide("Tåke", "• Tåka letter klokka ni"),
)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """A deck of enough slides that likelihoods count."""
    fillers = [
        slide(f"Siv {n}", f"• Siv nummer {n} står i vann", f"• Det vaier i vind {n}") for n in range(FEWEST // 2)
    ]
    return assistant_over((*DECK, *fillers), tmp_path_factory.mktemp("pram"), StemEmbedding()).corpus()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return assistant_over(DECK, tmp_path_factory.mktemp("pram"), StemEmbedding()).corpus()


def hit(corpus: Corpus, kind: PassageKind, text: str, chance: float) -> Hit:
    passage = next(p for p in corpus.passages if p.kind is kind and text in p.text)
    return Hit(passage, 1.0, 1.0, 0.0, 0.0, chance=chance)


@pytest.mark.parametrize(("chance", "sure"), [(SURE_ROW + 0.1, True), (SURE_ROW - 0.1, False)])
def test_a_row_is_told_anyhow_only_where_it_is_likely(corpus: Corpus, chance: float, *, sure: bool) -> None:
    query = understand("Hvor mange slanke rovfisker dro de opp i 2037?", corpus)
    row = surest_row(query, [hit(corpus, PassageKind.TABLE_ROW, "Gjedde", chance)], corpus)
    assert (row is not None) is sure
    if row is not None:
        draft = told_anyhow(query, row, corpus)
        assert draft is not None
        assert [said.text for said in draft.statements] == ["Gjedde, 2037: 15."]


@pytest.mark.parametrize("question", ["Hvor mange gjedder ble tatt i 2031?", "Hvor mange kroner ga gjedda i 2037?"])
def test_a_row_without_the_year_or_the_money_asked_for_is_not_told_anyhow(corpus: Corpus, question: str) -> None:
    assert surest_row(understand(question, corpus), [hit(corpus, PassageKind.TABLE_ROW, "Gjedde", 0.9)], corpus) is None


def test_where_money_is_asked_for_a_column_of_tonnes_a_year_is_not_told(corpus: Corpus) -> None:
    query = understand("Hva koster robåten hvert år?", corpus)
    draft = told_anyhow(query, hit(corpus, PassageKind.TABLE_ROW, "Robåt", 0.9).passage, corpus)
    assert draft is not None
    text = " ".join(said.text for said in draft.statements)
    assert "1 940" in text
    assert "7,8" in text
    assert "CO2" not in text


@pytest.mark.parametrize(
    ("own", "other", "belied"),
    [
        (FAR_LESS_LIKELY * LIKELY - 0.01, LIKELY, True),
        (FAR_LESS_LIKELY * LIKELY + 0.01, LIKELY, False),
        (0.0, LIKELY - 0.1, False),
    ],
)
def test_what_a_rule_tells_is_belied_by_another_slide_that_is_by_far_likelier(
    corpus: Corpus, own: float, other: float, *, belied: bool
) -> None:
    query = understand("Når letter tåka?", corpus)
    told = hit(corpus, PassageKind.TABLE_ROW, "Robåt", own)
    likelier = hit(corpus, PassageKind.UNIT, "Tåka letter", other)
    assert is_belied(query, Draft((said_of(told.passage),)), [likelier, told], corpus) is belied


def test_in_a_small_archive_no_likelihood_overrules_the_words(small: Corpus) -> None:
    query = understand("Hvor mange slanke rovfisker dro de opp i 2037?", small)
    row = hit(small, PassageKind.TABLE_ROW, "Gjedde", 0.9)
    assert surest_row(query, [row], small) is None
    told = hit(small, PassageKind.TABLE_ROW, "Robåt", 0.0)
    assert not is_belied(query, Draft((said_of(told.passage),)), [row, told], small)


@pytest.mark.parametrize(
    ("question", "withheld"), [("Hva er det dyreste garnet?", True), ("Hva er garna verdt?", False)]
)
def test_a_sum_is_no_row_that_is_most(corpus: Corpus, question: str, *, withheld: bool) -> None:
    total = hit(corpus, PassageKind.TABLE_ROW, "Sum: Pris", 0.6)
    draft = Draft((said_of(total.passage),))
    assert is_withheld(understand(question, corpus), draft, [total], corpus) is withheld


@pytest.mark.parametrize(
    ("question", "chance", "said"),
    [
        ("Hva er det dyreste redskapet?", 0.6, ["Kilenot: 900."]),
        ("Hvilket redskap er billigst?", 0.6, ["Ruse: 400."]),
        ("Hva er det dyreste redskapet?", 0.3, None),
        ("Hva er redskapet verdt?", 0.6, None),
    ],
)
def test_what_is_most_is_told_of_the_table_that_is_likely(
    corpus: Corpus, question: str, chance: float, said: list[str] | None
) -> None:
    hits = [hit(corpus, PassageKind.TABLE_ROW, "Sum: Pris", chance)]
    draft = extreme_of_likely_table(understand(question, corpus), hits, corpus)
    assert (draft and [each.text for each in draft.statements]) == said


def test_what_is_most_of_several_measures_is_not_guessed_at(corpus: Corpus) -> None:
    hits = [hit(corpus, PassageKind.TABLE_ROW, "Robåt", 0.6)]
    assert extreme_of_likely_table(understand("Hvilken farkost er størst?", corpus), hits, corpus) is None
