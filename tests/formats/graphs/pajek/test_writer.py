"""What is written as a Pajek file, and comes back."""

from dataclasses import replace

import hypothesis.strategies as st
from hypothesis import given, settings

import weft
from tests.formats.graphs.reading import read, said
from tests.formats.same import content_of, networks
from weft.formats.carrying import reduced
from weft.formats.graphs.pajek.declaration import CARRIED, PAJEK, PAJEK_PROJECT
from weft.formats.graphs.pajek.writer import write_network, write_project

ANYTHING = st.text(min_size=1, max_size=5).filter(lambda t: t.strip() and "\0" not in t)


class TestWritten:
    def test_a_network_is_written_with_a_block_for_each_relation(self):
        network = weft.read(
            {
                "source": ['Ann "A"', "b\nb", "b\nb"],
                "target": ["b\nb", 'Ann "A"', "c"],
                "relation": ["trusts", "works_with", "works_with"],
                "weight": ["2.5", "1", "0"],
                "wave": ["1", "1", "2"],
            }
        )

        written = write_network(network)

        assert written.data.decode() == (
            '*Vertices 3\n1 "Ann &#34;A&#34;"\n2 "b&#10;b"\n3 "c"\n'
            '*Arcs :1 "trusts"\n1 2 2.5 [1]\n*Edges :2 "works_with"\n2 1 1 [1]\n2 3 0 [2]\n'
        )
        assert said(written) == {
            "zeros-written": "1 reports that there is no tie are lines of the value 0, which Pajek "
            "counts as lines. Remove lines with lower values there, or leave these reports out."
        }

    def test_a_project_holds_what_is_known_of_people(self):
        people = {
            "id": ["a", "b"],
            "age": ["30", "4.5"],
            "team": ["red", None],
            "code": ["01", "2"],
        }
        network = weft.read({"source": ["a"], "target": ["b"]}, people, name="x")

        assert write_project(network).data.decode() == (
            '*Network x\n*Vertices 2\n1 "a"\n2 "b"\n*Arcs\n1 2 1\n'
            "\n*Vector age\n*Vertices 2\n30\n4.5\n"
            "\n*Partition team\n% 1 - red\n*Vertices 2\n1\n999999998\n"
            "\n*Partition code\n% 1 - 01\n% 2 - 2\n*Vertices 2\n1\n2\n"
        )

    @settings(max_examples=100, deadline=None)
    @given(network=networks(waves=("spring", "Bö - [2]", " x ", "wave 3 - y", "9" * 12)))
    def test_waves_come_back_by_name(self, network):
        expected, _ = reduced(network, CARRIED, "Pajek")

        assert content_of(read(write_network(expected).data)) == content_of(expected)

    @settings(max_examples=100, deadline=None)
    @given(
        cells=st.lists(st.none() | ANYTHING, min_size=2,
                       max_size=4),
        name=ANYTHING,
    )  # fmt: skip
    def test_attributes_of_any_name_and_value_come_back(self, cells, name):
        ids = [str(i) for i in range(len(cells))]
        network = weft.read({"source": ["0"], "target": ["1"]}, ids)
        people = replace(network.people, attributes={name: tuple(cells)})
        data = write_project(replace(network, people=people)).data

        assert read(data).people.attributes == {name: tuple(cells)}
        assert PAJEK_PROJECT.carries == PAJEK.carries | {"attributes"}
