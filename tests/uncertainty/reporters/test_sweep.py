"""One look at every tie and the update after it: by hand, densely, with and without the core."""

import numpy as np
import pytest
from hypothesis import given, settings

from tests.uncertainty.reporters.made import Dense, own, said, talk
from weft import _core
from weft.engine import without_core
from weft.uncertainty.reporters.answers import layer_of
from weft.uncertainty.reporters.beliefs import Amounts, Rates
from weft.uncertainty.reporters.fit import improved, started
from weft.uncertainty.reporters.priors import Priors
from weft.uncertainty.reporters.sweep import Sweep

CHANCE = np.random.SeedSequence(0)


def looked(net, model, *, asked=None, untied=0.1, iterations=0):
    layer = layer_of(net, "ties", net.waves[-1], asked, counts=False)
    sweep = Sweep([layer], {"amounts": "yes or no"}.get(model, "rates"))
    start = started(model, Priors(), untied, sweep, 2)
    return layer, sweep, improved(start, untied, sweep, CHANCE, iterations)


def test_one_look_and_the_update_after_it_are_those_worked_out_by_hand():
    # Both say that Ana and Ben are tied; Ana says so of Cy; of Ben and Cy nobody does, but they
    # share Ana. Before, right ~ Beta(8, 2), wrong is 0.1, and ties ~ Beta(1, 4).
    net = own([(0, 0, 1), (1, 0, 1), (0, 0, 2)])
    layer, _, place = looked(net, "rates")
    assert list(zip(layer.source.tolist(), layer.target.tolist(), strict=True)) == [
        (0, 1),
        (0, 2),
        (1, 2),
    ]
    # E log of each: psi(8) - psi(10) = -(1/8 + 1/9), psi(2) - psi(10) = -(1/2 + ... + 1/9), and of
    # ties psi(1) - psi(5) = -(1 + 1/2 + 1/3 + 1/4) against psi(4) - psi(5) = -1/4.
    yes, no = -(1 / 8 + 1 / 9), -sum(1 / k for k in range(2, 10))
    tied = -(1 + 1 / 2 + 1 / 3 + 1 / 4) + 1 / 4
    each = tied + np.array(
        [
            2 * (yes - np.log(0.1)),
            (yes - np.log(0.1)) + (no - np.log(0.9)),
            2 * (no - np.log(0.9)),
        ]
    )
    chance = 1 / (1 + np.exp(-each))
    assert place.seen.chance[:, 1] == pytest.approx(chance)
    assert chance == pytest.approx([0.909, 0.184, 0.005], abs=5e-4)
    # Six were asked; yes was said twice of the first tie and once of the second.
    _, sweep, after = looked(net, "rates", iterations=1)
    asked, heard = 2 * chance.sum(), 2 * chance[0] + chance[1]
    assert after.beliefs.right.count[0] == pytest.approx([8 + heard, 2 + asked - heard])
    # Ben and Cy share Ana, and half of those asked name both of these ties: a stratum of its own.
    assert layer.stratum.tolist() == sweep.group.tolist() == [0, 0, 1]
    tied = after.beliefs.prevalence.count[:2, 1]
    assert tied == pytest.approx([1 + chance[0] + chance[1], 1 + chance[2]])


def test_a_yes_is_one_report_or_more_and_is_shared_out_between_tie_and_echo():
    # Amounts log 2 and log 4 in all: on average m / (1 - exp(-m)) reports where there is one.
    sweep = Sweep(
        [
            layer_of(
                own([(0, 0, 1), (0, 1, 0), (1, 0, 1)], directed=True),
                "ties",
                "1",
                None,
                counts=False,
            )
        ],
        "yes or no",
    )
    sweep.echo[:] = [1.0] * len(sweep.echo)
    own_score = np.full((len(sweep.echo), 1), np.log(np.log(2)))
    term, tie, echo = sweep._rows(own_score, np.full(len(sweep.echo), np.log(np.log(2))))
    assert term[:, 0] == pytest.approx(np.log(3))  # exp(log 4) - 1
    assert tie[:, 0] == pytest.approx(np.log(2) / (3 / 4))
    assert echo[:, 0] == pytest.approx(tie[:, 0])


