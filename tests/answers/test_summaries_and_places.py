"""A case summed up, where something stands, and what several cells of a table tell together."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.answers.answer import Note
from radsassistent.answers.figures.comparison import row_that_changes
from radsassistent.answers.figures.rows import Row
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
    corpus = assistant.corpus()
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


def test_what_was_decided_is_said_to_be_unknown_where_no_minutes_are_there(assistant):
    caveat, value = assistant.ask("Hvor mye ble vedtatt brukt på røde traktorer i 2032?").sentences
    assert caveat.note is Note.PROPOSAL
    assert "bare forslag" in caveat.text
    assert "95" in value.text


def test_where_a_body_gathers_is_its_meetings_place_but_not_in_another_year(assistant):
    assert "Oppdiktsalen" in assistant.ask("I hvilken sal samles Oppdiktrådet?").text
    assert assistant.ask("Hvor møtes Oppdiktrådet i 2033?").abstained


def test_a_case_is_found_by_its_title_in_an_older_meeting(tmp_path, embedding):
    archive = Archive.open(tmp_path / "arkiv", embedding)
    archive.put(*written(tmp_path / "inn", *SLIDES, name="oppdikt.pdf"))
    later = (
        slide("Møte i Oppdiktrådet 9. april 2031"),
        slide("Dagsorden", table(("Sak", "Tittel", "Ansvarlig"), ("5/31", "Eventuelt", "Oppdiktet Leder"))),
    )
    archive.put(*written(tmp_path / "inn", *later, name="april.pdf"))
    answer = Assistant(archive).ask("Hvilket saksnummer har båter i fjorden?")
    assert "4/31" in answer.text
    assert [citation.meeting for citation in answer.citations] == ["2031-03-05"]


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("Torsdag 5. mars 2031 kl. 09.30–14.30", "Når slutter møtet?"),
        ("Torsdag 5. mars 2031 kl. 09.30–14.30", "Jeg må rekke en buss, og lurer på når møtet er ment å være ferdig."),
        ("Møtet vart sett kl. 09.35 og slutta kl. 14.30", "Kor lenge varte møtet?"),
    ],
)
def test_the_end_of_a_meeting_is_told_in_the_words_of_its_own_hours(tmp_path, line, question):
    archive = Archive.open(tmp_path / "arkiv", StemEmbedding())
    other = slide("Seminar", "Onsdag 4. mars 2031 kl. 08.00–11.00")
    first, *rest = SLIDES
    archive.put(*written(tmp_path / "inn", first, slide("Rammen", line), other, *rest, name="oppdikt.pdf"))
    answer = Assistant(archive).ask(question)
    assert answer.text == f"{line}."
    assert [citation.slide for citation in answer.citations] == [2]
