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
         [("Siv Sagn", "rektor", None), ("Ola Dal", "rådgiver", None), ("Kari Berg", "trollsjef, under S-sak 33/26", None)]),
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


@pytest.mark.parametrize(
    "said",
    [
        "Til stades elles var Kari Berg (nestleiar), Ola Dal og Liv Vik.",
        "Til stede var Kari Berg (nestleiar), Ola Dal og Liv Vik.",
        "Kari Berg (nestleiar), Ola Dal og Liv Vik var til stede.",
        "Fra rådet møtte Kari Berg (nestleiar), Ola Dal og Liv Vik.",
        "Av medlemmene møtte Kari Berg (nestleiar), Ola Dal og Liv Vik.",
        "Desse møtte: Kari Berg (nestleiar), Ola Dal og Liv Vik.",
        "Følgende medlemmer var til stede: Kari Berg (nestleiar), Ola Dal og Liv Vik.",
        "Møtet ble satt kl. 10.00. Kari Berg (nestleiar), Ola Dal og Liv Vik møtte.",
        "I møtet deltok Kari Berg (nestleiar), Ola Dal og Liv Vik.",
    ],
)
def test_a_sentence_tells_who_met(said: str) -> None:
    assert told(said) == [
        ("Kari Berg", "nestleiar", None, "present", None, None),
        ("Ola Dal", None, None, "present", None, None),
        ("Liv Vik", None, None, "present", None, None),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Forfall hadde Kari Berg og Ola Dal.",
        "Forfall var meldt av Kari Berg og Ola Dal.",
        "Det var meldt forfall frå Kari Berg og Ola Dal.",
        "Det ble meldt forfall fra Kari Berg og Ola Dal.",
        "Fråverande var Kari Berg og Ola Dal.",
        "Meldt fråfall hadde Kari Berg og Ola Dal.",
        "Kari Berg og Ola Dal hadde fråfall.",
        "Kari Berg og Ola Dal hadde gyldig forfall.",
        "Kari Berg og Ola Dal var fraværende.",
        "Kari Berg og Ola Dal møtte ikkje.",
        "Kari Berg og Ola Dal var ikke til stede.",
        "Kari Berg og Ola Dal var forhindret fra å møte.",
        "Kari Berg og Ola Dal meldte forfall om morgenen uten vara.",
        "Kari Berg og Ola Dal hadde meldt forfall på kort varsel på grunn av sykdom.",
    ],
)
def test_a_sentence_tells_who_was_away(said: str) -> None:
    assert presences(f"Møtet vart sett kl. 10.15. {said}") == {"Kari Berg": "absent", "Ola Dal": "absent"}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Frå administrasjonen møtte fylkesdirektør Kari Berg og seniorrådgjevar Ola Dal, som førte protokollen.",
         [("Kari Berg", "fylkesdirektør", None), ("Ola Dal", "seniorrådgjevar, førte protokollen", None)]),
        ("Frå Ungdommens trollutval møtte Kari Berg som observatør med talerett.",
         [("Kari Berg", "observatør", "Ungdommens trollutval")]),
        ("Kari Berg, utvalsleiar, styrte møtet.", [("Kari Berg", "utvalsleiar, styrte møtet", None)]),
        ("Møtet ble ledet av ordfører Kari Berg.", [("Kari Berg", "ordfører, ledet møtet", None)]),
        ("Møteleder var Kari Berg, og referent var Ola Dal.", [("Kari Berg", "møteleder", None), ("Ola Dal", "referent", None)]),
        ("I tillegg deltok rådgiver Kari Berg fra sekretariatet.", [("Kari Berg", "rådgiver", None)]),
        ("Kari Berg fra Huldrerådet møtte med talerett.", [("Kari Berg", None, "Huldrerådet")]),
        ("Kari Berg frå ungdomsrådet og Ola Dal frå Huldrelaget møtte som observatørar.",
         [("Kari Berg", "observatør", "ungdomsrådet"), ("Ola Dal", "observatør", "Huldrelaget")]),
        ("Som observatør frå Huldrelaget deltok Kari Berg.", [("Kari Berg", "observatør", "Huldrelaget")]),
        ("Jurist Kari Berg fra Advokatkollegiet Berg deltok per video under sak 4.",
         [("Kari Berg", "Jurist, under sak 4", "Advokatkollegiet Berg")]),
        ("Ordfører Kari Berg ledet møtet.", [("Kari Berg", "Ordfører, ledet møtet", None)]),
        ("Ola Dal førte protokollen.", [("Ola Dal", "førte protokollen", None)]),
    ],
)  # fmt: skip
def test_a_sentence_tells_who_led_observed_and_served(
    said: str, found: list[tuple[str, str | None, str | None]]
) -> None:
    people = met(said)
    assert [(each.name, each.title, each.organisation) for each in people] == found
    assert {each.presence.value for each in people} == {"present"}


