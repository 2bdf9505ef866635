"""What became of pairs, and of their ties with others."""

import numpy as np
import pytest

import weft
from tests.weaving.effect.trials import network, trial
from weft.weaving.effect.pairs import pairs_of
from weft.weaving.effect.waves import waves_of
from weft.weaving.records import records_of


def pairs(rows, before, after, **asked):
    options = {"before_wave": None, "after_wave": None, "relation": None, **asked}
    return pairs_of(records_of(rows), waves_of(before, after, **options))


def test_ties_with_those_they_are_paired_with_do_not_count_as_others():
    """a wins c (another) and loses d; b wins nobody but a; e wins f, with whom it is paired."""
    before = network(["ad", "be"], "abcdef")
    after = network(["ab", "ac", "be", "ef"], "abcdef")
    found = pairs(trial("ab ef", "cd"), before, after)
    assert found.tied.tolist() == [True, True, False]
    assert found.change.tolist() == [0.0, 0.0, (1 - 1) / 2]


def test_the_change_is_the_mean_of_both():
    before = network(["ad"], "abcdef")
    after = network(["ad", "ac", "ae", "bf"], "abcdef")
    assert pairs(trial("ab", ""), before, after).change.tolist() == [1.5]


def test_the_change_of_one_who_was_silent_is_not_known():
    before = network(["ad"], "abcdef")
    after = network(["ad", "ac"], "abcdef", answered="acd")
    found = pairs(trial("ab", "ef"), before, after)
    assert found.change[0] == 1.0
    assert np.isnan(found.change[1])


def test_one_who_answered_is_enough_to_know_of_a_tie():
    after = network(["ab"], "abcd", answered="a")
    found = pairs(trial("ab bc", "cd"), network(["ac"], "abcd"), after)
    assert found.unknown.tolist() == [False, True, True]
    assert found.counted.tolist() == [True, False, False]


def test_one_who_left_makes_the_outcome_unknown():
    before = weft.read([("a", "c"), ("b", "c")], undirected=["ties"], everyone_answered=True)
    after = weft.read([("a", "c")], undirected=["ties"], everyone_answered=True)
    assert pairs(trial("ab", ""), before, after).unknown.tolist() == [True]


def test_an_earlier_round_counts_whatever_the_order_of_the_rows():
    before, after = network(["ac"], "abcd"), network(["ac"], "abcd")
    rows = trial("ab ba cd", "", round=["10", "9", "9"])
    assert pairs(rows, before, after).repeated.tolist() == [True, False, False]


def test_closeness_is_that_of_adamic_and_adar():
    """a and b have c (two contacts) and d (three) in common; e is alone."""
    before = network(["ac", "bc", "ad", "bd", "df"], "abcdef")
    found = pairs(trial("ab ae", ""), before, before)
    assert found.closeness == pytest.approx([1 / np.log(2) + 1 / np.log(3), 0])


def test_a_tie_in_either_direction_is_a_tie():
    ties = [("x", "y", "turns_to", 1, "1"), ("b", "a", "turns_to", 1, "2")]
    whole = weft.read(ties, list("abxy"), everyone_answered=True)
    assert pairs(trial("ab", ""), whole, None).tied.tolist() == [True]


def test_an_id_that_is_in_no_network_is_named_with_its_place():
    one = network(["ac"], "abcd")
    with pytest.raises(weft.InvalidDataError, match="row 2, column b: found “z”, expected the id"):
        pairs(trial("ab cz", ""), one, one)


def test_waves_in_the_wrong_order_are_refused():
    whole = weft.read([("a", "b", "ties", 1, w) for w in "12"], undirected=["ties"])
    with pytest.raises(weft.InvalidRequestError, match="in the order of time, which is 1, 2"):
        pairs(trial("ab", ""), whole, None, before_wave=2, after_wave=1)
