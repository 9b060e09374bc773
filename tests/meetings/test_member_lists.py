"""Members of invented councils, however their slides and minutes list them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx.util import Pt
from tests.deck_builder import document, pages, slide, table
from tests.office_builder import Deck, native_table

from radsassistent.documents import Slide, read
from radsassistent.meetings import Member, Presence, understand

OPENING = slide("Møte i Trollhagerådet 12. mars 2031")


def members(*slides: Slide) -> list[Member]:
    return list(understand([document(OPENING, *slides)]).members)


def test_a_cell_with_several_people_lists_each_of_them_with_the_sector_of_the_row() -> None:
    found = members(
        slide(
            "Rådets medlemmer",
            table(
                ("Sektor", "Medlemmer"),
                ("Bygder", "Tora Fabelvik, Tåkeheim kommune (leder); Odd Huldermo, Skodde kommune"),
                ("Troll", "Grim Steinset, Trollforbundet · Ylva Bergtatt, Jutullaget"),
                ("Observatører (uten stemmerett)", "Nils Nøkk, Tjernvokterne"),
                ("Sekretariat", "Siv Sagn (leder) · Per Eventyr (rådgiver)"),
            ),
        )
    )
    assert [(m.name, m.organisation or m.title, m.role, m.group, dict(m.details).get("Sektor")) for m in found] == [
        ("Tora Fabelvik", "Tåkeheim kommune", "leder", "Rådets medlemmer", "Bygder"),
        ("Odd Huldermo", "Skodde kommune", None, "Rådets medlemmer", "Bygder"),
        ("Grim Steinset", "Trollforbundet", None, "Rådets medlemmer", "Troll"),
        ("Ylva Bergtatt", "Jutullaget", None, "Rådets medlemmer", "Troll"),
        ("Nils Nøkk", "Tjernvokterne", "Observatør", "Observatører (uten stemmerett)", None),
        ("Siv Sagn", None, "leder", "Sekretariat", None),
        ("Per Eventyr", "rådgiver", None, "Sekretariat", None),
    ]


def test_a_partys_member_is_from_a_municipality_besides() -> None:
    (found,) = members(
        slide(
            "Medlemmer",
            table(("Navn", "Parti", "Rolle", "Kommune"), ("Tora Fabelvik", "Hulderlista", "Leder", "Tåkeheim")),
        )
    )
    assert (found.organisation, found.role, dict(found.details)["Kommune"]) == ("Hulderlista", "Leder", "Tåkeheim")


def test_a_dash_in_a_list_of_members_is_nobody() -> None:
    found = members(
        slide(
            "Rådets medlemmer",
            table(
                ("Navn", "Organisasjon"),
                ("Tora Fabelvik", "Hulderlaget"),
                ("Odd Huldermo", "Jutullaget"),
                ("Ylva Bergtatt", "–"),
                ("–", "|"),
            ),
        )
    )
    assert [m.name for m in found] == ["Tora Fabelvik", "Odd Huldermo", "Ylva Bergtatt"]


def test_names_need_not_stand_in_the_first_column() -> None:
    (found,) = members(slide("Styrets medlemmer", table(("Kommune", "Representant"), ("Tåkeheim", "Tora Fabelvik"))))
    assert (found.name, found.organisation) == ("Tora Fabelvik", "Tåkeheim")


def test_lines_name_people_after_a_role_a_title_or_an_organisation() -> None:
    found = members(
        slide(
            "Medlemmer, vara og observatører",
            "• Tora Fabelvik (Tåkeheim kommune)",
            "Varamedlemmer",
            "• Hulderlista: Odd Huldermo",
            "• Gaute Rindemo, vara for Tora Fabelvik",
            "Møter uten stemmerett",
            "• Bergsjef for tunneler Ylva Bergtatt",
            "• Observatør fra elevrådet: Nils Nøkk",
            "• Sekretariat: Siv Sagn (leder) og Per Eventyr (jurist)",
        )
    )
    assert [(m.name, m.title, m.organisation, m.role, m.group) for m in found] == [
        ("Tora Fabelvik", None, "Tåkeheim kommune", None, "Medlemmer, vara og observatører"),
        ("Odd Huldermo", None, "Hulderlista", None, "Varamedlemmer"),
        ("Gaute Rindemo", None, None, "vara for Tora Fabelvik", "Varamedlemmer"),
        ("Ylva Bergtatt", "Bergsjef for tunneler", None, None, "Møter uten stemmerett"),
        ("Nils Nøkk", None, "elevrådet", "Observatør", "Møter uten stemmerett"),
        ("Siv Sagn", None, None, "leder", "Sekretariat"),
        ("Per Eventyr", "jurist", None, None, "Sekretariat"),
    ]


def test_those_under_the_headings_of_a_list_are_members_of_the_whole() -> None:
    found = members(
        slide(
            "Rådets sammensetning",
            "Oppnevnt av bygdene",
            "• Tora Fabelvik, Tåkeheim kommune (leder)",
            "• Odd Huldermo, Skodde kommune",
            "Oppnevnt av trollene",
            "• Grim Steinset, Trollforbundet",
        )
    )
    assert {m.group for m in found} == {"Rådets sammensetning"}
    assert [m.details for m in found][1:] == [(("", "Oppnevnt av bygdene"),), (("", "Oppnevnt av trollene"),)]


def test_who_comes_and_goes_is_no_list_of_members() -> None:
    lines = (f"• Oppdiktet Person{letter}, nytt medlem fra Skodde kommune" for letter in "ABC")
    assert members(slide("Endringer blant medlemmene", *lines)) == []


def test_a_card_typed_into_one_text_has_its_lines(tmp_path: Path) -> None:
    deck = Deck()
    deck.slide("Title Only", "Møte i Trollhagerådet 12. mars 2031")
    made = deck.slide("Title Only", "Varamedlemmer og kontor")
    lines = ("Tora Fabelvik\vVara for Odd Huldermo\vTåkeheim kommune", "Siv Sagn\vKontorleder\vTrollkontoret")
    for place, text in enumerate((*lines, "Per Eventyr\vRådgiver\vTrollkontoret")):
        box = made.shapes.add_shape(1, Pt(40 + 220 * place), Pt(150), Pt(200), Pt(120))
        box.text_frame.text = text
    path = tmp_path / "kort.pptx"
    path.write_bytes(deck.content())
    found = understand([read(path)]).members
    assert [(m.name, m.title, m.organisation, m.role) for m in found] == [
        ("Tora Fabelvik", None, "Tåkeheim kommune", "Vara for Odd Huldermo"),
        ("Siv Sagn", "Kontorleder", "Trollkontoret", None),
        ("Per Eventyr", "Rådgiver", "Trollkontoret", None),
    ]


def test_the_entries_of_a_cell_stay_apart_and_other_lines_are_joined(tmp_path: Path) -> None:
    deck = Deck()
    native_table(
        deck.slide("Title Only", "Medlemmer"),
        [["Sektor", "Medlemmer"], ["Bygder\nog byer", "Tora Fabelvik, Tåkeheim\nOdd Huldermo, Skodde"]],
    )
    path = tmp_path / "celler.pptx"
    path.write_bytes(deck.content())
    (row,) = next(block.table for block in read(path).slides[0].blocks if block.table).rows
    assert (row.label, row.values) == ("Bygder og byer", ("Tora Fabelvik, Tåkeheim; Odd Huldermo, Skodde",))


def test_two_lists_side_by_side_are_read_each_under_its_heading(tmp_path: Path) -> None:
    deck = Deck()
    deck.slide("Title Only", "Møte i Trollhagerådet 12. mars 2031")
    made = deck.slide("Comparison", "Vara og administrasjon")
    texts = (
        "Varamedlemmer",
        "Hulderlista: Odd Huldermo\nTrollpartiet: Grim Steinset",
        "Uten stemmerett",
        "Bergsjef Siv Sagn",
    )
    for placeholder, text in zip(list(made.placeholders)[1:5], texts, strict=True):
        placeholder.text_frame.text = text
    path = tmp_path / "lister.pptx"
    path.write_bytes(deck.content())
    assert [(m.name, m.group) for m in understand([read(path)]).members] == [
        ("Odd Huldermo", "Varamedlemmer"),
        ("Grim Steinset", "Varamedlemmer"),
        ("Siv Sagn", "Uten stemmerett"),
    ]


@pytest.mark.parametrize(
    ("told", "name", "instead"),
    [
        ("Forfall: Tora Fabelvik (Hulderlista). Odd Huldermo møtte som vara.", "Odd Huldermo", "Tora Fabelvik"),
        ("Vara: Siv Sagn møtte for Tora Fabelvik. Grim Steinset møtte for Nils Nøkk.", "Siv Sagn", "Tora Fabelvik"),
        ("Vara: Siv Sagn møtte for Tora Fabelvik. Grim Steinset møtte for Nils Nøkk.", "Grim Steinset", "Nils Nøkk"),
    ],
)
def test_minutes_tell_in_whose_seat_somebody_sat(told: str, name: str, instead: str) -> None:
    (text,) = pages(
        f"Referat fra møte i Trollhagerådet 12. mars 2031\nTil stede: Ylva Bergtatt\n{told}\nSak 1/31 Troll"
    )
    found = understand([document(text)]).attendance
    seats = {each.name: each.substitutes_for for each in found if each.presence is Presence.SUBSTITUTE}
    assert seats[name] == instead


def test_a_party_named_once_is_of_all_the_names_before_it() -> None:
    (text,) = pages(
        "Referat fra møte i Trollhagerådet 12. mars 2031\n"
        "Til stede: Tora Fabelvik, Odd Huldermo og Siv Sagn (Hulderlista), Grim Steinset (Trollpartiet).\nSak 1/31 Troll"
    )
    assert {each.name: each.organisation for each in understand([document(text)]).attendance} == {
        "Tora Fabelvik": "Hulderlista",
        "Odd Huldermo": "Hulderlista",
        "Siv Sagn": "Hulderlista",
        "Grim Steinset": "Trollpartiet",
    }


def test_a_guest_named_among_observers_is_none() -> None:
    found = understand(
        [
            document(
                slide("Møte i Trollrådet 12. mars 2031"),
                slide(
                    "Observatører og sekretariat",
                    "Observatører uten stemmerett:",
                    "• Siv Sagn, direktør i Tåketilsynet",
                    "• Odd Huldermo, leder i Skoddelaget",
                    "• Gjest under sak 3/31: Tora Fabelvik, instruktør ved Trollskolen",
                ),
            )
        ]
    ).members
    assert [(m.name, m.role) for m in found] == [
        ("Siv Sagn", "Observatør"),
        ("Odd Huldermo", "Observatør"),
        ("Tora Fabelvik", "Gjest under sak 3/31"),
    ]


@pytest.mark.parametrize("mark", [" *", "*", " **", "¹", " 1)", "†"])
def test_the_mark_of_a_note_behind_a_name_is_no_part_of_it(mark: str) -> None:
    found = members(
        slide(
            "Rådets medlemmer 2029–2033",
            table(
                ("Kommune", "Medlem", "Parti", "Vararepresentant", "Varas parti"),
                ("Tåkeheim", "Tora Fabelvik (leder)", "Hulderlista", "Odd Huldermo", "Hulderlista"),
                ("Skodde", f"Grim Steinset{mark}", "Trollpartiet", "Ylva Bergtatt", "Tusseliste"),
            ),
        )
    )
    assert [(m.name, m.organisation, m.role, dict(m.details).get("Vararepresentant")) for m in found] == [
        ("Tora Fabelvik", "Hulderlista", "leder", "Odd Huldermo"),
        ("Grim Steinset", "Trollpartiet", None, "Ylva Bergtatt"),
        ("Odd Huldermo", "Hulderlista", "vararepresentant for Tora Fabelvik", None),
        ("Ylva Bergtatt", "Tusseliste", "vararepresentant for Grim Steinset", None),
    ]


@pytest.mark.parametrize("cell", ["–", "(vakant)", "Velges i mars", "Ikke oppnevnt ennå", "N.N."])
def test_an_empty_seat_in_a_table_leaves_the_others_as_they_are(cell: str) -> None:
    found = members(
        slide(
            "Rådets medlemmer",
            table(
                ("Kommune", "Medlem", "Parti"),
                ("Tåkeheim", "Tora Fabelvik", "Hulderlista"),
                ("Skodde", cell, "Trollpartiet"),
                ("Jutulnes", "Odd Huldermo", "Tusseliste"),
            ),
        )
    )
    assert [(m.name, m.organisation) for m in found if m.name in ("Tora Fabelvik", "Odd Huldermo")] == [
        ("Tora Fabelvik", "Hulderlista"),
        ("Odd Huldermo", "Tusseliste"),
    ]
