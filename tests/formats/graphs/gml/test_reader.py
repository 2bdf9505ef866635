"""GML files: ties, people and attributes, and what is left out or refused."""

import pytest

import weft
from tests.formats.graphs.reading import read, refused, said, ties_of
from weft.formats.files.file import File
from weft.formats.graphs.gml.reader import read_gml
from weft.formats.tables import Reading

TWO = 'node [ id 1 label "Ann" ] node [ id 2 label "Bob" ]'


class TestTies:
    def test_a_graph_is_undirected_unless_it_says_otherwise(self):
        network = read(f"graph [ {TWO} edge [ source 1 target 2 ] ]")

        assert ties_of(network) == [("1", "2", "ties", "1", 1.0)]
        assert not network.declared("ties").directed
        assert network.people.names == ("Ann", "Bob")
        assert network.notices == ()

    @pytest.mark.parametrize("weight", ["weight", "value"])
    def test_edges_have_a_direction_and_a_strength(self, weight):
        network = read(
            f'# made by hand\nCreator "x"\nVersion 1\ngraph\n[\n  comment "[ no # list ]"\n'
            f"  directed 1\n{TWO}\n edge\n [\n source 2\n target 1\n {weight} 2.5E0\n ] ]\n"
        )

        assert ties_of(network) == [("2", "1", "ties", "1", 2.5)]
        assert network.declared("ties").directed

    def test_keys_that_say_what_a_report_is_are_read_and_others_left_out(self):
        network = read(
            f'graph [ directed 1 {TWO} edge [ source 1 target 2 relation "likes" wave 3 date '
            '"2026-01-02" label "x" graphics [ width 2 ] data [ deep [ er 1 ] ] ] ]'
        )

        assert ties_of(network) == [("1", "2", "likes", "3", 1.0)]
        assert network.reports.date[0] == "2026-01-02"
        assert said(network) == {
            "columns-left-out": "Attributes of the ties of the stream that were left out: “label”.",
            "lists-left-out": "Lists that ties of the stream have were left out: “data”.",
        }

    def test_the_caller_may_say_what_a_key_means(self):
        network = read(
            f'graph [ {TWO} edge [ source 1 target 2 label "likes" ] ]',
            columns={"label": "relation"},
        )

        assert network.relations == ("likes",)

    def test_relations_with_a_direction_of_their_own_keep_it(self):
        network = read(
            'graph [ directed 1 weft [ relation [ name "a" directed 0 ] ] node [ id 0 ] '
            'node [ id 1 ] edge [ source 0 target 1 relation "a" ] '
            'edge [ source 1 target 0 relation "b" ] ]'
        )

        assert {(r.name, r.directed) for r in network.all_relations} == {("a", False), ("b", True)}

    def test_a_graph_of_nodes_alone_is_said_to_be_one(self):
        network = read(f"graph [ {TWO} ]")

        assert network.people.ids == ("1", "2")
        assert network.relations == ("ties",)
        assert said(network) == {"no-ties": "There is no tie in the stream, only 2 people."}


