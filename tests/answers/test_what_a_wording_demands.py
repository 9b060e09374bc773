"""The sentence that has what the wording asks for, how short an answer is to be, and what two slides give differently."""

from __future__ import annotations

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive
from radsassistent.search.corpus import Corpus

pytestmark = pytest.mark.embedder


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Archive:
    folder = tmp_path_factory.mktemp("svaner")
    made, path = written(
        folder,
        slide("Svanerådet", "Møte torsdag 4. mars 2032 kl. 09.00–14.00", "Dammen, Oppdiktøya"),
        slide(
            "Dagsorden",
            table(
                ("Tid", "Sak", "Tittel", "Type", "Ansvarlig"),
                ("09.00–10.00", "4/32", "Svanetilskuddet", "Orientering", "Tuva Fjærvik"),
                ("10.00–11.00", "5/32", "Svanehuset", "Drøfting", "Odd Andersand"),
            ),
        ),
        slide("Sak 4/32 Svanetilskuddet", "• Orientering"),
        slide(
            "Slik virket svanetilskuddet i 2031",
            "• Tilskuddet dekket 25 prosent av kostnaden, men aldri mer enn 40 000 kroner per dam.",
            "• Dammen måtte være ferdig gravd innen ni måneder etter tilsagn.",
            "• Søkeren måtte ha en tegning av dammen, og tegningen kostet 4 800 kroner.",
            "• Vanligste tidspunkt for å grave er lørdag formiddag, og flest graver på Holmen.",
        ),
        slide(
            "Svanetilskuddet: søknader",
            "• Det kom 62 søknader: 37 fra Holmen og 25 fra Nesset.",
            "• Søknadene gjaldt svaner, gjess, ender, måker og hegrer.",
        ),
        slide("Sak 5/32 Svanehuset", "• Drøfting"),
        slide(
            "Strategi for svanehuset",
            "• Strategien for svanehuset er laget av Svanerådet sammen med naboene.",
            "• Strategien for svanehuset gjelder fram til 2040.",
            "Sentrale problemstillinger:",
            "• Tak – Gulv – Vegger",
        ),
        slide(
            "Flyttingen til svanehuset",
            "• Sju svaner ble hentet tilbake til dammen i vinter.",
            "• Vanligste årsak var at gulvet ble for kaldt.",
            "• Fôret leveres av Kornbua.",
            "• Ansvar for flyttingen: Tuva Fjærvik",
        ),
        slide(
            "Framdrift for svanehuset",
            "• Byggestart for svanehuset er 12. mai 2032.",
            "• Svanehuset skal stå ferdig 1. september 2032.",
        ),
        slide("Hva svanehuset betyr for naboene", "• Byggestart for svanehuset blir 18. mai 2032."),
        slide("Hva svanetilskuddet koster", "• Søknader: 1,5 mill. kroner", "• Kontor: 0,5 mill. kroner"),
        slide(
            "Vedlegg: hvem søkte om svanetilskuddet?",
            table(("Sted", "Antall søknader"), ("Holmen", "38"), ("Nesset", "26"), ("I alt", "64")),
        ),
    )
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(made, path)
    return archive


@pytest.fixture(scope="module")
def assistant(archive: Archive) -> Assistant:
    return Assistant(archive)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvor lang tid hadde folk på å grave ferdig dammen med svanetilskuddet?", "ni måneder"),
        ("Kor lang frist fekk dei som grov dam med svanetilskotet?", "ni måneder"),
        ("Når i uka graver folk helst dammen?", "lørdag formiddag"),
    ],
)
def test_the_first_thing_told_has_the_span_or_day_asked_for_in_words_too(assistant, question, said) -> None:
    assert said in assistant.ask(question).text.split("\n")[0]


@pytest.mark.parametrize("question", ["Når er byggestart for svanehuset?", "Kva dato er byggjestart for svanehuset?"])
def test_another_day_for_the_same_on_another_slide_is_told_too(assistant, question) -> None:
    answer = assistant.ask(question)
    assert "12. mai" in answer.text
    assert "18. mai" in answer.text
    assert {citation.slide for citation in answer.citations} == {9, 10}


