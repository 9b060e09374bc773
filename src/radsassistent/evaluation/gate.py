"""The gate: which figures fall outside the thresholds of eval/thresholds.toml.

The file has one table per split, and in it one table per metric with `min`, `max` or both:

    [test]
    recall_at_5 = { min = 0.95 }
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from radsassistent.errors import RadsassistentError
from radsassistent.evaluation.gold import SPLITS, Split
from radsassistent.evaluation.metrics import METRICS, Figures
from radsassistent.evaluation.report import LABELS


class GateError(RadsassistentError):
    """The thresholds cannot be used; the message names the file and what is wrong in it."""


@dataclass(frozen=True)
class Threshold:
    """The bounds of one metric, both inclusive; None where there is no bound."""

    metric: str
    minimum: float | None
    maximum: float | None


Thresholds = Mapping[Split, tuple[Threshold, ...]]


def load_thresholds(path: Path) -> Thresholds:
    """The thresholds of each split in the file.

    Raises GateError for a file that cannot be read, an unknown split, metric or bound, and a bound that is no
    number: a misspelt metric would otherwise be a gate that is always open.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise GateError(f"Terskelfilen {path} kan ikke leses: {error}.") from error
    thresholds: dict[Split, tuple[Threshold, ...]] = {}
    for name, table in raw.items():
        split = next((split for split in SPLITS if split == name), None)
        if split is None or not isinstance(table, dict):
            raise GateError(f"{path}: «{name}» er ikke en tabell for en av delene {', '.join(SPLITS)}.")
        thresholds[split] = tuple(_threshold(path, metric, bounds) for metric, bounds in table.items())
    return thresholds


def failures(figures: Figures, thresholds: Thresholds, split: Split) -> list[str]:
    """One Norwegian sentence for each figure outside its bounds, in the file's order; empty when the gate is
    passed.

    A figure that could not be measured fails: a gate over nothing must not pass. Raises GateError when the
    split has no thresholds at all.
    """
    if not thresholds.get(split):
        raise GateError(f"Det finnes ingen terskler for delen «{split}».")
    return [sentence for threshold in thresholds[split] if (sentence := _failure(figures, threshold)) is not None]


def _threshold(path: Path, metric: str, bounds: object) -> Threshold:
    if metric not in METRICS:
        raise GateError(f"{path}: ukjent mål «{metric}»; kjente mål er {', '.join(METRICS)}.")
    if not isinstance(bounds, dict) or not bounds:
        raise GateError(f"{path}: «{metric}» må ha min, max eller begge, som i {{ min = 0.95 }}.")
    for name, value in bounds.items():
        if name not in ("min", "max"):
            raise GateError(f"{path}: «{metric}» har den ukjente grensen «{name}»; bruk min eller max.")
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise GateError(f"{path}: grensen {name} for «{metric}» må være et tall.")
    return Threshold(metric=metric, minimum=bounds.get("min"), maximum=bounds.get("max"))


def _failure(figures: Figures, threshold: Threshold) -> str | None:
    label = LABELS[threshold.metric]
    value: float | None = getattr(figures, threshold.metric)
    name = f"{label.name} ({threshold.metric})"
    if value is None:
        return f"{name} ble ikke målt."
    if threshold.minimum is not None and value < threshold.minimum:
        return f"{name} er {label.write(value)}; kravet er minst {label.write(threshold.minimum)}."
    if threshold.maximum is not None and value > threshold.maximum:
        return f"{name} er {label.write(value)}; kravet er høyst {label.write(threshold.maximum)}."
    return None
