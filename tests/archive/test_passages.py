"""What can be found and cited: never across two slides, nothing counted twice."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.schema import MetadataMode
from tests.board_of_a_museum import DECK, MINUTES
from tests.deck_builder import document, laid_out, pages, slide, table

from radsassistent.archive import Passage, PassageKind
from radsassistent.archive.passages import NOTES, passages
from radsassistent.archive.slide_texts import SLIDE_WORDS
from radsassistent.documents import Block, BlockKind, Box, Document, Slide
from radsassistent.meetings import Meeting, understand

TITLE = slide("Møte i Oppdiktrådet 5. mars 2031")
CASE = slide("Sak 3/31: Oppdiktet satsing")


def made_of(*slides: Slide) -> list[Passage]:
    made = document(*slides)
    return passages(understand([made]), [made])


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def test_no_passage_crosses_two_slides(february: Document, february_passages: list[Passage]) -> None:
    """A chunk that crosses slides cites the wrong one for half of what it says."""
    on_slide = {s.number: words(s.text) for s in february.slides}
    running = {PassageKind.SLIDE, PassageKind.UNIT, PassageKind.PROPOSAL}
    crossing = [p for p in february_passages if p.kind in running and words(p.text) - on_slide[p.slide]]
    assert crossing == []
    # A deck holds proposals; only minutes hold decisions and who met.
    assert {p.kind for p in february_passages} == set(PassageKind) - {PassageKind.DECISION, PassageKind.ATTENDANCE}


def test_every_word_of_a_table_row_stands_on_its_slide(february: Document, february_passages: list[Passage]) -> None:
    on_slide = {s.number: set(re.findall(r"\w+", s.text)) for s in february.slides}
    rows = [p for p in february_passages if p.kind is PassageKind.TABLE_ROW]
    invented = {word for p in rows for word in set(re.findall(r"\w+", p.text)) - on_slide[p.slide]}
    assert invented == set()
    assert {71, 72, 74, 75, 76, 77, 78, 80, 108, 141, 146, 171} <= {p.slide for p in rows}


def test_every_slide_with_text_can_be_cited_and_no_other(february: Document, february_passages: list[Passage]) -> None:
    cited = {p.slide for p in february_passages}
    also = {number for p in february_passages for number in p.data.get("also", ())}
    assert cited | also == {s.number for s in february.slides if s.status in ("text", "table")}


def test_passages_carry_the_case_of_their_slide(february_meeting: Meeting, february_passages: list[Passage]) -> None:
    case = {s.place.slide: s.case for s in february_meeting.slides}
    of_slides = [p for p in february_passages if p.kind is not PassageKind.AGENDA]
    assert {p.slide: p.case for p in of_slides} == {p.slide: case[p.slide] for p in of_slides}
    assert {p.body for p in february_passages} == {"Porteføljerådet"}
    assert {p.meeting for p in february_passages} == {"2026-02-12"}


def test_a_long_slide_is_parted_between_its_blocks_and_stays_one_slide() -> None:
    paragraphs = [f"Avsnitt {n} " + "ord " * 60 for n in range(8)]
    parts = [p for p in made_of(TITLE, slide("Mye tekst", *paragraphs)) if p.kind is PassageKind.SLIDE and p.slide == 2]
    assert len(parts) > 1
    assert "\n".join(part.text for part in parts) == "\n".join(paragraphs)
    assert all(sum(words(part.text).values()) <= SLIDE_WORDS for part in parts)
    assert {part.context for part in parts} == {"Mye tekst"}


def test_metadata_is_neither_embedded_nor_counted_into_the_size_of_a_chunk() -> None:
    """Metadata that is both embedded and shown takes its size from the text twice over."""
    passage = next(p for p in made_of(TITLE, CASE, slide("Om satsingen", "Grønne traktorer.")) if "traktorer" in p.text)
    node = passage.node()
    assert node.metadata == {
        "body": "Oppdiktrådet",
        "meeting": "2031-03-05",
        "case": "3/31",
        "document": "oppdiktet.pdf",
        "slide": 3,
        "kind": passage.kind.value,
    }
    for mode in (MetadataMode.EMBED, MetadataMode.LLM):
        assert node.get_content(mode) == passage.embedded_text
        assert node.get_metadata_str(mode) == ""
    assert len(SentenceSplitter(chunk_size=40, chunk_overlap=0).get_nodes_from_documents([node])) == 1


def test_the_context_stands_once_in_what_is_embedded(february_passages: list[Passage]) -> None:
    proposal = next(p for p in february_passages if p.kind is PassageKind.PROPOSAL and p.case == "3/26")
    assert proposal.embedded_text == (
        "Forslag til vedtak. Sak 3/26: Status på Digital samhandling\nPorteføljerådet tar saken til orientering."
    )


def test_a_row_of_a_table_says_its_columns_and_what_it_stands_under(february_passages: list[Passage]) -> None:
    (row,) = [p for p in february_passages if p.slide == 71 and p.data.get("label") == "Kjernejournal"]
    assert row.text == "Kjernejournal: 2025: 120; 2026: 131; 2027: 147; 2028: 149; 2029: 146; 2030: 146"
    under = [p for p in february_passages if p.slide == 74 and p.data.get("label") == "Vekst - Helsekort for gravide"]
    assert under[0].text.startswith("Vekst som følge av investeringer – Vekst - Helsekort for gravide: ")


def test_an_empty_cell_is_left_out_of_what_a_row_says() -> None:
    costs = table(("Tiltak", "2031", "2032"), ("Traktor", None, "12"), ("Kran", "7", None))
    rows = [p for p in made_of(TITLE, slide("Kostnader", costs)) if p.kind is PassageKind.TABLE_ROW]
    assert [row.text for row in rows] == ["Traktor: 2032: 12", "Kran: 2031: 7"]
    assert [row.data["values"] for row in rows] == [[None, "12"], ["7", None]]


def test_what_repeats_word_for_word_is_one_passage_that_names_its_other_slides() -> None:
    again = slide("Om satsingen", "Grønne traktorer koster tolv kroner.")
    found = [
        p for p in made_of(TITLE, CASE, again, again, again) if p.kind is PassageKind.UNIT and "traktorer" in p.text
    ]
    assert [(p.slide, p.data["also"]) for p in found] == [(3, (4, 5))]


def test_the_same_words_in_two_cases_are_two_passages() -> None:
    again = slide("Status", "Alt går som planlagt.")
    found = made_of(TITLE, CASE, again, slide("Sak 4/31: En annen sak"), again)
    assert [(p.slide, p.case) for p in found if p.kind is PassageKind.SLIDE and "planlagt" in p.text] == [
        (3, "3/31"),
        (5, "4/31"),
    ]


def test_a_proposal_is_a_passage_of_its_own_kind_and_not_called_a_decision() -> None:
    found = made_of(TITLE, CASE, slide("Forslag til vedtak", "Oppdiktrådet tar saken til orientering."))
    (proposal,) = [p for p in found if p.kind is PassageKind.PROPOSAL]
    assert proposal.context == "Forslag til vedtak. Sak 3/31: Oppdiktet satsing"
    assert (proposal.case, proposal.slide, proposal.is_structured) == ("3/31", 3, True)


@pytest.mark.parametrize(("text", "alone"), [("63 %", False), ("Traktorer", True)])
def test_a_block_that_says_nothing_alone_is_found_through_its_slide_only(text: str, alone: bool) -> None:
    found = [p for p in made_of(TITLE, slide("Andel", text, "Noe mer å lese")) if p.slide == 2]
    assert any(text in p.text for p in found if p.kind is PassageKind.SLIDE)
    assert any(text == p.text for p in found if p.kind is PassageKind.UNIT) is alone


def test_a_page_of_several_cases_is_parted_between_them() -> None:
    minutes = document(
        *pages(
            """
            # Referat fra møte i Oppdiktrådet 5. mars 2031
            # Sak 1/31 Grønne traktorer
            Rådet så på traktorene i fjøset.
            Konklusjon: Oppdiktrådet kjøper tre grønne traktorer.
            # Sak 2/31 Blå seilbåter
            Rådet så på seilbåtene i fjæra.
            Konklusjon: Oppdiktrådet utsetter saken.
            """
        )
    )
    found = passages(understand([minutes]), [minutes])
    of_text = {p.text: p.case for p in found if p.kind is PassageKind.UNIT}
    assert of_text["Rådet så på traktorene i fjøset."] == "1/31"
    assert of_text["Rådet så på seilbåtene i fjæra."] == "2/31"
    slides = {p.case for p in found if p.kind is PassageKind.SLIDE and "traktorene" in p.text}
    assert slides == {"1/31"}
    decided = {p.case: p.data["status"] for p in found if p.kind is PassageKind.DECISION}
    assert decided == {"1/31": "adopted", "2/31": "postponed"}


def test_each_text_of_a_page_of_several_cases_stands_under_the_title_of_its_own_case() -> None:
    minutes = document(
        *pages(
            """
            # Referat fra møte i Oppdiktrådet 5. mars 2031
            Møtet begynte klokka ni presis.
            # Sak 1/31 Grønne traktorer
            Rådet så på traktorene i fjøset.
            # Sak 2/31 Blå seilbåter
            Rådet så på seilbåtene i fjæra.
            """
        )
    )
    found = passages(understand([minutes]), [minutes])
    for kind in (PassageKind.UNIT, PassageKind.SLIDE):
        by_text = {
            about: next(p for p in found if p.kind is kind and about in p.text)
            for about in ("traktorene", "seilbåtene")
        }
        assert {about: p.data["title"] for about, p in by_text.items()} == {
            "traktorene": "Sak 1/31: Grønne traktorer",
            "seilbåtene": "Sak 2/31: Blå seilbåter",
        }
        assert "Blå seilbåter" not in by_text["traktorene"].context
        assert "Blå seilbåter" in by_text["seilbåtene"].context
        assert "Grønne traktorer" not in by_text["seilbåtene"].context


def test_a_slide_of_one_case_keeps_its_own_title() -> None:
    found = made_of(TITLE, CASE, slide("Hva traktorene koster", "Tolv kroner for hver traktor."))
    of_slide = [p for p in found if p.slide == 3]
    assert {p.data["title"] for p in of_slide} == {"Hva traktorene koster"}


def test_a_speakers_note_is_found_and_said_to_be_one() -> None:
    plain = slide("Om traktorene", "• Traktorene er grønne")
    note = Block(BlockKind.NOTE, "Husk å nevne de blå seilbåtene", Box(0, 0, 1, 1))
    deck = document(slide("Møte i Oppdiktrådet 5. mars 2031"), replace(plain, blocks=(*plain.blocks, note)))
    (found,) = [p for p in passages(understand([deck]), [deck]) if "seilbåtene" in p.text]
    assert NOTES in found.context


def test_a_row_that_names_its_case_is_of_that_case_and_the_head_of_minutes_has_no_headings() -> None:
    made = [document(*DECK, name="styremote.pptx"), document(*MINUTES, name="protokoll.docx")]
    rows = [
        (p.case, p.text)
        for p in passages(understand(made), made)
        if p.kind is PassageKind.TABLE_ROW and p.document == "protokoll.docx"
    ]
    assert rows == [
        (None, "Tid: Møtet ble satt kl. 10.05 og hevet kl. 14.50"),
        (None, "Protokollfører: Liv Regle"),
        (
            "13/32",
            "Bestille nytt glass til linsa: Nr.: 1; Ansvarlig: Siv Sagn; Frist: 22. mai 2032; Sak: 13/32",
        ),
        (
            "14/32",
            "Tiltaksplan for fravær på verkstedet: Nr.: 2; Ansvarlig: Odd Huldermo; Frist: 18. juni 2032; Sak: 14/32",
        ),
    ]


def test_a_line_beside_an_agenda_or_a_list_of_members_is_found_by_itself_and_their_entries_are_not() -> None:
    made = [document(*DECK, name="styremote.pptx")]
    found = [p for p in passages(understand(made), made) if p.kind is PassageKind.UNIT and 2 <= p.slide <= 5]
    assert [(p.slide, p.text) for p in found] == [
        (2, "Saker til eventuelt meldes sekretæren innen 3. mai kl. 12.00."),
        (5, "Arbeidsutvalget (AU): Fabelvik og Eventyr"),
    ]


AGENDA = slide(
    "Saksliste",
    *("3/2031 Trollkvote", "4/2031 Hulderår"),
    "Pause femten minutter etter den første saken.",
    "Haugtussa er inhabil i sak 4/2031 fordi hun er styreleder for huldrene.",
)


def test_a_remark_beside_an_agenda_or_a_list_of_members_is_found_by_itself_and_the_list_is_not() -> None:
    members = slide(
        "Medlemmer",
        table(("Navn", "Rolle"), ("Tora Fabelvik", "Leder"), ("Odd Huldermo", "Medlem"), ("Siv Sagn", "Medlem")),
        "Rådet er vedtaksført når minst to medlemmer møter.",
    )
    units = [p.text for p in made_of(TITLE, AGENDA, members) if p.kind is PassageKind.UNIT and p.slide > 1]
    assert units == [
        "Pause femten minutter etter den første saken.",
        "Haugtussa er inhabil i sak 4/2031 fordi hun er styreleder for huldrene.",
        "Rådet er vedtaksført når minst to medlemmer møter.",
    ]


def test_a_remark_outside_the_cases_belongs_to_the_one_case_that_it_names() -> None:
    (unit,) = [p for p in made_of(TITLE, AGENDA) if p.kind is PassageKind.UNIT and "inhabil" in p.text]
    assert unit.case == "4/31"


def test_the_words_over_a_proposal_are_found_with_it_alone() -> None:
    made = made_of(
        TITLE,
        CASE,
        slide("Satsingen", "Bakgrunn for saken", "Forslag til vedtak:", "• Rådet tar saken til orientering."),
    )
    assert [p.text for p in made if p.kind is PassageKind.PROPOSAL] == ["Rådet tar saken til orientering."]
    assert "Forslag til vedtak:" not in [p.text for p in made if p.kind is PassageKind.UNIT]


def test_what_a_slide_says_beside_its_proposal_is_found_by_itself_and_the_proposals_points_are_not() -> None:
    points = [
        Block(BlockKind.PARAGRAPH, text, Box(40, 100.0 + 30 * n, 600, 118.0 + 30 * n), size=size)
        for n, (text, size) in enumerate(
            (
                ("1. Rådet kjøper drager.", 14),
                ("2. Hoppetauet selges til tinget.", 14),
                ("Siv Sagn er inhabil i saken.", 11),
            )
        )
    ]
    shown = slide("Forslag til vedtak")
    made = made_of(TITLE, CASE, replace(shown, blocks=(*shown.blocks, *points)))
    assert [p.text for p in made if p.kind is PassageKind.UNIT and p.slide == 3] == ["Siv Sagn er inhabil i saken."]
    assert [p.text for p in made if p.kind is PassageKind.PROPOSAL] == [
        "1. Rådet kjøper drager.\n2. Hoppetauet selges til tinget."
    ]


def test_what_a_figure_of_a_card_is_of_is_found_by_itself_in_one_word_and_where_a_case_opens() -> None:
    cards = laid_out(
        "Sak 4/2031 Hulderår: i korte trekk",
        *(("* 26", 40, 100), ("bortført", 40, 130), ("* 39 %", 300, 100), ("for B", 300, 130)),
    )
    found = [p for p in made_of(TITLE, AGENDA, cards) if p.kind is PassageKind.UNIT and p.slide == 3]
    assert [(p.text, p.data["under"]) for p in found if p.text in ("bortført", "for B")] == [("bortført", ["26"])]
