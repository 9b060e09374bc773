"""Later turns about the row, the person or the slide just told, of an invented council's slides."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant, Conversation
from radsassistent.archive import Archive

SLIDES = (
    slide("Møte i Nisserådet", "3. mai 2032", "Låven, Oppdiktlia"),
    slide(
        "Nisserådet",
        table(
            ("Navn", "Rolle", "Stilling", "Virksomhet"),
            ("Trym Fjellrev", "Leder", "Grøtmester", "Låvelaget"),
            ("Siri Kornblom", "Nestleder", "Lueskredder", "Luelauget"),
            ("Odd Havre", "Medlem", "Fjøsnisse", "Fjøslaget"),
        ),
    ),
    slide("Sak 1/32: Grøt til bygdene"),
    slide(
        "Grøt per bygd",
        table(
            ("Bygd", "Folketall", "Boller 2031", "Boller 2032"),
            ("Nissedal", "900", "410", "520"),
            ("Haugland", "1200", "610", "480"),
            ("Myrstad", "300", "150", "90"),
        ),
        "• I Haugland ble det færre boller fordi kjelen sprakk",
    ),
    slide(
        "Hvor det brenner",
        table(
            ("Område", "Status", "Hvorfor"),
            ("Kjeler", "Rød", "To av fem kjeler lekker"),
            ("Sleiver", "Grønn", "Nye er skåret"),
        ),
    ),
    slide(
        "Besøk på låven",
        table(("År", "Gjester"), ("2030", "70"), ("2031", "85"), ("2032", "64")),
        "• Nedgangen i 2032 skyldes at brua var stengt",
    ),
    slide("Lua på loftet", "• Luelauget eier lua på loftet", "• Lua er 14 meter lang"),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("nisser")
    archive = Archive.open(folder / "arkiv", StemEmbedding())
    archive.put(*written(folder, *SLIDES, name="nisser.pdf"))
    return Assistant(archive)


def told(assistant: Assistant, *turns: str) -> str:
    """The answer to the last of some turns of one conversation; nothing where it abstains."""
    talk = Conversation()
    answer = None
    for turn in turns:
        answer = assistant.ask(turn, talk)
    assert answer is not None
    return "" if answer.abstained else answer.text


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        ("Hvem er nestleder?", "og leder?", "Trym Fjellrev"),
        ("Hvem er leder?", "enn nestlederen?", "Siri Kornblom"),
        ("Hvem er nestleder?", "hvor jobber hun?", "Luelauget"),
        ("Hvem er nestleder?", "Tittelen hennes?", "Lueskredder"),
        ("Hvem er leder?", "Kva stilling har vedkomande?", "Grøtmester"),
    ],
)
def test_people_just_told_are_asked_about_by_pronoun_and_role(
    assistant: Assistant, first: str, then: str, expected: str
) -> None:
    assert expected in told(assistant, first, then)


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        ("Hvor mange boller fikk Nissedal i 2032?", "hva er folketallet der?", "900"),
        ("Hvor mange boller fikk Nissedal i 2032?", "hvem fikk flest?", "Nissedal"),
        ("Hvor mange boller fikk Haugland i 2032?", "hvem fikk flest?", "Nissedal"),
        ("Hvor mange boller fikk Haugland i 2032?", "hvilken bygd fikk færrest?", "Myrstad"),
        ("Hva er status for kjeler?", "hvorfor?", "To av fem kjeler lekker"),
        ("Hva er status for kjeler?", "hvorfor er den rød?", "To av fem kjeler lekker"),
        ("Hvor mange gjester var det i 2032?", "hvorfor gikk det ned?", "brua var stengt"),
        ("Hvor mange gjester var det i 2032?", "og året før?", "85"),
    ],
)
def test_the_row_just_told_is_gone_on_with(assistant: Assistant, first: str, then: str, expected: str) -> None:
    assert expected in told(assistant, first, then)


@pytest.mark.parametrize("then", ["er det mye?", "hva er telefonnummeret der?", "hvor mange drager bor der?"])
def test_what_the_row_does_not_have_is_not_made_up(assistant: Assistant, then: str) -> None:
    assert told(assistant, "Hvor mange boller fikk Nissedal i 2032?", then) == ""


def test_another_subject_is_not_answered_from_the_slide_just_told(assistant: Assistant) -> None:
    assert "Trym Fjellrev" in told(assistant, "Hvor lang er lua på loftet?", "Hvem er leder?")
