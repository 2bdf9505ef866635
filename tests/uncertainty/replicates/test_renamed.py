"""Inner products of tables are numpy's, with people renamed within their classes."""

import numpy as np
import pytest

from tests.uncertainty.replicates.graphs import both_ways
from weft.uncertainty.replicates.renamed import Classes, inner_products, inner_products_of
from weft.uncertainty.replicates.streams import Streams


def tables(n, many, seed, *, directed):
    drawn = np.random.default_rng(seed).normal(size=(many, n, n))
    drawn = drawn if directed else drawn + drawn.transpose(0, 2, 1)
    drawn[:, np.arange(n), np.arange(n)] = 0.0
    return drawn


CODES = {
    "everyone": np.zeros(9, dtype=int),
    "two classes": np.array([1, 0, 0, 1, 0, 0, 1, 1, 0]),
    "nobody moves": np.arange(9),
}


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_products_are_those_of_numpy_with_and_without_the_core(code, directed):
    moved, *fixed = tables(9, 4, 1, directed=directed)
    classes = Classes.of(code)
    fast, slow = both_ways(
        lambda: inner_products(moved, np.array(fixed), classes, 20, directed=directed, seed=3)
    )
    who = Streams(3, np.arange(20, dtype=np.uint64)).shuffled_within(classes.people, classes.start)
    assert (code[who] == code).all()
    pairs = np.ones((9, 9)) if directed else np.triu(np.ones((9, 9)))
    expected = [[(moved[np.ix_(p, p)] * other * pairs).sum() for other in fixed] for p in who]
    np.testing.assert_allclose(fast, expected, rtol=0, atol=1e-9)
    np.testing.assert_allclose(slow, expected, rtol=0, atol=1e-9)


def test_everyone_in_one_class_is_shuffled_as_for_a_correlation():
    streams = [Streams(5, np.arange(8, dtype=np.uint64)) for _ in range(2)]
    one = Classes.of(np.zeros(12, dtype=int))
    np.testing.assert_array_equal(
        streams[0].shuffled(12), streams[1].shuffled_within(one.people, one.start)
    )


def test_all_renamings_are_every_way_within_classes_and_the_first_changes_nothing():
    classes = Classes.of(np.array([0, 1, 0, 1, 0]))
    every = classes.every_renaming()
    assert len(every) == len(np.unique(every, axis=0)) == classes.renamings == 12
    assert every[0].tolist() == [0, 1, 2, 3, 4]
    assert {tuple(row) for row in every[:, [1, 3]].tolist()} == {(1, 3), (3, 1)}


def test_products_of_given_renamings_come_in_their_order():
    moved, other = tables(4, 2, 2, directed=True)
    who = np.array([[0, 1, 2, 3], [3, 2, 1, 0]])
    found = inner_products_of(who, moved, other[None], directed=True)
    turned = (moved[::-1, ::-1] * other).sum()
    np.testing.assert_allclose(found, [[(moved * other).sum()], [turned]])


def test_draws_do_not_depend_on_how_many_there_are_nor_on_threads(monkeypatch):
    moved, *fixed = tables(20, 3, 4, directed=True)
    classes = Classes.of(np.arange(20) % 3)

    def drawn(many):
        return inner_products(moved, np.array(fixed), classes, many, directed=True, seed=7)

    many = drawn(500)
    np.testing.assert_array_equal(drawn(50), many[:50])
    for threads in ("1", "2", "4"):
        monkeypatch.setenv("WEFT_THREADS", threads)
        np.testing.assert_array_equal(drawn(500), many)
