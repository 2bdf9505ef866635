"""Chance in numpy is the chance of the core, and is what it says."""

import numpy as np
import pytest

from weft.uncertainty.replicates.streams import Streams


def streams(many, seed=0):
    return Streams(seed, np.arange(many, dtype=np.uint64))


def test_everyone_has_a_place_in_every_order():
    orders = streams(6_000).shuffled(3)
    assert (np.sort(orders, axis=1) == np.arange(3)).all()
    times = np.unique(orders, axis=0, return_counts=True)[1]
    assert len(times) == 6
    assert np.abs(times - 1_000).max() < 5 * np.sqrt(1_000)


def test_bits_are_those_of_the_reference():
    # xoshiro256++ from the state that scattered words give, worked out in whole numbers of Python.
    mask = 2**64 - 1

    def scattered(x):
        x = (x + 0x9E3779B97F4A7C15) & mask
        x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & mask
        x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & mask
        return x ^ (x >> 31)

    def rotated(x, k):
        return ((x << k) | (x >> (64 - k))) & mask

    for seed, number in ((0, 0), (5, 17), (2**63, 2**40)):
        start = scattered(seed) ^ scattered(~number & mask)
        s = [scattered((start + k) & mask) for k in range(4)]
        one = Streams(seed, np.array([number], dtype=np.uint64))
        for _ in range(20):
            result = (rotated((s[0] + s[3]) & mask, 23) + s[0]) & mask
            t = (s[1] << 17) & mask
            s[2] ^= s[0]
            s[3] ^= s[1]
            s[1] ^= s[2]
            s[0] ^= s[3]
            s[2] ^= t
            s[3] = rotated(s[3], 45)
            assert int(one.bits(one.every)[0]) == result


@pytest.mark.parametrize("n", [1, 3, 6, 3 * 2**30])
def test_every_number_below_is_equally_likely(n):
    many = streams(30_000)
    drawn = many.below(n, many.every)
    assert drawn.min() >= 0
    assert drawn.max() < n
    counts = np.bincount(drawn * 3 // n if n > 6 else drawn, minlength=min(n, 3))
    expected = 30_000 / min(n, len(counts))
    assert np.abs(counts - expected).max() < 5 * np.sqrt(expected)


@pytest.mark.parametrize("chance", [0.0, 1e-6, 0.1, 0.5, 2 / 3, 1.0])
def test_each_lane_comes_up_with_its_chance_and_no_other_lane_does(chance):
    many = streams(2_000, seed=1)
    lanes = np.full(2_000, 0xFFFF00FF00FF0F01, dtype=np.uint64)
    drawn = many.lanes(chance, lanes)
    assert not (drawn & ~lanes).any()
    hits = np.bitwise_count(drawn).sum()
    tries = np.bitwise_count(lanes).sum()
    assert abs(hits - tries * chance) <= 5 * np.sqrt(tries * chance * (1 - chance))
