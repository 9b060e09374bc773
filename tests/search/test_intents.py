"""What sort of thing a question is after."""

from __future__ import annotations

import pytest

from radsassistent.search import understand
from radsassistent.search.intents import Intent


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("Oppsummer sak 3/31", Intent.SUMMARY),
        ("Gi meg hovedpunktene i sak 3", Intent.SUMMARY),
        ("Kan du fortelle meg kort om sak 3?", Intent.SUMMARY),
        ("Hvor står det om traktorer?", Intent.WHERE_IS),
        ("På hvilket lysbilde er kostnadene?", Intent.WHERE_IS),
        ("Hvor finner rådet pengene?", Intent.OPEN),
        ("Hva er forskjellen mellom traktorer og seilbåter i 2030?", Intent.COMPARISON),
        ("Hvor mye øker kostnaden fra 2029 til 2030?", Intent.COMPARISON),
        ("Hvor mye kostet traktorene i 2030?", Intent.VALUE),
        ("Hva foreslås i sak 3/31?", Intent.DECISION),
        ("Hvem er medlem fra Oppdiktet etat?", Intent.PEOPLE),
        ("Når behandles sak 3/31, klokka hva?", Intent.AGENDA),
        ("Hvilke traktorer fins?", Intent.LIST),
        ("Hvorfor fortsetter arbeidet i Storfjord?", Intent.OPEN),
    ],
)
def test_the_wording_tells_what_a_question_is_after(corpus, question, intent):
    assert understand(question, corpus).intent is intent


@pytest.mark.parametrize("named", ["forrige møte", "det siste møtet", "sist rådsmøte", "the last meeting"])
def test_the_last_meeting_is_the_newest(corpus, named):
    assert [m.body for m in understand(f"Hva ble tatt opp i {named}?", corpus).meetings] == ["Fantasirådet"]


def test_the_last_meeting_of_a_body_is_its_own(corpus):
    query = understand("Hva ble tatt opp i forrige møte i Oppdiktrådet?", corpus)
    assert [m.body for m in query.meetings] == ["Oppdiktrådet"]


@pytest.mark.parametrize("named", ["i april", "9. april", "in April", "the April meeting", "aprilmøtet"])
def test_a_month_without_a_year_is_that_of_the_meeting_in_it(corpus, named):
    assert [m.body for m in understand(f"Hva foreslås {named}?", corpus).meetings] == ["Fantasirådet"]


@pytest.mark.parametrize("named", ["i april 2029", "i juni", "17. april"])
def test_a_month_that_no_meeting_is_in_is_only_spoken_of(corpus, named):
    assert understand(f"Hva kom til Storfjord {named}?", corpus).meetings == ()


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("i år", "2031"),
        ("neste år", "2032"),
        ("i fjor", "2030"),
        ("om to år", "2033"),
        ("next year", "2032"),
        ("i 2029", "2029"),
    ],
)
def test_a_year_is_counted_from_the_meeting(corpus, said, year):
    assert understand(f"Hva koster traktorene {said}?", corpus).years == (year,)
