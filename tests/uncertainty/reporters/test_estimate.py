"""The ties as they probably are: sure where the reports tell it, and honest where they do not."""

import numpy as np
import pytest

import weft
from tests.uncertainty.reporters.made import NAMES, own, said
from weft.engine import without_core
from weft.uncertainty.reporters import Priors, estimated, views

MODELS = ("amounts", "rates", "own_rates")


def reports(seed, n=10, *, right=0.8, wrong=0.03, share=0.3, reporters=None):
    """Return what both ends of each pair say (or as many reporters of all), and the truth."""
    rng = np.random.default_rng(seed)
    truth = np.triu(rng.random((n, n)) < share, 1)
    says = np.zeros((n, n, n))
    for m in range(n):
        yes = rng.random((n, n)) < np.where(truth, right, wrong)
        asked = np.zeros((n, n), dtype=bool)
        asked[m, :] = asked[:, m] = True
        says[m] = np.triu(yes, 1) & (asked if reporters is None else m < reporters)
    return says, truth


def renamed(says, order, **options):
    """Return the network with person k under the name of person ``order[k]``."""
    moved = np.zeros_like(says)
    moved[np.ix_(order, order, order)] = says
    return said(moved, **options)


@pytest.mark.parametrize("model", MODELS)
def test_who_people_are_changes_nothing(model):
    says, _ = reports(1)
    order = np.random.default_rng(0).permutation(10)
    says = np.maximum(says, np.swapaxes(says, 1, 2))
    for m in range(10):
        says[m] = np.triu(says[m])
    one = estimated(said(says), model=model)
    moved = np.zeros_like(says)
    moved[np.ix_(order, order, order)] = np.maximum(says, np.swapaxes(says, 1, 2))
    other = estimated(said(np.stack([np.triu(part) for part in moved])), model=model)
    assert other.probabilities()[np.ix_(order, order)] == pytest.approx(
        one.probabilities(), abs=1e-6
    )


@pytest.mark.parametrize("model", MODELS)
def test_with_and_without_the_core_it_is_the_same(model):
    net = said(reports(2)[0])
    fast = estimated(net, model=model)
    with without_core():
        slow = estimated(net, model=model)
    assert fast.probabilities() == pytest.approx(slow.probabilities(), abs=1e-9)
    assert fast.bound == pytest.approx(slow.bound, abs=1e-9)


def test_what_both_say_is_likelier_than_what_one_says_and_that_than_what_none_says():
    says, _ = reports(3)
    estimate = estimated(said(says), model="rates")
    said_by = says.sum(axis=0)
    likely = [estimate.probabilities()[said_by == k].mean() for k in (2, 1, 0)]
    assert likely == sorted(likely, reverse=True)
    assert estimate.converged


def test_draws_are_as_likely_as_the_ties_and_known():
    estimate = estimated(said(reports(4)[0], answered=[True] * 8 + [False] * 2), model="rates")
    graphs = estimate.draws(600, seed=1)
    often = sum(graph.adjacency.toarray() for graph in graphs) / len(graphs)
    off = ~np.eye(10, dtype=bool)
    assert np.abs(often - estimate.probabilities())[off].max() < 0.15
    assert (often - estimate.probabilities())[off].mean() == pytest.approx(0, abs=0.02)
    assert all(graph.complete for graph in graphs)
    again = estimate.draws(600, seed=1)
    assert [graph.m for graph in again] == [graph.m for graph in graphs]


def test_of_two_who_were_not_asked_no_more_is_known_than_how_often_people_are_tied():
    net = own([(0, 0, 1), (1, 0, 1)], 5, answered=[True, True, True, False, False])
    estimate = estimated(net)
    share = estimate.fit.mean(lambda place: place.beliefs.prevalence.mean[0, 1])
    assert estimate.probability("Di", "Eli") == pytest.approx(float(share))


def test_who_says_yes_to_everything_reports_more_than_others_and_tells_less():
    says, _ = reports(5, right=0.7, wrong=0.02, share=0.25)
    says[0, 0, 1:] = 1
    estimate = estimated(said(says))
    effects = {name: amount for name, (amount,) in estimate.reporters().items()}
    assert max(effects, key=effects.get) == "Ana"
    one = says.sum(axis=0) == 1
    by_ana = one & (says[0] > 0)
    probabilities = estimate.probabilities()
    assert probabilities[by_ana].mean() < probabilities[one & ~by_ana].mean()


def test_many_reporters_tell_what_two_leave_open():
    two = estimated(said(reports(6)[0]), model="rates")
    ten = estimated(said(reports(6, reporters=10)[0]), model="rates", asked="all")
    assert ten.learned.nats > two.learned.nats
    assert any("Two reports a tie do not tell" in text for text in two.limits)
    assert not any("Two reports a tie do not tell" in text for text in ten.limits)
    assert ten.rates[0] == pytest.approx(0.8, abs=0.1)


