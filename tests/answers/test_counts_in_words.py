"""A number that a slide writes in words answers a question of how many."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.deck_builder import slide, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive

pytestmark = pytest.mark.embedder

DECK = (
    slide("Møte i Lesesalrådet 5. mars 2031"),
    slide(
        "Ordningen for lærlinger",
        "• Kandidatene får fri med lønn i ti lesedager",
        "• Oppmøtet er frivillig",
        "• Søknaden sendes til biblioteket",
    ),
    slide("Lokaler", "• Lesesalen males om våren", "• Det trengs fire vaktmestere til flyttingen"),
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvor mange lesedager med lønn får kandidatene?", "ti lesedager"),
        ("Kor mange vaktmeistrar trengst til flyttinga?", "fire vaktmestere"),
    ],
)
def test_a_count_in_words_is_told(tmp_path: Path, built_in_embedder, question: str, said: str) -> None:
    archive = Archive.open(tmp_path / "arkiv", built_in_embedder)
    archive.put(*written(tmp_path, *DECK))
    answer = Assistant(archive).ask(question)
    assert said in answer.text
