"""Reading GEXF: what Gephi, networkx and others write."""

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import weft
from tests.formats.graphs.as_network import network_in, notices_in, outcome, ties_in
from tests.formats.graphs.xml_trees import documents
from weft.formats.graphs.gexf.reader import read_gexf

NODES = '<nodes><node id="a" label="Ada"/><node id="b" label="Ben"/></nodes>'


def gexf(inside, graph='defaultedgetype="directed"', root='xmlns="http://gexf.net/1.3"'):
    return f"<gexf {root}><graph {graph}>{inside}</graph></gexf>"


def read(inside, graph='defaultedgetype="directed"', **more):
    return network_in(gexf(inside, graph, **more), read_gexf, "a.gexf")


@pytest.mark.parametrize(
    "root",
    [
        "",
        'xmlns="http://www.gexf.net/1.1draft" version="1.1"',
        'xmlns="http://www.gexf.net/1.2draft" version="1.2"',
        'xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3"',
        'xmlns="http://www.gephi.org/gexf"',
    ],
)
def test_every_version_and_namespace_is_read(root):
    network = read(NODES + '<edges><edge source="a" target="b" weight="2.5"/></edges>', root=root)

    assert network.people.names == ("Ada", "Ben")
    assert ties_in(network) == [("a", "b", "a", "ties", 2.5, None)]
    assert network.name == "a"
    assert network.notices == ()


def test_a_prefix_and_looks_are_read_over():
    text = (
        '<g:gexf xmlns:g="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz"><g:graph '
        'defaultedgetype="directed"><g:nodes><g:node id="a"><viz:color r="1" g="2" b="3"/>'
        '<viz:position x="0" y="0" z="0"/></g:node><g:node id="b"/></g:nodes><g:edges>'
        '<g:edge source="a" target="b"><viz:thickness value="2"/></g:edge></g:edges></g:graph>'
        "</g:gexf>"
    )

    network = network_in(text, read_gexf, "a.gexf")

    assert ties_in(network) == [("a", "b", "a", "ties", 1.0, None)]
    assert dict(network.people.attributes) == {}
    assert network.notices == ()


def test_directions_are_read_edge_by_edge():
    network = read(
        NODES + '<edges><edge source="a" target="b" kind="one way" type="directed"/>'
        '<edge source="a" target="b" kind="none"/>'
        '<edge source="b" target="a" kind="both" type="mutual"/></edges>',
        'defaultedgetype="undirected"',
    )

    assert {r.name: r.directed for r in network.all_relations} == {
        "one way": True,
        "none": False,
        "both": True,
    }
    assert sorted(ties_in(network)) == [
        ("a", "b", "a", "both", 1.0, None),
        ("a", "b", "a", "none", 1.0, None),
        ("a", "b", "a", "one way", 1.0, None),
        ("a", "b", "b", "none", 1.0, None),
        ("b", "a", "b", "both", 1.0, None),
    ]
    assert notices_in(network) == {
        "mutual-ties": "a.gexf: 1 mutual tie was read as two, one each way."
    }


def test_without_a_word_on_direction_there_is_none_and_it_is_said():
    network = read(NODES + '<edges><edge source="a" target="b"/></edges>', "")

    assert not network.all_relations[0].directed
    assert notices_in(network)["direction-assumed"] == (
        "a.gexf does not say whether 1 tie has a direction; read as without, as GEXF has it."
    )


def test_a_type_that_is_none_is_a_problem_with_its_line():
    with pytest.raises(weft.InvalidDataError) as wrong:
        read(NODES + '\n<edges>\n<edge source="a" target="b" type="sideways"/></edges>')

    assert str(wrong.value) == (
        "a.gexf, row 3, column type: found “sideways”, expected directed, undirected or mutual. "
        "Correct the type of the edge."
    )


def test_an_end_that_is_no_node_is_a_problem_with_its_line():
    with pytest.raises(weft.InvalidDataError) as wrong:
        read(NODES + '\n<edges>\n\n<edge source="a" target="c"/><edge target="a"/></edges>')

    assert [(p.kind, p.row, p.column) for p in wrong.value.problems] == [
        ("empty-cell", 4, "source"),
        ("unknown-person", 4, "target"),
    ]


def test_attributes_of_people_come_with_their_defaults():
    network = read(
        '<attributes class="node"><attribute id="0" title="team" type="string">'
        '<default>red</default></attribute><attribute id="1" title="Name" type="string"/>'
        '<attribute id="2" title="unused" type="string"/></attributes>'
        '<nodes><node id="a" label="Ada"><attvalues><attvalue for="0" value="blue"/>'
        '<attvalue for="1" value="x"/></attvalues></node><node id="b"/></nodes>'
    )

    assert network.people.names == ("Ada", "b")
    assert dict(network.people.attributes) == {
        "team": ("blue", "red"),
        "unused": (None, None),
        "Name": ("x", None),
    }


def test_without_labels_an_attribute_may_be_the_name():
    network = read(
        '<attributes class="node"><attribute id="0" title="Name"/></attributes>'
        '<nodes><node id="a"><attvalues><attvalue for="0" value="Ada"/></attvalues></node></nodes>'
    )

    assert network.people.names == ("Ada",)


