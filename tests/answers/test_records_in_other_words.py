"""Proposals and decisions asked for in other words than theirs: figures in them, adoption by a word, what became of a part."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from tests.deck_builder import document, pages, slide, table

from radsassistent.answers import Assistant
from radsassistent.archive import Archive, CouncilEmbedding
from radsassistent.documents import Document

pytestmark = pytest.mark.embedder

AGENDA = (
    ("Saksnr", "Sak", "Legger frem", "Tid", "Sakstype"),
    ("21/34", "Nye lykter i gamlegata", "Tor Lykteberg", "09:00", "Vedtak"),
    ("22/34", "Vaktordning for fyrtårnet", "Siv Fyrvoll", "09:30", "Vedtak"),
    ("23/34", "Refleksvester til skolebarn", "Ane Glimt", "10:00", "Vedtak"),
    ("24/34", "Lysfestivalen", "Per Gnistdal", "10:30", "Vedtak"),
    ("25/34", "Orientering om strømnettet", "Tor Lykteberg", "11:00", "Orientering"),
)
DECK = document(
    slide("Lysrådet i Gnistfjord", "Møte onsdag 8. mars 2034", "Lykthuset"),
    slide("Dagsorden", table(*AGENDA)),
    slide("Sak 21/34: Nye lykter i gamlegata", "• Dagens lykter er fra 1978 og bruker mye strøm"),
    slide(
        "Forslag til vedtak i sak 21/34",
        "1. Det kjøpes 40 lykter til gamlegata.",
        "2. Rammen settes til 900 000 kroner.",
        "3. Minst 30 prosent av lyktene skal være dimbare.",
        "4. Ordningen evalueres innen 1. desember 2035.",
    ),
    slide("Sak 22/34: Vaktordning for fyrtårnet", "• Fyrtårnet har vært ubemannet i to år"),
    slide(
        "Forslag til vedtak i sak 22/34",
        "1. Fyrtårnet får nattvakt fra 1. september 2034.",
        "2. Fyrvokteren legger fram en vaktplan innen 10. mai 2034.",
    ),
    slide("Sak 23/34: Refleksvester til skolebarn", "• Vestene deles ut i første klasse"),
    slide(
        "Forslag til vedtak i sak 23/34",
        "1. Alle førsteklassinger får refleksvest.",
        "2. Vestene skal ha navnelapp.",
        "3. Rammen settes til 120 000 kroner.",
    ),
    slide("Sak 24/34: Lysfestivalen", "• Festivalen samlet 3 000 mennesker i fjor"),
    slide("Forslag til vedtak i sak 24/34", "1. Rådet støtter en lysfestival i oktober 2034."),
    slide("Sak 25/34: Orientering om strømnettet", "• Nettet tåler vinteren"),
)
MINUTES = document(
    *pages(
        """
        # Referat – Lysrådet i Gnistfjord
        Møtet ble holdt onsdag 8. mars 2034 i Lykthuset.
        # Til stede
        Tor Lykteberg (leder), Siv Fyrvoll, Ane Glimt og Per Gnistdal.
        # Sak 21/34 Nye lykter i gamlegata
        Ane Glimt spurte om garantien.
        Vedtak (3 mot 1 stemmer):
        • Det kjøpes 40 lykter til gamlegata.
        • Rammen settes til 750 000 kroner.
        # Sak 22/34 Vaktordning for fyrtårnet
        Siv Fyrvoll innledet.
        Vedtak: Som foreslått. Enstemmig.
        """,
        """
        # Sak 23/34 Refleksvester til skolebarn
        Ane Glimt innledet. Punktet om navnelapp ble trukket.
        Vedtak (enstemmig):
        • Alle førsteklassinger får refleksvest.
        • Rammen settes til 120 000 kroner.
        # Sak 24/34 Lysfestivalen
        Per Gnistdal innledet.
        # Forslaget ble avvist (1 mot 3 stemmer)
        • Rådet støtter ikke festivalen i år.
        """,
    )
)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    return _council(tmp_path_factory.mktemp("lys-for"), built_in_embedder, ("lys.pdf", DECK))


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    folder = tmp_path_factory.mktemp("lys-etter")
    return _council(folder, built_in_embedder, ("lys.pdf", DECK), ("lys-referat.docx", MINUTES))


def _council(folder: Path, embedder: CouncilEmbedding, *files: tuple[str, Document]) -> Assistant:
    archive = Archive.open(folder / "arkiv", embedder)
    for name, made in files:
        path = folder / name
        path.write_bytes(repr(made).encode())
        archive.put(replace(made, name=name, sha256=sha256(path.read_bytes()).hexdigest()), path)
    return Assistant(archive)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Hvor mange lykter er det tenkt å kjøpe til gamlegata?", "40 lykter", "900 000"),
        ("Skal en viss andel av lyktene være dimbare?", "Minst 30 prosent", "900 000"),
        ("Hvor mye penger vil man at vi skal bevilge til gatelyktene?", "900 000 kroner", "vest"),
        ("Kor få prosent av lyktene må kunne dimmast, etter det som er føreslått?", "30 prosent", "120 000"),
    ],
)
def test_the_line_of_a_proposal_that_has_the_figure_is_told_as_proposed(before, question, said, unsaid) -> None:
    answer = before.ask(question)
    assert answer.text.startswith("Forslag til vedtak i sak 21/34: ")
    assert said in answer.text
    assert unsaid not in answer.text
    assert {citation.slide for citation in answer.citations} == {4}


@pytest.mark.parametrize("question", ["Hva ble vedtatt i sak 22/34?", "Gikk rådet god for nattvakt i fyrtårnet?"])
def test_a_decision_that_minutes_adopt_by_a_word_is_told_with_both_its_slides(after, question) -> None:
    answer = after.ask(question)
    assert answer.text.startswith("Vedtak i sak 22/34, som foreslått (Enstemmig): 1. Fyrtårnet får nattvakt")
    assert {(c.document, c.slide) for c in answer.citations} == {("lys-referat.docx", 1), ("lys.pdf", 6)}


@pytest.mark.parametrize(
    "question", ["Hva ble vedtatt om lyktene i gamlegata?", "Støttet rådet nye lykter i gamlegata?"]
)
def test_a_changed_decision_is_told_without_the_proposal(after, question) -> None:
    answer = after.ask(question)
    assert "endret fra forslaget" in answer.text
    assert "750 000" in answer.text
    assert "900 000" not in answer.text
    assert {citation.document for citation in answer.citations} == {"lys-referat.docx"}


@pytest.mark.parametrize(
    "question", ["Hva ble endret fra forslaget i sak 21/34?", "Ble lyktesaken vedtatt slik den var lagt fram?"]
)
def test_who_asks_what_was_changed_gets_the_proposal_beside_the_decision(after, question) -> None:
    answer = after.ask(question)
    assert "Forslaget var: 1. Det kjøpes 40 lykter til gamlegata." in answer.text
    assert "750 000" in answer.text


def test_what_was_turned_down_is_told_where_only_its_number_is_named(after) -> None:
    assert "Forslaget var: 1. Rådet støtter en lysfestival" in after.ask("Hva ble vedtatt i sak 24/34?").text
    assert "Forslaget var" not in after.ask("Ble det noe av lysfestivalen?").text


@pytest.mark.parametrize(
    "question", ["Hva skjedde med navnelappene på vestene?", "Kva vart det til med namnelapp på refleksvestane?"]
)
def test_what_became_of_a_part_of_a_case_is_told_by_the_minutes(after, question) -> None:
    answer = after.ask(question)
    assert "Punktet om navnelapp ble trukket." in answer.text
    assert {citation.document for citation in answer.citations} == {"lys-referat.docx"}


@pytest.mark.parametrize(
    "question",
    [
        "Did the council approve the light festival?",
        "Gjekk rådet inn for lysfestivalen?",
        "Sa rådet ja til lysfestivalen?",
    ],
)
def test_what_a_council_did_is_told_by_the_minutes_and_not_by_the_agenda(after, question) -> None:
    answer = after.ask(question)
    assert "Forslaget i sak 24/34 ble avvist (1 mot 3 stemmer)" in answer.text
    assert not answer.text.startswith(("Ja", "Nei"))


def test_all_that_a_meeting_is_to_decide_is_told_case_by_case(before) -> None:
    text = before.ask("Hva må vi ta stilling til på møtet?").text
    assert text.startswith("4 forslag til vedtak: sak 21/34, sak 22/34, sak 23/34 og sak 24/34.")
    assert before.ask("Hvor mange saker skal vi vedta noe i?").text == text.split("\n")[0]
    assert "sak 21/34" not in before.ask("Hva må vi vedta om fyrtårnet på møtet?").text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hva er punkt 2 i sak 22/34?", "Forslag til vedtak i sak 22/34: 2. Fyrvokteren legger fram en vaktplan"),
        ("Hva får førsteklassingene hvis vi sier ja?", "Forslag til vedtak i sak 23/34: 1. Alle førsteklassinger"),
        ("Vedtak 22/34 punktvis", "2. Fyrvokteren legger fram en vaktplan innen 10. mai 2034."),
    ],
)
def test_what_comes_of_a_proposal_is_told_as_proposed(before, question, said) -> None:
    assert said in before.ask(question).text


def test_what_a_council_has_nothing_to_decide_in_is_said(before) -> None:
    text = before.ask("Skal vi bestemme noe om strømnettet?").text
    assert text.startswith("Dokumentene har ikke noe forslag til vedtak i sak 25/34.")
