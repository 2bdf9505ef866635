"""What is filled in for those who did not answer: only what is unknown, at the right rates."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.uncertainty.half_heard import graph, half_heard, ties_of, unknown
from weft.uncertainty import by_rates
from weft.uncertainty.by_rates import bernoulli_positions, drawn_by_rates

some = settings(max_examples=80, deadline=None)


def mean_ties(one, policy, draws=1_500):
    """Return how often each tie is drawn."""
    count = np.zeros((one.n, one.n))
    for drawn in drawn_by_rates(one, policy, draws=draws, seed=1):
        count[drawn.source, drawn.target] += 1
    return count / draws


@some
@given(one=half_heard(), policy=st.sampled_from(["impute", "reconstruct"]), seed=st.integers(0, 9))
def test_every_report_is_kept_and_only_the_unknown_is_filled_in(one, policy, seed):
    for drawn in drawn_by_rates(one, policy, draws=4, seed=seed):
        filled = ties_of(drawn)
        assert len(filled) == drawn.m
        assert ties_of(one) <= filled <= ties_of(one) | unknown(one)
        assert drawn.complete
        assert (drawn.source != drawn.target).all()
        assert one.directed or (drawn.source < drawn.target).all()
        order = drawn.source.astype(int) * one.n + drawn.target
        assert (np.diff(order) > 0).all()
        assert drawn.people is one.people


@some
@given(one=half_heard(), policy=st.sampled_from(["impute", "reconstruct"]))
def test_the_same_seed_gives_the_same_draws(one, policy):
    first, again = (drawn_by_rates(one, policy, draws=3, seed=7) for _ in range(2))
    assert [ties_of(drawn) for drawn in first] == [ties_of(drawn) for drawn in again]
    assert [d.weight.tolist() for d in first] == [d.weight.tolist() for d in again]


def test_another_seed_gives_other_draws():
    one = graph(30, [(0, i) for i in range(1, 15)], [0, 1, 2])
    drawn = [ties_of(drawn_by_rates(one, "impute", draws=1, seed=seed)[0]) for seed in range(3)]
    assert len({frozenset(ties) for ties in drawn}) == 3


def test_draws_differ_from_each_other():
    one = graph(30, [(0, i) for i in range(1, 15)], [0, 1, 2])
    drawn = {frozenset(ties_of(d)) for d in drawn_by_rates(one, "impute", draws=5, seed=0)}
    assert len(drawn) == 5


def test_reconstruction_gives_the_silent_the_ties_that_others_have_with_them():
    # Only one is silent, and both who answered name them: two ties back, nothing else unknown.
    one = graph(3, [(0, 2), (1, 2), (0, 1)], [0, 1])
    for drawn in drawn_by_rates(one, "reconstruct", draws=5, seed=0):
        assert ties_of(drawn) == {(0, 1), (0, 2), (1, 2), (2, 0), (2, 1)}


def test_reconstruction_draws_ties_among_the_silent_at_the_observed_density():
    # 0 and 1 answered: of 2 · 4 ties they could have, 4 are there. 2, 3 and 4 are silent.
    one = graph(5, [(0, 1), (0, 2), (1, 0), (1, 3)], [0, 1])
    found = mean_ties(one, "reconstruct")
    expected = np.zeros((5, 5))
    expected[[0, 0, 1, 1, 2, 3], [1, 2, 0, 3, 0, 1]] = 1.0
    expected[np.ix_([2, 3, 4], [2, 3, 4])] = (1 - np.eye(3)) * 4 / 8
    # Five standard deviations of a share of 4,000.
    assert np.abs(found - expected).max() < 5 * np.sqrt(0.25 / 1_500)


def test_imputation_draws_the_answers_of_the_silent_as_the_others_answer():
    # Among 0 to 3 who answered: 0-1 and 2-3 mutual, 0-2 and 1-3 one-way, 0-3 and 1-2 empty.
    among = [(0, 1), (1, 0), (2, 3), (3, 2), (0, 2), (1, 3)]
    # 4 and 5 are silent; 0 and 1 named 4.
    one = graph(6, [*among, (0, 4), (1, 4)], [0, 1, 2, 3])
    found = mean_ties(one, "impute")
    returned = 4 / 6  # of six ties, four are returned
    unprompted = 2 / 6  # of six times one does not name another, that one does so twice
    expected = np.zeros((6, 6))
    for a, b in [*among, (0, 4), (1, 4)]:
        expected[a, b] = 1.0
    expected[4, [0, 1, 2, 3]] = [returned, returned, unprompted, unprompted]
    expected[5, :4] = unprompted
    # Of six known dyads two are mutual and two one-way, half of these each way round.
    expected[4, 5] = expected[5, 4] = 2 / 6 + 2 / 6 / 2
    assert np.abs(found - expected).max() < 5 * np.sqrt(0.25 / 1_500)


def test_imputed_dyads_of_two_who_are_silent_are_as_often_mutual_as_the_others():
    among = [(0, 1), (1, 0), (2, 3), (3, 2), (0, 2), (1, 3)]
    # The silent are named about as often as the others, so that they pull alike.
    one = graph(6, [*among, (0, 4), (1, 5)], [0, 1, 2, 3])
    drawn = [
        ties_of(d) & {(4, 5), (5, 4)} for d in drawn_by_rates(one, "impute", draws=1_500, seed=1)
    ]
    share = [np.mean([len(ties) == size for ties in drawn]) for size in (0, 1, 2)]
    assert share == pytest.approx([1 / 3] * 3, abs=5 * np.sqrt(2 / 9 / 1_500))


@pytest.mark.parametrize("policy", ["impute", "reconstruct"])
def test_without_direction_ties_among_the_silent_come_at_the_rate_of_known_pairs(policy):
    # 0 and 1 answered: seven pairs are known (all but those among 2, 3 and 4), three are tied.
    one = graph(5, [(0, 1), (0, 2), (1, 4)], [0, 1], directed=False, known_by="either")
    found = mean_ties(one, policy)
    expected = np.zeros((5, 5))
    expected[[0, 0, 1], [1, 2, 4]] = 1.0
    expected[[2, 2, 3], [3, 4, 4]] = 3 / 7
    assert np.abs(found - expected).max() < 5 * np.sqrt(0.25 / 1_500)


@pytest.mark.parametrize("policy", ["impute", "reconstruct"])
def test_where_both_ends_report_only_dyads_of_two_silent_people_are_drawn(policy):
    # 0 and 1 answered. Known dyads: 0-1 mutual, 0-2 and 1-3 one-way, 0-3 and 1-2 empty.
    ties = [(0, 1), (1, 0), (0, 2), (3, 1)]
    one = graph(4, ties, [0, 1], known_by="either")
    found = mean_ties(one, policy)
    expected = np.zeros((4, 4))
    for a, b in ties:
        expected[a, b] = 1.0
    expected[2, 3] = expected[3, 2] = 1 / 5 + 2 / 5 / 2
    assert np.abs(found - expected).max() < 5 * np.sqrt(0.25 / 1_500)


def test_one_answer_and_many_silent_fill_in_at_the_density_of_that_answer():
    # No dyad is known from both ends: whoever answered named one of three.
    one = graph(4, [(0, 1)], [0])
    found = mean_ties(one, "impute")
    expected = np.full((4, 4), 1 / 3)
    np.fill_diagonal(expected, 0)
    expected[0] = [0, 1, 0, 0]
    assert np.abs(found - expected).max() < 5 * np.sqrt(0.25 / 1_500)


def test_the_density_of_an_imputed_network_is_right_in_expectation():
    rng = np.random.default_rng(0)
    n, density = 40, 0.15
    truth = rng.random((n, n)) < density
    np.fill_diagonal(truth, val=False)
    answered = rng.random(n) < 0.6
    one = graph(n, np.argwhere(truth & answered[:, None]).tolist(), np.flatnonzero(answered))
    unknown_ties = (~answered).sum() * (n - 1)
    for policy in ("impute", "reconstruct"):
        drawn = drawn_by_rates(one, policy, draws=200, seed=0)
        filled = np.mean([d.m - one.m for d in drawn]) / unknown_ties
        assert filled == pytest.approx(truth[answered].sum() / answered.sum() / (n - 1), abs=0.03)


def test_the_silent_name_rather_those_whom_many_name():
    # 0 to 9 answered, and all others of them name 0; 10 to 19 are silent. No tie is returned.
    one = graph(20, [(i, 0) for i in range(1, 10)], range(10))
    found = mean_ties(one, "impute", draws=200)
    assert found[10:, 0].mean() > 0.9
    assert found[10:, 1:].mean() < 0.001


def test_where_people_differ_by_no_more_than_chance_the_silent_name_all_alike():
    ring = [(i, (i + step) % 10) for i in range(10) for step in (1, 2)]
    found = mean_ties(graph(20, ring, range(10)), "impute", draws=1_000)
    assert np.ptp(found[10:, :10]) < 10 * np.sqrt(0.25 / 1_000)


def test_nobody_tied_fills_in_nothing():
    one = graph(5, [], [0, 1])
    for policy in ("impute", "reconstruct"):
        assert [drawn.m for drawn in drawn_by_rates(one, policy, draws=3, seed=0)] == [0, 0, 0]


def test_strengths_are_drawn_from_those_reported():
    one = graph(12, [(0, i) for i in range(1, 8)], [0], weight=[2, 2, 3, 3, 5, 5, 5])
    strengths = np.concatenate([d.weight for d in drawn_by_rates(one, "impute", draws=50, seed=0)])
    assert set(strengths) == {2.0, 3.0, 5.0}
    (drawn,) = drawn_by_rates(one, "impute", draws=1, seed=0)
    assert drawn.weight[drawn.source == 0].tolist() == [2, 2, 3, 3, 5, 5, 5]


@pytest.mark.parametrize(("work", "draws"), [(0, 2), (7 * 12, 7), (1_000 * 12, 100)])
def test_fewer_draws_are_made_the_more_work_each_of_them_is(monkeypatch, work, draws):
    monkeypatch.setattr(by_rates, "MOST_WORK_OVER_ALL_DRAWS", work)
    six_people_two_ties = graph(6, [(0, 1), (1, 2)], range(5))
    assert len(drawn_by_rates(six_people_two_ties, "impute", draws=100, seed=0)) == draws


@pytest.mark.parametrize("rate", [0.0, 0.01, 0.3, 1.0])
def test_cells_come_up_at_their_rate_and_each_once(rate):
    rng = np.random.default_rng(0)
    drawn = [bernoulli_positions(rng, 200, rate) for _ in range(500)]
    for cells in drawn:
        assert (np.diff(cells) > 0).all()
        assert not len(cells) or (cells[0] >= 0 and cells[-1] < 200)
    each = np.bincount(np.concatenate(drawn), minlength=200) / 500
    assert np.abs(each - rate).max() <= 5 * np.sqrt(rate * (1 - rate) / 500)


def test_no_cells_no_hits():
    assert len(bernoulli_positions(np.random.default_rng(0), 0, 0.5)) == 0
