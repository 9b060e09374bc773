"""When, for how long, who, of what type, before and after what: questions about an invented council's agenda, and going on."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant, Conversation
from radsassistent.archive import Archive, CouncilEmbedding

pytestmark = pytest.mark.embedder

AGENDA = (
    ("21/31", "Godkjenning av innkalling", "Tyra Gråstein, Steinetaten", "09:00", "Godkjenning"),
    ("22/31", "Heller til gapahuken", "Odd Kampen, Kampen steinbrudd", "09:15", "Drøfting"),
    (None, "Rundt bordet", "Alle", "10:30", None),
    ("23/31", "Veien til steinbruddet", "Liv Ura, Kampen steinbrudd", "10:50", "Orientering"),
    (None, "Lunsj", None, "11:30", None),
    ("24/31", "Mose på murene", "Eli Mosegård, Murlaget", "12:15", "Drøfting"),
    (None, "Pause", None, "13:15", None),
    ("25/31", "Støv fra knuseverket", "Tyra Gråstein, Steinetaten", "13:25", "Orientering"),
    (None, "Pause", None, "14:00", None),
    ("26/31", "Eventuelt", "Tyra Gråstein, Steinetaten", "14:15", None),
)
SLIDES = (
    slide("Møte i Steinrådet 6. mai 2031", "Møterom Granitt, Steinhuset, Oppdiktås"),
    slide("Dagsorden", table(("Saksnr", "Sak", "Legger frem", "Tid", "Sakstype"), *AGENDA)),
    slide("Sak 21/31: Godkjenning av innkalling"),
    slide("Forslag til vedtak", "Steinrådet godkjenner innkallingen."),
    slide("Sak 22/31: Heller til gapahuken", "• Hellene skal være flate"),
    slide("Forslag til vedtak", "Steinrådet ber Kampen steinbrudd levere hellene."),
    slide("Sak 23/31: Veien til steinbruddet", "• Veien er bred nok til to lass"),
    slide("Forslag til vedtak", "Steinrådet tar saken til orientering."),
    slide("Sak 24/31: Mose på murene", "• Mosen er grønn hele året"),
    slide("Forslag til vedtak", "Steinrådet gir innspill til mosen."),
    slide("Sak 25/31: Støv fra knuseverket", "• Støvet legger seg om natten"),
    slide("Forslag til vedtak", "Steinrådet tar målingene av støvet til orientering."),
    slide("Sak 26/31: Eventuelt"),
    slide("Takk for i dag", "• Neste møte i Steinrådet er 9. juni 2031"),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("stein")
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(*written(folder / "ingest", *SLIDES, name="steinraadet.pdf"))
    return Assistant(archive)


def told(assistant: Assistant, *questions: str) -> tuple[str, set[int]]:
    """The answer to the last of the questions of one conversation, and the slides that it cites."""
    chat = Conversation()
    for question in questions:
        answer = assistant.ask(question, chat)
    assert not answer.abstained, answer.text
    return answer.text, {citation.slide for citation in answer.citations}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvor lang er lunsjen?", "45 minutter"),
        ("Kor lenge varer den siste pausen?", "15 minutter"),
        ("Hvor lang er den første pausen etter lunsj?", "10 minutter"),
        ("How long is the first break after lunch?", "10 minutter"),
        ("Hvor mange minutter er satt av til runden rundt bordet?", "20 minutter"),
        ("Hvor lenge skal vi snakke om mosen på murene?", "60 minutter"),
        ("Hvor mye tid går til sak 22 og 24 til sammen?", "135 minutter"),
        ("Hvor lenge varer pausene til sammen?", "25 minutter"),
        ("Hvor lenge er det fra start til lunsj?", "150 minutter"),
        ("Hvor lenge er det fra lunsj til sak 25?", "115 minutter"),
    ],
)
def test_lengths_are_told_of_one_row_of_several_and_between_two(assistant, question: str, said: str) -> None:
    text, slides = told(assistant, question)
    assert said in text
    assert slides == {2}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hva står på programmet ti på elleve?", "Sak 23/31"),
        ("Kva skjer kvart over tolv?", "Sak 24/31"),
        ("Hva skjer klokka 13.30?", "Sak 25/31"),
        ("What is on at half past ten?", "Rundt bordet"),
        ("Hva er planlagt mellom ett og halv to?", "Sak 25/31"),
    ],
)
def test_a_time_of_day_in_digits_or_words_names_what_is_on_then(assistant, question: str, said: str) -> None:
    text, _ = told(assistant, question)
    assert said in text


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Hvem kommer rett før Eli Mosegård?", "Liv Ura", "Mosegård"),
        ("Kven tek over etter lunsj?", "Eli Mosegård", "Ura"),
        ("Hva er siste sak før lunsj?", "23/31", "22/31"),
        ("Hva kommer mellom sak 22 og sak 24?", "Rundt bordet", "25/31"),
        ("Hvem er siste innleder?", "26/31", "21/31"),
        ("Hvor mange saker er det etter lunsj?", "3 saker", "23/31"),
        ("Hvem fra Kampen steinbrudd legger frem saker?", "Odd Kampen", "Tyra"),
        ("Hvem fra Kampen steinbrudd legger frem saker?", "Liv Ura", "Tyra"),
    ],
)
def test_what_stands_beside_a_person_a_case_or_a_break_is_found(assistant, question, said, unsaid) -> None:
    text, _ = told(assistant, question)
    assert said in text
    assert unsaid not in text


@pytest.mark.parametrize(
    ("question", "times"),
    [
        ("Når er kaffepausene på ettermiddagen, når starter de?", ["13:15", "14:00"]),
        ("Når kjem saka om mosen opp?", ["12:15"]),
        ("Klokka hva er vi i gang igjen etter den siste pausen?", ["14:15"]),
        ("når begynner møtet 6 mai", ["09:00"]),
        ("Hvor lenge er det til lunsj?", ["11:30"]),
    ],
)
def test_when_something_is_on_is_told_by_its_own_row(assistant, question: str, times: list[str]) -> None:
    text, slides = told(assistant, question)
    assert [time for *_, time, _ in AGENDA if time in text] == times
    assert slides == {2}


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (("Når får vi mat?", "og hvor lang er den pausen?"), "45 minutter"),
        (("Når får vi mat?", "Hvilken sak er først ute etterpå?", "hvem holder i den?"), "Eli Mosegård"),
        (("Når er det lunsj?", "Når er vi i gang igjen?"), "12:15"),
        (("Når er det lunsj?", "Når settes møtet igjen?", "Hvem har ordet da?"), "Eli Mosegård"),
        (("Hvem legger frem sak 24?", "hvem tar over etterpå?"), "Tyra Gråstein"),
        (("Hvem legger frem sak 24?", "hvem kommer rett før henne på programmet?"), "Liv Ura"),
        (("Hvem legger frem sak 24?", "hva slags sak er det?"), "Drøfting"),
        (("Kva saksnummer har det om knuseverket?", "kven legg ho fram?"), "Tyra Gråstein"),
        (("What time is case 25?", "What kind of item is it?"), "Orientering"),
        (("Hva foreslås i sak 22?", "og i den neste?"), "Forslag til vedtak i sak 23/31"),
    ],
)
def test_a_conversation_goes_on_from_the_row_spoken_of(assistant, questions: tuple[str, ...], said: str) -> None:
    text, _ = told(assistant, *questions)
    assert said in text


def test_the_cases_are_told_whose_proposals_say_something(assistant) -> None:
    text, slides = told(assistant, "I hvilke saker foreslås det å ta noe til orientering?")
    assert "23/31" in text
    assert "25/31" in text
    assert slides == {8, 12}


@pytest.mark.parametrize(
    "questions",
    [
        ("Er innkallinga godkjend?",),
        ("Hva foreslås i sak 21?", "er det bestemt?"),
    ],
)
def test_what_is_only_proposed_is_said_to_be_so_with_the_proposal(assistant, questions: tuple[str, ...]) -> None:
    text, slides = told(assistant, *questions)
    assert "bare forslag til vedtak" in text
    assert slides == {4}


@pytest.mark.parametrize(
    "question",
    [
        "Hvilket klokkeslett er møtet ferdig?",
        "Hvor lenge sitter vi?",
        "Hvor lenge varer eventuelt?",
        "Hvilken dato møtes Steinrådet i september?",
    ],
)
def test_what_no_agenda_tells_is_not_guessed(assistant, question: str) -> None:
    assert assistant.ask(question).abstained


def test_when_a_road_is_finished_is_not_told_by_when_it_is_spoken_of(assistant) -> None:
    assert "11:30" not in assistant.ask("Når er veien til steinbruddet ferdig?").text
    text, _ = told(assistant, "Når er vi ferdige med saken om veien til steinbruddet?")
    assert "til kl. 11:30" in text


@pytest.mark.parametrize(
    ("question", "types"),
    [
        ("Skal vi vedta noe om heller til gapahuken, eller bare snakke om det?", {"Drøfting"}),
        ("Er sak 23 til orientering?", {"Orientering"}),
        ("Er det ei orienteringssak eller noko anna, sak 24?", {"Drøfting"}),
        ("Which items are only for information?", {"Orientering"}),
    ],
)
def test_the_type_of_a_case_is_told_however_it_is_asked(assistant, question: str, types: set[str]) -> None:
    text, _ = told(assistant, question)
    assert {sort for *_, sort in AGENDA if sort and sort in text} == types


def test_a_time_of_day_when_no_meeting_is_held_names_no_item(assistant) -> None:
    answer = assistant.ask("Hva står på programmet kvart på åtte?")
    # The nearest slide that it names may be of any case: nearly equal ones come in the order of a processor's rounding.
    assert answer.abstained
    assert answer.citations == ()


def test_what_comes_after_something_is_told_of_an_item_only_where_it_is_spoken_of_as_one(assistant) -> None:
    text, _ = told(assistant, "Hva står på programmet etter støvet fra knuseverket?")
    assert "14:00" in text
    assert "14:00" not in assistant.ask("Hva skjer etter støvet?").text


def test_what_is_to_be_approved_is_told_by_the_types_of_the_cases(assistant) -> None:
    text, _ = told(assistant, "Skal vi godkjenne noe i dag, og i så fall hva?")
    assert "21/31" in text
    assert "22/31" not in text


def test_a_place_asked_of_nothing_is_not_told(assistant) -> None:
    assert told(assistant, "Når er neste møte?")[1] == {14}
    chat = Conversation()
    assistant.ask("Når er neste møte?", chat)
    assert assistant.ask("hvilket sted da?", chat).abstained


def test_the_sources_name_every_case_of_a_list_that_stands_on_one_slide(assistant: Assistant) -> None:
    answer = assistant.ask("Hvilke saker er til orientering?")
    assert [(citation.case, citation.slide) for citation in answer.citations] == [("23/31", 2), ("25/31", 2)]


@pytest.mark.parametrize("question", ["Hva er første sak etter lunsj?", "Hva er den første saken etter lunsj?"])
def test_the_first_case_after_something_is_not_searched_for_as_the_first_of_the_meeting(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert [(citation.case, citation.slide) for citation in answer.citations] == [("24/31", 2)]
    assert answer.scope.cases == ()


@pytest.mark.parametrize(
    "question",
    [
        "Når må saker være meldt inn til neste møte?",
        "Når skal saker sendes inn før neste møte?",
        "Kva tid må saker vere leverte inn?",
        "When must items be handed in?",
    ],
)
def test_by_when_cases_must_be_handed_in_is_not_told_by_the_hours_of_the_agenda(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert "kl." not in answer.text and "2" not in [str(c.slide) for c in answer.citations], answer.text