@pytest.mark.parametrize(
    "said",
    [
        "For Berg møtte Ola Dal; det møtte ingen vara for Vik.",
        "Som vara for Berg møtte Ola Dal.",
        "Ola Dal møtte i staden for Berg.",
        "Ola Dal møtte som vara for Kari Berg, som var sjuk.",
        "Vara for Berg var Ola Dal.",
        "I stedet for Kari Berg møtte vara Ola Dal.",
        "Varamedlem Ola Dal møtte for Kari Berg.",
        "Møtande vara frå kommunen var Ola Dal, som møtte frå sak 30/26 i staden for Kari Berg.",
        "Kari Berg ble erstattet av Ola Dal.",
        "Berg vart erstatta av vara Ola Dal.",
    ],
)
def test_a_sentence_tells_who_sat_in_whose_seat_also_by_the_last_name(said: str) -> None:
    people = met("Til stades var Else Ur.", f"Forfall hadde Kari Berg og Liv Vik. {said}")
    assert {each.name: (each.presence.value, each.substitutes_for) for each in people} == {
        "Else Ur": ("present", None),
        "Kari Berg": ("absent", None),
        "Liv Vik": ("absent", None),
        "Ola Dal": ("substitute", "Kari Berg"),
    }


@pytest.mark.parametrize(
    "said",
    [
        "Ola Dal deltok ikke i behandlingen av sak 4.",
        "Ola Dal var til stede under sak 4 i forrige møte.",
        "Ola Dal la fram saken. Møtet var ope. Det kom ikkje merknader frå Kari Berg.",
        "Protokollen fra møtet der Ola Dal hadde forfall ble godkjent.",
        "Ola Dal hadde spørsmål om broen, og Kari Berg hadde svar.",
        "Fra administrasjonen var det ønske om en ny bro ved Store Berg.",
        "Forslaget fra Ola Dal møtte motstand.",
        "For broen møtte Ola Dal stor motstand.",
    ],
)
def test_a_sentence_that_tells_of_something_else_says_nothing_of_who_met(said: str) -> None:
    assert met("Møtet vart sett kl. 10.15.", said) == []


def test_what_a_sentence_says_goes_before_the_list_that_it_stands_in() -> None:
    assert presences("# Forfall", "Liv Vik", "Siv Sagn", "Kari Berg, observatør, deltok på Teams.") == {
        "Liv Vik": "absent",
        "Siv Sagn": "absent",
        "Kari Berg": "present",
    }


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Deltakarar: Kari Berg (AP) frå kl. 10.30, Ola Dal (H) til og med sak 4/31, Liv Vik",
         {"Kari Berg": "present", "Ola Dal": "present", "Liv Vik": "present"}),
        ("Forfall: Kari Berg – sjuk, Ola Dal – ferie", {"Kari Berg": "absent", "Ola Dal": "absent"}),
        ("Følgende hadde forfall: Kari Berg.", {"Kari Berg": "absent"}),
        ("Desse medlemmene møtte: Kari Berg, Ola Dal.", {"Kari Berg": "present", "Ola Dal": "present"}),
        ("Av rådets 7 medlemmer møtte Kari Berg og Ola Dal.", {"Kari Berg": "present", "Ola Dal": "present"}),
        ("Trollsjef Kari Berg og sekretær Ola Dal deltok fra administrasjonen.", {"Kari Berg": "present", "Ola Dal": "present"}),
        ("Møtet vart leidd av nestleiar Kari Berg sidan leiaren var på reise.", {"Kari Berg": "present"}),
        ("Liv Vik hadde forfall, og vara Ola Dal møtte for ho.", {"Liv Vik": "absent", "Ola Dal": "substitute"}),
        ("Vara Ola Dal møtte for Kari Berg og vara Liv Vik møtte for Siv Sagn.",
         {"Ola Dal": "substitute", "Liv Vik": "substitute"}),
        ("Varamedlem: Varamedlem Ola Dal møtte for Siv Sagn.", {"Ola Dal": "substitute"}),
        ("Siv Sagn hadde forfall. For Sagn møtte 1. vara Kari Berg.", {"Siv Sagn": "absent", "Kari Berg": "substitute"}),
        ("Til stede: 7 av 9 medlemmer.", {}),
    ],
)  # fmt: skip
def test_who_met_in_yet_other_words(line: str, found: dict[str, str]) -> None:
    assert presences(line) == found


