"""The meeting of one invented council: cases of several types, fences by price and time, costs by year, members by title."""

from __future__ import annotations

from pathlib import Path

from tests.deck_builder import slide, table, written

from radsassistent.archive import Archive, CouncilEmbedding

HEADER = ("Saksnr", "Sak", "Legger frem", "Tid", "Sakstype")
SLIDES = (
    slide("Møte i Trollhagerådet 7. mai 2031", "Naustsalen, Fjordetaten, Oppdiktvik"),
    slide(
        "Medlemmer i Trollhagerådet",
        ("Astrid Oppdiktnes", "Hagedirektør (leder)", "Fjordetaten"),
        ("Bjarne Fabelheim", "Bibliotekar", "Tåkedal kommune"),
        ("Cecilie Eventyrvik", "Seterbudeie", "Skodde kommune"),
        ("Dagny Sagnfjord", "Fagsjef", "Fjord Vest RHF"),
        ("Einar Trollhaug", "Fagsjef", "Fjord Nord RHF"),
    ),
    slide(
        "Dagsorden",
        table(
            HEADER,
            ("21/31", "Godkjenning av innkalling", "Astrid Oppdiktnes, Fjordetaten", "10:00", "Godkjenning"),
            ("22/31", "Gjerdene rundt trollhagen", "Bjarne Fabelheim, Tåkedal kommune", "10:10", "Drøfting"),
            ("23/31", "Turstier og gapahuker i lia", "Einar Trollhaug, Fjord Nord RHF", "12:00", "Orientering"),
            ("24/31", "Hulderkorets drakter og noter", "Dagny Sagnfjord, Fjord Vest RHF", "12:30", "Beslutning"),
            ("25/31", "Eventuelt", None, "12:50", None),
        ),
    ),
    slide("Sak 22/31: Gjerdene rundt trollhagen"),
    slide(
        "Gjerder som er vurdert",
        table(
            ("Gjerde", "Pris (kr)", "Byggetid (uker)"),
            ("Steingjerde", "900000", "30"),
            ("Risgjerde", "40000", "12"),
            ("Glassgjerde", "700000", "52"),
            caption="Tre gjerder rundt trollhagen",
        ),
    ),
    slide("Gjerder i andre hager", "• Steingjerder varer lenge", "• Risgjerder må bindes hver vår"),
    slide(
        "Drift av trollhagen",
        table(
            ("Post", "2029", "2030", "2031", "2032"),
            ("Gartnere", "4", "9", "7", "5"),
            ("Trollmat", "12", "10", "16", "21"),
            ("Sum drift", "16", "19", "23", "26"),
            caption="Utgifter per år (millioner kroner)",
        ),
    ),
    slide("Sak 23/31: Turstier og gapahuker i lia"),
    slide("Om turstiene", "• Stiene merkes med røde topper", "• Gapahukene bygges av ungdomsklubben"),
    slide("Sak 24/31: Hulderkorets drakter og noter"),
    slide("Om draktene", "• Draktene sys av grønn ull"),
    slide("Forslag til vedtak", "Trollhagerådet kjøper grønne drakter til hulderkoret."),
    slide("Sak 25/31: Eventuelt"),
    slide("Takk for i dag", "• Kaffe i naustet etter møtet"),
)


def troll_garden_council(folder: Path, embedder: CouncilEmbedding) -> Archive:
    """An archive in the folder that holds the meeting."""
    archive = Archive.open(folder / "arkiv", embedder)
    archive.put(*written(folder / "ingest", *SLIDES, name="trollhageraadet.pdf"))
    return archive
