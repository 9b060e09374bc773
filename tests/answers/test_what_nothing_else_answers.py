"""Turns of a chat that go on with what was just told, of an invented council: short, with few words of their own."""

from __future__ import annotations

import pytest
from tests.deck_builder import slide, table
from tests.one_deck_council import assistant_over, last

from radsassistent.answers import Assistant
from radsassistent.archive import CouncilEmbedding

pytestmark = pytest.mark.embedder

DECK = (
    slide("Møte i Fyrrådet", "Møte 1/2033", "9. februar 2033, kl. 09.00–14.00", "Fyrhuset, Skjærøy"),
    slide(
        "Saksliste",
        "1/33 Innkalling og saksliste",
        "Guri Holme · kl. 09.00 · Godkjenning",
        "2/33 Nye linser",
        "Odd Skjær · kl. 09.15 · Orientering",
        "Pause",
        "kl. 10.30",
        "3/33 Fornying av tåkelur",
        "Siri Brott · kl. 10.45 · Drøfting",
        "4/33 Eventuelt",
        "Guri Holme · kl. 11.45 · Orientering",
    ),
    slide(
        "Nye linser",
        "Sak 2/33",
        "• Linsene tas ikke i bruk i nord før sprekkene er utbedret",
        "• Lykteverket gjennomførte en vurdering av sprekkene høsten 2032",
        "• I vest er 14 fyr ferdige, i sør gjenstår 6",
    ),
    slide("Anslag for linsene", "Sak 2/33", "• Linsene koster 12 mill kr", "• Det er stor usikkerhet i tallene"),
    slide("Fornying av tåkelur", "Sak 3/33", "• Forskriften om tåkelur trer i kraft fra 2035"),
    slide(
        "Kostnader for tåkelur (mill. kroner)",
        "Sak 3/33",
        table(
            ("Post", "2033", "2034", "2035", "2036"),
            ("Innkjøp av tåkelur", "5", "7", "40", "31"),
            ("Drift av tåkelur", "2", "2", "3", "4"),
        ),
    ),
    slide(
        "Forslag til vedtak",
        "Sak 3/33",
        "Fyrrådet slutter seg til planen for fornying av tåkelur.",
    ),
    slide("Takk for i dag!", "• Neste møte i Fyrrådet er 4. mai"),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    return assistant_over(DECK, tmp_path_factory.mktemp("fyr"), built_in_embedder)


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("Når ble sprekkene i linsene vurdert?", "hvem står bak den vurderingen?"), "Lykteverket gjennomførte"),
        (("Når ble sprekkene i linsene vurdert?", "kven har gjort den vurderinga?"), "Lykteverket gjennomførte"),
        (("Hva koster linsene?", "er de tallene til å stole på?"), "stor usikkerhet i tallene"),
    ],
)
def test_the_slide_just_told_answers_what_nothing_else_does(
    assistant: Assistant, turns: tuple[str, ...], expected: str
) -> None:
    answer = last(assistant, *turns)
    assert expected in answer.text
    assert answer.sentences[0].citations


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("Når trer forskriften om tåkelur i kraft?", "hvor mye koster innkjøp av tåkelur det året?"), "2035: 40"),
        (("Når trer forskriften om tåkelur i kraft?", "kva kostar innkjøp av tåkelur den gongen?"), "2035: 40"),
        (("Hva koster innkjøp av tåkelur i 2036?", "og enda et år tilbake?"), "2035: 40"),
        (
            ("Hva koster innkjøp av tåkelur i 2034?", "og i 2035?", "kor mykje har det auka på det eine året?"),
            "fra 7 i 2034 til 40 i 2035",
        ),
    ],
)
def test_the_year_that_an_answer_told_is_that_year(assistant: Assistant, turns: tuple[str, ...], expected: str) -> None:
    assert expected in last(assistant, *turns).text


@pytest.mark.parametrize(
    "then", ["hva er temaet da?", "kva tek vi for oss først då?", "kva gjer vi då?", "hva står på programmet da?"]
)
def test_what_goes_on_then_is_the_case_at_the_time_just_told(assistant: Assistant, then: str) -> None:
    assert "Fornying av tåkelur" in last(assistant, "Når begynner sak 3/33?", then).text


@pytest.mark.parametrize(
    "asked", ["er det vedteke enno?", "og er det bestemt allerede?", "Has it been approved yet?", "er det avgjort alt?"]
)
def test_a_proposal_just_told_is_said_to_be_no_decision(assistant: Assistant, asked: str) -> None:
    assert last(assistant, "Hva foreslås i sak 3/33?", asked).text.startswith("Arkivet har bare forslag til vedtak")


@pytest.mark.parametrize(
    "turns",
    [
        ("Når er neste møte?", "og hvor skal det være?"),
        ("Når er neste møte?", "where will it be held?"),
        ("Hvor mange båter har rådet?", "når da?"),
        ("Hva koster linsene?", "hva er kilometersatsen i statens reiseregulativ?"),
    ],
)
def test_what_the_slides_do_not_tell_stays_without_an_answer(assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert last(assistant, *turns).abstained
