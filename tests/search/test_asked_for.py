"""What a question as a whole asks for, told by the wordings that were learnt."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from radsassistent.evaluation.train_asked_for import SORTS, Wording, fit, rows_of
from radsassistent.search.asked_for import AskedFor, Classifier, asked_for, pieces

# Of invented things, in wordings of which no rule knows.
WORDINGS = [
    ("Hvem loser oss gjennom garnprisene?", AskedFor.PRESENTER),
    ("Kven er det som tek for seg saueklippinga?", AskedFor.PRESENTER),
    ("Who walks us through the knitting accounts?", AskedFor.PRESENTER),
    ("Når bør jeg logge på for å få med meg lammene?", AskedFor.TIME),
    ("Hvor god tid har spinnerne fått til innlegget sitt?", AskedFor.LENGTH),
    ("Er ullavgiften noe vi skal bestemme, eller skal vi bare høre om den?", AskedFor.TYPE),
    ("Under hvilket nummer ligger saken om strikkepinner?", AskedFor.CASE),
    ("Hvem sitter for Strikkeforbundet?", AskedFor.MEMBER),
    ("Hva blir vi bedt om å gjøre med ullavgiften?", AskedFor.DECISION),
    ("Hvor mange sauer ble klippet i fjor?", AskedFor.OTHER),
    ("Når skal den nye spinnemaskinen stå ferdig?", AskedFor.OTHER),
]


@pytest.mark.parametrize(("question", "asks"), WORDINGS)
def test_a_wording_of_which_no_rule_knows_asks_for_what_those_like_it_do(question: str, asks: AskedFor) -> None:
    chances = asked_for(question)
    assert max(chances, key=lambda sort: chances[sort]) is asks
    assert sum(chances.values()) == pytest.approx(1.0)


def test_pieces_are_the_same_whatever_the_digits_and_the_letters_case() -> None:
    (one, values), (other, others) = pieces("Når er sak 3 oppe?"), pieces("når er SAK 471 oppe?")
    assert one.tolist() == other.tolist()
    assert values.tolist() == others.tolist()


def test_words_and_parts_of_words_count_as_much_as_each_other_in_long_questions_as_in_short() -> None:
    for question in ("Når?", "Når begynner saken om saueklipping, og hvem er det som legger den frem for oss?"):
        assert np.square(pieces(question)[1]).sum() == pytest.approx(2.0)


def test_a_question_without_a_word_asks_for_something_all_the_same() -> None:
    assert sum(asked_for("?!").values()) == pytest.approx(1.0)


def test_what_is_learnt_is_kept_as_good_as_whole(tmp_path: Path) -> None:
    wordings = [Wording(text, asks, 0) for text, asks in WORDINGS]
    learnt = fit(rows_of(wordings), np.array([SORTS.index(asks) for _, asks in WORDINGS]))
    learnt.save(tmp_path / "kept.npz")
    kept = Classifier.read(tmp_path / "kept.npz")
    for text, asks in WORDINGS:
        assert max(learnt.chances(text), key=learnt.chances(text).__getitem__) is asks
        assert kept.chances(text)[asks] == pytest.approx(learnt.chances(text)[asks], abs=0.02)
