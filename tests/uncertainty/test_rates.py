"""How those who answered answer: counted over the dyads that are known, once for each graph."""

import numpy as np
import pytest

from tests.core.random_networks import random_networks
from tests.uncertainty.replicates.graphs import both_ways, graph_of, matrix
from weft.uncertainty.rates import Rates


def test_known_dyads_are_counted_with_and_without_the_core_as_by_hand():
    rng = np.random.default_rng(0)
    for at, (n, source, target, directed) in enumerate(random_networks()):
        answered = rng.random(n) < rng.choice([0.0, 0.5, 0.9])
        known_by = "source" if directed and at % 4 < 3 else "either"
        graph = graph_of(n, source, target, directed, answered=answered, known_by=known_by)
        both = known_by == "source"
        known = (
            answered[:, None] & answered[None, :] if both else answered[:, None] | answered[None, :]
        )
        ties = matrix(n, source, target, directed)
        first, second = np.nonzero(np.triu(known, 1))
        times = np.bincount(ties[first, second] + ties[second, first], minlength=3)
        expected = (int(times[2]), int(times[1]), int(times[0]))
        fast, slow = both_ways(lambda g=graph: Rates(g).dyads)
        assert fast == slow == expected


def test_rates_of_a_small_network_are_those_worked_out_by_hand():
    # Of six dyads among four who answered two are mutual, two one-way, two empty.
    among = [(0, 1), (0, 2), (1, 0), (1, 3), (2, 3), (3, 2)]
    answered = np.arange(5) < 4
    rates = Rates(graph_of(5, *np.array(among).T, True, answered=answered))
    assert rates.dyads == (2, 2, 2)
    assert rates.returned == 4 / 6
    assert rates.unprompted == 2 / 6
    assert rates.any_tie == 4 / 6
    assert rates.mutual_share == 1 / 2
    assert rates.density == 6 / 16
    assert 1 - (1 - rates.each_end) ** 2 == pytest.approx(rates.any_tie)
