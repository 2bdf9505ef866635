"""Graphs, frames and plain Python values give the network that a file would give."""

import io
import subprocess
import sys

import networkx as nx
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import weft
from weft.formats import as_network
from weft.network import load_igraph

COLUMNS = {"From": ["1", "2", "1"], "To": ["2", "1", "3"], "Strength": [2, 1, 4]}


def ties_of(network, **which):
    ids, graph = network.people.ids, network.graph(**which)
    ends = zip(graph.source, graph.target, graph.weight, strict=True)
    return [(ids[s], ids[t], float(w)) for s, t, w in ends]


FRAMES = {
    "mapping": lambda: COLUMNS,
    "arrays": lambda: {k: np.array(v) for k, v in COLUMNS.items()},
    "pandas": lambda: pd.DataFrame(COLUMNS),
    "pandas with numbers": lambda: pd.DataFrame(COLUMNS).astype({"From": int, "To": float}),
    "pandas with categories": lambda: pd.DataFrame(COLUMNS).astype({"From": "category"}),
    "pandas with values of several kinds": lambda: pd.DataFrame({**COLUMNS, "From": [1, "2", 1]}),
    "polars": lambda: pl.DataFrame(COLUMNS),
    "polars, lazy": lambda: pl.LazyFrame(COLUMNS),
    "pyarrow": lambda: pa.table(COLUMNS),
    "pyarrow, coded": lambda: pa.table([pa.array(v).dictionary_encode() for v in COLUMNS.values()],
                                       names=list(COLUMNS)),
    "stream": lambda: io.BytesIO(b"From,To,Strength\n1,2,2\n2,1,1\n1,3,4\n"),
    "text stream": lambda: io.StringIO("From,To,Strength\n1,2,2\n2,1,1\n1,3,4\n"),
}  # fmt: skip


@pytest.mark.parametrize("kind", FRAMES)
def test_every_kind_of_table_gives_the_same_network(kind):
    network = weft.read(FRAMES[kind]())

    assert ties_of(network) == [("1", "2", 2.0), ("1", "3", 4.0), ("2", "1", 1.0)]
    assert (network.name, network.notices) == ("network", ())


def test_a_parquet_file_gives_the_same_network(tmp_path):
    path = tmp_path / "answers.parquet"
    table = pa.table({**COLUMNS, "Strength": [2.0, None, 4.0], "tags": [["x"], [], None]})
    pq.write_table(table, path)

    network = weft.read(path)

    assert ties_of(network) == [("1", "2", 2.0), ("1", "3", 4.0), ("2", "1", 1.0)]
    assert network.name == "answers"
    assert [n.text for n in network.notices] == [
        f"Columns of {path} that hold no plain values were left out: “tags”."
    ]


def test_a_list_of_ties_may_say_relation_weight_and_wave():
    network = weft.read([("a", "b"), ("b", "a", "trusts", 2, 3), ("a", "c", None, 4)])

    assert (network.relations, network.waves) == (("ties", "trusts"), ("1", "3"))
    assert ties_of(network, relation="ties", wave=1) == [("a", "b", 1.0), ("a", "c", 4.0)]
    assert ties_of(network, relation="trusts", wave=3) == [("b", "a", 2.0)]


def test_people_may_be_a_frame_a_mapping_or_a_list():
    ids = ["a", "b", "c"]
    table = {"id": ids, "team": ["x", None, "y"], "responded": [True, False, None]}

    for people in (table, pd.DataFrame(table), pl.DataFrame(table), pa.table(table)):
        found = weft.read([("a", "b")], people).people
        assert found.ids == ("a", "b", "c")
        assert found.attributes == {"team": ("x", None, "y")}
        assert found.responded[""].tolist() == [1, 0, -1]
    assert weft.read([("a", "b")], ids).people.ids == ("a", "b", "c")


def test_a_directed_networkx_graph_keeps_people_attributes_and_isolates():
    graph = nx.DiGraph(name="Ours")
    graph.add_node(1, team="x", name="Ada")
    graph.add_node("b", age=3)
    graph.add_node("alone", id=7)
    graph.add_edge(1, "b", weight=2, relation="trusts", wave=2, colour="red")

    network = weft.read(graph)

    assert network.name == "Ours"
    assert network.people.ids == ("1", "b", "alone")
    assert network.people.names == ("Ada", "b", "alone")
    assert network.people.attributes == {"team": ("x", None, None), "age": (None, "3", None)}
    assert (network.relations, network.waves) == (("trusts",), ("2",))
    assert ties_of(network) == [("1", "b", 2.0)]
    assert [n.text for n in network.notices] == [
        "Attributes of the ties of the networkx graph that were left out: “colour”."
    ]


@pytest.mark.parametrize("turned", [False, True])
def test_an_undirected_graph_counts_each_tie_as_said_by_both(turned):
    pairs = [("a", "b"), ("b", "c")]
    graph = nx.Graph([pair[::-1] for pair in pairs] if turned else pairs)
    graph.add_node("alone")

    network = weft.read(graph)
    compiled = network.graph(view="both")

    assert not compiled.directed
    answered = dict(zip(network.people.ids, compiled.answered.tolist(), strict=True))
    assert answered == {"a": True, "b": True, "c": True, "alone": False}
    assert {frozenset(tie[:2]) for tie in ties_of(network)} == {frozenset("ab"), frozenset("bc")}


