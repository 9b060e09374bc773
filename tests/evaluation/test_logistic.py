"""What is learnt beside the ranker's order: logistic regression."""

from __future__ import annotations

import numpy as np

from radsassistent.evaluation.logistic import fit_logistic

ROWS = np.array([[1.0, x, 3.0] for x in (-2.0, -1.0, -0.5, 0.5, 1.0, 2.0)])
RIGHT = np.array([False, False, True, False, True, True])


def chances(weights: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-(ROWS @ weights)))


def test_what_goes_with_right_examples_makes_others_likely() -> None:
    weights = fit_logistic(ROWS, RIGHT, 0.1)
    assert weights[1] > 0
    assert chances(weights)[0] < 0.2
    assert chances(weights)[-1] > 0.8


def test_a_feature_that_never_varies_has_no_weight() -> None:
    assert fit_logistic(ROWS, RIGHT, 0.1)[2] == 0.0


def test_a_stronger_pull_makes_weights_smaller() -> None:
    assert abs(fit_logistic(ROWS, RIGHT, 10.0)[1]) < abs(fit_logistic(ROWS, RIGHT, 0.1)[1])


def test_a_weight_stays_within_its_bounds() -> None:
    assert fit_logistic(ROWS, RIGHT, 0.1, bounds=[(None, None), (None, 0.0), (None, None)])[1] == 0.0


def test_examples_that_count_for_nothing_teach_nothing() -> None:
    counts = np.array([1.0, 1.0, 0.0, 0.0, 1.0, 1.0])
    without = fit_logistic(ROWS, RIGHT, 0.1, counts=counts)
    assert np.allclose(without, fit_logistic(ROWS, np.where(counts == 0, ~RIGHT, RIGHT), 0.1, counts=counts), atol=1e-3)
