"""What a deck tells and minutes changed: the decision stands before it; all fictional."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import pytest
from tests.deck_builder import document, pages, slide, table

from radsassistent.answers import Assistant
from radsassistent.answers.decisions.decided_otherwise import decided_otherwise
from radsassistent.answers.draft import Draft, statement
from radsassistent.archive import Archive
from radsassistent.search import find, understand

pytestmark = pytest.mark.embedder

DECK = document(
    slide("Møte i Lykterådet", "Innkalling til møte onsdag 18. mars 2037 kl. 10:00–15:00", "Fyrsalen, Oppdiktvik"),
    slide("Saksliste", "Sak 2/37 Lyktefesten 2037", "Sak 3/37 Tilskudd til lyktelag", "Sak 4/37 Ny veke"),
    slide("Sak 2/37: Lyktefesten 2037", "Lyktefesten er åpen for alle"),
    slide(
        "Lyktefesten på Torget", "• Lyktefesten holdes på Torget lørdag 29. august 2037", "• Lyktefesten får tolv boder"
    ),
    slide("Forslag til vedtak", "Rådet godkjenner programmet for lyktefesten."),
    slide("Sak 3/37: Tilskudd til lyktelag", "Alle lag kan søke"),
    slide(
        "Innstilling om tilskudd",
        table(
            ("Lag", "Søkt (kr)", "Innstilt (kr)"), ("Nordlaget", "110 000", "30 000"), ("Sørlaget", "80 000", "60 000")
        ),
    ),
    slide("Forslag til vedtak", "Tilskuddene fordeles slik innstillingen viser."),
    slide("Sak 4/37: Ny veke", "Veken er av lin"),
    slide("Prøven av ny veke", "• Prøven av ny veke holdes på Nesset i mai"),
    slide("Forslag til vedtak", "Rådet prøver den nye veken."),
)
MINUTES = document(
    *pages(
        """
        # Referat fra møte i Lykterådet
        Dato: 18. mars 2037 kl. 10:00–14:50
        Sted: Fyrsalen, Oppdiktvik
        # Deltakere
        Til stede: Grim Hulder (leder), Tora Glimt og Odd Stavkvist
        # Sak 2/37 Lyktefesten 2037
        # Vedtak
        Som forslaget, men festen flyttes til Fabelkaia.
        # Sak 3/37 Tilskudd til lyktelag
        # Vedtak
        Som innstillingen, men Nordlaget får 45 000 kr.
        # Sak 4/37 Ny veke
        # Vedtak
        Som forslaget.
        """
    )
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Assistant:
    folder = tmp_path_factory.mktemp("lyktefest")
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    for name, made in (("mars.pdf", DECK), ("mars-referat.docx", MINUTES)):
        path = folder / name
        path.write_bytes(repr(made).encode())
        archive.put(replace(made, name=name, sha256=sha256(path.read_bytes()).hexdigest()), path)
    return Assistant(archive)


@pytest.mark.parametrize(
    "question", ["Hvor holdes lyktefesten i år?", "Hvor skal lyktefesten holdes?", "Kvar skal lyktefesten haldast?"]
)
def test_where_something_was_moved_to_is_told_before_where_the_deck_has_it(assistant, question) -> None:
    answer = assistant.ask(question)
    assert "Fabelkaia" in answer.text
    assert "Torget" not in answer.text.split("Fabelkaia")[0]
    assert "mars-referat.docx" in {citation.document for citation in answer.citations}


@pytest.mark.parametrize("question", ["Hvor mye får Nordlaget i tilskudd?", "Kor mykje pengar får Nordlaget?"])
def test_an_amount_that_was_changed_is_told_before_that_of_the_deck(assistant, question) -> None:
    text = assistant.ask(question).text
    assert "45 000" in text
    assert "30 000" not in text.split("45 000")[0]


@pytest.mark.parametrize("question", ["Hvor mye får Sørlaget i tilskudd?", "Hvor mange boder får lyktefesten?"])
def test_what_was_changed_about_something_else_is_not_told_beside_it(assistant, question) -> None:
    text = assistant.ask(question).text
    assert "45 000" not in text
    assert "Fabelkaia" not in text


def test_a_case_decided_as_proposed_adds_nothing_to_what_the_deck_tells(assistant) -> None:
    answer = assistant.ask("Hvor holdes prøven av ny veke?")
    assert "Nesset" in answer.text
    assert {citation.document for citation in answer.citations} == {"mars.pdf"}


def test_no_decision_is_told_that_stands_outside_what_was_searched(assistant, built_in_embedder) -> None:
    corpus = assistant.corpus()
    query = understand("Hvor holdes lyktefesten?", corpus)
    hits = find(query, built_in_embedder.get_query_embedding(query.text), corpus)
    of_deck = [hit for hit in hits if hit.passage.document == "mars.pdf"]
    place = next(hit.passage for hit in of_deck if "på Torget lørdag" in hit.passage.text)
    draft = Draft((statement(place.text, place),))
    assert len(decided_otherwise(query, draft, hits, corpus).statements) == 2
    assert decided_otherwise(query, draft, of_deck, corpus) == draft
