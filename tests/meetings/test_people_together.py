"""People who stand together: several in a cell, a box or on a line, with for whom they sit beside or over them; all fictional."""

from __future__ import annotations

import pytest
from tests.deck_builder import document, laid_out, slide, table

from radsassistent.documents import Slide
from radsassistent.meetings import Member, understand


def people(*slides: Slide) -> list[Member]:
    return list(understand([document(slide("Møte i Trollrådet 12. mars 2031"), *slides)]).members)


ORGANISED = [
    ("Kari Fabel", "Oppdikt kommune", "leder"),
    ("Ola Sagn", "Oppdikt kommune", None),
    ("Siv Tuss", "Oppdikt kommune", None),
    ("Odd Hulder", "Huldredal kommune", "nestleder"),
    ("Liv Alv", "Huldredal kommune", None),
    ("Per Nøkk", "Trolldal kommune", None),
    ("Ine Draug", "Trolldal kommune", None),
]
TOGETHER = {
    "Oppdikt kommune": "Kari Fabel (leder), Ola Sagn, Siv Tuss",
    "Huldredal kommune": "Odd Hulder (nestleder), Liv Alv",
    "Trolldal kommune": "Per Nøkk og Ine Draug",
}
BESIDE_EACH_OTHER = table(
    tuple(TOGETHER),
    ("Kari Fabel (leder)", "Odd Hulder (nestleder)", "Per Nøkk"),
    ("Ola Sagn", "Liv Alv", "Ine Draug"),
    ("Siv Tuss", None, None),
)


@pytest.mark.parametrize("title", ["Desse er med", "Rådets medlemmer"])
@pytest.mark.parametrize(
    "body",
    [
        (table(("Organisasjon", "Namn"), *TOGETHER.items()),),
        (table(("Kommune", "Representanter"), *((who, names.replace(", ", "\n")) for who, names in TOGETHER.items())),),
        (table(*TOGETHER.items()),),
        (BESIDE_EACH_OTHER,),
        tuple(f"• {who} – {names}" for who, names in TOGETHER.items()),
        tuple(f"{who}: {names}" for who, names in TOGETHER.items()),
        tuple(TOGETHER.items()),
    ],
    ids=["headed table", "lines in cells", "bare table", "columns", "dashes", "colons", "boxes"],
)
def test_several_together_sit_for_the_organisation_that_they_stand_beside_or_under(title: str, body: tuple) -> None:
    found = people(slide(title, *body))
    assert sorted((m.name, m.organisation, m.role) for m in found) == sorted(ORGANISED, key=lambda each: each[0])


def test_a_role_before_a_name_is_no_part_of_it() -> None:
    found = people(
        slide(
            "Styret",
            "• Styreleder Kari Fabel (Oppdikt kommune)",
            "• Styremedlem Ola Sagn (Huldredal kommune)",
            "• Varamedlem Siv Tuss, Trolldal kommune",
            "• Observatør Per Nøkk",
            "• Medlem Liv Alv, kommunestyret",
        )
    )
    assert [(m.name, m.title, m.organisation, m.role) for m in found] == [
        ("Kari Fabel", None, "Oppdikt kommune", "Styreleder"),
        ("Ola Sagn", None, "Huldredal kommune", None),
        ("Siv Tuss", None, "Trolldal kommune", "Varamedlem"),
        ("Per Nøkk", None, None, "Observatør"),
        ("Liv Alv", None, "kommunestyret", None),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Frå sekretariatet møter dagleg leiar Siv Tuss og rådgivar Per Nøkk.",
        "Dagleg leiar Siv Tuss og rådgivar Per Nøkk deltek frå sekretariatet.",
    ],
)
def test_a_sentence_says_who_comes_from_the_secretariat(said: str) -> None:
    seats = table(("Kommune", "Namn"), ("Oppdikt", "Kari Fabel"), ("Huldredal", "Odd Hulder"), ("Trolldal", "Liv Alv"))
    found = people(slide("Desse er med", seats, said))
    assert [(m.name, (m.title or "").lower(), m.group) for m in found[3:]] == [
        ("Siv Tuss", "dagleg leiar", "Sekretariatet"),
        ("Per Nøkk", "rådgivar", "Sekretariatet"),
    ]


def test_who_comes_for_somebody_is_told_behind_the_name() -> None:
    found = people(
        slide(
            "Medlemmer og vara",
            *("Faste medlemmer:", "Kari Fabel (Sp)", "Ola Sagn (H)"),
            *("Varamedlemmer:", "Siv Tuss (Sp) for Kari Fabel", "Liv Alv for Ola Sagn"),
        )
    )
    assert [(m.name, m.organisation, m.role) for m in found[2:]] == [
        ("Siv Tuss", "Sp", "vara for Kari Fabel"),
        ("Liv Alv", None, "vara for Ola Sagn"),
    ]


def test_the_letter_of_a_party_on_a_card_is_not_the_initial_of_somebody_on_another() -> None:
    cards = (("Vigdis Fabel", "Ap"), ("Ola Sagn", "V"), ("Siv Tuss", "H"), ("Per Nøkk", "Sp"))
    assert [m.organisation for m in people(slide("Vi i utvalget", *cards))] == ["Ap", "V", "H", "Sp"]


def test_who_is_from_a_body_in_small_letters_is_no_organisation_of_the_one_above() -> None:
    cards = [
        "Kari Fabel/Fyrlaget",
        "Ola Sagn/Instituttet for troll",
        "Liv Alv/Tåkelauget",
        "Bo Berg/Forskningsrådet for fyr",
    ]
    names = [(f"* {card.partition('/')[0]}", 40, 100 + 60 * n) for n, card in enumerate(cards)]
    below = [(card.partition("/")[2], 40, 117 + 60 * n) for n, card in enumerate(cards)]
    lines = (
        *(each for pair in zip(names, below, strict=True) for each in pair),
        ("* Møter med talerett", 500, 100),
        *(("Odd Hulder, Fyrtinget (observatør)", 500, 120), ("Per Nøkk, sekretariatsleder", 500, 139)),
        ("Siv Tuss, sekretariatet", 500, 158),
    )
    found = people(laid_out("Rådets medlemmer 2030–2032", *lines))
    assert [(m.name, m.title, m.organisation) for m in found[-2:]] == [
        ("Per Nøkk", "sekretariatsleder", None),
        ("Siv Tuss", None, "sekretariatet"),
    ]
