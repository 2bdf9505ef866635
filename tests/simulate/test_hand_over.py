"""Between waves: the convener hands over, people come and go, introductions close triangles."""

from itertools import pairwise

import numpy as np
import pytest

from tests.simulate.simulated_tables import declared, matrix_of
from weft.simulate import Introduction, coalition
from weft.simulate.ties import CERTAIN, LINGERING, lingering

SEEDS = range(30)


def fade_and_lift(truth, before=1, after=2):
    """From the definition: measurement.md 6.3, on those who are there in both waves."""
    here = [truth.people.declared("invited", str(wave)) == 1 for wave in (before, after)]
    common = here[0] & here[1]
    steward = truth.people.steward[common]
    received = [
        matrix_of(truth, "turns_to", wave)[np.ix_(common, common)].sum(axis=0)
        for wave in (before, after)
    ]
    share = [named[steward].sum() / named.sum() for named in received]
    others = [named[~steward].sum() for named in received]
    return (share[0] - share[1]) / share[0], (others[1] - others[0]) / others[0]


@pytest.mark.parametrize("hand_over", [0.2, 0.3, 0.6, 1.0])
def test_the_convener_fades_while_the_others_rise(hand_over):
    for seed in SEEDS:
        fade, lift = fade_and_lift(coalition(hand_over=hand_over, seed=seed).truth)
        assert fade > 0
        assert lift > 0


def test_fade_is_about_what_was_asked():
    # 32 of 180 turn to the convener, then 23 of 207: 1 - (23/207) / (32/180) = 0.375
    fades = [fade_and_lift(coalition(seed=seed, turnover=0).truth)[0] for seed in SEEDS]
    assert fades == pytest.approx([0.375] * len(SEEDS), abs=1e-12)


def test_without_a_hand_over_leadership_stays():
    for seed in SEEDS:
        assert fade_and_lift(coalition(hand_over=0, turnover=0, seed=seed).truth) == (0, 0)


def test_the_convener_is_turned_to_by_as_many_as_declared_in_each_wave():
    truth = coalition(waves=4, hand_over=0.5).truth
    convener = int(np.flatnonzero(truth.people.steward)[0])
    named_by = [matrix_of(truth, "turns_to", wave)[:, convener].sum() for wave in (1, 2, 3, 4)]
    assert named_by == [round(0.55 * 59 * 0.5**t) for t in range(4)] == [32, 16, 8, 4]


def test_as_many_join_as_leave_and_the_convener_stays():
    network = coalition(waves=3, turnover=0.1).network
    invited = [declared(network, "invited", wave)[0] for wave in (1, 2, 3)]
    assert [len(wave) for wave in invited] == [60, 60, 60]
    assert [len(a - b) for a, b in pairwise(invited)] == [6, 6]
    assert invited[2] & (invited[0] - invited[1]) == set()
    assert set(network.stewards) <= invited[0] & invited[1] & invited[2]
    joined = dict(zip(network.people.ids, network.people.attribute("joined"), strict=True))
    assert {person: joined[person] for person in invited[1] - invited[0]} == {
        f"p{i}": "2" for i in range(61, 67)
    }


def test_nobody_leaves_where_turnover_is_none():
    assert len(coalition(turnover=0, waves=5).network) == 60


def test_newcomers_take_the_place_of_leavers_in_their_organisation():
    people = coalition(waves=4, turnover=0.3).truth.people
    organisation = np.array(people.attribute("organisation"))
    sizes = [
        np.unique(organisation[people.declared("invited", str(w)) == 1], return_counts=True)[
            1
        ].tolist()
        for w in (1, 2, 3, 4)
    ]
    assert sizes == [sizes[0]] * 4


def test_introductions_close_open_triangles():
    for seed in range(10):
        simulated = coalition(waves=3, seed=seed)
        position = simulated.truth.people.position
        work = {wave: matrix_of(simulated.truth, "works_with", wave) for wave in (1, 2, 3)}
        assert [one.wave for one in simulated.introductions] == ["2"] * 6 + ["3"] * 6
        for one in simulated.introductions:
            ends = [position[one.introducer], position[one.first], position[one.second]]
            before, after = work[int(one.wave) - 1], work[int(one.wave)]
            through, first, second = ends
            assert (before[through, first], before[through, second]) == (1, 1)
            assert (before[first, second], after[first, second]) == (0, 1)


def test_the_convener_introduces_only_where_nobody_else_can():
    for seed in range(10):
        simulated = coalition(seed=seed)
        position, work = (
            simulated.truth.people.position,
            matrix_of(simulated.truth, "works_with", 1),
        )
        for one in simulated.introductions:
            if one.introducer in simulated.truth.stewards:
                in_common = work[position[one.first]] & work[position[one.second]]
                assert in_common.sum() == 1


def test_no_introductions_in_a_first_wave_or_where_none_are_asked_for():
    assert coalition(waves=1).introductions == ()
    assert coalition(introductions=0).introductions == ()


def test_an_introduction_reads_as_people_and_a_wave():
    assert coalition(seed=1).introductions[0] == Introduction(
        wave="2", introducer="p28", first="p05", second="p31"
    )


def test_an_introduction_lingers_between_those_who_stay():
    bonus = np.array([[0, CERTAIN, LINGERING], [CERTAIN, 0, 0], [LINGERING, 0, 0]])
    newly = np.array([False, False, True])
    assert lingering(bonus, newly).tolist() == [[0, LINGERING, 0], [LINGERING, 0, 0], [0, 0, 0]]
