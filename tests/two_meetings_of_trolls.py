"""Two meetings of one invented council: March with a deck and minutes that change, reject and postpone what was proposed; June
with a deck alone, which takes up what was put off and revises what was rejected.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from tests.deck_builder import document, pages, slide, table

from radsassistent.archive import Archive, CouncilEmbedding

MARCH = document(
    slide("Møte i Trollrådet", "Innkalling til møte onsdag 18. mars 2037 kl. 10:00–15:00", "Steinsalen, Hulefjord"),
    slide(
        "Dagsorden 18. mars 2037",
        table(
            ("Saksnr", "Sak", "Legges frem av", "Tid", "Sakstype"),
            ("1/37", "Godkjenning av innkalling", "Grim Hulder, Hulefjord kommune", "10:00", "Godkjenning"),
            ("2/37", "Bruvakter i Skoddedalen", "Ragna Bergtatt, Skodde kommune", "10:10", "Beslutning"),
            (None, "Lunsj", None, "11:45", None),
            ("3/37", "Lykter i tunnelen", "Tora Glimt, Lykteverket", "12:30", "Drøfting"),
            ("4/37", "Budsjett for trollbåten 2038", "Odd Stavkvist, Båtlaget", "13:00", "Beslutning"),
            ("5/37", "Eventuelt", "Vigdis Blekk, Sekretariatet", "14:40", "Orientering"),
        ),
    ),
    slide(
        "Rådets medlemmer",
        ("Grim Hulder", "Leder", "Hulefjord kommune"),
        ("Ragna Bergtatt", "Brumester", "Skodde kommune"),
        ("Tora Glimt", "Lyktetenner", "Lykteverket"),
        ("Odd Stavkvist", "Skipper", "Båtlaget"),
    ),
    slide(
        "Varamedlemmer og sekretariat",
        "Varamedlemmer",
        "Ulv Mørk, vara for Ragna Bergtatt",
        "Sekretariat",
        "Vigdis Blekk, sekretær",
    ),
    slide("Praktisk", "• Forfall meldes til Vigdis Blekk innen 11. mars", "• Lunsjen er graut"),
    slide("Sak 2/37: Bruvakter i Skoddedalen", "Beslutning", "Ragna Bergtatt, Skodde kommune"),
    slide("Bruene i dag", "• Tre bruer står uten vakt", "• Åpent mandag–torsdag kl. 14–20"),
    slide(
        "Forslag til vedtak",
        "Rådet tilrår seks bruvakter fra 1. august 2037.",
        "Gåtetavlen innføres ved alle bruer.",
    ),
    slide(
        "Ventetid ved bruene i 2036 (målet er høyst 30 minutter)",
        table(
            ("Bru", "Ventetid i minutter"),
            ("Steinbrua", "19"),
            ("Hengebrua", "41"),
            ("Torvbrua", "33"),
        ),
    ),
    slide(
        "Tiltak for tryggere bruer",
        table(
            ("Tiltak", "Ansvarlig", "Tid til ferdig", "Kostnad (daler)"),
            ("Nye rekkverk", "Skodde kommune", "19 uker", "380 000"),
            ("Hengelås på porten", "Lykteverket", "12 uker", "1 250 000"),
            ("Sand på trappa", "Båtlaget", "34 uker", "45 000"),
        ),
    ),
    slide("Sak 3/37: Lykter i tunnelen", "Drøfting", "Tora Glimt, Lykteverket"),
    slide("Forslag til vedtak", "Rådet ber Lykteverket innføre et oljetillegg på 60 000 daler."),
    slide("Sak 4/37: Budsjett for trollbåten 2038", "Beslutning", "Odd Stavkvist, Båtlaget"),
    slide("Forslag til vedtak", "Rådet tilrår en ramme på 34,8 mill. daler for trollbåten i 2038."),
    slide(
        "Møteplan 2037",
        table(
            ("Møte", "Sted", "Frist for saker"),
            ("18. mars", "Hulefjord", "18. februar"),
            ("10. juni", "Skodde", "8. mai"),
            ("23. september", "Tindhaug", "21. august"),
            ("2. desember", "Digitalt", "30. oktober"),
        ),
    ),
)
MINUTES = document(
    *pages(
        """
        # Referat fra møte i Trollrådet
        Dato: 18. mars 2037 kl. 10:00–14:50
        Sted: Steinsalen, Hulefjord
        Referent: Vigdis Blekk
        # Deltakere
        Til stede: Grim Hulder (leder), Tora Glimt og Odd Stavkvist
        Forfall: Ragna Bergtatt
        Møtende vara: Ulv Mørk for Ragna Bergtatt.
        # Sak 1/37 Godkjenning av innkalling
        # Vedtak
        Innkallingen ble godkjent.
        # Sak 2/37 Bruvakter i Skoddedalen
        Ulv Mørk la fram saken.
        Grim Hulder fremmet et endringsforslag med færre vakter og senere oppstart.
        # Vedtak (endret fra forslaget)
        Rådet tilrår fire bruvakter fra 1. januar 2038.
        Gåtetavlen prøves ut ved to bruer i ett år.
        Endringsforslaget ble vedtatt med 3 mot 1 stemmer. Ulv Mørk stemte imot.
        Rådet ber om at hengebruene tas med i neste opptelling.
        # Sak 3/37 Lykter i tunnelen
        Odd Stavkvist ba om at lyktene får plass til to veker.
        # Vedtak
        Saken utsettes til møtet 10. juni 2037.
        Sekretariatet innhenter en juridisk vurdering av oljetillegget.
        # Sak 4/37 Budsjett for trollbåten 2038
        # Vedtak
        Forslaget ble avvist med 3 mot 1 stemmer.
        Båtlaget bes legge fram et nytt budsjett på høyst 32,5 mill. daler.
        # Sak 5/37 Eventuelt
        Tora Glimt tok opp at gjestene må stå ute og vente.
        Det ble ikke gjort vedtak i saken.
        Møtet ble hevet kl. 14:50.
        """
    )
)
JUNE = document(
    slide("Møte i Trollrådet", "Innkalling til møte onsdag 10. juni 2037 kl. 09:30–14:00", "Skodde samfunnshus"),
    slide(
        "Dagsorden 10. juni 2037",
        table(
            ("Saksnr", "Sak", "Legges frem av", "Tid", "Sakstype"),
            ("6/37", "Lykter: ny behandling", "Tora Glimt, Lykteverket", "09:45", "Beslutning"),
            ("7/37", "Trollbåten: revidert budsjett 2038", "Odd Stavkvist, Båtlaget", "10:40", "Beslutning"),
            (None, "Lunsj", None, "11:30", None),
            ("8/37", "Vaktbu i Skodde", "Ulv Mørk, Skodde kommune", "13:00", "Drøfting"),
        ),
    ),
    slide(
        "Endringer i rådet siden mars",
        "• Ragna Bergtatt trådte ut 1. mai 2037",
        "• Ulv Mørk er nytt medlem for Skodde kommune",
        "• Siv Tåke er ny vara for Ulv Mørk",
    ),
    slide("Sak 6/37: Lykter: ny behandling", "Beslutning", "Tora Glimt, Lykteverket"),
    slide("Forslag til vedtak", "Rådet ber Lykteverket innføre et oljetillegg på 75 000 daler fra 1. september 2037."),
    slide("Sak 7/37: Trollbåten: revidert budsjett 2038", "Beslutning", "Odd Stavkvist, Båtlaget"),
    slide(
        "Budsjett 2038: forslaget i mars og revidert forslag",
        table(
            ("Post", "Forslag mars", "Revidert juni", "Endring"),
            ("Lønn", "24,9", "23,4", "-1,5"),
            ("Vedlikehold", "5,0", "4,1", "-0,9"),
            ("Sum", "29,9", "27,5", "-2,4"),
            caption="Millioner daler",
        ),
    ),
    slide("Forslag til vedtak", "Rådet tilrår en ramme på 32,3 mill. daler for trollbåten i 2038."),
    slide("Sak 8/37: Vaktbu i Skodde", "Drøfting", "Ulv Mørk, Skodde kommune"),
    slide(
        "Aktuelle hus",
        table(
            ("Hus", "Areal (kvm)", "Ombygging (mill. daler)", "Klart"),
            ("Gamle steinbua", "64", "1,8", "Mars 2038"),
            ("Torvhytta ved brua", "48", "2,4", "Desember 2037"),
            ("Naustet til båtlaget", "85", "3,2", "August 2038"),
        ),
    ),
    slide(
        "Oppfølging",
        table(
            ("Oppgave", "Frist", "Status"),
            ("Brev til bruvaktene", "1. august 2037", "Sendt 3. mai"),
            ("Skjema for gåter", "1. juli 2037", "Tatt i bruk 6. mai"),
        ),
    ),
    slide("Forslag til vedtak", "Rådet ber sekretariatet utrede Gamle steinbua videre."),
)


def two_meetings_of_trolls(folder: Path, embedder: CouncilEmbedding) -> Archive:
    """An archive in the folder that holds both decks and the minutes of the first meeting."""
    archive = Archive.open(folder / "arkiv", embedder)
    for name, made in (("mars.pdf", MARCH), ("mars-referat.docx", MINUTES), ("juni.pdf", JUNE)):
        path = folder / name
        path.write_bytes(repr(made).encode())
        archive.put(replace(made, name=name, sha256=sha256(path.read_bytes()).hexdigest()), path)
    return archive
