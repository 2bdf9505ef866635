"""The figures that rest on the linear kernels are the same with and without the core."""

from dataclasses import replace
from functools import partial

import pytest

from tests.core.graphs_of import random_graphs
from weft.engine import without_core
from weft.measures.cohesion.largest_component_share import largest_component_share
from weft.measures.leadership.connectedness import connectedness
from weft.measures.leadership.hierarchy import hierarchy
from weft.measures.leadership.hierarchy_efficiency import hierarchy_efficiency
from weft.measures.leadership.least_upper_boundedness import least_upper_boundedness
from weft.measures.resilience.cut_people import cut_people
from weft.measures.resilience.removal_loss import removal_loss
from weft.measures.resilience.robustness import robustness
from weft.measures.resilience.two_connected_share import two_connected_share
from weft.measures.structure.modularity import modularity
from weft.measures.structure.phase import phase

FIGURES = {
    "largest_component_share": largest_component_share,
    "connectedness": connectedness,
    "hierarchy": hierarchy,
    "hierarchy_efficiency": hierarchy_efficiency,
    "least_upper_boundedness": least_upper_boundedness,
    "least_upper_boundedness, turned": partial(least_upper_boundedness, turned=True),
    "cut_people": cut_people,
    "two_connected_share": two_connected_share,
    "removal_loss": partial(removal_loss, people=["p0"]),
    "robustness": robustness,
    "robustness, random": partial(robustness, order="random"),
    "modularity": partial(modularity, null_draws=2),
    "phase": partial(phase, null_draws=2),
}
SLOW = ("modularity", "phase", "removal_loss", "robustness, random")


@pytest.mark.parametrize("name", FIGURES)
def test_the_figure_is_the_same_with_and_without_the_core(name):
    for graph in random_graphs(20 if name in SLOW else 100, seed=5):
        if graph.n < 4:
            continue
        found = FIGURES[name](graph)
        with without_core():
            again = FIGURES[name](replace(graph))
        assert found.undefined_because == again.undefined_because
        assert found.value == pytest.approx(again.value, abs=1e-9) or found.value == again.value
        assert dict(found.parts) == pytest.approx(dict(again.parts), abs=1e-9)
