"""Whether the stewards' power fades while others' grows: two figures that are never one."""

import pytest

import weft
from tests.measures.made import network

ROWS = [
    *("Ben Ana 1", "Cy Ana 1", "Di Ana 1", "Ana Ben 1"),
    *("Ben Ana 2", "Cy Ana 2", "Di Ben 2", "Ana Ben 2", "Di Cy 2"),
]
NET = network(ROWS, "source target wave").with_stewards(["Ana"])


def test_both_by_hand_each_with_the_other_beside_it():
    fade, lift = (weft.measure(NET, measure_id) for measure_id in ("fade", "lift"))
    # Ana's share went from 3 of 4 to 2 of 5; the others' leadership from 1 to 3.
    rest = {
        "share_before": pytest.approx(3 / 4),
        "share_after": pytest.approx(2 / 5),
        "change_in_effective_leaders": pytest.approx(25 / (4 + 4 + 1) - 16 / (9 + 1)),
        "common_people": 4,
        "common_raters": 4,
    }
    assert fade.value == pytest.approx((3 / 4 - 2 / 5) / (3 / 4))
    assert fade.parts == rest | {"lift": pytest.approx(2.0)}
    assert lift.value == pytest.approx(2.0)
    assert lift.parts == rest | {"fade": pytest.approx((3 / 4 - 2 / 5) / (3 / 4))}
    assert fade.sentence == lift.sentence
    assert fade.sentence == (
        "From one wave to the next the stewards' share of leadership went from 75% to 40%, and the "
        "leadership that others hold changed by +200%."
    )
    assert fade.wave == "1 to 2"
    assert fade.method == "4 people who are in both waves, as named by the 4 who answered in both"


def test_fewer_answers_do_not_look_like_shared_power():
    fewer = [row for row in ROWS[:4] if not row.startswith(("Cy", "Di"))]
    later = [row.replace(" 1", " 2") for row in fewer]
    ids = "Ana Ben Cy Di"
    net = network([*ROWS[:4], *later], "source target wave", people=ids, answered="Ana Ben")
    found = weft.measure(net.with_stewards(["Ana"]), "fade")
    # Ana and Ben answered twice and said the same: nothing changed, though two answers are gone.
    assert found.value == pytest.approx(0)
    assert (found.parts["lift"], found.parts["common_raters"]) == (pytest.approx(0), 2)


def test_a_falling_share_with_a_shrinking_whole_shows_as_lift_below_zero():
    before = ["Ben Ana 1", "Cy Ana 1", "Ana Ben 1", "Di Ben 1", "Di Cy 1"]
    after = ["Ana Ben 2", "Ben Cy 2", "Cy Di 2", "Di Ana 2"]
    stays = network([*before, *after], "source target wave").with_stewards(["Ana"])
    assert weft.measure(stays, "fade").number > 0
    quiet = [*before, "Ana Ben 2", "Ben Ana 2", "Cy Ana 2", "Di Ana 2"]
    grows = network(quiet, "source target wave").with_stewards(["Ana"])
    assert weft.measure(grows, "fade").number < 0
    assert weft.measure(grows, "lift").value == pytest.approx((1 - 3) / 3)


@pytest.mark.parametrize("measure_id", ["fade", "lift"])
@pytest.mark.parametrize(
    ("rows", "stewards", "because"),
    [
        (ROWS, [], "nobody who is in both waves is marked as a steward."),
        (ROWS[:4], ["Ana"], "there is only one wave."),
        (ROWS, ["Di"], "nobody looked to the stewards in the first of the two waves."),
    ],
)
def test_neither_is_given_without_the_other(measure_id, rows, stewards, because):
    net = network(rows, "source target wave").with_stewards(stewards)
    assert weft.measure(net, measure_id).undefined_because == f"Undefined, because {because}"
