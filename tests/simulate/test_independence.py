"""What one parameter may change, and what it must leave alone."""

import pytest

from tests.simulate.simulated_tables import declared, matrix_of, people_table, reports_of
from weft.simulate import coalition

ONLY_LATER_WAVES = [{"waves": 4}, {"hand_over": 0.9}, {"turnover": 0.3}, {"introductions": 0.4}]
ONLY_REPORTS = [
    {"response": 0.4},
    {"silent": "more_popular"},
    {"silent": "less_popular"},
    {"overlooked": 0.5},
    {"invented": 3},
]


def named(change):
    return ",".join(f"{name}={value}" for name, value in change.items())


@pytest.mark.parametrize("change", ONLY_LATER_WAVES, ids=named)
def test_what_comes_later_leaves_the_first_wave_alone(change):
    usual, changed = coalition(seed=3), coalition(seed=3, **change)
    for kind in ("network", "truth"):
        one, other = getattr(usual, kind), getattr(changed, kind)
        assert reports_of(one, 1) == reports_of(other, 1)
        for column, cells in people_table(one).items():
            if not column.endswith(":2"):
                assert list(cells)[:60] == list(people_table(other)[column])[:60]


def test_a_third_wave_leaves_the_first_two_alone():
    two, three = coalition(seed=3), coalition(seed=3, waves=3)
    for kind in ("network", "truth"):
        for wave in (1, 2):
            assert reports_of(getattr(two, kind), wave) == reports_of(getattr(three, kind), wave)
            for column in ("responded", "invited"):
                yes, no, _ = declared(getattr(two, kind), column, wave)
                yes_of_three, no_of_three, _ = declared(getattr(three, kind), column, wave)
                assert yes == yes_of_three
                assert no <= no_of_three
    assert two.introductions == tuple(one for one in three.introductions if one.wave == "2")


@pytest.mark.parametrize("change", ONLY_REPORTS, ids=named)
def test_who_answers_and_how_well_leaves_the_truth_alone(change):
    usual, changed = coalition(seed=3), coalition(seed=3, **change)
    assert reports_of(usual.truth) == reports_of(changed.truth)
    assert people_table(usual.truth) == people_table(changed.truth)
    assert reports_of(usual.network) != reports_of(changed.network)


@pytest.mark.parametrize("silent", ["at_random", "less_popular", "more_popular"])
def test_a_higher_response_only_adds_respondents(silent):
    few, most = (coalition(response=share, silent=silent, seed=4) for share in (0.4, 0.9))
    for wave in (1, 2):
        assert (
            declared(few.network, "responded", wave)[0]
            <= declared(most.network, "responded", wave)[0]
        )
    assert reports_of(few.network) <= reports_of(most.network)


def test_silence_falls_on_those_it_was_asked_to_fall_on():
    popularity = {}
    for silent in ("less_popular", "at_random", "more_popular"):
        of_silent = of_all = 0.0
        for seed in range(30):
            simulated = coalition(silent=silent, response=0.6, seed=seed)
            named_by = sum(
                matrix_of(simulated.truth, r, 1).sum(axis=0) for r in ("trusts", "turns_to")
            )
            said_no = simulated.network.people.declared("responded", "1") == 0
            convener = simulated.truth.people.steward
            of_silent += named_by[said_no].mean()
            of_all += named_by[
                (simulated.truth.people.declared("invited", "1") == 1) & ~convener
            ].mean()
        popularity[silent] = of_silent / of_all
    assert popularity["at_random"] == pytest.approx(1, abs=0.05)
    assert popularity["less_popular"] < 0.9
    assert popularity["more_popular"] > 1.1


def test_the_convener_always_answers():
    for seed in range(30):
        network = coalition(response=0.1, silent="more_popular", seed=seed).network
        assert set(network.stewards) <= declared(network, "responded", 1)[0]
