"""Ties without direction stand both ways where a file knows only ties with one."""

import weft
from weft.formats.graphs.ucinet.arcs import arcs_of


def test_a_tie_without_direction_is_there_both_ways():
    ties = [("ann", "bo", "works_with", 2), ("bo", "cy", "trusts", 0.5)]
    arcs = arcs_of(weft.read(ties))

    assert sorted(zip(arcs.source, arcs.target, arcs.more["weight"], strict=True)) == [
        ("ann", "bo", "2"), ("bo", "ann", "2"), ("bo", "cy", "0.5")
    ]  # fmt: skip
    assert arcs.directed == [True] * 3
