"""A network that changes tie by tie knows at any time what counting anew would find."""

from itertools import islice

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.random_networks import random_networks
from weft._core import LiveRows, Rows
from weft.network.recounted import RecountedRows

NOBODY = np.empty(0, dtype=np.int32)


def live_rows(n, source, target, *, directed):
    return LiveRows(Rows(n, source, target, directed=directed))


def counts(rows, group=None):
    """Everything that is counted in whole numbers."""
    group = np.arange(rows.n, dtype=np.int32) % 3 if group is None else group
    return {
        "n": rows.n,
        "ties": rows.ties,
        "mutual": rows.mutual,
        "asymmetric": rows.asymmetric,
        "out": rows.out_degree.tolist(),
        "in": rows.in_degree.tolist(),
        "contacts": rows.contacts.tolist(),
        "census": rows.census().tolist(),
        "triangles": rows.triangles().tolist(),
        "directed": rows.triangles(directed=True).tolist(),
        "brokers": rows.brokers(group).tolist(),
        "part": rows.part.tolist(),
        "parts": rows.parts,
        "largest": rows.largest_part,
        "alone": rows.alone,
        "ends": [end.tolist() for end in rows.ends()],
    }


def agree(rows, other):
    assert counts(rows) == counts(other)
    for mine, theirs in zip(rows.holes(), other.holes(), strict=True):
        np.testing.assert_allclose(mine, theirs, rtol=0, atol=1e-9)
    np.testing.assert_allclose(rows.rank()[0], other.rank()[0], rtol=0, atol=1e-8)


def some_changes(rng, rows, most):
    """Ties that could be added, and ties that could be withdrawn, some of each."""
    n, (source, target) = rows.n, rows.ends()
    absent = np.ones((n, n), dtype=bool)
    np.fill_diagonal(absent, val=False)
    absent[source, target] = False
    if not rows.directed:
        absent = np.triu(absent) & absent.T if n else absent
        absent[source, target] = False
    free = np.argwhere(absent)
    add = free[rng.permutation(len(free))[: rng.integers(0, most + 1)]].astype(np.int32)
    if not rows.directed and rng.random() < 0.5:
        add = add[:, ::-1]  # either end may come first
    gone = rng.permutation(len(source))[: rng.integers(0, most + 1)]
    return (
        np.ascontiguousarray(add[:, 0]),
        np.ascontiguousarray(add[:, 1]),
        source[gone],
        target[gone],
    )


def test_the_counts_of_500_networks_that_changed_are_those_of_counting_anew():
    rng = np.random.default_rng(3)
    for at, (n, source, target, directed) in enumerate(random_networks()):
        rows = live_rows(n, source, target, directed=directed)
        if at % 3:  # known before the changes, and followed
            counts(rows), rows.holes(), rows.rank()
        for _ in range(2):
            rows.change(*some_changes(rng, rows, 12))
        anew = RecountedRows(n, *rows.ends(), directed=directed)
        if rows.ties < 600:
            agree(rows, anew)
        else:  # a full network would take long
            from_rows = LiveRows(rows.to_rows())
            agree(rows, from_rows)
            assert rows.census().tolist() == anew.census().tolist()


def test_the_first_count_is_right_without_any_change():
    for n, source, target, directed in islice(random_networks(seed=5), 60):
        if len(source) < 800:
            agree(
                live_rows(n, source, target, directed=directed),
                RecountedRows(n, source, target, directed=directed),
            )


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("ties", [40, 70, 400])
def test_a_walk_of_10000_changes_ends_where_counting_anew_does(directed, ties):
    rng = np.random.default_rng(ties)
    n = 60
    rows = live_rows(n, NOBODY, NOBODY, directed=directed)
    counts(rows), rows.holes()
    there = set()
    for step in range(1, 10_001):
        if len(there) > rng.integers(0, 2 * ties):
            tie = sorted(there)[rng.integers(len(there))]
            rows.change(NOBODY, NOBODY, *(np.array([end], dtype=np.int32) for end in tie))
            there.remove(tie)
        else:
            while True:  # few people have most of the ties
                tie = (int(n * rng.random() ** 2), int(rng.integers(n)))
                tie = tie if directed else (min(tie), max(tie))
                if tie[0] != tie[1] and tie not in there:
                    break
            rows.change(*(np.array([end], dtype=np.int32) for end in tie), NOBODY, NOBODY)
            there.add(tie)
        if step % 100 == 0:
            ends = np.array(sorted(there), dtype=np.int32).reshape(-1, 2)
            anew = live_rows(
                n,
                np.ascontiguousarray(ends[:, 0]),
                np.ascontiguousarray(ends[:, 1]),
                directed=directed,
            )
            assert counts(rows) == counts(anew)
        if step % 1000 == 0:
            agree(rows, RecountedRows(n, ends[:, 0], ends[:, 1], directed=directed))


