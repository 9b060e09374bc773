"""A case that was put off and the later case that takes it up know of each other, and nothing is guessed."""

from __future__ import annotations

from datetime import date

import pytest
from tests.deck_builder import pages, slide, written

from radsassistent.archive.register import Status, entries
from radsassistent.archive.taken_up import Handled, taken_up

FIRST = "5. mars 2031"
THEN = "9. april 2031"
LAST = "10. juni 2031"
PUT_OFF = "Saken utsettes."
DECIDED = "Rådet bygger brygga av stein."


@pytest.fixture
def held(archive, tmp_path):
    """Takes in the minutes of a meeting: its day and its cases, each a number and title, its decision, and its text."""

    def holding(day, *cases, body="Oppdiktrådet", overrides=""):
        lines = [f"# Referat fra møte i {body} {day}", "Sted: Oppdiktsalen, Fantasibyen"]
        for named, decision, *text in cases:
            lines += [f"# Sak {named}", *text, "# Vedtak:", decision]
        document, path = written(tmp_path / f"{body}-{day}", *pages("\n".join(lines)), name=f"{body}-{day}.pdf")
        archive.put(document, path, overrides=overrides)

    return holding


@pytest.fixture
def told(archive):
    """The matters that the register tells of: for each row that has one, its case with the cases of its turns."""

    def telling(*, internal=False):
        rows = entries(archive.directory, internal=internal)
        return {
            (row.body, row.case): [(turn.case, turn.now.status.value) for turn in row.turns]
            for row in rows
            if row.turns
        }

    return telling


def both(first="3/31", then="14/31", status="vedtatt", body="Oppdiktrådet"):
    """What is told when two cases are one matter."""
    turns = [(first, "utsatt"), (then, status)]
    return {(body, first): turns, (body, then): turns}


def test_a_case_that_was_put_off_and_its_later_decision_tell_of_each_other(held, archive):
    held(FIRST, ("3/31 Ny brygge", PUT_OFF), ("4/31 Gratis ferge", "Rådet gjør ferga gratis."))
    held(LAST, ("13/31 Godkjenning av referat", "Referatet godkjennes."), ("14/31 Ny brygge", DECIDED))
    later, earlier = (row for row in entries(archive.directory, internal=False) if row.turns)
    assert (earlier.case, later.case) == ("3/31", "14/31")
    assert earlier.turns == later.turns
    first, then = earlier.turns
    assert (first.key, first.date, first.case, first.now) == (earlier.key, "2031-03-05", "3/31", earlier.now)
    assert (then.key, then.date, then.case, then.now.status) == (later.key, "2031-06-10", "14/31", Status.ADOPTED)
    assert then.now.document == f"Oppdiktrådet-{LAST}.pdf"


def test_it_may_be_proposed_anew_and_not_decided_yet(held, archive, tmp_path, told):
    held(FIRST, ("3/31 Ny brygge", PUT_OFF))
    deck = [
        slide(f"Møte i Oppdiktrådet {LAST}"),
        slide("Sak 14/31: Ny brygge"),
        slide("Forslag til vedtak", "Rådet bygger brygga av stein."),
    ]
    archive.put(*written(tmp_path / "innkalling", *deck))
    assert told() == both(status="forslag")


def test_a_case_that_is_put_off_twice_is_told_through_all_its_meetings(held, told):
    held(FIRST, ("3/31 Ny brygge", PUT_OFF))
    held(THEN, ("8/31 Ny brygge", PUT_OFF))
    held(LAST, ("14/31 Ny brygge", DECIDED))
    assert list(told().values()) == [[("3/31", "utsatt"), ("8/31", "utsatt"), ("14/31", "vedtatt")]] * 3


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Ny brygge på Eventyrøya", "Nye brygger på Eventyrøya"),
        ("Ny brygge på Eventyrøya", "Ny brygge på Eventyrøya - ny behandling"),
        ("Ny brygge på Eventyrøya", "Utsatt sak: Ny brygge på Eventyrøya"),
        ("Ny brygge på Eventyrøya", "Ny brygge på Eventyrøya (utsatt fra møtet 5. mars)"),
        ("Ny brygge på Eventyrøya", "Ny brygge på Eventyrøya, til beslutning"),
        ("Rekruttering av jordmødre", "Jordmødre: ny behandling"),
        ("Flaumvern langs Storåna", "Flaumvern langs Storåna, 2. gangs handsaming"),
    ],
)
def test_a_title_that_says_almost_the_same_is_the_same_matter(held, told, first, then):
    held(FIRST, (f"3/31 {first}", PUT_OFF))
    held(LAST, (f"14/31 {then}", DECIDED))
    assert told() == both()


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Budsjett for ferga 2031", "Budsjett for ferga 2032"),
        ("Status for ferga, 1. kvartal", "Status for ferga, 2. kvartal"),
        ("Økonomi i februar for fergene", "Økonomi i mai for fergene"),
        ("Ny brygge på Eventyrøya", "Ny brygge på Fabeløya"),
        ("Overvåking av drikkevann", "Drikkevann: halvårsstatus"),
        ("Brygger på Eventyrøya", "Brygger"),
        ("Orienteringer", "Orienteringer"),
        ("Godkjenning av referat", "Godkjenning av referat"),
    ],
)
def test_a_title_that_may_be_of_another_matter_is_not_the_same(held, told, first, then):
    held(FIRST, (f"3/31 {first}", PUT_OFF))
    held(LAST, (f"14/31 {then}", DECIDED))
    assert told() == {}


