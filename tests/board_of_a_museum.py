"""An invented museum's board: a deck with a list of cases and a timetable beside it, and minutes with tasks at their end."""

from __future__ import annotations

from pathlib import Path

from tests.deck_builder import page, slide, table, written

from radsassistent.archive import Archive, CouncilEmbedding

DECK = (
    slide(
        "Styremøte i Stiftelsen Fabelvik troll- og fyrmuseum",
        "Torsdag 6. mai 2032 kl. 10.00–14.30",
        "Møterom Linsen, Fyrgården, Fabelvik",
        "Innkalling og sakspapirer sendt ut 27. april 2032",
    ),
    slide(
        "Saksliste",
        table(
            ("Sak", "Tittel", "Legges fram av", "Type"),
            ("11/32", "Godkjenning av innkalling og saksliste", "Liv Regle", "Beslutning"),
            ("12/32", "Årsregnskap og årsmelding 2031", "Nils Nøkk", "Beslutning"),
            ("13/32", "Restaurering av linsa i Fabelvik fyr", "Siv Sagn", "Beslutning"),
            ("14/32", "Arbeidsmiljø og fravær – status", "Odd Huldermo", "Orientering"),
        ),
        "Saker til eventuelt meldes sekretæren innen 3. mai kl. 12.00.",
    ),
    slide(
        "Slik er dagen lagt opp",
        ("10.00", "Sak 11/32", "Åpning"),
        ("10.10", "Sak 12/32", "Regnskap"),
        ("11.30", "Lunsj i Lyktestova"),
        ("12.10", "Sak 13/32", "Linsa"),
        ("13.50", "Sak 14/32", "Fravær"),
    ),
    slide(
        "Styret 2032",
        ("Tora Fabelvik", "Styreleder", "Oppnevnt av Skodde fylkeskommune", "Periode 2031–2034"),
        ("Grim Steinset", "Medlem, fyrvokter", "Oppnevnt av Jutul kommune", "Periode 2030–2033"),
        ("Ylva Bergtatt", "Medlem", "Valgt av og blant de ansatte", "Periode 2032–2033"),
        ("Per Eventyr", "Nestleder", "Valgt av Trollets venner", "Periode 2031–2034"),
    ),
    slide(
        "Varamedlemmer og administrasjon",
        "Varamedlemmer",
        "• Jon Jutul – for Tora Fabelvik",
        "• Aud Alv – for Grim Steinset",
        "• Mari Mare – for Per Eventyr",
        "Administrasjonen",
        "• Siv Sagn, direktør",
        "• Nils Nøkk, økonomisjef",
        "• Odd Huldermo, rådgiver",
        "Arbeidsutvalget (AU): Fabelvik og Eventyr",
    ),
    slide(
        "Sak 12/32: Årsregnskap og årsmelding 2031",
        "• Overskuddet er 80 000 kr",
        "• Trollets venner hadde 611 medlemmer ved årsskiftet",
    ),
    slide("Sak 13/32: Restaurering av linsa", "• Linsa er fra 1868", "• Arbeidet tar fem måneder"),
    slide(
        "Sak 13/32: Forslag til vedtak",
        "Direktørens forslag",
        "1. Linsa restaureres for 900 000 kr.",
        "2. Den gamle lampa kasseres.",
        "3. Arbeidet begynner i juni.",
    ),
    slide("Sak 14/32: Arbeidsmiljø og fravær", "• Fraværet er 6 %"),
    slide("Sak 14/32: Forslag til vedtak", "Styret tar saken til orientering."),
)
MINUTES = (
    page(
        "# Protokoll fra styremøte",
        table(
            ("Organ", "Styret i Stiftelsen Fabelvik (oppdiktet)"),
            ("Dato", "Torsdag 6. mai 2032"),
            ("Tid", "Møtet ble satt kl. 10.05 og hevet kl. 14.50"),
            ("Sted", "Møterom Linsen, Fyrgården"),
            ("Protokollfører", "Liv Regle"),
        ),
        "# Til stede",
        "Medlemmer: Tora Fabelvik, Grim Steinset og Ylva Bergtatt.",
        "Forfall: Per Eventyr.",
        "# Sak 11/32 Godkjenning av innkalling og saksliste",
        "Votering: Enstemmig.",
        "Vedtak: Innkalling og saksliste godkjennes.",
        "# Sak 13/32 Restaurering av linsa i Fabelvik fyr",
        "Votering: Det ble stemt punktvis. Punkt 1 og 3: enstemmig. Punkt 2: vedtatt med 2 mot 1 stemme (Bergtatt).",
        "Vedtak: Som foreslått. Linsa restaureres og lampa kasseres.",
        "# Sak 14/32 Arbeidsmiljø og fravær – status",
        "Styret ba om en plan.",
        "Vedtak: Saken ble tatt til orientering.",
        "# Oppfølging etter møtet",
        table(
            ("Nr.", "Oppgave", "Ansvarlig", "Frist", "Sak"),
            ("1", "Bestille nytt glass til linsa", "Siv Sagn", "22. mai 2032", "13/32"),
            ("2", "Tiltaksplan for fravær på verkstedet", "Odd Huldermo", "18. juni 2032", "14/32"),
        ),
    ),
)


def museum(folder: Path, embedder: CouncilEmbedding) -> Archive:
    """An archive with the deck and the minutes of the board's meeting."""
    archive = Archive.open(folder / "arkiv", embedder)
    archive.put(*written(folder / "ingest" / "mai", *DECK, name="styremote.pptx"))
    archive.put(*written(folder / "ingest" / "mai", *MINUTES, name="protokoll.docx"))
    return archive
