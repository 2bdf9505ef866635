"""Attributes with names that mean something else in a table of people, and free names."""

from weft.formats.graphs.attributes import free_name, with_attributes
from weft.formats.roles.edges import tables_of_edges
from weft.network import build


def tables(people):
    edges = {"source": ["a"], "target": ["b"]}
    return tables_of_edges("x", name="x", people=people, edges=edges, directed=None)


def test_attributes_keep_their_names_whatever_these_mean_elsewhere():
    attributes = {"id": ["1", None], "steward": ["yes", "x"], "responded": [2, 3], "team": "ab"}
    read = with_attributes(tables({"id": ["a", "b"], "team": ["u", "v"]}), attributes)

    people = build(read.ties, read.people).people

    assert people.attributes == {
        "id": ("1", None),
        "steward": ("yes", "x"),
        "responded": ("2", "3"),
        "team": ("a", "b"),
    }
    assert not people.steward.any()
    assert people.responded == {}


def test_without_people_or_attributes_nothing_changes():
    nobody, somebody = tables(None), tables({"id": ["a", "b"]})

    assert with_attributes(nobody, {"x": ["1"]}) is nobody
    assert with_attributes(somebody, {}) is somebody


def test_a_name_that_is_taken_gets_the_next_number():
    assert [free_name("a", taken) for taken in ({}, {"a": 1}, {"a": 1, "a (2)": 1})] == [
        "a",
        "a (2)",
        "a (3)",
    ]


def test_the_ten_thousandth_of_one_name_is_named_in_few_steps():
    asked = []

    class Taken(dict):
        def __contains__(self, name):
            asked.append(name)
            return super().__contains__(name)

    taken = Taken.fromkeys(["a", *(f"a ({i})" for i in range(2, 10_001))])

    assert free_name("a", taken) == "a (10001)"
    assert len(asked) < 40
