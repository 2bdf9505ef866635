"""What those who stay lose when some leave."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.measures.kernels.small_graphs import as_networkx, from_networkx, graphs
from weft.engine import without_core
from weft.measures.kernels import paths
from weft.measures.kernels.loss import Loss, loss_without

few = settings(max_examples=40, deadline=None)


def undirected(graph) -> nx.Graph:
    return as_networkx(graph).to_undirected()


def largest(graph: nx.Graph) -> int:
    return max(map(len, nx.connected_components(graph)), default=0)


@few
@given(graph=graphs(fewest=4), chosen=st.sets(st.integers(0, 3), min_size=1, max_size=2))
def test_losses_are_those_of_networkx(graph, chosen):
    full = undirected(graph)
    staying = [v for v in full if v not in chosen]
    rest = full.subgraph(staying)
    steps = dict(nx.all_pairs_shortest_path_length(full))
    before = sum(1 / steps[a][b] for a in staying for b in staying if a != b and b in steps[a])
    after = nx.global_efficiency(rest) * len(staying) * (len(staying) - 1)
    together = max(sum(v not in chosen for v in part) for part in nx.connected_components(full))
    found = loss_without(graph, np.array(sorted(chosen)), seed=0)
    expected = Loss(
        cut_off=together - largest(rest),
        efficiency=pytest.approx(1 - after / before if before else 0.0, abs=1e-12),
        orphaned=sum(full.degree(v) > 0 and rest.degree(v) == 0 for v in staying),
        sampled=False,
    )
    assert found == expected
    with without_core():
        assert loss_without(graph, np.array(sorted(chosen)), seed=0) == found


def test_sampled_nearness_is_close_to_the_exact(monkeypatch):
    graph = from_networkx(nx.barabasi_albert_graph(700, 2, seed=4))
    hub = np.array([int(graph.received.argmax())])
    exact = loss_without(graph, hub, seed=0)
    monkeypatch.setattr(paths, "EXACT_UP_TO", 100)
    found = loss_without(graph, hub, seed=0)
    assert found.sampled
    assert found.efficiency == pytest.approx(exact.efficiency, rel=0.1)
    assert (found.cut_off, found.orphaned) == (exact.cut_off, exact.orphaned)
    with without_core():
        assert loss_without(graph, hub, seed=0) == found