class TestPeople:
    def test_ids_and_attributes_are_kept_as_they_are_written(self):
        network = read(
            'graph [ node [ id 007 team "R&amp;D" age 3.50 tags "a" tags "a" steward 1 ] node [ '
            'id "x y" name "Xe" label "&quot;&#352;&#x161;&apos;&no; AT&T" ID 4 graphics [ x 1 ] '
            'point [ x 1 ] ] edge [ source 007 target "x y" ] ]'
        )

        assert network.people.ids == ("007", "x y")
        assert network.people.names == ("007", "Xe")
        assert network.stewards == ("007",)
        assert network.people.attributes == {
            "team": ("R&D", None),
            "age": ("3.50", None),
            "tags": ("a; a", None),
            "label": (None, "\"Šš'&no; AT&T"),
            "ID": (None, "4"),
        }
        assert said(network) == {
            "lists-left-out": "Lists that people of the stream have were left out: “point”.",
            "values-joined": "Several values of people of the stream were put into one, with "
            "semicolons: “tags”.",
        }

    def test_an_id_that_weft_has_written_is_preferred_where_everyone_has_one(self):
        text = (
            'graph [ node [ id 0 label "Ann" weftid "a1" ] node [ id 1 label "Bob" weftid "b2" ] '
            "edge [ source 0 target 1 ] ]"
        )

        assert read(text).people.ids == ("a1", "b2")
        assert read(text).people.names == ("Ann", "Bob")
        assert read(text.replace(' weftid "b2"', "")).people.ids == ("0", "1")

    def test_latin_1_is_read_and_said(self):
        text = 'graph [ node [ id 1 label "José" ] node [ id 2 ] edge [ source 1 target 2 ] ]'
        network = read(text.encode("latin-1"))

        assert network.people.names == ("José", "2")
        assert list(said(network)) == ["encoding"]

    def test_edges_without_nodes_name_the_people(self):
        assert read("graph [ edge [ source 4 target 5 ] ]").people.ids == ("4", "5")

    def test_only_the_first_graph_is_read(self):
        network = read(f"graph [ {TWO} edge [ source 1 target 2 ] ] graph [ node [ id 9 ] ]")

        assert network.people.ids == ("1", "2")
        assert said(network) == {
            "graphs-left-out": "Of the stream, the first of 2 graphs was read, and the others left "
            "out."
        }

    def test_the_name_of_the_network_is_that_of_the_file(self):
        file = File("a/karate.gml", content=f"graph [ {TWO} ]".encode())

        assert read_gml(file, Reading()).name == "karate"


class TestRefused:
    def test_nodes_and_edges_that_lack_something_are_named_with_their_line(self):
        message = refused("graph [\nnode [ id 1 ]\nnode [\nlabel 2 ]\nedge [ source 1 ]\n]")

        missing = "Add it, or delete the whole block."
        assert message.splitlines() == [
            f"the stream, row 3: found no id, expected an id of each node. {missing}",
            "the stream, row 5: found no target, expected a source and a target of each edge. "
            + missing,
        ]

    def test_an_edge_to_a_node_that_is_not_there(self):
        assert refused(f"graph [ {TWO}\nedge [ source 1\ntarget 3 ] ]") == (
            "the stream, row 2, column target: found “3”, expected the id of a node. Add the node, "
            "or correct the id."
        )

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("graph [\nnode [ id 1 ]", "row 1: found “[”, expected a bracket that closes this one"),
            ("graph [ ] ]", "row 1: found “]”, expected a key, such as node or edge"),
            ("graph [ id ]", "row 1: found “]”, expected a value of the key “id”"),
            ("graph [\r\nid 1 2\r\n]", "row 2: found “2”, expected a key, such as node or edge"),
            ("graph [ id x ]", "row 1: found “x ]”, expected a value of the key “id”"),
            ('graph [ id\n "x\n ]', "row 2: found “"),
            ("graph [ ] id", "row 1: found the end of the file, expected a value of the key “id”"),
            ("graph [ id {", "row 1: found “{”, expected a key, a number, text between quotes"),
            ("graph [ ]", "row 1: found a graph without nodes, expected graph [ … ] with nodes"),
            ("graph [ a " + "[ a " * 50, "expected at most 32 lists within lists"),
        ],
    )
    def test_what_is_no_gml_is_refused_with_its_line(self, text, message):
        file = File("a.gml", content=text.encode())

        with pytest.raises(weft.InvalidDataError) as caught:
            read_gml(file, Reading())
        assert message in str(caught.value)

    def test_a_file_without_a_graph(self):
        with pytest.raises(weft.InvalidDataError, match="found no graph, expected graph"):
            read_gml(File("a.gml", content=b'Creator "x"'), Reading())

    def test_keys_that_would_fill_the_memory(self):
        nodes = " ".join(f"node [ id {i} k{i} 1 ]" for i in range(2_500))

        assert refused(f"graph [ {nodes} ]") == (
            "the stream: found 2,501 different keys of people, most of them rarely used, expected "
            "keys that most of them have. Export the file again with fewer attributes."
        )

    def test_a_node_of_too_many_keys(self):
        keys = " ".join(f"k{i} 1" for i in range(6_000))

        assert refused(f"graph [ node [ id 1 {keys} ] ]") == (
            "the stream, row 1: found 6,001 different attributes, expected 5,000 at most. Export "
            "the file again with fewer attributes."
        )
