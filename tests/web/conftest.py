"""An archive with one small PDF and an assistant that says what it is told to."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from radsassistent.answers.answer import Answer, Citation, Sentence
from radsassistent.archive import MeetingSummary, UnknownDocumentError
from radsassistent.meetings import AgendaItem, Place
from radsassistent.web.chat import Exchange
from radsassistent.web.language import Language, Translator

SHA = "a" * 64


@dataclass
class SmallArchive:
    directory: Path
    held: list[MeetingSummary] = field(default_factory=list)
    items: list[AgendaItem] = field(default_factory=list)
    changes: int = 1

    def generation(self):
        return self.changes

    def original(self, sha256, *, internal=True):
        path = next((self.directory / "files").glob(f"{sha256}.*"), None)
        if path is None:
            raise UnknownDocumentError("Arkivet har ikke dette dokumentet.")
        return path

    def slide_text(self, sha256, slide, *, internal=True):
        return f"Det som står på lysbilde {slide}"

    def meetings(self, *, internal=True):
        return self.held

    def agenda_items(self, *, internal=True):
        return self.items


@dataclass
class ToldAssistant:
    """Answers every question with `answer`, or raises `error`."""

    answer: Answer | None = None
    error: Exception | None = None
    streams = False

    def ask(self, question, conversation=None, scope=None, *, internal=True):
        if self.error:
            raise self.error
        return self.answer or answered(question)


def cited(slide=71, case="5/26", quote="Rita Midthaug", document="møte.pdf"):
    return Citation("Porteføljerådet", "2026-02-12", case, document, SHA, slide, quote)


def answered(question="Hvem?", *sentences, abstained=False):
    said = sentences or (Sentence("Rita Midthaug.", (cited(),)),)
    return Answer(question, said, abstained, "Søker i: hele arkivet", (), {})


def exchanged(*answers):
    return [Exchange(each, each.question) for each in answers or (answered(),)]


def agenda_item(case, *, presenter="Kari Nordmann", time="10:00", case_type="Drøfting", sha256=SHA):
    return AgendaItem(case, "En sak", presenter, None, time, case_type, Place(sha256, 5))


def small_archive_in(folder):
    (folder / "files").mkdir()
    deck = pdfium.PdfDocument.new()
    for _ in range(2):
        deck.new_page(960, 540)
    deck.save(folder / "files" / f"{SHA}.pdf")
    deck.close()
    summary = MeetingSummary("Porteføljerådet", "2026-02-12", None, ("møte.pdf",), 2, 3)
    return SmallArchive(folder, [summary], [agenda_item("1/26"), agenda_item("2/26"), agenda_item("3/26")])


@pytest.fixture
def small_archive(tmp_path):
    return small_archive_in(tmp_path)


@pytest.fixture(scope="module")
def lasting_archive(tmp_path_factory):
    """The small archive for a whole module, whose tests only read it."""
    return small_archive_in(tmp_path_factory.mktemp("lite"))


@pytest.fixture(scope="session")
def said():
    """Makers of what an assistant says: citations, answers, agenda items, and the assistant itself."""

    class Makers:
        cited = staticmethod(cited)
        answered = staticmethod(answered)
        exchanged = staticmethod(exchanged)
        agenda_item = staticmethod(agenda_item)
        assistant = ToldAssistant
        sha256 = SHA

    return Makers


@pytest.fixture(scope="session")
def t():
    """The pages' texts as they stand in the code."""
    return Translator(Language.BOKMAL)
