"""Random networks keep what they promise, reach everything else, and can be drawn again."""

from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weft.network.igraph_door import seeded_igraph
from weft.uncertainty import (
    same_degrees,
    same_groups,
    same_size,
    share_as_far,
    share_as_high,
)

some = settings(max_examples=60, deadline=None)


def generator(seed=0):
    return np.random.default_rng(seed)


def as_set(ties):
    return frozenset(zip(*(end.tolist() for end in ties), strict=True))


@st.composite
def networks(draw):
    n, directed = draw(st.integers(2, 8)), draw(st.booleans())
    possible = [(a, b) for a in range(n) for b in range(n) if a != b and (directed or a < b)]
    ties = np.array(draw(st.lists(st.sampled_from(possible), unique=True)), dtype=np.int32)
    return n, ties.reshape(-1, 2), directed


@some
@given(drawn=networks(), seed=st.integers(0, 99))
def test_same_size_keeps_the_number_of_ties(drawn, seed):
    n, ties, directed = drawn
    source, target = same_size(generator(seed), n, len(ties), directed=directed)
    assert len(source) == len(as_set((source, target))) == len(ties)
    assert (source != target).all() if directed else (source < target).all()
    assert not len(ties) or (min(source.min(), target.min()), max(target.max(), source.max())) < (
        n,
        n,
    )


@pytest.mark.parametrize("directed", [False, True])
def test_same_size_gives_every_network_equally_often(directed):
    rng = generator()
    drawn = Counter(as_set(same_size(rng, 3, 2, directed=directed)) for _ in range(3_000))
    possible = 15 if directed else 3
    assert len(drawn) == possible
    # Five standard deviations of a count of 3,000 draws, each with this chance.
    chance = 1 / possible
    margin = 5 * np.sqrt(3_000 * chance * (1 - chance))
    assert max(abs(count - 3_000 * chance) for count in drawn.values()) < margin


def test_same_size_reaches_the_last_pair_of_many_people():
    n = 60_000
    source, target = same_size(generator(), n, 50, directed=False)
    assert (source < target).all()
    assert target.max() < n
    everybody = same_size(generator(), 40, 780, directed=False)
    assert as_set(everybody) == frozenset(combinations(range(40), 2))


@some
@given(drawn=networks(), seed=st.integers(0, 99))
def test_same_degrees_keeps_how_many_ties_everyone_has(drawn, seed):
    n, ties, directed = drawn
    source, target = ties[:, 0], ties[:, 1]
    for first, second in same_degrees(
        generator(seed), n, source, target, directed=directed, draws=3
    ):
        assert len(as_set((first, second))) == len(ties)
        assert (first != second).all() if directed else (first < second).all()
        if directed:
            assert (np.bincount(first, minlength=n) == np.bincount(source, minlength=n)).all()
            assert (np.bincount(second, minlength=n) == np.bincount(target, minlength=n)).all()
        else:
            now = np.bincount(np.concatenate([first, second]), minlength=n)
            assert (now == np.bincount(ties.ravel(), minlength=n)).all()


def test_same_degrees_gives_every_network_of_these_degrees_equally_often():
    # Six people with one tie each can be paired in 15 ways.
    source, target = np.array([0, 2, 4]), np.array([1, 3, 5])
    networks_ = same_degrees(generator(), 6, source, target, directed=False, draws=1_500)
    drawn = Counter(map(as_set, networks_))
    assert len(drawn) == 15
    assert max(abs(count - 100) for count in drawn.values()) < 5 * np.sqrt(100)


def networks_with_degrees_of(n, ties, *, directed):
    """Return every network in which everyone has as many ties as in this one."""

    def degrees(chosen):
        sent, received = (np.bincount(end, minlength=n) for end in np.array(chosen).T)
        return (sent.tolist(), received.tolist()) if directed else (sent + received).tolist()

    possible = [(a, b) for a in range(n) for b in range(n) if a != b and (directed or a < b)]
    return {
        frozenset(chosen)
        for chosen in combinations(possible, len(ties))
        if degrees(chosen) == degrees(ties)
    }


@pytest.mark.parametrize(
    ("n", "ties", "directed"),
    [
        (5, [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4)], False),
        (5, [(0, 1), (0, 2), (0, 3), (1, 2), (1, 4), (2, 4), (3, 4)], False),
        (4, [(0, 1), (1, 2), (2, 3), (3, 0), (0, 2)], True),
        (4, [(0, 1), (1, 0), (1, 2), (2, 3), (3, 1), (2, 0), (0, 3)], True),
    ],
    ids=["sparse", "dense", "sparse with direction", "dense with direction"],
)
def test_every_network_of_unequal_degrees_is_equally_likely(n, ties, directed):
    every = networks_with_degrees_of(n, ties, directed=directed)
    source, target = np.array(ties).T
    networks_ = same_degrees(generator(3), n, source, target, directed=directed, draws=1_600)
    drawn = Counter(map(as_set, networks_))
    assert set(drawn) == every
    expected = 1_600 / len(every)
    # One network is drawn from the one before, so allow for some likeness of neighbours.
    assert max(abs(count - expected) for count in drawn.values()) < 7 * np.sqrt(expected)


def test_a_star_has_no_other_network_of_the_same_degrees():
    source, target = np.zeros(4, dtype=np.int32), np.arange(1, 5, dtype=np.int32)
    (drawn,) = same_degrees(generator(), 5, source, target, directed=False, draws=1)
    assert as_set(drawn) == {(0, 1), (0, 2), (0, 3), (0, 4)}


def test_the_same_seed_gives_the_same_networks():
    source, target = np.arange(30), (np.arange(30) + 1) % 30
    for seed in (1, 2):
        one, other = (
            [
                as_set(ties)
                for ties in same_degrees(
                    generator(seed), 30, source, target, directed=True, draws=3
                )
            ]
            for _ in range(2)
        )
        assert one == other
        assert len(set(one)) == 3
    sizes = {as_set(same_size(generator(seed), 30, 40, directed=True)) for seed in (1, 1, 2)}
    assert len(sizes) == 2


def test_groups_are_dealt_out_anew_in_the_same_sizes():
    group = np.array([0, 0, 0, 1, 1, 2])
    dealt = same_groups(generator(), group, 500)
    assert dealt.shape == (500, 6)
    assert (np.sort(dealt, axis=1) == group).all()
    # Each place holds group 2 in one draw of six: five standard deviations.
    assert (np.abs((dealt == 2).mean(axis=0) - 1 / 6) < 5 * np.sqrt(5 / 36 / 500)).all()


def test_shares_count_what_was_observed_among_the_draws():
    drawn = np.array([0.1, 0.2, 0.3, 0.4])
    assert share_as_high(0.3, drawn) == 3 / 5
    assert share_as_high(0.5, drawn) == 1 / 5
    # 0.1 and 0.4 stray from 0.25 as far as 0.1 does; rounding does not hide a tie.
    assert share_as_far(0.1, drawn, 0.25) == 3 / 5
    assert share_as_high(0.1 + 0.2, np.array([0.3])) == 1.0


def test_igraph_is_lent_chance_and_has_its_own_again_afterwards():
    def shuffled():
        return list(module.Graph.Erdos_Renyi(n=20, m=30).get_edgelist())

    with seeded_igraph(generator(1)) as module:
        first = shuffled()
        with seeded_igraph(generator(2)):
            inner = shuffled()
        more = shuffled()
    with seeded_igraph(generator(1)):
        assert shuffled() == first != inner
        assert shuffled() == more
    import random

    random.seed(5)
    one = shuffled()
    random.seed(5)
    assert shuffled() == one
