"""GML files are recognised and written, and read as networkx and igraph do."""

import warnings
from dataclasses import replace

import hypothesis.strategies as st
import igraph
import networkx as nx
import pytest
from hypothesis import given, settings

import weft
from tests.formats.graphs.reading import read, said
from tests.formats.same import content_of, networks
from weft.formats.carrying import reduced
from weft.formats.files.file import File
from weft.formats.graphs.gml.declaration import GML
from weft.formats.graphs.gml.writer import write_gml


@pytest.mark.parametrize(
    "text",
    [
        "graph [ ]",
        '# a comment\nCreator "Mark Newman on Fri"\nVersion 2.0\ngraph\n[',
        "\ufeffgraph\t[\n",
        "Creator yFiles\ngraph [",
    ],
)
def test_a_graph_after_comments_and_plain_values_is_gml(text):
    assert GML.recognises(File("x", content=text.encode())) == ("yFiles" not in text)


@pytest.mark.parametrize(
    "text",
    ["graph { a -- b }", "digraph [", "source,target\na,b", "<graph []", "", '{"graph": [1]}'],
)
def test_other_files_are_not_claimed(text):
    assert not GML.recognises(File("x.gml", content=text.encode()))


def test_folders_and_binary_files_are_not_claimed(tmp_path):
    assert not GML.recognises(File(str(tmp_path), tmp_path))
    assert not GML.recognises(File("x.gml", content=b"graph [ " + bytes(range(32)) * 9))


def test_utf_16_is_read():
    text = 'graph [ node [ id 1 label "Zoë" ] node [ id 2 ] edge [ source 1 target 2 ] ]'

    assert read(text.encode("utf-16")).people.names == ("Zoë", "2")


def test_relations_with_and_without_direction_stand_in_one_directed_graph():
    network = weft.read(
        {
            "source": ["a", "a", "b", "a"],
            "target": ["b", "b", "a", "c"],
            "relation": ["trusts", "works_with", "works_with", "works_with"],
            "weight": ["2.5", "1", "1", "0"],
            "reporter": ["a", "a", "b", "c"],
        },
        {"id": ["a", "b", "c"], "name": ["Ann", None, "Zoë"], "team (now)": ["1", None, "2"]},
    )

    written = write_gml(network)

    assert written.data.decode("ascii") == (
        'Creator "Weft"\ngraph [\n  directed 1\n  multigraph 1\n  weft [\n'
        '    relation [ name "trusts" directed 1 ]\n'
        '    relation [ name "works_with" directed 0 ]\n'
        '    attribute [ key "teamnow" name "team (now)" ]\n  ]\n'
        '  node [\n    id 0\n    label "Ann"\n    weftid "a"\n    teamnow 1\n  ]\n'
        '  node [\n    id 1\n    label "b"\n    weftid "b"\n  ]\n'
        '  node [\n    id 2\n    label "Zo&#235;"\n    weftid "c"\n    teamnow 2\n  ]\n'
        '  edge [\n    source 0\n    target 1\n    weight 2.5\n    relation "trusts"\n  ]\n'
        '  edge [\n    source 0\n    target 1\n    weight 1\n    relation "works_with"\n  ]\n'
        '  edge [\n    source 1\n    target 0\n    weight 1\n    relation "works_with"\n  ]\n'
        '  edge [\n    source 0\n    target 2\n    weight 0\n    relation "works_with"\n'
        '    reporter "c"\n  ]\n]\n'
    )
    assert said(written) == {
        "zeros-written": "1 reports that there is no tie are edges of the weight 0, which other "
        "programs count as edges."
    }
    assert content_of(read(written.data)) == content_of(network)


def test_names_that_repeat_are_written_beside_labels():
    people = {"id": ["a", "b"], "name": ["Ann", "Ann"]}
    network = weft.read({"source": ["a"], "target": ["b"]}, people)

    data = write_gml(network).data

    assert b'label "a"\n    weftid "a"\n    name "Ann"' in data
    assert read(data).people.names == ("Ann", "Ann")


def test_attributes_of_any_name_come_back():
    names = [
        "id",
        "ID",
        "name",
        "label",
        "responded",
        "1st",
        "a b",
        "a_b",
        "graphics",
        "年",
        "weft",
    ]
    network = weft.read({"source": ["a"], "target": ["b"]}, ["a", "b"])
    attributes = {name: (f"{i}", None) for i, name in enumerate(names)}
    attributes["float"] = ("1.50", "x")
    network = with_attributes(network, attributes)

    assert dict(read(write_gml(network).data).people.attributes) == attributes


