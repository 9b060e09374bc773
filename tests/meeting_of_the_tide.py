"""One meeting of an invented council whose agenda is a programme of hours and whose minutes decide point by point."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from tests.deck_builder import document, pages, slide, table

from radsassistent.archive import Archive, CouncilEmbedding
from radsassistent.documents import Document

DECK = document(
    slide("Tidevannsrådet i Fabelfjorden", "Ordinært møte torsdag 6. mai 2032", "Tanghuset, sal Flo"),
    slide(
        "Slik blir dagen",
        table(
            ("Tid", "Hva vi gjør"),
            ("08.30–08.45", "Åpning og navneopprop"),
            ("08.45–09.30", "TS 11/32 Molovakter – ordningen videre"),
            ("09.30–09.45", "Strekk på beina og kaffe (pause)"),
            ("09.45–10.30", "TS 12/32 Ferge til Ytre Fabel"),
            ("10.30–11.15", "Lunsj i kantina"),
            ("11.15–12.00", "TS 13/32 Tangkurs for barn v/ Ola Strandvik"),
            ("12.00–12.20", "TS 14/32 Felles naust"),
            ("12.20–12.30", "TS 15/32 Kalender for neste år (orientering)"),
        ),
    ),
    slide(
        "Forslag til vedtak – sak 11/32",
        "1. Molovaktene fortsetter til 1. desember 2034.",
        "2. Det settes av 900 000 kroner per år til lønn.",
        "3. Havnefogden skriver rapport hvert kvartal.",
    ),
    slide("Forslag til vedtak – sak 12/32", "1. Rådet velger den elektriske fergen.", "2. Billetten koster 40 kroner."),
    slide(
        "Forslag til vedtak – sak 13/32",
        "1. Det holdes tolv tangkurs i året.",
        "2. Instruktørene får 500 kroner timen mot ett års binding.",
        "3. Egenandelen for familiene økes med 75 kroner.",
    ),
    slide("Forslag til vedtak – sak 14/32", "1. Rådet bygger et felles naust ved brygga."),
)
MINUTES = document(
    *pages(
        """
        # Referat – Tidevannsrådet i Fabelfjorden
        Møtet ble holdt torsdag 6. mai 2032 i Tanghuset, sal Flo, fra kl. 08.30 til kl. 12.50.
        # Til stede
        Ola Strandvik (leder), Kari Floholm, Nils Tangen og Berit Ebbestad.
        # Vara
        Siri Skumring møtte for Per Bølgeby.
        # Forfall
        Per Bølgeby (bryllup i slekta) og Anne Dypvik (tannlegetime). Det møtte ingen vara for Dypvik. Fem hadde stemmerett.
        # TS 11/32 Molovakter – ordningen videre
        Kari Floholm innledet. Nils Tangen ville spare penger.
        # Vedtak (endret, 4 mot 1 stemmer)
        • Molovaktene fortsetter til 1. mars 2034.
        • Det settes av 700 000 kroner per år til lønn.
        • Punkt 3 om kvartalsvis rapport ble strøket.
        """,
        """
        # TS 12/32 Ferge til Ytre Fabel
        Berit Ebbestad innledet.
        # Utsatt (3 mot 2 stemmer)
        • Saken ble utsatt til møtet 9. september 2032.
        • Sekretariatet skaffer nye tall for strømprisen innen 20. august 2032.
        # TS 13/32 Tangkurs for barn
        Ola Strandvik innledet. Det ble stemt punktvis.
        # Vedtak
        • Punkt 1 om tolv tangkurs ble vedtatt enstemmig.
        • Punkt 2 ble endret: Instruktørene får 650 kroner timen, og bindingen er to år. Vedtatt med 4 mot 1 stemmer.
        • Punkt 3 om høyere egenandel ble avvist med 3 mot 2 stemmer.
        # TS 14/32 Felles naust
        Siri Skumring innledet.
        # Forslaget ble avvist (3 mot 2 stemmer)
        • Det blir ikke noe felles naust. Båtlagene finner egne løsninger.
        # TS 15/32 Kalender for neste år
        Kalenderen ble tatt til orientering. Møtet 3. februar ble flyttet til 10. februar på grunn av springflo.
        # Eventuelt
        Møtet ble hevet kl. 12.50.
        """,
    )
)


def meeting_of_the_tide(folder: Path, embedder: CouncilEmbedding) -> Archive:
    """An archive in the folder that holds the deck and the minutes."""
    archive = Archive.open(folder / "arkiv", embedder)
    for name, made in (("tidevann.pdf", DECK), ("tidevann-referat.docx", MINUTES)):
        _put(archive, made, folder / name)
    return archive


def _put(archive: Archive, made: Document, path: Path) -> None:
    path.write_bytes(repr(made).encode())
    archive.put(replace(made, name=path.name, sha256=sha256(path.read_bytes()).hexdigest()), path)
