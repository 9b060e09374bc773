"""What a case is about in a few of its own words: the sentences nearest to the case as a whole, each from where it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from radsassistent.archive.agendas import Unit
from radsassistent.search.terms import terms

MOST_POINTS, MOST_OF_SLIDE = 5, 2
# With fewer statements than these, the slides' labels and titles stand in; with fewer of all, no points are shown.
FEWEST_POINTS = 3
# A statement says something alone: a sentence or a full bullet, not a page of text. A label is shorter.
FEWEST_WORDS, FEWEST_OF_LABEL, MOST_WORDS = 7, 4, 60
# How much of a point's nearness is lost by what it shares with those chosen before it (maximal marginal relevance,
# Carbonell and Goldstein 1998), and the share of common words at which it says the same.
REPETITION = 0.7
SAME_WORDS = 0.6
# What tells a statement from a label: a finite verb or the full stop; what opens in lower case goes on from elsewhere,
# and what opens in a quotation mark is somebody else's.
_VERB = re.compile(
    r"\b(?:er|var|har|hadde|skal|kan|vil|må|bør|blir|ble|blei|vart|får|fekk|fikk|gir|gav|tar|tok|går|gikk|kommer|kom|ligger|viser|krever|"
    r"øker|reduseres|endres|innføres|utvikles|etableres|pågår|starter|startet|ønsker|arbeider|bidrar|gjelder|trenger|mangler|betyr|"
    r"utgjør|omfatter|foreslår|anbefaler|planlegges|ferdigstilles|lanseres|brukes|bruker)\b",
    re.IGNORECASE,
)
_VERB_WORTH, _STOP_WORTH, _FRAGMENT_COST = 1.0, 0.5, 1.0


def key_points(units: Sequence[Unit], topic: NDArray[np.float32] | None, title: str) -> list[Unit]:
    """Up to MOST_POINTS of a case's own sentences, verbatim, in the order of its slides; none where there are too few.

    `topic` is the embedding of the case's row on the agenda, `title` its title, which is no point itself. Deterministic.
    """
    counts = Counter(_bare(unit.text) for unit in units)
    own = [unit for unit in units if counts[_bare(unit.text)] == 1 and not _is_title(unit.text, title)]
    fit = [unit for unit in own if is_statement(unit.text) and _bare(unit.text) != _bare(unit.slide_title)]
    if len(fit) < FEWEST_POINTS:
        fit = [unit for unit in own if FEWEST_OF_LABEL <= len(unit.text.split()) <= MOST_WORDS]
    if len(fit) < FEWEST_POINTS:
        return []
    vectors = np.vstack([unit.vector for unit in fit])
    middle = vectors.mean(axis=0)
    middle /= np.linalg.norm(middle) or 1.0
    near = vectors @ middle + (vectors @ topic if topic is not None else 0.0)
    spread = float(near.std())
    near = (near - near.mean()) / spread if spread > 0 else np.zeros(len(fit))
    near += np.array([_worth(unit.text.strip()) for unit in fit])
    alike = _likeness(vectors)
    chosen: list[int] = []
    words = [frozenset(terms(unit.text)) for unit in fit]
    left = list(range(len(fit)))
    most = MOST_OF_SLIDE if len({unit.place for unit in fit}) > 1 else MOST_POINTS
    while left and len(chosen) < MOST_POINTS:
        worth = {each: float(near[each]) - _repeated(each, chosen, alike, fit) for each in left}
        best = max(left, key=lambda each: (worth[each], -each))
        left.remove(best)
        crowded = sum(fit[best].place == fit[other].place for other in chosen) >= most
        if not crowded and not any(_same(words[best], words[other]) for other in chosen):
            chosen.append(best)
    return [fit[each] for each in sorted(chosen)] if len(chosen) >= FEWEST_POINTS else []


def _worth(text: str) -> float:
    """How much more, or less, a text is worth for how it is put, in the standard deviations of nearness."""
    worth = _VERB_WORTH if _VERB.search(text) else 0.0
    worth += _STOP_WORTH if text.endswith((".", "!")) else 0.0
    return worth - (_FRAGMENT_COST if text[:1].islower() or text[:1] in '«"“' else 0.0)


def _likeness(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Cosines of every two as standard deviations over their mean, (n, n): an embedder's scale must not decide."""
    cosines: NDArray[np.float32] = vectors @ vectors.T
    spread = float(cosines.std())
    return (cosines - cosines.mean()) / spread if spread > 0 else np.zeros_like(cosines)


def _repeated(one: int, chosen: Sequence[int], alike: NDArray[np.float32], units: Sequence[Unit]) -> float:
    """What a unit loses for those chosen before it; one of the same slide counts as a repetition of it."""
    if not chosen:
        return 0.0
    slide = any(units[one].place == units[other].place for other in chosen)
    return REPETITION * max(0.0, max(float(alike[one, other]) for other in chosen)) + (1.0 if slide else 0.0)


def is_statement(text: str) -> bool:
    """Whether a text says something alone: a sentence or a full bullet."""
    text = text.strip()
    if not FEWEST_WORDS <= len(text.split()) <= MOST_WORDS or text.endswith((":", "?")):
        return False
    return bool(_VERB.search(text) or text.endswith((".", "!")))


def _is_title(text: str, title: str) -> bool:
    """Whether a text says no more than the title does."""
    said, named = frozenset(terms(text)), frozenset(terms(title))
    return _bare(text) == _bare(title) or (bool(said) and len(said & named) >= SAME_WORDS * len(said))


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return bool(shared) and shared >= SAME_WORDS * min(len(one), len(other))


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
