"""Reading GraphML: what Gephi, yEd, igraph, networkx, Network Canvas and others write."""

import igraph
import networkx as nx
import pytest
from hypothesis import given, settings

import weft
from tests.formats.graphs.as_network import network_in, notices_in, outcome, ties_in
from tests.formats.graphs.gexf.test_reader import graphs
from tests.formats.graphs.xml_trees import documents
from weft.formats.graphs.graphml.reader import read_graphml

NODES = '<node id="a"/><node id="b"/>'


def read(inside, keys="", graph='edgedefault="directed"', root="", **reading):
    text = (
        f'<graphml xmlns="http://graphml.graphdrawing.org/xmlns" {root}>{keys}'
        f"<graph {graph}>{inside}</graph></graphml>"
    )
    return network_in(text, read_graphml, "a.graphml", **reading)


def test_ties_have_the_roles_that_their_keys_name():
    keys = "".join(
        f'<key id="e{i}" for="edge" attr.name="{name}" attr.type="string"/>'
        for i, name in enumerate(["Weight", "relation", "wave", "reporter", "date", "colour"])
    )
    values = "".join(
        f'<data key="e{i}">{value}</data>'
        for i, value in enumerate(["2.5", "trusts", "2", "b", "2026-01-01", "red"])
    )

    network = read(f'{NODES}<edge id="x" source="a" target="b">{values}</edge>', keys)

    assert ties_in(network) == [("a", "b", "b", "trusts", 2.5, "2026-01-01")]
    assert network.waves == ("2",)
    assert notices_in(network) == {
        "columns-left-out": ("Attributes of the ties of a.graphml that were left out: “colour”.")
    }


@pytest.mark.parametrize("root", ['xmlns="http://graphml.graphdrawing.org/xmlns/graphml"', ""])
def test_any_namespace_is_read(root):
    text = f'<graphml {root}><graph edgedefault="directed">{NODES}</graph></graphml>'

    assert network_in(text, read_graphml, "a.graphml").people.ids == ("a", "b")


def test_attributes_of_people_with_defaults_and_of_several_types():
    keys = (
        '<key id="n0" for="node" attr.name="label" attr.type="string"/>'
        '<key id="n1" for="node" attr.name="age" attr.type="int"/>'
        '<key id="n2" for="node" attr.name="age" attr.type="double"/>'
        '<key id="n3" for="all" attr.name="team"><default>red</default></key>'
        '<key id="n4" for="node" attr.name="id" attr.type="string"/>'
    )

    network = read(
        '<node id="a"><desc>no</desc><data key="n0">Ada</data><data key="n1">40</data>'
        '<data key="n4">x</data></node><node id="b"><data key="n2">40.5</data></node>',
        keys,
    )

    assert network.people.names == ("Ada", "b")
    assert dict(network.people.attributes) == {
        "age": ("40", "40.5"),
        "team": ("red", "red"),
        "id": ("x", None),
    }


def test_a_name_goes_before_a_label():
    keys = '<key id="l" for="node" attr.name="label"/><key id="n" for="node" attr.name="name"/>'

    network = read('<node id="a"><data key="l">x</data><data key="n">Ada</data></node>', keys)

    assert network.people.names == ("Ada",)
    assert dict(network.people.attributes) == {"label": ("x",)}


def test_directions_are_read_edge_by_edge():
    network = read(
        NODES + '<edge source="a" target="b" directed="false"><data key="relation">x</data></edge>'
        '<edge source="a" target="b"><data key="relation">y</data></edge>',
    )

    assert {r.name: r.directed for r in network.all_relations} == {"x": False, "y": True}


def test_a_direction_that_is_none_is_a_problem_with_its_line():
    with pytest.raises(weft.InvalidDataError) as wrong:
        read(f'{NODES}\n<edge source="a" target="b" directed="maybe"/>')

    assert str(wrong.value) == (
        "a.graphml, row 2, column directed: found “maybe”, expected true or false. Correct it, or "
        "leave it out where it is as for the whole graph."
    )


def test_without_a_word_on_direction_there_is_none_and_it_is_said():
    network = read(f'{NODES}<edge source="a" target="b"/>', graph="")

    assert not network.all_relations[0].directed
    assert notices_in(network)["direction-assumed"] == (
        "a.graphml does not say whether 1 tie has a direction; they were read as ties without."
    )


def test_nested_graphs_are_flattened_each_with_its_direction():
    network = read(
        '<node id="a"><graph edgedefault="undirected"><node id="b"/><node id="c"/>'
        '<edge source="b" target="c"><data key="kind">in</data></edge></graph></node>'
        '<edge source="a" target="b"><data key="kind">out</data></edge>'
    )

    assert network.people.ids == ("a", "b", "c")
    assert {r.name: r.directed for r in network.all_relations} == {"in": False, "out": True}
    assert notices_in(network) == {
        "hierarchy-flattened": (
            "a.graphml: 1 graph stands inside a node; everyone was read side by side."
        )
    }


