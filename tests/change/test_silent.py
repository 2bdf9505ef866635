"""What the silent of either wave could have said, and the region made of it."""

import numpy as np
import pytest

from benchmarks.change import lasting
from tests.change.waves import two_waves
from weft.change.pairing import pair_of
from weft.change.region import fade_and_lift_of, holds, region_of
from weft.change.silent import completions, said_in
from weft.change.work import FADE_AND_LIFT, Work


def said(network):
    pair = pair_of(network, None, None, None)
    stay = pair.stayers
    return said_in(*(pair.seen(wave, stay, pair.answered[wave] & stay) for wave in (0, 1)))


def test_what_was_said_stays_as_it_was_said():
    found = said(lasting(0.4, 3)[1])
    for words in completions(found, draws=5, seed=1):
        assert (words[found.known] == found.words[found.known]).all()
        assert not words[:, np.arange(40), np.arange(40)].any()


def test_the_same_seed_gives_the_same_draws_and_another_gives_others():
    found = said(lasting(0.4, 3)[1])
    one, same, other = (np.array(list(completions(found, draws=3, seed=s))) for s in (1, 1, 2))
    assert (one == same).all()
    assert (one != other).any()


def test_words_drawn_last_about_as_often_as_those_known_in_both_waves():
    found = said(lasting(0.4, 5)[1])
    twice = found.known.all(axis=0)
    known = found.words[1][twice & found.words[0]].mean()
    one_side = found.known[0] & ~found.known[1] & found.words[0]
    drawn = [words[1][one_side].mean() for words in completions(found, draws=50, seed=1)]
    assert np.mean(drawn) == pytest.approx(known, abs=0.12)


def test_without_direction_both_ends_are_drawn_alike():
    found = said(two_waves({p: ["ab", None] if p == "c" else ["c", None] for p in "abcd"}))
    undirected = type(found)(
        found.words | found.words.swapaxes(1, 2), found.known, found.steward, directed=False
    )
    for words in completions(undirected, draws=5, seed=1):
        assert (words[1] == words[1].T).all()


def points(network, seed):
    work = Work.of(pair_of(network, None, None, None), [], draws=60, seed=seed)
    return work.drawn()[FADE_AND_LIFT]


def test_nobody_silent_is_a_region_without_width():
    truth, _ = lasting(0.3, 1)
    ((fade, lift),) = points(truth, 1)
    region = region_of(np.array([[fade, lift]]))
    assert (region.fade_between, region.lift_between) == ((fade, fade), (lift, lift))
    assert (holds(region, fade, lift), holds(region, fade + 0.01, lift)) == (True, False)


def test_the_region_holds_the_truth_about_nine_times_in_ten():
    held = []
    for seed in range(1, 31):
        truth, seen = lasting(0.3, seed)
        ((fade, lift),) = points(truth, seed)
        held.append(holds(region_of(points(seen, seed)), fade, lift))
    assert 0.75 <= np.mean(held) <= 1.0


def test_fade_and_lift_of_words_are_those_of_the_measures():
    steward = np.array([True, False, False, False])
    before = np.array([[0, 1, 0, 0], [1, 0, 0, 0], [1, 0, 0, 0], [1, 0, 0, 0]], dtype=bool)
    after = np.array([[0, 1, 0, 0], [1, 0, 0, 0], [1, 0, 0, 0], [0, 1, 1, 0]], dtype=bool)
    found = fade_and_lift_of(np.array([before, after]), steward)
    assert found == pytest.approx(((0.75 - 0.4) / 0.75, 2.0))


def test_mostly_undefined_draws_give_no_region():
    assert region_of(np.array([[np.nan, np.nan], [np.nan, np.nan], [0.1, 0.2]])) is None
