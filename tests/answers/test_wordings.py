"""Many wordings of plain questions about an invented council, with the built-in embedder."""

from __future__ import annotations

import pytest
from tests.fjord_council import fjord_council

from radsassistent.answers import Assistant, Conversation

pytestmark = pytest.mark.embedder


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Assistant:
    return Assistant(fjord_council(tmp_path_factory.mktemp("fjord"), built_in_embedder))


def told(assistant: Assistant, question: str) -> tuple[str, set[int]]:
    answer = assistant.ask(question)
    assert not answer.abstained, answer.text
    return answer.text, {citation.slide for citation in answer.citations}


@pytest.mark.parametrize(
    "question",
    [
        "Hvem legger frem sak 12/31?",
        "Jeg lurer på hvem som legger frem sak 12/31",
        "Kan du si meg hvem som presenterer sak 12? Jeg rakk ikke å notere det.",
        "Helt kort: hvem har sak 12/31?",
    ],
)
def test_courtesies_and_remarks_change_nothing(assistant, question: str) -> None:
    text, slides = told(assistant, question)
    assert "Bjarne Fabelheim" in text
    assert slides == {4}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvilken sak handler om fyrlykter?", "Sak 13/31"),
        ("Hvilket saksnummer har rensing av fjorden?", "Sak 12/31"),
        ("Hva er nest siste sak?", "Sak 13/31"),
        ("Hva er tredje sak?", "Sak 13/31"),
        ("Hva er siste sak?", "Sak 14/31"),
        ("Er sak 13 til orientering eller drøfting?", "Orientering"),
        ("Hva skjer rett etter lunsj?", "13/31"),
        ("Hvor lenge varer lunsjen?", "30 minutter"),
        ("Når slutter lunsjen?", "12:00"),
        ("Når er vi tilbake etter pausen?", "12:50"),
        ("Når er pausen før sak 14 over?", "12:50"),
        ("Hvor lenge varer pausen?", "10 minutter"),
        ("Når på dagen kommer fyrlyktene opp?", "12:00"),
        ("Hvem går gjennom rensing av fjorden?", "Bjarne Fabelheim"),
        ("Hvor mange saker med eget nummer er det?", "4 saker"),
        ("Hva er rekkefølgen på sakene?", "Sak 11/31"),
        ("Hvem har orienteringen om fyrlykter, og når starter den?", "12:00"),
    ],
)
def test_the_agenda_is_asked_for_in_many_ways(assistant, question: str, said: str) -> None:
    text, slides = told(assistant, question)
    assert said in text
    assert slides == {4}


def test_the_cases_of_a_type_are_listed_and_no_others(assistant) -> None:
    text, _ = told(assistant, "Hvilke saker er orienteringssaker?")
    assert [case for case in ("11/31", "12/31", "13/31", "14/31") if case in text] == ["13/31", "14/31"]


def test_the_cases_that_speak_of_something_are_cited_to_where_they_do(assistant) -> None:
    text, slides = told(assistant, "Hvilke saker nevner muddring?")
    assert "12/31" in text
    assert "13/31" not in text
    assert slides <= {10, 11}


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Hvem sitter i rådet for kommunene?", ["Bjarne Fabelheim", "Cecilie Eventyrvik"], ["Dagny Sagnfjord"]),
        ("Hvem representerer de regionale helseforetakene?", ["Dagny Sagnfjord", "Einar Trollhaug"], ["Fabelheim"]),
        ("Hvem representerer båtforeningen?", ["Gunnar Ramsvik"], ["Astrid"]),
        ("Hvem er kommunedirektør?", ["Cecilie Eventyrvik"], ["Astrid"]),
        ("Hvor mange kommuner er med i rådet?", ["2", "Bjarne Fabelheim"], ["Dagny"]),
        ("Er plassen til Fiskerforeningen besatt?", ["Ikke avklart"], ["Gunnar"]),
        ("hvilken organisasjon komer Gunnar Ramsvik fra", ["Den norske båtforening"], ["Fjord Vest"]),
        ("Er Einar Trollhaug kommunedirektør, eller hva er han?", ["Seniorrådgiver"], ["Cecilie"]),
        ("Vet du hvem som representerer SK i rådet?", ["Cecilie Eventyrvik"], ["Bjarne"]),
        ("Hvem representerer Tåkedal?", ["Bjarne Fabelheim"], ["Cecilie"]),
        ("Who represents the municipality of Skodde in the council?", ["Cecilie Eventyrvik"], ["Bjarne"]),
    ],
)
def test_members_are_asked_for_by_organisation_sort_and_title(assistant, question, said, unsaid) -> None:
    text, slides = told(assistant, question)
    assert all(name in text for name in said)
    assert not any(name in text for name in unsaid)
    assert slides == {2}


@pytest.mark.parametrize("question", ["Hvem er nye medlemmer i rådet?", "Hvem er nytt medlem fra Fjord Vest?"])
def test_newcomers_are_those_whom_a_slide_calls_so(assistant, question: str) -> None:
    text, slides = told(assistant, question)
    assert "Dagny Sagnfjord" in text
    assert "Einar Trollhaug" not in text
    assert slides == {3}


@pytest.mark.parametrize(
    ("question", "said", "slide"),
    [
        ("Når er neste møte i Fjordrådet?", "19. juni 2031", 13),
        ("Når er møtet?", "7. mai 2031", 1),
        ("Når holdes rådsmøtet?", "7. mai 2031", 1),
        ("What room is the meeting in?", "Naustsalen", 1),
    ],
)
def test_the_meeting_and_the_next_are_told_apart(assistant, question: str, said: str, slide: int) -> None:
    text, slides = told(assistant, question)
    assert said in text
    assert slides == {slide}


