"""A live graph is what its ties say, with the core and without."""

from contextlib import nullcontext

import numpy as np
import pytest

import weft
from weft.engine import without_core
from weft.network import LiveGraph

TIES = {
    "source": ["Ana", "Ana", "Ben", "Cy", "Di"],
    "target": ["Ben", "Cy", "Cy", "Di", "Cy"],
    "weight": ["3", "1", "2", "4", "1"],
}
PEOPLE = {"id": ["Ana", "Ben", "Cy", "Di", "Eve"], "office": ["n", "n", "s", "s", None]}
ENGINES = {"core": nullcontext, "without": without_core}


@pytest.fixture(params=ENGINES)
def live(request):
    graph = weft.read(TIES, people=PEOPLE, everyone_answered=True).graph()
    with ENGINES[request.param]():
        yield LiveGraph(graph)


def test_it_starts_as_the_graph_it_was_made_from(live):
    assert (live.n, live.m, live.directed) == (5, 5, True)
    assert (live.mutual, live.asymmetric, live.null) == (1, 3, 6)
    assert live.out_degree().tolist() == [2, 1, 1, 1, 0]
    assert live.in_degree().tolist() == [0, 1, 3, 1, 0]
    assert live.contacts().tolist() == [2, 2, 3, 1, 0]
    assert (live.n_parts, live.largest_part, live.isolates) == (2, 4, 1)
    assert live.parts().tolist() == [0, 0, 0, 0, 1]
    assert live.triangles().tolist() == [1, 1, 1, 0, 0]
    assert live.triangles(directed=True).tolist() == [1, 1, 1, 0, 0]


def test_its_triads_are_all_threes(live):
    assert {k: many for k, many in live.triads().items() if many} == {
        "003": 2,
        "012": 4,
        "102": 1,
        "111D": 2,
        "030T": 1,
    }
    assert live.two_paths() == (3, 1)


def test_contacts_of_a_closed_three_hem_each_other_in(live):
    live.change(withdraw=([2, 3], [3, 2]))
    np.testing.assert_allclose(live.constraint(), [1.125, 1.125, 1.125, np.nan, np.nan])
    np.testing.assert_allclose(live.effective_size(), [1.0, 1.0, 1.0, np.nan, np.nan])


def test_ways_over_a_person_are_split_by_role(live):
    # Ana and Ben to Di over Cy; both come from another group
    assert live.brokered(np.array([0, 0, 1, 1, 2])).tolist() == [
        [0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0],
        [0, 0, 2, 0, 0],
        [0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0],
    ]


def test_ranks_sum_to_one_and_follow_a_change(live):
    before = live.rank()
    live.change(add=([4], [0]))
    after = live.rank(tolerance=1e-12)
    assert before.sum() == pytest.approx(1.0)
    assert after[0] > before[0]
    expected = live.graph().igraph.pagerank()
    np.testing.assert_allclose(after, expected, rtol=0, atol=1e-9)


def test_the_graph_it_gives_has_the_strengths_of_the_first(live):
    live.change(add=([4, 1], [0, 0]), withdraw=([0], [2]))
    graph = live.graph()
    assert graph.source.tolist() == [0, 1, 1, 2, 3, 4]
    assert graph.target.tolist() == [1, 0, 2, 3, 2, 0]
    assert graph.weight.tolist() == [3.0, 1.0, 2.0, 4.0, 1.0, 1.0]
    assert graph.answered.tolist() == [True] * 5


def test_newcomers_come_last_and_can_be_tied(live):
    live.add_people(["Fay", "Gil"])
    live.change(add=([5, 4], [0, 6]))
    graph = live.graph()
    assert graph.people.ids == ("Ana", "Ben", "Cy", "Di", "Eve", "Fay", "Gil")
    assert graph.people.attribute("office") == ("n", "n", "s", "s", None, None, None)
    assert graph.answered.tolist() == [True] * 7
    assert (live.n_parts, live.largest_part, live.isolates) == (2, 5, 0)
    assert sum(live.triads().values()) == 35


@pytest.mark.parametrize("ids", [["Ana"], ["Fay", "Fay"]])
def test_nobody_comes_twice(live, ids):
    with pytest.raises(ValueError, match="is there already"):
        live.add_people(ids)
    assert (live.n, len(live.people)) == (5, 5)


@pytest.mark.parametrize(
    ("add", "message"),
    [
        (([0.5], [1.0]), "expected whole numbers"),
        (([[0]], [[1]]), "expected whole numbers"),
        (([2**40], [1]), "expected two different people below 5"),
    ],
)
def test_ties_are_positions_of_people(live, add, message):
    with pytest.raises(ValueError, match=message):
        live.change(add=add)
