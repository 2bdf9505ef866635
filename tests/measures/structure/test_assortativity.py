"""Newman's r of groups and of numbers of ties."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import weft
from tests.measures.made import matrices, network, of_matrix
from tests.measures.structure.grouped import grouped
from weft.network import Relation

some = settings(max_examples=40, deadline=None)


def assortativity(net, **options):
    return weft.measure(net, "assortativity", **options)


def test_ties_within_groups_only_give_one():
    groups = {"Ana": "north", "Ben": "north", "Cy": "south", "Di": "south"}
    found = assortativity(grouped(["Ana Ben", "Cy Di"], groups), group="group")
    assert (found.value, found.method) == (1.0, "Newman's r by group")


def test_two_ties_within_and_two_across():
    # e = [[1, 1], [1, 1]] / 4, so as many within as chance gives.
    groups = {"Ana": "north", "Ben": "north", "Cy": "south", "Di": "south"}
    rows = ["Ana Ben", "Cy Di", "Ana Cy", "Di Ben"]
    assert assortativity(grouped(rows, groups), group="group").value == pytest.approx(0.0)


def test_a_star_joins_the_most_tied_with_the_least():
    star = network(
        ["Ana Ben", "Ana Cy", "Ana Di"], relations=(Relation(name="ties", directed=False),)
    )
    found = assortativity(star)
    assert found.value == pytest.approx(-1.0)
    assert found.method == "Newman's r by number of ties"


def test_undefined_where_nothing_varies():
    one = grouped(["Ana Ben"], {"Ana": "north", "Ben": "north"})
    assert assortativity(one, group="group").sentence == (
        "Undefined, because all ties are within one group of “group”."
    )
    assert assortativity(one).sentence == (
        "Undefined, because everyone who has ties has equally many."
    )
    none = grouped([], {"Ana": "north", "Ben": "north"})
    assert assortativity(none).sentence == "Undefined, because there are no ties."
    with pytest.raises(weft.UnknownNameError, match="office"):
        assortativity(one, group="office")


@some
@given(strength=matrices(), directed=st.booleans(), data=st.data())
def test_groups_equal_networkx(strength, directed, data):
    n = len(strength)
    letters = data.draw(st.lists(st.sampled_from("abc"), min_size=n, max_size=n))
    if not directed:
        strength = np.triu(strength + strength.T)
    rows = [f"p{i} p{j}" for i, j in np.argwhere(strength > 0)]
    net = grouped(rows, {f"p{i}": c for i, c in enumerate(letters)}, directed=directed)
    found = assortativity(net, group="group")
    whole = nx.from_numpy_array(strength, create_using=nx.DiGraph if directed else nx.Graph)
    nx.set_node_attributes(whole, dict(enumerate(letters)), "group")
    touched = {letters[i] for pair in np.argwhere(strength > 0) for i in pair}
    if len(touched) < 2:
        assert found.value is None
    else:
        theirs = nx.attribute_assortativity_coefficient(whole, "group")
        assert found.value == pytest.approx(theirs)


@some
@given(strength=matrices(), directed=st.booleans())
def test_numbers_of_ties_equal_networkx(strength, directed):
    either = strength if directed else strength + strength.T
    whole = nx.from_numpy_array(either > 0, create_using=nx.DiGraph if directed else nx.Graph)
    found = assortativity(of_matrix(strength, directed=directed).everyone_answered())
    ends = (
        [(whole.out_degree(a), whole.in_degree(b)) for a, b in whole.edges()]
        if directed
        else [
            (whole.degree(x), whole.degree(y))
            for a, b in whole.edges()
            for x, y in ((a, b), (b, a))
        ]
    )
    if not ends or any(len(set(column)) == 1 for column in zip(*ends, strict=True)):
        assert found.value is None
    else:
        assert found.value == pytest.approx(nx.degree_assortativity_coefficient(whole))
