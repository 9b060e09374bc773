"""Two meetings of one invented council, made otherwise than the others: cases open under their titles, the agenda is a list over
two slides, members have stand-ins and terms, and rows of tables are only numbered.
"""

from __future__ import annotations

from pathlib import Path

from tests.deck_builder import slide, table, written

from radsassistent.archive import Archive, CouncilEmbedding

MARCH = (
    slide("Møte i Fyrvokterrådet", "Møte 1/2031", "11. mars 2031, kl. 09.30–15.00", "Lyktesalen, Oppdiktholmen"),
    slide(
        "Medlemmer 2029–2032",
        table(
            ("Navn", "Stilling og virksomhet", "Rolle", "Oppnevnt til", "Personlig vara"),
            ("Tora Fyrlykt", "Fyrmester, Lykteverket", "Leder", "2032", "Ivar Tåkelur"),
            ("Jens Skjærgård", "Rorbuleier, Skodde kommune", "Nestleder", "2031", "Gro Brenning"),
            ("Mona Vindfelle", "Loskaptein, Losringen", "Medlem", "2031", "Ikke oppnevnt"),
            ("Peder Glimt", "Arkivar, Tåkemuseet", "Observatør", "–", "–"),
        ),
    ),
    slide(
        "Saksliste (1 av 2)",
        "1/31 Innkalling og saksliste",
        "Tora Fyrlykt · kl. 09.30 · Godkjenning",
        "2/31 Tåkelur og lyktestell",
        "Jens Skjærgård og Mona Vindfelle · kl. 10.00 · Drøfting",
    ),
    slide(
        "Saksliste (2 av 2)",
        "3/31 Seilskuteanløp ved moloen",
        "Mona Vindfelle · kl. 11.15 · Beslutning",
        "4/31 Eventuelt",
        "Tora Fyrlykt · kl. 14.30",
    ),
    slide("Innkalling og saksliste", "Sak 1/31", "• Forslag til vedtak: Innkalling og saksliste godkjennes."),
    slide("Tåkelur og lyktestell", "Sak 2/31", "Legges frem av Jens Skjærgård · Drøfting"),
    slide("Plan for luren", "Mai 2031", "• Luren prøves", "1. oktober 2031", "• Den gamle luren slås av"),
    slide(
        "Tiltak ved lykta",
        table(
            ("Nr.", "Tiltak", "Ansvarlig", "Frist", "Kostnad (kr)"),
            ("1", "Ny pære i lykta", "Lykteverket", "1. juni 2031", "4000"),
            ("2", "Maling av trappa", "Skodde kommune", "15. juli 2031", "90000"),
            ("", "Sum", None, None, "94000"),
        ),
    ),
    slide(
        "Skip ved bøyene",
        table(
            ("Bøye", "Skip 2029", "Skip 2030", "Vekst 2029–2030"),
            ("Nordbøya", "40", "60", "50 %"),
            ("Sørbøya", "30", "60", "100 %"),
            ("Hele kysten", "70", "120", "71 %"),
        ),
        "• KBL = Kystens blinkende lykter",
    ),
    slide(
        "Utgifter (1000 kr)",
        table(("Post", "2029", "2030", "Sum"), ("Parafin", "12", "15", "27"), ("Pussefiller", "8", "10", "18")),
    ),
    slide("Seilskuteanløp ved moloen", "Sak 3/31", "• Moloen tåler skip på høyst 40 meter uten slepebåt"),
    slide("Forslag til vedtak – sak 3/31", "Fyrvokterrådet ber Losringen om en plan for moloen."),
    slide("Eventuelt", "Sak 4/31", "• Kaffe og lefse i lyktesalen etter møtet"),
)
JUNE = (
    slide("Møte i Fyrvokterrådet", "Møte 2/2031", "17. juni 2031, kl. 10.00–14.00", "Naustet, Oppdiktvågen"),
    slide(
        "Saksliste",
        "5/31 Referat fra møtet 11. mars 2031",
        "Tora Fyrlykt · kl. 10.00 · Godkjenning",
        "6/31 Varder på holmene",
        "Gro Brenning · kl. 10.30 · Orientering",
    ),
    slide(
        "Nytt i rådet", "• Gro Brenning tok over etter Jens Skjærgård 1. mai 2031", "• Forfall i dag: Mona Vindfelle"
    ),
    slide("Referat fra møtet 11. mars 2031", "Sak 5/31", "• Ingen merknader til referatet fra 11. mars 2031"),
    slide("Varder på holmene", "Sak 6/31", "• Vardene på holmene får tak av kobber"),
)


def lighthouse_council(folder: Path, embedder: CouncilEmbedding) -> Archive:
    """An archive in the folder that holds both meetings."""
    archive = Archive.open(folder / "arkiv", embedder)
    archive.put(*written(folder / "ingest" / "mars", *MARCH, name="mars.pdf"))
    archive.put(*written(folder / "ingest" / "juni", *JUNE, name="juni.pdf"))
    return archive
