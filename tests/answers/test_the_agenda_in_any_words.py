"""Items of an agenda asked for in wordings that no rule foresees: what is asked is learnt; an invented council."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant, Conversation
from radsassistent.archive import Archive, CouncilEmbedding

pytestmark = pytest.mark.embedder

HEADER = ("Saksnr", "Sak", "Presenterer", "Tid", "Sakstype")
DECK = (
    slide("Møte i Ullrådet", "Møte 2/2033", "9. juni 2033, kl. 09.00–15.00", "Spinneriet, Ullvik"),
    slide(
        "Agenda Ullrådet 9. juni 2033",
        table(
            HEADER,
            ("11/33", "Godkjenning av innkalling og dagsorden", "Gro Vev, Ulldirektoratet", "09:00", "Godkjenning"),
            ("12/33", "Saueklipping i fjellet", "Ola Saks, Fjellsauelaget", "09:10", "Orientering"),
            ("13/33", "Prisene på garn", "Pia Nøste, Garntilsynet", "10:00", "Drøfting"),
            ("", "Lunsj", "", "11:00", ""),
            ("14/33", "Ny spinnemaskin i Ullvik", "Tor Rokk, Spinneriet", "11:45", "Beslutning"),
            ("", "Pause", "", "12:45", ""),
            ("15/33", "Opplæring av strikkere", "Eva Maske, Strikkeforbundet", "13:00", "Drøfting"),
            ("16/33", "Eventuelt", "Gro Vev, Ulldirektoratet", "14:30", ""),
        ),
    ),
    slide(
        "Medlemmer i Ullrådet",
        table(
            ("Navn", "Stilling", "Virksomhet"),
            ("Gro Vev (leder)", "Direktør", "Ulldirektoratet"),
            ("Ola Saks", "Saueklipper", "Fjellsauelaget"),
            ("Pia Nøste", "Fagsjef", "Garntilsynet"),
            ("Eva Maske", "Seniorrådgiver", "Strikkeforbundet"),
        ),
    ),
    slide("Saueklipping i fjellet", "Sak 12/33", "• 4 200 sauer ble klippet i fjor", "• Klippingen tar tre uker"),
    slide("Forslag til vedtak", "Sak 12/33: Saueklipping i fjellet", "Ullrådet tar saken til orientering."),
    slide("Prisene på garn", "Sak 13/33", "• Prisen har steget med 12 prosent", "• Garnlagrene er små"),
    slide("Forslag til vedtak", "Sak 13/33: Prisene på garn", "Ullrådet gir innspill til prisene."),
    slide("Ny spinnemaskin i Ullvik", "Sak 14/33", "• Maskinen koster 7 millioner kroner", "• Den står ferdig i 2035"),
    slide("Forslag til vedtak", "Sak 14/33: Ny spinnemaskin i Ullvik", "Ullrådet tilrår at maskinen kjøpes."),
    slide("Opplæring av strikkere", "Sak 15/33", "• 300 strikkere har tatt kurset", "• Kurset varer i to dager"),
)


@pytest.fixture(scope="module")
def wool(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("ull")
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(*written(folder / "ingest", *DECK, name="ullraadet.pdf"))
    return Assistant(archive)


def asked(wool: Assistant, question: str) -> str:
    answer = wool.ask(question)
    assert not answer.abstained, answer.text
    assert {citation.slide for sentence in answer.sentences for citation in sentence.citations} == {2}
    return answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hvem loser oss gjennom det om garnprisene?", "Pia Nøste"),
        ("Kven er det som tek for seg sauene som blir klipte i fjellet?", "Ola Saks"),
        ("Who walks us through the prices of garn?", "Pia Nøste"),
        ("Hvem er det som er satt opp på sak 14/33?", "Tor Rokk"),
        ("Når bør jeg logge på for å få med meg spinnemaskinen?", "11:45"),
        ("Når tek de fatt på opplæringa av strikkarane?", "13:00"),
        ("Hvor mange minutter har Pia Nøste fått til garnprisene?", "60 minutter"),
        ("Hvor mange minutter er det satt av til saueklippingen?", "50 minutter"),
        ("Er garnprisene noe vi bare får høre om, eller skal vi si hva vi mener?", "Drøfting"),
        ("hvordan er saken om spinnemaskinen klassifisert, som orientering eller noe annet?", "Beslutning"),
        ("Når må vi være på plass igjen etter lunsjen?", "11:45"),
        ("When do we have to be back from lunch?", "11:45"),
        ("Hvor lang matpause la dagsordnen opp til?", "45 minutter"),
        ("Hvilke saksnumre er til drøfting?", "15/33"),
    ],
)
def test_what_is_asked_of_an_item_is_told_in_whatever_words_it_is_asked(
    wool: Assistant, question: str, told: str
) -> None:
    assert told in asked(wool, question)


def test_who_and_when_are_both_told_where_both_are_asked_for(wool: Assistant) -> None:
    text = asked(wool, "Spinneriet sin sak om spinnemaskinen, hvem snakker og når?")
    assert "Tor Rokk" in text
    assert "11:45" in text


def test_the_item_that_is_going_on_is_told_by_a_time_without_a_colon(wool: Assistant) -> None:
    assert "14/33" in asked(wool, "kan bare ringe inn kl 1215, hvilken sak er det da?")


@pytest.mark.parametrize(
    "question", ["Did the council approve the agenda?", "Did we agree to buy the ny spinnemaskin?"]
)
def test_what_is_up_for_approval_has_not_been_approved(wool: Assistant, question: str) -> None:
    assert not wool.ask(question).text.startswith("Ja")


@pytest.mark.parametrize(
    "question",
    [
        "Hvem loser oss gjennom det om hvalfangsten?",
        "Når bør jeg logge på for å få med meg romfartsprogrammet?",
        "Hvor mange minutter er det satt av til skattereformen?",
    ],
)
def test_an_item_that_is_not_on_the_agenda_is_none_of_those_that_are(wool: Assistant, question: str) -> None:
    assert wool.ask(question).abstained


def test_what_only_sounds_like_it_is_not_asked_of_the_agenda(wool: Assistant) -> None:
    assert "2035" in wool.ask("Når står den nye spinnemaskinen ferdig?").text


def test_where_a_member_belongs_is_his_organisation(wool: Assistant) -> None:
    assert "Garntilsynet" in wool.ask("Hvor hører Pia Nøste til?").text


@pytest.mark.parametrize("question", ["hvem stemte imot i saken om garnprisene?", "Kven røysta mot spinnemaskinen?"])
def test_who_voted_is_not_told_without_minutes(wool: Assistant, question: str) -> None:
    assert wool.ask(question).abstained


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Når på dagen er lunsjen, og når er vi i gang att?", ("11:00", "11:45")),
        ("Når får vi mat, og når er vi i gang igjen?", ("11:00", "11:45")),
    ],
)
def test_when_it_goes_on_is_told_after_the_break_that_the_other_question_names(
    wool: Assistant, question: str, told: tuple[str, str]
) -> None:
    text = asked(wool, question)
    assert all(time in text for time in told)


def test_a_follow_up_for_the_type_is_of_the_case_spoken_of(wool: Assistant) -> None:
    conversation = Conversation()
    wool.ask("Hvem legger frem sak 13/33?", conversation)
    assert "Drøfting" in wool.ask("er det bare til orientering eller skal vi mene noe?", conversation).text


def test_the_organisation_of_whom_a_question_names_is_told_in_any_words(wool: Assistant) -> None:
    assert "Strikkeforbundet" in wool.ask("hvilken virksomhet var det nå Maske hørte til?").text


def test_what_no_list_tells_of_somebody_is_not_told(wool: Assistant) -> None:
    assert wool.ask("Hvilken fagforening hører Pia Nøste til?").abstained
