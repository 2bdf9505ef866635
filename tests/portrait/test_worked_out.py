"""What weaving has ready for a step: counted for everybody, named for the owner of the data."""

import pytest

from tests.portrait import drawn_by_hand as drawn
from weft.portrait import make_portrait
from weft.portrait.worked_out import MOST_PEOPLE


def steps_of(network, **given):
    return {step.id: step for step in make_portrait(network, draws=3, **given).next_steps}


HANGING = drawn.both_ways([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")])


def test_without_names_a_step_counts_and_names_nobody():
    step = steps_of(drawn.network(HANGING))["second-thread"]
    assert step.ready == (
        "One introduction is enough, so that nobody’s leaving cuts anybody off. Whoever holds the "
        "data can see which: weft two-ways-in."
    )
    assert step.suggestions == ()


def test_with_names_a_step_says_who():
    (said,) = steps_of(drawn.network(HANGING), names=True)["second-thread"].suggestions
    assert set(said.split(":")[0].lower().split(" and ")) in ({"a", "d"}, {"b", "d"})


def test_spokes_are_introduced_to_each_other_and_never_to_the_hub():
    step = steps_of(drawn.star(), names=True)["connect-spokes"]
    assert step.ready.startswith("Three introductions to begin with")
    hub = drawn.star().graph().people.ids[int(drawn.star().graph().received.argmax())]
    assert len(step.suggestions) == 3
    assert all(hub not in said.split(":")[0].split(" and ") for said in step.suggestions)


def test_without_names_nothing_is_worked_out_that_only_names_would_need():
    step = steps_of(drawn.star())["connect-spokes"]
    assert step.ready.startswith("Whoever holds the data can see who could meet")
    assert step.suggestions == ()


def test_steps_that_weaving_has_nothing_for_stay_as_they_are():
    step = steps_of(drawn.network(HANGING), names=True)["read-together"]
    assert (step.ready, step.suggestions) == ("", ())


@pytest.mark.parametrize("people", [MOST_PEOPLE + 1])
def test_a_large_portrait_waits_for_nothing(people):
    ring = drawn.both_ways((f"p{i}", f"p{i + 1}") for i in range(people - 1))
    step = steps_of(drawn.network(ring))["second-thread"]
    assert step.ready == ""
