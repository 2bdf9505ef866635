"""How close two people stand, and how likely they are to accept."""

import networkx as nx
import numpy as np

from tests.weaving import made
from weft.weaving.introductions.acceptance import LEAST, ONWARD, acceptance, closeness


def test_closeness_is_the_personalised_pagerank_of_networkx_both_ways():
    made_up = nx.connected_watts_strogatz_graph(14, 4, 0.3, seed=2)
    found = closeness(made.graph_of(made_up))

    ways = np.array(
        [
            list(nx.pagerank(made_up, ONWARD, personalization={v: 1}, tol=1e-14).values())
            for v in made_up
        ]
    )
    np.testing.assert_allclose(found, (ways + ways.T) / 2, atol=1e-10)


def test_nobody_is_less_likely_than_a_tenth_and_the_closer_are_likelier():
    likely = acceptance(made.ground("ab bc cd de", "abcdefg").tied)

    a, c, d, f = 0, 2, 3, 5
    assert likely[a, f] == LEAST
    assert 1 > likely[a, c] > likely[a, d] > LEAST
    np.testing.assert_array_equal(likely, likely.T)


def test_where_nobody_has_an_acquaintance_in_common_all_are_alike():
    likely = acceptance(made.ground("ab cd").tied)

    assert (likely == LEAST).all()
