"""Members asked for by what they are not, how many sit for whom, on which lists, by name and as newcomers."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive, CouncilEmbedding

pytestmark = pytest.mark.embedder

HEADER = ("Navn", "Stilling", "Virksomhet", "Rolle")
DECK = (
    slide("Møte i Tårnrådet", "Møte 1/2033", "3. juni 2033, kl. 09.00–14.00", "Klokkeloftet, Oppdiktvik"),
    slide(
        "Nye medlemmer i Tårnrådet",
        "Vi ønsker nye medlemmer velkommen:",
        "• Mia Bjelle, nytt medlem fra Klang kommune",
        "• Olav Kvern, nytt medlem fra Murverket",
        "• Nils Tinde, nytt medlem fra Murverket",
    ),
    slide(
        "Medlemmer i Tårnrådet",
        table(
            HEADER,
            ("Siri Spir", "Divisjonsdirektør mørtel", "Murverket", "Leder"),
            ("Olav Kvern", "Divisjonsdirektør teglstein", "Murverket", "Medlem"),
            ("Nils Tinde", "Avdelingsdirektør", "Murverket", "Medlem"),
            ("Mia Bjelle", "Leder e-tårn", "Klang kommune", "Medlem"),
            ("Olav Ugle", "Seksjonssjef eTårn", "Skog kommune", "Medlem"),
            ("Tuva Hane", "Fylkestårnvekter", "Høyde fylkeskommune", "Medlem"),
            ("Arne Falk", "Spesialist", "Klokkerforeningen", "Medlem"),
            ("Berit Due", "Rådgiver", "Norsk Sykepleierforbund", "Medlem"),
            ("Ikke avklart", "", "Stigelaget", "Medlem"),
        ),
    ),
    slide(
        "Styringsgruppen for Trappene",
        table(
            HEADER,
            ("Gunn Trinn", "Ekspedisjonssjef", "Tårndepartementet", "Leder"),
            ("Siri Spir", "Divisjonsdirektør", "Murverket", "Medlem"),
            ("Per Repos", "Konst. seksjonssjef", "Klang kommune", "Medlem"),
            ("Liv Gelender", "Direktør", "Berg kommune", "Medlem"),
        ),
    ),
    slide(
        "Saksliste",
        table(
            ("Sak", "Tittel", "Presenterer", "Tid"),
            ("1/33", "Innkalling og saksliste", "Siri Spir, Murverket", "09:00"),
            ("2/33", "Nye trinn i trappa", "Jon Planke, Trappebyggerne", "10:00"),
        ),
    ),
    slide("Nye trinn i trappa", "Sak 2/33", "• Trinnene legges i eik"),
    slide("Takk for oss", "Jon Furu Planke, byggeleder, avdeling treverk, Trappebyggerne", "• Trappa er bratt"),
)
EVERYBODY = (
    "Spir", "Kvern", "Tinde", "Bjelle", "Ugle", "Hane", "Falk", "Due", "Trinn", "Repos", "Gelender", "Planke",
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("tower")
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(*written(folder / "ingest" / "juni", *DECK, name="juni.pdf"))
    return Assistant(archive)


def told(assistant: Assistant, question: str) -> str:
    answer = assistant.ask(question)
    assert not answer.abstained, answer.text
    return answer.text


def named(assistant: Assistant, question: str) -> set[str]:
    text = told(assistant, question)
    return {name for name in EVERYBODY if f" {name}" in text}


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Hvem i Tårnrådet er ikke fra Murverket?", {"Bjelle", "Ugle", "Hane", "Falk", "Due"}),
        ("Hvem sitter i Tårnrådet, bortsett fra dem fra Murverket?", {"Bjelle", "Ugle", "Hane", "Falk", "Due"}),
        ("Kven fra Murverket i Tårnrådet er ikkje divisjonsdirektør?", {"Tinde"}),
        ("Hvem i Tårnrådet er fra en fylkeskommune, ikke fra en kommune?", {"Hane"}),
        ("Which members do not come from a municipality?", {"Spir", "Kvern", "Tinde", "Hane", "Falk", "Due"}),
        ("Hvem i styringsgruppen for Trappene er verken fra en kommune eller Murverket?", {"Trinn"}),
    ],
)
def test_those_who_are_denied_are_left_out(assistant, question: str, names: set[str]) -> None:
    assert named(assistant, question) == names


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Hvem sitter i styringsgruppen for Trappene, men ikke i Tårnrådet?", {"Trinn", "Repos", "Gelender"}),
        ("Hvem er med både i Tårnrådet og i styringsgruppen for Trappene?", {"Spir"}),
        ("Klang kommune har én i rådet og en annen i styringsgruppen. Hvem er hvor?", {"Bjelle", "Repos"}),
    ],
)
def test_several_lists_are_held_together_as_a_question_says(assistant, question: str, names: set[str]) -> None:
    assert named(assistant, question) == names


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "Hvilke virksomheter har mer enn én plass i Tårnrådet?",
            "Murverket: 3 (Siri Spir, Olav Kvern og Nils Tinde).",
        ),
        ("Hvilken virksomhet har flest medlemmer i rådet?", "Murverket: 3 (Siri Spir, Olav Kvern og Nils Tinde)."),
        ("Stemmer det at Murverket har fire medlemmer i rådet?", "Murverket: 3 (Siri Spir, Olav Kvern og Nils Tinde)."),
    ],
)
def test_organisations_are_told_by_how_many_sit_for_them(assistant, question: str, said: str) -> None:
    assert told(assistant, question) == said


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Hvilke medlemmer har e-tårn i tittelen?", {"Bjelle", "Ugle"}),
        ("Er noen i styringsgruppen for Trappene konstituert, og i så fall hvem?", {"Repos"}),
        ("teglstein, hvem leder den divisjonen?", {"Kvern"}),
        ("To i rådet heter Olav til fornavn. Etternavn og arbeidssted?", {"Kvern", "Ugle"}),
        ("Hvilke foreninger sitter i Tårnrådet?", {"Falk", "Due"}),
        ("Kven representerer sjukepleiarane i Tårnrådet?", {"Due"}),
        ("Er det Arne Falk som leder Tårnrådet?", {"Spir", "Falk"}),
        ("Seksjonssjefen i Skog, er han fra Berg kommune?", {"Ugle"}),
    ],
)
def test_members_are_known_by_parts_of_titles_names_and_sorts(assistant, question: str, names: set[str]) -> None:
    assert named(assistant, question) == names


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Hvem av de nye kommer ikke fra Murverket?", {"Bjelle"}),
        ("Hvilke av de nye er divisjonsdirektører?", {"Kvern"}),
        ("Hvor mange av de nye hører til Murverket?", {"Kvern", "Tinde"}),
        ("Er alle de nye fra Murverket?", {"Bjelle"}),
        ("Hvem har nettopp kommet inn i Tårnrådet?", {"Bjelle", "Kvern", "Tinde"}),
    ],
)
def test_newcomers_are_narrowed_down_by_what_the_lists_tell_of_them(assistant, question: str, names: set[str]) -> None:
    assert named(assistant, question) == names


def test_whether_somebody_is_new_is_settled_by_the_lines_that_welcome(assistant) -> None:
    assert told(assistant, "Er Olav Kvern ny i rådet?").startswith("Ja: ")
    assert told(assistant, "Er Siri Spir ny i rådet?") == "Nei. Nye er Mia Bjelle, Olav Kvern og Nils Tinde."


def test_who_presents_is_held_against_the_lists(assistant) -> None:
    assert named(assistant, "Hvem av dem som legger frem saker er medlem av Tårnrådet?") == {"Spir"}
    assert named(assistant, "Hvem av dem som legger frem saker er ikke medlem av Tårnrådet?") == {"Planke"}


def test_somebody_on_no_list_is_told_of_by_the_agenda_and_the_slides(assistant) -> None:
    assert "Trappebyggerne" in told(assistant, "Jon Planke – hvilken virksomhet kommer han fra?")
    assert "Furu" in told(assistant, "Jon Planke har et mellomnavn, hva er det?")


@pytest.mark.parametrize(
    "question",
    [
        "Hvem hadde plassen til Klang kommune før Mia Bjelle?",
        "Gi meg medlemslista til Klokkerådet.",
        "Hvor lenge sitter medlemmene i rådet?",
        "Har Stigefabrikken plass i Tårnrådet?",
        "Hvilken utdanning har Tuva Hane?",
    ],
)
def test_what_no_list_tells_is_not_answered_by_those_who_come_near(assistant, question: str) -> None:
    assert assistant.ask(question).abstained
