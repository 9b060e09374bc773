"""What the documents say of a subject that a question names and asks no more of; over an invented council's deck."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant, Conversation
from radsassistent.answers.slides.subject import told_of_subject
from radsassistent.archive import Archive
from radsassistent.search import understand

SLIDES = (
    slide("Møte i Oppdiktrådet 5. mars 2031", "Oppdiktsalen, Fantasibyen"),
    slide(
        "Dagsorden",
        table(
            ("Sak", "Tittel", "Ansvarlig", "Tid", "Type"),
            ("3/31", "Traktorer i fjellet, 2. halvår", "Oppdiktet Person, Oppdiktet etat", "10:00", "Drøfting"),
            ("4/31", "Båter i fjorden", "Oppdiktet Leder, Oppdiktet etat", "11:00", "Orientering"),
        ),
    ),
    slide("Sak 3/31: Traktorer i fjellet"),
    slide("Om kulden", "• Førerne får varme votter og ullsokker gjennom KaldHand@Fjell før vinteren kommer"),
    slide(
        "Digital brøyting",
        "• Brøytebilene melder selv fra om snø",
        "• Innføringen er forsinket i nord",
        "• Ny oppstart er satt til høsten",
    ),
    slide("Økonomi", "• Diesel er dyrt"),
    slide("Forslag til vedtak", "Oppdiktrådet tar saken om traktorer til orientering."),
    slide("Sak 4/31: Båter i fjorden"),
    slide("Om båtene", "• Båtene skal ta i bruk KaldHand@Fjell til alle som står på dekk i februar"),
    slide("Fortøyning", "• Tauplanen beskriver hvordan båtene skal ligge i storm og stille"),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("emner")
    archive = Archive.open(folder / "arkiv", StemEmbedding())
    archive.put(*written(folder / "inn", *SLIDES, name="oppdikt.pdf"))
    return Assistant(archive)


@pytest.fixture(scope="module")
def corpus(assistant):
    return assistant.corpus()


def told(assistant, question):
    answer = assistant.ask(question)
    return answer.text, [citation.slide for citation in answer.citations]


@pytest.mark.parametrize(
    "question",
    [
        "Hva sier dokumentene om KaldHand@Fjell?",
        "Hva står det om KaldHand@Fjell i papirene?",
        "Kva seier dei om KaldHand@Fjell?",
        "Fortell meg litt om KaldHand@Fjell",
        "Hva er KaldHand@Fjell?",
        "What does the deck say about KaldHand@Fjell?",
    ],
)
def test_a_subject_of_two_cases_is_told_of_both_each_with_its_slide(assistant, question):
    text, slides = told(assistant, question)
    assert text.startswith("Omtales i sak 3/31 og sak 4/31:")
    assert "ullsokker" in text
    assert "på dekk i februar" in text
    assert slides == [4, 9]


@pytest.mark.parametrize(
    "question",
    [
        "Status på digital brøyting?",
        "Hvordan går det med digital brøyting?",
        "Korleis går det med digital brøyting",
        "Hva skjer med digital brøyting nå?",
        "Hva er digital brøyting for noe?",
    ],
)
def test_a_slide_that_is_called_so_tells_what_it_says(assistant, question):
    text, slides = told(assistant, question)
    assert "forsinket i nord" in text
    assert "høsten" in text
    assert set(slides) == {5}


@pytest.mark.parametrize(
    "question",
    [
        "Hva handler sak 3/31 om?",
        "Hva handler saken om traktorer om?",
        "Hva går saken om traktorer i fjellet ut på?",
        "Fortell om traktorsaken",
    ],
)
def test_what_a_case_is_about_is_its_summary(assistant, question):
    text, slides = told(assistant, question)
    assert text.startswith("Sak 3/31: Traktorer i fjellet, 2. halvår")
    assert "Forslag til vedtak i sak 3/31" in text
    assert 2 in slides


def test_what_a_thing_is_is_told_by_the_sentence_that_begins_with_it(assistant):
    text, slides = told(assistant, "Hva er Tauplanen?")
    assert "Tauplanen beskriver hvordan båtene skal ligge" in text
    assert slides == [10]


@pytest.mark.parametrize(
    "question",
    [
        "Hva er VarmFot@Vidde?",
        "Hva står det om brøyting i fjorden?",
        "Hva er fristen for digital brøyting?",
        "Hva koster digital brøyting?",
        "Hva er planen med votter og bil?",
    ],
)
def test_what_no_slide_is_of_or_asks_for_one_thing_is_no_subject(corpus, question):
    assert told_of_subject(understand(question, corpus), [], corpus) is None


def test_the_cases_that_speak_of_a_subject_are_named_though_their_slide_has_not_all_of_their_title(assistant):
    text, _ = told(assistant, "I hvilke saker er KaldHand@Fjell et tema?")
    assert "Sak 3/31: Traktorer i fjellet, 2. halvår" in text
    assert "Sak 4/31: Båter i fjorden" in text


@pytest.mark.parametrize(
    "question", ["Hvem legger den frem?", "Hvem legger den frem i rådet?", "Hvem presenterer det for oss?"]
)
def test_who_presents_what_two_cases_speak_of_is_asked_back(assistant, question):
    chat = Conversation()
    assistant.ask("Hva sier dokumentene om KaldHand@Fjell?", chat)
    answer = assistant.ask(question, chat)
    assert answer.abstained
    assert answer.text.startswith("Hvilken sak mener du?")
    assert "Oppdiktet Person" in assistant.ask("Hvem legger frem sak 3/31?", chat).text
