"""Lists asked for by how many things they have, or by what their slide is called; an invented council."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive, CouncilEmbedding

pytestmark = pytest.mark.embedder

DECK = (
    slide("Møte i Fjærrådet", "Møte 1/2036", "3. mars 2036, kl. 09.00–14.00", "Hønsehuset, Fjærvik"),
    slide(
        "Agenda Fjærrådet 3. mars 2036",
        table(
            ("Saksnr", "Sak", "Presenterer", "Tid", "Sakstype"),
            ("4.1", "Dunpriser", "Kari Dun, Dunlaget", "09:00", "Orientering"),
            ("4.2", "Andehus i Fjærvik", "Per And, Andelaget", "10:00", "Drøfting"),
        ),
    ),
    slide("Digital fjærplukking", "• Andas dun", "• Gåsas dun", "• Hønas fjær", "• Påfuglens hale", "• Svanens vinge"),
    slide("Fjærstrategien", "• Raske fjær", "• Rike dun", "• Mindre nys"),
    slide("Mål 1 Dun i alle puter", "Sak 4.1 Dunpriser", "• Puter på alle senger"),
    slide("Mål 2 Fjær i alle hatter", "Sak 4.1 Dunpriser", "• Hatter på alle hoder"),
    slide("Mål 3 Gjess på alle tun", "Sak 4.1 Dunpriser", "• 4.2 gjess på hvert tun"),
    slide("Andehus i Fjærvik", "Sak 4.2", "• Huset har plass til 4.2 tusen ender"),
)


@pytest.fixture(scope="module")
def feathers(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("fjaer")
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(*written(folder / "ingest", *DECK, name="fjaerraadet.pdf"))
    return Assistant(archive)


@pytest.mark.parametrize(
    "question",
    [
        "Ramse opp i korte punkter de fem områdene som inngår i digital fjærplukking.",
        "Hva heter de fem områdene i digital fjærplukking?",
        "Ramse opp delene av digital fjærplukking, bare stikkord.",
    ],
)
def test_the_whole_list_of_the_likely_slide_is_told_whatever_its_items_are_called(
    feathers: Assistant, question: str
) -> None:
    text = feathers.ask(question).text
    assert all(item in text for item in ("Andas dun", "Gåsas dun", "Hønas fjær", "Påfuglens hale", "Svanens vinge"))


def test_numbered_titles_of_other_slides_are_no_list_of_the_likely_slide(feathers: Assistant) -> None:
    text = feathers.ask("Hva er de tre målene i fjærstrategien?").text
    assert "Raske fjær" in text
    assert "hatter" not in text.lower()


def test_a_case_called_by_a_number_with_a_point_is_told_where_that_stands_for_something_else(
    feathers: Assistant,
) -> None:
    answer = feathers.ask("Hvem legger frem saken om andehuset?")
    assert "Per And" in answer.text
    assert not answer.abstained
