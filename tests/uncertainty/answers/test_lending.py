"""How many ties the silent are given: as many as those who answered have, and no more."""

from dataclasses import replace

import numpy as np
import pytest

import weft
from weft.uncertainty.answers.chain import answered_networks

SILENT, DRAWS = 11, 60


@pytest.fixture(scope="module")
def lawyers(shared_data):
    folder = shared_data / "lazega_law"
    net = weft.read(folder / "ties.csv", people=folder / "people.csv").everyone_answered()
    return net.graph("advice")


@pytest.mark.parametrize("seed", range(3))
def test_where_ties_are_dense_and_closed_the_silent_are_given_no_more_than_others(lawyers, seed):
    """What was lent rested on habits that rested on what had been lent, and grew threefold."""
    answered = np.ones(lawyers.n, dtype=bool)
    rng = np.random.default_rng([seed, 1])
    answered[rng.choice(lawyers.n, SILENT, replace=False)] = False
    heard = answered[lawyers.source]
    seen = replace(
        lawyers,
        source=lawyers.source[heard],
        target=lawyers.target[heard],
        weight=lawyers.weight[heard],
        answered=answered,
    )
    given = np.mean([drawn.m for drawn in answered_networks(seen, draws=DRAWS, seed=seed)])
    each = (given - seen.m) / SILENT
    others = seen.m / answered.sum()
    assert 0.75 * others < each < 1.35 * others
