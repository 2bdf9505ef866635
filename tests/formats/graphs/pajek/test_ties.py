"""Ties in Pajek files: every kind of list, and matrices."""

import pytest

from tests.formats.graphs.reading import read, said, ties_of
from weft.formats.graphs.pajek.content import content_of
from weft.formats.graphs.pajek.lines import sections_of
from weft.formats.graphs.pajek.relations import ties_and_relations
from weft.formats.graphs.pajek.ties import Ties, add_ties_of

THREE = '*Vertices 3\n1 "Ann A"\n2 Bob\n3 "Cy"\n'


class TestTies:
    @pytest.mark.parametrize(
        "vertices",
        [
            THREE,
            '*Vertices 3\n1 "Ann A" 0.1 0.2 0.5 box ic Red\n2 "Bob" 0.1 0.2\n3 "Cy" ic Blue\n',
            '*vertices   3\n3 "Cy"\n1 "Ann A"\n\n% a comment\n2 "Bob"   \n',
            '\ufeff*VERTICES 3 % three\r\n1 "Ann A"\r\n2 "Bob"\r\n3 "Cy"\r\n',
            '  *Vertices\t3\r\t1\t"Ann A"\t0.3\r2 "Bob "\r3 " Cy"\r',
        ],
    )
    def test_arcs_are_ties_with_a_direction_and_a_strength(self, vertices):
        network = read(f"{vertices}*Arcs\n1 2 3\n2 3\n 3\t1  0.5 c Blue")

        assert ties_of(network) == [
            ("Ann A", "Bob", "ties", "1", 3.0),
            ("Bob", "Cy", "ties", "1", 1.0),
            ("Cy", "Ann A", "ties", "1", 0.5),
        ]
        assert network.declared("ties").directed
        assert network.notices == ()

    def test_relations_are_called_by_name(self):
        network = read(f'{THREE}*Arcs :1 "trust"\n1 2 3\n*Edges :2 "work"\n2 1 1\n*Arcs :7\n1 3')

        assert [(r.name, r.directed) for r in network.all_relations] == [
            ("trust", True),
            ("work", False),
            ("7", True),
        ]
        assert ties_of(network) == [
            ("Ann A", "Bob", "trust", "1", 3.0),
            ("Ann A", "Cy", "7", "1", 1.0),
            ("Bob", "Ann A", "work", "1", 1.0),
        ]

    def test_a_number_stands_for_the_relation_that_was_named_before(self):
        network = read(f'{THREE}*Arcs :1 "trust"\n1 2\n*Arcs :1\n2 3\n*Arcs\n1: 3 1 4\n2: 3 2')

        assert ties_of(network) == [
            ("Ann A", "Bob", "trust", "1", 1.0),
            ("Bob", "Cy", "trust", "1", 1.0),
            ("Cy", "Ann A", "trust", "1", 4.0),
            ("Cy", "Bob", "2", "1", 1.0),
        ]

    def test_a_relation_without_ties_is_there(self):
        network = read(f'{THREE}*Arcs :1 "trust"\n1 2\n*Edges :2 "work"\n*Arcs :3 "hate" % none')

        assert [(r.name, r.directed) for r in network.all_relations] == [
            ("trust", True),
            ("work", False),
            ("hate", True),
        ]

    def test_ties_without_direction_among_others_go_both_ways(self):
        network = read(f"{THREE}*Arcs\n1 2 1\n*Edges\n2 3 1")

        assert [tie[:2] for tie in ties_of(network)] == [
            ("Ann A", "Bob"),
            ("Bob", "Cy"),
            ("Cy", "Bob"),
        ]
        assert said(network) == {
            "mixed-direction": "Of the stream, 1 tie without direction was read as two ties, one "
            "each way, because others of the same relation have a direction: ties."
        }

    def test_lists_name_everyone_a_vertex_has_a_tie_to(self):
        network = read(f'{THREE}*Arcslist :1 "a"\n1 2 3 % both\n*Edgeslist :2 "b"\n3 2')

        assert ties_of(network) == [
            ("Ann A", "Bob", "a", "1", 1.0),
            ("Ann A", "Cy", "a", "1", 1.0),
            ("Cy", "Bob", "b", "1", 1.0),
        ]

    def test_a_list_beside_edges_keeps_the_strength_of_the_edges(self):
        network = read(f"{THREE}*Arcslist\n1 2 3\n*Edges\n1 3 2")

        assert ties_of(network) == [
            ("Ann A", "Bob", "ties", "1", 1.0),
            ("Ann A", "Cy", "ties", "1", 2.0),
            ("Cy", "Ann A", "ties", "1", 2.0),
        ]

    def test_cells_of_a_matrix_are_ties_and_zeros_are_none(self):
        network = read(f'{THREE}*Matrix :1 "a"\n0 1 0\n2.5 0 0.0\n0 0 0\n*Matrix :2 b\n0 0 1\n'
                       "0 0 0\n0 0 0")  # fmt: skip

        assert ties_of(network) == [
            ("Ann A", "Bob", "a", "1", 1.0),
            ("Ann A", "Cy", "b", "1", 1.0),
            ("Bob", "Ann A", "a", "1", 2.5),
        ]

    def test_a_line_of_value_0_is_a_report_that_there_is_no_tie(self):
        network = read(f"{THREE}*Arcs\n1 2 0\n2 3 1")

        assert ties_of(network)[0][-1] == 0.0
        assert network.graph().m == 1

    def test_labels_of_lines_are_left_out_and_said(self):
        network = read(f'{THREE}*Arcs\n1 2 1 l "since May" c Blue\n2 3 w 3 % last')

        assert ties_of(network)[1] == ("Bob", "Cy", "ties", "1", 1.0)
        assert said(network) == {
            "labels-left-out": "The labels of 1 ties of the stream were left out."
        }


def test_the_parts_of_the_reader_agree_on_one_network():
    content = content_of("x", sections_of(f"{THREE}*Arcs\n1 2 4".encode()))
    ties = Ties()

    add_ties_of(content, content.networks[0], {}, ties)

    assert (ties.source, ties.target, ties.weight, ties.rows) == ([1], [2], ["4"], [6])
    assert ties_and_relations(content, content.networks) == (ties, [])