def test_a_multigraph_keeps_one_relation_apart_from_another():
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", relation="trusts", weight=1)
    graph.add_edge("a", "b", relation="helps", weight=2)

    network = weft.read(graph)

    assert ties_of(network, relation="trusts") == [("a", "b", 1.0)]
    assert ties_of(network, relation="helps") == [("a", "b", 2.0)]


def test_an_igraph_graph_is_read_by_name_or_position():
    igraph = load_igraph()
    named = igraph.Graph(n=3, edges=[(0, 1), (1, 0)], directed=True)
    named.vs["name"], named.vs["team"], named.es["weight"] = (
        ["a", "b", "c"],
        ["x", None, "y"],
        [3, 2],
    )
    plain = igraph.Graph(n=3, edges=[(0, 1)])

    network = weft.read(named)
    assert network.people.ids == ("a", "b", "c")
    assert network.people.attributes == {"team": ("x", None, "y")}
    assert ties_of(network) == [("a", "b", 3.0), ("b", "a", 2.0)]
    assert weft.read(plain).people.ids == ("0", "1", "2")
    assert not weft.read(plain).graph().directed


def test_networkx_and_igraph_give_the_same_network():
    graph = nx.gnp_random_graph(30, 0.1, seed=5, directed=True)

    by_networkx = weft.read(graph)
    by_igraph = weft.read(load_igraph().Graph(n=30, edges=list(graph.edges), directed=True))

    assert ties_of(by_networkx) == ties_of(by_igraph)
    assert ties_of(by_networkx) == sorted(
        ((str(a), str(b), 1.0) for a, b in graph.edges), key=lambda tie: (int(tie[0]), int(tie[1]))
    )


def test_options_say_direction_scale_answers_and_stewards():
    network = weft.read(
        [("a", "b", "meets", 2), ("b", "a", "trusts", 4)],
        undirected=["meets"],
        scales={"trusts": (1, 4)},
        everyone_answered=True,
        stewards=["b"],
    )

    assert network.all_relations == (
        weft.Relation(name="meets", directed=False),
        weft.Relation(name="trusts", scale=(1, 4)),
    )
    assert network.stewards == ("b",)
    assert network.coverage()[0]["answered"] == 2


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"scales": {"ties": (1, 2, 3)}},
            (
                "The scale of ties is given by 3 numbers; expected two, the least and the greatest "
                "value, such as (0, 4)."
            ),
        ),
        (
            {"relations": [weft.Relation(name="ties")], "undirected": ["ties"]},
            (
                "The relation ties is declared by relations and again by undirected or scales; "
                "expected one of the two."
            ),
        ),
    ],
)
def test_options_that_cannot_be_meant_are_refused(options, message):
    with pytest.raises(weft.InvalidRequestError) as caught:
        weft.read([("a", "b")], **options)

    assert str(caught.value) == message


def test_a_network_is_returned_as_it_is_unless_an_option_changes_it():
    network = weft.read([("a", "b"), ("b", "a")])

    assert weft.read(network) is network
    assert as_network(network) is network
    changed = weft.read(network, undirected=["ties"], everyone_answered=True, name="Ours")
    assert (changed.name, changed.graph().m, network.graph().m) == ("Ours", 1, 2)
    with pytest.raises(weft.UnknownNameError):
        weft.read(network, undirected=["trusts"])
    with pytest.raises(weft.InvalidRequestError):
        weft.read(network, people=["a", "b", "c"])


@pytest.mark.parametrize(("rule", "value"), [(None, 3), ("largest", 3), ("sum", 5)])
def test_what_is_said_each_way_is_one_report_where_the_direction_is_said_after(rule, value):
    rows = {"source": ["a", "b"], "target": ["b", "a"], "weight": [2, 3], "reporter": ["a", "a"]}
    late = weft.read(weft.read(rows), undirected=["ties"], repeats=rule)

    at_once = weft.read(rows, undirected=["ties"], repeats=rule)
    assert late.reports.value.tolist() == at_once.reports.value.tolist() == [value]
    assert late.notices == at_once.notices


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (3, "Found a source of type int; expected a path, a list of paths, a Network"),
        ([("a",)], r"Tie 1 of the list is \('a',\); expected \(source, target\)"),
        ({"source": ["a"], "target": ["b", "c"]}, "The columns have different lengths"),
    ],
)
def test_what_holds_no_network_is_refused(source, message):
    with pytest.raises(weft.InvalidRequestError, match=message):
        weft.read(source)


def test_an_empty_list_has_no_ties_unless_there_are_people():
    assert [p.kind for p in weft.check([])] == ["empty"]
    assert len(weft.read([], people=["a", "b"])) == 2


def test_reading_a_file_imports_no_package_of_other_sources(tmp_path):
    path = tmp_path / "ties.csv"
    path.write_text("source,target\na,b\n")
    script = (
        "import sys, weft\n"
        f"weft.read({str(path)!r})\n"
        "others = {'polars', 'networkx', 'igraph', 'narwhals', 'scipy'}\n"
        "print(sorted(others & set(sys.modules)))"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"


def test_a_key_for_something_that_has_no_accounts_is_refused(tmp_path):
    (tmp_path / "ties.csv").write_text("source,target\na,b\n")

    for source, title in ((tmp_path / "ties.csv", "CSV"), ([("a", "b")], "a table or graph")):
        with pytest.raises(
            weft.InvalidRequestError, match=f"were given for {title}.*, where people stand"
        ):
            weft.read(source, key={"a@example.org": "a"})
