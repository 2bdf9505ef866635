import numpy as np
import pytest

from weft._core import merged_ties, rows_alike, standing_in


def made_up(many=500, seed=4):
    draws = np.random.default_rng(seed)
    for _ in range(many):
        n = int(draws.integers(0, 61))
        m = int(draws.integers(0, 4 * n + 1)) if n else 0
        ends = draws.integers(0, max(n, 1), size=(2, m)).astype(np.int32)
        yield n, *ends, draws.random(m) * 9


def test_ties_come_in_order_each_once_with_the_mean_of_its_values():
    for n, source, target, value in made_up():
        keys, where = np.unique(source.astype(np.int64) * max(n, 1) + target, return_inverse=True)
        total = np.bincount(where, weights=value, minlength=len(keys))
        mean = total / np.maximum(np.bincount(where, minlength=len(keys)), 1)

        first, second, weight = merged_ties(n, source, target, value)

        assert first.tolist() == (keys // max(n, 1)).tolist()
        assert second.tolist() == (keys % max(n, 1)).tolist()
        assert weight.tolist() == mean.tolist()


def test_rows_alike_are_all_those_whose_ends_come_again():
    for n, source, target, _ in made_up():
        pairs = list(zip(source.tolist(), target.tolist(), strict=True))

        expected = [row for row, pair in enumerate(pairs) if pairs.count(pair) > 1]

        assert rows_alike(n, source, target).tolist() == expected


def test_who_stands_in_a_column():
    for n, source, _, _ in made_up(100):
        assert standing_in(n, source).tolist() == [int(v in source) for v in range(n)]


@pytest.mark.parametrize("wrong", [-1, 3])
def test_a_person_that_is_not_there_is_refused(wrong):
    good, bad, one = (np.array([v], dtype=np.int32) for v in (0, wrong, 1))
    said = f"Found person {wrong}; expected one from 0 and below 3."

    for call in (
        lambda: merged_ties(3, bad, good, np.ones(1)),
        lambda: merged_ties(3, good, bad, np.ones(1)),
        lambda: rows_alike(3, bad, one),
        lambda: rows_alike(3, one, bad),
        lambda: standing_in(3, bad),
    ):
        with pytest.raises(ValueError, match=said):
            call()


def test_columns_of_unequal_length_are_refused():
    one, two = np.zeros(1, dtype=np.int32), np.zeros(2, dtype=np.int32)

    with pytest.raises(ValueError, match="target has 2 entries; expected 1"):
        merged_ties(3, one, two, np.ones(1))
    with pytest.raises(ValueError, match="value has 2 entries; expected 1"):
        merged_ties(3, one, one, np.ones(2))
    with pytest.raises(ValueError, match="target has 2 entries; expected 1"):
        rows_alike(3, one, two)
