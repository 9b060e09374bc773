"""Who did something is not answered by a text that tells of nobody, nor why by bare figures."""

from __future__ import annotations

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive, CouncilEmbedding

pytestmark = pytest.mark.embedder

SLIDES = (
    slide("Møte i Haugrådet 12. mars 2031"),
    slide("Sak 4/31 Gravhaugen", "• 1 127 funn er registrert: en gullring på 11 gram, funnet 9. juli."),
    slide(
        "Sak 5/31 Brua over elva",
        "• Brua ble malt i august.",
        "• Fire skiftarbeidere mister turen hjem når ferja legges ned.",
    ),
    slide("Lysene i haugen", table(("Måned", "Lys tent"), ("August", "120"), ("September", "388"))),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    folder = tmp_path_factory.mktemp("haug")
    archive = Archive.open(folder / "archive", built_in_embedder)
    archive.put(*written(folder / "ingest", *SLIDES, name="deck.pdf"))
    return Assistant(archive)


@pytest.mark.parametrize(
    "question",
    [
        "Hvem fant gullringen i gravhaugen?",
        "Hvorfor ble det tent 388 lys i september?",
    ],
)
def test_what_does_not_tell_who_or_why_is_no_answer(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hvem mister turen hjem når ferja legges ned?", "skiftarbeidere"),
        ("Når ble gullringen i gravhaugen funnet?", "9. juli"),
        ("Hvor mange lys ble tent i september?", "388"),
    ],
)
def test_who_may_be_told_by_what_they_are_and_figures_are_told_where_they_are_asked_for(
    assistant: Assistant, question: str, told: str
) -> None:
    assert told in assistant.ask(question).text
