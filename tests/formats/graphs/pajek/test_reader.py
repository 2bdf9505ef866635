"""People and attributes in Pajek files, and projects of several networks."""

import pytest

from tests.formats.graphs.reading import read, said, ties_of
from weft.formats.files.file import File
from weft.formats.graphs.pajek.reader import read_pajek
from weft.formats.tables import Reading

THREE = '*Vertices 3\n1 "Ann A"\n2 Bob\n3 "Cy"\n'


class TestPeople:
    def test_labels_are_ids_and_vertices_that_are_not_listed_have_their_numbers(self):
        network = read('*Vertices 4\n2 "007"\n3 ""\n*Edges\n1 2')

        assert network.people.ids == ("1", "007", "3", "4")

    def test_where_labels_repeat_they_are_names(self):
        network = read('*Vertices 3\n1 "Ann"\n2 "Ann"\n*Edges\n1 2')

        assert network.people.ids == ("1", "2", "3")
        assert network.people.names == ("Ann", "Ann", "3")
        assert said(network) == {
            "labels-repeated": "1 labels of the stream repeat another; people have their numbers "
            "as ids, and the labels as names."
        }

    def test_signs_that_pajek_writes_as_numbers_are_read(self):
        network = read('*Vertices 2\n1 "&#352;imon &#38; Co"\n2 "AT&T &#; &#0;"\n*Edges\n1 2')

        assert network.people.ids == ("Šimon & Co", "AT&T &#; &#0;")

    def test_windows_1252_is_read_and_said(self):
        network = read('*Vertices 2\n1 "José"\n2 "Zoë"\n*Edges\n1 2'.encode("cp1252"))

        assert network.people.ids == ("José", "Zoë")
        assert list(said(network)) == ["encoding"]

    @pytest.mark.parametrize(
        "ties", ["*Edges\n1 3\n2 4", "*Matrix\n1 0 0\n0 1 0", "*Edgeslist\n1 3\n2 4"]
    )
    def test_two_kinds_of_vertices_are_people_with_a_mode(self, ties):
        network = read(f"*Vertices 5 2\n{ties}")

        assert network.people.attributes == {"mode": ("1", "1", "2", "2", "2")}
        assert [tie[:2] for tie in ties_of(network)] == [("1", "3"), ("2", "4")]
        assert not network.declared("ties").directed
        assert said(network)["two-modes"] == (
            "the stream has people of two kinds, 2 and 3; the attribute mode says which (1 or 2). "
            "Figures about people mix the two."
        )

    def test_people_without_a_tie_are_said_to_have_none(self):
        network = read(THREE)

        assert network.people.ids == ("Ann A", "Bob", "Cy")
        assert network.relations == ("ties",)
        assert said(network) == {"no-ties": "There is no tie in the stream, only 3 people."}


PROJECT = f"""*Network first
{THREE}*Arcs
1 2
*Network second
{THREE}*Edges
2 3
*Partition team
% 1 - red
% 2 - blue
*Vertices 3
2
1
999999998

*Vector "age"
*Vertices 3
7.50
1E2
3
"""


class TestProjects:
    def test_networks_of_the_same_people_are_relations(self):
        network = read(PROJECT)

        assert [(r.name, r.directed) for r in network.all_relations] == [
            ("first", True),
            ("second", False),
        ]
        assert network.people.attributes == {
            "team": ("blue", "red", None),
            "age": ("7.50", "1E2", "3"),
        }
        assert network.notices == ()

    def test_relations_of_the_same_name_in_two_networks_stay_two(self):
        network = read(f'*Network x\n{THREE}*Arcs :1 "a"\n1 2\n*Network y\n{THREE}*Arcs :1 "a"\n'
                       f'2 3\n*Arcs :2 "b"\n3 1\n*Network y\n{THREE}*Edges\n1 3')  # fmt: skip

        assert network.relations == ("x: a", "y: a", "b", "y (2)")

    def test_networks_of_others_are_left_out_and_said(self):
        network = read(f'{PROJECT}*Network odd\n{THREE.replace("Bob", "Rob")}*Arcs\n1 2\n'
                       "*Vertices 2\n*Arcs\n1 2")  # fmt: skip

        assert network.relations == ("first", "second")
        assert said(network) == {
            "networks-left-out": "2 networks of the stream left out, because the vertices are not "
            "those of the first: “odd” (vertex 2 is “Rob”, not “Bob”), the one on line 35 (2 "
            "vertices, not 3). Save each as a file of its own to read it."
        }

    def test_classes_keep_their_numbers_where_not_each_has_a_name(self):
        network = read(PROJECT.replace("% 2 - blue\n", ""))

        assert network.people.attributes["team"] == ("2", "1", None)

    def test_values_of_others_and_unknown_parts_are_left_out_and_said(self):
        network = read(
            f"{THREE}*Arcs\n1 2\n*Partition\n*Vertices 3\n1\n2\n2\n*Partition\n1\n1\n2\n"
            "*Vector far\n*Vertices 2\n1\n2\n*Permutation p\n*Vertices 3\n3\n2\n1\n*Nonsense\n1\n"
        )

        assert network.people.attributes == {
            "partition": ("1", "2", "2"),
            "partition (2)": ("1", "1", "2"),
        }
        assert said(network) == {
            "attributes-left-out": "Partitions and vectors of the stream that are not of these 3 "
            "people were left out: “far” (2).",
            "sections-left-out": "Parts of the stream that were left out: *Permutation, *Nonsense.",
        }

    def test_a_partition_called_like_a_role_is_an_attribute(self):
        network = read(f"{THREE}*Arcs\n1 2\n*Partition Steward\n1\n1\n2\n*Partition ID\n4\n5\n6\n")

        assert network.people.attributes == {"Steward": ("1", "1", "2"), "ID": ("4", "5", "6")}


def test_the_name_of_the_network_is_that_of_the_file():
    assert read_pajek(File("a/study.net", content=THREE.encode()), Reading()).name == "study"
