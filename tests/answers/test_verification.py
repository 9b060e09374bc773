"""A statement that its slides do not bear out is dropped."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.deck_builder import slide, written

from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.answers.verification.verify import Evidence, verified
from radsassistent.archive import Archive
from radsassistent.documents.numbers import norwegian, number, numbers
from radsassistent.search import Corpus, find, understand


@pytest.fixture
def check(tmp_path, embedding):
    """Verifies one statement that rests on the passage about traktorer, among hits for a question."""
    archive = Archive.open(tmp_path / "arkiv", embedding)
    made, path = written(
        tmp_path,
        slide("Møte i Oppdiktrådet 5. mars 2031"),
        slide("Sak 3/31: Traktorer"),
        slide("Kostnader", "• Traktorene kostet 1 014,5 millioner kroner kl. 10.15"),
        slide("Sak 4/31: Båter"),
    )
    archive.put(made, path)
    corpus = Corpus.of(archive.snapshot())
    passage = next(p for p in corpus.passages if "1 014,5" in p.text)

    def verify(text, quote=None, question="Hva kostet traktorene?", computed=()):
        query = understand(question, corpus)
        hits = find(query, embedding.get_query_embedding(query.text), corpus)
        statement = Statement(text, (Support(passage, quote or "Traktorene kostet"),), computed)
        return verified(Draft((statement,)), Evidence.of(hits, corpus, embedding)).sentences

    return verify


def test_what_stands_on_the_slide_is_said_with_its_citation(check):
    (sentence,) = check("De kostet 1 014,5 millioner kroner.")
    assert [c.label for c in sentence.citations] == ["sak 3/31, lysbilde 3"]


@pytest.mark.parametrize("spelt", ["1014,5", "1.014,5", "1 014,5"])
def test_a_number_holds_in_any_norwegian_spelling(check, spelt):
    assert check(f"De kostet {spelt} millioner.")


def test_a_time_holds_with_colon_and_full_stop(check):
    assert check("Traktorene skjedde kl. 10:15.")


def test_a_number_that_is_not_on_the_slide_drops_the_statement(check):
    assert check("De kostet 1 015 millioner.") == ()


def test_a_number_computed_from_what_is_quoted_holds(check):
    assert check("Traktorene kostet 1 004,35 mer.", quote="1 014,5 millioner kroner kl. 10.15", computed=("1004,35",))


def test_a_number_that_is_said_to_be_computed_is_computed_once_more(check):
    wrong = check("Traktorene kostet 1 005,35 mer.", quote="1 014,5 millioner kroner kl. 10.15", computed=("1005,35",))
    assert wrong == ()


def test_a_quotation_that_does_not_stand_on_the_slide_drops_the_statement(check):
    assert check("De var dyre.", quote="Traktorene var dyre") == ()


def test_white_space_alone_does_not_break_a_quotation(check):
    assert check("De kostet mye.", quote="Traktorene   kostet\n1 014,5")


def test_another_cases_number_drops_the_statement(check):
    assert check("Sak 4/31: De kostet mye.") == ()


def test_a_slide_that_was_not_found_cannot_be_cited(check):
    assert check("De kostet mye.", question="Hva er sak 4/31?") == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [("1 059", "1059"), ("23,3", "23.3"), ("-3,7", "-3.7"), ("1.168", "1168"), ("63 %", "63"), ("−4", "-4")],
)
def test_numbers_are_read_as_norwegians_write_them(text, value):
    assert number(text) == Decimal(value)


def test_case_numbers_and_words_with_digits_are_no_numbers():
    assert numbers("ICD-11 og HelseID2") == []


def test_numbers_are_written_as_norwegians_write_them():
    assert norwegian(Decimal("-1059.5")) == "-1 059,5"


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Traktorene kostet Oppdiktrådet dyrt.", True),
        ("Traktorene ble bestilt av Kari Fabelsen.", False),
        ("Traktorene kommer fra Fabelstad.", False),
        ("Det var Kostnader som ble omtalt.", True),
    ],
)
def test_a_name_that_is_neither_on_the_slide_nor_of_its_case_drops_the_statement(check, text, holds):
    assert bool(check(text)) is holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Traktorene kostet mye den 5. mars.", True),
        ("Traktorene kostet mye den 6. mars.", False),
        ("Traktorene kostet mye den 5. april.", False),
    ],
)
def test_a_day_that_is_neither_on_the_slide_nor_the_meetings_drops_the_statement(check, text, holds):
    assert bool(check(text, computed=("5", "6"))) is holds
