"""A meeting of an invented council with a budget over years, a list of earlier decisions and alternatives told on another slide;
its minutes tell in sentences who stood in, how the votes fell and what became of the earlier decisions.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from tests.deck_builder import document, page, pages, slide, table

from radsassistent.archive import Archive, CouncilEmbedding
from radsassistent.documents import Document

DECK = document(
    slide("Drageutvalget", "Møte tirsdag 14. september 2032 kl. 09.00–14.00", "Vindsalen, Oppdikthaugen"),
    slide(
        "Dagsorden",
        table(
            ("Tid", "Sak", "Tittel", "Type", "Ansvarlig"),
            ("09.00–10.00", "21/32", "Reserve og budsjett", "Beslutning", "Tuva Trådløs"),
            ("10.00–11.00", "22/32", "Hangar på Skyrabben", "Beslutning", "Odd Snorås"),
            ("11.00–12.00", "23/32", "Tidligere vedtak", "Drøfting", "Tuva Trådløs"),
        ),
    ),
    slide(
        "Medlemmer av Drageutvalget",
        "• Tuva Trådløs, drageflyger, Vindlauget (leder)",
        "• Odd Snorås, hangarsjef, Skyfoss havbruk AS",
        "• Siv Halevind, elev, Skodde ungdomsråd",
        "• Berit Kastvind, værtolk, Reisendes drageforbund",
        "• Kåre Stille, arkivar, Luftmuseet (observatør)",
        "• Liv Lofting, rådgiver, Bris kommune (observatør)",
    ),
    slide(
        "Varamedlemmer og sekretariat",
        "• Varamedlemmer",
        "• Jon Vimpel, syer, Vindlauget",
        "• Ane Brisling, fisker, Skyfoss havbruk AS",
        "• Sekretariat",
        "• Pia Penn, sekretariatsleder",
        "• Max Blekk, skriver",
    ),
    slide("Sak 21/32 Reserve og budsjett", "• Beslutning"),
    slide(
        "Budsjett per formål (mill. kroner)",
        table(
            ("Formål", "2031", "2032", "2033"),
            ("Draghaler", "4,0", "5,5", "6,5"),
            ("Snører", "7,1", "7,3", "9,2"),
            ("Sum", "11,1", "12,8", "15,7"),
        ),
    ),
    slide("Forslag til vedtak i sak 21/32", "• Budsjettet godkjennes.", "• Ventetiden settes til inntil 24 uker."),
    slide("Sak 22/32 Hangar på Skyrabben", "• Beslutning"),
    page("# Måte 1", "• Ombygging av låven", "# Måte 2", "• Nybygg ved stupet"),
    slide(
        "Hva det koster (mill. kroner)",
        table(
            ("Post", "Måte 1", "Måte 2"),
            ("Hangarutstyr", "3", "8"),
            ("Drift per år", "1,2", "2,9"),
            ("Sum", "4,2", "10,9"),
        ),
    ),
    slide(
        "Forslag til vedtak i sak 22/32",
        "• Utvalget velger nybygg ved stupet.",
        "• Øvre ramme settes til 88 mill. kroner.",
    ),
    slide("Sak 23/32 Tidligere vedtak", "• Drøfting"),
    slide(
        "Statusliste",
        table(
            ("Sak", "Vedtak", "Eier", "Frist", "Status"),
            ("3/32", "Kartlegge luftrommet", "Odd Snorås", "1. mai 2032", "Utført"),
            ("5/32", "Kurs i knuter for nybegynnere", "Siv Halevind", "1. juni 2032", "Forsinket"),
            ("8/32", "Brev om ballonger", "Tuva Trådløs", "1. august 2032", "Ikke startet"),
        ),
    ),
)
MINUTES = document(
    *pages(
        """
        # Referat – Drageutvalget
        Møtedato: 14. september 2032 kl. 09.00–14.10
        # Deltakelse
        Til stede: Tuva Trådløs (leder) og Siv Halevind
        Forfall: Odd Snorås og Berit Kastvind
        Vara: Ane Brisling møtte for Odd Snorås, og Jon Vimpel møtte for Berit Kastvind.
        Observatør: Liv Lofting. Kåre Stille hadde meldt fravær.
        # Sak 21/32 Reserve og budsjett
        Siv Halevind ville ha kortere ventetid.
        Om ventetiden fikk forslaget fra Halevind tre stemmer, og sekretariatets forslag fikk én stemme. Resten var enstemmig.
        Vedtak (endret):
        • Budsjettet godkjennes.
        • Ventetiden settes til inntil 12 uker.
        """,
        """
        # Sak 22/32 Hangar på Skyrabben
        Avstemning: nybygget fikk én stemme og falt. Ombyggingen ble vedtatt med tre stemmer.
        Vedtak (endret):
        • Utvalget velger ombygging av låven.
        • Øvre ramme settes til 61 mill. kroner.
        # Sak 23/32 Tidligere vedtak
        Vedtak (endret, enstemmig):
        • Statuslisten tas til etterretning.
        • Sak 3/32 holdes åpen til kartet er trykt.
        • Ny frist for sak 5/32 settes til 1. mars 2033.
        """,
    )
)


def meeting_of_the_kites(folder: Path, embedder: CouncilEmbedding) -> Archive:
    """An archive in the folder that holds the deck and the minutes."""
    archive = Archive.open(folder / "arkiv", embedder)
    for name, made in (("drager.pdf", DECK), ("drager-referat.docx", MINUTES)):
        _put(archive, made, folder / name)
    return archive


def _put(archive: Archive, made: Document, path: Path) -> None:
    path.write_bytes(repr(made).encode())
    archive.put(replace(made, name=path.name, sha256=sha256(path.read_bytes()).hexdigest()), path)
