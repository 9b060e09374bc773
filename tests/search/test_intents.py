"""What sort of thing a question is after."""

from __future__ import annotations

import pytest

from radsassistent.search import understand
from radsassistent.search.cues import Cue, cues
from radsassistent.search.intents import Intent
from radsassistent.search.query import Wanted


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


def test_now_beside_a_year_is_the_year_of_the_meeting(corpus):
    assert understand("Hva kostet traktorene i 2029 og nå?", corpus).years == ("2029", "2031")
    assert understand("Hva koster traktorene nå?", corpus).years == ()


@pytest.mark.parametrize(
    "question",
    [
        "Gikk forslaget om trollskogen gjennom?",
        "Gjekk framlegget om kiosken gjennom i møtet?",
        "Gikk kiosksaken gjennom slik den var lagt frem?",
        "Hva endte saken om kiosken med?",
        "Kva enda saka opp med?",
        "Hvordan gikk det med trollskogen?",
        "Korleis gjekk det med bruene?",
        "Hva landet rådet på om kiosken?",
        "Ble det ja eller nei til kiosken?",
        "Sa utvalget nei til kiosken?",
        "Hva kom vi frem til om bruene?",
        "Hva skjedde med kiosken?",
        "Ble kiosken avslått?",
        "Vart saka om bruene utsett?",
        "Fikk nissene medhold?",
        "Was the kiosk turned down?",
    ],
)
def test_the_outcome_of_a_case_is_asked_for_in_many_words(question):
    assert Cue.DECIDED in cues(question)


@pytest.mark.parametrize(
    "question",
    [
        "Hvem gikk gjennom regnskapet?",
        "Gikk Tora Fabelvik gjennom budsjettet?",
        "Hva gikk vi gjennom på møtet?",
        "Hvordan går det med trollskogen?",
        "Når endte byggingen av kiosken?",
        "Hva landet kostnaden på?",
        "Hvor landet helikopteret?",
        "Når kom bussen frem til Tåkeheim?",
        "Hvem har sagt ja til å bake?",
        "Hvor mange utsatte barn bor i Tåkeheim?",
        "Hvor mange er utsatt for støy?",
        "Hvem fikk støtte til båthuset?",
    ],
)
def test_what_only_sounds_like_an_outcome_asks_for_none(question):
    assert Cue.DECIDED not in cues(question)


@pytest.mark.parametrize("question", ["Hvem bor i Klokkerlia?", "Ligger Klokkerlia skole i Tåkeheim?"])
def test_a_place_that_is_called_by_clocks_asks_for_no_time(question, corpus):
    assert Cue.CLOCK not in cues(question)
    assert understand(question, corpus).wanted is not Wanted.TIME


@pytest.mark.parametrize(
    "question", ["Klokka hva begynner vi?", "Hvilket klokkeslett?", "På hvilket klokkeslettet da?"]
)
def test_a_clock_in_any_form_asks_for_the_time(question, corpus):
    assert Cue.CLOCK in cues(question)
    assert understand(question, corpus).wanted is Wanted.TIME


@pytest.mark.parametrize("question", ["Hvem er sjefen for dette rådet?", "Hvem er sjef i utvalget?"])
def test_the_head_of_a_body_is_its_leader(question):
    assert Cue.LEADER in cues(question)


@pytest.mark.parametrize(
    "question", ["Hvem er sjefen for fyret?", "Hvem er sjef for rådhuset?", "Hvem er avdelingssjef i Fyretaten?"]
)
def test_the_head_of_anything_else_leads_no_body(question):
    assert Cue.LEADER not in cues(question)


@pytest.mark.parametrize(
    ("question", "asks_where"),
    [
        ("Kvar mista bilane sambandet?", True),
        ("Og kvar kjem frøet frå?", True),
        ("Kvar i fylket vart det bygd ned mest?", True),
        ("Kvar av dei er dyrast?", False),
        ("Kvar veke kjem det nye, kor mange?", False),
    ],
)
def test_nynorsk_kvar_asks_where_whatever_follows_but_for_each_of_some(question: str, asks_where: bool) -> None:
    assert (Cue.WHERE in cues(question)) is asks_where
