"""Who met, who was away, stood in or observed, however the head of minutes tells it."""

from __future__ import annotations

import pytest
from tests.deck_builder import document, page, table

from radsassistent.documents import Table
from radsassistent.meetings import Attendee, understand


def met(*head: str | Table) -> list[Attendee]:
    made = document(page("# Møteprotokoll for Trollrådet 5. mars 2031", *head, "# Sak 3/31 Bruer", "Rådet ventar."))
    return list(understand([made]).attendance)


def told(*head: str | Table) -> list[tuple[str, str | None, str | None, str, str | None, str | None]]:
    return [(a.name, a.title, a.organisation, a.presence.value, a.substitutes_for, a.reason) for a in met(*head)]


def presences(*head: str | Table) -> dict[str, str]:
    found = met(*head)
    assert len({each.name for each in found}) == len(found)
    return {each.name: each.presence.value for each in found}


@pytest.mark.parametrize(
    "cell",
    ["Nei – vara: Ola Dal Fabel", "Nei (vara: Ola Dal Fabel)", "Forfall, Ola Dal Fabel møtte", "Ikkje møtt, vara Ola Dal Fabel",
     "Nei, Ola Dal Fabel (vara)", "Forfall – stedfortreder: Ola Dal Fabel"],
)  # fmt: skip
def test_a_cell_may_tell_that_somebody_was_away_and_who_came_instead(cell: str) -> None:
    rows = table(
        ("Organisasjon", "Navn", "Til stede"), ("Huldrelaget", "Kari Berg", cell), ("Nisselaget", "Liv Vik", "Ja, fra kl. 18.40"),
        ("Dovre kommune (observatør)", "Siv Sagn", "Ja"), ("Jutullaget", "Else Ur", "Nei, meldt forfall"),
    )  # fmt: skip
    assert told(rows) == [
        ("Kari Berg", None, "Huldrelaget", "absent", None, None),
        ("Ola Dal Fabel", None, "Huldrelaget", "substitute", "Kari Berg", None),
        ("Liv Vik", None, "Nisselaget", "present", None, None),
        ("Siv Sagn", "observatør", "Dovre kommune", "present", None, None),
        ("Else Ur", None, "Jutullaget", "absent", None, None),
    ]


@pytest.mark.parametrize(
    ("here", "away"),
    [("Møtte", "Meldt fråfall"), ("Til stades", "Fråverande"), ("Til stede", "Forfall"), ("Deltakere", "Fraværende"),
     ("Disse møtte", "Møtte ikke")],
)  # fmt: skip
def test_columns_of_a_table_may_be_lists_of_those_who_met_and_those_who_did_not(here: str, away: str) -> None:
    columns = table(
        (here, away, "Referat til"),
        ("Kari Berg (styreleiar); Liv Vik (dagleg leiar, referent); Siv Sagn (observatør, Huldrelaget)",
         "Ola Dal (vara møtte); Else Ur (ingen vara)", "Alle over, revisor Per Fabel"),
    )  # fmt: skip
    assert told(columns) == [
        ("Kari Berg", "styreleiar", None, "present", None, None),
        ("Liv Vik", "dagleg leiar, referent", None, "present", None, None),
        ("Siv Sagn", "observatør", "Huldrelaget", "present", None, None),
        ("Ola Dal", None, None, "absent", None, None),
        ("Else Ur", None, None, "absent", None, None),
    ]