@pytest.mark.parametrize(
    "text",
    [
        "Saken ble utsatt fra sak 3/31.",
        "Saka er utsett frå sak 3/31.",
        "Jf. sak 3/31.",
        "Det vises til sak 03/2031 om brygga.",
        "Rådet viser til sak 3/31.",
        "Sak 3/31 legges frem på nytt til behandling.",
        "Saken er utsatt fra møtet 5. mars 2031.",
    ],
)
def test_a_case_that_says_that_it_takes_up_another_does_so_under_any_title(held, told, text):
    held(FIRST, ("3/31 Ny brygge", PUT_OFF), ("4/31 Gratis ferge", "Rådet gjør ferga gratis."))
    held(LAST, ("14/31 Kai i stein", DECIDED, text), ("15/31 Ferge til fjells", "Rådet sier nei."))
    assert told() == both()


@pytest.mark.parametrize(
    "text",
    [
        "Det vises til sak 4/31.",
        "Det vises til sak 3/31 i Fantasiutvalget.",
        "Sak 3/31 kostet 2 millioner kroner.",
        "Søknadsfristen ble utsatt fra 5. mars 2031.",
        "Utsatt: sak 3/31. Utsatt: sak 5/31. Vedtatt, jf. sak 6/31.",
    ],
)
def test_a_case_that_names_another_case_in_passing_does_not_take_it_up(held, told, text):
    held(FIRST, ("3/31 Ny brygge", PUT_OFF), ("4/31 Gratis ferge", "Rådet gjør ferga gratis."))
    held(LAST, ("14/31 Kai i stein", DECIDED, text))
    assert told() == {}


def test_the_same_number_is_the_same_matter_but_not_where_a_body_counts_anew(held, told):
    held(FIRST, ("3/31 Brygge av drivtømmer på Eventyrøya", PUT_OFF), ("4/31 Gratis ferge", PUT_OFF))
    held(LAST, ("3/31 Brygge av stein på Eventyrøya", DECIDED), ("4/31 Tak på låven: ny behandling", "Rådet sier ja."))
    assert told() == both(then="3/31")


@pytest.mark.parametrize("said", [" (utsatt fra møtet 5. mars)", " – utsatt fra møtet 5. mars"])
def test_two_cases_put_off_at_one_meeting_are_told_apart_by_their_titles(held, told, said):
    held(FIRST, ("3/31 Ny brygge", PUT_OFF), ("4/31 Gratis ferge", PUT_OFF))
    held(LAST, (f"14/31 Ny brygge{said}", DECIDED), (f"15/31 Gratis ferge{said}", "Rådet gjør ferga gratis."))
    assert told() == both() | both("4/31", "15/31")


def test_the_item_that_approves_the_minutes_takes_up_nothing_that_they_tell_of(held, told):
    held(FIRST, ("3/31 Ny brygge", PUT_OFF))
    held(LAST, ("13/31 Godkjenning av referat", "Referatet godkjennes.", "Sak 3/31 ble utsatt."))
    assert told() == {}


def test_a_number_of_another_series_is_another_case():
    put_off = Handled("Oppdiktrådet", date(2031, 3, 5), "PS 3/31", "Ny brygge", put_off=PUT_OFF)
    for series, found in (("RS", []), ("PS", [(0, 1)])):
        later = Handled("Oppdiktrådet", date(2031, 6, 10), "14/31", "Kai", (f"Saken ble utsatt fra {series} 3/31.",))
        assert taken_up([put_off, later]) == found


