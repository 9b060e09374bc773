"""Members of invented councils on cards told apart by place, in running lines, and with their roles apart."""

from __future__ import annotations

import pytest
from tests.deck_builder import document, laid_out, slide, table

from radsassistent.documents import Slide
from radsassistent.meetings import Member, understand

OPENING = slide("Møte i Trollhagerådet 12. mars 2031")


def members(*slides: Slide) -> list[Member]:
    return list(understand([document(OPENING, *slides)]).members)


def told(*slides: Slide) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(m.name, m.title, m.organisation, m.role) for m in members(*slides)]


def test_lines_of_cards_belong_to_the_name_above_them_whatever_order_they_are_read_in() -> None:
    cards = laid_out(
        "Vi i rådet",
        ("TF", 90, 100), ("OH", 290, 100), ("SS", 490, 100),
        ("* Tora Fabelvik", 40, 150), ("* Odd Huldermo", 240, 150), ("* Siv Sagn", 440, 150),
        ("Tåkeheim kommune – leder", 40, 170), ("Skodde kommune – nestleder", 240, 170), ("Troll kommune", 440, 170),
        ("Fylket hjelper oss: koordinator Nils Nøkk", 40, 400),
    )  # fmt: skip
    assert told(cards) == [
        ("Tora Fabelvik", None, "Tåkeheim kommune", "leder"),
        ("Odd Huldermo", None, "Skodde kommune", "nestleder"),
        ("Siv Sagn", None, "Troll kommune", None),
    ]


def test_a_role_on_a_line_of_its_own_is_no_title() -> None:
    cards = slide(
        "Styret",
        ("Tora Fabelvik", "Styreleder", "Tidligere trolldirektør"),
        ("Odd Huldermo", "Direktør", "Hulderverket", "Nestleder"),
        ("Siv Sagn", "Leder", "Jutullaget", "Observatør"),
        ("Nils Nøkk", "Fossegrim, Tjern kommune"),
    )
    assert told(cards) == [
        ("Tora Fabelvik", "Tidligere trolldirektør", None, "Styreleder"),
        ("Odd Huldermo", "Direktør", "Hulderverket", "Nestleder"),
        ("Siv Sagn", "Leder", "Jutullaget", "Observatør"),
        ("Nils Nøkk", "Fossegrim", "Tjern kommune", None),
    ]


def test_a_heading_over_a_card_says_who_stands_apart() -> None:
    found = members(
        laid_out(
            "Ansattvalgte medlemmer og observatør",
            *(("* Tora Fabelvik", 40, 100), ("Sykepleier, Trollforbundet", 40, 117)),
            *(("* Odd Huldermo", 240, 100), ("Overlege, Hulderlaget", 240, 117)),
            *(("* Siv Sagn", 440, 100), ("Portør, Jutullaget", 440, 117)),
            ("Observatør fra Brukerutvalget", 40, 240),
            *(("* Nils Nøkk", 40, 300), ("Leder av Brukerutvalget", 40, 317)),
        )
    )
    assert [(m.name, m.role, m.group) for m in found][2:] == [
        ("Siv Sagn", None, "Ansattvalgte medlemmer og observatør"),
        ("Nils Nøkk", "Observatør", "Observatør fra Brukerutvalget"),
    ]
    assert found[3].title == "Leder av Brukerutvalget"


def test_a_list_of_two_substitutes_is_one() -> None:
    found = members(
        slide("Varamedlemmer", ("Tora Fabelvik", "Tåkeheim kommune – vara"), ("Odd Huldermo", "Skodde kommune – vara"))
    )
    assert [(m.name, m.organisation, m.role, m.group) for m in found] == [
        ("Tora Fabelvik", "Tåkeheim kommune", "vara", "Varamedlemmer"),
        ("Odd Huldermo", "Skodde kommune", "vara", "Varamedlemmer"),
    ]


def test_who_leads_something_else_is_not_the_lists_leader() -> None:
    assert told(
        slide(
            "Rådets medlemmer",
            "• Tora Fabelvik, rektor (leder)",
            "• Odd Huldermo, leder, Studenttinget",
            "• Siv Sagn, prost",
        )
    ) == [
        ("Tora Fabelvik", "rektor", None, "leder"),
        ("Odd Huldermo", "leder", "Studenttinget", None),
        ("Siv Sagn", "prost", None, None),
    ]


