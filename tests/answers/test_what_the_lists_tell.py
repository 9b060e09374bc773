"""What lists of members and minutes tell of an invented committee: who stands for what, stands in, may vote or left."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.deck_builder import pages, slide, table, written

from radsassistent.answers import Assistant
from radsassistent.answers.members.statements import short_group
from radsassistent.archive import Archive, CouncilEmbedding

pytestmark = pytest.mark.embedder

DECK = (
    slide("Møte i Trollhageutvalget", "12. mars 2031, kl. 10.00–14.00", "Grotta, Tåkeheim"),
    slide(
        "Utvalgets medlemmer",
        table(
            ("Navn", "Parti", "Rolle", "Kommune"),
            ("Tora Fabelvik", "Hulderlista", "Leder", "Tåkeheim"),
            ("Odd Huldermo", "Trollpartiet", "Nestleder", "Skodde"),
            ("Grim Steinset", "Trollpartiet", "Medlem", "Jutuldal"),
            ("Ylva Bergtatt", "Hulderlista", "Medlem", "Skodde"),
        ),
    ),
    slide(
        "Varamedlemmer og andre",
        "Varamedlemmer",
        "• Hulderlista: Siv Sagn",
        "• Trollpartiet: Per Eventyr",
        "Observatører",
        "• Nils Nøkk, Tjernvokterne",
        "Administrasjon",
        "• Utvalgssekretær Liv Regle",
        "• Bergsjef Jon Jutul",
        "Observatørene har talerett, men ikke stemmerett.",
    ),
    slide("Sak 1/31: Nye tunneler", "• Trollene graver tre tunneler gjennom åsen"),
)
MINUTES = pages(
    """Referat fra møte i Trollhageutvalget 12. mars 2031
    Møteleder: Tora Fabelvik. Referent: Liv Regle.
    Til stede: Tora Fabelvik, Odd Huldermo, Grim Steinset og Nils Nøkk.
    Forfall: Ylva Bergtatt (Hulderlista). Siv Sagn møtte som vara.
    Grim Steinset fikk permisjon fra kl. 13.10, før sak 1/31.
    Sak 1/31 Nye tunneler
    Vedtak: Tunnelene graves."""
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("trollhage")
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(*written(folder / "ingest" / "mars", *DECK, name="mars.pdf"))
    archive.put(*written(folder / "ingest" / "mars", *MINUTES, name="referat.pdf"))
    return Assistant(archive)


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        ("Hvilket parti er nestlederen fra?", "Trollpartiet", "Hulderlista"),
        ("Which municipality is the chair from?", "Tåkeheim", "Skodde"),
        ("Hvilke partier sitter i utvalget?", "Hulderlista og Trollpartiet", "Skodde"),
        ("Hvor mange kommuner er representert i utvalget?", "3: Tåkeheim, Skodde og Jutuldal", "Trollpartiet"),
        ("Kven i utvalet er frå Skodde?", "Ylva Bergtatt", "Grim Steinset"),
        ("Er Grim Steinset fra Skodde?", "Jutuldal", "Ylva"),
        ("Hvem sitter på toppen av Trollhageutvalget?", "Tora Fabelvik", "Odd Huldermo"),
        ("Kven er nestleiar?", "Odd Huldermo", "Tora Fabelvik"),
        ("Hvem er vara for Trollpartiet?", "Per Eventyr", "Siv Sagn"),
        ("Hvem møtte for Ylva Bergtatt?", "Siv Sagn møtte for Ylva Bergtatt", "Per Eventyr"),
        ("Hvem møtte ikke?", "Ylva Bergtatt", "Odd Huldermo"),
        ("Har observatørene stemmerett?", "ikke stemmerett", "permisjon"),
        ("Gikk noen før møtet var ferdig?", "Grim Steinset fikk permisjon fra kl. 13.10", "Odd"),
        ("Hvem er det som fører referatet?", "Liv Regle", "Tora Fabelvik"),
        ("Hvem er sekretær for utvalget?", "Liv Regle", "Jon Jutul"),
    ],
)
def test_what_lists_and_minutes_tell_is_answered(assistant: Assistant, question: str, told: str, left_out: str) -> None:
    answer = assistant.ask(question)
    assert told in answer.text
    assert left_out not in answer.text


@pytest.mark.parametrize(
    "question",
    ["Hvor mange kvinner sitter i utvalget?", "Hvem sitter i utvalget for Vegvesenet?", "Kom noen for sent?"],
)
def test_what_neither_tells_is_not_made_up(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


@pytest.mark.parametrize(
    ("heading", "called"),
    [
        ("Nasjonalt trollutvalg (NUT)", "NUT"),
        ("Rådets medlemmer (11)", "Rådets medlemmer"),
        ("Rådets medlemmer (2030–2033)", "Rådets medlemmer"),
        ("Observatører (uten stemmerett)", "Observatører (uten stemmerett)"),
    ],
)
def test_a_list_is_called_by_the_short_name_in_its_brackets_and_not_by_their_count(heading: str, called: str) -> None:
    assert short_group(heading) == called
