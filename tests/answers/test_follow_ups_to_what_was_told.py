"""Follow-ups to what was told of an invented council: from the slides that told it, of other rows, of whom was named."""

from __future__ import annotations

import pytest
from tests.deck_builder import slide, table
from tests.one_deck_council import assistant_over, last

from radsassistent.answers import Assistant
from radsassistent.archive import CouncilEmbedding

pytestmark = pytest.mark.embedder

HEADER = ("Navn", "Stilling", "Virksomhet", "Rolle")
DECK = (
    slide("Møte i Nissevernrådet", "Møte 1/2033", "9. februar 2033, kl. 09.00–14.00", "Låven, Oppdikttunet"),
    slide(
        "Medlemmer i Nissevernrådet",
        table(
            HEADER,
            ("Gudrun Låvebru", "Avdelingsdirektør", "Fjøsdirektoratet", "Leder"),
            ("Halvor Høystakk", "Rådgiver", "Grøtforeningen", "Medlem"),
            ("Signe Stabbur", "Seksjonssjef", "Tuva kommune", "Medlem"),
            ("Trygve Tømmer", "Overlåvemester", "Grøtforeningen", "Medlem"),
        ),
    ),
    slide(
        "Styringsgruppen for Digital grøt",
        table(
            HEADER,
            ("Oddvar Spiker", "Ekspedisjonssjef", "Låvedepartementet", "Leder"),
            ("Trygve Tømmer", "Spesialrådgiver", "Grøtforeningen", "Medlem"),
            ("Ragna Rive", "Enhetsleder", "Tuva kommune", "Medlem"),
        ),
    ),
    slide(
        "Saksliste",
        "1/33 Innkalling og saksliste",
        "Gudrun Låvebru · kl. 09.00 · Godkjenning",
        "2/33 Digital grøt",
        "Halvor Høystakk · kl. 09.30 · Orientering",
        "3/33 Tilskudd til låver",
        "Signe Stabbur · kl. 11.00 · Drøfting",
    ),
    slide(
        "Felles grøtkjøkken",
        "Sak 2/33",
        "• Utprøvingen av grøtkjøkkenet startet i august 2032",
        "• Bygda i nord er kommet lengst med innføringen",
        "• I sør er planen fulgt med innføring på tre gårder",
        "• Uavklart finansiering gjør at kommunene ikke er med på grøtkjøkkenet",
        "• Kommunene på grøtkjøkkenet er under utredning i Grøtforeningen",
        "• Drift av kjøkkenet er finansiert av smørpenger i 2033",
    ),
    slide("Melkestatistikk", "Sak 2/33", "• Andel gårder som måler melk: 85 %", "• Statistikken koster 40 mill kr"),
    slide(
        "Tilskudd til låver 2033",
        "Sak 3/33",
        "• Ramme: 62,5 mill kr",
        "• Søknadssum, nye låver: 190 mill kr",
        "• Søknadssum, totalt: 210 mill kr",
    ),
    slide(
        "Søknader om låver",
        "Sak 3/33",
        table(("Område", "2031", "2032", "2033"), ("Tak", "12", "18", "20"), ("Gulv", "30", "22", "22")),
    ),
    slide(
        "Kostnader for låvene (mill. kroner)",
        "Sak 3/33",
        table(
            ("Låve", "2032", "2033", "2034"),
            ("Rødlåven", "40", "50", "50"),
            ("Blålåven", "10", "12", "15"),
            ("Sum", "50", "62", "65"),
        ),
    ),
    slide(
        "Endringer for Rødlåven",
        "Sak 3/33",
        table(
            ("Endring pr. år", "2032", "2033", "2034"),
            ("Nye bjelker", "3", "4", "1"),
            ("Andre endringer (behandles i LBU)", "7", "6", "-1"),
        ),
    ),
    slide("Takk for i dag!", "• Neste møte i Nissevernrådet er 4. juni"),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    return assistant_over(DECK, tmp_path_factory.mktemp("nisse"), built_in_embedder)


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("Når begynner sak 3/33?", "Unnskyld, jeg mente sak 2"), "09:30"),
        (("Hvem legger frem sak 2/33?", "Og i saken etter?"), "Signe Stabbur"),
        (("Hvem legger frem sak 3/33?", "Nei, den før"), "Halvor Høystakk"),
        (("Hvem legger frem sak 1/33?", "Hva slags sak er den neste?"), "Orientering"),
        (("Hva koster Rødlåven i 2033?", "Beklager, mente Blålåven"), "12"),
        (("Hva koster Rødlåven i 2033?", "2034?"), "50"),
        (("Hvem leder styringsgruppen for Digital grøt?", "Over til noe annet: hvem leder Nissevernrådet?"), "Låvebru"),
    ],
)
def test_a_correction_or_a_case_beside_is_the_question_before_asked_anew(
    assistant: Assistant, turns: tuple[str, ...], expected: str
) -> None:
    assert expected in last(assistant, *turns).text


