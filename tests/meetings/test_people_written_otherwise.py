"""Invented lists of people: deputies in columns of their own, several on one line, and who met told in other words."""

from __future__ import annotations

import pytest
from tests.deck_builder import document, page, slide, table

from radsassistent.documents import Table
from radsassistent.meetings import understand

OPENING = slide("Møte i Trollhagerådet 12. mars 2031")
Attended = tuple[str, str | None, str | None, str, str | None]


def attended(*parts: str | Table) -> list[Attended]:
    minutes = page("# Referat fra møte i Trollhagerådet 12. mars 2031", *parts, "# Sak 3/31 Nytt naust", "Vedtak: Ja.")
    found = understand([document(minutes)]).attendance
    return [(a.name, a.title, a.organisation, a.presence.value, a.substitutes_for) for a in found]


@pytest.mark.parametrize(
    ("for_whom", "deputy"), [("Gruppe", "Vara"), ("Vald av", "Varamedlem"), ("Eierkommune", "Personlig vara")]
)
def test_a_column_of_deputies_tells_of_the_members_and_lists_those_who_would_sit_for_them(
    for_whom: str, deputy: str
) -> None:
    listed = table(
        (for_whom, "Fast medlem", "Verv", deputy),
        ("Jutullaget", "Kari Berg", "leder", "Nils Nøkk"),
        ("Huldrelaget", "Ola Dal", "", "Siv Sagn, smed"),
        ("Nisselaget", "Liv Vik", "", "ikke oppnevnt"),
    )
    found = understand([document(OPENING, slide("Rådet 2027–2031", listed))]).members
    assert [(m.name, m.title, m.organisation, m.role, m.group, dict(m.details).get(deputy)) for m in found] == [
        ("Kari Berg", None, "Jutullaget", "leder", "Rådet 2027–2031", "Nils Nøkk"),
        ("Ola Dal", None, "Huldrelaget", None, "Rådet 2027–2031", "Siv Sagn, smed"),
        ("Liv Vik", None, "Nisselaget", None, "Rådet 2027–2031", "ikke oppnevnt"),
        ("Nils Nøkk", None, "Jutullaget", f"{deputy.lower()} for Kari Berg", deputy, None),
        ("Siv Sagn", "smed", "Huldrelaget", f"{deputy.lower()} for Ola Dal", deputy, None),
    ]


def test_those_on_one_line_between_bars_are_people_of_their_own() -> None:
    listed = slide("Medlemmer", "Kari Berg (Jutullaget) | Ola Dal (Huldrelaget), nestleder")
    found = understand([document(OPENING, listed)]).members
    assert [(m.name, m.organisation, m.role) for m in found] == [
        ("Kari Berg", "Jutullaget", None),
        ("Ola Dal", "Huldrelaget", "nestleder"),
    ]


def test_a_column_of_what_each_did_tells_who_was_away_and_who_came_for_whom() -> None:
    told = table(
        ("Part", "Navn", "Status"),
        ("Troll", "Kari Berg, leder", "Møtte"),
        ("Troll", "Nils Nøkk", "Meldt forfall"),
        ("Troll", "Siv Sagn (vara for Nils Nøkk)", "Møtte"),
    )
    assert attended("Møteleder: Kari Berg", told) == [
        ("Kari Berg", "leder, møteleder", "Troll", "present", None),
        ("Nils Nøkk", None, "Troll", "absent", None),
        ("Siv Sagn", "vara for Nils Nøkk", "Troll", "substitute", "Nils Nøkk"),
    ]


@pytest.mark.parametrize(
    ("here", "away"),
    [
        ("Disse var her:", "Disse var ikke her:"),
        ("Hvem møtte", "Hvem møtte ikke"),
        ("Kven var med", "Kven var ikkje med"),
    ],
)
def test_who_met_is_told_in_plain_words(here: str, away: str) -> None:
    found = attended(f"# {here}", "• Kari Berg (leder)", "• Ola Dal", f"# {away}", "• Nils Nøkk (meldt forfall)")
    assert [(told[0], told[3]) for told in found] == [
        ("Kari Berg", "present"),
        ("Ola Dal", "present"),
        ("Nils Nøkk", "absent"),
    ]


def test_what_somebody_did_behind_a_dash_leaves_the_name_and_the_organisation() -> None:
    found = attended(
        "# Møtende", "• Kari Berg (Jutullaget) – forlot møtet kl. 11.00, under sak 3/31", "• Ola Dal (Huldrelaget)"
    )
    assert found[0][:3] == ("Kari Berg", None, "Jutullaget")


def test_titles_before_the_names_of_a_sentence_part_its_people() -> None:
    found = attended("Andre: Sekretær Kari Berg, revisor Ola Dal (3/31), prost Nils Nøkk og tannlege Siv Sagn.")
    assert [told[:3] for told in found] == [
        ("Kari Berg", "Sekretær", None),
        ("Ola Dal", "revisor", None),
        ("Nils Nøkk", "prost", None),
        ("Siv Sagn", "tannlege", None),
    ]


def test_the_next_sentence_is_no_part_of_whom_somebody_stood_in_for() -> None:
    found = attended("Desse møtte: Kari Berg, og Ola Dal, vara for Siv Sagn. Møtande vara frå laget var Nils Nøkk.")
    assert ("Ola Dal", "substitute", "Siv Sagn") in [(told[0], *told[3:]) for told in found]


def test_a_case_in_brackets_does_not_join_two_people_of_a_list() -> None:
    found = attended(
        "Andre: Kari Berg, havnesjef. Ola Dal, brannsjef (sak 3/31). Siv Sagn, utvalgssekretær, førte protokollen."
    )
    assert [told[:2] for told in found] == [
        ("Kari Berg", "havnesjef"),
        ("Ola Dal", "brannsjef"),
        ("Siv Sagn", "utvalgssekretær, førte protokollen"),
    ]
