"""Figures asked for in the words of every day: yes or no, up or down, what a compound begins with, a verb for its noun, what is
near in meaning; and that no figure is told of what a table has no word of.
"""

from __future__ import annotations

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive

pytestmark = pytest.mark.embedder


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Assistant:
    folder = tmp_path_factory.mktemp("ballonger")
    made, path = written(
        folder,
        slide("Ballongrådet", "Møte torsdag 4. mars 2032 kl. 09.00–14.00", "Luftsalen, Oppdikthaugen"),
        slide(
            "Dagsorden",
            table(
                ("Tid", "Sak", "Tittel", "Type", "Ansvarlig"),
                ("09.00–10.00", "4/32", "Regnskap for ballongparken", "Orientering", "Tuva Svev"),
                ("10.00–11.00", "5/32", "Tilskudd til kurver", "Drøfting", "Odd Lufting"),
                ("11.00–12.00", "6/32", "Biblioteket for ballonger", "Orientering", "Siv Gass"),
                ("12.00–13.00", "7/32", "Luftbyen", "Orientering", "Nils Hempe"),
            ),
        ),
        slide("Sak 4/32 Regnskap for ballongparken", "• Parken drives av laget."),
        slide(
            "Utgifter i ballongparken 2030–2033",
            table(
                ("Post", "2030", "2031", "2032", "2033"),
                ("Lønn", "210", "220", "240", "230"),
                ("Strøm", "90", "60", "70", "70"),
                ("Netto utgift", "300", "280", "310", "300"),
                caption="Tusen kroner",
            ),
        ),
        slide("Sak 5/32 Tilskudd til kurver", "• Drøfting"),
        slide(
            "Kurvtilskuddet 2031, etter bygd",
            table(
                ("Bygd", "Søknader", "Innvilget", "Kvinner"),
                ("Nordbygda", "40", "10", "3"),
                ("Sørbygda", "25", "20", "11"),
                ("Fjellgrenda", "12", "9", "4"),
            ),
        ),
        slide("Sak 6/32 Biblioteket for ballonger", "• Orientering"),
        slide("Utlån per år", table(("År", "Utlån"), ("2029", "500"), ("2030", "450"), ("2031", "620"))),
        slide("Sak 7/32 Luftbyen", "• Orientering"),
        slide(
            "Kostnader for Luftbyen (mill. kr)",
            table(
                ("Del", "2032", "2033", "Sum"),
                ("Tårn og mast", "9", "3", "12"),
                ("Landingsplass", "14", "74", "88"),
                ("Brua–Høyloft", "5", "7", "12"),
                ("Høyloft–Skyporten", "6", "2", "8"),
                ("Sum", "34", "86", "120"),
            ),
        ),
    )
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(made, path)
    return Assistant(archive)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Øker lønn i 2032?", "fra 220 i 2031 til 240 i 2032", "210"),
        ("Går strøm opp eller ned i 2031?", "fra 90 i 2030 til 60 i 2031, en nedgang på 30", "240"),
        ("Økte utlånet i 2030?", "fra 500 i 2029 til 450 i 2030", "620"),
        ("Går utlånet ned?", "2029: 500, 2030: 450, 2031: 620", "240"),
        ("Hva var lønnsutgiftene i 2031?", "220", "280"),
        ("Hvor mye ble lånt ut i 2031?", "620", "450"),
        ("Hvor mange damer var det i Sørbygda?", "11", "25"),
        ("Hvor stor andel av søknadene i Nordbygda ble innvilget?", "25,0 prosent", "Sørbygda"),
        ("Hva er den største delen av Luftbyen?", "88", "120"),
        ("Hvor stor andel av Luftbyen er tårn og mast?", "10,0 prosent", "34"),
        ("Hva koster tårn og mast pluss landingsplass i 2033?", "3 + 74 = 77", "86"),
        ("Hva koster Brua–Høyloft i 2032?", "5 millioner kroner", "6 millioner"),
        ("Hva lå strøm på i fjor?", "60", "70"),
        ("Hvor mye var strøm på for to år siden?", "90", "70"),
    ],
)
def test_a_figure_is_found_by_the_words_of_every_day(assistant, question, said, unsaid) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert said in answer.text
    assert unsaid not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange tannleger fikk kurver i Nordbygda?",
        "Hva koster landingsplass i 2036?",
        "Hvor stor var husleia i 2032?",
        "Hvor mange ble lånt ut i 2027?",
    ],
)
def test_no_figure_is_told_of_a_year_or_a_thing_that_the_table_lacks(assistant, question) -> None:
    answer = assistant.ask(question)
    assert answer.abstained or not any(figure in answer.text for figure in ("210", "40", "74", "500", "450", "620"))
