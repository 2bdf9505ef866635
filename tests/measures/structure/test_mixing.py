"""The E-I index and its null by permutation."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import weft
from tests.measures.made import matrices
from tests.measures.structure.grouped import grouped
from weft.measures.structure import mixing as module
from weft.measures.structure.mixing import mixing as figure

OFFICES = {"Ana": "north", "Ben": "north", "Cy": "south", "Di": "south"}


def mixing(net, **options):
    return weft.measure(net, "mixing", **{"group": "group", **options})


def test_two_ties_within_and_one_across():
    found = mixing(grouped(["Ana Ben", "Cy Di", "Ana Cy"], OFFICES), seed=1)
    # Of six pairs of people two share an office: chance alone gives 1 - 2 · 2/6.
    assert found.value == pytest.approx(-1 / 3)
    assert found.parts == pytest.approx({"external": 1, "internal": 2, "expected": 1 / 3})
    (null,) = found.nulls
    assert null.model == "groups dealt out anew over the people"
    assert null.draws == 1_000
    assert null.mean == pytest.approx(1 / 3, abs=0.1)
    assert found.method == "E-I index by group, 2 groups"


def test_each_direction_is_a_tie():
    assert mixing(grouped(["Ana Ben", "Ana Cy", "Cy Ana"], OFFICES)).value == pytest.approx(1 / 3)


def test_a_blank_is_a_group_of_its_own():
    groups = {"Ana": "north", "Ben": None, "Cy": None}
    found = mixing(grouped(["Ana Ben", "Ben Cy"], groups))
    assert (found.parts["external"], found.parts["internal"]) == (1, 1)


def test_the_p_value_nears_that_of_all_permutations():
    rows = ["Ana Ben", "Ben Cy", "Ana Cy", "Di Eve", "Eve Flo", "Di Flo", "Cy Di"]
    groups = dict(zip(["Ana", "Ben", "Cy", "Di", "Eve", "Flo"], "nnnsss", strict=True))
    net = grouped(rows, groups)
    graph, letters = net.graph(), np.array(list("nnnsss"))
    every = np.array(
        [
            2 * (dealt[graph.source] != dealt[graph.target]).mean() - 1
            for dealt in (letters[list(order)] for order in permutations(range(6)))
        ]
    )
    found = mixing(net, null_draws=4_000)
    expected = 1 - 2 * (6 + 6) / 30
    far = np.abs(every - expected) >= abs(found.number - expected) - 1e-12
    (null,) = found.nulls
    # Five standard deviations of a share of 4,000 draws.
    assert null.p == pytest.approx(far.mean(), abs=5 * np.sqrt(0.25 / 4_000))
    assert found.parts["expected"] == pytest.approx(every.mean())
    assert null.mean == pytest.approx(every.mean(), abs=5 * every.std() / np.sqrt(4_000))
    assert null.sd == pytest.approx(every.std(), rel=0.1)


def test_the_seed_settles_the_draws():
    graph = grouped(["Ana Ben", "Cy Di", "Ana Cy", "Ben Di"], OFFICES).graph()
    one = figure(graph, group="group", seed=1)
    assert one == figure(graph, group="group", seed=1)
    assert one.nulls != figure(graph, group="group", seed=2).nulls
    assert figure(graph, group="group", seed=1).nulls[0].draws == 1_000


def test_fewer_draws_are_made_of_many_ties(monkeypatch):
    monkeypatch.setattr(module, "AT_MOST", 3 * 250)
    found = mixing(grouped(["Ana Ben", "Cy Di", "Ana Cy"], OFFICES))
    assert found.nulls[0].draws == 250
    monkeypatch.setattr(module, "AT_MOST", 1)
    found = mixing(grouped(["Ana Ben", "Cy Di", "Ana Cy"], OFFICES))
    assert found.nulls[0].draws == 100


def test_without_a_group_the_error_lists_the_attributes():
    net = grouped(["Ana Ben"], {"Ana": "north", "Ben": "south"})
    with pytest.raises(weft.InvalidRequestError) as raised:
        weft.measure(net, "mixing")
    assert str(raised.value) == (
        "mixing needs to know what groups are meant, and no attribute was named; people have: "
        "group. Say which, such as group='group'."
    )
    with pytest.raises(weft.UnknownNameError, match="office"):
        weft.measure(net, "mixing", group="office")


def test_no_ties_and_one_group():
    assert mixing(grouped([], OFFICES)).sentence == "Undefined, because there are no ties."
    found = mixing(grouped(["Ana Ben"], {"Ana": "north", "Ben": "north"}))
    assert (found.value, found.parts["expected"], found.nulls[0].p) == (-1.0, -1.0, 1.0)


@settings(max_examples=30, deadline=None)
@given(strength=matrices(), data=st.data())
def test_equals_counting_ties(strength, data):
    n = len(strength)
    letters = data.draw(st.lists(st.sampled_from("abc"), min_size=n, max_size=n))
    ties = np.argwhere(strength > 0)
    rows = [f"p{i} p{j}" for i, j in ties]
    found = mixing(grouped(rows, {f"p{i}": c for i, c in enumerate(letters)}), null_draws=10)
    across = sum(letters[i] != letters[j] for i, j in ties)
    expected = (2 * across - len(ties)) / len(ties) if len(ties) else None
    assert found.value == pytest.approx(expected)
