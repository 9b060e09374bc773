"""What is asked of an invented council's agenda in everyday words: by names, clocks, deeds, leaders, what comes when."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive, CouncilEmbedding

pytestmark = pytest.mark.embedder

AGENDA = (
    ("41/32", "Godkjenning av innkalling og saksliste", "Turid Sandmo, Fyretaten", "09:00", "Godkjenning"),
    ("42/32", "Godkjenning av referat fra 3. mars 2032", "Turid Sandmo, Fyretaten", "09:10", "Godkjenning"),
    ("43/32", "Nye linser på Ytterholmen", "Asle Rognvik, Linseverket", "09:20", "Orientering"),
    ("44/32", "Måkereir på lyktehusene", "Jorunn Hestvær, Fugletilsynet", "10:00", "Drøfting"),
    (None, "Kaffe", None, "10:45", None),
    ("45/32", "Fyrvokternes kulturminnefond", "Nils Ottar Brekke, Fyretaten", "11:00", "Beslutning"),
    (None, "Lunsj i messa", None, "11:45", None),
    ("46/32", "Tåkelur etter klokka ti", "Asle Rognvik, Linseverket", "12:30", "Drøfting"),
    ("47/32", "Fyrskipet Lomvi til kai", "Solveig Aune, Skipslaget", "13:00", "Beslutning"),
    ("48/32", "Eventuelt", "Turid Sandmo, Fyretaten", "13:40", None),
)
SLIDES = (
    slide("Møte i Fyrrådet 14. april 2032", "Onsdag 14. april 2032 kl. 09:00–14:00", "Lanternen, Fyrhuset, Oppdiktvik"),
    slide("Dagsorden", table(("Saksnr", "Sak", "Legger frem", "Tid", "Sakstype"), *AGENDA)),
    slide(
        "Medlemmer i Fyrrådet",
        table(
            ("Navn", "Tittel", "Organisasjon"),
            ("Turid Sandmo (leder)", "fyrdirektør", "Fyretaten"),
            ("Gaute Myrland", "losoldermann", "Loslaget"),
            ("Solveig Aune", "skipper", "Skipslaget"),
        ),
    ),
    *(slide(f"Sak {number}: {title}") for number, title, *_ in AGENDA if number),
)
CASES = [row[0] for row in AGENDA if row[0]]


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("fyr")
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(*written(folder / "ingest", *SLIDES, name="fyrraadet.pdf"))
    return Assistant(archive)


def told(assistant: Assistant, question: str) -> str:
    answer = assistant.ask(question)
    assert not answer.abstained, answer.text
    return answer.text


@pytest.mark.parametrize(
    ("question", "cases"),
    [
        ("Hestvær sin sak, hva handler den om?", ["44/32"]),
        ("Hva handler saken til Brekke om?", ["45/32"]),
        ("Hva skal Aune si noe om?", ["47/32"]),
        ("Rognvik har to saker, hvilke er det?", ["43/32", "46/32"]),
        ("Hva driver vi med når klokka er halv ett?", ["46/32"]),
        ("What are we doing at one o'clock?", ["47/32"]),
        ("Når formalitetene er unnagjort, hvilken sak tar vi først?", ["43/32"]),
        ("Hva er den første ordinære saken?", ["43/32"]),
        ("Hvilke saker skal vi ikke stemme over?", ["43/32", "44/32", "46/32"]),
        ("Hvilken sak er det vi bare skal høre på, uten å ta stilling?", ["43/32"]),
        ("Hvilke saker er det bare at vi skal snakke om?", ["44/32", "46/32"]),
        ("Hvilke saker legger lederen selv fram?", ["41/32", "42/32", "48/32"]),
        ("Hva skal vi gjennom etter lunsj?", ["46/32", "47/32", "48/32"]),
        ("Hva er første sak etter kaffen?", ["45/32"]),
        ("Jeg må løpe klokka 13. Hvilke saker er ikke begynt da?", ["47/32", "48/32"]),
        ("Jeg kommer først klokka 11. Hva går jeg glipp av?", ["41/32", "42/32", "43/32", "44/32"]),
        ("Jeg er bare med til lunsj. Hvilke saker går jeg glipp av?", ["46/32", "47/32", "48/32"]),
        ("Jeg rekker ikke fram før halv tolv. Hvilken sak holder dere på med da?", ["45/32"]),
        ("Hvilke saker er det andre enn sak 43?", [case for case in CASES if case != "43/32"]),
        ("Hva kommer nest sist?", ["47/32"]),
        ("Kva er saksnummeret på godkjenninga av referatet?", ["42/32"]),
    ],
)
def test_the_rows_meant_are_told_and_no_others(assistant: Assistant, question: str, cases: list[str]) -> None:
    text = told(assistant, question)
    assert [case for case in CASES if case in text] == cases


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Hvem er det som presenterer fyrskipsaken?", "Solveig Aune"),
        ("Hvem leder oss gjennom linsesaken?", "Asle Rognvik"),
        ("Hvem svarer for sak 45?", "Nils Ottar Brekke"),
        ("Hvem åpner møtet?", "Turid Sandmo"),
        ("Hvem er først ut etter kaffen?", "Nils Ottar Brekke"),
        ("Når er Hestvær ferdig?", "10:45"),
        ("Når går vi til bords?", "11:45"),
        ("Hvor mange ganger tar vi avbrekk, lunsjen medregnet?", "2: "),
        ("Hvor mange saker legger lederen fram?", "3 saker"),
        ("Hvor mye tid er satt av til de to drøftingssakene samlet?", "75 minutter"),
        ("Hvor mye lengre tid har sak 44 enn sak 46?", "Forskjellen er 15 minutter"),
        ("Hvor lenge sitter vi før lunsj?", "165 minutter"),
        ("Den siste drøftingssaken, skal vi bestemme noe der eller bare snakke om den?", "Sakstypen er Drøfting"),
        ("Hvilken type er sak 47?", "Sakstypen er Beslutning"),
    ],
)
def test_what_is_asked_of_the_rows_is_told(assistant: Assistant, question: str, answer: str) -> None:
    assert answer in told(assistant, question)


@pytest.mark.parametrize(
    ("question", "verdict", "row"),
    [
        ("Begynner vi å drøfte noe allerede før kaffen?", "Ja: ", "44/32"),
        ("Alt etter lunsj er drøftingssaker, stemmer vel det?", "Nei: ", "47/32"),
        ("Er alle sakene før lunsj til drøfting?", "Nei: ", "43/32"),
        ("Er det noe vi bare skal høre på?", "Ja: ", "43/32"),
        ("Har sak 44 og sak 45 like lang tid?", "Ja: ", "45/32"),
        ("Kommer fyrskipet opp før lunsj?", "Nei: ", "47/32"),
    ],
)
def test_yes_or_no_is_told_with_the_row(assistant: Assistant, question: str, verdict: str, row: str) -> None:
    text = told(assistant, question)
    assert text.startswith(verdict)
    assert row in text


@pytest.mark.parametrize(
    "question",
    [
        "Når ble Sandmo leder?",
        "Hvem har ansvaret for måkene?",
        "Hva ble vedtatt i sak 45?",
        "Hvor lenge sitter Myrland i rådet?",
        "Når er fyrskipet ferdig reparert?",
        "Har rådet tatt saken fra Linseverket (sak 43) til orientering?",
        "Når åpner frokosttilbudet i Oppdiktvik?",
    ],
)
def test_what_no_row_tells_is_not_told_by_one(assistant: Assistant, question: str) -> None:
    text = assistant.ask(question).text
    assert "er satt opp kl." not in text
    assert "minutter" not in text
    assert "legger frem" not in text
