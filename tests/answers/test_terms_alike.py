"""Which terms of an archive are alike to one of a question: looked up, and the same as by comparing it with each of them."""

from __future__ import annotations

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers.agenda.likeness import _alike, _terms_alike
from radsassistent.archive import Archive
from radsassistent.search import Corpus
from radsassistent.search.terms import stem

DECK = (
    slide("Møte i Moloutvalget 7. mai 2031"),
    slide(
        "Sakene i dag",
        table(
            ("Sak", "Tittel", "Ansvarlig", "Tid", "Type"),
            ("31/31", "Ny bølgebryter ved havneinnseilingen", "Siv Tangen, Havnevesenet", "10:00", "Drøfting"),
            ("32/31", "Cruiseanløp og gjestebrygge", "Ola Berget, Reiselivslaget", "11:00", "Orientering"),
        ),
    ),
    slide("Sak 31/31: Ny bølgebryter ved havneinnseilingen", "• Steinbruddet i Fjellvik leverer steinen"),
    slide("Sak 32/31: Cruiseanløp og gjestebrygge", "• Landstrøm og brygge til cruiseskipene", "• Havna er trang"),
)


@pytest.fixture
def corpus(tmp_path, embedding):
    archive = Archive.open(tmp_path / "arkiv", embedding)
    archive.put(*written(tmp_path, *DECK))
    return Corpus.of(archive.snapshot())


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("bølgebryter", "bølgebryter"),
        ("bryter", "bølgebryter"),
        ("cruisebåt", "cruiseskipene"),
        ("cruisebåt", "cruiseanløp"),
        ("steinbruddene", "steinbruddet"),
        ("bryggeplass", None),
        ("strøm", "landstrøm"),
        ("år", None),
        ("lefse", None),
    ],
)
def test_the_terms_looked_up_are_those_that_comparing_with_each_finds(corpus, asked, there):
    term = stem(asked)
    each = {other: near for other in corpus.lexical.vocabulary if (near := _alike(term, other, corpus)) > 0}
    found = {other: near for other, near in _terms_alike(corpus)(term).items() if corpus.lexical.has(other)}
    assert found == each
    assert there is None or stem(there) in found
