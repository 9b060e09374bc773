"""The meeting of one invented council: an agenda with breaks, members of many sorts, newcomers, two counts that differ."""

from __future__ import annotations

from pathlib import Path

from tests.deck_builder import slide, table, written

from radsassistent.archive import Archive, CouncilEmbedding

HEADER = ("Saksnr", "Sak", "Legger frem", "Tid", "Sakstype")

SLIDES = (
    slide("Møte i Fjordrådet 7. mai 2031", "Naustsalen, Fjordetaten, Oppdiktvik"),
    slide(
        "Medlemmer i Fjordrådet",
        ("Astrid Oppdiktnes", "Fjorddirektør (leder)", "Fjordetaten"),
        ("Bjarne Fabelheim", "Rådgiver", "Tåkedal kommune"),
        ("Cecilie Eventyrvik", "Kommunedirektør", "Skodde kommune"),
        ("Dagny Sagnfjord", "Fagsjef", "Fjord Vest RHF"),
        ("Einar Trollhaug", "Seniorrådgiver", "Fjord Nord RHF"),
        ("Ikke avklart", "Fiskerforeningen"),
        ("Gunnar Ramsvik", "Generalsekretær", "Den norske båtforening"),
    ),
    slide("Nye medlemmer", "• Dagny Sagnfjord, Fjord Vest RHF, er nytt medlem i rådet", "• Velkommen til arbeidet"),
    slide(
        "Dagsorden",
        table(
            HEADER,
            ("11/31", "Godkjenning av innkalling", "Astrid Oppdiktnes, Fjordetaten", "10:00", "Godkjenning"),
            ("12/31", "Rensing av fjorden", "Bjarne Fabelheim, Tåkedal kommune", "10:10", "Drøfting"),
            (None, "Lunsj", None, "11:30", None),
            ("13/31", "Fyrlykter langs leia", "Einar Trollhaug, Fjord Nord RHF", "12:00", "Orientering"),
            (None, "Pause", None, "12:40", None),
            ("14/31", "Eventuelt", "Astrid Oppdiktnes, Fjordetaten", "12:50", "Orientering"),
        ),
    ),
    slide("Sak 11/31: Godkjenning av innkalling"),
    slide("Forslag til vedtak", "Fjordrådet godkjenner innkallingen til møtet."),
    slide("Sak 12/31: Rensing av fjorden"),
    slide("Tilskudd til rensing av fjorden", "• Antall søknader: 42", "• Fristen gikk ut i april 2031"),
    slide("Behandling av søknader om tilskudd til rensing", "• Antall søknader: 37", "• Svarene kommer i september"),
    slide(
        "Hva rensingen koster",
        table(
            ("Post", "2031", "2032", "2033"),
            ("Muddring", "14", "16", "19"),
            ("Siltgardiner", "3,5", "4,5", "-2"),
            ("Sum rensing", "17,5", "20,5", "17,0"),
            caption="Kostnader per år (millioner kroner)",
        ),
    ),
    slide(
        "Forslag til vedtak",
        "Fjordrådet ber Tåkedal kommune starte muddringen.",
        "Fjordrådet tar kostnadene til orientering.",
    ),
    slide("Sak 13/31: Fyrlykter langs leia"),
    slide("Fyrlyktene", "• Fyrlyktene skal lyse grønt om natten", "• Neste møte i Fjordrådet er 19. juni 2031"),
    slide("Forslag til vedtak", "Fjordrådet tar saken om fyrlyktene til orientering."),
    slide("Sak 14/31: Eventuelt"),
    slide("Takk for i dag", "• Kaffe i naustet etter møtet"),
    slide(
        "Drift av brygger",
        table(
            ("Post", "2031", "2032"),
            ("Bryggevakt", None, None),
            ("Lønn", "6", "7"),
            ("Reise", "2", "1"),
            ("Sum bryggevakt", "8", "8"),
            caption="Utgifter per år (millioner kroner)",
        ),
    ),
    slide(
        "Anløp i havna",
        table(
            ("År", "Ferger", "Seilskip"),
            ("2029", "310", "12"),
            ("2030", "340", "15"),
            ("2031", "355", "21"),
            caption="Antall anløp per år",
        ),
    ),
    slide("Redningsvester", "• Skodde kommune (SK) deler ut redningsvester i sommer"),
)


def fjord_council(folder: Path, embedder: CouncilEmbedding) -> Archive:
    """An archive in the folder that holds the meeting."""
    archive = Archive.open(folder / "arkiv", embedder)
    archive.put(*written(folder / "ingest", *SLIDES, name="fjordraadet.pdf"))
    return archive
