"""Members as people speak of them: as a guess, by half a name, by party, by who comes for whom; about two invented councils."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive, CouncilEmbedding

pytestmark = pytest.mark.embedder

FOG = (
    slide("Møte i Tåkerådet for lavtrykk", "Møte 2/2033", "11. mars 2033, kl. 10.00–13.00", "Naustet, Disvik"),
    slide(
        "Medlemmer i Tåkerådet for lavtrykk",
        table(
            ("Navn", "Stilling", "Virksomhet", "Rolle", "Vara"),
            ("Torkil Clausdis", "Avdelingsdirektør", "Disdirektoratet", "Leder", "Mona Skodd"),
            ("Ruth Schäfgrå", "IKT-sjef", "Damp kommune", "Nestleder", "Ola Disen"),
            ("Bente Eim", "Fagdirektør", "Røykforeningen", "Medlem", "Ikke oppnevnt"),
            ("Bente Os", "Klinikksjef", "Nebbklinikken", "Medlem", "Per Kvalm"),
            ("Harald Gufs", "Rådgiver", "Havskum kommune", "Medlem", "Siv Drev"),
            ("Ivar Yrdal", "Fastlege", "Legelaget i Disvik", "Medlem", "Eva Damm"),
        ),
    ),
    slide("Saksliste", "4/33 Innkalling", "Torkil Clausdis · kl. 10.00 · Godkjenning"),
)
PARTIES = (
    slide("Møte i Skumutvalget", "Møte 1/2033", "3. april 2033, kl. 09.00–12.00", "Rådhuset, Skumvik"),
    slide(
        "Medlemmer i Skumutvalget",
        table(
            ("Navn", "Parti", "Kommune", "Rolle"),
            ("Kari Brenning", "H", "Skumvik", "Leder"),
            ("Jon Dønning", "Sp", "Bølgen", "Nestleder"),
            ("Mari Kuling", "SV", "Bølgen", "Medlem"),
            ("Nils Flo", "H", "Strøm", "Medlem"),
            ("Eva Fjære", "MDG", "Strøm", "Medlem"),
        ),
    ),
    slide("Saksliste", "1/33 Innkalling", "Kari Brenning · kl. 09.00 · Godkjenning"),
)
NAMES = {
    "Clausdis",
    "Schäfgrå",
    "Bente Eim",
    "Bente Os",
    "Gufs",
    "Yrdal",
    "Brenning",
    "Dønning",
    "Kuling",
    "Flo",
    "Fjære",
}


def _assistant(folder: Path, deck: tuple, embedder: CouncilEmbedding) -> Assistant:
    archive = Archive.open(folder / "arkiv", embedder)
    archive.put(*written(folder / "ingest" / "møte", *deck, name="møte.pdf"))
    return Assistant(archive)


@pytest.fixture(scope="module")
def fog(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    return _assistant(tmp_path_factory.mktemp("tåke"), FOG, built_in_embedder)


@pytest.fixture(scope="module")
def foam(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    return _assistant(tmp_path_factory.mktemp("skum"), PARTIES, built_in_embedder)


def named(text: str) -> set[str]:
    return {name for name in NAMES if name in text}


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Lederen er vel fra Røykforeningen?", {"Clausdis"}),
        ("Harald Gufs leder rådet, gjør han ikke?", {"Clausdis", "Gufs"}),
        ("Jeg mener å huske at Havskum har en plass, stemmer det, og hvem er det i så fall?", {"Gufs"}),
        ("Jeg skal ringe hun fra Røykforeningen, hva heter hun?", {"Bente Eim"}),
        ("Det er visst en fastlege i rådet? Hvem, og på vegne av hvem?", {"Yrdal"}),
        ("Det er to som heter Bente i rådet og jeg blander dem. Hvem av dem jobber hvor?", {"Bente Eim", "Bente Os"}),
    ],
)
def test_what_the_asker_thinks_or_says_of_himself_does_not_hide_whom_it_is_about(
    fog, question: str, names: set[str]
) -> None:
    assert named(fog.ask(question).text) == names


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Hvem er Torkild Klausdis?", {"Clausdis"}),
        ("Hva gjør Ruth Schafgra til daglig?", {"Schäfgrå"}),
        ("Har vi IKT-folk i rådet?", {"Schäfgrå"}),
        ("Hvem er sjef for Nebbklinikken?", {"Bente Os"}),
        ("Hvilke direktører sitter i rådet?", {"Clausdis", "Bente Eim"}),
        ("Hvem sitter for henholdsvis Damp og Havskum?", {"Schäfgrå", "Gufs"}),
        ("Hvem leder lavtrykksrådet?", {"Clausdis"}),
        ("Is there a practising GP on the council? Name please.", {"Yrdal"}),
    ],
)
def test_names_titles_and_bodies_are_known_however_they_are_said(fog, question: str, names: set[str]) -> None:
    assert named(fog.ask(question).text) == names


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hvem møter for Gufs om han er sjuk?", "Siv Drev"),
        ("Hvem er vara for fastlegen?", "Eva Damm"),
        ("Hvem er Mona Skodd vara for?", "Torkil Clausdis"),
        ("Hvem er vikar for Bente Os?", "Bente Os – vara: Per Kvalm"),
        ("Er Per Kvalm medlem av rådet?", "Per Kvalm (vara for Bente Os)"),
        ("Hvem har ikke vara?", "Bente Eim – vara: Ikke oppnevnt"),
        ("Hvem leder møtet når lederen ikke kan?", "Ruth Schäfgrå (Nestleder)"),
    ],
)
def test_who_comes_for_whom_is_told_both_ways(fog, question: str, told: str) -> None:
    assert told in fog.ask(question).text


def test_what_was_is_not_asked_of_those_who_stand_in(fog) -> None:
    assert "vara:" not in fog.ask("Hvilken kommune ville ha mer tid da rutinen var på høring?").text


@pytest.mark.parametrize(
    "question",
    [
        "Hvor gammel er Bente Eim?",
        "Hvor bor Harald Gufs?",
        "Hva er telefonnummeret til lederen?",
        "Hvem har vært medlem lengst?",
        "Hvem er økonomidirektør?",
        "Hvem er ordfører?",
        "Hvem representerer Fagforbundet?",
        "Er Tåkedirektoratet med i rådet?",
        "Har lederen stemmerett?",
        "Hvem utnevner medlemmene?",
    ],
)
def test_what_no_list_tells_is_not_answered_with_somebody_of_the_list(fog, question: str) -> None:
    assert fog.ask(question).abstained


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Høyre sine folk?", {"Brenning", "Flo"}),
        ("Hvem er Høyres representanter?", {"Brenning", "Flo"}),
        ("Hvem har vi fra Miljøpartiet De Grønne?", {"Fjære"}),
        ("Kven er frå Sosialistisk Venstreparti?", {"Kuling"}),
        ("Kva for to kjem frå Strøm?", {"Flo", "Fjære"}),
        ("Er det bare nestlederen som er fra Bølgen, eller er det flere?", {"Dønning", "Kuling"}),
    ],
)
def test_parties_and_places_are_asked_for_in_full_where_the_list_has_letters(
    foam, question: str, names: set[str]
) -> None:
    assert named(foam.ask(question).text) == names


def test_a_party_that_no_list_has_has_nobody(foam) -> None:
    assert foam.ask("Hvem sitter for Rødt i utvalget?").abstained


@pytest.mark.parametrize(
    ("question", "organisation"),
    [
        ("Hvilken etat kommer Torkil Clausdis fra?", "Disdirektoratet"),
        ("Kva organisasjon kjem Bente Eim frå?", "Røykforeningen"),
    ],
)
def test_which_organisation_somebody_comes_from_is_no_item_that_one_presents(
    fog: Assistant, question: str, organisation: str
) -> None:
    answer = fog.ask(question)
    assert organisation in answer.text
    assert "4/33" not in answer.text


@pytest.mark.parametrize(
    "question", ["Hva er lederlønna i Disdirektoratet?", "Hva er direktørlønnen til Torkil Clausdis?"]
)
def test_what_somebody_earns_is_not_answered_by_who_it_is(fog: Assistant, question: str) -> None:
    assert fog.ask(question).abstained
