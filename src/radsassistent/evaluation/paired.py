"""Two runs of the same questions against each other: which got better, which worse, and whether that is chance."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import comb
from pathlib import Path

from radsassistent.archive.gold_fields import Split
from radsassistent.errors import UsageError
from radsassistent.evaluation.run import Report

BASELINE_FILE = "baseline.json"


@dataclass(frozen=True)
class Pairs:
    """The questions that only the one or only the other run answers right, by id; `p_value` of there being no difference.

    McNemar's test, exact (two-sided binomial over the questions on which the runs differ; McNemar 1947).
    """

    better: tuple[str, ...]
    worse: tuple[str, ...]
    compared: int

    @property
    def p_value(self) -> float:
        differing, fewer = len(self.better) + len(self.worse), min(len(self.better), len(self.worse))
        tail: float = sum(comb(differing, count) for count in range(fewer + 1)) / 2**differing
        return min(1.0, 2 * tail)


@dataclass(frozen=True)
class Comparison:
    """What a run was compared with, in Norwegian ("den lagrede målingen"), and how the questions differ."""

    against: str
    pairs: Pairs


def passed(report: Report) -> dict[str, bool]:
    """By question, whether it was answered right with all its slides cited; rightly not answered where none is."""
    return {outcome.question.id: outcome.passed for outcome in report.outcomes}


def compare(now: Mapping[str, bool], before: Mapping[str, bool]) -> Pairs:
    """The questions of both runs."""
    both = [name for name in now if name in before]
    better = tuple(name for name in both if now[name] and not before[name])
    worse = tuple(name for name in both if before[name] and not now[name])
    return Pairs(better, worse, len(both))


def load_baseline(path: Path, split: Split) -> dict[str, bool] | None:
    """How the questions of a split went when the baseline was saved; None where none is."""
    if not path.is_file():
        return None
    try:
        saved = json.loads(path.read_text(encoding="utf-8")).get(split)
        return None if saved is None else {str(name): bool(right) for name, right in saved.items()}
    except (ValueError, AttributeError) as error:
        raise UsageError(
            f"{path}: kan ikke leses som en tidligere måling. Lag den på nytt med --save-baseline."
        ) from error


def save_baseline(path: Path, split: Split, now: Mapping[str, bool]) -> None:
    """Save how the questions of a split went beside those of the other splits: ids and right or wrong, no texts."""
    saved = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    saved[split] = dict(sorted(now.items()))
    path.write_text(json.dumps(saved, indent=1) + "\n", encoding="utf-8")
