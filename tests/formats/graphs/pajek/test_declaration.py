"""Pajek files are recognised, and read as networkx and igraph do where those are right."""

import hypothesis.strategies as st
import igraph
import networkx as nx
import pytest
from hypothesis import given, settings

from tests.formats.graphs.reading import read, ties_of
from tests.formats.same import TEXT, networks
from weft.formats.carrying import reduced
from weft.formats.files.file import File
from weft.formats.graphs.pajek.declaration import CARRIED, PAJEK
from weft.formats.graphs.pajek.writer import write_network
from weft.formats.roles.edges import edges_of

THREE = '*Vertices 3\n1 "Ann A"\n2 Bob\n3 "Cy"\n'


class TestRecognised:
    @pytest.mark.parametrize(
        "text",
        ["source,target\n*Vertices 3", "*Node data\nID\na", "*Tie data", "% sym\n1 2\n", "", "*"],
    )
    def test_other_files_are_not_claimed(self, text):
        assert not PAJEK.recognises(File("x.net", content=text.encode()))

    def test_folders_and_binary_files_are_not_claimed(self, tmp_path):
        assert not PAJEK.recognises(File(str(tmp_path), tmp_path))
        assert not PAJEK.recognises(File("x.mat", content=b"*Vertices 3\n" + bytes(range(32)) * 9))

    def test_utf_16_is_read(self):
        assert len(read(f"{THREE}*Arcs\n1 2".encode("utf-16"))) == 3


@st.composite
def graphs(draw):
    """Draw a graph with the signs and weights that networkx and igraph can read in Pajek files."""
    n = draw(st.integers(2, 6))
    directed = draw(st.booleans())
    pairs = [
        (i, j) for i in range(1, n + 1) for j in range(1, n + 1) if i < j or (directed and i > j)
    ]
    edges = draw(st.lists(st.sampled_from(pairs), unique=True, min_size=1))
    weights = [draw(st.integers(1, 5) | st.sampled_from([0.5, 2.25])) for _ in edges]
    labels = [f"{draw(st.sampled_from(['ann', 'Bö B', '007', 'x-y']))} {i}" for i in range(n)]
    lines = [f"*Vertices {n}", *(f'{i} "{label}"' for i, label in enumerate(labels, 1))]
    lines += ["*Arcs" if directed else "*Edges"]
    lines += [f"{a} {b} {w}" for (a, b), w in zip(edges, weights, strict=True)]
    return "\n".join(lines), directed


def pairs_of(triples, *, directed):
    return sorted((*((a, b) if directed else sorted((a, b))), float(w)) for a, b, w in triples)


class TestOtherPrograms:
    @settings(max_examples=100, deadline=None)
    @given(graph=graphs())
    def test_networkx_and_igraph_read_plain_files_alike(self, graph, tmp_path_factory):
        text, directed = graph
        path = tmp_path_factory.mktemp("pajek") / "a.net"
        path.write_text(text, encoding="utf-8")
        ours = read(text)
        theirs = nx.parse_pajek(text)
        other = igraph.Graph.Read_Pajek(str(path))

        mine = pairs_of([(a, b, w) for a, b, _, _, w in ties_of(ours)], directed=directed)
        assert mine == pairs_of(theirs.edges(data="weight"), directed=directed)
        named = [(other.vs[e.source]["name"], other.vs[e.target]["name"], e["weight"])
                 for e in other.es]  # fmt: skip
        assert mine == pairs_of(named, directed=directed)
        assert set(ours.people.ids) == set(theirs.nodes)
        assert list(ours.people.ids) == other.vs["name"]

    @settings(max_examples=50, deadline=None)
    @given(
        network=networks(
            # networkx takes a backslash within quotes for a sign of its own, as a shell does.
            text=TEXT.filter(lambda text: "\\" not in text),
            relations=("ties",),
            waves=("1",),
            reporters=False,
        )
    )
    def test_networkx_and_igraph_read_what_is_written(self, network, tmp_path_factory):
        expected, _ = reduced(network, CARRIED, "Pajek")
        path = tmp_path_factory.mktemp("pajek") / "a.net"
        path.write_bytes(write_network(expected).data)

        assert igraph.Graph.Read_Pajek(str(path)).ecount() == len(edges_of(expected))
        assert nx.read_pajek(path).number_of_nodes() == len(expected.people)
