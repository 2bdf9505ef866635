"""How far pairs came, what a meeting does, and what became of other ties."""

import pytest

import weft
from tests.weaving.effect.trials import network, side_by_side, trial

PEOPLE = "abcdefghijkl"


def test_counts_by_hand():
    rows = trial(
        "ab cd ef gh",
        "ij kl",
        accepted_a=["yes", "yes", "no", "", "", ""],
        accepted_b=["yes", "", "yes", "", "", ""],
        met=["yes", "no", "no", "", "", "yes"],
        acted=["yes", "", "", "", "no", ""],
    )
    before, after = network(["ac"], PEOPLE), network(["ac", "ab", "kl"], PEOPLE, answered="abcdefk")
    found = weft.introduction_effect(rows, before, after)
    steps = {step.id: (step.offered, step.held_out) for step in found.funnel}
    assert steps == {
        "offered": ((4, 4), (2, 2)),
        "both_accepted": ((1, 2), (0, 0)),
        "met": ((1, 3), (1, 1)),
        "tied": ((1, 3), (1, 1)),
        "acted": ((1, 1), (0, 1)),
    }
    assert "One held-out pair has met all the same." in found.limits["lot"]


def test_what_is_not_recorded_is_not_counted():
    found = weft.introduction_effect(*side_by_side(4, 2, (2, 0)))
    assert [step.id for step in found.funnel if step.offered is None] == [
        "both_accepted",
        "met",
        "acted",
    ]
    assert found.met.undefined_because.startswith("Undefined, because it is not recorded who")


def test_a_meeting_does_as_much_more_as_fewer_met():
    """Half of the offered met; so a meeting does twice what an offer does."""
    rows, before, after = side_by_side(20, 10, (8, 0))
    for i, row in enumerate(rows):
        row["met"] = "yes" if i < 10 else "no" if i < 20 else ""
    found = weft.introduction_effect(rows, before, after)
    assert found.met_share == pytest.approx(0.5)
    assert (found.difference.value, found.met.value) == pytest.approx((0.4, 0.8))
    assert found.met.low == pytest.approx(2 * found.difference.low)
    assert found.met.high <= 1


def test_blank_cells_of_offered_pairs_are_not_known():
    rows, before, after = side_by_side(20, 10, (8, 0))
    for i, row in enumerate(rows):
        row["met"] = "yes" if i < 5 else "no" if i < 10 else ""
    assert weft.introduction_effect(rows, before, after).met_share == pytest.approx(0.5)


def test_a_meeting_of_almost_nobody_tells_nothing():
    rows, before, after = side_by_side(20, 10, (8, 0))
    for i, row in enumerate(rows):
        row["met"] = "yes" if i == 0 else "no"
    found = weft.introduction_effect(rows, before, after)
    assert found.met.undefined_because.startswith("Undefined, because hardly more of the offered")


def displaced(lost):
    """Return a trial in which both ends of each offered pair lose so many ties with others."""
    rows, before, _ = side_by_side(8, 8, (4, 0))
    friends = [f"f{i}" for i in range(3)]
    offered = [row[end] for row in rows[:8] for end in "ab"]
    everybody = [row[end] for row in rows for end in "ab"]
    earlier = [(p, f) for p in everybody for f in friends]
    # one in four of the held out loses one by chance
    gone = {(p, f) for p in offered for f in friends[:lost]} | {
        (p, friends[0]) for p in everybody[16::4]
    }
    people = [*before.people.ids, *friends]
    later = [tie for tie in earlier if tie not in gone]
    waves = [
        weft.read(ties, people, undirected=["ties"], everyone_answered=True)
        for ties in (earlier, later + [(r["a"], r["b"]) for r in rows[:4]])
    ]
    return weft.introduction_effect(rows, *waves)


def test_ties_that_are_lost_to_others_show():
    found = displaced(lost=2)
    assert found.displacement.value == -2 + 0.25
    assert found.displacement.high < 0
    assert "New ties came at the cost of others" in found.answer


def test_what_the_held_out_lose_the_offered_gain_beside_them():
    found = displaced(lost=0)
    assert found.displacement.value == 0.25
    assert "People of offered pairs also gained other ties" in found.answer


def test_where_other_ties_stay_nothing_is_displaced():
    rows, before, after = side_by_side(8, 8, (4, 0))
    same = weft.introduction_effect(rows, before, after)
    assert (same.displacement.low, same.displacement.value, same.displacement.high) == (0, 0, 0)


def test_too_few_pairs_to_know_how_far_they_differ():
    found = weft.introduction_effect(*side_by_side(4, 1, (2, 0)))
    assert found.displacement.undefined_because.startswith(
        "Undefined, because it takes two offered and two held-out pairs"
    )
