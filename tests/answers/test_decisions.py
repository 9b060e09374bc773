"""What was decided is told from minutes, with its votes and what had been proposed; without minutes there is only a proposal."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from tests.fictional_minutes import BOKMAL, BOKMAL_DECK, DANISH, NYNORSK, PS, SWEDISH

from radsassistent.answers import Assistant
from radsassistent.archive import Archive
from radsassistent.documents import Document

pytestmark = pytest.mark.embedder


def put(archive: Archive, document: Document, folder: Path) -> None:
    path = folder / document.name
    path.write_bytes(repr(document).encode())
    archive.put(replace(document, sha256=sha256(path.read_bytes()).hexdigest()), path)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Assistant:
    folder = tmp_path_factory.mktemp("vedtak")
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    for document in (BOKMAL_DECK, BOKMAL, PS, NYNORSK):
        put(archive, document, folder)
    return Assistant(archive)


@pytest.mark.parametrize(
    ("question", "said", "where"),
    [
        (
            "Hva ble vedtatt i sak 3/27?",
            "Vedtak i sak 3/27, som foreslått: Fantasirådet støttet at plattformen",
            (BOKMAL.name, 1),
        ),
        ("Ble forslaget i sak 1/27 vedtatt?", "Vedtak i sak 1/27", (BOKMAL.name, 1)),
        ("Hva ble vedtatt om drømmeregisteret?", "endret fra forslaget", (BOKMAL.name, 1)),
        ("Kva vart vedteke om gangvegen?", "14 mot 10 røyster", (NYNORSK.name, 2)),
        ("Hva var stemmetallet i sak 58/27?", "21 mot 3 røyster", (NYNORSK.name, 3)),
        ("Hva skjedde med saken om trollskogen?", "Saken 59/27 ble utsatt", (NYNORSK.name, 3)),
        ("Gjekk framlegget om gangvegen gjennom?", "14 mot 10 røyster", (NYNORSK.name, 2)),
        ("Korleis gjekk det med gangvegen?", "14 mot 10 røyster", (NYNORSK.name, 2)),
        ("Hva endte saken om trollskogen med?", "Saken 59/27 ble utsatt", (NYNORSK.name, 3)),
        ("Ble det ja eller nei til ferga?", "Forslaget i sak 14/26 ble avvist", (PS.name, 4)),
        ("Hva ble vedtatt i sak PS 12/26?", "7 mot 2 stemmer", (PS.name, 3)),
        ("Ble ferga gratis?", "Forslaget i sak 14/26 ble avvist (4 mot 5 stemmer)", (PS.name, 4)),
    ],
)
def test_a_decision_is_told_word_for_word_from_the_minutes(assistant, question, said, where) -> None:
    answer = assistant.ask(question)
    assert said in answer.text
    assert where in {(citation.document, citation.slide) for citation in answer.citations}


def test_a_changed_decision_comes_with_the_proposal_from_where_it_stands_when_asked_how_they_differ(assistant) -> None:
    answer = assistant.ask("Hva ble vedtatt i sak 2/27, og hva ble endret fra forslaget?")
    assert "ber om en ny vurdering" in answer.text
    assert "Forslaget var: Fantasirådet tar statusen til orientering." in answer.text
    assert {(c.document, c.slide) for c in answer.citations} == {(BOKMAL.name, 1), (BOKMAL_DECK.name, 6)}


def test_who_asks_for_the_proposal_gets_the_proposal(assistant) -> None:
    answer = assistant.ask("Hva var forslaget til vedtak i sak 2/27?")
    assert answer.text == "Forslag til vedtak i sak 2/27: Fantasirådet tar statusen til orientering."


def test_all_decisions_of_a_meeting_are_listed(assistant) -> None:
    text = assistant.ask("Hvilke vedtak ble gjort i Fantasirådet?").text
    assert all(case in text for case in ("1/27", "2/27", "3/27"))
    assert "57/27" not in text


def test_without_minutes_a_proposal_is_not_told_as_a_decision(tmp_path: Path, built_in_embedder) -> None:
    archive = Archive.open(tmp_path / "arkiv", built_in_embedder)
    put(archive, BOKMAL_DECK, tmp_path)
    text = Assistant(archive).ask("Hva ble vedtatt i sak 2/27?").text
    assert "bare forslag til vedtak" in text
    assert "Vedtak i sak" not in text


def test_a_case_that_the_minutes_leave_out_has_only_its_proposal(tmp_path: Path, built_in_embedder) -> None:
    archive = Archive.open(tmp_path / "arkiv", built_in_embedder)
    put(archive, BOKMAL_DECK, tmp_path)
    page = BOKMAL.slides[0]
    kept = tuple(block for block in page.blocks if "plattform" not in block.text)
    put(archive, replace(BOKMAL, slides=(replace(page, blocks=kept),)), tmp_path)
    text = Assistant(archive).ask("Hva ble vedtatt i sak 3/27?").text
    assert "Referatet i arkivet har ikke noe vedtak i denne saken" in text
    assert "Oppdatert forslag til vedtak i sak 3/27" in text


def test_minutes_taken_in_later_turn_the_proposals_decided(tmp_path: Path, built_in_embedder) -> None:
    archive = Archive.open(tmp_path / "arkiv", built_in_embedder)
    put(archive, BOKMAL_DECK, tmp_path)
    put(archive, BOKMAL, tmp_path)
    (meeting,) = archive.meetings()
    assert meeting.documents == (BOKMAL_DECK.name, BOKMAL.name)
    assert "Vedtak i sak 3/27" in Assistant(archive).ask("Hva ble vedtatt i sak 3/27?").text
    archive.remove(BOKMAL.name)
    assert "bare forslag" in Assistant(archive).ask("Hva ble vedtatt i sak 3/27?").text


@pytest.mark.parametrize(
    ("question", "said", "where"),
    [
        ("Hvem hadde forfall i Fantasirådet?", ["Peder Tåkeheim", "Ragnhild Eventyrnes"], (BOKMAL.name, 1)),
        (
            "Hvem møtte i formannskapet?",
            ["Astrid Oppdiktnes (Leder, AP)", "Dagny Sagnfjord", "for Cecilie Eventyrvik"],
            (PS.name, 1),
        ),
        ("Hvem møtte for Cecilie Eventyrvik?", ["Dagny Sagnfjord møtte for Cecilie Eventyrvik."], (PS.name, 1)),
        (
            "Kven møtte for Dagny Sagnfjord i kommunestyret?",
            ["Frida Huldrebakk møtte for Dagny Sagnfjord."],
            (NYNORSK.name, 1),
        ),
        ("Var Oddny Kvikkmyr til stede?", ["Oddny Kvikkmyr var til stede."], (BOKMAL.name, 1)),
        ("Hvor mange hadde forfall i Fantasirådet?", ["2, Peder Tåkeheim"], (BOKMAL.name, 1)),
    ],
)
def test_who_met_is_told_from_the_lists_of_names(assistant, question, said, where) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    for words in said:
        assert words in answer.text
    assert {(citation.document, citation.slide) for citation in answer.citations} == {where}


def test_who_is_on_no_list_is_not_said_to_have_met(assistant) -> None:
    assert assistant.ask("Var Rolf Ukjentsen til stede?").abstained


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Hvilke saker sto på sakslisten i kommunestyret?", "Sak 56/27: Godkjenning av innkalling og saksliste."),
        ("Hva sto på dagsordenen til formannskapet?", "Sak 11/26: Godkjenning av protokoll."),
    ],
)
def test_the_cases_of_a_meeting_are_listed_by_its_body(assistant, question, first) -> None:
    assert assistant.ask(question).text.startswith(first)


def test_what_became_of_a_case_is_its_outcome(assistant) -> None:
    assert "ble utsatt" in assistant.ask("Hva skjedde med sak 59/27?").text


def test_points_and_paragraphs_are_called_so(tmp_path: Path, built_in_embedder) -> None:
    archive = Archive.open(tmp_path / "arkiv", built_in_embedder)
    for document in (DANISH, SWEDISH):
        put(archive, document, tmp_path)
    asked = Assistant(archive)
    assert asked.ask("Hva ble vedtatt i punkt 2?").citations[0].label == "punkt 2, lysbilde 1"
    assert asked.ask("Når er neste møte?").text == "Dokumentene sier ikke når det neste møtet er."
