"""Gephi's two tables."""

import pytest
from hypothesis import HealthCheck, given, settings

import weft
from tests.formats.same import content_of, networks
from weft.formats.carrying import reduced
from weft.formats.files.file import opened
from weft.formats.plain.gephi import GEPHI
from weft.formats.registry import format_of
from weft.formats.writing import PEOPLE_TABLE

EDGES = """\
Source,Target,Type,Kind,Id,Label,timeset,Weight
a,b,Directed,trusts,0,,,2
b,c,undirected,knows,1,,,1
b,a,Undirected,trusts,2,,,3
"""


@pytest.fixture
def file(tmp_path):
    def write(text, name="edges.csv"):
        path = tmp_path / name
        path.write_text(text)
        return path

    return write


def test_kind_is_the_relation_and_type_the_direction_of_each_row(file):
    path = file(EDGES)

    assert format_of(opened(path)).name == "gephi"
    network = weft.read(path)
    assert [(r.name, r.directed) for r in network.all_relations] == [
        ("trusts", True),
        ("knows", False),
    ]
    ids, trust = network.people.ids, network.relation("trusts").reports
    assert [(ids[s], ids[t]) for s, t in zip(trust.source, trust.target, strict=True)] == [
        ("a", "b"),
        ("b", "a"),
    ]
    assert trust.value.tolist() == [3, 3]
    assert {n.kind for n in network.notices} == {"columns-left-out", "mixed-direction", "repeats"}


def test_headings_of_any_case_and_spaces_between_cells_are_read(file):
    path = file(
        'source TARGET type timeset\nFred Alice Directed "[2016-02-03, 2016-02-04]"\n'
        'Dirk Fred Directed "[-Infinity, 2016-02-04]"\n'
        'Ada Fred Directed "<[2013.5, 2014.0]; [2015.0, 2016.0]>"\n'
    )

    network = weft.read(path)

    assert network.people.ids == ("Fred", "Dirk", "Ada", "Alice")
    assert list(network.reports.date) == ["2016-02-03", None, "2013.5"]
    assert [n.text for n in network.notices] == [
        (
            f"2 ties of {path} hold from one time to another (timeset); each was read as one tie, "
            "with the first time as its date."
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Source,Target,Type\na,b,trusts\n",
        "Source,Target,Weight\na,b,1\n",
        "From,To,Type\na,b,directed\n",
    ],
)
def test_other_tables_are_not_taken_for_those_of_gephi(file, text):
    assert format_of(opened(file(text))).name == "csv"


def test_a_table_without_edges_is_empty_and_says_so(file):
    path = file("Source,Target,Type,Weight\n")

    network = weft.read(path, format="gephi")

    assert len(network) == 0
    assert [n.text for n in network.notices] == [f"{path} holds no edges."]


def test_nodes_alone_are_refused_with_the_way(file):
    path = file("Id,Label,timeset\na,Ada,\n")

    assert str(weft.check(path)[0]) == (
        f"{path}, row 1: found the columns of a table of people (“Id”, “Label”, “timeset”), "
        "expected a table of ties, with the columns “source” and “target”. Give the ties too, and "
        "this table with --people (in Python people=...). If it holds ties, name the columns of "
        "their two ends “source” and “target”."
    )


def test_the_two_tables_are_written_as_gephi_reads_them(tmp_path):
    network = weft.read(
        [("a", "b", "trusts", 2), ("b", "c", "works_with", 1)],
        people={"id": ["a", "b", "c", "d"], "name": ["Ada", "Ben", "Cem, Dr.", "Dee"]},
    )

    weft.write(network, tmp_path / "e.csv", people=tmp_path / "n.csv", format="gephi")

    assert (tmp_path / "e.csv").read_bytes() == (
        b"Source,Target,Type,Kind,Weight\na,b,Directed,trusts,2\nb,c,Undirected,works_with,1\n"
    )
    assert (tmp_path / "n.csv").read_bytes() == (b'Id,Label\na,Ada\nb,Ben\nc,"Cem, Dr."\nd,Dee\n')


def test_both_tables_together_give_people_back_too(tmp_path):
    edges, nodes = tmp_path / "e.csv", tmp_path / "n.csv"

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(network=networks(waves=("1",)))
    def round_trip(network):
        weft.write(network, edges, people=nodes, format="gephi")

        expected, _ = reduced(network, GEPHI.carries | PEOPLE_TABLE, GEPHI.title)
        again = weft.read(edges, people=nodes, format="gephi")
        assert content_of(again) == content_of(expected)

    round_trip()


def test_an_attribute_that_could_be_a_name_does_not_take_its_place(tmp_path):
    edges, nodes = tmp_path / "e.csv", tmp_path / "n.csv"
    people = {"id": ["a", "b"], "name": ["Ada", "Ben"], "full_name": ["Ada L.", None]}
    network = weft.read([("a", "b")], people=people)

    weft.write(network, edges, people=nodes, format="gephi")

    assert content_of(weft.read(edges, people=nodes)) == content_of(network)
