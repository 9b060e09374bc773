"""What a turn of a conversation opens with: thanks, another subject, a correction, or no more than a fragment."""

from __future__ import annotations

import pytest

from radsassistent.search.case_beside import case_beside, with_case_beside
from radsassistent.search.openings import turned


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Takk. Hvem kommer fra Skodde?", "Hvem kommer fra Skodde?"),
        ("Ok, og når er pausen?", "og når er pausen?"),
        ("Fint, takk! Og i Rim?", "Og i Rim?"),
        ("Great. What about Rim?", "What about Rim?"),
        ("Hvem kommer fra Skodde?", "Hvem kommer fra Skodde?"),
        ("Kommer Dugg?", "Kommer Dugg?"),
        ("Hvorfor?", "Hvorfor?"),
    ],
)
def test_thanks_before_a_question_are_no_part_of_it(said: str, asked: str) -> None:
    assert turned(said).question == asked
    assert not turned(said).new_topic


@pytest.mark.parametrize(
    "said",
    [
        "En helt annen ting: når er lunsj?",
        "Nytt spørsmål: når er lunsj?",
        "Ok, da et annet spørsmål: når er lunsj?",
        "Over til noe annet. når er lunsj?",
        "Så en annen ting, når er lunsj?",
        "Noe annet jeg lurer på: når er lunsj?",
        "Different question: når er lunsj?",
    ],
)
def test_another_subject_leaves_what_was_spoken_of(said: str) -> None:
    assert turned(said).question == "når er lunsj?"
    assert turned(said).new_topic


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Unnskyld, jeg mente sak 5", "Og sak 5?"),
        ("Nei, sak 5", "Og sak 5?"),
        ("Beklager, mente 2031", "Og 2031?"),
        ("2031 mener jeg", "Og 2031?"),
        ("Eg meinte Rim, ikkje Skodde", "Og Rim?"),
        ("Ikke Skodde, men Rim", "Og Rim?"),
        ("Sorry, I meant Rim", "Og Rim?"),
        ("Nei, jeg mente hvem som leder gruppa", "hvem som leder gruppa"),
    ],
)
def test_a_correction_asks_the_question_before_of_what_was_meant(said: str, asked: str) -> None:
    assert turned(said).question == asked


@pytest.mark.parametrize(
    ("said", "asked"),
    [("Rim da?", "Og Rim?"), ("2031?", "Og 2031?"), ("Året etter?", "Og året etter?"), ("i fjor?", "Og i fjor?")],
)
def test_a_fragment_goes_on(said: str, asked: str) -> None:
    assert turned(said).question == asked


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("i saken etter", "i sak 6/31"),
        ("forrige sak", "sak 4/31"),
        ("neste sak på lista", "sak 6/31"),
        ("den før", "sak 4/31"),
        ("the one after", "sak 6/31"),
        ("neste møte", None),
        ("dagen etter", None),
    ],
)
def test_the_case_beside_the_one_spoken_of_is_meant(rest: str, expected: str | None) -> None:
    assert case_beside("5/31", rest) == expected


def test_a_whole_question_may_ask_for_the_case_beside() -> None:
    assert with_case_beside("5/31", "Hvem legger frem den neste?") == "Hvem legger frem sak 6/31?"
    assert with_case_beside("5/31", "Hva er forslaget i saken før?") == "Hva er forslaget i sak 4/31?"
    assert with_case_beside("5/31", "Når er neste møte?") is None
    assert with_case_beside(None, "Hvem legger frem den neste?") is None
