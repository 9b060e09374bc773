"""Members by other words, votes told in sentences, what became of earlier decisions, and cells of rows that a question means."""

from __future__ import annotations

import pytest
from tests.meeting_of_the_kites import DECK, MINUTES, meeting_of_the_kites

from radsassistent.answers import Assistant
from radsassistent.meetings import Presence, understand

embedded = pytest.mark.embedder


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Assistant:
    return Assistant(meeting_of_the_kites(tmp_path_factory.mktemp("drager"), built_in_embedder))


def test_each_of_several_stand_ins_in_one_sentence_and_who_reported_absence_are_read() -> None:
    met = understand([MINUTES]).attendance
    stood_in = {(each.name, each.substitutes_for) for each in met if each.presence is Presence.SUBSTITUTE}
    assert stood_in == {("Ane Brisling", "Odd Snorås"), ("Jon Vimpel", "Berit Kastvind")}
    away = {each.name for each in met if each.presence is Presence.ABSENT}
    assert away == {"Odd Snorås", "Berit Kastvind", "Kåre Stille"}


def test_both_sides_of_a_vote_are_kept_and_what_was_of_one_voice_only_in_part_is_not_all_of_it() -> None:
    votes = {each.case: each.votes for each in understand([DECK, MINUTES]).decisions}
    assert votes["22/32"] == "nybygget fikk én stemme og falt. Ombyggingen ble vedtatt med tre stemmer."
    assert votes["21/32"] is not None
    assert "Halevind tre stemmer" in votes["21/32"]
    assert votes["21/32"].endswith("Resten var enstemmig.")


def test_lists_of_stand_ins_and_of_the_secretariat_are_lists_of_their_own() -> None:
    of_group = {(each.name, each.title, each.group) for each in understand([DECK]).members}
    assert ("Jon Vimpel", "syer", "Varamedlemmer") in of_group
    assert ("Max Blekk", "skriver", "Sekretariat") in of_group


@embedded
@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Hvem er sjefen for drageutvalget?", {"Tuva Trådløs"}),
        ("Hvem sitter der uten å være vanlige medlemmer?", {"Kåre Stille", "Liv Lofting"}),
        ("Kven i utvalet kjem frå oppdrettsnæringa?", {"Odd Snorås"}),
        ("Hvem i utvalget taler for passasjerene?", {"Berit Kastvind"}),
        ("Hvem sitter der for de unge?", {"Siv Halevind"}),
        ("Hvem er i sekretariatet?", {"Pia Penn", "Max Blekk"}),
        ("Hvem leder sekretariatet?", {"Pia Penn"}),
        ("Hvem satt i stolen til Odd Snorås?", {"Ane Brisling", "Odd Snorås"}),
        ("Who stood in for Berit Kastvind?", {"Jon Vimpel", "Berit Kastvind"}),
    ],
)
def test_members_are_found_by_other_words_for_whom_they_sit_and_by_their_list(assistant, question, names) -> None:
    people = {each.name for each in understand([DECK]).members}
    assert {name for name in people if name in assistant.ask(question).text} == names


@embedded
@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Hvor skal jeg møte opp på møtet i september?", "Vindsalen", "09"),
        ("Jeg skal bare være med på saken om hangaren, når må jeg være på plass?", "10:00", "stemme"),
        ("Hva slags sak er 23/32, trenger vi å stemme?", "Drøfting", "Vedtak i sak"),
        ("Hvilket saksnummer har det med låven?", "22/32", "21/32"),
        ("Skal vi vedta noe om låven, eller bare snakke om den?", "Beslutning", "21/32"),
        ("Ble budsjettet vedtatt slik det lå?", "Ventetiden settes til inntil 12 uker", "61"),
        ("Er saken om luftrommet lukket nå?", "Sak 3/32 holdes åpen", "5/32"),
        ("Når må kurset i knuter være klart, etter det utvalget bestemte?", "1. mars 2033", "1. juni"),
        ("Hva ble bestemt om sak 5/32?", "1. mars 2033", "luftrommet"),
        ("Hva hadde sekretariatet egentlig foreslått som ventetid?", "24 uker", "12 uker"),
        ("Kor stor ramme føreslo sekretariatet for hangaren?", "88 mill", "61"),
        ("Hvor mye kan hangaren maksimalt koste etter vedtaket?", "61 mill", "88"),
        ("Korleis gjekk det med nybygget i avstemminga?", "fikk én stemme og falt", "24"),
    ],
)
def test_what_is_asked_of_the_agenda_the_decisions_and_the_proposals_is_told_apart(
    assistant, question, said, unsaid
) -> None:
    text = assistant.ask(question).text
    assert said in text
    assert unsaid not in text


@embedded
@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Hva får draghalene i siste år av perioden?", "6,5", "5,5"),
        ("Hvilket år er budsjettet på det laveste, og hvor mye er det?", "11,1", "4,0"),
        ("Hva koster utstyret til hangaren hvis man bygger om?", "3 mill", "8"),
        ("Hvor dyrt blir det å drive nybygget hvert år?", "2,9", "1,2"),
        ("Hvilken oppgave på lista har ingen begynt på ennå?", "Brev om ballonger", "knuter"),
        ("Which tasks are delayed?", "Kurs i knuter", "ballonger"),
        ("Hvilke saker på statuslista er utført?", "luftrommet", "ballonger"),
    ],
)
def test_the_cells_of_a_row_are_found_by_what_they_are_about(assistant, question, said, unsaid) -> None:
    text = assistant.ask(question).text
    assert said in text
    assert unsaid not in text


@embedded
@pytest.mark.parametrize(
    "question",
    [
        "Hva koster utstyret til undervannsbåten?",
        "Hvilke oppgaver er avlyst?",
        "Hvem i utvalget taler for bøndene?",
        "Hva ble bestemt om sak 77/32?",
        "Hvem legger frem sak 5/32?",
    ],
)
def test_what_no_list_and_no_row_tells_is_not_made_up(assistant, question) -> None:
    assert assistant.ask(question).abstained
