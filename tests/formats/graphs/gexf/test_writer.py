"""Writing GEXF: the file as a whole, the rules of the format, and what networkx reads in it."""

import io

import networkx as nx
import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings

import weft
from tests.formats.graphs.as_network import network_in
from tests.formats.same import content_of, networks
from weft.formats.carrying import reduced
from weft.formats.graphs.gexf.declaration import GEXF
from weft.formats.graphs.gexf.reader import read_gexf
from weft.formats.graphs.gexf.writer import write_gexf
from weft.formats.roles.edges import edges_of

NS = "{http://gexf.net/1.3}"
NODE_ATTRIBUTES = {"id", "label", "pid", "start", "end", "intervals", "timestamp", "timestamps"}
EDGE_ATTRIBUTES = {"id", "source", "target", "type", "label", "kind", "weight", "start", "end",
                   "intervals", "timestamp", "timestamps"}  # fmt: skip


def written(network):
    left, _ = reduced(network, GEXF.carries, GEXF.title)
    return write_gexf(left).data


def check_the_rules(data):
    """Check a file against the schema of GEXF 1.3, as reference/formats.md section 5 tells it."""
    root = fromstring(data)
    assert (root.tag, root.get("version")) == (f"{NS}gexf", "1.3")
    assert [child.tag for child in root] == [f"{NS}meta", f"{NS}graph"]
    assert {child.tag for child in root[0]} <= {
        f"{NS}creator",
        f"{NS}keywords",
        f"{NS}description",
    }
    graph = root[1]
    assert graph.get("mode") in {"static", "dynamic"}
    assert graph.get("defaultedgetype") in {"directed", "undirected", "mutual"}
    assert (graph.get("timerepresentation") is None) == (graph.get("mode") == "static")
    tags = [child.tag.removeprefix(NS) for child in graph]
    assert tags[-2:] == ["nodes", "edges"]
    assert set(tags[:-2]) <= {"attributes"}
    declared = {}
    for block in graph[:-2]:
        assert block.get("class") in {"node", "edge"}
        assert block.get("class") not in declared
        assert all(set(one.attrib) == {"id", "title", "type"} for one in block)
        assert {one.get("type") for one in block} <= {"string"}
        declared[block.get("class")] = [one.get("id") for one in block]
        assert len(set(declared[block.get("class")])) == len(block)
    for of, elements, known in (
        ("node", graph[-2], NODE_ATTRIBUTES),
        ("edge", graph[-1], EDGE_ATTRIBUTES),
    ):
        assert int(elements.get("count")) == len(elements)
        ids = [element.get("id") for element in elements]
        assert len(set(ids)) == len(ids)
        for element in elements:
            assert set(element.attrib) <= known
            assert [child.tag for child in element] in ([], [f"{NS}attvalues"])
            values = [value.attrib for within in element for value in within]
            assert all(set(value) == {"for", "value"} for value in values)
            assert {value["for"] for value in values} <= set(declared.get(of, ()))
    people = {node.get("id") for node in graph[-2]}
    for edge in graph[-1]:
        assert {edge.get("source"), edge.get("target")} <= people
        assert float(edge.get("weight")) >= 0
        assert edge.get("type") in {"directed", "undirected"}


