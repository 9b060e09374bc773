"""Turns of few words that go on with the cases, the text or the list just told: an invented council."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table
from tests.one_deck_council import assistant_over, last

from radsassistent.answers import Assistant

DECK = (
    slide("Møte i Trollrådet 4. april 2037", "Hula, Oppdiktfjell"),
    slide(
        "Dagsorden",
        table(
            ("Sak", "Tittel", "Ansvarlig", "Tid", "Type"),
            ("1/37", "Innkalling", "Dovre Oppdiktet, Oppdikt berglag", "10:00", "Godkjenning"),
            ("2/37", "Bruene", "Rusk Oppdiktet, Oppdikt brulag", "10:30", "Drøfting"),
            ("", "Lunsj", "", "11:00", ""),
            ("3/37", "Hulemaling", "Snerk Oppdiktet, Oppdikt malerlag", "11:45", "Drøfting"),
            ("4/37", "Nye haler", "Dovre Oppdiktet, Oppdikt berglag", "12:30", "Orientering"),
            ("5/37", "Eventuelt", "Dovre Oppdiktet, Oppdikt berglag", "13:15", "Orientering"),
        ),
    ),
    slide("Sak 2/37: Bruene", "• Bruene knaker"),
    slide(
        "Fjellradioen",
        "• Trollradioen sender til alle huler",
        "• Antallet lyttere er gått fra 40 i uka til 170 i uka",
        "• Sendt siden mars 2035",
    ),
    slide("Sak 3/37: Hulemaling", "• Grottene males"),
    slide("Haler talt per år", table(("Hale", "2036", "2037"), ("Haler", "21", "33"), ("Halvhaler", "4", "5"))),
    slide("Topp tre hos Rusk akkurat nå", "• 1: Grøt til alle", "• 2: Bro over juvet", "• 3: Hale på hjul"),
    slide(
        "Trollrådet",
        table(
            ("Navn", "Stilling", "Virksomhet"),
            ("Tusse Fjellmoe", "Bergmester", "Berglaget"),
            ("Gygra Stein", "Overtroll", "Berglaget"),
            ("Jutul Li", "Bromester", "Brulaget"),
        ),
    ),
    slide(
        "Styringsgruppa for haler",
        table(
            ("Navn", "Stilling", "Virksomhet"),
            ("Tusse Fjellmoe", "Bergmester", "Berglaget"),
            ("Hulder Eng", "Halemester", "Halelaget"),
        ),
    ),
    slide("Takk for i dag", "Neste møte i Trollrådet er 13. mai"),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_over(DECK, tmp_path_factory.mktemp("troll"), StemEmbedding())


@pytest.mark.parametrize("which", ["Hvilke er det?", "Kva for nokre er det?", "Og hvilke?", "Which ones?"])
def test_the_cases_just_counted_are_told_when_it_is_asked_which_they_are(assistant: Assistant, which: str) -> None:
    text = last(assistant, "Hvor mange saker legger Dovre Oppdiktet frem?", which).text
    assert all(case in text for case in ("1/37", "4/37", "5/37")) and "2/37" not in text


@pytest.mark.parametrize(
    ("turn", "time"),
    [
        ("Når begynner den siste av dem?", "13:15"),
        ("Når starter den første?", "10:00"),
        ("Når byrjar den siste saka?", "13:15"),
        ("When does the last one start?", "13:15"),
    ],
)
def test_one_of_the_cases_just_told_is_meant_by_its_place_among_them(
    assistant: Assistant, turn: str, time: str
) -> None:
    assert time in last(assistant, "Hvilke saker legger Dovre Oppdiktet frem?", turn).text
    again = ("Hvor mange saker legger Dovre Oppdiktet frem?", "Hvilke er det?")
    assert time in last(assistant, *again, turn).text


def test_another_of_the_cases_told_before_is_meant_by_its_place_too(assistant: Assistant) -> None:
    turns = ("Hvilke saker legger Dovre Oppdiktet frem?", "Når begynner den siste av dem?", "og den første?")
    assert "10:00" in last(assistant, *turns).text


def test_when_the_last_case_is_over_is_not_told_by_when_it_begins(assistant: Assistant) -> None:
    turns = ("Hvilke saker legger Dovre Oppdiktet frem?", "Når begynner den siste?", "Og når skal den være ferdig?")
    answer = last(assistant, *turns)
    assert answer.abstained


@pytest.mark.parametrize(
    "turn",
    [
        "Når begynner den ifølge agendaen?",
        "Når byrjar ho ifølgje programmet?",
        "When does it start according to the agenda?",
    ],
)
def test_a_case_is_asked_of_by_what_the_agenda_says(assistant: Assistant, turn: str) -> None:
    assert "11:45" in last(assistant, "Hvilken sak handler om hulemaling?", turn).text


@pytest.mark.parametrize("turn", ["Who's up first then?", "Hvem er først ut da?", "Kven er fyrst ut då?"])
def test_who_comes_first_when_the_meeting_goes_on_is_who_presents_the_case_then(
    assistant: Assistant, turn: str
) -> None:
    turns = ("Når er det lunsj?", "Når fortsetter vi?", turn)
    assert "Snerk Oppdiktet" in last(assistant, *turns).text
    assert "malerlag" in last(assistant, *turns, "Which organisation is he from?").text


@pytest.mark.parametrize("turn", ["Siden når?", "Sidan når? Berre månad og år.", "Since when?", "Og siden når da?"])
def test_since_when_is_asked_of_what_was_just_told(assistant: Assistant, turn: str) -> None:
    assert "mars 2035" in last(assistant, "Hvem sender Trollradioen til?", turn).text


def test_what_follows_a_year_is_no_case_that_comes_after(assistant: Assistant) -> None:
    # The turn names the year after, not what is on the agenda after the case.
    turns = ("Hvilken sak handler om bruene?", "Hvorfor knaker de mer året etter?")
    assert "3/37" not in last(assistant, *turns).text


@pytest.mark.parametrize(
    "turn", ["og før?", "Og før det?", "Hva var det før da?", "and before that?", "Kva var det tidlegare?"]
)
def test_the_other_end_of_a_change_is_told_by_the_text_that_told_it(assistant: Assistant, turn: str) -> None:
    assert "40 i uka" in last(assistant, "Hvor mange lyttere har Trollradioen i uka?", turn).text


def test_what_was_before_a_figure_that_did_not_change_is_not_told(assistant: Assistant) -> None:
    assert "2035" not in last(assistant, "Hvor lenge har Trollradioen sendt?", "og før?").text


@pytest.mark.parametrize(
    "turn", ["Hvor står det?", "Kvar står det?", "og på hvilket lysbilde?", "Where does it say that?"]
)
def test_where_it_stands_is_the_slide_that_the_turn_before_told_from(assistant: Assistant, turn: str) -> None:
    answer = last(assistant, "Hvem sender Trollradioen til?", turn)
    assert "lysbilde 4" in answer.text and "Fjellradioen" in answer.text


def test_what_goes_on_after_where_it_stands_goes_on_from_what_was_told(assistant: Assistant) -> None:
    turns = ("Hvor mange haler er talt i 2036?", "hvor står det?", "og i 2037?")
    assert "33" in last(assistant, *turns).text


@pytest.mark.parametrize(
    ("turn", "item"),
    [("og nummer 2?", "Bro"), ("Hva med nummer tre?", "Hale"), ("og den første?", "Grøt"), ("and number two?", "Bro")],
)
def test_another_item_of_a_list_that_was_told_whole_is_meant_by_its_number(
    assistant: Assistant, turn: str, item: str
) -> None:
    text = last(assistant, "Hva er på topp tre hos Rusk akkurat nå?", turn).text
    assert item in text and len([word for word in ("Grøt", "Bro", "Hale") if word in text]) == 1


@pytest.mark.parametrize("turn", ["Når skal han i ilden?", "Når er det han skal i elden?"])
def test_when_somebody_is_up_is_when_their_case_is(assistant: Assistant, turn: str) -> None:
    assert "10:30" in last(assistant, "Hvem legger frem saken om bruene?", turn).text


@pytest.mark.parametrize(
    "turn",
    [
        "Kven av dei er òg med i styringsgruppa for haler?",
        "Hvem av dem er også med i styringsgruppen for haler?",
        "Which of them is also on styringsgruppa for haler?",
    ],
)
def test_who_of_those_just_told_is_on_another_list_too(assistant: Assistant, turn: str) -> None:
    text = last(assistant, "Hvem sitter i Trollrådet for Berglaget?", turn).text
    assert "Tusse Fjellmoe" in text and "Gygra Stein" not in text


@pytest.mark.parametrize("turn", ["Kvar skal det møtet vere?", "Og hvor er det?", "Where will that meeting be?"])
def test_where_the_next_meeting_is_is_not_told_by_where_this_one_is(assistant: Assistant, turn: str) -> None:
    assert last(assistant, "Når møtest rådet neste gong?", turn).abstained


def test_who_has_the_last_of_the_cases_just_told_is_not_the_last_of_their_presenters(assistant: Assistant) -> None:
    turns = ("Hvilke saker er til drøfting?", "Hvem har den siste av dem?")
    text = last(assistant, *turns).text
    assert "Snerk Oppdiktet" in text and "Rusk" not in text
