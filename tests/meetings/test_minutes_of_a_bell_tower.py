"""Minutes that remark on a decision in its label, name the next meeting oftener than their own, and tell whence people come."""

from __future__ import annotations

import pytest
from tests.deck_builder import document, laid_out, page, slide

from radsassistent.meetings import Presence, understand

MINUTES = document(
    page(
        "# Referat – møte 4/2031",
        "Klokkerådet for Oppdikt (oppdiktet). Torsdag 18. september 2031, Konferansesenteret Varden, Bimbam. "
        "Møtet ble satt kl. 09.34 og hevet kl. 15.12.",
        "Til stede: Kari Klang (møteleder) og Ola Bang, BB; Liv Dong og Per Ding, Klokkelag Nord; "
        "Siv Slag (vara), Klokkelag Sør; Tor Kime, KK",
        "Forfall: Else Ring, Klokkelag Sør.",
        "# Sak 31/31 Hvilket tårn først",
        "Liv Dong innledet. Saken tas opp igjen i møtet 4. desember 2031.",
        "# Beslutning – endret i forhold til forslaget:",
        "1. Tårnet på Bimbam får klokke først, før møtet 4. desember 2031.",
        "# Sak 32/31 Tau",
        "Per Ding orienterte om tau som leveres til møtet 4. desember 2031.",
        "# Vedtak – forslag fra Bang:",
        "Tauene farges røde.",
        "# Konklusjon, enstemmig:",
        "Tauene farges blå til møtet 4. desember 2031.",
        "# Sak 33/31 Klokkene",
        "# Beslutning – utsatt (11 mot 2 stemmer):",
        "Saken utsettes til møtet 4. desember 2031.",
    )
)
DECK = document(
    slide("Klokkerådet for Oppdikt", "Møte 4/2031 – torsdag 18. september 2031 kl. 09.30", "Klokketårnet, Bimbam"),
    slide("Forslag til vedtak – sak 31/31", "Forslag til vedtak:", "1. Tårnet på Dingdong får klokke først."),
    name="klokker.pptx",
)


def test_a_label_that_remarks_on_the_decision_is_a_decisions() -> None:
    decided = {each.case: each.text for each in understand([DECK, MINUTES]).decisions}
    assert "Tårnet på Bimbam" in decided["31/31"]
    assert decided["32/31"] == "Tauene farges blå til møtet 4. desember 2031."
    assert "utsettes" in decided["33/31"]


def test_a_proposal_after_the_word_for_a_decision_is_none() -> None:
    assert not any("røde" in each.text for each in understand([MINUTES]).decisions)


def test_minutes_are_of_the_day_that_a_sentence_of_their_head_opens_with() -> None:
    day = understand([MINUTES]).date
    assert day is not None
    assert day.isoformat() == "2031-09-18"


def test_where_people_come_from_is_not_taken_for_people() -> None:
    met = {(each.name, each.presence) for each in understand([MINUTES]).attendance}
    names = {name for name, _ in met}
    assert not any(name.startswith("Klokkelag") for name in names)
    assert {"Liv Dong", "Per Ding", "Siv Slag"} <= names
    assert ("Else Ring", Presence.ABSENT) in met


@pytest.mark.parametrize(
    "line", ["Pause 11.00–11.15 · Lunsj 11.50–12.30 i tårnet", "Pause 11.00–11.15; lunsj 11.50–12.30 i tårnet"]
)
def test_breaks_that_one_line_tells_are_each_on_the_agenda(line: str) -> None:
    texts = ("09.30 Sak 31/31 Hvilket tårn først", "11.15 Sak 32/31 Tau", "12.30 Sak 33/31 Klokkene")
    agenda = understand([document(slide("Dagsorden 18. september 2031", *texts, line))]).agenda
    breaks = {(item.time, item.title.split()[0].lower()) for item in agenda if item.case is None}
    assert breaks == {("11:00", "pause"), ("11:50", "lunsj")}


def test_who_leads_the_body_has_that_role_and_comes_from_what_stands_over_him() -> None:
    deck = document(
        slide("Klokkerådet for Oppdikt", "Møte torsdag 18. september 2031"),
        slide(
            "Deltakere i Klokkerådet",
            "• Klokketilsynet",
            "  • Direktør Kari Klang, leder av klokkerådet",
            "  • Rådgiver Ola Bang",
            "• Klokkelag Nord",
            "  • Fagsjef Liv Dong, nestleder",
        ),
    )
    told = {each.name: (each.role, each.organisation) for each in understand([deck]).members}
    assert told["Kari Klang"] == ("leder av klokkerådet", "Klokketilsynet")
    assert told["Liv Dong"] == ("nestleder", "Klokkelag Nord")


def test_hours_on_lines_of_their_own_leave_breaks_apart() -> None:
    deck = document(
        laid_out(
            "Dagsorden",
            ("* 09.30", 40, 100), ("Sak 31/31 Tårnet", 120, 100),
            ("* 11.15", 40, 130), ("Sak 32/31 Tau", 120, 130),
            ("Pause 11.00–11.15 · Lunsj 11.50–12.30", 40, 300),
        )
    )  # fmt: skip
    assert [item.time for item in understand([deck]).agenda if item.case is None] == ["11:00", "11:50"]