def test_hyperedges_and_ports_are_left_out_and_told():
    network = read(
        '<node id="a"><port name="north"/></node><node id="b"/><hyperedge><endpoint node="a"/>'
        '</hyperedge><edge source="a" target="b" sourceport="north"/>'
    )

    assert len(ties_in(network)) == 1
    assert notices_in(network) == {
        "hyperedges-left-out": "a.graphml: 1 hyperedge, of more than two ends, left out.",
        "ports-left-out": "a.graphml: the ports at which 1 tie ends were left out.",
    }


def test_an_interview_of_network_canvas_says_who_is_missing():
    network = read(
        '<data key="age">40</data><node id="1"><data key="label">Ada</data></node><node id="2"/>'
        '<edge source="1" target="2"><data key="networkCanvasType">friend</data></edge>',
        '<key id="age" for="graph" attr.name="age"/><key id="label" for="node" attr.name="label"/>'
        '<key id="networkCanvasType" for="all" attr.name="networkCanvasType"/>',
        'edgedefault="undirected" nc:caseId="7"',
        'xmlns:nc="http://schema.networkcanvas.com/xmlns"',
    )

    assert network.relations == ("friend",)
    assert network.people.names == ("Ada", "2")
    assert notices_in(network) == {
        "ego-left-out": (
            "a.graphml is an interview of Network Canvas; the person who was asked is not among "
            "the people, and who said what is not in the ties."
        ),
        "graph-data-left-out": (
            "What a.graphml says of the whole graph was left out: “age”, “caseId”."
        ),
    }


def test_further_graphs_are_told():
    text = f'<graphml><graph edgedefault="directed">{NODES}</graph><graph/><graph/></graphml>'

    assert notices_in(network_in(text, read_graphml, "a.graphml")) == {
        "graphs-left-out": "a.graphml holds 2 further graphs, which were left out."
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<graphml><graph/></graphml>", "found a file of GraphML without nodes and edges"),
        ("<graphml/>", "begins with <graphml> and holds no graph, expected <graphml>"),
        ("<gexf><graph/></gexf>", "found XML that begins with <gexf>, expected <graphml>"),
        ("<graphml><graph>", "line 1, column 17: found XML that is not well-formed"),
    ],
)
def test_what_is_no_graphml_is_refused(text, message):
    with pytest.raises(weft.WeftError, match=message):
        network_in(text, read_graphml, "a.graphml")


def test_an_unknown_person_is_a_problem_with_its_line():
    with pytest.raises(weft.InvalidDataError, match="row 2, column target: found “c”"):
        read(f'{NODES}\n<edge source="a" target="c"/>')


def test_two_columns_that_may_be_the_relation_are_for_the_caller_to_choose():
    edge = (
        f'{NODES}<edge source="a" target="b"><data key="kind">x</data><data key="layer">y</data>'
        "</edge>"
    )

    with pytest.raises(weft.InvalidDataError, match="found the columns “kind” and “layer”"):
        read(edge)
    assert read(edge, columns={"layer": "relation"}).relations == ("y",)


@settings(max_examples=100, deadline=None)
@given(
    text=documents(
        "graphml",
        ("graph", "key", "default", "node", "edge", "data", "hyperedge", "port", "desc"),
        ("id", "source", "target", "directed", "key", "for", "attr.name", "attr.type",
         "edgedefault", "sourceport", "yfiles.type"),
        "graph",
    )
)  # fmt: skip
def test_whatever_stands_in_a_file_it_is_read_or_refused_with_a_reason(text):
    found = outcome(text, read_graphml, "a.graphml")

    if isinstance(found, weft.Network):
        assert len(found.people) > 0
    else:
        assert "a.graphml" in str(found)
        assert "expected" in str(found)


def expected_of(graph):
    ties = {(a, b, a, "ties", float(w), None) for a, b, w in graph.edges(data="weight")}
    if graph.is_directed():
        return ties
    return ties | {(a, b, b, relation, w, d) for a, b, _, relation, w, d in ties}


@settings(max_examples=60, deadline=None)
@given(graph=graphs())
def test_what_networkx_writes_is_read_alike(graph):
    network = network_in("\n".join(nx.generate_graphml(graph)), read_graphml, "a.graphml")

    assert network.people.ids == tuple(graph)
    assert network.people.names == tuple(label for _, label in graph.nodes(data="label"))
    assert network.people.attributes["age"] == tuple(str(age) for _, age in graph.nodes(data="age"))
    assert set(ties_in(network)) == expected_of(graph)


@settings(max_examples=40, deadline=None)
@given(graph=graphs())
def test_what_igraph_writes_is_read_alike(graph, tmp_path_factory):
    path = tmp_path_factory.mktemp("igraph") / "a.graphml"
    order = list(graph)
    other = igraph.Graph(
        n=len(order),
        edges=[(order.index(a), order.index(b)) for a, b in graph.edges()],
        directed=graph.is_directed(),
        vertex_attrs={"name": [label for _, label in graph.nodes(data="label")]},
        edge_attrs={"weight": [float(w) for _, _, w in graph.edges(data="weight")]},
    )
    other.write_graphml(str(path))

    network = network_in(path.read_bytes(), read_graphml, "a.graphml")

    assert network.people.ids == tuple(order)  # igraph calls them n0, n1, …, too
    assert network.people.names == tuple(other.vs["name"])
    assert set(ties_in(network)) == expected_of(graph)