@pytest.mark.parametrize("question", ["Når er sommermøtet?", "Hvem la fram hva på møtet i januar?"])
def test_another_meeting_than_those_held_is_not_mistaken_for_one(assistant, question: str) -> None:
    assert assistant.ask(question).abstained


def test_a_proposal_is_found_by_what_it_is_about(assistant) -> None:
    text, slides = told(assistant, "Hva foreslås om fyrlyktene?")
    assert "Forslag til vedtak i sak 13/31" in text
    assert slides == {14}


def test_a_brief_answer_about_a_proposal_is_its_first_line(assistant) -> None:
    text, _ = told(assistant, "Kort: hva foreslås i sak 12/31?")
    assert "muddringen" in text
    assert "kostnadene" not in text


@pytest.mark.parametrize("question", ["Hva er forslaget under eventuelt?", "Hva foreslås i sak 14/31?"])
def test_a_case_without_a_proposal_is_said_to_have_none(assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.abstained
    assert "14/31" in answer.text


def test_two_slides_that_count_differently_are_both_told(assistant) -> None:
    text, slides = told(assistant, "Hvor mange søknader om tilskudd til rensing er det?")
    assert "42" in text
    assert "37" in text
    assert slides == {8, 9}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hva koster muddring i 2032?", "16 millioner kroner"),
        ("Hva koster rensingen til sammen i 2031?", "17,5 millioner kroner"),
        ("Hva koster rensingen i 2031 uten muddring?", "17,5 − 14 = 3,5 millioner kroner"),
    ],
)
def test_a_cell_a_sum_and_a_sum_without_a_part(assistant, question: str, said: str) -> None:
    text, slides = told(assistant, question)
    assert said in text
    assert slides == {10}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "Hvor mye endrer muddring seg fra 2031 til 2033?",
            "fra 14 i 2031 til 19 i 2033, en økning på 5 millioner kroner (+5)",
        ),
        ("Hvor mye endrer siltgardinene seg fra 2031 til 2033?", "en nedgang på 5,5 millioner kroner (-5,5)"),
    ],
)
def test_a_change_is_told_in_words_with_its_ends(assistant, question: str, said: str) -> None:
    text, slides = told(assistant, question)
    assert said in text
    assert slides == {10}


def test_a_heading_inside_a_table_stands_for_its_sum(assistant) -> None:
    text, slides = told(assistant, "Hvor mye koster bryggevakt i 2031?")
    assert "8 millioner kroner" in text
    assert slides == {17}


def test_every_year_asked_for_is_told_where_the_rows_are_years(assistant) -> None:
    text, slides = told(assistant, "Hvor mange anløp hadde seilskip i 2029 og 2031?")
    assert "12" in text
    assert "21" in text
    assert "15" not in text
    assert slides == {18}


def test_what_a_person_presents_is_that_persons_case(assistant) -> None:
    text, slides = told(assistant, "Hva skal Einar Trollhaug presentere?")
    assert "13/31" in text
    assert "12/31" not in text
    assert slides == {4}


def test_who_sits_in_a_body_without_a_list_is_not_told_from_another_bodys_list(assistant) -> None:
    answer = assistant.ask("Hvem sitter i Elvrådet?")
    assert answer.abstained
    assert "Elvrådet" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange elefanter er det i fjorden?",
        "Hvor mange stemte for forslaget i sak 12/31?",
        "Hva koster muddring i 2040?",
        "Hva koster fyrlyktene i 2032?",
        "Hva var budsjettet for fyrlyktene?",
        "Hvor lenge har Einar Trollhaug sittet i rådet?",
        "Hvor mange båter er registrert i Fjord Vest?",
        "Hvem er nestleder i Fjordrådet?",
        "Hvem var leder av Fjordrådet før Oppdiktnes?",
        "Hva blir det til middag etter møtet?",
        "Hvem er medlem fra Tannlegeforeningen?",
        "Hvor mye kostet anløpene av ferger i 2030?",
        "Hva mener Peder Ukjentsen om fyrlyktene?",
    ],
)
def test_what_is_not_on_the_slides_is_not_answered(assistant, question: str) -> None:
    assert assistant.ask(question).abstained


def test_that_case_is_the_one_that_the_answer_before_cited(assistant) -> None:
    talk = Conversation()
    assistant.ask("Hva skal fyrlyktene gjøre om natten?", talk)
    assert "Einar Trollhaug" in assistant.ask("Hvem legger frem den saken?", talk).text


@pytest.mark.parametrize(
    "question", ["Når begynner den?", "Hvem legger frem?", "Hva er forslaget til vedtak?", "Who presents it?"]
)
def test_a_question_about_no_case_in_particular_is_asked_back(assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.abstained
    assert answer.text.startswith("Hvilken sak mener du?")


@pytest.mark.parametrize(
    "question",
    ["Når slutter møtet?", "Hvor lenge varer møtet?", "Når er møtet ment å være ferdig?", "When does the meeting end?"],
)
def test_the_end_of_a_meeting_is_no_guess_from_its_last_item(assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.abstained
    assert "sier ikke når møtet slutter" in answer.text
    assert "sak 14/31" in answer.text.lower()


@pytest.mark.parametrize("question", ["Who leads the council?", "Who heads the council?", "Who chairs the council?"])
def test_who_leads_is_asked_for_in_english_too(assistant, question: str) -> None:
    told_leader, slides = told(assistant, question)
    assert (told_leader, slides) == told(assistant, "Hvem leder rådet?")


def test_where_somebody_works_is_asked_for_in_english_too(assistant) -> None:
    talk = Conversation()
    chair = assistant.ask("Who leads the council?", talk)
    answer = assistant.ask("Where does she work?", talk)
    assert not answer.abstained
    assert chair.text.split(":")[0].removesuffix(" (leder)") in answer.text
