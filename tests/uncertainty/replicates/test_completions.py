"""What is unknown is drawn as by rates, only much faster."""

import numpy as np
import pytest

from tests.core.random_networks import random_networks
from tests.uncertainty.replicates.graphs import both_ways, figures_by_hand, graph_of, matrix
from weft.network import InvalidRequestError
from weft.uncertainty.by_rates import drawn_by_rates
from weft.uncertainty.replicates import Completions

POLICIES = ("impute", "reconstruct")


def half_heard(many, seed=0):
    """Yield graphs of which a part of the people did not answer."""
    rng = np.random.default_rng([seed, 1])
    for at, (n, source, target, directed) in enumerate(random_networks(many, seed)):
        answered = rng.random(n) < rng.choice([0.3, 0.7, 0.95])
        if not answered.any():
            continue
        known_by = "source" if directed and at % 4 < 3 else "either"
        heard = answered[source] | (answered[target] & (known_by == "either"))
        yield graph_of(
            n, source[heard], target[heard], directed, answered=answered, known_by=known_by
        )


def unknown(graph):
    """Return the cells of the matrix of which nobody said anything."""
    silent = ~graph.answered
    if graph.directed and graph.known_by == "source":
        cells = np.repeat(silent[:, None], graph.n, axis=1)
    else:
        cells = silent[:, None] & silent[None, :]
    return cells & ~np.eye(graph.n, dtype=bool)


def test_only_the_unknown_is_drawn_and_figures_are_those_of_all_ties():
    for at, graph in enumerate(half_heard(500)):
        known = matrix(graph.n, graph.source, graph.target, graph.directed)
        for policy in POLICIES:
            model = Completions(graph, policy)
            drawn, found = model.ties(2, seed=at), model.figures(2, seed=at)
            for r in range(2):
                ties = matrix(graph.n, *drawn[r], graph.directed)
                assert not ties[~unknown(graph)].any()
                if at % 5 < 2:  # figures by hand are slow
                    expected = figures_by_hand(known | ties, graph.directed)
                    np.testing.assert_allclose(found[r], expected, rtol=0, atol=1e-9)


def test_draws_are_the_same_with_and_without_the_core():
    rng = np.random.default_rng(7)
    crowd = rng.random((150, 150)) < 0.06
    np.fill_diagonal(crowd, val=False)
    said = rng.random(150) < 0.4
    many = graph_of(150, *np.nonzero(crowd & said[:, None]), True, answered=said)
    for at, graph in enumerate([many, *half_heard(40, seed=1)]):
        for policy in POLICIES:
            model = Completions(graph, policy)
            fast, slow = both_ways(lambda m=model, s=at: [m.figures(3, seed=s), *m.ties(3, seed=s)])
            for one, other in zip(fast, slow, strict=True):
                np.testing.assert_array_equal(one, other)


AMONG = [(0, 1), (1, 0), (2, 3), (3, 2), (0, 2), (1, 3)]
CASES = {
    "own word": ([*AMONG, (0, 4), (1, 4), (2, 5), (3, 6), (0, 6)], 8, 4, True, "source"),
    "unequally named": ([(a, 7) for a in range(5)] + [(0, 1), (1, 0)], 9, 6, True, "source"),
    "either's word": ([*AMONG, (0, 4), (4, 1), (5, 2)], 8, 4, True, "either"),
    "without direction": ([(0, 1), (0, 2), (1, 4), (2, 5)], 7, 3, False, "either"),
}


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_every_tie_and_every_mutual_pair_comes_as_often_as_by_rates(case, policy):
    ties, n, heard, directed, known_by = case
    graph = graph_of(
        n, *np.array(sorted(ties)).T, directed, answered=np.arange(n) < heard, known_by=known_by
    )
    draws = 3_000
    drawn = Completions(graph, policy).ties(draws, seed=1)
    known = matrix(n, graph.source, graph.target, directed)
    fast = [known | matrix(n, *drawn[r], directed) for r in range(draws)]
    slow = [
        matrix(n, one.source, one.target, directed)
        for one in drawn_by_rates(graph, policy, draws=draws, seed=2)
    ]
    for share in (lambda t: t, lambda t: t & t.T):
        one, other = (np.mean([share(ties) for ties in draws], axis=0) for draws in (fast, slow))
        # Five standard deviations of a difference of two shares, of the widest spread.
        assert np.abs(one - other).max() < 5 * np.sqrt(2 * 0.25 / draws)


def test_where_everything_is_known_nothing_is_drawn():
    graph = graph_of(3, [0, 1], [1, 2], False, answered=np.array([True, True, False]))
    assert len(Completions(graph, "impute").ties(3, seed=0).source) == 0
    nobody = graph_of(0, [], [], True)
    assert Completions(nobody, "impute").figures(2, seed=0).shape == (2, 6)


def test_somebody_must_have_answered():
    graph = graph_of(3, [], [], True, answered=np.zeros(3, dtype=bool))
    with pytest.raises(InvalidRequestError, match="Nobody answered"):
        Completions(graph, "impute")


def test_draws_do_not_depend_on_how_many_there_are_nor_on_threads(monkeypatch):
    graph = next(one for one in half_heard(50, seed=3) if one.n > 40 and 10 < one.n_answered < 40)
    model = Completions(graph, "impute")
    many = model.figures(400, seed=3)
    np.testing.assert_array_equal(model.figures(100, seed=3), many[:100])
    for threads in ("1", "2", "4"):
        monkeypatch.setenv("WEFT_THREADS", threads)
        np.testing.assert_array_equal(model.figures(400, seed=3), many)
