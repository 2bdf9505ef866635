"""Transitivity in its three conventions."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

import weft
from tests.measures.made import matrices, network, of_matrix
from weft.network import Relation

some = settings(max_examples=40, deadline=None)
WITHOUT_DIRECTION = (Relation(name="ties", directed=False),)


def transitivity(net, **options):
    return weft.measure(net, "transitivity", **options)


def test_one_of_three_ways_is_closed():
    # Ana-Ben-Cy is closed by Ana-Cy; Ana-Cy-Di and Ben-Cy-Di are open.
    found = transitivity(network(["Ana Ben", "Ana Cy", "Ben Cy", "Cy Di"]))
    assert found.value == pytest.approx(1 / 3)
    assert found.method == "weak transitivity, along the direction of ties"
    assert found.sentence == (
        "Of all ways over two ties, 33% have a tie that joins the two ends directly."
    )


def test_a_tie_back_is_no_way_over_two_ties():
    assert transitivity(network(["Ana Ben", "Ben Ana", "Ben Cy"])).value == 0.0


def test_without_direction_it_is_three_triangles_over_triples():
    # A triangle with a tail: 3 · 1 over 3 + 2 connected triples.
    rows = ["Ana Ben", "Ana Cy", "Ben Cy", "Cy Di"]
    assert transitivity(network(rows, relations=WITHOUT_DIRECTION)).value == pytest.approx(3 / 5)
    assert transitivity(network(rows), kind="undirected").value == pytest.approx(3 / 5)


def test_strong_transitivity_counts_all_ordered_triples():
    # Three people, 6 ordered triples. Only Ana-Ben-Cy is a way over two ties, and it is closed.
    # The ties Ana-Ben and Ben-Cy have no way over the third person; the other three have neither.
    found = transitivity(network(["Ana Ben", "Ben Cy", "Ana Cy"]), kind="strong")
    assert found.value == pytest.approx(4 / 6)
    assert found.method == "strong transitivity: over all ordered triples of people"


def test_undefined_without_a_way_over_two_ties():
    found = transitivity(network(["Ana Ben", "Cy Ben"]))
    assert (found.value, found.sentence) == (
        None,
        "Undefined, because there is no way over two ties.",
    )


@some
@given(strength=matrices(fewest=3))
def test_weak_and_strong_equal_the_matrix_products(strength):
    tied = (strength > 0).astype(int)
    n, ways = len(tied), tied @ tied
    np.fill_diagonal(ways, 0)
    net = of_matrix(strength).everyone_answered()
    if ways.sum():
        assert transitivity(net).value == pytest.approx((ways * tied).sum() / ways.sum())
    others = np.ones((n, n, n), dtype=bool)
    for a in range(n):
        others[a, a] = others[a, :, a] = others[:, a, a] = False
    way = tied[:, :, None] & tied[None, :, :]
    alike = (way == tied[:, None, :])[others]
    assert transitivity(net, kind="strong").value == pytest.approx(alike.mean())


@some
@given(strength=matrices(fewest=3))
def test_undirected_equals_networkx(strength):
    net = of_matrix(strength).everyone_answered()
    whole = nx.from_numpy_array((strength + strength.T) > 0)
    found = transitivity(net, kind="undirected")
    assert (found.value or 0.0) == pytest.approx(nx.transitivity(whole))