def test_the_day_that_a_case_is_put_off_to_tells_it_from_the_rest_of_its_subject(held, told):
    held(FIRST, ("3/31 Brygger på Eventyrøya", "Saken utsettes til møtet 10. juni 2031."))
    held(LAST, ("14/31 Brygger", DECIDED))
    assert told() == both()


@pytest.mark.parametrize(
    "text",
    [
        "Saken legges frem på nytt.",
        "Saken tas opp igjen.",
        "Dette er annen gangs behandling.",
        "Saken ble utsatt i forrige møte.",
        "Saka vart sendt tilbake i førre møte.",
    ],
)
def test_a_case_that_says_that_it_comes_again_is_one_of_much_the_same_title(held, told, text):
    held(FIRST, ("3/31 Brygger på Eventyrøya", PUT_OFF))
    held(LAST, ("14/31 Brygger", DECIDED, text))
    assert told() == both()


def test_the_last_meeting_is_the_one_just_before(held, told):
    held(FIRST, ("3/31 Brygger på Eventyrøya", PUT_OFF))
    held(THEN, ("8/31 Gratis ferge", "Rådet gjør ferga gratis."))
    held(LAST, ("14/31 Brygger", DECIDED, "Saken ble utsatt i forrige møte."))
    assert told() == {}


def test_a_matter_is_never_taken_up_by_another_body(held, told):
    held(FIRST, ("3/31 Ny brygge", PUT_OFF))
    held(FIRST, ("7/31 Gratis ferge", PUT_OFF), body="Fantasiutvalget")
    held(LAST, ("3/31 Ny brygge", DECIDED), ("8/31 Kai", DECIDED, "Utsatt fra sak 3/31."), body="Fantasiutvalget")
    assert told() == {}


def test_a_matter_is_never_taken_up_before_it_was_put_off(held, told):
    held(LAST, ("14/31 Ny brygge", PUT_OFF))
    held(FIRST, ("3/31 Ny brygge", DECIDED, "Viser til sak 14/31."))
    assert told() == {}


def test_only_what_was_put_off_is_taken_up(held, told):
    held(FIRST, ("3/31 Ny brygge", "Forslaget ble avvist."), ("4/31 Gratis ferge", "Rådet gjør ferga gratis."))
    held(LAST, ("14/31 Ny brygge", DECIDED), ("15/31 Gratis ferge", "Rådet gjør ferga gratis også i helgene."))
    assert told() == {}


def test_of_two_cases_that_may_as_well_be_the_same_none_is_told(held, told):
    held(FIRST, ("3/31 Ny brygge", PUT_OFF))
    held(LAST, ("14/31 Ny brygge", DECIDED), ("15/31 Brygge", "Rådet maler brygga."))
    assert told() == {}


def test_of_two_that_were_put_off_and_may_as_well_be_meant_none_is_told(held, told):
    held(FIRST, ("3/31 Ny brygge", PUT_OFF), ("4/31 Brygge", PUT_OFF))
    held(LAST, ("14/31 Ny brygge", DECIDED))
    assert told() == {}


def test_what_says_most_decides_between_two(held, told):
    held(FIRST, ("3/31 Ny brygge", PUT_OFF))
    held(LAST, ("14/31 Ny brygge", DECIDED, "Saken ble utsatt fra sak 3/31."), ("15/31 Ny brygge", "Rådet maler den."))
    assert told() == both()


def test_the_next_meeting_takes_up_what_was_put_off_and_not_the_one_after(held, told):
    held(FIRST, ("3/31 Ny brygge", PUT_OFF))
    held(THEN, ("8/31 Ny brygge", DECIDED))
    held(LAST, ("14/31 Ny brygge", "Rådet maler brygga."))
    assert told() == both(then="8/31")


def test_a_title_alone_does_not_reach_to_the_next_year(held, told):
    held(FIRST, ("3/31 Tilskudd til brygger", PUT_OFF))
    held("4. mars 2032", ("3/32 Tilskudd til brygger", DECIDED))
    assert told() == {}


def test_an_internal_meeting_is_in_no_history_of_those_who_may_not_see_it(held, told):
    held(FIRST, ("3/31 Ny brygge", PUT_OFF))
    held(THEN, ("8/31 Ny brygge", PUT_OFF), overrides='klassifisering = "intern"')
    held(LAST, ("14/31 Ny brygge", DECIDED))
    assert told() == both()
    assert len(told(internal=True)) == 3
