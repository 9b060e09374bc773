"""One point of a decision, the cases of an outcome, the programme of the day, who was away and why: in the minutes' words."""

from __future__ import annotations

import pytest
from tests.meeting_of_the_tide import meeting_of_the_tide

from radsassistent.answers import Assistant

pytestmark = pytest.mark.embedder


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Assistant:
    return Assistant(meeting_of_the_tide(tmp_path_factory.mktemp("tidevann"), built_in_embedder))


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Hva ble timelønna til instruktørene satt til?", "Instruktørene får 650 kroner timen", "egenandel"),
        ("Hvor lang ble bindingen for instruktørene?", "bindingen er to år", "500 kroner"),
        ("Ble egenandelen for familiene økt?", "Punkt 3 om høyere egenandel ble avvist med 3 mot 2 stemmer.", "650"),
        ("Kva vart røystetalet for instruktørane?", "4 mot 1 stemmer", "egenandel"),
        ("What was the vote on the egenandel?", "3 mot 2 stemmer", "650"),
        ("Hva skjedde med kvartalsrapporten fra havnefogden?", "Punkt 3 om kvartalsvis rapport ble strøket.", "900"),
        ("Hvor mye endte molovaktene opp med i året?", "700 000 kroner per år", "900 000"),
        ("Ble det bygd et felles naust?", "Forslaget i sak 14/32 ble avvist (3 mot 2 stemmer)", "Forslag til vedtak"),
        ("Når kommer fergesaken opp igjen?", "9. september 2032", "40 kroner"),
        ("When will the ferry come back to the council?", "9. september 2032", "40 kroner"),
        ("Kva tid kjem saka om ferga opp att?", "9. september 2032", "40 kroner"),
        ("Hvem skaffer nye tall for strømprisen?", "innen 20. august 2032", "40 kroner"),
        ("Til hvilken dag ble møtet 3. februar flyttet?", "10. februar", "6. mai"),
    ],
)
def test_a_point_of_a_decision_is_told_and_not_what_was_proposed(assistant, question, said, unsaid) -> None:
    answer = assistant.ask(question)
    assert said in answer.text
    assert unsaid not in answer.text
    assert "tidevann-referat.docx" in {citation.document for citation in answer.citations}


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Hvilke saker ble utsatt?", ["12/32"], ["11/32", "14/32"]),
        ("Which cases were postponed?", ["12/32"], ["11/32", "14/32"]),
        ("Hvilke forslag ble avvist?", ["14/32", "Punkt 3 om høyere egenandel"], ["11/32", "12/32"]),
        ("Kva vedtak var samrøystes?", ["Punkt 1 om tolv tangkurs"], ["11/32", "14/32"]),
    ],
)
def test_the_cases_of_an_outcome_are_all_told_and_no_others(assistant, question, said, unsaid) -> None:
    text = assistant.ask(question).text
    assert all(words in text for words in said)
    assert not any(words in text for words in unsaid)


def test_who_voted_how_is_not_made_up_of_counts(assistant) -> None:
    answer = assistant.ask("Hvem stemte mot vedtaket om molovaktene?")
    assert answer.abstained
    assert answer.text == "Referatet sier ikke hvem som stemte hva i sak 11/32."


@pytest.mark.parametrize(
    "question",
    [
        "Hva svarte havnefogden på forslaget om molovaktene?",
        "What did the havnefogd say to the proposal on molovakter?",
        "Hva betaler familiene i egenandel for tangkurs i dag?",
    ],
)
def test_neither_what_was_answered_nor_how_things_stand_is_read_out_of_a_proposal(assistant, question) -> None:
    text = assistant.ask(question).text
    assert "Forslag" not in text
    assert "75 kroner" not in text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvem hadde forfall, og hvorfor?", "Per Bølgeby (bryllup i slekta) og Anne Dypvik (tannlegetime)"),
        ("Hvorfor var Anne borte?", "Anne Dypvik hadde forfall (tannlegetime)."),
        ("Why was Per Bølgeby absent?", "Per Bølgeby hadde forfall (bryllup i slekta)."),
        ("Hvem møtte for Per Bølgeby?", "Siri Skumring møtte for Per Bølgeby."),
        ("Hvem møtte for Anne Dypvik?", "Det møtte ingen vara for Dypvik."),
        ("Hvor mange hadde stemmerett?", "Fem hadde stemmerett."),
        ("Når ble møtet hevet?", "Møtet ble hevet kl. 12.50."),
        ("Ble de ferdige til planlagt tid?", "Møtet ble hevet kl. 12.50."),
        ("Gikk møtet på overtid?", "er satt opp kl. 12:20–12:30"),
    ],
)
def test_who_was_away_and_when_it_was_over_is_told_by_the_minutes(assistant, question, said) -> None:
    assert said in assistant.ask(question).text


def test_that_we_met_tells_when_and_asks_not_for_those_who_met(assistant) -> None:
    assert "Til stede i" not in assistant.ask("Hvem eide naustet da vi møttes i mai?").text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Når er det lunsj?", "10:30"),
        ("Når skal vi snakke om fergen til Ytre Fabel?", "09:45"),
        ("Hvilken sak kommer rett etter lunsj?", "13/32"),
        ("Hvem legger frem tangkursene?", "Ola Strandvik"),
        ("Hvilken sak er til orientering?", "15/32"),
    ],
)
def test_a_programme_of_hours_answers_as_an_agenda_does(assistant, question, said) -> None:
    assert said in assistant.ask(question).text
