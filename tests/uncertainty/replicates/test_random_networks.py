"""Networks of the same size or the same dyads: kept, all equally likely, alike everywhere."""

from collections import Counter

import numpy as np
import pytest

from tests.core.random_networks import random_networks
from tests.uncertainty.replicates.graphs import (
    both_ways,
    figures_by_hand,
    graph_of,
    matrix,
    some_graph,
)
from weft.network import InvalidRequestError
from weft.uncertainty.replicates import SameCensus, SameSize


def census(ties):
    both, either = np.triu(ties & ties.T).sum(), np.triu(ties | ties.T).sum()
    return both, either - both


def as_set(ties):
    return frozenset(zip(*(end.tolist() for end in ties), strict=True))


def equally_often(drawn, possible):
    """Return whether none of the possible comes up more than five standard deviations off."""
    counts = Counter(as_set(drawn[r]) for r in range(len(drawn)))
    expected = len(drawn) / possible
    return len(counts) == possible and max(
        abs(count - expected) for count in counts.values()
    ) < 5 * np.sqrt(expected)


def test_size_and_census_are_kept_and_figures_are_those_of_the_ties():
    for at, (n, source, target, directed) in enumerate(random_networks()):
        observed = matrix(n, source, target, directed)
        graph = graph_of(n, source, target, directed)
        models = [SameSize.of(graph), SameCensus.of(graph)] if directed else [SameSize.of(graph)]
        for model in models:
            drawn, found = model.ties(2, seed=at), model.figures(2, seed=at)
            for r in range(2):
                ties = matrix(n, *drawn[r], directed)
                assert len(drawn[r][0]) == len(source) == len(as_set(drawn[r]))
                assert not ties.diagonal().any()
                if isinstance(model, SameCensus):
                    assert census(ties) == census(observed)
                if at % 5 < 2:  # figures by hand are slow
                    expected = figures_by_hand(ties, directed)
                    np.testing.assert_allclose(found[r], expected, rtol=0, atol=1e-9)


def test_networks_are_the_same_with_and_without_the_core():
    for at, (n, source, target, directed) in enumerate(random_networks(40, seed=1)):
        graph = graph_of(n, source, target, directed)
        models = [SameSize.of(graph), SameCensus.of(graph)] if directed else [SameSize.of(graph)]
        for model in models:
            for fast, slow in zip(
                *both_ways(lambda m=model, s=at: (m.figures(3, seed=s), *list(m.ties(3, seed=s)))),
                strict=True,
            ):
                np.testing.assert_array_equal(fast, slow)


@pytest.mark.parametrize(
    ("m", "directed", "possible"), [(2, True, 15), (2, False, 3), (3, True, 20)]
)
def test_every_network_of_the_same_size_is_equally_likely(m, directed, possible):
    assert equally_often(SameSize(3, m, directed=directed).ties(3_000, seed=1), possible)


@pytest.mark.parametrize(
    ("mutual", "one_way", "possible"),
    # 3 choices of the pair both ways, then 2 of the other, each 2 ways round; and so on.
    [(1, 1, 3 * 2 * 2), (0, 2, 3 * 4), (2, 0, 3), (1, 2, 3 * 4), (0, 3, 8)],
)
def test_every_network_of_the_same_census_is_equally_likely(mutual, one_way, possible):
    model = SameCensus(3, mutual=mutual, one_way=one_way)
    assert equally_often(model.ties(3_000, seed=2), possible)


def test_networks_do_not_depend_on_how_many_are_drawn_nor_on_threads(monkeypatch):
    for model in (SameSize(40, 200, directed=True), SameCensus(40, mutual=50, one_way=90)):
        many = model.figures(400, seed=3)
        np.testing.assert_array_equal(model.figures(100, seed=3), many[:100])
        for threads in ("1", "2", "4"):
            monkeypatch.setenv("WEFT_THREADS", threads)
            np.testing.assert_array_equal(model.figures(400, seed=3), many)


def test_the_last_pair_of_many_people_is_reached():
    everybody = SameSize(300, 44_850, directed=False).ties(1, seed=0)
    assert as_set(everybody[0]) == {(a, b) for a in range(300) for b in range(a + 1, 300)}
    everyone = SameSize(300, 89_700, directed=True).figures(1, seed=0)
    np.testing.assert_array_equal(everyone, [[1.0, 1.0, 1.0, 0.0, 300.0, 0.0]])


def test_a_model_needs_room_for_its_ties():
    with pytest.raises(InvalidRequestError, match="7 ties were asked for; expected 0 to 6"):
        SameSize(3, 7, directed=True)
    for mutual, one_way in ((2, 2), (-1, 2), (2, -1)):
        with pytest.raises(InvalidRequestError, match="expected 0 to 3"):
            SameCensus(3, mutual=mutual, one_way=one_way)


def test_the_census_is_of_all_ties_whoever_answered():
    silent = np.arange(30) % 3 > 0
    one = some_graph(30)
    part = graph_of(30, one.source, one.target, True, answered=silent)
    assert (SameCensus.of(part).mutual, SameCensus.of(part).one_way) == census(
        matrix(30, one.source, one.target, True)
    )
