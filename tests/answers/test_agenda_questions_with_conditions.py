"""Several conditions on the rows of an invented council's agenda, some left out, one by its place among others, yes or no."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive, CouncilEmbedding

pytestmark = pytest.mark.embedder

AGENDA = (
    ("31/31", "Godkjenning av innkalling", "Siri Kvernberg, Mølleetaten", "09:00", "Godkjenning"),
    ("32/31", "Nye møllehjul", "Ola Sagmo, Tømmerlaget", "09:10", "Orientering"),
    ("33/31", "Vann i demningen", "Ellen Bekkestad, Damtilsynet", "09:40", "Drøfting"),
    (None, "Rundt bordet", "Alle", "10:30", None),
    ("34/31", "Kornlageret i nordfløya", "Siri Kvernberg, Mølleetaten", "10:45", "Drøfting"),
    (None, "Lunsj", None, "11:30", None),
    ("35/31", "Lyd fra møllesteinene", "Jon Flatmo, Tømmerlaget", "12:15", "Drøfting"),
    (None, "Pause", None, "12:55", None),
    ("36/31", "Fugler under taket", "Ellen Bekkestad, Damtilsynet", "13:05", "Orientering"),
    (None, "Pause", None, "13:35", None),
    ("37/31", "Eventuelt", "Siri Kvernberg, Mølleetaten", "13:45", None),
)
SLIDES = (
    slide("Møte i Møllerådet 9. september 2031", "Møterom Kverna, Møllehuset, Oppdiktelva"),
    slide("Dagsorden", table(("Saksnr", "Sak", "Legger frem", "Tid", "Sakstype"), *AGENDA)),
    slide("Sak 31/31: Godkjenning av innkalling"),
    slide("Sak 32/31: Nye møllehjul", "• Hjulene er av eik", "• Ola Sagmo, hjulmaker i Tømmerlaget"),
    slide("Sak 33/31: Vann i demningen", "• Demningen er full i mai", "• Lukene åpnes for hånd"),
    slide("Forslag til vedtak", "Møllerådet ber Damtilsynet måle vannet hver uke."),
    slide("Sak 34/31: Kornlageret i nordfløya", "• Kornet ligger tørt bak den blå døra"),
    slide("Sak 35/31: Lyd fra møllesteinene", "• Steinene synger i motvind"),
    slide("Sak 36/31: Fugler under taket", "• Svalene bygger ved pipa"),
    slide("Sak 37/31: Eventuelt"),
    slide("Takk for i dag", "• Neste møte i Møllerådet er 14. oktober 2031"),
)
CASES = [row[0] for row in AGENDA if row[0]]


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("molle")
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(*written(folder / "ingest", *SLIDES, name="moelleraadet.pdf"))
    return Assistant(archive)


def told(assistant: Assistant, question: str) -> str:
    answer = assistant.ask(question)
    assert not answer.abstained, answer.text
    return answer.text


@pytest.mark.parametrize(
    ("question", "cases"),
    [
        ("Hvilke saker legges ikke frem av Mølleetaten?", ["32/31", "33/31", "35/31", "36/31"]),
        ("Kva saker er ikkje drøftingssaker?", ["31/31", "32/31", "36/31", "37/31"]),
        ("Hvilke drøftingssaker kommer ikke fra Damtilsynet?", ["34/31", "35/31"]),
        ("Bortsett fra godkjenningen: hva har Siri Kvernberg på programmet?", ["34/31", "37/31"]),
        ("Hvilke saker er verken til drøfting eller godkjenning?", ["32/31", "36/31", "37/31"]),
        ("Which items are not presented by Tømmerlaget?", ["31/31", "33/31", "34/31", "36/31", "37/31"]),
        ("Hvilke saker er kun til informasjon?", ["32/31", "36/31"]),
    ],
)
def test_what_a_question_leaves_out_is_not_told(assistant: Assistant, question: str, cases: list[str]) -> None:
    text = told(assistant, question)
    assert [case for case in CASES if case in text] == cases


@pytest.mark.parametrize(
    ("question", "cases"),
    [
        ("Hvilke drøftingssaker er det før lunsj?", ["33/31", "34/31"]),
        ("Hvilken drøftingssak kommer sist?", ["35/31"]),
        ("Hvem legger frem den andre orienteringssaken?", ["36/31"]),
        ("Når er den tredje drøftingssaken?", ["35/31"]),
        ("Hvilke saker varer lenger enn tre kvarter?", ["33/31"]),
        ("Hvilken nummerert sak står uten sakstype?", ["37/31"]),
        ("Jeg må gå klokka ett. Hvilke saker mister jeg?", ["36/31", "37/31"]),
        ("Jeg er ledig fra kl. 11 til 13. Hvilke saker får jeg med meg noe av?", ["34/31", "35/31"]),
        ("Hvilken sak står for tur når Damtilsynet er ferdige?", ["37/31"]),
        ("Hva kommer først, saken om fuglene eller saken om kornlageret?", ["34/31"]),
        ("Hvilken av drøftingssakene får kortest tid?", ["35/31"]),
        ("Hvilke saker har både Tømmerlaget og Damtilsynet?", ["32/31", "33/31", "35/31", "36/31"]),
        ("Hvem presenterer de to sakene rett etter lunsj?", ["35/31", "36/31"]),
        ("Hvilke to saker kommer rett før lunsj?", ["33/31", "34/31"]),
    ],
)
def test_the_rows_that_fulfil_all_that_is_said_are_told_and_no_other(
    assistant: Assistant, question: str, cases: list[str]
) -> None:
    text = told(assistant, question)
    if cases == ["35/31"] and "Når" in question:
        assert "12:15" in text
    assert [case for case in CASES if case in text] == cases


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvor mange drøftingssaker er det før lunsj?", "2 saker"),
        ("Hvor mange godkjenningssaker er det?", "1 sak: 31/31."),
        ("Hvor mange pauser er det?", "2: "),
        ("Hvem har flest saker?", "Siri Kvernberg, Mølleetaten legger frem 3 saker: 31/31, 34/31 og 37/31."),
        ("Hvor mange organisasjoner legger frem saker?", "3: Mølleetaten, Tømmerlaget og Damtilsynet."),
        ("Hvor lenge snakker Tømmerlaget til sammen?", "70 minutter"),
        ("Hvem legger frem sak 35, og når?", "Jon Flatmo, Tømmerlaget; kl. 12:15"),
        ("Sak 36: tid, innleder og type?", "Ellen Bekkestad, Damtilsynet; kl. 13:05; Orientering"),
        ("Hvor mye tid går med til sak 33 og 35 til sammen?", "90 minutter"),
        ("Hele tittelen på sak 34?", "Sak 34/31: Kornlageret i nordfløya."),
        ("Hvor mange minutter pause har vi i alt, lunsjen medregnet?", "Til sammen 65 minutter"),
        ("How many minutes does Tømmerlaget get in total for its two items?", "Til sammen 70 minutter"),
    ],
)
def test_rows_are_counted_summed_and_told_by_all_that_is_asked_of_them(
    assistant: Assistant, question: str, said: str
) -> None:
    assert said in told(assistant, question)


@pytest.mark.parametrize(
    ("question", "verdict", "proof"),
    [
        ("Er sak 33 en orienteringssak?", "Nei: ", "Drøfting"),
        ("Er det Jon Flatmo som snakker om lyden fra møllesteinene?", "Ja: ", "35/31"),
        ("Er det Ola Sagmo som har sak 35?", "Nei: ", "Jon Flatmo"),
        ("Kommer sak 36 før lunsj?", "Nei: ", "13:05"),
        ("Begynner sak 35 kl. 12:15?", "Ja: ", "12:15"),
        ("Begynner sak 35 kl. 12:30?", "Nei: ", "12:15"),
        ("Varer lunsjen en time?", "Nei: ", "45 minutter"),
        ("Får sak 33 mer tid enn sak 35?", "Ja: ", "50 minutter"),
        ("Har Damtilsynet noen orienteringssaker?", "Ja: ", "36/31"),
        ("Er alle drøftingssakene etter lunsj?", "Nei: ", "33/31"),
        ("Sak 32 er en drøftingssak, ikke sant?", "Nei: ", "Orientering"),
        ("Does Damtilsynet present item 35?", "Nei: ", "Tømmerlaget"),
        ("Er lunsjen lengre enn pausene?", "Ja: ", "45 minutter"),
        ("Tar fuglene mer tid enn møllesteinene?", "Nei: ", "30 minutter"),
    ],
)
def test_yes_or_no_is_told_with_the_row_that_settles_it(
    assistant: Assistant, question: str, verdict: str, proof: str
) -> None:
    answer = assistant.ask(question)
    assert answer.sentences[0].text.startswith(verdict)
    assert proof in answer.text
    assert all(sentence.citations for sentence in answer.sentences)


@pytest.mark.parametrize(
    ("question", "case"),
    [
        ("Hvor på dagsordenen hører den blå døra hjemme?", "34/31"),
        ("Svalene ved pipa: ligger det i sak 35 eller i sak 36?", "36/31"),
        ("steiner som synger i motvind, hvilken sak?", "35/31"),
    ],
)
def test_the_case_that_something_is_spoken_of_in_is_told_however_it_is_asked_for(
    assistant: Assistant, question: str, case: str
) -> None:
    assert case in told(assistant, question)


@pytest.mark.parametrize(
    "question",
    [
        "Når møtes Steinrådet neste gang?",
        "Når ble innkallingen til møtet sendt ut?",
        "Hvem legger frem saken om skolemat?",
        "Hvilke orienteringssaker har Mølleetaten?",
        "Hvor mange i rådet kommer fra Mølleetaten?",
    ],
)
def test_what_the_agenda_does_not_have_is_not_told_by_what_is_near(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).abstained


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Neste gang rådet samles, hvilken dag blir det?", "14. oktober 2031"),
        ("Når møtest rådet neste gong?", "14. oktober 2031"),
        ("Hva heter møterommet?", "Kverna"),
        ("Hun som legger fram saken om nye møllehjul, hva er rollen hennes?", "hjulmaker"),
        ("Den siste pausen: når fortsetter vi etter den?", "13:45"),
        ("Forslag til vedtak for sak 33 – hvilken side?", "lysbilde 6"),
        ("Hva forventes det at rådet gjør i saken om demningen?", "Møllerådet ber Damtilsynet måle vannet hver uke"),
    ],
)
def test_the_meeting_itself_and_who_presents_are_asked_for_in_many_ways(
    assistant: Assistant, question: str, said: str
) -> None:
    assert said in told(assistant, question)


@pytest.mark.parametrize(
    "question", ["Kva saker er melde inn til eventuelt?", "Hvilke saker er innom vannhjulets historie?"]
)
def test_cases_of_something_that_no_row_has_are_not_all_the_cases(assistant: Assistant, question: str) -> None:
    text = assistant.ask(question).text
    assert len([case for case in CASES if case in text]) <= 1
