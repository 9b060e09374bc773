"""The measurement of verification: sentences that hold, and what is made of them that does not."""

from __future__ import annotations

import pytest

from radsassistent.archive import Archive
from radsassistent.evaluation.support import measure, opposite


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("Rådet skal kjøpe båter.", "Rådet skal ikke kjøpe båter."),
        ("Rådet skal ikke kjøpe båter.", "Rådet skal kjøpe båter."),
        ("Kjøp av båter", None),
    ],
)
def test_a_sentence_is_turned_into_its_opposite(text: str, turned: str | None) -> None:
    assert opposite(text) == turned


def test_own_sentences_hold_and_those_of_another_slide_do_not(february_archive: Archive) -> None:
    by_sort = {each.sort: each for each in measure(february_archive, [])}
    own, elsewhere = by_sort["lysbildets egne setninger"], by_sort["egne setninger, galt lysbilde"]
    assert (own.holds, elsewhere.holds) == (True, False)
    assert own.pairs == elsewhere.pairs > 100
    assert own.share <= 0.01
    assert elsewhere.share >= 0.95
    assert by_sort["egne setninger, det motsatte"].share >= 0.85
    assert by_sort["egne setninger, et tall fra et annet lysbilde"].share >= 0.8