@pytest.mark.parametrize(
    ("turns", "expected", "not_said"),
    [
        (("Hvilke virksomheter har medlemmer i Nissevernrådet?", "Hvem er det fra Tuva?"), "Signe Stabbur", "Rive"),
        (
            ("Hvem sitter for Tuva i styringsgruppen for Digital grøt?", "Er det noen fra Grøtforeningen?"),
            "Tømmer",
            "Høystakk",
        ),
        (("Hvem sitter for Tuva i styringsgruppen for Digital grøt?", "Hvem er leder?"), "Spiker", "Låvebru"),
        (("Hvem representerer Tuva i Nissevernrådet?", "Stillingstittel?"), "Seksjonssjef", "Enhetsleder"),
        (
            (
                "Hvem er fra Grøtforeningen i Nissevernrådet?",
                "Sitter noen av de to i styringsgruppen for Digital grøt?",
                "Med hvilken tittel der?",
            ),
            "Spesialrådgiver",
            "Overlåvemester",
        ),
    ],
)
def test_who_is_asked_for_without_a_list_is_of_the_list_spoken_of(
    assistant: Assistant, turns: tuple[str, ...], expected: str, not_said: str
) -> None:
    text = last(assistant, *turns).text
    assert expected in text
    assert not_said not in text


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("Hvor mange søknader om tak var det i 2033?", "Og summen av alle områdene det året?"), "42"),
        (("Hvor mange søknader om tak var det i 2033?", "hva blir det til sammen for alle årene?"), "50"),
        (("Hva koster Rødlåven i 2033?", "Er det mer enn året før?"), "fra 40 i 2032 til 50 i 2033"),
        (("Hva koster Rødlåven i 2033?", "Blir det dyrere frem mot 2034?"), "uendret"),
        (("Hva koster Rødlåven i 2033?", "Hvor mye mer er det enn Blålåven?"), "38"),
        (("Hva koster Rødlåven i 2033?", "Og Blålåven?", "Hvor stor er forskjellen?"), "38"),
        (("Hva koster Blålåven i 2033?", "Hvor stor andel er det?"), "19,4 prosent"),
        (("Hva koster Rødlåven i 2033?", "Og LBU-endringene?"), "6"),
        (("Hva koster Rødlåven i 2032?", "Og i 2034?", "Hva er LBU-endringene det første året jeg spurte om?"), "7"),
        (("Hva koster Rødlåven i 2034?", "og i fjor?"), "40"),
    ],
)
def test_figures_told_are_reckoned_on_with(assistant: Assistant, turns: tuple[str, ...], expected: str) -> None:
    answer = last(assistant, *turns)
    assert not answer.abstained
    assert expected in answer.text


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("Når startet utprøvingen av grøtkjøkkenet?", "Hvem betaler for driften av det i år?"), "smørpenger"),
        (("Hvordan går det i nord med grøtkjøkkenet?", "Og i sør?"), "tre gårder"),
        (("Hvem utreder kommunene på grøtkjøkkenet?", "Hvorfor er det ikke på plass?"), "Uavklart finansiering"),
        (("Hvor stor er rammen for tilskudd til låver i 2033?", "Hvor mye er det søkt om totalt?"), "210"),
        (("Hvor stor er rammen for tilskudd til låver i 2033?", "Hvor mye av det er til nye låver?"), "190"),
    ],
)
def test_what_points_back_to_text_is_read_on_the_slide_that_told_it(
    assistant: Assistant, turns: tuple[str, ...], expected: str
) -> None:
    assert expected in last(assistant, *turns).text


@pytest.mark.parametrize(
    "turns",
    [
        ("Når er neste møte?", "Hvor skal det være?"),
        ("Når er neste møte?", "Og det etter der?"),
        ("Når startet utprøvingen av grøtkjøkkenet?", "Hvor mange prosent av dem er det?"),
        ("Når startet utprøvingen av grøtkjøkkenet?", "Hva vil det koste?"),
        ("Hva koster Rødlåven i 2033?", "Og i 2045?"),
    ],
)
def test_a_follow_up_that_the_slides_do_not_tell_is_answered_by_no_other(
    assistant: Assistant, turns: tuple[str, ...]
) -> None:
    assert last(assistant, *turns).abstained