def test_attributes_of_ties_get_their_roles_and_the_others_are_told():
    network = read(
        '<attributes class="edge"><attribute id="0" title="relationtype"><default>knows</default>'
        '</attribute><attribute id="1" title="Weight"/><attribute id="2" title="wave"/>'
        '<attribute id="3" title="reporter"/><attribute id="4" title="Date"/>'
        '<attribute id="5" title="colour"/><attribute id="6" title="source"/></attributes>'
        + NODES
        + '<edges><edge source="a" target="b" label="x" start="2020"><attvalues>'
        '<attvalue for="1" value="3"/><attvalue for="2" value="2"/><attvalue for="3" value="b"/>'
        '<attvalue for="4" value="2026-01-01"/><attvalue for="5" value="red"/>'
        '<attvalue for="6" value="web"/></attvalues></edge></edges>'
    )

    assert ties_in(network) == [("a", "b", "b", "knows", 3.0, "2026-01-01")]
    assert network.waves == ("2",)
    assert notices_in(network) == {
        "times-left-out": "a.gexf: 1 tie has a time besides the date; it was left out.",
        "columns-left-out": (
            "Attributes of the ties of a.gexf that were left out: “colour”, “attribute source”, "
            "“label”."
        ),
    }


def test_the_kind_is_the_relation_whatever_the_attributes_say():
    network = read(
        '<attributes class="edge"><attribute id="0" title="relation"/></attributes>'
        + NODES
        + '<edges><edge source="a" target="b" kind="trust"><attvalues>'
        '<attvalue for="0" value="x"/></attvalues></edge><edge source="b" target="a"/></edges>'
    )

    assert [tie[3] for tie in ties_in(network)] == ["trust", "ties"]
    assert "“attribute relation”" in notices_in(network)["columns-left-out"]


def test_of_two_weights_the_one_that_can_change_is_kept():
    network = read(
        '<attributes class="edge" mode="dynamic"><attribute id="weight" title="Weight"/>'
        "</attributes>" + NODES + '<edges><edge source="a" target="b" weight="1"><attvalues>'
        '<attvalue for="weight" value="1" timestamp="2004"/>'
        '<attvalue for="weight" value="2" timestamp="2005"/></attvalues></edge></edges>'
    )

    assert ties_in(network) == [("a", "b", "a", "ties", 2.0, None)]
    assert notices_in(network) == {
        "values-over-time": (
            "a.gexf: 2 values of attributes with a time; the last was kept, without it."
        ),
        "two-weights": (
            "a.gexf: 1 tie has two different weights; the one among the attributes was kept."
        ),
    }


@pytest.mark.parametrize("weight", ["0", "0.0"])
def test_a_weight_of_nothing_says_that_there_is_no_tie(weight):
    network = read(NODES + f'<edges><edge source="a" target="b" weight="{weight}"/></edges>')

    assert ties_in(network) == [("a", "b", "a", "ties", 0.0, None)]
    assert network.graph().m == 0


def test_an_infinite_weight_is_a_problem():
    with pytest.raises(weft.InvalidDataError, match="found “INF”, expected a finite number"):
        read(NODES + '<edges><edge source="a" target="b" weight="INF"/></edges>')


def test_times_become_dates_and_what_is_cut_is_told():
    network = read(
        '<nodes><node id="a" start="2019"/><node id="b"/><node id="c"/></nodes><edges>'
        '<edge source="a" target="b" start="2020" end="2021"/>'
        '<edge source="b" target="c" timestamp="2022"/>'
        '<edge source="c" target="a"><spells><spell start="2023"/><spell start="2025"/></spells>'
        "</edge></edges>",
        'mode="dynamic" defaultedgetype="directed"',
    )

    assert [tie[-1] for tie in ties_in(network)] == ["2020", "2022", "2023"]
    assert notices_in(network) == {
        "times-of-people-left-out": "a.gexf: the times of 1 person were left out.",
        "times-of-ties-cut": (
            "a.gexf: 2 ties have an end or more than one time; the first beginning was kept as the "
            "date."
        ),
    }


def test_a_slice_dates_its_ties():
    network = read(
        NODES + '<edges><edge source="a" target="b"/></edges>',
        'mode="slice" timestamp="2007" defaultedgetype="directed"',
    )

    assert ties_in(network)[0][-1] == "2007"


def test_times_in_a_time_zone_are_kept_and_the_zone_told():
    network = read(
        NODES + '<edges><edge source="a" target="b" timestamp="2012-01-12T15:00:00"/></edges>',
        'timezone="America/Los_Angeles" defaultedgetype="directed"',
    )

    assert ties_in(network)[0][-1] == "2012-01-12T15:00:00"
    assert notices_in(network)["time-zone"] == (
        "a.gexf: the times of 1 tie were kept as they are written; without a time zone of their "
        "own they are in that of America/Los_Angeles."
    )


