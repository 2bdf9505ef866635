"""What Pajek files may not hold is refused with the line."""

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

import weft
from tests.formats.graphs.reading import refused
from weft.formats.files.file import File
from weft.formats.graphs.pajek.reader import read_pajek
from weft.formats.tables import Reading
from weft.network import build

THREE = '*Vertices 3\n1 "Ann A"\n2 Bob\n3 "Cy"\n'


class TestRefused:
    def test_a_vertex_that_is_not_there_is_named_with_its_line(self):
        assert refused(f"{THREE}*Arcs\n1 2\n1 4\nx 2\n1\n1 2 3 4") == "\n".join(
            f"the stream, row {row}: found “{line}”, expected the numbers of two vertices, from 1 "
            "to 3, and perhaps a strength. Correct the numbers, or the count behind *Vertices."
            for row, line in [(7, "1 4"), (8, "x 2"), (9, "1"), (10, "1 2 3 4")]
        )

    def test_strengths_that_are_none_are_named_with_their_line(self):
        assert refused(f"{THREE}*Arcs\n1 2 often\n2 3 -1").splitlines() == [
            (
                "the stream, row 6, column weight: found “often”, expected a number of 0 or more, "
                "with a decimal point. Write a number such as 2 or 2.5, or leave the cell blank "
                "for 1."
            ),
            (
                "the stream, row 7, column weight: found “-1”, expected a number of 0 or more. Put "
                "ties that mean the opposite into a relation of their own."
            ),
        ]

    @pytest.mark.parametrize("count", ["999999999", "9" * 5000, "", "x", "0", "3 4", "3 -1"])
    def test_a_count_of_vertices_that_cannot_be(self, count):
        message = refused(f"*Vertices {count}\n*Arcs\n1 2")

        assert message.startswith("the stream, row 1: found “*Vertices")
        assert message.endswith(
            ", expected the number of vertices, perhaps followed by how many of them are of the "
            "first kind; the file has 4 lines. Correct the number."
        )

    @pytest.mark.parametrize(
        ("vertices", "row", "expected"),
        [
            ('0 "x"', 2, "the number of a vertex, from 1 to 2, and its label"),
            ('"x"', 2, "the number of a vertex, from 1 to 2, and its label"),
            ("1 a\n1 b", 3, "each vertex once; 1 stands on line 2 already"),
            ('1 "a', 2, "a label between two quotes"),
        ],
    )
    def test_lines_of_vertices_that_are_none(self, vertices, row, expected):
        message = refused(f"*Vertices 2\n{vertices}\n*Arcs\n1 2")

        assert message.startswith(f"the stream, row {row}: found ")
        assert f", expected {expected}. " in message

    @pytest.mark.parametrize(
        ("matrix", "row", "found"),
        [
            ("0 1 0\n1 0 0", 5, "“2 rows”, expected a matrix of 3 rows of 3 numbers"),
            ("0 1\n1 0 0\n0 0 0", 6, "“2 numbers”, expected 3 numbers"),
        ],
    )
    def test_a_matrix_of_another_shape(self, matrix, row, found):
        assert refused(f"{THREE}*Matrix\n{matrix}").startswith(
            f"the stream, row {row}: found {found}"
        )

    def test_a_cell_of_a_matrix_that_is_no_number(self):
        assert refused("*Vertices 2\n*Matrix\n0 x\n0 0") == (
            "the stream, row 3, column weight: found “x”, expected a number of 0 or more, with a "
            "decimal point. Write a number such as 2 or 2.5, or leave the cell blank for 1."
        )

    def test_ties_before_vertices(self):
        assert refused("*Arcs\n1 2") == (
            "the stream, row 1: found “*Arcs”, expected a line such as *Vertices 12 before the "
            "ties. Add the line, with the number of vertices."
        )

    def test_events_in_time(self):
        assert refused("*Vertices 2\n*Events\nTI 1\nAV 1 a").startswith(
            "the stream, row 2: found “*Events”, expected ties, as *Arcs, *Edges or *Matrix. "
            "Weft does not read events in time (.tim): open the file in Pajek"
        )

    @pytest.mark.parametrize(
        ("name", "text", "place"),
        [
            ("a.net", "*Vertices 3\n2\n1\n2", "row 2: found “2”, expected ties"),
            ("a.net", "% x\n*Vertices 2\n0.5\n1.5", "row 3: found “0.5”, expected ties"),
            ("a.paj", "*Partition x\n*Vertices 2\n2\n2", "row 1: found “*Partition”, expected a"),
            ("a.paj", "*Network x\n", "row 1: found “no vertices”, expected a network"),
        ],
    )
    def test_values_without_a_network(self, name, text, place, tmp_path):
        path = tmp_path / name
        path.write_text(text)

        with pytest.raises(weft.InvalidDataError, match="one project in Pajek") as caught:
            weft.read(path)
        assert f"{path}, {place}" in str(caught.value)


PARTS = st.sampled_from(
    ["*Vertices 3", "*Vertices 4 2", "*Network a", "*Arcs", '*Edges :1 "x"', "*Arcslist", "*Matrix",
     "*Partition p", "*Vector", "*Cluster", "*", "*Vertices", "1", "2 1", '1 "a" 0.1', "1 2 3",
     "1 2 1 [1-*]", "0 1 1", '3 "', "% 1 - x", "", "1: 1 2", "1 2 l", "0.5", "-1", "1 2 3 4",
     "1 2 &#", "1 2 [", '"', "*Edgeslist 1 2", "[1]", "%", "1 %"]
)  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(lines=st.lists(PARTS, min_size=1, max_size=9), end=st.sampled_from(["\n", "\r", "\r\n"]))
def test_any_lines_are_read_or_refused_with_their_place(lines, end):
    file = File("a.net", content=end.join(["*Vertices 3", *lines]).encode())

    try:
        tables = read_pajek(file, Reading())
        network = build(tables.ties, tables.people, of_source=tables.relations,
                        problems=tables.problems)  # fmt: skip
        problems = ()
        assert len(network.people) >= 1
    except weft.InvalidDataError as error:
        problems = error.problems

    assert all(problem.row and 1 <= problem.row <= len(lines) + 1 for problem in problems)
