"""Minutes that remark on a decision in its label, name the next meeting oftener than their own, and tell whence people come."""

from __future__ import annotations

from datetime import date

import pytest
from tests.deck_builder import document, laid_out, page, slide

from radsassistent.meetings import Decision, DecisionStatus, Presence, understand

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


TOLD_IN_SENTENCES = document(
    page(
        "# Protokoll frå møte i Klokkerådet",
        "Klokkerådet hadde møte onsdag 22. april 2032 på Tårnhotellet i Bimbam. Kari Klang, leiar, styrte møtet.",
        "Innkallinga vart godkjend. Protokollen frå 11. mars 2032 vart skriven under.",
        "# Sak 41/32 Klokketau",
        "# Sekretariatets innstilling",
        "Rådet anbefaler at tauene byttes i tre år.",
        "Ola Bang Ring fryktet at tre år er for kort. Saken ble enstemmig vedtatt som foreslått.",
        "# Sak 42/32 Knebler",
        "# Sekretariatets innstilling",
        "1. Kneblene pusses innen 1. juni 2032.",
        "2. Pussemiddel deles ut i tårnet.",
        "Liv Dong foreslo å endre punkt 2 slik: Pussemiddel deles ut i tårnet og på torget. Endringen fikk 6 av 7 stemmer.",
        "Innstillingen ble etter dette slik vedtatt: punkt 2 endres til «Pussemiddel deles ut i tårnet og på torget».",
        "# Sak 43/32 Ringetider",
        "# Sekretariatets innstilling",
        "Rådet støtter forslaget i kapittel 3 og 5.",
        "Liv Dong tok dissens på kapittel 5.",
        "Rådets tilråding: Rådet støtter forslaget i kapittel 3, men fraråder kapittel 5.",
        "# Sak 44/32 Tilskudd",
        "Per Ding er styreleder i Klang og forlot rommet. Rådet sluttet seg til fordelingen med fem mot én stemme.",
        "# Sak 45/32 Orientering fra tilsynet",
        "Tor Kime orienterte om tilsynet, som er ventet i mars. Orienteringen ble tatt til etterretning.",
        "# Sak 46/32 Ny klokke",
        "Forslaget fra Ding falt med én stemme for. Rådet vedtok:",
        "• Klokken kjøpes for 18 000 kroner.",
        "# Sak 47/32 Ladeplassar",
        "# Vedtak om å sende saka attende:",
        "Saka vert send attende til sekretariatet for ny vurdering.",
        "# Sak 48/32 Naboklager",
        "Rådet drøftet klagene. Rådet ba om å få vite mer om støyen.",
    )
)


@pytest.fixture(scope="module")
def told() -> dict[str | None, Decision]:
    return {each.case: each for each in understand([TOLD_IN_SENTENCES]).decisions}


def test_the_day_is_when_the_body_had_its_meeting_not_that_of_earlier_minutes() -> None:
    assert understand([TOLD_IN_SENTENCES]).date == date(2032, 4, 22)


@pytest.mark.parametrize(
    ("case", "status", "words"),
    [
        ("41/32", DecisionStatus.ADOPTED, "Rådet anbefaler at tauene byttes i tre år."),
        ("42/32", DecisionStatus.CHANGED, "punkt 2 endres til"),
        ("43/32", DecisionStatus.CHANGED, "fraråder kapittel 5"),
        ("44/32", DecisionStatus.ADOPTED, "sluttet seg til fordelingen"),
        ("45/32", DecisionStatus.ADOPTED, "Orienteringen ble tatt til etterretning."),
        ("46/32", DecisionStatus.ADOPTED, "Klokken kjøpes for 18 000 kroner."),
        ("47/32", DecisionStatus.POSTPONED, "send attende"),
    ],
)
def test_a_decision_that_a_sentence_tells_is_one(
    told: dict[str | None, Decision], case: str, status: DecisionStatus, words: str
) -> None:
    assert told[case].status is status
    assert words in told[case].text


def test_what_was_talked_of_and_asked_is_no_decision(told: dict[str | None, Decision]) -> None:
    assert "48/32" not in told
    assert not any(each.text.endswith("vedtok:") for each in told.values())


def test_what_became_of_a_proposal_and_who_spoke_is_no_part_of_it() -> None:
    proposed = {each.case: each.text for each in understand([TOLD_IN_SENTENCES]).proposals}
    assert proposed["41/32"] == "Rådet anbefaler at tauene byttes i tre år."
    assert proposed["42/32"].splitlines()[-1] == "2. Pussemiddel deles ut i tårnet."
    assert proposed["43/32"] == "Rådet støtter forslaget i kapittel 3 og 5."


LOOSELY_KEPT = document(
    page(
        "# Referat fra møte i Foreldreutvalget (FAU) 5. mai 2033",
        "Til stede: Kari Klang (leder), Ola Bang og Liv Dong",
        "# Sak 1/33 Pølser",
        "I mars i fjor vedtok FAU å kutte ut bestikk. Ola foreslo 35 kr. FAU vedtok at pølsene selges for 35 kr. "
        "Liv lager plakat.",
        "# Sak 2/33 Trafikk",
        "Liv orienterte. Vi ble enige om å sende et nytt brev til kommunen. Kari skriver utkastet.",
        "# Sak 3/33 Leirskole",
        "Etter litt fram og tilbake landet FAU på å gi 10 000 kr. Det var enstemmig.",
        "# Sak 4/33 Grill",
        "Per er syk. AU trakk saken.",
        "# Sak 5/33 Plan for tårnet",
        "Ola la fram planen. Planen ble vedtatt enstemmig.",
        "# Sak 6/33 Resolusjon",
        "# Vedtak:",
        "Resolusjonen er ikke vedtatt.",
        "# Sak 7/33 Valg",
        "Valgt ble: Ola Bang velges til klokker.",
        "# Sak 8/33 Kanskje",
        "Vi snakket om ringing. Rådet vedtok 20. november i fjor at dette skulle vurderes nå.",
    )
)


