"""Parts that hang together, after ties that hold much together came and went."""

import numpy as np

from weft._core import LiveRows, Rows

NOBODY = np.empty(0, dtype=np.int32)


def live_rows(n, source, target, *, directed):
    return LiveRows(Rows(n, source, target, directed=directed))


def test_two_halves_that_hang_by_one_tie_part_and_join_again_and_again():
    n = 4000  # a long line: the costliest there is
    ends = np.arange(n - 1, dtype=np.int32), np.arange(1, n, dtype=np.int32)
    rows = live_rows(n, *ends, directed=False)
    assert (rows.parts, rows.largest_part, rows.alone) == (1, n, 0)
    for cut in (n // 2, 1, n - 2, n // 3, n // 2):
        tie = ends[0][cut : cut + 1], ends[1][cut : cut + 1]
        rows.change(NOBODY, NOBODY, *tie)
        assert (rows.parts, rows.largest_part) == (2, max(cut + 1, n - cut - 1))
        assert rows.part.tolist() == [0] * (cut + 1) + [1] * (n - cut - 1)
        rows.change(*tie, NOBODY, NOBODY)
        assert (rows.parts, rows.largest_part) == (1, n)


def test_a_batch_dearer_than_labelling_everybody_is_labelled_at_the_next_question():
    n = 2000
    line = np.arange(n - 1, dtype=np.int32), np.arange(1, n, dtype=np.int32)
    rows = live_rows(n, *line, directed=False)
    assert rows.parts == 1
    rows.change(NOBODY, NOBODY, *line)
    assert (rows.parts, rows.alone) == (n, n)
    middle_first = np.argsort(-np.abs(np.arange(n - 1) - n // 2))
    rows.change(line[0][middle_first], line[1][middle_first], NOBODY, NOBODY)
    assert (rows.parts, rows.largest_part, rows.alone) == (1, n, 0)
