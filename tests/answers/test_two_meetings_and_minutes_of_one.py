"""An archive of two meetings, with the minutes of one: which meeting is meant, what was decided, what is only proposed."""

from __future__ import annotations

import pytest
from tests.one_deck_council import last
from tests.two_meetings_of_trolls import two_meetings_of_trolls

from radsassistent.answers import Assistant

pytestmark = pytest.mark.embedder


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Assistant:
    return Assistant(two_meetings_of_trolls(tmp_path_factory.mktemp("troll"), built_in_embedder))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Når må saker til septembermøtet senest være sendt inn?", "21. august"),
        ("Når var fristen for å melde saker til junimøtet?", "8. mai"),
        ("Når er fristen for saker til neste møte?", "21. august"),
        ("What is the deadline for the next meeting?", "21. august"),
        ("Når er årets siste møte?", "2. desember, Digitalt."),
        ("Kva tid er det siste møtet før jul?", "2. desember, Digitalt."),
    ],
)
def test_the_plan_of_an_earlier_deck_tells_of_meetings_to_come(assistant, question, said) -> None:
    assert said in assistant.ask(question).text


@pytest.mark.parametrize("question", ["hvor skal vi møtes da?", "og hvor er det?", "kvar er det då?"])
def test_a_follow_up_may_ask_where_the_planned_meeting_just_told_is(assistant, question) -> None:
    assert "Tindhaug" in last(assistant, "Når er fristen for saker til septembermøtet?", question).text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvem hadde meldt forfall i mars?", "Ragna Bergtatt"),
        ("Kven møtte i staden for Ragna Bergtatt i mars?", "Ulv Mørk"),
        ("Who attended instead of Ragna Bergtatt in March?", "Ulv Mørk"),
        ("Who is the secretary, according to the March papers?", "Vigdis Blekk"),
    ],
)
def test_who_met_is_told_by_the_minutes_however_it_is_asked(assistant, question, said) -> None:
    assert said in assistant.ask(question).text


def test_a_name_that_begins_like_a_word_for_spelling_asks_for_no_spelling(assistant) -> None:
    answer = assistant.ask("Hva ba Odd Stavkvist om at lyktene skulle ha plass til?")
    assert "to veker" in answer.text
    assert "Navnet er skrevet" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Hva var det opprinnelige forslaget om bruvaktene, før rådet endret det?",
        "Kva var det opphavlege framlegget om bruvaktene?",
        "What was the original proposal for the bruvakter?",
        "Hvor mange bruvakter hadde administrasjonen opprinnelig bedt om?",
        "Kor mange bruvakter var opphavleg føreslått?",
    ],
)
def test_the_original_of_what_minutes_changed_is_what_was_proposed(assistant, question) -> None:
    answer = assistant.ask(question)
    assert "seks bruvakter" in answer.text
    assert "fire bruvakter" not in answer.text


def test_that_nothing_was_decided_is_told_where_the_minutes_say_so(assistant) -> None:
    answer = assistant.ask("Ble det vedtatt noe under eventuelt i mars?")
    assert answer.text == "Det ble ikke gjort vedtak i saken."
    assert answer.citations


@pytest.mark.parametrize(
    ("question", "case"),
    [
        ("I hvilken sak ba vi sekretariatet om en juridisk vurdering?", "3/37"),
        ("I hvilken sak ba rådet om at hengebruene tas med?", "2/37"),
    ],
)
def test_a_case_of_an_earlier_meeting_is_named_by_a_line_of_its_minutes(assistant, question, case) -> None:
    assert case in assistant.ask(question).text


def test_what_a_council_asked_for_is_no_question_of_votes(assistant) -> None:
    assert "hengebruene" in assistant.ask("Did the council ask for anything about the bruvakter in March?").text


@pytest.mark.parametrize(
    "question", ["Hva skjedde med lyktene på forrige møte?", "Kva vart vedteke om lyktene på førre møte?"]
)
def test_the_meeting_before_the_one_that_is_called_is_the_last_that_has_minutes(assistant, question) -> None:
    assert "utsettes" in assistant.ask(question).text


def test_the_money_of_a_year_is_its_budget_which_is_only_proposed(assistant) -> None:
    answer = assistant.ask("Er pengene for 2038 vedtatt?")
    assert "32,3 mill." in answer.text
    assert "orslag" in answer.text


def test_how_much_something_is_changed_is_told_by_the_column_of_changes(assistant) -> None:
    assert "-1,5" in assistant.ask("Hvor mye er lønnsposten endret i det reviderte budsjettet?").text
    told = last(assistant, "Hvor mye er lønnsposten endret i det reviderte budsjettet?", "og vedlikehold?")
    assert "-0,9" in told.text