def test_columns_with_a_name_in_each_cell_are_lists_too() -> None:
    columns = table(("Til stede", "Forfall"), ("Kari Berg", "Ola Dal"), ("Liv Vik", ""), ("Siv Sagn, Huldrelaget", ""))
    assert presences(columns) == {
        "Kari Berg": "present",
        "Liv Vik": "present",
        "Siv Sagn": "present",
        "Ola Dal": "absent",
    }


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Andre: rektor Siv Sagn, rådgiver Ola Dal og trollsjef Kari Berg under S-sak 33/26",
         [("Siv Sagn", "rektor", None), ("Ola Dal", "rådgiver", None), ("Kari Berg", "trollsjef", None)]),
        ("Observatør: Kari Berg (Huldredepartementet) til kl. 12:00", [("Kari Berg", "Observatør", "Huldredepartementet")]),
        ("Observatør: Kari Berg, Huldrelegen. Hun kom kl. 11.", [("Kari Berg", "Observatør", "Huldrelegen")]),
        ("Til stede: Kari Berg (Huldrenes forbund, digitalt), Ola Dal (på Teams)",
         [("Kari Berg", None, "Huldrenes forbund"), ("Ola Dal", None, None)]),
        ("Til stede: Ola Dal (Sp, ordførar), Kari Berg (observatør, Huldrelaget)",
         [("Ola Dal", "ordførar", "Sp"), ("Kari Berg", "observatør", "Huldrelaget")]),
        ("Andre: Rådmann Kari Berg, økonomisjef Ola Dal (sekretær for styret)",
         [("Kari Berg", "Rådmann", None), ("Ola Dal", "økonomisjef, sekretær for styret", None)]),
        ("Møtte: Kari Berg, Ola Dal samt observatørene Liv Vik og Siv Sagn",
         [("Kari Berg", None, None), ("Ola Dal", None, None), ("Liv Vik", "observatør", None), ("Siv Sagn", "observatør", None)]),
        ("Elles møtte: kyrkjeverje Kari Berg, som skreiv møteboka.", [("Kari Berg", "kyrkjeverje, skreiv møteboka", None)]),
    ],
)  # fmt: skip
def test_what_a_list_tells_of_each_is_parted_from_how_long_each_was_there(
    line: str, found: list[tuple[str, str | None, str | None]]
) -> None:
    assert [(a.name, a.title, a.organisation) for a in met(line)] == found
    assert {a.presence.value for a in met(line)} == {"present"}


@pytest.mark.parametrize(
    ("line", "away"),
    [
        ("Forfall: Kari Berg (V), Ola Dal (FrP) – utan vara", [("Kari Berg", "V"), ("Ola Dal", "FrP")]),
        ("Fråfall: Kari Berg (utan vara) og Ola Dal (vara møtte)", [("Kari Berg", None), ("Ola Dal", None)]),
        ("Fråverande: Kari Berg – ingen vara møtte, Ola Dal", [("Kari Berg", None), ("Ola Dal", None)]),
        ("Meldt fråfall: Kari Berg (V) (uten vara); Ola Dal (H), ingen vara", [("Kari Berg", "V"), ("Ola Dal", "H")]),
    ],
)
def test_that_nobody_stood_in_is_no_body_and_no_reason(line: str, away: list[tuple[str, str | None]]) -> None:
    assert [(a.name, a.organisation, a.presence.value, a.reason) for a in met(line)] == [
        (*each, "absent", None) for each in away
    ]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("Til stede: Kari Berg samt varamedlemmene Ola Dal og Liv Vik.",
          "Fraværende: Siv Sagn (Dal møtte), Else Ur (Vik møtte) og Per Troll (uten vara)."),
         {"Kari Berg": ("present", None), "Ola Dal": ("substitute", "Siv Sagn"), "Liv Vik": ("substitute", "Else Ur"),
          "Siv Sagn": ("absent", None), "Else Ur": ("absent", None), "Per Troll": ("absent", None)}),
        (("Møtte: Kari Berg, Ola Dal (vara)", "Forfall: Siv Sagn"),
         {"Kari Berg": ("present", None), "Ola Dal": ("substitute", None), "Siv Sagn": ("absent", None)}),
        (("Til stede: Kari Berg, student Ola Dal (vara for Siv Sagn)", "Forfall: Siv Sagn"),
         {"Kari Berg": ("present", None), "Ola Dal": ("substitute", "Siv Sagn"), "Siv Sagn": ("absent", None)}),
        (("Deltakere: Kari Berg, Ola Dal (Huldreetaten, stedfortreder for Siv Sagn)",),
         {"Kari Berg": ("present", None), "Ola Dal": ("substitute", "Siv Sagn")}),
        (("Til stede: Kari Berg og vara Ola Dal, som møtte for Siv Sagn.", "Forfall: Siv Sagn."),
         {"Kari Berg": ("present", None), "Ola Dal": ("substitute", "Siv Sagn"), "Siv Sagn": ("absent", None)}),
        (("Til stades: Kari Berg, Ola Dal", "Forfall: Siv Sagn (vara: Ola Dal)"),
         {"Kari Berg": ("present", None), "Ola Dal": ("substitute", "Siv Sagn"), "Siv Sagn": ("absent", None)}),
        (("Medlemmer: Kari Berg, Siv Sagn", "Forfall: Siv Sagn"), {"Kari Berg": ("present", None), "Siv Sagn": ("absent", None)}),
    ],
)  # fmt: skip
def test_each_is_told_once_and_who_stood_in_for_whom(lines: tuple[str, ...], found: dict[str, tuple[str, str]]) -> None:
    people = met(*lines)
    assert {each.name: (each.presence.value, each.substitutes_for) for each in people} == found
    assert len(people) == len(found)
