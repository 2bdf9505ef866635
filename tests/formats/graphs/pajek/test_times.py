"""Times of ties in Pajek files, as waves."""

import pytest

from tests.formats.graphs.reading import read, said, ties_of
from weft.formats.graphs.pajek.times import spans_in, times_as_waves, wave_names

THREE = '*Vertices 3\n1 "Ann A"\n2 Bob\n3 "Cy"\n'


class TestTimes:
    def test_times_of_all_ties_are_waves(self):
        network = read(f"{THREE}*Arcs\n1 2 1 [1-2]\n2 3 2 [2-*]\n3 1 [1,3]")

        assert ties_of(network) == [
            ("Ann A", "Bob", "ties", "1", 1.0),
            ("Ann A", "Bob", "ties", "2", 1.0),
            ("Bob", "Cy", "ties", "2", 2.0),
            ("Bob", "Cy", "ties", "3", 2.0),
            ("Cy", "Ann A", "ties", "1", 1.0),
            ("Cy", "Ann A", "ties", "3", 1.0),
        ]
        assert said(network) == {
            "times-as-waves": "The times of the ties of the stream were read as waves (3); a tie "
            "is in each wave of its time."
        }

    @pytest.mark.parametrize("times", ["[1]\n2 3", "[1]\n2 3 1 [x]", "[1]\n2 3 1 [500]"])
    def test_times_of_some_ties_or_of_too_many_points_are_left_out(self, times):
        network = read(f"{THREE}*Arcs\n1 2 1 {times}")

        assert network.waves == ("1",)
        assert said(network)["times-left-out"].endswith(
            " ties of the stream were left out: they are waves only where each tie has a time in "
            "whole numbers, of which there are at most 100."
        )

    def test_times_of_people_are_left_out_and_said(self):
        network = read('*Vertices 2\n1 "a" 0.1 0.2 [1-3,5-*]\n2 [4]\n*Arcs\n1 2')

        assert network.people.ids == ("a", "2")
        assert said(network) == {
            "times-of-people-left-out": "When 2 people of the stream were there was left out."
        }

    def test_spans_that_end_before_they_begin_are_no_times(self):
        assert spans_in("[3-1]") is None
        assert spans_in("[]") is None

    def test_a_time_that_no_tie_has_is_no_wave(self):
        assert times_as_waves(["[1]", "[3]"]) == [(1,), (3,)]

    def test_too_many_times_are_not_unrolled(self):
        assert times_as_waves(["[1-999999999]"]) is None
        assert times_as_waves(["[1-100]"] * 30_000) is None

    def test_comments_name_waves(self):
        assert wave_names(["wave 1 - spring", "Wave 2", "x"]) == {1: "spring"}
