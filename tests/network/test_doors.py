"""Heavy packages are let in late, and without what they would drag in."""

import subprocess
import sys

import numpy as np
import pytest

from weft.network.igraph_door import seeded_igraph


def printed_by(script):
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_igraph_comes_without_its_plotting_companions():
    script = (
        "import sys\n"
        "from weft.network import load_igraph\n"
        "load_igraph().Graph(n=2, edges=[(0, 1)])\n"
        "print(sorted({'matplotlib', 'plotly', 'pandas', 'networkx'} & set(sys.modules)))\n"
        "import networkx\n"
        "print(networkx.path_graph(2).number_of_edges())\n"
    )

    assert printed_by(script).splitlines() == ["[]", "1"]


@pytest.mark.parametrize("seed", [0, 1])
def test_what_igraph_draws_can_be_drawn_again(seed):
    def draw():
        with seeded_igraph(np.random.default_rng(seed)) as igraph:
            return igraph.Graph.Erdos_Renyi(n=30, p=0.2).get_edgelist()

    assert draw() == draw()
