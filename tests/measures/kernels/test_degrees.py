import numpy as np

from weft.measures.kernels.degrees import named_by, names, share_of_raters, total

SOURCE = np.array([0, 1, 2, 0], dtype=np.int32)
TARGET = np.array([1, 0, 1, 2], dtype=np.int32)


def test_ties_are_counted_where_they_end_and_where_they_start():
    assert named_by(4, TARGET).tolist() == [1, 2, 1, 0]
    assert names(4, SOURCE).tolist() == [2, 1, 1, 0]


def test_strengths_are_summed():
    weight = np.array([0.5, 2.0, 3.0, 1.0])
    assert total(4, TARGET, weight).tolist() == [2.0, 3.5, 1.0, 0.0]


def test_share_is_of_those_who_could_have_named_and_zero_without_any():
    shares = share_of_raters(np.array([2, 1, 0]), np.array([4, 3, 0]))
    assert shares.tolist() == [0.5, 1 / 3, 0.0]
