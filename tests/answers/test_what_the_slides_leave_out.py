"""The right subject without what is asked of it: no price, no deadline, no word of what was said, no such role."""

from __future__ import annotations

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive

pytestmark = pytest.mark.embedder


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Assistant:
    folder = tmp_path_factory.mktemp("oter")
    made, path = written(
        folder,
        slide("Oterrådet", "Møte torsdag 4. mars 2032 kl. 09.00–14.00", "Bekken, Oppdiktøya"),
        slide(
            "Dagsorden",
            table(
                ("Tid", "Sak", "Tittel", "Type", "Ansvarlig"),
                ("09.00–10.00", "4/32", "Otertrappa", "Orientering", "Tuva Fjærvik"),
                ("10.00–11.00", "5/32", "Otervakta", "Drøfting", "Odd Andersand"),
            ),
        ),
        slide(
            "Medlemmer",
            table(
                ("Navn", "Rolle", "Virksomhet"),
                ("Tuva Fjærvik", "Leder", "Holmen kommune"),
                ("Odd Andersand", "Medlem", "Nesset kommune"),
                ("Šárá Ánddas", "Medlem", "Bekkelaget BVL"),
            ),
        ),
        slide("Sak 4/32 Otertrappa", "• Orientering"),
        slide(
            "Otertrappa i fossen",
            "• Otertrappa bygges sammen med Bekkelaget BVL, med betalingsløsning for besøkende.",
        ),
        slide(
            "Tellinger av oter",
            "• Private skoler teller oterne ved bekken hver vår.",
        ),
        slide("Måling av vannet", "• Private laboratorier måler vannet i bekken, og Nesset kommune betaler for det."),
        slide("Tilskudd til otertrapper", "• Alle grunneiere kan søke om tilskudd til en otertrappe."),
        slide("Sak 5/32 Otervakta", "• Drøfting"),
        slide("Otervakta om natta", "• Nesset kommune mente på forrige møte at otervakta bør være frivillig."),
        slide(
            "Hva ordningene koster i året",
            table(
                ("Ordning", "2032 (1000 kr)", "2033 (1000 kr)"),
                ("Reveskiltene", "120", "130"),
                ("Bekkerensk", "340", "350"),
                ("Sum kostnad for alle ordningene", "460", "480"),
            ),
        ),
        slide("Forslag til vedtak", "Sak 5/32: Oterrådet tar saken om otervakta til orientering."),
    )
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(made, path)
    return Assistant(archive)


@pytest.mark.parametrize(
    "question",
    [
        "Hva koster otertrappa?",
        "Hva kommer otertrappa i fossen til å koste?",
        "Kva kjem otertrappa til å koste?",
        "How much does the otter ladder (otertrappa) cost?",
    ],
)
def test_neither_a_text_without_a_figure_nor_what_something_else_costs_is_a_price(assistant, question) -> None:
    assert assistant.ask(question).abstained


@pytest.mark.parametrize(
    "question", ["Hva er søknadsfristen for tilskudd til otertrapper?", "Når er fristen for å søke om tilskudd?"]
)
def test_a_text_without_a_time_is_no_deadline(assistant, question) -> None:
    assert assistant.ask(question).abstained


@pytest.mark.parametrize(
    "question",
    [
        "Hva svarte Odd Andersand da rådet drøftet otertrappa?",
        "Kva sa Holmen kommune då saka om otertrappa vart drøfta?",
        "What did Bekkelaget say when otertrappa was discussed?",
    ],
)
def test_what_was_said_in_a_debate_is_not_there_without_minutes(assistant, question) -> None:
    answer = assistant.ask(question)
    assert answer.abstained
    assert not answer.citations


def test_what_a_slide_says_that_somebody_said_is_told(assistant) -> None:
    assert "frivillig" in assistant.ask("Hva mente Nesset kommune da otervakta ble drøftet på forrige møte?").text


@pytest.mark.parametrize(
    "question", ["Who is the deputy chair of the council?", "Who is vice-chair?", "Hvem er nestleder?"]
)
def test_a_deputy_leader_whom_no_list_has_is_nobody_else(assistant, question) -> None:
    answer = assistant.ask(question)
    assert (answer.text, answer.abstained) == ("Dokumentene oppgir ingen nestleder.", True)


@pytest.mark.parametrize("question", ["Hva står BVL for?", "Kva er BVL forkorting for?", "What does BVL stand for?"])
def test_letters_that_no_line_spells_out_are_not_explained_by_a_line_that_has_them(assistant, question) -> None:
    answer = assistant.ask(question)
    assert (answer.text, answer.abstained) == ("Dokumentene skriver ikke ut hva BVL står for.", True)


@pytest.mark.parametrize(
    "question",
    [
        "Når starter sak 5/32, og hva ber forslaget rådet om å gjøre?",
        "Hvem legger frem saken om otervakta, og hvordan lyder innstillingen?",
        "Kva tid er saka om otervakta, og kva seier framlegget at rådet skal gjere?",
    ],
)
def test_the_proposal_of_a_second_question_is_that_of_the_case_of_the_first(assistant, question) -> None:
    answer = assistant.ask(question)
    assert "tar saken om otervakta til orientering" in answer.text
    assert {citation.case for citation in answer.citations} == {"5/32"}


@pytest.mark.parametrize("question", ["Kva tid er saka om otertrappa?", "Kor tid kjem sak 4/32 opp?"])
def test_what_time_may_be_asked_for_as_in_dialects(assistant, question) -> None:
    assert "09.00" in assistant.ask(question).text.replace(":", ".")


@pytest.mark.parametrize(
    "question",
    [
        "Hvilke private skoler er det som teller oterne ved bekken?",
        "Kva skular tel oterane ved bekken?",
        "Hva heter skolene som teller oterne?",
        "Which schools count the otters (oterne)?",
    ],
)
def test_a_text_that_names_no_school_does_not_tell_which_schools(assistant, question) -> None:
    assert assistant.ask(question).abstained


def test_a_text_that_names_the_municipality_tells_which_municipality(assistant) -> None:
    assert "Nesset kommune" in assistant.ask("Hvilken kommune betaler for målingen av vannet i bekken?").text
