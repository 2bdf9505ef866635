"""Variances of raters, the rated and pairs: without bias, with and without gaps."""

import numpy as np
import pytest

from weft.measures.kernels.social_relations import (
    Ratings,
    Variances,
    _of_any,
    _of_round_robin,
    effects,
    variances,
)

TRUE = Variances(rater=1.3, rated=0.7, pair=2.0, both_ways=0.6, given_and_received=-0.4)


def rows(n, *, kept=1.0, seed=0):
    rater, rated = np.nonzero(~np.eye(n, dtype=bool))
    keep = np.random.default_rng(seed).random(len(rater)) < kept
    return rater[keep], rated[keep]


def covariance(i, j, true):
    """Return what the model supposes of ratings, cell by cell."""
    turned = (i[:, None] == j) & (j[:, None] == i)
    crossed = (i[:, None] == j).astype(float) + (j[:, None] == i)
    return (
        true.rater * (i[:, None] == i)
        + true.rated * (j[:, None] == j)
        + true.given_and_received * crossed
        + true.pair * np.eye(len(i))
        + true.both_ways * turned
    )


def as_array(found):
    return np.array(
        [found.rater, found.rated, found.pair, found.both_ways, found.given_and_received]
    )


@pytest.mark.parametrize(("n", "kept"), [(4, 1.0), (6, 1.0), (7, 0.8), (9, 0.6), (12, 0.5)])
@pytest.mark.parametrize("estimate", [_of_any, variances])
def test_what_is_expected_of_the_estimate_is_the_truth(n, kept, estimate):
    # The estimates are quadratic in the ratings: over the columns of a root of the covariance they
    # add up to exactly what is expected of them.
    rater, rated = rows(n, kept=kept)
    root = np.linalg.cholesky(covariance(rater, rated, TRUE))
    expected = sum(as_array(estimate(Ratings(n, rater, rated, one))) for one in root.T)
    assert expected == pytest.approx(as_array(TRUE), abs=1e-8)


@pytest.mark.parametrize("n", [4, 5, 10, 30])
def test_without_gaps_both_ways_to_the_variances_are_one(n):
    rater, rated = rows(n)
    value = np.random.default_rng(n).normal(size=len(rater))
    ratings = Ratings(n, rater, rated, value)
    assert as_array(_of_any(ratings)) == pytest.approx(as_array(_of_round_robin(ratings)), abs=1e-9)


@pytest.mark.parametrize("kept", [1.0, 0.7])
def test_without_noise_the_variances_are_those_of_the_effects(kept):
    rng = np.random.default_rng(3)
    rater, rated = rows(9, kept=kept, seed=1)
    given, received = rng.normal(size=9), rng.normal(size=9)
    found = variances(Ratings(9, rater, rated, 2 + given[rater] + received[rated]))
    expected = np.cov(given, received)
    exact = [expected[0, 0], expected[1, 1], 0, 0, expected[0, 1]]
    assert as_array(found) == pytest.approx(exact, abs=1e-12)


def test_effects_of_a_round_robin_are_those_of_least_squares():
    rng = np.random.default_rng(4)
    rater, rated = rows(6)
    value = rng.normal(size=len(rater))
    dummies = np.zeros((len(value), 13))
    dummies[np.arange(len(value)), rater] = 1
    dummies[np.arange(len(value)), 6 + rated] = 1
    dummies[:, 12] = 1
    found = np.linalg.lstsq(dummies, value, rcond=None)[0]
    given, received, _ = effects(Ratings(6, rater, rated, value))
    assert given == pytest.approx(found[:6] - found[:6].mean())
    assert received == pytest.approx(found[6:12] - found[6:12].mean())


def test_pairs_that_rate_one_way_only_have_no_covariance():
    rater, rated = np.triu_indices(6, 1)
    value = np.random.default_rng(5).normal(size=len(rater))
    assert variances(Ratings(6, rater, rated, value)).both_ways is None


@pytest.mark.parametrize(
    ("rater", "rated"),
    [([0, 1], [1, 0]), ([0, 1, 2, 3], [1, 0, 3, 2]), ([0, 0, 1, 2], [1, 2, 2, 1])],
)
def test_too_few_ratings_to_tell_people_from_pairs_are_none(rater, rated):
    ratings = Ratings(4, np.array(rater), np.array(rated), np.arange(len(rater), dtype=float))
    assert variances(ratings) is None