def test_another_day_for_something_else_is_no_contradiction(assistant) -> None:
    answer = assistant.ask("Når skal svanehuset stå ferdig?")
    assert "1. september" in answer.text
    assert "noe annet" not in answer.text


def test_a_count_that_a_table_of_another_slide_sums_up_otherwise_is_told_with_both(assistant) -> None:
    answer = assistant.ask("Hvor mange søknader kom det om svanetilskuddet?")
    assert "62" in answer.text
    assert "64" in answer.text
    assert {5, 12} <= {citation.slide for citation in answer.citations}


def test_the_parts_of_a_count_are_no_other_count(assistant) -> None:
    text = assistant.ask("Hvor mange søknader kom det om svanetilskuddet?").text
    assert "38" not in text
    assert "1,5 mill" not in text
    assert "26" not in text


@pytest.mark.parametrize(
    "question", ["List opp de fem fuglene som søknadene gjaldt", "Hvilke fem fugler gjaldt søknadene?"]
)
def test_as_many_things_as_are_asked_for_may_stand_in_one_line(assistant, question) -> None:
    assert "svaner, gjess, ender, måker og hegrer" in assistant.ask(question).text


@pytest.mark.parametrize(
    "question",
    ["svanehuset strategi problemstillinger i stikkord", "Stikkord: problemstillingene i strategien for svanehuset?"],
)
def test_in_brief_what_stands_under_the_heading_named_is_told_first(assistant, question) -> None:
    assert "Tak – Gulv – Vegger" in assistant.ask(question).text.split("\n")[0]


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange svaner ble hentet tilbake i vinter, og hva var grunnen?",
        "Kor mange svaner vart henta tilbake i vinter? Kva var årsaka?",
    ],
)
def test_a_second_question_that_says_little_is_answered_from_the_slide_just_told(assistant, question) -> None:
    answer = assistant.ask(question)
    assert "Sju svaner" in answer.text
    assert "for kaldt" in answer.text
    assert {citation.slide for citation in answer.citations} == {8}


def test_a_second_question_of_another_thing_is_answered_from_its_own_slide(assistant) -> None:
    answer = assistant.ask("Hvor mange svaner ble hentet tilbake i vinter, og hvor lenge gjelder strategien?")
    assert "2040" in answer.text
    assert {citation.slide for citation in answer.citations} == {7, 8}


@pytest.mark.parametrize(
    "question", ["Hvilke roller har Tuva Fjærvik?", "Kva for ulike rollar går att på Tuva Fjærvik i papira?"]
)
def test_the_roles_of_somebody_are_told_from_every_slide_that_names_them(assistant, question) -> None:
    answer = assistant.ask(question)
    assert "4/32" in answer.text
    assert "Ansvar for flyttingen" in answer.text
    assert {citation.slide for citation in answer.citations} == {2, 8}


def test_one_who_stands_on_one_slide_alone_has_no_roles_on_others(assistant) -> None:
    assert {citation.slide for citation in assistant.ask("Hvilke roller har Odd Andersand?").citations} <= {2}


def test_a_case_in_one_sentence_is_told_by_its_row(assistant) -> None:
    answer = assistant.ask("Sak 5/32 i én setning")
    assert "Svanehuset" in answer.text
    assert len(answer.text.split()) <= 40


@pytest.mark.parametrize("wish", ["Bruk høyst 20 ord.", "Maks 20 ord", "Bare noen få ord, takk"])
def test_an_answer_has_no_more_words_than_it_may_have(assistant, wish) -> None:
    answer = assistant.ask(f"Hvordan virket svanetilskuddet i 2031? {wish}")
    assert not answer.abstained
    assert len(answer.text.split()) <= 20


def test_the_terms_of_a_slide_are_the_same_whichever_of_its_passages_is_asked_first(archive) -> None:
    snapshot = archive.snapshot()
    one, other = (Corpus.of(snapshot, internal=True) for _ in range(2))
    of_slide = [passage for passage in one.passages if passage.slide == 2]
    assert len({passage.context for passage in of_slide}) > 1
    first, last = one.slide_terms(of_slide[0]), other.slide_terms(of_slide[-1])
    assert first == last
