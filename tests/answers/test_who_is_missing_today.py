"""Who does not come today, who comes instead by a title, first stand-ins of a list, and breaks of one half of a day."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table
from tests.one_deck_council import assistant_over, last

from radsassistent.answers import Assistant

DECK = (
    slide("Møte i Trollhagerådet 12. mars 2031", "Grotta på Tåkeheim, rom Steinsalen"),
    slide(
        "Saksliste",
        table(
            ("Kl.", "Sak", "Tittel", "Innleder"),
            ("09.00–09.30", "1/31", "Godkjenning av innkalling", "Grim Steinset"),
            ("09.30–09.45", "", "Pause", ""),
            ("09.45–11.30", "2/31", "Bruer i dalene", "Ylva Bergtatt"),
            ("11.30–12.00", "", "Lunsj", ""),
            ("12.00–13.00", "3/31", "Gull og kroner til huldrene", "Nils Nøkk"),
            ("13.00–13.20", "", "Pause", ""),
            ("13.20–14.00", "4/31", "Eventuelt", "Grim Steinset"),
        ),
    ),
    slide(
        "Medlemmer i Trollhagerådet",
        table(
            ("Navn", "Stilling", "Parti", "Rolle"),
            ("Grim Steinset", "Fjellvokter", "Trollpartiet", "Leder"),
            ("Ylva Bergtatt", "Brusjef", "Jutulpartiet", "Medlem"),
            ("Nils Nøkk", "Tjernmester", "Huldrepartiet", "Medlem"),
        ),
        "Forfall: Ylva Bergtatt (vara: Odd Huldermo) og Nils Nøkk.",
    ),
    slide("1. vara per parti", "Trollpartiet: Tora Fabelvik", "Jutulpartiet: Odd Huldermo", "Huldrepartiet: Siv Sagn"),
    slide(
        "Arbeidsutvalget (AU)",
        table(
            ("Navn", "Parti", "Rolle"), ("Grim Steinset", "Trollpartiet", "Leder"), ("Ola Jutul", "Jutulpartiet", "")
        ),
    ),
    slide(
        "Arbeidsgruppa for bruer",
        table(("Navn", "Parti", "Rolle"), ("Nils Nøkk", "Huldrepartiet", "Leder"), ("Siv Sagn", "Huldrepartiet", "")),
    ),
    slide(
        "Frå administrasjonen",
        table(("Navn", "Stilling"), ("Ida Elv", "Rådssekretær"), ("Ivar Hage", "Steinhogger")),
    ),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_over(DECK, tmp_path_factory.mktemp("arkiv"), StemEmbedding())


@pytest.mark.parametrize(
    "question",
    [
        "Hvem mangler i dag?",
        "Er det noen som ikke kan komme i dag?",
        "Kven har sagt frå at dei ikkje kjem?",
        "Hvem hadde sagt fra at de ikke kom?",
    ],
)
def test_who_is_missing_is_told_by_who_cannot_come(assistant: Assistant, question: str) -> None:
    assert last(assistant, question).text == "Forfall i Trollhagerådet 12. mars 2031: Ylva Bergtatt og Nils Nøkk."


@pytest.mark.parametrize(
    "question",
    [
        "Hvem er borte uten vara?",
        "Hvem er borte uten at noen møter i stedet?",
        "Er det noen som ikke får erstatter?",
        "Hvem er det ingen vara for i dag?",
    ],
)
def test_for_whom_nobody_comes_is_told_of_those_alone(assistant: Assistant, question: str) -> None:
    assert last(assistant, question).text == "Forfall i Trollhagerådet 12. mars 2031: Nils Nøkk."


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Hvem kommer i stedet for brusjefen?", "Odd Huldermo møter for Ylva Bergtatt."),
        ("Hvem er første vara for Trollpartiet?", "Tora Fabelvik: Trollpartiet."),
        ("Kven er fyrste vara for Huldrepartiet?", "Siv Sagn: Huldrepartiet."),
        ("Hvem er sekretær for rådet?", "Ida Elv: Rådssekretær."),
        ("Kor lang pause får vi på føremiddagen?", "«Pause» har 15 minutter, fra kl. 09:30 til kl. 09:45."),
        ("Hvem sitter i AU i tillegg til lederen?", "Ola Jutul: Jutulpartiet."),
        ("Hvem sitter i arbeidsutvalget utenom lederen?", "Ola Jutul: Jutulpartiet."),
        ("Fra når til når snakker vi om gull?", "Sak 3/31 har 60 minutter, fra kl. 12:00 til kl. 13:00."),
        ("Når er bruer i dalene oppe til behandling?", "Sak 2/31, Bruer i dalene, er satt opp kl. 09:45."),
        ("What time is Bruer i dalene up?", "Sak 2/31, Bruer i dalene, er satt opp kl. 09:45."),
        ("Når begynner gullsaken?", "Sak 3/31, Gull og kroner til huldrene, er satt opp kl. 12:00."),
    ],
)
def test_lists_tell_stand_ins_groups_for_short_and_when_cases_are_up(
    assistant: Assistant, question: str, answer: str
) -> None:
    assert last(assistant, question).text == answer


@pytest.mark.parametrize(
    "question", ["Kva parti er Ylva Bergtatt vald inn frå?", "Hvilket parti ville ha Ylva Bergtatt inn?"]
)
def test_who_wanted_a_member_in_is_whom_the_member_sits_for(assistant: Assistant, question: str) -> None:
    assert last(assistant, question).text == "Ylva Bergtatt – parti: Jutulpartiet."