@settings(max_examples=40, deadline=None)
@given(talk())
def test_the_core_and_numpy_look_alike(drawn):
    net, how = drawn
    for model in ("amounts", "rates", "own_rates"):
        fast = looked(net, model, asked=how, iterations=5)[2]
        with without_core():
            slow = looked(net, model, asked=how, iterations=5)[2]
        assert fast.seen.chance == pytest.approx(slow.seen.chance, abs=1e-9)
        assert fast.bounds == pytest.approx(slow.bounds, abs=1e-9)


@settings(max_examples=80, deadline=None)
@given(talk())
def test_the_bound_never_falls(drawn):
    net, how = drawn
    for model in ("amounts", "rates", "own_rates"):
        bounds = looked(net, model, asked=how, iterations=40)[2].bounds
        assert np.diff(bounds).min(initial=0) >= -1e-8 * abs(bounds[-1])


@pytest.mark.parametrize("seed", range(4))
def test_equals_the_same_equations_over_every_pair_and_reporter(seed):
    rng = np.random.default_rng(seed)
    n = 6
    says = (rng.random((n, n, n)) < 0.3).astype(float)
    says[:, np.arange(n), np.arange(n)] = 0
    layer, _, place = looked(said(says, directed=True), "amounts", asked="all", iterations=7)
    strata = np.zeros((n, n), dtype=int)
    strata[layer.source, layer.target] = layer.stratum
    expected = Dense(says, strata, Priors(), 0.1).run(7)
    found = np.zeros((n, n))
    found[layer.source, layer.target] = place.seen.chance[:, 1]
    named = found > 0
    assert found[named] == pytest.approx(expected[named], abs=1e-10)
    others = ~named & ~np.eye(n, dtype=bool)
    if others.any():
        assert expected[others] == pytest.approx(place.seen.unnamed[0][0, 1], abs=1e-10)


def test_beliefs_before_anybody_was_asked_are_the_priors():
    supposed = Amounts.supposed(Priors(), 0.1, 3, 1, 3)
    assert supposed.strength.mean.tolist() == [1.6, 3.2]
    assert supposed.reporter.away_from(supposed.reporter) == 0
    rates = Rates.supposed(Priors(), 0.1, 3, 1, alike=False)
    assert rates.wrong.mean[:, 0] == pytest.approx(0.1)


EMPTY = np.empty(0)
NOBODY = np.empty(0, dtype=np.int64)
ZERO = np.zeros(1, dtype=np.int64)
TABLE = np.zeros((1, 2))


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"kind": 3}, "kind is 3; expected 0 to 2"),
        ({"said_start": NOBODY}, "said_start is empty"),
        ({"group": np.array([1])}, "group holds 1; expected numbers below 1"),
        ({"said": np.ones(2)}, "said has 2 entries; expected 1"),
        ({"said_start": np.array([0, 2])}, "said_start ends at 2; expected 1"),
        ({"asked_start": np.array([1, 0])}, "asked_start does not rise from 0"),
        ({"said_at": np.array([5])}, "said_at holds 5; expected numbers below 1"),
        ({"said_score": np.zeros((1, 3))}, "said_score has 3 columns; expected 2"),
        ({"asked_score": np.zeros((2, 2))}, "Tables differ in rows"),
    ],
)
def test_the_core_refuses_what_cannot_be_meant(changed, message):
    columns = {
        "group": ZERO,
        "asked_start": np.zeros(2, dtype=np.int64),
        "asked_at": NOBODY,
        "said_start": np.array([0, 1]),
        "said_at": ZERO,
        "said": np.ones(1),
        "echo": np.zeros(1),
        "base": TABLE,
        "asked_score": TABLE,
        "said_score": TABLE,
        "echo_score": np.zeros(1),
        "kind": 0,
    }
    with pytest.raises(ValueError, match=message):
        _core.reporters_sweep(**{**columns, **changed})