def test_who_comes_in_a_seat_by_the_organisation_of_both() -> None:
    found = told(
        "Til stede: Kari Berg, TRE; Ola Dal (vara), Region Fabel; Liv Vik, Region Hulder",
        "Forfall: Siv Sagn, Region Fabel. Else Ur, Forum Troll, meldte forfall samme dag uten vara.",
    )
    assert [(name, of, how, instead) for name, _, of, how, instead, _ in found] == [
        ("Kari Berg", "TRE", "present", None),
        ("Ola Dal", "Region Fabel", "substitute", "Siv Sagn"),
        ("Liv Vik", "Region Hulder", "present", None),
        ("Else Ur", "Forum Troll", "absent", None),
        ("Siv Sagn", "Region Fabel", "absent", None),
    ]


@pytest.mark.parametrize(
    ("words", "body"),
    [("Fra sekretariatet", "sekretariatet"), ("Frå administrasjonen møtte", "administrasjonen"),
     ("Fra Huldrelaget deltok", "Huldrelaget"), ("Sekretariat", "Sekretariat")],
)  # fmt: skip
def test_words_over_a_list_may_tell_where_those_of_it_are_from(words: str, body: str) -> None:
    rows = table(("Til stede", "Kari Berg (leder), Ola Dal"), (words, "Liv Vik, Siv Sagn (referent, Nisselaget)"))
    for head in (rows, f"{words}: Liv Vik, Siv Sagn (referent, Nisselaget)"):
        people = {name: (title, organisation) for name, title, organisation, *_ in told("Til stede: Ola Dal", head)}
        assert people["Liv Vik"] == (None, body)
        assert people["Siv Sagn"] == ("referent", "Nisselaget")
        assert people["Ola Dal"] == (None, None)


@pytest.mark.parametrize("column", ["Møtte", "Møtt", "Til stede", "Møter", "Oppmøte"])
def test_a_column_may_tell_of_each_whether_they_came(column: str) -> None:
    rows = table(("Navn", "Rolle", column), ("Kari Berg", "Leder", "Ja"), ("Ola Dal", "Medlem", "Nei"))
    assert presences(rows) == {"Kari Berg": "present", "Ola Dal": "absent"}


@pytest.mark.parametrize("name", ["Representant", "Styremedlem", "Rådsmedlem", "Deltakere"])
@pytest.mark.parametrize("body", ["Valgkrets", "Kommune", "Fakultet", "Eining"])
def test_a_roll_call_tells_who_came_from_where_whatever_its_columns_are_called(name: str, body: str) -> None:
    rows = table((name, body, "Oppmøte"), ("Kari Berg", "Nordtroll", "Møtt"), ("Ola Dal", "Sørtroll", "Forfall"))
    assert told("# Opprop", rows, "Ordstyrer: Liv Vik. Protokollfører: Siv Sagn. 6 stemmeberettigede.") == [
        ("Kari Berg", None, "Nordtroll", "present", None, None),
        ("Ola Dal", None, "Sørtroll", "absent", None, None),
        ("Liv Vik", "Ordstyrer", None, "present", None, None),
        ("Siv Sagn", "Protokollfører", None, "present", None, None),
    ]


@pytest.mark.parametrize("title", ["Kirkeverge", "Kyrkjeverje", "Sokneprest", "Kantor"])
def test_what_somebody_serves_the_church_as_is_a_title_before_the_name(title: str) -> None:
    assert told("# Andre:", f"{title} Kari Berg (sekretær)") == [
        ("Kari Berg", f"{title}, sekretær", None, "present", None, None)
    ]