def test_a_hierarchy_is_flattened():
    network = read(
        '<nodes><node id="a"><nodes><node id="b"/></nodes><edges>'
        '<edge source="a" target="b"/></edges></node><node id="c" pid="a"/>'
        '<node id="d"><parents><parent for="a"/></parents></node></nodes>'
    )

    assert network.people.ids == ("a", "b", "c", "d")
    assert len(ties_in(network)) == 1
    assert notices_in(network)["hierarchy-flattened"] == (
        "a.gexf: 3 people stand inside others; all were read side by side."
    )


def test_a_person_listed_twice_alike_is_one_and_otherwise_a_problem():
    declared = '<attributes class="node"><attribute id="0" title="x"/></attributes>'
    again = '<node id="a" label="A"><attvalues><attvalue for="0" value="{}"/></attvalues></node>'

    network = read(f"{declared}<nodes>{again.format(1)}{again.format(2)}</nodes>")

    assert dict(network.people.attributes) == {"x": ("2",)}
    assert notices_in(network)["people-listed-again"] == (
        "a.gexf lists people again under the same id and label 1 time; each was read as one person "
        "with the last values."
    )
    with pytest.raises(weft.InvalidDataError, match="row 2, column id: found “a”, which row 1 has"):
        read('<nodes><node id="a" label="A"/>\n<node id="a" label="B"/></nodes>')


def test_people_without_an_id_are_a_problem():
    with pytest.raises(weft.InvalidDataError, match="row 1, column id: found nothing"):
        read('<nodes><node label="A"/><node label="A"/></nodes>')


def test_edges_alone_name_their_people():
    network = read('<edges><edge source="007" target="b"/></edges>')

    assert network.people.ids == ("007", "b")


def test_further_graphs_are_told():
    text = f'<gexf><graph defaultedgetype="directed">{NODES}</graph><graph/></gexf>'

    assert notices_in(network_in(text, read_gexf, "a.gexf")) == {
        "graphs-left-out": "a.gexf holds 1 further graph, which was left out."
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<gexf><graph/></gexf>", "found a file of GEXF without nodes and edges"),
        ("<gexf/>", "begins with <gexf> and holds no graph, expected <gexf> with a <graph>"),
        ("<html><graph/></html>", "found XML that begins with <html>, expected <gexf>"),
        ("<gexf>", "line 1, column 7: found XML that is not well-formed"),
        ("<!DOCTYPE gexf><gexf/>", "found a document type"),
    ],
)
def test_what_is_no_gexf_is_refused(text, message):
    with pytest.raises(weft.WeftError, match=message):
        network_in(text, read_gexf, "a.gexf")


def test_the_caller_may_say_what_an_attribute_means():
    text = gexf(
        '<attributes class="edge"><attribute id="0" title="bond"/></attributes>'
        + NODES
        + '<edges><edge source="a" target="b"><attvalues><attvalue for="0" value="kin"/>'
        "</attvalues></edge></edges>"
    )

    network = network_in(text, read_gexf, "a.gexf", columns={"bond": "relation"})

    assert network.relations == ("kin",)


@settings(max_examples=100, deadline=None)
@given(
    text=documents(
        "gexf",
        ("graph", "attributes", "attribute", "default", "nodes", "node", "edges", "edge",
         "attvalues", "attvalue", "spells", "spell"),
        ("id", "label", "source", "target", "type", "kind", "weight", "start", "end", "timestamp",
         "intervals", "timestamps", "for", "value", "title", "class", "mode", "defaultedgetype",
         "pid", "timezone"),
        "graph",
    )
)  # fmt: skip
def test_whatever_stands_in_a_file_it_is_read_or_refused_with_a_reason(text):
    found = outcome(text, read_gexf, "a.gexf")

    if isinstance(found, weft.Network):
        assert len(found.people) > 0
    else:
        assert "a.gexf" in str(found)
        assert "expected" in str(found)


@st.composite
def graphs(draw):
    kind = draw(st.sampled_from([nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph]))
    graph = kind()
    for node in range(draw(st.integers(1, 6))):
        graph.add_node(f"n{node}", label=draw(st.sampled_from(["x", "é<&>", "a b"])), age=node)
    pairs = st.tuples(st.sampled_from(list(graph)), st.sampled_from(list(graph)))
    for source, target in draw(st.lists(pairs, unique_by=frozenset, max_size=8)):
        if source != target:
            graph.add_edge(source, target, weight=draw(st.integers(1, 9)))
    return graph


@settings(max_examples=60, deadline=None)
@given(graph=graphs(), version=st.sampled_from(["1.1draft", "1.2draft", "1.3"]))
def test_what_networkx_writes_is_read_alike(graph, version):
    text = "\n".join(nx.generate_gexf(graph, version=version))

    network = network_in(text, read_gexf, "a.gexf")

    assert network.people.ids == tuple(graph)
    assert network.people.names == tuple(label for _, label in graph.nodes(data="label"))
    assert network.people.attributes["age"] == tuple(str(age) for _, age in graph.nodes(data="age"))
    expected = {(a, b, a, "ties", float(w), None) for a, b, w in graph.edges(data="weight")}
    if not graph.is_directed():
        expected |= {(a, b, b, relation, w, d) for a, b, _, relation, w, d in expected}
    assert set(ties_in(network)) == expected
