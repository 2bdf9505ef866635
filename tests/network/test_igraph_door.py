"""Chance is lent to igraph for a while, and its own is given back."""

import numpy as np

from weft.network.igraph_door import seeded_igraph


def test_igraph_is_lent_chance_and_has_its_own_again_afterwards():
    def shuffled():
        return list(module.Graph.Erdos_Renyi(n=20, m=30).get_edgelist())

    with seeded_igraph(np.random.default_rng(1)) as module:
        first = shuffled()
        with seeded_igraph(np.random.default_rng(2)):
            inner = shuffled()
        more = shuffled()
    with seeded_igraph(np.random.default_rng(1)):
        assert shuffled() == first != inner
        assert shuffled() == more
    import random

    random.seed(5)
    one = shuffled()
    random.seed(5)
    assert shuffled() == one
