"""The kernels of replicates refuse what cannot be meant, whoever calls them."""

import numpy as np
import pytest

from weft import _core

A_TIE = (np.array([0], dtype=np.int32), np.array([1], dtype=np.int32))
OUTSIDE = (np.array([0], dtype=np.int32), np.array([3], dtype=np.int32))
TWICE = (np.array([0, 0], dtype=np.int32), np.array([1, 1], dtype=np.int32))
CODES = np.zeros(3, dtype=np.int32)
HALVES = np.full(3, 0.5)
ASKED = {"replicates": 2, "seed": 0, "first": 0, "threads": 1}


def completions(ties, answered=(True, False, False), rate=HALVES):
    return _core.completions(
        3, *ties, True, np.array(answered), True, rate, 0.5, 0.5, as_ties=True, **ASKED
    )


def products(people=(0, 1, 2), start=(0, 3), tables=1):
    who, where = np.array(people, dtype=np.int32), np.array(start, dtype=np.int64)
    return _core.permuted_inner_products(
        3, np.zeros(9), np.zeros(9), tables, who, where, True, **ASKED
    )


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: _core.permuted_groups(*OUTSIDE, CODES, 1, **ASKED), "from 0 to 3; .*below 3"),
        (lambda: _core.permuted_groups(*A_TIE, CODES, 0, **ASKED), "group 0; expected one below 0"),
        (lambda: _core.permuted_groups(*A_TIE, CODES, 1, **{**ASKED, "replicates": -1}), "below 0"),
        (
            lambda: _core.permuted_sums(*A_TIE, np.ones(1), HALVES, np.ones(2), **ASKED),
            "y has 2 entries; expected 3",
        ),
        (lambda: _core.same_size(20_001, 1, True, as_ties=True, **ASKED), "20001 people"),
        (
            lambda: _core.permuted_products(
                3, *TWICE, np.ones(2), *A_TIE, np.ones(1), True, **ASKED
            ),
            "Tie 1 runs from 0 to 1; expected each pair .* once",
        ),
        (lambda: _core.same_size(3, 7, True, as_ties=True, **ASKED), "7 ties; expected 0 to 6"),
        (lambda: _core.same_census(3, 2, 2, as_ties=True, **ASKED), "2 mutual and 2 one-way"),
        (
            lambda: _core.same_degrees(3, *TWICE, True, 5, as_ties=True, **ASKED),
            "expected each pair of two people below 3 once",
        ),
        (
            lambda: _core.same_degrees(3, *A_TIE, True, -1, as_ties=True, **ASKED),
            "trades is below 0",
        ),
        (lambda: products(people=[0, 1, 1]), "Person 1 stands in people; expected each below 3"),
        (lambda: products(start=[0, 2]), "start does not rise from 0 to 3"),
        (lambda: products(tables=2), "fixed has 9 entries; expected 18"),
        (lambda: completions(OUTSIDE), "two different people below 3"),
        (lambda: completions(A_TIE, answered=(True,)), "answered has 1 entries; expected 3"),
        (
            lambda: _core.known_ties(*(end[::-1] for end in TWICE), np.ones(3, bool), True),
            "expected rising ties",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_a_chance_beside_0_and_1_is_never_or_always():
    rate = np.array([-1.0, 2.0, 0.0])
    start, source, target = completions(A_TIE, rate=rate)
    for r in range(2):
        ties = slice(start[r], start[r + 1])
        drawn = set(zip(source[ties].tolist(), target[ties].tolist(), strict=True))
        assert (2, 1) in drawn or (1, 2) in drawn
