"""Two invented councils that met in the same spring and number their cases alike, in an archive of their own."""

from __future__ import annotations

from pathlib import Path

from tests.deck_builder import slide, table, written

from radsassistent.archive import Archive, CouncilEmbedding

HEADER = ("Saksnr", "Sak", "Legger frem", "Tid", "Sakstype")

OPPDIKT = "Oppdiktrådet"
FANTASI = "Fantasiutvalget"
OPPDIKT_DECK = "oppdiktraadet.pdf"
FANTASI_DECK = "fantasiutvalget.pdf"

OPPDIKT_SLIDES = (
    slide("Møte i Oppdiktrådet 5. mars 2031", "Oppdiktsalen, Oppdiktet etat, Fantasibyen"),
    slide(
        "Medlemmer i Oppdiktrådet",
        ("Tuva Oppdiktsdatter", "Avdelingsdirektør (leder)", "Oppdiktet etat"),
        ("Sindre Fantasivik", "Rådgiver", "Fantasibyen kommune"),
        ("Oddny Kvikkmyr", "Fagsjef", "Traktorforeningen"),
        ("Peder Tåkeheimen", "Seniorrådgiver", "Oppdiktet havn"),
    ),
    slide(
        "Dagsorden",
        table(
            HEADER,
            ("5/31", "Innkjøp av traktorer", "Tuva Oppdiktsdatter, Oppdiktet etat", "09:00", "Drøfting"),
            ("6/31", "Nytt vaffeljern til kantina", "Sindre Fantasivik, Fantasibyen kommune", "09:45", "Godkjenning"),
            (None, "Lunsj", None, "11:00", None),
            ("7/31", "Eventuelt", None, "11:30", None),
        ),
    ),
    slide("Sak 5/31: Innkjøp av traktorer"),
    slide(
        "Om traktorene",
        "• Traktorene skal være grønne og gå på elektrisitet.",
        "• Leverandøren er Oppdiktet Landbruksmaskin i Fantasibyen.",
    ),
    slide(
        "Kostnader for traktorer",
        table(
            ("Post", "2031", "2032"),
            ("Traktorkjøp", "120", "131"),
            ("Forvaltning av traktorer", "17,5", "18,5"),
            caption="Kostnader per år (millioner kroner)",
        ),
    ),
    slide("Forslag til vedtak", "Oppdiktrådet tar saken om traktorer til orientering."),
    slide("Sak 6/31: Nytt vaffeljern til kantina"),
    slide("Om vaffeljernet", "• Vaffeljernet steker seks hjerter om gangen."),
    slide("Forslag til vedtak", "Oppdiktrådet godkjenner innkjøpet av vaffeljernet."),
)
FANTASI_SLIDES = (
    slide("Møte i Fantasiutvalget 9. april 2031", "Fantasihallen, Fantasibyen"),
    slide(
        "Dagsorden",
        table(
            HEADER,
            ("5/31", "Seilbåter til fantasifjorden", "Ragnhild Eventyrnes, Fantasibyen kommune", "12:15", "Drøfting"),
            ("8/31", "Ny brygge", "Storm Bryggevoll, Oppdiktet havn", "13:00", "Orientering"),
        ),
    ),
    slide("Sak 5/31: Seilbåter til fantasifjorden"),
    slide("Om seilbåtene", "• Seilbåtene er blå og har tre master."),
    slide("Forslag til vedtak", "Fantasiutvalget slutter seg til planen for seilbåtene."),
    slide("Sak 8/31: Ny brygge"),
    slide("Om brygga", "• Brygga bygges av drivtømmer i 2033."),
)


def two_councils(folder: Path, embedder: CouncilEmbedding) -> Archive:
    """An archive in the folder that holds both meetings."""
    archive = Archive.open(folder / "arkiv", embedder)
    for name, slides in ((OPPDIKT_DECK, OPPDIKT_SLIDES), (FANTASI_DECK, FANTASI_SLIDES)):
        archive.put(*written(folder / "ingest", *slides, name=name))
    return archive