def test_the_priors_stand_in_the_result_and_move_it_where_reports_do_not_tell():
    net = said(reports(7)[0])
    usual, forgetful = (
        estimated(net, model="rates", priors=priors)
        for priors in (Priors(), Priors(right=(40, 60)))
    )
    assert usual.method == (
        "reporter model rates, each about their own ties; variational, averaged over 24 values of "
        "how much is reported of no tie; priors: prevalence (1, 4), right (8, 2), wrong (1, 20)"
    )
    assert forgetful.ties > usual.ties + 1


def test_reports_of_nothing_leave_it_to_the_priors_and_say_so():
    empty = np.zeros((4, 4, 4))
    estimate = estimated(said(empty, asked=np.triu(np.ones((4, 4)), 1) * np.ones((4, 1, 1))))
    assert "Nobody reports a tie, so that all of it is supposed." in estimate.limits
    assert estimate.graph.m == 0
    assert estimate.draws(3, seed=0)[0].n == 4


def test_an_echo_is_told_apart_from_a_tie_where_both_ways_are_asked():
    rng = np.random.default_rng(8)
    n = 10
    truth = rng.random((n, n)) < 0.25
    says = np.zeros((n, n, n))
    for m in range(n):
        for other in set(range(n)) - {m}:
            out = rng.random() < (0.8 if truth[m, other] else 0.02)
            back = rng.random() < (0.8 if truth[other, m] else 0.02)
            says[m, m, other], says[m, other, m] = out, back or (out and rng.random() < 0.8)
    echoing = estimated(said(says, directed=True))
    for m in range(n):
        plain = rng.random((2, n)) < np.where(np.stack([truth[m], truth[:, m]]), 0.8, 0.02)
        says[m, m], says[m, :, m] = plain
        says[m, m, m] = 0
    straight = estimated(said(says, directed=True))
    assert echoing.mutuality > straight.mutuality
    assert views(own([(0, 0, 1), (1, 0, 1)])).estimated.mutuality is None


def test_strengths_tell_strong_ties_from_weak():
    rng = np.random.default_rng(9)
    n = 10
    strength = np.triu(rng.choice([0, 1, 3], p=[0.6, 0.2, 0.2], size=(n, n)), 1)
    says = np.zeros((n, n, n))
    for m in range(n):
        heard = rng.poisson(strength + 0.02)
        says[m, m, m + 1 :], says[m, :m, m] = heard[m, m + 1 :], heard[:m, m]
    estimate = estimated(said(says), model="strengths", strengths=3)
    likely = estimate.probabilities()
    assert (
        likely[strength == 3].mean() > likely[strength == 1].mean() > likely[strength == 0].mean()
    )


def test_other_relations_with_the_same_reporters_stand_in_the_method():
    says, _ = reports(10)
    rows = np.argwhere(says)
    columns = {
        "source": [NAMES[i] for _, i, _ in rows] * 2,
        "target": [NAMES[j] for _, _, j in rows] * 2,
        "reporter": [NAMES[m] for m, _, _ in rows] * 2,
        "wave": ["1"] * len(rows) + ["2"] * len(rows),
        "relation": ["works_with"] * 2 * len(rows),
    }
    net = weft.read(columns, everyone_answered=True)
    found = estimated(net, "works_with", "2", beside=[("works_with", "1")], model="rates")
    assert "with the same reporters in works_with in wave 1" in found.method
    assert found.fit.sweep.layers[0].wave == "2"
    with pytest.raises(weft.UnknownNameError, match="trusts"):
        estimated(net, beside=[("trusts", "1")])


def test_three_views_stand_side_by_side():
    three = views(own([(0, 0, 1), (1, 0, 1), (0, 0, 2)]))
    assert (three.either.m, three.both.m) == (2, 1)
    assert three.estimated.graph is three.either


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"model": "guess"}, "no model 'guess'; there are: amounts, strengths, rates, own_rates"),
        ({"strengths": 3}, "strengths=3 with model='amounts'; expected 2"),
        ({"places": 1}, "places=1; expected 2 or more"),
    ],
)
def test_what_cannot_be_meant_is_refused(options, message):
    with pytest.raises(weft.InvalidRequestError, match=message):
        estimated(own([(0, 0, 1), (1, 0, 1)]), **options)


def test_where_nobody_answered_there_is_nothing_to_estimate():
    net = own([], answered=[False] * 3)
    with pytest.raises(weft.InvalidRequestError, match="Nobody answered"):
        estimated(net)


def test_one_person_is_no_tie_and_priors_are_above_nought():
    estimate = estimated(own([(0, 0, 1), (1, 0, 1)]))
    with pytest.raises(weft.InvalidRequestError, match="Ana and Ana are the same person"):
        estimate.probability("Ana", "Ana")
    with pytest.raises(weft.InvalidRequestError, match="The prior of tied is"):
        Priors(tied=(0, 1))
