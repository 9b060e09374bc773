"""An answer stands on slides that speak of what the question names; over an invented council's deck."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.answers.draft import Draft, statement
from radsassistent.answers.named_things import lacks_a_name
from radsassistent.archive import Archive, PassageKind
from radsassistent.search import understand

SLIDES = (
    slide("Møte i Badrådet 5. mars 2031", "Oppdiktsalen, Fantasibyen"),
    slide("Bad i drift", "• Tindvik bad koster 980 kroner i timen", "• Badet på Vestøya åpner til sommeren"),
    slide("Priser", table(("Bad", "2031", "2032"), ("Tindvik", "980", "990"), ("Lomvik", "870", "880"))),
    slide("Planer", "• Bjørkøy har bedt om eget basseng", "• Norsk Badforbund (NBF) vil ha flere stupetårn"),
)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("navn")
    archive = Archive.open(folder / "arkiv", StemEmbedding())
    archive.put(*written(folder / "inn", *SLIDES, name="bad.pdf"))
    return Assistant(archive).corpus()


def resting_on(corpus, words):
    found = next(p for p in corpus.of_kind(PassageKind.UNIT) if words in p.text)
    return Draft((statement(found.text, found),))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Hva vil det koste å svømme på Bjørkøy?", "980 kroner"),
        ("Når åpner badet i Lomvik?", "Vestøya"),
        ("Hvor mye tar de i timen på Øksnes?", "980 kroner"),
        ("Hvor mange stupetårn ønsker KS?", "stupetårn"),
    ],
)
def test_what_is_said_of_another_name_does_not_answer(corpus, question, words):
    assert lacks_a_name(understand(question, corpus), resting_on(corpus, words), corpus)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Hva koster det i Tindvik?", "980 kroner"),
        ("Hva koster Tindviks bad?", "980 kroner"),
        ("Hva koster det i Tinndvik?", "980 kroner"),
        ("Hva vil NBF ha mer av?", "stupetårn"),
        ("Hvor mange stupetårn står det i Min badeside?", "stupetårn"),
        ("Hva vil Badforbundet ha mer av?", "stupetårn"),
        ("Når åpner badet på Vestøya-siden?", "Vestøya"),
        ("Hva koster badet? Takk. Svaret skal være kort", "980 kroner"),
        ("og i Tindvik da Hva koster det på Bjørkøy?", "980 kroner"),
        ("What does the pool in Tindvik cost and what is it for on Mondays?", "980 kroner"),
    ],
)
def test_another_form_of_the_name_is_the_same_name(corpus, question, words):
    assert not lacks_a_name(understand(question, corpus), resting_on(corpus, words), corpus)