@settings(max_examples=150, deadline=None)
@given(
    n=st.integers(2, 9),
    directed=st.booleans(),
    turned=st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=40),
    grows=st.integers(0, 40),
)
def test_any_changes_one_after_another_end_where_counting_anew_does(n, directed, turned, grows):
    rows = live_rows(n, NOBODY, NOBODY, directed=directed)
    counts(rows), rows.holes(), rows.rank()
    there = set()
    for step, (a, b) in enumerate(turned):
        if step == grows:
            rows.add_people(2)
        tie = (a % rows.n, b % rows.n)
        tie = tie if directed else (min(tie), max(tie))
        if tie[0] == tie[1]:
            continue
        ends = [np.array([end], dtype=np.int32) for end in tie]
        rows.change(*((NOBODY, NOBODY, *ends) if tie in there else (*ends, NOBODY, NOBODY)))
        there ^= {tie}
    ends = np.array(sorted(there), dtype=np.int32).reshape(-1, 2)
    agree(rows, RecountedRows(rows.n, ends[:, 0], ends[:, 1], directed=directed))


def test_changes_that_do_not_touch_each_other_may_come_in_any_order():
    rng = np.random.default_rng(8)
    for n, source, target, directed in islice(random_networks(seed=9), 60):
        one = live_rows(n, source, target, directed=directed)
        other = live_rows(n, source, target, directed=directed)
        counts(one), counts(other)
        add_source, add_target, drop_source, drop_target = some_changes(rng, one, 20)
        one.change(add_source, add_target, drop_source, drop_target)
        order, gone = rng.permutation(len(add_source)), rng.permutation(len(drop_source))
        other.change(NOBODY, NOBODY, drop_source[gone], drop_target[gone])
        other.change(add_source[order], add_target[order], NOBODY, NOBODY)
        assert counts(one) == counts(other)


def test_the_rows_it_gives_are_those_of_its_ties():
    rng = np.random.default_rng(2)
    for n, source, target, directed in islice(random_networks(seed=4), 60):
        rows = live_rows(n, source, target, directed=directed)
        rows.change(*some_changes(rng, rows, 12))
        mine, anew = rows.to_rows(), Rows(n, *rows.ends(), directed=directed)
        for name in ("n", "directed", "arcs", "tied", "mutual"):
            assert getattr(mine, name) == getattr(anew, name)
        for name in ("out_start", "out", "in_start", "into", "pair_start", "pair"):
            assert getattr(mine, name).tolist() == getattr(anew, name).tolist()


def test_the_rows_it_was_made_from_do_not_change_and_may_be_let_go():
    rows = Rows(3, np.array([0, 1], np.int32), np.array([1, 2], np.int32), directed=True)
    live = LiveRows(rows)
    live.change(np.array([2], np.int32), np.array([0], np.int32), NOBODY, NOBODY)
    assert rows.out.tolist() == [1, 2]
    del rows
    assert [end.tolist() for end in live.ends()] == [[0, 1, 2], [1, 2, 0]]