def test_who_chose_somebody_is_a_detail_of_theirs() -> None:
    found = members(
        slide(
            "Styrets sammensetning",
            "Tora Fabelvik (styreleder) pensjonert skipsreder – oppnevnt av: Stifterne",
            "Odd Huldermo banksjef, Tåkeheim Sparebank – oppnevnt av: Næringslivet",
            "Siv Sagn lektor – oppnevnt av: Venneforeningen",
            "Nils Nøkk (ansattes representant) båtbygger – valgt av de ansatte",
        )
    )
    assert [(m.name, m.title, m.organisation, m.role, m.details) for m in found] == [
        ("Tora Fabelvik", "pensjonert skipsreder", None, "styreleder", (("oppnevnt av", "Stifterne"),)),
        ("Odd Huldermo", "banksjef", "Tåkeheim Sparebank", None, (("oppnevnt av", "Næringslivet"),)),
        ("Siv Sagn", "lektor", None, None, (("oppnevnt av", "Venneforeningen"),)),
        ("Nils Nøkk", "båtbygger", None, "ansattes representant", (("valgt av", "de ansatte"),)),
    ]


def test_running_lines_list_members_with_party_and_role_and_their_substitutes() -> None:
    found = members(
        slide(
            "Utvalgets medlemmer",
            "Medlemmer: Tora Fabelvik (Ap, leder), Odd Huldermo (Sp, nestleder), Siv Sagn (H)",
            "Varamedlemmer: Nils Nøkk (Ap), Per Eventyr (Sp)",
        )
    )
    assert [(m.name, m.organisation, m.role, m.group) for m in found] == [
        ("Tora Fabelvik", "Ap", "leder", "Utvalgets medlemmer"),
        ("Odd Huldermo", "Sp", "nestleder", "Utvalgets medlemmer"),
        ("Siv Sagn", "H", None, "Utvalgets medlemmer"),
        ("Nils Nøkk", "Ap", None, "Varamedlemmer"),
        ("Per Eventyr", "Sp", None, "Varamedlemmer"),
    ]


def test_a_title_before_a_name_is_told_with_party_and_role_behind_it() -> None:
    assert told(
        slide(
            "Medlemmer", "• Ordfører Tora Fabelvik (Sp) – leder", "• Ordfører Odd Huldermo (H)", "• Rådgiver Siv Sagn"
        )
    ) == [
        ("Tora Fabelvik", "Ordfører", "Sp", "leder"),
        ("Odd Huldermo", "Ordfører", "H", None),
        ("Siv Sagn", "Rådgiver", None, None),
    ]


@pytest.mark.parametrize(
    "line", ["Tora Fabelvik presenterer saken, kort", "Trollfylket hjelper oss: koordinator Tora Fabelvik"]
)
def test_what_somebody_does_lists_nobody(line: str) -> None:
    assert told(slide("Rådets medlemmer", line, line, line)) == []


def test_a_plain_board_member_has_no_role() -> None:
    people = table(
        ("Navn", "Rolle", "Bakgrunn"),
        ("Tora Fabelvik", "Styreleder", "A AS"),
        ("Odd Huldermo", "Styremedlem", "B AS"),
        ("Siv Sagn", "Styremedlem", "C AS"),
    )
    assert [role for *_, role in told(slide("Styrets medlemmer", people))] == ["Styreleder", None, None]


def test_two_cards_about_the_administration_list_nobody() -> None:
    assert (
        told(slide("Fra administrasjonen", ("Felles Trollarkiv", "Ferdig i mai"), ("Ny Hulderhage", "Åpner i juni")))
        == []
    )


def test_names_in_one_column_have_what_stands_beside_them_in_the_other() -> None:
    names, said = ("Tora Fabelvik", "Odd Huldermo", "Siv Sagn"), ("FFO, leiar", "SAFO, nestleiar", "Trollforbundet")
    columns = [
        (text, left, 100.0 + 30 * row) for left, texts in ((40, names), (400, said)) for row, text in enumerate(texts)
    ]
    assert told(laid_out("Medlemmer", *columns)) == [
        ("Tora Fabelvik", None, "FFO", "leiar"),
        ("Odd Huldermo", None, "SAFO", "nestleiar"),
        ("Siv Sagn", None, "Trollforbundet", None),
    ]


def test_people_behind_a_municipality_may_have_titles() -> None:
    people = slide(
        "Deltakere",
        "• Troll kommune: ordfører Tora Fabelvik (leder) og kommunedirektør Odd Huldermo",
        "• Skodde kommune: ordfører Siv Sagn",
        "• Tåke kommune: ordfører Nils Nøkk",
    )
    assert told(people)[:2] == [
        ("Tora Fabelvik", "ordfører", "Troll kommune", "leder"),
        ("Odd Huldermo", "kommunedirektør", "Troll kommune", None),
    ]
