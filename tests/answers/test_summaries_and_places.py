"""A case summed up, where something stands, and what several cells of a table tell together."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.answers.answer import Note
from radsassistent.answers.table_comparison import row_that_changes
from radsassistent.answers.table_rows import Row
from radsassistent.archive import Archive, PassageKind
from radsassistent.search import Corpus, understand

SLIDES = (
    slide("Møte i Oppdiktrådet 5. mars 2031", "Oppdiktsalen, Fantasibyen"),
    slide(
        "Dagsorden",
        table(
            ("Sak", "Tittel", "Ansvarlig", "Tid", "Type"),
            ("3/31", "Traktorer i fjellet", "Oppdiktet Person, Oppdiktet etat", "10:00", "Drøfting"),
            ("4/31", "Båter i fjorden", "Oppdiktet Leder, Oppdiktet etat", "11:00", "Orientering"),
        ),
    ),
    slide("Sak 3/31: Traktorer i fjellet"),
    slide(
        "Bakgrunn",
        "• Traktorene i fjellet skal gå på elektrisitet innen tre år",
        "• Traktorene i fjellet har kostet mer enn det som var ventet",
    ),
    slide("Erfaringer", "• Førerne av traktorene i fjellet melder om kalde hender og gode veier"),
    slide(
        "Kostnader",
        table(
            ("Post", "2031", "2032"),
            ("Grønne traktorer", "120", "131"),
            ("Røde traktorer", "80", "95"),
            ("Vekst som følge av innkjøp", "0,0", "0,0"),
            ("Andre endringer", "-7,0", "3,0"),
            caption="Kostnader per år (millioner kroner)",
        ),
    ),
    slide("Forslag til vedtak", "Oppdiktrådet tar saken om traktorer til orientering."),
    slide("Sak 4/31: Båter i fjorden"),
    slide("Om båtene", "• Det grønne kaiknutepunktet tar imot båter hele året i Storfjord"),
    slide("Kaiknutepunkt", "• KKP får flere brygger", "• Ventetiden ved KKP er ti minutter om morgenen"),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sammendrag")
    archive = Archive.open(folder / "arkiv", StemEmbedding())
    archive.put(*written(folder / "inn", *SLIDES, name="oppdikt.pdf"))
    return Assistant(archive)


@pytest.mark.parametrize("question", ["Oppsummer sak 3/31", "Hva er hovedpunktene i saken om traktorer i fjellet?"])
def test_a_case_is_summed_up_with_its_points_each_on_its_slide_and_its_proposal(assistant, question):
    answer = assistant.ask(question)
    first, *rest = answer.sentences
    assert first.text.startswith("Sak 3/31: Traktorer i fjellet (Oppdiktet Person")
    assert {citation.slide for sentence in rest for citation in sentence.citations} == {4, 5, 7}
    assert rest[-1].text.startswith("Forslag til vedtak i sak 3/31")
    assert rest[-1].note is Note.PROPOSAL
    assert all(sentence.citations for sentence in answer.sentences)


def test_a_meeting_is_summed_up_by_its_cases(assistant):
    answer = assistant.ask("Oppsummer møtet")
    assert [sentence.text for sentence in answer.sentences] == [
        "Sak 3/31: Traktorer i fjellet.",
        "Sak 4/31: Båter i fjorden.",
    ]


def test_where_something_stands_is_told_with_slide_case_and_title(assistant):
    answer = assistant.ask("Hvor står det om kalde hender?")
    assert answer.text == "Det står på lysbilde 5 i sak 3/31: «Erfaringer»."
    assert [citation.slide for citation in answer.citations] == [5]


def test_one_slide_is_named_where_one_is_asked_for_and_all_where_all_are(assistant):
    one = assistant.ask("På hvilket lysbilde er traktorene i fjellet omtalt?")
    every = assistant.ask("Hvilke lysbilder omtaler traktorene i fjellet?")
    assert len(one.citations) == 1
    assert {citation.slide for citation in every.citations} >= {4, 5}


def test_where_something_stands_that_no_slide_speaks_of_is_not_made_up(assistant):
    assert assistant.ask("Hvor står det om romferger?").abstained


def test_the_difference_of_two_rows_gives_both_and_what_is_between(assistant):
    answer = assistant.ask("Hva er forskjellen mellom grønne traktorer og røde traktorer i 2032?")
    assert "131" in answer.text
    assert "95" in answer.text
    assert "forskjell: 36" in answer.text
    assert {citation.quote for sentence in answer.sentences for citation in sentence.citations} == {"131", "95"}


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("Hvor stort kutt ligger inne i 2031?", "Andre endringer"),
        ("Hvor mye øker det i 2032?", "Andre endringer"),
        ("Hvor mye koster det i 2031?", "Vekst som følge av innkjøp"),
    ],
)
def test_where_the_nearest_row_says_nought_a_change_is_the_row_that_changes(assistant, question, label):
    corpus = assistant._current()
    nearest = next(row for row in corpus.of_kind(PassageKind.TABLE_ROW) if row.data["label"].startswith("Vekst"))
    assert row_that_changes(understand(question, corpus), Row(nearest), corpus).label == label


def test_when_we_come_to_a_case_is_told_by_the_agenda(assistant):
    assert "10:00" in assistant.ask("Når begynner vi på traktorer i fjellet?").text


def test_an_abbreviation_stands_for_the_one_label_that_it_fits(tmp_path, embedding):
    archive = Archive.open(tmp_path / "arkiv", embedding)
    made = written(
        tmp_path / "inn",
        slide("Møte i Oppdiktrådet 5. mars 2031"),
        slide("Grønt kaiknutepunkt", "• Her legger båtene til hele året i Storfjord"),
        slide("Ventetid", "• Ventetiden ved GKP er ti minutter om morgenen"),
    )
    archive.put(*made)
    aliases = Corpus.of(archive.snapshot()).lexical.aliases
    assert aliases["gkp"] == ("grønt", "kaiknutepunkt")
