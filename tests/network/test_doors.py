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


def test_pyarrow_leaves_pandas_alone_until_a_frame_is_wanted():
    script = (
        "import sys, weft.network\n"
        "weft.network.leave_pandas_alone()\n"
        "import pyarrow\n"
        "pyarrow.array(['a']); print('pandas' in sys.modules)\n"
        "import pandas\n"
        "frame = pyarrow.table({'a': [1, 2]}).to_pandas()\n"
        "print(type(frame).__name__, pyarrow.Table.from_pandas(frame).num_rows)\n"
    )

    assert printed_by(script).splitlines() == ["False", "DataFrame 2"]


def test_pandas_that_is_there_already_is_left_as_it_is():
    script = (
        "import pandas, weft.network\n"
        "weft.network.leave_pandas_alone()\n"
        "import pyarrow\n"
        "print(pyarrow.array(pandas.Series(['a', None])).to_pylist())\n"
    )

    assert printed_by(script) == "['a', None]"


@pytest.mark.parametrize("seed", [0, 1])
def test_what_igraph_draws_can_be_drawn_again(seed):
    def draw():
        with seeded_igraph(np.random.default_rng(seed)) as igraph:
            return igraph.Graph.Erdos_Renyi(n=30, p=0.2).get_edgelist()

    assert draw() == draw()
