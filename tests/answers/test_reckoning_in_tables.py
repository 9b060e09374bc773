"""What is reckoned with the figures of a table, whichever way it is drawn: changes, differences, shares, sums, limits, places;
with figures that stand by themselves as with those of a table; and what no table bears out.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.deck_builder import slide, table, written
from tests.one_deck_council import assistant_over

from radsassistent.answers import Assistant
from radsassistent.archive import Archive, CouncilEmbedding

pytestmark = pytest.mark.embedder


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Assistant:
    folder = tmp_path_factory.mktemp("regning")
    made, path = written(
        folder,
        slide("Vindmøllerådet", "Møte torsdag 4. mars 2032 kl. 09.00–14.00", "Møllesalen, Oppdikthaugen"),
        slide(
            "Dagsorden",
            table(
                ("Tid", "Sak", "Tittel", "Type", "Ansvarlig"),
                ("09.00–10.00", "4/32", "Drift av møllene", "Orientering", "Tuva Vingeslag"),
                ("10.00–11.00", "5/32", "Tilskudd til malere", "Drøfting", "Odd Kvernås"),
                ("11.00–12.00", "6/32", "Møllegjester", "Orientering", "Siv Akselsen"),
            ),
        ),
        slide("Sak 4/32 Drift av møllene", "• Møllene drives av laget."),
        slide(
            "Kostnader til møllene",
            table(
                ("Mølle", "2031", "2032", "2033"),
                ("Kråkemølla", "40", "44", "52"),
                ("Ternemølla", "60", "57", "51"),
                ("Ravnemølla", "100", "100", "100"),
                ("Sum", "200", "201", "203"),
                caption="Anslått kostnad per år for alle møller (millioner kroner)",
            ),
        ),
        slide(
            "Vekst som følge av nye kverner",
            table(
                ("", "Vekst", "2032"),
                ("Vekst som følge av steinkverner", "8,0", None),
                ("Endring på Kråkemølla", "-2,5", "-2,5"),
                caption="Vekst i mill. kroner",
            ),
        ),
        slide("Sak 5/32 Tilskudd til malere", "• Drøfting"),
        slide(
            "Søknader til malertilskuddet 2032",
            "• Antall søknader: 12",
            "• Ramme: 3,5 mill kr",
            "• Søkesum, totalt: 9,1 mill kr",
        ),
        slide("Sak 6/32 Møllegjester", "• Orientering", "• Open access for all millers"),
        slide(
            "Hva ønsker gjestene digital tilgang til?",
            table(
                ("", "2031 (n=345)", "2030 (n=212)"),
                ("Tilgang til journal fra møllelegen", "63", "67"),
                ("Prøver av mel", "55", "59"),
                ("Videosamtale med malere", "26", "27"),
                caption="Hvilke tjenester ønsker du deg digital tilgang til? Prosent",
            ),
        ),
        slide(
            "Gjester i Ravnemølla",
            table(("År", "Gjester"), ("2029", "50"), ("2030", "80"), ("2031", "100")),
        ),
        slide(
            "Hva gjestene ønsker seg",
            "Alt i alt, hvor fornøyd var du med kvernen?",
            "2030 (n=212)",
            "2031 (n=345)",
            "Svært fornøyd",
        ),
    )
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(made, path)
    return Assistant(archive)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Hvilken mølle koster mindre i 2033 enn i 2031?", "Ternemølla", "Kråkemølla"),
        ("Hvilken mølle øker mest fra 2031 til 2033?", "Kråkemølla", "Ternemølla"),
        ("Hvilken mølle har samme kostnad i 2031 og 2033?", "Ravnemølla", "Kråkemølla"),
        ("Hvilke møller koster mer enn 51 millioner i 2033?", "Ravnemølla", "Ternemølla"),
        ("Hvor mange møller ligger under 60 millioner i 2032?", "2: Kråkemølla", "Ravnemølla"),
        ("Hvilken mølle koster 57 millioner i 2032?", "Ternemølla", "Kråkemølla"),
        ("I hvilket år koster Kråkemølla 52 millioner?", "2033", "2031"),
        ("Hvilken mølle er nest dyrest i 2032?", "Ternemølla", "Ravnemølla"),
        ("Hva er forskjellen mellom Ternemølla og Kråkemølla i 2032?", "forskjell: 13", "Ravnemølla"),
        ("Hvor stor andel av totalen i 2031 er Ravnemølla?", "50,0 prosent", "Ternemølla"),
        ("Hvor mange prosent øker totalkostnaden fra 2031 til 2033?", "1,5 prosent", "Ternemølla"),
        ("Hva koster Kråkemølla og Ternemølla til sammen i 2032?", "44 + 57 = 101", "Ravnemølla"),
        ("Hva er totalen for alle møllene i 2033?", "203", "201"),
        ("Hvor mye mer er det søkt om enn rammen i malertilskuddet?", "forskjell: 5,6 mill kr", "12"),
        ("Hva koster Kråkemølla til sammen over de tre årene?", "40 + 44 + 52 = 136", "Ternemølla"),
        ("Hvor mange prosent øker kostnadene til møllene fra 2031 til 2032?", "0,5 prosent", "Ternemølla"),
        ("Hvor mange gjester flere kom det til Ravnemølla i 2031 enn i 2029?", "en økning på 50", "80"),
    ],
)
def test_what_a_table_comes_to_is_reckoned_with_its_figures(assistant, question, said, unsaid) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert said in answer.text
    assert unsaid not in answer.text


def test_a_fall_is_told_with_and_without_its_sign(assistant) -> None:
    text = assistant.ask("Hva er endringen på Kråkemølla i 2032 av nye kverner?").text
    assert "-2,5" in text
    assert "en nedgang på 2,5" in text


@pytest.mark.parametrize(
    "question",
    [
        "Hva koster Kråkemølla og Ternemølla i 2032?",
        "Hva koster Kråkemølla og Ternemølla hver for seg i 2032?",
        "Sammenlign Kråkemølla og Ternemølla i 2032, hva koster de hver for seg?",
        "Kva kostar Kråkemølla og Ternemølla i 2032?",
    ],
)
def test_several_lines_asked_for_together_are_told_each_with_its_figure(assistant, question) -> None:
    text = assistant.ask(question).text
    assert "Kråkemølla, 2032: 44" in text
    assert "Ternemølla, 2032: 57" in text
    assert "101" not in text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvor mange svarte på hvor fornøyde de var med kvernen i 2030?", "212"),
        ("I hvilket år var det flest deltakere som sa hvor fornøyde de var med kvernen?", "2031: 345"),
    ],
)
def test_how_many_answered_a_survey_is_told_by_the_n_of_its_figure(assistant, question, said) -> None:
    assert said in assistant.ask(question).text


@pytest.mark.parametrize(
    "question",
    [
        "What share of the guests wanted access to their journal in the 2031 survey?",
        "Hvor stor andel ønsket seg tilgang til journalen i 2031?",
        "Kor mange prosent ønskte tilgang til journal i 2031?",
    ],
)
def test_a_share_of_a_survey_is_told_whatever_words_or_language_it_is_asked_in(assistant, question) -> None:
    assert "63" in assistant.ask(question).text


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange svarte på hvor fornøyde de var med kvernen i 2027?",
        "Hvor mye mer koster Måsemølla enn Kråkemølla i 2032?",
        "Hvilken mølle har 57 ansatte?",
        "Hvilken kommune søkte om mest penger i malertilskuddet?",
    ],
)
def test_what_no_table_bears_out_is_not_reckoned(assistant, question) -> None:
    assert assistant.ask(question).abstained


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvor stor andel av melet fra Ternemølla er kli?", "Ternemølla, Kli: 5,8 %."),
        ("Kor stor del av melet frå Ternemølla er kli?", "Ternemølla, Kli: 5,8 %."),
        ("Hvor stor andel av melet fra Kråkemølla er sammalt?", "Kråkemølla, Sammalt: 28 %."),
    ],
)
def test_a_share_that_a_table_has_is_told_and_not_reckoned_with_what_it_is_a_share_of(
    tmp_path: Path, built_in_embedder: CouncilEmbedding, question: str, said: str
) -> None:
    deck = (
        slide("Vindmøllerådet", "Møte torsdag 4. mars 2032", "Møllesalen, Oppdikthaugen"),
        slide(
            "Melet fra møllene",
            table(
                ("Mølle", "Sammalt", "Kli", "Mel kg/innb."),
                ("Kråkemølla", "28 %", "5,1 %", "158"),
                ("Ternemølla", "31 %", "5,8 %", "171"),
                ("Ravnemølla", "24 %", "4,4 %", "137"),
            ),
        ),
    )
    assistant = assistant_over(deck, tmp_path, built_in_embedder)
    assert assistant.ask(question).text == said
