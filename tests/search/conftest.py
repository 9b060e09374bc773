"""Two fictional councils with a case of the same number, found with the small embedder."""

from __future__ import annotations

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.archive import Archive
from radsassistent.search import Corpus


def _deck(body: str, day: str, about: str):
    agenda = table(
        ("Sak", "Tittel", "Ansvarlig", "Tid", "Type"),
        ("3/31", f"{about} i fjellet", "Oppdiktet Person, Oppdiktet etat", "10:00", "Drøfting"),
        ("4/31", "Eventuelt", "Oppdiktet Leder, Oppdiktet etat", "11:00", "Orientering"),
    )
    return (
        slide(f"Møte i {body} {day}"),
        slide("Dagsorden", agenda),
        slide(f"Sak 3/31: {about} i fjellet"),
        slide("Bakgrunn", f"• {about} kostet 14 millioner kroner i 2030", "• Arbeidet fortsetter i Storfjord"),
        slide("Forslag til vedtak", f"Rådet tar {about.lower()} til orientering."),
    )


@pytest.fixture
def corpus(tmp_path, embedding):
    """Oppdiktrådet met on 5 March 2031, Fantasirådet on 9 April."""
    archive = Archive.open(tmp_path / "arkiv", embedding)
    for body, day, about in (
        ("Oppdiktrådet", "5. mars 2031", "Traktorer"),
        ("Fantasirådet", "9. april 2031", "Seilbåter"),
    ):
        made, path = written(tmp_path / body, *_deck(body, day, about), name=f"{body}.pdf")
        archive.put(made, path)
    return Corpus.of(archive.snapshot())
