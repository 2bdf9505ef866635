"""A network as edges, and edges as a network: what goes out one way comes in the other."""

import pytest
from hypothesis import given, settings

import weft
from tests.formats.same import content_of, networks
from weft.formats.carrying import CAN_CARRY, reduced
from weft.formats.roles.edges import edges_of, tables_of_edges
from weft.network import build

EVERYTHING = frozenset(CAN_CARRY) - {"scales", "empty", "declarations"}


def read_back(network):
    edges, people = edges_of(network), network.people
    tables = tables_of_edges(
        "edges",
        name=network.name,
        people={"id": people.ids, "name": people.names, **people.attributes},
        edges={"source": edges.source, "target": edges.target, **edges.more},
        directed=edges.directed,
    )
    return build(tables.ties, tables.people, of_source=tables.relations)


@settings(max_examples=200, deadline=None)
@given(network=networks())
def test_edges_give_back_the_reports(network):
    expected, _ = reduced(network, EVERYTHING, "edges")

    assert content_of(read_back(expected)) == content_of(expected)


@settings(max_examples=200, deadline=None)
@given(network=networks())
def test_without_reporters_the_ties_are_left(network):
    expected, _ = reduced(network, EVERYTHING - {"reporters"}, "edges")

    assert "reporter" not in edges_of(expected).more
    assert content_of(read_back(expected)) == content_of(expected)
    for relation in set(expected.relations) & set(network.relations):
        for wave in expected.waves:
            assert expected.graph(relation, wave).m == network.graph(relation, wave).m


def test_a_tie_without_direction_that_both_ends_report_alike_is_one_edge():
    network = weft.read(
        {
            "source": ["a", "b", "a"],
            "target": ["b", "a", "c"],
            "relation": ["works_with"] * 3,
            "weight": ["2", "2", "1"],
        }
    )

    edges = edges_of(network)

    assert (edges.source, edges.target, edges.directed) == (["a", "a"], ["b", "c"], [False, False])
    assert edges.more == {
        "weight": [2.0, 1.0],
        "relation": ["works_with", "works_with"],
        "reporter": [None, "a"],
    }


def test_an_edge_without_direction_among_others_with_one_is_two_ties():
    tables = tables_of_edges(
        "edges",
        name="n",
        people=None,
        edges={"source": ["a", "b"], "target": ["b", "c"]},
        directed=[True, False],
    )

    network = build(tables.ties, tables.people, of_source=tables.relations)

    assert [row[:3] for row in content_of(network)["reports"]] == [
        ("a", "b", "a"),
        ("b", "c", "b"),
        ("c", "b", "c"),
    ]
    assert [notice.kind for notice in tables.notices] == ["mixed-direction"]


def test_what_is_called_nearly_like_an_id_or_a_name_is_an_attribute():
    tables = tables_of_edges(
        "edges",
        name="n",
        people={"id": ["a"], "name": ["Ana"], "ID": ["7"], "Name": ["x"], "label": ["y"]},
        edges={"source": [], "target": []},
        directed=True,
    )

    people = build(tables.ties, tables.people).people

    assert (people.ids, people.names) == (("a",), ("Ana",))
    assert dict(people.attributes) == {"ID": ("7",), "Name": ("x",), "label": ("y",)}


def test_people_of_too_many_attributes_are_refused():
    people = {"id": ["a", "b"]} | {f"c{i}": ["x", "y"] for i in range(6_000)}

    with pytest.raises(weft.InvalidDataError) as refused:
        tables_of_edges(
            "a.xml",
            name="a",
            people=people,
            edges={"source": ["a"], "target": ["b"]},
            directed=True,
        )

    assert str(refused.value) == (
        "a.xml: found 6,001 different attributes, expected 5,000 at most. Export the file again "
        "with fewer attributes."
    )
