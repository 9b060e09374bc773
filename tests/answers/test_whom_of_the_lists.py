"""Whom of two lists of members a question is for, alone and as a follow-up, about an invented council."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant, Conversation
from radsassistent.answers.compose import compose
from radsassistent.archive import Archive, CouncilEmbedding
from radsassistent.search.find import find
from radsassistent.search.understand import understand

pytestmark = pytest.mark.embedder

HEADER = ("Navn", "Stilling", "Virksomhet", "Rolle")
DECK = (
    slide("Møte i Skyrådet", "Møte 1/2032", "5. mai 2032, kl. 09.00–14.00", "Loftet, Oppdikthaugen"),
    slide(
        "Medlemmer i Skyrådet",
        table(
            HEADER,
            ("Ylva Tordenskog", "Avdelingsdirektør drift", "Vindverket", "Leder"),
            ("Ragnar Dugg", "Avdelingsdirektør", "Rim kommune", "Nestleder"),
            ("Selma Yr", "Fylkesmeteorolog", "Skodde fylkeskommune", "Medlem"),
            ("Torvald Hagl", "Seniorrådgiver", "Vindverket", "Medlem"),
            ("Marit Frost", "Seksjonssjef", "Bris kommune", "Medlem"),
            ("Ikke avklart", "", "Snølaget", "Medlem"),
            ("Kåre Sludd", "Daglig leder", "Ballongforeningen", "Medlem"),
            ("Liv Sky", "Arkivar", "Rim kommune", "Sekretær"),
        ),
    ),
    slide(
        "Styringsgruppen for Regnbuen",
        table(
            HEADER,
            ("Oddny Soldis", "Ekspedisjonssjef", "Værdepartementet", "Leder"),
            ("Ragnar Dugg", "Avdelingsdirektør", "Rim kommune", "Medlem"),
            ("Jon Kuling", "Seksjonssjef", "Den norske ballongforening", "Medlem"),
            ("Berit Stille", "Avdelingsdirektør", "Bris kommune", "Medlem"),
        ),
    ),
    slide(
        "Saksliste",
        "1/32 Innkalling og saksliste",
        "Ylva Tordenskog · kl. 09.00 · Godkjenning",
        "2/32 Nye vindposer",
        "Torvald Hagl · kl. 10.00 · Drøfting",
    ),
    slide("Nye vindposer", "Sak 2/32", "• Vindposene byttes etter hver storm"),
)
COUNCIL = {"Tordenskog", "Dugg", "Yr", "Hagl", "Frost", "Sludd", "Liv Sky"}
EVERYBODY = COUNCIL | {"Soldis", "Kuling", "Stille"}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("sky")
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(*written(folder / "ingest" / "mai", *DECK, name="mai.pdf"))
    return Assistant(archive)


def named(text: str) -> set[str]:
    return {name for name in EVERYBODY if name in text}


def asked(assistant: Assistant, *questions: str) -> str:
    """The answer to the last of the questions of one conversation."""
    conversation = Conversation()
    answers = [assistant.ask(question, conversation) for question in questions]
    assert not answers[-1].abstained, answers[-1].text
    return answers[-1].text


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Hvem i Skyrådet er avdelingsdirektører?", {"Tordenskog", "Dugg"}),
        ("List opp avdelingsdirektørene i styringsgruppen for Regnbuen", {"Dugg", "Stille"}),
        ("Er det noen meteorolog i Skyrådet?", {"Yr"}),
        ("Hvilke kommuner sitter i styringsgruppen for Regnbuen?", {"Dugg", "Stille"}),
        ("Kva fylkeskommunar er med i Skyrådet?", {"Yr"}),
        ("Hvem er sjef for styringsgruppen for Regnbuen?", {"Soldis"}),
        ("Hvem andre enn Torvald Hagl sitter i Skyrådet for Vindverket?", {"Tordenskog"}),
        ("Hvem tar over hvis lederen av Skyrådet er syk?", {"Dugg"}),
        ("Kven skriv referat i Skyrådet?", {"Liv Sky"}),
        ("Hvem i styringsgruppen for Regnbuen er også med i Skyrådet?", {"Dugg"}),
        ("Hvem fra Bris sitter i departementets styringsgruppe for Regnbuen?", {"Stille"}),
        ("Hvilke personer sitter både i rådet vårt og i styringsgruppen til departementet?", {"Dugg"}),
        ("Hvilke personer er både rådsmedlemmer og med i styringsgruppen for Regnbuen?", {"Dugg"}),
        ("Who is section head or, well, seksjonssjef in Skyrådet?", {"Frost"}),
    ],
)
def test_all_whom_the_words_fit_are_named_and_nobody_else(assistant, question: str, names: set[str]) -> None:
    assert named(asked(assistant, question)) == names


@pytest.mark.parametrize(
    ("question", "beginning"),
    [
        ("Hvor mange sitter i styringsgruppen for Regnbuen, medregnet lederen?", "4:"),
        ("Hvor mange er det i styringsgruppen for Regnbuen utenom lederen?", "3:"),
        ("Kor mange kommunar er med i styringsgruppa for Regnbuen?", "2:"),
        ("Hvor mange har Vindverket i Skyrådet, lederen medregnet?", "2:"),
    ],
)
def test_members_are_counted_with_the_leader_or_without_as_asked(assistant, question: str, beginning: str) -> None:
    assert asked(assistant, question).startswith(beginning)


def test_organisations_are_told_where_organisations_are_asked_for(assistant) -> None:
    text = asked(assistant, "Hvilke virksomheter er representert i styringsgruppen for Regnbuen?")
    assert text == "Værdepartementet, Rim kommune, Den norske ballongforening og Bris kommune."


def test_a_seat_without_a_name_is_told_by_its_organisation(assistant) -> None:
    assert "Snølaget" in asked(assistant, "Hvilken aktør i Skyrådet har ikke meldt inn noe navn?")


@pytest.mark.parametrize(
    "question",
    [
        "Er det noen av aktørene i Skyrådet som ennå ikke har avklart hvem som skal sitte der for dem?",
        "Har alle aktørene i Skyrådet oppnevnt medlem?",
        "Which organisation on Skyrådet has not yet settled who its member will be?",
    ],
)
def test_a_seat_whose_member_is_not_settled_is_told_alone(assistant, question: str) -> None:
    text = asked(assistant, question)
    assert "Snølaget" in text
    assert "\n" not in text


@pytest.mark.parametrize(
    "question",
    [
        "Hvem er seksjonssjef i Vindverket?",
        "Er det noen meteorolog i styringsgruppen for Regnbuen?",
        "Hvem må gi seg i Skyrådet?",
    ],
)
def test_whom_no_list_has_is_not_made_up_of_those_who_come_near(assistant, question: str) -> None:
    assert assistant.ask(question).abstained


@pytest.mark.parametrize(
    ("questions", "names"),
    [
        (("Hvem sitter i Skyrådet for Vindverket?", "Hvem av dem er seniorrådgiver?"), {"Hagl"}),
        (
            (
                "Hvem sitter i Skyrådet for Vindverket?",
                "Hvem av dem er seniorrådgiver?",
                "Og den andre, hva er tittelen?",
            ),
            {"Tordenskog"},
        ),
        (("Hvem leder Skyrådet?", "Hvem andre fra samme arbeidssted sitter der?"), {"Hagl"}),
        (
            (
                "Hvem representerer Ballongforeningen i Skyrådet?",
                "Og hvem har foreningen hans i styringsgruppen for Regnbuen?",
            ),
            {"Kuling"},
        ),
        (("Hvem sitter i Skyrådet for Bris?", "Og i styringsgruppen for Regnbuen?"), {"Stille"}),
        (("Hvem leder styringsgruppen for Regnbuen?", "Hvor jobber hun?"), {"Soldis"}),
        (("Hvem leder styringsgruppen for Regnbuen?", "Kven sit der for Bris?"), {"Stille"}),
        (("Hvem sitter i styringsgruppen for Regnbuen fra Bris?", "Hvem leder den?"), {"Soldis"}),
    ],
)
def test_a_follow_up_keeps_the_people_and_the_group(assistant, questions: tuple[str, ...], names: set[str]) -> None:
    assert named(asked(assistant, *questions)) == names


def test_a_follow_up_counts_the_group_that_was_spoken_of(assistant) -> None:
    text = asked(assistant, "Hvem leder styringsgruppen for Regnbuen?", "Hvor mange er de i den gruppa?")
    assert text.startswith("4:")


def test_an_organisation_that_nobody_sits_for_is_not_answered_with_the_one_before(assistant) -> None:
    conversation = Conversation()
    assistant.ask("Hvem sitter i Skyrådet for Vindverket?", conversation)
    assert assistant.ask("Hva med Tåkevesenet?", conversation).abstained


def test_nothing_is_drafted_from_slides_beyond_the_case_that_is_named(assistant, built_in_embedder) -> None:
    corpus = assistant.corpus()
    query = replace(understand("Hvilken stilling har Selma Yr i Skyrådet?", corpus), cases=("2/32",))
    hits = find(query, built_in_embedder.get_query_embedding(query.text), corpus)
    of_case = {(hit.passage.sha256, hit.passage.slide) for hit in hits}
    told = {
        (s.passage.sha256, s.passage.slide) for said in compose(query, hits, corpus).statements for s in said.support
    }
    assert told <= of_case


def test_what_somebody_does_at_a_meeting_is_no_role_that_is_missing(assistant) -> None:
    assert "oppgir ingen" not in asked(assistant, "Hvem innleder om vindposene, og hva er rollen hans?")


@pytest.mark.parametrize(
    "question",
    [
        "Er det noen av aktørene i Skyrådet som ennå ikke har avklart hvem som skal sitte der for dem?",
        "Which organisation on the council has not yet settled who its member will be?",
        "Kven har enno ikkje bestemt kven som skal sitje i rådet for dei?",
        "Hvilken instans har ikke bestemt seg for hvem som skal være medlem?",
        "Who has not yet decided who will sit for them on the council?",
    ],
)
def test_who_has_not_settled_on_anybody_has_the_seat_without_a_name(assistant: Assistant, question: str) -> None:
    text = asked(assistant, question)
    assert "Snølaget" in text and not named(text)