def with_attributes(network, attributes):
    return replace(network, people=replace(network.people, attributes=attributes))


def read_by_igraph(path):
    """Return what igraph reads; it warns of signs and lists that it leaves as they are."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # raised within igraph, a warning ends the process
        return igraph.Graph.Read_GML(str(path))


@settings(max_examples=60, deadline=None)
@given(network=networks())
def test_networkx_and_igraph_read_what_is_written(network, tmp_path_factory):
    expected, _ = reduced(network, GML.carries, "GML")
    path = tmp_path_factory.mktemp("gml") / "a.gml"
    path.write_bytes(write_gml(expected).data)

    theirs = nx.read_gml(path, label="weftid")
    other = read_by_igraph(path)

    assert list(theirs.nodes) == list(expected.people.ids)
    assert theirs.number_of_edges() == other.ecount()
    assert theirs.is_directed() == other.is_directed()
    assert other.vcount() == len(expected.people)
    assert sum(other.es["weight"]) == pytest.approx(
        sum(weight for _, _, weight in theirs.edges(data="weight"))
    )
    nx.read_gml(path)  # labels differ from each other, as networkx wants them


TEXT = st.sampled_from(["Ana", 'the "elder"', "R&D", "Zoë", "007", "名前", "a # b", "[x]"])


@st.composite
def graphs(draw):
    """Draw a networkx graph with attributes, perhaps directed, perhaps with parallel edges."""
    kind = draw(st.sampled_from([nx.Graph, nx.DiGraph, nx.MultiDiGraph]))
    graph = kind()
    nodes = draw(st.lists(TEXT, unique=True, min_size=2))
    for node in nodes:
        graph.add_node(node, team=draw(TEXT), age=draw(st.integers(0, 99) | st.just(2.5)))
    ends = st.sampled_from(nodes)
    for a, b in draw(st.lists(st.tuples(ends, ends).filter(lambda e: e[0] != e[1]), min_size=1)):
        graph.add_edge(a, b, weight=draw(st.integers(0, 5) | st.sampled_from([0.25, 1e-7])))
    return graph


def edges_of(graph):
    """Return the largest weight of each pair, in the order of the ends where they have none."""
    largest = {}
    for a, b, weight in graph.edges(data="weight"):
        pair = (str(a), str(b)) if graph.is_directed() else tuple(sorted((str(a), str(b))))
        largest[pair] = max(largest.get(pair, 0), weight)
    return largest


@settings(max_examples=100, deadline=None)
@given(graph=graphs())
def test_what_networkx_writes_is_read_as_networkx_reads_it(graph):
    text = "\n".join(nx.generate_gml(graph))
    theirs = nx.parse_gml(text, label="id")

    ours = read(text)

    assert sorted(ours.people.ids) == sorted(str(node) for node in theirs.nodes)
    assert dict(zip(ours.people.ids, ours.people.names, strict=True)) == {
        str(node): label for node, label in theirs.nodes(data="label")
    }
    found = {}
    for i in range(len(ours.reports)):
        ends = ours.people.ids[ours.reports.source[i]], ours.people.ids[ours.reports.target[i]]
        pair = ends if theirs.is_directed() else tuple(sorted(ends))
        found[pair] = float(ours.reports.value[i])
    assert found == edges_of(theirs)
    assert ours.people.attributes["team"] == tuple(
        str(team) for _, team in theirs.nodes(data="team")
    )


@settings(max_examples=50, deadline=None)
@given(graph=graphs())
def test_what_igraph_writes_is_read_as_igraph_reads_it(graph, tmp_path_factory):
    path = tmp_path_factory.mktemp("gml") / "a.gml"
    igraph.Graph.from_networkx(graph).write_gml(str(path))
    theirs = read_by_igraph(path)

    ours = weft.read(path)

    assert len(ours.people) == theirs.vcount()
    assert ours.people.attributes["team"] == tuple(theirs.vs["team"])
    assert {r.directed for r in ours.all_relations} == {theirs.is_directed()}
    assert max(ours.reports.value) == max(theirs.es["weight"])
