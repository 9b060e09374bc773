"""The gate: which figures fall outside the thresholds of eval/thresholds.toml.

The file has one table per split, and in it one table per metric with `min`, `max` or both; so have the questions of one kind,
those in one language, the later ones of conversations, and the questions up to one: newer and harder questions shall not
loosen what was demanded of the older ones:

    [test]
    recall_at_5 = { min = 0.95 }

    [test.kinds.table]
    right_and_cited = { min = 0.9 }

    [test.languages.nn]
    right_and_cited = { min = 0.7 }

    [test.follow_ups]
    right_and_cited = { min = 0.8 }

    [test.up_to.meeting-100]
    right_and_cited = { min = 0.8 }
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from radsassistent.archive.gold_fields import KIND_NAMES, KINDS, LANGUAGES, SPLITS, Split
from radsassistent.errors import RadsassistentError
from radsassistent.evaluation.labels import LABELS, LANGUAGE_NAMES
from radsassistent.evaluation.metrics import METRICS, Figures
from radsassistent.evaluation.run import Report

FOLLOW_UPS = "follow_ups"
UP_TO = "up_to"
GROUPS: Mapping[str, tuple[str, ...]] = {"kinds": KINDS, "languages": LANGUAGES}
_GROUP_NAMES = {**KIND_NAMES, **LANGUAGE_NAMES, FOLLOW_UPS: "oppfølging"}


class GateError(RadsassistentError):
    """The thresholds cannot be used; the message names the file and what is wrong in it."""


@dataclass(frozen=True)
class Threshold:
    """The bounds of one metric, both inclusive; None where there is no bound.

    `group` names the questions it is over: a kind, a language, "follow_ups", or None for all. `up_to` is the id of the last
    question that it is over; None for no last one.
    """

    metric: str
    minimum: float | None
    maximum: float | None
    group: str | None = None
    up_to: str | None = None


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
        thresholds[split] = tuple(_of_split(path, table))
    return thresholds


def _of_split(path: Path, table: Mapping[str, object]) -> Iterator[Threshold]:
    for name, value in table.items():
        if name == FOLLOW_UPS:
            yield from _of_group(path, FOLLOW_UPS, value)
        elif name == UP_TO:
            for last, bounds in (value if isinstance(value, dict) else {"": None}).items():
                yield from (replace(each, group=None, up_to=last) for each in _of_group(path, last, bounds))
        elif name in GROUPS:
            for group, bounds in (value if isinstance(value, dict) else {"": None}).items():
                if group not in GROUPS[name]:
                    raise GateError(f"{path}: «{group}» i «{name}» er ukjent; kjente er {', '.join(GROUPS[name])}.")
                yield from _of_group(path, group, bounds)
        else:
            yield _threshold(path, name, value)


def _of_group(path: Path, group: str, table: object) -> Iterator[Threshold]:
    if not isinstance(table, dict) or not table:
        raise GateError(f"{path}: «{group}» må ha mål med grenser.")
    for metric, bounds in table.items():
        yield replace(_threshold(path, metric, bounds), group=group)


def failures(report: Report, thresholds: Thresholds, split: Split) -> list[str]:
    """One Norwegian sentence for each figure outside its bounds, in the file's order; empty when the gate is
    passed.

    A figure that could not be measured fails: a gate over nothing must not pass. Raises GateError when the
    split has no thresholds at all.
    """
    if not thresholds.get(split):
        raise GateError(f"Det finnes ingen terskler for delen «{split}».")
    found = (_failure(_figures(report, threshold), threshold) for threshold in thresholds[split])
    return [sentence for sentence in found if sentence is not None]


def _figures(report: Report, threshold: Threshold) -> Figures | None:
    """The figures of the questions that a threshold is over; None when none of them was asked."""
    group = threshold.group
    if threshold.up_to is not None:
        return report.up_to(threshold.up_to)
    if group is None:
        return report.overall
    if group == FOLLOW_UPS:
        return report.follow_ups
    return report.kinds.get(group) or report.languages.get(group)


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


def _failure(figures: Figures | None, threshold: Threshold) -> str | None:
    label = LABELS[threshold.metric]
    value: float | None = getattr(figures, threshold.metric, None)
    over = f"{_GROUP_NAMES[threshold.group]}: " if threshold.group is not None else ""
    over = f"til og med {threshold.up_to}: " if threshold.up_to is not None else over
    name = f"{over}{label.name} ({threshold.metric})"
    if value is None:
        return f"{name} ble ikke målt."
    if threshold.minimum is not None and value < threshold.minimum:
        return f"{name} er {label.write(value)}; kravet er minst {label.write(threshold.minimum)}."
    if threshold.maximum is not None and value > threshold.maximum:
        return f"{name} er {label.write(value)}; kravet er høyst {label.write(threshold.maximum)}."
    return None
