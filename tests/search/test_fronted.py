"""Questions that name what they are about first."""

from __future__ import annotations

import pytest

from radsassistent.search.fronted import fronted


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("ferjesaken, hva foreslås der?", "hva foreslås i ferjesaken?"),
        ("den nye brua, når åpner den?", "når åpner nye brua?"),
        ("han tannlegen, hvor kommer han fra?", "hvor kommer tannlegen fra?"),
        ("måkene, hvordan går det der?", "hvordan går det med måkene?"),
        ("the ferry case, who presents it?", "who presents ferry case?"),
    ],
)
def test_the_subject_is_put_where_the_question_points_to_it(question: str, asked: str) -> None:
    assert fronted(question) == asked


@pytest.mark.parametrize(
    "question",
    [
        "hva foreslås i ferjesaken?",
        "i styret, hvem har de der?",
        "hvem leder møtet, og hvor er det?",
        "ferjesaken, hva er planen?",
    ],
)
def test_a_question_with_nothing_that_points_to_a_subject_stays_as_it_is(question: str) -> None:
    assert fronted(question) is None
