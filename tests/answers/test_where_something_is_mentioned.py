"""Where something is mentioned: every case that speaks of it, in both forms of Norwegian and in English."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive

SLIDES = (
    slide("Møte i Fyrrådet 5. mars 2031", "Fyrsalen, Fantasibyen"),
    slide(
        "Dagsorden",
        table(
            ("Sak", "Tittel", "Ansvarlig", "Tid", "Type"),
            ("3/31", "Lykter på kysten", "Oppdiktet Person, Oppdiktet etat", "10:00", "Drøfting"),
            ("4/31", "Båter i fjorden", "Oppdiktet Leder, Oppdiktet etat", "11:00", "Orientering"),
            ("5/31", "Trollene i fjellet", "Oppdiktet Tredje, Oppdiktet etat", "12:00", "Orientering"),
        ),
    ),
    slide("Sak 3/31: Lykter på kysten"),
    slide(
        "Bakgrunn", "• Grønne lykter lyser lenger enn de røde", "• Lyktene skal pusses av fyrvokteren to ganger i året"
    ),
    slide("Sak 4/31: Båter i fjorden"),
    slide("Forslag til vedtak", "Fyrrådet tar saken om båter til orientering."),
    slide("Om båtene", "• Båtene tar imot signaler fra Måkenett@Hav hver time", "• Fyrvokteren teller båtene"),
    slide("Sak 5/31: Trollene i fjellet"),
    slide("Fyrtalen 2031", "• Havet er stort", "• Båtene skal få en lykt av messing"),
    slide("Forslag til vedtak", "Fyrrådet tar saken om trollene til orientering."),
    slide("Om trollene", "• Trollene ser de grønne lyktene fra toppen", "• Ingen troll har sagt noe om fyr"),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("nevnt")
    archive = Archive.open(folder / "arkiv", StemEmbedding())
    archive.put(*written(folder / "inn", *SLIDES, name="fyr.pdf"))
    return Assistant(archive)


def _cited(answer):
    return [(citation.case, citation.slide) for citation in answer.citations]


@pytest.mark.parametrize(
    "question",
    [
        "I hvilke saker er grønne lykter nevnt?",
        "Hvilke saker nevner grønne lykter?",
        "Hvilke saker er innom grønne lykter?",
        "I hvilke saker snakkes det om grønne lykter?",
        "I kva saker er grønne lykter nemnt?",
        "Kva saker nemner grønne lykter?",
        "Hvilke saker er «grønne lykter» nevnt i?",
    ],
)
def test_the_cases_that_mention_something_are_told_each_with_a_slide_that_does(assistant, question):
    answer = assistant.ask(question)
    assert _cited(answer) == [("3/31", 4), ("5/31", 11)]
    assert "Sak 3/31: Lykter på kysten" in answer.text


@pytest.mark.parametrize("question", ["Which cases mention Måkenett@Hav?", "In which cases is Måkenett@Hav mentioned?"])
def test_the_cases_that_mention_a_name_are_told_in_english(assistant, question):
    assert _cited(assistant.ask(question)) == [("4/31", 7)]


@pytest.mark.parametrize(
    "question",
    [
        "Hvor omtales fyrvokteren?",
        "Hvor er fyrvokteren nevnt?",
        "Kvar er fyrvokteren omtala?",
        "Where is fyrvokteren mentioned?",
    ],
)
def test_where_something_is_mentioned_is_a_slide_of_every_case_that_does(assistant, question):
    assert sorted(_cited(assistant.ask(question))) == [("3/31", 4), ("4/31", 7)]


@pytest.mark.parametrize("question", ["Hvilke saker er innom romferger?", "Which cases mention spaceships?"])
def test_cases_that_mention_what_no_slide_has_are_not_the_whole_agenda(assistant, question):
    assert assistant.ask(question).abstained


def test_which_cases_are_taken_up_before_another_is_still_told_by_the_agenda(assistant):
    assert _cited(assistant.ask("Hvilke saker tas opp før sak 5/31?")) == [("3/31", 2), ("4/31", 2)]


@pytest.mark.parametrize("question", ["Hva sies om båtene i fyrtalen?", "Kva vert sagt om båtane i fyrtalen?"])
def test_what_is_said_of_something_on_the_slide_of_a_title_is_not_what_others_say_of_it(assistant, question):
    assert assistant.ask(question).text == "Fyrtalen 2031: Båtene skal få en lykt av messing."
    assert _cited(assistant.ask(question)) == [("5/31", 9)]


@pytest.mark.parametrize(
    "question",
    [
        "Hvilke saker er til orientering, og hva foreslås vedtatt i dem?",
        "Hvilke saker er til orientering, og hva foreslås i disse sakene?",
        "Kva saker er til orientering, og kva er framlegget i kvar av dei?",
        "Hva foreslås vedtatt i sakene som bare er til orientering?",
        "Kva blir foreslått i orienteringssakane?",
        "What is proposed in the cases for information?",
    ],
)
def test_what_is_asked_of_cases_of_a_type_is_asked_of_each_of_them(assistant, question):
    text = assistant.ask(question).text
    assert "tar saken om båter til orientering" in text
    assert "tar saken om trollene til orientering" in text
