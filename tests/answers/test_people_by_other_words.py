"""People asked for by other words than their lists have: titles in one word, places, who is new; an invented council."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant, Conversation
from radsassistent.archive import Archive, CouncilEmbedding

pytestmark = pytest.mark.embedder

SLIDES = (
    slide("Møte i Drakerådet", "Møte 3/2034", "4. mai 2034, kl. 10.00–13.00", "Lokomotivstallen, Vindmo"),
    slide(
        "Velkommen",
        "Nye medlemmer:",
        "• Ada Snorli fra Drakedirektoratet",
        "• Ulv Tråd fra Tromsø kommune",
        "Det blir kaker i pausen, og drakene flyr etter møtet.",
    ),
    slide(
        "Medlemmer i Drakerådet",
        table(
            ("Navn", "Rolle", "Stilling", "Virksomhet"),
            ("Ivar Hale", "Leder", "Fagdirektør", "Drakedirektoratet"),
            ("Ada Snorli", "Nestleder", "Direktør for haleforskning", "Drakedirektoratet"),
            ("Ulv Tråd", "", "Rådgiver", "Tromsø kommune"),
            ("Mina Spole", "", "Seksjonssjef for snorkvalitet", "Oslo kommune"),
            ("Per Kvist", "", "Rådgiver", "Bergen kommune"),
            ("Siv Luft", "", "Jurist", "KS"),
            ("Bo Vind", "", "", "Sogelaget i Vindmo"),
        ),
    ),
    slide(
        "Medlemmer i Snorgruppen",
        table(
            ("Navn", "Rolle", "Stilling", "Virksomhet"),
            ("Ada Snorli", "Leder", "Direktør", "Drakedirektoratet"),
            ("Jo Rull", "", "Konst. avdelingsleder", "Oslo kommune"),
            ("Siv Luft", "", "Jurist", "KS"),
        ),
    ),
    slide("Saksliste", "4/34 Innkalling", "Ivar Hale · kl. 10.00 · Godkjenning"),
)
PEOPLE = ("Hale", "Snorli", "Tråd", "Spole", "Kvist", "Luft", "Bo Vind", "Rull")


@pytest.fixture(scope="module")
def kites(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("drake")
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(*written(folder / "ingest", *SLIDES, name="drakeraadet.pdf"))
    return Assistant(archive)


def named(text: str) -> set[str]:
    """The people whom an answer names."""
    return {name for name in PEOPLE if name in text}


@pytest.mark.parametrize(
    ("question", "people"),
    [
        ("Hvem er haleforskningsdirektør?", {"Snorli"}),
        ("Hva heter snorkvalitetssjefen?", {"Spole"}),
        ("Hvem har haleforskning på bordet sitt?", {"Snorli"}),
        ("Hvem er bare midlertidig i jobben?", {"Rull"}),
        ("Hvem er fungerende avdelingsleder i Snorgruppen?", {"Rull"}),
        ("Hvem kommer fra kommunenes egen organisasjon i Drakerådet?", {"Luft"}),
        ("Hvem sitter for hovedstaden i Drakerådet?", {"Spole"}),
        ("Hvem sitter for historielaget?", {"Bo Vind"}),
        ("Hvem er nummer to i Drakerådet?", {"Snorli"}),
        ("Hvem rykker opp om Ivar Hale er borte?", {"Snorli"}),
        ("Hvem styrer møtet om Ivar Hale blir syk?", {"Snorli"}),
        ("Hvem er nestkommanderende i Drakerådet?", {"Snorli"}),
    ],
)
def test_people_are_found_by_other_words_than_their_lists_have(
    kites: Assistant, question: str, people: set[str]
) -> None:
    answer = kites.ask(question)
    assert not answer.abstained, answer.text
    assert named(answer.text) == people


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange ferske fjes har vi fått i rådet nå?",
        "Hvor mange nykommere er det i rådet?",
        "Hvor mange nye ansikter har vi rundt bordet?",
        "Hvor mange er med for første gang?",
    ],
)
def test_newcomers_are_counted_whatever_they_are_called(kites: Assistant, question: str) -> None:
    answer = kites.ask(question)
    assert answer.text.startswith("2:") and named(answer.text) == {"Snorli", "Tråd"}


@pytest.mark.parametrize(
    ("question", "verdict", "people"),
    [
        ("Er det samme person som sitter for Oslo i Drakerådet og i Snorgruppen?", "Nei", {"Spole", "Rull"}),
        ("Er det samme person som sitter for KS i både Drakerådet og Snorgruppen?", "Ja", {"Luft"}),
        ("Sitter både KS og Bergen i Snorgruppen?", "Nei", {"Luft", "Kvist"}),
        ("Er det flere rådgivere enn jurister i Drakerådet?", "Ja", {"Tråd", "Kvist", "Luft"}),
        ("Har Oslo flere i Drakerådet enn Bergen?", "Nei", {"Spole", "Kvist"}),
        ("Er det flere fra Oslo enn fra Drakedirektoratet i Drakerådet?", "Nei", {"Spole", "Hale", "Snorli"}),
        ("Sitter det flere folk i Snorgruppen enn i Drakerådet?", "Nei", set(PEOPLE)),
    ],
)
def test_two_people_groups_or_sorts_are_held_against_each_other(
    kites: Assistant, question: str, verdict: str, people: set[str]
) -> None:
    answer = kites.ask(question)
    assert answer.text.startswith(f"{verdict}: "), answer.text
    assert named(answer.text) == people


def test_of_two_who_are_named_the_one_of_whom_it_is_not_so_is_told_too(kites: Assistant) -> None:
    assert named(kites.ask("Er både Ulv Tråd og Siv Luft rådgivere?").text) == {"Tråd", "Luft"}


@pytest.mark.parametrize(
    "question",
    [
        "Hvem er økonomidirektør i Drakerådet?",
        "Hvilken stilling har Bo Vind?",
        "Hvem hadde vervet før Ivar Hale?",
        "Hvem var Ivar Hales forgjenger som leder?",
        "Hvem skrev referatet fra forrige møte?",
        "Hvem har formulert forslaget i sak 4?",
    ],
)
def test_what_no_list_tells_of_people_is_not_told(kites: Assistant, question: str) -> None:
    assert kites.ask(question).abstained


@pytest.mark.parametrize(
    ("turns", "people"),
    [
        (("Hvem i Drakerådet er rådgivere?", "Hva gjør den første?"), {"Tråd"}),
        (("Hvem i Drakerådet er rådgivere?", "Hva gjør den første?", "Og den andre?"), {"Kvist"}),
        (
            ("Hvor mange fra Drakedirektoratet sitter i Drakerådet?", "Hvem av dem er leder?", "Og den andre?"),
            {"Snorli"},
        ),
        (("Hvor mange kommuner sitter i Drakerådet?", "Hvilke?"), {"Tråd", "Spole", "Kvist"}),
        (("Hvor mange kommuner sitter i Drakerådet?", "Hvem er fra Oslo?", "Hva gjør de to andre?"), {"Tråd", "Kvist"}),
    ],
)
def test_those_just_told_are_meant_by_their_place_or_as_the_rest(
    kites: Assistant, turns: tuple[str, ...], people: set[str]
) -> None:
    chat = Conversation()
    answers = [kites.ask(question, chat) for question in turns]
    assert named(answers[-1].text) == people, answers[-1].text


def test_who_sat_there_before_somebody_just_told_is_not_told(kites: Assistant) -> None:
    chat = Conversation()
    kites.ask("Hvem kommer fra Bergen?", chat)
    assert kites.ask("Og hvem satt på den plassen før ham?", chat).abstained


def test_who_it_is_is_not_asked_again_where_the_one_meant_was_told(kites: Assistant) -> None:
    answer = kites.ask(
        "Hvilken organisasjon har sendt sin haleforskningsdirektør til Drakerådet, og hva heter personen?"
    )
    assert named(answer.text) == {"Snorli"}