WRONG = {
    "added, is there": ([0], [1], [], [], "Tie 0 to be added (from 0 to 1) is there already"),
    "withdrawn, is not": ([], [], [1], [0], "Tie 0 to be withdrawn (from 1 to 0) is not there"),
    "to oneself": ([2, 2], [0, 2], [], [], "Tie 1 to be added (from 2 to 2) is none"),
    "nobody": ([3], [9], [], [], "Tie 0 to be added (from 3 to 9) is none"),
    "below 0": ([], [], [-1], [0], "Tie 0 to be withdrawn (from -1 to 0) is none"),
    "twice": ([3, 2, 3], [0, 0, 0], [], [], "Tie 2 to be added (from 3 to 0) stands twice"),
    "withdrawn twice": (
        [3],
        [0],
        [1, 1],
        [2, 2],
        "Tie 1 to be withdrawn (from 1 to 2) stands twice",
    ),
    "both": ([0], [1], [0], [1], "Tie 0 to be added (from 0 to 1) is there already"),
    "lengths": ([3, 3], [0], [], [], "source has 2 entries and target 1"),
}


@pytest.mark.parametrize("made", [LiveRows, RecountedRows])
@pytest.mark.parametrize("name", WRONG)
def test_a_change_that_cannot_be_is_an_error_and_changes_nothing(made, name):
    *ends, message = WRONG[name]
    source, target = np.array([0, 1, 2], np.int32), np.array([1, 2, 3], np.int32)
    if made is LiveRows:
        rows = live_rows(4, source, target, directed=True)
    else:
        rows = RecountedRows(4, source, target, directed=True)
    before = counts(rows)
    with pytest.raises(ValueError) as told:  # noqa: PT011  (the message is compared below)
        rows.change(*(np.array(end, dtype=np.int32) for end in ends))
    assert message in str(told.value)
    assert counts(rows) == before


def test_without_direction_the_other_way_round_is_the_same_tie():
    rows = live_rows(2, np.array([0], np.int32), np.array([1], np.int32), directed=False)
    ends = np.array([1], np.int32), np.array([0], np.int32)
    with pytest.raises(ValueError, match="is there already"):
        rows.change(*ends, NOBODY, NOBODY)
    rows.change(NOBODY, NOBODY, *ends)
    assert rows.ties == 0


@pytest.mark.parametrize("many", [-1, 2**31])
def test_so_many_people_cannot_be_added(many):
    with pytest.raises(ValueError, match="Cannot add"):
        live_rows(2, NOBODY, NOBODY, directed=True).add_people(many)


def test_groups_are_numbers_from_0_one_a_person():
    rows = live_rows(2, NOBODY, NOBODY, directed=True)
    with pytest.raises(ValueError, match="expected 2"):
        rows.brokers(NOBODY)
    with pytest.raises(ValueError, match="expected 0 or more"):
        rows.brokers(np.array([0, -1], np.int32))


@pytest.mark.parametrize("options", [{"damping": 1.0}, {"damping": -0.1}, {"tolerance": 0.0}])
def test_ranks_need_a_damping_below_1_and_a_tolerance(options):
    with pytest.raises(ValueError, match="expected"):
        live_rows(2, NOBODY, NOBODY, directed=True).rank(**options)


def test_a_count_that_was_called_off_can_be_asked_for_again():
    n = 700  # everybody is tied to everybody, which takes a good while
    source, target = np.nonzero(np.triu(np.ones((n, n)), 1))
    rows = live_rows(n, source.astype(np.int32), target.astype(np.int32), directed=False)

    def stop(_done, _total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rows.holes(tell=stop)
    told = []
    constraint, _ = rows.holes(tell=lambda done, total: told.append((done, total)))
    share = 1 / (n - 1)
    np.testing.assert_allclose(constraint, (n - 1) * (share + (n - 2) * share**2) ** 2)
    assert all(done <= total < n for done, total in told)


def test_ranks_continue_from_before_and_take_fewer_runs():
    rng = np.random.default_rng(1)
    n = 3000
    keys = np.unique(rng.integers(0, n * n, 30_000))
    keys = keys[keys // n != keys % n]
    rows = live_rows(n, (keys // n).astype(np.int32), (keys % n).astype(np.int32), directed=True)
    _, cold = rows.rank(tolerance=1e-9)
    rows.change(NOBODY, NOBODY, *(end[:30] for end in rows.ends()))
    rows.add_people(3)
    warm, again = rows.rank(tolerance=1e-9)
    anew, _ = LiveRows(rows.to_rows()).rank(tolerance=1e-12)
    assert np.abs(warm - anew).sum() < 1e-9
    assert again < cold