@pytest.mark.parametrize(
    ("question", "house"),
    [
        ("Hvilket hus kan stå klart først?", "Torvhytta ved brua"),
        ("Kva for eit hus er klart fyrst?", "Torvhytta ved brua"),
        ("Hvilket hus blir klart sist?", "Naustet til båtlaget"),
    ],
)
def test_what_is_first_or_last_is_told_by_a_column_of_months(assistant, question, house) -> None:
    answer = assistant.ask(question)
    assert house in answer.text
    assert answer.text.count("Klart") <= 1


def test_a_row_is_spoken_on_by_the_text_that_named_it(assistant) -> None:
    proposed = "Hvilket hus foreslås det å utrede videre?"
    assert "64" in last(assistant, proposed, "hvor mange kvadratmeter er det huset?").text
    assert "1,8" in last(assistant, proposed, "hva koster det å bygge om det?").text


@pytest.mark.parametrize(
    "question",
    ["Er oljetillegget på 75 000 vedtatt?", "Er det vedteke eit oljetillegg på 75.000 daler?"],
)
def test_an_amount_that_is_only_proposed_is_told_as_proposed(assistant, question) -> None:
    answer = assistant.ask(question)
    assert "75 000" in answer.text
    assert "orslag" in answer.text
    assert "utsatt" not in answer.text


def test_an_amount_that_was_turned_down_is_told_by_what_became_of_its_case(assistant) -> None:
    assert "avvist" in assistant.ask("Ble rammen på 34,8 millioner vedtatt?").text


def test_the_line_of_the_record_just_told_is_asked_for_by_its_day_or_by_who_is_to_do_it(assistant) -> None:
    when = last(assistant, "Er oljetillegget på 75 000 vedtatt?", "fra når skal det gjelde?")
    assert "1. september 2037" in when.text
    what = last(assistant, "Hva ble vedtatt om lyktene i mars?", "hva skulle sekretariatet skaffe i mellomtiden?")
    assert "juridisk vurdering" in what.text
    assert "utsettes" not in what.text


@pytest.mark.parametrize("question", ["Hvem er nytt medlem siden mars?", "Kven har kome inn som medlem sidan mars?"])
def test_who_is_new_since_a_meeting_is_told_alone_and_spoken_on_of(assistant, question) -> None:
    answer = assistant.ask(question)
    assert "Ulv Mørk" in answer.text
    assert "trådte ut" not in answer.text
    assert "Siv Tåke" in last(assistant, question, "hvem er vara for ham?").text


@pytest.mark.parametrize(
    "question", ["Hvilke bruer lå over målet for ventetid?", "Kva for bruer låg over målet for ventetid i 2036?"]
)
def test_what_is_over_a_target_is_held_against_the_one_in_the_title(assistant, question) -> None:
    answer = assistant.ask(question)
    assert "Hengebrua: 41" in answer.text
    assert "Torvbrua: 33" in answer.text
    assert "Steinbrua" not in answer.text


@pytest.mark.parametrize(
    "question", ["Gi meg de tre tiltakene for tryggere bruer", "Nevn tre tiltak for tryggere bruer"]
)
def test_the_rows_of_a_table_are_a_list_that_is_asked_for_by_its_count(assistant, question) -> None:
    answer = assistant.ask(question)
    for measure in ("Nye rekkverk", "Hengelås på porten", "Sand på trappa"):
        assert measure in answer.text
    assert "380 000" not in answer.text


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("Hvilket tiltak for tryggere bruer er raskest?", "Hengelås på porten"),
        ("Kva tiltak for tryggere bruer er tregast?", "Sand på trappa"),
    ],
)
def test_the_quickest_is_told_by_the_column_of_time(assistant, question, measure) -> None:
    assert measure in assistant.ask(question).text


@pytest.mark.parametrize(
    ("question", "day"),
    [("Når ble brevet til bruvaktene sendt?", "3. mai"), ("Når ble skjemaet for gåter tatt i bruk?", "6. mai")],
)
def test_when_something_was_done_is_told_by_its_status_and_not_by_its_deadline(assistant, question, day) -> None:
    answer = assistant.ask(question)
    assert day in answer.text
    assert "2037" not in answer.text


def test_who_is_away_today_is_not_told_by_the_minutes_of_an_earlier_meeting(assistant) -> None:
    assert "Forfall" not in assistant.ask("Hvem kan ikke komme i dag?").text


def test_who_does_not_get_home_is_no_question_of_who_met(assistant) -> None:
    assert "Forfall" not in assistant.ask("Hvem er det som ikke kommer seg over uten bruvakter?").text
