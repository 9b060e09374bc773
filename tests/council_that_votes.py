"""One meeting of an invented council of parties: its minutes count votes by party, tell what members put forward and recommend to
another body; a second body's deck has no minutes.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from tests.deck_builder import document, pages, slide

from radsassistent.archive import Archive, CouncilEmbedding
from radsassistent.documents import Document

DECK = document(
    slide("Møte i Kystutvalget", "Møte tirsdag 4. mai 2032", "Naustsalen, Fabelvik"),
    slide("Saksliste", "Sak 7/32 Bru over Fabelsundet", "Sak 8/32 Bølgevarsling", "Sak 9/32 Fyrlykt på Skjæret"),
    slide("Bru over Fabelsundet", "Sak 7/32", "• Fotgjengerne venter i snitt tolv minutter på kabelfergen."),
    slide("Forslag til vedtak – sak 7/32", "1. Brua bygges i stål.", "2. Rammen settes til 90 mill. kr."),
    slide("Forslag til vedtak – sak 8/32", "1. Varslingen kjøpes fra Havdata.", "2. Tjenesten starter 1. mars 2033."),
    slide("Forslag til vedtak – sak 9/32", "1. Fyrlykta tennes hver kveld."),
)
MINUTES = document(
    *pages(
        """
        # Referat – Kystutvalget
        Møtet ble holdt tirsdag 4. mai 2032 i Naustsalen, Fabelvik.
        # Til stede
        Tora Sund (Laget), Jens Holme (Laget), Mona Skar (Ringen) og Peder Vik (Båtfolket).
        # Sak 7/32 Bru over Fabelsundet
        Mona Skar spurte om byggetiden.
        Alternativt forslag fra Båtfolket: Brua bygges i limtre fra egen skog.
        Votering: Innstillingen fikk 3 stemmer (Laget 2, Ringen 1). Det alternative forslaget fikk 1 stemme (Båtfolket 1) og falt.
        # Innstilling til Fjordtinget: Brua bygges i stål innenfor 90 mill. kr, slik havnesjefen foreslo.
        # Sak 8/32 Bølgevarsling
        Jens Holme foreslo at varslingen prøves på to kaier først.
        # Vedtak (endret, 3 mot 1 stemmer)
        • Varslingen kjøpes fra Havdata og prøves på to kaier.
        • Tjenesten starter 1. mai 2033.
        • Nils Lanterne måler nytten og leverer rapport.
        # Sak 9/32 Fyrlykt på Skjæret
        # Vedtak (som foreslått, enstemmig)
        • Fyrlykta tennes hver kveld.
        """
    )
)


def council_that_votes(folder: Path, embedder: CouncilEmbedding) -> Archive:
    """An archive in the folder that holds the deck and the minutes."""
    archive = Archive.open(folder / "arkiv", embedder)
    for name, made in (("kyst.pdf", DECK), ("kyst-referat.docx", MINUTES)):
        _put(archive, made, folder / name)
    return archive


def council_before_its_meeting(folder: Path, embedder: CouncilEmbedding) -> Archive:
    """An archive in the folder that holds the deck alone."""
    archive = Archive.open(folder / "arkiv", embedder)
    _put(archive, DECK, folder / "kyst.pdf")
    return archive


def _put(archive: Archive, made: Document, path: Path) -> None:
    path.write_bytes(repr(made).encode())
    archive.put(replace(made, name=path.name, sha256=sha256(path.read_bytes()).hexdigest()), path)
