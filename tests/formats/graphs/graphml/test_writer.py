"""Writing GraphML: the file as a whole, and what networkx and igraph read in it."""

import io

import igraph
import networkx as nx
import pytest
from hypothesis import given, settings

import weft
from tests.formats.graphs.as_network import network_in
from tests.formats.same import TEXT, content_of, networks
from weft.formats.carrying import reduced
from weft.formats.graphs.graphml.declaration import GRAPHML
from weft.formats.graphs.graphml.reader import read_graphml
from weft.formats.graphs.graphml.writer import write_graphml
from weft.formats.roles.edges import edges_of


def written(network):
    left, _ = reduced(network, GRAPHML.carries, GRAPHML.title)
    return write_graphml(left).data


def test_the_file_as_a_whole():
    ties = {
        "source": ["ana", "bo"],
        "target": ["bo", "cy"],
        "relation": ["trusts", "works_with"],
        "weight": ["2.5", "1"],
        "reporter": ["ana", "cy"],
    }
    people = {
        "id": ["ana", "bo", "cy"],
        "name": ["Ana “A” <x>", "", ""],
        "invited": ["yes", "", "no"],
        "team": ["a & b", "", "\nc "],
    }

    assert written(weft.read(ties, people)).decode() == (
        """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
  <key id="n0" for="node" attr.name="label" attr.type="string"/>
  <key id="n1" for="node" attr.name="invited" attr.type="string"/>
  <key id="n2" for="node" attr.name="team" attr.type="string"/>
  <key id="e0" for="edge" attr.name="weight" attr.type="double"/>
  <key id="e1" for="edge" attr.name="relation" attr.type="string"/>
  <key id="e2" for="edge" attr.name="reporter" attr.type="string"/>
  <graph edgedefault="directed">
    <node id="ana">
      <data key="n0">Ana “A” &lt;x&gt;</data>
      <data key="n1">yes</data>
      <data key="n2">a &amp; b</data>
    </node>
    <node id="bo">
      <data key="n0">bo</data>
    </node>
    <node id="cy">
      <data key="n0">cy</data>
      <data key="n1">no</data>
      <data key="n2" xml:space="preserve">&#10;c </data>
    </node>
    <edge source="ana" target="bo">
      <data key="e0">2.5</data>
      <data key="e1">trusts</data>
    </edge>
    <edge source="bo" target="cy" directed="false">
      <data key="e0">1</data>
      <data key="e1">works_with</data>
      <data key="e2">cy</data>
    </edge>
  </graph>
</graphml>
"""
    )


def test_text_with_line_breaks_and_spaces_around_comes_back():
    people = {"id": ["a", "b"], "team": ["\n c\r\n", " d "]}
    network = weft.read([("a", "b", "trusts", 1)], people)

    back = network_in(written(network), read_graphml, "network")

    assert dict(back.people.attributes) == {"team": ("\n c\r\n", " d ")}


def test_an_attribute_called_label_stays_an_attribute():
    people = {"id": ["a", "b"], "name": ["Ana", "Bo"], "Label": ["x", "y"]}
    network = weft.read([("a", "b", "trusts", 1)], people)

    back = network_in(written(network), read_graphml, "network")

    assert back.people.names == ("Ana", "Bo")
    assert dict(back.people.attributes) == {"Label": ("x", "y")}


def test_a_control_character_is_refused():
    network = weft.read([("a", "b", "trusts", 1)], {"id": ["a", "b"], "name": ["A\x02", ""]})

    with pytest.raises(weft.WeftError, match="The name of “a” has the control character U\\+0002"):
        written(network)


@settings(max_examples=100, deadline=None)
@given(network=networks())
def test_written_files_come_back(network):
    left, _ = reduced(network, GRAPHML.carries, GRAPHML.title)

    back = network_in(write_graphml(left).data, read_graphml, "network")

    assert content_of(back) == content_of(left)


def test_ties_without_direction_alone_make_an_undirected_graph():
    data = written(weft.read([("a", "b", "works_with", 1)])).decode()

    assert '<graph edgedefault="undirected">' in data
    assert "directed=" not in data.replace("edgedefault=", "")


@settings(max_examples=50, deadline=None)
@given(network=networks(relations=("trusts",), text=TEXT.filter(lambda text: "&" not in text)))
def test_networkx_and_igraph_read_the_same(network, tmp_path_factory):
    left, _ = reduced(network, GRAPHML.carries, GRAPHML.title)
    data, edges = write_graphml(left).data, edges_of(left)
    directed = all(edges.directed)

    def sorted_ties(ties):
        return sorted(
            ((a, b) if directed else tuple(sorted((a, b))), float(w), r) for a, b, w, r in ties
        )

    ours = sorted_ties(
        zip(edges.source, edges.target, edges.more["weight"], edges.more["relation"], strict=True)
    )

    graph = nx.read_graphml(io.BytesIO(data))
    ties = [(a, b, d["weight"], d["relation"]) for a, b, d in graph.edges(data=True)]
    assert list(graph) == list(left.people.ids)
    assert [label for _, label in graph.nodes(data="label")] == list(left.people.names)
    assert sorted_ties(ties) == ours

    # igraph 1.0 gives the ampersand of an id back as “&#38;”: here there is none.
    path = tmp_path_factory.mktemp("igraph") / "a.graphml"
    path.write_bytes(data)
    other = igraph.Graph.Read_GraphML(str(path))
    ids = other.vs["id"]
    pairs = [(ids[a], ids[b]) for a, b in other.get_edgelist()]
    ties = zip(pairs, other.es["weight"], other.es["relation"], strict=True)
    assert ids == list(left.people.ids)
    assert sorted_ties((*ends, w, r) for ends, w, r in ties) == ours