@pytest.mark.parametrize(
    ("case", "status", "words"),
    [
        ("1/33", DecisionStatus.ADOPTED, "FAU vedtok at pølsene selges for 35 kr."),
        ("2/33", DecisionStatus.ADOPTED, "Vi ble enige om å sende et nytt brev til kommunen."),
        ("3/33", DecisionStatus.ADOPTED, "landet FAU på å gi 10 000 kr"),
        ("4/33", DecisionStatus.POSTPONED, "AU trakk saken."),
        ("5/33", DecisionStatus.ADOPTED, "Planen ble vedtatt enstemmig."),
        ("6/33", DecisionStatus.REJECTED, "Resolusjonen er ikke vedtatt."),
        ("7/33", DecisionStatus.ADOPTED, "Ola Bang velges til klokker."),
    ],
)
def test_loosely_kept_minutes_tell_their_decisions_in_their_own_words(
    case: str, status: DecisionStatus, words: str
) -> None:
    decided = {each.case: each for each in understand([LOOSELY_KEPT]).decisions}
    assert decided[case].status is status
    assert words in decided[case].text
    assert "8/33" not in decided, "what was decided last year is no decision of this meeting"
    assert "bestikk" not in decided["1/33"].text


def test_what_an_arrow_points_to_is_decided_and_a_number_behind_a_heading_is_the_cases() -> None:
    made = document(
        page(
            "# Referat fra møte i Klokkerådet 21. mai 2033",
            "# Søndagsåpent tårn (sak 9/33)",
            "Framlegg fra Bang: Tårnet stenges.",
            "→ Rådet gikk inn for at tårnet er åpent. (4 stemmer mot 1)",
            "# Nye tau (sak 10/33)",
            "→ Utsatt.",
        )
    )
    decided = {each.case: each for each in understand([made]).decisions}
    assert "tårnet er åpent" in decided["9/33"].text
    assert decided["10/33"].status is DecisionStatus.POSTPONED


def test_papers_for_information_are_no_cases_of_their_own() -> None:
    made = document(
        page(
            "# Møteprotokoll for Klokkerådet 10. juni 2033",
            "PS 23/33 Rapport",
            "# Samrøystes tilråding til kommunestyret:",
            "Kommunestyret tek rapporten til vitande.",
            "PS 24/33 Referatsaker",
            "RS 9/33 Brev frå ringjarane",
            "RS 10/33 Tilsyn frå tårnet",
            "# Vedtak:",
            "Referatsakene vart tekne til orientering.",
        )
    )
    decided = {each.case: each.text for each in understand([made]).decisions}
    assert decided == {
        "23/33": "Kommunestyret tek rapporten til vitande.",
        "24/33": "Referatsakene vart tekne til orientering.",
    }


@pytest.mark.parametrize(
    "advice",
    ["Rådet tilrår at knebelen vert bytt.", "Fagleg råd tilrår at knebelen vert bytt.",
     "Rådet sluttar seg til ein ny knebel.", "Fagleg råd for klokker rår til ein ny knebel. Brevet vert sendt i mars."],
)  # fmt: skip
def test_what_a_body_that_gives_advice_came_to_is_its_decision(advice: str) -> None:
    made = document(
        page(
            "# Referat frå møte i Fagleg råd for klokker 2. mars 2033",
            "# Sak 9/33 Knebel",
            "Liv Dong la fram ei undersøking. Det vart ikkje røysta.",
            "# Tilråding",
            advice,
        )
    )
    assert {each.case: each.text for each in understand([made]).decisions} == {"9/33": advice}


AFTERNOON = document(
    slide(
        "Saksliste – før lunsj",
        "• Sak 31/33 Tau (kl. 09.35–09.45, v/ leder Kari Klang)",
        "• Sak 32/33 Knebel – 10.30 til 11.10, v/ ringer Tor Kime",
    ),
    slide(
        "Saksliste – etter lunsj",
        "• Sak 33/33 – Ringetider, kl. 13.00–13.25 (tårnplanlegger Liv Dong)",
        "• Sak 34/33 Tårn per 2. kvartal (14.20–14.45), seniorrådgiver Ola Bang",
        "• Sak 35/33 Takster fra 2034. Per Ding, ringesjef i Klang AS, kl. 15.20–15.50",
    ),
)


def test_an_agenda_goes_on_after_lunch_with_hours_inside_its_lines() -> None:
    agenda = understand([AFTERNOON]).agenda
    assert [(item.case, item.time) for item in agenda] == [
        ("31/33", "09:35"), ("32/33", "10:30"), ("33/33", "13:00"), ("34/33", "14:20"), ("35/33", "15:20"),
    ]  # fmt: skip
    assert [item.presenter for item in agenda][2:] == ["Liv Dong", "Ola Bang", "Per Ding"]
    assert agenda[2].title == "Ringetider"
