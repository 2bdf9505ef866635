"""The test of no change: each person's two reports, swapped."""

import numpy as np
import pytest

import weft
from tests.change.waves import two_waves
from weft.change.pairing import pair_of
from weft.change.swaps import p_of, swapped_differences, swaps_for

PEOPLE = "abcdefghij"


def at_random(seed, then, now):
    """Return two waves in which everyone names others with these chances."""
    rng = np.random.default_rng(seed)

    def names(person, chance):
        return "".join(q for q in PEOPLE if q != person and rng.random() < chance)

    zest = {p: rng.uniform(0.5, 1.5) for p in PEOPLE}
    return two_waves({p: [names(p, then * zest[p]), names(p, now * zest[p])] for p in PEOPLE})


def ties_gained(before, after):
    return float(after.m - before.m)


def leaning(before, after):
    """A difference that hardly two swaps have in common, so that p is not in coarse steps."""
    worth = np.sqrt(np.arange(2, 2 + len(PEOPLE)))
    return float((after.received - before.received) @ worth)


def p_values(then, now, networks, swaps=39):
    found = []
    for seed in range(networks):
        pair = pair_of(at_random(seed, then, now), None, None, None)
        made = swapped_differences(pair, {"leaning": leaning}, swaps=swaps, seed=seed)
        found.append(p_of(made["leaning"]))
    return np.array(found)


def test_p_is_uniform_where_nothing_changed():
    found = p_values(0.3, 0.3, networks=100)
    for level in (0.1, 0.25, 0.5, 0.75):
        assert (found <= level).mean() == pytest.approx(level, abs=0.14)


def test_p_is_small_where_much_changed():
    assert (p_values(0.15, 0.6, networks=10) <= 0.05).all()


def test_swapping_everybody_turns_the_difference_round():
    pair = pair_of(at_random(1, 0.2, 0.5), None, None, None)
    as_it_is = pair.swapped(np.zeros(len(PEOPLE), dtype=bool))
    turned = pair.swapped(np.ones(len(PEOPLE), dtype=bool))
    assert ties_gained(*as_it_is) == -ties_gained(*turned) != 0


def test_only_those_who_answered_both_times_are_heard():
    network = two_waves({"a": ["bc", "b"], "b": ["a", None], "c": [None, "a"], "d": ["a", "ab"]})
    before, after = pair_of(network, None, None, None).swapped(np.zeros(4, dtype=bool))
    assert (before.m, after.m) == (3, 3)
    assert before.answered.tolist() == after.answered.tolist() == [True, False, False, True]


def test_a_relation_without_direction_is_swapped_report_by_report():
    rows = {"source": ["a", "b", "a"], "target": ["b", "a", "b"], "wave": ["1", "1", "2"]}
    network = weft.read(
        {**rows, "relation": ["works_with"] * 3, "reporter": ["a", "b", "a"]},
        everyone_answered=True,
    )
    pair = pair_of(network, None, None, None)
    before, after = pair.swapped(np.array([False, True]))  # b's only report moves
    assert (before.m, after.m) == (1, 1)


def test_fewer_swaps_are_made_of_large_networks():
    assert [swaps_for(ties, 200) for ties in (0, 1_000, 200_000, 10**9)] == [200, 200, 100, 39]


def test_an_undefined_difference_has_no_p():
    assert p_of(np.array([np.nan, 1.0])) is None
