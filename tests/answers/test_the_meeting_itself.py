"""When the meeting begins and where it is, in whatever words; the hour of the next one; what an asker says besides."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table
from tests.meeting_of_the_kites import meeting_of_the_kites
from tests.one_deck_council import assistant_over

from radsassistent.answers import Assistant, Conversation
from radsassistent.answers.agenda.meeting_itself import asks_when_it_begins
from radsassistent.search.asides import without_aside

embedded = pytest.mark.embedder

LANTERNS = (
    slide("Møte i Lyktrådet 5. mai 2038", "Lampesalen, Oppdiktnes"),
    slide(
        "Dagsorden",
        table(
            ("Sak", "Tittel", "Ansvarlig", "Tid", "Type"),
            ("1/38", "Linser og speil", "Oppdiktet Olsen, Fyretaten", "10:50", "Orientering"),
            ("2/38", "Tåkelur på Skvalpeskjær", "Oppdiktet Nilsen, Lurlaget", "11:30", "Drøfting"),
            ("3/38", "Eventuelt", "Oppdiktet Olsen, Fyretaten", "12:00", "Drøfting"),
        ),
    ),
    slide("Sak 1/38: Linser og speil", "• Komiteen for linser har seks medlemmer", "• Linsene slipes i Oppdiktvik"),
    slide(
        "Kostnader for tåkelur (mill. kroner)",
        "Sak 2/38",
        table(("Post", "2038", "2039"), ("Innkjøp av tåkelur", "5", "7"), ("Drift av tåkelur", "2", "3")),
    ),
    slide("Takk for i dag", "Neste møte i Lyktrådet er 9. juni"),
)


@pytest.fixture(scope="module")
def kites(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Assistant:
    return Assistant(meeting_of_the_kites(tmp_path_factory.mktemp("drager"), built_in_embedder))


@pytest.fixture(scope="module")
def lanterns(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_over(LANTERNS, tmp_path_factory.mktemp("lykter"), StemEmbedding())


@pytest.mark.parametrize(
    "question",
    [
        "når braker det løs om morgenen",
        "Når må folkene mine være på plass for å få med seg starten?",
        "Når må jeg være på plass i morgen, altså når settes møtet den 5.?",
        "Kva tid må medlemene møte opp tysdag?",
        "Når kjører vi i gang?",
        "What time does the meeting kick off in the morning?",
    ],
)
def test_when_the_meeting_begins_is_told_in_whatever_words_it_is_asked(lanterns: Assistant, question: str) -> None:
    answer = lanterns.ask(question)
    assert "10:50" in answer.text
    assert [citation.slide for said in answer.sentences for citation in said.citations] == [2]


@pytest.mark.parametrize(
    "before",
    ["Hvor slipes linsene?", "Hva koster innkjøp av tåkelur i 2039?", "Hvor mange medlemmer har komiteen for linser?"],
)
def test_when_it_begins_is_asked_of_the_meeting_also_where_something_else_was_told(
    lanterns: Assistant, before: str
) -> None:
    talk = Conversation()
    lanterns.ask(before, talk)
    assert "10:50" in lanterns.ask("Når braker det løs?", talk).text


@pytest.mark.parametrize("called", ["møtet i mai 2038", "møtet 5. mai 2038", "maimøtet i 2038"])
def test_an_hour_of_the_meeting_is_told_where_its_day_or_month_and_year_are_named(
    lanterns: Assistant, called: str
) -> None:
    answer = lanterns.ask(f"Når skal vi snakke om tåkelur på {called}?")
    assert "11:30" in answer.text
    assert {citation.slide for citation in answer.citations} == {2}


@pytest.mark.parametrize(
    "question",
    [
        "Når må søknadene være på plass?",
        "Når setter vi i gang med innføringen?",
        "Og når begynner vi på den?",
        "Når må vi være på plass igjen etter lunsj?",
        "Når starter det?",
    ],
)
def test_what_else_begins_is_not_the_meeting(lanterns: Assistant, question: str) -> None:
    assert not asks_when_it_begins(question, lanterns.corpus())


def test_the_meeting_may_be_called_by_where_it_is_held(lanterns: Assistant) -> None:
    assert asks_when_it_begins("Når starter møtet i Lampesalen?", lanterns.corpus())
    assert not asks_when_it_begins("Når starter møtet i Skvalpeskjær?", lanterns.corpus())


@embedded
@pytest.mark.parametrize(
    "question",
    [
        "Hva heter rommet dere skal sitte i?",
        "Hvor i byen ligger lokalet?",
        "Hvor skal vi være tirsdag?",
        "Kva rom sit vi i?",
        "Which room are we meeting in?",
    ],
)
def test_where_the_meeting_is_held_is_told_in_whatever_words_it_is_asked(kites: Assistant, question: str) -> None:
    assert "Vindsalen" in kites.ask(question).text


@embedded
@pytest.mark.parametrize("question", ["Hvor mange sitter i den?", "Hvor ligger hangaren?", "Hvor sitter dragene?"])
def test_where_something_else_is_or_how_many_sit_is_not_the_place_of_the_meeting(kites: Assistant, question) -> None:
    assert "Vindsalen" not in kites.ask(question).text


@embedded
def test_where_that_is_goes_on_from_when_one_must_be_there(kites: Assistant) -> None:
    conversation = Conversation()
    kites.ask("Når må jeg være på plass den 14. september?", conversation)
    assert "Vindsalen" in kites.ask("og hvor da?", conversation).text


@pytest.mark.parametrize("question", ["Hvilket klokkeslett begynner neste møte?", "Når på dagen er neste møte?"])
def test_the_hours_of_this_meeting_are_not_those_of_the_next(lanterns: Assistant, question: str) -> None:
    answer = lanterns.ask(question)
    assert answer.abstained
    assert "neste møtet" in answer.text
    assert "9. juni" in lanterns.ask("Når er neste møte?").text


def test_the_hour_of_the_next_meeting_is_told_where_its_slide_has_it(tmp_path) -> None:
    slides = (*LANTERNS[:-1], slide("Takk for i dag", "Neste møte i Lyktrådet er 9. juni kl. 13.15"))
    answer = assistant_over(slides, tmp_path, StemEmbedding()).ask("Hvilket klokkeslett begynner neste møte?")
    assert "13.15" in answer.text
    assert not answer.abstained


def test_what_an_asker_says_of_himself_does_not_stand_in_the_way_of_the_question(lanterns: Assistant) -> None:
    assert "12:00" in lanterns.ask("Jeg må gå tidlig på grunn av bussen. Når begynner eventuelt?").text


@pytest.mark.parametrize(
    ("question", "alone"),
    [
        ("Jeg må gå tidlig. Når begynner eventuelt?", "Når begynner eventuelt?"),
        # What leans on what was said before, or on the asker, needs all of it.
        ("Vi bryr oss bare om Lurlaget. Hvilke saker har folk derfra?", None),
        ("Jeg er revisor. Når må jeg være klar?", None),
        ("Tåkeluren er ny. Når begynner saken?", None),
        ("Når begynner eventuelt?", None),
    ],
)
def test_only_what_needs_nothing_of_what_was_said_before_is_asked_alone(question: str, alone: str | None) -> None:
    assert without_aside(question) == alone


def test_a_table_of_labels_on_a_cover_tells_when_and_where_the_meeting_is(tmp_path) -> None:
    cover = slide(
        "Lyktrådet", "OPPDIKTNES", table(("Dato:", "05.05.38"), ("Tid:", "09.00–12.00"), ("Sted:", "Lampehuset, sal 2"))
    )
    agenda = slide("Saksliste", "Sak 1/38: Linser og speil", "Sak 2/38: Tåkelur på Skvalpeskjær", "Sak 3/38: Eventuelt")
    told = assistant_over((cover, agenda, LANTERNS[2]), tmp_path, StemEmbedding())
    assert "09.00–12.00" in told.ask("Når begynner møtet?").text
    assert "09.00–12.00" in told.ask("Når slutter møtet?").text
    assert "Lampehuset, sal 2" in told.ask("Hvor er møtet?").text