def test_the_file_as_a_whole():
    ties = {
        "source": ["ana", "bo"],
        "target": ["bo", "cy"],
        "relation": ["trusts", "works_with"],
        "weight": ["2.5", "1"],
        "wave": ["1", "2"],
        "reporter": ["ana", "cy"],
        "date": ["2026-01-02", "2026-03-04"],
    }
    people = {
        "id": ["ana", "bo", "cy"],
        "name": ["Ana “A” <x>", "", ""],
        "steward": ["yes", "", ""],
        "responded:2": ["", "no", ""],
        "invited": ["yes", "yes", "no"],
        "team": ["a & b", "", "c\nd"],
    }

    assert written(weft.read(ties, people)).decode() == (
        """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
  <meta>
    <creator>Weft</creator>
  </meta>
  <graph mode="dynamic" timerepresentation="timestamp" timeformat="date" \
defaultedgetype="directed" idtype="string">
    <attributes class="node" mode="static">
      <attribute id="0" title="steward" type="string"/>
      <attribute id="1" title="responded:2" type="string"/>
      <attribute id="2" title="invited" type="string"/>
      <attribute id="3" title="team" type="string"/>
    </attributes>
    <attributes class="edge" mode="static">
      <attribute id="0" title="wave" type="string"/>
      <attribute id="1" title="reporter" type="string"/>
      <attribute id="2" title="date" type="string"/>
    </attributes>
    <nodes count="3">
      <node id="ana" label="Ana “A” &lt;x&gt;">
        <attvalues>
          <attvalue for="0" value="yes"/>
          <attvalue for="2" value="yes"/>
          <attvalue for="3" value="a &amp; b"/>
        </attvalues>
      </node>
      <node id="bo" label="bo">
        <attvalues>
          <attvalue for="0" value="no"/>
          <attvalue for="1" value="no"/>
          <attvalue for="2" value="yes"/>
        </attvalues>
      </node>
      <node id="cy" label="cy">
        <attvalues>
          <attvalue for="0" value="no"/>
          <attvalue for="2" value="no"/>
          <attvalue for="3" value="c&#10;d"/>
        </attvalues>
      </node>
    </nodes>
    <edges count="2">
      <edge id="0" source="ana" target="bo" type="directed" kind="trusts" weight="2.5" \
timestamp="2026-01-02">
        <attvalues>
          <attvalue for="0" value="1"/>
          <attvalue for="2" value="2026-01-02"/>
        </attvalues>
      </edge>
      <edge id="1" source="bo" target="cy" type="undirected" kind="works_with" weight="1" \
timestamp="2026-03-04">
        <attvalues>
          <attvalue for="0" value="2"/>
          <attvalue for="1" value="cy"/>
          <attvalue for="2" value="2026-03-04"/>
        </attvalues>
      </edge>
    </edges>
  </graph>
</gexf>
"""
    )


@pytest.mark.parametrize(
    ("dates", "mode"),
    [
        (["2026-01-02", "2026-03-04"], "dynamic"),
        (["2026-01-02", ""], "static"),
        (["2026-01-02", "2026"], "static"),
        (["2026-01-02", "2026-02-30"], "static"),
        (["", ""], "static"),
    ],
)
def test_there_is_a_timeline_where_every_report_has_a_day(dates, mode):
    network = weft.read({"source": ["a", "b"], "target": ["b", "c"], "date": dates})

    graph = fromstring(written(network))[1]

    assert graph.get("mode") == mode
    assert [edge.get("timestamp") for edge in graph[-1]] == (
        dates if mode == "dynamic" else [None, None]
    )


def test_ties_without_direction_alone_make_that_the_default():
    network = weft.read([("a", "b", "works_with", 1)])

    assert fromstring(written(network))[1].get("defaultedgetype") == "undirected"


def test_a_network_of_people_alone_is_written_and_read():
    network = network_in(
        '<gexf><graph><nodes><node id="a"/></nodes></graph></gexf>', read_gexf, "n"
    )

    check_the_rules(written(network))
    assert network_in(written(network), read_gexf, "n").people.ids == ("a",)


def test_a_control_character_is_refused():
    network = weft.read([("a", "b\x02", "trusts", 1)])

    with pytest.raises(weft.WeftError, match="The id of “b\\\\x02” has the control character"):
        written(network)


@settings(max_examples=100, deadline=None)
@given(network=networks())
def test_written_files_keep_the_rules_and_come_back(network):
    left, _ = reduced(network, GEXF.carries, GEXF.title)
    data = write_gexf(left).data

    check_the_rules(data)
    assert content_of(network_in(data, read_gexf, "network")) == content_of(left)


@settings(max_examples=50, deadline=None)
@given(network=networks(relations=("trusts",)))
def test_networkx_reads_the_same_nodes_edges_and_weights(network):
    left, _ = reduced(network, GEXF.carries, GEXF.title)
    edges = edges_of(left)

    graph = nx.read_gexf(io.BytesIO(write_gexf(left).data), version="1.3")

    assert list(graph) == list(left.people.ids)
    assert [label for _, label in graph.nodes(data="label")] == list(left.people.names)
    ours = [
        (*((a, b) if edges.directed[0] else sorted((a, b))), w)
        for a, b, w in zip(edges.source, edges.target, edges.more["weight"], strict=True)
    ]
    theirs = [
        (*((a, b) if graph.is_directed() else sorted((a, b))), w)
        for a, b, w in graph.edges(data="weight")
    ]
    assert sorted(theirs) == sorted(ours)
