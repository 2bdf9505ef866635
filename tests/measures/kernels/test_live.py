"""Live figures are those of the measures."""

from dataclasses import replace
from importlib import import_module

import numpy as np
import pytest

import weft
from tests.core.random_networks import random_networks
from weft.engine import without_core
from weft.measures.kernels.live import live_figures
from weft.network import LiveGraph

FAMILY = {
    "density": "cohesion",
    "mean_degree": "cohesion",
    "largest_component_share": "cohesion",
    "reciprocity": "trust",
    "leadership_centralization": "leadership",
    "effective_leaders": "leadership",
    "leadership_gini": "leadership",
    "transitivity": "structure",
}


def measured(graph):
    found = {}
    for name, family in FAMILY.items():
        figure = getattr(import_module(f"weft.measures.{family}.{name}"), name)(graph)
        if figure.value is not None:
            found[name] = figure.value
    return found


def graph_of(n, source, target, *, directed):
    ids = [f"p{i:02}" for i in range(n)]
    net = weft.read(
        {"source": ids[:1], "target": ids[1:2]}, people={"id": ids}, everyone_answered=True
    )
    graph = net.graph()
    return replace(
        graph,
        relation=replace(graph.relation, directed=directed),
        source=source,
        target=target,
        weight=np.ones(len(source)),
    )


def test_every_live_figure_is_what_its_measure_gives():
    compared = 0
    for at, (n, source, target, directed) in enumerate(random_networks(60, seed=6)):
        if n < 3:
            continue
        live = LiveGraph(graph_of(n, source, target, directed=directed))
        live_figures(live)
        gone = np.arange(len(source))[::7]
        live.change(withdraw=(source[gone], target[gone]))
        assert live_figures(live) == pytest.approx(measured(live.graph()), abs=1e-12)
        np.testing.assert_allclose(live.constraint(), _by_person(live, "constraint"), atol=1e-9)
        size = live.effective_size()
        np.testing.assert_allclose(size, _by_person(live, "effective_size"), atol=1e-9)
        if at % 10 == 0:
            with without_core():
                anew = LiveGraph(live.graph())
                assert live_figures(anew) == live_figures(live)
        compared += 1
    assert compared > 50


def _by_person(live, name):
    return import_module(f"weft.measures.structure.{name}").by_person(live.graph())


def test_of_nobody_and_of_one_person_there_are_no_figures():
    graph = graph_of(2, np.empty(0, np.int32), np.empty(0, np.int32), directed=True)
    assert live_figures(LiveGraph(graph.among(np.array([True, False])))) == {}
