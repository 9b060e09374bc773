"""What torch fits is what NumPy reads, and a few lessons are learnt (make test-models)."""

from __future__ import annotations

import numpy as np
import pytest

from radsassistent.archive import Passage, PassageKind
from radsassistent.search.cross_encoder import CrossEncoder

pytestmark = [pytest.mark.models, pytest.mark.embedder]

QUESTION = "Hva koster den nye traktoren?"
TEXTS = ["Traktoren koster 14 millioner kroner", "Traktoren leveres i mai", "Svømmehallen får to basseng"]


def passages() -> list[Passage]:
    return [
        Passage(PassageKind.UNIT, text, "Innkjøp", "Oppdiktrådet", "2031-03-05", None, "oppdiktet.pdf", "0", 1)
        for text in TEXTS
    ]


def test_what_is_fitted_with_torch_reads_the_same_without_it() -> None:
    import torch

    from radsassistent.evaluation.train_cross_encoder import _Reader

    torch.manual_seed(3)
    reader = _Reader().eval()
    encoder = CrossEncoder(reader.weights(), reader.words)
    with torch.no_grad():
        said = reader([encoder.pair(QUESTION, text, "Innkjøp") for text in TEXTS]).numpy()
    assert encoder.log_odds(QUESTION, passages()) == pytest.approx(said, abs=0.02)


def test_lessons_are_learnt() -> None:
    from radsassistent.evaluation.train_cross_encoder import QUESTIONS_A_STEP, Lesson, fit, gain

    def lesson(answers: int | None) -> Lesson:
        right = np.array([number == answers for number in range(len(TEXTS))])
        chances = np.full(len(TEXTS), 0.3)
        return Lesson(QUESTION, passages(), right, chances, chances, answers is not None, answers is not None)

    encoder = fit([lesson(0)] * QUESTIONS_A_STEP * 6)
    said = encoder.log_odds(QUESTION, passages())
    assert said.argmax() == 0
    assert said[0] > 0
    assert "1.000" in gain(encoder, [lesson(0), lesson(None)])
