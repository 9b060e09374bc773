"""Logistic regression pulled to 0 (L2), as all that is learnt beside the ranker's order is fitted."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Bounds = Sequence[tuple[float | None, float | None]]


def fit_logistic(
    rows: NDArray[np.float64],
    right: NDArray[np.bool_],
    penalty: float,
    *,
    counts: NDArray[np.float64] | None = None,
    bounds: Bounds | None = None,
) -> NDArray[np.float64]:
    """The weights (features,), in the features' own scale, of `rows` (examples, features), of which the first is the bias.

    `penalty` pulls the weights of standardised features; `counts` is what each example counts for; `bounds` are those of each
    weight. A feature that never varies has none.
    """
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    mean[0], spread[0] = 0.0, 1.0
    varies = spread > 0
    scaled = (rows[:, varies] - mean[varies]) / spread[varies]
    of_each = np.ones(len(rows)) if counts is None else counts

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        pulled = np.concatenate([[0.0], weights[1:]])
        logits = scaled @ weights
        total = float((of_each * np.logaddexp(0, np.where(right, -logits, logits))).sum())
        slope = scaled.T @ (of_each * (1 / (1 + np.exp(-logits)) - right))
        return total + 0.5 * penalty * float(pulled @ pulled), slope + penalty * pulled

    within = [bound for bound, kept in zip(bounds, varies, strict=True) if kept] if bounds is not None else None
    found = np.asarray(minimize(loss, np.zeros(scaled.shape[1]), jac=True, method="L-BFGS-B", bounds=within).x)
    weights = np.zeros(rows.shape[1])
    weights[varies] = found / spread[varies]
    weights[0] = found[0] - float((found[1:] * mean[varies][1:] / spread[varies][1:]).sum())
    return weights
