"""Two tables of a slide with a row of one name: both are told where the question does not say which."""

from __future__ import annotations

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive

pytestmark = pytest.mark.embedder


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Assistant:
    folder = tmp_path_factory.mktemp("like-rader")
    made, path = written(
        folder,
        slide("Møte i Oppdiktrådet 5. mars 2031"),
        slide("Sak 3/31: Kostnader til drift"),
        slide(
            "Detaljer per løsning",
            table(
                ("", "2031", "2032"),
                ("Utvikling", "1", "2"),
                ("Sum drift og forvaltning", "32", "33"),
                caption="Fabelnettet - knutepunkt (millioner kroner)",
            ),
            table(
                ("", "2031", "2032"),
                ("Utvikling", "3", "4"),
                ("Sum drift og forvaltning", "216", "217"),
                caption="Fabelnettet - eksklusive knutepunkt (millioner kroner)",
            ),
        ),
    )
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(made, path)
    return Assistant(archive)


def test_both_rows_are_told_with_the_names_of_their_tables(assistant) -> None:
    answer = assistant.ask("Hva koster drift og forvaltning av Fabelnettet i 2031?")
    assert "Fabelnettet - knutepunkt" in answer.text
    assert "32 millioner" in answer.text
    assert "eksklusive knutepunkt" in answer.text
    assert "216 millioner" in answer.text


def test_a_question_that_tells_the_tables_apart_gets_the_one(assistant) -> None:
    answer = assistant.ask("Hva er sum drift og forvaltning for Fabelnettet eksklusive knutepunkt i 2032?")
    assert "217" in answer.text
    assert "33" not in answer.text
